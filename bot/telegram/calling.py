"""A call to the Bot API made until it surely was: waits out floods and outages, and never sends twice on suspicion."""

from __future__ import annotations

import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.patience import USUAL, Patience
from bot.telegram.limits import Limiter
from bot.telegram.transport import ServerTrouble, Unsent

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
Before = Callable[[], Awaitable[None]]
Probe = Callable[[], Awaitable[object]]
"""Asks Telegram something that has no effect."""
log = logging.getLogger(__name__)

_TRIES = 5
_TRIES_TO_SEND = 20
"""While Telegram answers other questions; then it is this message that it fails on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What Telegram counts a call for: a chat, and whether somebody waits for it or it is a `push`.

    `before`: of a push, awaited when there is room for it in its chat, before it takes its turn and leaves.
    """

    chat_id: int
    push: bool = False
    before: Before | None = None


class Calls:
    """Makes calls, again and again where that does no harm, each in its chat's turn."""

    def __init__(self, limiter: Limiter, sleep: Sleep, *, probe: Probe, patience: Patience = USUAL) -> None:
        self._limiter = limiter
        self._sleep = sleep
        self._probe = probe
        self._longest_pause = patience.longest_pause

    async def once(self, call: Callable[[], Awaitable[T]], pace: Pace) -> T:
        """Call until Telegram has surely taken it or surely refuses it; give up where nobody can tell.

        An outage is waited out, however long; what fails again and again while Telegram answers others is given up.

        A push that has to wait for a flood to be over raises RetryAfter instead.
        """
        while True:
            try:
                return await self._calling(
                    call, lambda error: isinstance(error, ServerTrouble), tries=_TRIES_TO_SEND, pace=pace
                )
            except ServerTrouble:
                if await self.reached(self._probe):
                    raise

    async def repeatable(self, call: Callable[[], Awaitable[T]], pace: Pace | None = None) -> T:
        """Call again also where an earlier call may have had its effect; `None`: Telegram does not count it."""
        return await self._calling(call, lambda error: not isinstance(error, BadRequest), tries=_TRIES, pace=pace)

    async def reached(self, probe: Probe) -> bool:
        """Wait until Telegram answers `probe` with anything at all; tell whether it did so at once."""
        pauses = 0
        while True:
            try:
                await probe()
            except BadRequest:
                break
            except (NetworkError, LookupError, TypeError, ValueError, AttributeError):
                pauses += 1
                await self._sleep(self._pause(pauses))
            except TelegramError:
                break
            else:
                break
        return not pauses

    def _pause(self, failures: int) -> float:
        pause = min(0.5 * 2 ** min(failures - 1, 10), self._longest_pause)
        return random.uniform(pause / 2, pause)  # noqa: S311  # jitter

    async def _calling(
        self,
        call: Callable[[], Awaitable[T]],
        again: Callable[[NetworkError], bool],
        *,
        tries: int,
        pace: Pace | None,
    ) -> T:
        failures = 0
        while True:
            if pace is not None:
                if pace.before is not None:
                    # It may keep others from leaving: so a full chat is waited for first, and then it leaves at once.
                    await self._limiter.room(pace.chat_id)
                    await pace.before()
                await self._limiter.turn(pace.chat_id, push=pace.push)
            try:
                return await call()
            except RetryAfter as error:
                wait = seconds(error) + random.uniform(0.1, 1.0)  # noqa: S311  # jitter
                log.info("Telegram asks to wait %.1f s", wait)
                if pace is not None:
                    self._limiter.hold(pace.chat_id, wait)
                    if pace.push:
                        raise  # surely not sent, and other pushes need not wait for this chat
                    continue
            except Unsent:
                # Telegram is out of reach: the update stays written down, and this waits until it is back.
                wait = self._pause(failures := failures + 1)
            except NetworkError as error:
                tries -= 1
                if tries <= 0 or not again(error):
                    raise
                wait = self._pause(failures := failures + 1)
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                # The library could not read Telegram's answer to a call that may well have had its effect.
                raise NetworkError(f"an answer that is none ({type(error).__name__})") from None
            await self._sleep(wait)


def says(error: TelegramError, *texts: str) -> bool:
    """Tell whether Telegram says one of these, in lower case; the library changes the case of what it says."""
    return any(text in str(error).lower() for text in texts)


def said(error: TelegramError) -> str:
    """Return an error for the log."""
    return f"{type(error).__name__}: {error}"


def seconds(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
