"""What a screen would show: each thing that happens in the world, told to whoever watches.

A watcher has a queue without bound, so nothing is dropped, and it hears everything from the moment it was made.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sandbox.telegram.chats import Chat
from sandbox.telegram.messages import Message
from sandbox.telegram.presses import Answer, Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message appeared, a person's or the bot's."""

    chat: Chat
    message: Message

    def json(self) -> dict[str, object]:
        """Return ``{"type": "sent", "chat_id", "message"}``."""
        return {"type": "sent", "chat_id": self.chat.id, "message": self.message.json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A message is now another."""

    chat: Chat
    message: Message

    def json(self) -> dict[str, object]:
        """Return ``{"type": "edited", "chat_id", "message"}``."""
        return {"type": "edited", "chat_id": self.chat.id, "message": self.message.json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """A message is gone for everyone."""

    chat: Chat
    message_id: int

    def json(self) -> dict[str, object]:
        """Return ``{"type": "deleted", "chat_id", "message_id"}``."""
        return {"type": "deleted", "chat_id": self.chat.id, "message_id": self.message_id}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The bot answered the press of a button; an answer without text only stops the spinner."""

    chat: Chat
    press: Press
    answer: Answer

    def json(self) -> dict[str, object]:
        """Return ``{"type": "answered", "chat_id", "query_id", "message_id", "user_id", "text", "show_alert"}``."""
        return {
            "type": "answered",
            "chat_id": self.chat.id,
            "query_id": self.press.id,
            "message_id": self.press.message_id,
            "user_id": self.press.person.id,
            "text": self.answer.text,
            "show_alert": self.answer.show_alert,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """The bot shows what it is doing ("typing") for five seconds or until it sends something."""

    chat: Chat
    action: str
    topic: int | None = None

    def json(self) -> dict[str, object]:
        """Return ``{"type": "acting", "chat_id", "action"}``, and ``message_thread_id`` in a forum's topic."""
        acting: dict[str, object] = {"type": "acting", "chat_id": self.chat.id, "action": self.action}
        return acting if self.topic is None else acting | {"message_thread_id": self.topic}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """Which messages of a chat are pinned now, the one pinned last at the end."""

    chat: Chat
    message_ids: tuple[int, ...]

    def json(self) -> dict[str, object]:
        """Return ``{"type": "pinned", "chat_id", "message_ids"}``."""
        return {"type": "pinned", "chat_id": self.chat.id, "message_ids": list(self.message_ids)}


Event = Sent | Edited | Deleted | Answered | Acting | Pinned


class Watch:
    """An asynchronous iterator of events; it ends when it is closed or the twin stops."""

    def __init__(self, watches: set[Watch]) -> None:
        self._events: asyncio.Queue[Event | None] = asyncio.Queue()
        self._watches = watches
        watches.add(self)

    def tell(self, event: Event) -> None:
        """Queue an event for this watcher."""
        self._events.put_nowait(event)

    def close(self) -> None:
        """Hear nothing more; what was heard before is still given."""
        if self in self._watches:
            self._watches.discard(self)
            self._events.put_nowait(None)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        event = await self._events.get()
        if event is None:
            self._events.put_nowait(None)
            raise StopAsyncIteration
        return event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Events:
    """Whoever watches now."""

    def __init__(self) -> None:
        self._watches: set[Watch] = set()

    def watch(self) -> Watch:
        """Start to watch, from now on."""
        return Watch(self._watches)

    def tell(self, event: Event) -> None:
        """Tell every watcher."""
        for watch in tuple(self._watches):
            watch.tell(event)

    def close(self) -> None:
        """End every watch."""
        for watch in tuple(self._watches):
            watch.close()
