"""Readings: one for each ten minutes, exact, in order."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.exc import StatementError

from storage import Reading, Storage
from tests.storage.given import NOW, connect, reading


async def test_what_is_kept_comes_back_as_it_was(kept: Storage) -> None:
    account = await connect(kept)
    nothing = Reading(taken_at=NOW, total_bytes=None, available_bytes=None, balance=None, currency=None)
    most = Reading(
        taken_at=NOW + timedelta(hours=1, microseconds=7),
        total_bytes=2**63 - 1,
        available_bytes=0,
        balance=Decimal("-0.10000000000000000001"),
        currency="💰",
    )

    await kept.history.add(account.account_id, nothing)
    await kept.history.add(account.account_id, most)

    assert await kept.history.since(account.account_id, NOW) == (nothing, most)
    assert await kept.history.latest(account.account_id) == most


async def test_of_ten_minutes_the_last_reading_is_kept(kept: Storage) -> None:
    account = await connect(kept)
    for minutes in (0, 3, 9.99, 10, 19, 20):
        await kept.history.add(account.account_id, reading(minutes))

    taken = [one.taken_at - NOW for one in await kept.history.since(account.account_id, NOW)]

    assert taken == [timedelta(minutes=minutes) for minutes in (9.99, 19, 20)]


NOT_WHOLE = ((10, 20), (None, 5), (5, None), (None, None), (10, -1))


@pytest.mark.parametrize(("total", "available"), NOT_WHOLE)
async def test_figures_that_contradict_themselves_never_cost_the_last_good_ones(
    kept: Storage, total: int | None, available: int | None
) -> None:
    account = await connect(kept)
    odd = replace(reading(3), total_bytes=total, available_bytes=available)
    later = replace(odd, taken_at=NOW + timedelta(minutes=15))

    for one in (reading(0), odd, later):
        await kept.history.add(account.account_id, one)

    assert await kept.history.since(account.account_id, NOW) == (reading(0), later)
    assert await kept.history.latest(account.account_id) == reading(0)


@pytest.mark.parametrize(("total", "available"), NOT_WHOLE)
async def test_a_whole_reading_takes_the_place_of_one_that_is_none(
    kept: Storage, total: int | None, available: int | None
) -> None:
    account = await connect(kept)
    odd = replace(reading(0), total_bytes=total, available_bytes=available)

    await kept.history.add(account.account_id, odd)
    before = await kept.history.latest(account.account_id)
    await kept.history.add(account.account_id, reading(3))

    assert before is None
    assert await kept.history.since(account.account_id, NOW) == (reading(3),)


async def test_readings_are_told_oldest_first_however_they_came(kept: Storage) -> None:
    account, other = await connect(kept, "one"), await connect(kept, "two")
    for minutes in (60, 0, 120, 30):
        await kept.history.add(account.account_id, reading(minutes))
    await kept.history.add(other.account_id, reading(500))

    since = await kept.history.since(account.account_id, NOW + timedelta(minutes=30))

    assert since == (reading(30), reading(60), reading(120))
    assert await kept.history.latest(account.account_id) == reading(120)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 100])
async def test_read_page_by_page_they_are_the_same(kept: Storage, size: int) -> None:
    account, other = await connect(kept, "one"), await connect(kept, "two")
    for minutes in (0, 14, 25, 30, 60, 120):
        await kept.history.add(account.account_id, reading(minutes))
    await kept.history.add(other.account_id, reading(40))
    since = NOW + timedelta(minutes=12)

    pages = [page async for page in kept.history.pages(account.account_id, since, size=size)]

    assert all(len(page) == size for page in pages[:-1])
    assert tuple(one for page in pages for one in page) == await kept.history.since(account.account_id, since)


async def test_between_two_pages_others_are_served(kept: Storage) -> None:
    account = await connect(kept)
    for minutes in (0, 10):
        await kept.history.add(account.account_id, reading(minutes))
    order: list[str] = []

    async for page in kept.history.pages(account.account_id, NOW, size=1):
        order.append(f"{len(page)} read")
        asyncio.get_running_loop().call_soon(order.append, "another")

    assert order == ["1 read", "another", "1 read", "another", "0 read"]


async def test_an_account_without_readings_has_none(kept: Storage) -> None:
    assert await kept.history.latest(404) is None
    assert await kept.history.since(404, NOW) == ()


async def test_instants_are_kept_in_utc_whatever_zone_they_came_in(kept: Storage) -> None:
    account = await connect(kept)
    east = NOW.astimezone(timezone(timedelta(hours=8)))

    await kept.history.add(
        account.account_id,
        Reading(taken_at=east, total_bytes=1, available_bytes=1, balance=None, currency=None),
    )

    latest = await kept.history.latest(account.account_id)
    assert latest is not None
    assert latest.taken_at == NOW
    assert latest.taken_at.tzinfo is UTC


async def test_an_instant_without_a_zone_is_refused(kept: Storage) -> None:
    account = await connect(kept)
    naive = Reading(
        taken_at=datetime(2026, 3, 10),  # noqa: DTZ001  # what must be refused
        total_bytes=1,
        available_bytes=1,
        balance=None,
        currency=None,
    )

    with pytest.raises(StatementError, match="needs a zone"):
        await kept.history.add(account.account_id, naive)

    assert await kept.history.latest(account.account_id) is None


async def test_a_reading_of_an_account_that_was_disconnected_meanwhile_is_passed_over(kept: Storage) -> None:
    account = await connect(kept)
    await kept.accounts.disconnect(account, keep_history=False)

    await kept.history.add(account.account_id, reading())

    assert await kept.history.latest(account.account_id) is None


def counted(minutes: float = 0, *, drawn: int = 0) -> Reading:
    """A reading at which the records were seen too."""
    return replace(
        reading(minutes),
        bought_bytes=1,
        checked_in_bytes=2,
        received_bytes=3,
        expired_bytes=4,
        drawn_bytes=drawn,
        left_bytes=2**63 - 1,
    )


async def test_what_the_records_said_comes_back_as_it_was(kept: Storage) -> None:
    account = await connect(kept)

    await kept.history.add(account.account_id, counted(drawn=5))

    assert await kept.history.latest(account.account_id) == counted(drawn=5)


async def test_a_look_without_records_never_costs_one_with_them(kept: Storage) -> None:
    account = await connect(kept)
    for one in (counted(0, drawn=1), reading(3), counted(6, drawn=2), replace(counted(9), available_bytes=101)):
        await kept.history.add(account.account_id, one)

    assert await kept.history.since(account.account_id, NOW) == (counted(6, drawn=2),)


async def test_a_look_without_records_soon_after_one_with_them_is_the_latest_all_the_same(kept: Storage) -> None:
    account = await connect(kept)
    looks = (counted(0), reading(3, available=40), reading(4, available=30), reading(11, available=20))

    seen = []
    for one in looks:
        await kept.history.add(account.account_id, one)
        seen.append(await kept.history.latest(account.account_id))

    assert tuple(seen) == looks
    assert await kept.history.since(account.account_id, NOW) == (looks[0], looks[3])


async def test_of_old_days_the_last_whole_reading_stays_and_of_very_old_ones_none(kept: Storage) -> None:
    account, other = await connect(kept), await connect(kept, "other")
    midnight = NOW.replace(hour=0)
    hours = [midnight + timedelta(hours=hour) for hour in range(-72, 73, 6)]
    for one in (account, other):
        for at in hours:
            whole = at.hour != 18  # the last of each day does not make sense
            await kept.history.add(
                one.account_id, replace(reading(), taken_at=at, available_bytes=50 if whole else 1000)
            )

    await kept.history.thin(account.account_id, before=midnight, until=midnight - timedelta(days=2))

    left = [one.taken_at for one in await kept.history.since(account.account_id, hours[0])]
    assert left == [
        midnight - timedelta(hours=36),
        midnight - timedelta(hours=12),
        *(at for at in hours if at >= midnight),
    ]
    assert len(await kept.history.since(other.account_id, hours[0])) == len(hours)
