"""How fast traffic goes, how long it lasts, and what of it is lost. Estimates, each from enough history or not at all.

Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bot.consumption import consumption
from bot.traffic import Sample

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
