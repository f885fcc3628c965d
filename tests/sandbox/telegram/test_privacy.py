"""What a bot in privacy mode is given of a group, and what an administrator is."""

from __future__ import annotations

import pytest

from sandbox.telegram import Telegram
from tests.sandbox.telegram.given import Api, Team, say, team, told


@pytest.fixture
async def group(telegram: Telegram, api: Api) -> Team:
    group = team(telegram)
    telegram.add_bot(group.chat, group.alice)
    await told(api)
    return group


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("/balance", True),
        ("/balance@bytesflows_demo_bot now", True),
        ("/balance@BytesFlows_Demo_Bot", True),
        ("/balance@other_bot", False),
        ("hello", False),
        ("@bytesflows_demo_bot hello", False),
        ("see /balance@bytesflows_demo_bot", False),
        ("/", False),
    ],
)
async def test_a_plain_member_is_given_commands_and_no_chatter(api: Api, group: Team, text: str, given: bool) -> None:
    group.telegram.send(group.bob, group.chat, text)

    assert len(await told(api)) == given


async def test_replies_to_the_bot_and_to_what_was_meant_for_it_are_given(api: Api, group: Team) -> None:
    telegram, bob, chat = group.telegram, group.bob, group.chat
    answer = await say(api, chat)
    command = telegram.send(bob, chat, "/login")
    chatter = telegram.send(bob, chat, "hello")
    await told(api)

    first = telegram.send(bob, chat, "to the bot", reply_to=answer)
    telegram.send(bob, chat, "to a reply", reply_to=first.id)
    telegram.send(bob, chat, "to a command", reply_to=command.id)
    telegram.send(bob, chat, "to chatter", reply_to=chatter.id)

    texts = [update["message"]["text"] for update in await told(api)]
    assert texts == ["to the bot", "to a reply", "to a command"]


async def test_an_administrator_is_given_everything(api: Api, group: Team) -> None:
    group.telegram.promote_bot(group.chat, group.alice)
    await told(api)

    for text in ("hello", "/balance@other_bot"):
        group.telegram.send(group.bob, group.chat, text)
    group.telegram.send(group.bob, group.chat, photo=True)
    group.telegram.demote_bot(group.chat, group.alice)
    group.telegram.send(group.bob, group.chat, "again")

    updates = await told(api)
    assert [next(iter(set(update) - {"update_id"})) for update in updates] == ["message"] * 3 + ["my_chat_member"]


async def test_an_edit_is_given_where_the_message_would_be(api: Api, group: Team) -> None:
    chatter = group.telegram.send(group.bob, group.chat, "hello")
    command = group.telegram.send(group.bob, group.chat, "/balance")
    await told(api)

    group.telegram.edit(group.bob, group.chat, chatter.id, "hello again")
    group.telegram.edit(group.bob, group.chat, command.id, "/records")

    (update,) = await told(api)
    assert update["edited_message"]["text"] == "/records"


async def test_get_me_says_that_the_bot_is_in_privacy_mode(api: Api) -> None:
    assert (await api("getMe"))["result"]["can_read_all_group_messages"] is False
