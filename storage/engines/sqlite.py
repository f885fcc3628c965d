"""SQLite: verbs run on the loop, where a Core lookup takes some 70 µs of CPU; in a thread it takes about twice that.

What every answer asks is a statement built once with `bindparam`; building it costs as much as running it (`make bench
ARGS=storage`). Another process's lock is waited for asleep, never with the loop held.
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
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from storage.database import LOCK_SECONDS, Database, DatabaseUnavailable, Heard, reason, sqlite_file
from storage.engines.outage import Outage

T = TypeVar("T")
log = logging.getLogger(__name__)

_READ = ("BEGIN",)
_WRITE = ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE")
_NOTE = ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE")

FOLDS = 3
"""Changes after which the journal is folded once something was erased: the update that asked for it is crossed out in
one of the next."""


class SQLite(Database):
    """A file. Whoever writes has it for themselves, so that verbs need no other locks."""

    shared = False

    def __init__(self, url: str, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._engine = _engine(url)
        self._connection: Connection | None = None  # one, as there is one loop and one writer
        self._folds = 0
        self._outage = Outage()

    async def read(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that only looks."""
        return await self._run(verb, _READ)

    async def write(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that changes something."""
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
        """Run a verb whose change a power cut may take back."""
        done = await self._run(verb, _NOTE)
        self._fold_journal()
        return done

    async def claim(self, verb: Callable[[Connection], T], *, lasting: bool = False) -> T:
        """Run a verb that needs no locks here."""
        return await (self.write(verb) if lasting else self.note(verb))

    def here(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb within another database's, on a file that nobody else has. Raises DatabaseUnavailable."""
        try:
            return self._once(verb, _WRITE)
        except DBAPIError as error:
            raise DatabaseUnavailable(reason(error)) from error

    async def fold(self) -> bool:
        """Fold the journal into the file, as soon as no reader elsewhere holds it open."""
        self._folds = max(self._folds, 1)
        waited = 0.0
        while not self._fold_journal():
            if waited >= LOCK_SECONDS:
                return False
            await self._sleep(0.1)
            waited += 0.1
        return True

    async def listen(self, channel: str, heard: Heard) -> None:
        """Hear nothing: one process has the file."""

    async def close(self) -> None:
        """Close the file; the journal is folded into it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    async def _run(self, verb: Callable[[Connection], T], begin: tuple[str, ...]) -> T:
        waited, pause = 0.0, 0.01
        while True:
            try:
                return self._once(verb, begin)
            except IntegrityError:
                raise  # a bug of ours, not the database's state
            except (DBAPIError, sqlite3.Error) as error:
                if not _locked(error) or waited >= LOCK_SECONDS:
                    self._outage.met(_said(error))
                    raise DatabaseUnavailable(_said(error)) from error
            await self._sleep(pause)
            waited += pause
            pause = min(pause * 2, 0.25)

    def _once(self, verb: Callable[[Connection], T], begin: tuple[str, ...]) -> T:
        if self._connection is None:
            self._connection = self._engine.connect()
        with self._connection.begin():
            driver = self._connection.connection.driver_connection
            if driver is None:
                raise DatabaseUnavailable("the file is closed")
            before = driver.total_changes
            for statement in begin:  # by the driver itself: through SQLAlchemy each costs as much as a lookup
                driver.execute(statement)
            done = verb(self._connection)
        # A verb that changes nothing succeeds on a full disk too.
        if driver.total_changes > before:
            self._outage.over()
        return done

    def _fold_journal(self) -> bool:
        """Fold the journal into the file where something was erased; a reader that holds it open makes it wait."""
        if not self._folds:
            return True
        connection = self._engine.raw_connection()
        try:
            row = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            log.info("the journal could not be folded yet: %s", error)
            return False
        finally:
            connection.close()
        if row is None or row[0]:  # busy is no error but the first figure
            log.info("the journal is still read by another process, and is folded after the next change")
            return False
        self._folds -= 1
        return True


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
    connection.isolation_level = None  # transactions are begun by us, not guessed by the driver
    try:
        for pragma in (
            "secure_delete=ON",
            "journal_mode=WAL",
            "foreign_keys=ON",
            "journal_size_limit=4194304",
            "cache_size=-16384",  # KiB: what leads to the rows of a million chats
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        raise DatabaseUnavailable(str(error)) from error


def _locked(error: DBAPIError | sqlite3.Error) -> bool:
    name: str = getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _said(error: DBAPIError | sqlite3.Error) -> str:
    return reason(error) if isinstance(error, DBAPIError) else str(error)
