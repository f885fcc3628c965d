"""How a team uses traffic: busy in working hours, little at night, less at weekends; never twice quite the same.

A pure function of the hour, so that what was used in an hour is the same however often the clock stops in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from random import Random

HOURS = (2, 1, 1, 1, 1, 2, 4, 8, 14, 18, 19, 18, 15, 17, 19, 18, 16, 12, 8, 6, 5, 4, 3, 2)
"""What each hour of a day is used for, in parts of all."""
_HOUR = timedelta(hours=1)
_UNEVEN = 0.45
"""How far an hour may be from what is usual for it, in parts of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Bytes on an average working day and on an average day of a weekend, where people live in this zone."""

    working_day: int
    weekend_day: int
    zone: tzinfo
    seed: str = ""

    def used(self, since: datetime, until: datetime) -> int:
        """Return how many bytes are used between two instants."""
        return round(sum(self._hour(hour) * part for hour, part in _hours(since, until)))

    def _hour(self, hour: datetime) -> float:
        local = hour.astimezone(self.zone)
        day = self.working_day if local.weekday() < 5 else self.weekend_day
        uneven = Random(f"{self.seed} {hour:%Y%m%d%H}").uniform(1 - _UNEVEN, 1 + _UNEVEN)  # noqa: S311  # no secret
        return day * HOURS[local.hour] / sum(HOURS) * uneven


def _hours(since: datetime, until: datetime) -> Iterator[tuple[datetime, float]]:
    """The hours between two instants, by their begin, each with the part of it that lies between."""
    at = since.astimezone(UTC)
    while at < until:
        hour = at.replace(minute=0, second=0, microsecond=0)
        end = min(hour + _HOUR, until)
        yield hour, (end - at) / _HOUR
        at = end
