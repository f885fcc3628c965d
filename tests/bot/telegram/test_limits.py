"""When a message or an edit may leave. Time is the loop's, and passes as soon as nothing else is to be done."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import (
    A_MINUTE,
    A_SECOND,
    BURST,
    MOST_OVERTAKING,
    PUSHES_A_MINUTE,
    Limiter,
)

ALICE, BOB, GROUP, OTHER = 1, 2, -1, -2
EVEN = 1 / A_SECOND


class Hurried(asyncio.SelectorEventLoop):
    """A loop whose time passes as soon as nothing else is to be done."""

    def __init__(self) -> None:
        self.now = 1000.0
        super().__init__(_Passing(self))

    def time(self) -> float:
        """The instant it stands at."""
        return self.now


class _Passing(selectors.DefaultSelector):
    def __init__(self, loop: Hurried) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "somebody waits and nobody will ever wake them"
        self._loop.now += max(timeout, 0.0)
        return super().select(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Somebody who wants to send, `at` seconds after the start; `gives_up` is so many seconds later, if at all."""

    at: float = 0.0
    chat_id: int = ALICE
    push: bool = False
    gives_up: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What left: which wish it was, the how manieth that came, and when it left."""

    wish: Wish
    number: int
    came: int
    at: float


@dataclass
class Room:
    """A limiter by the loop's time, and what left so far."""

    limiter: Limiter = field(
        default_factory=lambda: Limiter(clock=asyncio.get_running_loop().time, sleep=asyncio.sleep)
    )
    start: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    left: list[Departure] = field(default_factory=list)
    came: Iterator[int] = field(default_factory=count)

    @property
    def now(self) -> float:
        """Seconds since the start."""
        return asyncio.get_running_loop().time() - self.start

    async def send(self, number: int, wish: Wish) -> None:
        """Let a wish come at its time, and leave in its turn."""
        await asyncio.sleep(wish.at)
        came = next(self.came)
        try:
            async with asyncio.timeout(wish.gives_up):
                await self.limiter.turn(wish.chat_id, push=wish.push)
        except TimeoutError:
            return
        left_at = asyncio.get_running_loop().time()
        self.left.append(Departure(wish=wish, number=number, came=came, at=left_at))

    async def send_all(self, wishes: Iterable[Wish]) -> list[Departure]:
        """Let wishes come, those of an instant in the order given, and return what left."""
        await asyncio.gather(*[self.send(number, wish) for number, wish in enumerate(wishes)])
        return self.left

    def times(self, chat_id: int | None = None, *, push: bool | None = None) -> list[float]:
        """When something left, in seconds since the start."""
        return [
            round(one.at - self.start, 6)
            for one in self.left
            if chat_id in (None, one.wish.chat_id) and push in (None, one.wish.push)
        ]


def hurried(test: Callable[[], Awaitable[None]]) -> None:
    """Run a test in a loop of its own whose time passes by itself."""

    async def run() -> None:
        await test()

    with asyncio.Runner(loop_factory=Hurried) as runner:
        runner.run(run())


def after(wishes: Iterable[Wish]) -> Room:
    """A room when all these wishes have come and left."""
    rooms: list[Room] = []

    async def run() -> None:
        rooms.append(Room())
        await rooms[0].send_all(wishes)

    hurried(run)
    return rooms[0]


def most_within(times: list[float], seconds: float) -> int:
    """The most that left in any window of so many seconds."""
    return max((sum(first <= at < first + seconds for at in times) for first in times), default=0)


chats = st.integers(-3, 3).filter(bool)
wishes = st.lists(
    st.builds(
        Wish,
        at=st.one_of(st.just(0.0), st.floats(0, 90), st.integers(0, 90).map(float)),
        chat_id=chats,
        push=st.booleans(),
        gives_up=st.one_of(st.none(), st.none(), st.floats(0.0, 20)),
    ),
    max_size=120,
)
many_chats = st.lists(
    st.builds(
        Wish,
        at=st.one_of(st.just(0.0), st.floats(0, 3), st.floats(0, 0.1)),
        chat_id=st.integers(1, 200),
        push=st.booleans(),
    ),
    max_size=200,
)


@given(many_chats)
def test_in_no_second_more_leaves_than_telegram_takes(asked: list[Wish]) -> None:
    left = after(asked).left

    assert len(left) == len(asked)
    assert most_within([one.at for one in left], 1.0) <= A_SECOND


@given(wishes)
def test_in_no_minute_more_leaves_for_a_group_than_telegram_takes(asked: list[Wish]) -> None:
    left = after(asked).left

    for group in (-1, -2, -3):
        assert most_within([one.at for one in left if one.wish.chat_id == group], 60.0) <= A_MINUTE


@given(wishes)
def test_to_a_chat_one_leaves_a_second_but_for_a_burst_of_answers(asked: list[Wish]) -> None:
    left = after(asked).left

    for chat_id in {wish.chat_id for wish in asked}:
        times = [one.at for one in left if one.wish.chat_id == chat_id]
        for seconds in (1, 2, 7):
            assert most_within(times, seconds - 1e-6) <= BURST - 1 + seconds
        for before, one in pairwise(left):
            if before.wish.chat_id == one.wish.chat_id == chat_id and one.wish.push:
                assert one.at >= before.at + 1 - 1e-6


@given(wishes)
def test_within_a_chat_who_came_first_leaves_first(asked: list[Wish]) -> None:
    left = after(asked).left

    for chat_id in {wish.chat_id for wish in asked}:
        for push in (True, False):
            came = [one.came for one in left if (one.wish.chat_id, one.wish.push) == (chat_id, push)]
            assert came == sorted(came)


@given(wishes)
def test_whoever_stays_gets_a_turn_and_nothing_is_kept_of_them(asked: list[Wish]) -> None:
    async def test() -> None:
        room = Room()
        left = await room.send_all(asked)
        await asyncio.sleep(61)
        await room.limiter.turn(99)

        numbers = {one.number for one in left}
        assert {number for number, wish in enumerate(asked) if wish.gives_up is None} <= numbers
        kept = room.limiter
        assert list(kept._chats) == [99]  # how much is kept is what this is about
        assert (kept._later, kept._could, len(kept._fading)) == ([], ([], []), 1)

    hurried(test)


@given(many_chats)
def test_no_answer_waits_for_a_push_but_when_enough_have_overtaken_it(asked: list[Wish]) -> None:
    left = after([Wish(at=wish.at, chat_id=number, push=wish.push) for number, wish in enumerate(asked, 1)]).left

    overtaken = 0
    for place, one in enumerate(left):
        behind = [later for later in left[place:] if not later.wish.push and later.wish.at + 1000 < one.at - 1e-6]
        assert not one.wish.push or not behind or overtaken >= MOST_OVERTAKING - 1
        overtaken = 0 if one.wish.push else overtaken + 1


def test_a_few_answers_leave_at_once_and_then_one_a_second() -> None:
    room = after([Wish()] * (BURST + 3))

    assert room.times() == [0.0] * BURST + [1.0, 2.0, 3.0]


def test_a_burst_comes_back_by_one_a_second_and_not_before() -> None:
    room = after([*[Wish()] * BURST, Wish(at=1.2, chat_id=BOB), *[Wish(at=1.5)] * 3])

    assert room.times(ALICE) == [0.0] * BURST + [1.5, 2.0, 3.0]


def test_who_waited_goes_on_before_who_comes_at_that_instant() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 5)
        left = await room.send_all([Wish(), Wish(at=5.0)])

        assert [one.number for one in left] == [0, 1]
        assert room.times() == [5.0, 5.0]

    hurried(test)


def test_pushes_to_a_chat_leave_one_a_second_and_behind_a_burst_of_answers() -> None:
    alone = after([Wish(push=True)] * 3)
    behind = after([Wish(push=True, at=0.1), *[Wish()] * 3])

    assert alone.times() == [0.0, 1.0, 2.0]
    assert behind.times(push=True) == [3.0]


def test_a_push_leaves_the_burst_to_answers() -> None:
    room = after([Wish(push=True), *[Wish(at=0.1)] * BURST])

    assert room.times(push=False) == [0.1] * (BURST - 1) + [1.0]


def test_answers_to_different_chats_leave_at_once_as_many_as_a_second_takes() -> None:
    room = after([Wish(chat_id=number) for number in range(1, 2 * A_SECOND + 2)])

    assert room.times() == [0.0] * A_SECOND + [1.0] * A_SECOND + [2.0]
    assert [one.wish.chat_id for one in room.left] == list(range(1, 2 * A_SECOND + 2))


def test_pushes_to_different_chats_leave_evenly_and_do_not_catch_up() -> None:
    room = after([Wish(chat_id=number, push=True) for number in range(1, 2 * A_SECOND + 1)])

    times = room.times()
    assert times == pytest.approx([number * EVEN for number in range(2 * A_SECOND)], abs=0.01)
    assert all(later - sooner >= EVEN - 1e-6 for sooner, later in pairwise(times))


def test_an_answer_overtakes_all_pushes_that_wait() -> None:
    room = after([*[Wish(chat_id=number, push=True) for number in range(1, 1001)], Wish(at=5.0, chat_id=5000)])

    (answered,) = room.times(push=False)
    assert answered <= 5.0 + EVEN + 0.002


def test_an_answer_whose_time_comes_does_not_wait_for_the_next_push_to_be_due() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 0.05)
        await room.send_all([Wish(), *[Wish(chat_id=number, push=True) for number in range(10, 15)]])

        assert room.times(ALICE) == [0.05]

    hurried(test)


def test_of_a_groups_minute_pushes_leave_the_rest_to_answers() -> None:
    pushes = [Wish(chat_id=GROUP, push=True)] * (PUSHES_A_MINUTE + 1)
    answers = [Wish(chat_id=GROUP, at=30.0 + number) for number in range(A_MINUTE - PUSHES_A_MINUTE + 1)]

    room = after(pushes + answers)

    first = A_MINUTE - PUSHES_A_MINUTE
    assert room.times(push=False) == [30.0 + number for number in range(first)] + [60.0]
    assert room.times(push=True)[:PUSHES_A_MINUTE] == [float(number) for number in range(PUSHES_A_MINUTE)]
    assert room.times(push=True)[-1] > 60.0


def test_answers_to_others_do_not_keep_pushes_back_for_ever() -> None:
    flood = [Wish(chat_id=number, at=number / 50) for number in range(1, 501)]  # twice what may leave, ten seconds long
    pushes = [Wish(chat_id=number, push=True) for number in range(1001, 1100)]

    room = after(flood + pushes)

    order = [one.wish.push for one in room.left if 2.0 < one.at - room.start < 18.0]
    assert order.count(True) == pytest.approx(len(order) / (MOST_OVERTAKING + 1), abs=2)
    assert most_within([one.at for one in room.left], 1.0) <= A_SECOND


def test_who_gives_up_frees_their_place() -> None:
    answers = [Wish(gives_up=0.5 if number % 2 else None) for number in range(BURST + 6)]

    room = after(answers)

    assert [one.number for one in room.left] == [0, 1, 2, 3, 4, 6, 8, 10]
    assert room.times()[BURST:] == [1.0, 2.0, 3.0]


def test_where_everybody_gave_up_nobody_is_woken_and_the_next_one_is_served() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 30)
        await room.send_all([Wish(gives_up=1.0), Wish(gives_up=2.0, push=True)])
        await asyncio.sleep(10)
        await room.send(2, Wish())

        assert room.times() == [30.0]

    hurried(test)


def test_many_who_give_up_leave_nothing_behind() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 3600)
        for number in range(1000):
            await room.send(number, Wish(gives_up=0.0, push=number % 2 == 0))

        kept = room.limiter
        assert [len(waiting) for waiting in kept._chats[ALICE].waiting] == [0, 0]
        assert len(kept._later) + len(kept._could[0]) + len(kept._could[1]) + len(kept._fading) <= 3

    hurried(test)


def test_a_hold_holds_its_chat_and_nobody_else() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 40)
        await room.send_all([Wish(), Wish(push=True), Wish(chat_id=BOB), Wish(chat_id=GROUP, push=True)])

        assert room.times(ALICE) == [40.0, 41.0]
        assert room.times(BOB) == [0.0]
        assert room.times(GROUP) == [EVEN]

    hurried(test)


def test_a_hold_concerns_who_waits_already_and_a_shorter_one_takes_nothing_back() -> None:
    async def test() -> None:
        room = Room()
        waiting = asyncio.create_task(room.send_all([Wish()] * (BURST + 1)))
        await asyncio.sleep(0.5)
        room.limiter.hold(ALICE, 20)
        room.limiter.hold(ALICE, 1)
        await waiting

        assert room.times() == [0.0] * BURST + [20.5]

    hurried(test)


@pytest.mark.parametrize(("apart", "held"), [(0.0, True), (1.0, True), (1.5, False)])
def test_two_chats_held_within_a_second_tell_of_a_flood_of_all(apart: float, held: bool) -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 40)
        await asyncio.sleep(apart)
        room.limiter.hold(BOB, 7)
        await room.send_all([Wish(), Wish(chat_id=BOB), Wish(chat_id=GROUP)])

        assert room.times(GROUP) == [apart + 7 if held else apart]
        assert room.times(BOB) == [apart + 7]
        assert room.times(ALICE) == [40.0]

    hurried(test)


def test_one_chat_held_twice_tells_of_no_flood_of_all() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 40)
        room.limiter.hold(ALICE, 40)
        await room.send(0, Wish(chat_id=BOB))

        assert room.times() == [0.0]

    hurried(test)


def test_all_can_be_held() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(None, 9)
        await room.send_all([Wish(), Wish(chat_id=GROUP, push=True)])

        assert room.times(ALICE) == [9.0]
        assert room.times(GROUP) == [9.0 + EVEN]

    hurried(test)


def test_a_chat_that_is_held_is_remembered_as_long_as_that_lasts() -> None:
    async def test() -> None:
        room = Room()
        room.limiter.hold(ALICE, 3600)
        await asyncio.sleep(3599)
        await room.limiter.turn(BOB)
        assert ALICE in room.limiter._chats
        await asyncio.sleep(1)
        await room.limiter.turn(BOB)
        assert ALICE not in room.limiter._chats

    hurried(test)


def test_what_is_kept_does_not_grow_with_the_number_of_chats() -> None:
    async def test() -> None:
        room, most = Room(), 0
        for number in range(1, 5001):
            await room.limiter.turn(-number if number % 2 else number, push=number % 3 == 0)
            most = max(most, len(room.limiter._chats))

        assert most <= 61 * A_SECOND / 2 + 2 * A_SECOND

    hurried(test)


def test_the_one_who_was_asked_to_wait_is_not_woken_for_nothing() -> None:
    naps: list[float] = []

    async def test() -> None:
        async def sleep(seconds: float) -> None:
            naps.append(seconds)
            await asyncio.sleep(seconds)

        room = Room(limiter=Limiter(clock=asyncio.get_running_loop().time, sleep=sleep))
        await room.send_all([Wish(chat_id=number, push=True) for number in range(1, 101)])

    hurried(test)

    assert len(naps) <= 101
