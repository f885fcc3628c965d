"""What repositories know of a database: one method is one transaction. Verbs are plain functions of a connection.

Each verb is written once and runs on SQLite and on PostgreSQL. It may be run again from its beginning where the
database asks for that, so it changes nothing but what the connection leads to.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

T = TypeVar("T")
Heard = Callable[[str], None]
"""Is told what somebody said."""

LOCK_SECONDS = 10.0
"""How long another's write, or a database that is not there, is waited for before a verb fails."""


class DatabaseUnavailable(Exception):
    """The database cannot be opened or cannot take a write now: its place, its rights, its disk, its lock, its net."""


class Database(ABC):
    """Runs verbs. Use it from one loop only. Every method raises DatabaseUnavailable.

    `shared`: whether other processes may be at work on it.
    """

    shared: bool

    @abstractmethod
    async def read(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that only looks; all that it sees is of one instant."""

    @abstractmethod
    async def write(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that changes something; all of it happens, or nothing, and once done it survives a power cut.

        It happens as if nobody else changed anything meanwhile.
        """

    @abstractmethod
    async def erase(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that deletes for good, as far as the database can."""

    @abstractmethod
    async def note(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb whose change a power cut may take back, though no crash of ours can; no disk is waited for.

        One that was cut off from the database at its end may be run twice.
        """

    @abstractmethod
    async def claim(self, verb: Callable[[Connection], T], *, lasting: bool = False) -> T:
        """Run a verb that locks what it changes: each of its statements sees what others committed before it.

        `lasting`: once done it survives a power cut.
        """

    @abstractmethod
    async def fold(self) -> bool:
        """Let what was overwritten be in no journal any more. Tells whether it is in none, as far as that is ours."""

    @abstractmethod
    async def listen(self, channel: str, heard: Heard) -> None:
        """Hear what verbs of others say on a channel from now on; nothing is said again that was missed."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of the database."""


def checked_url(url: str) -> str:
    """Return the URL if its data can be kept there. Raises ValueError that says what would be right."""
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):  # the latter for a port that is none
        raise ValueError(f"no database address; {_RIGHT}") from None
    if parts.drivername in ("postgresql", "postgres", "postgresql+asyncpg"):
        return _checked_server(parts, url)
    if parts.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise ValueError(f"data are kept in SQLite or PostgreSQL; {_RIGHT}")
    if not parts.database or parts.database == ":memory:" or parts.query:
        raise ValueError("name a file, as in sqlite:///path/to/bot.db; what is only in memory is lost")
    return url


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite URL, `None` for a database in memory and for a server."""
    parts = make_url(url)
    if not parts.drivername.startswith("sqlite"):
        return None
    name = parts.database
    return Path(name) if name and name != ":memory:" else None


def password_of(url: str) -> str | None:
    """Return the password in an address, as it is and not as an address spells it."""
    return make_url(url).password


def reason(error: DBAPIError) -> str:
    """Return the driver's own words; SQLAlchemy's would quote the statement and its parameters."""
    return str(error.orig)


_RIGHT = "use sqlite:///path/to/bot.db or postgresql://user:password@host/database, or leave it out"


def _checked_server(parts: URL, url: str) -> str:
    if not parts.database:
        raise ValueError("name the database, as in postgresql://user:password@host/database")
    unknown = sorted(set(parts.query) - {"host", "port", "sslmode", "ssl"})
    if unknown:
        raise ValueError(f"{unknown[0]} is not understood there; after the ? there may be sslmode, host and port")
    return url
