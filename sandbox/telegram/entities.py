"""What is special in a text: entities as values, and the commands that Telegram finds by itself.

Offsets and lengths are in UTF-16 code units: https://core.telegram.org/bots/api#messageentity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COMMAND = re.compile(r"(?<![\w/<>@])/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/<>@])")
VERBATIM = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time", "bot_command"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A stretch of text that is more than its letters; ``user_id`` belongs to a ``text_mention`` only."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user_id: int | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """The offset of the first UTF-16 unit behind the entity."""
        return self.offset + self.length

    def json(self) -> dict[str, object]:
        """Return the entity as a Bot API ``MessageEntity``; the ``user`` of a mention is added by who knows people."""
        entity: dict[str, object] = {"type": self.type, "offset": self.offset, "length": self.length}
        for name in ("url", "language", "custom_emoji_id", "unix_time", "date_time_format"):
            value = getattr(self, name)
            if value is not None:
                entity[name] = value
        return entity


def utf16_length(text: str) -> int:
    """Count the UTF-16 code units of a text."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def find_commands(text: str, entities: tuple[Entity, ...] = ()) -> tuple[Entity, ...]:
    """Find ``/command`` and ``/command@bot`` anywhere in a text, outside of what is verbatim.

    Returns the given entities together with a ``bot_command`` for each, in the order of the text.
    """
    verbatim = tuple(entity for entity in entities if entity.type in VERBATIM)
    found = list(entities)
    for match in COMMAND.finditer(text):
        start = utf16_length(text[: match.start()])
        command = Entity(type="bot_command", offset=start, length=utf16_length(match.group()))
        if not any(taken.offset < command.end and command.offset < taken.end for taken in verbatim):
            found.append(command)
    return tuple(sorted(found, key=lambda entity: (entity.offset, -entity.length)))
