"""Live cards as errands: what became of a look at one is what is written down. Time is moved by the tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.pushes.cards import CardErrands, Lost, Outcome, Shown
from bot.pushes.outcome import Later
from bot.pushes.worker import SHORTEST_PAUSE, Turn, Worker
from storage import Card, DueCard, Storage
from storage.cards import APART
from tests.bot.pushes.test_worker import EIGHT, MINUTE, SECOND, Time, settled

CHAT = 1


@dataclass(kw_only=True)
class Hand:
    """What edits: it notes when it looked at which card, and does what it is told."""

    time: Time
    outcomes: list[Outcome | Exception] = field(default_factory=list)
    looks: list[datetime] = field(default_factory=list)
    gate: asyncio.Event | None = None

    async def __call__(self, due: DueCard, turn: Turn) -> Outcome:
        """Look at a card."""
        self.looks.append(self.time.now)
        await turn()
        if self.gate is not None:
            await self.gate.wait()
        outcome = self.outcomes.pop(0) if self.outcomes else Shown(digest=None)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Storage]:
    """A database with one card, placed at eight."""
    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        await kept.chats.meet(CHAT, "private", None, EIGHT)
        await kept.cards.place(CHAT, 0, 7, shown="first", now=EIGHT)
        yield kept


@pytest.fixture
def time() -> Time:
    """Eight o'clock."""
    return Time()


@asynccontextmanager
async def working(kept: Storage, hand: Hand) -> AsyncIterator[Worker[DueCard]]:
    """A worker that runs until the block ends."""
    worker = Worker(CardErrands(kept.cards, hand), clock=hand.time.clock, sleep=hand.time.sleep)
    running = asyncio.create_task(worker.run())
    await settled()
    yield worker
    stopping = asyncio.create_task(worker.stop(1))
    await settled()
    await hand.time.move(hand.time.now + SECOND)
    await asyncio.gather(stopping, running)


async def card(kept: Storage) -> Card | None:
    """The card as it is now."""
    return await kept.cards.find(CHAT, 0)


async def test_a_woken_card_is_edited_five_minutes_after_the_last_time_and_no_sooner(kept: Storage, time: Time) -> None:
    hand = Hand(time=time, outcomes=[Shown(digest="second"), Shown(digest="third")])
    async with working(kept, hand):
        for _ in range(12):
            await kept.cards.wake((CHAT,), time.now)
            await time.passes(MINUTE, step=MINUTE)

    assert hand.looks == [EIGHT + APART, EIGHT + 2 * APART]
    assert await card(kept) == Card(chat_id=CHAT, topic_id=0, message_id=7, shown="third", edited_at=EIGHT + 2 * APART)


async def test_a_card_that_nobody_wakes_is_never_looked_at(kept: Storage, time: Time) -> None:
    hand = Hand(time=time)
    async with working(kept, hand):
        await time.passes(timedelta(hours=3), step=MINUTE)

    assert hand.looks == []


async def test_what_could_not_be_edited_is_looked_at_again_then(kept: Storage, time: Time) -> None:
    again = EIGHT + timedelta(minutes=17)
    hand = Hand(time=time, outcomes=[Later(until=again)])
    async with working(kept, hand):
        await kept.cards.wake((CHAT,), time.now)
        await time.passes(timedelta(minutes=30), step=MINUTE)

    assert hand.looks == [EIGHT + APART, again]


async def test_a_bug_is_tried_again_ever_later_and_costs_no_card(kept: Storage, time: Time) -> None:
    hand = Hand(time=time, outcomes=[ValueError("a bug")] * 2)
    async with working(kept, hand):
        await kept.cards.wake((CHAT,), time.now)
        await time.passes(timedelta(minutes=10), step=SHORTEST_PAUSE)

    first = EIGHT + APART
    assert hand.looks == [first, first + SHORTEST_PAUSE, first + 3 * SHORTEST_PAUSE]
    assert await card(kept) is not None


async def test_a_lost_card_is_forgotten(kept: Storage, time: Time) -> None:
    hand = Hand(time=time, outcomes=[Lost()])
    async with working(kept, hand):
        await kept.cards.wake((CHAT,), time.now)
        await time.passes(2 * APART, step=MINUTE)

    assert await card(kept) is None
    assert len(hand.looks) == 1


async def test_two_workers_edit_a_card_once(kept: Storage, time: Time) -> None:
    hand = Hand(time=time, outcomes=[Shown(digest="second")])
    async with working(kept, hand), working(kept, hand):
        await kept.cards.wake((CHAT,), time.now)
        await time.passes(2 * APART, step=MINUTE)

    assert len(hand.looks) == 1


async def test_what_a_worker_has_in_hand_when_it_is_stopped_the_next_one_does(kept: Storage, time: Time) -> None:
    stuck, next_one = Hand(time=time, gate=asyncio.Event()), Hand(time=time, outcomes=[Shown(digest="second")])
    async with working(kept, stuck):
        await kept.cards.wake((CHAT,), time.now)
        await time.passes(APART, step=MINUTE)
    async with working(kept, next_one):
        await time.passes(2 * MINUTE)

    assert len(stuck.looks) == 1
    assert (await card(kept) or pytest.fail("no card")).shown == "second"


async def test_a_clock_that_was_ahead_keeps_no_card_waiting_after_it_was_put_right(kept: Storage, time: Time) -> None:
    hand = Hand(time=time)
    await kept.cards.wake((CHAT,), EIGHT)
    (due,) = await kept.cards.claim(EIGHT + APART, lease=MINUTE, limit=1)
    await kept.cards.postpone(due, EIGHT + timedelta(days=300))

    async with working(kept, hand):
        await time.passes(2 * SECOND)

    assert len(hand.looks) == 1
