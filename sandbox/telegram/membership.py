"""Who comes, goes, is thrown out, and is made an administrator: people and the bot alike.

What the bot became is told to it as ``my_chat_member``, what others became as ``chat_member`` where it is an
administrator and asked for that; the group sees a service message besides. Of its own being thrown out of a supergroup
the bot gets no such message any more. ValueError is for what no client lets anybody do.
"""

from __future__ import annotations

from dataclasses import replace

from sandbox.telegram.chats import Chat
from sandbox.telegram.members import OF_BASIC_GROUPS, OF_PEOPLE, RIGHTS, Member
from sandbox.telegram.messages import Service
from sandbox.telegram.people import Person
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

OF_THE_BOT = ("can_delete_messages", "can_pin_messages", "can_manage_topics")


def enter(world: World, chat: Chat, person: Person, by: Person) -> None:
    """Let somebody be added, or join by themselves."""
    room = live(world, chat)
    former = room.member(person)
    if former.present:
        raise ValueError(f"{person.first_name} is a member of {chat.title} already")
    if by == person and former.status == "kicked":
        raise ValueError(f"{person.first_name} was thrown out of {chat.title}")
    if by != person and not room.member(by).present:
        raise ValueError(f"{by.first_name} is not a member of {chat.title}")
    if former.status == "kicked" and by != person:
        check_leads(room, by)
    become(world, room, by, Member(person=person, status="member"))
    world.note(room, by, Service(kind="new_chat_members", content=[person.json()]))


def leave(world: World, chat: Chat, person: Person) -> None:
    """Let somebody go."""
    room = live(world, chat)
    if not room.member(person).present:
        raise ValueError(f"{person.first_name} is not a member of {chat.title}")
    _go(world, room, person, Member(person=person, status="left"))


def expel(world: World, chat: Chat, person: Person, by: Person) -> None:
    """Let an administrator throw somebody out; a basic group keeps no list of those, but a bot is told so."""
    room = live(world, chat)
    check_leads(room, by)
    member = room.member(person)
    if not member.present or member.status == "creator":
        raise ValueError(f"{person.first_name} cannot be thrown out of {chat.title}")
    kept = chat.kind == "supergroup" or person == world.bot
    _go(world, room, by, Member(person=person, status="kicked" if kept else "left"))


def promote(world: World, chat: Chat, person: Person, *, anonymous: bool) -> None:
    """Let the creator make somebody an administrator, or change whether they are anonymous."""
    room = live(world, chat)
    if anonymous and chat.kind != "supergroup":
        raise ValueError("only a supergroup has anonymous administrators")
    member = room.member(person)
    if not member.present:
        raise ValueError(f"{person.first_name} is not a member of {chat.title}")
    if member.status == "creator":
        become(world, room, person, replace(member, anonymous=anonymous))
        return
    rights = OF_BASIC_GROUPS if chat.kind == "group" else OF_PEOPLE
    become(
        world, room, creator(room), Member(person=person, status="administrator", anonymous=anonymous, rights=rights)
    )


def demote(world: World, chat: Chat, person: Person, by: Person | None = None) -> None:
    """Let an administrator, or the creator, make somebody a plain member."""
    room = live(world, chat)
    demoting = by or creator(room)
    check_leads(room, demoting)
    if room.member(person).status != "administrator":
        raise ValueError(f"{person.first_name} is no administrator of {chat.title}")
    become(world, room, demoting, Member(person=person, status="member"))


def promote_bot(world: World, chat: Chat, by: Person, rights: tuple[str, ...]) -> None:
    """Let an administrator make the bot one, with these rights or the usual; it is added where it is no member."""
    room = live(world, chat)
    check_leads(room, by)
    unknown = set(rights) - RIGHTS
    if unknown:
        raise ValueError(f"no such rights: {', '.join(sorted(unknown))}")
    given = OF_BASIC_GROUPS if chat.kind == "group" else frozenset({"can_manage_chat", *(rights or OF_THE_BOT)})
    arrives = not room.member(world.bot).present
    become(world, room, by, Member(person=world.bot, status="administrator", rights=given))
    if arrives:
        world.note(room, by, Service(kind="new_chat_members", content=[world.bot.json()]))


def become(world: World, room: Room, by: Person, member: Member) -> None:
    """Let somebody be something else in a group, and tell the bot where it is to know."""
    former = room.member(member.person)
    about_bot = member.person == world.bot
    told = about_bot or room.member(world.bot).leads
    room.members[member.person.id] = member
    room.seen = room.seen or about_bot
    if told and member != former:
        world.announce("my_chat_member" if about_bot else "chat_member", room, by, former, member)


def live(world: World, chat: Chat) -> Room:
    """Return the state of a group; raises ValueError for another chat or a group that is a supergroup now."""
    room = world.known(chat)
    if chat.kind not in {"group", "supergroup"}:
        raise ValueError("this is no group")
    if room.upgraded is not None:
        raise ValueError("this group has become a supergroup")
    return room


def creator(room: Room) -> Person:
    """Return who made the group; raises LookupError where they have left."""
    for member in room.members.values():
        if member.status == "creator":
            return member.person
    raise LookupError(f"{room.chat.title} has no creator any more")


def check_leads(room: Room, person: Person) -> None:
    """Refuse to let anybody but an administrator do what only they can; raises ValueError."""
    if not room.member(person).leads:
        raise ValueError(f"{person.first_name} is no administrator of {room.chat.title}")


def _go(world: World, room: Room, by: Person, gone: Member) -> None:
    service = Service(kind="left_chat_member", content=gone.person.json())
    if gone.person == world.bot and (by == world.bot or room.chat.kind == "group"):
        world.note(room, by, service)
        become(world, room, by, gone)
    else:
        become(world, room, by, gone)
        world.note(room, by, service)
