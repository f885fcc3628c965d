"""One update answered: at once what may not wait for a turn, then the command, then what was said delivered."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from telegram.error import TelegramError

from bot.commands import Command, Row
from bot.dispatch import Dispatcher
from bot.problems import RightsUnknown
from bot.reply import Card, Reply
from bot.secret import Secret, without
from bot.telegram.board import Board
from bot.telegram.members import Members
from bot.telegram.post import Post
from bot.telegram.receive import Arrival
from bot.telegram.send import Sender, hopeless, uncertain, unreachable, unwritable
from bot.telegram.throttle import Throttle, Verdict
from bot.telegram.writing import Standing
from storage import DatabaseUnavailable

log = logging.getLogger(__name__)

SLOW_SECONDS = 1.0
HASTE = timedelta(seconds=0.7)
"""A second tap of a double tap; nobody reads a question in that time."""
RIGHTS_SECONDS = 2.0
"""How long a press waits for word on who is an admin before its spinner stops without it."""


class Outcome(Enum):
    """How it ended to deal with an update.

    IGNORED: there was nothing to say. REFUSED: there was no room for it, or it was not for this person. FAILED: a bug
    of ours, or no database. LEFT: it is not dealt with, and waits for the next start.
    """

    ANSWERED = "answered"
    IGNORED = "ignored"
    REFUSED = "refused"
    FAILED = "failed"
    LEFT = "left"


@dataclass(slots=True, kw_only=True)
class Item:
    """An update in hand. `erasing` deletes the message that brought a secret, once.

    `verdict`: whether there is room for it in its group. `refused`: whether a press was by somebody who may not.
    """

    update_id: int
    arrival: Arrival
    received_at: datetime
    begun_at: datetime | None = None
    verdict: Verdict = Verdict.ADMITTED
    erasing: asyncio.Task[bool] | None = None
    refused: asyncio.Task[bool] | None = None


class Answering:
    """Answers updates."""

    def __init__(
        self,
        *,
        rows: Iterable[Row],
        dispatcher: Dispatcher,
        sender: Sender,
        post: Post,
        board: Board,
        members: Members,
        throttle: Throttle,
        warnings: Throttle,
        clock: Callable[[], datetime],
    ) -> None:
        self._rows = {row.name: row for row in rows}
        self._dispatcher = dispatcher
        self._sender = sender
        self._post = post
        self._board = board
        self._members = members
        self._throttle = throttle
        self._warnings = warnings
        self._clock = clock
        self._chores: set[asyncio.Task[Any]] = set()
        self._written_over: dict[tuple[int, int], datetime] = {}

    def begin(self, item: Item) -> None:
        """Do at once what may not wait for a turn: stop the spinner, delete a secret, forget who put the bot out."""
        arrival, command = item.arrival, item.arrival.command
        item.begun_at = self._clock()
        if arrival.members_changed:
            self._members.drop(arrival.chat_id)
        if arrival.left:
            # Tokens go at once, whatever waits in the chat's lane; in its turn the rest that was begun there goes too.
            self._chore(self._post.leave(arrival.chat_id))
        if command is not None and not command.added:
            item.verdict = self._verdict(item, command)
            if arrival.press_id is not None and command.in_group and self._for_admins(command):
                item.refused = self._chore(self._is_refused(command))
        if arrival.press_id is not None:
            self._chore(self._answer_press(item, arrival.press_id))
        elif arrival.exposed:
            self.erase_soon(item)
        elif command is not None and not command.name:
            self._chore(self._erase_if_awaited(item, command))

    def _verdict(self, item: Item, command: Command) -> Verdict:
        """Whether there is room for a command, as of when it came; presses for admins count once they are allowed."""
        throttle = self._warnings if item.arrival.exposed else self._throttle
        key = command.chat_id, command.person.person_id
        counted = item.arrival.press_id is None or not self._for_admins(command)
        return throttle.admit(*key, at=item.received_at, in_group=command.in_group and counted)

    def _for_admins(self, command: Command) -> bool:
        return self._rows[command.name].admins(command.arguments)

    def erase_soon(self, item: Item) -> None:
        """Start to delete the message that asked."""
        self._chore(self._erase(item))

    async def deal(self, item: Item, waiting: Sequence[Item]) -> Outcome:
        """Answer an update whose turn it is, given what waits behind it. Tells how that ended."""
        command = item.arrival.command
        try:
            if item.arrival.left:
                await self._post.leave(item.arrival.chat_id)
            elif item.arrival.moved_to is not None:
                await self._post.move(item.arrival.chat_id, item.arrival.moved_to)
            elif command is not None and not self._is_hasty(item) and not self._superseded(item, waiting):
                return await self._answer_if_admitted(item, command, waiting)
        except Exception as error:  # noqa: BLE001  # a bug of ours: the one place that catches them all
            if isinstance(error, TelegramError) and hopeless(error):
                log.error("update %d waits for a start that Telegram answers: %s", item.update_id, error)  # noqa: TRY400
                return Outcome.LEFT
            if isinstance(error, DatabaseUnavailable):
                log.debug("update %d could not be answered: %s", item.update_id, error)
                if command is not None:
                    await self._apologise(item, command)
                return Outcome.FAILED
            trace = without(traceback.format_exc(), command.secret if command else Secret(""))
            log.error("update %d could not be answered\n%s", item.update_id, trace)  # noqa: TRY400  # without the secret
            if command is not None:
                await self._apologise(item, command)
            return Outcome.FAILED
        return Outcome.IGNORED

    async def close(self) -> None:
        """Stop what goes on beside the answers."""
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)

    async def _answer_if_admitted(self, item: Item, command: Command, waiting: Sequence[Item]) -> Outcome:
        if command.added and not await self._begins_anew(item.arrival, command, waiting):
            return Outcome.IGNORED
        if item.refused is not None:
            if await asyncio.shield(item.refused):
                return Outcome.REFUSED
            self._throttle.count(command.chat_id, at=item.received_at)
        if item.verdict is Verdict.ADMITTED:
            await self._answer(item, command)
            return Outcome.ANSWERED
        if item.verdict is Verdict.FIRST_REFUSAL and item.arrival.press_id is None and not item.arrival.exposed:
            await self._say(await self._dispatcher.too_many(command), item, command)
        return Outcome.REFUSED

    async def _begins_anew(self, arrival: Arrival, command: Command, waiting: Sequence[Item]) -> bool:
        """Whether a group is to be greeted that the bot was added to.

        It is not where the bot is in a new supergroup only because a group of its became one, nor where a link's own
        answer follows. What it knows of the group from before is forgotten: it was out, told so or not.
        """
        told = any(later.arrival.moved_to == command.chat_id for later in waiting)
        if told or await self._dispatcher.moved_here(command.chat_id):
            return False
        await self._post.leave(command.chat_id, before=arrival.at)
        return not any(_follows_link(later.arrival.command) for later in waiting)

    async def _answer(self, item: Item, command: Command) -> None:
        typing = self._chore(self._show_slowness(item.arrival))
        try:
            reply = await self._dispatcher.answer(command, lambda: self._erase(item))
        finally:
            typing.cancel()
        if reply.aside is not None and not await self._post.whisper(reply.aside, command.person.person_id):
            reply = reply.aside.unheard
        stands = await self._say(reply, item, command)
        if reply.card is not None and stands is not None:
            await self._follow(reply, reply.card, stands, item, command)
        for notice in reply.notices:
            await self._post.tell(notice)

    async def _follow(self, reply: Reply, card: Card, stands: Standing, item: Item, command: Command) -> None:
        if not await self._board.follow(reply, card, stands, topic_id=command.topic_id):
            may_not = await self._dispatcher.notice("pin-may-not", stands.chat_id, command.person.language)
            await self._say(Reply(text=may_not, lasting=True), item, command)

    async def _say(self, reply: Reply, item: Item, command: Command) -> Standing | None:
        """Say it, and return where it stands if that is known."""
        try:
            return await self._deliver(reply, item.arrival)
        except TelegramError as error:
            if unwritable(error):
                await self._say_privately(command)
                return None
            if not unreachable(error) and not uncertain(error):
                raise
            log.warning("the answer to update %d may not have arrived: %s", item.update_id, type(error).__name__)
            if uncertain(error):
                await self._say_doubt(item, command)
            return None

    async def _say_doubt(self, item: Item, command: Command) -> None:
        """Say, once Telegram answers again, that an answer may be lost; sent again it might come twice."""
        await self._sender.reached(item.arrival.chat_id, item.arrival.topic_id)
        reply = await self._dispatcher.in_doubt(command)
        try:
            await self._deliver(reply, item.arrival, anew=True)
        except TelegramError as error:
            log.warning("nor could it be said to update %d: %s", item.update_id, type(error).__name__)

    async def _say_privately(self, command: Command) -> None:
        """Tell the one who asked why there is no answer in the group, if they ever opened the private chat."""
        if command.person.anonymous:
            return
        try:
            reply = await self._dispatcher.unwritable(command)
            await self._sender.deliver(reply, chat_id=command.person.person_id, over=None)
        except TelegramError as error:
            log.info("a group could not be answered, nor its person told: %s", type(error).__name__)

    async def _apologise(self, item: Item, command: Command) -> None:
        erased = not command.secret or await self._erase(item)
        try:
            await self._deliver(await self._dispatcher.sorry(command, erased=erased), item.arrival, anew=True)
        except TelegramError as error:
            log.warning("nor could update %d be apologised for: %s", item.update_id, type(error).__name__)

    async def _deliver(self, reply: Reply, arrival: Arrival, *, anew: bool = False) -> Standing | None:
        over = None if anew else arrival.press_of
        if over is not None and reply.card is None and await self._board.is_card(arrival.chat_id, over):
            over = None
        if over is not None:
            self._note_written_over(arrival.chat_id, over)
        return await self._post.deliver(
            reply,
            chat_id=arrival.chat_id,
            topic_id=arrival.topic_id,
            over=over,
            over_media=arrival.over_media,
            # A card stands for itself, and goes on to when nobody knows any more who asked for it.
            quoting=arrival.quotable if reply.card is None or reply.card.ended else None,
        )

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
            message = "notice-too-many"  # which costs the group no message
        elif item.refused is not None and await asyncio.shield(item.refused):
            message, alert = "notice-admins-only", True
        notice = None if message is None else await self._dispatcher.notice(message, arrival.chat_id, language)
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


def _follows_link(command: Command | None) -> bool:
    return command is not None and command.name == "start" and bool(command.arguments)
