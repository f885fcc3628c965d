"""What Telegram makes of a text and its entities before it keeps them: cleaned, trimmed, rightly nested.

https://core.telegram.org/bots/api#formatting-options. A hundred entities stay. Positions are code points within,
UTF-16 units at the border. Control characters become spaces, carriage returns and direction marks go; ``code`` and
``pre`` hold no other style; block quotes and links hold none of their own kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate

from sandbox.telegram.entities import Entity

MOST_ENTITIES = 100
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = frozenset({"blockquote", "expandable_blockquote"})
VERBATIM = frozenset({"code", "pre"})
HIDDEN = frozenset({"text_link", "text_mention", "custom_emoji", "date_time"})
INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0x00, 0x20),
        (0xA0, 0xA0),
        (0x1680, 0x1680),
        (0x180E, 0x180E),
        (0x2000, 0x200F),
        (0x2028, 0x202F),
        (0x205F, 0x206F),
        (0x2800, 0x2800),
        (0x3000, 0x3000),
        (0xFE0F, 0xFE0F),
        (0xFFFC, 0xFFFC),
    )
    for code in range(first, last + 1)
)
ORDER: Mapping[str, int] = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    begin: int
    end: int
    entity: Entity

    @property
    def rank(self) -> tuple[int, int, int]:
        return (self.begin, -self.end, ORDER.get(self.entity.type, 50))


def tidied(text: str, entities: tuple[Entity, ...]) -> tuple[str, tuple[Entity, ...]]:
    """Return the text and entities as they are kept; the text is empty where nothing visible is left."""
    cleaned, spans = _cleaned(text, _spans(text, entities))
    if all(letter in INVISIBLE for letter in cleaned):
        return "", ()
    spans = [span for span in _nested(spans, len(cleaned)) if _shows(cleaned, span)]
    end = len(cleaned.rstrip(" \n"))
    first = min((span.begin for span in spans), default=end)
    begin = min(len(cleaned) - len(cleaned.lstrip(" \n")), first)
    kept = sorted(
        (replace(span, begin=span.begin - begin, end=min(span.end, end) - begin) for span in spans if span.begin < end),
        key=lambda span: span.rank,
    )
    return _measured(cleaned[begin:end], kept[:MOST_ENTITIES])


def _spans(text: str, entities: tuple[Entity, ...]) -> list[_Span]:
    """Count code points instead of UTF-16 units; an end within a pair of units counts as behind it."""
    points: list[int] = []
    for index, letter in enumerate(text):
        points += [index] if ord(letter) <= 0xFFFF else [index, index + 1]
    points.append(len(text))
    last = len(points) - 1
    return [
        _Span(begin=points[entity.offset], end=points[min(entity.end, last)], entity=entity)
        for entity in entities
        if 0 <= entity.offset < last and entity.length > 0
    ]


def _cleaned(text: str, spans: list[_Span]) -> tuple[str, list[_Span]]:
    letters = [_clean(letter) for letter in text]
    moved = [0, *accumulate(len(letter) for letter in letters)]
    shifted = [replace(span, begin=moved[span.begin], end=moved[span.end]) for span in spans]
    return "".join(letters), [span for span in shifted if span.begin < span.end]


def _clean(letter: str) -> str:
    if letter == "\r" or "\u2028" <= letter <= "\u202e":
        return ""
    return " " if letter < " " and letter != "\n" else letter


def _nested(spans: list[_Span], length: int) -> list[_Span]:
    ordered = sorted(spans, key=lambda span: span.rank)
    quotes = _apart([span for span in ordered if span.entity.type in QUOTES])
    whole = _apart([span for span in ordered if span.entity.type not in QUOTES and span.entity.type not in STYLES])
    verbatim = [span for span in whole if span.entity.type in VERBATIM]
    styles = [part for style in STYLES for part in _painted(style, ordered, verbatim, length)]
    return sorted(quotes + whole + styles, key=lambda span: span.rank)


def _apart(ordered: list[_Span]) -> list[_Span]:
    kept: list[_Span] = []
    for span in ordered:
        if not kept or span.begin >= kept[-1].end:
            kept.append(span)
    return kept


def _painted(style: str, spans: list[_Span], verbatim: list[_Span], length: int) -> list[_Span]:
    """Merge the stretches of one style and cut out what is verbatim."""
    if all(span.entity.type != style for span in spans):
        return []
    paint = bytearray(length + 1)
    for span in spans:
        if span.entity.type == style:
            paint[span.begin : span.end] = b"\1" * (span.end - span.begin)
    for span in verbatim:
        paint[span.begin : span.end] = bytes(span.end - span.begin)
    parts: list[_Span] = []
    begin = paint.find(1)
    while begin >= 0:
        end = paint.find(0, begin)
        parts.append(_Span(begin=begin, end=end, entity=Entity(type=style, offset=0, length=0)))
        begin = paint.find(1, end)
    return parts


def _shows(text: str, span: _Span) -> bool:
    """Tell whether there is anything to see; a link or a block of code in a language stays for what it hides."""
    hides = span.entity.type in HIDDEN or span.entity.language is not None
    return hides or text[span.begin : span.end].strip(" \n") != ""


def _measured(text: str, spans: list[_Span]) -> tuple[str, tuple[Entity, ...]]:
    units = [0, *accumulate(2 if ord(letter) > 0xFFFF else 1 for letter in text)]
    return text, tuple(
        replace(span.entity, offset=units[span.begin], length=units[span.end] - units[span.begin]) for span in spans
    )
