"""What the vendor knows of its customers: traffic, money, records, and what opens an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

GB = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Traffic acquired once. Bytes; times in the vendor's zone, without one, as it sends them."""

    record_id: str
    order_id: str
    source_type: str
    traffic: int
    traffic_used: int
    created: datetime
    expires: datetime | None
    status: int = 1

    def json(self) -> dict[str, Any]:
        """Return the record as the vendor documents it."""
        return {
            "id": self.record_id,
            "orderId": self.order_id,
            "sourceType": self.source_type,
            "traffic": self.traffic,
            "trafficUsed": self.traffic_used,
            "createTime": _local(self.created),
            "expireTime": _local(self.expires) if self.expires else None,
            "status": self.status,
        }


@dataclass(slots=True, kw_only=True)
class Account:
    """A customer's account, to be changed as a test or the demo pleases. Records newest first."""

    token: str = field(repr=False)
    cookie: str | None = field(default=None, repr=False)
    total: int
    available: int
    balance: float = 0.0
    currency: str = "USD"
    records: list[Record] = field(default_factory=list)
    revoked: bool = False
    miscounted: bool = False
    """Whether the overview says that more is available than there is in all."""

    def overview(self) -> dict[str, Any]:
        """Return the overview as the vendor documents it."""
        return {
            "totalTraffic": self.total,
            "dynamicTraffic": self.total + self.available if self.miscounted else self.available,
            "balance": self.balance,
            "currency": self.currency,
        }

    def page(self, *, number: int, size: int, source: str | None) -> dict[str, Any]:
        """Return one page of records as the vendor documents it."""
        rows = [record for record in self.records if source in (None, record.source_type)]
        start = (number - 1) * size
        return {"records": [record.json() for record in rows[start : start + size]], "total": len(rows)}


def _local(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S")
