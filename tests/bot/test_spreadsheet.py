"""CSV files: whatever stands in them comes back, and no spreadsheet takes any of it for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.spreadsheet import Cell, Table, inert

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"  # what the full and the small width look like
MARKS = ",;|\t\r\n\"' "
HOSTILE = st.one_of(st.text(SIGNS + MARKS + "a\0\x1c\ufeff\u200b\xa0"), st.text(), st.text(st.characters()))


def table(*rows: Sequence[Cell], columns: Sequence[str] = ("first", "second"), **most: int) -> Table:
    made = Table(columns, **{"most_bytes": 10**6, **most})
    made.add(rows)
    return made


def read(made: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.content.decode("utf-8-sig"), newline="")))


def test_a_file_is_utf_8_with_a_mark_for_excel_a_header_and_crlf() -> None:
    assert table(("día", 1)).content == b"\xef\xbb\xbffirst,second\r\nd\xc3\xada,1\r\n"


def test_numbers_stay_numbers_instants_are_utc_and_the_unknown_is_empty() -> None:
    at = datetime(2026, 3, 10, 1, 2, 3, 999, tzinfo=timezone(timedelta(hours=3)))

    assert read(table((-5, 2**63), (at, None), (0, "")))[1:] == [
        ["-5", str(2**63)],
        ["2026-03-09T22:02:03Z", ""],
        ["0", ""],
    ]


def test_an_early_year_has_four_digits() -> None:
    assert read(table((datetime(5, 1, 1, tzinfo=UTC), None)))[1] == ["0005-01-01T00:00:00Z", ""]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ORD-7890", "ORD-7890"),
        ("a = b - c", "a = b - c"),
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1", "'＝1"),
        ("  \xa0=1", "'  \xa0=1"),
        ("\t1", "'\t1"),
        ("\r1", "'\r1"),
        ("\n1", "'\n1"),
        ("\0=1", "'=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("a;=1", "a;'=1"),
        ("a\t -1", "a\t '-1"),
        ('"=1"', '"\'=1"'),
        ("a\r\n=1", "a\r\n'=1"),
        ("a\0b\ud800", "ab"),
        ("", ""),
    ],
)
def test_what_would_begin_a_formula_does_not(text: str, written: str) -> None:
    assert inert(text) == written
    assert read(table((text, "x")))[1] == [written, "x"]


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_every_text_comes_back_with_nothing_but_apostrophes_added(rows: list[tuple[str, str]]) -> None:
    found = read(table(*rows))

    assert found[0] == ["first", "second"]
    assert len(found) == len(rows) + 1
    for row, written in zip(rows, found[1:], strict=True):
        for text, cell in zip(row, written, strict=True):
            seen = re.sub("[\0\ud800-\udfff]", "", text)
            assert cell.replace("'", "") == seen.replace("'", "")
            if not set(seen) & set(SIGNS) and not seen.startswith(("\t", "\r", "\n")):
                assert cell == seen


@given(st.lists(st.tuples(HOSTILE, HOSTILE), max_size=4))
def test_no_cell_begins_a_formula_whatever_separates_cells(rows: list[tuple[str, str]]) -> None:
    made = table(*rows)

    pieces = [cell for row in read(made) for cell in row]
    pieces += re.split(r'[,;|\t\r\n"]', made.content.decode("utf-8-sig"))

    assert [piece for piece in pieces if piece.strip(" \t\r\n\v\f\x1c\xa0\ufeff\u200b").startswith(tuple(SIGNS))] == []
    assert not any(cell.startswith(("\t", "\r", "\n")) for row in read(made) for cell in row)


def test_a_text_of_nothing_but_marks_takes_no_long_time() -> None:
    long = "\t" * 1_000_000

    assert inert(f"x{long}=") == f"x{long}'="
    assert inert(f"x{long}") == f"x{long}"


def test_as_many_rows_are_taken_as_there_is_room_for() -> None:
    made = table(("a", 1), ("b", 2), most_rows=2)
    kept = (made.rows, made.cut, made.content)
    made.add([("c", 3)])

    assert kept == (2, False, made.content)
    assert (made.rows, made.cut) == (2, True)


def test_a_file_is_no_larger_than_it_may_be_and_ends_with_a_whole_row() -> None:
    header = len(table().content)
    made = table(("ab", 1), ("long" * 10, 2), ("c", 3), most_bytes=header + 20)

    assert (made.rows, made.cut) == (1, True)
    assert made.content.endswith(b"\r\nab,1\r\n")
