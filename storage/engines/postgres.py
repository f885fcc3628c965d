"""PostgreSQL: any number of processes share one database. Verbs run on asyncpg's connections.

What changes something runs as if nobody else did (SERIALIZABLE) and is run again where that can't be had. A connection
lost is replaced and the verb run again; where it was lost while committing, the server is asked whether it was done
(https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SNAPSHOT), so that nothing happens twice.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.database import LOCK_SECONDS, Database, DatabaseUnavailable, Heard, reason
from storage.engines.listening import Listening
from storage.engines.outage import Outage

T = TypeVar("T")
log = logging.getLogger(__name__)

CONNECTIONS = 10
CLOSING_SECONDS = 3.0
COMMAND_SECONDS = 5.0
"""A server that says nothing for so long is as good as gone."""
_AGAIN = ("40001", "40P01")  # serialization failure, deadlock
_SAME_KEY = "23505"
_LOCKED = "55P03"  # somebody's lock was waited for long enough
_GONE = ("08", "57P", "53300", "25006", "26000")  # no connection, shut down, too many, a standby, statement forgotten
_SAME_KEY_TRIES = 3
_STANDBY = "25006"  # what changes something came to a server that only reads
_OURS = ("22", "42")  # data and statements that are wrong
_NEVER_HEARD_OF = "22023"
_LOST = (OSError, TimeoutError, NoConnectionFree)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How a verb is run. `certain`: it is known afterwards whether it was done."""

    options: dict[str, Any]
    certain: bool = False


_LOOKS = _Way(options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True})
_CHANGES = _Way(options={"isolation_level": "SERIALIZABLE"}, certain=True)
_NOTES = _Way(options={"isolation_level": "SERIALIZABLE"})
_LOCKS = _Way(options={"isolation_level": "READ COMMITTED"}, certain=True)


class _InDoubt(Exception):
    """The connection was lost while transaction `number` was being committed, which had `done` something."""

    def __init__(self, number: str, done: object) -> None:
        super().__init__()
        self.number = number
        self.done = done


class PostgreSQL(Database):
    """A database on a server. `again`: how it sleeps before a verb is tried again, as by `sleep` unless it is given."""

    shared = True

    def __init__(
        self,
        url: str,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        again: Callable[[float], Awaitable[None]] | None = None,
    ) -> None:
        self._sleep = sleep
        self._again = again or sleep
        self._engine = _engine(url)
        self._listening = Listening(self._engine, sleep)
        self._running: set[asyncio.Task[Any]] = set()
        self._outage = Outage()

    async def read(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that only looks."""
        return await self._run(verb, _LOOKS)

    async def write(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that changes something."""
        return await self._to_its_end(verb, _CHANGES)

    async def erase(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that deletes for good; the server's files forget it at its next VACUUM, backups never."""
        return await self._to_its_end(verb, _CHANGES)

    async def note(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that may be run twice."""
        return await self._to_its_end(verb, _NOTES)

    async def claim(self, verb: Callable[[Connection], T], *, lasting: bool = False) -> T:  # noqa: ARG002  # it all does
        """Run a verb that locks what it changes."""
        return await self._to_its_end(verb, _LOCKS)

    async def fold(self) -> bool:
        """Nothing of the kind is ours: the server's journal and its backups are its administrator's."""
        return True

    async def listen(self, channel: str, heard: Heard) -> None:
        """Hear what verbs of others say on a channel; a connection that is lost is made anew."""
        await self._listening.to(channel, heard)

    async def close(self) -> None:
        """Finish what is under way, as far as there is a server for it, and hang up."""
        if self._running:
            await asyncio.wait(self._running, timeout=CLOSING_SECONDS)
        for change in self._running:
            change.cancel()
        await self._listening.close()
        await self._engine.dispose()

    async def _to_its_end(self, verb: Callable[[Connection], T], way: _Way) -> T:
        """Let a change come to its end also where nobody waits for it any more, as it does on SQLite."""
        task = asyncio.ensure_future(self._run(verb, way))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _run(self, verb: Callable[[Connection], T], way: _Way) -> T:
        waited, pause, same_key, time = 0.0, 0.01, 0, asyncio.get_running_loop().time
        until = time() + LOCK_SECONDS  # a server that says nothing is waited for in each try, too
        while True:
            try:
                return await self._once(verb, way)
            except _InDoubt as doubt:
                if await self._was_done(doubt.number):
                    return doubt.done  # type: ignore[return-value]  # what this very verb returned
                continue
            except DBAPIError as error:
                state = _state(error)
                same_key += state == _SAME_KEY
                if isinstance(error, IntegrityError) and not 0 < same_key <= _SAME_KEY_TRIES:
                    raise  # a bug of ours, not the database's state
                if state.startswith(_OURS):
                    raise  # so is what no database would understand
                if not _may_pass(error, state, way) or waited >= LOCK_SECONDS or time() >= until:
                    self._outage.met(reason(error))
                    raise DatabaseUnavailable(reason(error)) from error
                again = state in _AGAIN
            except _LOST as error:
                if waited >= LOCK_SECONDS or time() >= until:
                    self._outage.met(_said(error))
                    raise DatabaseUnavailable(_said(error)) from error
                again = False
            wait = random.uniform(0, pause) if again else pause  # noqa: S311  # so that two do not meet again
            await self._again(wait)
            waited += wait
            pause = min(pause * 2, 0.05 if again else 1.0)

    async def _once(self, verb: Callable[[Connection], T], way: _Way) -> T:
        connection = await self._engine.connect()
        try:
            await connection.execution_options(**way.options)
            await connection.begin()
            done = await connection.run_sync(verb)
            number = await _number(connection) if way.certain else None
            try:
                await self.commit(connection)
            except (DBAPIError, *_LOST) as error:
                if number is None or not _is_gone(error):
                    raise
                await connection.invalidate()
                raise _InDoubt(number, done) from error
            else:
                if number is not None:
                    self._outage.over()
                return done
        except _LOST:
            await connection.invalidate()
            raise
        except DBAPIError as error:
            if _state(error) == _STANDBY:
                await connection.invalidate()  # another server may be the first by now
            raise
        finally:
            await connection.close()

    async def commit(self, connection: AsyncConnection) -> None:
        """Commit; where the connection is lost in this moment, nobody here knows what the server did."""
        await connection.commit()

    async def _was_done(self, number: str) -> bool:
        """Whether a transaction was committed, asked as soon as there is a server; one that forgot it has not."""
        query = text("SELECT pg_xact_status(CAST(CAST(:number AS text) AS xid8))")
        while True:
            try:
                said = await self._run(
                    lambda connection: connection.execute(query, {"number": number}).scalar_one(), _LOOKS
                )
            except DBAPIError as error:
                if _state(error) != _NEVER_HEARD_OF:
                    raise
                return False  # the server that took over never heard of it
            if said != "in progress":
                return bool(said == "committed")
            await self._sleep(0.05)


async def _number(connection: AsyncConnection) -> str | None:
    """Return the number of the transaction under way, `None` where it has changed nothing."""
    query = text("SELECT CAST(pg_current_xact_id_if_assigned() AS text)")
    number: str | None = (await connection.execute(query)).scalar_one()
    return number


def _engine(url: str) -> AsyncEngine:
    parts = make_url(url)
    query = {("ssl" if name == "sslmode" else name): value for name, value in parts.query.items()}
    return create_async_engine(
        parts.set(drivername="postgresql+asyncpg", query=query),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=LOCK_SECONDS,
        hide_parameters=True,  # an error quotes the statement, never what it was about
        connect_args={
            "timeout": COMMAND_SECONDS,
            "command_timeout": COMMAND_SECONDS,
            # A process that is cut off must not hold its locks for longer than others wait for them.
            "server_settings": {
                "application_name": "bytesflows-bot",
                "idle_in_transaction_session_timeout": "10000",
                "lock_timeout": "4000",
                "tcp_keepalives_idle": "5",
                "tcp_keepalives_interval": "2",
                "tcp_keepalives_count": "3",
            },
        },
    )


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")


def _may_pass(error: DBAPIError, state: str, way: _Way) -> bool:
    """Whether trying again may help."""
    if way is _LOOKS and state == _STANDBY:
        return False  # whoever only looks may change nothing on any server
    return state in (*_AGAIN, _SAME_KEY, _LOCKED) or _is_gone(error)


def _is_gone(error: Exception) -> bool:
    """Whether the connection was lost, or there is no server that takes a change."""
    if not isinstance(error, DBAPIError):
        return True
    return error.connection_invalidated or _state(error).startswith(_GONE)


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
