"""Accounts: one for each name, connected, renewed, disconnected with or without what was gathered."""

from dataclasses import replace
from pathlib import Path

import pytest

import storage
from storage import Storage
from tests.storage.given import CHAT, NOW, connect, reading


async def test_an_account_is_connected_with_a_seal_of_its_own_id(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)

    account = await kept.accounts.connect(
        CHAT, "Team", "cookie", by=5, now=NOW, seal=lambda account_id: b"sealed for %d" % account_id
    )

    assert account.sealed == b"sealed for %d" % account.account_id
    assert (account.chat_id, account.name, account.kind) == (CHAT, "Team", "cookie")
    assert account.refused_at is None
    assert account.lock_told_at is None
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

    again = await connect(kept, "STRASSE", sealed=b"new")

    assert again.account_id == first.account_id
    assert (again.name, again.sealed) == ("STRASSE", b"new")
    assert (again.refused_at, again.lock_told_at) == (None, None)
    assert await kept.accounts.of(CHAT) == (again,)


async def test_disconnecting_deletes_the_seal_and_the_history(kept: Storage) -> None:
    account = await connect(kept)
    await kept.history.add(account.account_id, reading())

    assert await kept.accounts.disconnect(account, keep_history=False)

    assert await kept.accounts.of(CHAT) == ()
    assert await kept.accounts.all() == ()
    assert await kept.history.latest(account.account_id) is None


async def test_a_kept_history_comes_back_with_its_name(kept: Storage) -> None:
    account = await connect(kept, "Team")
    await kept.history.add(account.account_id, reading())

    assert await kept.accounts.disconnect(account, keep_history=True)
    assert await kept.accounts.of(CHAT) == ()
    assert await kept.accounts.all() == ()
    again = await connect(kept, "team")

    assert again.account_id == account.account_id
    assert await kept.history.latest(again.account_id) == reading()


async def test_disconnecting_twice_tells_that_it_was_done(kept: Storage) -> None:
    for keep_history in (True, False):
        account = await connect(kept)

        assert await kept.accounts.disconnect(account, keep_history=keep_history)
        assert not await kept.accounts.disconnect(account, keep_history=True)
        assert not await kept.accounts.disconnect(account, keep_history=False)


async def test_an_account_is_disconnected_in_its_own_chat_only(kept: Storage) -> None:
    account = await connect(kept)

    assert not await kept.accounts.disconnect(replace(account, chat_id=CHAT + 1), keep_history=False)

    assert await kept.accounts.of(CHAT) == (account,)


async def test_an_id_is_never_given_twice(kept: Storage) -> None:
    first = await connect(kept)
    await kept.accounts.disconnect(first, keep_history=False)

    second = await connect(kept)
    await kept.chats.forget(CHAT)
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

    def fail(_account_id: int) -> bytes:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await kept.accounts.connect(CHAT, "main", "bearer", by=5, now=NOW, seal=fail)

    assert await kept.accounts.of(CHAT) == ()


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
