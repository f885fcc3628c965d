"""Bots, each a process of its own, take turns at answering the same updates of one stand-in."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from functools import partial
from tempfile import TemporaryDirectory

import aiohttp

from benchmarks import orm, seed
from benchmarks.measure import Cost, Effort, Line, Table, race
from benchmarks.processes import Child, child

BOTS = (
    ("ours", "benchmarks.bots.ours", "1:ours"),
    (f"python-telegram-bot, httpx, {orm.HOW}", "benchmarks.bots.ptb", "2:ptb"),
    (f"aiogram 3, aiohttp, {orm.HOW}", "benchmarks.bots.aiogram3", "3:aiogram"),
    (f"pyTelegramBotAPI, aiohttp, {orm.HOW}", "benchmarks.bots.telebot_async", "4:telebot"),
)
SETTLED_SECONDS = 1.5
"""Without a call, after which a start is over."""
ALIKE = 0.75
"""What the shortest text must have of the longest one's length, for the answers to count as the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A bot that runs. `idle_mib`: the most it held before the first update."""

    name: str
    token: str
    process: Child
    idle_mib: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked, how often each answer asks the vendor, and how many rows of buttons it has.

    So no bot wins by answering something else.
    """

    text: str
    vendor_calls: int
    rows: int
    updates: int


async def contest(job: Job, *, in_flight: Sequence[int], effort: Effort) -> tuple[Table, ...]:
    """Return a table for each number of updates in flight; in each round each bot does the whole job."""
    async with AsyncExitStack() as stack:
        directory = stack.enter_context(TemporaryDirectory(prefix="benchmark-"))
        async with child("benchmarks.seed", directory):
            pass
        standin = await stack.enter_async_context(child("benchmarks.standin", str(seed.CHATS)))
        url = str(standin.said["url"])
        http = await stack.enter_async_context(aiohttp.ClientSession(url))
        bots = []
        for name, module, token in BOTS:
            process = await stack.enter_async_context(child(module, url, directory, token))
            _, idle = await process.used()
            bots.append(Bot(name=name, token=token, process=process, idle_mib=idle))
        async with http.post("/settle", json={"quiet_seconds": SETTLED_SECONDS}, raise_for_status=True):
            tables = []
        for number in in_flight:
            lengths: dict[str, int] = {}
            contenders = [(bot.name, partial(_answered, http, bot, job, number, lengths)) for bot in bots]
            table = await race(f"one answer to {job.text}, {number} in flight", contenders, effort)
            if min(lengths.values()) < ALIKE * max(lengths.values()):
                raise RuntimeError(f"the answers are not of one length: {lengths}")
            noted = [await _noted(line, bot) for line, bot in zip(table.lines, bots, strict=True)]
            tables.append(replace(table, lines=tuple(noted)))
    return tuple(tables)


async def _answered(http: aiohttp.ClientSession, bot: Bot, job: Job, in_flight: int, lengths: dict[str, int]) -> Cost:
    before, _ = await bot.process.used()
    drive = {"token": bot.token, "text": job.text, "updates": job.updates, "in_flight": in_flight}
    async with http.post("/drive", json=drive, raise_for_status=True) as response:
        driven = await response.json()
    after, _ = await bot.process.used()
    if driven["vendor_calls"] != job.vendor_calls * job.updates:
        raise RuntimeError(f"{bot.name} asked the vendor {driven['vendor_calls']} times for {job.updates} answers")
    if driven["rows"] != job.rows:
        raise RuntimeError(f"{bot.name} answered with {driven['rows']} rows of buttons instead of {job.rows}")
    lengths[bot.name] = driven["characters"]
    return Cost(cpu=(after - before) / job.updates, wall=float(driven["seconds"]) / job.updates)


async def _noted(line: Line, bot: Bot) -> Line:
    _, peak = await bot.process.used()
    return replace(line, note=f"{1 / line.cpu:.0f} a second on a core, {bot.idle_mib:.0f} MiB idle, {peak:.0f} at most")
