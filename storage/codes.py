"""One-use codes that carry a person from a group into their private chat with the bot, or the other way.

A code says nothing by itself: it is public in links, and good for one person, one purpose and ten minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
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
from storage.life import now_at, used_up
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Who may use it, and for what: to connect an account in the group `chat_id`, asked for in `topic_id`, under
    `name` (`""`: any); or, where `account_id` is given, to share that account of the private chat `chat_id`.

    `used`: it is good for nothing more than to be answered again, should a crash have cut the answer short.
    """

    code: str
    chat_id: int
    person_id: int
    account_id: int | None = None
    topic_id: int | None = None
    name: str = ""
    until: datetime
    used: bool = False


class _Columns(TypedColumns):
    code: Named[str] = Column(String(64), primary_key=True)
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False, index=True)
    person_id: Named[int] = Column(BigInteger)
    account_id = Column(counted_id, ForeignKey("accounts.account_id", ondelete="CASCADE"), nullable=True)
    topic_id: Named[int | None] = Column(BigInteger)
    name: Named[str] = Column(String(64))
    until = Column(Instant, nullable=False)
    used: Named[bool] = Column(Boolean)


_codes = Table("codes", metadata, _Columns)


class Codes:
    """Verbs on codes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def make(self, code: Code, now: datetime) -> None:
        """Keep a code, and forget those that have run out."""

        def verb(connection: Connection) -> None:
            connection.execute(delete(_codes).where(_codes.c.until <= now))
            connection.execute(
                insert(_codes).values(
                    code=code.code,
                    chat_id=now_at(connection, code.chat_id),
                    person_id=code.person_id,
                    account_id=code.account_id,
                    topic_id=code.topic_id,
                    name=code.name,
                    until=code.until,
                    used=False,
                )
            )

        await self._database.write(verb)

    async def find(self, code: str, now: datetime) -> Code | None:
        """Return a code that has not run out."""
        query = select(_codes).where(_codes.c.code == code, _codes.c.until > now)

        def verb(connection: Connection) -> Code | None:
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            return Code(
                code=row.code,
                chat_id=row.chat_id,
                person_id=row.person_id,
                account_id=row.account_id,
                topic_id=row.topic_id,
                name=row.name,
                until=row.until,
                used=row.used,
            )

        return await self._database.read(verb)

    async def use(self, code: str) -> bool:
        """Use a code up. Tells whether it was still good."""
        return await self._database.write(lambda connection: used_up(connection, code))
