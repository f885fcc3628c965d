"""A forum's topics, as values: https://core.telegram.org/bots/api#forumtopic.

A topic has the id of the message that created it. General is none of them: it has no id and is always there.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_NAME = 128
ICON_COLOR = 7322096


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic as it is now."""

    id: int
    name: str
    closed: bool = False
