"""Messages, numbers, dates and sizes in the reader's language. The only file that escapes, and it escapes every value.

`locales/xx.ftl` is a language; its name is the language's code. Messages may hold Telegram's HTML; values never do.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib import resources
from typing import Final, Literal

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource

SOURCE: Final = "en"
_SPANS: Final[tuple[tuple[Literal["day", "hour", "minute"], timedelta, timedelta], ...]] = (
    ("day", timedelta(days=1), timedelta(days=2)),
    ("hour", timedelta(hours=1), timedelta(hours=1)),
    ("minute", timedelta(minutes=1), timedelta.min),
)
"""Units of a span, each with its size and with the shortest span shown in it."""
_DIGIT_BESIDE_HAN = re.compile("(?<=[0-9])(?=[\u4e00-\u9fff])")
LONGEST_TEXT = 64
"""Characters of one inserted text; a vendor's or a person's longer one is cut."""

_UNITS = ("b", "kb", "mb", "gb", "tb", "pb")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Size:
    """Traffic in bytes, shown with 1 GB = 1024³ bytes as the vendor's dashboard does."""

    bytes: int | Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, and its currency as the vendor names it (`""` if it does not)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Share:
    """Part of a whole, 0 to 1."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Day:
    """The date of an instant, in the zone it carries."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant; Telegram shows it in the reader's own zone and words, or its UTC time where it cannot."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in whole days from two days on, else in hours or minutes: `21 days`, `3 hours`."""

    length: timedelta


@dataclass(frozen=True, slots=True)
class Names:
    """Several names, listed as the language lists them."""

    names: tuple[str, ...]


Value = str | int | Names | Size | Money | Share | Day | Moment | Span


class Words:
    """One language at work: `words("balance-used", used=Size(1024))` is a whole message, escaped and safe to send."""

    def __init__(self, language: str, bundle: FluentBundle, fallback: Words | None) -> None:
        self.language = language
        self._bundle = bundle
        self._fallback = fallback
        self._locale = Locale.parse(language, sep="-")
        self._rtl = self._locale.text_direction == "rtl"

    def __call__(self, message: str, **values: Value) -> str:
        """Return the message with its values; in English where this language lacks it.

        Raises LookupError for a message nobody wrote and for a value nobody gave.
        """
        if self._bundle.has_message(message):
            pattern = self._bundle.get_message(message).value
            if pattern is not None:
                shown = {name: self._value(value) for name, value in values.items()}
                text, errors = self._bundle.format_pattern(pattern, shown)
                if not errors:
                    return str(text)
        if self._fallback is None:
            raise LookupError(f"the message {message} or a value of it is missing")
        return self._fallback(message, **values)

    def _value(self, value: Value) -> str | int:
        """What is inserted for a value; whole numbers stay numbers, so that plurals can be chosen by them."""
        if isinstance(value, int):
            return value
        if isinstance(value, Moment):
            return self._moment(value)
        if isinstance(value, Names):
            return format_list([str(self._value(name)) for name in value.names], locale=self._locale)
        if isinstance(value, str):
            text = _UNSEEN.sub("", value)
            text = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
        else:
            text = self._measure(value)
        escaped = html.escape(text, quote=False)
        return f"\u2068{escaped}\u2069" if self._rtl or _RTL.search(escaped) else escaped

    def _measure(self, value: Size | Money | Share | Day | Span) -> str:
        match value:
            case Size(bytes=amount):
                return self._size(Decimal(amount))
            case Money():
                return self._money(value)
            case Share(value=share):
                return self._share(share)
            case Day(at=at):
                return format_date(at.date(), format="medium", locale=self._locale)
            case Span(length=length):
                return _span(length, self._locale)

    def _size(self, amount: Decimal) -> str:
        unit = 0
        rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
        # What rounds to 1024 belongs to the next unit too.
        while rounded >= 1024 and unit < len(_UNITS) - 1:
            unit += 1
            rounded = (amount / 1024**unit).quantize(Decimal("0.01"), ROUND_HALF_UP)
        number = format_decimal(rounded, format="#,##0.##", locale=self._locale)
        return self(f"size-{_UNITS[unit]}", amount=number)

    def _money(self, value: Money) -> str:
        code = value.currency.upper()
        if len(code) == 3 and code.isascii() and code.isalpha():
            return format_currency(value.amount, code, locale=self._locale)
        amount = format_decimal(value.amount, format="#,##0.00", locale=self._locale)
        return f"{amount} {_UNSEEN.sub('', value.currency)[:8]}".strip()

    def _share(self, share: Decimal) -> str:
        """At most one decimal; neither nothing nor all of it is claimed of what only rounds to that."""
        tenth = Decimal("0.001")
        if 0 < share < tenth:
            return "<" + self._percent(tenth)
        if 1 - tenth < share < 1:
            return ">" + self._percent(1 - tenth)
        return self._percent(share.quantize(tenth, ROUND_HALF_UP).normalize())

    def _percent(self, share: Decimal) -> str:
        """The language's own pattern, with the decimals the number has: `30.5%`, `30,5 %`, `%30,5`."""
        return format_percent(share, locale=self._locale, decimal_quantization=False)

    def _moment(self, value: Moment) -> str:
        clock = format_time(value.at, format="HH:mm", tzinfo=value.at.tzinfo, locale=self._locale)
        day = format_date(value.at.date(), format="medium", locale=self._locale)
        seconds = int(value.at.timestamp())
        return f'<tg-time unix="{seconds}" format="r">{html.escape(f"{day} {clock} {value.at.tzname()}")}</tg-time>'


def _span(length: timedelta, locale: Locale) -> str:
    whole = max(length, timedelta(minutes=1))
    unit, size = next((unit, size) for unit, size, shortest in _SPANS if whole >= shortest)
    # No unit reaches the threshold, so the granularity decides alone; whole units, for Babel would round.
    text = format_timedelta(whole // size * size, granularity=unit, threshold=10**9, locale=locale)
    return _DIGIT_BESIDE_HAN.sub(" ", text)


class Languages:
    """All languages there are, read once."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        fallback = Words(SOURCE, _bundle(SOURCE, sources[SOURCE]), None)
        self._words = {
            code: fallback if code == SOURCE else Words(code, _bundle(code, source), fallback)
            for code, source in sources.items()
        }

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages' codes, English first."""
        return (SOURCE, *sorted(code for code in self._words if code != SOURCE))

    def best(self, wanted: Iterable[str | None]) -> Words:
        """Return the first language of those wanted (IETF tags, as Telegram sends them) that exists, or English."""
        for tag in wanted:
            parts = (tag or "").replace("_", "-").split("-")
            for length in range(len(parts), 0, -1):
                if words := self._found("-".join(parts[:length])):
                    return words
        return self._words[SOURCE]

    def _found(self, tag: str) -> Words | None:
        return next((words for code, words in self._words.items() if code.casefold() == tag.casefold()), None)


@lru_cache(maxsize=1)
def languages() -> Languages:
    """Read every file in `locales/`."""
    files = resources.files("locales").iterdir()
    return Languages(
        {file.name.removesuffix(".ftl"): file.read_text("utf-8") for file in files if file.name.endswith(".ftl")}
    )


def _bundle(code: str, source: str) -> FluentBundle:
    bundle = FluentBundle([code], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle
