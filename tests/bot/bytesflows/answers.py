"""Answers as the vendor documents them, to be spoilt."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any, TypeVar

from bot.bytesflows import wire
from bot.bytesflows.calls import Call

T = TypeVar("T")

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)

OVERVIEW: dict[str, Any] = {
    "totalTraffic": 188978561024,
    "dynamicTraffic": 188944515072,
    "balance": 0.00,
    "currency": "USD",
}
RECORD: dict[str, Any] = {
    "id": "123456",
    "orderId": "ORD-7890",
    "sourceType": "order",
    "traffic": 1073741824,
    "trafficUsed": 524288,
    "createTime": "2026-02-21 20:00:00",
    "expireTime": "2026-03-21 20:00:00",
    "status": 1,
}


def success(data: object) -> bytes:
    """The envelope of an answer."""
    return json.dumps({"code": 200, "msg": "success", "data": data}).encode()


def read(
    call: Call[T],
    body: bytes,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    zone: tzinfo = UTC,
) -> T:
    """Read a body as the client would."""
    return wire.read(call, status=status, headers=headers or {}, body=body, zone=zone, now=NOW)
