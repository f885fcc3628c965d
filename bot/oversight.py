"""What is watched of a running bot, gathered in one place: its figures, its loops, whether it is well and ready."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from importlib import metadata
from typing import TYPE_CHECKING, Protocol

from bot.health import Health, Hearing, Pulses, reading
from bot.listener import Route
from bot.observing import Observers, Pulse
from bot.supervision import Loops
from storage import DatabaseUnavailable

if TYPE_CHECKING:
    from bot.metrics import Gauges, Metrics

log = logging.getLogger(__name__)

BEAT_SECONDS = 1.0
ALIVE_BEATS = 5
"""Of how many beats one is told to whoever ends a process that does not beat."""
HEARD_SECONDS = 180.0
"""A poll without updates takes half a minute, and behind a webhook Telegram is asked about once a minute."""
STUCK_SECONDS = 300.0
"""A loop waits for a poll, the vendor and a locked database for less, and never so long for all of them together."""


class Queue(Protocol):
    """Updates in hand."""

    @property
    def in_hand(self) -> int:
        """How many wait or are being dealt with."""

    @property
    def waiting(self) -> int:
        """How many of them wait behind another one of their chat."""


class Pace(Protocol):
    """What lets messages leave."""

    def waiting(self, *, push: bool) -> int:
        """Return how many answers, or pushes, wait for their turn."""


class Pushing(Protocol):
    """What does pushes of one kind."""

    @property
    def kind(self) -> str:
        """In a word."""

    @property
    def in_hand(self) -> int:
        """How many it is doing."""


class Oversight:
    """Made at a start. Where nothing is `served`, nothing is counted; loops are supervised all the same.

    `alive`: called every few seconds as long as the event loop turns.
    """

    def __init__(self, *, served: bool, alive: Callable[[], None]) -> None:
        self.loops = Loops()
        self.hearing = Hearing()
        self._alive = alive
        self._pulses = Pulses()
        self._health = Health(pulses=self._pulses)
        self._health.checks["started"] = self._is_started
        self._started = False
        self._accounts: tuple[int, int] | None = None
        self._metrics = _metrics() if served else None
        self.observers = Observers() if self._metrics is None else self._metrics.observers

    def routes(self) -> tuple[Route, ...]:
        """Return what is served of it."""
        if self._metrics is None:
            return ()
        from bot.metrics import CONTENT_TYPE  # noqa: PLC0415  # see `_metrics`

        return (*self._health.routes(), reading(self._metrics.written, CONTENT_TYPE))

    def pulse(self, name: str, *, every_seconds: float = 0.0) -> Pulse:
        """Return the pulse of a loop that pauses so long between its turns."""
        return self._pulses.of(name, within_seconds=max(STUCK_SECONDS, 3 * every_seconds))

    def found(self, locked: int, accounts: int) -> None:
        """Take note of how many of all accounts don't open for want of their key."""
        self._accounts = locked, accounts

    def watch(
        self, *, intake: Queue, limiter: Pace, pushing: Iterable[Pushing], database: Callable[[], Awaitable[object]]
    ) -> None:
        """Watch these from now on. `database`: a quick question to it."""
        self._health.checks |= {
            "database": partial(_answers, database),
            "telegram": self.hearing.within(HEARD_SECONDS),
            "keys": self._has_keys,
        }
        self.loops.begin("heartbeat", self._beat())
        if self._metrics is not None:
            self._metrics.read(self._gauges(intake, limiter, pushing))

    def started(self) -> None:
        """Be ready from now on, if no check finds anything wrong."""
        self._started = True

    def _gauges(self, intake: Queue, limiter: Pace, pushing: Iterable[Pushing]) -> Gauges:
        from bot.metrics import Gauges  # noqa: PLC0415  # see `_metrics`

        return Gauges(
            updates_in_hand=lambda: intake.in_hand,
            updates_waiting=lambda: intake.waiting,
            heard_age_seconds=self.hearing.age_seconds,
            accounts_locked=lambda: None if self._accounts is None else self._accounts[0],
            limiter_waiting={
                "answer": lambda: limiter.waiting(push=False),
                "push": lambda: limiter.waiting(push=True),
            },
            pushes_in_hand={one.kind: partial(getattr, one, "in_hand") for one in pushing},
        )

    async def _beat(self) -> None:
        """Turn for ever, measure how late each turn is, and tell now and then that there was one."""
        beats = 0
        while True:
            if beats % ALIVE_BEATS == 0:
                self._alive()
            beats += 1
            began = time.perf_counter()
            await asyncio.sleep(BEAT_SECONDS)
            self.observers.loop("", "", time.perf_counter() - began - BEAT_SECONDS)

    async def _is_started(self) -> str | None:
        return None if self._started else "not yet"

    async def _has_keys(self) -> str | None:
        """One account whose key is gone is a matter of its chat; if none opens, this is not the keyring."""
        if self._accounts is None:
            return "not looked at yet"
        locked, accounts = self._accounts
        return f"none of {accounts} accounts opens" if accounts and locked == accounts else None


async def _answers(database: Callable[[], Awaitable[object]]) -> str | None:
    try:
        await database()
    except DatabaseUnavailable:
        return "no answer"  # what it says of itself may name its host
    return None


def _metrics() -> Metrics:
    # Imported only where figures are served: it takes a start 20 ms.
    from bot.metrics import Metrics  # noqa: PLC0415

    return Metrics(metadata.version("bytesflows-bot"))
