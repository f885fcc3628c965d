"""A backup holds everything of one instant, and gives all of it back to either database, or says why not."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Connection, Date, Float, LargeBinary, Table, insert, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.types import String

import storage
from storage import BackupUnusable, Database, DatabaseUnavailable, NotEmpty, Written, backup_at, copying
from storage.backups import LATE, Backups
from storage.engines import database_at
from storage.engines.sqlite import SQLite
from storage.inbox import Inbox
from storage.migrations import HERE, head, migrate
from storage.replicas import Replicas
from storage.schema import Exact, Instant, metadata
from tests.postgres import emptied, with_name
from tests.storage.given import connect

NOW = datetime(2026, 3, 10, 12, 0, 0, 250, tzinfo=UTC)
Rows = dict[str, list[dict[str, Any]]]


def value(column: Column[Any], number: int) -> Any:
    """Something for a column, another for each row, and nothing now and then where that may be."""
    if column.nullable and number == 2:
        return None
    if column.foreign_keys:
        # Account 1 refers to one that comes after it.
        return number % 3 + 1 if column.name == "shared_from" else number
    if isinstance(column.type, Instant):
        return NOW + timedelta(minutes=number)
    if isinstance(column.type, Exact):
        return Decimal(f"{number}.50")
    for kind, made in (
        (Boolean, number % 2 == 0),
        (Date, date(2026, 3, number)),
        (Float, number / 3),
        (LargeBinary, bytes([0, number, 255]) * 20),
        (String, f"{column.name} {number} é 漢\u200f"[: getattr(column.type, "length", None) or 99]),
    ):
        if isinstance(column.type, kind):
            return made
    return number


def fill(connection: Connection) -> None:
    """Put three rows into every table there is, with something in every column."""
    for table in metadata.sorted_tables:
        rows = [{column.name: value(column, number) for column in table.columns} for number in (1, 2, 3)]
        joined = {row["account_id"]: row.pop("shared_from") for row in rows} if table.name == "accounts" else {}
        connection.execute(insert(table), rows)
        for number, origin in joined.items():
            connection.execute(update(table).where(table.c.account_id == number).values(shared_from=origin))
    readings = metadata.tables["readings"]  # more than two pages of one account
    many = [{"account_id": 1, "slot": slot, "taken_at": NOW} for slot in range(10, 1_210)]
    connection.execute(insert(readings), many)


def everything(connection: Connection) -> Rows:
    """Every row of every table that is kept, in the order of its key."""

    def rows(table: Table) -> list[dict[str, Any]]:
        query = select(table).order_by(*table.primary_key.columns)
        return sorted((dict(row) for row in connection.execute(query).mappings()), key=repr)

    return {table.name: rows(table) for table in copying.tables()}


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = database_at(url)
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()


@pytest.fixture
async def full(url: str) -> AsyncIterator[Database]:
    """A database, of either kind, with something in every table."""
    async with opened(url) as database:
        await database.write(fill)
        yield database


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """Another one, of either kind, with nothing in it."""
    url = f"sqlite:///{tmp_path / 'other' / 'bot.db'}"
    if request.param == "postgresql":
        server, database = (request.getfixturevalue(name) for name in ("postgres_server", "postgres_database"))
        url = await emptied(server, with_name(server, f"{make_url(database).database}_empty"))
    async with opened(url) as database:
        yield database


@pytest.fixture
async def filled(path: Path) -> AsyncIterator[SQLite]:
    """A file with something in every table."""
    async with opened(f"sqlite:///{path}") as database:
        assert isinstance(database, SQLite)
        await database.write(fill)
        yield database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a backup?%41.db"


def unclaimed(rows: Rows) -> Rows:
    """The same without what somebody had in hand."""
    for table in ("daily", "watches", "cards"):
        for row in rows[table]:
            if row["token"] is not None:
                row |= {"token": None, "attempts": 0}
                row["wake_at"] = row["next_at"] if table == "daily" else row["wake_at"]
    for row in rows["inbox"]:
        row |= {"holder": None, "handed": None}
    return rows


async def test_what_is_restored_is_what_there_was_in_every_column(full: Database, empty: Database, file: Path) -> None:
    before = await full.read(everything)

    made = await Backups(full).make(file, now=NOW, answered=False)
    restored = await Backups(empty).restore(file, now=NOW)

    after = await empty.read(everything)
    assert after == unclaimed(before)
    assert made.counted == restored.counted == {name: len(rows) for name, rows in before.items()}
    assert made.counted["readings"] == 1203
    assert (restored.made_at, restored.revision, restored.waiting) == (NOW, head(), 0)
    assert await empty.read(lambda connection: connection.execute(select(metadata.tables["keyrings"])).all()) == []


async def test_no_number_of_an_account_comes_back(full: Database, empty: Database, file: Path) -> None:
    accounts = metadata.tables["accounts"]
    for_new = {"chat_id": 1, "kind": "bearer", "connected_by": 1, "connected_at": NOW}

    def next_number(connection: Connection) -> int:
        added = insert(accounts).values(name="x", name_key="x", **for_new).returning(accounts.c.account_id)
        number: int = connection.execute(added).scalar_one()
        connection.execute(accounts.delete().where(accounts.c.account_id == number))
        return number

    await Backups(empty).restore(await backup(full, file), now=NOW)
    first = await empty.write(next_number)
    again = file.with_name("again")
    async with opened(f"sqlite:///{file.with_name('third.db')}") as third:
        await Backups(third).restore(await backup(empty, again), now=NOW)
        assert await third.write(next_number) == first + 1


async def backup(database: Database, file: Path) -> Path:
    await Backups(database).make(file, now=NOW, answered=False)
    return file


async def test_only_its_owner_reads_it_and_nothing_else_is_left(filled: SQLite, file: Path) -> None:
    await backup(filled, file)

    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name, "data"]


async def test_a_backup_is_never_changed(filled: SQLite, empty: Database, file: Path) -> None:
    before = (await backup(filled, file)).read_bytes()

    await Backups(empty).restore(file, now=NOW)

    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(file.name)] == [file.name]


async def test_a_file_that_is_there_is_replaced_only_if_that_was_asked_for(filled: SQLite, file: Path) -> None:
    file.write_text("precious")

    with pytest.raises(BackupUnusable, match="there already"):
        await backup(filled, file)
    assert file.read_text() == "precious"

    await Backups(filled).make(file, now=NOW, answered=False, replacing=True)
    assert backup_at(file).counted["chats"] == 3
    with pytest.raises(BackupUnusable, match="there already"):
        await Backups(filled).make(file.parent, now=NOW, answered=False, replacing=True)


async def test_a_place_that_takes_no_file_is_told(filled: SQLite, file: Path) -> None:
    (file.parent / "blocked").touch()

    with pytest.raises(BackupUnusable, match="can't be made"):
        await backup(filled, file.parent / "blocked" / "backup.db")


async def test_into_what_is_not_empty_nothing_is_restored(full: Database, file: Path) -> None:
    await backup(full, file)
    before = await full.read(everything)

    with pytest.raises(NotEmpty):
        await Backups(full).restore(file, now=NOW)

    assert await full.read(everything) == before


async def test_what_waits_is_answered_by_who_has_it_and_not_again_from_a_backup(filled: SQLite, file: Path) -> None:
    made = await Backups(filled).make(file, now=NOW, answered=True)

    with sqlite3.connect(file) as connection:
        waiting = connection.execute("SELECT update_id, sealed FROM inbox ORDER BY 1").fetchall()
    connection.close()
    assert made.waiting == 2
    assert waiting == [(1, None), (2, None), (3, None)]
    assert value(metadata.tables["inbox"].c.sealed, 1) in file.read_bytes()  # as an account's, which is alike
    assert made.counted["inbox"] == 3


async def test_what_waited_too_long_is_known_and_not_answered(kept_url: str, empty: Database, file: Path) -> None:
    updates = [
        Written(update_id=1, received_at=NOW, sealed=b"old"),
        Written(update_id=2, received_at=NOW + LATE, sealed=b"new"),
    ]
    async with storage.opened(kept_url) as kept:
        await kept.inbox.write_down(updates, "me", NOW)
        await kept.backups.make(file, now=NOW, answered=False)

    restored = await Backups(empty).restore(file, now=NOW + LATE + timedelta(seconds=1))

    assert restored.waiting == 1
    inbox = Inbox(empty)
    assert [one.update_id for one in await inbox.waiting()] == [2]
    await Replicas(empty).join("me")
    assert (await inbox.write_down(updates, "me", NOW)).new == frozenset()


@pytest.fixture
def kept_url(path: Path) -> str:
    return f"sqlite:///{path}"


async def test_a_backup_of_a_database_in_use_is_of_one_instant(path: Path, file: Path) -> None:
    # Given a process that connects and disconnects two accounts, always both in one transaction
    async with storage.opened(f"sqlite:///{path}") as kept:
        await connect(kept, "first")
    writer = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PAIRS, str(path), stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert writer.stdout is not None
    await writer.stdout.readline()

    # When backups are made meanwhile
    counts = set()
    try:
        async with storage.opened(f"sqlite:///{path}", migrating=False) as kept:
            for number in range(3):
                one = file.with_name(f"{number}.db")
                made = await kept.backups.make(one, now=NOW, answered=False)
                counts.add(made.counted["readings"])
                assert made.counted == backup_at(one).counted
    finally:
        writer.kill()
        await writer.communicate()

    # Then each has both of a pair or none.
    assert len(counts) > 1
    assert all(number % 2 == 0 for number in counts)


PAIRS = """
import asyncio, sys
from datetime import datetime, UTC
from sqlalchemy import insert
from storage.engines import database_at
from storage.schema import metadata
import storage

async def main():
    database = database_at("sqlite:///" + sys.argv[1])
    table, slot = metadata.tables["readings"], 0
    while True:
        slot += 2
        now = datetime(2026, 3, 10, tzinfo=UTC)
        rows = [{"account_id": 1, "slot": one, "taken_at": now} for one in (slot, slot + 1)]
        await database.note(lambda connection: connection.execute(insert(table), rows))
        if slot == 2:
            print("writing", flush=True)

asyncio.run(main())
"""


async def test_a_damaged_backup_is_told_wherever_the_damage_is(filled: SQLite, file: Path) -> None:
    whole = (await backup(filled, file)).read_bytes()
    text = value(metadata.tables["chats"].c.title, 1).encode()
    assert text in whole
    letter = whole.replace(text, text.replace(b"title", b"tit1e"), 1)
    damaged = [whole[: len(whole) // 2], whole[:4096] + bytes(4096) + whole[8192:], letter]

    for content in damaged:
        file.write_bytes(content)
        with pytest.raises(BackupUnusable, match=r"damaged|no backup"):
            backup_at(file)
    file.write_bytes(whole)
    assert backup_at(file).made_at == NOW


@pytest.mark.parametrize("content", [b"", b"no database at all, but long enough to be looked at" * 40])
def test_what_is_no_backup_is_told_and_left(file: Path, content: bytes) -> None:
    file.write_bytes(content)

    with pytest.raises(BackupUnusable, match="no backup of this bot"):
        backup_at(file)

    assert file.read_bytes() == content


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(BackupUnusable, match="no such file"):
        backup_at(file)
    assert not file.exists()


async def test_a_database_is_no_backup(filled: SQLite, path: Path) -> None:
    with pytest.raises(BackupUnusable, match="no backup of this bot"):
        backup_at(path)


async def test_a_backup_of_a_newer_version_is_told(filled: SQLite, file: Path) -> None:
    await backup(filled, file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE backup SET revision = '9999'")
    connection.close()

    with pytest.raises(BackupUnusable, match="newer version"):
        backup_at(file)


async def test_a_backup_of_an_older_version_is_brought_up_to_date_on_the_way(empty: Database, file: Path) -> None:
    # Given a backup as version 0007 made them
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    from storage import backupfile  # noqa: PLC0415

    def old(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", str(HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "0007")
        connection.exec_driver_sql("INSERT INTO chats (chat_id, kind, met_at) VALUES (5, 'private', '2026-03-10')")

    database = SQLite(f"sqlite:///{file.with_name('old.db')}")
    await database.write(old)
    await database.close()
    backupfile.describe(file.with_name("old.db"), storage.Backup(made_at=NOW, revision="0007", counted={"chats": 1}))
    before = file.with_name("old.db").read_bytes()

    # When it is restored
    restored = await Backups(empty).restore(file.with_name("old.db"), now=NOW)

    # Then it is there, and the backup as it was.
    assert restored.counted["chats"] == 1
    assert [row["chat_id"] for row in (await empty.read(everything))["chats"]] == [5]
    assert file.with_name("old.db").read_bytes() == before


async def test_a_database_of_another_version_is_not_backed_up(file: Path, path: Path) -> None:
    database = SQLite(f"sqlite:///{path}")
    await database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE t (x)"))

    with pytest.raises(DatabaseUnavailable, match="not of this version"):
        await backup(database, file)

    await database.close()
    assert not file.exists()


FULL = """
import asyncio, resource, signal, sys
from datetime import datetime, UTC
from pathlib import Path
import storage

async def main():
    async with storage.opened("sqlite:///" + sys.argv[1], migrating=False) as kept:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            await kept.backups.make(Path(sys.argv[2]), now=datetime(2026, 3, 10, tzinfo=UTC), answered=False)
        except storage.BackupUnusable as error:
            print(error)

asyncio.run(main())
"""


async def test_a_full_disk_is_told_and_nothing_is_left_of_it(filled: SQLite, path: Path, file: Path) -> None:
    said = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", FULL, str(path), str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )

    assert said.stdout.startswith(f"{file}: it can't be made (")
    assert [one.name for one in file.parent.iterdir()] == ["data"]
