"""The whole job, from the update to the message: asked by one of 10,000 chats, ours beside the manuals' way."""

from __future__ import annotations

from benchmarks.contest import Job, contest
from benchmarks.measure import Effort, Report, shares

ANSWERS = 500
IN_FLIGHT = (10, 100)


async def records(effort: Effort) -> Report:
    """Measure an answer that asks the vendor once: the chat and its token looked up, HTML with two rows of buttons."""
    job = Job(text="/records order", vendor_calls=1, rows=2, updates=effort.times(ANSWERS))
    tables = await contest(job, in_flight=IN_FLIGHT, effort=effort)
    return Report(
        tables=tables,
        conclusion=f"an answer of ours takes {shares(tables)}",
        remarks=(
            "each answer: chat, account and token looked up, one vendor call, HTML with two rows of buttons sent;",
            "ours also writes every update down, sealed, before it is confirmed, and speaks the reader's language",
        ),
    )


async def balance(effort: Effort) -> Report:
    """Measure an answer that asks the vendor twice and keeps what it said."""
    job = Job(text="/balance", vendor_calls=2, rows=1, updates=effort.times(ANSWERS))
    tables = await contest(job, in_flight=IN_FLIGHT, effort=effort)
    return Report(
        tables=tables,
        conclusion=f"an answer of ours takes {shares(tables)}",
        remarks=(
            "each answer as above, with two vendor calls, a reading kept, those of a week read, one row of buttons",
        ),
    )
