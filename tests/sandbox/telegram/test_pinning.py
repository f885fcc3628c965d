"""What the bot may pin, what is said of it, and what is pinned then."""

from __future__ import annotations

import pytest

from sandbox.telegram import Pinned, Telegram
from tests.sandbox.telegram.given import Api, bad, refusal, say, team, told

NO_RIGHT = bad("not enough rights to manage pinned messages in the chat")


async def test_in_a_private_chat_everything_can_be_pinned_and_that_is_said(api: Api, telegram: Telegram) -> None:
    chat = telegram.private(telegram.person("Alice"))
    message = await say(api, chat)

    pinned = await api("pinChatMessage", chat_id=chat.id, message_id=message)
    again = await api("pinChatMessage", chat_id=chat.id, message_id=message)

    assert (pinned["result"], again["result"]) == (True, True)
    assert telegram.pinned(chat) == (message,)
    (update,) = await told(api)
    assert update["message"]["pinned_message"]["message_id"] == message
    assert update["message"]["from"]["is_bot"] is True
    described = await api("getChat", chat_id=chat.id)
    assert described["result"]["pinned_message"]["message_id"] == message


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_in_a_group_it_takes_an_administrator_with_the_right(api: Api, telegram: Telegram, kind: str) -> None:
    group = team(telegram, kind=kind)
    telegram.add_bot(group.chat, group.alice)
    message = await say(api, group.chat)
    as_member = await api("pinChatMessage", chat_id=group.chat.id, message_id=message)
    unpinned = await api("unpinChatMessage", chat_id=group.chat.id, message_id=message)
    telegram.promote_bot(group.chat, group.alice)

    assert (await api("pinChatMessage", chat_id=group.chat.id, message_id=message))["result"] is True
    assert refusal(as_member) == refusal(unpinned) == NO_RIGHT


async def test_an_administrator_without_the_right_may_not(api: Api, telegram: Telegram) -> None:
    group = team(telegram)
    telegram.add_bot(group.chat, group.alice)
    telegram.promote_bot(group.chat, group.alice, "can_delete_messages")
    message = await say(api, group.chat)

    assert refusal(await api("pinChatMessage", chat_id=group.chat.id, message_id=message)) == NO_RIGHT


async def test_pins_are_taken_away_by_name_by_turn_and_by_deleting(api: Api, telegram: Telegram) -> None:
    chat = telegram.private(telegram.person("Alice"))
    first, second, third = [await say(api, chat) for _ in range(3)]
    for message in (first, second, third):
        await api("pinChatMessage", chat_id=chat.id, message_id=message)

    await api("unpinChatMessage", chat_id=chat.id, message_id=second)
    named = telegram.pinned(chat)
    await api("unpinChatMessage", chat_id=chat.id)
    by_turn = telegram.pinned(chat)
    telegram.delete(chat, first)

    assert (named, by_turn, telegram.pinned(chat)) == ((first, third), (first,), ())


async def test_what_is_pinned_is_told_to_whoever_watches(api: Api, telegram: Telegram) -> None:
    chat = telegram.private(telegram.person("Alice"))
    message = await say(api, chat)
    async with telegram.watch() as watch:
        await api("pinChatMessage", chat_id=chat.id, message_id=message)
        event = await anext(watch)

    assert event == Pinned(chat=chat, message_ids=(message,))
    assert event.json() == {"type": "pinned", "chat_id": chat.id, "message_ids": [message]}


async def test_what_is_not_there_or_no_ones_word_is_not_pinned(api: Api, telegram: Telegram) -> None:
    chat = telegram.private(telegram.person("Alice"))
    message = await say(api, chat)
    await api("pinChatMessage", chat_id=chat.id, message_id=message)
    service = telegram.messages(chat)[-1]

    gone = await api("pinChatMessage", chat_id=chat.id, message_id=99)
    word = await api("pinChatMessage", chat_id=chat.id, message_id=service.id)
    unpinned = await api("unpinChatMessage", chat_id=chat.id, message_id=99)

    assert refusal(gone) == bad("message to pin not found")
    assert refusal(word) == bad("message can't be pinned")
    assert refusal(unpinned) == bad("message to unpin not found")
