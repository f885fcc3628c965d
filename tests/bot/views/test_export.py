"""Files for a spreadsheet: rows that add up, names that every system takes, and what is said beside them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from bot.consumption import steps
from bot.i18n import Day, Words
from bot.reply import Reply
from bot.spreadsheet import Table
from bot.traffic import Sample, Tally
from bot.views import export as view
from bot.views.export import RECORDS, USAGE, About
from tests.bot.samples import amounts, sample
from tests.bot.views.given import GB, HOSTILE, LANGUAGES, NOW, record, whole, words

ABOUT = About(account="main", day=date(2026, 3, 10), named=False)
NAMED = replace(ABOUT, account="side", named=True)
ASIDE = replace(NAMED, title="Scrapers & <co>")
STEPS = steps((sample(50, 100, 90), sample(25, 100, 70), sample(1, 200, 100)))


def rows(table: Table) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"), newline="")))


def tally(*, bought: int = 0, drawn: int = 0, expired: int = 0, left: int = 0) -> Tally:
    return Tally(
        bought_bytes=bought,
        checked_in_bytes=0,
        received_bytes=0,
        expired_bytes=expired,
        drawn_bytes=drawn,
        left_bytes=left,
    )


def test_usage_is_told_from_look_to_look() -> None:
    # Given looks of which the records were seen at the last two, and 30 were used, 100 bought and 10 expired then
    seen = (
        sample(3, 100, 80),
        sample(2, 100, 70, tally(left=70)),
        sample(1, 160, 130, tally(bought=100, drawn=30, expired=10, left=130)),
    )

    # When they are written down
    first, second = rows(view.usage_table(steps(seen)))

    # Then what the records alone can tell is not known of the first step, and all of it of the second.
    assert first == {
        "from_utc": "2026-03-10T09:00:00Z",
        "until_utc": "2026-03-10T10:00:00Z",
        "available_before_bytes": "80",
        "bought_bytes": "",
        "checked_in_bytes": "",
        "received_bytes": "",
        "used_bytes": "10",
        "expired_unused_bytes": "",
        "unexplained_bytes": "0",
        "available_after_bytes": "70",
        "total_bytes": "100",
    }
    assert [second[column] for column in USAGE[2:]] == ["70", "100", "0", "0", "30", "10", "0", "130", "160"]


def test_use_that_can_not_be_told_is_empty_and_not_nought() -> None:
    (row,) = rows(view.usage_table(steps((sample(2, 100, 40), sample(1, 60, 10)))))

    assert (row["used_bytes"], row["unexplained_bytes"], row["available_after_bytes"]) == ("", "-30", "10")


figures = st.integers(0, 400)
listed_looks = st.lists(
    st.builds(
        sample,
        st.floats(-400, 400),
        figures | amounts,
        figures | amounts,
        st.none() | st.builds(tally, bought=figures, drawn=figures, expired=figures, left=figures),
    ),
    max_size=12,
)


@given(listed_looks)
def test_every_row_adds_up_and_begins_where_the_one_before_ended(seen: list[Sample]) -> None:
    found = rows(view.usage_table(steps(seen)))

    for row in found:
        came, went, before, after, rest = (
            sum(int(row[column] or 0) for column in columns)
            for columns in (
                ("bought_bytes", "checked_in_bytes", "received_bytes"),
                ("used_bytes", "expired_unused_bytes"),
                ("available_before_bytes",),
                ("available_after_bytes",),
                ("unexplained_bytes",),
            )
        )
        assert before + came - went + rest == after
    for one, following in pairwise(found):
        assert following["available_before_bytes"] == one["available_after_bytes"]
        assert following["from_utc"] == one["until_utc"]


def test_of_more_steps_than_a_file_holds_the_newest_stay_and_that_is_said() -> None:
    table = view.usage_table(STEPS, most_rows=1)
    reply = view.usage(words(), table, STEPS, ABOUT)

    assert [row["available_after_bytes"] for row in rows(table)] == ["100"]
    assert words()("export-cut") in reply.text
    assert reply.text.startswith(words()("export-usage", begin=Day(STEPS[1].since), end=Day(STEPS[1].until)))


def test_a_record_is_a_row_whatever_the_vendor_left_out() -> None:
    table = view.records_table()
    east = NOW.astimezone(timezone(timedelta(hours=8)))
    empty = record(kind="", order=None, quota=None, used=None, created=None, expires=NOW, status=None)

    table.add(view.record_rows((record(created=east, expires=None), replace(empty, record_id=None)), NOW))
    full, bare = rows(table)

    assert tuple(full) == RECORDS
    assert list(full.values()) == [
        "1",
        "ORD-7890",
        "order",
        "active",
        str(GB),
        "524288",
        str(GB - 524288),
        "2026-03-10T12:00:05Z",
        "",
    ]
    assert list(bare.values()) == ["", "", "", "expired", "", "", "", "", "2026-03-10T12:00:05Z"]


def test_what_the_vendor_calls_things_is_no_formula() -> None:
    table = view.records_table()

    table.add(view.record_rows((record(kind="＝cmd", order="=HYPERLINK(1)"), record(kind="a;@b", order='"')), NOW))

    assert [(row["order_id"], row["kind"]) for row in rows(table)] == [
        ("'=HYPERLINK(1)", "'＝cmd"),
        ('"', "a;'@b"),
    ]


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("main", "bytesflows-main-usage-2026-03-10.csv"),
        ("café.2_b", "bytesflows-cafe-2_b-usage-2026-03-10.csv"),
        ("команда", "bytesflows-usage-2026-03-10.csv"),
        ("команда-2", "bytesflows-2-usage-2026-03-10.csv"),
        ("../etc", "bytesflows-etc-usage-2026-03-10.csv"),
    ],
)
def test_a_file_is_called_after_its_account_its_kind_and_its_day(account: str, name: str) -> None:
    assert view.file_name("usage", replace(ABOUT, account=account)) == name


@given(st.text(), st.sampled_from(["usage", "records"]))
def test_every_system_takes_the_name(account: str, what: view.What) -> None:
    name = view.file_name(what, replace(ABOUT, account=account))

    assert re.fullmatch(r"bytesflows(-[A-Za-z0-9_-]+)?-(usage|records)-2026-03-10\.csv", name)


def records(words: Words, about: About, *, complete: bool = True, most: int = 2) -> Reply:
    table = Table(RECORDS, most_bytes=10**6, most_rows=most)
    table.add(view.record_rows((record(), record(kind=HOSTILE)), datetime.now(UTC)))
    return view.records(words, table, about, complete=complete)


VIEWS: dict[str, Callable[[Words], Reply]] = {
    "choose": lambda words: view.choose(words, records=True, privately=False, name=None, reference=""),
    "choose, of several in a group": lambda words: view.choose(
        words, records=True, privately=True, name="side & <co>", reference=" #12"
    ),
    "choose, by cookie": lambda words: view.choose(words, records=False, privately=False, name=None, reference=""),
    "usage": lambda words: view.usage(words, view.usage_table(STEPS), STEPS, ABOUT),
    "usage, of several": lambda words: view.usage(words, view.usage_table(STEPS[1:]), STEPS[1:], NAMED),
    "usage, asked for in a group": lambda words: view.usage(words, view.usage_table(STEPS), STEPS, ASIDE),
    "records": lambda words: records(words, ABOUT),
    "records, of several": lambda words: records(words, NAMED),
    "records, not all": lambda words: records(words, ASIDE, complete=False),
    "records, too many": lambda words: records(words, ABOUT, complete=False, most=1),
    "nothing used": lambda words: view.nothing(words, "usage", reference=" #12"),
    "no records": lambda words: view.nothing(words, "records", reference=""),
    "sent": lambda words: view.aside(words, Reply(text="file"), again="/export usage"),
    "not sent": lambda words: unheard(view.aside(words, Reply(text="file"), again="/export usage #12")),
    "to whom": lambda words: view.to_whom(words, again="/export records"),
    "can write": view.can_write,
}


def unheard(reply: Reply) -> Reply:
    assert reply.aside is not None
    return reply.aside.unheard


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", VIEWS)
def test_a_message_reads_as_it_should(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    assert whole(VIEWS[case](words(language))) == snapshot
