"""Whether the bot is well, for machines that ask: `/healthz` (its loops turn), `/readyz` (it can answer), `/metrics`.

Asking costs the bot next to nothing, however often it is asked: what was found is told again for a second.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.listener import Answer, Request, Route
from bot.observing import Pulse

log = logging.getLogger(__name__)

REUSED_SECONDS = 1.0
CHECK_SECONDS = 2.0
"""For a check that waits for somebody else."""

Check = Callable[[], Awaitable[str | None]]
"""Finds out what is wrong, in a few words that say nothing of a chat; `None`: nothing."""


class _Beating:
    """A loop that should turn at least every so many seconds, once it has begun."""

    def __init__(self, within_seconds: float, clock: Callable[[], float]) -> None:
        self._within_seconds = within_seconds
        self._clock = clock
        self._beaten_at: float | None = None

    def beat(self) -> None:
        """Note that it turned."""
        self._beaten_at = self._clock()

    def rest(self) -> None:
        """Expect nothing of it until the next beat."""
        self._beaten_at = None

    def stuck_seconds(self) -> float | None:
        """Return for how long it has not turned, if that is too long."""
        age = 0.0 if self._beaten_at is None else self._clock() - self._beaten_at
        return age if age > self._within_seconds else None


class Pulses:
    """Loops that should turn. `clock`: seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pulses: dict[str, _Beating] = {}

    def of(self, name: str, *, within_seconds: float) -> Pulse:
        """Return what a loop tells that it turns, which it should do at least so often."""
        self._pulses[name] = pulse = _Beating(within_seconds, self._clock)
        return pulse

    def stuck(self) -> Mapping[str, float]:
        """Return the loops that should have turned by now, and for how many seconds they have not."""
        ages = ((name, pulse.stuck_seconds()) for name, pulse in self._pulses.items())
        return {name: age for name, age in ages if age is not None}


class Hearing:
    """When Telegram was last heard: an answer to a poll, a webhook's request. `clock` as that of the pulses."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._heard_at: float | None = None

    def heard(self) -> None:
        """Note that it was heard now."""
        self._heard_at = self._clock()

    def age_seconds(self) -> float | None:
        """Return how long ago that was; `None` where it never was."""
        return None if self._heard_at is None else self._clock() - self._heard_at

    def within(self, seconds: float) -> Check:
        """Return a check that it was heard so lately."""

        async def check() -> str | None:
            age = self.age_seconds()
            if age is None:
                return "not heard yet"
            return None if age <= seconds else f"not heard for {age:.0f} s"

        return check


class _Reused:
    """An answer that is made at most once a second, and once for all who ask meanwhile."""

    def __init__(self, make: Callable[[], Awaitable[Answer]], clock: Callable[[], float]) -> None:
        self._make = make
        self._clock = clock
        self._turn = asyncio.Lock()
        self._kept: tuple[float, Answer] | None = None

    async def __call__(self, _request: Request) -> Answer:
        async with self._turn:
            now = self._clock()
            if self._kept is None or not 0.0 <= now - self._kept[0] < REUSED_SECONDS:
                self._kept = now, await self._make()
            return self._kept[1]


@dataclass(slots=True, kw_only=True)
class Health:
    """What is asked about. `checks` are all that readiness means, by name; more may be added while the bot starts."""

    pulses: Pulses
    checks: dict[str, Check] = field(default_factory=dict)
    check_seconds: float = CHECK_SECONDS
    clock: Callable[[], float] = time.monotonic

    def routes(self) -> tuple[Route, ...]:
        """Return where it is asked."""
        made = (("/healthz", self._alive), ("/readyz", self._ready))
        return tuple(Route(method="GET", path=path, answer=_Reused(make, self.clock)) for path, make in made)

    async def _alive(self) -> Answer:
        stuck = self.pulses.stuck()
        if not stuck:
            return Answer(body=b"ok\n")
        lines = [f"{name} has not turned for {age:.0f} s\n" for name, age in stuck.items()]
        log.error("not well: %s", "; ".join(line.strip() for line in lines))
        return Answer(status=503, body="".join(lines).encode())

    async def _ready(self) -> Answer:
        checks = dict(self.checks)
        found = dict(zip(checks, await asyncio.gather(*map(self._found, checks.values())), strict=True))
        ready = not any(found.values())
        body = {"ready": ready, "checks": {name: wrong or "ok" for name, wrong in found.items()}}
        text = json.dumps(body, indent=1) + "\n"
        return Answer(status=200 if ready else 503, body=text.encode(), content_type="application/json")

    async def _found(self, check: Check) -> str | None:
        try:
            async with asyncio.timeout(self.check_seconds):
                return await check()
        except TimeoutError:
            return f"no answer within {self.check_seconds:g} s"


def reading(written: Callable[[], bytes], content_type: str, clock: Callable[[], float] = time.monotonic) -> Route:
    """Return where figures are read."""

    async def make() -> Answer:
        return Answer(body=written(), content_type=content_type)

    return Route(method="GET", path="/metrics", answer=_Reused(make, clock))
