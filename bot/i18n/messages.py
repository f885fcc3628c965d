"""The messages of one language: Fluent with values that are already written. The only file that knows Fluent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import Self

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import (
    MAX_PART_LENGTH,
    CurrentEnvironment,
    NeverIsolatingPlaceable,
    Pattern,
    Placeable,
    ResolverEnvironment,
    TextElement,
    VariableReference,
)
from fluent.runtime.types import FluentType

_ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)
_REFERENCE = re.compile(r"\{\s*-?[a-zA-Z]")
"""A message, a term or a function in a message: what is referred to must be understood with it."""
_PLACES = (Placeable, NeverIsolatingPlaceable)


class Whole(int, FluentType):
    """A whole number: plurals are chosen by it, and it is shown as it was written."""

    written: str

    def __new__(cls, value: int, written: str) -> Self:
        """Keep a number with the way it is written."""
        whole = super().__new__(cls, value)
        whole.written = written
        return whole

    def format(self, locale: Locale) -> str:  # noqa: ARG002  # Fluent's
        """What Fluent inserts."""
        return self.written

    def __str__(self) -> str:
        return self.written


class Messages:
    """One file of `locales/`. A message is understood when it is first said: all of a file take a tenth of a second."""

    def __init__(self, language: str, source: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._waiting: dict[str, str] = {}
        self._templates: dict[str, str | None] = {}
        if _REFERENCE.search(source):
            self._bundle.add_resource(FluentResource(source))
            return
        entries = tuple(_ENTRY.finditer(source))
        for entry, following in zip_longest(entries, entries[1:]):
            self._waiting.setdefault(entry[1], source[entry.start() : following.start() if following else None])

    def say(self, message: str, values: Mapping[str, str | Whole]) -> str | None:
        """Return the message with its values, or None where it, or a value it needs, is missing or endless."""
        if message not in self._templates:
            self._templates[message] = _template(self._pattern(message))
        template = self._templates[message]
        if template is None:
            return self._resolved(message, values)
        try:
            said = template % values
        except KeyError:
            return None
        # Fluent refuses a value that is endless, and then it is to be refused here as well.
        return said if len(said) <= MAX_PART_LENGTH else self._resolved(message, values)

    def _pattern(self, message: str) -> Pattern | None:
        if (source := self._waiting.pop(message, None)) is not None:
            self._bundle.add_resource(FluentResource(source))
        return self._bundle.get_message(message).value if self._bundle.has_message(message) else None

    def _resolved(self, message: str, values: Mapping[str, str | Whole]) -> str | None:
        pattern = self._pattern(message)
        if pattern is None:
            return None
        # As the bundle's own `format_pattern` does, which however would turn Whole into a number of its own.
        errors: list[Exception] = []
        environment = ResolverEnvironment(self._bundle, errors, current=CurrentEnvironment(args=dict(values)))
        try:
            said = pattern(environment)
        except ValueError:  # more than Fluent is ready to insert
            return None
        return None if errors else str(said)


def _template(pattern: object) -> str | None:
    """Return a message of text and values in turn as Python's `%` fills it in, a tenth of Fluent's work.

    `None` for no message, and for one in which anything is chosen or referred to.
    """
    pieces = []
    for element in pattern.elements if isinstance(pattern, Pattern) else (pattern,):
        if isinstance(element, TextElement):
            pieces.append(element.value.replace("%", "%%"))
        elif isinstance(element, _PLACES) and isinstance(element.expression, VariableReference):
            pieces.append(f"%({element.expression.id.name})s")
        else:
            return None
    return "".join(pieces)
