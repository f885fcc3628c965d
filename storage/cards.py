"""Live cards: which message of a chat is one, what it shows, which are to be looked at and by whom.

A card is woken where what it shows may have changed, and looked at once it may be edited again. It is claimed for so
long; a claim that its holder does not renew is anybody's again. What it shows is known here by a digest only.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    bindparam,
    column,
    delete,
    insert,
    select,
    table,
    update,
)

from storage.database import Database
from storage.life import now_at
from storage.schema import Instant, metadata

APART = timedelta(minutes=5)
"""A card is edited by the clock at most this often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A chat's, or one of its topic's, live card. `topic_id`: 0 for none; `shown`: a digest of what it shows.

    `message_id`: `None` where the message is lost because the chat moved on, and that is still to be said.
    """

    chat_id: int
    topic_id: int
    message_id: int | None
    shown: str
    edited_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCard:
    """A card claimed: whoever has it looks at it. `attempts`: how often it was claimed, this time counted."""

    card: Card
    attempts: int
    token: str


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    topic_id = Column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Named[int | None] = Column(BigInteger)
    shown: Named[str] = Column(String(32))
    edited_at = Column(Instant, nullable=False)
    # The one column that says when a row is looked at: when it was woken for, put off until, or its claim runs out.
    wake_at = Column(Instant, nullable=True, index=True)
    woken: Named[bool] = Column(Boolean)  # since it was claimed: what the holder saw may be old by now
    token: Named[str | None] = Column(String(32))
    attempts: Named[int] = Column(Integer)


_cards = Table("cards", metadata, _Columns)
_chats = table("chats", column("chat_id", BigInteger))  # of a neighbour, no more than that it is known
_OF_CHAT = select(_cards).where(_cards.c.chat_id == bindparam("chat"))
_ONE = _OF_CHAT.where(_cards.c.topic_id == bindparam("topic"))
_MESSAGE = _OF_CHAT.where(_cards.c.message_id == bindparam("message"))
_HELD = _OF_CHAT.where(_cards.c.token == bindparam("held"))
_DUE = (
    select(_cards)
    .where(_cards.c.wake_at <= bindparam("now"))
    .order_by(_cards.c.wake_at)
    .limit(bindparam("most", type_=Integer))
)
_TO_CLAIM = _DUE.with_for_update(skip_locked=True)  # what another process is claiming right now is passed over
_ASLEEP: dict[str, Any] = {"wake_at": None, "woken": False, "token": None, "attempts": 0}


class Cards:
    """Verbs on live cards: one for each chat, or topic of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def place(self, chat_id: int, topic_id: int, message_id: int, *, shown: str, now: datetime) -> int | None:
        """Let a message be the card; a claim on the one before is void. Returns the message that was the card, if any.

        Where the chat is not known, for it was left meanwhile, nothing is kept.
        """

        def verb(connection: Connection) -> int | None:
            here = now_at(connection, chat_id)
            if not connection.execute(select(_chats.c.chat_id).where(_chats.c.chat_id == here)).first():
                return None
            former = connection.execute(_ONE, {"chat": here, "topic": topic_id}).one_or_none()
            connection.execute(delete(_cards).where(_at(here, topic_id)))
            fresh = {"message_id": message_id, "shown": shown, "edited_at": now, **_ASLEEP}
            connection.execute(insert(_cards).values(chat_id=here, topic_id=topic_id, **fresh))
            before: int | None = None if former is None else former.message_id
            return None if before == message_id else before

        return await self._database.write(verb)

    async def find(self, chat_id: int, topic_id: int) -> Card | None:
        """Return the card of a chat, or of a topic of it."""
        return await self._one(_ONE, chat_id, topic=topic_id)

    async def at(self, chat_id: int, message_id: int) -> Card | None:
        """Return the card that a message is."""
        return await self._one(_MESSAGE, chat_id, message=message_id)

    async def _one(self, query: Any, chat_id: int, **which: int) -> Card | None:  # one of the above
        def verb(connection: Connection) -> Card | None:
            row = connection.execute(query, {"chat": now_at(connection, chat_id), **which}).one_or_none()
            return None if row is None else _record(row)

        return await self._database.read(verb)

    async def shows(self, card: Card, shown: str, now: datetime) -> None:
        """Note what somebody had the card show; whoever has claimed it looks again afterwards."""

        def verb(connection: Connection) -> None:
            of_message = _at(now_at(connection, card.chat_id), card.topic_id) & (_cards.c.message_id == card.message_id)
            change = update(_cards).where(of_message).values(shown=shown, edited_at=now, woken=True)
            connection.execute(change)

        await self._database.note(verb)

    async def take(self, card: Card) -> None:
        """Let a message be the card no more; one that took its place meanwhile stays."""

        def verb(connection: Connection) -> None:
            of_message = _at(now_at(connection, card.chat_id), card.topic_id) & (_cards.c.message_id == card.message_id)
            connection.execute(delete(_cards).where(of_message))

        await self._database.write(verb)

    async def wake(self, chat_ids: Iterable[int], now: datetime) -> None:
        """Have the cards of chats looked at as soon as they may be edited again.

        One that somebody looks at right now is looked at once more after that.
        """
        chats = tuple(chat_ids)

        def verb(connection: Connection) -> None:
            for chat_id in chats:
                _wake(connection, chat_id, now)

        # Most chats have none, so a look comes first. A wake lost in a power cut is made good by the next reading.
        if await self._database.read(lambda connection: any(_of(connection, one) for one in chats)):
            await self._database.note(verb)

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> tuple[DueCard, ...]:
        """Claim at most so many of those that are to be looked at, for so long."""

        def verb(connection: Connection) -> tuple[DueCard, ...]:
            due: list[DueCard] = []
            for row in connection.execute(_TO_CLAIM, {"now": now, "most": limit}).all():
                token, attempts = secrets.token_hex(16), row.attempts + 1
                held = {"wake_at": now + lease, "token": token, "attempts": attempts, "woken": False}
                _write(connection, _record(row), held)
                due.append(DueCard(card=_record(row), attempts=attempts, token=token))
            return tuple(due)

        # A look costs next to nothing, so it may be taken every second. A claim lost in a power cut was of no use.
        awake = await self._database.read(lambda connection: connection.execute(_DUE, {"now": now, "most": 1}).first())
        return () if awake is None or limit < 1 else await self._database.claim(verb)

    async def hold(self, due: DueCard, until: datetime) -> bool:
        """Hold a claim until an instant. Tells whether it is still held, and not somebody else's or void."""
        return await self._database.note(lambda connection: _change(connection, due, {"wake_at": until}))

    async def postpone(self, due: DueCard, until: datetime) -> bool:
        """Put off until an instant what could not be done. Tells whether the claim was still held."""
        change = {"wake_at": until, "token": None}
        return await self._database.note(lambda connection: _change(connection, due, change))

    async def release(self, due: DueCard) -> bool:
        """Give up a claim as if it had never been made. Tells whether it was still held."""
        change = {"wake_at": due.card.edited_at, "token": None, "attempts": due.attempts - 1}
        return await self._database.note(lambda connection: _change(connection, due, change))

    async def settle(self, due: DueCard, *, shown: str | None, now: datetime) -> bool:
        """Write down what the card was edited to show, or that it shows all there is (`None`).

        It sleeps until it is woken, or was meanwhile. Tells whether the claim was still held.
        """

        def verb(connection: Connection) -> bool:
            row = _held(connection, due)
            if row is None:
                return False
            known = _record(row)
            edited = known if shown is None else replace(known, shown=shown, edited_at=now)
            again = {"wake_at": _editable_at(edited, now)} if row.woken else {}
            _write(connection, known, _ASLEEP | {"shown": edited.shown, "edited_at": edited.edited_at} | again)
            return True

        return await self._database.note(verb)

    async def end(self, due: DueCard) -> bool:
        """Forget a card that can be edited no more. Tells whether the claim was still held."""

        def verb(connection: Connection) -> bool:
            row = _held(connection, due)
            if row is not None:
                connection.execute(delete(_cards).where(_at(row.chat_id, row.topic_id)))
            return row is not None

        return await self._database.write(verb)

    async def recall(self, beyond: datetime, now: datetime) -> None:
        """Look now at what nobody would look at before an instant: a clock that was wrong put it off."""
        change = update(_cards).where(_cards.c.wake_at > beyond).values(wake_at=now, token=None)
        await self._database.note(lambda connection: connection.execute(change))


def _at(chat_id: int, topic_id: int) -> ColumnElement[bool]:
    return (_cards.c.chat_id == chat_id) & (_cards.c.topic_id == topic_id)


def _of(connection: Connection, chat_id: int) -> tuple[Row[*tuple[Any, ...]], ...]:
    return tuple(connection.execute(_OF_CHAT, {"chat": now_at(connection, chat_id)}).all())


def _wake(connection: Connection, chat_id: int, now: datetime) -> None:
    for row in _of(connection, chat_id):
        card, at = _record(row), _editable_at(_record(row), now)
        if row.token is not None:
            _write(connection, card, {"woken": True})
        elif row.wake_at is None or row.wake_at > at:
            _write(connection, card, {"wake_at": at})


def _editable_at(card: Card, now: datetime) -> datetime:
    """When it may be edited again; a clock that was ahead does not keep it waiting for longer than that takes."""
    return min(max(now, card.edited_at + APART), now + APART)


def _held(connection: Connection, due: DueCard) -> Row[*tuple[Any, ...]] | None:
    """The row of a claim, wherever its chat is now."""
    here = {"chat": now_at(connection, due.card.chat_id), "held": due.token}
    return connection.execute(_HELD, here).one_or_none()


def _change(connection: Connection, due: DueCard, values: Mapping[str, Any]) -> bool:
    row = _held(connection, due)
    if row is not None:
        _write(connection, _record(row), values)
    return row is not None


def _write(connection: Connection, card: Card, values: Mapping[str, Any]) -> None:
    connection.execute(update(_cards).where(_at(card.chat_id, card.topic_id)).values(values))


def _record(row: Row[*tuple[Any, ...]]) -> Card:
    return Card(
        chat_id=row.chat_id,
        topic_id=row.topic_id,
        message_id=row.message_id,
        shown=row.shown,
        edited_at=row.edited_at,
    )
