"""Codes: good once, for so long, for what they were made for."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import storage
from storage import Code, Storage
from tests.storage.given import CHAT, GROUP, NOW, TEN, code, connect


@pytest.fixture
async def known(kept: Storage) -> Storage:
    """A storage that knows a private chat and a group."""
    await kept.chats.meet(CHAT, "private", None, NOW)
    await kept.chats.meet(GROUP, "group", None, NOW)
    return kept


async def test_a_code_is_found_as_it_was_made(known: Storage) -> None:
    account = await connect(known)
    plain = Code(code="plain", chat_id=GROUP, person_id=2**52, until=NOW + TEN)
    share = code("share", chat_id=CHAT, account=account)

    await known.codes.make(plain, NOW)
    await known.codes.make(share, NOW)

    assert await known.codes.find("plain", NOW) == plain
    assert await known.codes.find("share", NOW) == share


@pytest.mark.parametrize("wrong", ["", "code", "CODE ", "COD", "%", "_" * 64])
async def test_a_code_is_found_by_all_of_it_and_nothing_else(known: Storage, wrong: str) -> None:
    await known.codes.make(code("CODE"), NOW)

    assert await known.codes.find(wrong, NOW) is None
    assert not await known.codes.use(wrong)
    assert await known.codes.find("CODE", NOW) is not None


async def test_a_code_is_good_until_its_time_and_not_longer(known: Storage) -> None:
    await known.codes.make(code(), NOW)

    assert await known.codes.find("CODE", NOW + TEN - timedelta(microseconds=1)) is not None
    assert await known.codes.find("CODE", NOW + TEN) is None


async def test_a_code_is_used_once(known: Storage) -> None:
    await known.codes.make(code("one"), NOW)
    await known.codes.make(code("two"), NOW)

    assert await known.codes.use("one")
    assert not await known.codes.use("one")

    # It is still known, so that what it was used for can be said again.
    assert [(await known.codes.find(name, NOW) or code()).used for name in ("one", "two")] == [True, False]


async def test_making_a_code_forgets_those_that_have_run_out(known: Storage) -> None:
    await known.codes.make(code("old"), NOW)
    await known.codes.make(code("young", until=NOW + 2 * TEN), NOW)

    await known.codes.make(code("new", until=NOW + 3 * TEN), NOW + TEN)

    assert not await known.codes.use("old")
    assert await known.codes.use("young")
    assert await known.codes.use("new")


async def test_a_code_goes_with_its_chat(known: Storage) -> None:
    await known.codes.make(code("group"), NOW)
    await known.codes.make(code("private", chat_id=CHAT), NOW)

    await known.life.forget(GROUP)

    assert await known.codes.find("group", NOW) is None
    assert await known.codes.find("private", NOW) is not None


async def test_a_code_goes_with_the_account_it_would_share(known: Storage) -> None:
    account, other = await connect(known, "one"), await connect(known, "two")
    await known.codes.make(code("one", chat_id=CHAT, account=account), NOW)
    await known.codes.make(code("two", chat_id=CHAT, account=other), NOW)

    await known.accounts.disconnect(account, keep_history=False)

    assert await known.codes.find("one", NOW) is None
    assert await known.codes.find("two", NOW) is not None


async def test_a_code_survives_a_restart(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        await kept.chats.meet(GROUP, "group", None, NOW)
        await kept.codes.make(code(), NOW)

    async with storage.opened(f"sqlite:///{path}") as kept:
        assert await kept.codes.find("CODE", NOW) == replace(code(), chat_id=GROUP)
