"""Accounts judged as errands: what is worth speaking up about is said, what is over forgotten. Never too late."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.pushes.outcome import Later
from bot.pushes.worker import Ending, Performed, Taken, Turn, Written, pause_after
from storage import Alerts, Watch, Watches

STRAYED = timedelta(days=2)
"""Nothing is put off for longer: neither until morning nor until tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was said of an account, what is over, and when to judge it again though nothing new is seen of it."""

    said: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    again_at: datetime | None = None


Judge = Callable[[Watch, Turn], Awaitable[Judged | Later]]
"""Judges an account, and says what there is to say."""


class AlertErrands:
    """Watched accounts, judged when something new is known of them."""

    kind = "alert"

    def __init__(self, watches: Watches, alerts: Alerts, judge: Judge, *, clock: Callable[[], datetime]) -> None:
        self._watches = watches
        self._alerts = alerts
        self._judge = judge
        self._clock = clock

    def named(self, due: Watch) -> str:
        """Return what the log calls it."""
        return f"what there is to say of account {due.account_id}"

    def attempts(self, due: Watch) -> int:
        """Tell how often it was claimed."""
        return due.attempts

    async def put_right(self, now: datetime) -> None:
        """Judge now what a clock that was ahead put off for too long."""
        await self._watches.strayed(now + STRAYED, now)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> Taken[Watch]:
        """Claim accounts of which something is new."""
        return Taken(due=await self._watches.claim(now, lease=lease, limit=limit))

    async def hold(self, due: Watch, until: datetime) -> bool:
        """Hold a claim until an instant."""
        return await self._watches.hold(due, until)

    async def release(self, due: Watch) -> bool:
        """Give up a claim."""
        return await self._watches.release(due, self._clock())

    def too_late(self, due: Watch, now: datetime) -> bool:  # noqa: ARG002  # it is judged as things are now
        """Tell that it never is."""
        return False

    def due_at(self, due: Watch) -> None:  # it is judged as soon as something is new
        """Tell that there is no such time."""

    async def perform(self, due: Watch, turn: Turn) -> Performed:
        """Judge an account. What was said is written down before the claim on it is given up."""
        judged = await self._judge(due, turn)
        if isinstance(judged, Later):
            return Performed(ending=Ending.LATER, written=lambda _now: self._watches.postpone(due, judged.until))
        ending = Ending.SENT if judged.said else Ending.UNSAID
        return Performed(ending=ending, written=partial(self._settle, due, judged))

    def missed(self, due: Watch) -> Written:
        """Judge again."""
        return self.failed(due)

    def failed(self, due: Watch) -> Written:
        """Try again after a while."""
        return lambda now: self._watches.postpone(due, now + pause_after(due.attempts))

    async def _settle(self, due: Watch, judged: Judged, now: datetime) -> None:
        if judged.said:
            await self._alerts.said(due.account_id, judged.said, now)
        if judged.over:
            await self._alerts.over(due.account_id, judged.over)
        await self._watches.settle(due, again_at=judged.again_at, now=now)
