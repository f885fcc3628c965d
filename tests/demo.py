"""The whole demo for a test: its little world, and the real bot living in it by its clock."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import app
from bot.config import Settings
from bot.secret import Secret
from bot.telegram.limits import Limiter
from sandbox import demo

PATIENCE = 15.0


@asynccontextmanager
async def demonstrated(directory: Path, *, zone: str = "UTC", empty: bool = False) -> AsyncIterator[demo.World]:
    """Run the demo until the block ends; the month before has been lived through when it begins."""
    now = datetime.now(UTC)
    async with demo.running(port=0, language="en", now=now, zone=ZoneInfo(zone), empty=empty) as world:
        settings = Settings(
            telegram_bot_token=Secret(world.telegram.token),
            telegram_api_url=world.telegram.url,
            bytesflows_api_url=world.vendor.url,
            data_dir=directory,
            database_url=f"sqlite:///{directory / 'bot.db'}",
        )
        clock, stop, ready = world.clock, asyncio.Event(), asyncio.Event()
        limiter = Limiter(clock=clock.seconds, sleep=clock.sleep)
        running = asyncio.create_task(
            app.run(settings, stop=stop, ready=ready.set, clock=clock, sleep=clock.sleep, limiter=limiter)
        )
        try:
            async with asyncio.timeout(PATIENCE):
                await ready.wait()
            await world.live_through_the_past()
            yield world
        finally:
            stop.set()
            await running
