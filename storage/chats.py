"""The chats that have met the bot, and what they chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Named,
    String,
    Table,
    TypedColumns,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.schema import Instant, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat. `kind` as Telegram names it; `language` where somebody chose one, `heard` as Telegram last sent it."""

    chat_id: int
    kind: str
    language: str | None
    heard: str | None


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, primary_key=True, autoincrement=False)
    kind: Named[str] = Column(String(16))
    language: Named[str | None] = Column(String(16))
    heard: Named[str | None] = Column(String(16))
    met_at = Column(Instant, nullable=False)


_chats = Table("chats", metadata, _Columns)
_ONE = select(_chats).where(_chats.c.chat_id == bindparam("chat"))


class Chats:
    """Verbs on chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def meet(self, chat_id: int, kind: str, heard: str | None, now: datetime) -> Chat:
        """Return the chat, made known on first sight, with the language heard now (`None` changes nothing)."""
        heard = heard[:16] if heard else None

        def up_to_date(connection: Connection) -> Chat | None:
            known = _find(connection, chat_id)
            return known if known is not None and heard in (None, known.heard) else None

        def make(connection: Connection) -> Chat:
            if _find(connection, chat_id) is None:
                connection.execute(insert(_chats).values(chat_id=chat_id, kind=kind, heard=heard, met_at=now))
            else:
                connection.execute(update(_chats).where(_chats.c.chat_id == chat_id).values(heard=heard))
            row = connection.execute(_ONE, {"chat": chat_id}).one()
            return Chat(chat_id=row.chat_id, kind=row.kind, language=row.language, heard=row.heard)

        known = await self._database.read(up_to_date)
        return known if known is not None else await self._database.write(make)

    async def find(self, chat_id: int) -> Chat | None:
        """Return the chat if it is known."""
        return await self._database.read(lambda connection: _find(connection, chat_id))

    async def forget(self, chat_id: int) -> None:
        """Delete the chat with all that is its: accounts, their history, logins under way."""
        await self._database.write(
            lambda connection: connection.execute(delete(_chats).where(_chats.c.chat_id == chat_id))
        )


def _find(connection: Connection, chat_id: int) -> Chat | None:
    row = connection.execute(_ONE, {"chat": chat_id}).one_or_none()
    return Chat(chat_id=row.chat_id, kind=row.kind, language=row.language, heard=row.heard) if row else None
