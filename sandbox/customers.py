"""The demo's two customers of the vendor, and the month that one of them has behind it when the demo begins."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta, tzinfo
from functools import partial

from sandbox.habits import Habit
from sandbox.market import Chapter, Customer
from sandbox.vendor import Account, Record, trade
from sandbox.vendor.accounts import GB

MONTH = timedelta(days=30)
_DAY = timedelta(days=1)


def team(now: datetime, zone: tzinfo) -> Customer:
    """A busy account as it was a month before `now`, and what happens to it since.

    It buys, checks in, loses a package and a reward unused, and one night a scraper runs wild.
    """
    records = [
        _record(now, number=7, kind="order", quota=20 * GB, used=8 * GB, age=45, life=30),
        _record(now, number=6, kind="order", quota=20 * GB, used=18 * GB, age=61, life=30),
        _record(now, number=5, kind="order", quota=20 * GB, used=20 * GB, age=90, life=30),
        _record(now, number=4, kind="sign", quota=GB, used=GB, age=95, life=7),
        _record(now, number=3, kind="order", quota=10 * GB, used=10 * GB, age=121, life=30),
        _record(now, number=2, kind="order", quota=5 * GB, used=4 * GB + GB // 3, age=150, life=30),
    ]
    records = [_as_of(record, now - MONTH) for record in records]
    account = Account(
        token=_token(),
        cookie=f"session={secrets.token_urlsafe(24)}",
        total=sum(record.traffic for record in records if record.status == 1),
        available=sum(record.traffic - record.traffic_used for record in records if record.status == 1),
        balance=12.5,
        records=records,
    )
    habit = Habit(working_day=43 * GB // 10, weekend_day=14 * GB // 10, zone=zone, seed="team")
    return Customer(account=account, habit=habit, story=tuple(_month(now, zone)))


def side_project(now: datetime) -> Customer:
    """An account that is nearly used up, and that nobody uses any more."""
    record = _record(now, number=21, kind="order", quota=5 * GB, used=5 * GB - 190 * 1024**2, age=20, life=22)
    account = Account(token=_token(), total=5 * GB, available=190 * 1024**2, balance=0.0, records=[record])
    return Customer(account=account)


def _month(now: datetime, zone: tzinfo) -> Iterator[Chapter]:
    def bought(gigabytes: int, *, days: int) -> trade.Deed:
        return lambda account, at: trade.acquire(
            account, kind="order", traffic=gigabytes * GB, life=timedelta(days=days), now=at
        )

    def rewarded(traffic: int, *, days: int) -> trade.Deed:
        return lambda account, at: trade.acquire(
            account, kind="sign", traffic=traffic, life=timedelta(days=days), now=at
        )

    ago = partial(_ago, now)
    yield Chapter(at=ago(days=27, hours=1), deed=bought(125, days=29))
    yield Chapter(at=ago(days=24, hours=3), deed=rewarded(GB, days=7))
    yield Chapter(at=ago(days=18, hours=2), deed=bought(10, days=10))
    yield from _wild_night((now - 13 * _DAY).astimezone(zone))
    yield Chapter(at=ago(days=12, hours=4), deed=rewarded(GB // 2, days=30))
    yield Chapter(at=ago(days=11, hours=5), deed=rewarded(GB // 2, days=14))
    yield Chapter(at=ago(days=9, hours=5), deed=bought(50, days=30))


def _wild_night(day: datetime) -> Iterator[Chapter]:
    """A scraper that nobody watches, in the small hours of a day."""
    for hour in (2, 3, 4):
        at = datetime.combine(day.date(), time(hour, 20), day.tzinfo)
        yield Chapter(at=at, deed=lambda account, _: trade.use(account, 35 * GB // 10))


def _ago(now: datetime, *, days: int, hours: int) -> datetime:
    return now - timedelta(days=days, hours=hours, minutes=7 * days % 60)


def _record(now: datetime, *, number: int, kind: str, quota: int, used: int, age: int, life: int) -> Record:
    created = _ago(now, days=age, hours=number % 7)
    return Record(
        record_id=str(120000 + number),
        order_id=f"{trade.PREFIXES[kind]}-{created:%y%m%d}-{7000 + 37 * number}",
        source_type=kind,
        traffic=quota,
        traffic_used=used,
        created=created,
        expires=created + timedelta(days=life),
        status=int(created + timedelta(days=life) > now),
    )


def _as_of(record: Record, at: datetime) -> Record:
    """A record as it was at an instant, as far as its end goes."""
    return replace(record, status=int(record.expires is not None and record.expires > at))


def _token() -> str:
    return f"bf_demo_{secrets.token_hex(16)}"
