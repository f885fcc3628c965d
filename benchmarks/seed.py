"""Makes the databases that are measured: 10,000 chats with an account each, whose token is sealed with a real key.

Run as a program it makes those of both bots in a directory, so that neither pays for making them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import UTC, datetime, timedelta
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
GB = 1024**3


def sealed(vault: Vault, chats: int = CHATS) -> list[bytes]:
    """Return a token for each chat, sealed for the account of the same number."""
    return [vault.seal(Secret(f"bf_{number:032}"), of_account(number, number)) for number in range(1, chats + 1)]


async def fill(url: str, tokens: list[bytes]) -> None:
    """Make our database, with the same rows as `orm.fill` makes; nobody is looked at by the clock before tomorrow."""
    at = datetime.now(UTC) - timedelta(days=2)
    chats, accounts, readings = (metadata.tables[name] for name in ("chats", "accounts", "readings"))

    def verb(connection: Connection) -> None:
        numbered = list(enumerate(tokens, 1))
        connection.execute(
            insert(chats),
            [{"chat_id": number, "kind": "private", "heard": "en", "met_at": at} for number, _ in numbered],
        )
        account = {
            "name": "main",
            "name_key": "main",
            "kind": "bearer",
            "connected_at": at,
            "look_at": at + timedelta(days=3),
        }
        connection.execute(
            insert(accounts),
            [
                {"account_id": number, "chat_id": number, "connected_by": number, "sealed": token, **account}
                for number, token in numbered
            ],
        )
        reading = {"slot": int(at.timestamp()) // 600, "taken_at": at, "total_bytes": 176 * GB}
        connection.execute(
            insert(readings), [{"account_id": number, "available_bytes": 175 * GB, **reading} for number, _ in numbered]
        )

    async with storage.opened(url):
        pass  # the schema is there now
    database = database_at(url)
    await database.write(verb)
    await database.close()


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
