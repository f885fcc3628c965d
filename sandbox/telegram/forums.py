"""Topics being made, closed, opened again and deleted, by the forum's creator.

https://core.telegram.org/bots/api#createforumtopic. A topic's first message has its id; with a deleted topic goes all
that was said in it. ValueError is for what no client lets anybody do.
"""

from __future__ import annotations

from dataclasses import replace

from sandbox.telegram.chats import Chat
from sandbox.telegram.events import Deleted
from sandbox.telegram.membership import creator, live
from sandbox.telegram.messages import Message, Service
from sandbox.telegram.rooms import Room
from sandbox.telegram.topics import ICON_COLOR, LONGEST_NAME, Topic
from sandbox.telegram.world import World


def begin(world: World, chat: Chat, name: str) -> Topic:
    """Make a topic."""
    room = _forum(world, chat)
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError("a topic's name has 1 to 128 characters")
    topic = Topic(id=room.next_id(), name=name)
    room.topics[topic.id] = topic
    first = Message(
        id=topic.id,
        chat=room.chat,
        sender=creator(room),
        sent=world.now(),
        topic=topic.id,
        service=Service(kind="forum_topic_created", content={"name": name, "icon_color": ICON_COLOR}),
    )
    world.post(room, first)
    return topic


def close(world: World, chat: Chat, topic: Topic, *, closed: bool) -> None:
    """Close a topic, or open it again; nothing happens where it is so already."""
    room = _forum(world, chat)
    former = _known(room, topic)
    if former.closed == closed:
        return
    room.topics[topic.id] = replace(former, closed=closed)
    kind = "forum_topic_closed" if closed else "forum_topic_reopened"
    world.note(room, creator(room), Service(kind=kind, content={}), topic=topic.id)


def delete(world: World, chat: Chat, topic: Topic) -> None:
    """Delete a topic with all that was said in it; the bot is told nothing."""
    room = _forum(world, chat)
    del room.topics[_known(room, topic).id]
    for message in room.messages:
        if message.topic == topic.id:
            room.drop(message.id)
            world.tell(Deleted(chat=room.chat, message_id=message.id))


def _forum(world: World, chat: Chat) -> Room:
    room = live(world, chat)
    if not chat.forum:
        raise ValueError(f"{chat.title} is not a forum")
    return room


def _known(room: Room, topic: Topic) -> Topic:
    known = room.topics.get(topic.id)
    if known is None:
        raise ValueError(f"there is no topic {topic.name} in {room.chat.title}")
    return known
