"""The text of a call: parsed, tidied and measured; refused as Telegram refuses it.

https://core.telegram.org/bots/api#formatting-options. Of the parse modes the twin reads HTML only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.telegram.entities import Entity, find_commands
from sandbox.telegram.html import parse
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.people import Person
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.tags import MarkupError
from sandbox.telegram.tidy import tidied
from sandbox.telegram.world import World

LONGEST_RAW_BYTES = 32768
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as it will be kept, its entities, and the people that it mentions by id."""

    text: str
    entities: tuple[Entity, ...]
    people: tuple[Person, ...]


def read(parameters: Parameters, world: World) -> Words:
    """Read ``text`` with ``parse_mode`` or ``entities``.

    Raises Refusal where it is empty, too large or not to be parsed.
    """
    raw = parameters.text("text")
    if not raw:
        raise bad_request("message text is empty")
    return _read(raw, parameters, "entities", world)


def read_caption(parameters: Parameters, world: World) -> Words:
    """Read ``caption`` with ``parse_mode`` or ``caption_entities``; it may be empty or missing."""
    return _read(parameters.text("caption"), parameters, "caption_entities", world)


def _read(raw: str, parameters: Parameters, entities_name: str, world: World) -> Words:
    if len(raw.encode()) > LONGEST_RAW_BYTES:
        raise bad_request("text is too long")
    plain, entities = _parsed(raw, parameters, entities_name)
    people = world.named(frozenset(entity.user_id for entity in entities if entity.user_id is not None))
    known = {person.id for person in people}
    text, kept = tidied(
        plain, tuple(entity for entity in entities if entity.user_id is None or entity.user_id in known)
    )
    return Words(text=text, entities=find_commands(text, kept), people=people)


def check(words: Words, too_long: str) -> None:
    """Refuse a text of which nothing is left or which is too long; the words for that differ by method."""
    check_visible(words)
    if len(words.text) > LONGEST_TEXT:
        raise bad_request(too_long)


def check_caption(words: Words, too_long: str) -> None:
    """Refuse a caption that is too long; the words for that differ by method."""
    if len(words.text) > LONGEST_CAPTION:
        raise bad_request(too_long)


def check_visible(words: Words) -> None:
    """Refuse a text of which nothing is left."""
    if not words.text:
        raise bad_request("text must be non-empty")


def _parsed(raw: str, parameters: Parameters, entities_name: str) -> tuple[str, tuple[Entity, ...]]:
    mode = parameters.text("parse_mode").lower()
    if mode in {"", "none"}:
        return raw, tuple(_entity(entity) for entity in parameters.records(entities_name))
    if mode in {"markdown", "markdownv2"}:
        raise bad_request(f'the stand-in reads no parse_mode but HTML, not "{parameters.text("parse_mode")}"')
    if mode != "html":
        raise bad_request("unsupported parse_mode")
    try:
        return parse(raw)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _entity(given: Mapping[str, object]) -> Entity:
    fields = Parameters(given)
    user = fields.record("user")
    return Entity(
        type=fields.text("type"),
        offset=fields.integer("offset"),
        length=fields.integer("length"),
        url=fields.text("url") or None,
        user_id=None if user is None else Parameters(user).integer("id"),
        language=fields.text("language") or None,
        custom_emoji_id=fields.text("custom_emoji_id") or None,
        unix_time=fields.integer("unix_time") or None,
        date_time_format=fields.text("date_time_format") or None,
    )
