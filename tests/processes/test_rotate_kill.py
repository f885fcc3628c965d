"""`keys rotate` killed in the middle: what is sealed anew stays so, and the next one does the rest."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

import storage
from bot import keyfile, keys
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, Vault
from storage.engines import database_at
from storage.schema import metadata
from tests.world import PATIENCE, World

OLD, NEW = Key(bytes(range(32))), Key(bytes(range(1, 33)))
NOW = datetime(2026, 3, 10, tzinfo=UTC)
ROWS = 3000


async def fill(url: str) -> None:
    """Fill a database with accounts sealed with the old key."""
    async with storage.opened(url) as kept:
        await kept.chats.meet(1, "private", None, NOW)
    vault = Vault((OLD,))
    rows = [
        {
            "account_id": number,
            "chat_id": 1,
            "name": f"{number}",
            "name_key": f"{number}",
            "kind": "bearer",
            "sealed": vault.seal(Secret(f"tok_{number}"), of_account(number, 1)),
            "connected_by": 1,
            "connected_at": NOW,
        }
        for number in range(1, ROWS + 1)
    ]
    database = database_at(url)
    await database.write(lambda connection: connection.execute(insert(metadata.tables["accounts"]), rows))
    await database.close()


def sealed_anew(path: Path) -> int:
    """How many accounts name the new key."""
    database = sqlite3.connect(path, timeout=PATIENCE)
    try:
        query = "SELECT count(*) FROM accounts WHERE substr(sealed, 2, 8) = ?"
        return int(database.execute(query, (NEW.id,)).fetchone()[0])
    finally:
        database.close()


async def rotate(world: World) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "keys", "rotate",
        env=world.environment(), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip


async def test_a_rotation_that_is_killed_is_finished_by_the_next(world: World) -> None:
    # Given 3,000 accounts, and a rotation that is killed as soon as it is seen to be at work
    world.directory.mkdir()
    path = world.directory / "bot.db"
    keyfile.replace(world.directory / keys.FILE, (NEW, OLD))
    await fill(world.settings().database_url)
    first = await rotate(world)
    async with asyncio.timeout(PATIENCE * 2):
        while not (before := sealed_anew(path)):
            await asyncio.sleep(0.005)
    first.kill()
    await first.wait()
    between = sealed_anew(path)

    # When another one runs
    second = await rotate(world)
    said, _ = await asyncio.wait_for(second.communicate(), PATIENCE * 2)

    # Then it did the rest, and every token is what it was.
    assert 0 < before <= between < ROWS
    assert second.returncode == 0, said.decode()
    assert f"✓ {ROWS - between:,} values sealed anew" in said.decode()
    async with storage.opened(world.settings().database_url) as kept:
        accounts = await kept.accounts.all()
    vault = Vault((NEW,))
    opened = [vault.open(one.sealed, of_account(one.account_id, 1)).reveal() for one in accounts]
    assert opened == [f"tok_{number}" for number in range(1, ROWS + 1)]
