"""What the pace costs by itself: pushes that are due all at once, an answer among them, and what is kept of chats.

The seconds that are waited for pass at once, so what is left is the work.
"""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from time import perf_counter, process_time

from benchmarks.measure import Cost, Effort, Measure, Report, compared, race
from bot.telegram.limits import A_SECOND, Limiter

PUSHES = 10_000
ANSWERS = 500
FEW, MANY = 1_000, 100_000

Turn = Callable[[int], Awaitable[None]]


class Hurry:
    """Seconds that pass as soon as somebody waits for them."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        """Return the instant it stands at."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let them pass."""
        self.now += seconds
        await asyncio.sleep(0)

    def limiter(self) -> Limiter:
        """Return a limiter by these seconds."""
        return Limiter(clock=self.clock, sleep=self.sleep)


class Queued:
    """The plain way: whoever has the lock sleeps until a second has room. It knows neither chats nor answers."""

    def __init__(self, hurry: Hurry) -> None:
        self._hurry = hurry
        self._lock = asyncio.Lock()
        self._left: deque[float] = deque(maxlen=A_SECOND)

    async def turn(self, _: int) -> None:
        """Wait until there is room."""
        async with self._lock:
            while len(self._left) == A_SECOND and (until := self._left[0] + 1.0) > self._hurry.now:
                await self._hurry.sleep(until - self._hurry.now)
            self._left.append(self._hurry.now)


async def run(effort: Effort) -> Report:
    """Measure turns by the thousand, then what is left of as many chats."""
    pushes, answers = effort.times(PUSHES), effort.times(ANSWERS)
    crowd = await race(
        f"a push's turn, {pushes} chats due at once",
        [
            ("ours", _crowd(lambda: partial(Hurry().limiter().turn, push=True), range(1, pushes + 1))),
            ("ours, to groups", _crowd(lambda: partial(Hurry().limiter().turn, push=True), range(-pushes, 0))),
            ("a lock and a window", _crowd(lambda: Queued(Hurry()).turn, range(1, pushes + 1))),
        ],
        effort,
    )
    answer = await race(
        "an answer's turn",
        [
            (f"while {pushes} pushes wait", _answers(answers, waiting=pushes)),
            ("while nothing waits", _answers(answers, waiting=0)),
        ],
        effort,
    )
    few, many = effort.times(FEW), effort.times(MANY)
    kept = [await _kept(few), await _kept(many)]
    return Report(
        tables=(crowd, answer),
        remarks=(f"kept when each had its turn: {kept[0]:.0f} KiB after {few} chats, {kept[1]:.0f} KiB after {many}",),
        conclusion=f"a push's turn takes {crowd.lines[0].cpu * 1e6:.0f} µs among {pushes}, "
        f"{compared(crowd.lines[0], crowd.lines[2])}; an answer's {answer.lines[0].cpu * 1e6:.0f} µs",
    )


def _crowd(turns: Callable[[], Turn], chats: Sequence[int]) -> Measure:
    async def measure() -> Cost:
        turn = turns()
        wall, cpu = perf_counter(), process_time()
        await asyncio.gather(*[turn(chat_id) for chat_id in chats])
        return Cost(cpu=(process_time() - cpu) / len(chats), wall=(perf_counter() - wall) / len(chats))

    return measure


def _answers(times: int, *, waiting: int) -> Measure:
    """Measure answers to different chats, twenty a second, so that each overtakes the pushes and none waits."""

    async def measure() -> Cost:
        hurry, never = Hurry(), asyncio.Event()
        limiter = Limiter(clock=hurry.clock, sleep=lambda _: _for_ever(never))
        pushes = [asyncio.create_task(limiter.turn(chat_id, push=True)) for chat_id in range(1, waiting + 1)]
        await asyncio.sleep(0)
        wall, cpu = perf_counter(), process_time()
        for number in range(times):
            hurry.now += 0.05
            await limiter.turn(waiting + 1 + number)
        cost = Cost(cpu=(process_time() - cpu) / times, wall=(perf_counter() - wall) / times)
        for push in pushes:
            push.cancel()
        await asyncio.gather(*pushes, return_exceptions=True)
        return cost

    return measure


async def _for_ever(never: asyncio.Event) -> None:
    await never.wait()


async def _kept(chats: int) -> float:
    """Return how many KiB a limiter holds when every other one of so many chats is a group and each had its turn."""
    gc.collect()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        limiter = Hurry().limiter()
        for number in range(1, chats + 1):
            await limiter.turn(-number if number % 2 else number)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return (after - before) / 1024
