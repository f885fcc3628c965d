"""Update -> Arrival: who asks what, where, in which language. Pure; a forged or stale button is found out here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update, User

from bot.commands import Command, Person, Row
from bot.credentials import looks_secret
from bot.reply import BELOW
from bot.secret import Secret

WANTED = ("message", "callback_query", "my_chat_member")
"""The updates asked for: https://core.telegram.org/bots/api#getupdates"""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one update asks for. `command` is `None` where nothing is to be answered in the chat.

    `message_id`: the message that was typed, or the one whose button was pressed (`None` if it can't be edited now).
    `exposed`: that message holds a secret and is to be deleted before anything else. `topic_id`: where it was asked.
    """

    chat_id: int
    command: Command | None = None
    message_id: int | None = None
    topic_id: int | None = None
    press_id: str | None = None
    exposed: bool = False
    left: bool = False
    person: Person | None = None

    @property
    def press_of(self) -> int | None:
        """The message whose button was pressed, if one was and can still be edited."""
        return self.message_id if self.press_id is not None else None


def receive(update: Update, *, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    """Return what an update asks for; `None` where it asks nothing of this bot.

    Raises TypeError, ValueError or AttributeError for one that Telegram would not send; the library checks no types.
    """
    if update.callback_query is not None:
        return _press(update.callback_query, rows)
    if update.message is not None:
        return _message(update.message, username, rows)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """A command's name and what follows it; `suspect`: that is probably a secret, though none is expected there."""

    name: str
    rest: str
    suspect: bool = False


def _message(message: Message, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    sender = message.from_user
    if sender is None or (sender.is_bot and message.sender_chat is None) or message.is_automatic_forward:
        return None
    text = message.text or message.caption or ""
    private = message.chat.type == "private"
    match = _COMMAND.match(text) if _starts_with_command(message) else None
    if not private and (match is None or match.group(1).lower() not in rows or not _is_for(match, username)):
        return None
    if private and not text and not message.effective_attachment:
        return None  # Telegram's own word about the chat: a pin, a title …
    typed = _typed(text, match, rows)
    secret = typed.name in rows and rows[typed.name].secret
    command = Command(
        chat_id=_whole(message.chat_id),
        chat_kind=_text(message.chat.type),
        person=_person(sender),
        name=typed.name,
        arguments=() if secret else _arguments(typed.rest),
        secret=Secret(typed.rest if secret else ""),
        suspect=typed.suspect,
    )
    return Arrival(
        chat_id=command.chat_id,
        command=command,
        message_id=_whole(message.message_id),
        topic_id=_topic(message),
        exposed=typed.suspect or (secret and bool(typed.name) and bool(typed.rest)),
    )


def _is_for(match: re.Match[str], username: str) -> bool:
    return match.group(2) is None or match.group(2).casefold() == username.casefold()


def _typed(text: str, match: re.Match[str] | None, rows: Mapping[str, Row]) -> _Typed:
    """Find out what was meant. A token behind the wrong command is text like any other, and must not be echoed."""
    if match is None:
        return _Typed(name="", rest=text, suspect=looks_secret(Secret(text)) or _begins_secret(text, rows))
    name, rest = match.group(1).lower(), text[match.end() :].strip()
    row = rows.get(name)
    if row is not None and (row.secret or row.payload):
        return _Typed(name=name, rest=rest)
    mistyped = row is None and (
        _begins_secret(text, rows) or (bool(rest) and bool(get_close_matches(name, [*_secret_names(rows)], cutoff=0.7)))
    )
    if mistyped or looks_secret(Secret(rest)):
        return _Typed(name="", rest=rest or text, suspect=True)
    return _Typed(name=name, rest=rest)


def _begins_secret(text: str, rows: Mapping[str, Row]) -> bool:
    """Whether a space was forgotten: `/login:TOKEN`, `/loginTOKEN`."""
    return any(text.casefold().startswith(f"/{name}") for name in _secret_names(rows))


def _secret_names(rows: Mapping[str, Row]) -> Iterator[str]:
    return (name for name, row in rows.items() if name and row.secret)


def _press(query: CallbackQuery, rows: Mapping[str, Row]) -> Arrival:
    message = query.message
    place = message.chat if message is not None else None
    chat_id = _whole(place.id if place else query.from_user.id)
    press_id, person = _text(query.id), _person(query.from_user)
    match = _COMMAND.fullmatch((query.data or "").partition(" ")[0])
    row = rows.get(match.group(1)) if match else None
    if message is None or place is None or row is None or match is None:
        return Arrival(chat_id=chat_id, press_id=press_id, person=person)
    rest, below = _without_mark((query.data or "")[match.end() :].strip())
    command = Command(
        chat_id=chat_id,
        chat_kind=_text(place.type),
        person=person,
        name=row.name,
        arguments=() if row.secret else _arguments(rest),
        secret=Secret(rest if row.secret else ""),
        pressed=True,
    )
    # An ephemeral message has the number 0 and is not edited like others.
    editable = (_whole(message.message_id) or None) if message.is_accessible and not below else None
    topic_id = _topic(message) if isinstance(message, Message) else None
    return Arrival(
        chat_id=chat_id, command=command, message_id=editable, topic_id=topic_id, press_id=press_id, person=person
    )


def _without_mark(rest: str) -> tuple[str, bool]:
    """Take the mark off that a button's answer is to come below its message."""
    below = rest == BELOW or rest.endswith(f" {BELOW}")
    return rest.removesuffix(BELOW).rstrip() if below else rest, below


def _membership(change: ChatMemberUpdated) -> Arrival | None:
    if change.new_chat_member.status not in ("kicked", "left"):
        return None
    return Arrival(chat_id=_whole(change.chat.id), left=True)


def _starts_with_command(message: Message) -> bool:
    """Telegram marks commands in text; in a caption a person means the same."""
    if message.text is None:
        return bool(message.caption)
    return any(entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in message.entities)


def _topic(message: Message) -> int | None:
    """The topic a message stands in; outside topics the same field marks mere replies."""
    return _whole(message.message_thread_id) if message.is_topic_message else None


def _person(user: User) -> Person:
    language = user.language_code
    return Person(person_id=_whole(user.id), language=None if language is None else _text(language))


def _arguments(rest: str) -> tuple[str, ...]:
    """The words after a command, without halves of characters: no button could carry those."""
    return tuple(rest.encode("utf-8", "ignore").decode("utf-8").split())


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError("an id is a number of 64 bits")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return value
