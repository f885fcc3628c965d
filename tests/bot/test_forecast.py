"""Paces and forecasts: from enough history, or not at all."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import forecast
from bot.consumption import Consumption, Step
from bot.forecast import Pace
from bot.traffic import Record, Sample
from tests.bot.samples import NOW, between, looks, sample


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


def step(since: float, until: float, used: int, *, told: bool = True) -> Step:
    """What happened between two looks, so many hours after the midnight of NOW's day in UTC."""
    midnight = NOW.replace(hour=0)
    length = timedelta(hours=until - since)
    begin, end = (midnight + timedelta(hours=hours) for hours in (since, until))
    return between(begin, end, Consumption(consumed_bytes=used, told=length if told else timedelta()))


TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


def test_use_is_told_day_by_day_and_shared_out_across_midnight() -> None:
    days = forecast.by_day((step(-4, -1, 30), step(-1, 3, 400), step(3, 4, 5)), YESTERDAY, TODAY, UTC)

    assert [(one.day, one.used_bytes) for one in days] == [(YESTERDAY, 130), (TODAY, 305)]


def test_a_day_of_which_nothing_can_be_told_is_not_a_day_without_use() -> None:
    days = forecast.by_day((step(-4, -1, 0), step(1, 3, 7, told=False)), YESTERDAY - timedelta(days=1), TODAY, UTC)

    assert [one.used_bytes for one in days] == [None, 0, None]


def test_days_are_those_of_the_calendar_where_people_live() -> None:
    shanghai = ZoneInfo("Asia/Shanghai")

    days = forecast.by_day((step(-10, -8, 10), step(-8, -6, 20)), YESTERDAY, TODAY, shanghai)

    assert [one.used_bytes for one in days] == [10, 20]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Pacific/Apia"])
@given(
    st.integers(0, 366 * 24),
    st.lists(st.tuples(st.floats(0.01, 60), st.integers(0, 10**12)), min_size=1, max_size=20),
)
def test_whatever_the_clocks_do_no_use_is_lost_or_counted_twice(
    zone: str, begins: int, taken: list[tuple[float, int]]
) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=begins)
    steps = []
    for hours, used in taken:
        later = at + timedelta(hours=hours)
        steps.append(between(at, later, Consumption(consumed_bytes=used, told=later - at)))
        at = later
    first, last = (one.astimezone(ZoneInfo(zone)).date() for one in (steps[0].since, steps[-1].until))

    days = forecast.by_day(steps, first, last, ZoneInfo(zone))

    total = sum(one.used_bytes or 0 for one in days)
    assert abs(total - sum(used for _, used in taken)) <= len(days)


PACE = Pace(bytes_a_day=Decimal(10), history=timedelta(days=7))


def test_even_days_give_no_wider_range_than_the_pace_and_uneven_ones_do() -> None:
    even = forecast.lasts_between(100, PACE, [10] * 7)
    uneven = forecast.lasts_between(100, PACE, [4, 16, 10, 7, 13, 10, 10])
    wild = forecast.lasts_between(100, PACE, [0, 0, 70, 0, 0, 0, 0])

    assert even == (timedelta(days=10), timedelta(days=10))
    assert uneven is not None
    assert timedelta(days=7) < uneven[0] < timedelta(days=10) < uneven[1] < timedelta(days=15)
    assert wild == (timedelta(days=float(Decimal(100) / 19)), timedelta(days=100))


@pytest.mark.parametrize("days", [[], [10], [10, 10]])
def test_a_few_days_give_no_range(days: list[int]) -> None:
    assert forecast.lasts_between(100, PACE, days) is None


def test_where_nothing_is_used_or_left_there_is_no_range() -> None:
    assert forecast.lasts_between(0, PACE, [10] * 7) is None
    assert forecast.lasts_between(100, Pace(bytes_a_day=Decimal(0), history=PACE.history), [0] * 7) is None


@given(st.integers(1, 10**15), st.lists(st.integers(0, 10**13), min_size=3, max_size=7))
def test_a_range_always_holds_what_the_pace_alone_says(available: int, days: list[int]) -> None:
    pace = Pace(bytes_a_day=Decimal(sum(days)) / len(days), history=timedelta(days=len(days)))

    found = forecast.lasts_between(available, pace, days)

    if found is not None:
        middle = forecast.lasts(available, pace)
        assert middle is not None
        assert timedelta() <= found[0] <= middle + timedelta(seconds=1)
        assert found[1] >= middle - timedelta(seconds=1)


def ending(days: float | None, left: int, *, status: int = 1) -> Record:
    """A package with so much left that ends in so many days."""
    return Record(
        record_id=None,
        order_id=None,
        kind="order",
        quota_bytes=left,
        used_bytes=0,
        created_at=None,
        expires_at=None if days is None else NOW + timedelta(days=days),
        status=status,
    )


def lost(*records: Record, pace: Pace = PACE) -> list[int]:
    return [one.lost_bytes for one in forecast.losses(records, pace, NOW).coming]


def test_what_cannot_be_used_until_it_expires_is_lost() -> None:
    assert lost(ending(5, 80)) == [30]
    assert lost(ending(8, 80)) == []
    assert lost(ending(None, 80), ending(5, 0), ending(5, 80, status=0), ending(-1, 80)) == []


def test_the_package_that_ends_next_is_used_first() -> None:
    # 20 are used of the first, then there are 8 days for the second, and none is left for the third until day 10.
    assert lost(ending(10, 90), ending(2, 20), ending(10, 5)) == [15]
    # What is lost leaves its successor the time after its end only.
    assert lost(ending(2, 100), ending(4, 30)) == [80, 10]


def test_the_pace_that_saves_everything_is_that_of_the_hardest_end() -> None:
    told = forecast.losses((ending(2, 40), ending(10, 60)), PACE, NOW)

    assert told.saving_bytes_a_day == 20
    assert (
        forecast.losses(
            (ending(2, 40), ending(10, 60)), Pace(bytes_a_day=Decimal(20), history=PACE.history), NOW
        ).coming
        == ()
    )


@given(
    st.lists(st.tuples(st.floats(0.1, 100), st.integers(1, 10**13)), max_size=8),
    st.integers(0, 10**12),
)
def test_no_more_is_lost_than_is_left_and_nothing_at_the_saving_pace(
    packages: list[tuple[float, int]], a_day: int
) -> None:
    records = [ending(days, left) for days, left in packages]

    told = forecast.losses(records, Pace(bytes_a_day=Decimal(a_day), history=PACE.history), NOW)
    faster = Pace(bytes_a_day=told.saving_bytes_a_day + 1, history=PACE.history)

    assert all(one.lost_bytes > 0 for one in told.coming)
    assert sum(one.lost_bytes for one in told.coming) <= sum(left for _, left in packages)
    assert sum(one.lost_bytes for one in forecast.losses(records, faster, NOW).coming) <= 1000
