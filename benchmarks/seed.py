"""Makes the databases that are measured: 10,000 chats with an account each, whose token is sealed with a real key.

Run as a program it makes those of both bots in a directory, so that neither pays for making them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

import storage
from benchmarks import orm
from bot import keys
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Vault
from storage.engines import database_at
from storage.schema import metadata

CHATS = 10_000
AT_ONCE = 20_000
"""Rows in one transaction."""
GB = 1024**3


def sealed(vault: Vault, chats: int = CHATS) -> list[bytes]:
    """Return a token for each chat, sealed for the account of the same number."""
    return [vault.seal(Secret(f"bf_{number:032}"), of_account(number, number)) for number in range(1, chats + 1)]


async def fill(url: str, tokens: Sequence[bytes]) -> None:
    """Make our database, with the same rows as `orm.fill` makes; nobody is looked at by the clock before tomorrow."""
    at = datetime.now(UTC) - timedelta(days=2)
    async with storage.opened(url):
        pass  # the schema is there now
    database = database_at(url)
    for begin in range(0, len(tokens), AT_ONCE):
        await database.write(partial(_add, first=begin + 1, tokens=tokens[begin : begin + AT_ONCE], at=at))
    await database.close()


def _add(connection: Connection, *, first: int, tokens: Sequence[bytes], at: datetime) -> None:
    chats, accounts, readings = (metadata.tables[name] for name in ("chats", "accounts", "readings"))
    chat = {"kind": "private", "heard": "en", "met_at": at}
    look = {"connected_at": at, "look_at": at + timedelta(days=3)}
    account = {"name": "main", "name_key": "main", "kind": "bearer", **look}
    reading = {"slot": int(at.timestamp()) // 600, "taken_at": at, "total_bytes": 176 * GB, "available_bytes": 175 * GB}
    numbered = list(enumerate(tokens, first))
    connection.execute(insert(chats), [{"chat_id": number, **chat} for number, _ in numbered])
    connection.execute(
        insert(accounts),
        [
            {"account_id": number, "chat_id": number, "connected_by": number, "sealed": token, **account}
            for number, token in numbered
        ],
    )
    connection.execute(insert(readings), [{"account_id": number, **reading} for number, _ in numbered])


async def summon(url: str, chats: int, at: datetime) -> None:
    """Let a daily summary of each chat be due since an instant."""
    daily = metadata.tables["daily"]
    planned = {"next_date": at.date(), "next_at": at, "wake_at": at, "minutes": at.hour * 60 + at.minute}

    def verb(connection: Connection) -> None:
        rows = [
            {"chat_id": number, "topic_id": 0, "with_picture": False, "attempts": 0, **planned}
            for number in range(1, chats + 1)
        ]
        connection.execute(insert(daily), rows)

    database = database_at(url)
    await database.write(verb)
    await database.close()


def main(directory: Path) -> None:
    """Make `encryption.key`, `bot.db` and `orm.db`."""
    tokens = sealed(Vault(keys.keyring(None, directory)))
    asyncio.run(fill(f"sqlite:///{directory / 'bot.db'}", tokens))
    orm.fill(directory / "orm.db", tokens)
    print(json.dumps({}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
