"""Half load: how long an answer takes beyond the vendor's own time where half of what can be answered here is asked."""

from __future__ import annotations

from statistics import median, quantiles

from benchmarks.alone import alone
from benchmarks.measure import Cost, Effort, Line, Report, Table
from benchmarks.seed import CHATS

TEXT = "/records order"
ANSWERS = 1_000
VENDOR_SECONDS = 0.1


async def run(effort: Effort) -> Report:
    """Find out how many a second can be answered, then ask half as many, over a vendor that takes a tenth of one."""
    answers = effort.times(ANSWERS)
    async with alone(CHATS) as bot:
        await bot.tell("/drive", text=TEXT, updates=answers, in_flight=100)
        full = []
        for _ in range(effort.rounds):
            before, _ = await bot.process.used()
            driven = await bot.tell("/drive", text=TEXT, updates=answers, in_flight=100)
            after, _ = await bot.process.used()
            full.append(Cost(cpu=(after - before) / answers, wall=driven["seconds"] / answers))
        half_load = 0.5 / median(cost.wall for cost in full)
        before, _ = await bot.process.used()
        paced = await bot.tell("/pace", text=TEXT, updates=answers, per_second=half_load, vendor_seconds=VENDOR_SECONDS)
        after, _ = await bot.process.used()
    waits = [(seconds - VENDOR_SECONDS) * 1e3 for seconds in paced["seconds"]]
    cuts = quantiles(waits, n=100)
    half = Cost(cpu=(after - before) / answers, wall=median(paced["seconds"]))
    return Report(
        tables=(
            Table(
                title=f"one answer to {TEXT}",
                lines=(
                    Line(name="half load", costs=(half,) * len(full), note=f"{half_load:.0f} a second are asked"),
                    Line(name="100 in flight", costs=tuple(full)),
                ),
            ),
        ),
        remarks=(
            f"beyond the vendor's {VENDOR_SECONDS * 1e3:.0f} ms: median {cuts[49]:.1f} ms, 9 of 10 {cuts[89]:.1f}, "
            f"99 of 100 {cuts[98]:.1f}, the longest {max(waits):.1f}",
            "on the clock: what else the machine does counts too",
        ),
        conclusion=f"at half load 99 of 100 answers come within {cuts[98]:.0f} ms of the vendor's own time",
    )
