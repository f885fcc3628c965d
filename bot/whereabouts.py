"""Where people of a chat live, as they say it: a zone found, chosen, and what depends on it planned anew."""

from __future__ import annotations

from functools import partial

from bot import zones
from bot.commands import Context
from bot.problems import UnknownZone
from bot.pushes import schedule
from storage import Chat


def likely(ctx: Context) -> tuple[str, ...]:
    """Return the zones to offer first: where people of the chosen language live, or of the asking person's."""
    return zones.likely(ctx.chat.language or ctx.command.person.language or ctx.words.language)


def meant(ctx: Context, text: str) -> tuple[str, ...]:
    """Return the zones that a text may mean, in the chat's language or, failing that, any other. Raises UnknownZone."""
    if "/" in text and (exact := zones.checked(text)):
        return (exact,)
    found = zones.search(text, ctx.words.cities())
    others = (code for code in ctx.languages.codes if code != ctx.words.language)
    while not found and (code := next(others, None)):
        found = zones.search(text, ctx.languages.best((code,)).cities())
    if not found:
        raise UnknownZone
    return found


async def settle(ctx: Context, zone: str) -> Chat:
    """Choose a zone for the chat; its daily summaries follow. Returns the chat as it is then."""
    chat = await ctx.storage.chats.choose(ctx.chat.chat_id, zone=zone) or ctx.chat
    await ctx.storage.daily.rezone(ctx.chat.chat_id, ctx.now, partial(schedule.upcoming, now=ctx.now))
    return chat
