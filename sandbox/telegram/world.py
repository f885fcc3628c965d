"""The world without HTTP: who there is, what was said, what the bot is yet to be told.

Here people act: they write, press, block. What the bot does is in the methods, which work on the same world.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sandbox.telegram.attachments import Kinds, attachment
from sandbox.telegram.chats import Chat
from sandbox.telegram.commands import Menus
from sandbox.telegram.entities import find_commands
from sandbox.telegram.events import Deleted, Edited, Event, Events, Sent
from sandbox.telegram.limits import Limits, Pace
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person
from sandbox.telegram.presses import Press
from sandbox.telegram.queue import Queue
from sandbox.telegram.rooms import Room

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class World:
    """Everything that is so, at one instant."""

    def __init__(self, bot: Person) -> None:
        self.bot = bot
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.queue = Queue(secrets.randbelow(900_000_000) + 100_000_000, self.now)
        self.events = Events()
        self.menus = Menus()
        self.pace = Pace(Limits(), self.now)
        self.presses: dict[str, Press] = {}
        self._people: dict[int, Person] = {}
        self._rooms: dict[int, Room] = {}

    def now(self) -> datetime:
        """Return the present instant, aware and UTC, by whatever clock there is now."""
        return self.clock()

    def person(self, first_name: str, language: str | None, last_name: str | None, username: str | None) -> Person:
        """Make somebody the bot has seen, but who has not pressed Start."""
        person = Person(
            id=secrets.randbelow(5_000_000_000) + 1_000_000_000,
            first_name=first_name,
            last_name=last_name,
            username=username,
            language=language,
        )
        self._people[person.id] = person
        self._rooms[person.id] = Room(Chat(id=person.id, kind="private", person=person))
        return person

    def room(self, chat_id: int) -> Room | None:
        """Return the state of a chat, or None where the bot knows no such chat."""
        return self._rooms.get(chat_id)

    def known(self, chat: Chat) -> Room:
        """Return the state of a chat of this world; raises LookupError for a chat of another."""
        room = self._rooms.get(chat.id)
        if room is None:
            raise LookupError(f"no such chat: {chat.id}")
        return room

    def named(self, user_ids: frozenset[int]) -> tuple[Person, ...]:
        """Return those of the ids that are people."""
        return tuple(self._people[user_id] for user_id in sorted(user_ids) if user_id in self._people)

    def tell(self, event: Event) -> None:
        """Tell whoever watches."""
        self.events.tell(event)

    def private(self, person: Person) -> Chat:
        """Let a person open the chat with the bot."""
        room = self._rooms[person.id]
        room.started = True
        return room.chat

    def send(
        self,
        person: Person,
        chat: Chat,
        *,
        text: str | None,
        caption: str | None,
        kinds: Kinds,
        reply_to: int | None,
    ) -> Message:
        """Let a person write; queues the update. Raises ValueError for what no client sends."""
        room = self._open(person, chat)
        carried = attachment(kinds)
        words = _words(text, caption, is_caption=carried is not None)
        message = Message(
            id=room.next_id(),
            chat=chat,
            sender=person,
            sent=self.now(),
            text=text if carried is None else None,
            caption=caption,
            entities=find_commands(words or ""),
            attachment=carried,
            reply_to=None if reply_to is None else room.find(reply_to),
        )
        room.started = True
        room.keep(message)
        self.tell(Sent(chat=chat, message=message))
        self.queue.add("message", message.json(), since=message.sent)
        return message

    def edit(self, person: Person, chat: Chat, message_id: int, text: str) -> Message:
        """Let a person change what they wrote; queues ``edited_message``."""
        room = self._open(person, chat)
        former = room.find(message_id)
        if former is None or former.sender != person or former.text is None:
            raise ValueError("people edit their own messages that have a text")
        message = replace(former, text=text, entities=find_commands(text), edited=self.now())
        room.keep(message)
        self.tell(Edited(chat=chat, message=message))
        self.queue.add("edited_message", message.json(), since=former.sent)
        return message

    def delete(self, chat: Chat, message_id: int) -> None:
        """Let a person delete a message for everyone; a bot is told nothing of it."""
        self.known(chat).drop(message_id)
        self.tell(Deleted(chat=chat, message_id=message_id))

    def press(self, person: Person, chat: Chat, message_id: int, button_data: str, *, inaccessible: bool) -> Press:
        """Let a person press a button, or a forger pretend to; queues the update."""
        room = self.known(chat)
        now = self.now()
        press = Press(
            query_id=str(secrets.randbits(62) + 1),
            person=person,
            chat=chat,
            message_id=message_id,
            button_data=button_data,
            pressed=now,
        )
        self.presses[press.id] = press
        pressed = None if inaccessible else room.find(message_id)
        gone = {"chat": chat.json(), "message_id": message_id, "date": 0}
        query = {
            "id": press.id,
            "from": person.json(),
            "message": gone if pressed is None else pressed.json(),
            "chat_instance": room.instance,
            "data": button_data,
        }
        self.queue.add("callback_query", query, since=now)
        return press

    def block(self, person: Person, *, blocked: bool) -> None:
        """Let a person block or unblock the bot; queues ``my_chat_member`` where that changes anything."""
        room = self._rooms[person.id]
        if room.blocked == blocked:
            return
        room.blocked = blocked
        now = self.now()
        self.queue.add("my_chat_member", self._membership(room, blocked=blocked, now=now), since=now)

    def deactivate(self, person: Person) -> None:
        """Let a person delete their account."""
        self._rooms[person.id].deactivated = True

    def _membership(self, room: Room, *, blocked: bool, now: datetime) -> Mapping[str, object]:
        person = room.chat.person or self.bot
        kicked = {"user": self.bot.json(), "status": "kicked", "until_date": 0}
        member = {"user": self.bot.json(), "status": "member"}
        return {
            "chat": room.chat.json(),
            "from": person.json(),
            "date": int(now.timestamp()),
            "old_chat_member": member if blocked else kicked,
            "new_chat_member": kicked if blocked else member,
        }

    def _open(self, person: Person, chat: Chat) -> Room:
        room = self.known(chat)
        if room.blocked or room.deactivated:
            raise ValueError(f"{person.first_name} cannot write here: the bot is blocked or the account is gone")
        if chat.kind == "private" and chat.id != person.id:
            raise ValueError(f"{person.first_name} cannot write in somebody else's private chat")
        return room


def _words(text: str | None, caption: str | None, *, is_caption: bool) -> str | None:
    """Return what a person said; raises ValueError for what no client sends."""
    words, other, most = (caption, text, LONGEST_CAPTION) if is_caption else (text, caption, LONGEST_TEXT)
    if other or (not words and not is_caption) or len(words or "") > most:
        raise ValueError("a message has a text of 1 to 4096 characters, or an attachment and perhaps a caption")
    return words
