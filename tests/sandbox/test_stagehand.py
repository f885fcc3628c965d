"""What the side panel moves behind the scene: the clock by hours, and what is done at the vendor."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sandbox.clock import TURN_SECONDS, Clock
from sandbox.habits import Habit
from sandbox.life import Life
from sandbox.market import Customer, Market
from sandbox.page import NotNow
from sandbox.stagehand import Stagehand
from sandbox.vendor import Account, Vendor, trade
from sandbox.vendor.accounts import GB

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOMENT = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stagehand, two accounts of 20 GB, and how often something was to be shown."""

    hand: Stagehand
    clock: Clock
    team: Account
    side: Account
    shown: list[datetime]

    async def show(self) -> None:
        """Note when it was."""
        self.shown.append(self.clock())

    async def pull(self, name: str, account_id: int | None = 0) -> str:
        """Pull a lever."""
        return await self.hand.pull(name, account_id, self.show)

    async def move(self, name: str) -> str:
        """Move the clock."""
        return await self.hand.move_clock(name, self.show)

    def levers(self, account_id: int = 0) -> list[str]:
        """What is offered."""
        accounts = self.hand.described()["accounts"]
        assert isinstance(accounts, list)
        return [lever["name"] for lever in accounts[account_id]["levers"]]


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with Vendor() as vendor:
        yield staged(vendor)


def staged(vendor: Vendor, *, habit: Habit | None = None) -> Stage:
    """Put a stagehand behind a vendor. Nobody sleeps by the clock, so nobody is waited for."""
    accounts = list[Account]()
    for name in ("team", "side"):
        account = vendor.open(Account(token=name, total=0, available=0, balance=12.5))
        trade.acquire(account, kind="order", traffic=20 * GB, life=10 * DAY, now=NOW)
        accounts.append(account)
    clock = Clock(at=NOW)
    market = Market(*(Customer(account=account, habit=habit) for account in accounts), begun=NOW)
    hand = Stagehand(
        life=Life(clock, market), vendor=vendor, zone=ZoneInfo("Europe/Berlin"), names=("Team account", "Side project")
    )
    return Stage(hand=hand, clock=clock, team=accounts[0], side=accounts[1], shown=[])


@pytest.mark.parametrize(
    ("name", "at", "said"),
    [
        ("hour", NOW + HOUR, "It is 14:00 on 2 March now."),
        ("day", NOW + DAY, "It is 13:00 on 3 March now."),
        ("morning", NOW + 20 * HOUR, "It is 09:00 on 3 March now."),
    ],
)
async def test_the_clock_is_moved_hour_by_hour(stage: Stage, name: str, at: datetime, said: str) -> None:
    assert await stage.move(name) == said

    steps = [after - before for before, after in zip([NOW, *stage.shown], stage.shown, strict=False)]
    assert at <= stage.clock() < at + MOMENT
    assert max(steps) < HOUR + MOMENT
    assert len(steps) == (at - NOW) / HOUR


async def test_tomorrow_at_nine_is_tomorrow_also_in_the_small_hours(stage: Stage) -> None:
    stage.clock.move(11 * HOUR + timedelta(minutes=30))  # half past midnight in Berlin, where it is the 3rd by now

    await stage.move("morning")

    assert datetime(2026, 3, 4, 8, tzinfo=UTC) <= stage.clock() < datetime(2026, 3, 4, 8, tzinfo=UTC) + MOMENT


async def test_tomorrow_at_nine_is_so_by_the_clock_on_the_wall_when_that_is_changed(stage: Stage) -> None:
    stage.clock.move(datetime(2026, 3, 28, 12, tzinfo=UTC) - stage.clock())

    assert await stage.move("morning") == "It is 09:00 on 29 March now."


async def test_people_go_on_using_traffic_while_the_clock_is_moved() -> None:
    async with Vendor() as vendor:
        stage = staged(vendor, habit=Habit(working_day=4 * GB, weekend_day=GB, zone=UTC))

        await stage.move("day")

    assert 14 * GB < stage.team.available < 18 * GB


async def test_who_has_something_to_say_of_what_another_has_just_seen_says_it_in_the_same_hour(stage: Stage) -> None:
    seen: list[datetime] = []
    said: list[datetime] = []

    async def speaker() -> None:  # looks before the other one, so that it has nothing to say at first
        while True:
            await stage.clock.sleep(TURN_SECONDS)
            if len(said) < len(seen):
                said.append(stage.clock())

    async def looker() -> None:
        while True:
            await stage.clock.sleep(TURN_SECONDS)
            if not seen or stage.clock() - seen[-1] >= HOUR - MOMENT:
                seen.append(stage.clock())

    circles = [asyncio.create_task(circle()) for circle in (speaker, looker)]
    await asyncio.sleep(0)

    await stage.hand.move_clock("day", stage.show)

    for circle in circles:
        circle.cancel()
    assert len(seen) == len(said) == 24
    assert all(after - before < MOMENT for before, after in zip(seen, said, strict=True))


async def test_what_is_done_is_done_to_the_account_as_it_is_by_then() -> None:
    async with Vendor() as vendor:
        stage = staged(vendor, habit=Habit(working_day=4 * GB, weekend_day=GB, zone=UTC))
        stage.clock.move(DAY)  # nobody has looked since

        await stage.pull("expire")

    (record,) = stage.team.records
    assert (record.status, stage.team.total, stage.team.available) == (0, 0, 0)
    assert GB < record.traffic_used < 6 * GB


@pytest.mark.parametrize(
    ("lever", "total", "available"),
    [
        ("use-1", 20, 19),
        ("use-10", 20, 10),
        ("use-most", 20, 1),
        ("buy", 30, 30),
        ("check-in", 20.5, 20.5),
        ("expire", 0, 0),
    ],
)
async def test_what_is_done_to_an_account_is_seen_an_hour_later_and_concerns_no_other(
    stage: Stage, lever: str, total: float, available: float
) -> None:
    said = await stage.pull(lever)

    assert said.endswith(".")
    assert (stage.team.total / GB, stage.team.available / GB) == (total, available)
    assert (stage.side.total / GB, stage.side.available / GB) == (20, 20)
    assert NOW + HOUR <= stage.clock() < NOW + HOUR + MOMENT


async def test_a_purchase_is_paid_from_the_balance_as_far_as_it_goes(stage: Stage) -> None:
    await stage.pull("buy")
    once = stage.team.balance
    await stage.pull("buy")

    assert (once, stage.team.balance) == (4.5, 0.0)


async def test_what_can_not_be_done_is_refused_in_words_and_takes_no_time(stage: Stage) -> None:
    await stage.pull("expire")
    then = stage.clock()

    for lever, why in (("use-1", "Nothing is left"), ("use-most", "left already"), ("expire", "no package")):
        with pytest.raises(NotNow, match=why):
            await stage.pull(lever)

    assert stage.clock() - then < MOMENT
    assert not stage.hand.is_busy


@pytest.mark.parametrize(("name", "account_id"), [("nothing", 0), ("use-1", None), ("use-1", 2), ("use-1", -1)])
async def test_what_is_not_there_can_not_be_done(stage: Stage, name: str, account_id: int | None) -> None:
    with pytest.raises(NotNow, match="can't be done"):
        await stage.pull(name, account_id)


async def test_the_clock_is_moved_in_no_other_way(stage: Stage) -> None:
    with pytest.raises(NotNow, match="can't be moved"):
        await stage.move("year")


@pytest.mark.parametrize(("there", "back"), [("revoke", "restore"), ("miscount", "count"), ("down", "up")])
async def test_what_was_broken_can_be_mended_and_that_takes_no_time(stage: Stage, there: str, back: str) -> None:
    await stage.pull(there)
    offered, then = stage.levers(), stage.clock()
    await stage.pull(back)

    assert back in offered
    assert there not in offered
    assert there in stage.levers()
    assert stage.clock() - then < MOMENT
    assert (stage.team.revoked, stage.team.miscounted, stage.hand.is_down) == (False, False, False)


async def test_one_thing_is_done_at_a_time(stage: Stage) -> None:
    refused = []

    async def hurry() -> None:
        for doing in (stage.hand.move_clock("hour", stage.show), stage.hand.pull("buy", 0, stage.show)):
            with pytest.raises(NotNow, match="at a time") as refusal:
                await doing
            refused.append(str(refusal.value))

    await stage.hand.move_clock("hour", hurry)

    assert len(refused) == 2
    assert stage.team.total == 20 * GB
    assert not stage.hand.is_busy


async def test_the_panel_is_told_how_the_accounts_stand(stage: Stage) -> None:
    await stage.pull("use-10")
    await stage.pull("revoke", 1)

    told: Any = stage.hand.described()

    team, side = told["accounts"]
    assert (team["name"], team["total_bytes"], team["available_bytes"]) == ("Team account", 20 * GB, 10 * GB)
    assert (team["expires"], team["expiring_bytes"]) == (int((NOW + 10 * DAY).timestamp()), 10 * GB)
    assert (team["is_revoked"], side["is_revoked"]) == (False, True)
    assert (told["zone"], told["is_busy"], told["is_down"]) == ("Europe/Berlin", False, False)
