"""`/balance`: what is left, how long it lasts, what expires next."""

from __future__ import annotations

from bot import history, traffic
from bot.bytesflows import calls
from bot.commands import AccountContext
from bot.reply import Reply
from bot.views import overview

LOOKED_THROUGH = 100
"""Records searched for the one that expires next."""


async def balance(ctx: AccountContext) -> Reply:
    """Show what is left of the account's traffic."""
    answer = await ctx.vendor(calls.overview())
    records = await ctx.vendor_if_it_can(calls.records(size=LOOKED_THROUGH))
    readings = await ctx.storage.history.since(ctx.account.account_id, ctx.now - traffic.PACE_WINDOW)
    return overview.balance(
        ctx.words,
        overview=answer.value,
        at=answer.at,
        now=ctx.now,
        pace=traffic.pace(map(history.sample, readings), answer.at),
        expiring=traffic.expires_next(records.value.records, ctx.now) if records else None,
        name=ctx.account.name if ctx.reference else None,
        reference=ctx.reference,
        records=ctx.account.kind != "cookie",
    )
