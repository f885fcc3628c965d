"""What nobody asked for, said behind the answers; and what Telegram's refusal means for what comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import RetryAfter, TelegramError

from bot.commands import Person
from bot.pushes.outcome import Done, Later, Outcome
from bot.pushes.worker import Turn
from bot.reply import Notice
from bot.telegram.calling import seconds
from bot.telegram.post import Post
from bot.telegram.send import uncertain, unreachable, unwritable

NOBODY = Person(person_id=0, language=None)
"""Who types what the clock asks for."""


async def pushed(post: Post, notice: Notice, *, turn: Turn, clock: Callable[[], datetime]) -> Outcome:
    """Say it once `turn` allows it; what a flood keeps back is said later. Raises TelegramError where it was not said.

    What may have arrived counts as said, and so does what can't be said there for now.
    """
    try:
        await post.say(notice, push=True, before=turn)
    except RetryAfter as error:
        return Later(until=clock() + timedelta(seconds=seconds(error)))
    except TelegramError as error:
        if unreachable(error):
            return Done.GONE
        if not (uncertain(error) or unwritable(error)):
            raise
    return Done.SENT


async def nothing_to_erase() -> bool:
    """Delete the message that asked: there is none."""
    return True
