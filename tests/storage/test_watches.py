"""Watched accounts: woken by news, claimed by one, and woken again by what happens meanwhile."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

import storage
from storage import Account, Storage, Watch
from tests.storage.given import CHAT, GROUP, NOW, SUPERGROUP, connect

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def kept(path: Path) -> AsyncIterator[Storage]:
    async with storage.opened(f"sqlite:///{path}") as kept:
        yield kept


@pytest.fixture
async def account(kept: Storage) -> Account:
    return await connect(kept)


async def claim(kept: Storage, minutes: float = 0, *, limit: int = 10) -> tuple[Watch, ...]:
    return await kept.watches.claim(NOW + minutes * MINUTE, lease=MINUTE, limit=limit)


async def test_news_wake_an_account_and_one_claims_it(kept: Storage, account: Account) -> None:
    assert await claim(kept) == ()

    await kept.watches.wake([account.account_id], NOW)
    await kept.watches.wake([account.account_id], NOW)
    (watch,) = await claim(kept)

    assert (watch.account_id, watch.attempts) == (account.account_id, 1)
    assert await claim(kept) == ()
    assert await kept.watches.settle(watch, again_at=None, now=NOW)
    assert await claim(kept, 60) == ()


async def test_what_happens_while_it_is_claimed_wakes_it_afterwards(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    (watch,) = await claim(kept)

    await kept.watches.wake([account.account_id], NOW)

    assert await claim(kept) == ()
    assert await kept.watches.settle(watch, again_at=NOW + 60 * MINUTE, now=NOW)
    assert len(await claim(kept)) == 1


async def test_it_is_looked_at_again_when_that_was_wanted_or_sooner_for_news(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    (watch,) = await claim(kept)
    await kept.watches.settle(watch, again_at=NOW + 60 * MINUTE, now=NOW)

    assert await claim(kept, 59) == ()
    await kept.watches.wake([account.account_id], NOW + 59 * MINUTE)
    assert len(await claim(kept, 59)) == 1


async def test_a_dead_claim_is_anybodys_and_its_holder_can_write_nothing(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    (dead,) = await claim(kept)
    assert await kept.watches.hold(dead, NOW + 2 * MINUTE)
    assert await claim(kept, 1) == ()

    (alive,) = await claim(kept, 2)

    assert alive.attempts == 2
    assert not await kept.watches.hold(dead, NOW + 9 * MINUTE)
    assert not await kept.watches.settle(dead, again_at=None, now=NOW)
    assert not await kept.watches.postpone(dead, NOW)
    assert await kept.watches.settle(alive, again_at=None, now=NOW)


async def test_what_was_postponed_or_released_comes_back(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    (first,) = await claim(kept)
    await kept.watches.postpone(first, NOW + MINUTE)
    assert await claim(kept) == ()
    (second,) = await claim(kept, 1)
    await kept.watches.release(second, NOW + MINUTE)
    (third,) = await claim(kept, 1)

    assert [one.attempts for one in (first, second, third)] == [1, 2, 2]


async def test_a_chat_wakes_its_own_also_under_its_new_id(kept: Storage, account: Account) -> None:
    there = await connect(kept, chat_id=GROUP)
    for one in (account, there):
        await kept.watches.wake([one.account_id], NOW)
        (watch,) = await claim(kept)
        await kept.watches.settle(watch, again_at=None, now=NOW)
    await kept.life.move(GROUP, SUPERGROUP, now=NOW, reseal=lambda *_: b"sealed", free_name=lambda name, _: name)

    await kept.watches.wake_chat(GROUP, NOW)

    assert [one.account_id for one in await claim(kept)] == [there.account_id]
    assert account.chat_id == CHAT


async def test_no_more_are_claimed_than_asked_for_the_longest_waiting_first(kept: Storage) -> None:
    accounts = [await connect(kept, f"name-{number}") for number in range(3)]
    for number, one in enumerate(accounts):
        await kept.watches.wake([one.account_id], NOW - number * MINUTE)

    assert await claim(kept, limit=0) == ()
    assert [one.account_id for one in await claim(kept, limit=2)] == [accounts[2].account_id, accounts[1].account_id]


async def test_a_disconnected_account_is_watched_no_more_and_can_not_be_woken(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    await kept.accounts.disconnect(account, keep_history=False)
    await kept.watches.wake([account.account_id], NOW)

    assert await claim(kept) == ()


async def test_what_a_wrong_clock_put_off_is_woken(kept: Storage, account: Account) -> None:
    await kept.watches.wake([account.account_id], NOW)
    (watch,) = await claim(kept)
    await kept.watches.settle(watch, again_at=NOW + timedelta(days=300), now=NOW)

    assert await kept.watches.strayed(NOW + timedelta(days=2), NOW) == 1
    assert len(await claim(kept)) == 1
