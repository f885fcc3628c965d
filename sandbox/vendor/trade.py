"""What happens to an account: traffic used, bought, rewarded and lost. Its overview and its records always agree.

The total is what the active records hold in all, the available what is left in them. Of several it is the one acquired
first that is drawn from: the real vendor does not say which it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sandbox.vendor.accounts import Account, Record

PREFIXES = {"order": "ORD", "sign": "SIGN"}


def use(account: Account, traffic: int) -> int:
    """Use so many bytes, or as many as there are; returns how many that were."""
    wanted = max(0, min(traffic, account.available))
    rest = wanted
    for place in reversed(range(len(account.records))):
        record = account.records[place]
        if rest and record.status == 1:
            drawn = min(rest, record.traffic - record.traffic_used)
            account.records[place] = replace(record, traffic_used=record.traffic_used + drawn)
            rest -= drawn
    account.available -= wanted - rest
    return wanted - rest


def acquire(account: Account, *, kind: str, traffic: int, life: timedelta, now: datetime) -> Record:
    """Add a record that is active from now on: a purchase (`order`) or a check-in reward (`sign`)."""
    number = max((int(record.record_id) for record in account.records), default=120000) + 1
    record = Record(
        record_id=str(number),
        order_id=f"{PREFIXES[kind]}-{now:%y%m%d}-{7000 + 37 * (number % 1000)}",
        source_type=kind,
        traffic=traffic,
        traffic_used=0,
        created=now,
        expires=now + life,
    )
    account.records.insert(0, record)
    account.total += traffic
    account.available += traffic
    return record


def next_to_end(account: Account) -> Record | None:
    """Return the active record that ends first with something left in it; without one, that ends first at all."""
    active = [record for record in account.records if record.status == 1 and record.expires is not None]
    holding = [record for record in active if record.traffic_used < record.traffic]
    return min(holding or active, key=_end, default=None)


def expire(account: Account, record: Record, now: datetime) -> int:
    """Let an active record, known by its id, end now, whenever it was to; returns how many bytes are lost with it."""
    place = next(place for place, one in enumerate(account.records) if one.record_id == record.record_id)
    record = account.records[place]
    account.records[place] = replace(record, status=0, expires=min(now, _end(record)))
    left = record.traffic - record.traffic_used
    account.total -= record.traffic
    account.available -= left
    return left


def lapse(account: Account, now: datetime) -> None:
    """Let end whatever record's time has run out."""
    for record in [one for one in account.records if one.status == 1 and one.expires is not None]:
        if _end(record) <= now:
            expire(account, record, now)


def ends_after(account: Account, since: datetime) -> datetime | None:
    """Return when the next active record ends after an instant."""
    ends = (record.expires for record in account.records if record.status == 1 and record.expires is not None)
    return min((end for end in ends if end > since), default=None)


Deed = Callable[[Account, datetime], object]
"""Something that happens to an account at an instant."""


def _end(record: Record) -> datetime:
    if record.expires is None:
        raise ValueError("this record has no end")
    return record.expires
