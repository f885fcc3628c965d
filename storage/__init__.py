"""What survives a restart. Imports nothing of ours; holds no key, only sealed bytes.

`async with storage.opened(url) as kept:` brings the schema up to date and gives the repositories side by side.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from storage.accounts import Account, Accounts
from storage.chats import Chat, Chats
from storage.database import Database, DatabaseUnavailable, checked_url, sqlite_file
from storage.history import History, Reading
from storage.inbox import Inbox, Written
from storage.logins import Login, Logins
from storage.migrations import migrate

__all__ = [
    "Account",
    "Chat",
    "Database",
    "DatabaseUnavailable",
    "Login",
    "Reading",
    "Storage",
    "Written",
    "checked_url",
    "opened",
    "sqlite_file",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """The repositories."""

    chats: Chats
    accounts: Accounts
    logins: Logins
    history: History
    inbox: Inbox


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Storage]:
    """Open the database, bring its schema up to date, and close it at the end. Raises DatabaseUnavailable."""
    database = Database(url)
    try:
        await migrate(database)
        yield Storage(
            chats=Chats(database),
            accounts=Accounts(database),
            logins=Logins(database),
            history=History(database),
            inbox=Inbox(database),
        )
    finally:
        database.close()
