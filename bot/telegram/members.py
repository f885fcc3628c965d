"""Who is an admin of a group, asked of Telegram and remembered for a minute at most.

https://core.telegram.org/bots/api#getchatadministrators works for every bot that is in the group, and names anonymous
admins too. What a message or a button says of rights is believed nowhere.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Bot, ChatMemberAdministrator, ChatMemberOwner
from telegram.error import ChatMigrated, TelegramError

from bot.commands import Admin
from bot.moving import Move
from bot.problems import RightsUnknown

log = logging.getLogger(__name__)

REMEMBERED = timedelta(seconds=60)
MOST_REMEMBERED = 10_000
"""Groups; beyond that those asked about longest ago are asked about again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    admins: tuple[Admin, ...]
    at: datetime


class Members:
    """The admins of groups. `moved` is told of a group that turns out to have become a supergroup."""

    def __init__(self, bot: Bot, *, clock: Callable[[], datetime], moved: Move) -> None:
        self._bot = bot
        self._clock = clock
        self._moved = moved
        self._known: dict[int, _Answer] = {}
        self._asking: dict[int, asyncio.Task[tuple[Admin, ...]]] = {}

    async def of(self, chat_id: int, *, fresh: bool = False) -> tuple[Admin, ...]:
        """Return the people who are admins. Raises RightsUnknown."""
        known = self._known.get(chat_id)
        if known is not None and not fresh and timedelta(0) <= self._clock() - known.at < REMEMBERED:
            return known.admins
        asking = None if fresh else self._asking.get(chat_id)
        if asking is None:
            asking = self._asking[chat_id] = asyncio.create_task(self._ask_and_remember(chat_id))
            asking.add_done_callback(_heard)
        return await asyncio.shield(asking)

    def drop(self, chat_id: int) -> None:
        """Forget who the admins are: something changed. An answer that is on its way may be older, and is not kept."""
        self._known.pop(chat_id, None)
        self._asking.pop(chat_id, None)

    async def _ask_and_remember(self, chat_id: int) -> tuple[Admin, ...]:
        at, me = self._clock(), asyncio.current_task()
        try:
            admins = await self._ask(chat_id)
            if self._asking.get(chat_id) is me:
                self._known.pop(chat_id, None)
                self._known[chat_id] = _Answer(admins=admins, at=at)
                while len(self._known) > MOST_REMEMBERED:
                    del self._known[next(iter(self._known))]
            return admins
        finally:
            if self._asking.get(chat_id) is me:
                del self._asking[chat_id]

    async def _ask(self, chat_id: int, *, again: bool = True) -> tuple[Admin, ...]:
        try:
            there = await self._bot.get_chat_administrators(chat_id)
        except ChatMigrated as error:
            if not again:
                raise RightsUnknown from error
            await self._moved(chat_id, error.new_chat_id)
            return await self._ask(error.new_chat_id, again=False)
        except (TelegramError, LookupError, TypeError, ValueError, AttributeError) as error:
            # The last four: the library could not read the answer.
            log.warning("who is an admin could not be learnt: %s", type(error).__name__)
            raise RightsUnknown from error
        return tuple(
            Admin(person_id=one.user.id, name=one.user.full_name, hidden=one.is_anonymous)
            for one in there
            if isinstance(one, ChatMemberOwner | ChatMemberAdministrator) and not one.user.is_bot
        )


def _heard(asking: asyncio.Task[tuple[Admin, ...]]) -> None:
    """Take note of how it ended: whoever asked may have stopped waiting."""
    if not asking.cancelled():
        asking.exception()
