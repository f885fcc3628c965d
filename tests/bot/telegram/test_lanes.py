"""Lanes: order within one, side by side among them, and nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections import defaultdict

from bot.telegram.lanes import COUNTED, Lanes
from tests.bot.telegram.house import until

Item = tuple[int, int]


class Desk:
    """Deals with items by writing them down; those of a closed lane wait until it opens."""

    def __init__(self) -> None:
        self.begun: list[Item] = []
        self.dealt: list[Item] = []
        self.closed: dict[int, asyncio.Event] = {}
        self.at_once: dict[int, int] = defaultdict(int)
        self.most_at_once = 0

    async def deal(self, item: Item) -> None:
        """Deal with an item."""
        lane = item[0]
        self.begun.append(item)
        self.at_once[lane] += 1
        self.most_at_once = max(self.most_at_once, self.at_once[lane])
        if lane in self.closed:
            await self.closed[lane].wait()
        else:
            await asyncio.sleep(0)
        self.at_once[lane] -= 1
        self.dealt.append(item)


async def test_a_lane_keeps_its_order_and_deals_with_one_at_a_time() -> None:
    desk = Desk()
    lanes: Lanes[Item] = Lanes(desk.deal)

    for number in range(100):
        lanes.put(7, (7, number))
    await lanes.fewer_than(1)

    assert desk.dealt == [(7, number) for number in range(100)]
    assert desk.most_at_once == 1


async def test_a_lane_that_is_held_up_holds_up_no_other() -> None:
    desk = Desk()
    desk.closed[1] = asyncio.Event()
    lanes: Lanes[Item] = Lanes(desk.deal)

    for number in range(3):
        lanes.put(1, (1, number))
        lanes.put(2, (2, number))
    await until(lambda: len(desk.dealt) == 3)

    assert desk.dealt == [(2, 0), (2, 1), (2, 2)]
    assert desk.begun.count((1, 0)) == 1
    assert lanes.in_hand == 3
    assert lanes.waiting(1) == ((1, 1), (1, 2))
    assert lanes.waiting(2) == lanes.waiting(3) == ()
    desk.closed[1].set()
    await lanes.fewer_than(1)
    assert desk.dealt[3:] == [(1, 0), (1, 1), (1, 2)]


async def test_fewer_than_waits_until_there_is_room_and_no_longer() -> None:
    desk = Desk()
    desk.closed = {lane: asyncio.Event() for lane in range(3)}
    lanes: Lanes[Item] = Lanes(desk.deal)
    await asyncio.wait_for(lanes.fewer_than(1), 1)
    for lane in range(3):
        lanes.put(lane, (lane, 0))

    waiting = asyncio.create_task(lanes.fewer_than(2))
    desk.closed[2].set()
    await until(lambda: lanes.in_hand == 2)
    early = waiting.done()
    desk.closed[0].set()
    await asyncio.wait_for(waiting, 1)

    assert not early
    assert lanes.in_hand == 1
    await lanes.close(0)


async def test_closing_finishes_what_can_be_finished_in_time() -> None:
    desk = Desk()
    lanes: Lanes[Item] = Lanes(desk.deal)
    for number in range(10):
        lanes.put(number % 2, (number % 2, number))

    left = await lanes.close(5)

    assert left == 0
    assert len(desk.dealt) == 10


async def test_closing_stops_what_takes_too_long_and_tells_how_much_that_is() -> None:
    desk = Desk()
    desk.closed[1] = asyncio.Event()
    lanes: Lanes[Item] = Lanes(desk.deal)
    for number in range(3):
        lanes.put(1, (1, number))
        lanes.put(2, (2, number))

    left = await lanes.close(0.02)

    assert left == 3
    assert desk.dealt == [(2, 0), (2, 1), (2, 2)]
    assert desk.begun.count((1, 1)) == 0
    assert lanes.waiting(1) == ()


async def test_after_ten_thousand_items_in_a_thousand_lanes_nothing_is_left_behind() -> None:
    class Weighed:
        """An item that tells when it is gone."""

    alive: weakref.WeakSet[Weighed] = weakref.WeakSet()
    seen: list[int] = []

    async def deal(item: tuple[int, Weighed]) -> None:
        await asyncio.sleep(0)
        seen.append(item[0])

    lanes: Lanes[tuple[int, Weighed]] = Lanes(deal)
    before = asyncio.all_tasks()

    def put(number: int) -> None:
        weighed = Weighed()
        alive.add(weighed)
        lanes.put(number % 1000, (number, weighed))

    for number in range(10_000):
        put(number)
    busy = len(asyncio.all_tasks() - before)
    await lanes.fewer_than(1)
    await asyncio.sleep(0)
    gc.collect()

    assert busy == 1000
    assert len(seen) == 10_000
    for lane in range(1000):
        assert [number for number in seen if number % 1000 == lane] == list(range(lane, 10_000, 1000))
        assert lanes.waiting(lane) == ()
    assert asyncio.all_tasks() == before
    assert len(alive) == 0


async def test_a_lane_that_ran_empty_takes_more() -> None:
    desk = Desk()
    lanes: Lanes[Item] = Lanes(desk.deal)

    for number in range(3):
        lanes.put(1, (1, number))
        await lanes.fewer_than(1)

    assert desk.dealt == [(1, 0), (1, 1), (1, 2)]


async def test_a_chat_that_floods_does_not_keep_the_others_out() -> None:
    desk = Desk()
    desk.closed[1] = asyncio.Event()
    lanes: Lanes[Item] = Lanes(desk.deal)

    for number in range(5000):
        lanes.put(1, (1, number))
    async with asyncio.timeout(5):
        await lanes.fewer_than(COUNTED + 1)
    desk.closed[1].set()
    await lanes.fewer_than(1)

    assert desk.dealt == [(1, number) for number in range(5000)]
    assert lanes.in_hand == 0


async def test_a_lane_goes_on_behind_an_item_that_raises() -> None:
    dealt: list[int] = []

    async def deal(item: Item) -> None:
        if item[1] == 1:
            raise RuntimeError("a bug")
        dealt.append(item[1])

    lanes: Lanes[Item] = Lanes(deal)
    raised: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: raised.append(context["exception"]))
    for number in range(4):
        lanes.put(7, (7, number))
    await until(lambda: dealt == [0, 2, 3])
    gc.collect()

    assert lanes.in_hand == 0
    assert [type(error) for error in raised] == [RuntimeError]
    asyncio.get_running_loop().set_exception_handler(None)


async def test_what_is_dropped_is_not_dealt_with_and_its_lane_goes_on_with_what_comes_after() -> None:
    desk = Desk()
    desk.closed[7] = asyncio.Event()
    lanes: Lanes[Item] = Lanes(desk.deal)
    for number in range(3):
        lanes.put(7, (7, number))
    await until(lambda: desk.begun == [(7, 0)])

    await lanes.drop()
    desk.closed.clear()
    lanes.put(7, (7, 3))
    await lanes.fewer_than(1)

    assert desk.dealt == [(7, 3)]
    assert lanes.in_hand == 0


async def test_a_lane_that_is_dropped_before_it_began_goes_on_too() -> None:
    desk = Desk()
    lanes: Lanes[Item] = Lanes(desk.deal)
    lanes.put(7, (7, 0))

    await lanes.drop()
    lanes.put(7, (7, 1))

    async with asyncio.timeout(5):
        await lanes.fewer_than(1)
    assert desk.dealt == [(7, 1)]
