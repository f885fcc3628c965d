"""The overview, whole, with everything the vendor may send."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.forecast import Pace
from bot.traffic import Overview, Record
from bot.views import overview as view
from sandbox.telegram.html import parse
from tests.bot.views.given import GB, HOSTILE, LANGUAGES, NOW, overview, record, whole, words

WEEK = timedelta(days=7)
CASES: dict[str, dict[str, Any]] = {
    "a new account": {},
    "with a pace and a package that expires": {
        "pace": Pace(bytes_a_day=Decimal(3 * GB), history=WEEK),
        "expiring": record(),
    },
    "the pace of one day": {"pace": Pace(bytes_a_day=Decimal(90 * GB), history=timedelta(days=1))},
    "nothing used": {"overview": overview(available=176 * GB), "pace": Pace(bytes_a_day=Decimal(0), history=WEEK)},
    "used so slowly that no date is foretold": {"pace": Pace(bytes_a_day=Decimal(1024**2), history=WEEK)},
    "used up": {"overview": overview(available=0)},
    "almost used up": {"overview": overview(available=1)},
    "nothing there": {"overview": overview(total=0, available=0, balance="0.00")},
    "more available than there is": {"overview": overview(total=GB, available=2 * GB), "expiring": record()},
    "only available": {"overview": overview(total=None)},
    "only a total": {"overview": overview(available=None)},
    "nothing known": {"overview": overview(total=None, available=None, balance=None)},
    "money in something else": {"overview": overview(balance="-1234.5", currency=HOSTILE)},
    "money in nothing": {"overview": overview(balance="5", currency=None)},
    "a package of unknown size expires": {"expiring": record(used=2 * GB, expires=NOW + timedelta(minutes=5))},
    "more records than can be looked through": {"expiring": record(), "unseen": True},
    "one account of several": {"name": "team & <co>", "reference": " #12"},
    "by cookie": {"records": False},
}


def balance(language: str, **changed: Any) -> str:
    values: dict[str, Any] = {
        "overview": overview(),
        "at": NOW,
        "now": NOW,
        "pace": None,
        "expiring": None,
        "name": None,
        "reference": "",
        "records": True,
    }
    return whole(view.balance(words(language), **(values | changed)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_the_overview_is_shown(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    assert balance(language, **CASES[case]) == snapshot


def test_a_slow_use_is_not_said_to_be_none() -> None:
    shown = balance("en", pace=Pace(bytes_a_day=Decimal(1024), history=WEEK))

    assert "no traffic used" not in shown
    assert "more than <b>10 years</b> at 1 KB a day" in shown


def bar(available: int, total: int = 100 * GB) -> str:
    """The cells that are shown for so much of so much."""
    lines = balance("en", overview=overview(total=total, available=available)).splitlines()
    return next(line.split(" ")[0] for line in lines if " used (" in line)


@pytest.mark.parametrize(
    ("available", "full"),
    [(100 * GB, 0), (100 * GB - 1, 1), (92 * GB, 1), (50 * GB, 6), (8 * GB, 11), (1, 11), (0, 12)],
)
def test_the_bar_is_empty_or_full_only_where_that_is_true(available: int, full: int) -> None:
    empty_cell, full_cell = bar(100 * GB)[0], bar(0)[0]

    assert empty_cell != full_cell
    assert bar(available) == full_cell * full + empty_cell * (12 - full)


amounts = st.none() | st.integers(0, 2**63 - 1)
overviews = st.builds(
    Overview,
    total_bytes=amounts,
    available_bytes=amounts,
    balance=st.none() | st.decimals(-(10**19), 10**19),
    # The last of them is ISO 4217's code for no currency at all.
    currency=st.none() | st.text(max_size=20) | st.sampled_from(("USD", "cny", "XXX")),
)
instants = st.none() | st.datetimes(max_value=datetime(9999, 12, 30)).map(lambda at: at.replace(tzinfo=NOW.tzinfo))  # noqa: DTZ001
records = st.builds(
    Record,
    record_id=st.none(),
    order_id=st.none() | st.text(),
    kind=st.text(),
    quota_bytes=amounts,
    used_bytes=amounts,
    created_at=instants,
    expires_at=instants,
    status=st.sampled_from((None, 0, 1)),
)


@given(
    overviews,
    st.none() | st.decimals(0, 10**19).map(lambda speed: Pace(bytes_a_day=speed, history=WEEK)),
    st.none() | records,
    st.text(max_size=24),
    st.sampled_from(LANGUAGES),
)
def test_whatever_the_vendor_sends_the_overview_can_be_sent(
    shown: Overview, pace: Pace | None, expiring: Record | None, name: str, language: str
) -> None:
    text = balance(language, overview=shown, pace=pace, expiring=expiring, name=name, reference=" #9")

    assert parse(text)[0]
