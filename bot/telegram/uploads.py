"""Pictures on their way to Telegram: drawn and uploaded once, from then on named by the id of their file."""

from __future__ import annotations

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from telegram import Message
from telegram.error import BadRequest

from bot.reply import Picture, PictureUnavailable

Png = Callable[[Picture], Awaitable[bytes]]
"""Draws a picture as a PNG. May raise PictureUnavailable."""
Attempt = Callable[[bytes | str], Awaitable[Message | bool]]
"""Shows a picture, given its bytes or the id of its file; returns what Telegram answers."""
log = logging.getLogger(__name__)

LARGEST_PICTURE = 10 * 1024 * 1024
"""Bytes: https://core.telegram.org/bots/api#sendphoto"""
MOST_REMEMBERED = 256


class Uploads:
    """What Telegram has of our pictures; remembered in memory, for the latest ones."""

    def __init__(self, png: Png) -> None:
        self._png = png
        self._ids: OrderedDict[bytes, str] = OrderedDict()

    async def show(self, picture: Picture, attempt: Attempt) -> None:
        """Show a picture that was shown before by its id, and draw any other.

        Raises PictureUnavailable where it can't be drawn or is too large, and what `attempt` raises.
        """
        key = _key(picture)
        known = self._ids.get(key)
        if known is not None:
            try:
                await attempt(known)
            except BadRequest as error:
                if "file" not in str(error).lower():
                    raise
                log.info("Telegram does not know a picture any more: %s", error)
                self._ids.pop(key, None)
            else:
                if key in self._ids:
                    self._ids.move_to_end(key)
                return
        drawn = await self._png(picture)
        if len(drawn) > LARGEST_PICTURE:
            raise PictureUnavailable(f"a picture of {len(drawn)} bytes")
        shown = await attempt(drawn)
        if isinstance(shown, Message) and shown.photo:
            self._ids[key] = shown.photo[-1].file_id
            if len(self._ids) > MOST_REMEMBERED:
                self._ids.popitem(last=False)


def _key(picture: Picture) -> bytes:
    drawing = f"{picture.width} {picture.height} {picture.svg}"
    return hashlib.sha256(drawing.encode("utf-8", "surrogatepass")).digest()
