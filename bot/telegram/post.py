"""A reply brought to a chat where it is now: one that moved is followed, one that put the bot out is forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.moving import Move
from bot.reply import Aside, Notice, Reply
from bot.telegram.calling import Before
from bot.telegram.members import Members
from bot.telegram.send import Sender, closed_topic, put_out, uncertain, unreachable
from bot.telegram.writing import Standing
from storage import DatabaseUnavailable

log = logging.getLogger(__name__)

LONGEST_PAUSE = 30.0


class Leave(Protocol):
    """Forgets a chat that put the bot out; `before`: unless something was connected there since."""

    async def __call__(self, chat_id: int, *, before: datetime | None = None) -> None:
        """Raises DatabaseUnavailable."""


class Post:
    """Delivers, moves and forgets, whatever Telegram says of a chat."""

    def __init__(self, *, sender: Sender, members: Members, move: Move, leave: Leave) -> None:
        self._sender = sender
        self._members = members
        self._move = move
        self._leave = leave

    async def deliver(
        self,
        reply: Reply,
        *,
        chat_id: int,
        topic_id: int | None = None,
        over: int | None = None,
        over_media: bool = False,
        quoting: int | None = None,
        push: bool = False,
        before: Before | None = None,
    ) -> Standing | None:
        """Deliver to a chat, or to the supergroup that it became, where neither messages nor topics are the same.

        The rest is the sender's. Raises TelegramError where it could not be delivered; a chat that put the bot out is
        forgotten by then.
        """
        try:
            try:
                return await self._sender.deliver(
                    reply,
                    chat_id=chat_id,
                    topic_id=topic_id,
                    over=over,
                    over_media=over_media,
                    quoting=quoting,
                    push=push,
                    before=before,
                )
            except ChatMigrated as error:
                await self.move(chat_id, error.new_chat_id)
                chat_id = error.new_chat_id
                return await self._sender.deliver(reply, chat_id=chat_id, push=push, before=before)
        except TelegramError as error:
            if put_out(error):
                await self.leave(chat_id)
            raise

    async def put(self, reply: Reply, *, chat_id: int, message_id: int, before: Before) -> bool:
        """Write over a message as the sender does; raises ChatMigrated once the chat has moved on without it."""
        try:
            return await self._sender.put(reply, chat_id=chat_id, message_id=message_id, before=before)
        except ChatMigrated as error:
            await self.move(chat_id, error.new_chat_id)
            raise
        except TelegramError as error:
            if put_out(error):
                await self.leave(chat_id)
            raise

    async def whisper(self, aside: Aside, person_id: int) -> bool:
        """Say it to one person alone; tell whether they can be reached. Raises TelegramError for what is not theirs."""
        try:
            await self.deliver(aside.reply, chat_id=person_id)
        except TelegramError as error:
            if unreachable(error):
                return False
            if not uncertain(error):
                raise
            # It may have come, and sent again it might come twice.
            log.warning("what was for one person may not have arrived: %s", type(error).__name__)
        return True

    async def say(self, notice: Notice, *, push: bool = False, before: Before | None = None) -> None:
        """Say what nobody there asked for, in its topic; where that is closed, to the group at large.

        Raises TelegramError as `deliver` does.
        """
        say = partial(self.deliver, notice.reply, chat_id=notice.chat_id, push=push, before=before)
        try:
            await say(topic_id=notice.topic_id)
        except BadRequest as error:
            if notice.topic_id is None or not closed_topic(error):
                raise
            await say()

    async def tell(self, notice: Notice, *, push: bool = False) -> bool:
        """Say it; tell whether that is settled: it came, may have, or never can. `push`: nobody's deed is behind it."""
        try:
            await self.say(notice, push=push)
        except TelegramError as error:
            log.warning("a chat could not be told what concerns it: %s", type(error).__name__)
            return unreachable(error) or uncertain(error)
        return True

    async def move(self, old_id: int, new_id: int) -> None:
        """Move a chat, however long the database takes."""
        await surely(lambda: self._move(old_id, new_id))
        self._members.drop(old_id)
        self._members.drop(new_id)

    async def leave(self, chat_id: int, *, before: datetime | None = None) -> None:
        """Forget a chat, however long the database takes."""
        await surely(lambda: self._leave(chat_id, before=before))


async def surely(change: Callable[[], Awaitable[None]]) -> None:
    """Change a whole chat before anything that came after is answered."""
    pause = 0.5
    while True:
        try:
            await change()
        except DatabaseUnavailable as error:
            log.debug("a chat can't be forgotten or moved yet: %s", error)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        else:
            return
