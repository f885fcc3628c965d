"""`/export`: what was used, or all records, as a file for a spreadsheet; in a group only where money may be seen, too.

Elsewhere it comes to the one who asked, in private. Usage is the bot's own history, so it needs no vendor.
"""

from __future__ import annotations

import asyncio

from bot import consumption, history
from bot.bytesflows.errors import Unreadable
from bot.commands import AccountContext
from bot.i18n import Words
from bot.listing import PAGE_SIZE, once_begun, parts
from bot.problems import Misused
from bot.reply import Reply
from bot.speaking import words_of, zone_of
from bot.spreadsheet import MOST_ROWS
from bot.traffic import Sample
from bot.views import export as views
from bot.views.export import About, What

_FILES: dict[str, What] = {"usage": "usage", "records": "records"}
_MOST_PAGES = MOST_ROWS // PAGE_SIZE + 1
"""One more than a file holds, which tells whether there is more."""


def understands_export(argument: str) -> bool:
    """Tell whether an argument says which file; another one names an account."""
    return argument.casefold() in _FILES


async def export(ctx: AccountContext) -> Reply:
    """Hand out a file, or bring it to the one who asked; bare, say which there are."""
    what = _what(ctx)
    privately = ctx.command.in_group and not ctx.shows_money
    if what is None:
        return views.choose(
            ctx.words,
            records=ctx.account.kind != "cookie",
            privately=privately,
            name=ctx.account.name if ctx.reference else None,
            reference=ctx.reference,
        )
    again = f"/export {what}{ctx.reference}"
    if privately and ctx.command.person.anonymous:
        return views.to_whom(ctx.words, again=again)
    about = About(
        account=ctx.account.name,
        day=ctx.now.astimezone(zone_of(ctx.chat)).date(),
        named=bool(ctx.reference),
        title=(ctx.chat.title or "?") if privately else None,
    )
    words = await _reader(ctx) if privately else ctx.words
    file = await (_usage(ctx, words, about) if what == "usage" else _records(ctx, words, about))
    if file is None:
        return views.nothing(ctx.words, what, reference=ctx.reference)
    return views.aside(ctx.words, file, again=again) if privately else file


def _what(ctx: AccountContext) -> What | None:
    if len(ctx.arguments) > 1:
        raise Misused(ctx.arguments[1], ctx.typed("/export usage"))
    return _FILES[ctx.arguments[0].casefold()] if ctx.arguments else None


async def _reader(ctx: AccountContext) -> Words:
    """The words of the private chat of the one who asked."""
    person = ctx.command.person
    return words_of(ctx.languages, await ctx.storage.chats.find(person.person_id), person.language)


async def _usage(ctx: AccountContext, words: Words, about: About) -> Reply | None:
    """Two years are some ten thousand looks: read page by page, and written beside the loop."""
    samples: list[Sample] = []
    async for page in ctx.storage.history.pages(ctx.account.account_id, ctx.account.counted_since):
        samples += map(history.sample, page)
    steps = await asyncio.to_thread(consumption.steps, samples)
    if not steps:
        return None
    table = await asyncio.to_thread(views.usage_table, steps)
    return views.usage(words, table, steps, about)


async def _records(ctx: AccountContext, words: Words, about: About) -> Reply | None:
    """Each page is written as it comes, and forgotten."""
    table, complete = views.records_table(), False
    async for part in parts(once_begun(ctx.vendor), most_pages=_MOST_PAGES):
        table.add(views.record_rows(part.records, ctx.now))
        complete = part.last
        if table.cut:
            break
    if not table.rows:
        if not complete:
            raise Unreadable("a total of records, and none of them")
        return None
    return views.records(words, table, about, complete=complete)
