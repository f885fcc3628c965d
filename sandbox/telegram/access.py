"""Whether the bot gets at a chat or a message, asked in the real server's order and refused in its words.

Finding comes first ("chat not found"), with it whether the bot is in a group at all; then what hangs on the chat (the
replied message, the topic). What is known only to the far end, a blocked bot or a closed topic, is asked last.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sandbox.telegram.chats import Kind
from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import bad_request, forbidden, upgraded
from sandbox.telegram.rooms import Room, Sending
from sandbox.telegram.world import World

Need = Literal["read", "members", "write"]

SAID: Mapping[Kind, str] = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def find_room(world: World, parameters: Parameters, need: Need = "write") -> Room:
    """Return the chat that ``chat_id`` names; raises Refusal where there is none or the bot is not in it.

    A basic group that is a supergroup now can still be read, without its members.
    """
    chat_id = parameters.chat_id()
    if chat_id is None:
        raise bad_request("chat_id is empty")
    room = world.room(chat_id) if isinstance(chat_id, int) else None
    if room is None:
        raise bad_request("chat not found")
    if room.chat.kind != "private":
        _check_there(world, room, need)
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


def find_topic(room: Room, parameters: Parameters, replied: Message | None = None) -> int | None:
    """Return the topic that is written to, a reply's own where none is named, or None.

    Raises Refusal for a topic that the chat does not have: a private chat has none, and General is not to be named. A
    group without topics passes over it.
    """
    thread_id = parameters.integer("message_thread_id")
    if not thread_id:
        return None if replied is None else replied.topic
    if room.chat.kind == "private" or (room.chat.forum and thread_id not in room.topics):
        raise bad_request("message thread not found")
    return thread_id if room.chat.forum else None


def check_reach(room: Room) -> None:
    """Refuse to write to somebody who cannot or does not want to be reached."""
    if room.chat.kind != "private":
        return
    if room.deactivated:
        raise forbidden("user is deactivated")
    if not room.started:
        raise forbidden("bot can't initiate conversation with a user")
    if room.blocked:
        raise forbidden("bot was blocked by the user")


def check_permitted(world: World, room: Room, topic_id: int | None, sending: Sending = "text messages") -> None:
    """Refuse to send what the group permits the bot not, or where the topic is closed to it."""
    if not is_permitted(world, room, sending):
        raise bad_request(f"not enough rights to send {sending} to the chat")
    topic = None if topic_id is None else room.topics.get(topic_id)
    if topic is not None and topic.closed and not room.member(world.bot).may("can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")


def is_permitted(world: World, room: Room, sending: Sending) -> bool:
    """Tell whether the group permits the bot to send such messages; administrators are exempt."""
    return sending not in room.forbidden or room.member(world.bot).leads


def _check_there(world: World, room: Room, need: Need) -> None:
    if room.upgraded is not None:
        if need != "read":
            raise upgraded(room.upgraded.id)
        return
    status = room.member(world.bot).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {SAID[room.chat.kind]}")
    if status == "left":
        raise forbidden(f"bot is not a member of the {SAID[room.chat.kind]}")
