"""`/daily`: when the daily summary comes, and the summary itself; a push is `/daily now`, typed by the clock."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial

from bot import accounts, consumption, forecast, history, looking, questions, whereabouts
from bot.bytesflows.errors import TokenRefused, VendorError
from bot.commands import Context
from bot.consumption import Consumption
from bot.looking import Look
from bot.problems import AccountLocked, Misused, NoAccount
from bot.pushes import schedule
from bot.reply import Picture, Reply
from bot.speaking import zone_of
from bot.traffic import Sample
from bot.vault import SealError
from bot.views import charts, trouble
from bot.views import daily as views
from bot.views.daily import Summed
from storage import Account, Daily

TIMES = (8 * 60, 9 * 60, 10 * 60, 18 * 60)
"""Offered as buttons, in minutes after midnight."""
_TIME = re.compile(r"([0-2]?[0-9])(?:[:.h]([0-5][0-9]))? ?(am|pm)?", re.IGNORECASE)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def changes_daily(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments ask for more than a look."""
    return bool(arguments) and arguments[0].casefold() != "now"


async def daily(ctx: Context) -> Reply:
    """Show when the summary comes, set it, or give it at once."""
    asked = tuple(argument.casefold() for argument in ctx.command.arguments)
    if not ctx.accounts:
        raise NoAccount
    if asked == ("now",):
        return await _summary(ctx)
    if asked == ("off",):
        await ctx.storage.daily.off(ctx.chat.chat_id, _topic(ctx))
    elif asked and asked[0] == "picture":
        await _picture(ctx, asked[1:])
    elif asked:
        chosen = await _set(ctx)
        if chosen is not None:
            return chosen
    known = await ctx.storage.daily.find(ctx.chat.chat_id, _topic(ctx))
    chat = await ctx.storage.chats.find(ctx.chat.chat_id) or ctx.chat
    example = await questions.ask(ctx, "daily", "08:30") if not asked else ctx.typed("/daily 08:30")
    on = known if known is not None and known.next is not None else None
    return views.overview(ctx.words, on, zone=chat.zone, times=TIMES, example=example)


async def _set(ctx: Context) -> Reply | None:
    """Set the time, and the zone where one is given; ask for the zone where nobody ever said it."""
    time, _, place = " ".join(ctx.command.arguments).partition(" ")
    if place.casefold() in ("am", "pm"):
        time, place = f"{time}{place}", ""
    minutes = _minutes(time)
    if minutes is None:
        raise Misused(time, ctx.typed("/daily 09:00"))
    if not place and ctx.chat.zone is None:
        return views.which_zone(ctx.words, minutes, whereabouts.likely(ctx))
    if place:
        found = whereabouts.meant(ctx, place)
        if len(found) > 1:
            return views.which_zone(ctx.words, minutes, found)
        await whereabouts.settle(ctx, found[0])
    await ctx.storage.daily.set(ctx.chat.chat_id, _topic(ctx), minutes, partial(schedule.upcoming, now=ctx.now))
    return None


async def _picture(ctx: Context, wanted: tuple[str, ...]) -> None:
    known = await ctx.storage.daily.find(ctx.chat.chat_id, _topic(ctx))
    if wanted not in (("on",), ("off",)):
        raise Misused(" ".join(wanted) or "picture", ctx.typed("/daily picture on"))
    if known is None or known.next is None:
        raise Misused("picture", ctx.typed("/daily 09:00"))
    plan = partial(schedule.upcoming, now=ctx.now)
    await ctx.storage.daily.set(ctx.chat.chat_id, _topic(ctx), known.minutes, plan, with_picture=wanted == ("on",))


async def _summary(ctx: Context) -> Reply:
    known = await ctx.storage.daily.find(ctx.chat.chat_id, _topic(ctx))
    summed = [one for account in ctx.accounts if (one := await _sum(ctx, account, known)) is not None]
    if not summed:
        return views.nothing_new()
    default = accounts.default(ctx.accounts, ctx.chat.default_account_id)
    drawn = next((one for one in summed if one.account_id == default.account_id), None)
    wanted = known is not None and known.with_picture and drawn is not None
    return views.summary(
        ctx.words,
        summed,
        picture=_picture_of(ctx, drawn) if wanted and drawn is not None else None,
        now=ctx.now,
        shows_money=ctx.shows_money,
        named=len(ctx.accounts) > 1,
    )


def _picture_of(ctx: Context, one: Summed) -> Picture | None:
    if all(bar.used_bytes is None for bar in one.bars):
        return None
    average = round(one.pace.bytes_a_day) if one.pace is not None else None
    return charts.usage(ctx.words, one.bars, average=average, today=one.bars[-1].day)


async def _sum(ctx: Context, account: Account, known: Daily | None) -> Summed | None:
    """Look at an account and tell what happened since the last summary; `None` where that said all there is to say."""
    said_at = known.last_at if known is not None else None
    seen = await looking.attempt(account, vault=ctx.vault, client=ctx.client, storage=ctx.storage, now=ctx.now)
    known_as_refused = said_at is not None and account.refused_at is not None and account.refused_at < said_at
    if isinstance(seen, TokenRefused) and ctx.command.due and known_as_refused:
        return None
    since = max(said_at or ctx.now - _DAY, ctx.now - _WEEK, account.counted_since)
    readings = await ctx.storage.history.since(account.account_id, max(ctx.now - _WEEK - _DAY, account.counted_since))
    samples = tuple(map(history.sample, readings))
    last = next((one for one in reversed(samples) if one.overview.believable), None)
    steps = consumption.steps(samples)
    zone = zone_of(ctx.chat)
    today = ctx.now.astimezone(zone).date()
    pace = forecast.pace(samples, ctx.now)
    records = seen.records if isinstance(seen, Look) else None
    available = (last.overview.available_bytes or 0) if last is not None else 0
    return Summed(
        account_id=account.account_id,
        name=account.name,
        reference=f" #{account.account_id}" if len(ctx.accounts) > 1 else "",
        trouble=None if isinstance(seen, Look) else _trouble(ctx, account, seen, last),
        overview=last.overview if last is not None else None,
        # Each step whole, by its end: so that what one summary tells the next does not tell again.
        parts=sum((step.parts for step in steps if step.until > since), Consumption()),
        span=ctx.now - since,
        pace=pace,
        bars=forecast.by_day(steps, today - timedelta(days=6), today, zone),
        ends=forecast.last_end(records, available, ctx.now) if records is not None else None,
        losses=forecast.losses(records, pace, ctx.now) if records is not None and pace is not None else None,
    )


def _trouble(ctx: Context, account: Account, error: VendorError | SealError, last: Sample | None) -> Reply:
    if isinstance(error, SealError):
        return trouble.problem(AccountLocked((account.name,)), ctx.words, again="", account=account)
    return trouble.vendor(error, ctx.words, account=account, last=last, again=ctx.command.line)


def _minutes(text: str) -> int | None:
    """Minutes after midnight; `None` for what is no time of day."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    return hours * 60 + minutes if hours < 24 else None


def _topic(ctx: Context) -> int:
    return ctx.command.topic_id or 0
