"""All languages there are, and which of them somebody is to be spoken to in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

from bot.i18n.messages import Messages
from bot.i18n.notation import Notation
from bot.i18n.words import Words

SOURCE: Final = "en"
_RENAMED: Final = {"in": "id"}
"""Codes that old devices still send for languages that have another one now."""


class Languages:
    """All languages there are, each spoken from when it is first wanted."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)
        self._spoken: dict[str, Words] = {}

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, English first."""
        return (SOURCE, *sorted(code for code in self._sources if code != SOURCE))

    def named(self) -> tuple[tuple[str, str], ...]:
        """Return each language's code and what the language calls itself, English first."""
        return tuple((code, self._words(code).name) for code in self.codes)

    def best(self, wanted: Iterable[str | None]) -> Words:
        """Return the first language of those wanted (IETF tags, as Telegram sends them) that exists, or English.

        A script or a region that has no file of its own is spoken to in its language: `zh-hant` in `zh`.
        """
        for tag in wanted:
            first, *rest = (tag or "").replace("_", "-").casefold().split("-")
            parts = [_RENAMED.get(first, first), *rest]
            for length in range(len(parts), 0, -1):
                if words := self._found("-".join(parts[:length])):
                    return words
        return self._words(SOURCE)

    def _found(self, tag: str) -> Words | None:
        return next((self._words(code) for code in self._sources if code.casefold() == tag), None)

    def _words(self, code: str) -> Words:
        words = self._spoken.get(code)
        if words is None:
            fallback = None if code == SOURCE else self._words(SOURCE)
            words = self._spoken[code] = Words(
                code, messages=Messages(code, self._sources[code]), notation=Notation(code), fallback=fallback
            )
        return words


@lru_cache(maxsize=1)
def languages() -> Languages:
    """Read every file in `locales/`."""
    files = resources.files("locales").iterdir()
    return Languages(
        {file.name.removesuffix(".ftl"): file.read_text("utf-8") for file in files if file.name.endswith(".ftl")}
    )
