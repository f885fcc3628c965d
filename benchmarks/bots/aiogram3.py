"""The same job on aiogram 3 and aiohttp as their manuals show them; on uvloop, which its `run_polling` takes."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.filters import Command
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Message

from benchmarks.bots.plain import Plain, Said
from benchmarks.bots.vendor import asked
from benchmarks.measure import in_loop
from benchmarks.processes import follow


async def _say(message: Message, said: Said) -> None:
    rows = [[InlineKeyboardButton(text=label, callback_data=data) for label, data in row] for row in said.rows]
    await message.answer(said.text, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows) if rows else None)


def _dispatcher(plain: Plain) -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(Command("balance"))
    async def balance(message: Message) -> None:
        await _say(message, await plain.balance(message.chat.id))

    @dispatcher.message(Command("records"))
    async def records(message: Message) -> None:
        await _say(message, await plain.records(message.chat.id))

    @dispatcher.message()
    async def unknown(message: Message) -> None:
        await _say(message, plain.unknown(message.text or ""))

    return dispatcher


async def main(url: str, directory: Path, token: str) -> None:
    """Run until the input ends."""
    loop = asyncio.get_running_loop()
    async with asked(url) as ask:
        plain = Plain(directory, ask)
        dispatcher = _dispatcher(plain)
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        follow(lambda: asyncio.run_coroutine_threadsafe(dispatcher.stop_polling(), loop))
        await polling
        await plain.close()


if __name__ == "__main__":
    in_loop(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
