"""The chats that have met the bot, and what was chosen in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Integer,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    bindparam,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.life import now_at
from storage.schema import Instant, metadata

LONGEST_TITLE = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat. `kind` and `title` as Telegram gives them; `language` where somebody chose one.

    `heard`: in a private chat the language Telegram last sent, in a group that of whoever added the bot. `zone`: an
    IANA name. `quiet_from`, `quiet_until`: minutes after midnight in that zone, both or neither. `shows_money` is
    `None` where nobody chose. `keeps_history`: whether it stays when the bot is put out. `question`: the command that
    the next plain text completes, until `question_until`.
    """

    chat_id: int
    kind: str
    title: str | None = None
    language: str | None = None
    heard: str | None = None
    zone: str | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    shows_money: bool | None = None
    keeps_history: bool = False
    default_account_id: int | None = None
    question: str | None = None
    question_until: datetime | None = None


class Chosen(TypedDict, total=False):
    """What can be chosen in a chat."""

    language: str | None
    zone: str | None
    quiet_from: int | None
    quiet_until: int | None
    shows_money: bool | None
    keeps_history: bool | None
    default_account_id: int | None
    question: str | None
    question_until: datetime | None


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, primary_key=True, autoincrement=False)
    kind: Named[str] = Column(String(16))
    language: Named[str | None] = Column(String(16))
    heard: Named[str | None] = Column(String(16))
    met_at = Column(Instant, nullable=False)
    title: Named[str | None] = Column(String(LONGEST_TITLE))
    zone: Named[str | None] = Column(String(64))
    quiet_from: Named[int | None] = Column(Integer)
    quiet_until: Named[int | None] = Column(Integer)
    shows_money: Named[bool | None] = Column(Boolean)
    keeps_history: Named[bool | None] = Column(Boolean)
    default_account_id: Named[int | None] = Column(BigInteger)
    question: Named[str | None] = Column(String(64))
    question_until = Column(Instant, nullable=True)


_chats = Table("chats", metadata, _Columns)
_ONE = select(_chats).where(_chats.c.chat_id == bindparam("chat"))


class Chats:
    """Verbs on chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def meet(
        self,
        chat_id: int,
        kind: str,
        heard: str | None,
        now: datetime,
        *,
        title: str | None = None,
        added: bool = False,
    ) -> Chat:
        """Return the chat, made known on first sight, with the language and the title heard now (`None` changes none).

        A group keeps the language it heard first, until the bot is `added` again; one that became a supergroup is
        met under its new id.
        """
        heard = heard[:16] if heard else None
        title = title[:LONGEST_TITLE] if title else None

        def news(known: Chat) -> dict[str, str | None]:
            told = {"heard": heard if added or kind == "private" or known.heard is None else None, "title": title}
            changed: dict[str, str | None] = {
                name: value for name, value in told.items() if value and value != getattr(known, name)
            }
            return changed | ({"keeps_history": None} if added and known.keeps_history else {})

        def up_to_date(connection: Connection) -> Chat | None:
            known = _find(connection, chat_id)
            return known if known is not None and not news(known) else None

        def make(connection: Connection) -> Chat:
            here = now_at(connection, chat_id)
            known = _find(connection, here)
            if known is None:
                connection.execute(insert(_chats).values(chat_id=here, kind=kind, heard=heard, title=title, met_at=now))
            elif told := news(known):
                connection.execute(update(_chats).where(_chats.c.chat_id == here).values(told))
            return _chat(connection.execute(_ONE, {"chat": here}).one())

        known = await self._database.read(up_to_date)
        return known if known is not None else await self._database.write(make)

    async def find(self, chat_id: int) -> Chat | None:
        """Return the chat if it is known, under the id that it has now."""
        return await self._database.read(lambda connection: _find(connection, now_at(connection, chat_id)))

    async def choose(self, chat_id: int, **chosen: Unpack[Chosen]) -> Chat | None:
        """Keep what somebody chose; what is not named stays. Returns the chat if it is known."""

        def verb(connection: Connection) -> Chat | None:
            here = now_at(connection, chat_id)
            connection.execute(update(_chats).where(_chats.c.chat_id == here).values(**chosen))
            return _find(connection, here)

        return await self._database.write(verb)


def _find(connection: Connection, chat_id: int) -> Chat | None:
    row = connection.execute(_ONE, {"chat": chat_id}).one_or_none()
    return _chat(row) if row else None


def _chat(row: Row[*tuple[Any, ...]]) -> Chat:
    return Chat(
        chat_id=row.chat_id,
        kind=row.kind,
        title=row.title,
        language=row.language,
        heard=row.heard,
        zone=row.zone,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        shows_money=row.shows_money,
        keeps_history=bool(row.keeps_history),
        default_account_id=row.default_account_id,
        question=row.question,
        question_until=row.question_until,
    )
