"""Reply -> Bot API calls, each with Telegram's way of failing: not modified, gone, flooded, unreachable.

A message is never sent again where Telegram may have taken it; an edit, a deletion or a press's answer may be.
"""

from __future__ import annotations

import asyncio
import html
import logging
import random
import re
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, KeyboardButtonStyle, ParseMode
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.reply import Button, Link, Reply
from bot.telegram.transport import ServerTrouble, Unsent

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
log = logging.getLogger(__name__)

_LONGEST_PAUSE = 30.0
_TRIES = 5
_TRIES_TO_SEND = 20  # some eight minutes of an outage; after that it may be this message that Telegram fails on
_GONE = ("message to delete not found", "message_id_invalid")
_NOT_EDITABLE = (
    "message to edit not found",
    "message_id_invalid",
    "message can't be edited",
    "there is no text in the message to edit",
)


class Sender:
    """Sends, edits and deletes on the bot's behalf."""

    def __init__(self, bot: Bot, *, sleep: Sleep = asyncio.sleep) -> None:
        self._bot = bot
        self._sleep = sleep

    async def answer_press(self, press_id: str, notice: str | None = None, *, alert: bool = False) -> None:
        """Stop the spinner on a pressed button, with a notice if there is one. A press too old is no error.

        `alert`: the notice stays until it is closed. Only the one who pressed sees it.
        """
        text = None if notice is None else html.unescape(_TAG.sub("", notice))
        try:
            await self._repeatable(
                lambda: self._bot.answer_callback_query(press_id, text=text, show_alert=alert or None)
            )
        except TelegramError as error:
            log.info("a press could not be answered: %s", _said(error))

    async def erase(self, chat_id: int, message_id: int) -> bool:
        """Delete a message and tell whether it is gone."""
        try:
            await self._repeatable(lambda: self._bot.delete_message(chat_id, message_id))
        except BadRequest as error:
            return _is(error, *_GONE)
        except TelegramError as error:
            log.warning("a message could not be deleted: %s", _said(error))
            return False
        return True

    async def show_typing(self, chat_id: int, topic_id: int | None = None) -> None:
        """Show that an answer is coming; it does not matter if this fails."""
        try:
            await self._bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=topic_id)
        except TelegramError as error:
            log.debug("typing could not be shown: %s", _said(error))

    async def deliver(
        self,
        reply: Reply,
        *,
        chat_id: int,
        over: int | None,
        topic_id: int | None = None,
        quoting: int | None = None,
    ) -> None:
        """Write the reply over the message `over`, or send it where there is none or it can't be edited.

        `quoting`: the message it answers. A topic that is gone is answered in the group at large.
        Raises TelegramError where it could not be delivered, and where nobody can tell (TimedOut, NetworkError).
        """
        if over is not None and not reply.lasting and await self._edit(reply, chat_id, over):
            return
        try:
            await self._send(reply, chat_id, topic_id, quoting)
        except BadRequest as error:
            if topic_id is None or not _is(error, "message thread not found", "topic_deleted"):
                raise
            await self._send(reply, chat_id, None, None)

    async def _edit(self, reply: Reply, chat_id: int, message_id: int) -> bool:
        async def edit(text: str, parse_mode: ParseMode | None) -> object:
            return await self._repeatable(
                lambda: self._bot.edit_message_text(
                    text,
                    chat_id=chat_id,
                    message_id=message_id,
                    parse_mode=parse_mode,
                    reply_markup=self._keyboard(reply),
                    link_preview_options=_NO_PREVIEW,
                )
            )

        try:
            await _parsed_or_plain(reply.text, edit)
        except BadRequest as error:
            if _is(error, "message is not modified"):
                return True
            if _is(error, *_NOT_EDITABLE):
                return False
            raise
        return True

    async def _send(self, reply: Reply, chat_id: int, topic_id: int | None, quoting: int | None) -> None:
        answered = None if quoting is None else ReplyParameters(quoting, allow_sending_without_reply=True)

        async def send(text: str, parse_mode: ParseMode | None) -> object:
            return await self._once(
                lambda: self._bot.send_message(
                    chat_id,
                    text,
                    message_thread_id=topic_id,
                    parse_mode=parse_mode,
                    reply_markup=self._keyboard(reply),
                    reply_parameters=answered,
                    link_preview_options=_NO_PREVIEW,
                )
            )

        await _parsed_or_plain(reply.text, send)

    def _keyboard(self, reply: Reply) -> InlineKeyboardMarkup | None:
        if not reply.buttons:
            return None
        return InlineKeyboardMarkup([[self._button(button) for button in row] for row in reply.buttons if row])

    def _button(self, button: Button | Link) -> InlineKeyboardButton:
        label = html.unescape(button.label)  # words are made for HTML, and labels are none
        if isinstance(button, Link):
            parameter = "startgroup" if button.into_group else "start"
            return InlineKeyboardButton(label, url=f"https://t.me/{self._bot.username}?{parameter}={button.code}")
        style = KeyboardButtonStyle.DANGER if button.danger else None
        return InlineKeyboardButton(label, callback_data=button.data, style=style)

    async def _once(self, call: Callable[[], Awaitable[T]]) -> T:
        """Call until Telegram has surely taken it or surely refuses it; give up where nobody can tell."""
        return await self._calling(call, lambda error: isinstance(error, ServerTrouble), tries=_TRIES_TO_SEND)

    async def _repeatable(self, call: Callable[[], Awaitable[T]]) -> T:
        """Call again also where an earlier call may have had its effect."""
        return await self._calling(call, lambda error: not isinstance(error, BadRequest), tries=_TRIES)

    async def _calling(
        self, call: Callable[[], Awaitable[T]], again: Callable[[NetworkError], bool], *, tries: int
    ) -> T:
        pause = 0.5
        while True:
            try:
                return await call()
            except RetryAfter as error:
                wait = _seconds(error) + random.uniform(0.1, 1.0)  # noqa: S311  # jitter
                log.info("Telegram asks to wait %.1f s", wait)
            except Unsent:
                # Telegram is out of reach: the update stays written down, and this waits until it is back.
                wait = random.uniform(pause / 2, pause)  # noqa: S311
            except NetworkError as error:
                tries -= 1
                if tries <= 0 or not again(error):
                    raise
                wait = random.uniform(pause / 2, pause)  # noqa: S311
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                # The library could not read Telegram's answer to a call that may well have had its effect.
                raise NetworkError(f"an answer that is none ({type(error).__name__})") from None
            await self._sleep(wait)
            pause = min(pause * 2, _LONGEST_PAUSE)


_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile(r"<[^>]*>")


async def _parsed_or_plain(text: str, attempt: Callable[[str, ParseMode | None], Awaitable[object]]) -> None:
    """Send HTML; as plain text if the server knows fewer tags than we do."""
    try:
        await attempt(text, ParseMode.HTML)
    except BadRequest as error:
        if not _is(error, "can't parse entities"):
            raise
        log.exception("Telegram could not parse a message of ours")
        await attempt(html.unescape(_TAG.sub("", text)), None)


def unreachable(error: TelegramError) -> bool:
    """Tell whether the chat can't be reached, by Telegram's own word: blocked, deleted, unknown."""
    if isinstance(error, Forbidden):
        return not hopeless(error)
    return isinstance(error, BadRequest) and _is(error, "chat not found")


def hopeless(error: TelegramError) -> bool:
    """Tell whether nothing can be sent at all: the bot's token is refused, or a 403 comes from before Telegram."""
    if isinstance(error, Forbidden):
        return not str(error).lower().startswith("forbidden:")
    return isinstance(error, InvalidToken)


def put_out(error: TelegramError) -> bool:
    """Tell whether the bot was put out of a chat for good, by Telegram's own word and not a proxy's 403."""
    return isinstance(error, Forbidden) and _is(
        error,
        "bot was blocked by the user",
        "user is deactivated",
        "bot was kicked from",
        "bot is not a member of",
        "group chat was deleted",
    )


def unwritable(error: TelegramError) -> bool:
    """Tell whether the bot may read but not write where it was asked: a closed topic, a muted group."""
    return isinstance(error, BadRequest | Forbidden) and _is(
        error,
        "topic_closed",
        "not enough rights to send",
        "have no rights to send",
        "have no write access to the chat",
        "need administrator rights",
        "chat_write_forbidden",
        "chat_restricted",
    )


def closed_topic(error: TelegramError) -> bool:
    """Tell whether it is only the topic that can't be written in."""
    return isinstance(error, BadRequest) and _is(error, "topic_closed")


def uncertain(error: TelegramError) -> bool:
    """Tell whether what was sent may have arrived all the same."""
    return isinstance(error, TimedOut) or type(error) is NetworkError


def _is(error: TelegramError, *texts: str) -> bool:
    """python-telegram-bot changes the case of what Telegram says, so compare in lower case."""
    return any(text in str(error).lower() for text in texts)


def _said(error: TelegramError) -> str:
    return f"{type(error).__name__}: {error}"


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
