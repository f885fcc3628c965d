"""Quiet hours: until when nothing is said that can wait. Pure."""

from __future__ import annotations

from datetime import datetime

from bot.pushes import schedule


def quiet_until(begin: int | None, end: int | None, zone: str | None, now: datetime) -> datetime | None:
    """Return when the quiet hours end that it is now; `None` outside of them and where there are none.

    `begin`, `end`: minutes after midnight in the zone (an IANA name; UTC without one); over midnight if `end` is less.
    """
    if begin is None or end is None or begin == end:
        return None
    minutes = schedule.minutes_at(now, zone)
    inside = begin <= minutes < end if begin < end else minutes >= begin or minutes < end
    return schedule.next_at(end, zone, now).at if inside else None
