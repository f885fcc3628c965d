"""When a daily summary is due: pure functions of a local time of day, a zone and an instant.

A local date has one occurrence at most, whatever clocks, zones and people do: it is known by its date, not its instant.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storage import Daily, Occurrence

LATE = timedelta(hours=3)
"""How late a summary is still said; an older one is skipped."""
BELIEVED = timedelta(days=8)
"""A date said that lies further ahead of today was said by a clock that was wrong, and must not silence a chat."""
DAY_MINUTES = 24 * 60
_DAY = timedelta(days=1)


class Verdict(Enum):
    """What an occurrence is now."""

    EARLY = "early"
    DUE = "due"
    TOO_LATE = "too late"


def verdict(occurrence: Occurrence, now: datetime) -> Verdict:
    """Tell what an occurrence is now."""
    if now < occurrence.at:
        return Verdict.EARLY
    return Verdict.DUE if now - occurrence.at <= LATE else Verdict.TOO_LATE


def next_at(minutes: int, zone: str | None, after: datetime, *, said: date | None = None) -> Occurrence:
    """Return the first occurrence strictly after an instant, of a date later than the last one `said`.

    `minutes`: of the local day, 0 to 1439. `zone`: an IANA name; UTC where there is none, or none of this name any
    more. A time that a clock jumps over is the same moment as if it had not jumped; of one that comes twice it is the
    first. A date that a zone left out has none. Raises ValueError for minutes that no day has.
    """
    if not 0 <= minutes < DAY_MINUTES:
        raise ValueError("a day has 1440 minutes")
    known = _zone(zone)
    today = after.astimezone(known).date()
    day = today - _DAY  # whose time may come today, where the clock jumps over midnight
    if said is not None and believed(said, today):
        day = max(day, said + _DAY)
    while True:
        if _exists(day, minutes, known) and (at := _instant(day, minutes, known)) > after:
            return Occurrence(local_date=day, at=at)
        day += _DAY


def minutes_at(at: datetime, zone: str | None) -> int:
    """Return what the clocks of a zone show, in minutes after midnight."""
    local = at.astimezone(_zone(zone))
    return local.hour * 60 + local.minute


def believed(said: date, today: date) -> bool:
    """Tell whether a summary of this date can have been said by a clock that was right."""
    return said - today <= BELIEVED


def upcoming(daily: Daily, now: datetime) -> Occurrence:
    """Return what comes next from now on: for a time just chosen, a zone just changed, a summary just said."""
    return next_at(daily.minutes, daily.zone, now, said=daily.last_date)


def revised(daily: Daily, now: datetime) -> Occurrence:
    """Return what was planned, unless it is too late for that or its date was said: then the next that is not.

    After days of silence that is one occurrence, not one for each day; today's, where it is not too late.
    """
    planned = daily.next
    if planned is not None and verdict(planned, now) is not Verdict.TOO_LATE:
        said, today = daily.last_date, now.astimezone(_zone(daily.zone)).date()
        if said is None or planned.local_date > said or not believed(said, today):
            return planned
    return next_at(daily.minutes, daily.zone, now - LATE - timedelta.resolution, said=daily.last_date)


def _instant(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    # `fold=0`, the default, means the offset before a change: the first of two, and no jump in a gap (PEP 495).
    return datetime.combine(day, time(minutes // 60, minutes % 60), zone).astimezone(UTC)


def _exists(day: date, minutes: int, zone: ZoneInfo) -> bool:
    """Tell whether a zone has this date: it has its begin, its end, or the time that is asked for."""
    return any(_instant(day, one, zone).astimezone(zone).date() == day for one in (minutes, 0, DAY_MINUTES - 1))


@lru_cache(maxsize=1024)
def _zone(name: str | None) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a directory of the zone database is an OSError
        return ZoneInfo("UTC")
