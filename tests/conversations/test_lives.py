"""The life of a group: added, left, back again, upgraded; and the topics of a forum."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Literal

import pytest

from bot import keys
from tests.team import Team, a_team, at_work
from tests.world import World, sent_by_bot


def count(world: World, table: str) -> int:
    """How many rows a table has, as another connection sees it."""
    with sqlite3.connect(world.directory / "bot.db") as database:
        (rows,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    database.close()
    return int(rows)


async def test_answers_come_in_the_topic_in_which_they_were_asked(world: World) -> None:
    team = a_team(world, forum=True)
    topic = world.telegram.topic(team.group, "Traffic")
    async with at_work(team):
        await team.in_topic(team.bob, topic.id).says("/help")
        await team.bob.says("/help")

    answers = [message.topic for message in world.telegram.messages(team.group) if message.by_bot]
    assert answers[-2:] == [topic.id, None]


async def test_the_group_hears_in_the_topic_where_connecting_was_asked_for(world: World) -> None:
    team = a_team(world, forum=True)
    topic = world.telegram.topic(team.group, "Traffic")
    async with at_work(team):
        asked = await team.in_topic(team.alice, topic.id).says("/login")
        private = team.private(team.alice)
        await private.says(f"/start {asked.code}")
        async with team.alice.watch() as watch:
            await private.says(world.account().token)
            await team.alice.next(watch, sent_by_bot)

    told = world.telegram.messages(team.group)[-1]
    assert told.topic == topic.id


async def test_where_the_topic_is_gone_the_group_hears_at_large(world: World) -> None:
    team = a_team(world, forum=True)
    topic = world.telegram.topic(team.group, "Traffic")
    async with at_work(team):
        asked = await team.in_topic(team.alice, topic.id).says("/login")
        private = team.private(team.alice)
        await private.says(f"/start {asked.code}")
        world.telegram.delete_topic(team.group, topic)
        async with team.alice.watch() as watch:
            await private.says(world.account().token)
            told = await team.alice.next(watch, sent_by_bot)

    assert told.text.startswith(team.alice.words("group-connected", name="main", who="Alice"))
    assert world.telegram.messages(team.group)[-1].topic is None


async def test_who_asks_in_a_closed_topic_hears_why_in_private(world: World) -> None:
    team = a_team(world, forum=True)
    topic = world.telegram.topic(team.group, "Traffic")
    async with at_work(team):
        private = team.private(team.alice)
        world.telegram.close_topic(team.group, topic)
        async with private.watch() as watch:
            team.in_topic(team.alice, topic.id).write("/help")
            told = await private.next(watch, sent_by_bot)

    assert told.text == team.alice.words("unwritable", title="Scrapers")


async def test_put_out_of_a_group_the_bot_forgets_it_at_once(world: World) -> None:
    team = a_team(world)
    async with at_work(team):
        await team.connect()
        world.telegram.remove_bot(team.group, team.alice.person)
        await team.alice.until(lambda: count(world, "accounts") == 0)

        assert count(world, "readings") == 0
        async with team.alice.watch() as watch:
            world.telegram.add_bot(team.group, team.alice.person)
            greeting = await team.alice.next(watch, sent_by_bot)
        assert greeting.text.endswith(team.alice.words("group-start-first"))


async def test_a_group_may_keep_its_history_and_nothing_else(world: World) -> None:
    team = a_team(world)
    async with at_work(team):
        await team.connect("crawler")
        await team.alice.says("/settings history keep")
        await team.alice.says("/settings language de")
        world.telegram.remove_bot(team.group, team.alice.person)
        await team.alice.until(lambda: world.telegram.pending == 0)
        world.telegram.add_bot(team.group, team.alice.person)
        greeting = await team.alice.says("/start")
        readings = count(world, "readings")

    with sqlite3.connect(world.directory / "bot.db") as database:
        sealed = database.execute("SELECT name, sealed FROM accounts").fetchall()
    database.close()
    assert greeting.text.startswith(team.alice.words("group-start"))
    assert sealed == [("crawler", None)]
    assert readings == 1


@pytest.mark.parametrize("services", [("to", "from"), ("from", "to"), ("to",), ("from",), ()])
async def test_a_group_that_becomes_a_supergroup_takes_everything_along(
    world: World, services: tuple[Literal["to", "from"], ...]
) -> None:
    team = a_team(world, kind="group")
    async with at_work(team):
        await team.connect("crawler")
        await team.alice.says("/settings money on")
        supergroup = world.telegram.migrate(team.group, team.alice.person, services=services)
        bob = replace(team.bob, chat=supergroup)
        if not services:
            # Nobody told: the old group's next word to the bot, and Telegram's refusal, are how it learns.
            await team.alice.until(lambda: world.telegram.pending == 0)
            async with team.private(team.alice).watch() as watch:
                world.telegram.enqueue({"message": old_command(team, "/balance")})
                await bob.next(watch, sent_by_bot)
        answer = await bob.says("/balance")

    assert answer.text.startswith(team.bob.words("balance-title"))
    assert "$0.00" in answer.text
    assert count(world, "accounts") == 1


def old_command(team: Team, text: str) -> dict[str, object]:
    """A command that was typed before the upgrade and comes after it."""
    return {
        "message_id": 900,
        "date": 1_700_000_000,
        "chat": {"id": team.group.id, "type": "group", "title": "Scrapers"},
        "from": team.bob.person.json(),
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }


async def test_in_a_group_the_bot_is_silent_on_everything_else(world: World) -> None:
    team = a_team(world)
    async with at_work(team):
        world.telegram.promote_bot(team.group, team.alice.person)
        for text in ("hello", "/unknown", "/balance@other_bot", "/cancel", "/use x #1"):
            team.bob.write(text)
        typo = team.bob.write("/balanc")
        world.telegram.edit(team.bob.person, team.group, typo.id, "/balance")

        await team.quiet()


async def test_a_person_who_blocks_the_bot_and_comes_back_starts_anew(world: World) -> None:
    async with world.bot():
        chat = world.person()
        await chat.says(f"/login {world.account().token}")
        world.telegram.block(chat.person)
        await chat.until(lambda: count(world, "accounts") == 0)
        world.telegram.unblock(chat.person)

        assert (await chat.says("/balance")).text == chat.words("no-account")


async def test_what_the_bot_says_by_itself_follows_a_group_that_moved(world: World) -> None:
    team = a_team(world, kind="group")
    async with at_work(team):
        await team.connect()
    (world.directory / keys.FILE).unlink()
    supergroup = world.telegram.migrate(team.group, team.alice.person, services=())
    moved = replace(team.alice, chat=supergroup)

    async with world.bot():
        await moved.until(
            lambda: moved.words("account-locked", name="main") in [message.text for message in moved.messages]
        )
