"""Does what is due: claims it, has it performed, writes down that it was. Knows neither chats nor words.

What one worker leaves undone, killed at any instant, another one does. Only what was being said at that instant may be
said twice: workers say as many at once as `saying` lets them, however many they prepare.
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
from typing import Any, Generic, Protocol, TypeVar

from bot import tracing
from bot.observing import UNWATCHED, Observe, Pulse, unobserved
from storage import DatabaseUnavailable

D = TypeVar("D")
log = logging.getLogger(__name__)

AT_ONCE = 16
"""Prepared side by side: one slow account holds up no other."""
WORTH_CLAIMING = 4
"""The part of that for which there must be room before more is claimed, sooner than at the next look: one transaction
claims many as cheaply as one."""
LEASE = timedelta(seconds=12)
"""After which what a dead worker had in hand is anybody's; a live one renews it thrice as often."""
POLL_SECONDS = 1.0
JUMPED = timedelta(minutes=10)
"""Backwards, by more than clocks are put right by."""
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=15)
CLOSING_SECONDS = 0.5
"""Of the time to finish, what is kept for giving back what was not finished."""


class Void(Exception):
    """What was claimed is not to be said any more: it was changed, or somebody else has it. Not to be caught."""


class TooLate(Exception):
    """What was claimed is too late by now. Not to be caught."""


Turn = Callable[[], Awaitable[None]]
"""Awaited right before something is said: from then on it counts among the few that are, until that is written down.

Raises Void and TooLate."""
Written = Callable[[datetime], Awaitable[object]]
"""Writes down, given the instant, what became of something claimed. Raises DatabaseUnavailable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Generic[D]):
    """What was claimed; `more`: there may be more to claim at once; `missed`: how many were too late meanwhile."""

    due: tuple[D, ...] = ()
    more: bool = False
    missed: int = 0


class Ending(Enum):
    """How it ended to do something that was due.

    SENT: it was said, or may have been. UNSAID: there was nothing to say. LATER: it is said later. BARRED: it can't be
    said there for now. GONE: it never can be again. MISSED: it was too late. FAILED: a bug of ours. VOID: it was
    changed, or somebody else has it.
    """

    SENT = "sent"
    UNSAID = "unsaid"
    LATER = "later"
    BARRED = "barred"
    GONE = "gone"
    MISSED = "missed"
    FAILED = "failed"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """What became of something claimed, and what writes that down."""

    ending: Ending
    written: Written


class Errands(Protocol[D]):
    """One kind of what the clock asks for: how it is claimed, performed, and what is written down then.

    All but `perform` and what is only told raise DatabaseUnavailable.
    """

    kind: str
    """In a word, for log lines and figures."""

    def named(self, due: D) -> str:
        """Return what the log calls it: the same for the same thing, and no other."""

    async def put_right(self, now: datetime) -> None:
        """Plan anew what a clock that was ahead has put off for too long."""

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> Taken[D]:
        """Claim at most so many of what is due."""

    async def hold(self, due: D, until: datetime) -> bool:
        """Hold a claim until an instant. Tells whether it is still held."""

    async def release(self, due: D) -> object:
        """Give up a claim as if it had never been made."""

    def too_late(self, due: D, now: datetime) -> bool:
        """Tell whether it is not to be said any more for being late."""

    def due_at(self, due: D) -> datetime | None:
        """Return when it was to be said; `None`: as soon as something is new."""

    async def perform(self, due: D, turn: Turn) -> Performed:
        """Do it, and say what there is to say once `turn` allows it. What it raises is a bug of ours."""

    def missed(self, due: D) -> Written:
        """Tell what is written down of what is too late."""

    def failed(self, due: D) -> Written:
        """Tell what is written down where a bug broke it off: it is tried again later."""

    def attempts(self, due: D) -> int:
        """Tell how often it was claimed, this time counted."""


class Worker(Generic[D]):
    """Does errands of one kind while it runs. Any number of workers, here and in other processes, do each of them once.

    `saying`: shared by workers of one process that say one after the other, or a few at a time.
    """

    def __init__(
        self,
        errands: Errands[D],
        *,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        saying: asyncio.Lock | asyncio.Semaphore | None = None,
        at_once: int = AT_ONCE,
        lease: timedelta = LEASE,
        poll_seconds: float = POLL_SECONDS,
        observe: Observe = unobserved,
        pulse: Pulse = UNWATCHED,
    ) -> None:
        self._observe = observe
        self._pulse = pulse
        self._errands = errands
        self._clock = clock
        self._sleep = sleep
        self._at_once = at_once
        self._lease = lease
        self._poll_seconds = poll_seconds
        self._saying = saying or asyncio.Lock()
        self._in_hand: dict[str, asyncio.Task[None]] = {}
        self._stopping = asyncio.Event()
        self._latest: datetime | None = None

    async def run(self) -> None:
        """Do what is due until it is stopped."""
        rested = True
        while not self._stopping.is_set():
            self._pulse.beat()
            try:
                more = await self._round(at_least=1 if rested else self._at_once // WORTH_CLAIMING)
            except DatabaseUnavailable as error:
                log.debug("what is due can't be read yet: %s", error)
                more = False
            rested = await self._pause(0.0 if more else self._poll_seconds)

    @property
    def kind(self) -> str:
        """Of what it does, in a word."""
        return self._errands.kind

    @property
    def in_hand(self) -> int:
        """How many are being done."""
        return len(self._in_hand)

    async def stop(self, seconds: float) -> None:
        """Finish what is in hand within so many seconds; what can't be finished is anybody's again."""
        self._stopping.set()
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=max(0.0, seconds - CLOSING_SECONDS))
        left = tuple(self._in_hand.values())
        for one in left:
            one.cancel()
        if left:
            log.warning("%d pushes are left for whoever runs next", len(left))
            await asyncio.wait(left, timeout=CLOSING_SECONDS)

    async def _round(self, *, at_least: int) -> bool:
        """Take up what is due, if there is room for so many. Tells whether there is more to do at once."""
        now = self._clock()
        if self._latest is None or now < self._latest - JUMPED:
            await self._errands.put_right(now)
        self._latest = now
        room = self._at_once - len(self._in_hand)
        taken = await self._errands.claim(now, lease=self._lease, limit=room) if room >= max(1, at_least) else Taken()
        for _ in range(taken.missed):
            self._tell(Ending.MISSED.value, now)
        for due in taken.due:
            name = self._errands.named(due)
            if name in self._in_hand:
                # The clock jumped over the lease of what this very worker is busy with.
                await self._errands.release(due)
                continue
            self._in_hand[name] = task = asyncio.create_task(self._do(due))
            task.add_done_callback(partial(self._put_down, name))
        return taken.more

    def _put_down(self, name: str, _done: asyncio.Task[None]) -> None:
        del self._in_hand[name]

    async def _pause(self, seconds: float) -> bool:
        """Wait so long, or until something in hand is finished, or the worker is stopped. True: it was so long."""
        pause = asyncio.ensure_future(self._sleep(seconds))
        stopped = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((pause, stopped, *self._in_hand.values()), return_when=asyncio.FIRST_COMPLETED)
            return pause.done()
        finally:
            await _end(pause, stopped)

    async def _do(self, due: D) -> None:
        since = self._errands.due_at(due) or self._clock()
        with tracing.push(self._errands.kind):
            self._tell("claimed", since)
            ending = await self._done(due)
            self._tell(ending.value, since)

    def _tell(self, how: str, since: datetime) -> None:
        self._observe(self._errands.kind, how, (self._clock() - since).total_seconds())

    async def _done(self, due: D) -> Ending:
        turn = _Turn(self._saying, partial(self._admit, due))
        performing = asyncio.ensure_future(self._errands.perform(due, turn.take))
        try:
            await self._kept(due, performing, turn)
            return await self._write_down(due, performing)
        finally:
            if not performing.done():  # the worker is stopped
                await _end(performing)
                # What was being said may have been said: its claim runs out as if this process had been killed.
                if not turn.taken:
                    await self._give_back(due)
            turn.end()

    async def _kept(self, due: D, performing: asyncio.Future[Performed], turn: _Turn) -> None:
        """Keep a claim from running out until it has been performed; what is somebody else's by now is let go."""
        while not performing.done():
            pause = asyncio.ensure_future(self._sleep(self._lease.total_seconds() / 3))
            try:
                await asyncio.wait((performing, pause), return_when=asyncio.FIRST_COMPLETED)
            finally:
                await _end(pause)
            try:
                if not (performing.done() or await self._errands.hold(due, self._clock() + self._lease) or turn.taken):
                    await _end(performing)
            except DatabaseUnavailable:
                continue  # nobody can take it meanwhile; whether it was kept is asked before it is said

    async def _admit(self, due: D) -> None:
        now = self._clock()
        if self._errands.too_late(due, now):
            raise TooLate
        if not await self._errands.hold(due, now + self._lease):
            raise Void

    async def _write_down(self, due: D, performing: asyncio.Future[Performed]) -> Ending:
        error = Void() if performing.cancelled() else performing.exception()
        if isinstance(error, Void):
            return Ending.VOID
        if isinstance(error, TooLate):
            log.warning("%s is too late, and is skipped", self._errands.named(due))
            done = Performed(ending=Ending.MISSED, written=self._errands.missed(due))
        elif error is not None:
            _log(self._errands.named(due), self._errands.attempts(due), error)
            done = Performed(ending=Ending.FAILED, written=self._errands.failed(due))
        else:
            done = performing.result()
        await self._surely(due, partial(done.written, self._clock()))
        return done.ending

    async def _surely(self, due: D, change: Callable[[], Awaitable[object]]) -> None:
        """Write down what was done, however long the database takes: what is not written down is done again."""
        while True:
            try:
                await change()
            except DatabaseUnavailable as error:
                log.debug("%s can't be written down yet: %s", self._errands.named(due), error)
            else:
                return
            await self._sleep(min(self._poll_seconds, self._lease.total_seconds() / 3))
            with contextlib.suppress(DatabaseUnavailable):  # then nobody can take it either
                await self._errands.hold(due, self._clock() + self._lease)

    async def _give_back(self, due: D) -> None:
        try:
            await self._errands.release(due)
        except DatabaseUnavailable as error:
            log.debug("%s can't be given back: %s", self._errands.named(due), error)


class _Turn:
    """One performance's turn to say something: taken once, if it is admitted by then, and held until its end."""

    def __init__(self, saying: asyncio.Lock | asyncio.Semaphore, admit: Callable[[], Awaitable[None]]) -> None:
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


def pause_after(attempts: int) -> timedelta:
    """Return how long to leave alone what failed so often."""
    doubled: int = 2 ** min(attempts - 1, 10)
    return min(LONGEST_PAUSE, SHORTEST_PAUSE * doubled)


def _log(named: str, attempts: int, error: BaseException) -> None:
    """Say what failed and where, the first time in full; never the error's text, which may quote contents."""
    kind = type(error).__name__
    if attempts > 1 or isinstance(error, DatabaseUnavailable):
        log.warning("%s could not be said at attempt %d: %s", named, attempts, kind)
    else:
        log.error("%s could not be said: %s\n%s", named, kind, "".join(traceback.format_tb(error.__traceback__)))


async def _end(*futures: asyncio.Future[Any]) -> None:
    for future in futures:
        future.cancel()
    await asyncio.gather(*futures, return_exceptions=True)
