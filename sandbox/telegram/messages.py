"""What was said: a message and its buttons as values, and their Bot API form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sandbox.telegram.chats import Chat
from sandbox.telegram.entities import Entity
from sandbox.telegram.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """An inline button; ``rest`` holds its other fields as they came, ``copy_text`` or ``style`` for example."""

    text: str
    data: str | None = None
    url: str | None = None
    rest: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def json(self) -> dict[str, object]:
        """Return the button as a Bot API ``InlineKeyboardButton``."""
        button: dict[str, object] = {"text": self.text}
        if self.url is not None:
            button["url"] = self.url
        if self.data is not None:
            button["callback_data"] = self.data
        return button | dict(self.rest)


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What a message carries beside words: the name of its field (``photo``) and that field's Bot API value."""

    kind: str
    content: object = field(hash=False)

    def json(self) -> dict[str, object]:
        """Return the field and its value."""
        return {self.kind: self.content}


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What happened in a group, in place of words: the name of a field (``new_chat_members``) and the field's value."""

    kind: str
    content: object = field(hash=False)

    def json(self) -> dict[str, object]:
        """Return the field and its value."""
        return {self.kind: self.content}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it is now: https://core.telegram.org/bots/api#message.

    ``sent`` and ``edited`` are aware UTC datetimes. ``text`` belongs to a message without an attachment, ``caption`` to
    one with; ``entities`` are those of whichever there is. ``editable`` is False where Telegram lets nobody edit: a
    message that was sent with a reply keyboard. ``people`` are those mentioned by id.

    Who speaks as a chat (``sender_chat``) has a stand-in for a sender; ``behind`` is then who really wrote it.
    ``topic`` is the forum topic, None in General and outside of forums. ``forwarded_id`` is the id of the channel's
    post of which this is the automatic forward.
    """

    id: int
    chat: Chat
    sender: Person
    sent: datetime
    text: str | None = None
    caption: str | None = None
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard = ()
    attachment: Attachment | None = None
    edited: datetime | None = None
    reply_to: Message | None = None
    people: tuple[Person, ...] = ()
    editable: bool = True
    topic: int | None = None
    sender_chat: Chat | None = None
    behind: Person | None = None
    service: Service | None = None
    forwarded_id: int | None = None

    @property
    def from_id(self) -> int:
        """The id of who sent it."""
        return self.sender.id

    @property
    def by_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.sender.is_bot and self.sender_chat is None

    @property
    def author(self) -> Person:
        """Who really wrote it."""
        return self.behind or self.sender

    @property
    def thread(self) -> int | None:
        """The message that began the thread: the topic's first, or, in a supergroup without topics, of the replies."""
        if self.topic is not None or self.reply_to is None or self.chat.kind != "supergroup" or self.chat.forum:
            return self.topic
        return self.reply_to.thread or self.reply_to.id

    def json(self) -> dict[str, object]:
        """Return the message as a Bot API ``Message``; dates are Unix seconds."""
        message: dict[str, object] = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.chat.json(),
            "date": int(self.sent.timestamp()),
        }
        message |= self._standing()
        if self.edited is not None:
            message["edit_date"] = int(self.edited.timestamp())
        if self.reply_to is not None:
            message["reply_to_message"] = {
                name: value for name, value in self.reply_to.json().items() if name != "reply_to_message"
            }
        message |= self._content() if self.service is None else self.service.json()
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": [[button.json() for button in row] for row in self.keyboard]}
        return message

    def _standing(self) -> dict[str, object]:
        """Return where in a group it stands, and for whom."""
        standing: dict[str, object] = {}
        if self.sender_chat is not None:
            standing["sender_chat"] = self.sender_chat.json()
        if self.thread is not None:
            standing["message_thread_id"] = self.thread
        if self.topic is not None:
            standing["is_topic_message"] = True
        if self.forwarded_id is not None and self.sender_chat is not None:
            standing["is_automatic_forward"] = True
            standing["forward_origin"] = {
                "type": "channel",
                "date": int(self.sent.timestamp()),
                "chat": self.sender_chat.json(),
                "message_id": self.forwarded_id,
            }
        return standing

    def _content(self) -> dict[str, object]:
        content: dict[str, object] = {}
        entities = [self._entity(entity) for entity in self.entities]
        if self.text is not None:
            content["text"] = self.text
            if entities:
                content["entities"] = entities
        if self.attachment is not None:
            content |= self.attachment.json()
        if self.caption is not None:
            content["caption"] = self.caption
            if entities:
                content["caption_entities"] = entities
        return content

    def _entity(self, entity: Entity) -> dict[str, object]:
        user = next((person.json() for person in self.people if person.id == entity.user_id), None)
        return entity.json() if user is None else entity.json() | {"user": user}
