"""All rows of all tables copied from one database into another, of whichever kind, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, insert, select, text, tuple_, update

from storage.schema import metadata

PAGE = 500
NOT_KEPT = ("keyrings", "replicas")
"""What is only of the processes that run now."""
_COUNTED = {"accounts": "account_id", "inbox": "position"}
"""Tables whose rows are numbered, and where; a number never comes back, so the last one given goes along too."""

Row = Mapping[str, Any]
Fit = Callable[[str, Row], Row]
"""Given a table and a row of it, returns the row as it is to be copied."""


def tables() -> tuple[Table, ...]:
    """Return what is copied, what is referred to before what refers to it."""
    return tuple(table for table in metadata.sorted_tables if table.name not in NOT_KEPT)


def copy(source: Connection, target: Connection, fit: Fit) -> dict[str, int]:
    """Copy everything; return how many rows of each table."""
    counted = {}
    for table in tables():
        counted[table.name] = 0
        for page in _pages(source, table):
            target.execute(insert(table), [dict(fit(table.name, _alone(table, row))) for row in page])
            counted[table.name] += len(page)
    _join_again(source, target)
    for name, column in _COUNTED.items():
        _count_on(target, name, column, _last(source, name, column))
    return counted


def count(connection: Connection) -> dict[str, int]:
    """Return how many rows of each table there are."""
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables()}


def _pages(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """Pages in the order of the key, each from where the one before ended: as much memory for any number of rows."""
    key = tuple(table.primary_key.columns)
    query = select(table).order_by(*key).limit(PAGE)
    after: list[Any] = []
    while True:
        behind = query.where(tuple_(*key) > tuple_(*after)) if after else query
        page = [dict(row) for row in source.execute(behind).mappings().all()]
        if page:
            yield page
        if len(page) < PAGE:
            return
        after = [bindparam(None, page[-1][column.name], type_=column.type) for column in key]


def _alone(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row without what refers to rows of its own table: they may come later."""
    return row | {"shared_from": None} if table.name == "accounts" else row


def _join_again(source: Connection, target: Connection) -> None:
    accounts = metadata.tables["accounts"]
    query = select(accounts.c.account_id, accounts.c.shared_from).where(accounts.c.shared_from.is_not(None))
    joined = [{"row": number, "origin": origin} for number, origin in source.execute(query).all()]
    change = update(accounts).where(accounts.c.account_id == bindparam("row"))
    if joined:
        target.execute(change.values(shared_from=bindparam("origin")), joined)


def _last(connection: Connection, table: str, column: str) -> int:
    """The last number that was given to a row."""
    if connection.dialect.name == "sqlite":
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return int(connection.execute(query, {"name": table}).scalar_one_or_none() or 0)
    counter = connection.execute(
        text("SELECT pg_get_serial_sequence(:name, :column)"), {"name": table, "column": column}
    )
    query = text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {counter.scalar_one()}")  # noqa: S608
    return int(connection.execute(query).scalar_one())


def _count_on(connection: Connection, table: str, column: str, last: int) -> None:
    """Let the next row get the next number."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
        put = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)")
        connection.execute(put, {"name": table, "last": last})
        return
    put = text("SELECT setval(pg_get_serial_sequence(:name, :column), greatest(:last, 1), :last > 0)")
    connection.execute(put, {"name": table, "column": column, "last": last})
