"""Buttons being pressed, and what the bot answered: https://core.telegram.org/bots/api#callbackquery."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime

from sandbox.telegram.chats import Chat
from sandbox.telegram.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person who pressed sees: nothing where ``text`` is None, else a toast, or an alert to be closed."""

    text: str | None
    show_alert: bool
    url: str | None = None


class Press:
    """One press of a button; it is answered once or never."""

    def __init__(
        self, *, query_id: str, person: Person, chat: Chat, message_id: int, button_data: str, pressed: datetime
    ) -> None:
        self.id = query_id
        self.person = person
        self.chat = chat
        self.message_id = message_id
        self.data = button_data
        self.pressed = pressed
        self._answer: Answer | None = None
        self._answered = asyncio.Event()

    @property
    def answer(self) -> Answer | None:
        """The bot's answer, or None as long as there is none."""
        return self._answer

    def settle(self, answer: Answer) -> None:
        """Record the bot's answer."""
        self._answer = answer
        self._answered.set()

    async def answered(self, timeout: float = 5.0) -> Answer:  # noqa: ASYNC109 - the promised shape; a test waits here
        """Wait for the answer; raises TimeoutError after so many seconds."""
        async with asyncio.timeout(timeout):
            await self._answered.wait()
        if self._answer is None:
            raise TimeoutError
        return self._answer
