"""Traffic and its arithmetic. Standard library only; bytes are whole, instants are aware and in UTC.

No number is invented: what the vendor did not send, or what cannot be true, is `None` and stays so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """Traffic used, and the time within which it could be told."""

    consumed_bytes: int
    told: timedelta


def consumption(samples: Iterable[Sample]) -> Consumption:
    """Add up what was used between looks, in their order. Purchases, expiries and glitches are never use.

    Used traffic counts above the most that was used before, so a vendor that counts backwards and forth again adds
    nothing. Where the total falls, a package has gone and took its used part along: what was consumed meanwhile can't
    be told, and that time is not counted either. A total that fell and comes back exactly was a glitch.
    """
    consumed, told = 0, timedelta()
    before: Sample | None = None
    most_used = 0
    fallen_from: dict[int, int] = {}
    for sample in samples:
        total, used = sample.overview.total_bytes, sample.overview.used_bytes
        if total is None or used is None:
            continue
        if before is None:
            most_used = used
        elif total < (before.overview.total_bytes or 0):
            fallen_from[before.overview.total_bytes or 0] = most_used
            most_used = used
        else:
            if total in fallen_from:
                most_used = max(fallen_from.pop(total), most_used)
            told += sample.taken_at - before.taken_at
            consumed += max(0, used - most_used)
            most_used = max(most_used, used)
        before = sample
    return Consumption(consumed_bytes=consumed, told=told)


PACE_WINDOW = timedelta(days=7)
SHORTEST_HISTORY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast traffic goes, and how much history that rests on (at most 7 days)."""

    bytes_a_day: Decimal
    history: timedelta


def pace(samples: Iterable[Sample], now: datetime) -> Pace | None:
    """The average use of the last 7 days; `None` where less than a day of it can be told, for that would be a guess."""
    recent = sorted((one for one in samples if now - PACE_WINDOW <= one.taken_at <= now), key=lambda one: one.taken_at)
    known = consumption(recent)
    if known.told < SHORTEST_HISTORY:
        return None
    return Pace(
        bytes_a_day=Decimal(known.consumed_bytes) * 86400 / Decimal(known.told.total_seconds()), history=known.told
    )


LONGEST_FORECAST = timedelta(days=3650)


def lasts(available_bytes: int, at: Pace) -> timedelta | None:
    """How long the traffic lasts at this pace; `None` if nothing is being used, or for ten years and more."""
    if at.bytes_a_day <= 0:
        return None
    days = Decimal(available_bytes) / at.bytes_a_day
    return None if days >= LONGEST_FORECAST.days else timedelta(days=float(days))
