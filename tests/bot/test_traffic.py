"""Traffic and its arithmetic: nothing is invented, whatever the vendor counts."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from bot import traffic
from bot.traffic import Record, State
from tests.bot.samples import GB, NOW, overview


def record(
    *,
    quota: int | None = GB,
    used: int | None = 0,
    expires: datetime | None = NOW + timedelta(days=1),
    status: int | None = 1,
) -> Record:
    return Record(
        record_id="1",
        order_id="ORD-1",
        kind="order",
        quota_bytes=quota,
        used_bytes=used,
        created_at=None,
        expires_at=expires,
        status=status,
    )


def test_used_traffic_is_the_total_minus_what_is_available() -> None:
    shown = overview(188978561024, 188944515072)

    assert shown.believable
    assert shown.used_bytes == 34045952
    assert shown.used_share == Decimal(34045952) / Decimal(188978561024)


@pytest.mark.parametrize(
    ("total", "available"), [(10, 11), (0, 1), (None, 5), (5, None), (None, None), (10, -1), (-5, -7)]
)
def test_figures_that_cannot_both_be_true_give_no_used_traffic(total: int | None, available: int | None) -> None:
    shown = overview(total, available)

    assert not shown.believable
    assert shown.used_bytes is None
    assert shown.used_share is None


def test_an_account_without_traffic_has_used_nothing_and_no_share_of_it() -> None:
    shown = overview(0, 0)

    assert shown.believable
    assert shown.used_bytes == 0
    assert shown.used_share is None


@pytest.mark.parametrize(("part", "whole"), [(None, 5), (5, None), (0, 0), (5, 0), (None, None)])
def test_there_is_no_share_of_nothing(part: int | None, whole: int | None) -> None:
    assert traffic.share(part, whole) is None


def test_a_share_is_exact() -> None:
    assert traffic.share(0, 3) == 0
    assert traffic.share(3, 3) == 1
    assert traffic.share(1, 3) == Decimal(1) / Decimal(3)


@pytest.mark.parametrize(
    ("status", "expires", "state"),
    [
        (1, NOW + timedelta(seconds=1), State.ACTIVE),
        (1, None, State.ACTIVE),
        (1, NOW, State.EXPIRED),
        (1, NOW - timedelta(days=9), State.EXPIRED),
        (0, NOW + timedelta(days=9), State.EXPIRED),
        (0, None, State.EXPIRED),
        (None, NOW + timedelta(days=9), State.UNKNOWN),
        (None, None, State.UNKNOWN),
        (None, NOW - timedelta(days=9), State.EXPIRED),
        (2, NOW + timedelta(days=9), State.UNKNOWN),
    ],
)
def test_a_record_is_active_only_where_neither_the_vendor_nor_the_clock_says_otherwise(
    status: int | None, expires: datetime | None, state: State
) -> None:
    assert record(status=status, expires=expires).state(NOW) is state


@pytest.mark.parametrize(
    ("quota", "used", "left", "share"),
    [
        (10, 4, 6, Decimal("0.4")),
        (10, 10, 0, Decimal(1)),
        (10, 11, None, None),
        (None, 4, None, None),
        (10, None, None, None),
        (0, 0, 0, None),
    ],
)
def test_what_is_left_of_a_record_is_known_only_where_its_figures_fit(
    quota: int | None, used: int | None, left: int | None, share: Decimal | None
) -> None:
    one = record(quota=quota, used=used)

    assert (one.left_bytes, one.used_share) == (left, share)


def test_what_expires_next_is_the_earliest_active_record_that_holds_traffic() -> None:
    day = timedelta(days=1)
    later = record(expires=NOW + 5 * day)
    next_one = record(expires=NOW + 2 * day, used=GB - 1)
    others = (
        record(expires=NOW + day, used=GB),
        record(expires=NOW + day, status=0),
        record(expires=NOW + day, status=None),
        record(expires=NOW - day),
        record(expires=None),
    )

    assert traffic.expires_next((later, *others, next_one), NOW) is next_one
    assert traffic.expires_next(others, NOW) is None
    assert traffic.expires_next((), NOW) is None


def test_a_record_whose_figures_contradict_each_other_may_still_expire_next() -> None:
    odd = record(used=2 * GB)

    assert traffic.expires_next((odd, record(expires=NOW + timedelta(days=3))), NOW) is odd


def test_of_two_records_that_expire_together_the_first_is_named() -> None:
    first, second = record(used=1), record(used=2)

    assert traffic.expires_next((first, second), NOW) is first
