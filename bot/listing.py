"""All records of an account, page after page: only they tell which expires next, and what was bought and used."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from dataclasses import dataclass

from bot.bytesflows import calls
from bot.bytesflows.calls import Call
from bot.bytesflows.client import Answer
from bot.bytesflows.errors import VendorError
from bot.traffic import Record, RecordPage

Ask = Callable[[Call[RecordPage]], Awaitable[Answer[RecordPage]]]
AskIfItCan = Callable[[Call[RecordPage]], Awaitable[Answer[RecordPage] | None]]

PAGE_SIZE = 100
"""Records asked for at once; the vendor may send fewer."""
MOST_PAGES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The records that were found, and whether there are no others."""

    records: tuple[Record, ...]
    all_seen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The records that a page showed and none before it. `last`: there are no others."""

    records: tuple[Record, ...]
    last: bool


async def all_records(ask: AskIfItCan) -> Found:
    """Fetch the records of an account that has no more than people have: the first pages of them."""
    records: list[Record] = []
    all_seen = False
    async for part in parts(ask, most_pages=MOST_PAGES):
        records += part.records
        all_seen = part.last
    return Found(records=tuple(records), all_seen=all_seen)


async def parts(ask: AskIfItCan, *, most_pages: int) -> AsyncIterator[Part]:
    """Fetch page after page until one brings nothing new, or one that is not full reaches the total."""
    seen: set[Hashable] = set()
    for page in range(1, most_pages + 1):
        answer = await ask(calls.records(page=page, size=PAGE_SIZE))
        if answer is None:
            return
        rows, total = answer.value.records, answer.value.total
        keyed = {_key(record, (page, place)): record for place, record in enumerate(rows)}
        new = {key: record for key, record in keyed.items() if key not in seen}
        seen |= new.keys()
        reached = total is None or len(seen) >= total
        ends = not new or (total is not None and reached and len(rows) < PAGE_SIZE)
        yield Part(records=tuple(new.values()), last=ends and reached)
        if ends:
            return


def once_begun(ask: Ask) -> AskIfItCan:
    """Ask so that only the first question may fail; where a later one does, its answer is left out.

    What was had by then is worth having, and whoever waits for it is told that it is not all.
    """
    begun = False

    async def ask_on(call: Call[RecordPage]) -> Answer[RecordPage] | None:
        nonlocal begun
        try:
            answer = await ask(call)
        except VendorError:
            if not begun:
                raise
            return None
        begun = True
        return answer

    return ask_on


def _key(record: Record, place: tuple[int, int]) -> Hashable:
    """What tells a record from others: the vendor's id, else its order and time, else only where it stood."""
    if record.record_id is not None:
        return record.record_id
    return (record.order_id, record.created_at) if record.order_id and record.created_at else place
