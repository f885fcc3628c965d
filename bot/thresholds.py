"""What a chat wants to hear of, as people type it: `low 10%`, `low 5GB`, `days 3`, `spike 3x`, `balance off`. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from bot.alerts import Rules

_UNITS = {"k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}
_AMOUNT = re.compile(r"(\d{1,9}(?:[.,]\d{1,2})?)\s*([%٪]|([kmgt])i?b)")
_DAYS = re.compile(r"(\d{1,3})\s*(?:d|days?)?")
_TIMES = re.compile(r"[x×]?\s*(\d{1,3})\s*[x×]?")
_MONEY = re.compile(r"[^\d\s.,-]{0,3}\s*(\d{1,7}(?:[.,]\d{1,2})?)\s*[^\d\s.,-]{0,3}")
_OFF = ("off", "no", "none")
MOST_DAYS, MOST_EXPIRY_DAYS, MOST_TIMES = 60, 30, 100
LEAST_BYTES, MOST_BYTES = 1024**2, 1024**5


def changed(rules: Rules, about: str, text: str) -> Rules:
    """Return the rules with one of them changed. Raises ValueError for what it can't be."""
    text = text.strip().casefold()
    change = _SWITCHED_OFF[about] if text in _OFF else partial(_CHANGED[about], text)
    return replace(change(rules), enabled=True)


def _low(text: str, rules: Rules) -> Rules:
    amount, unit, size = _matched(_AMOUNT, text).groups()
    number = Decimal(amount.replace(",", "."))
    if unit not in "%٪":
        wanted = _within(int(number * _UNITS[size]), LEAST_BYTES, MOST_BYTES)
        return replace(rules, low_percent=None, low_bytes=wanted)
    if number != int(number):
        raise ValueError("whole percent")
    return replace(rules, low_percent=_within(int(number), 1, 99), low_bytes=None)


def _days(text: str, rules: Rules) -> Rules:
    return replace(rules, days=_within(int(_matched(_DAYS, text)[1]), 1, MOST_DAYS))


def _expiry(text: str, rules: Rules) -> Rules:
    return replace(rules, expiry_days=_within(int(_matched(_DAYS, text)[1]), 1, MOST_EXPIRY_DAYS))


def _spike(text: str, rules: Rules) -> Rules:
    return replace(rules, spike_times=_within(int(_matched(_TIMES, text)[1]), 2, MOST_TIMES))


def _balance(text: str, rules: Rules) -> Rules:
    amount = Decimal(_matched(_MONEY, text)[1].replace(",", "."))
    if amount <= 0:
        raise ValueError("more than nothing")
    return replace(rules, balance=amount)


def _trouble(text: str, rules: Rules) -> Rules:
    if text != "on":
        raise ValueError("on or off")
    return replace(rules, trouble=True)


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError("not of this form")
    return found


def _within(number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise ValueError(f"{least} to {most}")
    return number


_CHANGED: Mapping[str, Callable[[str, Rules], Rules]] = {
    "low": _low,
    "days": _days,
    "expiry": _expiry,
    "spike": _spike,
    "balance": _balance,
    "trouble": _trouble,
}
_SWITCHED_OFF: Mapping[str, Callable[[Rules], Rules]] = {
    "low": lambda rules: replace(rules, low_percent=None, low_bytes=None),
    "days": lambda rules: replace(rules, days=None),
    "expiry": lambda rules: replace(rules, expiry_days=None),
    "spike": lambda rules: replace(rules, spike_times=None),
    "balance": lambda rules: replace(rules, balance=None),
    "trouble": lambda rules: replace(rules, trouble=False),
}
ABOUT = tuple(_CHANGED)
EXAMPLES: Mapping[str, str] = {
    "low": "15%",
    "days": "5",
    "expiry": "7",
    "spike": "4",
    "balance": "10",
    "trouble": "off",
}
"""What one would send, each of it good."""
