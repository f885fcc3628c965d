"""Every question that can be asked of the vendor, one function each. No I/O.

A `Call` says what to ask and how its answer's `data` becomes a noun; numbers may come as strings or floats, fields may
be missing or null, and what cannot be believed becomes `None`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Generic, Literal, TypeVar

from bot.bytesflows.errors import Unreadable
from bot.traffic import Overview, Record, RecordPage

T_co = TypeVar("T_co", covariant=True)
Json = dict[str, object]
SourceType = Literal["order", "sign"]

LARGEST = 2**63 - 1
"""Bytes; more cannot be stored and is no traffic anyone has."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Generic[T_co]):
    """A GET: path below the API's root, query, and the reader of its `data` (given the zone of the vendor's times).

    `cookie`: whether the vendor offers it to cookie authentication. Two equal calls ask the same.
    """

    path: str
    query: tuple[tuple[str, str], ...] = ()
    cookie: bool = False
    read: Callable[[Json, tzinfo], T_co] = field(compare=False, repr=False)


def overview() -> Call[Overview]:
    """Ask for the account's total, available traffic and balance."""
    return Call(path="/api/v1/dashboard/asset", cookie=True, read=_overview)


def records(*, page: int = 1, size: int = 10, source: SourceType | None = None) -> Call[RecordPage]:
    """Ask for one page (from 1) of `size` records of traffic acquired; `source` leaves only purchases or check-ins."""
    query: tuple[tuple[str, str], ...] = (("pageNo", str(page)), ("pageSize", str(size)))
    if source is not None:
        query += (("sourceType", source),)
    return Call(path="/api/v1/user/traffic/records", query=query, read=_records)


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
    try:
        number = Decimal(value.strip() if isinstance(value, str) else value)
    except InvalidOperation:
        return None
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
    if not isinstance(value, str):
        return None
    try:
        local = datetime.fromisoformat(value.strip())
        return (local if local.tzinfo else local.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
