"""How a message of the bot comes to stand in a chat, and how another is put in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandbox.telegram.access import find_message, find_replied, find_room, find_topic
from sandbox.telegram.events import Edited
from sandbox.telegram.keyboards import Markup
from sandbox.telegram.messages import Attachment, Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Room
from sandbox.telegram.texts import Words
from sandbox.telegram.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message is to stand, and what it answers."""

    room: Room
    replied: Message | None
    topic: int | None


def find_place(world: World, parameters: Parameters) -> Place:
    """Return where a call wants its message; raises Refusal where there is no such place."""
    room = find_room(world, parameters)
    replied = find_replied(room, parameters)
    return Place(room=room, replied=replied, topic=find_topic(room, parameters, replied))


def post(world: World, place: Place, words: Words, markup: Markup, carried: Attachment | None = None) -> object:
    """Let a message of the bot appear, and return it; its words are a caption where it carries something."""
    room, topic, replied = place.room, place.topic, place.replied
    message = Message(
        id=room.next_id(),
        chat=room.chat,
        sender=world.bot,
        sent=world.now(),
        attachment=carried,
        keyboard=markup.keyboard,
        reply_to=room.find(topic) if replied is None and topic is not None else replied,
        topic=topic,
        editable=not markup.below,
    )
    message = worded(message, words)
    world.post(room, message, queued=False)
    return message.json()


def worded(message: Message, words: Words) -> Message:
    """Return the message with other words: its caption where it carries something, its text where not."""
    plain = message.attachment is None
    return replace(
        message,
        text=words.text if plain else None,
        caption=None if plain else words.text or None,
        entities=words.entities,
        people=words.people,
    )


def check_identified(parameters: Parameters) -> None:
    """Refuse a call that does not say which message it means."""
    if not parameters.integer("message_id"):
        raise bad_request("message identifier is not specified")


def find_editable(world: World, parameters: Parameters) -> tuple[Room, Message]:
    """Return a message that the bot may edit; raises Refusal for any other."""
    room, message = find_message(world, parameters, "message to edit")
    if message.sender != world.bot or not message.editable:
        raise bad_request("message can't be edited")
    return room, message


def put(world: World, room: Room, former: Message, message: Message) -> object:
    """Put a message in the place of its former self, and return it; raises Refusal where nothing changes."""
    if message == former:
        raise bad_request(NOT_MODIFIED)
    world.pace.take(room.chat.id)
    kept = replace(message, edited=world.now())
    room.keep(kept)
    world.tell(Edited(chat=room.chat, message=kept))
    return replace(kept, reply_to=None).json()
