"""How fast traffic goes, how long it lasts, and what of it is lost. Estimates, each from enough history or not at all.

Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal

from bot.consumption import Step, consumption
from bot.traffic import Record, Sample, State

PACE_WINDOW = timedelta(days=7)
SHORTEST_HISTORY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast traffic goes, and how much history that rests on (at most 7 days)."""

    bytes_a_day: Decimal
    history: timedelta


def pace(samples: Iterable[Sample], now: datetime) -> Pace | None:
    """The average use of the last 7 days; `None` where less than a day of it can be told, for that would be a guess."""
    recent = sorted((one for one in samples if now - PACE_WINDOW <= one.taken_at <= now), key=lambda one: one.taken_at)
    known = consumption(recent)
    if known.told < SHORTEST_HISTORY:
        return None
    return Pace(
        bytes_a_day=Decimal(known.consumed_bytes) * 86400 / Decimal(known.told.total_seconds()), history=known.told
    )


LONGEST_FORECAST = timedelta(days=3650)


def lasts(available_bytes: int, at: Pace) -> timedelta | None:
    """How long the traffic lasts at this pace; `None` if nothing is being used, or for ten years and more."""
    if at.bytes_a_day <= 0:
        return None
    days = Decimal(available_bytes) / at.bytes_a_day
    return None if days >= LONGEST_FORECAST.days else timedelta(days=float(days))


MOST_UNSURE = Decimal("0.9")
"""Of a pace, in whatever direction: beyond that a range says nothing."""
_EIGHTY_PERCENT = Decimal("1.28")
FEWEST_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DayUse:
    """What was used on a day of somebody's calendar, in the part of it that is `told`; `None` where none is.

    Raises ValueError for less than nothing.
    """

    day: date
    used_bytes: int | None
    told: timedelta = timedelta()

    def __post_init__(self) -> None:
        if self.used_bytes is not None and self.used_bytes < 0:
            raise ValueError("nobody uses less than nothing")


def by_day(steps: Iterable[Step], first: date, last: date, zone: tzinfo) -> tuple[DayUse, ...]:
    """Return the use of every day from `first` to `last`; what was used across midnight is shared out by time."""
    used: dict[date, Decimal] = {}
    told: dict[date, timedelta] = {}
    for step in steps:
        if step.parts.told <= timedelta():
            continue
        for day, length in _parts(step, zone):
            part = Decimal(length / (step.until - step.since))
            used[day] = used.get(day, Decimal(0)) + part * step.parts.consumed_bytes
            told[day] = told.get(day, timedelta()) + length
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(
        DayUse(day=day, used_bytes=round(used[day]), told=told[day])
        if day in used
        else DayUse(day=day, used_bytes=None)
        for day in days
    )


def _parts(step: Step, zone: tzinfo) -> Iterator[tuple[date, timedelta]]:
    """The days a step lies in, each with its part of it."""
    start = step.since
    while start < step.until:
        day = start.astimezone(zone).date()
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)
        end = min(step.until, max(midnight, start + timedelta(minutes=1)))
        yield day, end - start
        start = end


def lasts_between(available_bytes: int, at: Pace, days: Sequence[int]) -> tuple[timedelta, timedelta] | None:
    """How long the traffic lasts at least and at most, in four cases of five, if use goes on as on these whole days.

    `None` where there are too few days to tell, or the pace alone says as much. What adds up to the end varies with
    every day until then, and the mean itself is only as good as the days it was taken of.
    """
    longest = lasts(available_bytes, at)
    if len(days) < FEWEST_DAYS or longest is None or not longest:
        return None
    mean = Decimal(sum(days)) / len(days)
    variance = sum(((one - mean) ** 2 for one in days), Decimal(0)) / (len(days) - 1)
    until_then = max(Decimal(longest.total_seconds()) / 86400, Decimal(1))
    unsure = _EIGHTY_PERCENT * (variance * (1 / Decimal(len(days)) + 1 / until_then)).sqrt()
    unsure = min(unsure, at.bytes_a_day * MOST_UNSURE)
    bounds = [
        lasts(available_bytes, Pace(bytes_a_day=at.bytes_a_day + sign * unsure, history=at.history)) for sign in (1, -1)
    ]
    low, high = bounds
    return None if low is None or high is None else (low, high)


def last_end(records: Iterable[Record], available_bytes: int, now: datetime) -> datetime | None:
    """Return when the last of the available traffic expires.

    `None` where there is none, some that never does, or more available than these records hold.
    """
    active = [record for record in records if record.left_bytes != 0 and record.state(now) is not State.EXPIRED]
    ends = [record.expires_at for record in active if record.expires_at is not None]
    held = sum(record.left_bytes or 0 for record in active)
    if not ends or len(ends) < len(active) or held * 100 < available_bytes * 99:
        return None
    return max(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Traffic of a package that expires unused at the present pace."""

    expires_at: datetime
    lost_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """What will be lost, the next first, and the pace that would save all of it."""

    coming: tuple[Loss, ...]
    saving_bytes_a_day: Decimal


def losses(records: Iterable[Record], at: Pace, now: datetime) -> Losses:
    """Foretell what expires unused. Which package drains first the vendor does not say: taken is that it is the next.

    A package without an end, or whose figures are missing, is in nobody's way.
    """
    ending = sorted(
        (record.expires_at, record.left_bytes)
        for record in records
        if record.expires_at is not None and record.left_bytes and record.state(now) is not State.EXPIRED
    )
    coming: list[Loss] = []
    used_up_at, together, saving = now, 0, Decimal(0)
    for expires_at, left in ending:
        together += left
        days = Decimal((expires_at - now).total_seconds()) / 86400
        saving = max(saving, together / days)
        could_use = at.bytes_a_day * max(Decimal((expires_at - used_up_at).total_seconds()) / 86400, Decimal(0))
        lost = left - int(could_use)
        if lost > 0:
            coming.append(Loss(expires_at=expires_at, lost_bytes=lost))
            used_up_at = max(used_up_at, expires_at)
        else:
            used_up_at += timedelta(seconds=float(left / at.bytes_a_day * 86400))
    return Losses(coming=tuple(coming), saving_bytes_a_day=saving)
