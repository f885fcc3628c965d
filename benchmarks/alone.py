"""Our bot by itself beside the stand-in, with so many chats in its database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from benchmarks import seed
from benchmarks.processes import Child, child
from bot import keys
from bot.vault import Vault

TOKEN = "1:alone"  # of no bot
PATIENCE = 600.0
QUIET_SECONDS = 1.5
IDLE = 0.05
"""Seconds of CPU in a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """The bot that runs, and the stand-in's page for what is to be done to it."""

    process: Child
    http: aiohttp.ClientSession

    async def tell(self, path: str, **asked: object) -> dict[str, Any]:
        """Have the stand-in do something to the bot, and return what came of it."""
        async with self.http.post(path, json={"token": TOKEN, **asked}, raise_for_status=True) as response:
            told: dict[str, Any] = await response.json()
            return told


@asynccontextmanager
async def alone(chats: int) -> AsyncIterator[Alone]:
    """Run the bot over a database of so many chats, once a start's work is done."""
    with TemporaryDirectory(prefix="benchmark-") as directory:
        vault = Vault(keys.keyring(None, Path(directory)))
        tokens = await asyncio.to_thread(seed.sealed, vault, chats)
        await seed.fill(f"sqlite:///{Path(directory) / 'bot.db'}", tokens)
        del tokens
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        async with child("benchmarks.standin", str(chats)) as standin:
            url = str(standin.said["url"])
            async with (
                aiohttp.ClientSession(url, timeout=timeout) as http,
                child("benchmarks.bots.ours", url, directory, TOKEN) as process,
            ):
                bot = Alone(process=process, http=http)
                await bot.tell("/settle", quiet_seconds=QUIET_SECONDS)
                await _idle(process)
                yield bot


async def _idle(process: Child) -> None:
    """Wait until a start's work is done: it looks through all accounts once."""
    before, _ = await process.used()
    while True:
        await asyncio.sleep(1.0)
        after, _ = await process.used()
        if after - before < IDLE:
            return
        before = after
