"""How much one person, and a group together, may ask in a minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.telegram import throttle
from bot.telegram.throttle import MOST_OF_GROUP, MOST_OF_PERSON, WINDOW, Throttle, Verdict

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
    assert after == [ADMITTED, FIRST]  # one is over, and what follows is a refusal of its own


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
