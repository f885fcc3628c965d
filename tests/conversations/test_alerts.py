"""`/alerts`: the bot speaks up by itself, once, again when it is clearly worse; and people deal with what it said."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sandbox.vendor import Account
from tests.team import Team, a_team, at_work
from tests.world import Conversation, Shown, World, sent_by_bot

GB = 1024**3
HOUR = timedelta(hours=1)


@pytest.fixture
def world(world: World) -> World:
    """A world in which the bot looks what the clock asks for all the time, and it is noon of another day."""
    world.every_seconds = 0.02
    now = world.clock()
    world.clock.advance(now.replace(hour=12, minute=0, second=1) + timedelta(days=1) - now)
    return world


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    """A team in a group with topics."""
    async with at_work(a_team(world, forum=True)) as team:
        yield team


def judged(world: World, since: datetime) -> bool:
    """Whether every account was seen since an instant, and judged; as another connection sees it."""
    unseen = """
        SELECT count(*) FROM accounts a WHERE refused_at IS NULL AND NOT EXISTS
        (SELECT * FROM readings r WHERE r.account_id = a.account_id AND r.left_bytes IS NOT NULL AND r.taken_at >= ?)
    """
    unjudged = "SELECT count(*) FROM watches WHERE token IS NOT NULL OR wake_at <= ?"
    with sqlite3.connect(world.directory / "bot.db") as database:
        ((unseen_ones,),) = database.execute(unseen, (f"{since:%Y-%m-%d %H:%M:%S.%f}",)).fetchall()
        ((unjudged_ones,),) = database.execute(unjudged, (f"{world.clock():%Y-%m-%d %H:%M:%S.%f}",)).fetchall()
    database.close()
    return bool(unseen_ones == unjudged_ones == 0)


async def all_judged(chat: Conversation, since: datetime | None = None) -> None:
    """Wait until the bot has seen and judged every account since an instant, or ever."""
    await chat.until(lambda: judged(chat.world, since or chat.world.clock() - timedelta(days=1)))


async def hears(chat: Conversation, passing: timedelta = timedelta()) -> Shown:
    """What the bot says by itself once so much time has passed."""
    async with chat.watch() as watch:
        chat.world.clock.advance(passing)
        said = await chat.next(watch, sent_by_bot)
    await all_judged(chat)
    return said


async def hears_nothing(chat: Conversation, passing: timedelta = HOUR) -> None:
    """Let time pass in which the bot looks and says nothing."""
    before = len(chat.messages)
    chat.world.clock.advance(passing)
    await all_judged(chat, chat.world.clock())
    assert len(chat.messages) == before, chat.messages[-1].text


async def connects(chat: Conversation, account: Account) -> Shown:
    """Connect an account, and return what the bot says of it by itself then."""
    async with chat.watch() as watch:
        chat.write(f"/login {account.token}")
        await chat.next(watch, sent_by_bot)
        said = await chat.next(watch, sent_by_bot)
    await all_judged(chat)
    return said


async def test_little_traffic_is_said_once_and_again_when_it_is_clearly_worse(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=8 * GB)
    async with world.bot():
        low = await connects(chat, account)
        account.available = 6 * GB
        await hears_nothing(chat)
        account.available = 3 * GB
        lower = await hears(chat, HOUR)
        account.available = 2 * GB
        await hears_nothing(chat)
        account.available = 0
        empty = await hears(chat, HOUR)

    assert low.text == chat.words("alert-low", available="8 GB", total="100 GB", share="8%")
    assert lower.text == chat.words("alert-low", available="3 GB", total="100 GB", share="3%")
    assert empty.text == chat.words("lasts-nothing")


async def test_what_recovered_is_said_anew_but_not_for_a_little(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=9 * GB)
    async with world.bot():
        await connects(chat, account)
        account.total, account.available = 102 * GB, 11 * GB  # over the threshold, within the margin
        await hears_nothing(chat)
        account.available = 9 * GB
        await hears_nothing(chat)
        account.total, account.available = 140 * GB, 50 * GB
        await hears_nothing(chat)
        account.available = 10 * GB
        again = await hears(chat, HOUR)

    assert "10 GB of 140 GB" in again.text


async def test_a_restart_neither_forgets_nor_repeats(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=8 * GB)
    async with world.bot():
        await connects(chat, account)
    async with world.bot():
        await hears_nothing(chat)
        account.available = GB
        assert "1 GB of 100 GB" in (await hears(chat, HOUR)).text


async def test_what_could_not_be_sent_was_not_said(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=50 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await all_judged(chat)
        flood = world.telegram.faults
        wait = "Too Many Requests: retry after 30"
        flood.answer("sendMessage", status=429, description=wait, parameters={"retry_after": 30})
        account.available = 5 * GB
        await hears_nothing(chat)
        late = await hears(chat, timedelta(seconds=40))
        await hears_nothing(chat)

    assert "5 GB of 100 GB" in late.text


async def test_snoozing_is_for_admins_and_ends_with_a_reminder(team: Team) -> None:
    await team.connect()
    team.world.vendor.accounts[0].available = 17 * GB
    alert = await hears(team.alice, HOUR)

    refused = await team.presses(team.bob, alert, next(one for one in alert.commands if "snooze 2h" in one))
    snoozed = await team.alice.presses(alert, next(one for one in alert.commands if "snooze 2h" in one))
    await hears_nothing(team.alice)
    reminder = await hears(team.alice, HOUR)

    assert refused.show_alert
    assert snoozed.id == alert.id
    assert snoozed.text.startswith(alert.text)
    assert "Snoozed by Alice" in snoozed.text
    assert any("wake" in one for one in snoozed.commands)
    assert reminder.text == alert.text


async def test_until_tomorrow_is_until_the_morning_and_can_be_taken_back(team: Team) -> None:
    await team.connect()
    account = team.world.vendor.accounts[0]
    account.available = 17 * GB
    alert = await hears(team.alice, HOUR)

    snoozed = await team.alice.presses(alert, next(one for one in alert.commands if "tomorrow" in one))
    account.available = 4 * GB
    await hears_nothing(team.alice, 2 * HOUR)
    async with team.alice.watch() as watch:
        team.alice.press(snoozed, next(one for one in snoozed.commands if "wake" in one))
        worse = await team.alice.next(watch, sent_by_bot)

    assert "4 GB of 176 GB" in worse.text
    assert team.alice.messages[-2].commands == alert.commands


async def test_anybody_may_say_that_it_is_theirs_and_take_it_back(team: Team) -> None:
    await team.connect()
    team.world.vendor.accounts[0].available = 17 * GB
    alert = await hears(team.alice, HOUR)
    mine = next(one for one in alert.commands if "mine" in one)

    taken = await team.bob.presses(alert, mine)
    over = await team.carol.presses(alert, mine)
    again = await team.bob.presses(alert, mine)
    given_back = await team.bob.presses(alert, mine)

    assert taken.text == f"{alert.text}\n\n{team.bob.words('alert-taken', who='Bob')}"
    assert over.text.endswith(team.bob.words("alert-taken-by-somebody"))  # who Carol is, the group does not know
    assert again.text == taken.text
    assert given_back.text == alert.text


async def test_an_alert_comes_where_alerts_were_chosen(team: Team) -> None:
    topic = team.world.telegram.topic(team.group, "Traffic")
    await team.connect()
    await team.in_topic(team.alice, topic.id).says("/alerts low 20GB")
    elsewhere = await team.alice.says("/alerts")

    team.world.vendor.accounts[0].available = 19 * GB
    alert = await hears(team.alice, HOUR)

    message = next(one for one in team.world.telegram.messages(team.group) if one.id == alert.id)
    assert message.topic == topic.id
    assert team.alice.words("alerts-elsewhere") in elsewhere.text
    assert "/alerts here" in elsewhere.commands


async def test_quiet_hours_hold_what_can_wait_until_they_end(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=50 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/settings quiet 12:00-18:30")
        account.available = 8 * GB
        await hears_nothing(chat)
        await hears_nothing(chat, 4 * HOUR)
        morning = await hears(chat, 2 * HOUR)

    assert "8 GB of 100 GB" in morning.text


async def test_what_is_empty_does_not_wait_for_the_morning(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=50 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/settings quiet 12:00-18:30")
        account.available = 0
        urgent = await hears(chat, HOUR)

    assert urgent.text == chat.words("lasts-nothing")


async def test_a_spike_is_said_with_what_is_usual_and_how_long_the_rest_lasts(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=90 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/alerts days off")
        for _ in range(30):
            account.available -= GB // 10
            await hears_nothing(chat)
        account.available -= 3 * GB
        spike = await hears(chat, HOUR)
        account.available -= 3 * GB
        await hears_nothing(chat)

    first, rest = spike.text.splitlines()
    assert re.fullmatch(
        re.escape(chat.words("alert-spike", used="3 GB", usual="…")).replace("…", r"102\.\d+ MB"), first
    )
    assert rest == chat.words("alert-spike-left", left="28 hours")


async def test_a_refused_token_is_said_once_with_a_way_to_connect_again(team: Team) -> None:
    await team.connect()
    await all_judged(team.alice)
    team.world.vendor.accounts[0].revoked = True

    told = await hears(team.alice, HOUR)
    await hears_nothing(team.alice)

    assert told.text == team.alice.words("alert-refused", name="main")
    assert told.commands[0].startswith("/login #")


async def test_an_account_of_two_chats_is_said_in_each_by_its_own_rules(team: Team) -> None:
    private = team.private(team.alice)
    await private.says("/start")
    token = await team.connect()
    await private.says(f"/login {token}")
    await private.says("/alerts low 50%")
    account = team.world.vendor.accounts[0]
    await all_judged(team.alice)

    account.available = 80 * GB
    said = len(team.said)
    alone = await hears(private, HOUR)
    account.available = 10 * GB
    together = await hears(team.alice, HOUR)

    assert "80 GB of 176 GB" in alone.text
    assert len(team.said) == said + 1
    assert "10 GB of 176 GB" in together.text


async def test_everything_can_be_chosen_by_buttons_and_by_text(chat: Conversation) -> None:
    await chat.says(f"/login {chat.world.account(balance=20.0).token}")

    shown = await chat.says("/alerts")
    choices = await chat.presses(shown, "/alerts low")
    percent = await chat.presses(choices, "/alerts low 20%")
    await chat.presses(percent, "/alerts balance")
    money = await chat.says("7.50")
    off = await chat.says("/alerts off")
    on = await chat.presses(off, "/alerts on")

    assert chat.words("alerts-low", least="20%") in percent.text
    assert chat.words("alerts-balance", least="7.50") in money.text
    assert off.text.startswith(chat.words("alerts-off"))
    assert on.text == money.text
    assert (await chat.says("/alerts spike 1")).text == chat.words("misused", argument="1", example="/alerts spike 4")
    assert (await chat.says("/alerts loud")).text == chat.words("misused", argument="loud", example="/alerts low 10%")


async def test_switched_off_means_silence(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=50 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/alerts off")
        account.available = 0
        await hears_nothing(chat)
        await chat.says("/alerts")
        async with chat.watch() as watch:
            chat.write("/alerts on")
            await chat.next(watch, sent_by_bot)
            said = await chat.next(watch, sent_by_bot)

    assert said.text == chat.words("lasts-nothing")


async def test_forged_buttons_find_nothing(team: Team) -> None:
    await team.connect()
    start = await team.bob.says("/alerts")

    forged = await team.bob.presses(start, "/alerts mine :l #99")
    typed = await team.bob.says("/alerts say :l #1")
    nothing = await team.bob.says("/alerts mine")

    assert forged.text == team.bob.words("unknown-account-unnamed", known="main")
    assert typed.text.startswith(team.bob.words("misused", argument="say", example="/alerts@").split("@")[0])
    assert nothing.text == team.bob.words("alert-over")


async def test_an_account_may_be_called_like_anything_a_button_says(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=50 * GB)
    other = world.account(total=100 * GB, available=90 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token} prod")
        await chat.says(f"/login {other.token} l")
        account.available = 5 * GB
        low = await hears(chat, HOUR)
        snoozed = await chat.presses(low, next(one for one in low.commands if "snooze 2h" in one))

    assert low.text == "\n".join(("prod", chat.words("alert-low", available="5 GB", total="100 GB", share="5%")))
    assert snoozed.text.startswith(low.text)


async def test_where_the_bot_may_not_write_nothing_was_said(team: Team) -> None:
    await team.connect()
    await all_judged(team.alice)
    barred = "Bad Request: not enough rights to send text messages to the chat"
    team.world.telegram.faults.answer("sendMessage", status=400, description=barred)
    team.world.vendor.accounts[0].available = 17 * GB
    await hears_nothing(team.alice)

    assert "17 GB of 176 GB" in (await hears(team.alice, HOUR)).text


async def test_a_token_that_a_person_found_refused_is_said_to_the_whole_group(team: Team) -> None:
    await team.connect()
    await all_judged(team.alice)
    team.world.vendor.accounts[0].revoked = True
    team.world.clock.advance(timedelta(seconds=10))  # answers are reused for a moment

    async with team.alice.watch() as watch:
        team.bob.write("/balance")
        answer = await team.alice.next(watch, sent_by_bot)
        alert = await team.alice.next(watch, sent_by_bot)

    assert answer.text.startswith(team.bob.words("token-refused", name="main"))
    assert alert.text == team.alice.words("alert-refused", name="main")


async def test_by_another_measure_it_is_said_anew(world: World) -> None:
    chat = world.person()
    account = world.account(total=100 * GB, available=15 * GB)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        async with chat.watch() as watch:
            chat.write("/alerts low 20%")
            await chat.next(watch, sent_by_bot)
            first = await chat.next(watch, sent_by_bot)
        await all_judged(chat)
        await chat.says("/alerts low 10%")
        account.available = 9 * GB
        second = await hears(chat, HOUR)

    assert "15 GB of 100 GB" in first.text
    assert "9 GB of 100 GB" in second.text


async def test_what_was_typed_twice_is_taken_back(team: Team) -> None:
    await team.connect()
    team.world.vendor.accounts[0].available = 17 * GB
    await hears(team.alice, HOUR)

    taken = await team.bob.says("/alerts mine")
    given_back = await team.bob.says("/alerts mine")

    assert taken.text == team.bob.words("alert-taken", who="Bob")
    assert given_back.text == team.bob.words("alert-given-back")
    private = team.private(team.alice)
    await private.says("/start")
    await private.says(f"/login {team.world.account().token}")
    assert (await private.says("/alerts mine")).text == private.words("group-only")


async def test_money_is_spoken_of_only_where_it_may_be_seen(team: Team) -> None:
    await team.connect(balance=20.0)
    hidden = await team.alice.says("/alerts balance 15")
    team.world.vendor.accounts[0].balance = 2.0
    await hears_nothing(team.alice)
    await team.alice.says("/settings money on")

    alert = await hears(team.alice, HOUR)

    assert "15" not in hidden.text
    assert alert.text == team.alice.words("alert-balance", money="$2.00")


async def test_a_group_that_moved_hears_alerts_where_it_is_now(world: World) -> None:
    team = a_team(world, kind="group")
    async with at_work(team):
        await team.connect()
        await team.alice.says("/alerts low 20GB")
        await all_judged(team.alice)
        now = world.telegram.migrate(team.group, team.alice.person)
        moved = replace(team.alice, chat=now)
        await moved.says("/help")
        world.vendor.accounts[0].available = 19 * GB

        assert "19 GB of 176 GB" in (await hears(moved, HOUR)).text
