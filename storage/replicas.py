"""The processes that share a database: each shows that it lives by counting up, and all see each other's counts.

No clock is compared: whoever watches decides by their own how long a count has stood still.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Named,
    String,
    Table,
    TypedColumns,
    delete,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.schema import counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Replica:
    """A process at work, and how far it has counted."""

    replica_id: str
    beat: int


class _Columns(TypedColumns):
    joined = Column(counted_id, primary_key=True)  # the lower, the longer it is there
    replica_id: Named[str] = Column(String(32), unique=True)
    beat: Named[int] = Column(BigInteger)


_replicas = Table("replicas", metadata, _Columns)
_ALL = select(_replicas).order_by(_replicas.c.joined)


class Replicas:
    """Verbs on the processes at work."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def shared(self) -> bool:
        """Whether there may be others at all."""
        return self._database.shared

    async def join(self, replica_id: str) -> None:
        """Be one of them; where nobody else can have the database, the only one."""

        def verb(connection: Connection) -> None:
            itself = _replicas.c.replica_id == replica_id  # where this is run twice
            connection.execute(delete(_replicas).where(itself) if self._database.shared else delete(_replicas))
            connection.execute(insert(_replicas).values(replica_id=replica_id, beat=0))

        await self._database.note(verb)

    async def beat(self, replica_id: str) -> tuple[Replica, ...]:
        """Show that a process lives. Returns all that do, the eldest first, without it if it was dismissed."""
        change = update(_replicas).where(_replicas.c.replica_id == replica_id).values(beat=_replicas.c.beat + 1)

        def verb(connection: Connection) -> tuple[Replica, ...]:
            connection.execute(change)
            rows = connection.execute(_ALL).all()
            return tuple(Replica(replica_id=row.replica_id, beat=row.beat) for row in rows)

        return await self._database.claim(verb)

    async def dismiss(self, replica_ids: Iterable[str]) -> None:
        """Take out processes that left or died; what they had in hand is anybody's."""
        change = delete(_replicas).where(_replicas.c.replica_id.in_(tuple(replica_ids)))
        await self._database.claim(lambda connection: connection.execute(change))
