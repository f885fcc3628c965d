"""`/settings`: what a chat chooses for itself, and how all of it is deleted."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Unpack

from bot import disconnecting, questions, whereabouts
from bot.commands import Context
from bot.problems import GroupOnly, Misused
from bot.reply import Reply
from bot.speaking import words_of
from bot.views import settings as views
from storage import Chat, Chosen

_HOURS = re.compile(r"([0-2]?[0-9])(?:[:.h]?([0-5][0-9]))?\s*(?:-|–|—|to|\s)\s*([0-2]?[0-9])(?:[:.h]?([0-5][0-9]))?")
_OFF = ("off", "no", "none")
_AUTO = "auto"


def deletes(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments delete all there is."""
    return tuple(argument.casefold() for argument in arguments) == ("delete", "yes")


async def settings(ctx: Context) -> Reply:
    """Show what was chosen, or the choices for one thing, or choose."""
    if not ctx.command.arguments:
        return views.overview(ctx.words, ctx.chat, shows_money=ctx.shows_money, now=ctx.now)
    about, *rest = ctx.command.arguments
    answer = _ABOUT.get(about.casefold())
    if answer is None:
        raise Misused(about, ctx.typed("/settings zone Berlin"))
    return await answer(ctx, " ".join(rest))


async def _language(ctx: Context, wanted: str) -> Reply:
    codes = ctx.languages.codes
    if not wanted:
        return views.languages(ctx.words, ctx.languages.named(), chosen=ctx.chat.language, group=ctx.command.in_group)
    if wanted.casefold() == _AUTO:
        return await _choose(ctx, language=None)
    names = {name.casefold(): code for code, name in ctx.languages.named()} | {code.casefold(): code for code in codes}
    found = names.get(wanted.casefold())
    if found is None:
        raise Misused(wanted, ctx.typed("/settings language en"))
    return await _choose(ctx, language=found)


async def _zone(ctx: Context, wanted: str) -> Reply:
    if not wanted:
        example = await questions.ask(ctx, "settings zone", "Berlin")
        return views.zones(ctx.words, whereabouts.likely(ctx), chosen=ctx.chat.zone, example=example)
    found = whereabouts.meant(ctx, wanted)
    if len(found) > 1:
        return views.which_zone(ctx.words, found)
    return _as_it_is(ctx, await whereabouts.settle(ctx, found[0]))


async def _quiet(ctx: Context, wanted: str) -> Reply:
    if not wanted:
        return views.quiet(ctx.words, ctx.chat, example=await questions.ask(ctx, "settings quiet", "22:00-07:00"))
    if wanted.casefold() in _OFF:
        return await _choose(ctx, quiet_from=None, quiet_until=None)
    hours = _HOURS.fullmatch(wanted)
    if hours is None or int(hours[1]) > 23 or int(hours[3]) > 23:
        raise Misused(wanted, ctx.typed("/settings quiet 22:00-07:00"))
    begin, end = int(hours[1]) * 60 + int(hours[2] or 0), int(hours[3]) * 60 + int(hours[4] or 0)
    if begin == end:
        raise Misused(wanted, ctx.typed("/settings quiet 22:00-07:00"))
    return await _choose(ctx, quiet_from=begin, quiet_until=end)


async def _money(ctx: Context, wanted: str) -> Reply:
    _check_group(ctx)
    return await _choose(ctx, shows_money=_switch(ctx, wanted, ("on", "off"), now=ctx.shows_money, example="money on"))


async def _history(ctx: Context, wanted: str) -> Reply:
    _check_group(ctx)
    now = ctx.chat.keeps_history
    return await _choose(ctx, keeps_history=_switch(ctx, wanted, ("keep", "delete"), now=now, example="history keep"))


async def _delete(ctx: Context, decision: str) -> Reply:
    if decision.casefold() != "yes":
        shared = await disconnecting.shared(ctx, ctx.accounts)
        return views.sure(ctx.words, group=ctx.command.in_group, accounts=len(ctx.accounts), shared=shared)
    notices = await disconnecting.disconnect(ctx, ctx.accounts, keep_history=False)
    await ctx.storage.life.forget(ctx.chat.chat_id)
    return replace(views.deleted(ctx.words), notices=notices)


def _check_group(ctx: Context) -> None:
    """What others in a chat may see, and what they leave behind, is chosen in groups."""
    if not ctx.command.in_group:
        raise GroupOnly


def _switch(ctx: Context, wanted: str, choices: tuple[str, str], *, now: bool, example: str) -> bool:
    """Return what was said, the opposite of what is so now if nothing was."""
    if not wanted:
        return not now
    if wanted.casefold() not in choices:
        raise Misused(wanted, ctx.typed(f"/settings {example}"))
    return wanted.casefold() == choices[0]


async def _choose(ctx: Context, **chosen: Unpack[Chosen]) -> Reply:
    return _as_it_is(ctx, await ctx.storage.chats.choose(ctx.chat.chat_id, **chosen) or ctx.chat)


def _as_it_is(ctx: Context, chat: Chat) -> Reply:
    now = replace(ctx, chat=chat, words=words_of(ctx.languages, chat, ctx.command.person.language))
    return views.overview(now.words, chat, shows_money=now.shows_money, now=ctx.now)


_ABOUT: dict[str, Callable[[Context, str], Awaitable[Reply]]] = {
    "language": _language,
    "zone": _zone,
    "quiet": _quiet,
    "money": _money,
    "history": _history,
    "delete": _delete,
}
