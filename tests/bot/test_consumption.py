"""What became of the traffic between looks: it always adds up, and nothing but use is called use."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.consumption import Consumption, consumption
from bot.traffic import Sample
from tests.bot.samples import looks, sample


def consumed(*samples: Sample) -> int:
    return consumption(samples).consumed_bytes


def use(of: Consumption) -> tuple[int, timedelta]:
    """How much was used, and the time of which that is known."""
    return of.consumed_bytes, of.told


def test_use_between_two_looks_is_counted() -> None:
    assert consumed(sample(2, 100, 90), sample(1, 100, 70)) == 20


def test_a_purchase_is_no_use_and_hides_none() -> None:
    assert consumed(sample(2, 100, 90), sample(1, 200, 190)) == 0
    assert consumed(sample(2, 100, 90), sample(1, 200, 165)) == 25


def test_an_expired_package_is_no_use() -> None:
    expired = consumption((sample(3, 100, 40), sample(2, 60, 10), sample(1, 60, 5)))

    assert expired.consumed_bytes == 5
    assert expired.told == timedelta(hours=1)


def test_a_vendor_that_counts_backwards_and_forth_again_adds_nothing() -> None:
    assert consumed(sample(4, 100, 50), sample(3, 100, 80), sample(2, 100, 50), sample(1, 100, 45)) == 5


def test_a_total_that_fell_and_comes_back_was_a_glitch_and_no_use() -> None:
    assert consumed(sample(3, 100, 60), sample(2, 10, 10), sample(1, 100, 60)) == 0
    assert consumed(sample(3, 100, 60), sample(2, 0, 0), sample(1, 0, 0), sample(0, 100, 60)) == 0
    # What was used meanwhile can't be told from the return, and neither can the time.
    assert use(consumption((sample(3, 100, 60), sample(2, 10, 10), sample(1, 100, 55)))) == (0, timedelta())


def test_use_goes_on_after_a_package_was_renewed_between_two_looks() -> None:
    # Given 48 of 50 used, then the same size bought as it expired, and 10 used a day
    renewed = [sample(24 * (4 - day), 50, 50 - used) for day, used in enumerate((48, 10, 20, 30, 40))]

    # When it is added up
    known = consumption(renewed)

    # Then only the day of the renewal can't be told.
    assert use(known) == (30, timedelta(days=3))


def test_use_goes_on_after_a_package_expired_and_one_of_the_same_size_was_bought() -> None:
    days = ((100, 48), (50, 0), (100, 0), (100, 10), (100, 20), (100, 30))
    renewed = [sample(24 * (5 - day), total, total - used) for day, (total, used) in enumerate(days)]

    assert use(consumption(renewed)) == (30, timedelta(days=3))


def test_use_that_passes_what_was_used_before_a_renewal_goes_on_being_counted() -> None:
    used = (48, 10, 20, 30, 40, 49, 58, 67)
    renewed = [sample(24 * (7 - day), 100, 100 - much) for day, much in enumerate(used)]

    known = consumption(renewed)

    assert use(known) == (57, timedelta(days=6))


def test_a_purchase_after_an_expiry_hides_no_more_than_its_own_day() -> None:
    days = ((100, 40), (50, 0), (51, 2), (52, 4), (53, 6), (153, 8), (153, 10))
    grown = [sample(24 * (6 - day), total, total - used) for day, (total, used) in enumerate(days)]

    assert use(consumption(grown)) == (8, timedelta(days=4))


@pytest.mark.parametrize(
    "used", [(10, 0, 10), (10, 0, 0, 0, 10), (10, 0, 10, 0, 10, 10), (100, 0, 95), (40, 5, 10, 30, 40, 40)]
)
def test_used_traffic_that_falls_and_comes_back_within_the_hour_is_no_use(used: tuple[int, ...]) -> None:
    glitch = [sample(-number / 10, 200, 200 - much) for number, much in enumerate(used)]

    assert consumed(*glitch) == 0


def test_used_traffic_that_falls_and_jumps_back_is_no_use_however_late() -> None:
    glitch = consumption((sample(72, 50, 40), sample(48, 50, 50), sample(24, 50, 50), sample(0, 50, 40)))

    assert use(glitch) == (0, timedelta())


def test_a_purchase_during_a_glitch_is_no_use() -> None:
    assert consumed(sample(3, 50, 2), sample(2, 50, 50), sample(1, 100, 52), sample(0, 100, 52)) == 0
    assert consumed(sample(3, 50, 2), sample(2, 0, 0), sample(1, 150, 102), sample(0, 150, 102)) == 0


def test_a_look_without_believable_figures_is_passed_over() -> None:
    told = consumption(
        (sample(4, 100, 90), sample(3, None, None), sample(2, 100, 120), sample(1, 100, 80)),
    )

    assert told.consumed_bytes == 10
    assert told.told == timedelta(hours=3)


def test_nothing_is_told_by_a_single_look() -> None:
    assert consumption((sample(1, 100, 90),)).told == timedelta()
    assert consumption(()).told == timedelta()


@given(looks)
def test_consumption_is_never_negative_nor_more_than_any_total(samples: list[Sample]) -> None:
    ordered = sorted(samples, key=lambda one: one.taken_at)

    known = consumption(ordered)

    assert known.consumed_bytes >= 0
    assert timedelta() <= known.told <= timedelta(hours=800)


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
    for step, amount, seen_then, later in taken:
        account.does(step, amount)
        hours += later
        if seen_then:
            total, used = account.figures
            seen.append(sample(-hours, total, total - used))

    known = consumption(seen)

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
    for step, amount, seen_then, later in taken:
        account.does(step, amount)
        hours += later
        if seen_then:
            total, used = account.figures
            seen.append(sample(-hours, total, total - used))
            used_when_last_seen = account.really_used

    known = consumption(seen)

    assert use(known) == (used_when_last_seen, seen[-1].taken_at - seen[0].taken_at)


@given(steps("use", "use", "buy", "used is nothing", "all is nothing"))
def test_a_vendor_that_shows_nothing_for_a_while_makes_nobody_use_more(
    taken: list[tuple[str, int, bool, float]],
) -> None:
    account = Packages()
    seen = [sample(0, 1000, 1000)]
    hours = 0.0
    for step, amount, seen_then, later in taken:
        account.does(step, amount)
        hours += later
        total, used = account.figures
        if step == "all is nothing":
            seen.append(sample(-hours, 0, 0))
        elif step == "used is nothing":
            seen.append(sample(-hours, total, total))
        elif seen_then:
            seen.append(sample(-hours, total, total - used))

    assert consumed(*seen) <= account.really_used
