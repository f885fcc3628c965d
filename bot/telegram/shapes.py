"""What the bot looks at in an update, as values of the right type; the rest of it is neither read nor believed. Pure.

python-telegram-bot would make an object of every part of it, 0.2 ms each, and check no type.
https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

T = TypeVar("T")
Json = Mapping[str, Any]

_LAST_SECOND = 253_402_300_799
"""Of the year 9999, where Python's calendar ends."""
_ATTACHMENTS = (
    "animation",
    "audio",
    "contact",
    "dice",
    "document",
    "game",
    "invoice",
    "location",
    "paid_media",
    "passport_data",
    "photo",
    "poll",
    "sticker",
    "story",
    "successful_payment",
    "venue",
    "video",
    "video_note",
    "voice",
)
"""What a message may carry instead of a text: https://core.telegram.org/bots/api#message"""


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody, or what stands for a channel or an anonymous admin."""

    id: int
    is_bot: bool
    full_name: str
    username: str | None
    language_code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat."""

    id: int
    type: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message. `opens_with_command`: its text begins with what Telegram marked as a command.

    `is_accessible`: it is not too old to be known. `answered`: the username of whoever wrote the one it answers.
    """

    id: int
    chat: Chat
    sender: User | None
    sender_chat_id: int | None
    text: str | None
    caption: str | None
    opens_with_command: bool
    has_attachment: bool
    is_file: bool
    is_accessible: bool
    is_automatic_forward: bool
    topic_id: int | None
    answered: str | None
    migrate_to_chat_id: int | None
    migrate_from_chat_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button pressed; `message`: the one it stands on, where Telegram still knows it."""

    id: str
    sender: User
    message: Message | None
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Somebody's place in a chat, which `sender` changed at an instant."""

    chat: Chat
    sender: User
    at: datetime
    was_there: bool
    is_there: bool


def message(data: Json) -> Message:
    """Read a message. Raises TypeError or ValueError where it is none."""
    sender, by_chat = _part(data, "from"), _part(data, "sender_chat")
    answered = _part(data, "reply_to_message")
    author = _part(answered, "from") if answered is not None else None
    text = _text(data, "text")
    return Message(
        id=_given(_whole(data, "message_id")),
        chat=_chat(_given(_part(data, "chat"))),
        sender=None if sender is None else _user(sender),
        sender_chat_id=None if by_chat is None else _given(_whole(by_chat, "id")),
        text=text,
        caption=_text(data, "caption"),
        opens_with_command=text is not None and _opens_with_command(data),
        has_attachment=any(data.get(name) for name in _ATTACHMENTS),
        is_file=data.get("document") is not None,
        is_accessible=_seconds(data) != 0,
        is_automatic_forward=bool(data.get("is_automatic_forward")),
        # Outside topics the same field marks mere replies.
        topic_id=_whole(data, "message_thread_id") if data.get("is_topic_message") else None,
        answered=None if author is None else _text(author, "username"),
        migrate_to_chat_id=_whole(data, "migrate_to_chat_id"),
        migrate_from_chat_id=_whole(data, "migrate_from_chat_id"),
    )


def press(data: Json) -> Press:
    """Read a press on a button. Raises TypeError or ValueError where it is none."""
    on = _part(data, "message")
    return Press(
        id=_given(_text(data, "id")),
        sender=_user(_given(_part(data, "from"))),
        message=None if on is None else message(on),
        data=_text(data, "data") or "",
    )


def membership(data: Json) -> Membership:
    """Read a change of somebody's place. Raises TypeError or ValueError where it is none."""
    return Membership(
        chat=_chat(_given(_part(data, "chat"))),
        sender=_user(_given(_part(data, "from"))),
        at=datetime.fromtimestamp(_seconds(data), UTC),
        was_there=_is_there(_given(_part(data, "old_chat_member"))),
        is_there=_is_there(_given(_part(data, "new_chat_member"))),
    )


def _user(data: Json) -> User:
    last = _text(data, "last_name")
    return User(
        id=_given(_whole(data, "id")),
        is_bot=bool(data.get("is_bot")),
        full_name=" ".join(filter(None, (_text(data, "first_name"), last))),
        username=_text(data, "username"),
        language_code=_text(data, "language_code"),
    )


def _chat(data: Json) -> Chat:
    return Chat(id=_given(_whole(data, "id")), type=_given(_text(data, "type")), title=_text(data, "title"))


def _is_there(member: Json) -> bool:
    """Whether this is somebody in the chat; of those who are restricted some are and some are not."""
    status = _text(member, "status")
    return status in ("member", "administrator", "creator") or (
        status == "restricted" and member.get("is_member") is True
    )


def _opens_with_command(data: Json) -> bool:
    marks = data.get("entities") or ()
    if not isinstance(marks, list | tuple):
        raise TypeError("entities are a list")
    return any(
        isinstance(mark, Mapping) and mark.get("type") == "bot_command" and mark.get("offset") == 0 for mark in marks
    )


def _part(data: Json, name: str) -> Json | None:
    value = data.get(name)
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"{name} is no object")
    return value


def _text(data: Json, name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _whole(data: Json, name: str) -> int | None:
    value = data.get(name)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63):
        raise TypeError(f"{name} is no number of 64 bits")
    return value


def _seconds(data: Json) -> int:
    """When it happened, in seconds since 1970; a time that no calendar has is none."""
    date = _given(_whole(data, "date"))
    if not 0 <= date <= _LAST_SECOND:
        raise ValueError("a date beyond the calendar")
    return date


def _given(value: T | None) -> T:
    if value is None:
        raise TypeError("what every update of its kind has is missing")
    return value
