"""Records, a page at a time, whole."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.traffic import Record, RecordPage
from bot.views import records as view
from tests.bot.views.given import GB, HOSTILE, LANGUAGES, NOW, record, whole, words
from tests.bot.views.test_overview import records as any_record

DAY = timedelta(days=1)
ALL = (
    record(),
    record(kind="sign", order="SIGN-1", quota=GB // 2, used=0, expires=NOW + timedelta(minutes=30)),
    record(kind="gift", order=None, used=None),
    record(status=0, expires=NOW - 3 * DAY),
    record(status=None, expires=None, used=GB),
    record(used=2 * GB, created=None),
    record(kind="", order=None, quota=None, used=None, created=None, expires=None, status=None),
    record(kind=HOSTILE, order=HOSTILE),
)
CASES: dict[str, dict[str, Any]] = {
    "the only page": {"shown": RecordPage(records=ALL, total=8)},
    "the first of several": {"shown": RecordPage(records=ALL[:1], total=23)},
    "one in the middle, of one account of several": {
        "shown": RecordPage(records=ALL[:1], total=23),
        "page": 3,
        "name": "team",
        "reference": " #12",
    },
    "the last": {"shown": RecordPage(records=ALL[:1], total=23), "page": 5, "source": "order"},
    "nothing at all": {"shown": RecordPage(records=(), total=0), "source": "sign"},
    "nothing here": {"shown": RecordPage(records=(), total=None), "page": 7},
    "a full page of an unknown number": {"shown": RecordPage(records=ALL[:1] * 5, total=None)},
    "a page of an unknown number": {"shown": RecordPage(records=ALL[:1], total=None), "page": 2},
    "a full page that reaches the total": {"shown": RecordPage(records=ALL[:1] * 5, total=5)},
    "a page after the total": {"shown": RecordPage(records=ALL[:1] * 2, total=5), "page": 3},
    "purchases of one account of several": {
        "shown": RecordPage(records=ALL[:1], total=1),
        "source": "order",
        "name": "team",
        "reference": " #12",
    },
    "check-ins of one account of several": {
        "shown": RecordPage(records=ALL[1:2], total=1),
        "source": "sign",
        "name": "team",
        "reference": " #12",
    },
}


def shown(language: str, **changed: Any) -> str:
    values: dict[str, Any] = {
        "shown": RecordPage(records=ALL, total=8),
        "page": 1,
        "page_size": 5,
        "source": None,
        "at": NOW,
        "now": NOW,
        "name": None,
        "reference": "",
    }
    return whole(view.records(words(language), **(values | changed)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_records_are_shown(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    assert shown(language, **CASES[case]) == snapshot


def test_however_many_records_come_ten_are_shown() -> None:
    worst = RecordPage(records=(record(kind=HOSTILE, order=HOSTILE),) * 1000, total=2**63 - 1)

    text = shown("en", shown=worst, page=999_999_999, source="order", name="ж" * 24, reference=f" #{2**63}")

    assert text.count("Created") == 10


@given(
    st.lists(any_record, max_size=12).map(tuple),
    st.none() | st.integers(0, 2**63 - 1),
    st.integers(1, 999_999_999),
    st.sampled_from((None, "order", "sign")),
    st.sampled_from(LANGUAGES),
)
def test_whatever_the_vendor_sends_the_records_can_be_sent(
    records: tuple[Record, ...], total: int | None, page: int, source: str | None, language: str
) -> None:
    assert shown(language, shown=RecordPage(records=records, total=total), page=page, source=source)


def test_a_record_that_expires_this_moment_has_expired() -> None:
    text = shown("en", shown=RecordPage(records=(record(expires=NOW),), total=1))

    assert "expired" in text
    assert "Expired Mar 10, 2026, 1 minute ago" in text


@pytest.mark.parametrize(
    ("total", "count"),
    [(None, None), (0, 1), (1, 1), (5, 1), (6, 2), (10, 2), (11, 3), (2**63 - 1, 1844674407370955162)],
)
def test_there_is_at_least_one_page(total: int | None, count: int | None) -> None:
    assert view.pages(total, 5) == count
