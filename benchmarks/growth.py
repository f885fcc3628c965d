"""Nothing that is done for an update may grow with the number of chats: a thousand of them, and a million."""

from __future__ import annotations

import asyncio

from benchmarks.alone import alone
from benchmarks.measure import Cost, Effort, Line, Report, Table
from bot.bytesflows.client import REUSED_FOR

FEW, MANY = 1_000, 1_000_000
TEXT = "/records order"
ANSWERS = 450
"""Each takes two numbers of the stand-in's, so no account is asked twice in a round, nor while its answer is reused."""


async def run(effort: Effort) -> Report:
    """Measure an answer over each database."""
    answers = effort.times(ANSWERS)
    lines = []
    for chats in (effort.times(MANY), FEW):
        costs = []
        async with alone(chats) as bot:
            for turn in range(-1, effort.rounds):
                await asyncio.sleep(REUSED_FOR.total_seconds())
                before, _ = await bot.process.used()
                driven = await bot.tell("/drive", text=TEXT, updates=answers, in_flight=50)
                after, _ = await bot.process.used()
                if driven["vendor_calls"] != answers:
                    raise RuntimeError(f"{driven['vendor_calls']} vendor calls for {answers} answers")
                if turn >= 0:
                    costs.append(Cost(cpu=(after - before) / answers, wall=driven["seconds"] / answers))
            _, peak = await bot.process.used()
            lines.append(Line(name=f"{chats:,} chats", costs=tuple(costs), note=f"{peak:.0f} MiB at most"))
    many, few = lines
    return Report(
        tables=(Table(title=f"one answer to {TEXT}", lines=(many, few)),),
        conclusion=f"an answer among {many.name} takes {many.cpu / few.cpu:.2f} of the CPU of one among {few.name}",
    )
