"""Update -> Arrival: who asks what, where, in which language. Pure; a forged or stale button is found out here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from telegram import (
    CallbackQuery,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    MessageEntity,
    Update,
    User,
)

from bot.commands import Command, Person, Row
from bot.credentials import looks_secret, surely_secret
from bot.reply import BELOW
from bot.secret import Secret
from bot.telegram.typed import Typed, after_secret_command, is_glued, is_glued_to_us, read

WANTED = ("message", "callback_query", "my_chat_member", "chat_member")
"""The updates asked for: https://core.telegram.org/bots/api#getupdates"""

ANONYMOUS_ADMIN = 1087968824
"""Who writes for an admin that stays anonymous: https://core.telegram.org/bots/api#message (`sender_chat`)."""
_THERE = ("member", "administrator", "creator")

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


def receive(update: Update, *, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    """Return what an update asks for; `None` where it asks nothing of this bot.

    Raises TypeError, ValueError or AttributeError for one that Telegram would not send; the library checks no types.
    """
    if update.callback_query is not None:
        return _press(update.callback_query, rows)
    if update.message is not None:
        return _message(update.message, username, rows)
    if update.my_chat_member is not None:
        return _own_membership(update.my_chat_member)
    if update.chat_member is not None:
        return Arrival(chat_id=_whole(update.chat_member.chat.id), members_changed=True)
    return None


def _message(message: Message, username: str, rows: Mapping[str, Row]) -> Arrival | None:
    if message.migrate_to_chat_id is not None and message.chat.type != "private":
        return Arrival(chat_id=_whole(message.chat_id), moved_to=_whole(message.migrate_to_chat_id))
    if message.migrate_from_chat_id is not None and message.chat.type != "private":
        return Arrival(chat_id=_whole(message.migrate_from_chat_id), moved_to=_whole(message.chat_id))
    sender = message.from_user
    if sender is None or message.is_automatic_forward or (sender.is_bot and message.sender_chat is None):
        return None
    text = message.text or message.caption or ""
    match = _COMMAND.match(text) if _starts_with_command(message) else None
    if match is not None and is_glued_to_us(match.group(2) or "", username):
        match = None
    typed = read(text, match, rows)
    if message.chat.type != "private":
        concerns_us = _concerns_us(message, typed, match, username, rows)
    else:
        concerns_us = bool(text or message.effective_attachment)  # else Telegram's own word: a pin, a title …
    exposed = typed.suspect or (bool(typed.secret) and bool(typed.name))
    anonymous = _is_anonymous_admin(message)
    # A channel is nobody; only what it must not show is deleted.
    if not concerns_us or (message.sender_chat is not None and not anonymous and not exposed):
        return None
    command = Command(
        chat_id=_whole(message.chat_id),
        chat_kind=_text(message.chat.type),
        chat_title=_shown(message.chat.title),
        topic_id=_topic(message),
        person=_person(sender, anonymous=anonymous, named=message.sender_chat is None),
        name=typed.name,
        arguments=_arguments(typed.rest),
        secret=Secret(typed.secret),
        suspect=typed.suspect,
    )
    return Arrival(
        chat_id=command.chat_id,
        command=command,
        message_id=_whole(message.message_id),
        topic_id=command.topic_id,
        exposed=exposed,
        person=command.person,
    )


def _concerns_us(
    message: Message, typed: Typed, match: re.Match[str] | None, username: str, rows: Mapping[str, Row]
) -> bool:
    """Tell whether a group's message is for this bot: a command of its list, or a secret on its way to one."""
    if match is None:
        answered = message.reply_to_message
        ours = answered is not None and answered.from_user is not None and answered.from_user.username == username
        return typed.suspect and (ours or is_glued(typed, rows) or surely_secret(Secret(typed.secret)))
    if not _is_for(match, username):
        return False
    if typed.suspect:
        return match.group(1).lower() in rows or is_glued(typed, rows) or looks_secret(Secret(typed.secret))
    return typed.name in rows and not rows[typed.name].private


def _is_anonymous_admin(message: Message) -> bool:
    """Whether an admin writes in the name of this very group."""
    by_group = message.sender_chat is not None and message.sender_chat.id == message.chat_id
    return by_group and message.from_user is not None and message.from_user.id == ANONYMOUS_ADMIN


def _is_for(match: re.Match[str], username: str) -> bool:
    return match.group(2) is None or match.group(2).casefold() == username.casefold()


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
    if row.secret and after_secret_command(row.name, rest).secret:
        return Arrival(chat_id=chat_id, press_id=press_id, person=person)  # no button of ours carries a secret
    topic_id = _topic(message) if isinstance(message, Message) else None
    command = Command(
        chat_id=chat_id,
        chat_kind=_text(place.type),
        chat_title=_shown(place.title),
        topic_id=topic_id,
        person=person,
        name=row.name,
        arguments=_arguments(rest),
        pressed=True,
    )
    is_file = isinstance(message, Message) and message.document is not None
    # An ephemeral message has the number 0 and is not edited like others.
    editable = (_whole(message.message_id) or None) if message.is_accessible and not below and not is_file else None
    return Arrival(
        chat_id=chat_id,
        command=command,
        message_id=editable,
        over_media=editable is not None and isinstance(message, Message) and message.text is None,
        topic_id=topic_id,
        press_id=press_id,
        person=person,
    )


def _without_mark(rest: str) -> tuple[str, bool]:
    """Take the mark off that a button's answer is to come below its message."""
    below = rest == BELOW or rest.endswith(f" {BELOW}")
    return rest.removesuffix(BELOW).rstrip() if below else rest, below


def _own_membership(change: ChatMemberUpdated) -> Arrival | None:
    """The bot was put out, added, or given other rights; a channel is no place for it."""
    chat_id, kind = _whole(change.chat.id), _text(change.chat.type)
    if not _is_there(change.new_chat_member):
        return Arrival(chat_id=chat_id, left=True, members_changed=True)
    if kind not in ("group", "supergroup"):
        return None
    if _is_there(change.old_chat_member):
        return Arrival(chat_id=chat_id, members_changed=True)
    person = _person(change.from_user)
    command = Command(
        chat_id=chat_id,
        chat_kind=kind,
        chat_title=_shown(change.chat.title),
        person=person,
        name="start",
        added=True,
    )
    return Arrival(chat_id=chat_id, command=command, members_changed=True, person=person, at=change.date)


def _is_there(member: ChatMember) -> bool:
    """Whether this is somebody in the chat; of those who are restricted some are and some are not."""
    return member.status in _THERE or (isinstance(member, ChatMemberRestricted) and member.is_member is True)


def _starts_with_command(message: Message) -> bool:
    """Telegram marks commands in text; in a caption a person means the same."""
    if message.text is None:
        return bool(message.caption)
    return any(entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 for entity in message.entities)


def _topic(message: Message) -> int | None:
    """The topic a message stands in; outside topics the same field marks mere replies."""
    return _whole(message.message_thread_id) if message.is_topic_message else None


def _person(user: User, *, anonymous: bool = False, named: bool = True) -> Person:
    """Who asks; what stands for a channel or an anonymous admin has no name of its own."""
    language = user.language_code
    return Person(
        person_id=_whole(user.id),
        language=None if language is None else _text(language),
        name=(_shown(user.full_name) or "") if named else "",
        anonymous=anonymous,
    )


def _arguments(rest: str) -> tuple[str, ...]:
    return tuple(_whole_characters(rest).split())


def _shown(name: str | None) -> str | None:
    """A title or a name as it can be kept and shown."""
    return None if name is None else _whole_characters(_text(name))


def _whole_characters(text: str) -> str:
    """The text without halves of characters, which JSON allows and neither a button nor a database can carry."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError("an id is a number of 64 bits")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return value
