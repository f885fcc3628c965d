"""Update -> Arrival: who asks what, where, in which language. Pure; a forged or stale button is found out here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update, User

from bot.commands import Command, Person, Row
from bot.credentials import looks_secret
from bot.secret import Secret

WANTED = ("message", "callback_query", "my_chat_member")
"""The updates asked for: https://core.telegram.org/bots/api#getupdates"""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one update asks for. `command` is `None` where nothing is to be answered in the chat.

    `message_id`: the message that was typed, or the one whose button was pressed (`None` if it can't be edited now).
    `exposed`: that message holds a secret and is to be deleted before anything else.
    """

    chat_id: int
    command: Command | None = None
    message_id: int | None = None
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


def _message(message: Message, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    sender = message.from_user
    if sender is None or (sender.is_bot and message.sender_chat is None) or message.is_automatic_forward:
        return None
    typed = message.text or message.caption or ""
    match = _COMMAND.match(typed) if _starts_with_command(message) else None
    if match and match.group(2) and match.group(2).casefold() != username.casefold():
        return None
    name = match.group(1).lower() if match else ""
    rest = typed[match.end() :].strip() if match else typed
    private = message.chat.type == "private"
    row = rows.get(name)
    if not private and (row is None or not match):
        return None
    if private and not typed and not _is_content(message):
        return None
    if match and not (row and row.secret) and looks_secret(Secret(rest)):
        # A token behind the wrong command must not be echoed as a wrong argument: it is text like any other.
        name, row = "", rows.get("")
    secret = row is not None and row.secret
    command = Command(
        chat_id=_whole(message.chat_id),
        chat_kind=_text(message.chat.type),
        person=_person(sender),
        name=name,
        arguments=() if secret else _arguments(rest),
        secret=Secret(rest if secret else ""),
    )
    exposed = bool(command.secret) and (bool(match) or looks_secret(command.secret))
    return Arrival(chat_id=command.chat_id, command=command, message_id=_whole(message.message_id), exposed=exposed)


def _press(query: CallbackQuery, rows: Mapping[str, Row]) -> Arrival:
    message = query.message
    place = message.chat if message is not None else None
    chat_id = _whole(place.id if place else query.from_user.id)
    press_id, person = _text(query.id), _person(query.from_user)
    match = _COMMAND.fullmatch((query.data or "").partition(" ")[0])
    row = rows.get(match.group(1)) if match else None
    if place is None or row is None or match is None:
        return Arrival(chat_id=chat_id, press_id=press_id, person=person)
    rest = (query.data or "")[match.end() :].strip()
    command = Command(
        chat_id=chat_id,
        chat_kind=_text(place.type),
        person=person,
        name=row.name,
        arguments=() if row.secret else _arguments(rest),
        secret=Secret(rest if row.secret else ""),
        pressed=True,
    )
    editable = _whole(message.message_id) if message is not None and message.is_accessible else None
    return Arrival(chat_id=chat_id, command=command, message_id=editable, press_id=press_id, person=person)


def _membership(change: ChatMemberUpdated) -> Arrival | None:
    if change.new_chat_member.status not in ("kicked", "left"):
        return None
    return Arrival(chat_id=_whole(change.chat.id), left=True)


def _starts_with_command(message: Message) -> bool:
    """Telegram marks commands in text; in a caption a person means the same."""
    if message.text is None:
        return bool(message.caption)
    return any(entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in message.entities)


def _is_content(message: Message) -> bool:
    """Whether a person sent it, and not Telegram about the chat (a pin, a title …)."""
    return bool(message.effective_attachment)


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
