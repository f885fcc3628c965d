"""The command menus, per scope and language; written only where they differ from what Telegram holds.

A menu hides nothing: what a person may do is asked when they do it.
https://core.telegram.org/bots/api#determining-list-of-commands
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.commands import Row
from bot.i18n import SOURCE, Languages

SCOPES: tuple[tuple[BotCommandScope, Callable[[Row], bool]], ...] = (
    (BotCommandScopeAllPrivateChats(), lambda _row: True),
    (BotCommandScopeAllGroupChats(), lambda row: row.for_members),
    (BotCommandScopeAllChatAdministrators(), lambda row: not row.private),
)
"""Where menus are shown, and which commands are of use there."""


async def offer(bot: Bot, rows: Sequence[Row], languages: Languages, *, pause: Callable[[], Awaitable[None]]) -> None:
    """Set the menu of each scope in every language; the one without a language is English. Raises TelegramError.

    `pause` is waited for before each language, so that people are answered meanwhile.
    """
    for code in languages.codes:
        await pause()
        words = languages.best((code,))
        for scope, fits in SCOPES:
            listed = [row.name for row in rows if row.group and fits(row)]
            wanted = tuple(BotCommand(name, words(f"about-{name}")) for name in listed)
            # Telegram takes two letters only, and the menu without a language serves English.
            language = None if code == SOURCE else code[:2]
            if await bot.get_my_commands(scope, language_code=language) != wanted:
                await bot.set_my_commands(wanted, scope, language_code=language)
