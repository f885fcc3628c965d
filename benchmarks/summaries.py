"""Thousands of daily summaries due at one minute: the rate they are held to, what one costs, what they take to hold.

The bot is a process of its own; the stand-in notes when each message arrived.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp

from benchmarks import seed
from benchmarks.measure import Cost, Effort, Line, Report, Table
from benchmarks.processes import Child, child
from bot import keys
from bot.telegram.limits import A_SECOND
from bot.vault import Vault

CHATS = 10_000
PACED = 1_500
"""A minute of them: as long as the pace is to be looked at."""
FEW, MANY = 1_000, 100_000
HELD = 500
"""Said of few and of many before it is looked how much is held."""
MOST_WARM_UP = 50
TOKEN = "1:summaries"  # of no bot
PATIENCE = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Summaries that arrived: seconds of CPU and on the clock for each, when each came, the most MiB that was held."""

    cost: Cost
    at: tuple[float, ...]
    peak_mib: float


async def run(effort: Effort) -> Report:
    """Say them at Telegram's pace, then as fast as can be, then of few chats and of many."""
    chats, paced, held = effort.times(CHATS), effort.times(PACED), effort.times(HELD)
    at_pace = await _said(chats, paced, paced=True)
    lifted = await _said(chats, chats - _warm_up(chats))
    few, many = effort.times(FEW), effort.times(MANY)
    peaks = [(await _said(number, held)).peak_mib for number in (few, many)]
    table = Table(
        title=f"one daily summary, {chats} due at one minute",
        lines=(
            Line(name="as fast as can be", costs=(lifted.cost,)),
            Line(name="at Telegram's pace", costs=(at_pace.cost,)),
        ),
    )
    most, least = _windows(at_pace.at)
    return Report(
        tables=(table,),
        remarks=(
            f"in any second of {paced / A_SECOND:.0f} between {least} and {most} arrived; {A_SECOND} may",
            f"memory at most: {peaks[0]:.0f} MiB with {few} chats due, {peaks[1]:.0f} MiB with {many}",
        ),
        conclusion=f"never more than {most} in a second, {lifted.cost.cpu * 1e3:.2f} ms of CPU each, "
        f"{peaks[1] - peaks[0]:.0f} MiB more for {many // few} times the chats",
    )


def _windows(at: Sequence[float]) -> tuple[int, int]:
    """The most and the fewest that arrived in any one second, begun with an arrival, that was over before the last."""
    counts = [bisect_left(at, begin + 1.0) - place for place, begin in enumerate(at) if begin + 1.0 <= at[-1]]
    return max(counts, default=len(at)), min(counts, default=len(at))


def _warm_up(chats: int) -> int:
    """Messages that are not counted."""
    return min(MOST_WARM_UP, chats // 20)


async def _said(chats: int, messages: int, *, paced: bool = False) -> Said:
    """Let so many chats be due, and look at what it takes until so many messages came after the first few."""
    async with _bot(chats, paced=paced) as (http, process):
        await _arrived(http, _warm_up(chats))
        before, _ = await process.used()
        arrived = await _arrived(http, messages)
        after, peak = await process.used()
    span = (arrived[-1] - arrived[0]) / max(1, len(arrived) - 1)
    return Said(cost=Cost(cpu=(after - before) / messages, wall=span), at=tuple(arrived), peak_mib=peak)


async def _arrived(http: aiohttp.ClientSession, messages: int) -> list[float]:
    asked = {"token": TOKEN, "messages": messages, "seconds": PATIENCE}
    async with http.post("/arrive", json=asked, raise_for_status=True) as response:
        arrived: list[float] = (await response.json())["at"]
    return arrived


@asynccontextmanager
async def _bot(chats: int, *, paced: bool) -> AsyncIterator[tuple[aiohttp.ClientSession, Child]]:
    """Run the bot over a database in which a summary of each chat is due."""
    with TemporaryDirectory(prefix="benchmark-") as directory:
        await _due(Path(directory), chats)
        async with child("benchmarks.standin", str(chats)) as standin:
            url = str(standin.said["url"])
            timeout = aiohttp.ClientTimeout(total=PATIENCE + 10)
            async with (
                aiohttp.ClientSession(url, timeout=timeout) as http,
                child("benchmarks.bots.ours", url, directory, TOKEN, *(("paced",) if paced else ())) as process,
            ):
                yield http, process


async def _due(directory: Path, chats: int) -> None:
    url = f"sqlite:///{directory / 'bot.db'}"
    vault = Vault(keys.keyring(None, directory))
    tokens = await asyncio.to_thread(seed.sealed, vault, chats)
    await seed.fill(url, tokens)
    await seed.summon(url, chats, datetime.now(UTC) - timedelta(minutes=1))
