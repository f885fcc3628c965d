"""What the bot may delete in groups, and in which words it may not."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram import Telegram
from tests.sandbox.telegram.given import Api, Team, bad, refusal, say, team

NEVER = bad("message can't be deleted")
NOT_FOR_EVERYONE = bad("message can't be deleted for everyone")


@pytest.fixture(params=["group", "supergroup"])
def group(request: pytest.FixtureRequest, telegram: Telegram) -> Team:
    group = team(telegram, kind=request.param)
    telegram.add_bot(group.chat, group.alice)
    return group


def words(group: Team) -> tuple[int, str]:
    return NEVER if group.chat.kind == "supergroup" else NOT_FOR_EVERYONE


async def test_a_plain_member_deletes_its_own_messages_and_nobody_elses(api: Api, group: Team) -> None:
    own, theirs = await say(api, group.chat), group.telegram.send(group.bob, group.chat, "/login secret").id

    deleted = await api("deleteMessage", chat_id=group.chat.id, message_id=own)
    refused = await api("deleteMessage", chat_id=group.chat.id, message_id=theirs)
    together = await api("deleteMessages", chat_id=group.chat.id, message_ids=[theirs])

    assert deleted["result"] is True
    assert refusal(refused) == refusal(together) == words(group)
    assert group.telegram.messages(group.chat)[-1].id == theirs


async def test_with_the_right_others_messages_go_too(api: Api, group: Team) -> None:
    group.telegram.promote_bot(group.chat, group.alice)
    secret = group.telegram.send(group.bob, group.chat, "/login secret")

    first = await api("deleteMessage", chat_id=group.chat.id, message_id=secret.id)
    second = await api("deleteMessage", chat_id=group.chat.id, message_id=secret.id)

    assert first["result"] is True
    assert refusal(second) == bad("message to delete not found")


async def test_nothing_goes_after_48_hours_not_even_what_is_the_bots_own(api: Api, group: Team, clock: Any) -> None:
    group.telegram.promote_bot(group.chat, group.alice)
    own, theirs = await say(api, group.chat), group.telegram.send(group.bob, group.chat, "hello").id

    clock.move(hours=48)

    for message_id in (own, theirs):
        refused = await api("deleteMessage", chat_id=group.chat.id, message_id=message_id)
        assert refusal(refused) == words(group)


async def test_an_administrator_of_a_supergroup_needs_the_very_right(api: Api, telegram: Telegram) -> None:
    group = team(telegram)
    telegram.promote_bot(group.chat, group.alice, "can_pin_messages")
    theirs = telegram.send(group.bob, group.chat, "hello")

    refused = await api("deleteMessage", chat_id=group.chat.id, message_id=theirs.id)

    assert refusal(refused) == NEVER


async def test_how_a_supergroup_and_its_topics_began_never_goes(api: Api, telegram: Telegram) -> None:
    forum = team(telegram, forum=True)
    telegram.promote_bot(forum.chat, forum.alice)
    topic = telegram.topic(forum.chat, "Traffic")
    joined = telegram.messages(forum.chat)[-2]

    for message_id in (1, topic.id):
        refused = await api("deleteMessage", chat_id=forum.chat.id, message_id=message_id)
        assert refusal(refused) == NEVER
    assert (await api("deleteMessage", chat_id=forum.chat.id, message_id=joined.id))["ok"]
