"""The vendor accounts a chat has connected. Holds sealed bytes only; what they mean is not known here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Named,
    Row,
    String,
    Table,
    TypedColumns,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.life import now_at, used_up
from storage.schema import Instant, counted_id, metadata

Seal = Callable[[int, int], bytes]
"""Given the ids of an account and of its chat, which the sealed value is bound to, returns the sealed value."""


PAGE = 500
"""Accounts that are read in one go: some ten milliseconds."""


class NameTaken(Exception):
    """Another account of the chat has this name, or left its history under it."""


class Gone(Exception):
    """What an account was to be connected for, or from, is there no more."""


class Full(Exception):
    """The chat has as many accounts as it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A connected account. `kind` is the credential's; `refused_at`: since when the vendor refuses it.

    `shared_from`: the account of a private chat that it was shared from, as long as that is connected. `likeness`: the
    same for all that hold the same credential. `counted_from`: since when its readings are surely of one account, if it
    is known to be the one that was connected here before; `counted_before`: the same, while nobody knows yet.
    """

    account_id: int
    chat_id: int
    name: str
    kind: str
    sealed: bytes = field(repr=False)
    connected_by: int
    connected_at: datetime
    refused_at: datetime | None
    lock_told_at: datetime | None
    shared_from: int | None
    likeness: bytes | None = field(default=None, repr=False)
    counted_from: datetime | None = None
    counted_before: datetime | None = None

    @property
    def counted_since(self) -> datetime:
        """Since when all readings are of one account."""
        return self.counted_from or self.connected_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """An account connected, and those shared from it, which got the same credential.

    `replaced`: another credential, which nobody had refused, had its place.
    """

    account: Account
    shares: tuple[Account, ...] = ()
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Disconnected:
    """Whether an account was still connected, and those shared from it, which were disconnected with it."""

    done: bool
    shares: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """An account that a person connected in another chat than their own, and that chat's title."""

    account: Account
    title: str | None


class _Columns(TypedColumns):
    account_id = Column(counted_id, primary_key=True)
    chat_id = Column(BigInteger, ForeignKey("chats.chat_id", ondelete="CASCADE"), nullable=False, index=True)
    name: Named[str] = Column(String(64))
    name_key: Named[str] = Column(String(128))
    kind: Named[str] = Column(String(16))
    sealed: Named[bytes | None] = Column(LargeBinary)
    connected_by = Column(BigInteger, nullable=False, index=True)
    connected_at = Column(Instant, nullable=False)
    refused_at = Column(Instant, nullable=True)
    lock_told_at = Column(Instant, nullable=True)
    shared_from = Column(counted_id, ForeignKey("accounts.account_id", ondelete="SET NULL"), nullable=True, index=True)
    look_at = Column(Instant, nullable=True, index=True)
    likeness: Named[bytes | None] = Column(LargeBinary, index=True)
    counted_from = Column(Instant, nullable=True)
    counted_before = Column(Instant, nullable=True)


_accounts = Table("accounts", metadata, _Columns, UniqueConstraint("chat_id", "name_key"))
_STILL_CONNECTED = select(_accounts.c.account_id).where(
    _accounts.c.account_id == bindparam("account"), _accounts.c.sealed.is_not(None)
)
_OF_CHAT = select(_accounts).where(_accounts.c.chat_id == bindparam("chat")).order_by(_accounts.c.account_id)


_COUNTED = (_accounts.c.counted_before, _accounts.c.counted_from, _accounts.c.connected_at)
_DUE = (
    select(_accounts)
    .where(
        _accounts.c.sealed.is_not(None),
        _accounts.c.look_at.is_(None) | (_accounts.c.look_at <= bindparam("now")),
    )
    .order_by(_accounts.c.look_at.is_not(None), _accounts.c.look_at)
    .limit(bindparam("most", type_=Integer))
)
_TO_CLAIM = _DUE.with_for_update(skip_locked=True)  # what another process is claiming right now is passed over
_PAGE = (
    select(_accounts)
    .where(_accounts.c.account_id > bindparam("after"), _accounts.c.sealed.is_not(None))
    .order_by(_accounts.c.account_id)
    .limit(bindparam("size", type_=Integer))
)


class Accounts:
    """Verbs on accounts. A name belongs to one account of a chat, whatever its case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, chat_id: int) -> tuple[Account, ...]:
        """Return the chat's connected accounts, the one connected first in front."""
        return await self._database.read(
            lambda connection: _records(connection.execute(_OF_CHAT, {"chat": chat_id}).all())
        )

    async def find(self, account_id: int) -> Account | None:
        """Return a connected account."""
        query = select(_accounts).where(_accounts.c.account_id == account_id)
        found = await self._database.read(lambda connection: _records(connection.execute(query).all()))
        return found[0] if found else None

    async def all(self) -> tuple[Account, ...]:
        """Return every connected account of every chat."""
        query = select(_accounts).order_by(_accounts.c.account_id)
        return await self._database.read(lambda connection: _records(connection.execute(query).all()))

    async def each(self) -> AsyncIterator[Account]:
        """Yield every connected account of every chat, read a page at a time; others are served in between."""
        after = 0
        while page := await self._page(after):
            for account in page:
                yield account
            after = page[-1].account_id
            await asyncio.sleep(0)

    async def _page(self, after: int) -> tuple[Account, ...]:
        asked = {"after": after, "size": PAGE}
        return await self._database.read(lambda connection: _records(connection.execute(_PAGE, asked).all()))

    async def names(self, chat_id: int) -> tuple[str, ...]:
        """Return every name that is taken, by disconnected accounts whose history was kept too."""
        query = select(_accounts.c.name).where(_accounts.c.chat_id == chat_id)
        return await self._database.read(lambda connection: tuple(connection.execute(query).scalars()))

    async def used(self, person_id: int) -> tuple[Used, ...]:
        """Return what this person connected in groups."""
        chats = metadata.tables["chats"]
        query = (
            select(_accounts, chats.c.title)
            .join(chats, chats.c.chat_id == _accounts.c.chat_id)
            .where(_accounts.c.connected_by == person_id, chats.c.kind != "private")
            .order_by(_accounts.c.account_id)
        )

        def verb(connection: Connection) -> tuple[Used, ...]:
            rows = connection.execute(query).all()
            titles = {row.account_id: row.title for row in rows}
            return tuple(Used(account=one, title=titles[one.account_id]) for one in _records(rows))

        return await self._database.read(verb)

    async def connect(
        self,
        chat_id: int,
        name: str,
        kind: str,
        *,
        by: int,
        now: datetime,
        seal: Seal,
        replaces: int | None,
        most: int,
        renewed: bool = False,
        shared_from: int | None = None,
        code: str | None = None,
    ) -> Connected:
        """Connect an account, in the place of one with that name, or of a disconnected one whose history was kept.

        `replaces`: the connected account whose place it may take. `renewed`: it is the very credential that is
        connected already, so the account counts as connected since then, and stays whose it was. What was shared from
        the account gets its new credential too. `code`: the one-use code that is used up with it.

        Raises NameTaken, Full where the chat would have more than `most`, and Gone where the chat was left, the account
        that it is shared from disconnected, or the code used meanwhile.
        """

        def verb(connection: Connection) -> Connected:
            here = now_at(connection, chat_id)
            if shared_from is not None and not connection.execute(_STILL_CONNECTED, {"account": shared_from}).first():
                raise Gone
            if code is not None and not used_up(connection, code):
                raise Gone
            of_name = (_accounts.c.chat_id == here) & (_accounts.c.name_key == name.casefold())
            known = connection.execute(select(_accounts).where(of_name)).one_or_none()
            if known is not None and known.sealed is not None and known.account_id != replaces:
                raise NameTaken
            if known is None or known.sealed is None:
                others = _records(connection.execute(_OF_CHAT, {"chat": here}).all())
                if len(others) >= most:
                    raise Full
            values: dict[str, Any] = {"kind": kind, "refused_at": None, "lock_told_at": None, "look_at": None}
            if not renewed:
                values |= {"counted_from": None, "likeness": None, "connected_at": now}
            own: dict[str, Any] = {"name": name}
            if known is None or not renewed or known.connected_by == by:
                own |= {"connected_by": by, "shared_from": shared_from}
            if known is None:
                added = insert(_accounts).values(chat_id=here, name_key=name.casefold(), **values, **own)
                account_id = connection.execute(added.returning(_accounts.c.account_id)).scalar_one()
            else:
                account_id = known.account_id
            if not renewed and known is not None:
                # It may be another account than before; the next look at its records tells.
                values["counted_before"] = func.coalesce(*_COUNTED)
            account = _sealed(connection, account_id, seal(account_id, here), {**values, **own})
            of_shares = select(_accounts).where(_accounts.c.shared_from == account_id, _accounts.c.sealed.is_not(None))
            shares = tuple(
                _sealed(connection, row.account_id, seal(row.account_id, row.chat_id), values)
                for row in connection.execute(of_shares).all()
            )
            replaced = known is not None and known.sealed is not None and known.refused_at is None and not renewed
            return Connected(account=account, shares=shares, replaced=replaced)

        try:
            # What was sealed there before is to be in no file any more.
            return await self._database.erase(verb)
        except IntegrityError as error:
            raise Gone from error

    async def rename(self, account: Account, name: str) -> bool:
        """Give an account another name. Tells whether it was still there. Raises NameTaken."""

        def verb(connection: Connection) -> bool:
            here = now_at(connection, account.chat_id)
            of_name = (_accounts.c.chat_id == here) & (_accounts.c.name_key == name.casefold())
            holder = connection.execute(select(_accounts.c.account_id).where(of_name)).scalar_one_or_none()
            if holder not in (None, account.account_id):
                raise NameTaken
            change = (
                update(_accounts).where(_connected(connection, account)).values(name=name, name_key=name.casefold())
            )
            return connection.execute(change).rowcount == 1

        return await self._database.write(verb)

    async def disconnect(self, account: Account, *, keep_history: bool) -> Disconnected:
        """Delete the sealed credential, and the history with it unless kept; the same where it was shared to."""

        def verb(connection: Connection) -> Disconnected:
            of_shares = select(_accounts).where(_accounts.c.shared_from == account.account_id)
            shares = _records(connection.execute(of_shares).all())
            done = _cut(connection, account, keep_history=keep_history)
            if done:
                for share in shares:
                    _cut(connection, share, keep_history=keep_history)
            return Disconnected(done=done, shares=shares if done else ())

        return await self._database.erase(verb)

    async def mark_refused(self, account: Account, at: datetime | None) -> None:
        """Note since when the vendor refuses the credential; `None`: it is taken again."""
        change = update(_accounts).where(_accounts.c.account_id == account.account_id).values(refused_at=at)
        await self._database.write(lambda connection: connection.execute(change))

    async def due(self, now: datetime, *, until: datetime, most: int) -> tuple[Account, ...]:
        """Claim accounts that are to be looked at, for as long as `until`; those never looked at come first.

        Of those that hold the same credential it is one.
        """

        def verb(connection: Connection) -> tuple[Account, ...]:
            rows = connection.execute(_TO_CLAIM, {"now": now, "most": most}).all()
            claimed: dict[object, Account] = {}
            for account in _records(rows):
                claimed.setdefault(account.likeness or account.account_id, account)
            for account in claimed.values():
                connection.execute(update(_accounts).where(_alike(account)).values(look_at=until))
            return tuple(claimed.values())

        idle = await self._database.read(lambda connection: connection.execute(_DUE, {"now": now, "most": 1}).first())
        return await self._database.claim(verb) if idle is not None else ()

    async def alike(self, account: Account) -> tuple[Account, ...]:
        """Return the connected accounts of all chats that hold the same credential, this one among them."""
        query = select(_accounts).where(_alike(account)).order_by(_accounts.c.account_id)
        return await self._database.read(lambda connection: _records(connection.execute(query).all()))

    async def looked_at(self, account: Account, *, likeness: bytes | None, again_at: datetime) -> None:
        """Note what an account is like, and when it is to be looked at again."""
        change = update(_accounts).where(_unchanged(account)).values(likeness=likeness, look_at=again_at)
        await self._database.note(lambda connection: connection.execute(change))

    async def count_from(self, account: Account, since: datetime | None) -> None:
        """Note that an account is the one whose readings were taken since then; `None`: it is another one."""
        change = update(_accounts).where(_unchanged(account)).values(counted_from=since, counted_before=None)
        await self._database.note(lambda connection: connection.execute(change))

    async def mark_lock_told(self, account: Account, at: datetime | None) -> bool:
        """Note when the chat heard that this account's key is lost; `None`: the key is back.

        Tells whether that was news: of several that note it at once, to one.
        """
        of_account = _accounts.c.account_id == account.account_id
        news = _accounts.c.lock_told_at.is_not(None) if at is None else _accounts.c.lock_told_at.is_(None)
        change = update(_accounts).where(of_account, news).values(lock_told_at=at)
        return await self._database.write(lambda connection: connection.execute(change).rowcount == 1)


def _alike(account: Account) -> ColumnElement[bool]:
    same = _accounts.c.account_id == account.account_id
    if account.likeness is not None:
        same |= _accounts.c.likeness == account.likeness
    return same & _accounts.c.sealed.is_not(None)


def _unchanged(account: Account) -> ColumnElement[bool]:
    """The account where it still holds the credential that was looked at."""
    return (_accounts.c.account_id == account.account_id) & (_accounts.c.sealed == account.sealed)


def _connected(connection: Connection, account: Account) -> ColumnElement[bool]:
    """The account's row where it is connected, in its chat and no other; that may have moved meanwhile."""
    of_chat = _accounts.c.chat_id == now_at(connection, account.chat_id)
    its_row = (_accounts.c.account_id == account.account_id) & of_chat
    return its_row & _accounts.c.sealed.is_not(None)


def _cut(connection: Connection, account: Account, *, keep_history: bool) -> bool:
    """Take an account's credential out; tells whether there was one."""
    without = {"sealed": None, "shared_from": None}
    of_account = _connected(connection, account)
    change = (
        update(_accounts).where(of_account).values(without) if keep_history else delete(_accounts).where(of_account)
    )
    return connection.execute(change).rowcount == 1


def _sealed(connection: Connection, account_id: int, sealed: bytes, values: dict[str, Any]) -> Account:
    row = connection.execute(
        update(_accounts)
        .where(_accounts.c.account_id == account_id)
        .values(sealed=sealed, **values)
        .returning(*_accounts.c)
    ).one()
    return _records([row])[0]


def _records(rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Account, ...]:
    return tuple(
        Account(
            account_id=row.account_id,
            chat_id=row.chat_id,
            name=row.name,
            kind=row.kind,
            sealed=row.sealed,
            connected_by=row.connected_by,
            connected_at=row.connected_at,
            refused_at=row.refused_at,
            lock_told_at=row.lock_told_at,
            shared_from=row.shared_from,
            likeness=row.likeness,
            counted_from=row.counted_from,
            counted_before=row.counted_before,
        )
        for row in rows
        if row.sealed is not None
    )
