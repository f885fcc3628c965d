"""The vendor accounts a chat has connected. Holds sealed bytes only; what they mean is not known here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    UniqueConstraint,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from storage.database import Database
from storage.schema import Instant, counted_id, metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A connected account. `kind` is the credential's; `refused_at`: since when the vendor refuses it."""

    account_id: int
    chat_id: int
    name: str
    kind: str
    sealed: bytes = field(repr=False)
    connected_at: datetime
    refused_at: datetime | None
    lock_told_at: datetime | None


class _Columns(TypedColumns):
    account_id = Column(counted_id, primary_key=True)
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False, index=True)
    name: Named[str] = Column(String(64))
    name_key: Named[str] = Column(String(128))
    kind: Named[str] = Column(String(16))
    sealed: Named[bytes | None] = Column(LargeBinary)
    connected_by: Named[int] = Column(BigInteger)
    connected_at = Column(Instant, nullable=False)
    refused_at = Column(Instant, nullable=True)
    lock_told_at = Column(Instant, nullable=True)


_accounts = Table("accounts", metadata, _Columns, UniqueConstraint("chat_id", "name_key"))
_OF_CHAT = select(_accounts).where(_accounts.c.chat_id == bindparam("chat")).order_by(_accounts.c.account_id)


class Accounts:
    """Verbs on accounts. A name belongs to one account of a chat, whatever its case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, chat_id: int) -> tuple[Account, ...]:
        """Return the chat's connected accounts, the one connected first in front."""
        return await self._database.read(
            lambda connection: _records(connection.execute(_OF_CHAT, {"chat": chat_id}).all())
        )

    async def all(self) -> tuple[Account, ...]:
        """Return every connected account of every chat."""
        query = select(_accounts).order_by(_accounts.c.account_id)
        return await self._database.read(lambda connection: _records(connection.execute(query).all()))

    async def names(self, chat_id: int) -> tuple[str, ...]:
        """Return every name that is taken, by disconnected accounts whose history was kept too."""
        query = select(_accounts.c.name).where(_accounts.c.chat_id == chat_id)
        return await self._database.read(lambda connection: tuple(connection.execute(query).scalars()))

    async def connect(
        self,
        chat_id: int,
        name: str,
        kind: str,
        *,
        by: int,
        now: datetime,
        seal: Callable[[int], bytes],
        renewed: bool = False,
    ) -> Account:
        """Connect an account, in the place of one with that name, or of a disconnected one whose history was kept.

        `seal` is given the account's id, which the sealed value is bound to. `renewed`: it is the very credential that
        is connected already, so the account counts as connected since then.
        """

        def verb(connection: Connection) -> Account:
            of_name = (_accounts.c.chat_id == chat_id) & (_accounts.c.name_key == name.casefold())
            values = {"name": name, "kind": kind, "connected_by": by}
            if not renewed:
                values["connected_at"] = now
            account_id = connection.execute(select(_accounts.c.account_id).where(of_name)).scalar_one_or_none()
            if account_id is None:
                added = insert(_accounts).values(chat_id=chat_id, name_key=name.casefold(), **values)
                account_id = connection.execute(added.returning(_accounts.c.account_id)).scalar_one()
            row = connection.execute(
                update(_accounts)
                .where(_accounts.c.account_id == account_id)
                .values(sealed=seal(account_id), refused_at=None, lock_told_at=None, **values)
                .returning(*_accounts.c)
            ).one()
            return _records([row])[0]

        return await self._database.write(verb)

    async def disconnect(self, account: Account, *, keep_history: bool) -> bool:
        """Delete the sealed credential, and the history with it unless kept. Tells whether it was still connected."""
        its_row = (_accounts.c.account_id == account.account_id) & (_accounts.c.chat_id == account.chat_id)
        connected = its_row & _accounts.c.sealed.is_not(None)

        def verb(connection: Connection) -> bool:
            change = (
                update(_accounts).where(connected).values(sealed=None)
                if keep_history
                else delete(_accounts).where(connected)
            )
            return connection.execute(change).rowcount == 1

        return await self._database.write(verb)

    async def mark_refused(self, account: Account, at: datetime | None) -> None:
        """Note since when the vendor refuses the credential; `None`: it is taken again."""
        change = update(_accounts).where(_accounts.c.account_id == account.account_id).values(refused_at=at)
        await self._database.write(lambda connection: connection.execute(change))

    async def mark_lock_told(self, account: Account, at: datetime | None) -> None:
        """Note when the chat heard that this account's key is lost; `None`: the key is back."""
        change = update(_accounts).where(_accounts.c.account_id == account.account_id).values(lock_told_at=at)
        await self._database.write(lambda connection: connection.execute(change))


def _records(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Account, ...]:
    return tuple(
        Account(
            account_id=row.account_id,
            chat_id=row.chat_id,
            name=row.name,
            kind=row.kind,
            sealed=row.sealed,
            connected_at=row.connected_at,
            refused_at=row.refused_at,
            lock_told_at=row.lock_told_at,
        )
        for row in rows
        if row.sealed is not None
    )
