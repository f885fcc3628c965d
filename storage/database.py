"""A database opened: one method is one transaction. Verbs are plain functions of a connection, written once.

SQLite runs them on the loop: a Core lookup there takes some 70 µs of CPU, in a thread about twice that (`make
bench ARGS=storage`). What every answer asks is a statement built once with `bindparam`; building it costs as much as
running it. Another process's lock is waited for asleep, never with the loop held.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

T = TypeVar("T")
log = logging.getLogger(__name__)

_READ = ("BEGIN",)
_WRITE = ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE")
_NOTE = ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE")

FOLDS = 3
"""Changes after which the journal is folded once something was erased: the update that asked for it is crossed out in
one of the next."""
LOCK_SECONDS = 10.0
"""How long another process's write is waited for before a verb fails."""


class DatabaseUnavailable(Exception):
    """The database cannot be opened or cannot take a write now: its place, its rights, its disk, its lock."""


class Database:
    """Runs verbs against SQLite. Use it from one loop only."""

    def __init__(self, url: str, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._engine = _engine(url)
        self._folds = 0

    async def read(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that only looks."""
        return await self._run(verb, _READ)

    async def write(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that changes something; all of it happens, or nothing, and once done it survives a power cut."""
        done = await self._run(verb, _WRITE)
        self._fold_journal()
        return done

    async def erase(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that deletes for good: once done, what it deleted is in no file, the journal included."""
        done = await self._run(verb, _WRITE)
        self._folds = FOLDS
        self._fold_journal()
        return done

    async def note(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb whose change a power cut may take back, though no crash of ours can; no disk is waited for."""
        done = await self._run(verb, _NOTE)
        self._fold_journal()
        return done

    async def _run(self, verb: Callable[[Connection], T], begin: tuple[str, ...]) -> T:
        waited, pause = 0.0, 0.01
        while True:
            try:
                return self._once(verb, begin)
            except IntegrityError:
                raise  # a bug of ours, not the database's state
            except DBAPIError as error:
                if not _locked(error) or waited >= LOCK_SECONDS:
                    raise DatabaseUnavailable(_reason(error)) from error
            await self._sleep(pause)
            waited += pause
            pause = min(pause * 2, 0.25)

    def _once(self, verb: Callable[[Connection], T], begin: tuple[str, ...]) -> T:
        with self._engine.connect().execution_options(begin=begin) as connection, connection.begin():
            return verb(connection)

    def _fold_journal(self) -> None:
        """Fold the journal into the file where something was erased; a reader that holds it open makes it wait."""
        if not self._folds:
            return
        connection = self._engine.raw_connection()
        try:
            row = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            log.info("the journal could not be folded yet: %s", error)
            return
        finally:
            connection.close()
        if row is None or row[0]:  # busy is no error but the first figure
            log.info("the journal is still read by another process, and is folded after the next change")
        else:
            self._folds -= 1

    def close(self) -> None:
        """Close the file; the journal is folded into it."""
        self._engine.dispose()


def checked_url(url: str) -> str:
    """Return the URL if its data can be kept there. Raises ValueError that says what would be right."""
    try:
        parts = make_url(url)
    except ArgumentError:
        raise ValueError("no database address; use sqlite:///path/to/bot.db, or leave it out") from None
    if parts.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise ValueError("this version keeps its data in SQLite; use sqlite:///path/to/bot.db, or leave it out")
    if not parts.database or parts.database == ":memory:" or parts.query:
        raise ValueError("name a file, as in sqlite:///path/to/bot.db; what is only in memory is lost")
    return url


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite URL, `None` for a database in memory."""
    name = make_url(url).database
    return Path(name) if name and name != ":memory:" else None


def _engine(url: str) -> Engine:
    path = sqlite_file(url)
    if path is not None:
        _make_private(path)
    engine = create_engine(
        url,
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": 0},
        hide_parameters=True,  # an error quotes the statement, never what it was about
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _make_private(path: Path) -> None:
    """Make the file before SQLite does, with mode 0600; its journals take the same mode from it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise DatabaseUnavailable(f"{path}: {error.strerror}") from error


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not guessed by the driver
    try:
        for pragma in (
            "secure_delete=ON",
            "journal_mode=WAL",
            "foreign_keys=ON",
            "journal_size_limit=4194304",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        raise DatabaseUnavailable(str(error)) from error


def _begin(connection: Connection) -> None:
    for statement in connection.get_execution_options().get("begin", _WRITE):
        connection.exec_driver_sql(statement)


def _locked(error: DBAPIError) -> bool:
    name: str = getattr(error.orig, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _reason(error: DBAPIError) -> str:
    """The driver's own words; SQLAlchemy's would quote the statement and its parameters."""
    return str(error.orig)
