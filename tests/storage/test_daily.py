"""Daily summaries: claimed by one, settled once for each date, moved along with their chat, whole after any crash."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import storage
from storage import Daily, Due, Occurrence, Storage
from storage.daily import AT_ONCE, Plan
from storage.engines.sqlite import SQLite
from tests.storage.given import CHAT, GROUP, NOW, SUPERGROUP, connect, kind_of

LEASE = timedelta(minutes=1)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TODAY = NOW.date()


def on(days: int = 0, hours: float = 0) -> Occurrence:
    """An occurrence so far from now."""
    return Occurrence(local_date=TODAY + days * DAY, at=NOW + days * DAY + hours * HOUR)


def at(occurrence: Occurrence) -> Plan:
    """A plan that is this, whatever was planned."""
    return lambda _: occurrence


def as_planned(daily: Daily) -> Occurrence:
    """A plan that what was planned stands."""
    assert daily.next is not None
    return daily.next


async def subscribe(
    kept: Storage, chat_id: int = CHAT, topic_id: int = 0, *, next_one: Occurrence | None = None, minutes: int = 540
) -> Daily:
    """Switch a summary on that is due now, unless another time is said."""
    await kept.chats.meet(chat_id, kind_of(chat_id), None, NOW)
    daily = await kept.daily.set(chat_id, topic_id, minutes, at(next_one or on()))
    assert daily is not None
    return daily


async def claim(kept: Storage, after: timedelta = timedelta(), limit: int = 10) -> tuple[Due, ...]:
    """Claim what is due."""
    claimed = await kept.daily.claim(NOW + after, lease=LEASE, limit=limit, plan=as_planned)
    assert claimed.skipped == 0
    return claimed.due


async def claim_one(kept: Storage, after: timedelta = timedelta()) -> Due:
    """Claim the only one that is due."""
    (due,) = await claim(kept, after)
    return due


async def test_what_is_switched_on_is_found_with_the_zone_of_its_chat(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)
    await kept.chats.choose(CHAT, zone="Asia/Tokyo")
    seen: list[Daily] = []

    def plan(daily: Daily) -> Occurrence:
        seen.append(daily)
        return on(1)

    made = await kept.daily.set(CHAT, 7, 615, plan, with_picture=True)

    expected = Daily(chat_id=CHAT, topic_id=7, minutes=615, with_picture=True, zone="Asia/Tokyo")
    assert seen == [expected]
    assert made == replace(expected, next=on(1))
    assert await kept.daily.find(CHAT, 7) == made
    assert await kept.daily.of(CHAT) == (made,)
    assert await kept.daily.find(CHAT, 0) is None
    assert await kept.daily.of(CHAT + 1) == ()


async def test_in_a_chat_that_is_not_known_nothing_is_switched_on(kept: Storage) -> None:
    assert await kept.daily.set(CHAT, 0, 540, at(on())) is None


async def test_changing_the_time_keeps_the_picture_and_what_was_said(kept: Storage) -> None:
    await subscribe(kept)
    await kept.daily.set(CHAT, 0, 540, at(on()), with_picture=True)
    await kept.daily.settle(await claim_one(kept), at(on(1)), said_at=NOW + MINUTE)

    changed = await kept.daily.set(CHAT, 0, 600, at(on(2)))

    assert changed == Daily(
        chat_id=CHAT,
        topic_id=0,
        minutes=600,
        with_picture=True,
        next=on(2),
        last_date=TODAY,
        last_at=NOW + MINUTE,
    )


async def test_what_is_switched_off_is_never_due_and_its_last_date_is_remembered(kept: Storage) -> None:
    await subscribe(kept)
    await kept.daily.settle(await claim_one(kept), at(on(0, 1)), said_at=NOW)

    assert await kept.daily.off(CHAT, 0)
    assert not await kept.daily.off(CHAT, 0)

    assert await kept.daily.of(CHAT) == ()
    assert await claim(kept, DAY) == ()
    was = await kept.daily.find(CHAT, 0)
    assert was is not None
    assert (was.next, was.minutes, was.last_date) == (None, 540, TODAY)


async def test_only_what_is_due_is_claimed_and_only_once(kept: Storage) -> None:
    first = await subscribe(kept, CHAT, next_one=on(0, -1))
    await subscribe(kept, CHAT + 1, next_one=on(0, 1))
    second = await subscribe(kept, CHAT, 5)

    due = await claim(kept)

    assert [one.daily for one in due] == [first, second]
    assert [(one.occurrence, one.attempts) for one in due] == [(on(0, -1), 1), (on(), 1)]
    assert due[0].token != due[1].token
    assert await claim(kept) == ()
    assert await claim(kept, LEASE - timedelta.resolution) == ()


async def test_no_more_are_claimed_than_there_is_room_for(kept: Storage) -> None:
    for number in range(5):
        await subscribe(kept, CHAT + number)

    assert [len(await claim(kept, limit=limit)) for limit in (0, 2, 2, 2)] == [0, 2, 2, 1]


async def test_a_claim_that_runs_out_is_anybodys_and_void(kept: Storage) -> None:
    await subscribe(kept)
    dead = await claim_one(kept)

    heir = await claim_one(kept, LEASE)

    assert (heir.occurrence, heir.attempts) == (dead.occurrence, 2)
    assert not await kept.daily.hold(dead, NOW + HOUR)
    assert not await kept.daily.postpone(dead, NOW)
    assert not await kept.daily.release(dead)
    assert not await kept.daily.end(dead)
    assert not await kept.daily.settle(dead, at(on(9)), said_at=None)
    assert await kept.daily.hold(heir, NOW + HOUR)
    assert await kept.daily.find(CHAT, 0) == dead.daily


async def test_a_claim_that_is_held_does_not_run_out(kept: Storage) -> None:
    await subscribe(kept)
    due = await claim_one(kept)

    assert await kept.daily.hold(due, NOW + HOUR)

    assert await claim(kept, HOUR - timedelta.resolution) == ()
    assert (await claim_one(kept, HOUR)).attempts == 2


async def test_what_was_said_and_when_the_next_is_are_written_together(kept: Storage) -> None:
    await subscribe(kept)
    due = await claim_one(kept)
    seen: list[Daily] = []

    def plan(daily: Daily) -> Occurrence:
        seen.append(daily)
        return on(1)

    assert await kept.daily.settle(due, plan, said_at=NOW + MINUTE)

    # The plan knows already what was said, and in which zone the chat is now.
    said = replace(due.daily, last_date=TODAY, last_at=NOW + MINUTE)
    assert seen == [said]
    assert await kept.daily.find(CHAT, 0) == replace(said, next=on(1))
    assert await claim(kept, DAY - timedelta.resolution) == ()
    assert (await claim_one(kept, DAY)).attempts == 1


async def test_what_is_skipped_was_not_said(kept: Storage) -> None:
    await subscribe(kept)
    due = await claim_one(kept)

    assert await kept.daily.settle(due, at(on(1)), said_at=None)

    assert await kept.daily.find(CHAT, 0) == replace(due.daily, next=on(1))


async def test_a_date_is_settled_once(kept: Storage) -> None:
    await subscribe(kept)
    due = await claim_one(kept)
    assert await kept.daily.settle(due, at(on(1)), said_at=NOW)
    once = await kept.daily.find(CHAT, 0)

    assert not await kept.daily.settle(due, at(on(9)), said_at=NOW + HOUR)

    assert await kept.daily.find(CHAT, 0) == once


@pytest.mark.parametrize("change", ["another time", "off"])
async def test_what_is_changed_while_it_is_said_counts_as_said(kept: Storage, change: str) -> None:
    await subscribe(kept)
    due = await claim_one(kept)
    if change == "off":
        await kept.daily.off(CHAT, 0)
    else:
        await kept.daily.set(CHAT, 0, 600, at(on(0, 1)))

    assert not await kept.daily.hold(due, NOW + HOUR)
    assert not await kept.daily.settle(due, at(on(9)), said_at=NOW + MINUTE)

    daily = await kept.daily.find(CHAT, 0)
    assert daily is not None
    assert (daily.last_date, daily.last_at) == (TODAY, NOW + MINUTE)
    assert daily.next == (None if change == "off" else on(0, 1))


async def test_what_is_put_off_stays_due_and_counts_its_attempts(kept: Storage) -> None:
    await subscribe(kept)
    first = await claim_one(kept)

    assert await kept.daily.postpone(first, NOW + HOUR)

    assert await claim(kept, HOUR - timedelta.resolution) == ()
    again = await claim_one(kept, HOUR)
    assert (again.occurrence, again.attempts) == (first.occurrence, 2)


async def test_what_is_given_back_is_due_at_once_as_if_nobody_had_claimed_it(kept: Storage) -> None:
    await subscribe(kept)

    assert await kept.daily.release(await claim_one(kept))

    assert (await claim_one(kept)).attempts == 1


async def test_what_can_never_be_said_again_is_switched_off(kept: Storage) -> None:
    await subscribe(kept)

    assert await kept.daily.end(await claim_one(kept))

    assert await kept.daily.of(CHAT) == ()


async def test_what_the_plan_puts_off_is_skipped_in_the_same_transaction(kept: Storage) -> None:
    await subscribe(kept, CHAT, next_one=on(-3))
    await subscribe(kept, CHAT + 1, next_one=on(-2))
    await subscribe(kept, CHAT + 2)

    # Of two that are too late one has its next right now, the other tomorrow.
    plans = {CHAT: on(), CHAT + 1: on(1), CHAT + 2: on()}
    claimed = await kept.daily.claim(NOW, lease=LEASE, limit=10, plan=lambda daily: plans[daily.chat_id])

    assert claimed.skipped == 2
    assert [(one.daily.chat_id, one.occurrence, one.attempts) for one in claimed.due] == [
        (CHAT, on(), 1),
        (CHAT + 2, on(), 1),
    ]
    assert claimed.due[0].daily.next == on()
    assert (await kept.daily.of(CHAT + 1))[0].next == on(1)
    assert (await kept.daily.of(CHAT))[0].last_date is None


async def test_much_that_is_too_late_is_skipped_batch_by_batch(kept: Storage) -> None:
    for number in range(AT_ONCE + 5):
        await subscribe(kept, CHAT + number, next_one=on(-2))

    counted = [await kept.daily.claim(NOW, lease=LEASE, limit=1, plan=at(on(1))) for _ in range(3)]

    assert [(one.skipped, one.due) for one in counted] == [(AT_ONCE, ()), (5, ()), (0, ())]


async def test_a_plan_that_fails_claims_nothing(kept: Storage) -> None:
    await subscribe(kept)
    await subscribe(kept, CHAT + 1)

    def fail(daily: Daily) -> Occurrence:
        if daily.chat_id != CHAT:
            raise ArithmeticError
        return on()

    with pytest.raises(ArithmeticError):
        await kept.daily.claim(NOW, lease=LEASE, limit=10, plan=fail)

    assert len(await claim(kept)) == 2


async def test_another_zone_plans_anew_what_is_not_due_yet(kept: Storage) -> None:
    pending = await subscribe(kept)
    await subscribe(kept, CHAT, 5, next_one=on(0, 1))
    elsewhere = await subscribe(kept, CHAT + 1, next_one=on(0, 1))
    await subscribe(kept, CHAT, 6, next_one=on(0, 1))
    await kept.daily.off(CHAT, 6)
    await kept.chats.choose(CHAT, zone="Asia/Tokyo")
    zones: list[str | None] = []

    def plan(daily: Daily) -> Occurrence:
        zones.append(daily.zone)
        return on(1)

    await kept.daily.rezone(CHAT, NOW, plan)

    assert zones == ["Asia/Tokyo"]
    assert [one.next for one in await kept.daily.of(CHAT)] == [pending.next, on(1)]
    assert await kept.daily.of(CHAT + 1) == (elsewhere,)
    due = await claim(kept, 2 * HOUR)
    assert [(one.daily.chat_id, one.daily.topic_id) for one in due] == [(CHAT, 0), (CHAT + 1, 0)]


async def test_what_a_wrong_clock_put_off_for_too_long_is_found_and_planned_anew(kept: Storage) -> None:
    await subscribe(kept, CHAT, next_one=on(1))
    far = await subscribe(kept, CHAT + 1, next_one=on(400))
    claimed_then = await subscribe(kept, CHAT + 2)
    await kept.daily.hold(next(one for one in await claim(kept) if one.daily == claimed_then), NOW + 400 * DAY)

    strayed = await kept.daily.strayed(NOW + 2 * DAY)
    await kept.daily.replan(strayed, NOW + 2 * DAY, at(on(0, 1)))
    await kept.daily.replan(strayed, NOW + 2 * DAY, at(on(0, 2)))

    assert set(strayed) == {far, claimed_then}
    assert [one.daily.chat_id for one in await claim(kept, HOUR)] == [CHAT + 1, CHAT + 2]


async def test_a_forgotten_chat_takes_its_summaries_along(kept: Storage) -> None:
    await subscribe(kept)
    due = await claim_one(kept)
    stays = await subscribe(kept, CHAT + 1, next_one=on(1))

    await kept.life.forget(CHAT)

    assert await kept.daily.find(CHAT, 0) is None
    assert not await kept.daily.settle(due, at(on(1)), said_at=NOW)
    assert await kept.daily.find(CHAT, 0) is None
    assert await kept.daily.of(CHAT + 1) == (stays,)


@pytest.mark.parametrize("keeps_history", [True, False])
async def test_a_chat_that_put_the_bot_out_is_told_nothing(kept: Storage, keeps_history: bool) -> None:
    await subscribe(kept, GROUP)
    await kept.chats.choose(GROUP, keeps_history=keeps_history)

    await kept.life.leave(GROUP)

    assert await claim(kept, DAY) == ()
    await kept.chats.meet(GROUP, "group", None, NOW)
    assert await kept.daily.find(GROUP, 0) is None


async def move(kept: Storage) -> None:
    """Let the group become a supergroup."""
    await connect(kept, chat_id=GROUP)
    assert await kept.life.move(
        GROUP, SUPERGROUP, now=NOW, reseal=lambda _id, _chat, old: old, free_name=lambda name, _: f"{name}-2"
    )


@pytest.mark.parametrize("topic_id", [0, 7])
async def test_a_summary_moves_into_the_supergroup_with_the_claim_on_it(kept: Storage, topic_id: int) -> None:
    daily = await subscribe(kept, GROUP, topic_id)
    due = await claim_one(kept)

    await move(kept)

    moved = replace(daily, chat_id=SUPERGROUP, topic_id=0)
    assert await kept.daily.of(SUPERGROUP) == (moved,)
    assert await kept.daily.of(GROUP) == (moved,)
    assert await claim(kept) == ()
    assert await kept.daily.hold(due, NOW + HOUR)
    assert await kept.daily.settle(due, at(on(1)), said_at=NOW)
    assert await kept.daily.of(SUPERGROUP) == (replace(moved, next=on(1), last_date=TODAY, last_at=NOW),)


async def test_of_a_groups_summaries_the_one_in_no_topic_moves_or_else_one_that_is_on(kept: Storage) -> None:
    await subscribe(kept, GROUP, 3)
    await kept.daily.off(GROUP, 3)
    await subscribe(kept, GROUP, 8, minutes=600)
    await subscribe(kept, GROUP, 9, minutes=660)

    await move(kept)

    assert [(one.topic_id, one.minutes) for one in await kept.daily.of(SUPERGROUP)] == [(0, 600)]
    assert await kept.daily.of(GROUP) == await kept.daily.of(SUPERGROUP)


async def test_where_the_supergroup_has_one_that_counts_and_no_date_is_said_twice(kept: Storage) -> None:
    await subscribe(kept, GROUP)
    await kept.daily.settle(await claim_one(kept), at(on(1)), said_at=NOW)
    there = await subscribe(kept, SUPERGROUP, next_one=on(0, 2), minutes=840)
    in_topic = await subscribe(kept, SUPERGROUP, 5, next_one=on(0, 3))

    await move(kept)

    assert await kept.daily.of(SUPERGROUP) == (replace(there, last_date=TODAY, last_at=NOW), in_topic)


async def test_what_was_said_there_later_is_not_forgotten_by_a_move(kept: Storage) -> None:
    await subscribe(kept, GROUP)
    await kept.daily.settle(await claim_one(kept), at(on(3)), said_at=NOW)
    await subscribe(kept, SUPERGROUP, next_one=on(1))
    await kept.daily.settle(await claim_one(kept, DAY), at(on(2)), said_at=NOW + DAY)

    await move(kept)

    (there,) = await kept.daily.of(SUPERGROUP)
    assert (there.last_date, there.last_at) == (TODAY + DAY, NOW + DAY)


async def test_what_is_said_in_a_topic_while_the_chat_moves_where_one_is_counts_there(kept: Storage) -> None:
    await subscribe(kept, GROUP, 7)
    due = await claim_one(kept)
    await subscribe(kept, SUPERGROUP, next_one=on(0, 2))
    await move(kept)

    assert not await kept.daily.hold(due, NOW + HOUR)
    assert not await kept.daily.settle(due, at(on(1)), said_at=NOW)

    (there,) = await kept.daily.of(SUPERGROUP)
    assert (there.last_date, there.next) == (TODAY, on(0, 2))


async def test_what_is_not_due_is_passed_over_by_an_index(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}"):
        pass
    database = SQLite(f"sqlite:///{path}")
    queries = (
        "SELECT chat_id FROM daily WHERE wake_at <= '2026' LIMIT 1",
        "SELECT * FROM daily JOIN chats ON chats.chat_id = daily.chat_id WHERE wake_at <= '2026' ORDER BY wake_at",
        "SELECT * FROM daily WHERE wake_at > '2026' ORDER BY wake_at",
    )
    for query in queries:
        plan = await database.read(
            lambda connection, query=query: [  # type: ignore[misc]  # mypy can't tell a lambda with a default
                str(row[-1]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")
            ]
        )
        assert any("INDEX ix_daily_wake_at (wake_at" in line for line in plan), plan
        assert not any(line.startswith("SCAN") or "TEMP B-TREE" in line for line in plan), plan
    await database.close()


DEEDS = """
import asyncio, os, shutil, sys
from dataclasses import replace
from datetime import datetime, timedelta
from sqlalchemy import Engine, event
import storage
from storage import Occurrence

path, deed, chat_id, now = sys.argv[1], sys.argv[2], int(sys.argv[3]), datetime.fromisoformat(sys.argv[4])
day = timedelta(days=1)
next_one = Occurrence(local_date=now.date() + day, at=now + day)

async def do(path, last):
    done = 0

    def count(*_):
        nonlocal done
        done += 1
        if done == last:
            os._exit(9)

    async with storage.opened("sqlite:///" + path) as kept:
        due = None
        if deed not in ("set", "claim"):
            due, = (await kept.daily.claim(now, lease=day, limit=1, plan=lambda daily: daily.next)).due
        event.listen(Engine, "after_cursor_execute", count)
        if deed == "claim":
            await kept.daily.claim(
                now, lease=day, limit=2, plan=lambda daily: next_one if daily.topic_id == 2 else daily.next
            )
        elif deed == "set":
            await kept.daily.set(chat_id, 9, 540, lambda _: next_one)
        else:
            await kept.daily.settle(due, lambda _: next_one, said_at=now if deed == "settle" else None)
        os._exit(0)

ended, last = 9, 0
while ended == 9:
    last += 1
    here = path + "." + str(last)
    shutil.copy(path, here)
    process = os.fork()
    if process == 0:
        asyncio.run(do(here, last))
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    print(ended)
"""
"""Lets one process after the other do a deed on a file of its own: one ends after the first statement, one after the
second, and so on until one has done it. Says how each ended."""


def rows(path: Path) -> list[dict[str, Any]]:
    """Every summary, as another process finds it."""
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute("SELECT * FROM daily ORDER BY chat_id, topic_id")]
    database.close()
    return found


@pytest.mark.parametrize(("deed", "statements"), [("set", 5), ("claim", 4), ("settle", 2), ("skip", 2)])
async def test_what_is_cut_short_anywhere_happened_as_a_whole_or_not_at_all(
    path: Path, deed: str, statements: int
) -> None:
    # Given two that are due and one that is not
    async with storage.opened(f"sqlite:///{path}") as kept:
        for topic_id in (1, 2):
            await subscribe(kept, CHAT, topic_id, next_one=on(0, topic_id - 2))
        await subscribe(kept, CHAT, 3, next_one=on(1))
    before = rows(path)

    # When a process is ended after its first statement, its second, and so on until one gets to the end
    arguments = [str(path), deed, str(CHAT), NOW.isoformat()]
    ran = subprocess.run(
        [sys.executable, "-c", DEEDS, *arguments], capture_output=True, check=False, cwd=Path(__file__).parents[2]
    )
    codes = [int(line) for line in ran.stdout.split()]

    # Then nothing was done, or all of it.
    assert ran.returncode == 0, ran.stderr.decode()
    assert codes == [9] * (len(codes) - 1) + [0], ran.stderr.decode()
    assert len(codes) > statements
    *cut, whole = [rows(path.with_name(f"{path.name}.{number}")) for number in range(1, len(codes) + 1)]
    if deed in ("settle", "skip"):  # what they begin with is a claim
        before[0] |= {one: cut[0][0][one] for one in ("token", "wake_at", "attempts")}
        assert cut[0][0]["token"] is not None
    for found in cut:
        if deed in ("settle", "skip"):
            before[0]["token"] = found[0]["token"]
        assert found == before
    tomorrow = str(date.fromordinal(TODAY.toordinal() + 1))
    if deed == "set":
        assert [row["topic_id"] for row in whole] == [1, 2, 3, 9]
        assert (whole[3]["next_date"], whole[3]["wake_at"] == whole[3]["next_at"]) == (tomorrow, True)
    elif deed == "claim":
        assert [(row["token"] is None, row["next_date"]) for row in whole[:2]] == [
            (False, str(TODAY)),
            (True, tomorrow),
        ]
    else:
        said = str(TODAY) if deed == "settle" else None
        assert [whole[0][one] for one in ("token", "next_date", "last_date")] == [None, tomorrow, said]
