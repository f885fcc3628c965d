"""One update answered: at once what may not wait for a turn, then the command, then what was said delivered."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.error import TelegramError

from bot.commands import Command, Row
from bot.dispatch import Dispatcher
from bot.reply import Reply
from bot.secret import Secret, without
from bot.telegram.receive import Arrival
from bot.telegram.send import Sender, blocked, hopeless, uncertain, unreachable
from storage import DatabaseUnavailable

log = logging.getLogger(__name__)

SLOW_SECONDS = 1.0
HASTE = timedelta(seconds=1.5)
"""A second tap of a double tap; nobody reads a question in that time."""
LONGEST_PAUSE = 30.0


@dataclass(slots=True, kw_only=True)
class Item:
    """An update in hand. `erasing` deletes the message that brought a secret, once."""

    update_id: int
    arrival: Arrival
    begun_at: datetime | None = None
    erasing: asyncio.Task[bool] | None = None


class Answering:
    """Answers updates. `notice` words what a press is told at once, in a language."""

    def __init__(
        self,
        *,
        rows: Iterable[Row],
        dispatcher: Dispatcher,
        sender: Sender,
        notice: Callable[[str, str | None], str],
        clock: Callable[[], datetime],
    ) -> None:
        self._rows = {row.name: row for row in rows}
        self._dispatcher = dispatcher
        self._sender = sender
        self._notice = notice
        self._clock = clock
        self._chores: set[asyncio.Task[Any]] = set()
        self._written_over: dict[tuple[int, int], datetime] = {}

    def begin(self, item: Item) -> None:
        """Do at once what may not wait for a turn: stop the spinner, delete a secret."""
        arrival = item.arrival
        item.begun_at = self._clock()
        if arrival.press_id is not None:
            self._chore(self._sender.answer_press(arrival.press_id, self._noticed(item)))
        elif arrival.exposed:
            self.erase_soon(item)
        elif arrival.command is not None and not arrival.command.name:
            self._chore(self._erase_if_awaited(item, arrival.command))

    def erase_soon(self, item: Item) -> None:
        """Start to delete the message that asked."""
        self._chore(self._erase(item))

    async def deal(self, item: Item, waiting: Sequence[Item]) -> bool:
        """Answer an update whose turn it is, given what waits behind it. Tells whether it has been dealt with."""
        command = item.arrival.command
        try:
            if item.arrival.left:
                await self._leave(item.arrival.chat_id)
            elif command is not None and not self._is_hasty(item) and not self._superseded(item, waiting):
                await self._answer(item, command)
        except Exception as error:  # noqa: BLE001  # a bug of ours: the one place that catches them all
            if isinstance(error, TelegramError) and hopeless(error):
                log.error("update %d waits for a start that Telegram answers: %s", item.update_id, error)  # noqa: TRY400
                return False
            trace = without(traceback.format_exc(), command.secret if command else Secret(""))
            log.error("update %d could not be answered\n%s", item.update_id, trace)  # noqa: TRY400  # without the secret
            if command is not None:
                await self._apologise(item, command)
        return True

    async def close(self) -> None:
        """Stop what goes on beside the answers."""
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)

    async def _leave(self, chat_id: int) -> None:
        """Forget a chat before anything that came after is answered, however long the database takes."""
        pause = 0.5
        while True:
            try:
                await self._dispatcher.left(chat_id)
            except DatabaseUnavailable as error:
                log.error("a chat that left can't be forgotten yet: %s", error)  # noqa: TRY400
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def _answer(self, item: Item, command: Command) -> None:
        typing = self._chore(self._show_slowness(item.arrival))
        try:
            reply = await self._dispatcher.answer(command, lambda: self._erase(item))
        finally:
            typing.cancel()
        try:
            await self._deliver(reply, item.arrival)
        except TelegramError as error:
            if not unreachable(error) and not uncertain(error):
                raise
            if blocked(error):
                await self._dispatcher.left(command.chat_id)
            # Sent again it might come twice, and a chat that put the bot out has no use for it.
            log.warning("the answer to update %d may not have arrived: %s", item.update_id, type(error).__name__)

    async def _apologise(self, item: Item, command: Command) -> None:
        erased = not command.secret or await self._erase(item)
        try:
            await self._deliver(self._dispatcher.sorry(command, erased=erased), item.arrival, anew=True)
        except TelegramError as error:
            log.warning("nor could update %d be apologised for: %s", item.update_id, type(error).__name__)

    async def _deliver(self, reply: Reply, arrival: Arrival, *, anew: bool = False) -> None:
        over = None if anew else arrival.press_of
        if over is not None:
            self._note_written_over(arrival.chat_id, over)
        await self._sender.deliver(reply, chat_id=arrival.chat_id, topic_id=arrival.topic_id, over=over)

    def _noticed(self, item: Item) -> str | None:
        """What a press is told at once: nothing, that its button is old, or that it came too quickly."""
        language = item.arrival.person.language if item.arrival.person else None
        if item.arrival.command is None:
            return self._notice("notice-expired", language)
        return self._notice("notice-hasty", language) if self._is_hasty(item) else None

    def _is_hasty(self, item: Item) -> bool:
        """Whether a press destroys something on a message that changed under the finger just now, or since."""
        arrival, command = item.arrival, item.arrival.command
        if command is None or arrival.press_of is None or not self._rows[command.name].destroys:
            return False
        written = self._written_over.get((arrival.chat_id, arrival.press_of))
        return written is not None and item.begun_at is not None and item.begun_at - written < HASTE

    def _note_written_over(self, chat_id: int, message_id: int) -> None:
        now = self._clock()
        self._written_over = {key: at for key, at in self._written_over.items() if timedelta(0) <= now - at < HASTE}
        self._written_over[chat_id, message_id] = now

    async def _erase(self, item: Item) -> bool:
        """Delete the message that asked, once, however often it is asked for; what was pressed holds no secret."""
        if item.arrival.press_id is not None or item.arrival.message_id is None:
            return True
        if item.erasing is None:
            item.erasing = self._chore(self._sender.erase(item.arrival.chat_id, item.arrival.message_id))
        return await asyncio.shield(item.erasing)

    async def _erase_if_awaited(self, item: Item, command: Command) -> None:
        """Delete a token that was asked for at once, also where its turn has to wait for a slow answer."""
        if await self._dispatcher.awaits_secret(command):
            await self._erase(item)

    def _superseded(self, item: Item, waiting: Sequence[Item]) -> bool:
        """Whether a newer press on the same message waits already, so that this page would only flash by."""
        return self._only_looks(item) and any(
            later.arrival.press_of == item.arrival.press_of and self._only_looks(later) for later in waiting
        )

    def _only_looks(self, item: Item) -> bool:
        command = item.arrival.command
        return item.arrival.press_of is not None and command is not None and not self._rows[command.name].changes

    async def _show_slowness(self, arrival: Arrival) -> None:
        while True:
            await asyncio.sleep(SLOW_SECONDS)
            await self._sender.show_typing(arrival.chat_id, arrival.topic_id)
            await asyncio.sleep(4.0)  # Telegram shows it for five

    def _chore(self, work: Awaitable[Any]) -> asyncio.Task[Any]:
        task = asyncio.ensure_future(work)
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)
        return task
