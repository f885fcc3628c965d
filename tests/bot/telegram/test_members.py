"""Who is an admin: asked of Telegram, remembered for a minute, dropped when something changes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.commands import Admin
from bot.problems import RightsUnknown
from bot.telegram.members import Members
from sandbox.telegram import Chat, Person
from tests.bot.telegram.house import House

ASKED = "getChatAdministrators"


@dataclass(kw_only=True)
class Group:
    """A group with an admin or two, and who asks about them."""

    house: House
    chat: Chat
    creator: Person
    hidden: Person
    moved: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.members = Members(self.house.bot, clock=self.house.clock, moved=self.move)

    async def move(self, old_id: int, new_id: int) -> None:
        """Note a move."""
        self.moved.append((old_id, new_id))

    @property
    def asked(self) -> int:
        """How often Telegram was asked."""
        return len(self.house.called(ASKED))


@pytest.fixture
async def group(house: House) -> Group:
    creator, hidden = house.telegram.person("Ann"), house.telegram.person("Hidden")
    chat = house.telegram.group("Scrapers", creator, hidden, house.telegram.person("Bob"))
    house.telegram.promote(hidden, chat, anonymous=True)
    house.telegram.add_bot(chat, creator)
    house.telegram.promote_bot(chat, creator)
    return Group(house=house, chat=chat, creator=creator, hidden=hidden)


async def test_admins_are_people_and_the_anonymous_ones_are_hidden(group: Group) -> None:
    there = await group.members.of(group.chat.id)

    assert set(there) == {
        Admin(person_id=group.creator.id, name="Ann", hidden=False),
        Admin(person_id=group.hidden.id, name="Hidden", hidden=True),
    }


async def test_an_answer_is_remembered_for_a_minute(group: Group) -> None:
    for seconds in (0, 30, 29):
        group.house.clock.advance(timedelta(seconds=seconds))
        await group.members.of(group.chat.id)
    once = group.asked
    group.house.clock.advance(timedelta(seconds=2))
    await group.members.of(group.chat.id)

    assert (once, group.asked) == (1, 2)


async def test_a_clock_that_is_set_back_makes_no_answer_last(group: Group) -> None:
    await group.members.of(group.chat.id)

    group.house.clock.advance(-timedelta(days=1))
    await group.members.of(group.chat.id)

    assert group.asked == 2


async def test_a_fresh_answer_is_asked_for_and_remembered(group: Group) -> None:
    await group.members.of(group.chat.id)
    group.house.telegram.demote(group.hidden, group.chat)

    fresh = await group.members.of(group.chat.id, fresh=True)

    assert [one.name for one in fresh] == ["Ann"]
    assert await group.members.of(group.chat.id) == fresh
    assert group.asked == 2


async def test_what_is_dropped_is_asked_for_again(group: Group) -> None:
    await group.members.of(group.chat.id)
    group.house.telegram.demote(group.hidden, group.chat)

    group.members.drop(group.chat.id)

    assert [one.name for one in await group.members.of(group.chat.id)] == ["Ann"]


async def test_an_answer_that_was_on_its_way_when_something_changed_is_not_kept(group: Group) -> None:
    gate = group.house.telegram.faults.hold(ASKED, effect="before")
    asking = asyncio.ensure_future(group.members.of(group.chat.id))
    await gate.reached()
    group.house.telegram.demote(group.hidden, group.chat)
    group.members.drop(group.chat.id)
    gate.release()

    old = await asking
    new = await group.members.of(group.chat.id)

    assert (len(old), len(new)) == (2, 1)


async def test_those_who_ask_together_share_one_question(group: Group) -> None:
    answers = await asyncio.gather(*(group.members.of(group.chat.id) for _ in range(5)))

    assert len(set(answers)) == 1
    assert group.asked == 1


async def test_who_stops_waiting_takes_the_answer_from_nobody_else(group: Group) -> None:
    gate = group.house.telegram.faults.hold(ASKED, effect="before")
    first, second = (asyncio.ensure_future(group.members.of(group.chat.id)) for _ in range(2))
    await gate.reached()
    first.cancel()
    gate.release()

    assert len(await second) == 2


async def test_what_telegram_does_not_tell_is_not_known_and_asked_again(group: Group) -> None:
    group.house.telegram.faults.answer(ASKED, status=400, description="Bad Request: chat not found")
    with pytest.raises(RightsUnknown):
        await group.members.of(group.chat.id)

    assert len(await group.members.of(group.chat.id)) == 2


@pytest.mark.parametrize("body", [b'{"ok":true,"result":[{"status":"creator"}]}', b'{"ok":true,"result":7}', b"<html>"])
async def test_an_answer_that_is_none_is_not_known(group: Group, body: bytes) -> None:
    group.house.telegram.faults.body(ASKED, body)

    with pytest.raises(RightsUnknown):
        await group.members.of(group.chat.id)


async def test_a_group_that_moved_is_asked_under_its_new_number(house: House) -> None:
    creator = house.telegram.person("Ann")
    chat = house.telegram.group("Scrapers", creator, kind="group")
    house.telegram.add_bot(chat, creator)
    group = Group(house=house, chat=chat, creator=creator, hidden=creator)
    supergroup = house.telegram.migrate(chat, creator)

    there = await group.members.of(chat.id)

    assert [one.name for one in there] == ["Ann"]
    assert group.moved == [(chat.id, supergroup.id)]
