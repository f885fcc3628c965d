"""Which keys every running process has, by their ids: what whoever rotates or retires a key must know of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, Named, String, Table, Text, TypedColumns, delete, insert, select, update

from storage.database import Database
from storage.schema import Instant, metadata

FORGOTTEN = timedelta(days=1)
"""After which a process that ended without a word is forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A process and the ids of its keys, the sealing one first."""

    holder: str
    key_ids: tuple[str, ...]
    seen_at: datetime


class _Columns(TypedColumns):
    holder: Named[str] = Column(String(32), primary_key=True)
    key_ids: Named[str] = Column(Text)
    seen_at = Column(Instant, nullable=False)


_keyrings = Table("keyrings", metadata, _Columns)


class Keyrings:
    """Verbs on the keyrings of running processes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def show(self, holder: str, key_ids: tuple[str, ...], now: datetime, *, alone: bool = False) -> None:
        """Note that a process has these keys now. `alone`: there can be no other, whatever is noted still."""
        values = {"key_ids": ",".join(key_ids), "seen_at": now}

        def verb(connection: Connection) -> None:
            change = update(_keyrings).where(_keyrings.c.holder == holder).values(values)
            if connection.execute(change).rowcount == 0:
                ended = delete(_keyrings)
                connection.execute(ended if alone else ended.where(_keyrings.c.seen_at < now - FORGOTTEN))
                connection.execute(insert(_keyrings).values(holder=holder, **values))

        await self._database.note(verb)

    async def hide(self, holder: str) -> None:
        """Note that a process ends."""
        change = delete(_keyrings).where(_keyrings.c.holder == holder)
        await self._database.note(lambda connection: connection.execute(change))

    async def seen(self, since: datetime) -> tuple[Held, ...]:
        """Return the processes that were there since an instant."""
        query = select(_keyrings).where(_keyrings.c.seen_at >= since).order_by(_keyrings.c.holder)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(
            Held(holder=row.holder, key_ids=tuple(row.key_ids.split(",")), seen_at=row.seen_at) for row in rows
        )
