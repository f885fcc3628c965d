"""The life of a chat as a whole: forgotten, left, moved, each with all that is its and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import storage
from storage import Chat, Login, Occurrence, Storage
from tests.storage.given import (
    CHAT,
    GROUP,
    NOW,
    PERSON,
    SUPERGROUP,
    TEN,
    code,
    connect,
    files_with,
    kind_of,
    reading,
    seal,
)


def reseal(account_id: int, _chat_id: int, sealed: bytes) -> bytes:
    """Sealed anew, it says what it was."""
    return b"%d again: %s" % (account_id, sealed)


def free_name(name: str, taken: tuple[str, ...]) -> str:
    """A name like it that says what was taken."""
    return f"{name}-not-{'-'.join(sorted(taken))}"


async def move(kept: Storage, old_id: int = GROUP, new_id: int = SUPERGROUP) -> bool:
    """Move a chat."""
    return await kept.life.move(old_id, new_id, now=NOW, reseal=reseal, free_name=free_name)


async def test_a_forgotten_chat_takes_all_that_is_its_along_and_nothing_else(kept: Storage) -> None:
    # Given two chats that have connected, asked for a login and made a code
    gone, stays = await connect(kept), await connect(kept, chat_id=CHAT + 1)
    for account in (gone, stays):
        await kept.history.add(account.account_id, reading())
        await kept.logins.begin(account.chat_id, PERSON, Login(name=""), NOW + TEN)
        await kept.codes.make(code(str(account.account_id), chat_id=account.chat_id, account=account), NOW)

    # When one is forgotten, twice
    await kept.life.forget(CHAT)
    await kept.life.forget(CHAT)

    # Then nothing of it is left, and all of the other.
    assert await kept.chats.find(CHAT) is None
    assert await kept.accounts.all() == (stays,)
    assert await kept.accounts.names(CHAT) == ()
    assert await kept.history.latest(gone.account_id) is None
    assert await kept.logins.under_way(CHAT, PERSON, NOW) is None
    assert await kept.codes.find(str(gone.account_id), NOW) is None
    assert await kept.history.latest(stays.account_id) == reading()
    assert await kept.logins.under_way(CHAT + 1, PERSON, NOW) is not None
    assert await kept.codes.find(str(stays.account_id), NOW) is not None


async def test_who_logs_in_for_a_group_that_is_forgotten_waits_for_nothing_any_more(kept: Storage) -> None:
    for chat_id in (CHAT, CHAT + 1, GROUP):
        await kept.chats.meet(chat_id, kind_of(chat_id), None, NOW)
    await kept.logins.begin(CHAT, PERSON, Login(name="", target_chat_id=GROUP), NOW + TEN)
    await kept.logins.begin(CHAT + 1, PERSON, Login(name=""), NOW + TEN)

    await kept.life.forget(GROUP)

    assert await kept.logins.under_way(CHAT, PERSON, NOW) is None
    assert await kept.logins.under_way(CHAT + 1, PERSON, NOW) == Login(name="")


async def test_what_was_shared_from_a_forgotten_chat_stays_where_it_is_as_its_own(kept: Storage) -> None:
    own = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=own)

    await kept.life.forget(CHAT)

    assert await kept.accounts.all() == (replace(share, shared_from=None),)


NEEDLES = {
    "an account's name": b"needle-name",
    "a title": "Nadel im Heuhaufen ж".encode(),
    "a sealed credential": b"needle sealed in steel",
    "a code": b"needle-code",
    "a language": b"needle-lang",
}


@pytest.mark.parametrize("chat_id", [4711_4711_4711, -1002000004001, -(10**12) - 2**52])
@pytest.mark.parametrize("chats", [1, 5], ids=["one chat", "chats on many pages"])
async def test_nothing_of_a_forgotten_chat_is_left_in_any_file(path: Path, chat_id: int, chats: int) -> None:
    # A row holds a number in six bytes where that is enough, and in eight where it is not.
    number = chat_id.to_bytes(6 if -(2**47) <= chat_id < 2**47 else 8, "big", signed=True)
    needles = NEEDLES | {"its number": number}
    async with storage.opened(f"sqlite:///{path}") as kept:
        await connect(kept, "stays", chat_id=CHAT)
        # Given chats that filled pages and fill them anew with every change
        for here in range(chat_id, chat_id + chats):
            await kept.chats.meet(here, "group", "needle-lang", NOW, title="Nadel im Heuhaufen ж" * 3)
            for number_of in range(4):
                name, sealed = f"needle-name-{number_of}", b"needle sealed in steel " * 30
                account = await connect(kept, name, chat_id=here, sealed=sealed)
                await kept.accounts.rename(account, f"needle-name-renamed-{number_of}")
                for minutes in range(0, 50, 10):
                    await kept.history.add(account.account_id, reading(minutes))
            await kept.codes.make(code(f"needle-code-{here}", chat_id=here), NOW)
            await kept.logins.begin(here, PERSON, Login(name="needle-name", code="needle-code"), NOW + TEN)
            await kept.daily.set(here, 0, 540, lambda _: Occurrence(local_date=NOW.date(), at=NOW))
        assert {what: files_with(path, needle) != [] for what, needle in needles.items()} == dict.fromkeys(
            needles, True
        )

        # When they are forgotten, and the bot runs on
        for here in range(chat_id, chat_id + chats):
            await kept.life.forget(here)

        # Then no file tells of them, the journal included.
        assert (path.parent / "bot.db-wal").exists()
        assert [what for what, needle in needles.items() if files_with(path, needle)] == []
        assert files_with(path, b"stays") != []


async def test_a_chat_that_is_left_is_forgotten(kept: Storage) -> None:
    account, stays = await connect(kept, chat_id=GROUP), await connect(kept)
    await kept.history.add(account.account_id, reading())
    await kept.chats.choose(GROUP, keeps_history=False, language="de")

    await kept.life.leave(GROUP)

    assert await kept.chats.find(GROUP) is None
    assert await kept.accounts.names(GROUP) == ()
    assert await kept.history.latest(account.account_id) is None
    assert await kept.accounts.all() == (stays,)


async def test_leaving_a_chat_that_is_not_known_changes_nothing(kept: Storage) -> None:
    account = await connect(kept)

    await kept.life.leave(GROUP)

    assert await kept.chats.find(GROUP) is None
    assert await kept.accounts.all() == (account,)


async def left_with_history(kept: Storage) -> None:
    """A group with everything a group can have, whose history was to stay, left."""
    await kept.chats.meet(CHAT, "private", None, NOW)
    account = await connect(kept, "Team", chat_id=GROUP)
    await kept.history.add(account.account_id, reading())
    await kept.chats.meet(GROUP, "group", "de", NOW, title="Scrapers")
    await kept.chats.choose(GROUP, keeps_history=True, default_account_id=account.account_id, language="fr")
    await kept.codes.make(code(), NOW)
    await kept.logins.begin(GROUP, PERSON, Login(name=""), NOW + TEN)
    await kept.logins.begin(CHAT, PERSON, Login(name="", target_chat_id=GROUP), NOW + TEN)

    await kept.life.leave(GROUP)


async def test_of_a_chat_that_is_left_only_the_history_stays_if_it_was_so_chosen(kept: Storage) -> None:
    await left_with_history(kept)

    assert await kept.accounts.all() == ()
    assert await kept.accounts.names(GROUP) == ("Team",)
    chat = await kept.chats.find(GROUP)
    assert chat is not None
    assert replace(chat, keeps_history=False) == Chat(chat_id=GROUP, kind="group")
    assert await kept.codes.find("CODE", NOW) is None
    assert await kept.logins.under_way(GROUP, PERSON, NOW) is None
    assert await kept.logins.under_way(CHAT, PERSON, NOW) is None
    assert await kept.history.latest((await connect(kept, "team", chat_id=GROUP)).account_id) == reading()


async def test_leaving_twice_leaves_the_history_too(kept: Storage) -> None:
    await left_with_history(kept)

    await kept.life.leave(GROUP)

    assert await kept.accounts.names(GROUP) == ("Team",)
    assert await kept.history.latest((await connect(kept, "team", chat_id=GROUP)).account_id) == reading()


async def test_what_is_left_without_its_history_leaves_no_seal_in_any_file(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        for keeps, chat_id in ((True, GROUP), (False, GROUP - 1)):
            await connect(kept, chat_id=chat_id, sealed=b"needle sealed in steel " * 300)
            await kept.chats.choose(chat_id, keeps_history=keeps)
        assert files_with(path, b"needle sealed") != []

        for chat_id in (GROUP, GROUP - 1):
            await kept.life.leave(chat_id)

        assert files_with(path, b"needle sealed") == []


@pytest.mark.parametrize("keeps_history", [True, False])
async def test_what_was_shared_from_a_chat_that_is_left_is_shared_no_more(kept: Storage, keeps_history: bool) -> None:
    own = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=own)
    await kept.chats.choose(CHAT, keeps_history=keeps_history)

    await kept.life.leave(CHAT)

    assert await kept.accounts.all() == (replace(share, shared_from=None),)


async def test_a_group_moves_with_all_that_is_its(kept: Storage) -> None:
    # Given a group with everything a group can have, and others that have nothing to do with it
    own, stranger = await connect(kept), await connect(kept, chat_id=GROUP - 1)
    await kept.chats.meet(GROUP, "group", "de", NOW, title="Scrapers")
    team = await connect(kept, "team", chat_id=GROUP, by=6)
    share = await connect(kept, "share", chat_id=GROUP, shared_from=own)
    gone = await connect(kept, "gone", chat_id=GROUP)
    for account in (team, gone):
        await kept.history.add(account.account_id, reading())
    await kept.accounts.disconnect(gone, keep_history=True)
    await kept.accounts.mark_refused(team, NOW)
    await kept.chats.choose(GROUP, language="fr", zone="Europe/Berlin", shows_money=True, keeps_history=True)
    await kept.chats.choose(GROUP, quiet_from=60, quiet_until=120, default_account_id=share.account_id)
    await kept.logins.begin(CHAT, PERSON, Login(name="x", target_chat_id=GROUP, topic_id=3, code="c"), NOW + TEN)
    await kept.codes.make(code(), NOW)
    chat = await kept.chats.find(GROUP)
    assert chat is not None

    # When it becomes a supergroup that nobody has met yet
    moved = await move(kept)

    # Then all of it is there, sealed for there, and nothing where it was.
    assert moved
    assert await kept.chats.find(SUPERGROUP) == replace(chat, chat_id=SUPERGROUP, kind="supergroup")
    assert await kept.accounts.of(SUPERGROUP) == (
        replace(
            team,
            chat_id=SUPERGROUP,
            sealed=b"%d again: %s" % (team.account_id, seal(team.account_id, GROUP)),
            refused_at=NOW,
        ),
        replace(
            share,
            chat_id=SUPERGROUP,
            sealed=b"%d again: %s" % (share.account_id, seal(share.account_id, GROUP)),
        ),
    )
    assert await kept.accounts.names(SUPERGROUP) == ("team", "share", "gone")
    for account in (team, gone):
        assert await kept.history.latest(account.account_id) == reading()
    assert await kept.logins.under_way(CHAT, PERSON, NOW) == Login(
        name="x", target_chat_id=SUPERGROUP, topic_id=3, code="c"
    )
    assert await kept.codes.find("CODE", NOW) == code(chat_id=SUPERGROUP)
    assert [one for one in await kept.accounts.all() if one.chat_id != SUPERGROUP] == [own, stranger]


async def test_moving_again_changes_nothing_and_says_so(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    assert await move(kept)
    once = await kept.accounts.all()

    assert not await move(kept)

    assert await kept.accounts.all() == once


async def test_what_was_never_known_is_not_moved(kept: Storage) -> None:
    account = await connect(kept, chat_id=SUPERGROUP)

    assert not await move(kept, GROUP, SUPERGROUP)
    assert not await move(kept, GROUP, SUPERGROUP - 1)
    assert not await move(kept, SUPERGROUP, SUPERGROUP)

    assert await kept.accounts.all() == (account,)
    assert await kept.chats.find(SUPERGROUP - 1) is None


async def test_whoever_still_knows_the_old_number_finds_the_supergroup(kept: Storage) -> None:
    first = await connect(kept, chat_id=GROUP)
    await kept.chats.choose(GROUP, language="de")
    await move(kept)

    met = await kept.chats.meet(GROUP, "group", "fr", NOW + timedelta(days=1), title="Scrapers")
    second = await connect(kept, "late", chat_id=GROUP)
    await kept.codes.make(code(chat_id=GROUP), NOW)

    assert (met.chat_id, met.kind, met.language, met.title) == (SUPERGROUP, "supergroup", "de", "Scrapers")
    assert (second.chat_id, second.sealed) == (SUPERGROUP, seal(second.account_id, SUPERGROUP))
    assert [one.account_id for one in await kept.accounts.of(SUPERGROUP)] == [first.account_id, second.account_id]
    assert await kept.codes.find("CODE", NOW) == code(chat_id=SUPERGROUP)


async def test_what_was_begun_before_the_move_is_done_after_it(kept: Storage) -> None:
    # Given who holds a group, its accounts and a login for it as they were before
    await kept.chats.meet(CHAT, "private", None, NOW)
    kept_one, deleted, renamed = [await connect(kept, name, chat_id=GROUP) for name in ("one", "two", "three")]
    await move(kept)

    # When they go on
    gone = [
        await kept.accounts.disconnect(kept_one, keep_history=True),
        await kept.accounts.disconnect(deleted, keep_history=False),
    ]
    chosen = await kept.chats.choose(GROUP, language="de")
    await kept.logins.begin(CHAT, PERSON, Login(name="", target_chat_id=GROUP), NOW + TEN)

    # Then it is done in the supergroup.
    assert [one.done for one in gone] == [True, True]
    assert await kept.accounts.rename(renamed, "new")
    assert [one.name for one in await kept.accounts.of(SUPERGROUP)] == ["new"]
    assert await kept.accounts.names(SUPERGROUP) == ("one", "new")
    assert chosen is not None
    assert await kept.chats.find(SUPERGROUP) == chosen
    assert (chosen.chat_id, chosen.language) == (SUPERGROUP, "de")
    assert await kept.logins.under_way(CHAT, PERSON, NOW) == Login(name="", target_chat_id=SUPERGROUP)
    assert [await kept.life.now_at(one) for one in (GROUP, SUPERGROUP, CHAT)] == [SUPERGROUP, SUPERGROUP, CHAT]


async def test_who_wants_the_old_group_forgotten_has_the_supergroup_forgotten(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    await move(kept)

    await kept.life.forget(GROUP)

    assert await kept.accounts.all() == ()
    assert await kept.chats.find(SUPERGROUP) is None


async def test_to_be_put_out_of_what_a_group_was_costs_the_supergroup_nothing(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    await move(kept)
    accounts = await kept.accounts.of(SUPERGROUP)

    await kept.life.leave(GROUP)

    assert accounts != ()
    assert await kept.accounts.of(SUPERGROUP) == accounts


async def test_an_account_that_comes_late_under_a_name_of_the_supergroup_takes_no_place_there(kept: Storage) -> None:
    first = await connect(kept, chat_id=GROUP)
    await move(kept)

    with pytest.raises(storage.NameTaken):
        await connect(kept, chat_id=GROUP)

    assert [one.account_id for one in await kept.accounts.of(SUPERGROUP)] == [first.account_id]


async def test_what_was_chosen_in_the_supergroup_counts_more_than_what_it_was_before(kept: Storage) -> None:
    # Given a group where much was chosen, and the supergroup, met with other names and other choices
    before, after = await connect(kept, "before", chat_id=GROUP), await connect(kept, "after", chat_id=SUPERGROUP)
    await kept.chats.meet(GROUP, "group", "de", NOW, title="Old")
    await kept.chats.meet(SUPERGROUP, "supergroup", "fr", NOW, title="New")
    await kept.chats.choose(GROUP, language="de", zone="Europe/Berlin", shows_money=True, keeps_history=True)
    await kept.chats.choose(GROUP, quiet_from=60, quiet_until=120, default_account_id=before.account_id)
    await kept.chats.choose(SUPERGROUP, language="fr", shows_money=False)

    assert await move(kept)

    assert await kept.chats.find(SUPERGROUP) == Chat(
        chat_id=SUPERGROUP,
        kind="supergroup",
        title="New",
        language="fr",
        heard="de",
        zone="Europe/Berlin",
        quiet_from=60,
        quiet_until=120,
        shows_money=False,
        keeps_history=True,
        default_account_id=before.account_id,
    )
    assert [one.name for one in await kept.accounts.of(SUPERGROUP)] == ["before", "after"]
    assert after in await kept.accounts.of(SUPERGROUP)


async def test_a_default_account_chosen_in_the_supergroup_stays_the_default(kept: Storage) -> None:
    before, after = await connect(kept, "before", chat_id=GROUP), await connect(kept, "after", chat_id=SUPERGROUP)
    await kept.chats.choose(GROUP, default_account_id=before.account_id)
    await kept.chats.choose(SUPERGROUP, default_account_id=after.account_id)

    await move(kept)

    chat = await kept.chats.find(SUPERGROUP)
    assert chat is not None
    assert chat.default_account_id == after.account_id


async def test_names_that_are_taken_there_become_free_ones(kept: Storage) -> None:
    # Given both with a Main, one of them only in the history of the supergroup, and a name of its own
    gone = await connect(kept, "Straße", chat_id=SUPERGROUP)
    await kept.accounts.disconnect(gone, keep_history=True)
    there = await connect(kept, "Main", chat_id=SUPERGROUP)
    for name in ("main", "STRASSE", "other"):
        await connect(kept, name, chat_id=GROUP)

    assert await move(kept)

    accounts = await kept.accounts.of(SUPERGROUP)
    assert accounts[0] == there
    assert [one.name for one in accounts[1:]] == [
        "main-not-Main-Straße",
        "STRASSE-not-Main-Straße-main-not-Main-Straße",
        "other",
    ]
    # And each is known by its new name, whatever its case.
    again = await connect(kept, "MAIN-NOT-MAIN-STRASSE", chat_id=SUPERGROUP, replaces=accounts[1])
    assert again.account_id == accounts[1].account_id


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["as it happened", "the later one first"])
async def test_what_moved_twice_is_found_by_every_number_it_had(kept: Storage, order: tuple[int, int]) -> None:
    numbers = (GROUP, SUPERGROUP, SUPERGROUP - 1)
    for chat_id in numbers[:2]:
        await connect(kept, f"of {chat_id}", chat_id=chat_id)

    for step in order:
        assert await move(kept, numbers[step], numbers[step + 1])

    assert sorted(one.name for one in await kept.accounts.of(SUPERGROUP - 1)) == sorted(
        f"of {one}" for one in numbers[:2]
    )
    for chat_id in numbers:
        assert (await kept.chats.meet(chat_id, "group", None, NOW)).chat_id == SUPERGROUP - 1


async def test_a_seal_that_fails_moves_nothing(kept: Storage) -> None:
    first, second = await connect(kept, "one", chat_id=GROUP), await connect(kept, "two", chat_id=GROUP)

    def fail(account_id: int, _chat_id: int, sealed: bytes) -> bytes:
        if account_id == second.account_id:
            raise ArithmeticError
        return sealed

    with pytest.raises(ArithmeticError):
        await kept.life.move(GROUP, SUPERGROUP, now=NOW, reseal=fail, free_name=free_name)

    assert await kept.accounts.all() == (first, second)
    assert await kept.chats.find(SUPERGROUP) is None


async def test_a_seal_for_the_old_group_is_in_no_file_once_it_moved(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        await connect(kept, chat_id=GROUP, sealed=b"needle sealed in steel " * 300)
        assert files_with(path, b"needle sealed") != []

        await kept.life.move(GROUP, SUPERGROUP, now=NOW, reseal=lambda *_: b"for there", free_name=free_name)

        assert files_with(path, b"needle sealed") == []
        assert files_with(path, b"for there") != []


async def test_a_supergroup_that_is_forgotten_takes_its_old_number_along(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    await move(kept)

    await kept.life.forget(SUPERGROUP)

    assert (await kept.chats.meet(GROUP, "group", None, NOW)).chat_id == GROUP
