"""The same job as python-telegram-bot's, httpx's and SQLAlchemy's manuals show it.

Generous to it: updates are handled side by side, one httpx client is kept, the database is in WAL mode. It speaks one
language, writes no update down before confirming it, retries nothing and checks no figure.
"""

from __future__ import annotations

import asyncio
import html
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

from benchmarks import orm
from benchmarks.processes import follow
from bot import keys
from bot.sealed import of_account
from bot.vault import Vault

GB = 1024**3
AT_ONCE = 256
"""Updates; what the builder takes `True` for."""


class Handlers:
    """What is answered."""

    def __init__(self, vendor: httpx.AsyncClient, kept: orm.Kept, vault: Vault) -> None:
        self._vendor = vendor
        self._kept = kept
        self._vault = vault

    async def balance(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Look the chat up, open its token, ask the vendor twice, remember, phrase, answer."""
        if update.message is None:
            return
        chat = await self._kept.chat(update.message.chat_id)
        if chat is None or not chat.accounts:
            await update.message.reply_text("Connect an account first.")
            return
        account, now = chat.accounts[0], datetime.now(UTC)
        token = self._vault.open(account.sealed, of_account(account.account_id, account.chat_id)).reveal()
        overview = await self._asked("/api/v1/dashboard/asset", token)
        records = await self._asked("/api/v1/user/traffic/records?pageNo=1&pageSize=100", token)
        total, available = overview["totalTraffic"], overview["dynamicTraffic"]
        await self._kept.remember(account.account_id, total, available, now)
        readings = await self._kept.readings(account.account_id, now - timedelta(days=7))
        keyboard = [
            [
                InlineKeyboardButton("Refresh", callback_data="/balance"),
                InlineKeyboardButton("Records", callback_data="/records"),
            ]
        ]
        await update.message.reply_html(
            _text(overview, records["records"], readings, now), reply_markup=InlineKeyboardMarkup(keyboard)
        )

    async def unknown(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that a command is not known."""
        if update.message is not None and update.message.text is not None:
            command = html.escape(update.message.text)
            await update.message.reply_html(f"I don't know <code>{command}</code>. Send /help to see what I can do.")

    async def _asked(self, path: str, token: str) -> dict[str, Any]:
        response = await self._vendor.get(path, headers={"authorization": f"Bearer {token}"})
        response.raise_for_status()
        answer: dict[str, Any] = response.json()["data"]
        return answer


def _text(overview: dict[str, Any], records: list[dict[str, Any]], readings: Any, now: datetime) -> str:
    total, available = overview["totalTraffic"], overview["dynamicTraffic"]
    share = (total - available) / total
    first, last = readings[0], readings[-1]
    days = max((last.taken_at - first.taken_at) / timedelta(days=1), 1.0)
    speed = max(first.available_bytes - last.available_bytes, 1) / days
    until = now + timedelta(days=min(available / speed, 3650))
    expiring = min((one for one in records if one["status"] == 1), key=lambda one: one["expireTime"])
    left = expiring["traffic"] - expiring["trafficUsed"]
    return (
        f"<b>Traffic</b>\n\n"
        f"<b>{available / GB:.2f} GB</b> available of {total / GB:.2f} GB\n"
        f"{'█' * int(share * 12):░<12} {share:.1%} used\nUsed so far: {(total - available) / GB:.2f} GB\n\n"
        f"⏳ At the pace of the last {days:.0f} days ({speed / GB:.2f} GB a day) it lasts until {until:%b %d, %Y}\n"
        f"📦 Expires next: <b>{left / GB:.2f} GB</b> ({html.escape(expiring['expireTime'])})\n"
        f"💰 Balance: {overview['balance']:.2f} {html.escape(overview['currency'])}\n\n"
        f"<i>As of {now:%b %d, %Y %H:%M} UTC</i>"
    )


async def main(url: str, directory: Path, token: str) -> None:
    """Run until the input ends."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    kept = orm.opened(directory / "orm.db")
    async with httpx.AsyncClient(base_url=url) as vendor:
        handlers = Handlers(vendor, kept, Vault(keys.keyring(None, directory)))
        application = Application.builder().token(token).base_url(f"{url}/bot").concurrent_updates(AT_ONCE).build()
        application.add_handler(CommandHandler("balance", handlers.balance))
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
    await kept.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3]))
