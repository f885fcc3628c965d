"""A daily summary said: `/daily now` typed by the clock, answered like anybody's, delivered behind the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.commands import Command
from bot.dispatch import Dispatcher
from bot.pushed import NOBODY, nothing_to_erase, pushed
from bot.pushes.outcome import Done, Outcome
from bot.pushes.worker import Turn
from bot.reply import Notice
from bot.telegram.post import Post
from storage import Due, Storage


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
        reply = await self._dispatcher.answer(command, nothing_to_erase)
        if not reply.text:
            return Done.SENT  # an earlier one said all there is to say
        notice = Notice(chat_id=chat.chat_id, topic_id=topic_id, reply=reply)
        return await pushed(self._post, notice, turn=turn, clock=self._clock)
