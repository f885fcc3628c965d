"""A live card edited: `/pin now` typed by the clock, answered without asking the vendor, written over the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.commands import Command
from bot.dispatch import Dispatcher
from bot.i18n import Languages
from bot.pushed import NOBODY, Put, nothing_to_erase, pushed, put
from bot.pushes.cards import Lost, Outcome, Shown
from bot.pushes.outcome import Later
from bot.pushes.quiet import quiet_until
from bot.pushes.worker import Turn
from bot.reply import Notice
from bot.speaking import words_of
from bot.telegram.board import digest
from bot.telegram.post import Post
from bot.views import pin as views
from storage import Chat, DueCard, Storage


class LiveCards:
    """Edits what is due; says once that a card is lost."""

    def __init__(
        self,
        *,
        storage: Storage,
        dispatcher: Dispatcher,
        post: Post,
        languages: Languages,
        clock: Callable[[], datetime],
    ) -> None:
        self._storage = storage
        self._dispatcher = dispatcher
        self._post = post
        self._languages = languages
        self._clock = clock

    async def edit(self, due: DueCard, turn: Turn) -> Outcome:
        """Edit a card, once `turn` allows it, if it shows anything else by now."""
        chat, message_id = await self._storage.chats.find(due.card.chat_id), due.card.message_id
        if chat is None:
            return Lost()
        if message_id is None:
            return await self._say_lost(due, chat, turn)
        reply = await self._dispatcher.answer(_asked(due, chat), nothing_to_erase)
        if reply.card is None:
            raise TypeError("a card that shows none")
        shows = digest(reply, reply.card)
        if shows == due.card.shown:
            return Shown(digest=None)
        done = await put(self._post, reply, chat_id=chat.chat_id, message_id=message_id, turn=turn, clock=self._clock)
        if isinstance(done, Later):
            return done
        if done is Put.GONE:
            return await self._say_lost(due, chat, turn)
        return Shown(digest=shows) if done is Put.STANDS else Lost()

    async def _say_lost(self, due: DueCard, chat: Chat, turn: Turn) -> Outcome:
        """Say where the card was that it is lost, or not at all where nothing may be said; not in quiet hours."""
        quiet = quiet_until(chat.quiet_from, chat.quiet_until, chat.zone, self._clock())
        if quiet is not None:
            return Later(until=quiet)
        reply = views.lost(words_of(self._languages, chat))
        notice = Notice(chat_id=chat.chat_id, topic_id=due.card.topic_id or None, reply=reply)
        said = await pushed(self._post, notice, turn=turn, clock=self._clock)
        return said if isinstance(said, Later) else Lost()


def _asked(due: DueCard, chat: Chat) -> Command:
    return Command(
        chat_id=chat.chat_id,
        chat_kind=chat.kind,
        topic_id=due.card.topic_id or None,
        person=NOBODY,
        name="pin",
        arguments=("now",),
        due=True,
    )
