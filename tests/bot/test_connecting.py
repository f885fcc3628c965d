"""A credential kept for a chat: under which name, in whose place, sealed for where it is; and who may bring it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import storage
from bot import accounts
from bot.asking import opened
from bot.bytesflows import client
from bot.bytesflows.client import Client
from bot.commands import Admin, Command, Context, Person
from bot.connecting import Wish, admin_there, check_room, keep, new_code, same
from bot.credentials import Credential, Kind
from bot.i18n import languages
from bot.moving import mover
from bot.problems import AdminsOnly, CodeExpired, RightsUnknown, TooManyAccounts
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, Vault
from storage import Account, Chat, Connected, Storage
from storage.accounts import Accounts
from storage.engines.sqlite import SQLite
from tests.storage.given import CHAT, GROUP, NOW, PERSON, SUPERGROUP, kind_of, reading

KEY, LOST = Key(b"k" * 32), Key(b"l" * 32)
VAULT = Vault((KEY,))
LATER = NOW + timedelta(days=1)
ENGLISH = languages().best(("en",))


def token(number: int = 1, kind: Kind = "bearer") -> Credential:
    """A credential of its own for each number."""
    return Credential(kind=kind, secret=Secret(f"tok_{number}_5ecret"))


class Rights:
    """Who is an admin where, as Telegram would say; `asked` is of which chat, and whether anew."""

    def __init__(self) -> None:
        self.admins: dict[int, tuple[Admin, ...]] = {}
        self.asked: list[tuple[int, bool]] = []

    async def of(self, chat_id: int, *, fresh: bool = False) -> tuple[Admin, ...]:
        """Return the admins of a chat that Telegram tells of."""
        self.asked.append((chat_id, fresh))
        if chat_id not in self.admins:
            raise RightsUnknown
        return self.admins[chat_id]


@dataclass(kw_only=True)
class House:
    """A real storage, a client that nobody asks, and who may do what."""

    path: Path
    storage: Storage
    client: Client
    rights: Rights = field(default_factory=Rights)

    async def chat(self, chat_id: int = CHAT) -> Chat:
        """A chat that the bot has met."""
        return await self.storage.chats.meet(chat_id, kind_of(chat_id), None, NOW)

    async def context(self, *, by: int = PERSON, kept: Storage | None = None) -> Context:
        """What a handler is given in somebody's private chat, a day after everything began."""

        async def erase() -> bool:
            return True

        return Context(
            command=Command(
                chat_id=CHAT, chat_kind="private", person=Person(person_id=by, language="en"), name="login"
            ),
            words=ENGLISH,
            now=LATER,
            chat=await self.chat(),
            accounts=(),
            storage=kept or self.storage,
            vault=VAULT,
            client=self.client,
            languages=languages(),
            admins=self.rights,
            bot_name="demo_bot",
            erase=erase,
            listed=(),
        )

    async def given(
        self,
        credential: Credential,
        name: str = "main",
        *,
        chat_id: int = CHAT,
        key: Key = KEY,
        shared_from: Account | None = None,
    ) -> Account:
        """An account that was connected when everything began, sealed with a key."""
        await self.chat(chat_id)

        def seal(account_id: int, chat_id: int) -> bytes:
            return Vault((key,)).seal(credential.secret, of_account(account_id, chat_id))

        done = await self.storage.accounts.connect(
            chat_id,
            name,
            credential.kind,
            by=PERSON,
            now=NOW,
            seal=seal,
            replaces=None,
            most=accounts.MOST,
            shared_from=None if shared_from is None else shared_from.account_id,
        )
        return done.account

    async def filled(self, number: int, *, chat_id: int = CHAT) -> None:
        """Connect so many accounts: `account-0` with the first token, and so on."""
        for one in range(number):
            await self.given(token(one), f"account-{one}", chat_id=chat_id)

    async def keeps(self, wish: Wish, *, chat_id: int = CHAT, by: int = PERSON) -> Connected:
        """Keep a credential in a chat, a day later."""
        return await keep(await self.context(by=by), await self.chat(chat_id), wish)

    async def found(self, chat_id: int = CHAT) -> dict[str, Credential]:
        """What opens in a chat, by its account's name; everything there has to."""
        return {one.name: await opened(one, VAULT) for one in await self.storage.accounts.of(chat_id)}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    path = tmp_path / "bot.db"
    async with (
        storage.opened(f"sqlite:///{path}") as kept,
        client.connected("http://127.0.0.1:9", zone=ZoneInfo("UTC"), clock=lambda: NOW) as asked,
    ):
        yield House(path=path, storage=kept, client=asked)


def test_a_code_fits_into_a_link_and_no_two_are_alike() -> None:
    codes = {new_code() for _ in range(200)}

    assert len(codes) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", code) for code in codes)


async def test_the_account_that_holds_this_very_credential_is_the_same(house: House) -> None:
    await house.given(token(1))
    second = await house.given(token(2), "side")
    there = await house.storage.accounts.of(CHAT)

    assert await same(token(2), there, VAULT) == second
    assert await same(token(3), there, VAULT) is None
    assert await same(token(2, "cookie"), there, VAULT) is None


async def test_accounts_that_do_not_open_are_the_same_as_none(house: House) -> None:
    locked = await house.given(token(), "locked", key=LOST)
    damaged = replace(await house.given(token(), "damaged"), sealed=b"damaged")
    whole = await house.given(token(), "whole")

    assert await same(token(), (locked, damaged), VAULT) is None
    assert await same(token(), (locked, damaged, whole), VAULT) == whole


@pytest.mark.parametrize("kind", ["bearer", "cookie"])
async def test_what_is_kept_opens_where_it_is_and_says_who_brought_it_when(house: House, kind: Kind) -> None:
    done = await house.keeps(Wish(credential=token(1, kind)), chat_id=GROUP, by=6)

    (account,) = await house.storage.accounts.of(GROUP)
    assert done == Connected(account=account)
    assert await opened(account, VAULT) == token(1, kind)
    assert (account.name, account.connected_by, account.connected_at) == ("main", 6, LATER)
    assert account.shared_from is None
    assert await house.storage.accounts.of(CHAT) == ()


async def test_the_name_that_was_said_counts_more_than_every_other(house: House) -> None:
    await house.given(token(1))

    await house.keeps(Wish(credential=token(2), said="team", waited="side"))

    assert await house.found() == {"main": token(1), "team": token(2)}


@pytest.mark.parametrize("said", ["", "all", "two words", "<b>", "12", "n" * 25])
async def test_where_no_name_was_said_it_is_the_one_that_was_waited_for(house: House, said: str) -> None:
    await house.given(token(1))

    await house.keeps(Wish(credential=token(2), said=said, waited="side"))

    assert await house.found() == {"main": token(1), "side": token(2)}


@pytest.mark.parametrize("by_waiting", [True, False])
async def test_another_credential_takes_the_place_of_the_account_of_that_name_from_then_on(
    house: House, by_waiting: bool
) -> None:
    first = await house.given(token(1))
    wish = Wish(credential=token(2), waited="MAIN") if by_waiting else Wish(credential=token(2), said="MAIN")

    done = await house.keeps(wish)

    assert done.account.account_id == first.account_id
    assert done.account.connected_at == LATER
    assert await house.found() == {"MAIN": token(2)}


async def test_without_a_name_the_account_that_holds_it_already_is_renewed_and_no_younger(house: House) -> None:
    await house.given(token(1))
    side = await house.given(token(2), "side")
    await house.storage.accounts.mark_refused(side, NOW)

    done = await house.keeps(Wish(credential=token(2)))

    assert replace(done.account, sealed=side.sealed) == side
    assert await house.found() == {"main": token(1), "side": token(2)}


@pytest.mark.parametrize("said", ["side", "MAIN", "third", ""])
async def test_the_same_credential_is_the_same_account_whatever_name_comes_with_it(house: House, said: str) -> None:
    main = await house.given(token(1))
    await house.given(token(2), "side")

    done = await house.keeps(Wish(credential=token(1), said=said))

    assert replace(done.account, sealed=main.sealed) == main
    assert await house.found() == {"main": token(1), "side": token(2)}


@pytest.mark.parametrize("fault", ["refused", "locked"])
async def test_the_only_account_is_repaired_where_it_is_broken_whatever_its_name(house: House, fault: str) -> None:
    broken = await house.given(token(1), "crawler", key=LOST if fault == "locked" else KEY)
    await house.storage.accounts.mark_refused(broken, NOW if fault == "refused" else None)

    done = await house.keeps(Wish(credential=token(2)))

    assert (done.account.account_id, done.account.refused_at) == (broken.account_id, None)
    assert await house.found() == {"crawler": token(2)}


async def test_of_several_accounts_none_is_replaced_unnamed(house: House) -> None:
    broken = await house.given(token(1))
    await house.storage.accounts.mark_refused(broken, NOW)
    await house.given(token(2), "side")

    await house.keeps(Wish(credential=token(3)))

    assert await house.found() == {"main": token(1), "side": token(2), "main-2": token(3)}


async def test_an_account_that_works_is_not_replaced_unnamed(house: House) -> None:
    await house.given(token(1), "crawler")

    await house.keeps(Wish(credential=token(2)))

    assert await house.found() == {"crawler": token(1), "main": token(2)}


async def test_a_share_is_sealed_for_the_group_and_says_where_it_comes_from(house: House) -> None:
    own = await house.given(token(), "crawler")

    done = await house.keeps(Wish(credential=token(), waited="crawler", shared_from=own.account_id), chat_id=GROUP)

    assert (done.account.chat_id, done.account.shared_from) == (GROUP, own.account_id)
    assert await house.found(GROUP) == await house.found(CHAT) == {"crawler": token()}


async def test_a_share_takes_no_place_of_an_account_that_merely_has_its_name_or_left_its_history_under_it(
    house: House,
) -> None:
    own = await house.given(token(1))
    await house.given(token(2), chat_id=GROUP)
    gone = await house.given(token(3), "main-2", chat_id=GROUP)
    await house.storage.history.add(gone.account_id, reading())
    await house.storage.accounts.disconnect(gone, keep_history=True)

    done = await house.keeps(Wish(credential=token(1), waited="main", shared_from=own.account_id), chat_id=GROUP)

    assert await house.found(GROUP) == {"main": token(2), "main-3": token(1)}
    assert await house.storage.history.latest(done.account.account_id) is None


async def test_a_share_repairs_no_account_of_the_group(house: House) -> None:
    own = await house.given(token(1), "crawler")
    broken = await house.given(token(2), chat_id=GROUP)
    await house.storage.accounts.mark_refused(broken, NOW)

    await house.keeps(Wish(credential=token(1), waited="crawler", shared_from=own.account_id), chat_id=GROUP)

    assert await house.found(GROUP) == {"main": token(2), "crawler": token(1)}


async def test_a_share_takes_the_place_of_its_earlier_self_whatever_the_group_calls_it(house: House) -> None:
    own, other = await house.given(token(1)), await house.given(token(2), "other")
    await house.given(token(2), "other", chat_id=GROUP, shared_from=other)
    earlier = await house.given(token(1), "ours", chat_id=GROUP, key=LOST, shared_from=own)

    done = await house.keeps(Wish(credential=token(1), waited="main", shared_from=own.account_id), chat_id=GROUP)

    assert (done.account.account_id, done.account.shared_from) == (earlier.account_id, own.account_id)
    assert await house.found(GROUP) == {"other": token(2), "ours": token(1)}


async def test_what_the_group_holds_already_is_not_connected_a_second_time_by_a_share(house: House) -> None:
    own = await house.given(token(1), "mine")
    there = await house.given(token(1), "ours", chat_id=GROUP)

    done = await house.keeps(Wish(credential=token(1), waited="mine", shared_from=own.account_id), chat_id=GROUP)
    by_another = await house.keeps(
        Wish(credential=token(1), waited="mine", shared_from=own.account_id), chat_id=GROUP, by=6
    )

    assert (done.account.account_id, done.account.connected_at) == (there.account_id, NOW)
    assert done.account.shared_from == own.account_id
    assert await house.found(GROUP) == {"ours": token(1)}
    # What somebody else connected stays theirs: who shares it too can't take it away with them.
    assert replace(by_another.account, sealed=done.account.sealed) == done.account


WISHES = {
    "a new one": (lambda: Wish(credential=token(99)), False),
    "a new one of a new name": (lambda: Wish(credential=token(99), said="new"), False),
    "a known one under a new name": (lambda: Wish(credential=token(3), said="new"), True),
    "a new one whose name is in the history": (lambda: Wish(credential=token(99), waited="gone"), False),
    "a known one": (lambda: Wish(credential=token(3)), True),
    "a new one under a name that is there": (lambda: Wish(credential=token(99), said="ACCOUNT-3"), True),
    "a new one waited for under a name that is there": (
        lambda: Wish(credential=token(99), said="all", waited="account-3"),
        True,
    ),
}


@pytest.mark.parametrize(("wish", "fits"), WISHES.values(), ids=WISHES)
async def test_into_a_full_chat_goes_only_what_takes_a_place_that_is_there_and_it_is_told_before(
    house: House, wish: Callable[[], Wish], fits: bool
) -> None:
    gone = await house.given(token(50), "gone")
    await house.storage.accounts.disconnect(gone, keep_history=True)
    await house.filled(accounts.MOST)
    before = await house.storage.accounts.all()
    context, chat = await house.context(), await house.chat()

    if fits:
        await check_room(context, chat, wish())
        assert (await keep(context, chat, wish())).account.name.casefold() == "account-3"
    else:
        with pytest.raises(TooManyAccounts):
            await check_room(context, chat, wish())
        with pytest.raises(TooManyAccounts):
            await keep(context, chat, wish())
        assert await house.storage.accounts.all() == before
    assert len(await house.storage.accounts.of(CHAT)) == accounts.MOST


async def test_for_the_last_place_there_is_room(house: House) -> None:
    await house.filled(accounts.MOST - 1)
    wish = Wish(credential=token(99), said="last")

    await check_room(await house.context(), await house.chat(), wish)
    await house.keeps(wish)

    assert (await house.found())["last"] == token(99)


async def test_where_more_than_the_most_came_together_nothing_new_fits_and_everything_can_be_renewed(
    house: House,
) -> None:
    # Given a group that became a supergroup which was full already
    await house.filled(accounts.MOST, chat_id=SUPERGROUP)
    await house.given(token(50), "came", chat_id=GROUP)
    await mover(house.storage, VAULT, lambda: NOW)(GROUP, SUPERGROUP)
    context, chat = await house.context(), await house.chat(SUPERGROUP)

    with pytest.raises(TooManyAccounts):
        await check_room(context, chat, Wish(credential=token(99)))
    await check_room(context, chat, Wish(credential=token(99), said="came"))
    await keep(context, chat, Wish(credential=token(99), said="came"))

    assert (await house.found(SUPERGROUP))["came"] == token(99)
    assert len(await house.storage.accounts.of(SUPERGROUP)) == accounts.MOST + 1


async def test_a_group_that_put_the_bot_out_meanwhile_gets_nothing(house: House) -> None:
    context, group = await house.context(), await house.chat(GROUP)
    await house.storage.life.leave(GROUP)

    with pytest.raises(CodeExpired):
        await keep(context, group, Wish(credential=token()))

    assert await house.storage.accounts.all() == ()


async def test_what_a_group_that_moved_meanwhile_was_to_get_is_kept_in_the_supergroup(house: House) -> None:
    first = await house.given(token(1), chat_id=GROUP)
    context, group = await house.context(), await house.chat(GROUP)
    await mover(house.storage, VAULT, lambda: NOW)(GROUP, SUPERGROUP)

    renewed = await keep(context, group, Wish(credential=token(1)))
    await keep(context, group, Wish(credential=token(2)))

    assert (renewed.account.account_id, renewed.account.chat_id) == (first.account_id, SUPERGROUP)
    assert await house.found(SUPERGROUP) == {"main": token(1), "main-2": token(2)}


async def test_a_group_that_moved_meanwhile_has_as_much_room_as_the_supergroup(house: House) -> None:
    context, group = await house.context(), await house.chat(GROUP)
    await house.filled(accounts.MOST, chat_id=SUPERGROUP)
    await mover(house.storage, VAULT, lambda: NOW)(GROUP, SUPERGROUP)

    with pytest.raises(TooManyAccounts):
        await check_room(context, group, Wish(credential=token(99)))


async def test_an_account_that_moved_while_its_key_was_lost_is_repaired_by_the_next_login(house: House) -> None:
    locked = await house.given(token(1), "crawler", chat_id=GROUP, key=LOST)
    await mover(house.storage, VAULT, lambda: NOW)(GROUP, SUPERGROUP)

    done = await house.keeps(Wish(credential=token(1)), chat_id=SUPERGROUP)

    assert done.account.account_id == locked.account_id
    assert await house.found(SUPERGROUP) == {"crawler": token(1)}


class Overtaken(Accounts):
    """The accounts of a chat where others take the first free name whenever it was looked up, so many times."""

    def __init__(self, database: SQLite, *, times: int) -> None:
        super().__init__(database)
        self.times = times

    async def names(self, chat_id: int) -> tuple[str, ...]:
        """Return the names that are taken, just before one more is."""
        taken = await super().names(chat_id)
        if self.times:
            self.times -= 1
            await self.connect(
                chat_id,
                accounts.free_name(taken),
                "bearer",
                by=6,
                now=NOW,
                seal=lambda account_id, chat_id: VAULT.seal(token(6).secret, of_account(account_id, chat_id)),
                replaces=None,
                most=accounts.MOST,
            )
        return taken


@pytest.mark.parametrize("times", [1, 2])
async def test_who_is_overtaken_by_others_gets_another_name_and_takes_no_place_of_theirs(
    house: House, times: int
) -> None:
    database = SQLite(f"sqlite:///{house.path}")
    overtaken = replace(house.storage, accounts=Overtaken(database, times=times))

    await keep(await house.context(kept=overtaken), await house.chat(), Wish(credential=token(1)))
    await database.close()

    theirs = {name: token(6) for name in ("main", "main-2")[:times]}
    assert await house.found() == theirs | {f"main-{times + 1}": token(1)}


async def test_who_is_overtaken_all_the_time_is_told_that_there_is_no_room(house: House) -> None:
    database = SQLite(f"sqlite:///{house.path}")
    overtaken = replace(house.storage, accounts=Overtaken(database, times=3))

    with pytest.raises(TooManyAccounts):
        await keep(await house.context(kept=overtaken), await house.chat(), Wish(credential=token(1)))
    await database.close()

    assert token(1) not in (await house.found()).values()


@pytest.mark.parametrize("hidden", [True, False])
async def test_who_asks_is_found_among_the_admins_as_telegram_names_them_now(house: House, hidden: bool) -> None:
    me = Admin(person_id=PERSON, name="Alice", hidden=hidden)
    house.rights.admins[GROUP] = (Admin(person_id=6, name="Bob", hidden=False), me)

    assert await admin_there(await house.context(), await house.chat(GROUP)) == me
    assert house.rights.asked == [(GROUP, True)]


@pytest.mark.parametrize("title", ["Scrapers", None])
async def test_who_is_no_admin_hears_of_which_group_and_of_nobody_in_it(house: House, title: str | None) -> None:
    house.rights.admins[GROUP] = (Admin(person_id=6, name="Bob", hidden=False),)

    with pytest.raises(AdminsOnly) as caught:
        await admin_there(await house.context(), replace(await house.chat(GROUP), title=title))

    assert (caught.value.names, caught.value.title) == ((), title or "")


async def test_where_telegram_does_not_tell_nobody_is_an_admin(house: House) -> None:
    with pytest.raises(RightsUnknown):
        await admin_there(await house.context(), await house.chat(GROUP))
