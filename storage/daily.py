"""Daily summaries: which are wanted, when the next is due, which of them somebody is saying right now.

What is due is claimed for so long; a claim that its holder does not renew is anybody's again. An occurrence is known by
its local date. When it is due is not decided here: that is a `Plan`, asked with the row in hand.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    ForeignKey,
    Integer,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    bindparam,
    column,
    insert,
    select,
    table,
    update,
)

from storage.database import Database
from storage.life import now_at
from storage.schema import Instant, metadata

AT_ONCE = 100
"""Rows looked at in one transaction."""
GENERAL = 0
"""The topic of what is said in no topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One summary: the local date that it is of, and its instant."""

    local_date: date
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """A chat's, or one of its topic's, daily summary. `topic_id`: 0 for none; `minutes`: of the local day.

    `zone`: the chat's; `next`: `None` where it is switched off; `last_date`, `last_at`: of the last one said.
    """

    chat_id: int
    topic_id: int
    minutes: int
    with_picture: bool = False
    zone: str | None = None
    next: Occurrence | None = None
    last_date: date | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A summary claimed: whoever has it says it. `attempts`: how often it was claimed, this time counted."""

    daily: Daily
    occurrence: Occurrence
    attempts: int
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """What was claimed, and how many were skipped meanwhile; as long as any were, there may be more."""

    due: tuple[Due, ...] = ()
    skipped: int = 0


Plan = Callable[[Daily], Occurrence]
"""Given a summary as it is now, returns when it is to be said next."""


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    topic_id = Column(BigInteger, primary_key=True, autoincrement=False)
    minutes: Named[int] = Column(Integer)
    with_picture: Named[bool] = Column(Boolean)
    next_date: Named[date | None] = Column(Date)
    next_at = Column(Instant, nullable=True)
    # The one column that says when a row is looked at: when it is due, put off until, or its claim runs out.
    wake_at = Column(Instant, nullable=True, index=True)
    token: Named[str | None] = Column(String(32))
    attempts: Named[int] = Column(Integer)
    last_date: Named[date | None] = Column(Date)
    last_at = Column(Instant, nullable=True)


_daily = Table("daily", metadata, _Columns)
_zones = table("chats", column("chat_id", BigInteger), column("zone", String))  # of a neighbour, no more than this
_EACH = select(_daily, _zones.c.zone).join_from(_daily, _zones, _zones.c.chat_id == _daily.c.chat_id)
_OF_CHAT = _daily.c.chat_id == bindparam("chat")
_OF_TOPIC = _OF_CHAT & (_daily.c.topic_id == bindparam("topic"))
_ONE = _EACH.where(_OF_TOPIC)
_HELD = _EACH.where(_OF_CHAT, _daily.c.token == bindparam("held"))
_WAKES = _daily.c.wake_at <= bindparam("now")
_ANY_AWAKE = select(_daily.c.chat_id).where(_WAKES).limit(1)
# What another process is claiming right now is passed over.
_AWAKE = (
    _EACH.where(_WAKES)
    .order_by(_daily.c.wake_at)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(of=_daily, skip_locked=True)
)
_CHANGED = update(_daily).where(_OF_TOPIC)  # what is set is given with it
_OFF: dict[str, Any] = {"next_date": None, "next_at": None, "wake_at": None, "token": None, "attempts": 0}


class Dailies:
    """Verbs on daily summaries: one for each chat, or topic of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def set(
        self, chat_id: int, topic_id: int, minutes: int, plan: Plan, *, with_picture: bool | None = None
    ) -> Daily | None:
        """Switch a summary on, or change it; a claim on it is void. Returns it if the chat is known.

        `with_picture`: `None` leaves it as it was, which is without at first. What was said last is remembered.
        """
        picture = {} if with_picture is None else {"with_picture": with_picture}

        def verb(connection: Connection) -> Daily | None:
            here = now_at(connection, chat_id)
            if not connection.execute(select(_zones.c.chat_id).where(_zones.c.chat_id == here)).first():
                return None
            key = {"chat": here, "topic": topic_id}
            if connection.execute(_ONE, key).first() is None:
                fresh = {"minutes": minutes, "with_picture": False, **_OFF}
                connection.execute(insert(_daily).values(chat_id=here, topic_id=topic_id, **fresh))
            connection.execute(update(_daily).where(_at(here, topic_id)).values(minutes=minutes, **picture))
            known = _record(connection.execute(_ONE, key).one())
            planned = plan(known)
            _write(connection, known, _planned(planned))
            return replace(known, next=planned)

        return await self._database.write(verb)

    async def off(self, chat_id: int, topic_id: int) -> bool:
        """Switch a summary off; what it was is remembered. Tells whether it was on."""

        def verb(connection: Connection) -> bool:
            of = _at(now_at(connection, chat_id), topic_id)
            change = update(_daily).where(of, _daily.c.next_at.is_not(None)).values(_OFF)
            return connection.execute(change).rowcount == 1

        return await self._database.write(verb)

    async def find(self, chat_id: int, topic_id: int) -> Daily | None:
        """Return a summary that was ever asked for, also if it is off."""

        def verb(connection: Connection) -> Daily | None:
            row = connection.execute(_ONE, {"chat": now_at(connection, chat_id), "topic": topic_id}).one_or_none()
            return None if row is None else _record(row)

        return await self._database.read(verb)

    async def of(self, chat_id: int) -> tuple[Daily, ...]:
        """Return the chat's summaries that are on."""
        query = _EACH.where(_OF_CHAT, _daily.c.next_at.is_not(None)).order_by(_daily.c.topic_id)

        def verb(connection: Connection) -> tuple[Daily, ...]:
            rows = connection.execute(query, {"chat": now_at(connection, chat_id)}).all()
            return tuple(_record(row) for row in rows)

        return await self._database.read(verb)

    async def rezone(self, chat_id: int, now: datetime, plan: Plan) -> None:
        """Plan the chat's summaries anew, for its zone has changed; what is due already is still said."""
        query = _EACH.where(_OF_CHAT, _daily.c.next_at > now)

        def verb(connection: Connection) -> None:
            for row in connection.execute(query, {"chat": now_at(connection, chat_id)}).all():
                _write(connection, known := _record(row), _planned(plan(known)))

        await self._database.write(verb)

    async def strayed(self, beyond: datetime) -> tuple[Daily, ...]:
        """Return the summaries that nobody looks at before an instant: a clock that was wrong planned them."""
        query = _EACH.where(_daily.c.wake_at > beyond).order_by(_daily.c.wake_at)
        return await self._database.read(
            lambda connection: tuple(_record(row) for row in connection.execute(query).all())
        )

    async def replan(self, dailies: Sequence[Daily], beyond: datetime, plan: Plan) -> None:
        """Plan these anew, if nobody looks at them before an instant still."""

        def verb(connection: Connection) -> None:
            for daily in dailies:
                one = _ONE.where(_daily.c.wake_at > beyond)
                row = connection.execute(one, {"chat": daily.chat_id, "topic": daily.topic_id}).one_or_none()
                if row is not None:
                    _write(connection, known := _record(row), _planned(plan(known)))

        await self._database.write(verb)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int, plan: Plan) -> Claimed:
        """Claim at most so many of what is due, for so long; what the plan puts off until later is skipped."""

        def verb(connection: Connection) -> Claimed:
            due: list[Due] = []
            skipped, looked, most = 0, 0, min(limit, AT_ONCE)
            while most:
                rows = connection.execute(_AWAKE, {"now": now, "most": most}).all()
                for row in rows:
                    if len(due) == limit:
                        break
                    planned = plan(known := _record(row))
                    skipped += planned != known.next
                    if planned.at > now:
                        _write(connection, known, _planned(planned))
                    else:
                        due.append(_claimed(connection, row, planned, now + lease))
                looked += len(rows)
                # Where some are skipped many may be, so more are looked at.
                most = AT_ONCE - looked if len(due) < limit and len(rows) == most else 0
            return Claimed(due=tuple(due), skipped=skipped)

        # A look costs next to nothing, so it may be taken every second. A claim lost in a power cut was of no use.
        awake = await self._database.read(lambda connection: connection.execute(_ANY_AWAKE, {"now": now}).first())
        return Claimed() if awake is None or limit < 1 else await self._database.claim(verb)

    async def hold(self, due: Due, until: datetime) -> bool:
        """Hold a claim until an instant. Tells whether it is still held, and not somebody else's or void."""
        return await self._database.note(lambda connection: _change(connection, due, {"wake_at": until}))

    async def postpone(self, due: Due, until: datetime) -> bool:
        """Put off until an instant what could not be said; it stays due. Tells whether the claim was still held."""
        change = {"wake_at": until, "token": None}
        return await self._database.note(lambda connection: _change(connection, due, change))

    async def release(self, due: Due) -> bool:
        """Give up a claim as if it had never been made. Tells whether it was still held."""
        change = {"wake_at": due.occurrence.at, "token": None, "attempts": due.attempts - 1}
        return await self._database.note(lambda connection: _change(connection, due, change))

    async def settle(self, due: Due, plan: Plan, *, said_at: datetime | None) -> bool:
        """Write down that it was said, or skipped (`None`), and when the next one is, both or neither.

        Tells whether the claim was still held. If not, its date counts as said all the same, if it was.
        """
        said: dict[str, Any] = {} if said_at is None else {"last_date": due.occurrence.local_date, "last_at": said_at}

        def verb(connection: Connection) -> bool:
            row = _held(connection, due)
            if row is not None:
                known = replace(_record(row), **said)
                _write(connection, known, _planned(plan(known)) | said)
            elif said:
                here = now_at(connection, due.daily.chat_id)
                topic_id = due.daily.topic_id if here == due.daily.chat_id else GENERAL
                unsaid = _daily.c.last_date.is_(None) | (_daily.c.last_date < due.occurrence.local_date)
                connection.execute(update(_daily).where(_at(here, topic_id), unsaid).values(said))
            return row is not None

        return await self._database.write(verb)

    async def end(self, due: Due) -> bool:
        """Switch off what can never be said again. Tells whether the claim was still held."""
        return await self._database.write(lambda connection: _change(connection, due, _OFF))


def _at(chat_id: int, topic_id: int) -> ColumnElement[bool]:
    return (_daily.c.chat_id == chat_id) & (_daily.c.topic_id == topic_id)


def _held(connection: Connection, due: Due) -> Row[*tuple[Any, ...]] | None:
    """The row of a claim, wherever its chat is now."""
    here = {"chat": now_at(connection, due.daily.chat_id), "held": due.token}
    return connection.execute(_HELD, here).one_or_none()


def _claimed(connection: Connection, row: Row[*tuple[Any, ...]], planned: Occurrence, until: datetime) -> Due:
    known, token = _record(row), secrets.token_hex(16)
    attempts = row.attempts + 1 if planned == known.next else 1
    _write(connection, known, _planned(planned) | {"wake_at": until, "token": token, "attempts": attempts})
    return Due(daily=replace(known, next=planned), occurrence=planned, attempts=attempts, token=token)


def _change(connection: Connection, due: Due, values: Mapping[str, Any]) -> bool:
    row = _held(connection, due)
    if row is not None:
        _write(connection, _record(row), values)
    return row is not None


def _write(connection: Connection, daily: Daily, values: Mapping[str, Any]) -> None:
    connection.execute(_CHANGED, {"chat": daily.chat_id, "topic": daily.topic_id, **values})


def _planned(planned: Occurrence) -> dict[str, Any]:
    return _OFF | {"next_date": planned.local_date, "next_at": planned.at, "wake_at": planned.at}


def _record(row: Row[*tuple[Any, ...]]) -> Daily:
    return Daily(
        chat_id=row.chat_id,
        topic_id=row.topic_id,
        minutes=row.minutes,
        with_picture=row.with_picture,
        zone=row.zone,
        next=None if row.next_at is None else Occurrence(local_date=row.next_date, at=row.next_at),
        last_date=row.last_date,
        last_at=row.last_at,
    )
