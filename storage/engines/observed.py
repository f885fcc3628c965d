"""A database, with every transaction told to whoever counts: what kind it was, how it ended, how long it took."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy import Connection

from storage.database import Database, DatabaseUnavailable, Heard

T = TypeVar("T")
Observe = Callable[[str, str, float], None]
"""Told what was done, how it ended, and the seconds it took; both in words of this file."""


def unobserved(_what: str, _how: str, _seconds: float) -> None:
    """Tell nobody."""


class Observed(Database):
    """Another database, and who is told of it."""

    def __init__(self, database: Database, observe: Observe) -> None:
        self.shared = database.shared
        self._database = database
        self._observe = observe

    async def read(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that only looks."""
        return await self._told("read", self._database.read(verb))

    async def write(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that changes something."""
        return await self._told("write", self._database.write(verb))

    async def erase(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb that deletes for good."""
        return await self._told("erase", self._database.erase(verb))

    async def note(self, verb: Callable[[Connection], T]) -> T:
        """Run a verb whose change a power cut may take back."""
        return await self._told("note", self._database.note(verb))

    async def claim(self, verb: Callable[[Connection], T], *, lasting: bool = False) -> T:
        """Run a verb that locks what it changes."""
        return await self._told("claim", self._database.claim(verb, lasting=lasting))

    async def listen(self, channel: str, heard: Heard) -> None:
        """Hear what verbs of others say."""
        await self._database.listen(channel, heard)

    async def fold(self) -> bool:
        """Let what was overwritten be in no journal any more."""
        return await self._database.fold()

    async def close(self) -> None:
        """Let go of the database."""
        await self._database.close()

    async def _told(self, what: str, running: Awaitable[T]) -> T:
        began, how = time.perf_counter(), "failed"
        try:
            done = await running
            how = "done"
        except DatabaseUnavailable:
            how = "unavailable"
            raise
        except asyncio.CancelledError:
            how = "given_up"
            raise
        finally:
            self._observe(what, how, time.perf_counter() - began)
        return done
