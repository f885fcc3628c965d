"""The month before the demo begins, as people and the bot have lived it: they talk, time passes, the bot looks.

Nothing is written behind the bot's back. What it knows of the month it has been told or has seen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.company import Company
from sandbox.life import STEP, Life
from sandbox.telegram import Button, Chat, Edited, Message, Person, Sent, Telegram, Watch
from sandbox.vendor import Account

PATIENCE_SECONDS = 15.0
FINE, COARSE = timedelta(days=2), timedelta(hours=8)
"""How long the bot's last looks are an hour apart, and how far those before: a look costs it some 20 ms."""


class Unheard(Exception):
    """The bot did not answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What happens in the month. `team` is the account that is connected, `zone` the name of where people live."""

    telegram: Telegram
    company: Company
    team: Account
    zone: str
    life: Life

    async def live(self, until: datetime) -> None:
        """Live through it, until the present. Raises Unheard."""
        owner, member = self.company.owner.person, self.company.member.person
        forum, private = self.company.forum, self.telegram.private(owner)
        await self._says(owner, private, "/start")
        await self._says(owner, private, f"/login {self.team.token} main")
        await self._says(owner, private, f"/settings zone {self.zone}")
        await self._pass(until - timedelta(days=7), step=COARSE)
        await self._share(owner, private, forum)
        await self._pass(until - FINE, step=COARSE)
        await self._pass(until - timedelta(hours=20))
        await self._says(member, forum, self._addressed("/balance"), topic=self._topic)
        await self._pass(until - timedelta(hours=1))
        await self._says(owner, private, "/usage 30d")
        await self._pass(until)

    async def _share(self, owner: Person, private: Chat, forum: Chat) -> None:
        """Let the owner connect the account in the forum too."""
        invited = await self._says(owner, forum, self._addressed("/login"), topic=self._topic)
        (link,) = (button.url for button in _buttons(invited) if button.url)
        offered = await self._says(owner, private, f"/start {link.rpartition('=')[2]}")
        async with self.telegram.watch() as watch:
            data = next(button.data for button in _buttons(offered) if button.data)
            self.telegram.press(owner, private, offered.id, data)
            await _answer(watch, forum)
        await self._says(owner, forum, self._addressed(f"/settings zone {self.zone}"), topic=self._topic)

    async def _pass(self, until: datetime, *, step: timedelta = STEP) -> None:
        async for _ in self.life.until(until, step=step):
            pass

    async def _says(self, person: Person, chat: Chat, text: str, *, topic: int | None = None) -> Message:
        """Let somebody write, and return the bot's answer."""
        async with self.telegram.watch() as watch:
            self.telegram.send(person, chat, text, topic=topic)
            return await _answer(watch, chat)

    @property
    def _topic(self) -> int:
        return self.telegram.topics(self.company.forum)[0].id

    def _addressed(self, command: str) -> str:
        name, *rest = command.split(" ", 1)
        return " ".join((f"{name}@{self.telegram.bot['username']}", *rest))


def _buttons(message: Message) -> tuple[Button, ...]:
    return tuple(button for row in message.keyboard for button in row)


async def _answer(watch: Watch, chat: Chat) -> Message:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            async for event in watch:
                if isinstance(event, Sent | Edited) and event.message.by_bot and event.chat == chat:
                    return event.message
    except TimeoutError:
        raise Unheard from None
    raise Unheard
