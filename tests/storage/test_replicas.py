"""Processes that share a database: a chat is one's, in order, until it is quiet or that one is gone."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

import storage
from storage import Dismissed, Storage, Written
from storage.inbox import STAYS
from tests.postgres import emptied
from tests.storage.given import NOW

FIRST, SECOND = "first", "second"


@pytest.fixture
async def shared(postgres_server: str, postgres_database: str) -> AsyncIterator[tuple[Storage, Storage]]:
    """One database as two processes have it open."""
    url = await emptied(postgres_server, postgres_database)
    async with AsyncExitStack() as stack:
        first, second = [await stack.enter_async_context(storage.opened(url)) for _ in range(2)]
        await first.replicas.join(FIRST)
        await second.replicas.join(SECOND)
        yield first, second


def update(number: int, lane: int = 7, *, seconds: float = 0) -> Written:
    return Written(update_id=number, lane=lane, received_at=NOW + timedelta(seconds=seconds), sealed=b"%d" % number)


def numbers(written: Iterable[Written]) -> list[int]:
    return [one.update_id for one in written]


async def test_where_nobody_else_can_have_the_database_whoever_joins_is_the_only_one(kept: Storage) -> None:
    await kept.replicas.join(FIRST)
    await kept.replicas.join(SECOND)

    there = [one.replica_id for one in await kept.replicas.beat(SECOND)]

    assert there == ([FIRST, SECOND] if kept.replicas.shared else [SECOND])


async def test_a_count_goes_up_for_whoever_counts_and_nobody_else(shared: tuple[Storage, Storage]) -> None:
    first, second = shared

    await first.replicas.beat(FIRST)
    await first.replicas.beat(FIRST)
    there = await second.replicas.beat(SECOND)

    assert [(one.replica_id, one.beat) for one in there] == [(FIRST, 2), (SECOND, 1)]


async def test_who_was_dismissed_is_not_among_them_and_writes_nothing_down(shared: tuple[Storage, Storage]) -> None:
    first, second = shared
    await second.replicas.dismiss([FIRST])

    assert [one.replica_id for one in await first.replicas.beat(FIRST)] == [SECOND]
    with pytest.raises(Dismissed):
        await first.inbox.write_down([update(1)], FIRST, NOW)
    assert await second.inbox.waiting() == ()


async def test_a_chat_stays_with_the_process_that_has_it_in_hand_and_others_are_anybodys(
    shared: tuple[Storage, Storage],
) -> None:
    first, second = shared
    await first.inbox.write_down([update(1)], FIRST, NOW)

    lined = await second.inbox.write_down([update(2), update(3, lane=8)], SECOND, NOW)

    assert lined.new == {3}
    assert numbers(await second.inbox.handed(SECOND)) == []
    assert numbers(await first.inbox.handed(FIRST)) == [2]
    assert numbers(await first.inbox.handed(FIRST)) == []


async def test_whom_something_is_handed_to_is_told_at_once(shared: tuple[Storage, Storage]) -> None:
    first, second = shared
    told = asyncio.Event()
    await first.inbox.listen(FIRST, lambda _: told.set())
    await first.inbox.write_down([update(1)], FIRST, NOW)

    await second.inbox.write_down([update(2)], SECOND, NOW)

    async with asyncio.timeout(5):
        await told.wait()


@pytest.mark.parametrize(
    ("later", "stays"), [(STAYS - timedelta(seconds=1), True), (STAYS + timedelta(seconds=1), False)]
)
async def test_a_chat_that_was_answered_stays_for_a_minute_and_is_anybodys_then(
    shared: tuple[Storage, Storage], later: timedelta, stays: bool
) -> None:
    first, second = shared
    await first.inbox.write_down([update(1)], FIRST, NOW)
    await first.inbox.cross_out([1])

    lined = await second.inbox.write_down([update(2, seconds=later.total_seconds())], SECOND, NOW + later)

    assert lined.new == (set() if stays else {2})


async def test_a_chat_that_still_waits_stays_however_long_that_takes(shared: tuple[Storage, Storage]) -> None:
    first, second = shared
    await first.inbox.write_down([update(1)], FIRST, NOW)

    lined = await second.inbox.write_down([update(2, seconds=9000)], SECOND, NOW + timedelta(seconds=9000))

    assert lined.new == frozenset()


async def test_what_was_handed_over_comes_before_what_its_process_writes_down_after_it(
    shared: tuple[Storage, Storage],
) -> None:
    first, second = shared
    await first.inbox.write_down([update(1)], FIRST, NOW)
    await second.inbox.write_down([update(2)], SECOND, NOW)

    lined = await first.inbox.write_down([update(3)], FIRST, NOW)

    assert numbers(lined.waits) == [2]
    assert lined.new == {3}


async def test_what_a_process_that_is_gone_had_in_hand_comes_before_what_its_chat_says_next(
    shared: tuple[Storage, Storage],
) -> None:
    first, second = shared
    await first.inbox.write_down([update(1), update(2), update(3, lane=8)], FIRST, NOW)
    await second.replicas.dismiss([FIRST])

    lined = await second.inbox.write_down([update(4)], SECOND, NOW)

    assert numbers(lined.waits) == [1, 2]
    assert lined.new == {4}
    assert numbers(await second.inbox.adopt(SECOND)) == [3]
    assert numbers(await second.inbox.adopt(SECOND)) == []


async def test_what_is_in_hand_of_a_process_at_work_is_adopted_by_nobody(shared: tuple[Storage, Storage]) -> None:
    first, second = shared
    await first.inbox.write_down([update(1)], FIRST, NOW)

    assert await second.inbox.adopt(SECOND) == ()


async def test_two_that_adopt_at_once_share_nothing(shared: tuple[Storage, Storage]) -> None:
    first, second = shared
    await first.replicas.join("gone")
    await first.inbox.write_down([update(number, lane=number % 5) for number in range(20)], "gone", NOW)
    await first.replicas.dismiss(["gone"])

    taken = await asyncio.gather(first.inbox.adopt(FIRST), second.inbox.adopt(SECOND))

    assert sorted(numbers(taken[0]) + numbers(taken[1])) == list(range(20))


async def test_one_chat_at_two_processes_at_once_is_ones_and_in_order(shared: tuple[Storage, Storage]) -> None:
    first, second = shared

    lined = await asyncio.gather(
        *(
            kept.inbox.write_down([update(100 * number + place)], me, NOW)
            for number in range(10)
            for place, (kept, me) in enumerate(((first, FIRST), (second, SECOND)))
        )
    )

    mine = [frozenset().union(*(one.new for one in lined[place::2])) for place in (0, 1)]
    assert sorted(map(bool, mine)) == [False, True]
    (holder, me), (_, other) = ((first, FIRST), (second, SECOND)) if mine[0] else ((second, SECOND), (first, FIRST))
    waits = [number for one in lined for number in numbers(one.waits)]
    handed = numbers(await holder.inbox.handed(me))
    assert len({*mine[0], *mine[1], *waits, *handed}) == 20
    assert len(waits) + len(handed) == 10
    assert await (second if holder is first else first).inbox.handed(other) == ()


async def test_an_update_that_comes_again_is_told_of_where_it_was_not_dealt_with(
    shared: tuple[Storage, Storage],
) -> None:
    first, second = shared
    await first.inbox.write_down([update(1), update(2)], FIRST, NOW)
    await first.inbox.cross_out([2])

    again = await first.inbox.write_down([update(1), update(2)], FIRST, NOW)
    elsewhere = await second.inbox.write_down([update(1), update(2)], SECOND, NOW)

    assert (list(again.new), list(again.again)) == ([], [1])
    assert (list(elsewhere.new), list(elsewhere.again)) == ([], [])
