"""Update -> Arrival: who asks what, where, in which language. Pure; a forged or stale button is found out here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.commands import Command, Person, Row
from bot.credentials import looks_secret, surely_secret
from bot.reply import BELOW
from bot.secret import Secret
from bot.telegram import shapes
from bot.telegram.shapes import Json, Membership, Message, Press, User
from bot.telegram.typed import Typed, after_secret_command, is_glued, is_glued_to_us, read

WANTED = ("message", "callback_query", "my_chat_member", "chat_member")
"""The updates asked for: https://core.telegram.org/bots/api#getupdates"""

ANONYMOUS_ADMIN = 1087968824
"""Who writes for an admin that stays anonymous: https://core.telegram.org/bots/api#message (`sender_chat`)."""

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one update asks for. `command` is `None` where nothing is to be answered in the chat.

    `message_id`: the message that was typed, or the one whose button was pressed (`None` if it can't be edited now, or
    is a file, which nothing is written over). `over_media`: the pressed one was a picture when it was pressed.
    `exposed`: that message holds a secret and is to be deleted before anything else. `topic_id`: where it was asked.
    `left`: the bot is out of the chat. `at`: when the bot was added, where it was. `moved_to`: the supergroup that the
    chat became. `members_changed`: who is an admin there may be somebody else now.
    """

    chat_id: int
    command: Command | None = None
    message_id: int | None = None
    over_media: bool = False
    topic_id: int | None = None
    press_id: str | None = None
    exposed: bool = False
    left: bool = False
    moved_to: int | None = None
    members_changed: bool = False
    at: datetime | None = None
    person: Person | None = None

    @property
    def lane(self) -> int:
        """The chat in whose order it is dealt with; what a supergroup is asked waits for what it was before."""
        return self.chat_id if self.moved_to is None else self.moved_to

    @property
    def quotable(self) -> int | None:
        """The message to answer to, so that a group sees who is answered; gone is one that held a secret."""
        asked = self.command
        typed = asked is not None and asked.in_group and not asked.pressed and not asked.added
        return self.message_id if typed and not self.exposed and self.message_id else None

    @property
    def press_of(self) -> int | None:
        """The message whose button was pressed, if one was and can still be edited."""
        return self.message_id if self.press_id is not None else None


def receive(update: Json, *, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    """Return what an update asks for; `None` where it asks nothing of this bot.

    Raises TypeError or ValueError for one that Telegram would not send.
    """
    if (press := update.get("callback_query")) is not None:
        return _press(shapes.press(_object(press)), rows)
    if (message := update.get("message")) is not None:
        return _message(shapes.message(_object(message)), username, rows)
    if (own := update.get("my_chat_member")) is not None:
        return _own_membership(shapes.membership(_object(own)))
    if (others := update.get("chat_member")) is not None:
        return Arrival(chat_id=shapes.membership(_object(others)).chat.id, members_changed=True)
    return None


def _message(message: Message, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    if message.migrate_to_chat_id is not None and message.chat.type != "private":
        return Arrival(chat_id=message.chat.id, moved_to=message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None and message.chat.type != "private":
        return Arrival(chat_id=message.migrate_from_chat_id, moved_to=message.chat.id)
    sender = message.sender
    if sender is None or message.is_automatic_forward or (sender.is_bot and message.sender_chat_id is None):
        return None
    text = message.text or message.caption or ""
    match = _COMMAND.match(text) if _starts_with_command(message) else None
    if match is not None and is_glued_to_us(match.group(2) or "", username):
        match = None
    typed = read(text, match, rows)
    if message.chat.type != "private":
        concerns_us = _concerns_us(message, typed, match, username, rows)
    else:
        concerns_us = bool(text) or message.has_attachment  # else Telegram's own word: a pin, a title …
    exposed = typed.suspect or (bool(typed.secret) and bool(typed.name))
    anonymous = _is_anonymous_admin(message)
    # A channel is nobody; only what it must not show is deleted.
    if not concerns_us or (message.sender_chat_id is not None and not anonymous and not exposed):
        return None
    command = Command(
        chat_id=message.chat.id,
        chat_kind=message.chat.type,
        chat_title=_shown(message.chat.title),
        topic_id=message.topic_id,
        person=_person(sender, anonymous=anonymous, named=message.sender_chat_id is None),
        name=typed.name,
        arguments=_arguments(typed.rest),
        secret=Secret(typed.secret),
        suspect=typed.suspect,
    )
    return Arrival(
        chat_id=command.chat_id,
        command=command,
        message_id=message.id,
        topic_id=command.topic_id,
        exposed=exposed,
        person=command.person,
    )


def _concerns_us(
    message: Message, typed: Typed, match: re.Match[str] | None, username: str, rows: Mapping[str, Row]
) -> bool:
    """Tell whether a group's message is for this bot: a command of its list, or a secret on its way to one."""
    if match is None:
        return typed.suspect and (
            message.answered == username or is_glued(typed, rows) or surely_secret(Secret(typed.secret))
        )
    if not _is_for(match, username):
        return False
    if typed.suspect:
        return match.group(1).lower() in rows or is_glued(typed, rows) or looks_secret(Secret(typed.secret))
    return typed.name in rows and not rows[typed.name].private


def _is_anonymous_admin(message: Message) -> bool:
    """Whether an admin writes in the name of this very group."""
    by_group = message.sender_chat_id == message.chat.id
    return by_group and message.sender is not None and message.sender.id == ANONYMOUS_ADMIN


def _is_for(match: re.Match[str], username: str) -> bool:
    return match.group(2) is None or match.group(2).casefold() == username.casefold()


def _press(press: Press, rows: Mapping[str, Row]) -> Arrival:
    message = press.message
    chat_id = message.chat.id if message is not None else press.sender.id
    person = _person(press.sender)
    match = _COMMAND.fullmatch(press.data.partition(" ")[0])
    row = rows.get(match.group(1)) if match else None
    if message is None or row is None or match is None:
        return Arrival(chat_id=chat_id, press_id=press.id, person=person)
    rest, below = _without_mark(press.data[match.end() :].strip())
    if row.secret and after_secret_command(row.name, rest).secret:
        return Arrival(chat_id=chat_id, press_id=press.id, person=person)  # no button of ours carries a secret
    command = Command(
        chat_id=chat_id,
        chat_kind=message.chat.type,
        chat_title=_shown(message.chat.title),
        topic_id=message.topic_id,
        person=person,
        name=row.name,
        arguments=_arguments(rest),
        pressed=True,
    )
    # An ephemeral message has the number 0 and is not edited like others.
    editable = (message.id or None) if message.is_accessible and not below and not message.is_file else None
    return Arrival(
        chat_id=chat_id,
        command=command,
        message_id=editable,
        over_media=editable is not None and message.text is None,
        topic_id=message.topic_id,
        press_id=press.id,
        person=person,
    )


def _without_mark(rest: str) -> tuple[str, bool]:
    """Take the mark off that a button's answer is to come below its message."""
    below = rest == BELOW or rest.endswith(f" {BELOW}")
    return rest.removesuffix(BELOW).rstrip() if below else rest, below


def _own_membership(change: Membership) -> Arrival | None:
    """The bot was put out, added, or given other rights; a channel is no place for it."""
    chat = change.chat
    if not change.is_there:
        return Arrival(chat_id=chat.id, left=True, members_changed=True)
    if chat.type not in ("group", "supergroup"):
        return None
    if change.was_there:
        return Arrival(chat_id=chat.id, members_changed=True)
    person = _person(change.sender)
    command = Command(
        chat_id=chat.id,
        chat_kind=chat.type,
        chat_title=_shown(chat.title),
        person=person,
        name="start",
        added=True,
    )
    return Arrival(chat_id=chat.id, command=command, members_changed=True, person=person, at=change.at)


def _starts_with_command(message: Message) -> bool:
    """Telegram marks commands in text; in a caption a person means the same."""
    return bool(message.caption) if message.text is None else message.opens_with_command


def _person(user: User, *, anonymous: bool = False, named: bool = True) -> Person:
    """Who asks; what stands for a channel or an anonymous admin has no name of its own."""
    return Person(
        person_id=user.id,
        language=user.language_code,
        name=_whole_characters(user.full_name) if named else "",
        anonymous=anonymous,
    )


def _arguments(rest: str) -> tuple[str, ...]:
    return tuple(_whole_characters(rest).split())


def _shown(title: str | None) -> str | None:
    """A title as it can be kept and shown."""
    return None if title is None else _whole_characters(title)


def _whole_characters(text: str) -> str:
    """The text without halves of characters and without NUL, which JSON allows and not every database can carry."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def _object(value: object) -> Json:
    if not isinstance(value, Mapping):
        raise TypeError("an object was expected")
    return value
