"""Every sealed value of every table: counted by the key it names, and sealed anew a few at a time.

Of what a sealed value is made no more is known here than where it names its key: its bytes 2 to 9.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    LargeBinary,
    Row,
    Update,
    bindparam,
    func,
    literal,
    literal_column,
    null,
    select,
    update,
)

from storage.database import Database
from storage.schema import metadata

NAMED = (2, 8)
"""Where the id of its key begins in a sealed value, counted from 1 as SQL counts, and how long it is."""
TABLES = ("accounts", "inbox")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed value. `number`: of its account or its update; `chat_id`: 0 where it is bound to none."""

    table: str
    number: int
    chat_id: int
    value: bytes = field(repr=False)
    likeness: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """The same value sealed anew, and what its account is like now."""

    value: bytes = field(repr=False)
    likeness: bytes | None = field(default=None, repr=False)


Renew = Callable[[Sealed], Renewed | None]
"""Seals a value anew; `None` leaves it as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some rows looked at: the last of them, `None` behind the end; how many were sealed anew."""

    last: int | None
    renewed: int = 0


class Seals:
    """Verbs on sealed values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self) -> dict[str, dict[str, int]]:
        """Return for each table the ids of the keys that its values name, and how many name each."""

        def verb(connection: Connection) -> dict[str, dict[str, int]]:
            counted = {}
            for name in TABLES:
                value = metadata.tables[name].c.sealed
                query = select(_key_id(value), func.count()).where(value.is_not(None)).group_by(_key_id(value))
                counted[name] = {bytes(key_id).hex(): number for key_id, number in connection.execute(query).all()}
            return counted

        return await self._database.read(verb)

    async def renew(self, table: str, key_id: bytes, *, after: int, most: int, renew: Renew) -> Batch:
        """Seal anew, in one transaction, at most so many values behind a row that name another key than this.

        Nobody changes a row between its being read and written: that is what `Database.write` promises.
        """
        query, change = _rows(table, key_id).limit(most), _change(table)

        def verb(connection: Connection) -> Batch:
            rows = connection.execute(query, {"after": after}).all()
            changed = [values for row in rows if (values := _values(table, row, renew)) is not None]
            if changed:
                connection.execute(change, changed)
            return Batch(last=rows[-1].position if rows else None, renewed=len(changed))

        return await self._database.write(verb)

    async def fold(self) -> bool:
        """Let what was sealed before be in no file any more; tells whether it is in none."""
        return await self._database.fold()


def _key_id(value: ColumnElement[Any]) -> ColumnElement[bytes]:
    # Written out: what is grouped by must be known to be what is selected.
    return func.substr(value, *map(literal_column, map(str, NAMED)), type_=LargeBinary)


def _rows(table: str, key_id: bytes) -> Any:  # a select of one shape for all tables
    columns = metadata.tables[table].c
    position = columns.account_id if table == "accounts" else columns.position
    number = columns.account_id if table == "accounts" else columns.update_id
    chat_id = columns.chat_id if table == "accounts" else literal(0, BigInteger)
    likeness = columns.likeness if table == "accounts" else null()
    return (
        select(
            position.label("position"),
            number.label("number"),
            chat_id.label("chat_id"),
            columns.sealed.label("value"),
            likeness.label("likeness"),
        )
        .where(columns.sealed.is_not(None), _key_id(columns.sealed) != key_id, position > bindparam("after"))
        .order_by(position)
    )


def _change(table: str) -> Update:
    of = metadata.tables[table]
    (key,) = of.primary_key.columns
    anew: dict[str, Any] = {"sealed": bindparam("value")}
    if table == "accounts":
        anew["likeness"] = bindparam("alike")
    return update(of).where(key == bindparam("row"), of.c.sealed == bindparam("old")).values(anew)


def _values(table: str, row: Row[*tuple[Any, ...]], renew: Renew) -> dict[str, Any] | None:
    """What a row is changed by; `None` where it is left."""
    anew = renew(Sealed(table=table, number=row.number, chat_id=row.chat_id, value=row.value, likeness=row.likeness))
    if anew is None:
        return None
    of_account = {"alike": anew.likeness} if table == "accounts" else {}
    return {"row": row.position, "old": row.value, "value": anew.value, **of_account}
