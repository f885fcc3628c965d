"""The tags of the HTML parse mode: which there are, what their attributes mean, what entity each becomes.

https://core.telegram.org/bots/api#html-style. Reading a text letter by letter is done in ``html``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sandbox.telegram import links
from sandbox.telegram.entities import Entity

STYLES: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = frozenset(STYLES) | {"a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
ARGUMENTS = frozenset({("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "format")})
TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
LEADING_INTEGER = re.compile(r"-?\d+", re.ASCII)
LANGUAGE = "language-"


class MarkupError(ValueError):
    """A text that is not the HTML that Telegram reads; the text is what follows "can't parse entities: "."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A tag that was opened: its name, its one meaningful attribute, and where it began in the result."""

    name: str
    argument: str = ""
    unix_time: int = 0
    offset: int = 0
    begin: int = 0

    def with_attribute(self, name: str, value: str) -> Opened:
        """Return the tag with an attribute; those without a meaning are ignored."""
        if (self.name, name) in ARGUMENTS:
            return replace(self, argument=value)
        if (self.name, name) == ("code", "class") and value.startswith(LANGUAGE):
            return replace(self, argument=value.removeprefix(LANGUAGE))
        if (self.name, name) == ("span", "class") and value.startswith("tg-"):
            return replace(self, argument=value.removeprefix("tg-"))
        if (self.name, name) == ("blockquote", "expandable"):
            return replace(self, argument="1")
        if (self.name, name) == ("tg-time", "unix"):
            digits = LEADING_INTEGER.match(value)
            return replace(self, unix_time=int(digits.group()[:19]) if digits else 0)
        return self


def closed(tag: Opened, length: int, inner: str, before: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the entities so far with the one that a closed tag makes, if it makes one.

    ``inner`` is the text in the tag, ``before`` what earlier tags made. A ``code`` carries its language until
    ``finished``.
    Raises MarkupError for a wrong emoji or time format.
    """
    entity = Entity(type=STYLES.get(tag.name, tag.name), offset=tag.offset, length=length)
    if tag.name == "a":
        return before + _link(entity, tag.argument or inner)
    if tag.name in {"code", "pre"}:
        return _verbatim(replace(entity, language=tag.argument or None), before)
    if tag.name == "blockquote" and tag.argument:
        entity = replace(entity, type="expandable_blockquote")
    if tag.name == "tg-emoji":
        entity = replace(entity, type="custom_emoji", custom_emoji_id=_emoji(tag.argument))
    if tag.name == "tg-time":
        return before + _time(entity, tag)
    return (*before, entity)


def finished(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Take the language off every ``code``: only a ``pre`` has one."""
    return tuple(replace(entity, language=None) if entity.type == "code" else entity for entity in entities)


def _link(entity: Entity, url: str) -> tuple[Entity, ...]:
    user_id = links.mentioned_user(url)
    if user_id is not None:
        return (replace(entity, type="text_mention", user_id=user_id),)
    address = links.checked(url)
    return () if address is None else (replace(entity, type="text_link", url=address),)


def _verbatim(entity: Entity, before: tuple[Entity, ...]) -> tuple[Entity, ...]:
    last = before[-1] if before else None
    if last is not None and (last.offset, last.length) == (entity.offset, entity.length):
        if entity.type == "pre" and last.type == "code" and last.language:
            return (*before[:-1], replace(entity, language=last.language))
        if entity.type == "code" and entity.language and last.type == "pre" and last.language is None:
            return (*before[:-1], replace(last, language=entity.language))
    return (*before, entity)


def _emoji(argument: str) -> str:
    if not re.fullmatch(r"-?[1-9]\d{0,18}", argument, re.ASCII) or not -(2**63) <= int(argument) < 2**63:
        raise MarkupError("Invalid custom emoji identifier specified")
    return argument


def _time(entity: Entity, tag: Opened) -> tuple[Entity, ...]:
    if not TIME_FORMAT.fullmatch(tag.argument):
        raise MarkupError("Invalid date format used")
    if tag.unix_time <= 0:
        return ()
    return (replace(entity, type="date_time", unix_time=tag.unix_time, date_time_format=tag.argument or None),)
