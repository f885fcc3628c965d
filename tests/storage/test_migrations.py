"""The schema: brought up to date once, equal to what the code expects, and never taken from a newer version."""

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

import storage
from storage import Database, DatabaseUnavailable
from storage.migrations import head, migrate
from storage.schema import metadata


async def made(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}"):
        pass


async def test_migrations_from_nothing_give_what_the_tables_say(path: Path) -> None:
    database = Database(f"sqlite:///{path}")
    await migrate(database)

    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        )
        return list(compare_metadata(context, metadata))

    differences = await database.read(compare)

    assert differences == []
    assert {"chats", "accounts", "logins", "readings", "inbox"} == set(metadata.tables)
    database.close()


async def test_an_id_of_an_account_never_comes_back(path: Path) -> None:
    database = Database(f"sqlite:///{path}")
    await migrate(database)

    query = "SELECT sql FROM sqlite_master WHERE name = 'accounts'"
    made_by = await database.read(lambda connection: str(connection.exec_driver_sql(query).scalar_one()))
    assert "AUTOINCREMENT" in made_by
    database.close()


async def test_the_schema_says_its_version_and_migrating_again_changes_nothing(path: Path) -> None:
    await made(path)
    first = path.read_bytes()

    await made(path)

    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(head(),)]
    connection.close()
    assert len(path.read_bytes()) == len(first)


def test_the_newest_revision_is_the_last_file() -> None:
    files = sorted(path.name for path in (Path(storage.__file__).parent / "migrations" / "versions").glob("[0-9]*.py"))

    assert files[-1].startswith(f"{head()}_")


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    await made(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(DatabaseUnavailable, match="newer version") as caught:
        await made(path)

    assert "9999" in str(caught.value)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    connection.close()


async def test_a_migration_that_cannot_be_finished_leaves_nothing_behind(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE inbox (in_the_way TEXT)")
    connection.close()

    with pytest.raises(DatabaseUnavailable, match="already exists"):
        await made(path)

    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("inbox",)]
    connection.close()


async def imported(path: Path) -> str:
    """Open the database in a process of its own; tell whether that imported Alembic."""
    program = (
        "import asyncio, sys, storage\n"
        "async def main():\n"
        "    async with storage.opened('sqlite:///' + sys.argv[1]): pass\n"
        "asyncio.run(main())\n"
        "print('alembic' in sys.modules)\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(path), stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    out, _ = await process.communicate()
    return out.decode().strip()


async def test_alembic_is_imported_only_where_the_schema_is_behind(path: Path) -> None:
    assert await imported(path) == "True"
    assert await imported(path) == "False"
