"""The bot as a process that takes no time over Telegram's pace, made to be killed."""

from __future__ import annotations

import asyncio
import os

from bot import app, config
from tests.world import Hurry


async def main() -> None:
    """Run for ever, with the settings of the environment."""
    await app.run(config.read(os.environ), stop=asyncio.Event(), limiter=Hurry().limiter)


if __name__ == "__main__":
    asyncio.run(main())
