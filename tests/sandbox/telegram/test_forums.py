"""Topics: where a message is, who may write there, and what is refused."""

from __future__ import annotations

import pytest

from sandbox.telegram import Acting, Deleted, Telegram, Topic
from tests.sandbox.telegram.given import Api, Team, bad, kinds, refusal, say, team, told


@pytest.fixture
def forum(telegram: Telegram) -> Team:
    forum = team(telegram, forum=True)
    telegram.add_bot(forum.chat, forum.alice)
    return forum


@pytest.fixture
def topic(forum: Team) -> Topic:
    return forum.telegram.topic(forum.chat, "Traffic")


async def test_a_topic_has_the_id_of_the_message_that_made_it(api: Api, forum: Team) -> None:
    await told(api)

    topic = forum.telegram.topic(forum.chat, "Traffic")

    (update,) = await told(api)
    message = update["message"]
    assert message["message_id"] == message["message_thread_id"] == topic.id
    assert (message["is_topic_message"], message["forum_topic_created"]["name"]) == (True, "Traffic")
    assert "reply_to_message" not in message
    assert forum.telegram.topics(forum.chat) == (topic,)


async def test_a_message_in_a_topic_carries_it_and_seems_to_reply_to_its_first(
    api: Api, forum: Team, topic: Topic
) -> None:
    await told(api)

    forum.telegram.send(forum.bob, forum.chat, "/balance", topic=topic.id)
    sent = (await api("sendMessage", chat_id=forum.chat.id, text="x", message_thread_id=topic.id))["result"]

    (update,) = await told(api)
    for message in (update["message"], sent):
        assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
        assert message["reply_to_message"]["message_id"] == topic.id
        assert message["reply_to_message"]["forum_topic_created"]["name"] == "Traffic"


async def test_a_reply_is_where_the_replied_message_is(api: Api, forum: Team, topic: Topic) -> None:
    asked = forum.telegram.send(forum.bob, forum.chat, "/balance", topic=topic.id)

    reply = {"message_id": asked.id}
    sent = (await api("sendMessage", chat_id=forum.chat.id, text="x", reply_parameters=reply))["result"]
    thanks = forum.telegram.send(forum.bob, forum.chat, "thanks", reply_to=sent["message_id"])

    assert sent["message_thread_id"] == topic.id
    assert sent["reply_to_message"]["message_id"] == asked.id
    assert thanks.topic == topic.id


async def test_general_has_no_id_neither_coming_nor_going(api: Api, forum: Team, topic: Topic) -> None:
    await told(api)
    forum.telegram.send(forum.bob, forum.chat, "/balance")

    sent = (await api("sendMessage", chat_id=forum.chat.id, text="x"))["result"]
    named = await api("sendMessage", chat_id=forum.chat.id, text="x", message_thread_id=1)

    (update,) = await told(api)
    for message in (update["message"], sent):
        assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & message.keys()
    assert refusal(named) == bad("message thread not found")
    with pytest.raises(ValueError, match="no topic 1"):
        forum.telegram.send(forum.bob, forum.chat, "x", topic=1)


async def test_a_reply_in_general_is_in_no_thread(api: Api, forum: Team) -> None:
    asked = forum.telegram.send(forum.bob, forum.chat, "/balance")

    reply = {"message_id": asked.id}
    sent = (await api("sendMessage", chat_id=forum.chat.id, text="x", reply_parameters=reply))["result"]

    assert sent["reply_to_message"]["message_id"] == asked.id
    assert "message_thread_id" not in sent


async def test_a_missing_reply_is_refused_before_a_missing_topic(api: Api, forum: Team) -> None:
    refused = await api(
        "sendMessage", chat_id=forum.chat.id, text="x", message_thread_id=77, reply_parameters={"message_id": 88}
    )
    action = await api("sendChatAction", chat_id=forum.chat.id, action="typing", message_thread_id=77)

    assert refusal(refused) == bad("message to be replied not found")
    assert refusal(action) == bad("message thread not found")


async def test_a_closed_topic_is_closed_to_whoever_does_not_manage_topics(api: Api, forum: Team, topic: Topic) -> None:
    telegram, chat = forum.telegram, forum.chat
    await told(api)
    telegram.close_topic(chat, topic)

    refused = await api("sendMessage", chat_id=chat.id, text="x", message_thread_id=topic.id)
    with pytest.raises(ValueError, match="closed"):
        telegram.send(forum.bob, chat, "/balance", topic=topic.id)
    telegram.send(forum.alice, chat, "/balance", topic=topic.id)
    telegram.promote_bot(chat, forum.alice, "can_delete_messages")
    again = await api("sendMessage", chat_id=chat.id, text="x", message_thread_id=topic.id)
    telegram.promote_bot(chat, forum.alice, "can_manage_topics")

    assert refusal(refused) == refusal(again) == bad("TOPIC_CLOSED")
    assert await say(api, chat, message_thread_id=topic.id)
    assert [kind for kind in kinds(await told(api)) if kind != "my_chat_member"] == ["forum_topic_closed", "message"]


async def test_a_topic_that_is_opened_again_is_open(api: Api, forum: Team, topic: Topic) -> None:
    telegram, chat = forum.telegram, forum.chat
    telegram.close_topic(chat, topic)
    await told(api)

    telegram.reopen_topic(chat, topic)
    telegram.reopen_topic(chat, topic)

    (update,) = await told(api)
    assert update["message"]["forum_topic_reopened"] == {}
    assert update["message"]["reply_to_message"]["message_id"] == topic.id
    assert telegram.topics(chat) == (topic,)
    assert await say(api, chat, message_thread_id=topic.id)
    assert telegram.send(forum.bob, chat, "hello", topic=topic.id).topic == topic.id


async def test_with_a_deleted_topic_goes_what_was_said_in_it_and_the_bot_is_told_nothing(
    api: Api, forum: Team, topic: Topic
) -> None:
    telegram, chat = forum.telegram, forum.chat
    answer = await say(api, chat, message_thread_id=topic.id)
    general = await say(api, chat)
    await told(api)

    async with telegram.watch() as events:
        telegram.delete_topic(chat, topic)
    seen = [event async for event in events]

    assert seen == [Deleted(chat=chat, message_id=message_id) for message_id in (topic.id, answer)]
    assert telegram.topics(chat) == ()
    assert telegram.messages(chat)[-1].id == general
    assert await told(api) == []
    refused = await api("sendMessage", chat_id=chat.id, text="x", message_thread_id=topic.id)
    assert refusal(refused) == bad("message thread not found")
    edited = await api("editMessageText", chat_id=chat.id, message_id=answer, text="x")
    assert refusal(edited) == bad("message to edit not found")


async def test_the_bot_is_seen_typing_in_the_topic(api: Api, forum: Team, topic: Topic) -> None:
    async with forum.telegram.watch() as events:
        await api("sendChatAction", chat_id=forum.chat.id, action="typing", message_thread_id=topic.id)
        await api("sendChatAction", chat_id=forum.chat.id, action="typing")
    seen = [event async for event in events]

    assert seen == [Acting(chat=forum.chat, action="typing", topic=topic.id), Acting(chat=forum.chat, action="typing")]
    assert [event.json().get("message_thread_id") for event in seen] == [topic.id, None]


async def test_an_edit_stays_in_its_topic(api: Api, forum: Team, topic: Topic) -> None:
    answer = await say(api, forum.chat, message_thread_id=topic.id)

    edited = (await api("editMessageText", chat_id=forum.chat.id, message_id=answer, text="other"))["result"]

    assert (edited["message_thread_id"], edited["is_topic_message"]) == (topic.id, True)
    assert "reply_to_message" not in edited


def test_only_a_forum_has_topics_and_their_names_have_an_end(telegram: Telegram, forum: Team) -> None:
    with pytest.raises(ValueError, match="not a forum"):
        telegram.topic(team(telegram).chat, "Traffic")
    for name in ("", "x" * 129):
        with pytest.raises(ValueError, match="1 to 128"):
            telegram.topic(forum.chat, name)
    assert telegram.topic(forum.chat, "x" * 128).name == "x" * 128
