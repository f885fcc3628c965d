"""The world without HTTP: who there is, where they talk, what the bot is yet to be told.

Here is what everything else works on: what people write is in ``writing``, what they do to groups in ``groups``,
``membership`` and ``forums``, what the bot does in the methods.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sandbox.telegram.chats import Chat
from sandbox.telegram.commands import Menus
from sandbox.telegram.descriptions import Descriptions
from sandbox.telegram.events import Event, Events, Sent
from sandbox.telegram.files import Files
from sandbox.telegram.limits import Limits, Pace
from sandbox.telegram.members import Member
from sandbox.telegram.messages import Message, Service
from sandbox.telegram.people import ANONYMOUS_ADMIN, Person
from sandbox.telegram.presses import Press
from sandbox.telegram.privacy import is_given
from sandbox.telegram.queue import Queue
from sandbox.telegram.rooms import Room


class World:
    """Everything that is so, at one instant."""

    def __init__(self, bot: Person) -> None:
        self.bot = bot
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.queue = Queue(secrets.randbelow(900_000_000) + 100_000_000, self.now)
        self.events = Events()
        self.files = Files()
        self.menus = Menus()
        self.descriptions = Descriptions()
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
        self.open(Chat(id=person.id, kind="private", person=person)).seen = True
        return person

    def open(self, chat: Chat) -> Room:
        """Begin a chat that nobody has talked in; the bot has not seen it."""
        room = self._rooms[chat.id] = Room(chat)
        return room

    def room(self, chat_id: int) -> Room | None:
        """Return the state of a chat, or None where the bot knows no such chat."""
        room = self._rooms.get(chat_id)
        return room if room is not None and room.seen else None

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

    def post(self, room: Room, message: Message, *, queued: bool = True) -> None:
        """Let a message appear; the bot is told of it where it may know of it, unless it is not to be ``queued``."""
        room.keep(message)
        self.tell(Sent(chat=room.chat, message=message))
        if queued:
            self.give("message", room, message)

    def give(self, kind: str, room: Room, message: Message) -> None:
        """Queue an update with a message (``message``, ``edited_message``) where the bot may know of it."""
        if is_given(message, room, self.bot):
            self.queue.add(kind, message.json(), since=message.sent)

    def note(
        self, room: Room, sender: Person, service: Service, *, topic: int | None = None, queued: bool = True
    ) -> Message:
        """Let a service message say what somebody did in a group; an anonymous administrator stays so."""
        anonymous = room.member(sender).anonymous
        message = Message(
            id=room.next_id(),
            chat=room.chat,
            sender=ANONYMOUS_ADMIN if anonymous else sender,
            sender_chat=room.chat if anonymous else None,
            behind=sender if anonymous else None,
            sent=self.now(),
            service=service,
            topic=topic,
            reply_to=None if topic is None else room.find(topic),
        )
        self.post(room, message, queued=queued)
        return message

    def private(self, person: Person) -> Chat:
        """Let a person open the chat with the bot."""
        room = self._rooms[person.id]
        room.started = True
        return room.chat

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
        there = Member(person=self.bot, status="member")
        gone = Member(person=self.bot, status="kicked")
        former, latter = (there, gone) if blocked else (gone, there)
        self.announce("my_chat_member", room, person, former, latter)

    def announce(self, kind: str, room: Room, by: Person, former: Member, latter: Member) -> None:
        """Queue what somebody became: https://core.telegram.org/bots/api#chatmemberupdated."""
        now = self.now()
        update: Mapping[str, object] = {
            "chat": room.chat.json(),
            "from": by.json(),
            "date": int(now.timestamp()),
            "old_chat_member": former.json(room.chat.kind),
            "new_chat_member": latter.json(room.chat.kind),
        }
        self.queue.add(kind, update, since=now)

    def deactivate(self, person: Person) -> None:
        """Let a person delete their account."""
        self._rooms[person.id].deactivated = True
