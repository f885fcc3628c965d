"""When a daily summary is due: one for each local date, in every zone, whatever its clocks do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pushes.schedule import BELIEVED, LATE, Verdict, next_at, revised, upcoming, verdict
from storage import Daily, Occurrence

ZONES = sorted(available_timezones())
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2035, 12, 31, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)

zones = st.sampled_from(ZONES)
minutes_of_day = st.integers(0, 1439)
instants = st.datetimes(FIRST.replace(tzinfo=None), LAST.replace(tzinfo=None), timezones=st.just(UTC))


def utc(text: str) -> datetime:
    """An instant as it is written."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def wall(at: datetime, zone: str) -> datetime:
    """What the clock on the wall shows."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def walked(day: date, minutes: int, zone: str) -> datetime:
    """When the wall's clock first shows a time, found by watching it; where it jumps over it, as if it had not."""
    wanted = datetime(day.year, day.month, day.day) + minutes * MINUTE  # noqa: DTZ001  # a wall shows no zone
    before = timedelta()
    for start, end in stretches(day, zone):
        shown = wall(start, zone)
        if shown > wanted:
            return (wanted - before).replace(tzinfo=UTC)
        if wanted < shown + (end - start):
            return start + (wanted - shown)
        before = shown - start.replace(tzinfo=None)
    raise AssertionError


@lru_cache(maxsize=1)
def stretches(day: date, zone: str) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches around a day in which the wall's clock runs evenly."""
    low = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)  # no wall is ahead by more
    high = low + timedelta(hours=54)
    return tuple(pairwise((low, *changes(zone, low, high), high)))


def changes(zone: str, low: datetime, high: datetime) -> Iterator[datetime]:
    """The instants at which a zone's clocks are changed, to the minute."""
    at = low
    while at < high:
        after = min(at + timedelta(hours=3), high)
        if wall(after, zone) - wall(at, zone) != after - at:
            before = at
            while after - before > MINUTE:
                middle = before + (after - before) // MINUTE // 2 * MINUTE
                same = wall(middle, zone) - wall(before, zone) == middle - before
                before, after = (middle, after) if same else (before, middle)
            yield after
        at += timedelta(hours=3)


def changing_days() -> Iterator[tuple[str, date]]:
    """Every zone with each day from 2020 to 2035 on which its clocks are changed, and the next; of equal zones one."""
    seen = set()
    weeks = [FIRST + number * 7 * DAY for number in range((LAST - FIRST).days // 7 + 1)]
    for name in ZONES:
        zone = ZoneInfo(name)
        offsets = tuple(week.astimezone(zone).utcoffset() for week in weeks)
        changing = [week for week, (one, other) in zip(weeks, pairwise(offsets), strict=False) if one != other]
        eves = [
            max(
                eve
                for eve in (week + day * DAY for day in range(7))
                if wall(eve, name) - wall(week, name) == eve - week
            )
            for week in changing
        ]
        changed = tuple(at for eve in eves for at in changes(name, eve, eve + DAY))
        if changed and (offsets, changed) not in seen:
            seen.add((offsets, changed))
            yield from ((name, (at - MINUTE).astimezone(zone).date() + step * DAY) for at in changed for step in (0, 1))


@pytest.mark.parametrize(
    ("zone", "time", "day", "at"),
    [
        ("Europe/Berlin", (9, 0), "2026-01-15", "2026-01-15T08:00"),
        ("Europe/Berlin", (9, 0), "2026-07-15", "2026-07-15T07:00"),
        # A gap: 02:30 is the moment that it would have been, and 03:30 comes where it is.
        ("Europe/Berlin", (2, 30), "2026-03-29", "2026-03-29T01:30"),
        ("Europe/Berlin", (3, 30), "2026-03-29", "2026-03-29T01:30"),
        ("America/New_York", (2, 0), "2026-03-08", "2026-03-08T07:00"),
        # An overlap: the first of the two.
        ("Europe/Berlin", (2, 30), "2026-10-25", "2026-10-25T00:30"),
        ("America/New_York", (1, 0), "2026-11-01", "2026-11-01T05:00"),
        ("Australia/Lord_Howe", (1, 45), "2026-04-05", "2026-04-04T14:45"),
        # A gap at midnight, and one that leaps over it: the date keeps its summary.
        ("Asia/Beirut", (0, 0), "2026-03-29", "2026-03-28T22:00"),
        ("America/Nuuk", (23, 30), "2026-03-28", "2026-03-29T01:30"),
        ("Asia/Kathmandu", (0, 0), "2026-05-01", "2026-04-30T18:15"),
    ],
)
def test_an_instant_is_what_the_wall_shows(zone: str, time: tuple[int, int], day: str, at: str) -> None:
    before = utc(at) - MINUTE

    found = next_at(time[0] * 60 + time[1], zone, before)

    assert found == Occurrence(local_date=date.fromisoformat(day), at=utc(at))


def test_a_date_that_a_zone_left_out_has_no_summary() -> None:
    """Samoa went from the 29th to the 31st of December 2011: https://en.wikipedia.org/wiki/Time_in_Samoa"""
    for minutes in (0, 9 * 60, 1439):
        eve = next_at(minutes, "Pacific/Apia", utc("2011-12-29T10:00") - DAY / 2 + minutes * MINUTE)
        found = next_at(minutes, "Pacific/Apia", eve.at)

        assert eve.local_date == date(2011, 12, 29)
        assert found.local_date == date(2011, 12, 31)
        assert found.at - eve.at == DAY


def test_a_date_that_came_twice_has_one_summary() -> None:
    """Kwajalein lived through the 30th of September 1969 twice, when it crossed the date line eastwards."""
    days, at = [], utc("1969-09-28T00:00")
    while at < utc("1969-10-03T00:00"):
        found = next_at(12 * 60, "Pacific/Kwajalein", at)
        days.append(found.local_date)
        at = found.at

    assert days == sorted(set(days))
    assert date(1969, 9, 30) in days


def test_at_every_change_of_every_zones_clocks_it_is_when_the_wall_shows_it() -> None:
    days = tuple(changing_days())
    assert len(days) > 1000
    for zone, day in days:
        for minutes in range(0, 1440, 30 if day.year % 5 == 0 else 90):
            expected = walked(day, minutes, zone)

            found = next_at(minutes, zone, expected - MINUTE / 2)

            assert found == Occurrence(local_date=day, at=expected), (zone, day, minutes)


@given(zone=zones, minutes=minutes_of_day, after=instants)
def test_every_date_of_every_zone_has_exactly_one(zone: str, minutes: int, after: datetime) -> None:
    first = next_at(minutes, zone, after)
    assert first.at > after
    assert first.at - after <= DAY + timedelta(hours=2)

    for _ in range(40):
        second = next_at(minutes, zone, first.at)

        assert second.local_date == first.local_date + DAY
        assert timedelta(hours=20) < second.at - first.at < timedelta(hours=28)
        # Whoever asks at any instant between hears the same, and whoever said the first does too.
        assert next_at(minutes, zone, second.at - timedelta.resolution) == second
        assert next_at(minutes, zone, first.at - timedelta.resolution, said=first.local_date) == second
        first = second


@given(zone=zones, minutes=minutes_of_day, after=instants)
def test_it_is_found_where_watching_the_wall_finds_it(zone: str, minutes: int, after: datetime) -> None:
    found = next_at(minutes, zone, after)

    assert found.at == walked(found.local_date, minutes, zone)


steps = st.tuples(
    st.sampled_from(["waits", "waits", "waits", "zone", "time"]), zones, minutes_of_day, st.integers(1, 3000)
)


@given(start=instants, zone=zones, minutes=minutes_of_day, happened=st.lists(steps, max_size=30))
def test_whatever_is_changed_no_date_is_said_twice(
    start: datetime, zone: str, minutes: int, happened: list[tuple[str, str, int, int]]
) -> None:
    # Given a summary, and a bot that looks now and then
    now, said = start, []
    daily = Daily(chat_id=1, topic_id=0, minutes=minutes, zone=zone)
    daily = replace(daily, next=upcoming(daily, now))

    # When its zone and its time are changed at will
    for what, other_zone, other_minutes, passed in happened:
        now += passed * MINUTE
        if what != "waits":
            change = {"zone": other_zone} if what == "zone" else {"minutes": other_minutes}
            daily = replace(daily, **change)
            daily = replace(daily, next=upcoming(daily, now))
        daily = replace(daily, next=revised(daily, now))
        assert daily.next is not None
        if verdict(daily.next, now) is Verdict.DUE:
            said.append(daily.next.local_date)
            daily = replace(daily, last_date=daily.next.local_date, last_at=now)
            daily = replace(daily, next=upcoming(daily, now))

    # Then dates only went forward.
    assert said == sorted(set(said))


AT_NINE = Daily(chat_id=1, topic_id=0, minutes=9 * 60, zone="UTC")


def planned(day: str, at: str = "09:00") -> Occurrence:
    """The occurrence of a date."""
    return Occurrence(local_date=date.fromisoformat(day), at=utc(f"{day}T{at}"))


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (-timedelta.resolution, Verdict.EARLY),
        (timedelta(), Verdict.DUE),
        (LATE, Verdict.DUE),
        (LATE + timedelta.resolution, Verdict.TOO_LATE),
    ],
)
def test_it_is_due_for_three_hours(passed: timedelta, expected: Verdict) -> None:
    assert verdict(planned("2026-03-10"), planned("2026-03-10").at + passed) is expected


def test_what_is_due_or_early_stays_planned() -> None:
    daily = replace(AT_NINE, next=planned("2026-03-10"), last_date=date(2026, 3, 9))

    for now in ("2026-03-10T08:00", "2026-03-10T09:00", "2026-03-10T12:00"):
        assert revised(daily, utc(now)) == daily.next


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-10T12:01", "2026-03-11"),
        ("2026-03-11T08:59", "2026-03-11"),
        # Today's is not too late yet: it is said, and those of the days between are not.
        ("2026-03-14T11:59", "2026-03-14"),
        ("2026-03-14T12:00", "2026-03-14"),
        ("2026-03-14T12:01", "2026-03-15"),
        ("2031-01-01T10:00", "2031-01-01"),
    ],
)
def test_after_a_silence_of_days_one_is_said_at_most(now: str, expected: str) -> None:
    daily = replace(AT_NINE, next=planned("2026-03-10"), last_date=date(2026, 3, 9))

    assert revised(daily, utc(now)) == planned(expected)


def test_a_clock_that_jumps_back_repeats_no_day() -> None:
    daily = replace(AT_NINE, next=planned("2026-03-11"), last_date=date(2026, 3, 10))

    for back in ("2026-03-10T08:00", "2026-03-09T08:00", "2026-03-03T10:00"):
        assert upcoming(daily, utc(back)) == planned("2026-03-11")
        assert revised(daily, utc(back)) == planned("2026-03-11")


def test_a_clock_that_was_a_year_ahead_silences_nobody() -> None:
    daily = replace(AT_NINE, next=planned("2027-03-11"), last_date=date(2027, 3, 10))

    assert upcoming(daily, NOW) == planned("2026-03-11")
    # And what is planned then is said, though its date is an earlier one than the last.
    corrected = replace(daily, next=planned("2026-03-11"))
    assert revised(corrected, utc("2026-03-11T09:00")) == planned("2026-03-11")
    assert next_at(540, "UTC", NOW, said=NOW.date() + BELIEVED) == planned("2026-03-19")
    assert next_at(540, "UTC", NOW, said=NOW.date() + BELIEVED + DAY) == planned("2026-03-11")


def test_a_planned_date_that_was_said_meanwhile_is_not_said_again() -> None:
    daily = replace(AT_NINE, next=planned("2026-03-10", "10:00"), last_date=date(2026, 3, 10))

    assert revised(daily, utc("2026-03-10T10:00")) == planned("2026-03-11")


@pytest.mark.parametrize("zone", [None, "Mars/Olympus", "Europe", "../etc/passwd", "", "UTC"])
def test_where_there_is_no_zone_it_is_utc(zone: str | None) -> None:
    assert next_at(540, zone, NOW) == planned("2026-03-11")


@pytest.mark.parametrize("minutes", [-1, 1440])
def test_minutes_that_no_day_has_are_refused(minutes: int) -> None:
    with pytest.raises(ValueError, match="1440"):
        next_at(minutes, "UTC", NOW)
