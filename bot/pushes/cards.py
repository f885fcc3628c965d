"""Live cards as errands: looked at when woken, edited where they show something else by now, forgotten when lost."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.pushes.outcome import Later
from bot.pushes.worker import Ending, Performed, Taken, Turn, Written, pause_after
from storage import Cards, DueCard

log = logging.getLogger(__name__)

STRAYED = timedelta(days=1)
"""Nobody puts a card off for so long, but quiet hours or a clock that was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the card was edited to show, as a digest; `None`: it shows all there is already."""

    digest: str | None


@dataclass(frozen=True, slots=True)
class Lost:
    """It can be edited no more, and whoever could be told of it was told."""


Outcome = Shown | Later | Lost
Edit = Callable[[DueCard, Turn], Awaitable[Outcome]]
"""Looks at a card, and edits it."""


class CardErrands:
    """Live cards: what `edit` made of them is written down."""

    kind = "card"

    def __init__(self, cards: Cards, edit: Edit) -> None:
        self._cards = cards
        self._edit = edit

    def named(self, due: DueCard) -> str:
        """Return what the log calls it."""
        topic = f", topic {due.card.topic_id}" if due.card.topic_id else ""
        return f"the live card of chat {due.card.chat_id}{topic}"

    def attempts(self, due: DueCard) -> int:
        """Tell how often it was claimed."""
        return due.attempts

    async def put_right(self, now: datetime) -> None:
        """Look at once at what a clock that was ahead put off for too long."""
        await self._cards.recall(now + STRAYED, now)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> Taken[DueCard]:
        """Claim what is to be looked at."""
        return Taken(due=await self._cards.claim(now, lease=lease, limit=limit))

    async def hold(self, due: DueCard, until: datetime) -> bool:
        """Hold a claim until an instant."""
        return await self._cards.hold(due, until)

    async def release(self, due: DueCard) -> bool:
        """Give up a claim."""
        return await self._cards.release(due)

    def too_late(self, _due: DueCard, _now: datetime) -> bool:
        """Tell that it never is."""
        return False

    def due_at(self, _due: DueCard) -> None:
        """Tell that there is no such time."""

    async def perform(self, due: DueCard, turn: Turn) -> Performed:
        """Look at a card."""
        outcome = await self._edit(due, turn)
        match outcome:
            case Shown(digest=digest):
                ending = Ending.UNSAID if digest is None else Ending.SENT
                return Performed(ending=ending, written=lambda now: self._cards.settle(due, shown=digest, now=now))
            case Later(until=until):
                return Performed(ending=Ending.LATER, written=lambda _now: self._cards.postpone(due, until))
            case Lost():
                log.info("%s is lost", self.named(due))
                return Performed(ending=Ending.GONE, written=lambda _now: self._cards.end(due))

    def missed(self, due: DueCard) -> Written:
        """Try again, as after a bug: no card is too late."""
        return self.failed(due)

    def failed(self, due: DueCard) -> Written:
        """Try again after a while."""
        return lambda now: self._cards.postpone(due, now + pause_after(due.attempts))
