"""The vendor's records, followed from one complete look to the next: what came, what was used, what was lost unused.

Standard library only. A record is known by its id, or by order and time where it has none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.traffic import Record, State, Tally

SLACK = timedelta(hours=24)
"""How far the vendor's clock, whose zone nobody told us, may be from ours."""
REMEMBERED = timedelta(days=60)
"""How long after its end a record is remembered that the vendor lists no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is known of one record. Bytes; `used_bytes`: the most it ever said.

    `over`: its end has been counted. `missing`: it was not listed at the last look.
    """

    key: str
    quota_bytes: int
    used_bytes: int
    expires_at: datetime | None
    over: bool = False
    missing: bool = False

    @property
    def left_bytes(self) -> int:
        """What it still held at the last look."""
        return max(0, self.quota_bytes - self.used_bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All records ever seen of an account, and what they add up to. `since`: the first look."""

    since: datetime
    packages: tuple[Package, ...]
    tally: Tally


def key(record: Record) -> str | None:
    """Return what tells a record from others, of a fixed length whatever the vendor sends; `None`: nothing does."""
    if record.record_id is not None:
        said = f"id {record.record_id}"
    elif record.order_id is not None and record.created_at is not None:
        said = f"order {record.order_id} {record.created_at.isoformat()}"
    else:
        return None
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def follow(ledger: Ledger | None, records: Iterable[Record], now: datetime) -> Ledger | None:
    """Take in all the records of an account as they are now; `None` where they can't be followed, and nothing changes.

    They can't where two are the same, or one that still holds traffic does not say which it is or how much it holds.
    """
    listed: dict[str, Record] = {}
    for record in records:
        known = key(record)
        if record.left_bytes is None or known is None:
            if record.state(now) is State.EXPIRED:
                continue
            return None
        if known in listed:
            return None
        listed[known] = record
    if ledger is None:
        return _begun(listed, now)
    count = _Count(ledger=ledger, now=now, tally=replace(ledger.tally, left_bytes=_left(listed.values(), now)))
    known_ones = {package.key: package for package in ledger.packages}
    packages = [count.take_in(name, record, known_ones.get(name)) for name, record in listed.items()]
    packages += [count.miss(package) for name, package in known_ones.items() if name not in listed]
    kept = tuple(package for package in packages if not _forgotten(package, now))
    return replace(ledger, packages=kept, tally=count.tally)


def same_account(ledger: Ledger, records: Iterable[Record]) -> bool:
    """Tell whether these can be records of the ledger's account: one of them is known, or there are none on a side."""
    known = {package.key for package in ledger.packages}
    keys = {key(record) for record in records}
    return not known or not keys or bool(known & keys)


def _begun(listed: Mapping[str, Record], now: datetime) -> Ledger:
    packages = tuple(_package(name, record, record.used_bytes or 0, now) for name, record in listed.items())
    nothing = Tally(
        bought_bytes=0,
        checked_in_bytes=0,
        received_bytes=0,
        expired_bytes=0,
        drawn_bytes=0,
        left_bytes=_left(listed.values(), now),
    )
    return Ledger(since=now, packages=packages, tally=nothing)


@dataclass(slots=True, kw_only=True)
class _Count:
    """The tally while a look is taken in."""

    ledger: Ledger
    now: datetime
    tally: Tally

    def take_in(self, name: str, record: Record, known: Package | None) -> Package:
        """Count what is new about a record that is listed."""
        used, quota = record.used_bytes or 0, record.quota_bytes or 0
        if known is None:
            if record.created_at is not None and record.created_at < self.ledger.since - SLACK:
                # It was there before the first look, which did not show it: nothing was acquired since.
                return _package(name, record, used, self.now)
            self._acquire(record.kind, quota)
            known = Package(key=name, quota_bytes=quota, used_bytes=0, expires_at=record.expires_at)
        over = record.state(self.now) is State.EXPIRED
        self.tally = replace(
            self.tally,
            drawn_bytes=self.tally.drawn_bytes + max(0, used - known.used_bytes),
            expired_bytes=self.tally.expired_bytes + (quota - used if over and not known.over else 0),
        )
        package = _package(name, record, max(used, known.used_bytes), self.now)
        return replace(package, over=known.over or over)

    def miss(self, package: Package) -> Package:
        """Count a record that is listed no more: its time ran out since the last look, or nobody knows why."""
        ended = package.expires_at is not None and package.expires_at <= self.now
        if ended and not package.over and not package.missing:
            self.tally = replace(self.tally, expired_bytes=self.tally.expired_bytes + package.left_bytes)
        return replace(package, missing=True, over=package.over or ended)

    def _acquire(self, kind: str, quota: int) -> None:
        tally = self.tally
        if kind == "order":
            self.tally = replace(tally, bought_bytes=tally.bought_bytes + quota)
        elif kind == "sign":
            self.tally = replace(tally, checked_in_bytes=tally.checked_in_bytes + quota)
        else:
            self.tally = replace(tally, received_bytes=tally.received_bytes + quota)


def _package(name: str, record: Record, used: int, now: datetime) -> Package:
    return Package(
        key=name,
        quota_bytes=record.quota_bytes or 0,
        used_bytes=used,
        expires_at=record.expires_at,
        over=record.state(now) is State.EXPIRED,
    )


def _forgotten(package: Package, now: datetime) -> bool:
    return package.missing and package.expires_at is not None and package.expires_at < now - REMEMBERED


def _left(records: Iterable[Record], now: datetime) -> int:
    return sum(record.left_bytes or 0 for record in records if record.state(now) is not State.EXPIRED)
