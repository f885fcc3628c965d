"""What crosses each other: a login and a removal, a right and its loss, an answer and a crash. What holds is true."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.telegram.throttle import MOST_OF_PERSON
from tests.team import Team, a_team, at_work
from tests.world import Conversation, Shown, World, sent_by_bot


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world)) as team:
        yield team


def sealed(team: Team) -> list[int]:
    """The chats that hold a token, as another connection sees it."""
    with sqlite3.connect(team.world.directory / "bot.db") as database:
        rows = database.execute("SELECT chat_id FROM accounts WHERE sealed IS NOT NULL").fetchall()
    database.close()
    return [chat_id for (chat_id,) in rows]


async def shared_link(team: Team) -> tuple[Conversation, Shown]:
    """Alice's private chat with a connected account, and the link that shares it."""
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account().token}")
    return private, await private.says("/accounts share main")


@pytest.mark.parametrize("decision", ["yes", "keep"])
async def test_what_is_taken_back_while_it_is_being_shared_is_not_shared(team: Team, decision: str) -> None:
    private, link = await shared_link(team)
    gate = team.world.vendor.faults.hold()
    team.world.clock.advance(timedelta(seconds=10))

    async with team.alice.watch() as watch:
        team.alice.write(f"/start@bytesflows_demo_bot {link.code}")
        await gate.reached()
        await private.says(f"/logout main {decision}")
        gate.release()
        answer = await team.alice.next(watch, sent_by_bot)

    assert answer.text == team.alice.words("code-expired")
    assert sealed(team) == []


async def test_one_link_used_in_two_groups_at_once_shares_with_one(team: Team) -> None:
    other = team.world.telegram.group("Others", team.alice.person, kind="supergroup")
    team.world.telegram.add_bot(other, team.alice.person)
    there = Conversation(world=team.world, person=team.alice.person, chat=other, language="en")
    await there.says("/help")
    _, link = await shared_link(team)
    gate = team.world.vendor.faults.hold()
    team.world.clock.advance(timedelta(seconds=10))

    async with there.watch() as watch:
        for conversation in (team.alice, there):
            conversation.write(f"/start@bytesflows_demo_bot {link.code}")
        await gate.reached()
        gate.release()
        await there.next(watch, sent_by_bot)
    await team.alice.says("/help")

    assert len(sealed(team)) == 2  # the private chat, and one of the groups
    assert (
        sorted(one.text == there.words("code-expired") for one in (there.messages[-1], *team.alice.messages)).count(
            True
        )
        == 1
    )


async def test_who_is_no_admin_any_more_when_the_vendor_answers_connects_nothing(team: Team) -> None:
    team.world.telegram.promote_bot(team.group, team.alice.person)
    team.world.telegram.promote(team.bob.person, team.group)
    private = team.private(team.bob)
    asked = await team.bob.says("/login")
    await private.says(f"/start {asked.code}")
    gate = team.world.vendor.faults.hold()

    async with private.watch() as watch:
        private.write(team.world.account().token)
        await gate.reached()
        team.world.telegram.demote(team.bob.person, team.group)
        gate.release()
        answer = await private.next(watch, sent_by_bot)

    assert answer.text.startswith(team.bob.words("admins-only-there", title="Scrapers"))
    assert sealed(team) == []


async def test_before_all_is_deleted_for_good_rights_are_asked_anew(team: Team) -> None:
    await team.connect()
    team.world.telegram.promote(team.bob.person, team.group)
    team.world.clock.advance(timedelta(seconds=61))
    known = await team.bob.says("/settings language")  # that he is an admin, and the bot hears of no change
    team.world.telegram.demote(team.bob.person, team.group)

    refused = await team.bob.says("/settings delete yes")
    pressed = await team.presses(team.bob, await team.alice.says("/settings delete"), "/settings delete yes")

    assert known.text == team.bob.words("settings-choose-language")
    assert refused.text == team.bob.words("admins-only-named", names="Alice")
    assert pressed.text == team.bob.words("notice-admins-only")
    assert len(sealed(team)) == 1


async def test_an_account_whose_token_is_refused_is_not_shared_and_no_token_is_asked_for_in_the_group(
    team: Team,
) -> None:
    _, link = await shared_link(team)
    team.world.vendor.accounts[0].revoked = True
    team.world.clock.advance(timedelta(seconds=10))

    answer = await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")

    assert answer.text.startswith(team.alice.words("token-refused", name="main"))
    assert answer.text.endswith(team.alice.words("not-shared", name="main"))
    assert answer.commands == []
    assert len(sealed(team)) == 1


async def test_what_somebody_else_connected_is_not_taken_over_by_a_share(team: Team) -> None:
    token = await team.connect("ours")
    team.world.telegram.promote(team.bob.person, team.group)
    private = team.private(team.bob)
    await private.says(f"/login {token}")
    link = await private.says("/accounts share main")
    await team.bob.says(f"/start@bytesflows_demo_bot {link.code}")

    await private.says("/logout main yes")

    assert (await team.alice.says("/balance ours")).text.startswith(team.alice.words("balance-title"))


async def test_a_disconnected_account_whose_history_is_kept_is_not_said_to_have_lost_it(team: Team) -> None:
    private, link = await shared_link(team)
    await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")

    async with team.alice.watch() as watch:
        await private.says("/logout main keep")
        told = await team.alice.next(watch, sent_by_bot)

    assert told.text == team.alice.words("group-disconnected-kept", name="main")


async def test_a_token_that_comes_behind_login_while_a_groups_is_awaited_is_the_groups(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/start {(await team.alice.says('/login')).code}")

    done = await private.says(f"/login {team.world.account().token}")

    assert done.text.startswith(team.alice.words("login-done-there", name="main", title="Scrapers"))
    assert sealed(team) == [team.group.id]


async def test_a_token_that_was_connected_is_not_said_to_be_unused_when_it_is_dealt_with_again(team: Team) -> None:
    token = await team.connect()

    async with team.alice.watch() as watch:
        again = await team.private(team.alice).says(token)
        told = await team.alice.next(watch, sent_by_bot)

    assert again.text.startswith(team.alice.words("login-done-there", name="main", title="Scrapers"))
    assert told.text.startswith(team.alice.words("group-connected", name="main", who="Alice"))


async def test_a_link_dealt_with_again_says_what_it_did(team: Team) -> None:
    _, link = await shared_link(team)
    first = await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")

    again = await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")

    assert again.text == first.text
    assert len(sealed(team)) == 2


async def test_a_group_is_spoken_to_in_its_own_language_whoever_asks_too_much(team: Team) -> None:
    await team.alice.says("/settings language de")
    message = await team.bob.says("/help")
    answers = [await team.presses(team.bob, message, "/help") for _ in range(MOST_OF_PERSON)]

    german = Conversation(world=team.world, person=team.bob.person, chat=team.group, language="de")
    assert answers[-1].text == german.words("notice-too-many")


async def test_a_group_that_put_the_bot_out_unheard_is_fresh_when_it_is_added_again(world: World) -> None:
    world.telegram.clock = world.clock
    team = a_team(world)
    async with at_work(team):
        await team.connect()
        await team.alice.says("/settings money on")
    # The bot is off for so long that Telegram no longer tells of its removal.
    world.telegram.remove_bot(team.group, team.alice.person)
    world.clock.advance(timedelta(hours=25))

    async with world.bot():
        async with team.bob.watch() as watch:
            world.telegram.add_bot(team.group, team.alice.person)
            greeting = await team.bob.next(watch, sent_by_bot)

        assert greeting.text.endswith(team.bob.words("group-start-first"))
        assert (await team.bob.says("/balance")).text == team.bob.words("no-account")
        assert sealed(team) == []


async def test_a_group_added_by_a_link_is_greeted_by_what_the_link_did(world: World) -> None:
    team = a_team(world)
    async with world.bot():
        private, link = await shared_link(team)

        async with team.alice.watch() as watch:
            world.telegram.add_bot(team.group, team.alice.person, payload=link.code)
            first = await team.alice.next(watch, sent_by_bot)
        await private.until(
            lambda: private.messages[-1].text.startswith(
                team.alice.words("login-done-there", name="main", title="Scrapers")
            )
        )

    assert first.text.startswith(team.alice.words("group-connected", name="main", who="Alice"))
