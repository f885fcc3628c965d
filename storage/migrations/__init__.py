"""Brings the schema up to date. Alembic is imported only when the database is behind: the import costs a second."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database, DatabaseUnavailable

HERE = Path(__file__).parent
_LOCK = 7_265_001
"""Held while the schema is changed: two processes that start together wait for each other."""


def head() -> str:
    """Return the newest revision: the versions' files are named by their revision and sort in order."""
    return max(path.stem for path in (HERE / "versions").glob("[0-9]*.py")).partition("_")[0]


async def migrate(database: Database) -> None:
    """Run what is missing, in one transaction. Raises DatabaseUnavailable, also for a database of a newer version."""
    if await database.read(_current) != head():
        await database.claim(_upgrade)


async def check_schema(database: Database) -> None:
    """Raise DatabaseUnavailable unless the schema is this version's."""
    if await database.read(behind):
        raise DatabaseUnavailable("it is not of this version yet; start the bot of this version once, which does that")


def behind(connection: Connection) -> bool:
    """Tell, by looking only, whether a revision is missing. Raises DatabaseUnavailable for one of a newer version."""
    current = _current(connection)
    if current is not None and current > head():
        raise DatabaseUnavailable(f"it was written by a newer version (schema {current}, this one knows {head()})")
    return current != head()


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if not behind(connection):
        return  # another process was first
    from alembic import command  # noqa: PLC0415  # see the file's law
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
