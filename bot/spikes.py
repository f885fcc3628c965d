"""The last hour against what is usual for it. Standard library only; no guess where too little is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.consumption import Step

SHORTEST, LONGEST = timedelta(minutes=45), timedelta(hours=3)
"""What is called an hour: looks are not exactly as far apart. Over a longer time nobody knows when it was used."""
STALE = timedelta(hours=2)
SHORTEST_HISTORY = timedelta(days=1)
COMPARED_DAYS = 7
_HALF = timedelta(minutes=90)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """What was used in the last hour, and what is usual at this time of the day. Bytes an hour."""

    used_bytes: int
    usual_bytes: int


def last_hour(steps: Sequence[Step], now: datetime) -> Hour | None:
    """Compare the last hour with the week before it; `None` where either can't be told.

    Usual is what is used on average, or around this time on other days, whichever is more: neither a nightly job nor
    the first hour of a working day is a spike.
    """
    last = _last(steps, now)
    if not last:
        return None
    begin, end = last[0].since, last[-1].until
    before = [
        step
        for step in steps
        if step.parts.told > timedelta() and step.until <= begin and step.since >= end - (COMPARED_DAYS + 1) * _DAY
    ]
    if sum((step.parts.told for step in before), timedelta()) < SHORTEST_HISTORY:
        return None
    middle = begin + (end - begin) / 2
    around = [
        (step, _overlap(step, middle - days * _DAY))
        for step in before
        for days in range(1, COMPARED_DAYS + 1)
        if _overlap(step, middle - days * _DAY)
    ]
    usual = max(_rate((step, step.until - step.since) for step in before), _rate(around))
    return Hour(used_bytes=_rate((step, step.until - step.since) for step in last), usual_bytes=usual)


def _last(steps: Sequence[Step], now: datetime) -> list[Step]:
    """The steps of the last hour, oldest first; none where it can't be told what was used in it."""
    last: list[Step] = []
    for step in reversed(steps):
        if step.parts.told <= timedelta():
            return []
        last.insert(0, step)
        if last[-1].until - step.since >= SHORTEST:
            break
    if not last or now - last[-1].until > STALE:
        return []
    return last if SHORTEST <= last[-1].until - last[0].since <= LONGEST else []


def _overlap(step: Step, middle: datetime) -> timedelta:
    """How much of a step lies around an instant."""
    return max(timedelta(), min(step.until, middle + _HALF) - max(step.since, middle - _HALF))


def _rate(parts: Iterable[tuple[Step, timedelta]]) -> int:
    """Bytes an hour over parts of steps."""
    used, length = 0.0, timedelta()
    for step, part in parts:
        used += step.parts.consumed_bytes * (part / (step.until - step.since))
        length += part
    return round(used / (length / _HOUR)) if length else 0
