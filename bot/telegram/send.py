"""Reply -> Bot API calls, each with Telegram's way of failing: not modified, gone, flooded, unreachable.

A message is never sent again where Telegram may have taken it; an edit, a deletion or a press's answer may be. A
picture that can't be shown never costs the words.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from enum import Enum

from telegram import Bot, ReplyParameters
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.patience import USUAL, Patience
from bot.reply import PictureUnavailable, Reply
from bot.telegram.calling import Before, Calls, Pace, Sleep, said, says
from bot.telegram.limits import Limiter
from bot.telegram.uploads import Png, Uploads
from bot.telegram.writing import NO_TEXT, NO_TOPIC, NOT_EDITABLE, UNCHANGED, Place, Standing, Writer, plain

log = logging.getLogger(__name__)

_GONE = ("message to delete not found", "message_id_invalid")
_MAY_NOT_PIN = ("not enough rights", "have no rights", "need administrator rights", "chat_admin_required")


class _Edit(Enum):
    """What became of writing over a message."""

    DONE = "done"
    GONE = "gone"
    PICTURE = "picture"
    """It is a picture, which can't become a text."""


class Sender:
    """Sends, edits and deletes on the bot's behalf."""

    def __init__(
        self,
        bot: Bot,
        *,
        png: Png,
        limiter: Limiter,
        sleep: Sleep = asyncio.sleep,
        patience: Patience = USUAL,
    ) -> None:
        self._bot = bot
        self._calls = Calls(limiter, sleep, probe=bot.get_me, patience=patience)
        self._writer = Writer(bot, Uploads(png), self._calls)

    async def answer_press(self, press_id: str, notice: str | None = None, *, alert: bool = False) -> None:
        """Stop the spinner on a pressed button, with a notice if there is one. A press too old is no error.

        `alert`: the notice stays until it is closed. Only the one who pressed sees it.
        """
        text = None if notice is None else plain(notice)
        try:
            await self._calls.repeatable(
                lambda: self._bot.answer_callback_query(press_id, text=text, show_alert=alert or None)
            )
        except TelegramError as error:
            log.info("a press could not be answered: %s", said(error))

    async def erase(self, chat_id: int, message_id: int) -> bool:
        """Delete a message and tell whether it is gone."""
        try:
            await self._calls.repeatable(lambda: self._bot.delete_message(chat_id, message_id))
        except BadRequest as error:
            return says(error, *_GONE)
        except TelegramError as error:
            log.warning("a message could not be deleted: %s", said(error))
            return False
        return True

    async def pin(self, chat_id: int, message_id: int) -> bool:
        """Pin a message without a sound, and tell whether the bot may. One that is pinned already is no error."""
        try:
            await self._calls.repeatable(
                lambda: self._bot.pin_chat_message(chat_id, message_id, disable_notification=True),
                Pace(chat_id=chat_id),  # it appears in the chat like a message
            )
        except TelegramError as error:
            log.info("a message could not be pinned: %s", said(error))
            return not says(error, *_MAY_NOT_PIN)
        return True

    async def withdraw(self, chat_id: int, message_id: int) -> None:
        """Delete a message; one that is too old for that stays as it is, without buttons and unpinned."""
        if await self.erase(chat_id, message_id):
            return
        await self._take_buttons(Place(pace=Pace(chat_id=chat_id)), message_id)
        try:
            await self._calls.repeatable(lambda: self._bot.unpin_chat_message(chat_id, message_id=message_id))
        except TelegramError as error:
            log.info("a message stays pinned: %s", said(error))

    async def reached(self, chat_id: int, topic_id: int | None = None) -> None:
        """Wait until Telegram answers of this chat again: it is asked to show what leaves no trace there."""
        await self._calls.reached(
            lambda: self._bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=topic_id)
        )

    async def show_typing(self, chat_id: int, topic_id: int | None = None) -> None:
        """Show that an answer is coming; it does not matter if this fails."""
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=topic_id)
        except TelegramError as error:
            log.debug("typing could not be shown: %s", said(error))

    async def deliver(
        self,
        reply: Reply,
        *,
        chat_id: int,
        over: int | None = None,
        over_media: bool = False,
        topic_id: int | None = None,
        quoting: int | None = None,
        push: bool = False,
        before: Before | None = None,
    ) -> Standing | None:
        """Write the reply over the message `over`, or send it where there is none or it can't be edited.

        `over_media`: that message carries a picture, as far as the caller knows. `quoting`: the message it answers. A
        topic that is gone is answered in the group at large, a picture that can't be shown is left out, and a file
        always comes as a message of its own. `push`: nobody waits for it, so it leaves behind the answers, and where it
        would have to wait for a flood to be over RetryAfter is raised. `before`: awaited when its turn has come.
        Returns where a text stands now; nothing is ever asked of a picture or a file (`None`).
        Raises TelegramError where it could not be delivered, and where nobody can tell (TimedOut, NetworkError).
        """
        if reply.lasting or reply.file is not None:
            over = None
        answered = None if quoting is None else ReplyParameters(quoting, allow_sending_without_reply=True)
        pace = Pace(chat_id=chat_id, push=push, before=before)
        place = Place(pace=pace, topic_id=topic_id, answered=answered)
        try:
            return await self._deliver(reply, place, over, over_media=over_media)
        except PictureUnavailable as error:
            log.warning("the words go without their picture: %s", error)
            return await self._deliver(replace(reply, picture=None), place, over, over_media=over_media)

    async def put(self, reply: Reply, *, chat_id: int, message_id: int, before: Before) -> bool:
        """Write a text over a message as a push, and nowhere else; tell whether that message is still there for it.

        Raises TelegramError where nobody can tell, or nothing may be written there, and RetryAfter as `deliver` does.
        """
        place = Place(pace=Pace(chat_id=chat_id, push=True, before=before))
        return await self._edit(reply, place, message_id, is_media=False) is _Edit.DONE

    async def _deliver(self, reply: Reply, place: Place, over: int | None, *, over_media: bool) -> Standing | None:
        """Deliver with the picture or not at all: raises PictureUnavailable before anything was said."""
        edited = _Edit.GONE
        if over is not None:
            edited = await self._edit(reply, place, over, is_media=over_media)
        if edited is _Edit.DONE:
            return None if over is None else Standing(chat_id=place.chat_id, topic_id=place.topic_id, message_id=over)
        try:
            message_id = await self._send(reply, place)
        except BadRequest as error:
            if place.topic_id is None or not says(error, *NO_TOPIC):
                raise
            place = replace(place, topic_id=None, answered=None)
            message_id = await self._send(reply, place)
        if over is not None and edited is _Edit.PICTURE:
            await self._take_buttons(place, over)
        if message_id is None:
            return None
        return Standing(chat_id=place.chat_id, topic_id=place.topic_id, message_id=message_id)

    async def _edit(self, reply: Reply, place: Place, message_id: int, *, is_media: bool) -> _Edit:
        try:
            if reply.picture is not None:
                await self._writer.put_picture(reply, reply.picture, place, message_id)
            elif is_media:
                return _Edit.PICTURE
            else:
                await self._writer.put_text(reply, place, message_id)
        except BadRequest as error:
            if says(error, UNCHANGED):
                return _Edit.DONE
            if says(error, NO_TEXT):
                return _Edit.PICTURE  # it became one after the button was pressed
            if says(error, *NOT_EDITABLE):
                return _Edit.GONE
            raise
        return _Edit.DONE

    async def _take_buttons(self, place: Place, message_id: int) -> None:
        """Leave a message standing, which is worth keeping, without buttons: they are elsewhere now, or nowhere."""
        try:
            await self._calls.repeatable(
                lambda: self._bot.edit_message_reply_markup(place.chat_id, message_id), place.pace
            )
        except TelegramError as error:
            log.info("a message keeps its buttons: %s", said(error))

    async def _send(self, reply: Reply, place: Place) -> int | None:
        if reply.file is not None:
            await self._writer.send_file(reply, reply.file, place)
        elif reply.picture is not None:
            await self._writer.send_picture(reply, reply.picture, place)
        else:
            return await self._writer.send_text(reply, place)
        return None


def unreachable(error: TelegramError) -> bool:
    """Tell whether the chat can't be reached, by Telegram's own word: blocked, deleted, unknown."""
    if isinstance(error, Forbidden):
        return not hopeless(error)
    return isinstance(error, BadRequest) and says(error, "chat not found")


def hopeless(error: TelegramError) -> bool:
    """Tell whether nothing can be sent at all: the bot's token is refused, or a 403 comes from before Telegram."""
    if isinstance(error, Forbidden):
        return not str(error).lower().startswith("forbidden:")
    return isinstance(error, InvalidToken)


def put_out(error: TelegramError) -> bool:
    """Tell whether the bot was put out of a chat for good, by Telegram's own word and not a proxy's 403."""
    return isinstance(error, Forbidden) and says(
        error,
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked from",
        "bot is not a member of",
        "group chat was deleted",
    )


def unwritable(error: TelegramError) -> bool:
    """Tell whether the bot may read but not write where it was asked: a closed topic, a muted group."""
    return isinstance(error, BadRequest | Forbidden) and says(
        error,
        "topic_closed",
        "not enough rights to send",
        "have no rights to send",
        "have no write access to the chat",
        "need administrator rights",
        "chat_write_forbidden",
        "chat_restricted",
        "chat_send_plain_forbidden",
        "chat_send_docs_forbidden",
    )


def closed_topic(error: TelegramError) -> bool:
    """Tell whether it is only the topic that can't be written in."""
    return isinstance(error, BadRequest) and says(error, "topic_closed")


def uncertain(error: TelegramError) -> bool:
    """Tell whether what was sent may have arrived all the same."""
    return isinstance(error, TimedOut) or type(error) is NetworkError
