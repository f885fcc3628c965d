"""`/pin`: one live card in a chat or topic, edited in place when its figures change, made anew when it is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

import pytest

from sandbox.telegram import Edited, Event
from sandbox.vendor import Account
from tests.conversations.test_usage import bought, uses
from tests.team import Team, a_team, at_work
from tests.world import Conversation, Shown, World, sent_by_bot

MINUTE = timedelta(minutes=1)
FIVE = 5 * MINUTE


def pinned(chat: Conversation) -> tuple[int, ...]:
    """The ids of the messages at the top of a chat."""
    return chat.world.telegram.pinned(chat.chat)


def found(world: World) -> list[tuple[int | None, datetime, datetime | None]]:
    """Of each card its message, its last edit, and when it is looked at, as another connection sees it."""
    with sqlite3.connect(world.directory / "bot.db") as database:
        cards = database.execute("SELECT message_id, edited_at, wake_at FROM cards").fetchall()
    database.close()
    at = datetime.fromisoformat
    return [(message, at(edited), None if wake is None else at(wake)) for message, edited, wake in cards]


def rows(world: World) -> list[tuple[int | None, timedelta | None]]:
    """Of each card its message, and how long after its last edit it is looked at."""
    return [(message, None if wake is None else wake - edited) for message, edited, wake in found(world)]


def asleep(world: World) -> bool:
    """Whether no card is to be looked at."""
    return all(wake is None for _, wake in rows(world))


async def rests(chat: Conversation) -> None:
    """Let time pass until no card is to be looked at any more."""

    def passed() -> bool:
        chat.world.clock.advance(timedelta(seconds=30))
        return asleep(chat.world)

    await chat.until(passed)


async def places(chat: Conversation) -> Shown:
    """Let somebody ask for the card, and all be done that this takes."""
    before = pins(chat.world)
    card = await chat.says("/pin")
    await chat.until(lambda: pins(chat.world) > before)
    return card


def pins(world: World) -> int:
    """How often the bot pinned something, or tried to."""
    return sum(call.method == "pinChatMessage" for call in world.telegram.calls)


async def after(chat: Conversation, card: Shown, passed: timedelta = FIVE) -> Shown:
    """The card as it is edited by itself once so much time has passed."""

    def is_edit(event: Event) -> bool:
        return isinstance(event, Edited) and event.message.id == card.id

    async with chat.watch() as watch:
        chat.world.clock.advance(passed)
        return await chat.next(watch, is_edit)


def now(chat: Conversation, card: Shown) -> Shown:
    """A message as it is now."""
    return next(one for one in chat.messages if one.id == card.id)


def edits(world: World) -> int:
    """How often the bot edited a text, and it was another one then."""
    return sum(call.method == "editMessageText" and call.status == 200 for call in world.telegram.calls)


@pytest.fixture
async def lively(world: World) -> AsyncIterator[tuple[Conversation, Account]]:
    """Alice's chat with a bot that looks for what is due all the time; 80 of 100 GB are left of her account."""
    world.every_seconds = 0.02
    chat = world.person()
    account = bought(world, 1, left=80, used=20, days=30)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        await chat.says("/alerts off")  # which would speak in between, whenever the hourly look falls into a test
        yield chat, account


async def test_a_card_begins_with_what_is_left_and_is_pinned_without_a_sound(
    lively: tuple[Conversation, Account],
) -> None:
    chat, _ = lively

    card = await places(chat)

    assert card.text.splitlines()[:2] == ["80 GB of 100 GB available", "██░░░░░░░░░░ 20% used (20 GB)"]
    assert "Expires next: 80 GB on" in card.text
    assert card.commands == ["/pin now", "/usage +", "/records +"]
    assert pinned(chat) == (card.id,)
    (pin,) = [call for call in chat.world.telegram.calls if call.method == "pinChatMessage"]
    assert pin.parameters["disable_notification"] is True
    assert [one.text for one in chat.messages][-2:] == [card.text, ""]  # nothing but Telegram's own word of the pin


async def test_it_is_edited_when_its_figures_change_and_not_within_five_minutes(
    lively: tuple[Conversation, Account],
) -> None:
    chat, account = lively
    card = await places(chat)
    chat.world.clock.advance(MINUTE)
    uses(account, 30)
    await chat.says("/balance")
    ((_, wait),) = rows(chat.world)

    edited = await after(chat, card)

    assert wait == FIVE
    assert edited.text.startswith("50 GB of 100 GB available")
    assert edited.commands == card.commands
    assert edits(chat.world) == 1


async def test_it_is_not_edited_where_only_its_age_has_changed(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    card = await places(chat)
    chat.world.clock.advance(FIVE)
    await chat.says("/balance")

    chat.world.clock.advance(FIVE)
    await rests(chat)

    assert edits(chat.world) == 0
    assert now(chat, card).text == card.text


async def test_what_is_chosen_for_the_chat_is_chosen_for_the_card(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    card = await places(chat)

    await chat.says("/settings language de")
    german = await after(chat, card)
    await chat.says("/accounts rename main crawler")
    await chat.says(f"/login {chat.world.account().token} other")
    both = await after(chat, card)
    await chat.says("/logout all")
    await chat.presses(chat.messages[-1], chat.messages[-1].commands[0])
    empty = await after(chat, card)

    assert german.text.startswith("80 GB von 100 GB verfügbar")
    assert both.text.splitlines()[:2] == ["crawler", "80 GB von 100 GB verfügbar"]
    assert "other" in both.text.splitlines()
    assert empty.text == replace(chat, language="de").words("no-account")
    assert empty.commands == ["/login +", "/pin now"]


async def test_the_default_account_stands_in_front(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    await chat.says(f"/login {chat.world.account().token} second")
    card = await places(chat)

    await chat.says("/accounts default second")
    turned = await after(chat, card)

    assert card.text.splitlines()[0] == "main"
    assert turned.text.splitlines()[0] == "second"


async def test_a_refused_token_stands_on_the_card_with_the_way_to_mend_it(
    lively: tuple[Conversation, Account],
) -> None:
    chat, account = lively
    card = await places(chat)
    chat.world.clock.advance(MINUTE)
    account.revoked = True

    await chat.says("/balance")
    refused = await after(chat, card)
    account.revoked = False
    mended = await chat.presses(refused, "/pin now")
    chat.world.clock.advance(FIVE)
    await rests(chat)

    assert refused.text.startswith(chat.words("token-refused", name="main"))
    assert "80 GB of 100 GB available" in refused.text
    assert "Lasts" not in refused.text
    assert refused.commands[0].startswith("/login #")
    assert refused.commands[0].endswith(" +")
    assert mended.text.startswith("80 GB of 100 GB available")
    assert now(chat, card).text == mended.text


async def test_a_token_that_is_found_refused_while_nobody_asks_stands_there_too(
    lively: tuple[Conversation, Account],
) -> None:
    chat, account = lively
    card = await places(chat)
    account.revoked = True

    refused = await after(chat, card, timedelta(hours=2))

    assert refused.text.startswith(chat.words("token-refused", name="main"))


async def test_pressing_refresh_asks_and_edits_at_once(lively: tuple[Conversation, Account]) -> None:
    chat, account = lively
    card = await places(chat)
    uses(account, 10)
    chat.world.clock.advance(MINUTE)

    ((_, before, _),) = found(chat.world)
    fresh = await chat.presses(card, "/pin now")
    await chat.until(lambda: found(chat.world)[0][1] > before)
    chat.world.clock.advance(FIVE)
    await rests(chat)

    assert (fresh.id, fresh.text.splitlines()[0]) == (card.id, "70 GB of 100 GB available")
    assert edits(chat.world) == 1  # what was shown by the press is not shown again by the clock
    assert pinned(chat) == (card.id,)


async def test_where_the_vendor_is_down_refresh_says_so_beside_the_last_figures(
    lively: tuple[Conversation, Account],
) -> None:
    chat, _ = lively
    card = await places(chat)
    chat.world.clock.advance(MINUTE)
    chat.world.vendor.faults.answer(status=503, times=None)

    tried = await chat.presses(card, "/pin now")

    assert tried.text.startswith(chat.words("vendor-broken"))
    assert "80 GB of 100 GB available" in tried.text
    assert tried.commands == card.commands


@pytest.mark.parametrize("forged", ["/balance", "/help", "/usage", "/pin of", "/settings"])
async def test_nothing_but_a_card_takes_its_place(lively: tuple[Conversation, Account], forged: str) -> None:
    chat, _ = lively
    card = await places(chat)

    answer = await chat.presses(card, forged)

    assert answer.id > card.id
    assert now(chat, card).text == card.text


async def test_asked_for_again_it_comes_anew_and_the_one_before_goes(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    first = await places(chat)

    second = await places(chat)

    assert second.id > first.id
    assert first.id not in [one.id for one in chat.messages]
    assert pinned(chat) == (second.id,)


async def test_one_that_is_too_old_to_be_deleted_stays_as_it_was_without_buttons_or_pin(
    lively: tuple[Conversation, Account],
) -> None:
    chat, _ = lively
    chat.world.telegram.clock = chat.world.clock
    first = await places(chat)
    chat.world.clock.advance(timedelta(days=3))
    await rests(chat)

    second = await places(chat)
    await chat.until(lambda: pinned(chat) == (second.id,))

    old = now(chat, first)
    assert (old.text.splitlines()[0], old.buttons) == ("80 GB of 100 GB available", ())


async def test_switched_off_it_is_gone_and_stays_so(lively: tuple[Conversation, Account]) -> None:
    chat, account = lively
    card = await places(chat)

    off = await chat.says("/pin off")
    await chat.until(lambda: rows(chat.world) == [])
    uses(account, 10)
    await chat.says("/balance")

    assert off.text == chat.words("pin-off")
    assert card.id not in [one.id for one in chat.messages]
    assert pinned(chat) == ()
    assert (await chat.says("/pin off")).text == chat.words("pin-none")
    assert (await chat.says("/pin maybe")).text == chat.words("misused", argument="maybe", example="/pin off")


async def test_a_card_that_was_deleted_is_said_to_be_lost_once_and_made_anew_on_request(
    lively: tuple[Conversation, Account],
) -> None:
    chat, account = lively
    card = await places(chat)
    chat.world.telegram.delete(chat.chat, card.id)
    chat.world.clock.advance(MINUTE)
    uses(account, 10)
    await chat.says("/balance")

    async with chat.watch() as watch:
        chat.world.clock.advance(FIVE)
        told = await chat.next(watch, sent_by_bot)
    await chat.until(lambda: rows(chat.world) == [])
    uses(account, 10)
    await chat.says("/balance")
    chat.world.clock.advance(FIVE)
    await chat.says("/help")

    assert told.text == chat.words("pin-lost")
    assert [one.text for one in chat.messages].count(told.text) == 1
    assert (await places(chat)).text.startswith("60 GB of 100 GB available")


@pytest.mark.parametrize("trouble", ["MESSAGE_ID_INVALID", "message can't be edited", "CHAT_WRITE_FORBIDDEN"])
async def test_every_way_in_which_it_can_be_edited_no_more_is_the_same(
    lively: tuple[Conversation, Account], trouble: str
) -> None:
    chat, _ = lively
    await places(chat)
    await chat.says("/settings language de")
    chat.world.telegram.faults.answer("editMessageText", status=400, description=f"Bad Request: {trouble}")

    async with chat.watch() as watch:
        chat.world.clock.advance(FIVE)
        told = await chat.next(watch, sent_by_bot)
    await chat.until(lambda: rows(chat.world) == [])

    assert told.text == replace(chat, language="de").words("pin-lost")


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
async def test_what_a_flood_keeps_back_is_edited_after_it(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    card = await places(chat)
    await chat.says("/settings language de")
    chat.world.telegram.faults.answer(
        "editMessageText",
        status=429,
        description="Too Many Requests: retry after 900",
        parameters={"retry_after": 900},
        times=None,
    )
    chat.world.clock.advance(FIVE)
    await chat.until(lambda: any(call.status == 429 for call in chat.world.telegram.calls))
    chat.world.telegram.faults.clear()

    edited = await after(chat, card, 4 * FIVE)

    assert edited.text.startswith("80 GB von 100 GB verfügbar")


async def test_a_chat_that_put_the_bot_out_has_its_card_forgotten_with_it(
    lively: tuple[Conversation, Account],
) -> None:
    chat, _ = lively
    await places(chat)
    await chat.says("/settings language de")
    said = len(chat.messages)
    forbidden = "Forbidden: bot was blocked by the user"
    chat.world.telegram.faults.answer("editMessageText", status=403, description=forbidden)

    chat.world.clock.advance(FIVE)
    await chat.until(lambda: rows(chat.world) == [])

    assert len(chat.messages) == said


async def test_in_quiet_hours_nobody_is_woken_by_a_lost_card(lively: tuple[Conversation, Account]) -> None:
    chat, account = lively
    card = await places(chat)
    hour = chat.world.clock().hour
    await chat.says(f"/settings quiet {hour:02}:00-{(hour + 2) % 24:02}:00")
    chat.world.telegram.delete(chat.chat, card.id)
    chat.world.clock.advance(MINUTE)
    uses(account, 10)
    await chat.says("/balance")

    chat.world.clock.advance(FIVE)
    await chat.until(lambda: (rows(chat.world)[0][1] or FIVE) > 2 * FIVE)
    silent = chat.words("pin-lost") not in [one.text for one in chat.messages]
    async with chat.watch() as watch:
        chat.world.clock.advance(timedelta(hours=2))
        told = await chat.next(watch, sent_by_bot)

    assert silent
    assert told.text == chat.words("pin-lost")


async def test_a_restart_loses_no_card(world: World) -> None:
    world.every_seconds = 0.02
    chat = world.person()
    account = bought(world, 1, left=80, used=20, days=30)
    async with world.bot():
        await chat.says(f"/login {account.token}")
        card = await places(chat)
        world.clock.advance(MINUTE)
        uses(account, 30)
        await chat.says("/balance")

    async with world.bot():
        edited = await after(chat, card)

    assert edited.text.startswith("50 GB of 100 GB available")


async def test_who_blocks_the_bot_has_no_card_any_more(lively: tuple[Conversation, Account]) -> None:
    chat, _ = lively
    await places(chat)

    chat.world.telegram.block(chat.person)

    await chat.until(lambda: rows(chat.world) == [])


async def test_without_an_account_there_is_nothing_to_show(chat: Conversation) -> None:
    assert (await chat.says("/pin")).text == chat.words("no-account")


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    """A team with an account, in whose group the bot may pin."""
    world.every_seconds = 0.02
    team = a_team(world, forum=True)
    async with at_work(team):
        world.telegram.promote_bot(team.group, team.alice.person)
        await team.connect()
        yield team


async def test_in_a_group_admins_make_the_card_and_everybody_refreshes_it(team: Team) -> None:
    refused = await team.bob.says("/pin")
    card = await places(team.alice)
    team.world.clock.advance(MINUTE)

    fresh = await team.bob.presses(card, "/pin now")
    forged = await team.presses(team.bob, card, "/pin off")
    looked = await team.bob.says("/pin now")

    assert refused.text == team.bob.words("admins-only-named", names="Alice")
    assert (fresh.id, fresh.text.splitlines()[0]) == (card.id, card.text.splitlines()[0])
    assert "Balance" not in card.text
    assert forged.text == team.bob.words("notice-admins-only")
    assert looked.id > card.id  # a look, and no card
    assert pinned(team.alice) == (card.id,)
    assert [one for one, _ in rows(team.world)] == [card.id]


async def test_the_card_answers_nobody_so_that_it_stands_for_itself(team: Team) -> None:
    card = await places(team.alice)

    message = next(one for one in team.world.telegram.messages(team.group) if one.id == card.id)
    assert message.reply_to is None


async def test_where_the_bot_may_not_pin_it_says_so_and_the_card_lives_all_the_same(world: World) -> None:
    world.every_seconds = 0.02
    team = a_team(world)
    async with at_work(team):
        await team.connect()
        async with team.alice.watch() as watch:
            team.alice.write("/pin")
            card = await team.alice.next(watch, sent_by_bot)
            hint = await team.alice.next(watch, sent_by_bot)
        await team.alice.says("/settings money on")
        edited = await after(team.alice, card)
        world.telegram.promote_bot(team.group, team.alice.person)
        again = await places(team.alice)
        await team.alice.until(lambda: pinned(team.alice) == (again.id,))

    assert hint.text == team.alice.words("pin-may-not")
    assert "Balance: $0.00" in edited.text


async def test_each_topic_has_a_card_of_its_own(team: Team) -> None:
    topic = team.world.telegram.topic(team.group, "Traffic")
    there = team.in_topic(team.alice, topic.id)
    general, own = await places(team.alice), await places(there)

    await team.alice.says("/settings money on")
    async with team.alice.watch() as watch:
        team.world.clock.advance(FIVE)
        edited = {(await team.alice.next(watch, lambda event: isinstance(event, Edited))).id for _ in range(2)}
    await there.says("/pin off")
    await there.until(lambda: len(rows(team.world)) == 1)

    assert edited == {general.id, own.id}
    assert pinned(team.alice) == (general.id,)


async def test_a_card_whose_topic_is_gone_is_said_to_be_lost_in_the_group(team: Team) -> None:
    topic = team.world.telegram.topic(team.group, "Traffic")
    await places(team.in_topic(team.alice, topic.id))
    team.world.telegram.delete_topic(team.group, topic)
    await team.alice.says("/settings money on")

    async with team.alice.watch() as watch:
        team.world.clock.advance(FIVE)
        told = await team.alice.next(watch, sent_by_bot)

    assert told.text == team.alice.words("pin-lost")


@pytest.mark.parametrize("services", [("to", "from"), ()])
async def test_a_group_that_becomes_a_supergroup_hears_once_that_its_card_is_lost(
    world: World, services: tuple[Literal["to", "from"], ...]
) -> None:
    world.every_seconds = 0.02
    team = a_team(world, kind="group")
    async with at_work(team):
        world.telegram.promote_bot(team.group, team.alice.person)
        await team.connect()
        await places(team.alice)
        await team.alice.says("/settings money on")
        alice = replace(team.alice, chat=world.telegram.migrate(team.group, team.alice.person, services=services))

        async with alice.watch() as watch:
            world.clock.advance(FIVE)
            told = await alice.next(watch, lambda event: sent_by_bot(event) and "/pin" in alice.messages[-1].text)
        await alice.until(lambda: rows(world) == [])
        card = await places(alice)

    assert told.text == alice.words("pin-lost")
    assert [one.text for one in alice.messages].count(told.text) == 1
    assert pinned(alice) == (card.id,)
