"""A daily summary said: `/daily now` typed by the clock, answered like anybody's, delivered behind the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import RetryAfter, TelegramError

from bot.commands import Command, Person
from bot.dispatch import Dispatcher
from bot.pushes.daily import Done, Later, Outcome
from bot.pushes.worker import Turn
from bot.reply import Notice
from bot.telegram.calling import seconds
from bot.telegram.post import Post
from bot.telegram.send import uncertain, unreachable, unwritable
from storage import Due, Storage

NOBODY = Person(person_id=0, language=None)


class Summaries:
    """Says what is due."""

    def __init__(self, *, storage: Storage, dispatcher: Dispatcher, post: Post, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._dispatcher = dispatcher
        self._post = post
        self._clock = clock

    async def say(self, due: Due, turn: Turn) -> Outcome:
        """Say a summary where it is due, once `turn` allows it; what a flood keeps back is said later."""
        chat = await self._storage.chats.find(due.daily.chat_id)
        if chat is None or not await self._storage.accounts.of(chat.chat_id):
            return Done.GONE
        topic_id = due.daily.topic_id or None
        command = Command(
            chat_id=chat.chat_id,
            chat_kind=chat.kind,
            topic_id=topic_id,
            person=NOBODY,
            name="daily",
            arguments=("now",),
            due=True,
        )
        reply = await self._dispatcher.answer(command, _nothing_to_erase)
        if not reply.text:
            return Done.SENT  # an earlier one said all there is to say
        try:
            await self._post.say(Notice(chat_id=chat.chat_id, topic_id=topic_id, reply=reply), push=True, before=turn)
        except RetryAfter as error:
            return Later(until=self._clock() + timedelta(seconds=seconds(error)))
        except TelegramError as error:
            if unreachable(error):
                return Done.GONE
            if uncertain(error) or unwritable(error):
                return Done.SENT
            raise
        return Done.SENT


async def _nothing_to_erase() -> bool:
    return True
