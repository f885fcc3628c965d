"""The methods by which the bot talks: it sends, edits, acts and answers presses.

https://core.telegram.org/bots/api#available-methods. Each refuses in the order in which the real server does: what
can be read off the request first, then the chat and the message, then what only the far end knows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sandbox.telegram import keyboards, texts
from sandbox.telegram.access import check_permitted, check_reach, find_message, find_replied, find_room, find_topic
from sandbox.telegram.events import Acting, Answered, Edited
from sandbox.telegram.messages import Message
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.presses import Answer
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Room
from sandbox.telegram.world import World

# Telegram publishes no figure; the twin's is short, so that an answer that comes late is seen.
ANSWERABLE = timedelta(seconds=15)

LONGEST_ANSWER = 200
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def send_message(world: World, parameters: Parameters) -> object:
    """Send a text: https://core.telegram.org/bots/api#sendmessage."""
    words = texts.read(parameters, world)
    markup = keyboards.read(parameters.record("reply_markup"))
    room = find_room(world, parameters)
    replied = find_replied(room, parameters)
    topic = find_topic(room, parameters, replied)
    texts.check_visible(words)
    keyboards.check(markup.keyboard)
    check_reach(room)
    check_permitted(world, room, topic)
    texts.check(words, "message is too long")
    world.pace.take(room.chat.id)
    message = Message(
        id=room.next_id(),
        chat=room.chat,
        sender=world.bot,
        sent=world.now(),
        text=words.text,
        entities=words.entities,
        people=words.people,
        keyboard=markup.keyboard,
        reply_to=room.find(topic) if replied is None and topic is not None else replied,
        topic=topic,
        editable=not markup.below,
    )
    world.post(room, message, queued=False)
    return message.json()


async def edit_message_text(world: World, parameters: Parameters) -> object:
    """Put another text, and buttons or none, in the place of a message: https://core.telegram.org/bots/api#editmessagetext."""
    words = texts.read(parameters, world)
    _check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = _find_editable(world, parameters)
    texts.check_visible(words)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    keyboards.check(markup.keyboard)
    texts.check(words, "MESSAGE_TOO_LONG")
    edited = replace(message, text=words.text, entities=words.entities, people=words.people, keyboard=markup.keyboard)
    return _edit(world, room, message, edited)


async def edit_message_reply_markup(world: World, parameters: Parameters) -> object:
    """Change the buttons of a message, or take them away: https://core.telegram.org/bots/api#editmessagereplymarkup."""
    _check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = _find_editable(world, parameters)
    keyboards.check(markup.keyboard)
    return _edit(world, room, message, replace(message, keyboard=markup.keyboard))


async def answer_callback_query(world: World, parameters: Parameters) -> object:
    """Answer a press, once and soon: https://core.telegram.org/bots/api#answercallbackquery."""
    press = world.presses.get(parameters.text("callback_query_id"))
    if press is None or press.answer is not None or world.now() - press.pressed > ANSWERABLE:
        raise bad_request(TOO_OLD)
    text = parameters.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = Answer(text=text or None, show_alert=parameters.flag("show_alert"), url=parameters.text("url") or None)
    press.settle(answer)
    world.tell(Answered(chat=press.chat, press=press, answer=answer))
    return True


async def send_chat_action(world: World, parameters: Parameters) -> object:
    """Show what the bot is doing: https://core.telegram.org/bots/api#sendchataction."""
    action = parameters.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    room = find_room(world, parameters)
    topic = find_topic(room, parameters)
    check_reach(room)
    world.tell(Acting(chat=room.chat, action=action, topic=topic))
    return True


def _check_identified(parameters: Parameters) -> None:
    if not parameters.integer("message_id"):
        raise bad_request("message identifier is not specified")


def _find_editable(world: World, parameters: Parameters) -> tuple[Room, Message]:
    room, message = find_message(world, parameters, "message to edit")
    if message.sender != world.bot or not message.editable:
        raise bad_request("message can't be edited")
    return room, message


def _edit(world: World, room: Room, former: Message, message: Message) -> object:
    if message == former:
        raise bad_request(NOT_MODIFIED)
    world.pace.take(room.chat.id)
    kept = replace(message, edited=world.now())
    room.keep(kept)
    world.tell(Edited(chat=room.chat, message=kept))
    return replace(kept, reply_to=None).json()
