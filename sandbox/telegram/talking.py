"""The methods by which the bot talks: it sends texts, edits, acts and answers presses. Pictures are in ``showing``.

https://core.telegram.org/bots/api#available-methods. Each refuses in the order in which the real server does: what
can be read off the request first, then the chat and the message, then what only the far end knows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sandbox.telegram import keyboards, texts
from sandbox.telegram.access import check_permitted, check_reach, find_room, find_topic
from sandbox.telegram.events import Acting, Answered
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.posting import check_identified, find_editable, find_place, post, put, worded
from sandbox.telegram.presses import Answer
from sandbox.telegram.refusals import bad_request
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
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def send_message(world: World, parameters: Parameters) -> object:
    """Send a text: https://core.telegram.org/bots/api#sendmessage."""
    words = texts.read(parameters, world)
    markup = keyboards.read(parameters.record("reply_markup"))
    place = find_place(world, parameters)
    texts.check_visible(words)
    keyboards.check(markup.keyboard)
    check_reach(place.room)
    check_permitted(world, place.room, place.topic)
    texts.check(words, "message is too long")
    world.pace.take(place.room.chat.id)
    return post(world, place, words, markup)


async def edit_message_text(world: World, parameters: Parameters) -> object:
    """Put another text, and buttons or none, in the place of a message: https://core.telegram.org/bots/api#editmessagetext."""
    words = texts.read(parameters, world)
    check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = find_editable(world, parameters)
    texts.check_visible(words)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    keyboards.check(markup.keyboard)
    texts.check(words, "MESSAGE_TOO_LONG")
    return put(world, room, message, worded(replace(message, keyboard=markup.keyboard), words))


async def edit_message_reply_markup(world: World, parameters: Parameters) -> object:
    """Change the buttons of a message, or take them away: https://core.telegram.org/bots/api#editmessagereplymarkup."""
    check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = find_editable(world, parameters)
    keyboards.check(markup.keyboard)
    return put(world, room, message, replace(message, keyboard=markup.keyboard))


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
