"""`/usage` and `/daily`: where the traffic went, from the bot's own history; and a word about it once a day."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

import storage
from bot import looking
from bot.asking import opened
from bot.bytesflows import client
from bot.keys import keyring
from bot.vault import Vault
from sandbox.vendor import Account
from tests.team import a_team, at_work
from tests.world import Conversation, Shown, World, sent_by_bot

GB = 1024**3
HOUR = timedelta(hours=1)


def bought(world: World, number: int, *, left: float, days: float, used: float = 0) -> Account:
    """An account with one package, so many GB of it left, that ends in so many days."""
    account = world.account(total=int((left + used) * GB), available=int(left * GB), records=1)
    account.records[0] = replace(
        account.records[0],
        traffic=int((left + used) * GB),
        traffic_used=int(used * GB),
        expires=(world.clock() + timedelta(days=days)).replace(tzinfo=None),
        record_id=f"P{number}",
    )
    return account


def uses(account: Account, amount: float) -> None:
    """Let an account use so many GB."""
    account.available -= int(amount * GB)
    account.records[0] = replace(account.records[0], traffic_used=account.records[0].traffic_used + int(amount * GB))


async def watched(world: World, account: Account, days: list[float]) -> None:
    """Let days pass, with so many GB used on each, and the bot look every six hours; it is off meanwhile."""
    vault = Vault(keyring(None, world.directory))
    async with (
        storage.opened(world.settings().database_url) as kept,
        client.connected(world.vendor.url, zone=world.settings().bytesflows_timezone, clock=world.clock) as asks,
    ):
        for used in days:
            for _ in range(4):
                world.clock.advance(6 * HOUR)
                uses(account, used / 4)
                for one in await kept.accounts.all():
                    await looking.keep(kept, one, await looking.look(asks, await opened(one, vault)))


@pytest.fixture
async def week(world: World) -> AsyncIterator[tuple[Conversation, Account]]:
    """Alice's chat, her account connected a week ago, 2 GB used a day but 6 once, 100 GB left for ten days."""
    now = world.clock()
    world.clock.advance(now.replace(hour=12, minute=0, second=1) + timedelta(days=1) - now)
    chat = world.person()
    account = bought(world, 1, left=118, days=17)
    async with world.bot():
        await chat.says(f"/login {account.token}")
    await watched(world, account, [2, 2, 6, 2, 2, 2, 2])
    async with world.bot():
        yield chat, account


async def test_usage_is_a_picture_with_its_figures_and_what_will_be_lost(week: tuple[Conversation, Account]) -> None:
    chat, _ = week

    shown = await chat.says("/usage")

    message = chat.world.telegram.messages(chat.chat)[-1]
    assert message.attachment is not None
    assert message.attachment.kind == "photo"
    lines = shown.text.splitlines()
    assert lines[0] == chat.words("usage-title", days=7)
    assert "17 GB in all" in shown.text
    assert "a day on average" in shown.text
    assert "Most on" in shown.text
    assert "not used up before the last of it expires" in shown.text
    assert "expire unused" in shown.text
    assert "It takes 10 GB a day to use all of it." in shown.text
    assert shown.labels[:3] == ["• 7d •", "30d", "90d"]


async def test_another_period_takes_the_place_of_the_picture(week: tuple[Conversation, Account]) -> None:
    chat, _ = week
    shown = await chat.says("/usage")

    longer = await chat.presses(shown, "/usage 30d")

    assert longer.id == shown.id
    assert longer.text.splitlines()[0] == chat.words("usage-title", days=30)
    assert "I have watched since" in longer.text


async def test_before_anything_can_be_told_that_is_said(chat: Conversation) -> None:
    await chat.says(f"/login {chat.world.account().token}")

    early = await chat.says("/usage")

    assert early.text == chat.words("usage-none")
    assert (await chat.says("/usage 14d")).text == chat.words("misused", argument="14d", example="/usage 30d")


async def test_usage_needs_no_vendor(week: tuple[Conversation, Account]) -> None:
    chat, _ = week
    chat.world.vendor.faults.answer(status=503, times=None)

    assert "17 GB in all" in (await chat.says("/usage")).text


async def test_a_summary_says_what_changed_and_whether_that_is_usual(week: tuple[Conversation, Account]) -> None:
    chat, account = week
    today = chat.world.clock().replace(tzinfo=None)
    reward = replace(account.records[0], record_id="R1", source_type="sign", traffic=GB, traffic_used=0, created=today)
    account.records.insert(0, reward)
    account.total += GB
    account.available += GB

    summary = await chat.says("/daily now")

    assert summary.text.startswith(chat.words("daily-title"))
    assert "Used 2 GB in the last 24 hours" in summary.text
    assert "below the usual" in summary.text
    assert "Checked in: 1 GB" in summary.text
    assert "not used up before the last of it expires" in summary.text


async def test_a_summary_of_a_day_on_which_nothing_happened_is_one_line(world: World) -> None:
    chat = world.person()
    account = bought(world, 1, left=50, days=300)
    async with world.bot():
        await chat.says(f"/login {account.token}")
    await watched(world, account, [0, 0])

    async with world.bot():
        quiet = await chat.says("/daily now")

    assert len(quiet.text.split("\n\n")) == 2
    assert "Nothing used" in quiet.text
    assert "50 GB of 50 GB available" in quiet.text


async def next_from_bot(chat: Conversation, advance: timedelta) -> Shown:
    """What the bot says by itself once so much time has passed."""
    async with chat.watch() as watch:
        chat.world.clock.advance(advance)
        return await chat.next(watch, sent_by_bot)


async def test_a_time_without_a_zone_asks_for_it_once(chat: Conversation) -> None:
    await chat.says(f"/login {chat.world.account().token}")

    asked = await chat.says("/daily 9:30")
    done = await chat.presses(asked, next(one for one in asked.commands if one.endswith("Europe/London")))

    assert asked.text == chat.words("daily-which-zone", time="09:30")
    assert "09:30" in done.text
    assert "London" in done.text
    assert "London" in (await chat.says("/daily 18:00")).text
    assert (await chat.says("/daily off")).text.startswith(chat.words("daily-off"))
    assert (await chat.says("/daily 25:00")).text == chat.words("misused", argument="25:00", example="/daily 09:00")


async def test_it_comes_by_itself_once_a_day_where_it_was_asked_for(world: World) -> None:
    world.every_seconds = 0.05
    team = a_team(world, forum=True)
    async with at_work(team):
        topic = world.telegram.topic(team.group, "Traffic")
        alice = team.in_topic(team.alice, topic.id)
        await team.connect()
        await alice.says(f"/daily {(world.clock() + 2 * HOUR):%H}:00 UTC")
        said = len(team.said)

        first = await next_from_bot(alice, 2 * HOUR)
        for _ in range(3):
            await alice.says("/help")
        second = await next_from_bot(alice, timedelta(days=1))

        titles = [text for text in team.said[said:] if text.startswith(alice.words("daily-title"))]
        messages = [one for one in world.telegram.messages(team.group) if one.id in (first.id, second.id)]
    assert len(titles) == 2
    assert [one.topic for one in messages] == [topic.id] * 2


def next_date(world: World) -> str:
    """The local date of the next summary, as another connection sees it."""
    with sqlite3.connect(world.directory / "bot.db") as database:
        ((found,),) = database.execute("SELECT next_date FROM daily").fetchall()
    database.close()
    return str(found)


async def test_what_the_clock_says_leaves_an_open_question_open(world: World) -> None:
    world.every_seconds = 0.05
    chat = world.person()
    async with world.bot():
        await chat.says(f"/login {world.account().token}")
        await chat.says(f"/daily {(world.clock() + HOUR):%H}:00 UTC")
        world.clock.advance(HOUR - timedelta(minutes=world.clock().minute + 5))
        await chat.says("/settings zone")

        await next_from_bot(chat, timedelta(minutes=6))

        assert "Berlin" in (await chat.says("berlin")).text


async def test_a_refused_token_is_said_once_and_then_nothing(world: World) -> None:
    world.every_seconds = 0.05
    chat = world.person()
    account = world.account()
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/alerts off")
        await chat.says(f"/daily {(world.clock() + HOUR):%H}:00 UTC")
        account.revoked = True

        told = await next_from_bot(chat, HOUR)
        said = len(chat.messages)
        for _ in range(2):
            before = next_date(world)
            world.clock.advance(timedelta(days=1))
            await chat.until(lambda before=before: next_date(world) > before)  # type: ignore[misc]  # bound now
        await chat.says("/help")

    assert chat.words("token-refused", name="main") in told.text
    assert len(chat.messages) == said + 2  # the question and its answer


async def test_only_admins_of_a_group_set_it_and_everybody_may_look(world: World) -> None:
    team = a_team(world)
    async with at_work(team):
        await team.connect()

        assert (await team.bob.says("/daily 09:00")).text == team.bob.words("admins-only-named", names="Alice")
        assert (await team.bob.says("/daily")).text.startswith(team.bob.words("daily-off"))
        assert (await team.bob.says("/daily now")).text.startswith(team.bob.words("daily-title"))


async def test_figures_of_long_ago_carry_their_age_and_why(week: tuple[Conversation, Account]) -> None:
    chat, account = week
    fresh = await chat.says("/usage")
    account.revoked = True
    await chat.says("/balance")
    chat.world.clock.advance(5 * HOUR)

    old = await chat.says("/usage")

    assert "Updated" not in fresh.text
    assert chat.words("account-refused") in old.text
    assert "Updated" in old.text
