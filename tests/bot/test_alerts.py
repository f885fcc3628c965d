"""What is worth speaking up about: once, again when it is clearly worse, anew after recovery; and never a guess."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts import CALM, OVER, WORSE, Figures, Finding, Kind, Rules, Said, decide
from bot.consumption import steps
from bot.forecast import Loss, Losses, Pace
from bot.judging import Standing, findings, gained_from_nothing
from bot.spikes import Hour
from bot.traffic import Overview, Tally
from tests.bot.samples import GB, NOW, sample

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FINE = Overview(total_bytes=100 * GB, available_bytes=60 * GB, balance=Decimal(20), currency="USD")
WELL = Standing(
    overview=FINE,
    seen_at=NOW,
    pace=Pace(bytes_a_day=Decimal(2 * GB), history=7 * DAY),
    losses=Losses(coming=(), saving_bytes_a_day=Decimal(0)),
    hour=Hour(used_bytes=GB // 10, usual_bytes=GB // 10),
    refused=False,
    samples=(sample(0, 100 * GB, 60 * GB),),
)
ALL = Rules(balance=Decimal(5))


def left(available: float, *, total: float = 100) -> Standing:
    """An account with so many GB left."""
    overview = Overview(
        total_bytes=int(total * GB), available_bytes=int(available * GB), balance=Decimal(20), currency="USD"
    )
    return replace(WELL, overview=overview, pace=None)


def losing(*losses: tuple[float, float]) -> Standing:
    """An account that loses so many GB in so many days."""
    coming = tuple(Loss(expires_at=NOW + days * DAY, lost_bytes=int(size * GB)) for size, days in losses)
    return replace(WELL, losses=Losses(coming=coming, saving_bytes_a_day=Decimal(3 * GB)))


def found(standing: Standing, rules: Rules = ALL, said: dict[Kind, Said] | None = None) -> dict[Kind, Finding]:
    """What is bad enough to be said."""
    return {one.kind: one for one in findings(standing, rules, said or {}, NOW) if one.severity >= 1}


def test_of_what_goes_well_nothing_is_said() -> None:
    assert found(WELL) == {}


@pytest.mark.parametrize(
    ("kind", "standing"),
    [
        (Kind.LOW, left(9)),
        (Kind.DAYS, replace(WELL, pace=Pace(bytes_a_day=Decimal(25 * GB), history=7 * DAY))),
        (Kind.SPIKE, replace(WELL, hour=Hour(used_bytes=GB, usual_bytes=GB // 4))),
        (Kind.EXPIRY, losing((5, 2.5))),
        (Kind.LAST_DAY, losing((5, 0.5))),
        (Kind.BALANCE, replace(WELL, overview=replace(FINE, balance=Decimal("4.99")))),
        (Kind.REFUSED, replace(WELL, refused=True)),
        (Kind.ODD, replace(WELL, samples=(sample(1, 10, 20), sample(0, 10, 20)))),
    ],
)
def test_each_thing_is_found_alone(kind: Kind, standing: Standing) -> None:
    assert list(found(standing)) == [kind]


@pytest.mark.parametrize(
    "standing",
    [
        left(10.5),
        replace(WELL, hour=Hour(used_bytes=GB, usual_bytes=GB // 2)),
        replace(WELL, hour=Hour(used_bytes=90 * 1024**2, usual_bytes=0)),
        replace(WELL, hour=None),
        losing((0.9, 2)),
        losing((50, 4)),
        replace(WELL, samples=(sample(0, 10, 20),)),
        replace(left(1), seen_at=NOW - 7 * HOUR),
        replace(left(1), overview=None),
        left(0, total=0),
    ],
    ids=[
        "enough",
        "a busy hour",
        "a small account's hour",
        "an hour nobody knows",
        "a small loss",
        "a loss far ahead",
        "one odd look",
        "a look long ago",
        "nothing seen",
        "an account that never had any",
    ],
)
def test_what_bothers_nobody_or_nobody_knows_is_not_said(standing: Standing) -> None:
    assert found(replace(standing, samples=standing.samples if standing.samples != WELL.samples else ())) == {}


def test_what_is_not_wanted_is_not_said() -> None:
    nothing = Rules(low_percent=None, days=None, expiry_days=None, spike_times=None, balance=None, trouble=False)

    assert findings(replace(left(0), refused=False), nothing, {}, NOW) == ()


def test_an_amount_is_a_threshold_too() -> None:
    assert Kind.LOW in found(left(11), Rules(low_percent=None, low_bytes=12 * GB))
    assert Kind.LOW not in found(left(13), Rules(low_percent=None, low_bytes=12 * GB))


def test_all_that_expired_leaves_nothing_and_that_is_said() -> None:
    gone = replace(left(0, total=0), samples=(sample(2, 50 * GB, 10 * GB), sample(0, 0, 0)))

    assert found(gone)[Kind.LOW].severity == OVER


def tally(*, bought: int = 0, expired: int = 0, left: int = 0) -> Tally:
    """What the records added up to."""
    return Tally(
        bought_bytes=bought, checked_in_bytes=0, received_bytes=0, expired_bytes=expired, drawn_bytes=0, left_bytes=left
    )


def test_traffic_that_comes_back_from_nowhere_is_odd_and_a_purchase_is_not() -> None:
    before = sample(3, 100 * GB, 50 * GB)
    odd = steps((before, sample(2, 100 * GB, 50 * GB), sample(1, 100 * GB, 60 * GB)))
    bought = steps((before, sample(2, 90 * GB, 50 * GB), sample(1, 100 * GB, 60 * GB)))

    assert gained_from_nothing(odd) == 10 * GB
    assert gained_from_nothing(bought) == 0
    assert found(replace(WELL, gained_bytes=10 * GB))[Kind.ODD].figures.backwards_bytes == 10 * GB


def test_a_package_that_took_the_place_of_one_of_the_same_size_is_a_purchase_where_the_records_say_so() -> None:
    looks = (
        sample(3, 100 * GB, 50 * GB, tally(left=50 * GB)),
        sample(2, 100 * GB, 50 * GB, tally(left=50 * GB)),
        sample(1, 100 * GB, 58 * GB, tally(bought=10 * GB, expired=2 * GB, left=58 * GB)),
    )

    assert gained_from_nothing(steps(looks)) == 0


def test_records_that_are_late_are_not_odd_once_they_have_come() -> None:
    looks = (
        sample(4, 100 * GB, 50 * GB, tally(left=50 * GB)),
        sample(3, 100 * GB, 50 * GB, tally(left=50 * GB)),
        sample(2, 100 * GB, 50 * GB, tally(bought=10 * GB, expired=2 * GB, left=58 * GB)),
        sample(1, 100 * GB, 58 * GB, tally(bought=10 * GB, expired=2 * GB, left=58 * GB)),
    )

    assert gained_from_nothing(steps(looks)) == 0


def test_what_expires_in_quiet_hours_is_not_held_until_it_is_over() -> None:
    (lost,) = [one for one in findings(losing((20, 0.25)), ALL, {}, NOW) if one.kind is Kind.LAST_DAY]

    assert decide((lost,), {}, NOW, quiet_until=NOW + 9 * HOUR).say == (lost,)
    assert decide((lost,), {}, NOW, quiet_until=NOW + 5 * HOUR).say == ()


def test_a_package_is_said_once_and_another_one_that_comes_into_sight_too() -> None:
    first = found(losing((5, 2.5)))[Kind.EXPIRY]
    said = {Kind.EXPIRY: Said(severity=1, until=first.until)}

    both = findings(losing((5, 2.4), (4, 2.9)), ALL, said, NOW)
    again = {one.kind: one for one in both}[Kind.EXPIRY]

    assert Kind.EXPIRY not in found(losing((5, 2.4)), said=said)
    assert again.figures.lost_bytes == 4 * GB
    assert decide((again,), said, NOW).say == (again,)


def test_what_was_said_of_a_package_is_forgotten_only_after_its_end() -> None:
    busy = Finding(kind=Kind.EXPIRY, severity=0)
    said = {Kind.EXPIRY: Said(severity=1, until=NOW + DAY)}

    assert decide((busy,), said, NOW).calm == ()
    assert decide((busy,), said, NOW + DAY).calm == (Kind.EXPIRY,)


def low(severity: float, *, left_seconds: int | None = None) -> Finding:
    return Finding(kind=Kind.LOW, severity=severity, figures=Figures(left_seconds=left_seconds))


def test_it_is_said_once_and_again_when_it_is_clearly_worse() -> None:
    said = {Kind.LOW: Said(severity=1.2)}

    assert decide((low(1.2),), {}, NOW).say
    assert not decide((low(1.2 * WORSE - 0.01),), said, NOW).say
    assert decide((low(1.2 * WORSE),), said, NOW).say


def test_it_re_arms_with_a_margin() -> None:
    said = {Kind.LOW: Said(severity=1.2)}

    assert decide((low(CALM),), said, NOW).calm == ()
    assert decide((low(CALM - 0.01),), said, NOW).calm == (Kind.LOW,)
    assert decide((low(CALM - 0.01),), {}, NOW).calm == ()


def test_snoozed_it_waits_and_reminds() -> None:
    said = {Kind.LOW: Said(severity=1.2, snoozed_until=NOW + HOUR)}

    waiting = decide((low(9),), said, NOW)

    assert (waiting.say, waiting.again_at) == ((), NOW + HOUR)
    assert decide((low(1.2),), said, NOW + HOUR).say
    assert decide((low(0.1),), said, NOW).calm == (Kind.LOW,)


def test_a_snooze_does_not_hide_that_nothing_is_left() -> None:
    said = {Kind.LOW: Said(severity=5, snoozed_until=NOW + HOUR)}

    assert decide((low(OVER),), said, NOW).say
    assert not decide((low(OVER),), {Kind.LOW: Said(severity=OVER, snoozed_until=NOW + HOUR)}, NOW).say


def test_quiet_hours_hold_all_that_can_wait() -> None:
    morning = NOW + 8 * HOUR
    spike = Finding(kind=Kind.SPIKE, severity=1)

    held = decide((low(2),), {}, NOW, quiet_until=morning)

    assert (held.say, held.again_at) == ((), morning)
    assert decide((spike,), {}, NOW, quiet_until=morning).say == (spike,)
    assert decide((low(OVER),), {}, NOW, quiet_until=morning).say
    assert decide((low(2, left_seconds=7 * 3600),), {}, NOW, quiet_until=morning).say
    assert not decide((low(2, left_seconds=9 * 3600),), {}, NOW, quiet_until=morning).say


def test_from_full_to_empty_little_is_said_a_few_times_only() -> None:
    said: dict[Kind, Said] = {}
    heard = []
    for available in range(10_000, -1, -1):
        judged = [one for one in findings(left(available / 100), ALL, said, NOW) if one.kind is Kind.LOW]
        for one in decide(judged, said, NOW).say:
            said[one.kind] = Said(severity=one.severity)
            heard.append(available / 100)

    assert heard == [10.0, 4.0, 1.6, 0.0]


figures = st.builds(
    Figures,
    available_bytes=st.none() | st.integers(0, 2**63),
    left_seconds=st.none() | st.integers(0, 10**9),
    balance=st.none() | st.decimals(allow_nan=False, allow_infinity=False).map(str),
    currency=st.none() | st.text(max_size=16),
)


@given(figures)
def test_figures_come_back_as_they_were_written(one: Figures) -> None:
    assert Figures.read(one.written()) == one


def test_figures_of_a_newer_version_are_read_as_far_as_they_are_known() -> None:
    assert Figures.read('{"used_bytes": 7, "mood": "good"}') == Figures(used_bytes=7)


found_ones = st.lists(
    st.builds(Finding, kind=st.sampled_from(Kind), severity=st.floats(0, 200)), unique_by=lambda one: one.kind
)
said_ones = st.dictionaries(
    st.sampled_from(Kind),
    st.builds(
        Said,
        severity=st.floats(1, 100),
        snoozed_until=st.none() | st.integers(-100, 100).map(lambda hours: NOW + hours * HOUR),
    ),
)
quiet = st.none() | st.integers(1, 12).map(lambda hours: NOW + hours * HOUR)


@given(found_ones, said_ones, quiet)
def test_whatever_was_found_nothing_is_said_twice_in_a_row(
    seen: list[Finding], said: dict[Kind, Said], quiet_until: datetime | None
) -> None:
    first = decide(seen, said, NOW, quiet_until=quiet_until)
    after = {kind: one for kind, one in said.items() if kind not in first.calm}
    after |= {one.kind: Said(severity=one.severity) for one in first.say}

    again = decide(seen, after, NOW, quiet_until=quiet_until)

    assert again.say == ()
    assert not set(first.calm) & {one.kind for one in first.say}
    assert first.again_at is None or first.again_at > NOW
