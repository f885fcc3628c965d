"""All records of an account, page after page: only they tell which expires next, and what was bought and used."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass

from bot.bytesflows import calls
from bot.bytesflows.calls import Call
from bot.bytesflows.client import Answer
from bot.traffic import Record, RecordPage

PAGE_SIZE = 100
"""Records asked for at once; the vendor may send fewer."""
MOST_PAGES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The records that were found, and whether there are no others."""

    records: tuple[Record, ...]
    all_seen: bool


async def all_records(ask: Callable[[Call[RecordPage]], Awaitable[Answer[RecordPage] | None]]) -> Found:
    """Fetch pages until one brings nothing new, or a page that is not full reaches the total."""
    seen: dict[Hashable, Record] = {}
    all_seen = False
    for page in range(1, MOST_PAGES + 1):
        answer = await ask(calls.records(page=page, size=PAGE_SIZE))
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
    return Found(records=tuple(seen.values()), all_seen=all_seen)


def _key(record: Record, place: tuple[int, int]) -> Hashable:
    """What tells a record from others: the vendor's id, else its order and time, else only where it stood."""
    if record.record_id is not None:
        return record.record_id
    return (record.order_id, record.created_at) if record.order_id and record.created_at else place
