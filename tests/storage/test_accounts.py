"""Accounts: one for each name, connected, renewed, renamed, disconnected with or without what was gathered."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import storage
from storage import Full, Gone, NameTaken, Storage
from tests.storage.given import CHAT, GROUP, MOST, NOW, connect, connected, reading, seal


async def test_an_account_is_connected_with_a_seal_of_its_own_id_and_chat(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)

    done = await kept.accounts.connect(
        CHAT,
        "Team",
        "cookie",
        by=5,
        now=NOW,
        seal=lambda account_id, chat_id: b"sealed for %d of %d" % (account_id, chat_id),
        replaces=None,
        most=MOST,
    )

    account = done.account
    assert account.sealed == b"sealed for %d of %d" % (account.account_id, CHAT)
    assert (account.chat_id, account.name, account.kind) == (CHAT, "Team", "cookie")
    assert (account.connected_by, account.connected_at) == (5, NOW)
    assert (account.refused_at, account.lock_told_at, account.shared_from) == (None, None, None)
    assert done.shares == ()
    assert await kept.accounts.of(CHAT) == (account,)


async def test_accounts_are_told_in_the_order_they_were_connected_each_chat_its_own(kept: Storage) -> None:
    first, second = await connect(kept, "zebra"), await connect(kept, "ant")
    elsewhere = await connect(kept, "zebra", chat_id=CHAT + 1)

    assert await kept.accounts.of(CHAT) == (first, second)
    assert await kept.accounts.of(CHAT + 1) == (elsewhere,)
    assert await kept.accounts.of(CHAT + 2) == ()
    assert await kept.accounts.all() == (first, second, elsewhere)


async def test_a_name_belongs_to_one_account_whatever_its_case(kept: Storage) -> None:
    first = await connect(kept, "Straße", sealed=b"old")
    await kept.accounts.mark_refused(first, NOW)
    await kept.accounts.mark_lock_told(first, NOW)

    again = await connect(kept, "STRASSE", sealed=b"new", replaces=first)

    assert again.account_id == first.account_id
    assert (again.name, again.sealed) == ("STRASSE", b"new")
    assert (again.refused_at, again.lock_told_at) == (None, None)
    assert await kept.accounts.of(CHAT) == (again,)


async def test_an_account_takes_no_place_but_the_one_it_was_meant_to_take(kept: Storage) -> None:
    first, second = await connect(kept, "one"), await connect(kept, "two")

    for replaces in (None, second):
        with pytest.raises(NameTaken):
            await connect(kept, "ONE", sealed=b"over somebody else's", replaces=replaces)

    assert await kept.accounts.of(CHAT) == (first, second)


async def test_a_chat_has_so_many_accounts_and_no_more(kept: Storage) -> None:
    accounts = [await connect(kept, f"account-{number}") for number in range(MOST)]

    with pytest.raises(Full):
        await connect(kept, "one-too-many")

    # Where one is replaced, or has gone, or in another chat, there is room.
    await connect(kept, "account-3", replaces=accounts[3])
    await connect(kept, "elsewhere", chat_id=CHAT + 1)
    assert (await kept.accounts.disconnect(accounts[0], keep_history=True)).done
    assert (await connect(kept, "in-its-place")).chat_id == CHAT
    with pytest.raises(Full):
        await connect(kept, "account-0")
    assert len(await kept.accounts.of(CHAT)) == MOST


async def test_the_credential_it_has_already_makes_an_account_no_younger(kept: Storage) -> None:
    later = NOW + timedelta(days=1)
    first = await connect(kept)

    renewed = await connected(kept, now=later, replaces=first, renewed=True)
    another = await connected(kept, now=later, replaces=first)

    assert renewed.account.connected_at == NOW
    assert another.account.connected_at == later


async def test_disconnecting_deletes_the_seal_and_the_history(kept: Storage) -> None:
    account = await connect(kept)
    await kept.history.add(account.account_id, reading())

    gone = await kept.accounts.disconnect(account, keep_history=False)

    assert (gone.done, gone.shares) == (True, ())
    assert await kept.accounts.of(CHAT) == ()
    assert await kept.accounts.all() == ()
    assert await kept.accounts.names(CHAT) == ()
    assert await kept.history.latest(account.account_id) is None


async def test_a_kept_history_comes_back_with_its_name(kept: Storage) -> None:
    account = await connect(kept, "Team")
    await kept.history.add(account.account_id, reading())

    assert (await kept.accounts.disconnect(account, keep_history=True)).done
    assert await kept.accounts.of(CHAT) == ()
    assert await kept.accounts.all() == ()
    assert await kept.accounts.names(CHAT) == ("Team",)
    again = await connect(kept, "team")

    assert again.account_id == account.account_id
    assert await kept.history.latest(again.account_id) == reading()


async def test_disconnecting_twice_tells_that_it_was_done(kept: Storage) -> None:
    for keep_history in (True, False):
        account = await connect(kept)

        assert (await kept.accounts.disconnect(account, keep_history=keep_history)).done
        assert not (await kept.accounts.disconnect(account, keep_history=True)).done
        assert not (await kept.accounts.disconnect(account, keep_history=False)).done


async def test_an_account_is_disconnected_in_its_own_chat_only(kept: Storage) -> None:
    account = await connect(kept)

    assert not (await kept.accounts.disconnect(replace(account, chat_id=CHAT + 1), keep_history=False)).done

    assert await kept.accounts.of(CHAT) == (account,)


async def test_an_id_is_never_given_twice(kept: Storage) -> None:
    first = await connect(kept)
    await kept.accounts.disconnect(first, keep_history=False)

    second = await connect(kept)
    await kept.life.forget(CHAT)
    third = await connect(kept)

    assert first.account_id < second.account_id < third.account_id


async def test_marks_are_set_and_taken_away(kept: Storage) -> None:
    account, other = await connect(kept, "one"), await connect(kept, "two")

    await kept.accounts.mark_refused(account, NOW)
    await kept.accounts.mark_lock_told(account, NOW)
    marked, untouched = await kept.accounts.of(CHAT)
    await kept.accounts.mark_refused(account, None)
    await kept.accounts.mark_lock_told(account, None)

    assert (marked.refused_at, marked.lock_told_at) == (NOW, NOW)
    assert untouched == other
    assert await kept.accounts.of(CHAT) == (account, other)


async def test_a_seal_that_fails_connects_nothing(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)

    def fail(_account_id: int, _chat_id: int) -> bytes:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await kept.accounts.connect(CHAT, "main", "bearer", by=5, now=NOW, seal=fail, replaces=None, most=MOST)

    assert await kept.accounts.of(CHAT) == ()


async def test_an_account_is_renamed_and_found_by_its_new_name(kept: Storage) -> None:
    account, other = await connect(kept, "one"), await connect(kept, "other")

    assert await kept.accounts.rename(account, "Eins")

    assert await kept.accounts.of(CHAT) == (replace(account, name="Eins"), other)
    assert (await connect(kept, "eins", replaces=account)).account_id == account.account_id
    assert (await connect(kept, "one")).account_id not in (account.account_id, other.account_id)


async def test_only_the_case_of_a_name_can_be_changed_too(kept: Storage) -> None:
    account = await connect(kept, "main")

    assert await kept.accounts.rename(account, "MAIN")

    assert await kept.accounts.names(CHAT) == ("MAIN",)


async def test_a_name_that_another_account_has_or_left_its_history_under_is_not_given(kept: Storage) -> None:
    account, other, gone = await connect(kept, "one"), await connect(kept, "two"), await connect(kept, "three")
    await kept.accounts.disconnect(gone, keep_history=True)
    await connect(kept, "four", chat_id=CHAT + 1)

    for name in ("TWO", "Three"):
        with pytest.raises(NameTaken):
            await kept.accounts.rename(account, name)

    assert await kept.accounts.of(CHAT) == (account, other)
    assert await kept.accounts.rename(account, "four")


async def test_an_account_that_is_gone_is_not_renamed(kept: Storage) -> None:
    kept_history, deleted = await connect(kept, "one"), await connect(kept, "two")
    await kept.accounts.disconnect(kept_history, keep_history=True)
    await kept.accounts.disconnect(deleted, keep_history=False)

    assert not await kept.accounts.rename(kept_history, "new")
    assert not await kept.accounts.rename(deleted, "new")

    assert await kept.accounts.names(CHAT) == ("one",)


async def test_a_new_credential_reaches_every_account_that_was_shared(kept: Storage) -> None:
    # Given an account shared to two groups, refused there and then, and one with the same name that is not
    own = await connect(kept)
    first = await connect(kept, "first", chat_id=GROUP, shared_from=own)
    second = await connect(kept, "second", chat_id=GROUP - 1, shared_from=own, by=6)
    stranger = await connect(kept, "main", chat_id=GROUP)
    for account in (own, first, second, stranger):
        await kept.accounts.mark_refused(account, NOW)
        await kept.accounts.mark_lock_told(account, NOW)
    later = NOW + timedelta(days=1)

    # When it gets a new one
    done = await connected(kept, now=later, replaces=own)

    # Then those shared from it have it, sealed for where they are, and are told; nothing else of them is new.
    assert done.account.sealed == seal(own.account_id, CHAT)
    assert done.shares == (
        replace(first, sealed=seal(first.account_id, GROUP), connected_at=later, counted_before=NOW),
        replace(second, sealed=seal(second.account_id, GROUP - 1), connected_at=later, counted_before=NOW),
    )
    assert [one.shared_from for one in done.shares] == [own.account_id] * 2
    assert await kept.accounts.of(GROUP - 1) == done.shares[1:]
    (untouched,) = [one for one in await kept.accounts.of(GROUP) if one.name == "main"]
    assert untouched == replace(stranger, refused_at=NOW, lock_told_at=NOW)


async def test_a_share_that_a_group_disconnected_does_not_come_back_with_a_new_credential(kept: Storage) -> None:
    own = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=own)
    await kept.accounts.disconnect(share, keep_history=True)

    done = await connected(kept, replaces=own)

    assert done.shares == ()
    assert await kept.accounts.of(GROUP) == ()


async def test_the_seals_of_shares_are_renewed_with_the_account_or_not_at_all(kept: Storage) -> None:
    own = await connect(kept, sealed=b"old")
    share = await connect(kept, chat_id=GROUP, shared_from=own, sealed=b"old")

    def seal_of_own_only(account_id: int, _chat_id: int) -> bytes:
        if account_id != own.account_id:
            raise ArithmeticError
        return b"new"

    with pytest.raises(ArithmeticError):
        await kept.accounts.connect(
            CHAT, "main", "bearer", by=5, now=NOW, seal=seal_of_own_only, replaces=own.account_id, most=MOST
        )

    assert await kept.accounts.all() == (own, share)


@pytest.mark.parametrize("keep_history", [True, False])
async def test_disconnecting_an_account_disconnects_what_was_shared_from_it(kept: Storage, keep_history: bool) -> None:
    own, other = await connect(kept), await connect(kept, "other")
    share = await connect(kept, chat_id=GROUP, shared_from=own)
    elsewhere = await connect(kept, "elsewhere", chat_id=GROUP, shared_from=other)
    await kept.history.add(share.account_id, reading())

    gone = await kept.accounts.disconnect(own, keep_history=keep_history)

    assert (gone.done, gone.shares) == (True, (share,))
    assert await kept.accounts.all() == (other, elsewhere)
    assert await kept.history.latest(share.account_id) == (reading() if keep_history else None)


async def test_disconnecting_a_share_leaves_what_it_was_shared_from(kept: Storage) -> None:
    own = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=own)

    gone = await kept.accounts.disconnect(share, keep_history=False)

    assert (gone.done, gone.shares) == (True, ())
    assert await kept.accounts.all() == (own,)


async def test_an_account_that_is_gone_takes_no_share_with_it(kept: Storage) -> None:
    own = await connect(kept)
    await kept.accounts.disconnect(own, keep_history=True)
    again = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=again)

    stale = replace(own, chat_id=CHAT + 1)

    assert await kept.accounts.disconnect(stale, keep_history=False) == storage.Disconnected(done=False)
    assert await kept.accounts.all() == (again, share)


async def test_a_share_that_gets_a_credential_of_its_own_is_a_share_no_more(kept: Storage) -> None:
    own = await connect(kept)
    share = await connect(kept, chat_id=GROUP, shared_from=own)

    await connect(kept, chat_id=GROUP, replaces=share, by=6)
    gone = await kept.accounts.disconnect(own, keep_history=False)

    assert gone.shares == ()
    (left,) = await kept.accounts.of(GROUP)
    assert (left.account_id, left.connected_by, left.shared_from) == (share.account_id, 6, None)


async def test_what_a_person_connected_in_groups_is_told_with_the_groups_title(kept: Storage) -> None:
    await kept.chats.meet(GROUP, "group", None, NOW, title="Scrapers")
    own = await connect(kept)
    share = await connect(kept, "shared", chat_id=GROUP, shared_from=own)
    direct = await connect(kept, "direct", chat_id=GROUP - 1)
    gone = await connect(kept, "gone", chat_id=GROUP)
    await connect(kept, "theirs", chat_id=GROUP, by=6)
    await kept.accounts.disconnect(gone, keep_history=True)

    used = await kept.accounts.used(5)

    assert [(one.account, one.title) for one in used] == [(share, "Scrapers"), (direct, None)]
    assert await kept.accounts.used(7) == ()


async def test_an_account_prints_without_its_seal(kept: Storage) -> None:
    account = await connect(kept, sealed=b"sealed-5ecret")

    assert "5ecret" not in f"{account} {account!r}"


async def test_a_disconnected_seal_is_nowhere_in_the_file(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        for keep_history in (True, False):
            account = await connect(kept, f"account-{keep_history}", sealed=b"a seal that must go " * 500)
            await kept.accounts.disconnect(account, keep_history=keep_history)

    assert b"a seal that must go" not in path.read_bytes()
    assert b"account-True" in path.read_bytes()


async def test_nothing_is_connected_in_a_chat_that_was_left_meanwhile(kept: Storage) -> None:
    with pytest.raises(Gone):
        await kept.accounts.connect(
            -77, "main", "bearer", by=5, now=NOW, seal=lambda *_: b"sealed", replaces=None, most=10
        )

    assert await kept.accounts.all() == ()


async def due(kept: Storage, at: datetime = NOW, *, most: int = 10) -> list[str]:
    """Who is to be looked at, claimed for five minutes."""
    return [one.name for one in await kept.accounts.due(at, until=at + timedelta(minutes=5), most=most)]


async def test_who_was_never_looked_at_is_due_first_and_claimed_by_one(kept: Storage) -> None:
    for name in ("old", "new", "later"):
        account = await connect(kept, name)
        if name != "new":
            wait = timedelta(hours=-1 if name == "old" else 1)
            await kept.accounts.looked_at(account, likeness=name.encode(), again_at=NOW + wait)

    assert await due(kept, most=1) == ["new"]
    assert await due(kept) == ["old"]
    assert await due(kept) == []
    # Who claimed them may have died.
    assert sorted(await due(kept, NOW + timedelta(minutes=6))) == ["new", "old"]
    assert sorted(await due(kept, NOW + timedelta(hours=1))) == ["later", "new", "old"]


async def test_of_those_that_hold_the_same_credential_one_is_looked_at(kept: Storage) -> None:
    for number, name in enumerate(("one", "two", "other")):
        account = await connect(kept, name, chat_id=CHAT + number)
        await kept.accounts.looked_at(account, likeness=b"other" if name == "other" else b"same", again_at=NOW)

    names = await due(kept)
    (first, *_) = await kept.accounts.of(CHAT)

    assert sorted(names) == ["one", "other"]
    assert await due(kept, NOW + timedelta(minutes=1)) == []
    assert [one.name for one in await kept.accounts.alike(first)] == ["one", "two"]


async def test_accounts_of_no_known_likeness_are_alike_with_nobody(kept: Storage) -> None:
    one, _ = await connect(kept, "one"), await connect(kept, "two")

    assert await kept.accounts.alike(one) == (one,)
    assert sorted(await due(kept)) == ["one", "two"]


async def test_a_disconnected_account_is_never_due_and_one_that_is_connected_anew_at_once(kept: Storage) -> None:
    refused, gone = await connect(kept, "refused"), await connect(kept, "gone")
    await kept.accounts.looked_at(refused, likeness=b"x", again_at=NOW + timedelta(hours=9))
    await kept.accounts.mark_refused(refused, NOW)
    await kept.accounts.disconnect(gone, keep_history=True)

    assert await due(kept) == []
    await connect(kept, "refused", sealed=b"new", replaces=refused)
    assert await due(kept) == ["refused"]


async def test_what_was_looked_at_before_it_was_connected_anew_says_nothing_of_what_it_is_now(kept: Storage) -> None:
    before = await connect(kept)
    after = await connect(kept, sealed=b"new", replaces=before)

    await kept.accounts.looked_at(before, likeness=b"old", again_at=NOW + timedelta(hours=1))
    await kept.accounts.count_from(before, NOW)

    assert await kept.accounts.of(CHAT) == (after,)
    assert await due(kept) == ["main"]


async def test_a_new_token_counts_from_its_own_day_until_it_is_known_to_be_of_the_same_account(kept: Storage) -> None:
    day = timedelta(days=1)
    first = await connect(kept)
    second = await connect(kept, sealed=b"2", replaces=first, now=NOW + day)
    third = await connect(kept, sealed=b"3", replaces=second, now=NOW + 2 * day)

    assert (first.counted_since, first.counted_before) == (NOW, None)
    assert (second.counted_since, second.counted_before) == (NOW + day, NOW)
    assert (third.counted_since, third.counted_before) == (NOW + 2 * day, NOW)
    await kept.accounts.count_from(third, third.counted_before)
    (same,) = await kept.accounts.of(CHAT)
    fourth = await connect(kept, sealed=b"4", replaces=same, now=NOW + 3 * day)
    await kept.accounts.count_from(fourth, None)
    (another,) = await kept.accounts.of(CHAT)

    assert (same.counted_since, same.counted_before) == (NOW, None)
    assert (another.counted_since, another.counted_before) == (NOW + 3 * day, None)
