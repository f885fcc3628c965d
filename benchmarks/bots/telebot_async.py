"""The same job on pyTelegramBotAPI (asynchronous) and aiohttp as their manuals show them."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from telebot import asyncio_helper
from telebot.async_telebot import AsyncTeleBot
from telebot.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.bots.plain import Plain, Said
from benchmarks.bots.vendor import asked
from benchmarks.processes import follow


def _handle(bot: AsyncTeleBot, plain: Plain) -> None:
    async def say(message: Message, said: Said) -> None:
        rows = [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in said.rows]
        await bot.send_message(
            message.chat.id, said.text, parse_mode="HTML", reply_markup=InlineKeyboardMarkup(rows) if rows else None
        )

    @bot.message_handler(commands=["balance"])  # type: ignore[no-untyped-call, untyped-decorator]  # the library
    async def balance(message: Message) -> None:
        await say(message, await plain.balance(message.chat.id))

    @bot.message_handler(commands=["records"])  # type: ignore[no-untyped-call, untyped-decorator]  # the library
    async def records(message: Message) -> None:
        await say(message, await plain.records(message.chat.id))

    @bot.message_handler(func=lambda _message: True)  # type: ignore[no-untyped-call, untyped-decorator]  # the library
    async def unknown(message: Message) -> None:
        await say(message, plain.unknown(message.text or ""))


async def main(url: str, directory: Path, token: str) -> None:
    """Run until the input ends."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    asyncio_helper.API_URL = f"{url}/bot{{0}}/{{1}}"
    async with asked(url) as ask:
        plain = Plain(directory, ask)
        bot = AsyncTeleBot(token)
        _handle(bot, plain)
        polling = asyncio.create_task(bot.infinity_polling())
        follow(lambda: loop.call_soon_threadsafe(stop.set))
        await stop.wait()
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        await bot.close_session()  # type: ignore[no-untyped-call]  # the library
        await plain.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
