"""Whether the bot gets at a chat or a message, asked in the real server's order and refused in its words.

Finding comes first ("chat not found"), then what hangs on the chat (the replied message, the topic); being allowed to
write is known only to the far end and is therefore asked last.
"""

from __future__ import annotations

from datetime import timedelta

from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import bad_request, forbidden
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

DELETABLE = timedelta(hours=48)


def find_room(world: World, parameters: Parameters) -> Room:
    """Return the chat that ``chat_id`` names; raises Refusal where there is none."""
    chat_id = parameters.chat_id()
    if chat_id is None:
        raise bad_request("chat_id is empty")
    room = world.room(chat_id) if isinstance(chat_id, int) else None
    if room is None:
        raise bad_request("chat not found")
    return room


def find_message(world: World, parameters: Parameters, purpose: str) -> tuple[Room, Message]:
    """Return the message that ``chat_id`` and ``message_id`` name; ``purpose`` is "message to edit" or its like."""
    room = find_room(world, parameters)
    message = room.find(parameters.integer("message_id"))
    if message is None:
        raise bad_request(f"{purpose} not found")
    return room, message


def find_replied(room: Room, parameters: Parameters) -> Message | None:
    """Return the message that is replied to, or None; raises Refusal where it is gone and must not be."""
    reply = parameters.record("reply_parameters")
    if reply is None:
        return None
    given = Parameters(reply)
    elsewhere = given.chat_id()
    message = room.find(given.integer("message_id")) if elsewhere in {None, room.chat.id} else None
    if message is None and not given.flag("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def check_thread(room: Room, parameters: Parameters) -> None:
    """Refuse a topic that the chat does not have; private chats and plain groups have none."""
    if parameters.integer("message_thread_id") and room.chat.kind == "private":
        raise bad_request("message thread not found")


def check_reach(room: Room) -> None:
    """Refuse to write to somebody who cannot or does not want to be reached."""
    if room.deactivated:
        raise forbidden("user is deactivated")
    if not room.started:
        raise forbidden("bot can't initiate conversation with a user")
    if room.blocked:
        raise forbidden("bot was blocked by the user")


def check_deletable(world: World, message: Message) -> None:
    """Refuse to delete what is too old to be deleted for everyone."""
    if world.now() - message.sent >= DELETABLE:
        raise bad_request("message can't be deleted for everyone")
