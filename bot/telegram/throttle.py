"""How much one person, and all of a group together, may ask: Telegram lets a bot write 20 messages a minute there.

https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

WINDOW = timedelta(minutes=1)
MOST_OF_PERSON = 10
MOST_OF_GROUP = 14
"""Commands and presses a minute; what is left of the 20 is for saying so, and for what the bot says by itself."""
MOST_IN_PRIVATE = 60
"""Telegram takes about one message a second to a chat."""
MOST_WARNINGS = 3
"""Words a minute about tokens pasted into a group; the messages with them are deleted however many there are."""
SWEPT_AT = 10_000
"""Windows kept before those that are over are swept out."""


class Verdict(Enum):
    """What happens to one command."""

    ADMITTED = "admitted"
    FIRST_REFUSAL = "first refusal"
    REFUSED = "refused"


class Throttle:
    """Counts in windows that slide. A first refusal is worth a word, those after it none, for a minute in any case.

    The word itself counts in the group's window: it is a message there like an answer.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        most_of_person: int = MOST_OF_PERSON,
        most_of_group: int = MOST_OF_GROUP,
        most_in_private: int = MOST_IN_PRIVATE,
    ) -> None:
        self._clock = clock
        self._most_of_person = most_of_person
        self._most_of_group = most_of_group
        self._most_in_private = most_in_private
        self._admitted: dict[tuple[int, int | None], deque[datetime]] = {}
        self._refused: dict[tuple[int, int | None], datetime] = {}
        self._sweep_at = SWEPT_AT

    def admit(self, chat_id: int, person_id: int, *, at: datetime | None = None, in_group: bool = True) -> Verdict:
        """Count one command of a person in a chat, or refuse it; `in_group`: it counts for all of its group too.

        `at`: when it came, if that was not now.
        """
        now = at or self._clock()
        self._sweep(now)
        group, person = (chat_id, None), (chat_id, person_id)
        if in_group and len(self._lately(group, now)) >= self._most_of_group:
            return self._refuse(group, now)
        if len(self._lately(person, now)) >= (self._most_of_person if chat_id < 0 else self._most_in_private):
            verdict = self._refuse(person, now)
            if verdict is Verdict.FIRST_REFUSAL and in_group:
                self._admitted.setdefault(group, deque()).append(now)
            return verdict
        for key in (group, person) if in_group else (person,):
            self._admitted.setdefault(key, deque()).append(now)
        return Verdict.ADMITTED

    def count(self, chat_id: int, *, at: datetime) -> None:
        """Count one more for a group that can't be refused any more."""
        self._admitted.setdefault((chat_id, None), deque()).append(at)

    def _lately(self, key: tuple[int, int | None], now: datetime) -> deque[datetime]:
        admitted = self._admitted.get(key, deque())
        # A clock that was set back leaves instants in the future, which would never be over.
        while admitted and not timedelta(0) <= now - admitted[0] < WINDOW:
            admitted.popleft()
        return admitted

    def _refuse(self, key: tuple[int, int | None], now: datetime) -> Verdict:
        told = self._refused.get(key)
        if told is not None and timedelta(0) <= now - told < WINDOW:
            return Verdict.REFUSED
        self._refused[key] = now
        return Verdict.FIRST_REFUSAL

    def _sweep(self, now: datetime) -> None:
        if len(self._admitted) + len(self._refused) < self._sweep_at:
            return
        self._admitted = {key: admitted for key, admitted in self._admitted.items() if self._lately(key, now)}
        self._refused = {key: at for key, at in self._refused.items() if timedelta(0) <= now - at < WINDOW}
        self._sweep_at = max(SWEPT_AT, 2 * (len(self._admitted) + len(self._refused)))
