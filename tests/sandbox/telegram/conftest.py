"""A twin, and the plainest client that a bot could have: JSON in, the envelope out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.telegram import Chat, Person, Telegram


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant

    def move(self, **by: float) -> None:
        self.instant += timedelta(**by)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram() as telegram:
        yield telegram


@pytest.fixture
def clock(telegram: Telegram) -> Clock:
    clock = Clock()
    telegram.clock = clock
    return clock


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(telegram: Telegram, session: aiohttp.ClientSession) -> Callable[..., Awaitable[dict[str, Any]]]:
    async def call(method: str, **parameters: object) -> dict[str, Any]:
        url = f"{telegram.url}/bot{telegram.token}/{method}"
        async with session.post(url, json=parameters) as response:
            envelope: dict[str, Any] = await response.json()
        assert response.status == envelope.get("error_code", 200)
        return envelope

    return call


@pytest.fixture
def alice(telegram: Telegram) -> Person:
    return telegram.person("Alice")


@pytest.fixture
def chat(telegram: Telegram, alice: Person) -> Chat:
    return telegram.private(alice)
