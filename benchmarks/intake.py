"""Updates taken in and answered without the vendor: an unknown command, ours beside the manuals' way."""

from __future__ import annotations

from benchmarks.contest import Job, contest
from benchmarks.measure import Effort, Report, shares

UPDATES = 800


async def run(effort: Effort) -> Report:
    """Measure at 100 in flight."""
    job = Job(text="/nonsense", vendor_calls=0, rows=1, updates=effort.times(UPDATES))
    tables = await contest(job, in_flight=(100,), effort=effort)
    return Report(
        tables=tables,
        conclusion=f"taking an update in and answering it takes {shares(tables)}",
        remarks=("ours writes the update down and looks the chat up; the others do neither",),
    )
