"""Which words a chat hears: its language, the zone its dates are told in, whether money is spoken of."""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.i18n import Languages, Words
    from storage import Chat


def zone_of(chat: Chat | None) -> tzinfo:
    """Return the zone in which a chat's days begin; UTC until one is chosen."""
    return ZoneInfo(chat.zone) if chat is not None and chat.zone else UTC


def shows_money(chat: Chat) -> bool:
    """Tell whether amounts of money may be seen in a chat; in groups only where an admin chose so."""
    return chat.kind == "private" if chat.shows_money is None else chat.shows_money


def words_of(languages: Languages, chat: Chat | None, speaker: str | None = None) -> Words:
    """Return the words of a chat. `speaker`: the language of whoever asks, who decides only where nothing else does.

    In a private chat that is the language of its person, until they choose one; a group keeps the one of whoever added
    the bot, whoever speaks.
    """
    if chat is None:
        return languages.best((speaker,))
    heard = (speaker, chat.heard) if chat.kind == "private" else (chat.heard, speaker)
    return languages.best((chat.language, *heard)).at(zone_of(chat))
