"""What was spoken up about, for each account, and what people did with it. What the kinds mean is not known here."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    Named,
    Row,
    String,
    Table,
    Text,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something about an account. `kind`, `figures`: opaque here. `said_at`: `None` where it is only about to be said.

    `severity`, `until`: of what was said. `snoozed_until`, and by whom; `taken_by`, `taken_by_id`: who says it is
    theirs. A name is `""` where it is not to be told.
    """

    account_id: int
    kind: str
    severity: float
    until: datetime | None
    figures: str
    said_at: datetime | None
    snoozed_until: datetime | None = None
    snoozed_by: str | None = None
    taken_by: str | None = None
    taken_by_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Raise:
    """What is about to be said."""

    kind: str
    severity: float
    until: datetime | None
    figures: str


class Marks(TypedDict, total=False):
    """What people do with an alert."""

    snoozed_until: datetime | None
    snoozed_by: str | None
    taken_by: str | None
    taken_by_id: int | None


class _Columns(TypedColumns):
    account_id = Column(
        counted_id, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    kind: Named[str] = Column(String(16), primary_key=True)
    severity: Named[float] = Column(Float)
    until = Column(Instant, nullable=True)
    figures: Named[str] = Column(Text)
    said_at = Column(Instant, nullable=True)
    next_severity: Named[float] = Column(Float)
    next_until = Column(Instant, nullable=True)
    snoozed_until = Column(Instant, nullable=True)
    snoozed_by: Named[str | None] = Column(String(256))
    taken_by: Named[str | None] = Column(String(256))
    taken_by_id: Named[int | None] = Column(BigInteger)


_alerts = Table("alerts", metadata, _Columns)


class Alerts:
    """Verbs on alerts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def raise_(self, account_id: int, raised: Collection[Raise]) -> None:
        """Note what is about to be said, so that it can be worded. What was said before still counts."""

        def verb(connection: Connection) -> None:
            for one in raised:
                of = _of(account_id, (one.kind,))
                coming = {"figures": one.figures, "next_severity": one.severity, "next_until": one.until}
                if not connection.execute(update(_alerts).where(of).values(coming)).rowcount:
                    fresh = {"account_id": account_id, "kind": one.kind, "severity": 0.0, **coming}
                    connection.execute(insert(_alerts).values(fresh))

        with contextlib.suppress(IntegrityError):  # disconnected meanwhile
            await self._database.note(verb)

    async def said(self, account_id: int, kinds: Collection[str], now: datetime) -> None:
        """Note that what was about to be said was; what people did with it before is over."""
        told: dict[str, Any] = {
            "severity": _alerts.c.next_severity,
            "until": _alerts.c.next_until,
            "said_at": now,
            "snoozed_until": None,
            "snoozed_by": None,
            "taken_by": None,
            "taken_by_id": None,
        }
        change = update(_alerts).where(_of(account_id, kinds)).values(told)
        await self._database.write(lambda connection: connection.execute(change))

    async def over(self, account_id: int, kinds: Collection[str]) -> None:
        """Forget what is over."""
        change = delete(_alerts).where(_of(account_id, kinds))
        await self._database.note(lambda connection: connection.execute(change))

    async def of(self, account_id: int) -> Mapping[str, Alert]:
        """Return what was said of an account, and what is about to be, by kind."""
        query = select(_alerts).where(_alerts.c.account_id == account_id)
        return await self._database.read(
            lambda connection: {row.kind: _alert(row) for row in connection.execute(query).all()}
        )

    async def mark(self, account_id: int, kinds: Collection[str], **marks: Unpack[Marks]) -> bool:
        """Note what somebody does with alerts that were said. Tells whether any was."""
        of = _of(account_id, kinds) & _alerts.c.said_at.is_not(None)
        change = update(_alerts).where(of).values(**marks)
        return await self._database.write(lambda connection: connection.execute(change).rowcount > 0)


def _of(account_id: int, kinds: Collection[str]) -> ColumnElement[bool]:
    return (_alerts.c.account_id == account_id) & _alerts.c.kind.in_(kinds)


def _alert(row: Row[*tuple[Any, ...]]) -> Alert:
    return Alert(
        account_id=row.account_id,
        kind=row.kind,
        severity=row.severity,
        until=row.until,
        figures=row.figures,
        said_at=row.said_at,
        snoozed_until=row.snoozed_until,
        snoozed_by=row.snoozed_by,
        taken_by=row.taken_by,
        taken_by_id=row.taken_by_id,
    )
