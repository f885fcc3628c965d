"""What goes on at the vendor while time passes: habits, ends of packages, and what is to happen."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sandbox import customers
from sandbox.habits import Habit
from sandbox.market import Chapter, Customer, Market
from sandbox.vendor import Account, trade
from sandbox.vendor.accounts import GB

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TOKYO = ZoneInfo("Asia/Tokyo")
HABIT = Habit(working_day=10 * GB, weekend_day=2 * GB, zone=UTC)


def account(*, traffic: int = 100 * GB, life: timedelta = 90 * DAY) -> Account:
    """An account that has just bought something."""
    made = Account(token="t", total=0, available=0)
    trade.acquire(made, kind="order", traffic=traffic, life=life, now=MONDAY)
    return made


def test_working_hours_are_busier_than_nights_and_working_days_than_weekends() -> None:
    saturday = MONDAY + 5 * DAY

    assert HABIT.used(MONDAY + 9 * HOUR, MONDAY + 10 * HOUR) > 5 * HABIT.used(MONDAY + 2 * HOUR, MONDAY + 3 * HOUR)
    assert HABIT.used(MONDAY, MONDAY + DAY) > 2 * HABIT.used(saturday, saturday + DAY)
    assert 8 * GB < HABIT.used(MONDAY, MONDAY + DAY) < 12 * GB


def test_people_are_busy_where_it_is_day() -> None:
    there = Habit(working_day=10 * GB, weekend_day=10 * GB, zone=TOKYO)

    assert there.used(MONDAY, MONDAY + 3 * HOUR) > 3 * there.used(MONDAY + 15 * HOUR, MONDAY + 18 * HOUR)


def test_it_is_the_same_however_often_the_clock_stops() -> None:
    at_once = HABIT.used(MONDAY, MONDAY + DAY)
    minutes = [MONDAY + timedelta(minutes=7 * n) for n in range(206)]

    in_pieces = sum(HABIT.used(since, min(since + timedelta(minutes=7), MONDAY + DAY)) for since in minutes)

    assert in_pieces == pytest.approx(at_once, abs=1000)


def test_two_days_are_not_the_same() -> None:
    assert HABIT.used(MONDAY, MONDAY + DAY) != HABIT.used(MONDAY + DAY, MONDAY + 2 * DAY)


def test_time_that_has_passed_does_not_pass_again() -> None:
    team = account()
    market = Market(Customer(account=team, habit=HABIT), begun=MONDAY)

    market.until(MONDAY + DAY)
    then = team.available
    market.until(MONDAY + DAY)
    market.until(MONDAY)

    assert team.available == then < 100 * GB


def test_what_is_to_happen_happens_once_and_at_its_time() -> None:
    team, happened = account(), list[datetime]()
    story = tuple(Chapter(at=MONDAY + n * HOUR, deed=lambda _, at: happened.append(at)) for n in (1, 30, 60))
    market = Market(Customer(account=team, story=story), begun=MONDAY)

    for until in (MONDAY + HOUR, MONDAY + HOUR, MONDAY + 2 * DAY):
        market.until(until)

    assert happened == [MONDAY + HOUR, MONDAY + 30 * HOUR]


def test_nothing_is_used_of_a_package_after_its_end() -> None:
    team = account(life=12 * HOUR)

    Market(Customer(account=team, habit=HABIT), begun=MONDAY).until(MONDAY + 3 * DAY)

    (record,) = team.records
    assert (team.total, team.available, record.status) == (0, 0, 0)
    assert record.traffic_used == pytest.approx(HABIT.used(MONDAY, MONDAY + 12 * HOUR), abs=100)


@pytest.mark.parametrize("days", range(0, 28, 3))
@pytest.mark.parametrize("zone", [ZoneInfo("UTC"), TOKYO, ZoneInfo("America/Los_Angeles")], ids=str)
def test_the_month_of_the_team_is_plausible_whenever_it_ends(days: int, zone: ZoneInfo) -> None:
    now = MONDAY + days * DAY + 5 * days * HOUR
    team = customers.team(now, zone)
    market = Market(team, begun=now - customers.MONTH)

    start = team.account.available
    market.until(now)

    by_number = {int(record.record_id) % 100: record for record in team.account.records}
    ending = trade.next_to_end(team.account)
    assert 0 < start < 20 * GB
    assert team.account.total == 176 * GB
    assert 0.55 < 1 - team.account.available / team.account.total < 0.65
    assert len(by_number) == 12
    # A package and a reward ended with all of it unused; another ends soon with much in it.
    assert [(by_number[n].status, by_number[n].traffic_used) for n in (9, 10)] == [(0, 0), (0, 0)]
    assert ending is not None
    assert ending.expires is not None
    assert ending.expires - now < 3 * DAY
    assert ending.traffic - ending.traffic_used > 10 * GB


def test_one_night_of_the_month_is_wild() -> None:
    now = MONDAY + 12 * HOUR
    team = customers.team(now, UTC)
    market = Market(team, begun=now - customers.MONTH)
    midnight = MONDAY - 13 * DAY

    def gone(day: datetime) -> int:
        market.until(day)
        before = team.account.available
        market.until(day + 6 * HOUR)
        return before - team.account.available

    quiet, wild, quiet_again = gone(midnight - DAY), gone(midnight), gone(midnight + DAY)

    assert wild > 10 * GB > 10 * quiet
    assert quiet_again < GB
