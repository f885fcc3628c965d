"""The stand-ins for every test that wants them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.postgres import postgres_database, postgres_server  # noqa: F401  # fixtures for whoever asks
from tests.world import Conversation, World

# Machines are shared and slow at times; how long an example takes is no finding.
settings.register_profile("untimed", deadline=None)
settings.register_profile(  # `make fuzz`
    "fuzz", deadline=None, max_examples=int(os.environ.get("EXAMPLES", "5000")), print_blob=True
)
settings.load_profile("untimed")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A stand-in Telegram, a stand-in vendor and an empty directory; no bot yet."""
    async with Telegram() as telegram, Vendor() as vendor:
        yield World(telegram=telegram, vendor=vendor, directory=tmp_path / "data")


@pytest.fixture
async def chat(world: World) -> AsyncIterator[Conversation]:
    """Alice's private chat with a running bot."""
    async with world.bot():
        yield world.person()


@pytest.fixture
async def connected(chat: Conversation) -> Conversation:
    """Alice's chat, with an account of twelve records connected as `main`."""
    account = chat.world.account(records=12)
    await chat.says(f"/login {account.token}")
    return chat
