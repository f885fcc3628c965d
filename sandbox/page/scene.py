"""The page's people and chats as they are now. Who and what is not in the scene is neither shown nor acted on.

The world below is the authority; kept here is only what it does not tell: who has blocked the bot, and which group a
supergroup has been.
"""

from __future__ import annotations

import asyncio

from sandbox.page.cast import Part
from sandbox.telegram import Chat, Member, Person, Telegram


class Scene:
    """A cast of at least one, everybody's private chat with the bot, and groups."""

    def __init__(self, telegram: Telegram, *, cast: tuple[Part, ...], groups: tuple[Chat, ...] = ()) -> None:
        self.telegram = telegram
        self.cast = cast
        self._private = tuple(telegram.private(part.person) for part in cast)
        self._groups = list(groups)
        self._former: dict[int, Chat] = {}
        self._blocked: set[int] = set()
        self._changes = 0
        self._changed = asyncio.Condition()

    @property
    def chats(self) -> tuple[Chat, ...]:
        """The chats there are now, the private ones first, then the groups in their order."""
        return (*self._private, *self._groups)

    def part(self, person_id: int) -> Part | None:
        """Return who has this id, or None for a stranger."""
        return next((part for part in self.cast if part.person.id == person_id), None)

    def chat(self, chat_id: int) -> Chat | None:
        """Return the chat of this id, or None for a strange one; a group that was upgraded is still known."""
        return next((chat for chat in (*self.chats, *self._former.values()) if chat.id == chat_id), None)

    def former(self, chat: Chat) -> Chat | None:
        """Return the basic group that a supergroup has been."""
        return self._former.get(chat.id)

    def member(self, person: Person, chat: Chat) -> Member:
        """Return what a person is in a group, in what has become of it; whoever never was there has left."""
        now = next((new for new in self._groups if self._former.get(new.id) == chat), chat)
        found = (one for one in self.telegram.members(now) if one.person == person)
        return next(found, Member(person=person, status="left"))

    def bot(self, chat: Chat) -> Member | None:
        """Return what the bot is in a group, or None where it has never been."""
        bot_id = self.telegram.bot["id"]
        return next((one for one in self.telegram.members(chat) if one.person.id == bot_id), None)

    def people(self, chat: Chat) -> tuple[Member, ...]:
        """Return the people who are in a group now, bots left out."""
        return tuple(one for one in self.telegram.members(chat) if one.present and not one.person.is_bot)

    def blocked(self, person: Person) -> bool:
        """Tell whether a person has blocked the bot."""
        return person.id in self._blocked

    def block(self, person: Person) -> None:
        """Let a person block the bot."""
        self.telegram.block(person)
        self._blocked.add(person.id)

    def unblock(self, person: Person) -> None:
        """Let a person unblock the bot."""
        self.telegram.unblock(person)
        self._blocked.discard(person.id)

    def promote(self, person: Person, chat: Chat) -> None:
        """Let a person become an administrator, anonymous if that is their way and the chat has such."""
        part = self.part(person.id)
        anonymous = chat.kind == "supergroup" and part is not None and part.anonymous
        self.telegram.promote(person, chat, anonymous=anonymous)

    def upgrade(self, chat: Chat, by: Person) -> None:
        """Let a basic group become a supergroup, which takes its place; who likes to be anonymous there now is."""
        new = self.telegram.migrate(chat, by)
        self._groups[self._groups.index(chat)] = new
        self._former[new.id] = chat
        for part in self.cast:
            if part.anonymous and self.member(part.person, new).leads:
                self.promote(part.person, new)

    async def tell(self) -> None:
        """Say that something may be different now."""
        async with self._changed:
            self._changes += 1
            self._changed.notify_all()

    async def told(self, known: int) -> int:
        """Wait until more was told than is known, and return how much was."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._changes > known)
            return self._changes
