"""Updates waiting to be fetched or delivered: numbered, expiring, given up only when confirmed.

https://core.telegram.org/bots/api#getting-updates. Whom they are for and how long a fetch waits is in ``polling``. An
offset more than ten past the newest update is one from another numbering: it confirms nothing and everything is
given, as the real queue does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

ASKED_FOR_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
A_DAY = timedelta(hours=24)
KEPT: Mapping[str, timedelta] = {
    "callback_query": timedelta(seconds=150),
    "inline_query": timedelta(seconds=30),
    "chosen_inline_result": timedelta(seconds=600),
}
FUTURE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """An update with its number and the instant at which it expires."""

    id: int
    update: Mapping[str, object] = field(hash=False)
    expires: datetime


class Queue:
    """The bot's one queue of updates; ``added`` is called when there is one more."""

    def __init__(self, first: int, clock: Callable[[], datetime]) -> None:
        self._next = first
        self._clock = clock
        self._queued: list[Queued] = []
        self.added: Callable[[], None] = lambda: None
        self.allowed: tuple[str, ...] = ()

    @property
    def pending(self) -> int:
        """How many updates wait to be confirmed."""
        self._expire()
        return len(self._queued)

    def wants(self, kind: str) -> bool:
        """Tell whether the bot asked for this kind of update, by name or by default."""
        return kind in self.allowed if self.allowed else kind not in ASKED_FOR_ONLY

    def add(self, kind: str, content: Mapping[str, object], *, since: datetime) -> None:
        """Queue an update unless the bot did not ask for its kind; it expires counted from ``since``."""
        if self.wants(kind):
            self._append({"update_id": self._next, kind: content}, since + KEPT.get(kind, A_DAY))

    def enqueue(self, update: Mapping[str, object]) -> int:
        """Queue an update as it is, whatever it is; it gets the next id unless it has one. Returns its id."""
        numbered = {"update_id": self._next} | dict(update)
        kind = next((name for name in numbered if name != "update_id"), "message")
        return self._append(numbered, self._clock() + KEPT.get(kind, A_DAY))

    def take(self, offset: int, limit: int) -> tuple[Mapping[str, object], ...]:
        """Forget what the offset confirms and return what follows, at most ``limit`` updates."""
        self._expire()
        if offset < 0:
            self._queued = self._queued[offset:]
        elif 0 < offset <= self._next + FUTURE:
            self._queued = [queued for queued in self._queued if queued.id >= offset]
        return tuple(queued.update for queued in self._queued[:limit])

    def waiting(self) -> tuple[Queued, ...]:
        """Return what is not confirmed, in order."""
        self._expire()
        return tuple(self._queued)

    def drop(self, number: int) -> None:
        """Forget one update, which was confirmed by itself."""
        self._queued = [queued for queued in self._queued if queued.id != number]

    def restart(self, first: int) -> None:
        """Number anew from ``first``, as after a week without updates: what was queued has long expired."""
        self._queued.clear()
        self._next = first

    def clear(self) -> None:
        """Forget every update."""
        self._queued.clear()

    def _append(self, update: Mapping[str, object], expires: datetime) -> int:
        number = update["update_id"]
        if not isinstance(number, int):
            raise TypeError("an update_id is an integer")
        self._queued.append(Queued(id=number, update=update, expires=expires))
        self._queued.sort(key=lambda queued: queued.id)
        self._next = max(self._next, number + 1)
        self.added()
        return number

    def _expire(self) -> None:
        now = self._clock()
        self._queued = [queued for queued in self._queued if queued.expires > now]
