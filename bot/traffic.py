"""Traffic and its arithmetic. Standard library only; bytes are whole, instants are aware and in UTC.

No number is invented: what the vendor did not send, or what cannot be true, is `None` and stays so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """An account at one instant. Bytes; `balance` in units of `currency` (ISO 4217, as the vendor sends it)."""

    total_bytes: int | None
    available_bytes: int | None
    balance: Decimal | None
    currency: str | None

    @property
    def believable(self) -> bool:
        """Whether both amounts came and what is available does not exceed the total."""
        return (
            self.total_bytes is not None
            and self.available_bytes is not None
            and 0 <= self.available_bytes <= self.total_bytes
        )

    @property
    def used_bytes(self) -> int | None:
        """Total minus available, as the vendor defines it; `None` where the two cannot both be true."""
        if self.total_bytes is None or self.available_bytes is None or not self.believable:
            return None
        return self.total_bytes - self.available_bytes

    @property
    def used_share(self) -> Decimal | None:
        """Used of total, 0 to 1; `None` without a total."""
        return share(self.used_bytes, self.total_bytes)


class State(Enum):
    """Whether a record's traffic can still be used."""

    ACTIVE = "active"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Traffic acquired once: a purchase (`order`), a check-in reward (`sign`), or a kind the vendor has added since."""

    record_id: str | None
    order_id: str | None
    kind: str
    quota_bytes: int | None
    used_bytes: int | None
    created_at: datetime | None
    expires_at: datetime | None
    status: int | None

    def state(self, now: datetime) -> State:
        """Expired by the vendor's word or by the clock; active only where neither says otherwise."""
        if self.status == 0 or (self.expires_at is not None and self.expires_at <= now):
            return State.EXPIRED
        return State.ACTIVE if self.status == 1 else State.UNKNOWN

    @property
    def left_bytes(self) -> int | None:
        """Quota minus used; `None` where one is missing or more was used than there is."""
        if self.quota_bytes is None or self.used_bytes is None or self.used_bytes > self.quota_bytes:
            return None
        return self.quota_bytes - self.used_bytes

    @property
    def used_share(self) -> Decimal | None:
        """Used of quota, 0 to 1; `None` where the two cannot both be true."""
        if self.left_bytes is None:
            return None
        return share(self.used_bytes, self.quota_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPage:
    """One page of records, newest first as the vendor gives them; `total` of all pages, `None` if it did not say."""

    records: tuple[Record, ...]
    total: int | None


def share(part: int | None, whole: int | None) -> Decimal | None:
    """Part of whole as a number from 0 to 1; `None` where either is missing or the whole is nothing."""
    return None if part is None or not whole else Decimal(part) / Decimal(whole)


def expires_next(records: Iterable[Record], now: datetime) -> Record | None:
    """The active record that expires first and still holds traffic; `None` if nothing is going to expire."""
    waiting = [
        (record.expires_at, record)
        for record in records
        if record.expires_at is not None and record.state(now) is State.ACTIVE and record.left_bytes != 0
    ]
    return min(waiting, key=lambda pair: pair[0])[1] if waiting else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What an account showed at an instant."""

    taken_at: datetime
    overview: Overview


def consumed_bytes(earlier: Overview, later: Overview) -> int:
    """Traffic used between two looks. A purchase, an expired package or a vendor that counts backwards is none.

    Used traffic grows by what was consumed while packages come; when packages go, total and used both fall, and what
    was consumed meanwhile cannot be told, so none is counted.
    """
    if earlier.used_bytes is None or later.used_bytes is None or earlier.total_bytes is None:
        return 0
    if later.total_bytes is None or later.total_bytes < earlier.total_bytes:
        return 0
    return max(0, later.used_bytes - earlier.used_bytes)


PACE_WINDOW = timedelta(days=7)
SHORTEST_HISTORY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast traffic goes, and how much history that rests on (at most 7 days)."""

    bytes_a_day: Decimal
    history: timedelta


def pace(samples: Iterable[Sample], now: datetime) -> Pace | None:
    """The average use of the last 7 days; `None` with less than one day of history, where a number would be a guess."""
    recent = sorted((s for s in samples if now - PACE_WINDOW <= s.taken_at <= now), key=lambda s: s.taken_at)
    if len(recent) < 2 or recent[-1].taken_at - recent[0].taken_at < SHORTEST_HISTORY:
        return None
    history = recent[-1].taken_at - recent[0].taken_at
    consumed = sum(consumed_bytes(a.overview, b.overview) for a, b in pairwise(recent))
    return Pace(bytes_a_day=Decimal(consumed) * 86400 / Decimal(history.total_seconds()), history=history)


LONGEST_FORECAST = timedelta(days=3650)


def lasts(available_bytes: int, at: Pace) -> timedelta | None:
    """How long the traffic lasts at this pace; `None` if nothing is being used, or for ten years and more."""
    if at.bytes_a_day <= 0:
        return None
    days = Decimal(available_bytes) / at.bytes_a_day
    return None if days >= LONGEST_FORECAST.days else timedelta(days=float(days))
