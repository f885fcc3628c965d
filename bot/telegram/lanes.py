"""Order within a chat, chats side by side: one lane a chat, so that one slow account delays nobody else."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Lanes(Generic[T]):
    """Hands items to `deal`, one at a time within a lane. `deal` raises nothing but CancelledError."""

    def __init__(self, deal: Callable[[T], Awaitable[None]]) -> None:
        self._deal = deal
        self._waiting: dict[int, deque[T]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._in_hand = 0
        self._fewer = asyncio.Condition()

    @property
    def in_hand(self) -> int:
        """How many items wait or are being dealt with."""
        return self._in_hand

    def waiting(self, lane: int) -> tuple[T, ...]:
        """Return what waits in a lane behind the item being dealt with."""
        return tuple(self._waiting.get(lane, ()))

    def put(self, lane: int, item: T) -> None:
        """Add an item at the end of a lane."""
        self._in_hand += 1
        self._waiting.setdefault(lane, deque()).append(item)
        if lane not in self._workers:
            self._workers[lane] = asyncio.create_task(self._work(lane))

    async def fewer_than(self, number: int) -> None:
        """Wait until fewer items than this are in hand."""
        async with self._fewer:
            await self._fewer.wait_for(lambda: self._in_hand < number)

    async def close(self, seconds: float) -> int:
        """Wait so long for what is in hand, then cancel it; return how much was not finished."""
        try:
            async with asyncio.timeout(seconds):
                await self.fewer_than(1)
        except TimeoutError:
            pass
        left = self._in_hand
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return left

    async def _work(self, lane: int) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting:
                await self._deal(waiting.popleft())
                self._in_hand -= 1
                async with self._fewer:
                    self._fewer.notify_all()
        finally:
            del self._waiting[lane], self._workers[lane]
