"""Accounts that are watched: which of them something is new about, and somebody is judging right now.

An account is woken when there is something new to judge. It is claimed for so long; a claim that its holder does not
renew is anybody's again. What happens while it is claimed wakes it again afterwards.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    Named,
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
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """An account claimed to be judged. `attempts`: how often it was claimed in vain, this time counted."""

    account_id: int
    attempts: int
    token: str


class _Columns(TypedColumns):
    account_id = Column(
        counted_id, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    # The one column that says when a row is looked at: when it is due, put off until, or its claim runs out.
    wake_at = Column(Instant, nullable=True, index=True)
    woken: Named[bool] = Column(Boolean)  # since it was claimed: what the holder saw may be old by now
    token: Named[str | None] = Column(String(32))
    attempts: Named[int] = Column(Integer)


_watches = Table("watches", metadata, _Columns)
_accounts = table("accounts", column("account_id"), column("chat_id"))  # of a neighbour, no more than this
_EXISTS = select(_accounts.c.account_id).where(_accounts.c.account_id == bindparam("account"))
_ONE = select(_watches).where(_watches.c.account_id == bindparam("account"))
_OF_CHAT = (
    select(_watches.c.account_id)
    .join_from(_watches, _accounts, _accounts.c.account_id == _watches.c.account_id)
    .where(_accounts.c.chat_id == bindparam("chat"))
)
_AWAKE = _watches.c.wake_at <= bindparam("now")
_ANY_AWAKE = select(_watches.c.account_id).where(_AWAKE).limit(1)
# What another process is claiming right now is passed over.
_ALL_AWAKE = (
    select(_watches)
    .where(_AWAKE)
    .order_by(_watches.c.wake_at)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_IDLE: dict[str, Any] = {"woken": False, "token": None, "attempts": 0}


class Watches:
    """Verbs on watched accounts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def wake(self, account_ids: Iterable[int], now: datetime) -> None:
        """Have these accounts judged soon, for something about them is new."""

        def verb(connection: Connection) -> None:
            for account_id in account_ids:
                _wake(connection, account_id, now)

        await self._database.note(verb)

    async def wake_chat(self, chat_id: int, now: datetime) -> None:
        """Have the accounts of a chat judged soon, for something about it is new."""

        def verb(connection: Connection) -> None:
            here = now_at(connection, chat_id)
            for account_id in connection.execute(_OF_CHAT, {"chat": here}).scalars().all():
                _wake(connection, account_id, now)

        await self._database.note(verb)

    async def strayed(self, beyond: datetime, now: datetime) -> int:
        """Wake what nobody looks at before an instant: a clock that was wrong put it off. Tells how many."""
        change = update(_watches).where(_watches.c.wake_at > beyond).values(wake_at=now, **_IDLE)
        return await self._database.note(lambda connection: connection.execute(change).rowcount)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> tuple[Watch, ...]:
        """Claim at most so many of the accounts that are awake, for so long."""

        def verb(connection: Connection) -> tuple[Watch, ...]:
            claimed: list[Watch] = []
            for row in connection.execute(_ALL_AWAKE, {"now": now, "most": limit}).all():
                token = secrets.token_hex(16)
                held = {"wake_at": now + lease, "woken": False, "token": token, "attempts": row.attempts + 1}
                connection.execute(update(_watches).where(_watches.c.account_id == row.account_id).values(held))
                claimed.append(Watch(account_id=row.account_id, attempts=row.attempts + 1, token=token))
            return tuple(claimed)

        awake = await self._database.read(lambda connection: connection.execute(_ANY_AWAKE, {"now": now}).first())
        return () if awake is None or limit < 1 else await self._database.claim(verb)

    async def hold(self, watch: Watch, until: datetime) -> bool:
        """Hold a claim until an instant. Tells whether it is still held."""
        return await self._change(watch, wake_at=until)

    async def release(self, watch: Watch, now: datetime) -> bool:
        """Give up a claim as if it had never been made. Tells whether it was still held."""
        return await self._change(watch, wake_at=now, token=None, attempts=watch.attempts - 1)

    async def postpone(self, watch: Watch, until: datetime) -> bool:
        """Put off what could not be said. Tells whether the claim was still held."""
        return await self._change(watch, wake_at=until, token=None)

    async def settle(self, watch: Watch, *, again_at: datetime | None, now: datetime) -> bool:
        """Give up a claim on what was judged, until then or until it is woken. Tells whether it was still held."""

        def verb(connection: Connection) -> bool:
            row = connection.execute(select(_watches).where(_held(watch))).one_or_none()
            if row is None:
                return False
            wake_at = now if row.woken else again_at
            connection.execute(update(_watches).where(_held(watch)).values(wake_at=wake_at, **_IDLE))
            return True

        return await self._database.note(verb)

    async def _change(self, watch: Watch, **values: object) -> bool:
        change = update(_watches).where(_held(watch)).values(values)
        return await self._database.note(lambda connection: connection.execute(change).rowcount == 1)


def _wake(connection: Connection, account_id: int, now: datetime) -> None:
    row = connection.execute(_ONE, {"account": account_id}).one_or_none()
    if row is None:
        if connection.execute(_EXISTS, {"account": account_id}).first() is not None:
            connection.execute(insert(_watches).values(account_id=account_id, wake_at=now, **_IDLE))
        return
    # A claim is left to its holder, who looks again afterwards; one that ran out is anybody's, as it is.
    asleep = row.token is None and (row.wake_at is None or row.wake_at > now)
    values: dict[str, Any] = {"wake_at": now} if asleep else {"woken": True}
    connection.execute(update(_watches).where(_watches.c.account_id == account_id).values(values))


def _held(watch: Watch) -> ColumnElement[bool]:
    return (_watches.c.account_id == watch.account_id) & (_watches.c.token == watch.token)
