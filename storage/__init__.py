"""What survives a restart. Imports nothing of ours; holds no key, only sealed bytes.

`async with storage.opened(url) as kept:` brings the schema up to date and gives the repositories side by side.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.accounts import Account, Accounts, Connected, Disconnected, Full, Gone, NameTaken, Used
from storage.alerts import Alert, Alerts, Raise
from storage.backupfile import Backup, BackupUnusable, backup_at
from storage.backups import Backups, NotEmpty
from storage.cards import Card, Cards, DueCard
from storage.chats import Chat, Chats, Chosen
from storage.codes import Code, Codes
from storage.daily import Claimed, Dailies, Daily, Due, Occurrence
from storage.database import Database, DatabaseUnavailable, checked_url, password_of, sqlite_file
from storage.engines import database_at
from storage.engines.observed import Observe, unobserved
from storage.history import History, Reading
from storage.inbox import Dismissed, Inbox, Lined, Written
from storage.keyrings import Held, Keyrings
from storage.ledgers import Kept, KeptLedger, Ledgers
from storage.life import Life
from storage.logins import Login, Logins
from storage.migrations import behind, check_schema, migrate
from storage.replicas import Replica, Replicas
from storage.rules import AlertChoice, AlertRules
from storage.seals import Renewed, Sealed, Seals
from storage.watches import Watch, Watches

__all__ = [
    "Account",
    "Alert",
    "AlertChoice",
    "Alerts",
    "Backup",
    "BackupUnusable",
    "Backups",
    "Card",
    "Cards",
    "Chat",
    "Chosen",
    "Claimed",
    "Code",
    "Connected",
    "Dailies",
    "Daily",
    "Database",
    "DatabaseUnavailable",
    "Disconnected",
    "Dismissed",
    "Due",
    "DueCard",
    "Full",
    "Gone",
    "Held",
    "Kept",
    "KeptLedger",
    "Keyrings",
    "Lined",
    "Login",
    "NameTaken",
    "NotEmpty",
    "Occurrence",
    "Raise",
    "Reading",
    "Renewed",
    "Replica",
    "Replicas",
    "Sealed",
    "Seals",
    "Seen",
    "Storage",
    "Used",
    "Watch",
    "Watches",
    "Written",
    "backup_at",
    "checked_url",
    "looked_at",
    "opened",
    "password_of",
    "sqlite_file",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """The repositories."""

    chats: Chats
    accounts: Accounts
    logins: Logins
    codes: Codes
    history: History
    ledgers: Ledgers
    inbox: Inbox
    replicas: Replicas
    daily: Dailies
    rules: AlertRules
    watches: Watches
    alerts: Alerts
    cards: Cards
    life: Life
    seals: Seals
    keyrings: Keyrings
    backups: Backups


@asynccontextmanager
async def opened(url: str, *, migrating: bool = True, observe: Observe = unobserved) -> AsyncIterator[Storage]:
    """Open the database, bring its schema up to date, and close it at the end. Raises DatabaseUnavailable.

    `migrating`: where it is not to be, for a bot may be running on it, a schema of another version is refused.
    """
    database = database_at(url, observe=observe)
    try:
        await (migrate(database) if migrating else check_schema(database))
        yield Storage(
            chats=Chats(database),
            accounts=Accounts(database),
            logins=Logins(database),
            codes=Codes(database),
            history=History(database),
            ledgers=Ledgers(database),
            inbox=Inbox(database),
            replicas=Replicas(database),
            daily=Dailies(database),
            rules=AlertRules(database),
            watches=Watches(database),
            alerts=Alerts(database),
            cards=Cards(database),
            life=Life(database),
            seals=Seals(database),
            keyrings=Keyrings(database),
            backups=Backups(database),
        )
    finally:
        await database.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a look at a database found: its sealed credentials, and whether the next start changes its schema."""

    behind: bool
    sealed: tuple[bytes, ...] = field(repr=False)


async def looked_at(url: str) -> Seen | None:
    """Look at a database, a running bot's too, and change nothing; `None` where none is made yet.

    Raises DatabaseUnavailable.
    """
    path = sqlite_file(url)
    if path is None:
        database = database_at(url)
        try:
            return await database.read(_seen)
        finally:
            await database.close()
    return _looked_at_file(path) if path.exists() else None


def _looked_at_file(path: Path) -> Seen:
    """Look at a SQLite file without changing what lies beside it."""
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise DatabaseUnavailable(f"{path}: the bot must be allowed to write to it and to its directory")
    # Without a journal nobody has the file open, and only if that is promised SQLite makes no journal to read it.
    journal = path.with_name(f"{path.name}-wal").exists()
    if journal and not path.with_name(f"{path.name}-shm").exists():
        raise DatabaseUnavailable(f"{path}: its journal came without its index; the next start makes it readable")
    address = f"{path.absolute().as_uri()}?mode=ro&{'readonly_shm=1' if journal else 'immutable=1'}"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            return _seen(connection)
    except DBAPIError as error:
        raise DatabaseUnavailable(f"{path}: {error.orig}") from error


def _seen(connection: Connection) -> Seen:
    missing = behind(connection)
    known = inspect(connection).has_table("accounts")
    query = text("SELECT sealed FROM accounts WHERE sealed IS NOT NULL")
    return Seen(behind=missing, sealed=tuple(connection.execute(query).scalars()) if known else ())
