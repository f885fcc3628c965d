"""Members look, admins change. Whatever is pressed or forged: without the right nothing changes."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.telegram.throttle import MOST_OF_GROUP, MOST_WARNINGS
from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.team import Team, a_team, at_work
from tests.world import World, sent_by_bot

CHANGES = [
    "/login",
    "/login crawler",
    "/login #1",
    "/logout",
    "/logout #1",
    "/logout #1 yes",
    "/logout #1 keep",
    "/logout all yes",
    "/accounts default #1",
    "/accounts rename #1",
    "/accounts rename #1 mine",
    "/accounts share #1",
    "/accounts revoke #1 yes",
    "/settings language",
    "/settings language de",
    "/settings zone Europe/Berlin",
    "/settings quiet 22:00-07:00",
    "/settings money on",
    "/settings history keep",
    "/settings delete",
    "/settings delete yes",
    "/alerts low 5GB",
    "/alerts off",
    "/alerts snooze tomorrow",
    "/alerts wake l #1",
]
LOOKS = [
    "/balance",
    "/records",
    "/records order 2",
    "/export",
    "/accounts",
    "/accounts #1",
    "/settings",
    "/alerts",
    "/alerts mine",
    "/help",
    "/start",
]


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world)) as team:
        await team.connect()
        yield team


def kept(directory: Path) -> list[tuple[object, ...]]:
    """What can be changed, as another connection sees it."""
    with sqlite3.connect(directory / "bot.db") as database:
        columns = "chat_id, language, zone, quiet_from, shows_money, keeps_history, default_account_id"
        rows = database.execute(f"SELECT {columns} FROM chats WHERE kind <> 'private'").fetchall()
        rows += database.execute("SELECT account_id, chat_id, name, sealed, shared_from FROM accounts").fetchall()
        rows += database.execute("SELECT chat_id, account_id FROM codes").fetchall()
        rows += database.execute("SELECT * FROM rules").fetchall()
        rows += database.execute("SELECT * FROM alerts").fetchall()
    database.close()
    return rows


@pytest.mark.parametrize("command", LOOKS)
async def test_members_look(team: Team, command: str) -> None:
    reply = await team.bob.says(command)

    assert not reply.text.startswith(team.bob.words("admins-only"))
    assert reply.text != team.bob.words("who-are-you")


@pytest.mark.parametrize("command", CHANGES)
async def test_a_member_who_types_a_change_is_told_who_can(team: Team, command: str) -> None:
    before = kept(team.world.directory)

    reply = await team.bob.says(command)

    assert reply.text == team.bob.words("admins-only-named", names="Alice")
    assert kept(team.world.directory) == before


@pytest.mark.parametrize("command", CHANGES)
async def test_a_member_who_presses_or_forges_a_change_sees_why_not_and_nobody_else_does(
    team: Team, command: str
) -> None:
    before = kept(team.world.directory)
    message = await team.alice.says("/accounts")

    answer = await team.presses(team.bob, message, command)

    assert answer.text == team.bob.words("notice-admins-only")
    assert answer.show_alert
    await team.quiet()
    assert message in team.alice.messages
    assert kept(team.world.directory) == before


@pytest.mark.parametrize("command", ["/settings language de", "/logout", "/accounts default #1"])
async def test_an_anonymous_admin_presses_to_show_who_they_are(team: Team, command: str) -> None:
    asked = await team.carol.says(command)
    done = await team.carol.presses(asked, asked.commands[0])

    assert asked.text == team.carol.words("who-are-you")
    assert asked.commands == [command]
    assert done.id == asked.id
    assert done.text != asked.text


async def test_an_anonymous_admin_looks_like_everybody(team: Team) -> None:
    assert (await team.carol.says("/balance")).text.startswith(team.carol.words("balance-title"))


async def test_who_lost_the_right_a_moment_ago_changes_nothing(team: Team) -> None:
    telegram = team.world.telegram
    telegram.promote_bot(team.group, team.alice.person)  # so that it hears of it
    telegram.promote(team.bob.person, team.group)
    sure = await team.bob.says("/logout")
    telegram.demote(team.bob.person, team.group)

    answer = await team.presses(team.bob, sure, "/logout #1 yes")

    assert answer.text == team.bob.words("notice-admins-only")
    assert (await team.alice.says("/balance")).text.startswith(team.alice.words("balance-title"))


async def test_where_the_bot_hears_of_no_change_a_right_is_remembered_for_a_minute_at_most(team: Team) -> None:
    telegram = team.world.telegram
    telegram.promote(team.bob.person, team.group)
    await team.bob.says("/settings language")
    telegram.demote(team.bob.person, team.group)

    team.world.clock.advance(timedelta(seconds=61))
    refused = await team.bob.says("/settings language de")

    assert refused.text == team.bob.words("admins-only-named", names="Alice")


async def test_who_became_an_admin_a_moment_ago_may(team: Team) -> None:
    telegram = team.world.telegram
    telegram.promote_bot(team.group, team.alice.person)
    await team.bob.says("/logout")
    telegram.promote(team.bob.person, team.group)

    assert (await team.bob.says("/logout")).text == team.bob.words("logout-sure", name="main")


async def test_when_telegram_does_not_say_who_is_an_admin_nothing_changes_and_it_is_said(team: Team) -> None:
    before = kept(team.world.directory)
    team.world.clock.advance(timedelta(minutes=2))
    for _ in range(3):
        team.world.telegram.faults.answer("getChatAdministrators", status=500, description="Internal Server Error")

    reply = await team.alice.says("/logout #1 yes")

    assert reply.text == team.alice.words("rights-unknown")
    assert kept(team.world.directory) == before


async def test_a_press_does_not_spin_while_telegram_thinks_about_rights(team: Team) -> None:
    message = await team.alice.says("/settings")
    team.world.clock.advance(timedelta(minutes=2))
    gate = team.world.telegram.faults.hold("getChatAdministrators", effect="after")

    answer = await team.presses(team.alice, message, "/settings language")
    gate.release()

    assert answer.text is None


async def test_nobody_of_the_outside_is_answered_in_the_group(team: Team) -> None:
    channel = team.world.telegram.channel("News")

    team.world.telegram.send(team.bob.person, team.group, "/balance", sender_chat=channel)
    team.world.telegram.post_linked(team.group, channel, "/balance")
    await team.quiet()


async def test_help_shows_what_fits_the_person(team: Team) -> None:
    member, admin, private = (
        await team.bob.says("/help"),
        await team.alice.says("/help"),
        await team.private(team.bob).says("/help"),
    )

    assert "/login" not in member.text
    assert "/balance" in member.text
    assert "/login" in admin.text
    assert "/login" in private.text
    assert member.text.endswith(team.bob.words("help-group-roles"))


async def test_one_member_cannot_exhaust_the_group(team: Team) -> None:
    async with team.bob.watch() as watch:
        for _ in range(40):
            team.bob.write("/help")
        answers = [(await team.bob.next(watch, sent_by_bot)).text for _ in range(11)]
        sane = await team.alice.says("/help")

    assert answers[:10] == [answers[0]] * 10
    assert answers[10] == team.bob.words("too-many-commands")
    assert sane.text.endswith(team.alice.words("help-group-roles"))
    assert len([text for text in team.said if text == team.bob.words("too-many-commands")]) == 1


async def test_presses_beyond_the_limit_are_told_so_each_time_for_that_costs_the_group_nothing(team: Team) -> None:
    message = await team.bob.says("/balance")

    answers = [await team.presses(team.bob, message, "/balance") for _ in range(14)]

    assert [answer.text for answer in answers] == [None] * 9 + [team.bob.words("notice-too-many")] * 5


async def test_all_of_a_group_together_leave_room_below_telegrams_limit(team: Team) -> None:
    people = [team.world.telegram.person(f"Member {number}") for number in range(30)]
    for person in people:
        team.world.telegram.join(person, team.group)
    team.world.clock.advance(timedelta(minutes=2))
    before = len(team.said)

    for person in people:
        team.world.telegram.send(person, team.group, "/help")
    await team.bob.until(lambda: len(team.said) - before >= MOST_OF_GROUP + 1)
    await team.bob.until(lambda: team.world.telegram.pending == 0)
    team.world.clock.advance(timedelta(minutes=2))

    await team.quiet()
    assert len(team.said) - before == MOST_OF_GROUP + 1 + 1


async def test_tokens_pasted_again_and_again_are_all_deleted_and_warned_of_a_few_times(team: Team) -> None:
    team.world.telegram.promote_bot(team.group, team.alice.person)
    token = team.world.account().token

    pasted = [team.bob.write(f"/login {token}").id for _ in range(20)]
    await team.bob.until(lambda: not {message.id for message in team.bob.messages} & set(pasted))
    await team.bob.until(lambda: team.said.count(team.warning(team.bob)) == MOST_WARNINGS)
    await team.bob.until(lambda: team.world.telegram.pending == 0)

    await team.quiet()
    assert team.said.count(team.warning(team.bob)) == MOST_WARNINGS
    assert {asked.account for asked in team.world.vendor.asked} == {0}  # only that of the group is ever asked about


async def test_a_token_is_deleted_also_from_who_asks_too_much(team: Team) -> None:
    team.world.telegram.promote_bot(team.group, team.alice.person)
    for _ in range(12):
        team.bob.write("/help")

    pasted = team.bob.write(f"/login {team.world.account().token}")

    await team.bob.until(lambda: pasted.id not in [message.id for message in team.bob.messages])
    await team.bob.until(lambda: team.warning(team.bob) in team.said)


COMMANDS = st.sampled_from([*CHANGES, *LOOKS, "/use x #1", "/cancel", "/start " + "A" * 22, "/settings delete yes +"])
ACTS = st.lists(st.tuples(st.sampled_from(["bob", "olga", "dan"]), st.booleans(), COMMANDS), min_size=1, max_size=6)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, turns=st.integers(0, 3))
def test_whoever_has_no_right_never_changes_anything(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, bool, str]], turns: int
) -> None:
    """Dan gains and loses the right before anything happens; what he ends with decides, as with everybody."""

    rights = [True, False, True][:turns]

    async def play() -> None:
        async with Telegram() as telegram, Vendor() as vendor:
            world = World(telegram=telegram, vendor=vendor, directory=tmp_path_factory.mktemp("data"))
            team = a_team(world)
            dan = telegram.person("Dan")
            telegram.join(dan, team.group)
            people = {"bob": team.bob.person, "olga": team.olga.person, "dan": dan}
            async with at_work(team):
                await team.connect()
                telegram.promote_bot(team.group, team.alice.person)
                for promoted in rights:
                    (telegram.promote if promoted else telegram.demote)(dan, team.group)
                may = {one.person.id for one in telegram.members(team.group) if one.leads}
                message = await team.alice.says("/accounts")
                before = kept(world.directory)
                for name, presses, command in acts:
                    person = people[name]
                    if person.id in may:
                        continue
                    if presses:
                        telegram.press(person, team.group, message.id, command)
                    elif name != "olga":  # who is no member cannot write
                        telegram.send(person, team.group, command)
                await team.alice.until(lambda: telegram.pending == 0)
                await team.alice.says("/help")
                assert kept(world.directory) == before

    asyncio.run(play())
