"""Paces and forecasts: from enough history, or not at all."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import forecast
from bot.forecast import Pace
from bot.traffic import Sample
from tests.bot.samples import NOW, looks, sample


def test_a_renewal_is_never_said_to_be_a_time_without_use() -> None:
    # A day after the renewal as much is used as before it: a return, or real use.
    assert forecast.pace((sample(48, 50, 10), sample(24, 50, 50), sample(0, 50, 10)), NOW) is None


@given(looks)
def test_a_pace_is_never_negative_and_rests_on_at_least_a_day(samples: list[Sample]) -> None:
    pace = forecast.pace(samples, NOW)

    assert pace is None or (pace.bytes_a_day >= 0 and timedelta(days=1) <= pace.history <= timedelta(days=7))


@given(st.integers(1, 20), st.integers(2, 6))
def test_after_a_renewal_the_pace_is_what_is_used_a_day(a_day: int, days: int) -> None:
    used = [200, *(a_day * day for day in range(days + 1))]
    samples = [sample(24 * (len(used) - 1 - day), 500, 500 - much) for day, much in enumerate(used)]

    assert forecast.pace(samples, NOW) == Pace(bytes_a_day=Decimal(a_day), history=timedelta(days=days))


def test_a_day_of_history_is_enough_for_a_pace_and_less_is_not() -> None:
    assert forecast.pace((sample(24, 100, 90), sample(0, 100, 66)), NOW) == Pace(
        bytes_a_day=Decimal(24), history=timedelta(days=1)
    )
    assert forecast.pace((sample(23.99, 100, 90), sample(0, 100, 66)), NOW) is None
    assert forecast.pace((sample(0, 100, 66),), NOW) is None
    assert forecast.pace((), NOW) is None


def test_a_pace_looks_back_seven_days_and_not_into_the_future() -> None:
    pace = forecast.pace(
        (sample(24 * 8, 1000, 1000), sample(24 * 7, 1000, 500), sample(0, 1000, 430), sample(-5, 1000, 0)), NOW
    )

    assert pace == Pace(bytes_a_day=Decimal(10), history=timedelta(days=7))


def test_a_pace_does_not_depend_on_the_order_of_the_samples() -> None:
    ordered = (sample(48, 100, 90), sample(24, 100, 80), sample(0, 100, 70))

    assert forecast.pace(reversed(ordered), NOW) == forecast.pace(ordered, NOW)


def test_samples_of_a_clock_that_jumped_ahead_give_no_pace() -> None:
    assert forecast.pace((sample(-24 * 400, 100, 90), sample(-24 * 398, 100, 10)), NOW) is None


def test_time_in_which_packages_went_is_no_part_of_the_history() -> None:
    pace = forecast.pace((sample(72, 100, 90), sample(48, 50, 40), sample(24, 50, 30), sample(0, 50, 20)), NOW)

    assert pace == Pace(bytes_a_day=Decimal(10), history=timedelta(days=2))


@pytest.mark.parametrize(
    ("available", "a_day", "lasts"),
    [
        (100, 10, timedelta(days=10)),
        (0, 10, timedelta()),
        (5, 10, timedelta(hours=12)),
        (100, 0, None),
        (3649, 1, timedelta(days=3649)),
        (3650, 1, None),
        (2**63, Decimal("1E-20"), None),
    ],
)
def test_traffic_lasts_as_long_as_its_pace_lets_it_and_no_more_than_ten_years_are_foretold(
    available: int, a_day: int | Decimal, lasts: timedelta | None
) -> None:
    pace = Pace(bytes_a_day=Decimal(a_day), history=timedelta(days=3))

    assert forecast.lasts(available, pace) == lasts
