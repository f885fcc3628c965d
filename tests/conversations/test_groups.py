"""Connecting an account in a group: through a private chat, by an admin, with nobody reading along."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.i18n import Span
from sandbox.telegram import Deleted
from tests.team import Team, a_team, at_work
from tests.world import World, sent_by_bot

TEN_MINUTES = Span(timedelta(minutes=10))


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world)) as team:
        yield team


async def test_who_adds_the_bot_is_told_what_comes_first(world: World) -> None:
    team = a_team(world)
    async with world.bot(), team.alice.watch() as watch:
        world.telegram.add_bot(team.group, team.alice.person)
        greeting = await team.alice.next(watch, sent_by_bot)

    assert greeting.text.startswith(team.alice.words("group-start"))
    assert greeting.text.endswith(team.alice.words("group-start-first"))
    assert greeting.commands == ["/login +"]  # the answer comes below: the greeting stays


async def test_an_admin_connects_in_private_and_the_group_hears_by_whom(team: Team) -> None:
    account = team.world.account(records=3)
    private = team.private(team.alice)

    asked = await team.alice.says("/login")
    prompt = await private.says(f"/start {asked.code}")
    async with team.alice.watch() as watch:
        done = await private.says(account.token)
        told = await team.alice.next(watch, sent_by_bot)

    assert asked.text == team.alice.words("login-privately", wait=TEN_MINUTES)
    assert asked.labels == [team.alice.words("button-connect-privately")]
    assert prompt.text.startswith(team.alice.words("login-for-group", title="Scrapers"))
    assert done.text.startswith(team.alice.words("login-done-there", name="main", title="Scrapers"))
    assert "175.97 GB of 176 GB available" in done.text
    assert told.text.startswith(team.alice.words("group-connected", name="main", who="Alice"))
    assert told.text.endswith(team.alice.words("login-speaks-up", command="/alerts@bytesflows_demo_bot"))
    assert told.commands[-2:] == ["/daily +", "/alerts +"]
    assert account.token not in " ".join(message.text for message in (*team.alice.messages, *private.messages))
    assert (await team.bob.says("/balance")).text.startswith(team.bob.words("balance-title"))


async def test_the_private_chat_keeps_nothing_of_what_was_connected_in_the_group(team: Team) -> None:
    await team.connect()

    assert (await team.private(team.alice).says("/balance")).text == team.alice.words("no-account")


async def test_an_account_connected_in_private_is_chosen_by_a_button(team: Team) -> None:
    private = team.private(team.alice)
    account = team.world.account(records=3)
    await private.says(f"/login {account.token} crawler")

    asked = await team.alice.says("/login")
    prompt = await private.says(f"/start {asked.code}")
    async with team.alice.watch() as watch:
        done = await private.presses(prompt, prompt.commands[0])
        told = await team.alice.next(watch, sent_by_bot)

    assert prompt.commands == [f"/use {asked.code} #1", "/login cancel"]
    assert done.text.startswith(team.alice.words("login-done-there", name="crawler", title="Scrapers"))
    assert told.text.startswith(team.alice.words("group-connected", name="crawler", who="Alice"))
    assert (await team.bob.says("/balance")).text.startswith(team.bob.words("balance-title"))


async def test_a_code_works_once(team: Team) -> None:
    private = team.private(team.alice)
    asked = await team.alice.says("/login")
    await private.says(f"/start {asked.code}")
    await private.says(team.world.account().token)

    again = await private.says(f"/start {asked.code}")
    stray = await private.says(team.world.account().token)

    assert again.text == team.alice.words("code-expired")
    assert stray.text == team.alice.words("login-unexpected")


async def test_a_second_tap_on_the_link_asks_again_instead_of_complaining(team: Team) -> None:
    private = team.private(team.alice)
    asked = await team.alice.says("/login")

    first = await private.says(f"/start {asked.code}")
    second = await private.says(f"/start {asked.code}")

    assert first.text == second.text


async def test_a_code_lives_ten_minutes(team: Team) -> None:
    asked = await team.alice.says("/login")

    team.world.clock.advance(timedelta(minutes=10, seconds=1))

    assert (await team.private(team.alice).says(f"/start {asked.code}")).text == team.alice.words("code-expired")


async def test_what_was_begun_with_a_code_lives_ten_minutes_too(team: Team) -> None:
    private = team.private(team.alice)
    asked = await team.alice.says("/login")
    await private.says(f"/start {asked.code}")
    token = team.world.account().token

    team.world.clock.advance(timedelta(minutes=10, seconds=1))
    late = await private.says(token)

    assert late.text == team.alice.words("login-unexpected")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


@pytest.mark.parametrize("who", ["bob", "carol", "olga"])
async def test_a_code_is_for_the_admin_it_was_made_for(team: Team, who: str) -> None:
    asked = await team.alice.says("/login")
    other = team.private(getattr(team, who))

    refused = await other.says(f"/start {asked.code}")
    prompt = await team.private(team.alice).says(f"/start {asked.code}")

    assert refused.text == other.words("code-of-another")
    assert prompt.text.startswith(team.alice.words("login-for-group", title="Scrapers"))


async def test_rights_are_asked_again_when_the_code_is_used(team: Team) -> None:
    team.world.telegram.promote(team.bob.person, team.group)
    asked = await team.bob.says("/login")
    team.world.telegram.demote(team.bob.person, team.group)

    refused = await team.private(team.bob).says(f"/start {asked.code}")

    assert refused.text == team.bob.words("admins-only-there", title="Scrapers")


async def test_rights_are_asked_again_when_the_token_comes(team: Team) -> None:
    team.world.telegram.promote(team.bob.person, team.group)
    private = team.private(team.bob)
    asked = await team.bob.says("/login")
    await private.says(f"/start {asked.code}")
    team.world.telegram.demote(team.bob.person, team.group)

    refused = await private.says(team.world.account().token)

    assert refused.text == team.bob.words("admins-only-there", title="Scrapers")
    assert not team.world.vendor.asked
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_rights_are_asked_again_when_an_account_is_chosen(team: Team) -> None:
    team.world.telegram.promote(team.bob.person, team.group)
    private = team.private(team.bob)
    await private.says(f"/login {team.world.account().token}")
    asked = await team.bob.says("/login")
    prompt = await private.says(f"/start {asked.code}")
    team.world.telegram.demote(team.bob.person, team.group)

    refused = await private.presses(prompt, prompt.commands[0])

    assert refused.text == team.bob.words("admins-only-there", title="Scrapers")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_the_choice_of_an_older_prompt_connects_nothing_in_the_newer_ones_group(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account().token}")
    first = await private.says(f"/start {(await team.alice.says('/login')).code}")
    await private.says(f"/start {(await team.alice.says('/login')).code}")

    refused = await private.presses(first, first.commands[0])

    assert refused.text == team.alice.words("code-expired")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_a_refused_token_connects_nothing_and_another_may_follow(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/start {(await team.alice.says('/login')).code}")

    refused = await private.says("wrong_token_0123456789abcdef")
    done = await private.says(team.world.account().token)

    assert refused.text == team.alice.words("login-refused")
    assert done.text.startswith(team.alice.words("login-done-there", name="main", title="Scrapers"))


async def test_a_login_for_a_group_can_be_cancelled(team: Team) -> None:
    private = team.private(team.alice)
    prompt = await private.says(f"/start {(await team.alice.says('/login')).code}")

    cancelled = await private.presses(prompt, "/login cancel")
    stray = await private.says(team.world.account().token)

    assert cancelled.text == team.alice.words("login-cancelled")
    assert stray.text == team.alice.words("login-unexpected")


async def test_a_login_for_a_group_survives_a_restart(world: World) -> None:
    team = a_team(world)
    private = team.private(team.alice)
    async with at_work(team):
        await private.says(f"/start {(await team.alice.says('/login team')).code}")

    async with world.bot():
        done = await private.says(world.account().token)

    assert done.text.startswith(team.alice.words("login-done-there", name="team", title="Scrapers"))


async def test_the_sealed_token_of_a_group_opens_in_no_other_chat(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account().token}")
    await team.connect("ours")

    with sqlite3.connect(team.world.directory / "bot.db") as database:
        (sealed,) = database.execute("SELECT sealed FROM accounts WHERE name = 'ours'").fetchone()
        database.execute("UPDATE accounts SET sealed = ? WHERE name = 'main'", (sealed,))
    database.close()

    assert (await private.says("/balance")).text == team.alice.words("account-locked", name="main")


async def test_an_anonymous_admin_shows_themselves_by_a_press_and_stays_hidden(team: Team) -> None:
    private = team.private(team.carol)
    asked = await team.carol.says("/login")
    link = await team.carol.presses(asked, asked.commands[0])
    await private.says(f"/start {link.code}")
    async with team.carol.watch() as watch:
        await private.says(team.world.account().token)
        told = await team.carol.next(watch, sent_by_bot)

    assert asked.text == team.carol.words("who-are-you")
    assert asked.commands == ["/login"]
    assert told.text.startswith(team.carol.words("group-connected-by-admin", name="main"))
    assert not any("Carol" in text for text in team.said)


async def test_a_member_who_presses_an_anonymous_admins_button_is_nobody(team: Team) -> None:
    asked = await team.carol.says("/login")

    answer = await team.presses(team.bob, asked, "/login")

    assert answer.text == team.bob.words("notice-admins-only")
    assert answer.show_alert
    await team.quiet()


@pytest.mark.parametrize(
    "form",
    [
        "/login {}",
        "/login Bearer {}",
        "/login {} team",
        "/balance {}",
        "/logn {}",
        "/login{}",
        "/start {}",
        "{}",
        "Authorization: Bearer {}",
        "look, here is the token: {}",
    ],
)
@pytest.mark.parametrize("who", ["alice", "bob", "carol"])
async def test_a_token_pasted_into_a_group_is_deleted_never_used_and_warned_of(team: Team, form: str, who: str) -> None:
    telegram = team.world.telegram
    telegram.promote_bot(team.group, team.alice.person)
    account = team.world.account()
    speaker = getattr(team, who)

    async with speaker.watch() as watch:
        pasted = speaker.write(form.format(account.token))
        events = []
        async for event in watch:
            events.append(event)
            if sent_by_bot(event):
                break

    assert any(isinstance(event, Deleted) and event.message_id == pasted.id for event in events)
    assert team.said[-1] == team.warning(speaker)
    assert not team.world.vendor.asked
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_a_token_that_cannot_be_deleted_in_a_group_is_said_to_be_visible(team: Team) -> None:
    account = team.world.account()

    warned = await team.bob.says(f"/login {account.token}")

    assert warned.text == team.warning(team.bob, erased=False)
    assert account.token not in warned.text
    assert not team.world.vendor.asked


async def test_a_token_sent_in_answer_to_the_bot_is_deleted_and_warned_of(team: Team) -> None:
    asked = await team.alice.says("/login")

    async with team.alice.watch() as watch:
        team.world.telegram.send(team.alice.person, team.group, team.world.account().token, reply_to=asked.id)
        warned = await team.alice.next(watch, sent_by_bot)

    assert warned.text == team.warning(team.alice, erased=False)
    assert not team.world.vendor.asked


async def test_a_token_pasted_by_a_channel_is_deleted_too(team: Team) -> None:
    telegram = team.world.telegram
    telegram.promote_bot(team.group, team.alice.person)
    channel = telegram.channel("News")

    async with team.bob.watch() as watch:
        telegram.send(team.bob.person, team.group, f"/login {team.world.account().token}", sender_chat=channel)
        warned = await team.bob.next(watch, sent_by_bot)

    assert warned.text == team.bob.words("secret-in-group")


async def test_a_group_takes_ten_accounts(team: Team) -> None:
    for number in range(10):
        await team.connect(f"a{number}x")
        team.world.clock.advance(timedelta(minutes=1))

    asked = await team.alice.says("/login")

    assert asked.text == team.alice.words("too-many-accounts", most=10)


async def test_connecting_again_under_the_same_name_renews(team: Team) -> None:
    await team.connect("main")
    team.world.vendor.accounts[0].revoked = True
    team.world.clock.advance(timedelta(seconds=6))
    refused = await team.bob.says("/balance")

    link = await team.alice.presses(refused, "/login #1")
    private = team.private(team.alice)
    prompt = await private.says(f"/start {link.code}")
    async with team.bob.watch() as watch:
        await private.says(team.world.account().token)
        await team.bob.next(watch, sent_by_bot)

    assert refused.text.startswith(team.bob.words("token-refused", name="main"))
    assert prompt.text.startswith(team.alice.words("login-for-group-again", name="main", title="Scrapers"))
    assert (await team.bob.says("/balance")).text.startswith(team.bob.words("balance-title"))


async def test_a_code_that_nobody_made_is_said_to_have_expired(team: Team) -> None:
    private = team.private(team.bob)

    assert (await private.says(f"/start {'A' * 22}")).text == team.bob.words("code-expired")
    assert (await private.says("/start newsletter")).text.startswith(team.bob.words("start"))
