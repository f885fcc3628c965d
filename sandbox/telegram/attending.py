"""The methods about who is in a chat, the bot among them.

https://core.telegram.org/bots/api#getchatmember, #getchatadministrators, #leavechat. Others' membership is guaranteed
only to a bot that is an administrator; the twin refuses it to every other.
"""

from __future__ import annotations

from sandbox.telegram import membership
from sandbox.telegram.access import find_room
from sandbox.telegram.members import Member
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.world import World


async def get_chat_administrators(world: World, parameters: Parameters) -> object:
    """List who leads a group, anonymous ones too: https://core.telegram.org/bots/api#getchatadministrators."""
    room = find_room(world, parameters, "members")
    if room.chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    return [member.json(room.chat.kind) for member in room.members.values() if member.leads]


async def get_chat_member(world: World, parameters: Parameters) -> object:
    """Tell what somebody is in a chat: https://core.telegram.org/bots/api#getchatmember."""
    user_id = parameters.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    about_bot = user_id == world.bot.id
    room = find_room(world, parameters, "read" if about_bot else "members")
    private = room.chat.kind == "private"
    if not (about_bot or private or room.member(world.bot).leads):
        raise bad_request("member list is inaccessible")
    person = world.bot if about_bot else next(iter(world.named(frozenset({user_id}))), None)
    if person is None or (private and user_id not in {room.chat.id, world.bot.id}):
        raise bad_request("member not found")
    member = Member(person=person, status="member") if private else room.member(person)
    return member.json(room.chat.kind)


async def get_chat_member_count(world: World, parameters: Parameters) -> object:
    """Count who is in a chat, the bot included: https://core.telegram.org/bots/api#getchatmembercount."""
    room = find_room(world, parameters, "members")
    if room.chat.kind == "private":
        return 2
    return sum(member.present for member in room.members.values())


async def leave_chat(world: World, parameters: Parameters) -> object:
    """Let the bot leave a group: https://core.telegram.org/bots/api#leavechat."""
    room = find_room(world, parameters)
    if room.chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    membership.leave(world, room.chat, world.bot)
    return True
