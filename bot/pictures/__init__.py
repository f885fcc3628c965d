"""Pictures made of drawings: off the event loop, few at once, the same one once.

resvg holds Python's lock while it draws, so a thread would stop the loop as well; a process of its own does not, and
takes its memory, and its faults, away with it.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import sys
from asyncio.subprocess import PIPE
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from bot.reply import Picture, PictureUnavailable

logger = logging.getLogger(__name__)

AT_ONCE: Final = 2
REMEMBERED_BYTES: Final = 8 * 1024**2
"""Some two hundred pictures."""
LONGEST_SECONDS: Final = 20.0
"""A picture takes a fifth of a second; a machine may be very busy, and nobody waits for ever."""

_RASTER: Final = Path(__file__).with_name("raster.py")

Draw = Callable[[Picture], Awaitable[bytes]]
"""Makes the PNG; raises PictureUnavailable."""


async def render(picture: Picture, *, python: str = sys.executable, longest_seconds: float = LONGEST_SECONDS) -> bytes:
    """Return the picture as PNG, drawn by a process of its own.

    Raises PictureUnavailable, also where it takes too long.
    """
    try:
        # Without our environment, which may hold the bot's token and keys.
        process = await asyncio.create_subprocess_exec(
            python, "-P", str(_RASTER), stdin=PIPE, stdout=PIPE, stderr=PIPE, env={}
        )
    except OSError as error:
        raise PictureUnavailable(f"no process could be started: {error}") from error
    try:
        async with asyncio.timeout(longest_seconds):
            png, complaint = await process.communicate(picture.svg.encode())
    except TimeoutError as error:
        raise PictureUnavailable(f"not drawn within {longest_seconds:g} seconds") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        last = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        raise PictureUnavailable(f"the process ended with {process.returncode}: {last}")
    return png


class Renderer:
    """Draws at most so many pictures at once, and remembers the last ones."""

    def __init__(
        self, *, draw: Draw = render, at_once: int = AT_ONCE, remembered_bytes: int = REMEMBERED_BYTES
    ) -> None:
        self._draw = draw
        self._turn = asyncio.Semaphore(at_once)
        self._most = remembered_bytes
        self._held = 0
        self._remembered: OrderedDict[bytes, bytes] = OrderedDict()
        self._under_way: dict[bytes, asyncio.Task[bytes]] = {}

    async def png(self, picture: Picture) -> bytes:
        """Return the picture as PNG: remembered, or drawn once for all who wait for the same one.

        Raises PictureUnavailable; a failure is not remembered.
        """
        key = hashlib.sha256(picture.svg.encode()).digest()
        if (known := self._remembered.get(key)) is not None:
            self._remembered.move_to_end(key)
            return known
        task = self._under_way.get(key)
        if task is None:
            task = self._under_way[key] = asyncio.create_task(self._made(key, picture))
            task.add_done_callback(lambda done: self._finished(key, done))
        # Who stops waiting takes the picture from nobody else.
        return await asyncio.shield(task)

    async def _made(self, key: bytes, picture: Picture) -> bytes:
        async with self._turn:
            png = await self._draw(picture)
        self._remember(key, png)
        return png

    def _finished(self, key: bytes, task: asyncio.Task[bytes]) -> None:
        del self._under_way[key]
        # Said here, once, for all who waited, and where nobody does any more.
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.warning("a picture could not be drawn: %s", error)

    def _remember(self, key: bytes, png: bytes) -> None:
        if len(png) > self._most:
            return
        self._remembered[key] = png
        self._held += len(png)
        while self._held > self._most:
            _, oldest = self._remembered.popitem(last=False)
            self._held -= len(oldest)
