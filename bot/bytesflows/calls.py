"""Every question that can be asked of the vendor, one function each. No I/O.

A `Call` says what to ask and how its answer's `data` becomes a noun; numbers may come as strings or floats, fields may
be missing or null, and what cannot be believed becomes `None`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timezone, tzinfo
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from bot.bytesflows.errors import Unreadable
from bot.traffic import Overview, Record, RecordPage

T_co = TypeVar("T_co", covariant=True)
Json = dict[str, object]
SourceType = Literal["order", "sign"]

LARGEST = 2**63 - 1
"""Bytes; more cannot be stored and is no traffic anyone has."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,9})?", re.ASCII)
"""What a text may hold that is a number; `Decimal` would take `1_0` and the digits of every script too."""
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Generic[T_co]):
    """A GET: path below the API's root, query, and the reader of its `data` (given the zone of the vendor's times).

    `name`: for figures. `cookie`: whether the vendor offers it to cookie authentication. Two equal calls ask the same.
    """

    name: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    cookie: bool = False
    read: Callable[[Json, tzinfo], T_co] = field(compare=False, repr=False)


def overview() -> Call[Overview]:
    """Ask for the account's total, available traffic and balance."""
    return Call(name="overview", path="/api/v1/dashboard/asset", cookie=True, read=_overview)


def records(*, page: int = 1, size: int = 10, source: SourceType | None = None) -> Call[RecordPage]:
    """Ask for one page (from 1) of `size` records of traffic acquired; `source` leaves only purchases or check-ins."""
    query: tuple[tuple[str, str], ...] = (("pageNo", str(page)), ("pageSize", str(size)))
    if source is not None:
        query += (("sourceType", source),)
    return Call(name="records", path="/api/v1/user/traffic/records", query=query, read=_records)


def _overview(data: Json, _zone: tzinfo) -> Overview:
    if not data.keys() & {"totalTraffic", "dynamicTraffic"}:
        raise Unreadable("an overview without its traffic")
    return Overview(
        total_bytes=_bytes(data.get("totalTraffic")),
        available_bytes=_bytes(data.get("dynamicTraffic")),
        balance=_number(data.get("balance")),
        currency=_text(data.get("currency")),
    )


def _records(data: Json, zone: tzinfo) -> RecordPage:
    rows = data.get("records")
    if rows is None and "total" in data:
        rows = []
    if not isinstance(rows, list):
        raise Unreadable("records that are no list")
    total = _bytes(data.get("total"))
    return RecordPage(records=tuple(_record(row, zone) for row in rows if isinstance(row, dict)), total=total)


def _record(row: Json, zone: tzinfo) -> Record:
    status = _number(row.get("status"))
    return Record(
        record_id=_text(row.get("id")),
        order_id=_text(row.get("orderId")),
        kind=_text(row.get("sourceType")) or "",
        quota_bytes=_bytes(row.get("traffic")),
        used_bytes=_bytes(row.get("trafficUsed")),
        created_at=_instant(row.get("createTime"), zone),
        expires_at=_instant(row.get("expireTime"), zone),
        status=int(status) if status is not None and status in (0, 1) else None,
    )


def _number(value: object) -> Decimal | None:
    """A finite number of ordinary size, from a number or a text; `None` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        return None
    if isinstance(value, str):
        value = value.strip()
        if not _NUMBER.fullmatch(value):
            return None
    number = Decimal(value)
    return number if number.is_finite() and (not number or -30 < number.adjusted() < 20) else None


def _bytes(value: object) -> int | None:
    number = _number(value)
    return int(number) if number is not None and 0 <= number <= LARGEST else None


def _text(value: object) -> str | None:
    """Text without what no database stores, whole numbers as digits; `None` for nothing and for what is neither."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _UNSTORABLE.sub("", value).strip() or None if isinstance(value, str) else None


def _instant(value: object, zone: tzinfo) -> datetime | None:
    """An aware instant that keeps the vendor's offset, so that a day is shown as the dashboard shows it."""
    if not isinstance(value, str):
        return None
    try:
        local = datetime.fromisoformat(value.strip())
        aware = local if local.tzinfo else local.replace(tzinfo=zone)
        aware.astimezone(UTC)  # which fails at the ends of time
        # A fixed offset: two instants of a zone with daylight saving do not always compare as instants.
        offset = aware.utcoffset()
    except (ValueError, OverflowError):
        return None
    return aware if offset is None else aware.replace(tzinfo=timezone(offset))
