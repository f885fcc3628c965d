"""Polling. The next call confirms the former's updates, so it is made when those are answered or written down.

https://core.telegram.org/bots/api#getupdates
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import re
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import NetworkError, TimedOut

from bot.observing import UNWATCHED, Pulse, silent
from bot.patience import USUAL, Patience
from bot.telegram.intake import Intake
from bot.telegram.receive import WANTED
from bot.telegram.transport import Oversized, Transport, json_object

log = logging.getLogger(__name__)

MOST_IN_HAND = 1000
STAND_BY_SECONDS = 1.0
LATE_SECONDS = 5.0
"""After the end of a poll it is given up."""
LONGEST_ASKED = 3600
"""Seconds. Telegram asks for no longer pause than this; what does is something else in its place."""
_REFUSALS = 3
UPDATE_ID = re.compile(rb'"update_id"\s*:\s*(\d{1,18})\b')
"""An update's number in bytes that are no JSON. In a text that somebody wrote the quotes would be escaped."""


class TokenRevoked(Exception):
    """Telegram refuses the bot's token, and goes on refusing it."""


class Poller:
    """Fetches updates until it is cancelled. `url`: of the bot's methods, with the token in it.

    `ours`: whether it is for this process to fetch; Telegram lets one do so.
    `conflict` is asked where Telegram says that somebody else fetches or is delivered to: it tells what to do, or did.
    """

    def __init__(
        self,
        *,
        transport: Transport,
        url: str,
        intake: Intake,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        ours: Callable[[], bool] = lambda: True,
        conflict: Callable[[], Awaitable[str]] | None = None,
        patience: Patience = USUAL,
        heard: Callable[[], None] = silent,
        pulse: Pulse = UNWATCHED,
    ) -> None:
        self._heard = heard
        self._pulse = pulse
        self._transport = transport
        self._url = url
        self._intake = intake
        self._sleep = sleep
        self._ours = ours
        self._conflict = conflict
        self._patience = patience
        self._offset: int | None = None
        self._limit = 100
        self._failures = 0
        self._reasons: set[str] = set()
        self._refusals = 0

    async def run(self) -> None:
        """Fetch, hand over, confirm, for ever. Raises TokenRevoked."""
        while True:
            self._pulse.beat()
            if not self._ours():
                self._heard()  # who only stands by is not deaf
                await self._sleep(STAND_BY_SECONDS)
                continue
            self._pulse.rest()  # this may take as long as an outage does
            await self._intake.room(MOST_IN_HAND)
            self._pulse.beat()
            updates = await self._fetch()
            if updates is None:
                continue
            if updates:
                self._pulse.rest()
                await self._intake.take(updates)
            # Nothing left to confirm: ask without a number, for after an idle week Telegram starts at a random one.
            self._offset = _after(updates)

    async def _fetch(self) -> list[object] | None:
        """Return the next updates, or `None` after waiting out whatever went wrong."""
        parameters: dict[str, Any] = {
            "timeout": self._patience.poll,
            "limit": self._limit,
            "allowed_updates": list(WANTED),
        }
        if self._offset is not None:
            parameters["offset"] = self._offset
        try:
            status, body = await self._transport.poll(
                f"{self._url}/getUpdates", parameters, seconds=self._patience.poll + LATE_SECONDS
            )
        except TimedOut:
            await self._failed("no answer")
            return None
        except Oversized as error:
            self._limit = 1  # one by one they fit
            await self._failed(str(error))
            return None
        except NetworkError as error:
            await self._failed(str(error) or type(error).__name__)
            return None
        if status != 200:
            await self._refused(status, body)
            return None
        return await self._parsed(body)

    async def _parsed(self, body: bytes) -> list[object] | None:
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            await self._unparsed(body)
            return None
        updates = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(updates, list) or (updates and _after(updates) is None):
            # Without a number nothing can be confirmed, and the same would come again at once.
            await self._failed("an answer without updates")
            return None
        if self._failures:
            log.info("updates come again")
        self._heard()
        self._failures = self._refusals = 0
        self._reasons.clear()
        self._limit = 100
        return updates

    async def _unparsed(self, body: bytes) -> None:
        """Find the one update that can't be parsed by asking for one at a time, and step over it."""
        found = UPDATE_ID.search(body)
        if self._limit > 1 or found is None:
            self._limit = 1
            await self._failed("an answer that is no JSON")
            return
        log.error("update %d is no JSON and is skipped", int(found.group(1)))
        self._intake.skipped += 1
        self._offset = int(found.group(1)) + 1
        self._limit = 100

    async def _refused(self, status: int, body: bytes) -> None:
        answer = json_object(body)
        said = str(answer.get("description") or f"HTTP {status}")
        if status in (401, 404):
            self._refusals += 1
            if self._refusals >= _REFUSALS:
                raise TokenRevoked(said)
        else:
            self._refusals = 0
        if status == 409 and self._conflict is not None:
            said = await self._conflict()
        parameters = answer.get("parameters")
        wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
        await self._failed(said, min(wait, LONGEST_ASKED) if isinstance(wait, int) and status == 429 else None)

    async def _failed(self, what: str, retry_after: int | None = None) -> None:
        """Wait longer after each failure in a row, as long as patience allows; then poll on."""
        self._failures += 1
        new = what not in self._reasons or self._failures == 10 or self._failures % 1000 == 0
        self._reasons.add(what)
        level = logging.WARNING if new else logging.DEBUG
        log.log(level, "no updates (failure %d in a row): %s", self._failures, what)
        pause = min(0.5 * 2 ** min(self._failures - 1, 10), self._patience.longest_pause)
        self._pulse.rest()  # Telegram may ask for an hour
        await self._sleep(max(float(retry_after or 0), random.uniform(pause / 2, pause)))  # noqa: S311  # jitter


def _after(updates: list[object]) -> int | None:
    """Return what confirms these; never a negative number, which would make Telegram forget what waits."""
    numbers = [update.get("update_id") for update in updates if isinstance(update, dict)]
    whole = [number for number in numbers if isinstance(number, int) and not isinstance(number, bool)]
    return max((number for number in whole if number >= 0), default=-1) + 1 or None
