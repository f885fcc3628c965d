"""Live cards: one for each chat or topic, woken no sooner than they may be edited, claimed by one at a time."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

import storage
from storage import Card, DueCard, Storage
from storage.cards import APART
from tests.storage.given import CHAT, GROUP, NOW, SUPERGROUP, connect, kind_of
from tests.storage.test_life import move

MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=1)
CARD = Card(chat_id=CHAT, topic_id=0, message_id=70, shown="first", edited_at=NOW)


async def place(kept: Storage, chat_id: int = CHAT, topic_id: int = 0, message_id: int = 70) -> int | None:
    """Let a message be the card of a chat that is made known if need be."""
    await kept.chats.meet(chat_id, kind_of(chat_id), None, NOW)
    return await kept.cards.place(chat_id, topic_id, message_id, shown="first", now=NOW)


async def claimed(kept: Storage, *, at: timedelta = APART) -> tuple[DueCard, ...]:
    """What is due so long after now, claimed."""
    return await kept.cards.claim(NOW + at, lease=LEASE, limit=9)


async def woken(kept: Storage, *, at: timedelta = APART) -> DueCard:
    """A card that was woken, and claimed when that was due."""
    await place(kept)
    await kept.cards.wake((CHAT,), NOW)
    (due,) = await claimed(kept, at=at)
    return due


async def test_a_message_becomes_the_card_in_the_place_of_the_one_before(kept: Storage) -> None:
    first = await place(kept)
    second = await place(kept, message_id=71)
    again = await place(kept, message_id=71)

    assert (first, second, again) == (None, 70, None)
    assert await kept.cards.find(CHAT, 0) == Card(chat_id=CHAT, topic_id=0, message_id=71, shown="first", edited_at=NOW)
    assert await kept.cards.at(CHAT, 70) is None
    assert await kept.cards.at(CHAT, 71) is not None


async def test_each_topic_has_its_own(kept: Storage) -> None:
    await place(kept, GROUP)
    await place(kept, GROUP, topic_id=8, message_id=80)

    cards = [await kept.cards.find(GROUP, topic_id) for topic_id in (0, 8)]
    assert [card.message_id for card in cards if card is not None] == [70, 80]


async def test_in_a_chat_that_is_not_known_there_is_none(kept: Storage) -> None:
    assert await kept.cards.place(CHAT, 0, 70, shown="first", now=NOW) is None
    assert await kept.cards.find(CHAT, 0) is None


async def test_a_card_that_nobody_woke_is_never_due(kept: Storage) -> None:
    await place(kept)

    assert await claimed(kept, at=timedelta(days=400)) == ()


async def test_a_card_is_due_no_sooner_than_five_minutes_after_it_was_edited(kept: Storage) -> None:
    await place(kept)

    await kept.cards.wake((CHAT, GROUP), NOW + MINUTE)
    early = await claimed(kept, at=APART - timedelta(seconds=1))
    (due,) = await claimed(kept)

    assert early == ()
    assert (due.card, due.attempts) == (CARD, 1)
    assert await claimed(kept) == ()


async def test_long_after_its_last_edit_it_is_due_at_once(kept: Storage) -> None:
    await place(kept)

    await kept.cards.wake((CHAT,), NOW + timedelta(days=1))

    assert len(await claimed(kept, at=timedelta(days=1))) == 1


async def test_waking_again_puts_nothing_off(kept: Storage) -> None:
    await place(kept)
    await kept.cards.wake((CHAT,), NOW + timedelta(hours=1))
    await kept.cards.wake((CHAT,), NOW + timedelta(hours=2))

    assert len(await claimed(kept, at=timedelta(hours=1))) == 1


async def test_what_was_settled_sleeps_and_remembers_what_it_shows(kept: Storage) -> None:
    due = await woken(kept)

    assert await kept.cards.settle(due, shown="second", now=NOW + APART)

    card = await kept.cards.find(CHAT, 0)
    assert card is not None
    assert (card.shown, card.edited_at) == ("second", NOW + APART)
    assert await claimed(kept, at=timedelta(days=1)) == ()


async def test_what_was_not_edited_may_be_edited_at_once_when_it_is_woken_again(kept: Storage) -> None:
    due = await woken(kept)

    await kept.cards.settle(due, shown=None, now=NOW + APART)
    await kept.cards.wake((CHAT,), NOW + APART + MINUTE)

    (again,) = await claimed(kept, at=APART + MINUTE)
    assert (again.card, again.attempts) == (CARD, 1)


@pytest.mark.parametrize("edited", [True, False])
async def test_what_is_woken_while_it_is_looked_at_is_looked_at_again(kept: Storage, edited: bool) -> None:
    due = await woken(kept)
    await kept.cards.wake((CHAT,), NOW + APART)
    held = await kept.cards.hold(due, NOW + APART + LEASE)

    await kept.cards.settle(due, shown="second" if edited else None, now=NOW + APART)

    assert held
    at = 2 * APART if edited else APART
    assert await claimed(kept, at=at - timedelta(seconds=1)) == ()
    assert len(await claimed(kept, at=at)) == 1


async def test_what_somebody_has_it_show_meanwhile_is_compared_with_again(kept: Storage) -> None:
    due = await woken(kept)
    await kept.cards.shows(CARD, "pressed", NOW + APART)

    await kept.cards.settle(due, shown="second", now=NOW + APART)

    (again,) = await claimed(kept, at=2 * APART)
    assert again.card.shown == "second"


async def test_a_claim_that_runs_out_is_anybodys_and_void(kept: Storage) -> None:
    due = await woken(kept)

    (other,) = await claimed(kept, at=APART + LEASE)

    assert other.attempts == 2
    assert not await kept.cards.hold(due, NOW + timedelta(days=1))
    assert not await kept.cards.settle(due, shown="second", now=NOW)
    assert await kept.cards.settle(other, shown="third", now=NOW)


async def test_whoever_takes_over_a_claim_has_seen_what_woke_the_card_before(kept: Storage) -> None:
    await woken(kept)
    await kept.cards.wake((CHAT,), NOW + APART)
    (other,) = await claimed(kept, at=APART + LEASE)

    await kept.cards.settle(other, shown=None, now=NOW + APART + LEASE)

    assert await claimed(kept, at=timedelta(days=1)) == ()


@pytest.mark.parametrize("change", ["place", "take", "recall"])
async def test_a_claim_on_what_was_changed_is_void(kept: Storage, change: str) -> None:
    due = await woken(kept)

    if change == "place":
        await place(kept, message_id=71)
    elif change == "take":
        await kept.cards.take(CARD)
    else:
        await kept.cards.recall(NOW, NOW)

    assert not await kept.cards.hold(due, NOW + timedelta(days=1))
    assert not await kept.cards.end(due)
    assert not await kept.cards.postpone(due, NOW)


async def test_what_is_put_off_or_given_back_is_due_again(kept: Storage) -> None:
    due = await woken(kept)
    await kept.cards.postpone(due, NOW + timedelta(hours=1))
    early = await claimed(kept, at=timedelta(minutes=59))
    (later,) = await claimed(kept, at=timedelta(hours=1))
    await kept.cards.release(later)
    (back,) = await claimed(kept, at=timedelta(hours=1))

    assert early == ()
    assert (later.attempts, back.attempts) == (2, 2)


async def test_what_is_lost_is_forgotten(kept: Storage) -> None:
    due = await woken(kept)

    assert await kept.cards.end(due)
    assert await kept.cards.find(CHAT, 0) is None


async def test_taking_a_card_down_spares_the_one_that_took_its_place(kept: Storage) -> None:
    await place(kept, message_id=71)

    await kept.cards.take(CARD)

    assert await kept.cards.at(CHAT, 71) is not None


async def test_what_a_wrong_clock_put_off_is_looked_at_now(kept: Storage) -> None:
    due = await woken(kept)
    await kept.cards.postpone(due, NOW + timedelta(days=3))

    await kept.cards.recall(NOW + timedelta(days=1), NOW)

    assert len(await claimed(kept, at=timedelta())) == 1


async def test_an_edit_by_a_clock_that_was_ahead_keeps_nothing_waiting_for_long(kept: Storage) -> None:
    due = await woken(kept)
    await kept.cards.settle(due, shown="second", now=NOW + timedelta(days=300))

    await kept.cards.wake((CHAT,), NOW)

    assert len(await claimed(kept)) == 1


@pytest.mark.parametrize("keeps_history", [False, True])
async def test_a_chat_that_is_left_has_no_card(kept: Storage, keeps_history: bool) -> None:
    await connect(kept, chat_id=GROUP)
    await kept.chats.choose(GROUP, keeps_history=keeps_history)
    await place(kept, GROUP)

    await kept.life.leave(GROUP)
    await kept.chats.meet(GROUP, "group", None, NOW)

    assert await kept.cards.find(GROUP, 0) is None


async def test_a_forgotten_chat_takes_its_card_along_and_no_other(kept: Storage) -> None:
    await place(kept)
    await place(kept, CHAT + 1)

    await kept.life.forget(CHAT)

    assert await kept.cards.find(CHAT, 0) is None
    assert await kept.cards.find(CHAT + 1, 0) is not None


async def test_with_the_group_the_card_is_lost_and_that_is_due_at_once(kept: Storage) -> None:
    await place(kept, GROUP)
    await kept.cards.wake((GROUP,), NOW)
    (due,) = await claimed(kept)

    await move(kept)

    (lost,) = await claimed(kept, at=timedelta())
    assert (lost.card.chat_id, lost.card.message_id, lost.attempts) == (SUPERGROUP, None, 1)
    assert not await kept.cards.settle(due, shown="second", now=NOW)
    assert await kept.cards.find(GROUP, 0) == lost.card


async def test_where_the_supergroup_has_a_card_nothing_is_lost(kept: Storage) -> None:
    await place(kept, GROUP)
    await place(kept, SUPERGROUP, message_id=5)

    await move(kept)

    card = await kept.cards.find(SUPERGROUP, 0)
    assert card is not None
    assert card.message_id == 5
    assert await claimed(kept, at=timedelta(days=1)) == ()


async def test_what_is_asleep_is_passed_over_by_an_index(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        await place(kept)

    with sqlite3.connect(path) as database:
        query = "EXPLAIN QUERY PLAN SELECT * FROM cards WHERE wake_at <= '2026' ORDER BY wake_at LIMIT 1"
        plan = str(database.execute(query).fetchall())
    database.close()

    assert "ix_cards_wake_at" in plan
