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

    consumed_bytes: int = 0
    told: timedelta = timedelta()

    def __add__(self, more: Consumption) -> Consumption:
        return Consumption(consumed_bytes=self.consumed_bytes + more.consumed_bytes, told=self.told + more.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    at: datetime
    total: int
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fall:
    """What was shown before the total or the used traffic fell, and when it was seen to have fallen."""

    top: _Look
    seen_at: datetime

    def doubts(self, before: _Look, now: _Look) -> bool:
        """Whether growth may still be the used traffic on its way back."""
        return before.used < self.top.used and now.total >= self.top.total

    def used_is_back(self, before: _Look, now: _Look) -> bool:
        """Whether it came back at once, or about so."""
        return self.doubts(before, now) and 10 * (now.used - before.used) >= 9 * (self.top.used - before.used)

    def total_is_back(self, before: _Look, now: _Look) -> bool:
        """Whether half of the missing total came back at once: a purchase, or the end of a glitch."""
        missing = self.top.total - before.total
        return missing > 0 and 2 * (now.total - before.total) >= missing


SETTLING = timedelta(hours=1)
"""How long growth after a fall may be a counter that finds its way back in steps."""


def consumption(samples: Iterable[Sample]) -> Consumption:
    """Add up what was used between looks, in their order. Purchases, expiries and glitches are never use.

    Where the total or the used traffic falls, a package has gone and took its used part along, or the vendor miscounts:
    what was consumed meanwhile can't be told, and that time is not counted. Neither is the time in which what fell
    jumps back, for then it was a glitch, or looks like one. Growth after a fall is use once that is clear: it stays
    well below what was used before, `SETTLING` or longer after the fall.
    """
    known = held = Consumption()
    falls: tuple[_Fall, ...] = ()
    before: _Look | None = None
    for now in _looks(samples):
        if before is None:
            before = now
            continue
        step = Consumption(consumed_bytes=now.used - before.used, told=now.at - before.at)
        doubting = tuple(fall for fall in falls if fall.doubts(before, now))
        if now.total < before.total or now.used < before.used:
            falls += (_Fall(top=before, seen_at=now.at),)
            held = Consumption()
        elif any(fall.used_is_back(before, now) or fall.total_is_back(before, now) for fall in falls):
            falls = tuple(fall for fall in falls if fall.top.used > now.used and not fall.used_is_back(before, now))
            held = Consumption()
        elif not doubting:
            known += step
        else:
            held += step
            if held.consumed_bytes and all(now.at - fall.seen_at >= SETTLING for fall in doubting):
                known, held = known + held, Consumption()
                falls = tuple(fall for fall in falls if fall not in doubting)
        before = now
    return known


def _looks(samples: Iterable[Sample]) -> Iterable[_Look]:
    """The looks with believable figures."""
    for sample in samples:
        total, used = sample.overview.total_bytes, sample.overview.used_bytes
        if total is not None and used is not None:
            yield _Look(at=sample.taken_at, total=total, used=used)


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
