"""Traffic and its arithmetic. Standard library only; bytes are whole, instants are aware and in UTC.

No number is invented: what the vendor did not send, or what cannot be true, is `None` and stays so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
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
class Tally:
    """What the records said since they were first looked at, in bytes: counters that never fall, and what is left.

    `drawn_bytes`: used of the records. `received_bytes`: acquired in a way the vendor has added since. `expired_bytes`:
    lost unused. `left_bytes`: what the active records hold at this look.
    """

    bought_bytes: int
    checked_in_bytes: int
    received_bytes: int
    expired_bytes: int
    drawn_bytes: int
    left_bytes: int

    def since(self, earlier: Tally) -> Tally | None:
        """Return what was counted since an earlier look; `None` where a counter fell, for then it began anew."""
        grown = Tally(
            bought_bytes=self.bought_bytes - earlier.bought_bytes,
            checked_in_bytes=self.checked_in_bytes - earlier.checked_in_bytes,
            received_bytes=self.received_bytes - earlier.received_bytes,
            expired_bytes=self.expired_bytes - earlier.expired_bytes,
            drawn_bytes=self.drawn_bytes - earlier.drawn_bytes,
            left_bytes=self.left_bytes,
        )
        fell = min(
            grown.bought_bytes, grown.checked_in_bytes, grown.received_bytes, grown.expired_bytes, grown.drawn_bytes
        )
        return None if fell < 0 else grown


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What an account showed at an instant; `tally` where all of its records were seen then."""

    taken_at: datetime
    overview: Overview
    tally: Tally | None = None
