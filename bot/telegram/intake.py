"""Updates taken in: written down sealed, lined up in order within their chat, crossed out when dealt with.

Once `take` returns, an update may be confirmed: it is answered, or it will be, by this process, the next, or another
one that has its chat in hand.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from telegram import Bot

from bot import tracing
from bot.commands import Row
from bot.observing import Observe, unobserved
from bot.roster import Roster
from bot.sealed import of_update
from bot.secret import Secret
from bot.telegram.answering import Answering, Item, Outcome
from bot.telegram.lanes import Lanes
from bot.telegram.receive import receive
from bot.vault import SealError, Vault
from storage import DatabaseUnavailable, Dismissed, Lined, Storage, Written

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
        roster: Roster,
        observe: Observe = unobserved,
    ) -> None:
        self._observe = observe
        self._bot = bot
        self._rows = {row.name: row for row in rows}
        self._answering = answering
        self._inbox = storage.inbox
        self._vault = vault
        self._clock = clock
        self._roster = roster
        self._lanes: Lanes[Item] = Lanes(self._deal)
        self._held: set[int] = set()
        self._done: set[int] = set()
        self._taking = asyncio.Lock()
        self._listens_as = ""
        self._closing = self._in_doubt = False
        self._fetching: asyncio.Task[None] | None = None
        self._crossing: asyncio.Task[None] | None = None
        self._forgotten_at: datetime | None = None
        self.skipped = 0

    async def inherit(self) -> None:
        """Take up what a process wrote down and did not finish that is gone, and what others handed to this one."""
        async with self._taking:
            if self._closing:
                return
            if self._listens_as != self._roster.id:
                self._listens_as = self._roster.id
                await self._inbox.listen(self._roster.id, self._hear)
            left = await self._inbox.adopt(self._roster.id)
            if left:
                await self._start_left(left, tried=True)
            if self._roster.shared:
                await self._start_left(await self._inbox.handed(self._roster.id))
            if self._in_doubt:
                # A database that was lost at the end of a write may have done it, and nobody here was told.
                await self._start_left(await self._inbox.in_hand_of(self._roster.id))
                self._in_doubt = False

    async def renounce(self) -> None:
        """Let go of what is in hand: another process has it by now."""
        log.warning("%d updates in hand are left to others", self._lanes.in_hand)
        self._held.clear()
        await self._lanes.drop()

    async def take(self, updates: Sequence[object]) -> None:
        """Take a batch in. Where it can't be written down, return only when all of it is dealt with."""
        numbered = self._numbered(updates)
        try:
            await self._write_down(numbered)
        except DatabaseUnavailable as error:
            log.debug("updates can't be written down, so each batch is answered before the next: %s", error)
            for update in numbered.values():
                item = self._read(update)
                if item is not None:
                    self._start(item)
            await self._lanes.fewer_than(1)

    async def accept(self, updates: Sequence[object]) -> None:
        """Take a batch in, or, where it can't be written down, none of it: for one who will bring it again.

        Raises DatabaseUnavailable.
        """
        await self._write_down(self._numbered(updates))

    def has_room(self, most: int) -> bool:
        """Tell whether fewer than `most` updates are in hand."""
        return self._lanes.counted < most

    @property
    def in_hand(self) -> int:
        """How many updates wait or are being dealt with."""
        return self._lanes.in_hand

    @property
    def waiting(self) -> int:
        """How many of them wait behind another one of their chat."""
        return self._lanes.in_hand - self._lanes.busy

    async def room(self, most: int) -> None:
        """Wait until fewer than `most` updates are in hand."""
        await self._lanes.fewer_than(most)

    async def close(self, seconds: float) -> None:
        """Finish what is in hand within so many seconds in all; the rest stays written down for the next start."""
        self._closing = True  # what others left, or hand over now, is for those who go on
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
            opened = self._vault.open(written.sealed, of_update(written.update_id))
        except SealError as error:
            log.warning("update %d was left unanswered and does not open: %s", written.update_id, error)
            return None
        item = self._read(json.loads(opened.reveal()), written.received_at)
        if item is not None and written.attempts < MOST_ATTEMPTS:
            return item
        if item is not None:
            self.skip(written.update_id, "was in hand at too many crashes")
            if item.arrival.exposed:
                self._answering.erase_soon(item)
        self._cross_out(written.update_id)
        return None

    def _numbered(self, updates: Sequence[object]) -> dict[int, dict[str, Any]]:
        numbered = {}
        for update in updates:
            number = _number(update) if isinstance(update, dict) else None
            if isinstance(update, dict) and number is not None:
                numbered[number] = update
            else:
                self.skip(None, "has no number")
        return numbered

    async def _write_down(self, numbered: Mapping[int, Mapping[str, Any]]) -> None:
        items = {number: item for number, update in numbered.items() if (item := self._read(update)) is not None}
        written = list(self._sealed_all(numbered, items))
        async with self._taking:
            # First, for after an idle week numbers may begin again among those that are remembered.
            await self._forget_old()
            lined = await self._lined(written)
            await self._start_left(lined.waits)
            for number, item in items.items():
                if number in lined.new or (number in lined.again and number not in self._held):
                    self._start(item)
                else:
                    self._observe("unread", "elsewhere" if self._roster.shared else "duplicate", 0.0)

    async def _lined(self, written: Sequence[Written]) -> Lined:
        while True:
            try:
                return await self._inbox.write_down(written, self._roster.id, self._clock())
            except Dismissed:
                await self._roster.renew()
            except DatabaseUnavailable:
                self._in_doubt = self._roster.shared
                raise

    def _hear(self, _said: str) -> None:
        """Fetch what was handed to this process, once more if it is being fetched right now."""
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch())

    async def _fetch(self) -> None:
        try:
            async with self._taking:
                self._fetching = None
                if not self._closing:
                    await self._start_left(await self._inbox.handed(self._roster.id))
        except DatabaseUnavailable as error:
            self._in_doubt = True
            log.info("what was handed to this process is fetched a little later: %s", error)

    async def _start_left(self, left: Sequence[Written], *, tried: bool = False) -> None:
        """Start what was written down before. `tried`: what came first in each chat may be why its process ended."""
        await self._vault.knows(*(written.sealed for written in left))
        opened = [(written, item) for written in left if (item := self._reopened(written)) is not None]
        if tried:
            first = {item.arrival.lane: written.update_id for written, item in reversed(opened)}
            try:
                await self._inbox.count_attempt(first.values())
            except DatabaseUnavailable as error:
                log.debug("attempts can't be counted: %s", error)
        for written, item in opened:
            if written.update_id not in self._held:
                self._start(item)

    def _read(self, update: Mapping[str, Any], received_at: datetime | None = None) -> Item | None:
        """Parse an update; one that can't be read, or is of no use to us, is not fetched for ever."""
        number = update["update_id"]
        with tracing.update(number):
            try:
                arrival = receive(update, username=self._bot.username, rows=self._rows)
            except (TypeError, ValueError, RecursionError) as error:
                self.skip(number, f"could not be read ({type(error).__name__})")
                return None
        if arrival is None:
            return None
        return Item(update_id=number, arrival=arrival, received_at=received_at or self._clock())

    def _start(self, item: Item) -> None:
        self._held.add(item.update_id)
        with tracing.update(item.update_id):
            self._answering.begin(item)
        # Outside: a lane, once begun, goes on with the updates of others.
        self._lanes.put(item.arrival.lane, item)

    async def _deal(self, item: Item) -> None:
        await self._roster.sure()
        with tracing.update(item.update_id):
            outcome = await self._answering.deal(item, self._lanes.waiting(item.arrival.lane))
        self._observe(_kind(item), outcome.value, (self._clock() - item.received_at).total_seconds())
        if outcome is not Outcome.LEFT:
            self._cross_out(item.update_id)

    def _sealed_all(self, numbered: Mapping[int, Mapping[str, Any]], items: Mapping[int, Item]) -> Iterator[Written]:
        for number, item in items.items():
            try:
                yield self._sealed(item, numbered[number])
            except RecursionError:  # reading it took less of the stack than writing it
                self.skip(number, "is nested too deep")

    def _sealed(self, item: Item, update: Mapping[str, Any]) -> Written:
        text = Secret(json.dumps(update, separators=(",", ":")))
        return Written(
            update_id=item.update_id,
            received_at=item.received_at,
            lane=item.arrival.lane,
            sealed=self._vault.seal(text, of_update(item.update_id)),
        )

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
                log.debug("%d answered updates can't be crossed out yet: %s", len(self._done), error)
                return
            self._done -= numbers
            self._held -= numbers

    async def _forget_old(self) -> None:
        now = self._clock()
        if self._forgotten_at is None or abs(now - self._forgotten_at) > timedelta(hours=1):
            self._forgotten_at = now
            await self._inbox.forget(now - KEPT)

    def skip(self, number: int | None, why: str) -> None:
        """Count and say that an update can't be read; what it said is not for the log."""
        self.skipped += 1
        self._observe("unread", "skipped", 0.0)
        log.error("update %s %s and is skipped (%d so far)", number, why, self.skipped)


def _kind(item: Item) -> str:
    if item.arrival.press_id is not None:
        return "press"
    return "event" if item.arrival.command is None else "command"


def _number(update: Mapping[str, Any]) -> int | None:
    number = update.get("update_id")
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63 else None
