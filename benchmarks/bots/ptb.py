"""The same job on python-telegram-bot and httpx as their manuals show them.

Generous to it: updates are handled side by side, and one httpx client is kept.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

from benchmarks.bots.plain import Plain, Said
from benchmarks.processes import follow

AT_ONCE = 256
"""Updates; what the builder takes `True` for."""


class Handlers:
    """What is answered."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain

    async def balance(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer `/balance`."""
        if update.message is not None:
            await _say(update, await self._plain.balance(update.message.chat_id))

    async def records(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer `/records`."""
        if update.message is not None:
            await _say(update, await self._plain.records(update.message.chat_id))

    async def unknown(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that a command is not known."""
        if update.message is not None and update.message.text is not None:
            await _say(update, self._plain.unknown(update.message.text))


async def _say(update: Update, said: Said) -> None:
    if update.message is None:
        return
    rows = [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in said.rows]
    await update.message.reply_html(said.text, reply_markup=InlineKeyboardMarkup(rows) if rows else None)


async def main(url: str, directory: Path, token: str) -> None:
    """Run until the input ends."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    async with httpx.AsyncClient(base_url=url) as vendor:

        async def ask(path: str, query: Mapping[str, str], token: str) -> dict[str, Any]:
            response = await vendor.get(path, params=query, headers={"authorization": f"Bearer {token}"})
            response.raise_for_status()
            data: dict[str, Any] = response.json()["data"]
            return data

        plain = Plain(directory, ask)
        handlers = Handlers(plain)
        application = Application.builder().token(token).base_url(f"{url}/bot").concurrent_updates(AT_ONCE).build()
        application.add_handler(CommandHandler("balance", handlers.balance))
        application.add_handler(CommandHandler("records", handlers.records))
        application.add_handler(MessageHandler(filters.COMMAND, handlers.unknown))
        async with application:
            await application.start()
            if application.updater is None:
                raise RuntimeError("an application without its updater")
            await application.updater.start_polling()
            follow(lambda: loop.call_soon_threadsafe(stop.set))
            await stop.wait()
            await application.updater.stop()
            await application.stop()
        await plain.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
