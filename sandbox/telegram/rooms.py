"""A chat's state: what was said in it, who is there, and who can be reached.

Everything here is remembered, nothing is decided in Telegram's words; those are in ``access`` and the methods.
"""

from __future__ import annotations

import secrets
from typing import Literal

from sandbox.telegram.chats import Chat
from sandbox.telegram.members import Member
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person
from sandbox.telegram.topics import Topic

Sending = Literal["text messages", "photos", "documents"]


class Room:
    """What there is to know of one chat.

    ``seen`` is whether the bot knows of it. ``started`` is whether the bot may write in a private chat at all,
    ``forbidden`` what a group does not let it send, ``upgraded`` the supergroup that a basic group has become.
    ``pinned`` are the ids of the messages at the top, the one pinned last at the end.
    """

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self.seen = False
        self.started = False
        self.blocked = False
        self.deactivated = False
        self.forbidden: frozenset[Sending] = frozenset()
        self.upgraded: Chat | None = None
        self.members: dict[int, Member] = {}
        self.topics: dict[int, Topic] = {}
        self.pinned: tuple[int, ...] = ()
        self.instance = str(secrets.randbits(62))
        self._messages: dict[int, Message] = {}
        self._last = 0

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages now visible, oldest first."""
        return tuple(self._messages.values())

    def member(self, person: Person) -> Member:
        """Return what somebody is here; whoever never was, has left."""
        return self.members.get(person.id, Member(person=person, status="left"))

    def next_id(self) -> int:
        """Return an id that no message of this chat has had."""
        self._last += 1
        return self._last

    def find(self, message_id: int) -> Message | None:
        """Return a message, or None where there is none or no more."""
        return self._messages.get(message_id)

    def keep(self, message: Message) -> None:
        """Remember a message, in the place of its former self."""
        self._messages[message.id] = message

    def drop(self, message_id: int) -> None:
        """Forget a message, and that it was pinned."""
        del self._messages[message_id]
        self.pinned = tuple(one for one in self.pinned if one != message_id)
