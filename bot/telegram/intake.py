"""Updates taken in: written down sealed, lined up in order within their chat, crossed out when dealt with.

Once `take` returns, an update may be confirmed: it is answered, or it will be, by this process or the next.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from telegram import Bot, Update

from bot.commands import Row
from bot.secret import Secret
from bot.telegram.answering import Answering, Item
from bot.telegram.lanes import Lanes
from bot.telegram.receive import receive
from bot.vault import Place, SealError, Vault
from storage import DatabaseUnavailable, Storage, Written

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 20
"""Starts after which an update that was first in its chat at every crash is given up: it may be what crashes us."""
KEPT = timedelta(hours=48)
"""How long numbers of updates are remembered; Telegram delivers none again after 24 hours."""
CROSSED_AT_ONCE = 500
CLOSING_SECONDS = 1.0
"""Of the time to finish, what is kept for crossing out."""


class Intake:
    """Takes updates in. `skipped` counts those that could not be read or were given up."""

    def __init__(
        self,
        *,
        bot: Bot,
        rows: Iterable[Row],
        answering: Answering,
        storage: Storage,
        vault: Vault,
        clock: Callable[[], datetime],
    ) -> None:
        self._bot = bot
        self._rows = {row.name: row for row in rows}
        self._answering = answering
        self._inbox = storage.inbox
        self._vault = vault
        self._clock = clock
        self._lanes: Lanes[Item] = Lanes(self._deal)
        self._done: set[int] = set()
        self._crossing: asyncio.Task[None] | None = None
        self._forgotten_at: datetime | None = None
        self.skipped = 0

    async def resume(self) -> None:
        """Take up what an earlier process wrote down and did not finish."""
        left = [(written, self._reopened(written)) for written in await self._inbox.waiting()]
        # Only the first of each chat was being dealt with when the process ended; it may be why.
        first = {item.arrival.lane: written for written, item in reversed(left) if item is not None}
        try:
            await self._inbox.count_attempt(written.update_id for written in first.values())
        except DatabaseUnavailable as error:
            log.error("attempts can't be counted: %s", error)  # noqa: TRY400
        for _, item in left:
            if item is not None:
                self._start(item)

    async def take(self, updates: Sequence[object]) -> None:
        """Take a batch in. Where it can't be written down, return only when all of it is dealt with."""
        readable = [update for update in updates if isinstance(update, dict) and _number(update) is not None]
        for _ in range(len(updates) - len(readable)):
            self._skip(None, "has no number")
        numbered = {number: update for update in readable if (number := _number(update)) is not None}
        try:
            # First, for after an idle week numbers may begin again among those that are remembered.
            await self._forget_old()
            new = await self._inbox.write_down([self._sealed(number, update) for number, update in numbered.items()])
        except DatabaseUnavailable as error:
            log.error("updates can't be written down, so each batch is answered before the next: %s", error)  # noqa: TRY400
            self._start_all(numbered.values())
            await self._lanes.fewer_than(1)
            return
        self._start_all(update for number, update in numbered.items() if number in new)

    async def room(self, most: int) -> None:
        """Wait until fewer than `most` updates are in hand."""
        await self._lanes.fewer_than(most)

    async def close(self, seconds: float) -> None:
        """Finish what is in hand within so many seconds in all; the rest stays written down for the next start."""
        deadline = asyncio.get_running_loop().time() + seconds
        left = await self._lanes.close(max(0.0, seconds - CLOSING_SECONDS))
        if left:
            log.warning("%d updates are left for the next start", left)
        try:
            async with asyncio.timeout_at(deadline):
                if self._crossing is not None:
                    await self._crossing
                await self._cross_out_all()  # what could not be crossed out before would be answered again
        except TimeoutError:
            log.error("%d answered updates could not be crossed out", len(self._done))  # noqa: TRY400
        await self._answering.close()

    def _reopened(self, written: Written) -> Item | None:
        """Open an update that was left; cross it out where it can't be read or was tried too often."""
        try:
            opened = self._vault.open(written.sealed, _place(written.update_id))
        except SealError as error:
            log.warning("update %d was left unanswered and does not open: %s", written.update_id, error)
            return None
        item = self._read(json.loads(opened.reveal()), written.received_at)
        if item is not None and written.attempts < MOST_ATTEMPTS:
            return item
        if item is not None:
            self._skip(written.update_id, "was in hand at too many crashes")
            if item.arrival.exposed:
                self._answering.erase_soon(item)
        self._cross_out(written.update_id)
        return None

    def _start_all(self, updates: Iterable[Mapping[str, Any]]) -> None:
        for update in updates:
            item = self._read(update, self._clock())
            if item is None:
                self._cross_out(update["update_id"])
            else:
                self._start(item)

    def _read(self, update: Mapping[str, Any], received_at: datetime) -> Item | None:
        """Parse an update; one that can't be read is skipped, not fetched for ever."""
        number = update["update_id"]
        try:
            parsed = Update.de_json(dict(update), self._bot)
            arrival = receive(parsed, username=self._bot.username, rows=self._rows)
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, OSError) as error:
            # OSError: a date past what the machine's clock can count.
            self._skip(number, f"could not be read ({type(error).__name__})")
            return None
        return Item(update_id=number, arrival=arrival, received_at=received_at) if arrival is not None else None

    def _start(self, item: Item) -> None:
        self._answering.begin(item)
        self._lanes.put(item.arrival.lane, item)

    async def _deal(self, item: Item) -> None:
        if await self._answering.deal(item, self._lanes.waiting(item.arrival.lane)):
            self._cross_out(item.update_id)

    def _sealed(self, number: int, update: Mapping[str, Any]) -> Written:
        text = Secret(json.dumps(update, separators=(",", ":")))
        return Written(update_id=number, received_at=self._clock(), sealed=self._vault.seal(text, _place(number)))

    def _cross_out(self, number: int) -> None:
        """Cross out soon, together with what else is finished by then."""
        self._done.add(number)
        if self._crossing is None or self._crossing.done():
            self._crossing = asyncio.create_task(self._cross_out_all())

    async def _cross_out_all(self) -> None:
        while self._done:
            numbers = frozenset(islice(self._done, CROSSED_AT_ONCE))
            try:
                await self._inbox.cross_out(numbers)
            except DatabaseUnavailable as error:
                log.error("%d answered updates can't be crossed out yet: %s", len(self._done), error)  # noqa: TRY400
                return
            self._done -= numbers

    async def _forget_old(self) -> None:
        now = self._clock()
        if self._forgotten_at is None or abs(now - self._forgotten_at) > timedelta(hours=1):
            self._forgotten_at = now
            await self._inbox.forget(now - KEPT)

    def _skip(self, number: int | None, why: str) -> None:
        self.skipped += 1
        log.error("update %s %s and is skipped (%d so far)", number, why, self.skipped)


def _place(number: int) -> Place:
    return Place(field=f"inbox.sealed {number}")


def _number(update: Mapping[str, Any]) -> int | None:
    number = update.get("update_id")
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63 else None
