"""Says what is due: claims it, has it performed, writes down that it was said. Knows neither chats nor words.

What one worker leaves undone, killed at any instant, another one does. Only what was being said at that instant may be
said twice, and that is one at most: workers say one after the other, however many they prepare at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any

from bot.pushes.schedule import LATE, Verdict, revised, upcoming, verdict
from storage import Claimed, Dailies, DatabaseUnavailable, Due

log = logging.getLogger(__name__)

AT_ONCE = 16
"""Summaries prepared side by side: one slow account holds up no other."""
LEASE = timedelta(seconds=60)
"""After which what a dead worker had in hand is anybody's; a live one renews it thrice as often."""
POLL_SECONDS = 1.0
REPLANNED_AT_ONCE = 100
STRAYED = timedelta(days=2)
"""Nothing right is further ahead, but after a journey across the date line."""
JUMPED = timedelta(minutes=10)
"""Backwards, by more than clocks are put right by."""
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=15)
CLOSING_SECONDS = 0.5
"""Of the time to finish, what is kept for giving back what was not finished."""


class Done(Enum):
    """How it ended. SENT: it was said, or may have been, or can't be today. GONE: it never can be said there again."""

    SENT = "sent"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """It could not be said yet, and was not; it is tried again then, as long as it is not too late."""

    until: datetime


Outcome = Done | Later


class Void(Exception):
    """What was claimed is not to be said any more: it was changed, or somebody else has it. Not to be caught."""


class TooLate(Exception):
    """What was claimed is too late by now. Not to be caught."""


Turn = Callable[[], Awaitable[None]]
"""Awaited right before something is said: from then on no other is, until this one is written down as said.

Raises Void and TooLate."""
Perform = Callable[[Due, Turn], Awaitable[Outcome]]
"""Says a summary. What it raises is a bug: it is logged, and the summary tried again later."""


class Worker:
    """Says daily summaries while it runs. Any number of workers, here and in other processes, say each of them once."""

    def __init__(
        self,
        *,
        daily: Dailies,
        perform: Perform,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        at_once: int = AT_ONCE,
        lease: timedelta = LEASE,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._daily = daily
        self._perform = perform
        self._clock = clock
        self._sleep = sleep
        self._at_once = at_once
        self._lease = lease
        self._poll_seconds = poll_seconds
        self._saying = asyncio.Lock()
        self._in_hand: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()
        self._latest: datetime | None = None

    async def run(self) -> None:
        """Say what is due until it is stopped."""
        while not self._stopping.is_set():
            try:
                more = await self._round()
            except DatabaseUnavailable as error:
                log.error("what is due can't be read yet: %s", error)  # noqa: TRY400
                more = False
            await self._pause(0.0 if more else self._poll_seconds)

    async def stop(self, seconds: float) -> None:
        """Finish what is in hand within so many seconds; what can't be finished is anybody's again."""
        self._stopping.set()
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=max(0.0, seconds - CLOSING_SECONDS))
        left = tuple(self._in_hand)
        for one in left:
            one.cancel()
        if left:
            log.warning("%d daily summaries are left for whoever runs next", len(left))
            await asyncio.wait(left, timeout=CLOSING_SECONDS)

    async def _round(self) -> bool:
        """Take up what is due, as far as there is room. Tells whether there is more to do at once."""
        now = self._clock()
        if self._latest is None or now < self._latest - JUMPED:
            await self._put_right(now)
        self._latest = now
        room = self._at_once - len(self._in_hand)
        claimed = Claimed()
        if room > 0:
            plan = partial(revised, now=now)
            claimed = await self._daily.claim(now, lease=self._lease, limit=room, plan=plan)
        if claimed.skipped:
            log.warning("%d daily summaries are too late, and are skipped", claimed.skipped)
        for due in claimed.due:
            task = asyncio.create_task(self._say(due))
            self._in_hand.add(task)
            task.add_done_callback(self._in_hand.discard)
        return claimed.skipped > 0

    async def _put_right(self, now: datetime) -> None:
        """Plan anew what a clock that was ahead put off for too long."""
        strayed = await self._daily.strayed(now + STRAYED)
        for start in range(0, len(strayed), REPLANNED_AT_ONCE):
            some = strayed[start : start + REPLANNED_AT_ONCE]
            await self._daily.replan(some, now + STRAYED, partial(upcoming, now=now))
            await self._sleep(0)

    async def _pause(self, seconds: float) -> None:
        """Wait so long, or until something in hand is finished, or the worker is stopped."""
        pause = asyncio.ensure_future(self._sleep(seconds))
        stopped = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((pause, stopped, *self._in_hand), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end(pause, stopped)

    async def _say(self, due: Due) -> None:
        turn = _Turn(self._saying, partial(self._admit, due))
        performing = asyncio.ensure_future(self._perform(due, turn.take))
        try:
            await self._kept(due, performing, turn)
            await self._write_down(due, performing)
        finally:
            if not performing.done():  # the worker is stopped
                await _end(performing)
                # What was being said may have been said: its claim runs out as if this process had been killed.
                if not turn.taken:
                    await self._give_back(due)
            turn.end()

    async def _kept(self, due: Due, performing: asyncio.Future[Outcome], turn: _Turn) -> None:
        """Keep a claim from running out until it has been performed; what is somebody else's by now is let go."""
        while not performing.done():
            pause = asyncio.ensure_future(self._sleep(self._lease.total_seconds() / 3))
            try:
                await asyncio.wait((performing, pause), return_when=asyncio.FIRST_COMPLETED)
            finally:
                await _end(pause)
            try:
                if not (performing.done() or await self._daily.hold(due, self._clock() + self._lease) or turn.taken):
                    await _end(performing)
            except DatabaseUnavailable:
                continue  # nobody can take it meanwhile; whether it was kept is asked before it is said

    async def _admit(self, due: Due) -> None:
        now = self._clock()
        if verdict(due.occurrence, now) is Verdict.TOO_LATE:
            raise TooLate
        if not await self._daily.hold(due, now + self._lease):
            raise Void

    async def _write_down(self, due: Due, performing: asyncio.Future[Outcome]) -> None:
        error = Void() if performing.cancelled() else performing.exception()
        now, daily = self._clock(), self._daily
        if isinstance(error, Void):
            return
        if isinstance(error, TooLate):
            log.warning("the daily summary of chat %d is too late, and is skipped", due.daily.chat_id)
            change = partial(daily.settle, due, partial(revised, now=now), said_at=None)
        elif error is not None:
            _log(due, error)
            pause = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** min(due.attempts - 1, 10))
            change = partial(daily.postpone, due, _in_time(due, now + pause, now))
        elif isinstance(outcome := performing.result(), Later):
            change = partial(daily.postpone, due, _in_time(due, outcome.until, now))
        elif outcome is Done.SENT:
            change = partial(daily.settle, due, partial(upcoming, now=now), said_at=now)
        else:
            log.info("the daily summary of chat %d is switched off: nothing can be said there", due.daily.chat_id)
            change = partial(daily.end, due)
        await self._surely(due, change)

    async def _surely(self, due: Due, change: Callable[[], Awaitable[bool]]) -> None:
        """Write down what was done, however long the database takes: what is not written down is done again."""
        while True:
            try:
                await change()
            except DatabaseUnavailable as error:
                log.error("a daily summary can't be written down yet: %s", error)  # noqa: TRY400
            else:
                return
            await self._sleep(min(self._poll_seconds, self._lease.total_seconds() / 3))
            with contextlib.suppress(DatabaseUnavailable):  # then nobody can take it either
                await self._daily.hold(due, self._clock() + self._lease)

    async def _give_back(self, due: Due) -> None:
        try:
            await self._daily.release(due)
        except DatabaseUnavailable as error:
            log.error("a daily summary can't be given back: %s", error)  # noqa: TRY400


class _Turn:
    """One performance's turn to say something: taken once, if it is admitted by then, and held until its end."""

    def __init__(self, saying: asyncio.Lock, admit: Callable[[], Awaitable[None]]) -> None:
        self._saying = saying
        self._admit = admit
        self.taken = False

    async def take(self) -> None:
        if self.taken:
            return
        await self._saying.acquire()
        try:
            await self._admit()
            self.taken = True
        finally:
            if not self.taken:
                self._saying.release()

    def end(self) -> None:
        if self.taken:
            self._saying.release()


def _in_time(due: Due, until: datetime, now: datetime) -> datetime:
    """An instant at which it is not too late yet, if there is one left: one more try before it is skipped."""
    last = max(due.occurrence.at + LATE - SHORTEST_PAUSE, now + SHORTEST_PAUSE)
    return max(now + timedelta(seconds=1), min(until, last))


def _log(due: Due, error: BaseException) -> None:
    """Say which summary failed and where, the first time in full; never the error's text, which may quote contents."""
    chat_id, kind = due.daily.chat_id, type(error).__name__
    if due.attempts > 1 or isinstance(error, DatabaseUnavailable):
        log.warning("the daily summary of chat %d could not be said at attempt %d: %s", chat_id, due.attempts, kind)
    else:
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("the daily summary of chat %d could not be said: %s\n%s", chat_id, kind, where)


async def _end(*futures: asyncio.Future[Any]) -> None:
    for future in futures:
        future.cancel()
    await asyncio.gather(*futures, return_exceptions=True)
