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
from storage.life import now_at
from storage.schema import Instant, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A login under way. `name`: the account name that was asked for, `""` if none.

    `target_chat_id`: the group it is for, where it began in one by `code`; `topic_id`: where in the group.
    """

    name: str
    target_chat_id: int | None = None
    topic_id: int | None = None
    code: str | None = None


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    person_id = Column(BigInteger, primary_key=True, autoincrement=False)
    name: Named[str] = Column(String(64))
    until = Column(Instant, nullable=False)
    target_chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=True, index=True)
    topic_id: Named[int | None] = Column(BigInteger)
    code: Named[str | None] = Column(String(64))


_logins = Table("logins", metadata, _Columns)


class Logins:
    """Verbs on logins under way: one for each person of a chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, chat_id: int, person_id: int, login: Login, until: datetime) -> None:
        """Wait for this person's token from now on, in the place of an earlier wait."""

        target = login.target_chat_id

        def verb(connection: Connection) -> None:
            connection.execute(delete(_logins).where(_of(chat_id, person_id)))
            connection.execute(
                insert(_logins).values(
                    chat_id=chat_id,
                    person_id=person_id,
                    name=login.name,
                    until=until,
                    target_chat_id=None if target is None else now_at(connection, target),
                    topic_id=login.topic_id,
                    code=login.code,
                )
            )

        await self._database.write(verb)

    async def under_way(self, chat_id: int, person_id: int, now: datetime) -> Login | None:
        """Return the wait that has not run out, if there is one."""
        query = select(_logins).where(_of(chat_id, person_id), _logins.c.until > now)

        def verb(connection: Connection) -> Login | None:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            return Login(name=row.name, target_chat_id=row.target_chat_id, topic_id=row.topic_id, code=row.code)

        return await self._database.read(verb)

    async def end(self, chat_id: int, person_id: int) -> bool:
        """Wait no more. Tells whether there was a wait."""
        change = delete(_logins).where(_of(chat_id, person_id))
        return await self._database.write(lambda connection: connection.execute(change).rowcount == 1)


def _of(chat_id: int, person_id: int) -> ColumnElement[bool]:
    return (_logins.c.chat_id == chat_id) & (_logins.c.person_id == person_id)
