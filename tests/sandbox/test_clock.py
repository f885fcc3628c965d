"""The demo's clock: what it shows, whom a move wakes, and when all have done what it set going."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import TURN_SECONDS, Clock

THEN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
A_DAY = timedelta(days=1)
FOR_EVER = 3600.0


def asleep(clock: Clock, seconds: float) -> asyncio.Task[None]:
    """Somebody who sleeps by the clock."""
    return asyncio.create_task(clock.sleep(seconds))


def test_a_clock_begins_where_it_is_told_to_and_goes_on_from_there() -> None:
    clock = Clock(at=THEN)

    assert THEN <= clock() < THEN + timedelta(seconds=5)
    assert abs(Clock().ahead) < timedelta(seconds=5)


def test_a_move_takes_the_instant_and_the_seconds_along() -> None:
    clock = Clock(at=THEN)
    before = clock.seconds()

    clock.move(A_DAY)

    assert THEN + A_DAY <= clock() < THEN + A_DAY + timedelta(seconds=5)
    assert 86400 <= clock.seconds() - before < 86405


def test_time_does_not_go_back() -> None:
    clock = Clock(at=THEN)

    with pytest.raises(ValueError, match="back"):
        clock.move(-timedelta(seconds=1))

    assert clock() >= THEN


async def test_a_move_wakes_who_sleeps() -> None:
    clock = Clock()
    sleepers = [asleep(clock, FOR_EVER), asleep(clock, TURN_SECONDS)]
    await asyncio.sleep(0)

    clock.move(A_DAY)

    async with asyncio.timeout(5):
        await asyncio.gather(*sleepers)


async def test_nobody_sleeps_longer_than_they_want_to() -> None:
    async with asyncio.timeout(5):
        await Clock().sleep(0.001)


async def test_all_rest_when_each_who_turns_in_circles_is_between_two_turns_again() -> None:
    clock, done = Clock(), list[str]()
    proceed = asyncio.Event()

    async def circle(name: str, work: asyncio.Event) -> None:
        while True:
            await clock.sleep(TURN_SECONDS)
            await work.wait()
            done.append(name)

    at_once = asyncio.Event()
    at_once.set()
    circles = [asyncio.create_task(circle("slow", proceed)), asyncio.create_task(circle("quick", at_once))]
    await asyncio.sleep(0)

    clock.move(A_DAY)
    too_early = await clock.rest(0.05)
    proceed.set()
    in_time = await clock.rest(5.0)

    assert (too_early, in_time) == (False, True)
    assert sorted(done) == ["quick", "slow"]
    for one in circles:
        one.cancel()


async def test_nothing_rests_while_somebody_is_in_the_middle_of_something() -> None:
    clock = Clock()
    circle = asleep(clock, TURN_SECONDS)
    pause = asleep(clock, 20.0)
    await asyncio.sleep(0)

    busy = await clock.rest(0.02)
    pause.cancel()
    idle = await clock.rest(5.0)

    assert (busy, idle) == (False, True)
    circle.cancel()
