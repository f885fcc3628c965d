"""What a file of `locales/` must keep to beside saying what English says: one function a rule, faults as sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.accounts import LONGEST_NAME, MOST
from bot.i18n import LONGEST_TEXT, Languages, Names, Value, Words
from sandbox.telegram.html import parse

TAG = re.compile(r"</?[a-z-]+[^>]*>")
PLURALS = {"zero", "one", "two", "few", "many", "other"}
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 1_000_000)
"""One of every plural that any language has."""

LONGEST = {"": 4096, "notice-": 200, "about-": 256, "bot-description": 512, "bot-short-description": 120}
"""Characters that Telegram takes, by the beginning of a message's name: https://core.telegram.org/bots/api"""

LONGEST_LABEL = 40
"""What a phone shows of a button."""

PLAIN = ("notice-", "about-", "bot-", "button-", "language-", "chart-")
"""Messages that are shown as they are, tags and all: by Telegram, or in a picture."""

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LITERAL = re.compile(r"<code>.*?</code>|/[a-z]+", re.DOTALL)
_LISTS = ("known", "names")


class Parts(Visitor):
    """What a message is made of: its variables, its tags, its choices by number."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.tags: Counter[str] = Counter()
        self.text = ""
        self.chooses = False
        self.counted: dict[str, list[list[str]]] = {}
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the library's
        self.variables.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802  # the library's
        self.functions.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802  # the library's
        self.tags.update(TAG.findall(node.value))
        self.text += node.value

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802  # the library's
        self.chooses = True
        keys = [variant.key for variant in node.variants]
        words = [key.name for key in keys if isinstance(key, ftl.Identifier)]
        if isinstance(node.selector, ftl.VariableReference) and set(words) <= PLURALS:
            self.counted.setdefault(node.selector.id.name, []).append(words)
        self.generic_visit(node)


@cache
def messages(source: str) -> dict[str, ftl.Message]:
    return {entry.id.name: entry for entry in FluentParser().parse(source).body if isinstance(entry, ftl.Message)}


def parts(message: ftl.Message) -> Parts:
    found = Parts()
    found.visit(message)
    return found


def plurals(code: str, source: str) -> Iterator[str]:
    """A choice by number has exactly the plurals of the language, each once; numbers themselves may be added."""
    wanted = sorted({*_locale(code).plural_form.tags, "other"})
    for name, message in messages(source).items():
        for variable, choices in parts(message).counted.items():
            for words in choices:
                if sorted(words) != wanted:
                    yield f"{name} chooses by {variable} among {words}, not {wanted}"


def lengths(code: str, source: str) -> Iterator[str]:
    """Telegram takes every message with the longest values there may be; a button is short with ordinary ones."""
    for name, message in messages(source).items():
        most = next(LONGEST[start] for start in sorted(LONGEST, reverse=True) if name.startswith(start))
        for text in _said(code, source, name, message, text="Ж" * LONGEST_TEXT, names=("Ж" * LONGEST_NAME,) * MOST):
            if not 0 < len(text.encode("utf-16-le")) // 2 <= most:
                yield f"{name} has {len(text)} characters, not 1 to {most}"
        for text in _said(code, source, name, message, text="main", names=("main",)):
            seen = _DIRECTION.sub("", text)
            if name.startswith("button-") and len(seen) > LONGEST_LABEL:
                yield f"{name} is longer than {LONGEST_LABEL}: {seen}"


def typography(code: str, source: str) -> Iterator[str]:
    """No typewriter's dots and quotes; no space that nobody sees or that stands twice."""
    for name, message in messages(source).items():
        for text in _said(code, source, name, message, text="main", names=("main",)):
            yield from (f"{name} has {mark}" for mark in ("...", '"', "  ") if mark in text)
            yield from (f"{name} has a space around {line!r}" for line in text.split("\n") if line != line.strip())


def direction(code: str, source: str) -> Iterator[str]:
    """Direction is left to what sets values apart: no control character in any file."""
    for name, message in messages(source).items():
        if _DIRECTION.search(parts(message).text):
            yield f"{name} turns the direction of {code} itself"


def digits(code: str, source: str) -> Iterator[str]:
    """What is written out has the digits that values have; Fluent's functions would insert Latin ones."""
    for name, message in messages(source).items():
        found = parts(message)
        yield from (f"{name} calls {function}" for function in found.functions)
        if _locale(code).default_numbering_system != "latn" and re.search("[0-9]", _LITERAL.sub("", found.text)):
            yield f"{name} mixes the digits of two systems"


def markup(code: str, source: str) -> Iterator[str]:
    """What Telegram shows as it is has no tags."""
    for name, message in messages(source).items():
        if name.startswith(PLAIN) and parts(message).tags:
            yield f"{name} has tags that would be seen"


RULES = (plurals, lengths, typography, direction, digits, markup)


def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


def _said(
    code: str, source: str, name: str, message: ftl.Message, *, text: str, names: tuple[str, ...]
) -> Iterator[str]:
    """The message with these values, as it is seen, once for every plural."""
    found, words = parts(message), _words(code, source)
    for number in NUMBERS if found.counted else NUMBERS[-1:]:
        values: dict[str, Value] = {
            variable: number if variable in found.counted else Names(names) if variable in _LISTS else text
            for variable in found.variables
        }
        yield parse(words(name, **values))[0]


@cache
def _words(code: str, source: str) -> Words:
    """The language with nothing to fall back on."""
    return Languages({"en": source, code: source}).best((code,))
