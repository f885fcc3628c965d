"""Whether the bot is well, asked over real HTTP: loops that hang are named, checks that hang cost two seconds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from bot import health
from bot.config import Address
from bot.health import Check, Health, Hearing, Pulses, reading
from bot.listener import Route, listening


class Ticks:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Asking:
    """Somebody who asks."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self._root = f"http://127.0.0.1:{port}"

    async def asks(self, path: str, method: str = "GET") -> tuple[int, str]:
        """Return status and body."""
        async with self._session.request(method, f"{self._root}{path}") as response:
            return response.status, await response.text()

    async def crowds(self, number: int) -> list[tuple[int, str]]:
        """Ask for readiness and for figures, so many times at once."""
        return await asyncio.gather(*(self.asks(path) for path in ("/readyz", "/metrics") for _ in range(number)))

    async def is_ready(self) -> tuple[int, dict[str, Any]]:
        """Return the status, and what was found."""
        status, body = await self.asks("/readyz")
        return status, json.loads(body)


@asynccontextmanager
async def served(*routes: Route) -> AsyncIterator[Asking]:
    """Serve these until the block ends."""
    async with (
        listening(Address("127.0.0.1", 0), routes) as port,
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
    ):
        yield Asking(session, port)


def finding(wrong: str | None) -> Check:
    """A check that finds this."""

    async def check() -> str | None:
        return wrong

    return check


async def test_it_is_alive_while_its_loops_turn_and_says_which_does_not() -> None:
    ticks = Ticks()
    pulses = Pulses(ticks)
    poller, worker = pulses.of("poller", within_seconds=100), pulses.of("worker", within_seconds=30)
    poller.beat()
    worker.beat()
    said = []
    async with served(*Health(pulses=pulses, clock=ticks).routes()) as someone:
        for seconds, beats in ((30, ()), (1, ()), (2, (worker,)), (95, (worker,)), (2, (poller, worker))):
            ticks.now += seconds
            for pulse in beats:
                pulse.beat()
            said.append(await someone.asks("/healthz"))

    assert said == [
        (200, "ok\n"),
        (503, "worker has not turned for 31 s\n"),
        (200, "ok\n"),
        (503, "poller has not turned for 128 s\n"),
        (200, "ok\n"),
    ]


async def test_a_loop_that_rests_is_not_stuck_until_it_goes_on() -> None:
    ticks = Ticks()
    pulses = Pulses(ticks)
    poller = pulses.of("poller", within_seconds=10)
    poller.rest()
    ticks.now += 10_000
    resting = pulses.stuck()
    poller.beat()
    ticks.now += 11

    assert resting == {}
    assert pulses.stuck() == {"poller": 11.0}


async def test_it_is_ready_if_every_check_finds_nothing_wrong() -> None:
    ticks = Ticks()
    checks = {"database": finding(None), "telegram": finding(None)}
    one = Health(pulses=Pulses(ticks), checks=checks, clock=ticks)
    async with served(*one.routes()) as someone:
        first = await someone.is_ready()
        one.checks["telegram"] = finding("not heard for 91 s")
        ticks.now += 2
        then = await someone.is_ready()

    assert first == (200, {"ready": True, "checks": {"database": "ok", "telegram": "ok"}})
    assert then == (503, {"ready": False, "checks": {"database": "ok", "telegram": "not heard for 91 s"}})


async def test_a_check_that_hangs_is_not_waited_for_long() -> None:
    hanging = asyncio.Event()

    async def hang() -> str | None:
        await hanging.wait()
        return None

    one = Health(pulses=Pulses(), checks={"database": hang, "keys": finding(None)}, check_seconds=0.05)
    async with served(*one.routes()) as someone:
        status, found = await someone.is_ready()

    assert status == 503
    assert found["checks"] == {"database": "no answer within 0.05 s", "keys": "ok"}


async def test_however_often_it_is_asked_it_looks_once_a_second() -> None:
    ticks, looked = Ticks(), []

    async def look() -> str | None:
        looked.append(ticks.now)
        await asyncio.sleep(0.01)
        return None

    def written() -> bytes:
        looked.append(-ticks.now)
        return b"figures"

    one = Health(pulses=Pulses(ticks), checks={"database": look}, clock=ticks)
    async with served(*one.routes(), reading(written, "text/figures", ticks)) as someone:
        answers = await someone.crowds(20)
        ticks.now += health.REUSED_SECONDS
        answers += await someone.crowds(20)

    assert sorted(looked) == [-1001.0, -1000.0, 1000.0, 1001.0]
    assert {status for status, _ in answers} == {200}
    assert [body for _, body in answers].count("figures") == 40


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
async def test_it_is_only_asked_never_told(path: str) -> None:
    one = Health(pulses=Pulses())
    async with served(*one.routes(), reading(lambda: b"figures", "text/figures")) as someone:
        head = await someone.asks(path, "HEAD")
        others = [(await someone.asks(path, method))[0] for method in ("POST", "PUT", "DELETE", "OPTIONS")]

    assert head == (200, "")
    assert others == [405] * 4


async def test_hearing_tells_since_when_nothing_was_heard() -> None:
    ticks = Ticks()
    hearing = Hearing(ticks)
    check = hearing.within(90)
    said = [await check(), hearing.age_seconds()]
    hearing.heard()
    ticks.now += 90
    said += [await check(), hearing.age_seconds()]
    ticks.now += 1
    said += [await check(), hearing.age_seconds()]

    assert said == ["not heard yet", None, None, 90.0, "not heard for 91 s", 91.0]
