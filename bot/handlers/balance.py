"""`/balance`: what is left, how long it lasts, what expires next."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from bot import forecast, history, traffic
from bot.bytesflows import calls
from bot.commands import AccountContext
from bot.reply import Reply
from bot.traffic import Record
from bot.views import overview

PAGE_SIZE = 100
"""Records asked for at once to find the one that expires next; the vendor may send fewer."""
MOST_PAGES = 5


async def balance(ctx: AccountContext) -> Reply:
    """Show what is left of the account's traffic."""
    answer = await ctx.vendor(calls.overview())
    found = await _records(ctx)
    # Before that it may have been another account under this name, and two make no one pace.
    readings = await ctx.storage.history.since(
        ctx.account.account_id, max(ctx.now - forecast.PACE_WINDOW, ctx.account.connected_at)
    )
    return overview.balance(
        ctx.words,
        overview=answer.value,
        at=answer.at,
        now=ctx.now,
        pace=forecast.pace(map(history.sample, readings), answer.at),
        expiring=traffic.expires_next(found.records, ctx.now) if found.all_seen else None,
        unseen=bool(found.records) and not found.all_seen,
        name=ctx.account.name if ctx.reference else None,
        reference=ctx.reference,
        records=ctx.account.kind != "cookie",
        shows_money=ctx.shows_money,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    records: tuple[Record, ...]
    all_seen: bool


async def _records(ctx: AccountContext) -> _Found:
    """Fetch pages until one brings nothing new, or a page that is not full reaches the total."""
    seen: dict[Hashable, Record] = {}
    all_seen = False
    for page in range(1, MOST_PAGES + 1):
        answer = await ctx.vendor_if_it_can(calls.records(page=page, size=PAGE_SIZE))
        if answer is None:
            break
        rows, total = answer.value.records, answer.value.total
        known = len(seen)
        seen |= {_key(record, (page, place)): record for place, record in enumerate(rows)}
        reached = total is None or len(seen) >= total
        nothing_new = len(seen) == known
        if nothing_new or (total is not None and reached and len(rows) < PAGE_SIZE):
            all_seen = reached
            break
    return _Found(records=tuple(seen.values()), all_seen=all_seen)


def _key(record: Record, place: tuple[int, int]) -> Hashable:
    """What tells a record from others: the vendor's id, else its order and time, else only where it stood."""
    if record.record_id is not None:
        return record.record_id
    return (record.order_id, record.created_at) if record.order_id and record.created_at else place
