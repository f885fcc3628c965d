"""What a message may be given: values as the program knows them, not yet written in any language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

_MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Size:
    """Traffic in bytes, shown with 1 GB = 1024³ bytes as the vendor's dashboard does."""

    bytes: int | Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, and its currency as the vendor names it (`""` if it does not)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody called by name, who is notified of it: https://core.telegram.org/bots/api#html-style"""

    person_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a whole, 0 to 1."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Day:
    """The date of an instant, in the zone that was chosen, else in the one it carries."""

    at: datetime


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A date of a calendar, without its year, as short as the language has it: `Sep 20`, `9月20日`."""

    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant; Telegram shows it in the reader's own zone and words.

    Where it cannot, the time stands there in the zone that was chosen, else in the one it carries.
    """

    at: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in whole days from two days on, else in hours or minutes: `21 days`, `3 hours`."""

    length: timedelta


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time on the clock of 24 hours, in minutes after midnight and in no zone. Raises ValueError beyond a day."""

    minutes: int

    def __post_init__(self) -> None:
        if not 0 <= self.minutes < _MINUTES_A_DAY:
            raise ValueError(f"a day has the minutes 0 to {_MINUTES_A_DAY - 1}")


@dataclass(frozen=True, slots=True)
class City:
    """The city that an IANA time zone is called after: `Europe/Berlin`."""

    zone: str


@dataclass(frozen=True, slots=True)
class Names:
    """Several names, listed as the language lists them."""

    names: tuple[str, ...]


Value = str | int | Names | Size | Mention | Money | Share | Day | ShortDay | Moment | Span | TimeOfDay | City
