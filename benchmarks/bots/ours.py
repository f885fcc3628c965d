"""The bot itself, started as `bytesflows-bot run` starts it; `paced`: at Telegram's own pace, in real seconds."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from benchmarks.measure import in_loop
from benchmarks.pace import Hurry
from benchmarks.processes import follow
from bot import app, logs
from bot.config import Settings
from bot.secret import Secret


async def main(url: str, directory: Path, token: str, *, paced: bool) -> None:
    """Run until the input ends."""
    settings = Settings(
        telegram_bot_token=Secret(token),
        telegram_api_url=url,
        bytesflows_api_url=url,
        data_dir=directory,
        database_url=f"sqlite:///{directory / 'bot.db'}",
    )
    logs.configure(level="WARNING", style="text", secrets=[settings.telegram_bot_token])
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    await app.run(
        settings,
        stop=stop,
        ready=lambda: follow(lambda: loop.call_soon_threadsafe(stop.set)),
        limiter=None if paced else Hurry().limiter(),  # Telegram's pace costs work here as everywhere, but no waiting
    )


if __name__ == "__main__":
    in_loop(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], paced="paced" in sys.argv[4:]))
