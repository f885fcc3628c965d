"""Disconnecting, blocking, and what is left afterwards."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from tests.world import Conversation


def rows(chat: Conversation, table: str) -> int:
    """How many rows a table has, seen by another connection."""
    with sqlite3.connect(chat.world.directory / "bot.db") as database:
        (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    database.close()
    return int(count)


async def test_logging_out_asks_first(connected: Conversation) -> None:
    reply = await connected.says("/logout")

    assert reply.text == connected.words("logout-sure", name="main")
    assert [row[0].data for row in reply.buttons] == ["/logout #1 yes", "/logout #1 keep", "/logout cancel"]
    assert (await connected.says("/balance")).text.startswith(connected.words("balance-title"))


async def test_logging_out_deletes_the_token_and_the_history(connected: Conversation) -> None:
    asked = await connected.says("/logout main")

    reply = await connected.presses(asked, "/logout #1 yes")

    assert reply.id == asked.id
    assert reply.text == connected.words("logout-done", name="main")
    assert (rows(connected, "accounts"), rows(connected, "readings")) == (0, 0)
    assert (await connected.says("/balance")).text == connected.words("no-account")


async def test_the_history_is_kept_on_request_and_comes_back(connected: Conversation) -> None:
    asked = await connected.says("/logout")

    reply = await connected.presses(asked, "/logout #1 keep")
    kept = rows(connected, "readings")
    await connected.presses(reply, reply.commands[0])
    await connected.says(connected.world.vendor.accounts[0].token)

    assert reply.commands == ["/login main"]
    assert reply.text == connected.words("logout-done-kept", name="main")
    assert kept == 1
    assert rows(connected, "accounts") == 1


async def test_cancelling_keeps_everything(connected: Conversation) -> None:
    asked = await connected.says("/logout")

    reply = await connected.presses(asked, "/logout cancel")

    assert reply.text == connected.words("logout-cancelled")
    assert rows(connected, "accounts") == 1


async def test_with_several_accounts_it_asks_which(connected: Conversation) -> None:
    await connected.says(f"/login {connected.world.account().token} other")

    which = await connected.says("/logout")
    sure = await connected.presses(which, "/logout all")
    connected.world.clock.advance(timedelta(seconds=2))
    done = await connected.presses(which, "/logout all yes")

    assert [row[0].data for row in which.buttons] == ["/logout #1", "/logout #2", "/logout all", "/logout cancel"]
    assert sure.text == connected.words("logout-sure-all", count=2)
    assert done.text == connected.words("logout-done-all", count=2)
    assert rows(connected, "accounts") == 0


@pytest.mark.parametrize("data", ["/logout #1 yes", "/logout #999 yes", "/logout nobody keep", "/logout yes"])
async def test_a_stale_or_forged_confirmation_of_nothing_is_answered(chat: Conversation, data: str) -> None:
    message = await chat.says("/start")

    reply = await chat.presses(message, data)

    assert reply.text == chat.words("logout-done-already")


async def test_a_second_press_on_disconnect_is_no_error(connected: Conversation) -> None:
    asked = await connected.says("/logout")

    first = await connected.presses(asked, "/logout #1 yes")
    connected.world.clock.advance(timedelta(seconds=2))
    second = await connected.presses(asked, "/logout #1 yes")

    assert first.text == connected.words("logout-done", name="main")
    assert second.text == connected.words("logout-done-already")


async def test_a_double_tap_on_the_list_does_not_disconnect_what_slid_under_the_finger(
    connected: Conversation,
) -> None:
    await connected.says(f"/login {connected.world.account().token} other")
    which = await connected.says("/logout")

    connected.press(which, "/logout #2")
    second = connected.press(which, "/logout #2 yes")
    await second.answered()
    await connected.says("/help")
    third = connected.press(which, "/logout all yes")

    assert (await third.answered()).text == connected.words("notice-hasty")
    assert rows(connected, "accounts") == 2


async def test_another_chats_account_cannot_be_disconnected_by_its_number(connected: Conversation) -> None:
    mallory = connected.world.person("Mallory")
    await mallory.says(f"/login {connected.world.account().token}")
    message = await mallory.says("/start")

    reply = await mallory.presses(message, "/logout #1 yes")

    assert reply.text == mallory.words("logout-done-already")
    assert rows(connected, "accounts") == 2


async def test_blocking_the_bot_deletes_everything_of_the_chat(connected: Conversation) -> None:
    connected.world.telegram.block(connected.person)

    await connected.until(lambda: rows(connected, "chats") == 0)

    assert (rows(connected, "accounts"), rows(connected, "readings")) == (0, 0)
