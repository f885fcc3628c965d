"""The bot's parts against the stand-ins, fed with updates by hand: for bytes that no Telegram would send."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Bot

import storage
from bot.bytesflows import client
from bot.handlers import COMMANDS
from bot.reply import Picture
from bot.telegram.intake import Intake
from bot.telegram.send import Sender
from bot.telegram.transport import Transport
from bot.vault import Key, Vault
from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.bot.telegram.house import House, typed
from tests.chaos.trial import HURRIED
from tests.png import png
from tests.world import Clock, World

A_MINUTE = timedelta(minutes=1)
BROKEN = ("Traceback", "Error", "Exception", "object at 0x", "NoneType")
"""What stands in a message only where an exception's text was shown."""


class Heard(logging.Handler):
    """What was logged."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(record.getMessage())


class Product:
    """An intake with every command, and what became of what it was fed with."""

    def __init__(self, house: House, intake: Intake, heard: Heard) -> None:
        self.house = house
        self.intake = intake
        self._heard = heard
        self._number = 100

    async def feed(self, *updates: Any) -> list[str]:
        """Have updates dealt with, numbered anew where they have a number; return what was logged."""
        self._heard.lines.clear()
        self.house.clock.offset += A_MINUTE  # nobody asks too much
        numbered = []
        for update in updates:
            self._number += 1
            numbered.append({**update, "update_id": self._number} if isinstance(update, dict) else update)
        await self.intake.take(numbered)
        async with asyncio.timeout(30):
            await self.intake.room(1)
        return list(self._heard.lines)

    def shown(self) -> str:
        """All that the bot wrote to Alice, as one text; forgotten then."""
        messages = self.house.telegram.messages(self.house.chat)
        return "\n".join(one.text or one.caption or "" for one in messages if one.by_bot)


async def _drawn(picture: Picture) -> bytes:
    """A blank of its size: drawing takes longer than all the rest."""
    return png(picture.width, picture.height, red=200)


@asynccontextmanager
async def product(directory: Path) -> AsyncIterator[Product]:
    """All parts but the poller; Alice has an account connected."""
    heard, root = Heard(), logging.getLogger("bot")
    level = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    clock = Clock()
    async with Telegram() as telegram, Vendor() as vendor:
        world = World(telegram=telegram, vendor=vendor, directory=directory)
        transport, polls = Transport(patience=HURRIED), Transport(patience=HURRIED)
        bot = Bot(telegram.token, base_url=f"{telegram.url}/bot", request=transport, get_updates_request=polls)
        await bot.initialize()
        async with (
            storage.opened(f"sqlite:///{directory / 'bot.db'}") as kept,
            client.connected(vendor.url, zone=ZoneInfo("UTC"), clock=clock) as asking,
        ):
            house = House(
                telegram=telegram, transport=transport, bot=bot, storage=kept, vault=Vault((Key(b"k" * 32),)),
                vendor=asking, directory=directory, clock=clock,
            )  # fmt: skip
            house.sender = Sender(bot, png=_drawn, limiter=house.waits.limiter, sleep=house.waits)
            intake = house.intake(COMMANDS)
            made = Product(house, intake, heard)
            await made.feed(typed(1, house.chat, f"/login {world.account(records=12).token}"))
            yield made
            await intake.close(0)
        await bot.shutdown()
    root.removeHandler(heard)
    root.setLevel(level)
