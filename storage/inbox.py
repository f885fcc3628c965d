"""Updates written down before they are confirmed, and crossed out when they have been dealt with.

A crossed-out row keeps its number only, so that the same update delivered again is known. Where several processes share
the database a chat's updates are dealt with by one of them, in order, until the chat is quiet or that process is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    LargeBinary,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    bindparam,
    column,
    delete,
    func,
    insert,
    select,
    table,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import distinct_on

from storage.database import Database, Heard
from storage.schema import Instant, counted_id, metadata

STAYS = timedelta(seconds=65)
"""How long a chat stays with the process that answered it: what that remembers of the last minute stays true."""


class Dismissed(Exception):
    """This process was taken for dead by another one, which has what it had in hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An update as it was written down. `lane`: what is dealt with in order: its chat, or person."""

    update_id: int
    received_at: datetime
    lane: int = 0
    attempts: int = 0
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lined:
    """What there is to deal with here: first what `waits` already, then those of a batch that are `new`.

    `again`: they were known, and are this process's to deal with, if it does not already.
    """

    new: frozenset[int] = frozenset()
    again: frozenset[int] = frozenset()
    waits: tuple[Written, ...] = ()


class _Columns(TypedColumns):
    # Its own order: numbers of updates start anew after an idle week, and clocks jump.
    position = Column(counted_id, primary_key=True)
    update_id = Column(BigInteger, unique=True, nullable=False)
    received_at = Column(Instant, nullable=False, index=True)
    attempts: Named[int] = Column(Integer)
    sealed: Named[bytes | None] = Column(LargeBinary)
    lane: Named[int | None] = Column(BigInteger)
    holder: Named[str | None] = Column(String(32))
    handed: Named[bool | None] = Column(Boolean)  # written down by another than its holder, who has not seen it yet


_inbox = Table("inbox", metadata, _Columns)
_WAITS = _inbox.c.sealed.is_not(None)
Index("ix_inbox_waits", _inbox.c.holder, sqlite_where=_WAITS, postgresql_where=_WAITS)
Index("ix_inbox_lane", _inbox.c.lane, _inbox.c.position)
_replicas = table("replicas", column("replica_id", String))  # of a neighbour, no more than who there is
_ALIVE = select(_replicas.c.replica_id)
_OF_THESE = _inbox.c.update_id.in_(bindparam("numbers", expanding=True))
_KNOWN = select(_inbox.c.update_id, _inbox.c.holder, _WAITS.label("waits")).where(_OF_THESE)
_WRITTEN = insert(_inbox)
_CROSSED_OUT = update(_inbox).where(_OF_THESE).values(sealed=None)
_OF_LANES = _inbox.c.lane.in_(bindparam("lanes", expanding=True))
_LAST = (
    select(_inbox.c.lane, _inbox.c.holder)
    .ext(distinct_on(_inbox.c.lane))
    .where(_OF_LANES, _WAITS | (_inbox.c.received_at >= bindparam("since")))
    .order_by(_inbox.c.lane, _inbox.c.position.desc())
)
_HANDED = _WAITS & _inbox.c.handed & (_inbox.c.holder == bindparam("me"))
_ORPHANED = _WAITS & (_inbox.c.holder.is_(None) | _inbox.c.holder.not_in(_ALIVE))
_ANY_ORPHAN = select(_inbox.c.update_id).where(_ORPHANED).limit(1)
_TAKE = update(_inbox).values(holder=bindparam("me"), handed=False).returning(*_inbox.c)
# Sorted within, for whoever locks several lanes must do so in the order that all others do.
_LOCK = text(
    "SELECT pg_advisory_xact_lock(lane) FROM"
    " (SELECT DISTINCT unnest(CAST(:lanes AS bigint[])) AS lane ORDER BY lane) AS sorted"
)


class Inbox:
    """Verbs on updates. `me`, `holder`: ids of processes at work."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def write_down(self, updates: Sequence[Written], me: str, now: datetime) -> Lined:
        """Write a batch down in one transaction; tell what of it is to be dealt with here. Raises Dismissed.

        What belongs to a chat that another process deals with is handed over to that one.
        """
        if not updates:
            return Lined()
        verb = _shared(updates, me, now) if self._database.shared else _alone(updates, me)
        return await self._database.claim(verb, lasting=True)

    async def handed(self, me: str) -> tuple[Written, ...]:
        """Take up what other processes wrote down for this one."""
        change = _TAKE.where(_HANDED)
        return await self._database.claim(lambda connection: _in_order(connection.execute(change, {"me": me}).all()))

    async def in_hand_of(self, me: str) -> tuple[Written, ...]:
        """Return what waits and is this process's to deal with."""
        query = select(_inbox).where(_WAITS, _inbox.c.holder == me)
        return await self._database.read(lambda connection: _in_order(connection.execute(query).all()))

    async def adopt(self, me: str) -> tuple[Written, ...]:
        """Take up what those had in hand that are gone."""

        def verb(connection: Connection) -> tuple[Written, ...]:
            lanes = connection.execute(select(_inbox.c.lane).where(_ORPHANED).distinct()).scalars().all()
            _lock(connection, [lane for lane in lanes if lane is not None])
            these = _ORPHANED & (_inbox.c.lane.is_(None) | _inbox.c.lane.in_(lanes))
            return _in_order(connection.execute(_TAKE.where(these), {"me": me}).all())

        orphan = await self._database.read(lambda connection: connection.execute(_ANY_ORPHAN).first())
        return () if orphan is None else await self._database.claim(verb, lasting=True)

    async def count_attempt(self, numbers: Iterable[int]) -> None:
        """Note that these are about to be tried again."""
        of_these = _inbox.c.update_id.in_(list(numbers))
        change = update(_inbox).where(of_these).values(attempts=_inbox.c.attempts + 1)
        await self._database.write(lambda connection: connection.execute(change))

    async def listen(self, me: str, heard: Heard) -> None:
        """Hear when something is handed to this process."""
        await self._database.listen(_channel(me), heard)

    async def cross_out(self, numbers: Iterable[int]) -> None:
        """Note that these have been dealt with; what they said is deleted."""
        these = {"numbers": list(numbers)}
        await self._database.note(lambda connection: connection.execute(_CROSSED_OUT, these))

    async def waiting(self) -> tuple[Written, ...]:
        """Return what was written down and not dealt with, in the order it came, whoever has it in hand."""
        query = select(_inbox).where(_WAITS)
        return await self._database.read(lambda connection: _in_order(connection.execute(query).all()))

    async def forget(self, before: datetime) -> None:
        """Forget what was dealt with and came before this instant: Telegram delivers nothing older than a day again."""
        change = delete(_inbox).where(_inbox.c.received_at < before, _inbox.c.sealed.is_(None))
        await self._database.write(lambda connection: connection.execute(change))


def _alone(updates: Sequence[Written], me: str) -> Callable[[Connection], Lined]:
    numbers = [written.update_id for written in updates]

    def verb(connection: Connection) -> Lined:
        known = set(connection.execute(_KNOWN, {"numbers": numbers}).scalars())
        return Lined(new=_insert(connection, updates, known, {}, me))

    return verb


def _shared(updates: Sequence[Written], me: str, now: datetime) -> Callable[[Connection], Lined]:
    numbers = [written.update_id for written in updates]
    lanes = sorted({written.lane for written in updates})

    def verb(connection: Connection) -> Lined:
        _lock(connection, lanes)
        alive = set(connection.execute(_ALIVE).scalars())
        if me not in alive:
            raise Dismissed
        known = {row.update_id: row for row in connection.execute(_KNOWN, {"numbers": numbers})}
        last = connection.execute(_LAST, {"lanes": lanes, "since": now - STAYS}).all()
        elsewhere = {row.lane: row.holder for row in last if row.holder in alive and row.holder != me}
        bereft = [row.lane for row in last if row.holder not in alive]
        waits = _taken(connection, [lane for lane in lanes if lane not in elsewhere], bereft, me)
        new = _insert(connection, updates, set(known), elsewhere, me)
        again = frozenset(row.update_id for row in known.values() if row.waits and row.holder == me)
        for holder in set(elsewhere.values()):
            connection.execute(select(func.pg_notify(_channel(holder), "")))
        return Lined(new=new, again=again, waits=waits)

    return verb


def _taken(connection: Connection, mine: Sequence[int], bereft: Sequence[int], me: str) -> tuple[Written, ...]:
    """Take up what waits in these lanes before what is written down now."""
    these: ColumnElement[bool] = _HANDED & _inbox.c.lane.in_(mine)
    if bereft:
        these |= _ORPHANED & _inbox.c.lane.in_(bereft)
    return _in_order(connection.execute(_TAKE.where(these), {"me": me}).all())


def _insert(
    connection: Connection, updates: Sequence[Written], known: set[int], elsewhere: Mapping[int, str], me: str
) -> frozenset[int]:
    """Insert what is not known yet; return what of it is this process's."""
    new = {written.update_id: written for written in updates if written.update_id not in known}
    rows = [
        {
            "update_id": number,
            "received_at": written.received_at,
            "attempts": 0,
            "sealed": written.sealed,
            "lane": written.lane,
            "holder": elsewhere.get(written.lane, me),
            "handed": written.lane in elsewhere,
        }
        for number, written in new.items()
    ]
    if rows:
        connection.execute(_WRITTEN, rows)
    return frozenset(number for number, written in new.items() if written.lane not in elsewhere)


def _lock(connection: Connection, lanes: Sequence[int]) -> None:
    """Have these lanes for oneself until the transaction ends; SQLite has the whole file."""
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK, {"lanes": list(lanes)})


def _channel(replica_id: str) -> str:
    return f"inbox_{replica_id}"


def _in_order(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Written, ...]:
    return tuple(
        Written(
            update_id=row.update_id,
            received_at=row.received_at,
            lane=row.lane or 0,
            attempts=row.attempts,
            sealed=row.sealed,
        )
        for row in sorted(rows, key=lambda row: row.position)
    )
