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
class Message:
    """A message as it is now: https://core.telegram.org/bots/api#message.

    ``sent`` and ``edited`` are aware UTC datetimes. ``text`` belongs to a message without an attachment, ``caption`` to
    one with; ``entities`` are those of whichever there is. ``editable`` is False where Telegram lets nobody edit: a
    message that was sent with a reply keyboard. ``people`` are those mentioned by id.
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

    @property
    def from_id(self) -> int:
        """The id of who sent it."""
        return self.sender.id

    @property
    def by_bot(self) -> bool:
        """Whether the bot sent it."""
        return self.sender.is_bot

    def json(self) -> dict[str, object]:
        """Return the message as a Bot API ``Message``; dates are Unix seconds."""
        message: dict[str, object] = {
            "message_id": self.id,
            "from": self.sender.json(),
            "chat": self.chat.json(),
            "date": int(self.sent.timestamp()),
        }
        if self.edited is not None:
            message["edit_date"] = int(self.edited.timestamp())
        if self.reply_to is not None:
            message["reply_to_message"] = {
                name: value for name, value in self.reply_to.json().items() if name != "reply_to_message"
            }
        message |= self._content()
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": [[button.json() for button in row] for row in self.keyboard]}
        return message

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
