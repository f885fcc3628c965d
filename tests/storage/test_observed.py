"""Transactions told to whoever counts: what kind, how they ended, how long they took, and each wait for another try."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

import storage
from storage.database import Database, DatabaseUnavailable
from storage.engines import database_at
from storage.engines.observed import Observed


class Told:
    """Whoever counts."""

    def __init__(self) -> None:
        self.all: list[tuple[str, str]] = []
        self.seconds = 0.0

    def __call__(self, what: str, how: str, seconds: float) -> None:
        self.all.append((what, how))
        self.seconds += seconds


class Pauses:
    """A `sleep` that takes no time."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def told() -> Told:
    """Nothing yet."""
    return Told()


@pytest.fixture
def pauses() -> Pauses:
    """None yet."""
    return Pauses()


@pytest.fixture
async def database(tmp_path: Path, told: Told, pauses: Pauses) -> AsyncIterator[Database]:
    """An observed one."""
    one = database_at(f"sqlite:///{tmp_path / 'bot.db'}", sleep=pauses, observe=told)
    yield one
    await one.close()


def create(connection: Connection) -> None:
    """Make a table."""
    connection.execute(text("CREATE TABLE IF NOT EXISTS things (name TEXT)"))


def count(connection: Connection) -> int:
    """Count what is in it."""
    return int(connection.execute(text("SELECT count(*) FROM things")).scalar_one())


async def test_each_kind_of_transaction_is_told_once(database: Database, told: Told) -> None:
    await database.write(create)
    found = await database.read(count)
    await database.note(create)
    await database.erase(create)
    await database.claim(create)

    assert found == 0
    assert told.all == [(what, "done") for what in ("write", "read", "note", "erase", "claim")]
    assert 0 < told.seconds < 5


async def test_a_bug_and_a_database_that_cannot_be_had_are_told_apart(
    database: Database, told: Told, pauses: Pauses, tmp_path: Path
) -> None:
    await database.write(create)

    def fail(_connection: Connection) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.read(fail)
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailable):
            await database.write(create)

    ends = [one for one in told.all if one[0] != "retry"]
    assert ends == [("write", "done"), ("read", "failed"), ("write", "unavailable")]
    assert told.all.count(("retry", "done")) == len(pauses.seconds) > 10


async def test_nothing_stands_between_where_nobody_counts(tmp_path: Path) -> None:
    one = database_at(f"sqlite:///{tmp_path / 'bot.db'}")

    assert not isinstance(one, Observed)
    await one.close()


async def test_all_repositories_are_observed(tmp_path: Path, told: Told) -> None:
    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}", observe=told) as kept:
        told.all.clear()
        await kept.chats.find(1)

    assert told.all == [("read", "done")]


async def test_it_is_as_shared_as_what_it_observes(database: Database) -> None:
    assert database.shared is False
