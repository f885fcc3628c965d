"""Which database an address leads to. The driver of PostgreSQL is imported only where it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from storage.database import Database, sqlite_file
from storage.engines.sqlite import SQLite


def database_at(url: str, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> Database:
    """Return the database at an address that was checked. Raises DatabaseUnavailable where its file can't be made."""
    if sqlite_file(url) is not None:
        return SQLite(url, sleep=sleep)
    from storage.engines.postgres import PostgreSQL  # noqa: PLC0415  # see the file's law

    return PostgreSQL(url, sleep=sleep)
