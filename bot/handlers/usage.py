"""`/usage`: where the traffic went, day by day, from the bot's own history; and how long the rest lasts."""

from __future__ import annotations

from datetime import timedelta

from bot import consumption, forecast, history
from bot.commands import AccountContext
from bot.listing import Found, all_records
from bot.problems import Misused
from bot.reply import Reply
from bot.speaking import zone_of
from bot.traffic import Sample
from bot.views import charts
from bot.views import usage as views
from bot.views.usage import Seen

PERIODS = (7, 30, 90)
_NOTHING = Found(records=(), all_seen=False)


def understands_usage(argument: str) -> bool:
    """Tell whether an argument is a number of days; another one names an account."""
    return argument.casefold().rstrip("d").isdecimal()


async def usage(ctx: AccountContext) -> Reply:
    """Show a picture of what was used, with the figures below; the vendor is asked only for what is left now."""
    days = _days(ctx)
    zone = zone_of(ctx.chat)
    today = ctx.now.astimezone(zone).date()
    first = today - timedelta(days=days - 1)
    samples = await _samples(ctx, days)
    steps = consumption.steps(samples)
    bars = forecast.by_day(steps, first, today, zone)
    if all(bar.used_bytes is None for bar in bars):
        return views.nothing_yet(ctx.words, reference=ctx.reference)
    pace = forecast.pace(samples, ctx.now)
    found = await all_records(ctx.vendor_if_it_can) if pace is not None else _NOTHING
    whole_days = [bar.used_bytes for bar in forecast.by_day(steps, today - timedelta(days=7), today, zone)[:-1]]
    last = next((one for one in reversed(samples) if one.overview.believable), None)
    available = last.overview.available_bytes if last is not None else None
    seen = Seen(
        bars=bars,
        since=samples[0].taken_at,
        available_bytes=available,
        pace=pace,
        last_days=tuple(used for used in whole_days if used is not None),
        ends=forecast.last_end(found.records, available or 0, ctx.now) if found.all_seen else None,
        losses=forecast.losses(found.records, pace, ctx.now) if pace is not None and found.all_seen else None,
        seen_at=last.taken_at if last is not None else None,
        refused=ctx.account.refused_at is not None,
    )
    return views.usage(
        ctx.words,
        seen,
        picture=charts.usage(ctx.words, bars, average=views.average(bars), today=today),
        periods=PERIODS,
        days=days,
        now=ctx.now,
        name=ctx.account.name if ctx.reference else None,
        reference=ctx.reference,
    )


def _days(ctx: AccountContext) -> int:
    example = ctx.typed("/usage 30d")
    if len(ctx.arguments) > 1:
        raise Misused(ctx.arguments[1], example)
    days = int(ctx.arguments[0].casefold().rstrip("d")[:4]) if ctx.arguments else PERIODS[0]
    if days not in PERIODS:
        raise Misused(ctx.arguments[0], example)
    return days


async def _samples(ctx: AccountContext, days: int) -> tuple[Sample, ...]:
    """What is known of the period, and of the week that a forecast rests on."""
    since = max(ctx.now - timedelta(days=max(days, 8)), ctx.account.counted_since)
    return tuple(map(history.sample, await ctx.storage.history.since(ctx.account.account_id, since)))
