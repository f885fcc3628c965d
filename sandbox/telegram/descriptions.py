"""What the bot says of itself: https://core.telegram.org/bots/api#setmydescription, #setmyshortdescription.

One text a kind and language; the language "" is for all who have none of their own. How Telegram words that a text is
too long is not published; the words are the twin's.
"""

from __future__ import annotations

from typing import Literal

from sandbox.telegram.refusals import bad_request

Length = Literal["description", "short_description"]

LONGEST: dict[Length, int] = {"description": 512, "short_description": 120}


class Descriptions:
    """The texts as they were stored."""

    def __init__(self) -> None:
        self._stored: dict[tuple[Length, str], str] = {}

    def get(self, length: Length, language: str) -> str:
        """Return exactly what was stored, nothing inherited."""
        return self._stored.get((length, language), "")

    def put(self, length: Length, language: str, text: str) -> None:
        """Store a text, an empty one too; raises Refusal for one that is too long."""
        if len(text) > LONGEST[length]:
            raise bad_request(f"{length.replace('_', ' ')} is too long")
        self._stored[length, language] = text
