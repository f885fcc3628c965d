"""What nobody asked for, said behind the answers; and what Telegram's refusal means for what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.commands import Person
from bot.pushes.outcome import Done, Later, Outcome
from bot.pushes.worker import SHORTEST_PAUSE, Turn
from bot.reply import Notice, Reply
from bot.telegram.calling import seconds
from bot.telegram.post import Post
from bot.telegram.send import uncertain, unreachable, unwritable

NOBODY = Person(person_id=0, language=None)
"""Who types what the clock asks for."""


class Put(Enum):
    """What became of a message that was to be written over.

    GONE: there is no such message to write over any more, or none may be. UNREACHABLE: nor may anything be said there.
    """

    STANDS = "stands"
    GONE = "gone"
    UNREACHABLE = "unreachable"


async def pushed(post: Post, notice: Notice, *, turn: Turn, clock: Callable[[], datetime]) -> Outcome:
    """Say it once `turn` allows it; what a flood keeps back is said later. Raises TelegramError where it was not said.

    What may have arrived counts as said.
    """
    try:
        await post.say(notice, push=True, before=turn)
    except RetryAfter as error:
        return Later(until=clock() + timedelta(seconds=seconds(error)))
    except TelegramError as error:
        if unreachable(error):
            return Done.GONE
        if unwritable(error):
            return Done.BARRED
        if not uncertain(error):
            raise
    return Done.SENT


async def put(
    post: Post, reply: Reply, *, chat_id: int, message_id: int, turn: Turn, clock: Callable[[], datetime]
) -> Put | Later:
    """Write a text over a message, once `turn` allows it; what can't be known now, or is too early, is done later.

    Raises TelegramError for what is a fault of ours.
    """
    try:
        there = await post.put(reply, chat_id=chat_id, message_id=message_id, before=turn)
    except RetryAfter as error:
        return Later(until=clock() + timedelta(seconds=seconds(error)))
    except TelegramError as error:
        if isinstance(error, ChatMigrated) or uncertain(error):
            return Later(until=clock() + SHORTEST_PAUSE)
        if unreachable(error):
            return Put.UNREACHABLE
        if not unwritable(error):
            raise
        there = False
    return Put.STANDS if there else Put.GONE


async def nothing_to_erase() -> bool:
    """Delete the message that asked: there is none."""
    return True
