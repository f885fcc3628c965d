"""The vendor asked over aiohttp as its manual shows it: by the peers that bring aiohttp along."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from benchmarks.bots.plain import Ask


@asynccontextmanager
async def asked(url: str) -> AsyncIterator[Ask]:
    """Return what asks, over one session."""
    async with aiohttp.ClientSession(url, raise_for_status=True) as session:

        async def ask(path: str, query: Mapping[str, str], token: str) -> dict[str, Any]:
            headers = {"authorization": f"Bearer {token}"}
            async with session.get(path, params=query, headers=headers) as response:
                data: dict[str, Any] = (await response.json())["data"]
                return data

        yield ask
