"""The two Bot API methods that nearly every answer takes, called with plain JSON; of what comes back the id is read.

python-telegram-bot's own make an object of each button that leaves, and of the whole message that Telegram repeats to
us: 0.3 ms an answer for what nobody looks at. Its request, its errors and our transport under it stay the same.

https://core.telegram.org/bots/api#sendmessage · https://core.telegram.org/bots/api#editmessagetext
"""

from __future__ import annotations

from typing import Any

from telegram import Bot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # has no public name; `RequestData` is made of it

Json = dict[str, Any]
_NO_PREVIEW = {"is_disabled": True}


class Methods:
    """Texts sent and edited. Raises TelegramError, and LookupError or TypeError for an answer that is none."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send_text(
        self,
        chat_id: int,
        text: str,
        *,
        topic_id: int | None,
        parse_mode: str | None,
        keyboard: Json | None,
        answered: Json | None,
    ) -> int:
        """Send a text and return the message's id. `answered`: the ReplyParameters of the message it answers."""
        sent = await self._call(
            "sendMessage",
            chat_id=chat_id,
            text=text,
            message_thread_id=topic_id,
            parse_mode=parse_mode,
            reply_markup=keyboard,
            reply_parameters=answered,
            link_preview_options=_NO_PREVIEW,
        )
        message_id: int = sent["message_id"]
        return message_id

    async def edit_text(
        self, chat_id: int, message_id: int, text: str, *, parse_mode: str | None, keyboard: Json | None
    ) -> None:
        """Put a text in the place of another."""
        await self._call(
            "editMessageText",
            chat_id=chat_id,
            message_id=message_id,
            text=text,
            parse_mode=parse_mode,
            reply_markup=keyboard,
            link_preview_options=_NO_PREVIEW,
        )

    async def _call(self, method: str, **parameters: str | int | Json | None) -> Any:
        data = RequestData([RequestParameter(name, value, None) for name, value in parameters.items()])
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", data)
