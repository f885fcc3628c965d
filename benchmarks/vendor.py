"""One question to the vendor: our client with its retries, caps and turns, beside httpx alone and aiohttp alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

import aiohttp
import httpx

from benchmarks.measure import Effort, Measure, Report, awaited, compared, race
from benchmarks.processes import child
from bot.app import now
from bot.bytesflows import calls
from bot.bytesflows.client import connected
from bot.credentials import Credential
from bot.secret import Secret

PATH = "/api/v1/dashboard/asset"
AT_ONCE = 20
CALLS = 400
HEADERS = {"authorization": "Bearer bf_0123456789abcdef"}


async def run(effort: Effort) -> Report:
    """Measure one call at a time, and 20 at once."""
    async with (
        child("benchmarks.standin", "1") as standin,
        connected(str(standin.said["url"]), zone=ZoneInfo("UTC"), clock=now) as ours,
        httpx.AsyncClient(base_url=str(standin.said["url"])) as plain,
        aiohttp.ClientSession(str(standin.said["url"])) as bare,
    ):
        # Different accounts, for ours asks one thing at a time of each.
        credentials = [Credential(kind="bearer", secret=Secret(f"bf_{number:032}")) for number in range(AT_ONCE)]

        async def ask(number: int) -> object:
            return await ours.ask(calls.overview(), credentials[number], reuse=False)

        async def get(_number: int) -> object:
            response = await plain.get(PATH, headers=HEADERS)
            return response.raise_for_status().json()

        async def get_bare(_number: int) -> object:
            async with bare.get(PATH, headers=HEADERS, raise_for_status=True) as response:
                return await response.json()

        contenders = (("ours", ask), ("httpx alone", get), ("aiohttp alone", get_bare))
        times = effort.times(CALLS)
        single = await race(
            "one GET with JSON back, one at a time", [(name, _one(work, times)) for name, work in contenders], effort
        )
        many = await race(
            f"one GET with JSON back, {AT_ONCE} at once",
            [(name, _many(work, times // AT_ONCE or 1)) for name, work in contenders],
            effort,
        )
    us, httpx_alone, aiohttp_alone = many.lines
    return Report(
        tables=(single, many),
        conclusion=f"a call of ours takes {compared(us, httpx_alone)} and {compared(us, aiohttp_alone)} at 20 at once",
    )


def _one(work: Callable[[int], Awaitable[object]], times: int) -> Measure:
    return awaited(lambda: work(0), times)


def _many(work: Callable[[int], Awaitable[object]], times: int) -> Measure:
    return awaited(lambda: asyncio.gather(*(work(number) for number in range(AT_ONCE))), times, each=AT_ONCE)
