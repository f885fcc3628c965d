"""Daily summaries as errands: planned by the day, late for a while, skipped after that."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from bot.pushes.outcome import Done, Later, Outcome
from bot.pushes.schedule import LATE, Verdict, revised, upcoming, verdict
from bot.pushes.worker import SHORTEST_PAUSE, Ending, Performed, Taken, Turn, Written, pause_after
from storage import Dailies, Due

log = logging.getLogger(__name__)

_ENDINGS = {Done.SENT: Ending.SENT, Done.BARRED: Ending.BARRED, Done.GONE: Ending.GONE}
REPLANNED_AT_ONCE = 100
STRAYED = timedelta(days=2)
"""Nothing right is further ahead, but after a journey across the date line."""


Perform = Callable[[Due, Turn], Awaitable[Outcome]]
"""Says a summary."""


class DailyErrands:
    """Daily summaries: what `perform` says of them is written down with the next time."""

    kind = "daily"

    def __init__(
        self, daily: Dailies, perform: Perform, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._daily = daily
        self._perform = perform
        self._sleep = sleep

    def named(self, due: Due) -> str:
        """Return what the log calls it."""
        topic = f", topic {due.daily.topic_id}" if due.daily.topic_id else ""
        return f"the daily summary of chat {due.daily.chat_id}{topic}"

    def attempts(self, due: Due) -> int:
        """Tell how often it was claimed."""
        return due.attempts

    async def put_right(self, now: datetime) -> None:
        """Plan anew what a clock that was ahead put off for too long."""
        strayed = await self._daily.strayed(now + STRAYED)
        for start in range(0, len(strayed), REPLANNED_AT_ONCE):
            some = strayed[start : start + REPLANNED_AT_ONCE]
            await self._daily.replan(some, now + STRAYED, partial(upcoming, now=now))
            await self._sleep(0)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> Taken[Due]:
        """Claim what is due; what is too late is skipped."""
        claimed = await self._daily.claim(now, lease=lease, limit=limit, plan=partial(revised, now=now))
        if claimed.skipped:
            log.warning("%d daily summaries are too late, and are skipped", claimed.skipped)
        return Taken(due=claimed.due, more=claimed.skipped > 0, missed=claimed.skipped)

    async def hold(self, due: Due, until: datetime) -> bool:
        """Hold a claim until an instant."""
        return await self._daily.hold(due, until)

    async def release(self, due: Due) -> bool:
        """Give up a claim."""
        return await self._daily.release(due)

    def too_late(self, due: Due, now: datetime) -> bool:
        """Tell whether it would be skipped."""
        return verdict(due.occurrence, now) is Verdict.TOO_LATE

    def due_at(self, due: Due) -> datetime:
        """Return when it was to be said."""
        return due.occurrence.at

    async def perform(self, due: Due, turn: Turn) -> Performed:
        """Say a summary."""
        outcome = await self._perform(due, turn)
        if isinstance(outcome, Later):
            return Performed(ending=Ending.LATER, written=lambda now: self._put_off(due, outcome.until, now))
        return Performed(ending=_ENDINGS[outcome], written=self._end(due) if outcome is Done.GONE else self._next(due))

    def _put_off(self, due: Due, until: datetime, now: datetime) -> Awaitable[object]:
        return self._daily.postpone(due, _in_time(due, until, now))

    def _next(self, due: Due) -> Written:  # also of what was barred: what can't be said today is not said tomorrow
        return lambda now: self._daily.settle(due, partial(upcoming, now=now), said_at=now)

    def _end(self, due: Due) -> Written:
        log.info("%s is switched off: nothing can be said there", self.named(due))
        return lambda _now: self._daily.end(due)

    def missed(self, due: Due) -> Written:
        """Go on with the next that is not too late."""
        return lambda now: self._daily.settle(due, partial(revised, now=now), said_at=None)

    def failed(self, due: Due) -> Written:
        """Try again after a while."""
        return lambda now: self._daily.postpone(due, _in_time(due, now + pause_after(due.attempts), now))


def _in_time(due: Due, until: datetime, now: datetime) -> datetime:
    """An instant at which it is not too late yet, if there is one left: one more try before it is skipped."""
    last = max(due.occurrence.at + LATE - SHORTEST_PAUSE, now + SHORTEST_PAUSE)
    return max(now + timedelta(seconds=1), min(until, last))
