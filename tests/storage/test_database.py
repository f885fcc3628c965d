"""The file under it all: its mode, its lock, its disk, and what is left of it when things go wrong."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

import storage
from storage import DatabaseUnavailable, Login, Storage, checked_url, sqlite_file
from storage.database import LOCK_SECONDS
from storage.engines.sqlite import SQLite


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def test_the_file_and_its_journals_are_for_one_pair_of_eyes(path: Path) -> None:
    before = os.umask(0)
    try:
        async with storage.opened(f"sqlite:///{path}"):
            files = {one.name: mode(one) for one in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert files == {"bot.db": 0o600, "bot.db-wal": 0o600, "bot.db-shm": 0o600}
    assert mode(path.parent) == 0o700


async def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    path.chmod(0o644)

    async with storage.opened(f"sqlite:///{path}"):
        assert mode(path) == 0o600


async def test_a_closed_database_leaves_one_file(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}"):
        pass

    assert [one.name for one in path.parent.iterdir()] == ["bot.db"]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("secure_delete", 1), ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)],
)
async def test_it_forgets_for_good_keeps_what_it_said_it_kept_and_holds_references(
    path: Path, pragma: str, value: int | str
) -> None:
    database = SQLite(f"sqlite:///{path}")
    try:
        assert await database.read(lambda connection: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()) == value
    finally:
        await database.close()


async def test_a_verb_happens_as_a_whole_or_not_at_all(path: Path) -> None:
    database = SQLite(f"sqlite:///{path}")
    await database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE t (x INTEGER PRIMARY KEY)"))

    def half(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await database.write(half)

    assert await database.read(lambda connection: connection.exec_driver_sql("SELECT count(*) FROM t").scalar()) == 0
    await database.close()


class Elsewhere:
    """Another process, as good as: a connection of its own that holds the write lock."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.connection.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        """Let the lock go, and the connection with it."""
        self.connection.execute("ROLLBACK")
        self.connection.close()


async def made(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}"):
        pass


async def test_another_process_is_waited_for_without_holding_up_the_loop(path: Path) -> None:
    # Given a process that is writing, and a sleep that lets it finish the third time
    await made(path)
    elsewhere = Elsewhere(path)
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            elsewhere.release()

    database = SQLite(f"sqlite:///{path}", sleep=sleep)

    # When something is written
    done = await database.write(
        lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = version_num")).rowcount
    )

    # Then it waited asleep, each time a little longer, and wrote.
    assert done == 1
    assert pauses == [0.01, 0.02, 0.04]
    await database.close()


async def test_another_process_that_never_ends_is_waited_for_so_long_and_no_longer(path: Path) -> None:
    await made(path)
    elsewhere = Elsewhere(path)
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    database = SQLite(f"sqlite:///{path}", sleep=sleep)

    with pytest.raises(DatabaseUnavailable, match="locked"):
        await database.write(lambda connection: connection.exec_driver_sql("DELETE FROM inbox"))

    assert LOCK_SECONDS <= sum(pauses) < LOCK_SECONDS + 0.5
    assert max(pauses) == 0.25
    elsewhere.release()
    await database.close()


async def test_reading_waits_for_nobody(path: Path) -> None:
    await made(path)
    elsewhere = Elsewhere(path)

    async def sleep(_seconds: float) -> None:
        raise AssertionError("nobody should wait")

    database = SQLite(f"sqlite:///{path}", sleep=sleep)

    assert (
        await database.read(lambda connection: connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar()) == 0
    )
    elsewhere.release()
    await database.close()


async def test_the_loop_goes_on_while_another_process_is_waited_for(path: Path) -> None:
    await made(path)
    elsewhere = Elsewhere(path)
    database = SQLite(f"sqlite:///{path}")

    writing = asyncio.create_task(database.write(lambda connection: connection.exec_driver_sql("DELETE FROM inbox")))
    for _ in range(100):
        await asyncio.sleep(0)
    assert not writing.done()
    threading.Thread(target=elsewhere.release).start()

    async with asyncio.timeout(5):
        await writing
    await database.close()


async def test_a_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    # Given a database with something in it, on a disk that takes no more
    await made(path)
    database = SQLite(f"sqlite:///{path}")
    insert = text(
        "INSERT INTO inbox (update_id, received_at, attempts, sealed)"
        " VALUES (:number, '2026-03-10', 0, zeroblob(:size))"
    )
    await database.write(lambda connection: connection.execute(insert, {"number": 1, "size": 10}))
    pages = await database.read(lambda connection: connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    await database.read(lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").scalar())

    # When more is written
    with pytest.raises(DatabaseUnavailable, match="full"):
        await database.write(lambda connection: connection.execute(insert, {"number": 2, "size": 1_000_000}))

    # Then that is not there, all else is, and what fits is taken again.
    await database.write(lambda connection: connection.execute(insert, {"number": 3, "size": 10}))
    numbers = await database.read(
        lambda connection: connection.exec_driver_sql("SELECT update_id FROM inbox").scalars().all()
    )
    assert numbers == [1, 3]
    await database.close()


FULL = """
import asyncio, resource, signal, sys
from datetime import datetime, UTC
import storage
from storage import DatabaseUnavailable, Written

async def main():
    now = datetime(2026, 3, 10, tzinfo=UTC)
    async with storage.opened("sqlite:///" + sys.argv[1]) as kept:
        await kept.inbox.write_down([Written(update_id=1, received_at=now, sealed=b"first")], "me", now)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        try:
            await kept.inbox.write_down([Written(update_id=2, received_at=now, sealed=b"x" * 2_000_000)], "me", now)
        except DatabaseUnavailable as error:
            print("unavailable:", error)
        print([one.update_id for one in await kept.inbox.waiting()])

asyncio.run(main())
"""


async def test_a_disk_that_ends_in_the_middle_of_a_write_loses_nothing(path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        FULL,
        str(path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    out, err = await process.communicate()

    assert process.returncode == 0, err.decode()
    first, second = out.decode().splitlines()
    assert first.startswith("unavailable: ")
    assert second == "[1]"
    async with storage.opened(f"sqlite:///{path}") as kept:
        assert [one.update_id for one in await kept.inbox.waiting()] == [1]


async def test_a_place_that_cannot_be_written_to_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "directory").mkdir()

    for place in ("file/bot.db", "directory"):
        with pytest.raises(DatabaseUnavailable, match=place.partition("/")[0]):
            SQLite(f"sqlite:///{tmp_path / place}")


async def test_a_file_that_is_no_database_is_unavailable(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("this is no database, but it is long enough to be taken for one" * 20)

    with pytest.raises(DatabaseUnavailable, match="not a database"):
        async with storage.opened(f"sqlite:///{path}"):
            pass

    assert path.read_text().startswith("this is no database")


async def test_an_error_of_the_database_shows_no_values(kept: Storage) -> None:
    login = Login(name="5ecret")

    with pytest.raises(IntegrityError) as caught:
        await kept.logins.begin(404, 5, login, datetime(2026, 3, 10, tzinfo=UTC))

    assert "5ecret" not in str(caught.value)


def test_an_address_is_checked_before_it_is_used() -> None:
    for right in ("sqlite:///x.db", "postgresql://me:5ecret@db:5433/bot?sslmode=require", "postgres://db/bot"):
        assert checked_url(right) == right
    for wrong in (
        "",
        "x.db",
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://me:5ecret@db/bot",
        "postgresql+psycopg2://me:5ecret@db/bot",
        "sqlite+aiosqlite:///x",
        "sqlite:///x?a=b",
    ):
        with pytest.raises(ValueError, match="sqlite:///") as caught:
            checked_url(wrong)
        assert "5ecret" not in str(caught.value)
    for wrong in ("postgresql://me:5ecret@db", "postgresql://me:5ecret@db/bot?user=you", "postgresql://me@db:x/5ecret"):
        with pytest.raises(ValueError, match=r"postgresql://|sslmode") as caught:
            checked_url(wrong)
        assert "5ecret" not in str(caught.value)


def test_the_file_of_an_address_is_known() -> None:
    assert sqlite_file("sqlite:////var/lib/bot.db") == Path("/var/lib/bot.db")
    assert sqlite_file("sqlite:///data/bot.db") == Path("data/bot.db")
    assert sqlite_file("sqlite://") is None
    assert sqlite_file("postgresql://db/bot") is None
    assert sqlite_file("sqlite:///:memory:") is None
