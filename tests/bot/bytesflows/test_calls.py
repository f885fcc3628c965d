"""What is asked, and how each field of an answer becomes a figure or none."""

import json
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bytesflows import calls
from bot.bytesflows.errors import Unreadable
from bot.traffic import Overview, Record, RecordPage
from tests.bot.bytesflows.answers import OVERVIEW, RECORD, read, success

NUMBERS: list[tuple[str, int | None]] = [
    ("5", 5),
    ("0", 0),
    ("-0", 0),
    ("5.0", 5),
    ("5.9", 5),
    ("1e3", 1000),
    ('"5"', 5),
    ('" 5 "', 5),
    ('"5.0"', 5),
    ('"1e3"', 1000),
    ("9223372036854775807", 2**63 - 1),
    ('"9223372036854775807"', 2**63 - 1),
    ("9223372036854775808", None),
    ("1e19", None),
    ("-1", None),
    ('"-1"', None),
    ("-0.5", None),
    ("NaN", None),
    ('"NaN"', None),
    ('"sNaN"', None),
    ("Infinity", None),
    ("-Infinity", None),
    ('"Infinity"', None),
    ("1e999", None),
    ('"1e999"', None),
    ("1e-999", None),
    ("9" * 4000, None),
    ("true", None),
    ("false", None),
    ("null", None),
    ('""', None),
    ('" "', None),
    ('"5 GB"', None),
    ('"0x10"', None),
    ('"1_0"', None),
    ('"１０"', None),
    ('"٥"', None),
    ('"5\\n6"', None),
    ('"+5"', 5),
    ('".5"', 0),
    ('"5."', 5),
    ("[5]", None),
    ('{"value": 5}', None),
]


def overview(**changed: str) -> Overview:
    """Read an overview in which some fields are this JSON instead."""
    fields = {name: json.dumps(value) for name, value in OVERVIEW.items()} | changed
    data = ", ".join(f'"{name}": {value}' for name, value in fields.items())
    return read(calls.overview(), f'{{"code": 200, "data": {{{data}}}}}'.encode())


def page(rows: object, **more: object) -> RecordPage:
    return read(calls.records(), success({"records": rows, **more}))


def only(zone: tzinfo = UTC, **changed: Any) -> Record:
    """Read one record in which some fields are different."""
    shown = read(calls.records(), success({"records": [RECORD | changed], "total": 1}), zone=zone)
    return shown.records[0]


def test_the_documented_overview_is_read() -> None:
    assert overview() == Overview(
        total_bytes=188978561024, available_bytes=188944515072, balance=Decimal(0), currency="USD"
    )


@pytest.mark.parametrize(("written", "meant"), NUMBERS)
def test_bytes_are_whole_and_believable_or_none(written: str, meant: int | None) -> None:
    shown = overview(totalTraffic=written, dynamicTraffic=written)

    assert shown.total_bytes == meant
    assert shown.available_bytes == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0.00", Decimal(0)),
        ("12.5", Decimal("12.5")),
        ('"12.50"', Decimal("12.50")),
        ("-3.25", Decimal("-3.25")),
        ("0.1", Decimal("0.1")),
        ("NaN", None),
        ("1e999", None),
        ("1e29", None),
        ("1e20", None),
        ("99999999999999999999", Decimal(99999999999999999999)),
        ("null", None),
        ('"free"', None),
        ("true", None),
        ("[]", None),
    ],
)
def test_money_is_exact_or_none(written: str, meant: Decimal | None) -> None:
    assert overview(balance=written).balance == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"USD"', "USD"),
        ('" usd "', "usd"),
        ('""', None),
        ('"  "', None),
        ("null", None),
        ("840", "840"),
        ("true", None),
        ("8.4", None),
        ("[]", None),
        ('"\\ud800"', None),
        ('"U\\udfffSD"', "USD"),
        ('"U\\u0000SD"', "USD"),
    ],
)
def test_a_currency_is_text_that_can_be_stored_or_none(written: str, meant: str | None) -> None:
    assert overview(currency=written).currency == meant


def test_what_is_missing_stays_unknown() -> None:
    assert read(calls.overview(), success({"totalTraffic": 5})) == Overview(
        total_bytes=5, available_bytes=None, balance=None, currency=None
    )
    assert read(calls.overview(), success({"dynamicTraffic": None})).available_bytes is None


def test_an_overview_without_its_traffic_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read(calls.overview(), success({"balance": 1, "currency": "USD"}))


def test_the_documented_record_is_read() -> None:
    assert page([RECORD], total=1) == RecordPage(
        records=(
            Record(
                record_id="123456",
                order_id="ORD-7890",
                kind="order",
                quota_bytes=1073741824,
                used_bytes=524288,
                created_at=datetime(2026, 2, 21, 20, tzinfo=UTC),
                expires_at=datetime(2026, 3, 21, 20, tzinfo=UTC),
                status=1,
            ),
        ),
        total=1,
    )


@pytest.mark.parametrize(("written", "meant"), NUMBERS)
def test_a_record_counts_in_whole_bytes_or_says_nothing(written: str, meant: int | None) -> None:
    rows = f'[{{"traffic": {written}, "trafficUsed": {written}}}]'

    shown = read(calls.records(), f'{{"code": 200, "data": {{"records": {rows}, "total": {written}}}}}'.encode())

    assert shown.records[0].quota_bytes == meant
    assert shown.records[0].used_bytes == meant
    assert shown.total == meant


def test_an_empty_record_is_shown_with_nothing_known() -> None:
    assert page([{}]).records[0] == Record(
        record_id=None,
        order_id=None,
        kind="",
        quota_bytes=None,
        used_bytes=None,
        created_at=None,
        expires_at=None,
        status=None,
    )


def test_rows_that_are_no_records_are_passed_over() -> None:
    shown = page([None, 5, "x", [], RECORD, [RECORD]], total=6)

    assert len(shown.records) == 1
    assert shown.total == 6


def test_the_total_may_be_missing_or_null_or_disagree() -> None:
    assert page([RECORD]).total is None
    assert page([RECORD], total=None).total is None
    assert page([RECORD], total=0).total == 0
    assert page([], total=None).records == ()
    assert page(None, total=0) == RecordPage(records=(), total=0)


@pytest.mark.parametrize("rows", [None, {}, "none", 5, True])
def test_records_that_are_no_list_are_unreadable(rows: object) -> None:
    with pytest.raises(Unreadable):
        page(rows)


@pytest.mark.parametrize(
    ("status", "meant"),
    [(1, 1), (0, 0), ("1", 1), (1.0, 1), ("0", 0), (2, None), (-1, None), (0.5, None), (None, None), (True, None)],
)
def test_a_status_is_active_or_not_or_unknown(status: object, meant: int | None) -> None:
    assert only(status=status).status == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("ORD-1", "ORD-1"),
        (" ORD-1 ", "ORD-1"),
        (17, "17"),
        ("", None),
        (None, None),
        (True, None),
        (1.5, None),
        ({}, None),
        ("\ud800", None),
    ],
)
def test_an_order_id_is_text_or_a_number_or_none(value: object, meant: str | None) -> None:
    shown = only(orderId=value, id=value, sourceType=value)

    assert (shown.order_id, shown.record_id, shown.kind) == (meant, meant, meant or "")


@pytest.mark.parametrize(
    ("written", "zone", "meant"),
    [
        ("2026-02-21 20:00:00", "Asia/Shanghai", datetime(2026, 2, 21, 12, tzinfo=UTC)),
        ("2026-02-21T20:00:00", "UTC", datetime(2026, 2, 21, 20, tzinfo=UTC)),
        ("2026-02-21 20:00:00+08:00", "UTC", datetime(2026, 2, 21, 12, tzinfo=UTC)),
        ("2026-02-21T20:00:00Z", "Asia/Shanghai", datetime(2026, 2, 21, 20, tzinfo=UTC)),
        (" 2026-02-21 20:00:00 ", "UTC", datetime(2026, 2, 21, 20, tzinfo=UTC)),
        ("2026-02-21", "UTC", datetime(2026, 2, 21, tzinfo=UTC)),
        # Berlin puts its clocks ahead at 2:00 that day: 2:30 does not exist, and 3:30 is one hour after 1:30.
        ("2026-03-29 01:30:00", "Europe/Berlin", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("2026-03-29 02:30:00", "Europe/Berlin", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-03-29 03:30:00", "Europe/Berlin", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        # … and back at 3:00 that day: 2:30 comes twice, and the first is meant.
        ("2026-10-25 02:30:00", "Europe/Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("9999-12-31 23:59:59", "UTC", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("9999-12-31 23:59:59", "America/New_York", None),
        ("0001-01-01 00:00:00", "Asia/Shanghai", None),
        ("0000-00-00 00:00:00", "UTC", None),
        ("2026-02-30 00:00:00", "UTC", None),
        ("2026-02-21 24:00:01", "UTC", None),
        ("21.02.2026", "UTC", None),
        ("tomorrow", "UTC", None),
        ("", "UTC", None),
        (None, "UTC", None),
        (1771704000, "UTC", None),
        (True, "UTC", None),
        (["2026-02-21 20:00:00"], "UTC", None),
    ],
)
def test_times_are_read_in_the_vendors_zone_and_impossible_ones_are_none(
    written: object, zone: str, meant: datetime | None
) -> None:
    shown = only(ZoneInfo(zone), createTime=written, expireTime=written)

    assert shown.created_at == meant
    assert shown.expires_at == meant


@given(st.text(), st.sampled_from(("UTC", "Asia/Shanghai", "America/St_Johns")))
def test_no_time_breaks_anything(written: str, zone: str) -> None:
    shown = only(ZoneInfo(zone), createTime=written)

    assert shown.created_at is None or shown.created_at.tzinfo is UTC


def test_what_is_asked_is_what_the_vendor_documents() -> None:
    asked = calls.records(page=2, size=5, source="sign")

    assert calls.overview().path == "/api/v1/dashboard/asset"
    assert calls.overview().query == ()
    assert asked.path == "/api/v1/user/traffic/records"
    assert asked.query == (("pageNo", "2"), ("pageSize", "5"), ("sourceType", "sign"))
    assert calls.records().query == (("pageNo", "1"), ("pageSize", "10"))


def test_only_the_overview_is_offered_to_cookies() -> None:
    assert calls.overview().cookie
    assert not calls.records().cookie


def test_calls_that_ask_the_same_are_equal() -> None:
    assert calls.records(page=2) == calls.records(page=2)
    assert hash(calls.overview()) == hash(calls.overview())
    assert calls.records(page=2) != calls.records(page=3)
    assert calls.records(source="sign") != calls.records(source="order")
