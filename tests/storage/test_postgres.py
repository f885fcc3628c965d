"""PostgreSQL under it all: processes that meet, connections that are lost, what is in doubt then."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError

import storage
from storage import DatabaseUnavailable
from storage.database import LOCK_SECONDS
from storage.engines.postgres import PostgreSQL
from storage.migrations import migrate
from storage.schema import metadata
from tests.postgres import made_anew


@pytest.fixture
async def url(postgres_server: str, worker_id: str) -> str:
    """The address of a database with nothing in it, not even our tables."""
    return await made_anew(postgres_server, f"bare_{worker_id}")


@pytest.fixture
async def database(url: str) -> AsyncIterator[PostgreSQL]:
    """That database, opened, with a table of two rows."""
    async with at(url) as database:
        await database.write(
            lambda connection: [
                connection.execute(text(statement))
                for statement in (
                    "CREATE TABLE t (x INTEGER PRIMARY KEY, y INTEGER)",
                    "INSERT INTO t VALUES (1, 0), (2, 0)",
                )
            ]
        )
        yield database


class at:  # noqa: N801  # reads like what it does
    """A process of its own, as good as."""

    def __init__(self, url: str, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.database = PostgreSQL(url, sleep=sleep)

    async def __aenter__(self) -> PostgreSQL:
        return self.database

    async def __aexit__(self, *_: object) -> None:
        await self.database.close()


def rows(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(text("SELECT x, y FROM t ORDER BY x"))]


def cut_off(connection: Connection) -> None:
    """Have the server hang up on everybody else."""
    connection.execute(
        text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    )


async def test_migrations_from_nothing_give_what_the_tables_say(url: str) -> None:
    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))

    async with at(url) as database:
        await migrate(database)

        assert await database.read(compare) == []


async def test_processes_that_start_together_change_the_schema_once(url: str) -> None:
    async def start() -> None:
        async with storage.opened(url):
            pass

    await asyncio.gather(*(start() for _ in range(4)))


async def test_a_verb_happens_as_a_whole_or_not_at_all(database: PostgreSQL) -> None:
    def half(connection: Connection) -> None:
        connection.execute(text("DELETE FROM t"))
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await database.write(half)

    assert await database.read(rows) == [(1, 0), (2, 0)]


async def test_a_look_changes_nothing(database: PostgreSQL) -> None:
    with pytest.raises(DatabaseUnavailable, match="read-only"):
        await database.read(lambda connection: connection.execute(text("DELETE FROM t")))


async def test_what_many_change_at_once_adds_up(url: str, database: PostgreSQL) -> None:
    # Given a verb that reads first and then writes what follows from it, as most of ours do
    def count(connection: Connection) -> None:
        (_, so_far), *_ = rows(connection)
        connection.execute(text("UPDATE t SET y = :y WHERE x = 1"), {"y": so_far + 1})

    async with at(url) as other:
        await asyncio.gather(*(one.write(count) for one in (database, other) for _ in range(10)))

    assert await database.read(rows) == [(1, 20), (2, 0)]


async def test_rules_over_several_rows_hold_for_those_who_meet(url: str, database: PostgreSQL) -> None:
    """Neither sees the other's row change, yet at most one may: what READ COMMITTED would not keep."""

    def one_at_most(x: int) -> Callable[[Connection], bool]:
        def verb(connection: Connection) -> bool:
            if any(y for _, y in rows(connection)):
                return False
            connection.execute(text("SELECT pg_sleep(0.05)"))
            connection.execute(text("UPDATE t SET y = 1 WHERE x = :x"), {"x": x})
            return True

        return verb

    async with at(url) as other:
        done = await asyncio.gather(database.write(one_at_most(1)), other.write(one_at_most(2)))

    assert sorted(done) == [False, True]


async def test_who_adds_the_same_row_at_once_finds_the_others(url: str, database: PostgreSQL) -> None:
    def add_if_missing(connection: Connection) -> bool:
        if connection.execute(text("SELECT 1 FROM t WHERE x = 3")).first():
            return False
        connection.execute(text("SELECT pg_sleep(0.05)"))
        connection.execute(text("INSERT INTO t VALUES (3, 0)"))
        return True

    async with at(url) as other:
        done = await asyncio.gather(database.write(add_if_missing), other.write(add_if_missing))

    assert sorted(done) == [False, True]


@pytest.mark.parametrize("statement", ["SELEC 1", "SELECT 1 FROM nowhere", "UPDATE t SET y = CAST('x' AS integer)"])
async def test_what_no_database_would_understand_is_a_bug_and_not_waited_out(
    database: PostgreSQL, statement: str
) -> None:
    with pytest.raises(DBAPIError):
        await database.write(lambda connection: connection.execute(text(statement)))


async def test_a_row_that_is_always_there_is_a_bug_and_not_waited_out(database: PostgreSQL) -> None:
    with pytest.raises(IntegrityError):
        await database.write(lambda connection: connection.execute(text("INSERT INTO t VALUES (1, 0)")))


async def test_a_connection_that_was_lost_between_verbs_costs_nothing(url: str, database: PostgreSQL) -> None:
    async with at(url) as other:
        await other.read(cut_off)

    assert await database.read(rows) == [(1, 0), (2, 0)]


async def test_a_connection_lost_in_the_middle_of_a_verb_has_it_run_again(url: str, database: PostgreSQL) -> None:
    runs = 0

    def verb(connection: Connection) -> int:
        nonlocal runs
        runs += 1
        connection.execute(text("UPDATE t SET y = y + 1"))
        if runs == 1:
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return int(connection.execute(text("SELECT sum(y) FROM t")).scalar_one())

    assert await database.write(verb) == 2
    assert await database.read(rows) == [(1, 1), (2, 1)]
    assert runs == 2


@pytest.mark.parametrize("committed", [True, False])
async def test_what_was_in_doubt_when_the_connection_was_lost_is_asked_for(
    url: str, database: PostgreSQL, committed: bool
) -> None:
    # Given a connection that is lost in the very moment of the commit, before or after it
    lost = 0

    class Losing(PostgreSQL):
        async def commit(self, connection: Any) -> None:
            nonlocal lost
            lost += 1
            if lost > 1:
                return await super().commit(connection)
            if committed:
                await super().commit(connection)
            else:
                await connection.rollback()
            raise ConnectionResetError("lost")

    runs = 0

    def verb(connection: Connection) -> str:
        nonlocal runs
        runs += 1
        connection.execute(text("UPDATE t SET y = y + 1 WHERE x = 1"))
        return f"run {runs}"

    losing = Losing(url)
    try:
        # When something is changed
        said = await losing.write(verb)
    finally:
        await losing.close()

    # Then it happened once, and what is told is of the time when it did.
    assert said == ("run 1" if committed else "run 2")
    assert await database.read(rows) == [(1, 1), (2, 0)]


async def test_a_server_that_is_not_there_is_waited_for_so_long_and_no_longer() -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async with at("postgresql://me:5ecret@127.0.0.1:1/bot", sleep) as database:
        with pytest.raises(DatabaseUnavailable) as caught:
            await database.read(rows)

    assert LOCK_SECONDS <= sum(pauses) < LOCK_SECONDS + 2
    assert "5ecret" not in str(caught.value)


async def test_a_change_comes_to_its_end_though_nobody_waits_for_it_any_more(database: PostgreSQL) -> None:
    def verb(connection: Connection) -> None:
        connection.execute(text("SELECT pg_sleep(0.1)"))
        connection.execute(text("UPDATE t SET y = 1"))

    writing = asyncio.create_task(database.write(verb))
    await asyncio.sleep(0.02)
    writing.cancel()
    await asyncio.wait({writing})

    async with asyncio.timeout(5):
        while await database.read(rows) != [(1, 1), (2, 1)]:
            await asyncio.sleep(0.01)


async def test_what_others_say_is_heard_and_heard_again_after_the_connection_was_lost(
    url: str, database: PostgreSQL
) -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()

    def say(what: str) -> Callable[[Connection], object]:
        return lambda connection: connection.execute(text("SELECT pg_notify('news', :what)"), {"what": what})

    async def hurry(seconds: float) -> None:
        await asyncio.sleep(seconds / 50)

    async with at(url, hurry) as other:
        await other.listen("news", heard.put_nowait)
        await database.write(say("first"))
        async with asyncio.timeout(5):
            assert await heard.get() == "first"

        await database.read(cut_off)

        async with asyncio.timeout(5):
            while heard.empty():
                await database.write(say("again"))
                await asyncio.sleep(0.02)
        assert await heard.get() == "again"
