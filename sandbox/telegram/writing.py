"""What people write, change and take back, and who they are in a chat while they do.

An anonymous administrator speaks as the group, whoever speaks for a channel as the channel. ValueError is for what no
client lets anybody do. The twin plays no other permissions of people than those of closed topics.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sandbox.telegram.attachments import Kinds, attachment
from sandbox.telegram.chats import Chat
from sandbox.telegram.entities import find_commands
from sandbox.telegram.events import Deleted, Edited
from sandbox.telegram.messages import Message
from sandbox.telegram.people import ANONYMOUS_ADMIN, CHANNEL, SERVICE, Person
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a person is about to send: a text, or an attachment and perhaps a caption."""

    text: str | None = None
    caption: str | None = None
    kinds: Kinds = field(default_factory=Kinds)
    reply_to: int | None = None
    topic: int | None = None
    sender_chat: Chat | None = None


def send(world: World, person: Person, chat: Chat, draft: Draft) -> Message:
    """Let a person write; queues the update. Raises ValueError for what no client sends."""
    room = _open(world, person, chat)
    carried = attachment(draft.kinds)
    words = _words(draft, is_caption=carried is not None)
    replied = None if draft.reply_to is None else room.find(draft.reply_to)
    topic = _topic(room, person, draft.topic or (replied.topic if replied is not None else None))
    sender_chat = draft.sender_chat or (room.chat if room.member(person).anonymous else None)
    message = Message(
        id=room.next_id(),
        chat=chat,
        sender=_sender(room, person, sender_chat),
        sent=world.now(),
        text=draft.text if carried is None else None,
        caption=draft.caption,
        entities=find_commands(words or ""),
        attachment=carried,
        reply_to=room.find(topic) if replied is None and topic is not None else replied,
        topic=topic,
        sender_chat=sender_chat,
        behind=None if sender_chat is None else person,
    )
    room.started = True
    world.post(room, message)
    return message


def post_linked(world: World, chat: Chat, channel: Chat, text: str) -> Message:
    """Let a channel's post be forwarded by itself to the group in which it is discussed."""
    room, source = world.known(chat), world.known(channel)
    if chat.kind != "supergroup" or channel.kind != "channel":
        raise ValueError("a channel is discussed in a supergroup")
    message = Message(
        id=room.next_id(),
        chat=chat,
        sender=SERVICE,
        sent=world.now(),
        text=text,
        entities=find_commands(text),
        sender_chat=channel,
        forwarded_id=source.next_id(),
    )
    world.post(room, message)
    return message


def edit(world: World, person: Person, chat: Chat, message_id: int, text: str) -> Message:
    """Let a person change what they wrote; queues ``edited_message``."""
    room = _open(world, person, chat)
    former = room.find(message_id)
    if former is None or former.author != person or former.text is None:
        raise ValueError("people edit their own messages that have a text")
    message = replace(former, text=text, entities=find_commands(text), edited=world.now())
    room.keep(message)
    world.tell(Edited(chat=chat, message=message))
    world.give("edited_message", room, message)
    return message


def delete(world: World, chat: Chat, message_id: int) -> None:
    """Let a person delete a message for everyone; a bot is told nothing of it."""
    world.known(chat).drop(message_id)
    world.tell(Deleted(chat=chat, message_id=message_id))


def _open(world: World, person: Person, chat: Chat) -> Room:
    """Return the chat's state; raises ValueError where the person cannot write."""
    room = world.known(chat)
    if chat.kind == "channel":
        raise ValueError("nobody writes in a channel here; a channel is only ever a sender")
    if room.blocked or room.deactivated:
        raise ValueError(f"{person.first_name} cannot write here: the bot is blocked or the account is gone")
    if chat.kind == "private":
        if chat.id != person.id:
            raise ValueError(f"{person.first_name} cannot write in somebody else's private chat")
        return room
    if room.upgraded is not None:
        raise ValueError("this group has become a supergroup; people write there")
    if not room.member(person).present:
        raise ValueError(f"{person.first_name} is not a member of {chat.title}")
    return room


def _topic(room: Room, person: Person, topic_id: int | None) -> int | None:
    """Return the topic's id; raises ValueError where there is none, or it is closed to the person."""
    if topic_id is None:
        return None
    topic = room.topics.get(topic_id)
    if topic is None:
        raise ValueError(f"there is no topic {topic_id} in {room.chat.title}")
    if topic.closed and not room.member(person).may("can_manage_topics"):
        raise ValueError(f"the topic {topic.name} is closed")
    return topic.id


def _sender(room: Room, person: Person, sender_chat: Chat | None) -> Person:
    """Return the account that stands for the person; raises ValueError where they cannot speak so."""
    if sender_chat is None:
        return person
    if sender_chat.kind == "channel" and room.chat.kind == "supergroup":
        return CHANNEL
    if sender_chat.id == room.chat.id and room.member(person).anonymous:
        return ANONYMOUS_ADMIN
    raise ValueError(f"{person.first_name} cannot speak as {sender_chat.title} here")


def _words(draft: Draft, *, is_caption: bool) -> str | None:
    """Return what a person said; raises ValueError for what no client sends."""
    words, other = (draft.caption, draft.text) if is_caption else (draft.text, draft.caption)
    most = LONGEST_CAPTION if is_caption else LONGEST_TEXT
    if other or (not words and not is_caption) or len(words or "") > most:
        raise ValueError("a message has a text of 1 to 4096 characters, or an attachment and perhaps a caption")
    return words
