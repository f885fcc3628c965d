"""The schema: brought up to date once, equal to what the code expects, and never taken from a newer version."""

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

import storage
from storage import Account, Chat, DatabaseUnavailable, Login
from storage.engines.sqlite import SQLite
from storage.migrations import HERE, head, migrate
from storage.schema import metadata
from tests.storage.given import CHAT, NOW, PERSON, TEN, connect, reading


async def made(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}"):
        pass


async def test_migrations_from_nothing_give_what_the_tables_say(path: Path) -> None:
    database = SQLite(f"sqlite:///{path}")
    await migrate(database)

    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True, "render_as_batch": True}
        )
        # Of a reference that was added with its column SQLAlchemy reads no ON DELETE: see the next test.
        return [one for one in compare_metadata(context, metadata) if one[0] not in ("add_fk", "remove_fk")]

    differences = await database.read(compare)

    assert differences == []
    of_accounts = {"accounts", "readings", "ledgers", "packages", "watches", "alerts"}
    of_chats = {"chats", "logins", "codes", "moves", "daily", "cards", "rules"}
    assert of_chats | of_accounts | {"inbox", "replicas", "keyrings"} == set(metadata.tables)
    await database.close()


async def test_every_reference_is_what_the_tables_say(path: Path) -> None:
    await made(path)

    query = """
        SELECT m.name, k."from", k."table", k."to", k.on_delete
        FROM sqlite_master m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
    """
    with sqlite3.connect(path) as connection:
        found = set(connection.execute(query))
    connection.close()

    assert found == {
        (table.name, key.parent.name, key.column.table.name, key.column.name, key.ondelete)
        for table in metadata.tables.values()
        for key in table.foreign_keys
    }
    assert ("accounts", "shared_from", "accounts", "account_id", "SET NULL") in found


FIRST_VERSION = (
    "INSERT INTO chats VALUES (4711, 'private', 'fr', 'de', '2026-03-10 12:00:00.000000')",
    "INSERT INTO chats VALUES (-4001, 'group', NULL, NULL, '2026-03-10 12:00:00.000000')",
    "INSERT INTO accounts VALUES (3, 4711, 'Team', 'team', 'bearer', x'00ff', 5, '2026-03-10 12:00:00.000000',"
    " '2026-03-10 12:00:00.000000', NULL)",
    "INSERT INTO accounts VALUES (8, 4711, 'gone', 'gone', 'cookie', NULL, 5, '2026-03-10 12:00:00.000000',"
    " NULL, NULL)",
    "INSERT INTO logins VALUES (4711, 5, 'new', '2026-03-10 12:10:00.000000')",
    "INSERT INTO readings VALUES (3, 2954880, '2026-03-10 12:00:00.000000', 100, 50, '12.50', 'USD')",
    "INSERT INTO readings VALUES (8, 2954880, '2026-03-10 12:00:00.000000', 100, 50, '12.50', 'USD')",
    "INSERT INTO inbox VALUES (1, 900, '2026-03-10 12:00:00.000000', 2, x'0102')",
)
"""What a database of the first version holds."""


async def test_what_the_first_version_kept_is_kept(path: Path) -> None:
    # Given a database of the first version with something in every table
    def make(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in FIRST_VERSION:
            connection.exec_driver_sql(statement)

    database = SQLite(f"sqlite:///{path}")
    await database.write(make)
    await database.close()

    # When it is opened
    async with storage.opened(f"sqlite:///{path}") as kept:
        account = Account(
            account_id=3,
            chat_id=CHAT,
            name="Team",
            kind="bearer",
            sealed=b"\0\xff",
            connected_by=PERSON,
            connected_at=NOW,
            refused_at=NOW,
            lock_told_at=None,
            shared_from=None,
        )

        # Then all of it is there, and nothing was chosen.
        assert await kept.chats.find(CHAT) == Chat(chat_id=CHAT, kind="private", language="fr", heard="de")
        assert await kept.chats.find(-4001) == Chat(chat_id=-4001, kind="group")
        assert await kept.accounts.all() == (account,)
        assert await kept.accounts.names(CHAT) == ("Team", "gone")
        assert await kept.logins.under_way(CHAT, PERSON, NOW) == Login(name="new")
        assert [await kept.history.latest(number) for number in (3, 8)] == [reading()] * 2
        (written,) = await kept.inbox.waiting()
        assert (written.update_id, written.attempts, written.sealed) == (900, 2, b"\1\2")
        # And what refers to what still holds: a share loses its origin, a chat takes its own along, no number returns.
        share = await connect(kept, "share", chat_id=-4001, shared_from=account)
        await kept.logins.begin(CHAT, PERSON, Login(name="", target_chat_id=-4001), NOW + TEN)
        assert share.account_id == 9
        await kept.life.forget(CHAT)
        (left,) = await kept.accounts.all()
        assert (left.account_id, left.shared_from) == (9, None)
        assert await kept.history.latest(3) is None


async def test_an_id_of_an_account_never_comes_back(path: Path) -> None:
    database = SQLite(f"sqlite:///{path}")
    await migrate(database)

    query = "SELECT sql FROM sqlite_master WHERE name = 'accounts'"
    made_by = await database.read(lambda connection: str(connection.exec_driver_sql(query).scalar_one()))
    assert "AUTOINCREMENT" in made_by
    await database.close()


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
