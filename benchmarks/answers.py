"""The whole job: `/balance` from one of 10,000 chats, from the update to the message, ours beside the manuals' way."""

from __future__ import annotations

from benchmarks.contest import Job, contest
from benchmarks.measure import Effort, Report, compared

ANSWERS = 500


async def run(effort: Effort) -> Report:
    """Measure at 10 and at 100 in flight."""
    job = Job(text="/balance", vendor_calls=2, updates=effort.times(ANSWERS))
    tables = await contest(job, in_flight=(10, 100), effort=effort)
    few, many = tables
    return Report(
        tables=tables,
        conclusion=(
            f"at 100 in flight an answer of ours takes {compared(*many.lines)}; "
            f"at 10 the other takes {few.lines[1].cpu / few.lines[0].cpu:.1f} times ours"
        ),
        remarks=(
            "each answer: chat, account and token looked up, two vendor calls, a reading kept, HTML with buttons sent;",
            "ours also writes every update down, sealed, before it is confirmed, and speaks the reader's language",
        ),
    )
