"""Loops that run as long as the bot does. One that ends by itself is a bug of ours, and the bot ends with it.

A bot that hears nothing, or says nothing by itself, and goes on as if all were well is worse than one that is started
anew: whoever supervises the process does that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class LoopEnded(Exception):
    """A loop ended that should not have; the text says which, the cause is what it raised, if it did."""


class Loops:
    """The loops, by name."""

    def __init__(self) -> None:
        self._tasks: dict[asyncio.Task[None], str] = {}

    def begin(self, name: str, loop: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Begin a loop."""
        task = asyncio.create_task(loop, name=name)
        self._tasks[task] = name
        return task

    async def end(self) -> None:
        """Wait until one of them ends, and raise LoopEnded."""
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
        task = next(iter(done))
        error = None if task.cancelled() else task.exception()
        raise LoopEnded(f"the {self._tasks[task]} ended by itself") from error

    async def cancel(self, *tasks: asyncio.Task[None]) -> None:
        """Cancel these, or all there are, and wait for that."""
        cancelled = tasks or tuple(self._tasks)
        for task in cancelled:
            task.cancel()
        await asyncio.gather(*cancelled, return_exceptions=True)
