"""What a chat wants to be told of by itself, and in which of its topics. What nobody chose is not in a row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Integer,
    Named,
    Row,
    Table,
    TypedColumns,
    column,
    insert,
    select,
    table,
    update,
)

from storage.database import Database
from storage.life import now_at
from storage.schema import Exact, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertChoice:
    """What was chosen; `None` in a threshold: not told of. `topic_id`: 0 for none."""

    enabled: bool
    topic_id: int
    low_percent: int | None
    low_bytes: int | None
    days: int | None
    expiry_days: int | None
    spike_times: int | None
    balance: Decimal | None
    trouble: bool


class _Columns(TypedColumns):
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    topic_id: Named[int] = Column(BigInteger)
    enabled: Named[bool] = Column(Boolean)
    low_percent: Named[int | None] = Column(Integer)
    low_bytes: Named[int | None] = Column(BigInteger)
    days: Named[int | None] = Column(Integer)
    expiry_days: Named[int | None] = Column(Integer)
    spike_times: Named[int | None] = Column(Integer)
    balance = Column(Exact, nullable=True)
    trouble: Named[bool] = Column(Boolean)


_rules = Table("rules", metadata, _Columns)
_chats = table("chats", column("chat_id", BigInteger))  # of a neighbour, no more than this


class AlertRules:
    """Verbs on what chats want to be told of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, chat_id: int) -> AlertChoice | None:
        """Return what was chosen in a chat, if anything was."""

        def verb(connection: Connection) -> AlertChoice | None:
            here = now_at(connection, chat_id)
            row = connection.execute(select(_rules).where(_rules.c.chat_id == here)).one_or_none()
            return None if row is None else _chosen(row)

        return await self._database.read(verb)

    async def choose(self, chat_id: int, chosen: AlertChoice) -> bool:
        """Keep what was chosen, all of it. Tells whether the chat is known."""

        def verb(connection: Connection) -> bool:
            here = now_at(connection, chat_id)
            if not connection.execute(select(_chats.c.chat_id).where(_chats.c.chat_id == here)).first():
                return False
            values = {name: getattr(chosen, name) for name in AlertChoice.__dataclass_fields__}
            if not connection.execute(update(_rules).where(_rules.c.chat_id == here).values(values)).rowcount:
                connection.execute(insert(_rules).values(chat_id=here, **values))
            return True

        return await self._database.write(verb)


def _chosen(row: Row[*tuple[Any, ...]]) -> AlertChoice:
    return AlertChoice(
        enabled=row.enabled,
        topic_id=row.topic_id,
        low_percent=row.low_percent,
        low_bytes=row.low_bytes,
        days=row.days,
        expiry_days=row.expiry_days,
        spike_times=row.spike_times,
        balance=row.balance,
        trouble=row.trouble,
    )
