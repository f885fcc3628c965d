"""Updates taken in: written down sealed, answered in order within their chat, crossed out when dealt with.

Once `take` returns, an update may be confirmed: it is answered, or it will be, by this process or the next.
"""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.commands import Command, Row
from bot.dispatch import Dispatcher
from bot.secret import Secret, without
from bot.telegram.lanes import Lanes
from bot.telegram.receive import Arrival, receive
from bot.telegram.send import Sender, blocked, uncertain, unreachable
from bot.vault import Place, SealError, Vault
from storage import DatabaseUnavailable, Storage, Written

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 20
"""Starts after which an update that was first in its chat at every crash is given up: it may be what crashes us."""
KEPT = timedelta(hours=48)
"""How long numbers of updates are remembered; Telegram delivers none again after 24 hours."""
SLOW_SECONDS = 1.0


@dataclass(slots=True, kw_only=True)
class _Item:
    """An update in hand. `erasing` deletes the message that brought a secret, once."""

    update_id: int
    arrival: Arrival
    erasing: asyncio.Task[bool] | None = None


class Intake:
    """Takes updates in. `skipped` counts those that could not be read or were given up."""

    def __init__(
        self,
        *,
        bot: Bot,
        rows: Iterable[Row],
        dispatcher: Dispatcher,
        sender: Sender,
        storage: Storage,
        vault: Vault,
        clock: Callable[[], datetime],
        notice_expired: Callable[[str | None], str],
    ) -> None:
        self._bot = bot
        self._rows = {row.name: row for row in rows}
        self._dispatcher = dispatcher
        self._sender = sender
        self._inbox = storage.inbox
        self._vault = vault
        self._clock = clock
        self._notice_expired = notice_expired
        self._lanes: Lanes[_Item] = Lanes(self._deal)
        self._chores: set[asyncio.Task[Any]] = set()
        self._done: set[int] = set()
        self._crossing: asyncio.Task[None] | None = None
        self._forgotten_at: datetime | None = None
        self.skipped = 0

    async def resume(self) -> None:
        """Take up what an earlier process wrote down and did not finish."""
        left = [(written, self._reopened(written)) for written in await self._inbox.waiting()]
        # Only the first of each chat was being dealt with when the process ended; it may be why.
        first = {item.arrival.chat_id: written for written, item in reversed(left) if item is not None}
        try:
            await self._inbox.count_attempt(written.update_id for written in first.values())
        except DatabaseUnavailable as error:
            log.error("attempts can't be counted: %s", error)  # noqa: TRY400
        for _, item in left:
            if item is not None:
                self._start(item)

    def _reopened(self, written: Written) -> _Item | None:
        """Open an update that was left; cross it out where it can't be read or was tried too often."""
        try:
            opened = self._vault.open(written.sealed, _place(written.update_id))
        except SealError as error:
            log.warning("update %d was left unanswered and does not open: %s", written.update_id, error)
            return None
        item = self._read(json.loads(opened.reveal()))
        if item is not None and written.attempts < MOST_ATTEMPTS:
            return item
        if item is not None:
            self._skip(written.update_id, "was in hand at too many crashes")
        self._cross_out(written.update_id)
        return None

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
        """Finish what is in hand within so many seconds; the rest stays written down for the next start."""
        left = await self._lanes.close(seconds)
        if left:
            log.warning("%d updates are left for the next start", left)
        if self._crossing is not None:
            await self._crossing
        await self._cross_out_all()  # what could not be crossed out before would be answered again at the next start
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)

    def _start_all(self, updates: Iterable[Mapping[str, Any]]) -> None:
        for update in updates:
            item = self._read(update)
            if item is None:
                self._cross_out(update["update_id"])
            else:
                self._start(item)

    def _read(self, update: Mapping[str, Any]) -> _Item | None:
        """Parse an update; one that can't be read is skipped, not fetched for ever."""
        number = update["update_id"]
        try:
            parsed = Update.de_json(dict(update), self._bot)
            arrival = receive(parsed, username=self._bot.username, rows=self._rows)
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError, OSError) as error:
            # OSError: a date past what the machine's clock can count.
            self._skip(number, f"could not be read ({type(error).__name__})")
            return None
        return _Item(update_id=number, arrival=arrival) if arrival is not None else None

    def _start(self, item: _Item) -> None:
        """Do at once what may not wait for a turn: stop the spinner, delete a secret. Then line up."""
        arrival = item.arrival
        if arrival.press_id is not None:
            language = arrival.person.language if arrival.person else None
            notice = None if arrival.command else self._notice_expired(language)
            self._chore(self._sender.answer_press(arrival.press_id, notice))
        if arrival.exposed and arrival.message_id is not None:
            item.erasing = self._chore(self._sender.erase(arrival.chat_id, arrival.message_id))
        self._lanes.put(arrival.chat_id, item)

    async def _deal(self, item: _Item) -> None:
        command = item.arrival.command
        try:
            if item.arrival.left:
                await self._dispatcher.left(item.arrival.chat_id)
            elif command is not None and not self._superseded(item):
                await self._answer(item, command)
        except Exception:  # noqa: BLE001  # a bug of ours: the one place that catches them all
            trace = without(traceback.format_exc(), command.secret if command else Secret(""))
            log.error("update %d could not be answered\n%s", item.update_id, trace)  # noqa: TRY400  # without the secret
            if item.arrival.left:
                return  # not crossed out: the next start deletes what could not be deleted now
            if command is not None:
                await self._apologise(item, command)
        self._cross_out(item.update_id)

    async def _answer(self, item: _Item, command: Command) -> None:
        typing = self._chore(self._show_slowness(command.chat_id))
        try:
            reply = await self._dispatcher.answer(command, lambda: self._erase(item))
        finally:
            typing.cancel()
        try:
            await self._sender.deliver(reply, chat_id=command.chat_id, over=item.arrival.press_of)
        except TelegramError as error:
            if not unreachable(error) and not uncertain(error):
                raise
            if blocked(error):
                await self._dispatcher.left(command.chat_id)
            # Sent again it might come twice, and a chat that put the bot out has no use for it.
            log.warning("the answer to update %d may not have arrived: %s", item.update_id, type(error).__name__)

    async def _apologise(self, item: _Item, command: Command) -> None:
        try:
            await self._sender.deliver(self._dispatcher.sorry(command), chat_id=command.chat_id, over=None)
        except TelegramError as error:
            log.warning("nor could update %d be apologised for: %s", item.update_id, type(error).__name__)

    async def _erase(self, item: _Item) -> bool:
        """Delete the message that asked, once, however often it is asked for; what was pressed holds no secret."""
        if item.arrival.press_id is not None or item.arrival.message_id is None:
            return True
        if item.erasing is None:
            item.erasing = self._chore(self._sender.erase(item.arrival.chat_id, item.arrival.message_id))
        return await asyncio.shield(item.erasing)

    def _superseded(self, item: _Item) -> bool:
        """Whether a newer press on the same message waits already, so that this page would only flash by."""
        return _only_looks(item, self._rows) and any(
            later.arrival.press_of == item.arrival.press_of and _only_looks(later, self._rows)
            for later in self._lanes.waiting(item.arrival.chat_id)
        )

    async def _show_slowness(self, chat_id: int) -> None:
        while True:
            await asyncio.sleep(SLOW_SECONDS)
            await self._sender.show_typing(chat_id)
            await asyncio.sleep(4.0)  # Telegram shows it for five

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
            numbers = frozenset(self._done)
            try:
                await self._inbox.cross_out(numbers)
            except DatabaseUnavailable as error:
                log.error("%d answered updates can't be crossed out yet: %s", len(numbers), error)  # noqa: TRY400
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

    def _chore(self, work: Awaitable[Any]) -> asyncio.Task[Any]:
        task = asyncio.ensure_future(work)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)
        return task


def _only_looks(item: _Item, rows: Mapping[str, Row]) -> bool:
    command = item.arrival.command
    return item.arrival.press_of is not None and command is not None and not rows[command.name].changes


def _place(number: int) -> Place:
    return Place(field=f"inbox.sealed {number}")


def _number(update: Mapping[str, Any]) -> int | None:
    number = update.get("update_id")
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 2**63 else None
