"""One update answered: at once what may not wait for a turn, then the command, then what was said delivered."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.error import ChatMigrated, TelegramError

from bot.commands import Command, RightsUnknown, Row
from bot.dispatch import Dispatcher
from bot.moving import Move
from bot.reply import Notice, Reply
from bot.secret import Secret, without
from bot.telegram.members import Members
from bot.telegram.receive import Arrival
from bot.telegram.send import Sender, hopeless, put_out, uncertain, unreachable, unwritable
from bot.telegram.throttle import Throttle, Verdict
from storage import DatabaseUnavailable

log = logging.getLogger(__name__)

SLOW_SECONDS = 1.0
HASTE = timedelta(seconds=1.5)
"""A second tap of a double tap; nobody reads a question in that time."""
LONGEST_PAUSE = 30.0
RIGHTS_SECONDS = 2.0
"""How long a press waits for word on who is an admin before its spinner stops without it."""


@dataclass(slots=True, kw_only=True)
class Item:
    """An update in hand. `erasing` deletes the message that brought a secret, once.

    `verdict`: whether there is room for it in its group. `refused`: whether a press was by somebody who may not.
    """

    update_id: int
    arrival: Arrival
    begun_at: datetime | None = None
    verdict: Verdict = Verdict.ADMITTED
    erasing: asyncio.Task[bool] | None = None
    refused: asyncio.Task[bool] | None = None


class Answering:
    """Answers updates. `notice` words what a press is told at once, in a language."""

    def __init__(
        self,
        *,
        rows: Iterable[Row],
        dispatcher: Dispatcher,
        sender: Sender,
        members: Members,
        move: Move,
        throttle: Throttle,
        warnings: Throttle,
        notice: Callable[[str, str | None], str],
        clock: Callable[[], datetime],
    ) -> None:
        self._rows = {row.name: row for row in rows}
        self._dispatcher = dispatcher
        self._sender = sender
        self._members = members
        self._move_chat = move
        self._throttle = throttle
        self._warnings = warnings
        self._notice = notice
        self._clock = clock
        self._chores: set[asyncio.Task[Any]] = set()
        self._written_over: dict[tuple[int, int], datetime] = {}

    def begin(self, item: Item, *, again: bool = False) -> None:
        """Do at once what may not wait for a turn: stop the spinner, delete a secret. `again`: an earlier start did."""
        arrival, command = item.arrival, item.arrival.command
        item.begun_at = self._clock()
        if arrival.members_changed:
            self._members.drop(arrival.chat_id)
        if command is not None and command.in_group and not command.added and not again:
            throttle = self._warnings if arrival.exposed else self._throttle
            item.verdict = throttle.admit(arrival.chat_id, command.person.person_id)
            if arrival.press_id is not None and self._rows[command.name].admins(command.arguments):
                item.refused = self._chore(self._is_refused(command))
        if arrival.press_id is not None:
            self._chore(self._answer_press(item, arrival.press_id))
        elif arrival.exposed:
            self.erase_soon(item)
        elif command is not None and not command.name:
            self._chore(self._erase_if_awaited(item, command))

    def erase_soon(self, item: Item) -> None:
        """Start to delete the message that asked."""
        self._chore(self._erase(item))

    async def deal(self, item: Item, waiting: Sequence[Item]) -> bool:
        """Answer an update whose turn it is, given what waits behind it. Tells whether it has been dealt with."""
        command = item.arrival.command
        try:
            if item.arrival.left:
                await self._surely(lambda: self._dispatcher.left(item.arrival.chat_id))
            elif item.arrival.moved_to is not None:
                await self._move(item.arrival.chat_id, item.arrival.moved_to)
            elif command is not None and not self._is_hasty(item) and not self._superseded(item, waiting):
                await self._answer_if_admitted(item, command, waiting)
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

    async def _surely(self, change: Callable[[], Awaitable[None]]) -> None:
        """Change a whole chat before anything that came after is answered, however long the database takes."""
        pause = 0.5
        while True:
            try:
                await change()
            except DatabaseUnavailable as error:
                log.error("a chat can't be forgotten or moved yet: %s", error)  # noqa: TRY400
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            else:
                return

    async def _move(self, old_id: int, new_id: int) -> None:
        await self._surely(lambda: self._move_chat(old_id, new_id))
        self._members.drop(old_id)
        self._members.drop(new_id)

    async def _answer_if_admitted(self, item: Item, command: Command, waiting: Sequence[Item]) -> None:
        if command.added and await self._is_upgrade(command.chat_id, waiting):
            return
        if item.refused is not None and await asyncio.shield(item.refused):
            return
        if item.verdict is Verdict.ADMITTED:
            await self._answer(item, command)
        elif item.verdict is Verdict.FIRST_REFUSAL and item.arrival.press_id is None and not item.arrival.exposed:
            await self._say(self._dispatcher.too_many(command), item, command)

    async def _is_upgrade(self, chat_id: int, waiting: Sequence[Item]) -> bool:
        """Whether the bot is in a new supergroup only because a group of its became one: nothing begins anew there."""
        told = any(later.arrival.moved_to == chat_id for later in waiting)
        return told or await self._dispatcher.moved_here(chat_id)

    async def _answer(self, item: Item, command: Command) -> None:
        typing = self._chore(self._show_slowness(item.arrival))
        try:
            reply = await self._dispatcher.answer(command, lambda: self._erase(item))
        finally:
            typing.cancel()
        await self._say(reply, item, command)
        for notice in reply.notices:
            await self._tell(notice)

    async def _say(self, reply: Reply, item: Item, command: Command) -> None:
        try:
            await self._deliver(reply, item.arrival)
        except TelegramError as error:
            if unwritable(error):
                await self._say_privately(command)
                return
            if not unreachable(error) and not uncertain(error):
                raise
            if put_out(error):
                await self._surely(lambda: self._dispatcher.left(command.chat_id))
            # Sent again it might come twice, and a chat that put the bot out has no use for it.
            log.warning("the answer to update %d may not have arrived: %s", item.update_id, type(error).__name__)

    async def _say_privately(self, command: Command) -> None:
        """Tell the one who asked why there is no answer in the group, if they ever opened the private chat."""
        if command.person.anonymous:
            return
        try:
            reply = await self._dispatcher.unwritable(command)
            await self._sender.deliver(reply, chat_id=command.person.person_id, over=None)
        except TelegramError as error:
            log.info("a group could not be answered, nor its person told: %s", type(error).__name__)

    async def _tell(self, notice: Notice) -> None:
        """Tell another chat; whether it can be reached changes nothing for the one that was answered."""
        try:
            await self._delivered(notice.reply, chat_id=notice.chat_id, topic_id=notice.topic_id)
        except TelegramError as error:
            if put_out(error):
                await self._surely(lambda: self._dispatcher.left(notice.chat_id))
            log.warning("a chat could not be told what concerns it: %s", type(error).__name__)

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
        await self._delivered(
            reply, chat_id=arrival.chat_id, topic_id=arrival.topic_id, over=over, quoting=arrival.quotable
        )

    async def _delivered(
        self, reply: Reply, *, chat_id: int, topic_id: int | None, over: int | None = None, quoting: int | None = None
    ) -> None:
        """Deliver to a chat, or to the supergroup that it became, where neither messages nor topics are the same."""
        try:
            await self._sender.deliver(reply, chat_id=chat_id, topic_id=topic_id, over=over, quoting=quoting)
        except ChatMigrated as error:
            await self._move(chat_id, error.new_chat_id)
            await self._sender.deliver(reply, chat_id=error.new_chat_id, over=None)

    async def _answer_press(self, item: Item, press_id: str) -> None:
        """Stop the spinner: with nothing, or with why nothing else will come."""
        arrival = item.arrival
        language = arrival.person.language if arrival.person else None
        command = arrival.command
        message, alert = None, False
        if command is None:
            message = "notice-expired"
        elif self._is_hasty(item):
            message = "notice-hasty"
        elif item.verdict is not Verdict.ADMITTED:
            message = "notice-too-many" if item.verdict is Verdict.FIRST_REFUSAL else None
        elif item.refused is not None and await asyncio.shield(item.refused):
            message, alert = "notice-admins-only", True
        notice = None if message is None else self._notice(message, language)
        await self._sender.answer_press(press_id, notice, alert=alert)

    async def _is_refused(self, command: Command) -> bool:
        """Whether a press is for admins, by somebody who is none; where that is not known soon, dispatch decides."""
        try:
            async with asyncio.timeout(RIGHTS_SECONDS):
                return await self._dispatcher.refused(command)
        except (TimeoutError, RightsUnknown, DatabaseUnavailable):
            return False

    def _is_hasty(self, item: Item) -> bool:
        """Whether a press destroys something on a message that changed under the finger just now, or since."""
        arrival, command = item.arrival, item.arrival.command
        if command is None or arrival.press_of is None or not self._rows[command.name].destroys(command.arguments):
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
