"""`/balance`: what is left, how long it lasts, what expires next."""

from __future__ import annotations

from bot import forecast, history, traffic
from bot.bytesflows import calls
from bot.commands import AccountContext
from bot.listing import all_records
from bot.reply import Reply
from bot.views import overview


async def balance(ctx: AccountContext) -> Reply:
    """Show what is left of the account's traffic."""
    answer = await ctx.vendor(calls.overview())
    found = await all_records(ctx.vendor_if_it_can)
    readings = await ctx.storage.history.since(
        ctx.account.account_id, max(ctx.now - forecast.PACE_WINDOW, ctx.account.counted_since)
    )
    return overview.balance(
        ctx.words,
        overview=answer.value,
        at=answer.at,
        now=ctx.now,
        pace=forecast.pace(map(history.sample, readings), answer.at),
        expiring=traffic.expires_next(found.records, ctx.now) if found.all_seen else None,
        ends=forecast.last_end(found.records, answer.value.available_bytes or 0, ctx.now) if found.all_seen else None,
        unseen=bool(found.records) and not found.all_seen,
        name=ctx.account.name if ctx.reference else None,
        reference=ctx.reference,
        records=ctx.account.kind != "cookie",
        shows_money=ctx.shows_money,
    )
