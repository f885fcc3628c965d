"""The vendor's records of each account as they were last seen, and what they add up to since they were first."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    bindparam,
    delete,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One record: bytes, its end, whether that was counted, whether the vendor lists it no more."""

    key: str
    quota_bytes: int
    used_bytes: int
    expires_at: datetime | None
    over: bool
    missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLedger:
    """All records of an account, and counters in bytes since the first look."""

    since: datetime
    bought_bytes: int
    checked_in_bytes: int
    received_bytes: int
    expired_bytes: int
    drawn_bytes: int
    packages: tuple[Kept, ...]


class _Columns(TypedColumns):
    account_id = Column(
        counted_id, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    since = Column(Instant, nullable=False)
    bought_bytes: Named[int] = Column(BigInteger)
    checked_in_bytes: Named[int] = Column(BigInteger)
    received_bytes: Named[int] = Column(BigInteger)
    expired_bytes: Named[int] = Column(BigInteger)
    drawn_bytes: Named[int] = Column(BigInteger)


class _PackageColumns(TypedColumns):
    account_id = Column(
        counted_id, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    key: Named[str] = Column(String(32), primary_key=True)
    quota_bytes: Named[int] = Column(BigInteger)
    used_bytes: Named[int] = Column(BigInteger)
    expires_at = Column(Instant, nullable=True)
    over: Named[bool] = Column(Boolean)
    missing: Named[bool] = Column(Boolean)


_ledgers = Table("ledgers", metadata, _Columns)
_packages = Table("packages", metadata, _PackageColumns)
_LEDGER = select(_ledgers).where(_ledgers.c.account_id == bindparam("account"))
_PACKAGES = select(_packages).where(_packages.c.account_id == bindparam("account")).order_by(_packages.c.key)
_NEW_LEDGER, _NEW_PACKAGE = insert(_ledgers), insert(_packages)
_COUNTED = tuple(field.name for field in fields(KeptLedger) if field.name != "packages")
_FIELDS = tuple(field.name for field in fields(Kept))
_NO_LEDGER = delete(_ledgers).where(_ledgers.c.account_id == bindparam("account"))
_NO_PACKAGE = delete(_packages).where(_packages.c.account_id == bindparam("account"), _packages.c.key == bindparam("k"))


class Ledgers:
    """Verbs on ledgers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, account_id: int) -> KeptLedger | None:
        """Return the ledger of an account, if its records were ever seen."""

        def verb(connection: Connection) -> KeptLedger | None:
            row = connection.execute(_LEDGER, {"account": account_id}).one_or_none()
            if row is None:
                return None
            return KeptLedger(
                since=row.since,
                bought_bytes=row.bought_bytes,
                checked_in_bytes=row.checked_in_bytes,
                received_bytes=row.received_bytes,
                expired_bytes=row.expired_bytes,
                drawn_bytes=row.drawn_bytes,
                packages=_packages_of(connection, account_id),
            )

        return await self._database.read(verb)

    async def keep(self, account_id: int, ledger: KeptLedger) -> None:
        """Keep a ledger in the place of the one before; only the records that changed are written."""

        def verb(connection: Connection) -> None:
            _write_packages(connection, account_id, ledger.packages)
            connection.execute(_NO_LEDGER, {"account": account_id})
            counted = {name: getattr(ledger, name) for name in _COUNTED}
            connection.execute(_NEW_LEDGER, {"account_id": account_id, **counted})

        # An account that was disconnected meanwhile leaves nothing to keep a ledger of.
        with contextlib.suppress(IntegrityError):
            await self._database.note(verb)


def _packages_of(connection: Connection, account_id: int) -> tuple[Kept, ...]:
    return tuple(map(_kept, connection.execute(_PACKAGES, {"account": account_id}).all()))


def _write_packages(connection: Connection, account_id: int, packages: Sequence[Kept]) -> None:
    known = {one.key: one for one in _packages_of(connection, account_id)}
    changed = [one for one in packages if known.get(one.key) != one]
    kept = {one.key for one in packages} - {one.key for one in changed}
    gone = [{"account": account_id, "k": key} for key in known if key not in kept]
    if gone:
        connection.execute(_NO_PACKAGE, gone)
    if changed:
        connection.execute(_NEW_PACKAGE, [{"account_id": account_id, **_columns(one)} for one in changed])


def _columns(package: Kept) -> dict[str, object]:
    return {name: getattr(package, name) for name in _FIELDS}


def _kept(row: Row[*tuple[Any, ...]]) -> Kept:
    return Kept(
        key=row.key,
        quota_bytes=row.quota_bytes,
        used_bytes=row.used_bytes,
        expires_at=row.expires_at,
        over=row.over,
        missing=row.missing,
    )
