"""Traffic and its arithmetic: nothing is invented, whatever the vendor counts."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import traffic
from bot.traffic import Overview, Pace, Record, Sample, State

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
GB = 1024**3


def overview(total: int | None, available: int | None) -> Overview:
    return Overview(total_bytes=total, available_bytes=available, balance=None, currency=None)


def record(
    *,
    quota: int | None = GB,
    used: int | None = 0,
    expires: datetime | None = NOW + timedelta(days=1),
    status: int | None = 1,
) -> Record:
    return Record(
        record_id="1",
        order_id="ORD-1",
        kind="order",
        quota_bytes=quota,
        used_bytes=used,
        created_at=None,
        expires_at=expires,
        status=status,
    )


def sample(hours_ago: float, total: int | None, available: int | None) -> Sample:
    return Sample(taken_at=NOW - timedelta(hours=hours_ago), overview=overview(total, available))


def consumed(*samples: Sample) -> int:
    return traffic.consumption(samples).consumed_bytes


def test_used_traffic_is_the_total_minus_what_is_available() -> None:
    shown = overview(188978561024, 188944515072)

    assert shown.believable
    assert shown.used_bytes == 34045952
    assert shown.used_share == Decimal(34045952) / Decimal(188978561024)


@pytest.mark.parametrize(
    ("total", "available"), [(10, 11), (0, 1), (None, 5), (5, None), (None, None), (10, -1), (-5, -7)]
)
def test_figures_that_cannot_both_be_true_give_no_used_traffic(total: int | None, available: int | None) -> None:
    shown = overview(total, available)

    assert not shown.believable
    assert shown.used_bytes is None
    assert shown.used_share is None


def test_an_account_without_traffic_has_used_nothing_and_no_share_of_it() -> None:
    shown = overview(0, 0)

    assert shown.believable
    assert shown.used_bytes == 0
    assert shown.used_share is None


@pytest.mark.parametrize(("part", "whole"), [(None, 5), (5, None), (0, 0), (5, 0), (None, None)])
def test_there_is_no_share_of_nothing(part: int | None, whole: int | None) -> None:
    assert traffic.share(part, whole) is None


def test_a_share_is_exact() -> None:
    assert traffic.share(0, 3) == 0
    assert traffic.share(3, 3) == 1
    assert traffic.share(1, 3) == Decimal(1) / Decimal(3)


@pytest.mark.parametrize(
    ("status", "expires", "state"),
    [
        (1, NOW + timedelta(seconds=1), State.ACTIVE),
        (1, None, State.ACTIVE),
        (1, NOW, State.EXPIRED),
        (1, NOW - timedelta(days=9), State.EXPIRED),
        (0, NOW + timedelta(days=9), State.EXPIRED),
        (0, None, State.EXPIRED),
        (None, NOW + timedelta(days=9), State.UNKNOWN),
        (None, None, State.UNKNOWN),
        (None, NOW - timedelta(days=9), State.EXPIRED),
        (2, NOW + timedelta(days=9), State.UNKNOWN),
    ],
)
def test_a_record_is_active_only_where_neither_the_vendor_nor_the_clock_says_otherwise(
    status: int | None, expires: datetime | None, state: State
) -> None:
    assert record(status=status, expires=expires).state(NOW) is state


@pytest.mark.parametrize(
    ("quota", "used", "left", "share"),
    [
        (10, 4, 6, Decimal("0.4")),
        (10, 10, 0, Decimal(1)),
        (10, 11, None, None),
        (None, 4, None, None),
        (10, None, None, None),
        (0, 0, 0, None),
    ],
)
def test_what_is_left_of_a_record_is_known_only_where_its_figures_fit(
    quota: int | None, used: int | None, left: int | None, share: Decimal | None
) -> None:
    one = record(quota=quota, used=used)

    assert (one.left_bytes, one.used_share) == (left, share)


def test_what_expires_next_is_the_earliest_active_record_that_holds_traffic() -> None:
    day = timedelta(days=1)
    later = record(expires=NOW + 5 * day)
    next_one = record(expires=NOW + 2 * day, used=GB - 1)
    others = (
        record(expires=NOW + day, used=GB),
        record(expires=NOW + day, status=0),
        record(expires=NOW + day, status=None),
        record(expires=NOW - day),
        record(expires=None),
    )

    assert traffic.expires_next((later, *others, next_one), NOW) is next_one
    assert traffic.expires_next(others, NOW) is None
    assert traffic.expires_next((), NOW) is None


def test_a_record_whose_figures_contradict_each_other_may_still_expire_next() -> None:
    odd = record(used=2 * GB)

    assert traffic.expires_next((odd, record(expires=NOW + timedelta(days=3))), NOW) is odd


def test_of_two_records_that_expire_together_the_first_is_named() -> None:
    first, second = record(used=1), record(used=2)

    assert traffic.expires_next((first, second), NOW) is first


def test_use_between_two_looks_is_counted() -> None:
    assert consumed(sample(2, 100, 90), sample(1, 100, 70)) == 20


def test_a_purchase_is_no_use_and_hides_none() -> None:
    assert consumed(sample(2, 100, 90), sample(1, 200, 190)) == 0
    assert consumed(sample(2, 100, 90), sample(1, 200, 165)) == 25


def test_an_expired_package_is_no_use() -> None:
    expired = traffic.consumption((sample(3, 100, 40), sample(2, 60, 10), sample(1, 60, 5)))

    assert expired.consumed_bytes == 5
    assert expired.told == timedelta(hours=1)


def test_a_vendor_that_counts_backwards_and_forth_again_adds_nothing() -> None:
    assert consumed(sample(4, 100, 50), sample(3, 100, 80), sample(2, 100, 50), sample(1, 100, 45)) == 5


def test_a_total_that_fell_and_comes_back_was_a_glitch_and_no_use() -> None:
    assert consumed(sample(3, 100, 60), sample(2, 10, 10), sample(1, 100, 60)) == 0
    assert consumed(sample(3, 100, 60), sample(2, 0, 0), sample(1, 0, 0), sample(0, 100, 60)) == 0
    # What was used meanwhile can't be told from the return, and neither can the time.
    assert traffic.consumption((sample(3, 100, 60), sample(2, 10, 10), sample(1, 100, 55))) == traffic.Consumption()


def test_use_goes_on_after_a_package_was_renewed_between_two_looks() -> None:
    # Given 48 of 50 used, then the same size bought as it expired, and 10 used a day
    renewed = [sample(24 * (4 - day), 50, 50 - used) for day, used in enumerate((48, 10, 20, 30, 40))]

    # When it is added up
    known = traffic.consumption(renewed)

    # Then only the day of the renewal can't be told.
    assert known == traffic.Consumption(consumed_bytes=30, told=timedelta(days=3))


def test_use_goes_on_after_a_package_expired_and_one_of_the_same_size_was_bought() -> None:
    days = ((100, 48), (50, 0), (100, 0), (100, 10), (100, 20), (100, 30))
    renewed = [sample(24 * (5 - day), total, total - used) for day, (total, used) in enumerate(days)]

    assert traffic.consumption(renewed) == traffic.Consumption(consumed_bytes=30, told=timedelta(days=3))


def test_use_that_passes_what_was_used_before_a_renewal_goes_on_being_counted() -> None:
    used = (48, 10, 20, 30, 40, 49, 58, 67)
    renewed = [sample(24 * (7 - day), 100, 100 - much) for day, much in enumerate(used)]

    known = traffic.consumption(renewed)

    assert known == traffic.Consumption(consumed_bytes=57, told=timedelta(days=6))


def test_a_purchase_after_an_expiry_hides_no_more_than_its_own_day() -> None:
    days = ((100, 40), (50, 0), (51, 2), (52, 4), (53, 6), (153, 8), (153, 10))
    grown = [sample(24 * (6 - day), total, total - used) for day, (total, used) in enumerate(days)]

    assert traffic.consumption(grown) == traffic.Consumption(consumed_bytes=8, told=timedelta(days=4))


@pytest.mark.parametrize(
    "used", [(10, 0, 10), (10, 0, 0, 0, 10), (10, 0, 10, 0, 10, 10), (100, 0, 95), (40, 5, 10, 30, 40, 40)]
)
def test_used_traffic_that_falls_and_comes_back_within_the_hour_is_no_use(used: tuple[int, ...]) -> None:
    glitch = [sample(-number / 10, 200, 200 - much) for number, much in enumerate(used)]

    assert consumed(*glitch) == 0


def test_used_traffic_that_falls_and_jumps_back_is_no_use_however_late() -> None:
    glitch = traffic.consumption((sample(72, 50, 40), sample(48, 50, 50), sample(24, 50, 50), sample(0, 50, 40)))

    assert glitch == traffic.Consumption()


def test_a_purchase_during_a_glitch_is_no_use() -> None:
    assert consumed(sample(3, 50, 2), sample(2, 50, 50), sample(1, 100, 52), sample(0, 100, 52)) == 0
    assert consumed(sample(3, 50, 2), sample(2, 0, 0), sample(1, 150, 102), sample(0, 150, 102)) == 0


def test_a_renewal_is_never_said_to_be_a_time_without_use() -> None:
    # A day after the renewal as much is used as before it: a return, or real use.
    assert traffic.pace((sample(48, 50, 10), sample(24, 50, 50), sample(0, 50, 10)), NOW) is None


def test_a_look_without_believable_figures_is_passed_over() -> None:
    told = traffic.consumption(
        (sample(4, 100, 90), sample(3, None, None), sample(2, 100, 120), sample(1, 100, 80)),
    )

    assert told.consumed_bytes == 10
    assert told.told == timedelta(hours=3)


def test_nothing_is_told_by_a_single_look() -> None:
    assert traffic.consumption((sample(1, 100, 90),)).told == timedelta()
    assert traffic.consumption(()).told == timedelta()


amounts = st.none() | st.integers(min_value=0, max_value=2**63 - 1)
looks = st.lists(
    st.builds(sample, st.floats(-400, 400), amounts, amounts),
    max_size=12,
)


@given(looks)
def test_consumption_is_never_negative_nor_more_than_any_total(samples: list[Sample]) -> None:
    ordered = sorted(samples, key=lambda one: one.taken_at)

    known = traffic.consumption(ordered)

    assert known.consumed_bytes >= 0
    assert timedelta() <= known.told <= timedelta(hours=800)


@given(looks)
def test_a_pace_is_never_negative_and_rests_on_at_least_a_day(samples: list[Sample]) -> None:
    pace = traffic.pace(samples, NOW)

    assert pace is None or (pace.bytes_a_day >= 0 and timedelta(days=1) <= pace.history <= timedelta(days=7))


class Packages:
    """An account as the vendor might keep it: packages of a quota, some of it used."""

    def __init__(self) -> None:
        self.packages = [[1000, 0]]
        self.really_used = 0

    def does(self, step: str, amount: int) -> None:
        if step == "use":
            for package in self.packages:
                taken = min(amount // len(self.packages), package[0] - package[1])
                package[1] += taken
                self.really_used += taken
        elif step == "buy":
            self.packages.append([amount, 0])
        elif step == "expire" and self.packages:
            self.packages.pop(amount % len(self.packages))
        elif step == "renew" and self.packages:
            quota, _ = self.packages.pop(amount % len(self.packages))
            self.packages.append([quota, 0])

    @property
    def figures(self) -> tuple[int, int]:
        """Total and used."""
        return sum(quota for quota, _ in self.packages), sum(used for _, used in self.packages)


def steps(*kinds: str) -> st.SearchStrategy[list[tuple[str, int, bool, float]]]:
    """What happens, how much, whether somebody looks then, and how many hours later."""
    return st.lists(
        st.tuples(st.sampled_from(kinds), st.integers(1, 400), st.booleans(), st.floats(0.01, 60)), max_size=40
    )


@given(steps("use", "use", "buy", "expire", "renew"))
def test_what_is_counted_is_never_more_than_what_was_used(taken: list[tuple[str, int, bool, float]]) -> None:
    account = Packages()
    seen = [sample(0, 1000, 1000)]
    hours = 0.0
    for step, amount, looks, later in taken:
        account.does(step, amount)
        hours += later
        if looks:
            total, used = account.figures
            seen.append(sample(-hours, total, total - used))

    known = traffic.consumption(seen)

    assert known.consumed_bytes <= account.really_used
    assert known.told <= seen[-1].taken_at - seen[0].taken_at


@given(steps("use", "use", "buy"))
def test_without_an_expiry_all_that_was_used_is_counted_and_all_the_time_told(
    taken: list[tuple[str, int, bool, float]],
) -> None:
    account = Packages()
    seen = [sample(0, 1000, 1000)]
    used_when_last_seen = 0
    hours = 0.0
    for step, amount, looks, later in taken:
        account.does(step, amount)
        hours += later
        if looks:
            total, used = account.figures
            seen.append(sample(-hours, total, total - used))
            used_when_last_seen = account.really_used

    known = traffic.consumption(seen)

    assert known == traffic.Consumption(consumed_bytes=used_when_last_seen, told=seen[-1].taken_at - seen[0].taken_at)


@given(steps("use", "use", "buy", "used is nothing", "all is nothing"))
def test_a_vendor_that_shows_nothing_for_a_while_makes_nobody_use_more(
    taken: list[tuple[str, int, bool, float]],
) -> None:
    account = Packages()
    seen = [sample(0, 1000, 1000)]
    hours = 0.0
    for step, amount, looks, later in taken:
        account.does(step, amount)
        hours += later
        total, used = account.figures
        if step == "all is nothing":
            seen.append(sample(-hours, 0, 0))
        elif step == "used is nothing":
            seen.append(sample(-hours, total, total))
        elif looks:
            seen.append(sample(-hours, total, total - used))

    assert consumed(*seen) <= account.really_used


@given(st.integers(1, 20), st.integers(2, 6))
def test_after_a_renewal_the_pace_is_what_is_used_a_day(a_day: int, days: int) -> None:
    used = [200, *(a_day * day for day in range(days + 1))]
    samples = [sample(24 * (len(used) - 1 - day), 500, 500 - much) for day, much in enumerate(used)]

    assert traffic.pace(samples, NOW) == Pace(bytes_a_day=Decimal(a_day), history=timedelta(days=days))


def test_a_day_of_history_is_enough_for_a_pace_and_less_is_not() -> None:
    assert traffic.pace((sample(24, 100, 90), sample(0, 100, 66)), NOW) == Pace(
        bytes_a_day=Decimal(24), history=timedelta(days=1)
    )
    assert traffic.pace((sample(23.99, 100, 90), sample(0, 100, 66)), NOW) is None
    assert traffic.pace((sample(0, 100, 66),), NOW) is None
    assert traffic.pace((), NOW) is None


def test_a_pace_looks_back_seven_days_and_not_into_the_future() -> None:
    pace = traffic.pace(
        (sample(24 * 8, 1000, 1000), sample(24 * 7, 1000, 500), sample(0, 1000, 430), sample(-5, 1000, 0)), NOW
    )

    assert pace == Pace(bytes_a_day=Decimal(10), history=timedelta(days=7))


def test_a_pace_does_not_depend_on_the_order_of_the_samples() -> None:
    ordered = (sample(48, 100, 90), sample(24, 100, 80), sample(0, 100, 70))

    assert traffic.pace(reversed(ordered), NOW) == traffic.pace(ordered, NOW)


def test_samples_of_a_clock_that_jumped_ahead_give_no_pace() -> None:
    assert traffic.pace((sample(-24 * 400, 100, 90), sample(-24 * 398, 100, 10)), NOW) is None


def test_time_in_which_packages_went_is_no_part_of_the_history() -> None:
    pace = traffic.pace((sample(72, 100, 90), sample(48, 50, 40), sample(24, 50, 30), sample(0, 50, 20)), NOW)

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

    assert traffic.lasts(available, pace) == lasts
