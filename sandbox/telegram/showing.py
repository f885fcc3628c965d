"""The methods by which the bot shows pictures and hands out files, and changes what stands under them.

https://core.telegram.org/bots/api#sendphoto. Refused in the same order as texts are; whether an edit may put a picture
where the group permits none, only the far end knows, so that is refused in capitals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sandbox.telegram import keyboards, media, texts
from sandbox.telegram.access import check_permitted, check_reach, is_permitted
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.posting import check_identified, find_editable, find_place, post, put, worded
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Sending
from sandbox.telegram.world import World

PERMISSIONS: Mapping[str, Sending] = {"photo": "photos", "document": "documents"}
FORBIDDEN: Mapping[str, str] = {"photo": "CHAT_SEND_PHOTOS_FORBIDDEN", "document": "CHAT_SEND_DOCS_FORBIDDEN"}
TOO_LONG, TOO_LONG_EDITED = "message caption is too long", "MEDIA_CAPTION_TOO_LONG"


async def send_photo(world: World, parameters: Parameters) -> object:
    """Send a picture: https://core.telegram.org/bots/api#sendphoto."""
    return _send(world, parameters, "photo")


async def send_document(world: World, parameters: Parameters) -> object:
    """Send a file: https://core.telegram.org/bots/api#senddocument."""
    return _send(world, parameters, "document")


async def edit_message_media(world: World, parameters: Parameters) -> object:
    """Put a picture or a file in the place of another, or of a text: https://core.telegram.org/bots/api#editmessagemedia."""
    shown, fields = media.read_input(parameters)
    caption = texts.read_caption(fields, world)
    check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = find_editable(world, parameters)
    if message.text is None and message.attachment is None:
        raise bad_request("there is no media in the message to edit")
    media.check(shown, world.files)
    keyboards.check(markup.keyboard)
    texts.check_caption(caption, TOO_LONG_EDITED)
    if not is_permitted(world, room, PERMISSIONS[shown.kind]):
        raise bad_request(FORBIDDEN[shown.kind])
    carrying = replace(message, attachment=media.taken(shown, world.files), keyboard=markup.keyboard)
    return put(world, room, message, worded(carrying, caption))


async def edit_message_caption(world: World, parameters: Parameters) -> object:
    """Put other words, or none, and buttons or none under a picture or a file.

    https://core.telegram.org/bots/api#editmessagecaption
    """
    caption = texts.read_caption(parameters, world)
    check_identified(parameters)
    markup = keyboards.read(parameters.record("reply_markup"))
    room, message = find_editable(world, parameters)
    if message.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    keyboards.check(markup.keyboard)
    texts.check_caption(caption, TOO_LONG_EDITED)
    return put(world, room, message, worded(replace(message, keyboard=markup.keyboard), caption))


def _send(world: World, parameters: Parameters, kind: str) -> object:
    shown = media.read(parameters, kind)
    caption = texts.read_caption(parameters, world)
    markup = keyboards.read(parameters.record("reply_markup"))
    place = find_place(world, parameters)
    media.check(shown, world.files)
    keyboards.check(markup.keyboard)
    check_reach(place.room)
    check_permitted(world, place.room, place.topic, PERMISSIONS[kind])
    texts.check_caption(caption, TOO_LONG)
    carried = media.taken(shown, world.files)
    world.pace.take(place.room.chat.id)
    return post(world, place, caption, markup, carried)
