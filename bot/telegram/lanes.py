"""Order within a chat, chats side by side: one lane a chat, so that one slow account delays nobody else."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")

COUNTED = 20
"""Items of one lane that count towards what is in hand: one chat that floods must not keep the others out."""


class Lanes(Generic[T]):
    """Hands items to `deal`, one at a time within a lane. Should `deal` raise, the lane goes on with the next."""

    def __init__(self, deal: Callable[[T], Awaitable[None]]) -> None:
        self._deal = deal
        self._waiting: dict[int, deque[T]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._sizes: dict[int, int] = {}
        self._in_hand = 0
        self._counted = 0
        self._fewer = asyncio.Condition()
        self._closed = False

    @property
    def in_hand(self) -> int:
        """How many items wait or are being dealt with."""
        return self._in_hand

    @property
    def counted(self) -> int:
        """How many of them count: of each lane its first twenty."""
        return self._counted

    @property
    def busy(self) -> int:
        """How many lanes there is something in."""
        return len(self._sizes)

    def waiting(self, lane: int) -> tuple[T, ...]:
        """Return what waits in a lane behind the item being dealt with."""
        return tuple(self._waiting.get(lane, ()))

    def put(self, lane: int, item: T) -> None:
        """Add an item at the end of a lane."""
        size = self._sizes[lane] = self._sizes.get(lane, 0) + 1
        self._in_hand += 1
        self._counted += size <= COUNTED
        self._waiting.setdefault(lane, deque()).append(item)
        if lane not in self._workers:
            self._workers[lane] = asyncio.create_task(self._work(lane))

    async def fewer_than(self, number: int) -> None:
        """Wait until fewer items than this are in hand, of each lane its first twenty counted."""
        async with self._fewer:
            await self._fewer.wait_for(lambda: self._counted < number)

    async def drop(self) -> None:
        """Let go of all that waits, and of what is being dealt with."""
        for lane, waiting in self._waiting.items():
            for _ in waiting:
                self._finished(lane)
            waiting.clear()
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        for lane, worker in tuple(self._workers.items()):
            if worker in workers:  # it was cancelled before it began, so it could not go on or end by itself
                self._go_on(lane)
        async with self._fewer:
            self._fewer.notify_all()

    async def close(self, seconds: float) -> int:
        """Wait so long for what is in hand, then cancel it; return how much was not finished."""
        try:
            async with asyncio.timeout(seconds):
                await self.fewer_than(1)
        except TimeoutError:
            pass
        left = self._in_hand
        self._closed = True
        workers = list(self._workers.values())
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return left

    async def _work(self, lane: int) -> None:
        waiting = self._waiting[lane]
        try:
            while waiting:
                try:
                    await self._deal(waiting.popleft())
                finally:
                    self._finished(lane)
                async with self._fewer:
                    self._fewer.notify_all()
        finally:
            self._go_on(lane)

    def _go_on(self, lane: int) -> None:
        """Have somebody work on what waits in a lane, if anything does."""
        if self._waiting[lane] and not self._closed:
            self._workers[lane] = asyncio.create_task(self._work(lane))
        else:
            del self._waiting[lane], self._workers[lane]

    def _finished(self, lane: int) -> None:
        size = self._sizes[lane]
        self._in_hand -= 1
        self._counted -= size <= COUNTED
        if size > 1:
            self._sizes[lane] = size - 1
        else:
            del self._sizes[lane]
