"""How the twin says no: one exception, and the rule by which Telegram words it.

A text in capitals is passed through as it is (``Bad Request: BUTTON_DATA_INVALID``); of any other the first letter
becomes small. Here is nothing about when to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

PREFIXES: Mapping[int, str] = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


class Refusal(Exception):
    """A call that is answered with an error.

    ``status`` is both the HTTP status and ``error_code``; ``description`` is the whole text a client sees;
    ``parameters`` is https://core.telegram.org/bots/api#responseparameters or None.
    """

    def __init__(self, status: int, description: str, parameters: Mapping[str, object] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def bad_request(text: str) -> Refusal:
    """Refuse with 400, worded as the server words it."""
    return Refusal(400, worded(400, text))


def forbidden(text: str) -> Refusal:
    """Refuse with 403, worded as the server words it."""
    return Refusal(403, worded(403, text))


def conflict(text: str) -> Refusal:
    """Refuse with 409, worded as the server words it."""
    return Refusal(409, worded(409, text))


def not_found(text: str = "") -> Refusal:
    """Refuse with 404; without a text the answer is a bare "Not Found"."""
    return Refusal(404, worded(404, text))


def too_many_requests(retry_after_seconds: int) -> Refusal:
    """Refuse with 429 and tell how many whole seconds to wait."""
    text = f"retry after {retry_after_seconds}"
    return Refusal(429, worded(429, text), {"retry_after": retry_after_seconds})


def upgraded(chat_id: int) -> Refusal:
    """Refuse with 400 and tell the id of the supergroup that a basic group has become."""
    return Refusal(400, worded(400, "group chat was upgraded to a supergroup chat"), {"migrate_to_chat_id": chat_id})


def worded(status: int, text: str) -> str:
    """Put the prefix of a status before a text, as the server does."""
    prefix = PREFIXES[status]
    if not text:
        return prefix
    if not re.fullmatch(r"[A-Z0-9_]+", text):
        text = text[0].lower() + text[1:]
    return f"{prefix}: {text}"
