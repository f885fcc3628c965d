"""Updates written down before they are confirmed, and crossed out when they have been dealt with.

A crossed-out row keeps its number only, so that the same update delivered again is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    Named,
    Table,
    TypedColumns,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An update as it was written down."""

    update_id: int
    received_at: datetime
    attempts: int = 0
    sealed: bytes = field(repr=False)


class _Columns(TypedColumns):
    # Its own order: numbers of updates start anew after an idle week, and clocks jump.
    position = Column(counted_id, primary_key=True)
    update_id = Column(BigInteger, unique=True, nullable=False)
    received_at = Column(Instant, nullable=False, index=True)
    attempts: Named[int] = Column(Integer)
    sealed: Named[bytes | None] = Column(LargeBinary)


_inbox = Table("inbox", metadata, _Columns)
_OF_THESE = _inbox.c.update_id.in_(bindparam("numbers", expanding=True))
_KNOWN = select(_inbox.c.update_id).where(_OF_THESE)
_WRITTEN = insert(_inbox)
_CROSSED_OUT = update(_inbox).where(_OF_THESE).values(sealed=None)


class Inbox:
    """Verbs on updates."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write_down(self, updates: Sequence[Written]) -> frozenset[int]:
        """Write a batch down in one transaction; return the numbers that were not known yet."""
        numbers = [written.update_id for written in updates]

        def verb(connection: Connection) -> frozenset[int]:
            known = set(connection.execute(_KNOWN, {"numbers": numbers}).scalars())
            new = {written.update_id: written for written in updates if written.update_id not in known}
            if new:
                connection.execute(
                    _WRITTEN,
                    [
                        {
                            "update_id": number,
                            "received_at": written.received_at,
                            "attempts": 0,
                            "sealed": written.sealed,
                        }
                        for number, written in new.items()
                    ],
                )
            return frozenset(new)

        return await self._database.write(verb) if updates else frozenset()

    async def cross_out(self, numbers: Iterable[int]) -> None:
        """Note that these have been dealt with; what they said is deleted."""
        these = {"numbers": list(numbers)}
        await self._database.note(lambda connection: connection.execute(_CROSSED_OUT, these))

    async def waiting(self) -> tuple[Written, ...]:
        """Return what was written down and not dealt with, in the order it came."""
        query = select(_inbox).where(_inbox.c.sealed.is_not(None)).order_by(_inbox.c.position)

        def verb(connection: Connection) -> tuple[Written, ...]:
            return tuple(
                Written(update_id=row.update_id, received_at=row.received_at, attempts=row.attempts, sealed=row.sealed)
                for row in connection.execute(query).all()
            )

        return await self._database.read(verb)

    async def count_attempt(self, numbers: Iterable[int]) -> None:
        """Note that these are about to be tried again."""
        of_these = _inbox.c.update_id.in_(list(numbers))
        change = update(_inbox).where(of_these).values(attempts=_inbox.c.attempts + 1)
        await self._database.write(lambda connection: connection.execute(change))

    async def forget(self, before: datetime) -> None:
        """Forget what was dealt with and came before this instant: Telegram delivers nothing older than a day again."""
        change = delete(_inbox).where(_inbox.c.received_at < before, _inbox.c.sealed.is_(None))
        await self._database.write(lambda connection: connection.execute(change))
