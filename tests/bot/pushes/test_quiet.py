"""Quiet hours: until when nothing is said that can wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pushes.quiet import quiet_until

TEN_PM, SEVEN = 22 * 60, 7 * 60


def at(hour: int, minute: int = 0, *, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at(21, 59), None),
        (at(22), at(7, day=11)),
        (at(23, 30), at(7, day=11)),
        (at(0), at(7)),
        (at(6, 59), at(7)),
        (at(7), None),
        (at(12), None),
    ],
)
def test_hours_over_midnight_are_quiet_from_begin_to_end(now: datetime, until: datetime | None) -> None:
    assert quiet_until(TEN_PM, SEVEN, None, now) == until


def test_hours_of_one_day_are_too() -> None:
    assert quiet_until(9 * 60, 17 * 60, None, at(10)) == at(17)
    assert quiet_until(9 * 60, 17 * 60, None, at(17)) is None


def test_they_are_the_hours_of_the_zone_also_when_its_clocks_change() -> None:
    # Half past midnight in Berlin, two hours before its clocks go from two to three
    night = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)

    assert quiet_until(TEN_PM, SEVEN, "Europe/Berlin", night) == datetime(2026, 3, 29, 5, tzinfo=UTC)


@pytest.mark.parametrize(("begin", "end"), [(None, None), (60, None), (None, 60), (60, 60)])
def test_without_hours_nothing_is_quiet(begin: int | None, end: int | None) -> None:
    assert quiet_until(begin, end, None, at(1)) is None


@given(
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.sampled_from([None, "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"]),
    st.integers(int(at(0).timestamp()), int(at(0).timestamp()) + 10 * 365 * 86400).map(
        lambda seconds: datetime.fromtimestamp(seconds, UTC)
    ),
)
def test_they_end_after_now_and_within_a_day_and_an_hour(begin: int, end: int, zone: str | None, now: datetime) -> None:
    until = quiet_until(begin, end, zone, now)

    assert until is None or now < until <= now + timedelta(hours=25)
