"""The bot's tables as SQLAlchemy's tutorial declares and asks them: the ORM, asynchronous if aiosqlite is there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, create_engine, delete, event, insert, select
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload, sessionmaker

GB = 1024**3
ASYNC = find_spec("aiosqlite") is not None
HOW = "SQLAlchemy async ORM" if ASYNC else "SQLAlchemy ORM in a thread"


class Base(DeclarativeBase):
    """Where the tables are known."""


class Chat(Base):
    """A chat."""

    __tablename__ = "chats"
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    language: Mapped[str | None] = mapped_column(String(16))
    accounts: Mapped[list[Account]] = relationship(order_by="Account.account_id")


class Account(Base):
    """A connected account."""

    __tablename__ = "accounts"
    account_id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.chat_id"), index=True)
    name: Mapped[str] = mapped_column(String(64))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Reading(Base):
    """What an account showed."""

    __tablename__ = "readings"
    reading_id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.account_id"), index=True)
    taken_at: Mapped[datetime]
    total_bytes: Mapped[int] = mapped_column(BigInteger)
    available_bytes: Mapped[int] = mapped_column(BigInteger)


class Update(Base):
    """An update written down."""

    __tablename__ = "updates"
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    received_at: Mapped[datetime]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Kept(Protocol):
    """What a bot asks of its database."""

    async def chat(self, chat_id: int) -> Chat | None:
        """Return a chat with its accounts loaded."""

    async def remember(self, account_id: int, total: int, available: int, at: datetime) -> None:
        """Keep a reading."""

    async def readings(self, account_id: int, since: datetime) -> Sequence[Reading]:
        """Return the readings since."""

    async def write_down(self, updates: Sequence[tuple[int, datetime, bytes]]) -> None:
        """Write a batch of updates down."""

    async def cross_out(self, numbers: Sequence[int]) -> None:
        """Delete updates that were dealt with."""

    async def close(self) -> None:
        """Close the database."""


def opened(path: Path) -> Kept:
    """Open the database, asynchronously where that can be had."""
    return Async(path) if ASYNC else Threaded(path)


class Async:
    """Through the async session of `sqlalchemy.ext.asyncio`."""

    def __init__(self, path: Path) -> None:
        self._engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
        event.listen(self._engine.sync_engine, "connect", _configure)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)

    async def chat(self, chat_id: int) -> Chat | None:
        """See Kept."""
        async with self._sessions() as session:
            query = select(Chat).where(Chat.chat_id == chat_id).options(selectinload(Chat.accounts))
            return await session.scalar(query)

    async def remember(self, account_id: int, total: int, available: int, at: datetime) -> None:
        """See Kept."""
        async with self._sessions() as session, session.begin():
            session.add(Reading(account_id=account_id, total_bytes=total, available_bytes=available, taken_at=at))

    async def readings(self, account_id: int, since: datetime) -> Sequence[Reading]:
        """See Kept."""
        async with self._sessions() as session:
            query = select(Reading).where(Reading.account_id == account_id, Reading.taken_at >= since)
            return (await session.scalars(query.order_by(Reading.taken_at))).all()

    async def write_down(self, updates: Sequence[tuple[int, datetime, bytes]]) -> None:
        """See Kept."""
        async with self._sessions() as session, session.begin():
            session.add_all(_rows(updates))

    async def cross_out(self, numbers: Sequence[int]) -> None:
        """See Kept."""
        async with self._sessions() as session, session.begin():
            await session.execute(delete(Update).where(Update.update_id.in_(numbers)))

    async def close(self) -> None:
        """See Kept."""
        await self._engine.dispose()


class Threaded:
    """Through the plain session, in a thread."""

    def __init__(self, path: Path) -> None:
        self._engine = _engine(path)
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)

    async def chat(self, chat_id: int) -> Chat | None:
        """See Kept."""

        def work() -> Chat | None:
            with self._sessions() as session:
                query = select(Chat).where(Chat.chat_id == chat_id).options(selectinload(Chat.accounts))
                return session.scalar(query)

        return await asyncio.to_thread(work)

    async def remember(self, account_id: int, total: int, available: int, at: datetime) -> None:
        """See Kept."""

        def work() -> None:
            with self._sessions.begin() as session:
                session.add(Reading(account_id=account_id, total_bytes=total, available_bytes=available, taken_at=at))

        await asyncio.to_thread(work)

    async def readings(self, account_id: int, since: datetime) -> Sequence[Reading]:
        """See Kept."""

        def work() -> Sequence[Reading]:
            with self._sessions() as session:
                query = select(Reading).where(Reading.account_id == account_id, Reading.taken_at >= since)
                return session.scalars(query.order_by(Reading.taken_at)).all()

        return await asyncio.to_thread(work)

    async def write_down(self, updates: Sequence[tuple[int, datetime, bytes]]) -> None:
        """See Kept."""

        def work() -> None:
            with self._sessions.begin() as session:
                session.add_all(_rows(updates))

        await asyncio.to_thread(work)

    async def cross_out(self, numbers: Sequence[int]) -> None:
        """See Kept."""

        def work() -> None:
            with self._sessions.begin() as session:
                session.execute(delete(Update).where(Update.update_id.in_(numbers)))

        await asyncio.to_thread(work)

    async def close(self) -> None:
        """See Kept."""
        self._engine.dispose()


def fill(path: Path, sealed: Sequence[bytes]) -> None:
    """Make the tables, with one account for each sealed token, its chat and a reading of two days ago."""
    engine = _engine(path)
    Base.metadata.create_all(engine)
    at = datetime.now(UTC) - timedelta(days=2)
    numbered = list(enumerate(sealed, 1))
    reading = {"taken_at": at, "total_bytes": 176 * GB, "available_bytes": 175 * GB}
    with Session(engine) as session, session.begin():
        session.execute(insert(Chat), [{"chat_id": number} for number, _ in numbered])
        session.execute(
            insert(Account),
            [{"account_id": number, "chat_id": number, "name": "main", "sealed": token} for number, token in numbered],
        )
        session.execute(insert(Reading), [{"account_id": number, **reading} for number, _ in numbered])
    engine.dispose()


def _rows(updates: Sequence[tuple[int, datetime, bytes]]) -> list[Update]:
    return [Update(update_id=number, received_at=at, sealed=sealed) for number, at, sealed in updates]


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _configure)
    return engine


class _Connection(Protocol):
    def execute(self, statement: str) -> object: ...


def _configure(connection: _Connection, _record: object) -> None:
    """As safe as ours, and as fast as that can be."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")
