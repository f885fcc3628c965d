"""What several processes claim at once from one table: each row by one of them, and none waits for another."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

import storage
from storage import Occurrence, Storage
from tests.postgres import emptied
from tests.storage.given import NOW, connect

LEASE = timedelta(minutes=1)
CHATS = range(1, 13)


@pytest.fixture
async def processes(postgres_server: str, postgres_database: str) -> AsyncIterator[tuple[Storage, ...]]:
    """One database as three processes have it open."""
    url = await emptied(postgres_server, postgres_database)
    async with AsyncExitStack() as stack:
        yield tuple([await stack.enter_async_context(storage.opened(url)) for _ in range(3)])


async def dailies(kept: Storage) -> list[int]:
    due = Occurrence(local_date=NOW.date(), at=NOW)
    return [
        one.daily.chat_id
        for one in (await kept.daily.claim(NOW, lease=LEASE, limit=100, plan=lambda daily: daily.next or due)).due
    ]


async def watches(kept: Storage) -> list[int]:
    return [one.account_id for one in await kept.watches.claim(NOW, lease=LEASE, limit=100)]


async def cards(kept: Storage) -> list[int]:
    return [one.card.chat_id for one in await kept.cards.claim(NOW + LEASE, lease=LEASE, limit=100)]


async def looks(kept: Storage) -> list[int]:
    return [one.account_id for one in await kept.accounts.due(NOW, until=NOW + LEASE, most=100)]


async def handed_out(kept: Storage) -> None:
    """Let something of each kind be due in each chat."""
    for chat_id in CHATS:
        account = await connect(kept, chat_id=chat_id)
        due = Occurrence(local_date=NOW.date(), at=NOW)
        await kept.daily.set(chat_id, 0, 540, lambda _, due=due: due)  # type: ignore[misc]  # bound for this chat
        await kept.watches.wake([account.account_id], NOW)
        await kept.cards.place(chat_id, 0, 70, shown="", now=NOW - timedelta(hours=1))
    await kept.cards.wake(CHATS, NOW)


@pytest.mark.parametrize("claim", [dailies, watches, cards, looks])
async def test_what_is_due_is_claimed_by_one_whoever_else_claims_at_once(
    processes: tuple[Storage, ...], claim: Callable[[Storage], Awaitable[list[int]]]
) -> None:
    await handed_out(processes[0])

    claimed = await asyncio.gather(*(claim(kept) for kept in processes for _ in range(3)))
    late = await claim(processes[0])

    assert sorted(number for one in claimed for number in one) == list(CHATS)
    assert late == []
