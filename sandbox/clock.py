"""The demo's clock: the machine's time and as far from it as it was moved, forwards only.

Whoever sleeps by it wakes when it is moved, so that what has become due is seen at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import UTC, datetime, timedelta

TURN_SECONDS = 1.0
"""How long those sleep who look at the clock again and again, between two looks."""


class Clock:
    """A clock that begins at any instant. Called, it tells the present one, aware and in UTC."""

    def __init__(self, *, at: datetime | None = None) -> None:
        self.ahead = timedelta() if at is None else at - datetime.now(UTC)
        self._moved_seconds = 0.0
        self._asleep: dict[asyncio.Future[None], float] = {}
        self._turning = 0
        self._changed = asyncio.Event()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def seconds(self) -> float:
        """Return seconds that never go back, above zero; they pass with every move too."""
        return time.monotonic() + self._moved_seconds

    def move(self, by: timedelta) -> None:
        """Let so much time pass at once, and wake who sleeps. Raises ValueError for a way back."""
        if by < timedelta():
            raise ValueError("time does not go back")
        self.ahead += by
        self._moved_seconds += by.total_seconds()
        for waiting in self._asleep:
            if not waiting.done():
                waiting.set_result(None)
        self._asleep.clear()

    async def sleep(self, seconds: float) -> None:
        """Sleep so long, or until the clock is moved."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._asleep[waiting] = seconds
        self._turning = max(self._turning, self._between_turns)
        self._changed.set()
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await waiting
        finally:
            self._asleep.pop(waiting, None)
            self._changed.set()

    async def rest(self, within_seconds: float) -> bool:
        """Wait until what a move has set going is done, or so long; tells whether it is.

        It is when all who look at the clock again and again are between two turns, as many as there ever were, and
        nobody else sleeps: who sleeps longer or shorter than a turn is in the middle of something.
        """
        try:
            async with asyncio.timeout(within_seconds):
                while True:
                    if self._rests:
                        # What a turn has just begun comes first to its own first sleep.
                        await asyncio.sleep(0)
                        await asyncio.sleep(0)
                        if self._rests:
                            return True
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return False

    @property
    def _between_turns(self) -> int:
        return sum(seconds == TURN_SECONDS for seconds in self._asleep.values())

    @property
    def _rests(self) -> bool:
        return len(self._asleep) == self._between_turns >= self._turning
