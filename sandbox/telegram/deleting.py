"""The methods by which the bot deletes messages, and what it may not delete.

https://core.telegram.org/bots/api#deletemessage. Nothing goes after 48 hours; others' messages go where the bot has the
right, and what tells how a group came to be never goes.
"""

from __future__ import annotations

from datetime import timedelta

from sandbox.telegram.access import find_message, find_room
from sandbox.telegram.events import Deleted
from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

DELETABLE = timedelta(hours=48)
MOST_DELETED = 100
LASTING = frozenset({"supergroup_chat_created", "migrate_from_chat_id", "forum_topic_created"})


async def delete_message(world: World, parameters: Parameters) -> object:
    """Delete a message for everyone: https://core.telegram.org/bots/api#deletemessage."""
    _check_chat_named(parameters)
    if not parameters.integer("message_id"):
        raise bad_request("message identifier is not specified")
    room, message = find_message(world, parameters, "message to delete")
    _check_deletable(world, room, message)
    _delete(world, room, message)
    return True


async def delete_messages(world: World, parameters: Parameters) -> object:
    """Delete several messages, passing over those that are gone: https://core.telegram.org/bots/api#deletemessages."""
    _check_chat_named(parameters)
    message_ids = parameters.integers("message_ids")
    if not message_ids:
        raise bad_request("message identifiers are not specified")
    if len(message_ids) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    room = find_room(world, parameters)
    found = [message for message_id in dict.fromkeys(message_ids) if (message := room.find(message_id)) is not None]
    for message in found:
        _check_deletable(world, room, message)
    for message in found:
        _delete(world, room, message)
    return True


def _check_chat_named(parameters: Parameters) -> None:
    if parameters.chat_id() is None:
        raise bad_request("chat identifier is not specified")


def _check_deletable(world: World, room: Room, message: Message) -> None:
    """Refuse to delete what is too old, another's without the right to, or the beginning of the group."""
    old = world.now() - message.sent >= DELETABLE
    own = message.sender == world.bot
    member = room.member(world.bot)
    if room.chat.kind == "supergroup":
        lasting = message.service is not None and message.service.kind in LASTING
        if old or lasting or not (own or member.may("can_delete_messages")):
            raise bad_request("message can't be deleted")
    elif old or not (own or member.leads or room.chat.kind == "private"):
        raise bad_request("message can't be deleted for everyone")


def _delete(world: World, room: Room, message: Message) -> None:
    room.drop(message.id)
    world.tell(Deleted(chat=room.chat, message_id=message.id))
