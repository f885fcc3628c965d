"""A call to the Bot API made until it surely was: waits out floods and outages, and never sends twice on suspicion."""

from __future__ import annotations

import logging
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.transport import ServerTrouble, Unsent

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
log = logging.getLogger(__name__)

_LONGEST_PAUSE = 30.0
_TRIES = 5
_TRIES_TO_SEND = 20  # some eight minutes of an outage; after that it may be this message that Telegram fails on


class Calls:
    """Makes calls, again and again where that does no harm."""

    def __init__(self, sleep: Sleep) -> None:
        self._sleep = sleep

    async def once(self, call: Callable[[], Awaitable[T]]) -> T:
        """Call until Telegram has surely taken it or surely refuses it; give up where nobody can tell."""
        return await self._calling(call, lambda error: isinstance(error, ServerTrouble), tries=_TRIES_TO_SEND)

    async def repeatable(self, call: Callable[[], Awaitable[T]]) -> T:
        """Call again also where an earlier call may have had its effect."""
        return await self._calling(call, lambda error: not isinstance(error, BadRequest), tries=_TRIES)

    async def _calling(
        self, call: Callable[[], Awaitable[T]], again: Callable[[NetworkError], bool], *, tries: int
    ) -> T:
        pause = 0.5
        while True:
            try:
                return await call()
            except RetryAfter as error:
                wait = _seconds(error) + random.uniform(0.1, 1.0)  # noqa: S311  # jitter
                log.info("Telegram asks to wait %.1f s", wait)
            except Unsent:
                # Telegram is out of reach: the update stays written down, and this waits until it is back.
                wait = random.uniform(pause / 2, pause)  # noqa: S311
            except NetworkError as error:
                tries -= 1
                if tries <= 0 or not again(error):
                    raise
                wait = random.uniform(pause / 2, pause)  # noqa: S311
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                # The library could not read Telegram's answer to a call that may well have had its effect.
                raise NetworkError(f"an answer that is none ({type(error).__name__})") from None
            await self._sleep(wait)
            pause = min(pause * 2, _LONGEST_PAUSE)


def says(error: TelegramError, *texts: str) -> bool:
    """Tell whether Telegram says one of these, in lower case; the library changes the case of what it says."""
    return any(text in str(error).lower() for text in texts)


def said(error: TelegramError) -> str:
    """Return an error for the log."""
    return f"{type(error).__name__}: {error}"


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
