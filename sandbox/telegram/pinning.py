"""The methods by which the bot pins messages and takes pins away.

https://core.telegram.org/bots/api#pinchatmessage. In a private chat everything can be pinned, in a group only by an
administrator with the right to. That something was pinned is said in the chat, that it was taken down is not.
"""

from __future__ import annotations

from sandbox.telegram.access import check_reach, find_message, find_room
from sandbox.telegram.events import Pinned
from sandbox.telegram.messages import Message, Service
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.posting import check_identified
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

NO_RIGHT = "not enough rights to manage pinned messages in the chat"


async def pin_chat_message(world: World, parameters: Parameters) -> object:
    """Pin a message; a pinned one stays so: https://core.telegram.org/bots/api#pinchatmessage."""
    check_identified(parameters)
    room, message = find_message(world, parameters, "message to pin")
    _check_right(world, room)
    if message.service is not None:
        raise bad_request("message can't be pinned")
    if message.id in room.pinned:
        return True
    world.pace.take(room.chat.id)
    room.pinned = (*room.pinned, message.id)
    world.tell(Pinned(chat=room.chat, message_ids=room.pinned))
    content = {name: value for name, value in message.json().items() if name != "reply_to_message"}
    world.note(room, world.bot, Service(kind="pinned_message", content=content), topic=message.topic)
    return True


async def unpin_chat_message(world: World, parameters: Parameters) -> object:
    """Take a pin away, the latest where none is named: https://core.telegram.org/bots/api#unpinchatmessage."""
    room = find_room(world, parameters)
    _check_right(world, room)
    if parameters.has("message_id"):
        _, message = find_message(world, parameters, "message to unpin")
        unpin(world, room, message)
    elif room.pinned:
        _keep(world, room, room.pinned[:-1])
    return True


def unpin(world: World, room: Room, message: Message) -> None:
    """Take a message's pin away, if it has one."""
    if message.id in room.pinned:
        _keep(world, room, tuple(one for one in room.pinned if one != message.id))


def _keep(world: World, room: Room, message_ids: tuple[int, ...]) -> None:
    room.pinned = message_ids
    world.tell(Pinned(chat=room.chat, message_ids=message_ids))


def _check_right(world: World, room: Room) -> None:
    if room.chat.kind != "private" and not room.member(world.bot).may("can_pin_messages"):
        raise bad_request(NO_RIGHT)
    check_reach(room)
