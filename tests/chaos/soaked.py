"""The bot as a process under long load: at no pace but its own, saying every second how many tasks it has."""

from __future__ import annotations

import asyncio
import os
import sys

from bot import app, config, logs
from tests.world import Hurry


async def main() -> None:
    """Run for ever, with the settings of the environment."""
    settings = config.read(os.environ)
    logs.configure(level=settings.log_level, style="text", secrets=[settings.telegram_bot_token])
    counting = asyncio.create_task(_count())
    # At Telegram's pace of 25 a second the load would only pile up.
    await app.run(settings, stop=asyncio.Event(), limiter=Hurry().limiter)
    counting.cancel()


async def _count() -> None:
    while True:
        await asyncio.sleep(1.0)
        sys.stdout.write(f"{len(asyncio.all_tasks())}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
