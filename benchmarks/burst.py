"""Thousands of commands that wait already, as after an outage: worked off in order within each chat, nobody starved."""

from __future__ import annotations

import re
from statistics import median
from typing import Any

from benchmarks.alone import Alone, alone
from benchmarks.measure import Cost, Effort, Line, Report, Table
from benchmarks.seed import CHATS

COMMANDS = 2_000
FROM_MANY, FROM_FEW = 10, 50
"""Commands of one chat; more than a minute's sixty would be refused."""
_NUMBER = re.compile(r"/n(\d+)")


async def run(effort: Effort) -> Report:
    """Measure a burst of many chats and one of few, and look at the order of the answers."""
    commands = effort.times(COMMANDS)
    async with alone(CHATS) as bot:
        many, ordered = await _bursts(bot, commands, FROM_MANY, effort, first=1)
        few, also_ordered = await _bursts(bot, commands, FROM_FEW, effort, first=CHATS // 2)
    return Report(
        tables=(Table(title=f"one of {commands} commands that waited", lines=(many, few)),),
        remarks=(ordered, also_ordered, "commands without a vendor call: the order is looked at, not the vendor"),
        conclusion=f"a burst costs {many.cpu * 1e3:.2f} ms of CPU a command; {ordered}",
    )


async def _bursts(bot: Alone, commands: int, each: int, effort: Effort, *, first: int) -> tuple[Line, str]:
    """Measure bursts of so many commands a chat, each round from other chats; tell of their order."""
    chats = max(1, commands // each)
    costs, wrong, behind = [], 0, []
    for turn in range(effort.rounds):
        begin = first + turn * (chats + 1)
        before, _ = await bot.process.used()
        told = await bot.tell("/burst", updates=commands, chats=chats, first=begin)
        after, _ = await bot.process.used()
        last = max(seconds for _, _, seconds in told["said"])
        costs.append(Cost(cpu=(after - before) / (commands + 1), wall=last / (commands + 1)))
        wrong += _out_of_order(told)
        behind.append(next(seconds for chat, _, seconds in told["said"] if chat == begin + chats) / last)
    return Line(name=f"of {chats} chats", costs=tuple(costs)), (
        f"of {chats} chats {wrong} were answered out of order; somebody who asked once, behind all others, "
        f"was answered after {median(behind):.0%} of the time"
    )


def _out_of_order(told: dict[str, Any]) -> int:
    """How many chats were not answered in the order in which they asked."""
    said: dict[int, list[int]] = {}
    for chat, text, _ in told["said"]:
        if (found := _NUMBER.search(text)) is not None:
            said.setdefault(chat, []).append(int(found[1]))
    return sum(numbers != sorted(numbers) for numbers in said.values())
