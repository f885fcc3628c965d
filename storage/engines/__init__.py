"""Which database an address leads to. The driver of PostgreSQL is imported only where it is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from storage.database import Database, sqlite_file
from storage.engines.observed import Observe, Observed, unobserved
from storage.engines.sqlite import SQLite

__all__ = ["SQLite", "database_at"]


def database_at(
    url: str, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep, observe: Observe = unobserved
) -> Database:
    """Return the database at an address that was checked. Raises DatabaseUnavailable where its file can't be made."""
    if observe is not unobserved:

        async def again(seconds: float) -> None:
            observe("retry", "done", seconds)
            await sleep(seconds)

        return Observed(_engine(url, sleep, again), observe)
    return _engine(url, sleep, sleep)


def _engine(url: str, sleep: Callable[[float], Awaitable[None]], again: Callable[[float], Awaitable[None]]) -> Database:
    """Return the engine. `again`: how it sleeps before it tries again."""
    if sqlite_file(url) is not None:
        return SQLite(url, sleep=again)
    from storage.engines.postgres import PostgreSQL  # noqa: PLC0415  # see the file's law

    return PostgreSQL(url, sleep=sleep, again=again)
