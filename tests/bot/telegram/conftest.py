"""The room's parts for every test that wants them, made by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from telegram import Bot

import storage
from bot.bytesflows import client
from bot.telegram.transport import Transport
from bot.vault import Key, Vault
from sandbox.telegram import Telegram
from tests.bot.telegram.house import House
from tests.world import Clock


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """A stand-in Telegram."""
    async with Telegram() as telegram:
        yield telegram


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    """An open pool of connections."""
    transport = Transport()
    await transport.initialize()
    yield transport
    await transport.shutdown()


@pytest.fixture
async def house(telegram: Telegram, transport: Transport, tmp_path: Path) -> AsyncIterator[House]:
    """All parts, an empty database, and nobody polling. The vendor is never asked."""
    clock = Clock()
    bot = Bot(telegram.token, base_url=f"{telegram.url}/bot", request=transport, get_updates_request=Transport())
    await bot.initialize()
    telegram.calls.clear()
    async with (
        storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept,
        client.connected("http://127.0.0.1:9", zone=ZoneInfo("UTC"), clock=clock) as vendor,
    ):
        yield House(
            telegram=telegram,
            transport=transport,
            bot=bot,
            storage=kept,
            vault=Vault((Key(b"k" * 32),)),
            vendor=vendor,
            directory=tmp_path,
            clock=clock,
        )
    await bot.shutdown()
