"""A pressed button -> Arrival: forged ones, old ones, and what a button says beside its command."""

from __future__ import annotations

from typing import Any

import pytest

from bot.commands import Command
from bot.handlers import COMMANDS
from bot.telegram.receive import Arrival, receive

ROWS = {row.name: row for row in COMMANDS}
TOKEN = "tok_5ecret0123456789abcdefghij"
SUPERGROUP = {"id": -1004001, "type": "supergroup", "title": "Scrapers"}
ALICE = {"id": 7, "is_bot": False, "first_name": "Alice", "language_code": "de"}
ME = {"id": 1, "is_bot": True, "first_name": "b", "username": "bytes_bot"}


def press(data: str, **more: object) -> dict[str, Any]:
    """The update of a button that Alice pressed on the bot's message 5 in a group; `more` is of that message."""
    on = {"message_id": 5, "date": 1_700_000_000, "chat": SUPERGROUP, "from": ME, "text": "…"} | more
    return {"callback_query": {"id": "77", "from": ALICE, "chat_instance": "1", "message": on, "data": data}}


def heard(update: dict[str, Any]) -> Arrival:
    """What a press asks of @bytes_bot; none is left without an answer."""
    found = receive({"update_id": 1, **update}, username="bytes_bot", rows=ROWS)
    assert found is not None
    return found


def asked(update: dict[str, Any]) -> Command:
    """The command of a press that holds one."""
    command = heard(update).command
    assert command is not None
    return command


@pytest.mark.parametrize(
    "data", ["vote_yes", '{"page": 3}', "menu:3", "/nope #1", "/", "/Balance", TOKEN, "/balance/2"]
)
async def test_what_no_button_of_the_bot_carries_is_answered_and_asks_for_nothing(data: str) -> None:
    found = heard(press(data))

    assert (found.chat_id, found.press_id, found.command, found.press_of) == (-1004001, "77", None, None)
    assert TOKEN not in repr(found)


async def test_a_press_on_a_message_of_no_chat_is_told_to_the_person_alone() -> None:
    update = press("/logout all yes")
    del update["callback_query"]["message"]
    update["callback_query"]["inline_message_id"] = "abc"

    found = heard(update)

    assert (found.chat_id, found.command, found.press_id) == (7, None, "77")


async def test_a_press_in_a_group_on_a_message_too_old_to_be_seen_is_still_the_groups() -> None:
    update = press("/records 2")
    update["callback_query"]["message"] = {"message_id": 5, "date": 0, "chat": SUPERGROUP}

    found = heard(update)

    assert found.command is not None
    assert (found.command.in_group, found.command.chat_title, found.command.arguments) == (True, "Scrapers", ("2",))
    assert (found.chat_id, found.message_id, found.press_of, found.topic_id) == (-1004001, None, None, None)


async def test_a_press_on_a_message_that_only_one_person_sees_is_answered_anew() -> None:
    found = heard(press("/balance", message_id=0))

    assert (asked(press("/balance", message_id=0)).name, found.message_id, found.press_of) == ("balance", None, None)


@pytest.mark.parametrize(
    ("data", "arguments", "over"),
    [
        ("/records", (), 5),
        ("/records +", (), None),
        ("/records order 2 +", ("order", "2"), None),
        ("/records order+", ("order+",), 5),
        ("/records + order", ("+", "order"), 5),
    ],
)
async def test_the_mark_at_the_end_of_a_button_keeps_what_stands_above(
    data: str, arguments: tuple[str, ...], over: int | None
) -> None:
    found = heard(press(data))

    assert found.command is not None
    assert (found.command.arguments, found.press_of) == (arguments, over)


async def test_the_mark_of_a_login_button_is_no_secret() -> None:
    command = asked(press("/login +"))

    assert (command.name, command.arguments, bool(command.secret)) == ("login", (), False)
