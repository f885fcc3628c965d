"""The last hour against what is usual: told from enough history or not at all."""

from datetime import timedelta

import pytest
from hypothesis import given

from bot.consumption import Consumption, Step, steps
from bot.spikes import Hour, last_hour
from bot.traffic import Sample
from tests.bot.samples import NOW, between, looks

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def hourly(*used: int | None) -> tuple[Step, ...]:
    """Steps of an hour each, the last of which ends now; `None`: nobody knows what was used."""
    return tuple(
        between(
            NOW - (back + 1) * HOUR,
            NOW - back * HOUR,
            Consumption(consumed_bytes=one or 0, told=timedelta() if one is None else HOUR),
        )
        for back, one in zip(range(len(used) - 1, -1, -1), used, strict=True)
    )


def test_an_hour_is_compared_with_the_average() -> None:
    assert last_hour(hourly(*[100] * 48, 700), NOW) == Hour(used_bytes=700, usual_bytes=100)


def test_what_is_used_around_this_time_on_other_days_is_usual() -> None:
    nightly = [2400 if hour % 24 == 0 else 0 for hour in range(24 * 8, 0, -1)]

    hour = last_hour(hourly(*nightly, 2400), NOW)

    assert hour is not None
    assert hour.used_bytes == 2400
    assert hour.usual_bytes == 800  # a third of the three hours around it


@pytest.mark.parametrize(
    "steps",
    [
        hourly(),
        hourly(*[100] * 20, 700),
        hourly(*[100] * 48, None),
        hourly(*[None] * 48, 700),
    ],
    ids=["nothing", "less than a day", "the last hour untold", "the rest untold"],
)
def test_too_little_known_tells_nothing(steps: tuple[Step, ...]) -> None:
    assert last_hour(steps, NOW) is None


def test_a_look_that_is_long_ago_tells_nothing_of_now() -> None:
    known = hourly(*[100] * 48, 700)

    assert last_hour(known, NOW + 2 * HOUR) is not None
    assert last_hour(known, NOW + 2 * HOUR + timedelta(seconds=1)) is None


def test_after_a_hole_nobody_knows_when_it_was_used() -> None:
    *known, last = hourly(*[100] * 48, 700)
    after = between(last.since, last.since + 4 * HOUR, Consumption(consumed_bytes=700, told=4 * HOUR))

    assert last_hour((*known, after), after.until) is None


def test_short_steps_are_taken_together() -> None:
    *known, last = hourly(*[100] * 48, 0)
    parts = [
        between(
            last.since + number * HOUR / 4,
            last.since + (number + 1) * HOUR / 4,
            Consumption(consumed_bytes=100 * number, told=HOUR / 4),
        )
        for number in range(4)
    ]

    hour = last_hour((*known, *parts), NOW)

    assert hour is not None
    assert hour.used_bytes == 800  # of the last three quarters of an hour


@given(looks)
def test_no_hour_is_negative_whatever_the_vendor_says(samples: list[Sample]) -> None:
    hour = last_hour(steps(sorted(samples, key=lambda one: one.taken_at)), NOW)

    assert hour is None or (hour.used_bytes >= 0 and hour.usual_bytes >= 0)
