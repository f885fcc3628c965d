"""What a reply becomes in one call: a text, a picture or a file, with its buttons, in a new place or an old one's."""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from telegram import Bot, InlineKeyboardMarkup, InputMediaPhoto, Message, ReplyParameters
from telegram.constants import KeyboardButtonStyle, ParseMode
from telegram.error import BadRequest

from bot.reply import Button, File, Link, Picture, PictureUnavailable, Reply
from bot.telegram.calling import Calls, Pace, said, says
from bot.telegram.methods import Json, Methods
from bot.telegram.uploads import Uploads

T = TypeVar("T")
log = logging.getLogger(__name__)

UNCHANGED = "message is not modified"
NO_TEXT = "there is no text in the message to edit"
NOT_EDITABLE = (
    "message to edit not found",
    "message_id_invalid",
    "message can't be edited",
    "there is no media in the message to edit",
    "message media can't be edited",
)
NO_TOPIC = ("message thread not found", "topic_deleted")
_OF_THE_PLACE = (UNCHANGED, *NOT_EDITABLE, *NO_TOPIC, "topic_closed", "chat not found")
"""What Telegram says of the place and not of the picture. All else may be about the picture: its words change."""

_PICTURE_NAME = "picture.png"
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a message stands."""

    chat_id: int
    topic_id: int | None
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message is to stand, at what pace, and which one it answers."""

    pace: Pace
    topic_id: int | None = None
    answered: ReplyParameters | None = None

    @property
    def chat_id(self) -> int:
        """The chat it is to stand in."""
        return self.pace.chat_id


class Writer:
    """Writes replies, each by a call that is made until it surely was."""

    def __init__(self, bot: Bot, uploads: Uploads, calls: Calls) -> None:
        self._bot = bot
        self._methods = Methods(bot)
        self._uploads = uploads
        self._calls = calls

    async def put_text(self, reply: Reply, place: Place, message_id: int) -> None:
        """Put a text in the place of another."""
        keyboard = self._keyboard(reply)

        async def edit(text: str, parse_mode: ParseMode | None) -> object:
            return await self._calls.repeatable(
                lambda: self._methods.edit_text(
                    place.chat_id, message_id, text, parse_mode=parse_mode, keyboard=keyboard
                ),
                place.pace,
            )

        await _parsed_or_plain(reply.text, edit)

    async def put_picture(self, reply: Reply, picture: Picture, place: Place, message_id: int) -> None:
        """Put a picture in the place of a text or of another picture. Raises PictureUnavailable."""

        async def edit(photo: bytes | str, text: str, parse_mode: ParseMode | None) -> Message | bool:
            return await self._calls.repeatable(
                lambda: self._bot.edit_message_media(
                    InputMediaPhoto(photo, caption=text, parse_mode=parse_mode, filename=_PICTURE_NAME),
                    chat_id=place.chat_id,
                    message_id=message_id,
                    reply_markup=self._markup(reply),
                ),
                place.pace,
            )

        await self._show(reply.text, picture, edit)

    async def send_text(self, reply: Reply, place: Place) -> int:
        """Send a text; returns the message's id."""
        keyboard = self._keyboard(reply)
        answered = place.answered.to_dict() if place.answered is not None else None

        async def send(text: str, parse_mode: ParseMode | None) -> int:
            return await self._calls.once(
                lambda: self._methods.send_text(
                    place.chat_id,
                    text,
                    topic_id=place.topic_id,
                    parse_mode=parse_mode,
                    keyboard=keyboard,
                    answered=answered,
                ),
                place.pace,
            )

        return await _parsed_or_plain(reply.text, send)

    async def send_picture(self, reply: Reply, picture: Picture, place: Place) -> None:
        """Send a picture. Raises PictureUnavailable."""

        async def send(photo: bytes | str, text: str, parse_mode: ParseMode | None) -> Message:
            return await self._calls.once(
                lambda: self._bot.send_photo(
                    place.chat_id,
                    photo,
                    caption=text,
                    message_thread_id=place.topic_id,
                    parse_mode=parse_mode,
                    reply_markup=self._markup(reply),
                    reply_parameters=place.answered,
                    filename=_PICTURE_NAME,
                ),
                place.pace,
            )

        await self._show(reply.text, picture, send)

    async def send_file(self, reply: Reply, file: File, place: Place) -> None:
        """Send a file."""

        async def send(text: str, parse_mode: ParseMode | None) -> object:
            return await self._calls.once(
                lambda: self._bot.send_document(
                    place.chat_id,
                    file.content,
                    caption=text,
                    message_thread_id=place.topic_id,
                    parse_mode=parse_mode,
                    reply_markup=self._markup(reply),
                    reply_parameters=place.answered,
                    filename=file.name,
                ),
                place.pace,
            )

        await _parsed_or_plain(reply.text, send)

    async def _show(
        self,
        text: str,
        picture: Picture,
        attempt: Callable[[bytes | str, str, ParseMode | None], Awaitable[Message | bool]],
    ) -> None:
        """Show a picture with its words; raises PictureUnavailable where Telegram takes no such picture here."""

        async def shown(photo: bytes | str) -> Message | bool:
            return await _parsed_or_plain(text, lambda words, mode: attempt(photo, words, mode))

        try:
            await self._uploads.show(picture, shown)
        except BadRequest as error:
            if says(error, *_OF_THE_PLACE):
                raise
            raise PictureUnavailable(said(error)) from error

    def _keyboard(self, reply: Reply) -> Json | None:
        if not reply.buttons:
            return None
        return {"inline_keyboard": [[self._button(button) for button in row] for row in reply.buttons if row]}

    def _markup(self, reply: Reply) -> InlineKeyboardMarkup | None:
        keyboard = self._keyboard(reply)
        return None if keyboard is None else InlineKeyboardMarkup.de_json(keyboard, self._bot)

    def _button(self, button: Button | Link) -> Json:
        label = html.unescape(button.label)  # words are made for HTML, and labels are none
        if isinstance(button, Link):
            parameter = "startgroup" if button.into_group else "start"
            return {"text": label, "url": f"https://t.me/{self._bot.username}?{parameter}={button.code}"}
        style = {"style": KeyboardButtonStyle.DANGER} if button.danger else {}
        return {"text": label, "callback_data": button.data, **style}


async def _parsed_or_plain(text: str, attempt: Callable[[str, ParseMode | None], Awaitable[T]]) -> T:
    """Send HTML; as plain text if the server knows fewer tags than we do."""
    try:
        return await attempt(text, ParseMode.HTML)
    except BadRequest as error:
        if not says(error, "can't parse entities"):
            raise
        log.exception("Telegram could not parse a message of ours")
        return await attempt(plain(text), None)


def plain(text: str) -> str:
    """Return HTML of ours as the text that it shows."""
    return html.unescape(_TAG.sub("", text))
