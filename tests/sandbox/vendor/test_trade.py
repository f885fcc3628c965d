"""What happens to an account: whatever it is, the overview and the records go on agreeing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sandbox.vendor import Account, trade
from sandbox.vendor.accounts import GB

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MONTH = timedelta(days=30)


def account(*packages: int) -> Account:
    """An account that bought these one after the other, a day apart, each for a month."""
    made = Account(token="t", total=0, available=0)
    for day, traffic in enumerate(packages):
        trade.acquire(made, kind="order", traffic=traffic, life=MONTH, now=NOW + timedelta(days=day))
    return made


def used(one: Account) -> list[int]:
    """What was used of each record, the oldest first."""
    return [record.traffic_used for record in reversed(one.records)]


def agrees(one: Account) -> bool:
    """Whether overview and records tell the same."""
    active = [record for record in one.records if record.status == 1]
    held = sum(record.traffic - record.traffic_used for record in active)
    return (one.total, one.available) == (sum(record.traffic for record in active), held) and all(
        0 <= record.traffic_used <= record.traffic for record in one.records
    )


def test_what_was_acquired_first_is_used_first() -> None:
    team = account(3 * GB, 2 * GB)

    drawn = trade.use(team, 4 * GB)

    assert drawn == 4 * GB
    assert used(team) == [3 * GB, GB]
    assert (team.total, team.available) == (5 * GB, GB)


def test_no_more_is_used_than_there_is() -> None:
    team = account(GB)

    assert trade.use(team, 5 * GB) == GB
    assert trade.use(team, 1) == 0
    assert team.available == 0


def test_a_purchase_is_the_newest_record_with_a_number_of_its_own() -> None:
    team = account(GB, GB)

    record = trade.acquire(team, kind="sign", traffic=GB // 2, life=timedelta(days=7), now=NOW)

    assert team.records[0] == record
    assert (record.source_type, record.status, record.expires) == ("sign", 1, NOW + timedelta(days=7))
    assert len({one.record_id for one in team.records}) == len({one.order_id for one in team.records}) == 3
    assert team.total == 2 * GB + GB // 2


def test_what_expires_leaves_the_total_and_takes_its_rest_along() -> None:
    team = account(3 * GB, 2 * GB)
    trade.use(team, GB)
    ending = trade.next_to_end(team)
    assert ending is not None

    lost = trade.expire(team, ending, NOW + timedelta(days=2))

    assert lost == 2 * GB
    assert (team.total, team.available) == (2 * GB, 2 * GB)
    assert (team.records[-1].status, team.records[-1].expires) == (0, NOW + timedelta(days=2))


def test_a_record_is_known_by_its_id_however_old_the_knowledge_of_it_is() -> None:
    team = account(3 * GB)
    known = team.records[0]
    trade.use(team, GB)

    assert trade.expire(team, known, NOW) == 2 * GB
    assert agrees(team)


def test_the_next_to_end_is_one_that_still_holds_something() -> None:
    team = account(GB, 2 * GB)
    trade.use(team, GB)

    assert trade.next_to_end(team) == team.records[0]


def test_without_packages_nothing_ends() -> None:
    nobody = account()

    trade.lapse(nobody, NOW)

    assert trade.next_to_end(nobody) is None
    assert trade.ends_after(nobody, NOW) is None


def test_packages_end_when_their_time_runs_out_and_not_before() -> None:
    team = account(3 * GB, 2 * GB)

    trade.lapse(team, NOW + MONTH - timedelta(seconds=1))
    before = [record.status for record in team.records]
    trade.lapse(team, NOW + MONTH)

    assert before == [1, 1]
    assert [record.status for record in team.records] == [1, 0]
    assert team.records[-1].expires == NOW + MONTH
    assert trade.ends_after(team, NOW + MONTH) == NOW + MONTH + timedelta(days=1)


def test_an_account_that_is_miscounted_says_that_more_is_available_than_there_is() -> None:
    team = account(3 * GB)
    team.miscounted = True

    said = team.overview()

    assert said["dynamicTraffic"] > said["totalTraffic"] == 3 * GB
    assert agrees(team)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("use"), st.integers(-GB, 20 * GB)),
            st.tuples(st.just("acquire"), st.integers(0, 10 * GB)),
            st.tuples(st.just("expire"), st.just(0)),
            st.tuples(st.just("wait"), st.integers(0, 40)),
        ),
        max_size=20,
    )
)
def test_overview_and_records_agree_whatever_happens(deeds: list[tuple[str, int]]) -> None:
    team, now = account(5 * GB, GB), NOW

    for deed, amount in deeds:
        if deed == "use":
            trade.use(team, amount)
        elif deed == "acquire":
            trade.acquire(team, kind="order", traffic=amount, life=MONTH, now=now)
        elif deed == "expire" and (ending := trade.next_to_end(team)) is not None:
            trade.expire(team, ending, now)
        elif deed == "wait":
            now += timedelta(days=amount)
            trade.lapse(team, now)
        assert agrees(team)
