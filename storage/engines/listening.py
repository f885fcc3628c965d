"""What verbs of other processes say, heard on a connection of its own: PostgreSQL's LISTEN.

https://www.postgresql.org/docs/current/sql-notify.html
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import asyncpg  # type: ignore[import-untyped]  # it has none
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.database import Heard

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""Between looks at whether the connection is still there."""


_LOST = (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, NoConnectionFree, OSError, TimeoutError)


class Listening:
    """Keeps one connection that listens, as long as there is something to listen to."""

    def __init__(self, engine: AsyncEngine, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._engine = engine
        self._sleep = sleep
        self._heard: dict[str, Heard] = {}
        self._task: asyncio.Task[None] | None = None

    async def to(self, channel: str, heard: Heard) -> None:
        """Listen to this channel and no other from now on, as soon as there is a connection."""
        await self.close()
        self._heard = {channel: heard}
        first: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._task = asyncio.create_task(self._keep(first))
        await asyncio.wait((first, self._task), return_when=asyncio.FIRST_COMPLETED)

    async def close(self) -> None:
        """Listen no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep(self, first: asyncio.Future[None]) -> None:
        while True:
            try:
                async with self._engine.connect() as connection:
                    await self._listen(connection, first)
            except _LOST as error:
                log.info("what other processes say is not heard for a moment: %s", type(error).__name__)
            if not first.done():
                first.set_result(None)
            await self._sleep(LOOK_SECONDS)

    async def _listen(self, connection: AsyncConnection, first: asyncio.Future[None]) -> None:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection  # asyncpg's, which has no types
        raw.detach()  # it never goes back to where verbs get theirs
        try:
            for channel in self._heard:
                await driver.add_listener(channel, self._hear)
            if not first.done():
                first.set_result(None)
            while True:
                await self._sleep(LOOK_SECONDS)
                await driver.execute("SELECT 1")
        finally:
            driver.terminate()

    def _hear(self, _driver: object, _server: int, channel: str, said: str) -> None:
        self._heard[channel](said)
