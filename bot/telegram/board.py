"""Live cards as a chat has them: placed and pinned, shown anew, withdrawn; and known from all other messages.

What is only noted after Telegram did it may stay unnoted where the process is killed between the two. A message that
nobody knows to be a card is one like any other: it is never edited by itself, and its buttons do what they say.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from bot.reply import Card, Reply
from bot.telegram.send import Sender
from bot.telegram.writing import Standing
from storage import Storage


class Board:
    """The live cards of all chats."""

    def __init__(self, *, storage: Storage, sender: Sender, clock: Callable[[], datetime]) -> None:
        self._cards = storage.cards
        self._sender = sender
        self._clock = clock

    async def is_card(self, chat_id: int, message_id: int) -> bool:
        """Tell whether a message is a live card, which only a live card may take the place of."""
        return await self._cards.at(chat_id, message_id) is not None

    async def follow(self, reply: Reply, card: Card, stands: Standing, *, topic_id: int | None) -> bool:
        """Do what a reply says of the card of a chat, or of a topic of it, once it stands somewhere.

        Tells whether all could be done: a card that the bot may not pin is one all the same.
        """
        if card.placed:
            return await self._place(digest(reply, card), stands)
        if card.ended:
            former = await self._cards.find(stands.chat_id, topic_id or 0)
            if former is not None:
                if former.message_id is not None:
                    await self._sender.withdraw(former.chat_id, former.message_id)
                await self._cards.take(former)
            return True
        shown = await self._cards.at(stands.chat_id, stands.message_id)
        if shown is not None:
            await self._cards.shows(shown, digest(reply, card), self._clock())
        return True

    async def _place(self, shown: str, stands: Standing) -> bool:
        former = await self._cards.place(
            stands.chat_id, stands.topic_id or 0, stands.message_id, shown=shown, now=self._clock()
        )
        if former is not None:
            await self._sender.withdraw(stands.chat_id, former)
        return await self._sender.pin(stands.chat_id, stands.message_id)


def digest(reply: Reply, card: Card) -> str:
    """Return what tells whether a card is to be edited: nothing of what it shows can be read from it."""
    return hashlib.blake2b(repr((card.figures, reply.buttons)).encode(), digest_size=16).hexdigest()
