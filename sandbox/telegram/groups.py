"""Groups and channels being made, and a basic group becoming a supergroup.

https://core.telegram.org/bots/api#chat. A basic group has the id -N, a supergroup or channel -1000000000000-N. What is
said in a group stays there when it becomes a supergroup; its members go along with what they are.
"""

from __future__ import annotations

import secrets
from typing import Literal

from sandbox.telegram.chats import Chat, Kind
from sandbox.telegram.members import Member
from sandbox.telegram.membership import check_leads, live
from sandbox.telegram.messages import Message, Service
from sandbox.telegram.people import ANONYMOUS_ADMIN, Person
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

GroupKind = Literal["group", "supergroup"]
Side = Literal["to", "from"]

SUPERGROUPS = -1_000_000_000_000
CREATED: dict[GroupKind, str] = {"group": "group_chat_created", "supergroup": "supergroup_chat_created"}


def found(
    world: World, title: str, creator: Person, members: tuple[Person, ...], kind: GroupKind, *, forum: bool
) -> Chat:
    """Let a person make a group with others in it, but without the bot."""
    kind = "supergroup" if forum else kind
    room = world.open(Chat(id=_new_id(kind), kind=kind, title=title, forum=forum))
    room.members[creator.id] = Member(person=creator, status="creator")
    for person in members:
        room.members[person.id] = Member(person=person, status="member")
    world.note(room, creator, Service(kind=CREATED[kind], content=True))
    return room.chat


def channel(world: World, title: str) -> Chat:
    """Make a channel, which is only ever a sender."""
    return world.open(Chat(id=_new_id("channel"), kind="channel", title=title)).chat


def migrate(world: World, chat: Chat, by: Person, services: tuple[Side, ...]) -> Chat:
    """Let an administrator make a supergroup of a basic group; the bot is told of the ``services`` in their order."""
    old = live(world, chat)
    if chat.kind != "group":
        raise ValueError("only a basic group becomes a supergroup")
    check_leads(old, by)
    room = world.open(Chat(id=_new_id("supergroup"), kind="supergroup", title=chat.title))
    room.seen, room.forbidden = old.seen, old.forbidden
    room.members |= old.members
    here = old.member(world.bot)
    if here.present:
        world.announce("my_chat_member", room, by, Member(person=world.bot, status="left"), here)
    said: dict[Side, tuple[Room, Message]] = {
        "to": (old, world.note(old, by, Service(kind="migrate_to_chat_id", content=room.chat.id), queued=False)),
        "from": (room, _begun(world, room, chat)),
    }
    for side in services:
        world.give("message", *said[side])
    old.upgraded = room.chat
    return room.chat


def _begun(world: World, room: Room, chat: Chat) -> Message:
    """Let the supergroup's first message say where it comes from; Telegram has the group itself say so."""
    message = Message(
        id=room.next_id(),
        chat=room.chat,
        sender=ANONYMOUS_ADMIN,
        sender_chat=room.chat,
        sent=world.now(),
        service=Service(kind="migrate_from_chat_id", content=chat.id),
    )
    world.post(room, message, queued=False)
    return message


def _new_id(kind: Kind) -> int:
    number = secrets.randbelow(4_000_000_000) + 100_000_000
    return -number if kind == "group" else SUPERGROUPS - number
