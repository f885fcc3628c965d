"""The database: a chat looked up with its accounts, and updates written down and crossed out, each in several ways."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sqlalchemy import Connection

from benchmarks import orm, seed
from benchmarks.measure import Effort, Report, Table, awaited, called, compared, race
from bot.vault import Key, Vault
from storage import Database, Written
from storage.accounts import Accounts
from storage.chats import Chats
from storage.engines.sqlite import SQLite
from storage.inbox import Inbox

T = TypeVar("T")

LOOKUPS = 500
WRITES = 100
BATCHES = (1, 10, 100)
SEALED = bytes(600)
"""As long as a sealed command."""


class Threaded(SQLite):
    """The same verbs in a thread of their own."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._thread = ThreadPoolExecutor(1)

    async def _run(self, verb: Callable[[Connection], T], begin: tuple[str, ...]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._once, verb, begin)

    async def close(self) -> None:
        """Close the file and end the thread."""
        await super().close()
        self._thread.shutdown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Databases:
    """One file for each way, all filled alike."""

    ours: Database
    threaded: Database
    orm: orm.Kept
    raw: sqlite3.Connection


async def run(effort: Effort) -> Report:
    """Measure lookups, then writes in batches."""
    with TemporaryDirectory(prefix="benchmark-") as directory:
        async with _opened(Path(directory)) as databases:
            lookups = await _lookups(databases, effort)
            writes = [await _writes(databases, batch, effort) for batch in BATCHES]
    ours, threaded, by_orm, _raw = lookups.lines
    saved = writes[0].lines[0].cpu / writes[-1].lines[0].cpu
    return Report(
        tables=(lookups, *writes),
        conclusion=(
            f"a lookup of ours takes {compared(ours, by_orm)} and {compared(ours, threaded)}; "
            f"an update among 100 costs {saved:.0f} times less than one written down alone"
        ),
    )


@asynccontextmanager
async def _opened(directory: Path) -> AsyncIterator[Databases]:
    tokens = seed.sealed(Vault((Key(bytes(32)),)))
    urls = {name: f"sqlite:///{directory / name}.db" for name in ("ours", "threaded", "raw")}
    await seed.fill(urls["ours"], tokens)
    for name in ("threaded", "raw"):
        shutil.copy(directory / "ours.db", directory / f"{name}.db")
    orm.fill(directory / "orm.db", tokens)
    ours, threaded, kept = SQLite(urls["ours"]), Threaded(urls["threaded"]), orm.opened(directory / "orm.db")
    with closing(sqlite3.connect(directory / "raw.db", isolation_level=None)) as raw:
        raw.row_factory = sqlite3.Row
        for pragma in ("secure_delete=ON", "synchronous=FULL", "foreign_keys=ON"):
            raw.execute(f"PRAGMA {pragma}")
        try:
            yield Databases(ours=ours, threaded=threaded, orm=kept, raw=raw)
        finally:
            await ours.close()
            await threaded.close()
            await kept.close()


async def _lookups(databases: Databases, effort: Effort) -> Table:
    times, now = effort.times(LOOKUPS), datetime.now(UTC)
    # Far apart, so that no page that was just read is read again.
    chats = cycle(1 + number * 7919 % seed.CHATS for number in range(seed.CHATS))

    async def ours(chats_: Chats, accounts: Accounts) -> object:
        chat_id = next(chats)
        return await chats_.meet(chat_id, "private", "en", now), await accounts.of(chat_id)

    def raw() -> object:
        chat_id = next(chats)
        chat = databases.raw.execute("SELECT * FROM chats WHERE chat_id = ?", (chat_id,)).fetchone()
        query = "SELECT * FROM accounts WHERE chat_id = ? ORDER BY account_id"
        return chat, databases.raw.execute(query, (chat_id,)).fetchall()

    return await race(
        f"a chat looked up with its accounts, of {seed.CHATS:,}",
        [
            ("ours: Core on the loop", awaited(partial(ours, *_repositories(databases.ours)), times)),
            ("the same in a thread", awaited(partial(ours, *_repositories(databases.threaded)), times)),
            (orm.HOW, awaited(lambda: databases.orm.chat(next(chats)), times)),
            ("raw sqlite3", called(raw, times)),
        ],
        effort,
    )


def _repositories(database: Database) -> tuple[Chats, Accounts]:
    return Chats(database), Accounts(database)


async def _writes(databases: Databases, batch: int, effort: Effort) -> Table:
    numbers = count(batch * 10_000_000)
    times = max(1, effort.times(WRITES) // batch)

    def next_batch() -> list[tuple[int, datetime, bytes]]:
        now = datetime.now(UTC)
        return [(next(numbers), now, SEALED) for _ in range(batch)]

    async def ours(inbox: Inbox) -> None:
        updates = next_batch()
        batch = [Written(update_id=one, received_at=at, sealed=sealed) for one, at, sealed in updates]
        await inbox.write_down(batch, "me", batch[0].received_at)
        await inbox.cross_out([one for one, _, _ in updates])

    async def by_orm() -> None:
        updates = next_batch()
        await databases.orm.write_down(updates)
        await databases.orm.cross_out([one for one, _, _ in updates])

    def raw() -> None:
        updates = next_batch()
        databases.raw.execute("BEGIN IMMEDIATE")
        databases.raw.executemany(
            "INSERT OR IGNORE INTO inbox (update_id, received_at, attempts, sealed) VALUES (?, ?, 0, ?)",
            [(one, at.isoformat(" "), sealed) for one, at, sealed in updates],
        )
        databases.raw.execute("COMMIT")
        databases.raw.execute("BEGIN IMMEDIATE")
        databases.raw.executemany(
            "UPDATE inbox SET sealed = NULL WHERE update_id = ?", [(one,) for one, _, _ in updates]
        )
        databases.raw.execute("COMMIT")

    return await race(
        f"an update written down and crossed out, in batches of {batch}",
        [
            ("ours: Core on the loop", awaited(partial(ours, Inbox(databases.ours)), times, each=batch)),
            ("the same in a thread", awaited(partial(ours, Inbox(databases.threaded)), times, each=batch)),
            (orm.HOW, awaited(by_orm, times, each=batch)),
            ("raw sqlite3", called(raw, times, each=batch)),
        ],
        effort,
    )
