"""Who has been asked for a token, and until when it is waited for. Survives a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Named,
    String,
    Table,
    TypedColumns,
    delete,
    insert,
    select,
)

from storage.database import Database
from storage.schema import Instant, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A login under way. `name`: the account name that was asked for, `""` if none."""

    name: str


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person_id = Column(BigInteger, primary_key=True, autoincrement=False)
    name: Named[str] = Column(String(64))
    until = Column(Instant, nullable=False)


_logins = Table("logins", metadata, _Columns)


class Logins:
    """Verbs on logins under way: one for each person of a chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, chat_id: int, person_id: int, name: str, until: datetime) -> None:
        """Wait for this person's token from now on, in the place of an earlier wait."""

        def verb(connection: Connection) -> None:
            connection.execute(delete(_logins).where(_of(chat_id, person_id)))
            connection.execute(insert(_logins).values(chat_id=chat_id, person_id=person_id, name=name, until=until))

        await self._database.write(verb)

    async def under_way(self, chat_id: int, person_id: int, now: datetime) -> Login | None:
        """Return the wait that has not run out, if there is one."""
        query = select(_logins.c.name).where(_of(chat_id, person_id), _logins.c.until > now)

        def verb(connection: Connection) -> Login | None:
            row = connection.execute(query).one_or_none()
            return Login(name=row.name) if row else None

        return await self._database.read(verb)

    async def end(self, chat_id: int, person_id: int) -> bool:
        """Wait no more. Tells whether there was a wait."""
        change = delete(_logins).where(_of(chat_id, person_id))
        return await self._database.write(lambda connection: connection.execute(change).rowcount == 1)


def _of(chat_id: int, person_id: int) -> ColumnElement[bool]:
    return (_logins.c.chat_id == chat_id) & (_logins.c.person_id == person_id)
