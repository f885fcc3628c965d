"""The command menus, per scope and language; written only where they differ from what Telegram holds."""

from __future__ import annotations

from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

from bot.commands import Row
from bot.i18n import Languages


async def offer(bot: Bot, rows: Iterable[Row], languages: Languages) -> None:
    """Set the private menu in every language; the one without a language is English. Raises TelegramError."""
    listed = [row.name for row in rows if row.group]
    scope = BotCommandScopeAllPrivateChats()
    for code in (None, *languages.codes):
        words = languages.best((code,))
        wanted = tuple(BotCommand(name, words(f"about-{name}")) for name in listed)
        # Telegram takes two letters only, and the menu without a language serves English.
        language = None if code is None else code[:2]
        if code == languages.codes[0]:
            continue
        if await bot.get_my_commands(scope, language_code=language) != wanted:
            await bot.set_my_commands(wanted, scope, language_code=language)
