"""What accounts showed, and when: the bot's own memory, which forecasts and last good figures come from."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
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
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.schema import Exact, Instant, counted_id, metadata

EVER = datetime(1970, 1, 1, tzinfo=UTC)
SLOTS_A_DAY = 144
PAGE = 500
"""Readings that are read in one go: some ten milliseconds."""
SLOT_SECONDS = 600
"""One reading is kept for each ten minutes, the last whole one; refreshing often does not fill the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An account's figures at an instant: bytes, and money as the vendor sent it.

    The last six where all of its records were seen then: counters since the first such look, and what they hold.
    """

    taken_at: datetime
    total_bytes: int | None
    available_bytes: int | None
    balance: Decimal | None
    currency: str | None
    bought_bytes: int | None = None
    checked_in_bytes: int | None = None
    received_bytes: int | None = None
    expired_bytes: int | None = None
    drawn_bytes: int | None = None
    left_bytes: int | None = None

    @property
    def whole(self) -> bool:
        """Whether both amounts are there and what is available does not exceed the total."""
        return (
            self.total_bytes is not None
            and self.available_bytes is not None
            and 0 <= self.available_bytes <= self.total_bytes
        )


class _Columns(TypedColumns):
    account_id = Column(
        counted_id,
        ForeignKey("accounts.account_id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )
    slot = Column(BigInteger, primary_key=True, autoincrement=False)
    taken_at = Column(Instant, nullable=False)
    total_bytes: Named[int | None] = Column(BigInteger)
    available_bytes: Named[int | None] = Column(BigInteger)
    balance = Column(Exact, nullable=True)
    currency: Named[str | None] = Column(String(16))
    bought_bytes: Named[int | None] = Column(BigInteger)
    checked_in_bytes: Named[int | None] = Column(BigInteger)
    received_bytes: Named[int | None] = Column(BigInteger)
    expired_bytes: Named[int | None] = Column(BigInteger)
    drawn_bytes: Named[int | None] = Column(BigInteger)
    left_bytes: Named[int | None] = Column(BigInteger)


_readings = Table("readings", metadata, _Columns)
_FIELDS = tuple(field.name for field in fields(Reading))
_OF_ACCOUNT = _readings.c.account_id == bindparam("account")
_OF_SLOT = _readings.c.slot == bindparam("in_slot")
_WHOLE = _readings.c.available_bytes.between(0, _readings.c.total_bytes)  # nothing is between nulls
_IN_SLOT = delete(_readings).where(_OF_ACCOUNT, _OF_SLOT)
_IN_SLOTS_NOW = select(_readings).where(_OF_ACCOUNT, _readings.c.slot.between(bindparam("first"), bindparam("last")))
_OLD = _OF_ACCOUNT & (_readings.c.taken_at < bindparam("before"))
_LAST_OF_DAYS = select(func.max(_readings.c.slot)).where(_OLD, _WHOLE).group_by(_readings.c.slot // SLOTS_A_DAY)
_THINNED = delete(_readings).where(_OLD, _readings.c.slot.not_in(_LAST_OF_DAYS.scalar_subquery()))
_FORGOTTEN = delete(_readings).where(_OF_ACCOUNT, _readings.c.taken_at < bindparam("until"))
_TAKEN_SINCE = _readings.c.taken_at >= bindparam("since")
_LATEST = select(_readings).where(_OF_ACCOUNT, _WHOLE, _TAKEN_SINCE).order_by(_readings.c.slot.desc()).limit(1)
_ADDED = insert(_readings)
_SINCE = select(_readings).where(_OF_ACCOUNT, _TAKEN_SINCE).order_by(_readings.c.slot)
_PAGE = _SINCE.where(_readings.c.slot > bindparam("after")).limit(bindparam("size"))


class History:
    """Verbs on readings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, account_id: int, reading: Reading) -> None:
        """Keep a reading, in the place of an earlier one of the same ten minutes.

        One that is not whole never takes the place of a whole one: it must not cost the last good figures. Nor does one
        without the records take the place of one with them: it stands in the next place, so that it is the latest.
        """
        slot = _slot(reading.taken_at)

        def verb(connection: Connection) -> None:
            asked = {"account": account_id, "first": slot, "last": slot + 2}
            known = {row.slot: _reading(row) for row in connection.execute(_IN_SLOTS_NOW, asked).all()}
            for place in (slot, slot + 1) if reading.whole else (slot,):
                if place not in known or _worth(known[place]) <= _worth(reading):
                    if place in known:
                        connection.execute(_IN_SLOT, {"account": account_id, "in_slot": place})
                    if place + 1 in known and known[place + 1].taken_at <= reading.taken_at:
                        connection.execute(_IN_SLOT, {"account": account_id, "in_slot": place + 1})
                    connection.execute(_ADDED, {"account_id": account_id, "slot": place, **_columns(reading)})
                    return

        # An account that was disconnected meanwhile, perhaps from another chat, leaves nothing to keep a reading of.
        with contextlib.suppress(IntegrityError):
            await self._database.note(verb)

    async def thin(self, account_id: int, *, before: datetime, until: datetime) -> None:
        """Keep of the time before an instant the last whole reading of each day (UTC), and nothing before `until`."""

        def verb(connection: Connection) -> None:
            connection.execute(_FORGOTTEN, {"account": account_id, "until": until})
            connection.execute(_THINNED, {"account": account_id, "before": before})

        await self._database.note(verb)

    async def latest(self, account_id: int, *, since: datetime = EVER) -> Reading | None:
        """Return the last whole reading, if one was taken since."""

        def verb(connection: Connection) -> Reading | None:
            row = connection.execute(_LATEST, {"account": account_id, "since": since}).one_or_none()
            return _reading(row) if row else None

        return await self._database.read(verb)

    async def since(self, account_id: int, at: datetime) -> tuple[Reading, ...]:
        """Return the readings taken since, oldest first."""
        asked = {"account": account_id, "since": at}
        return await self._database.read(
            lambda connection: tuple(_reading(row) for row in connection.execute(_SINCE, asked).all())
        )

    async def pages(self, account_id: int, since: datetime, *, size: int = PAGE) -> AsyncIterator[tuple[Reading, ...]]:
        """Yield the readings taken since, oldest first, a page at a time; others are served in between."""
        after = _slot(since) - 1
        while True:
            page = await self._page({"account": account_id, "since": since, "after": after, "size": size})
            yield page
            if len(page) < size:
                return
            after = _slot(page[-1].taken_at)
            await asyncio.sleep(0)

    async def _page(self, asked: dict[str, object]) -> tuple[Reading, ...]:
        return await self._database.read(
            lambda connection: tuple(_reading(row) for row in connection.execute(_PAGE, asked).all())
        )


def _columns(reading: Reading) -> dict[str, object]:
    return {name: getattr(reading, name) for name in _FIELDS}


def _slot(at: datetime) -> int:
    return int(at.timestamp()) // SLOT_SECONDS


def _worth(reading: Reading) -> int:
    """How much a reading tells."""
    return int(reading.whole) + int(reading.whole and reading.left_bytes is not None)


def _reading(row: Row[*tuple[Any, ...]]) -> Reading:
    return Reading(
        taken_at=row.taken_at,
        total_bytes=row.total_bytes,
        available_bytes=row.available_bytes,
        balance=row.balance,
        currency=row.currency,
        bought_bytes=row.bought_bytes,
        checked_in_bytes=row.checked_in_bytes,
        received_bytes=row.received_bytes,
        expired_bytes=row.expired_bytes,
        drawn_bytes=row.drawn_bytes,
        left_bytes=row.left_bytes,
    )
