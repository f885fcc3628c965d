"""How one language writes figures, money, dates, clocks, cities and lists, by CLDR. Plain text: no markup, no escaping.

Babel takes a language's separators but leaves its digits Latin; here they are the language's own. What is
written again and again, figures of three digits and days of this year above all, is remembered: each takes Babel 20 µs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent, parse_pattern

from bot import zones

_ZEROS: Final = {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀"}
"""The zero of each numbering system that is some language's default; the other digits follow it."""
_Unit = Literal["day", "hour", "minute"]
_SPANS: Final[tuple[tuple[_Unit, timedelta, timedelta], ...]] = (
    ("day", timedelta(days=1), timedelta(days=2)),
    ("hour", timedelta(hours=1), timedelta(hours=1)),
    ("minute", timedelta(minutes=1), timedelta.min),
)
"""Units of a span, each with its size and with the shortest span shown in it."""
_DIGIT_BESIDE_HAN = re.compile("(?<=[0-9])(?=[\u4e00-\u9fff])")
_CLOCK = "HH:mm"
"""In every language: it is also how a time is typed."""
_REMEMBERED = 4096
"""Of each kind, all languages together: some 500 KiB."""


class Notation:
    """One language's way of writing what is no word."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._locale = _locale(language)
        self.from_right = self._locale.text_direction == "rtl"
        system = self._locale.default_numbering_system
        symbols = self._locale.number_symbols[system]
        self._digits = {ord("0") + digit: ord(_ZEROS[system]) + digit for digit in range(10)}
        self._figures = self._digits | {ord("%"): symbols["percentSign"], ord("-"): symbols["minusSign"]}

    @property
    def autonym(self) -> str:
        """What the language calls itself, with a capital as in a list."""
        name = self._locale.get_language_name() or self._locale.language
        return name[0].upper() + name[1:]

    def number(self, value: int | Decimal, pattern: str | None = None) -> str:
        """Write a number, grouped; with as many decimals as the pattern (CLDR's) says."""
        return _decimal(self._language, value, pattern).translate(self._figures)

    def percent(self, share: Decimal) -> str:
        """Write a share by the language's own pattern, with the decimals it has: `30.5%`, `30,5 %`, `%30,5`."""
        return _percent(self._language, share).translate(self._figures)

    def money(self, amount: Decimal, code: str) -> str:
        """Write an amount of a currency of ISO 4217."""
        return format_currency(amount, code, locale=self._locale, numbering_system="default").translate(self._figures)

    def day(self, day: date) -> str:
        """Write a date at medium length."""
        return _date(self._language, day).translate(self._digits)

    def short_day(self, day: date) -> str:
        """Write a date without its year, its month abbreviated."""
        return format_skeleton("MMMd", day, locale=self._locale).translate(self._digits)

    def clock(self, at: time) -> str:
        """Write a time as 24 hours."""
        return _time(self._language, at.hour, at.minute).translate(self._digits)

    def offset(self, at: datetime) -> str:
        """Write how far from UTC the clock of an instant is; abbreviations of zones are understood only at home."""
        return str(timezone(at.utcoffset() or timedelta())).translate(self._digits)

    def span(self, length: timedelta) -> str:
        """Write a length of time in its greatest unit, cut to whole ones."""
        whole = max(length, timedelta(minutes=1))
        unit, size = next((unit, size) for unit, size, shortest in _SPANS if whole >= shortest)
        text = _span(self._language, unit, whole // size * size)
        return _DIGIT_BESIDE_HAN.sub(" ", text).translate(self._digits)

    def listed(self, names: Iterable[str]) -> str:
        """Write names one after another."""
        return format_list(list(names), locale=self._locale)

    def city(self, zone: str) -> str:
        """Write the city of an IANA zone; its English name where CLDR has no other, `UTC` and `UTC+3` as they are."""
        if offset := zones.fixed(zone):
            return offset
        current = get_global("zone_aliases").get(zone, zone)
        # CLDR knows a zone by the first name it ever had.
        names = (current, *_former().get(current, ()))
        known: Iterator[str | None] = (self._locale.time_zones.get(name, {}).get("city") for name in names)
        return next((city for city in known if city), current.rpartition("/")[2].replace("_", " "))

    @cached_property
    def cities(self) -> Mapping[str, str]:
        """Every zone that is worth offering, with its city."""
        return MappingProxyType({zone: self.city(zone) for zone in zones.offered()})


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


_pattern = lru_cache(parse_pattern)


@lru_cache(_REMEMBERED)
def _decimal(language: str, value: int | Decimal, pattern: str | None) -> str:
    parsed = None if pattern is None else _pattern(pattern)
    return format_decimal(value, format=parsed, locale=_locale(language), numbering_system="default")


@lru_cache(_REMEMBERED)
def _percent(language: str, share: Decimal) -> str:
    return format_percent(share, locale=_locale(language), decimal_quantization=False, numbering_system="default")


@lru_cache(_REMEMBERED)
def _date(language: str, day: date) -> str:
    return format_date(day, format="medium", locale=_locale(language))


@lru_cache(_REMEMBERED)
def _time(language: str, hour: int, minute: int) -> str:
    return format_time(time(hour, minute), format=_CLOCK, locale=_locale(language))


@lru_cache(_REMEMBERED)
def _span(language: str, unit: _Unit, length: timedelta) -> str:
    # No unit reaches the threshold, so the granularity decides alone; whole units, for Babel would round.
    return format_timedelta(length, granularity=unit, threshold=10**9, locale=_locale(language))


@lru_cache(maxsize=1)
def _former() -> Mapping[str, tuple[str, ...]]:
    """Every zone's earlier names."""
    names: dict[str, tuple[str, ...]] = {}
    for former, current in get_global("zone_aliases").items():
        names[current] = (*names.get(current, ()), former)
    return names
