"""The worker: it says each summary once, loses none, and holds nothing up. Time is moved by the tests."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

import storage
from bot.pushes.daily import DailyErrands, Perform
from bot.pushes.outcome import Done, Later, Outcome
from bot.pushes.schedule import upcoming
from bot.pushes.worker import LEASE, SHORTEST_PAUSE, Turn, Void, Worker
from storage import Daily, DatabaseUnavailable, Due, Storage

EIGHT, NINE = datetime(2026, 3, 10, 8, tzinfo=UTC), datetime(2026, 3, 10, 9, tzinfo=UTC)
TODAY = NINE.date()
SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Time:
    """A clock that stands still until it is moved, and those who sleep by it."""

    def __init__(self) -> None:
        self.now = EIGHT
        self._sleeping: list[tuple[datetime, asyncio.Future[None]]] = []

    def clock(self) -> datetime:
        """What time it is."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep until the clock was moved so far."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleeping.append((self.now + timedelta(seconds=seconds), woken))
        await woken

    async def move(self, to: datetime) -> None:
        """Move the clock, wake who slept until then, and let everybody do what they have to."""
        passed, self.now = to - self.now, to
        if passed < timedelta():  # who sleeps does not know of a clock that jumps back
            self._sleeping = [(until + passed, woken) for until, woken in self._sleeping]
            to += SECOND
        for until, woken in self._sleeping:
            if until <= to and not woken.done():
                woken.set_result(None)
        self._sleeping = [(until, woken) for until, woken in self._sleeping if not woken.done()]
        await settled()

    async def passes(self, passed: timedelta, step: timedelta = SECOND) -> None:
        """Let it pass bit by bit."""
        end = self.now + passed
        while self.now < end:
            await self.move(min(end, self.now + step))


async def settled() -> None:
    """Let everybody do what they have to."""
    for _ in range(30):
        await asyncio.sleep(0)


@dataclass(kw_only=True)
class Mouth:
    """What performs: it prepares, takes its turn, says, each as long as a gate is closed; and notes what it said."""

    said: list[tuple[int, date]] = field(default_factory=list)
    prepared: list[int] = field(default_factory=list)
    begun: list[int] = field(default_factory=list)
    outcomes: dict[int, list[Outcome | Exception]] = field(default_factory=dict)
    preparing: dict[int, asyncio.Event] = field(default_factory=dict)
    saying: dict[int, asyncio.Event] = field(default_factory=dict)
    void: list[int] = field(default_factory=list)

    async def __call__(self, due: Due, turn: Turn) -> Outcome:
        """Say a summary."""
        chat_id = due.daily.chat_id
        self.prepared.append(chat_id)
        if gate := self.preparing.get(chat_id):
            await gate.wait()
        if (outcomes := self.outcomes.get(chat_id)) and (outcome := outcomes.pop(0)) is not Done.SENT:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome
        try:
            await turn()
        except Void:
            self.void.append(chat_id)
            raise
        self.begun.append(chat_id)
        if gate := self.saying.get(chat_id):
            await gate.wait()
        self.said.append((chat_id, due.occurrence.local_date))
        return Done.SENT


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Storage]:
    """An empty database."""
    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        yield kept


@pytest.fixture
def time() -> Time:
    """Eight o'clock."""
    return Time()


async def subscribe(kept: Storage, chat_id: int, *, minutes: int = 540, now: datetime = EIGHT) -> None:
    """Let a chat have a summary at nine in UTC."""
    await kept.chats.meet(chat_id, "private", None, now)
    await kept.daily.set(chat_id, 0, minutes, partial(upcoming, now=now))


async def daily(kept: Storage, chat_id: int = 1) -> Daily:
    """A chat's summary as it is now."""
    found = await kept.daily.find(chat_id, 0)
    assert found is not None
    return found


@asynccontextmanager
async def working(
    kept: Storage, time: Time, mouth: Perform, *, at_once: int = 4, seconds: float = 1.0
) -> AsyncIterator[Worker[Due]]:
    """A worker that runs until the block ends."""
    errands = DailyErrands(kept.daily, mouth, sleep=time.sleep)
    worker = Worker(errands, clock=time.clock, sleep=time.sleep, at_once=at_once)
    running = asyncio.create_task(worker.run())
    await settled()
    try:
        yield worker
    finally:
        await worker.stop(seconds)
        await running


async def test_a_summary_is_said_when_it_is_due_once_a_day(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE - SECOND)
        early = list(mouth.said)
        await time.move(NINE)
        await time.passes(10 * SECOND)
        await time.passes(3 * DAY, HOUR / 2)

    assert early == []
    assert mouth.said == [(1, TODAY + number * DAY) for number in range(4)]
    assert (await daily(kept)).last_at == NINE + 3 * DAY + 10 * SECOND


async def test_what_became_due_while_nobody_worked_is_said_if_not_too_late(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    await subscribe(kept, 2, minutes=8 * 60 + 59)
    time.now = NINE + 3 * HOUR

    async with working(kept, time, mouth):
        pass

    assert mouth.said == [(1, TODAY)]
    assert (await daily(kept, 2)).next == upcoming(await daily(kept, 2), time.now)


async def test_after_a_silence_of_days_only_the_last_one_is_said(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    time.now = NINE + 400 * DAY + HOUR

    async with working(kept, time, mouth):
        await time.passes(10 * SECOND)

    assert mouth.said == [(1, TODAY + 400 * DAY)]


async def test_much_that_is_too_late_holds_nothing_up(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    for chat_id in range(1, 251):
        await subscribe(kept, chat_id)
    time.now = NINE + 5 * HOUR
    await subscribe(kept, 300, minutes=14 * 60, now=time.now - SECOND)

    async with working(kept, time, mouth):
        pass

    assert mouth.said == [(300, TODAY)]


async def test_one_that_is_slow_holds_up_no_other_and_its_claim_does_not_run_out(kept: Storage, time: Time) -> None:
    mouth = Mouth(preparing={1: asyncio.Event()})
    for chat_id in (1, 2, 3):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth), working(kept, time, mouth):
        await time.move(NINE)
        await time.passes(3 * LEASE)
        meanwhile = list(mouth.said)
        mouth.preparing[1].set()
        await settled()

    assert meanwhile == [(2, TODAY), (3, TODAY)]
    assert mouth.said == [*meanwhile, (1, TODAY)]
    assert mouth.prepared.count(1) == 1


async def test_no_more_are_prepared_at_once_than_there_is_room_for(kept: Storage, time: Time) -> None:
    gate = asyncio.Event()
    mouth = Mouth(preparing=dict.fromkeys(range(1, 8), gate))
    for chat_id in range(1, 8):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth, at_once=3):
        await time.move(NINE)
        await time.passes(5 * SECOND)
        at_once = len(mouth.prepared)
        gate.set()
        await settled()
        await settled()

    assert at_once == 3
    assert sorted(mouth.said) == [(chat_id, TODAY) for chat_id in range(1, 8)]


async def test_they_are_said_one_after_the_other_each_written_down_before_the_next(kept: Storage, time: Time) -> None:
    mouth = Mouth(saying={chat_id: asyncio.Event() for chat_id in (1, 2)})
    for chat_id in (1, 2):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth):
        await time.move(NINE)
        (first,) = mouth.begun
        second = 3 - first
        mouth.saying[first].set()
        await settled()
        written = [(await daily(kept, chat_id)).last_date for chat_id in (first, second)]
        begun = list(mouth.begun)
        mouth.saying[second].set()

    assert begun == [first, second]
    assert written == [TODAY, None]
    assert mouth.said == [(first, TODAY), (second, TODAY)]


async def test_what_is_to_be_said_later_is_said_then(kept: Storage, time: Time) -> None:
    mouth = Mouth(outcomes={1: [Later(until=NINE + HOUR), Later(until=NINE + 2 * HOUR)]})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        for at in (NINE + HOUR, NINE + 2 * HOUR):
            await time.move(at - SECOND)
            assert mouth.said == []
            await time.move(at)

    assert mouth.said == [(1, TODAY)]
    assert len(mouth.prepared) == 3


async def test_what_is_always_too_early_is_tried_until_it_is_too_late_and_then_skipped(
    kept: Storage, time: Time
) -> None:
    mouth = Mouth(outcomes={1: [Later(until=NINE + 9 * HOUR)] * 3})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await time.move(NINE + 2 * HOUR)
        await time.move(NINE + 3 * HOUR - SHORTEST_PAUSE)
        tried = len(mouth.prepared)
        await time.passes(HOUR, MINUTE)
        await time.move(NINE + DAY)
        await time.move(NINE + DAY + 3 * HOUR - SHORTEST_PAUSE)

    assert tried == 2
    assert (mouth.prepared, mouth.said) == ([1] * 4, [(1, TODAY + DAY)])


async def test_later_than_now_is_never_at_once(kept: Storage, time: Time) -> None:
    mouth = Mouth(outcomes={1: [Later(until=EIGHT)] * 5})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await settled()
        assert len(mouth.prepared) == 1
        await time.passes(10 * SECOND)

    assert mouth.said == [(1, TODAY)]


async def test_what_fails_is_logged_once_without_its_contents_and_tried_again(
    kept: Storage, time: Time, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    mouth = Mouth(outcomes={1: [ArithmeticError("a need1e in contents"), ArithmeticError("need1e")]})
    for chat_id in (1, 2):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth):
        await time.move(NINE)
        assert mouth.said == [(2, TODAY)]
        await time.passes(2 * MINUTE)

    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert mouth.said == [(2, TODAY), (1, TODAY)]
    assert len(errors) == 1
    assert "chat 1 could not be said: ArithmeticError" in errors[0]
    assert "test_worker.py" in errors[0]
    assert "need1e" not in caplog.text


async def test_what_fails_for_ever_is_tried_ever_more_rarely_and_stops_nothing(kept: Storage, time: Time) -> None:
    mouth = Mouth(outcomes={1: [ArithmeticError()] * 1000})
    for chat_id in (1, 2):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await time.passes(2 * DAY, MINUTE)

    assert mouth.said == [(2, TODAY + number * DAY) for number in range(3)]
    assert 2 * 10 < mouth.prepared.count(1) < 3 * 20


async def test_where_nothing_can_be_said_any_more_it_is_switched_off(kept: Storage, time: Time) -> None:
    mouth = Mouth(outcomes={1: [Done.GONE]})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.passes(3 * DAY, HOUR)

    assert mouth.prepared == [1]
    assert (await daily(kept)).next is None


async def test_what_is_changed_while_it_is_prepared_is_not_said(kept: Storage, time: Time) -> None:
    mouth = Mouth(preparing={1: asyncio.Event(), 2: asyncio.Event()})
    for chat_id in (1, 2):
        await subscribe(kept, chat_id)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await kept.daily.off(1, 0)
        await kept.daily.set(2, 0, 600, partial(upcoming, now=NINE))
        for gate in mouth.preparing.values():
            gate.set()
        await settled()
        assert (mouth.said, mouth.void) == ([], [1, 2])
        await time.passes(DAY, 5 * MINUTE)

    assert mouth.said == [(2, TODAY)]


async def test_what_is_not_ones_own_any_more_is_let_go_by_and_by(kept: Storage, time: Time) -> None:
    mouth = Mouth(preparing={1: asyncio.Event()})
    await subscribe(kept, 1)
    await subscribe(kept, 2)
    async with working(kept, time, mouth, at_once=1):
        await time.move(NINE)
        await kept.life.forget(1)
        await time.passes(LEASE)

    assert mouth.said == [(2, TODAY)]


async def test_another_time_chosen_while_it_is_said_gives_no_second_one_for_the_date(kept: Storage, time: Time) -> None:
    mouth = Mouth(saying={1: asyncio.Event()})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await kept.daily.set(1, 0, 600, partial(upcoming, now=NINE))
        mouth.saying[1].set()
        await settled()
        await time.passes(2 * DAY, 10 * MINUTE)

    assert mouth.said == [(1, TODAY), (1, TODAY + DAY)]


async def test_a_worker_that_slept_through_its_claim_says_nothing(kept: Storage, time: Time) -> None:
    """As a laptop that is closed, or a process that is stopped and goes on."""
    slow, quick = Mouth(preparing={1: asyncio.Event()}), Mouth()
    await subscribe(kept, 1)
    async with working(kept, time, slow):
        await time.move(NINE)
        # Its claim runs out before it can renew it, and another one has it.
        time.now = NINE + LEASE
        claimed = await kept.daily.claim(
            time.now, lease=LEASE, limit=1, plan=lambda one: one.next or pytest.fail("it is off")
        )
        await quick(claimed.due[0], settled)
        await kept.daily.settle(claimed.due[0], partial(upcoming, now=time.now), said_at=time.now)
        slow.preparing[1].set()
        await settled()

    assert (slow.said, slow.void) == ([], [1])
    assert quick.said == [(1, TODAY)]


async def test_what_gets_too_late_while_it_is_prepared_is_skipped(kept: Storage, time: Time) -> None:
    mouth = Mouth(preparing={1: asyncio.Event()})
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        await time.passes(3 * HOUR + 10 * SECOND, 10 * SECOND)
        mouth.preparing[1].set()
        await settled()
        skipped = await daily(kept)
        await time.move(NINE + DAY)

    assert skipped.last_date is None
    assert mouth.said == [(1, TODAY + DAY)]


async def test_a_clock_that_jumps_back_repeats_no_day(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(NINE)
        for back in (HOUR, DAY, 5 * DAY):
            await time.move(NINE - back)
            await time.passes(back + HOUR, HOUR / 2)

    assert mouth.said == [(1, TODAY)]


async def test_a_clock_that_was_a_year_ahead_for_a_moment_costs_no_day(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    async with working(kept, time, mouth):
        await time.move(EIGHT + 365 * DAY)
        await time.move(EIGHT + MINUTE)
        await time.passes(DAY, 5 * MINUTE)

    assert mouth.said == [(1, TODAY)]


async def test_what_a_wrong_clock_planned_is_put_right_at_the_next_start(kept: Storage, time: Time) -> None:
    mouth = Mouth()
    for chat_id in range(1, 151):
        await subscribe(kept, chat_id, now=EIGHT + 365 * DAY)

    async with working(kept, time, mouth):
        await time.move(NINE)
        await time.passes(MINUTE)

    assert sorted(mouth.said) == [(chat_id, TODAY) for chat_id in range(1, 151)]


async def test_stopped_it_finishes_what_is_in_hand(kept: Storage, time: Time) -> None:
    mouth = Mouth(preparing={1: asyncio.Event()})
    await subscribe(kept, 1)
    async with working(kept, time, mouth, seconds=30) as worker:
        await time.move(NINE)
        await subscribe(kept, 2, now=EIGHT)
        stopping = asyncio.create_task(worker.stop(30))
        await settled()
        mouth.preparing[1].set()
        await stopping

    assert mouth.said == [(1, TODAY)]
    assert (await daily(kept)).last_date == TODAY


async def test_stopped_it_gives_back_what_it_cannot_finish(kept: Storage, time: Time) -> None:
    mouth, heir = Mouth(preparing={1: asyncio.Event()}, saying={2: asyncio.Event()}), Mouth()
    for chat_id in (1, 2):
        await subscribe(kept, chat_id)
    begun = asyncio.get_running_loop().time()
    async with working(kept, time, mouth, seconds=0.1):
        await time.move(NINE)
    took = asyncio.get_running_loop().time() - begun
    assert (mouth.said, mouth.begun) == ([], [2])

    # What was not begun is the next one's at once; what was being said may have been, so its claim has to run out.
    async with working(kept, time, heir):
        at_once = list(heir.said)
        await time.passes(LEASE)

    assert at_once == [(1, TODAY)]
    assert heir.said == [(1, TODAY), (2, TODAY)]
    assert took < 5


class Failing:
    """A database's dailies that can't be reached as often as is said."""

    def __init__(self, kept: Storage, **times: int) -> None:
        self._daily = kept.daily
        self._times = times

    def __getattr__(self, name: str) -> Callable[..., Awaitable[object]]:
        """A verb that fails so often."""

        async def verb(*arguments: object, **named: object) -> object:
            if self._times.get(name, 0) > 0:
                self._times[name] -= 1
                raise DatabaseUnavailable("disk I/O error")
            return await getattr(self._daily, name)(*arguments, **named)

        return verb


@pytest.mark.parametrize(("verb", "times"), [("strayed", 3), ("claim", 3), ("hold", 3), ("settle", 150)])
async def test_a_database_that_fails_for_a_while_costs_nothing(
    kept: Storage, time: Time, verb: str, times: int, caplog: pytest.LogCaptureFixture
) -> None:
    mouth = Mouth()
    await subscribe(kept, 1)
    failing = Failing(kept, **{verb: times})
    worker = Worker(DailyErrands(failing, mouth, sleep=time.sleep), clock=time.clock, sleep=time.sleep)  # type: ignore[arg-type]  # stands in
    running = asyncio.create_task(worker.run())
    await settled()

    await time.move(NINE)
    await time.passes(10 * MINUTE)
    await worker.stop(1)
    await running

    assert mouth.said == [(1, TODAY)]
    assert (await daily(kept)).last_date == TODAY
    assert "Traceback" not in caplog.text
