"""What people see of the bot before they talk to it, per language; written only where it differs from what is there.

Telegram may refuse changes of it for hours, so nothing else waits for this:
https://core.telegram.org/bots/api#setmydescription, https://core.telegram.org/bots/api#setmyshortdescription
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Bot

from bot.i18n import SOURCE, Languages


async def offer(bot: Bot, languages: Languages, *, pause: Callable[[], Awaitable[None]]) -> None:
    """Set the description of an empty chat and the one of the profile in every language. Raises TelegramError.

    `pause` is waited for before each language, so that people are answered meanwhile.
    """
    for code in languages.codes:
        await pause()
        words = languages.best((code,))
        language = None if code == SOURCE else code[:2]
        description, short = words("bot-description"), words("bot-short-description")
        if (await bot.get_my_description(language)).description != description:
            await bot.set_my_description(description, language)
        if (await bot.get_my_short_description(language)).short_description != short:
            await bot.set_my_short_description(short, language)
