"""How much one person, and a group together, may ask in a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import throttle
from bot.telegram.throttle import MOST_IN_PRIVATE, MOST_OF_GROUP, MOST_OF_PERSON, WINDOW, Throttle, Verdict

ADMITTED, FIRST, REFUSED = Verdict.ADMITTED, Verdict.FIRST_REFUSAL, Verdict.REFUSED
GROUP, OTHER = -1, -2


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the instant it stands at."""
        return self.now

    def move(self, by: timedelta) -> None:
        """Move it."""
        self.now += by


def test_one_person_is_admitted_so_often_and_told_once() -> None:
    admits = Throttle(Clock())

    verdicts = [admits.admit(GROUP, 5) for _ in range(MOST_OF_PERSON + 3)]

    assert verdicts == [ADMITTED] * MOST_OF_PERSON + [FIRST, REFUSED, REFUSED]


def test_another_person_and_another_group_are_not_concerned() -> None:
    admits = Throttle(Clock())
    for _ in range(MOST_OF_PERSON + 1):
        admits.admit(GROUP, 5)

    assert admits.admit(GROUP, 6) is ADMITTED
    assert admits.admit(OTHER, 5) is ADMITTED


def test_all_of_a_group_together_are_told_once() -> None:
    admits = Throttle(Clock())

    verdicts = [admits.admit(GROUP, person) for person in range(MOST_OF_GROUP + 3)]

    assert verdicts == [ADMITTED] * MOST_OF_GROUP + [FIRST, REFUSED, REFUSED]


def test_the_window_slides_with_each_command() -> None:
    clock = Clock()
    admits = Throttle(clock)
    for _ in range(MOST_OF_PERSON):
        admits.admit(GROUP, 5)
        clock.move(timedelta(seconds=1))

    before = admits.admit(GROUP, 5)
    clock.move(WINDOW - timedelta(seconds=MOST_OF_PERSON))
    after = [admits.admit(GROUP, 5) for _ in range(2)]

    assert before is FIRST
    assert after == [ADMITTED, REFUSED]  # one is over; of what follows they were told within the minute


def test_who_goes_on_all_the_time_is_told_once_a_minute() -> None:
    clock = Clock()
    admits = Throttle(clock)

    verdicts = []
    for _ in range(240):
        verdicts.append(admits.admit(GROUP, 5))
        clock.move(timedelta(seconds=0.5))

    assert verdicts.count(ADMITTED) == 2 * MOST_OF_PERSON
    assert verdicts.count(FIRST) == 2


def test_a_clock_that_is_set_back_locks_nobody_out() -> None:
    clock = Clock()
    admits = Throttle(clock)
    for _ in range(MOST_OF_PERSON + 1):
        admits.admit(GROUP, 5)

    clock.move(-timedelta(days=1))

    assert admits.admit(GROUP, 5) is ADMITTED


def test_windows_that_are_over_are_swept_out() -> None:
    clock = Clock()
    admits = Throttle(clock)
    for number in range(throttle.SWEPT_AT):
        admits.admit(-number, 5)
        clock.move(timedelta(seconds=1))

    kept = len(admits._admitted)  # how much is kept is what this is about

    assert kept < throttle.SWEPT_AT + 2


@given(st.lists(st.tuples(st.integers(1, 12), st.floats(0, 9)), max_size=200))
def test_in_no_minute_more_is_said_in_a_group_than_telegram_takes(asked: list[tuple[int, float]]) -> None:
    clock = Clock()
    admits = Throttle(clock)

    said = []
    for person, later in asked:
        clock.move(timedelta(seconds=later))
        if admits.admit(GROUP, person) is not REFUSED:
            said.append(clock.now)

    for first in said:
        assert sum(first <= at < first + WINDOW for at in said) <= MOST_OF_GROUP + 1


def test_a_press_for_admins_counts_for_the_group_only_once_it_is_allowed() -> None:
    clock = Clock()
    admits = Throttle(clock)
    for person in range(3):
        for _ in range(MOST_OF_PERSON):
            assert admits.admit(GROUP, person, in_group=False) is ADMITTED
    assert admits.admit(GROUP, 1, in_group=False) is FIRST

    assert admits.admit(GROUP, 9) is ADMITTED
    for _ in range(MOST_OF_GROUP - 1):
        admits.count(GROUP, at=clock.now)

    assert admits.admit(GROUP, 9) is FIRST


def test_in_private_one_person_has_a_message_a_second() -> None:
    admits = Throttle(Clock())

    verdicts = [admits.admit(5, 5, in_group=False) for _ in range(MOST_IN_PRIVATE + 2)]

    assert verdicts == [ADMITTED] * MOST_IN_PRIVATE + [FIRST, REFUSED]


def test_what_waited_counts_as_of_when_it_came() -> None:
    clock = Clock()
    admits = Throttle(clock)
    first = clock.now
    clock.move(timedelta(hours=1))

    verdicts = [admits.admit(GROUP, 5, at=first + timedelta(seconds=second)) for second in range(120)]

    assert verdicts.count(ADMITTED) == 2 * MOST_OF_PERSON
    assert admits.admit(GROUP, 5) is ADMITTED
