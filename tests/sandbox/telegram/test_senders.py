"""Who a message is from where somebody speaks as the group, for a channel, or nobody does."""

from __future__ import annotations

import pytest

from sandbox.telegram import Chat, Telegram
from tests.sandbox.telegram.given import Api, Team, say, team, told


@pytest.fixture
async def group(telegram: Telegram, api: Api) -> Team:
    group = team(telegram)
    telegram.promote_bot(group.chat, group.alice)
    await told(api)
    return group


@pytest.fixture
def channel(telegram: Telegram) -> Chat:
    return telegram.channel("News")


async def test_an_anonymous_administrator_speaks_as_the_group(api: Api, group: Team) -> None:
    group.telegram.promote(group.bob, group.chat, anonymous=True)

    said = group.telegram.send(group.bob, group.chat, "/settings")

    message = (await told(api))[-1]["message"]
    assert (message["from"]["id"], message["from"]["username"]) == (1087968824, "GroupAnonymousBot")
    assert message["from"]["is_bot"] is True
    assert message["sender_chat"] == message["chat"]
    assert (said.by_bot, said.author) == (False, group.bob)
    assert "Bob" not in str(message)


async def test_an_anonymous_administrators_press_shows_who_they_are(api: Api, group: Team) -> None:
    group.telegram.promote(group.bob, group.chat, anonymous=True)
    message_id = await say(api, group.chat)

    group.telegram.press(group.bob, group.chat, message_id, "/a")

    user = (await told(api))[-1]["callback_query"]["from"]
    assert user["id"] == group.bob.id
    member = (await api("getChatMember", chat_id=group.chat.id, user_id=user["id"]))["result"]
    assert (member["status"], member["is_anonymous"]) == ("administrator", True)


async def test_what_an_anonymous_administrator_does_the_group_does(api: Api, group: Team) -> None:
    group.telegram.remove_bot(group.chat, group.alice)
    group.telegram.promote(group.bob, group.chat, anonymous=True)
    await told(api)

    group.telegram.add_bot(group.chat, group.bob)

    message = (await told(api))[-1]["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, group.chat.id)


async def test_their_own_messages_stay_theirs_to_change(group: Team) -> None:
    group.telegram.promote(group.bob, group.chat, anonymous=True)
    said = group.telegram.send(group.bob, group.chat, "hello")

    edited = group.telegram.edit(group.bob, group.chat, said.id, "hello again")

    assert edited.text == "hello again"
    with pytest.raises(ValueError, match="their own"):
        group.telegram.edit(group.alice, group.chat, said.id, "mine now")


async def test_whoever_speaks_for_a_channel_is_no_administrator_of_the_group(
    api: Api, group: Team, channel: Chat
) -> None:
    said = group.telegram.send(group.bob, group.chat, "/settings", sender_chat=channel)

    message = (await told(api))[-1]["message"]
    assert (message["from"]["id"], message["from"]["username"]) == (136817688, "Channel_Bot")
    assert message["sender_chat"] == {"id": channel.id, "title": "News", "type": "channel"}
    assert said.by_bot is False


async def test_a_post_of_the_linked_channel_is_forwarded_by_telegram_itself(
    api: Api, group: Team, channel: Chat
) -> None:
    group.telegram.post_linked(group.chat, channel, "first")
    group.telegram.post_linked(group.chat, channel, "/balance")

    first, second = [update["message"] for update in await told(api)]
    assert (first["from"]["id"], first["sender_chat"]["id"]) == (777000, channel.id)
    assert first["is_automatic_forward"] is True
    assert first["forward_origin"]["chat"]["id"] == channel.id
    assert (first["forward_origin"]["message_id"], second["forward_origin"]["message_id"]) == (1, 2)


async def test_nobody_speaks_as_what_they_are_not(api: Api, group: Team, channel: Chat) -> None:
    for speaking in (group.chat, group.telegram.private(group.bob)):
        with pytest.raises(ValueError, match="cannot speak as"):
            group.telegram.send(group.bob, group.chat, "x", sender_chat=speaking)
    with pytest.raises(ValueError, match="nobody writes in a channel"):
        group.telegram.send(group.bob, channel, "x")
    with pytest.raises(ValueError, match="discussed in a supergroup"):
        group.telegram.post_linked(team(group.telegram, kind="group").chat, channel, "x")

    assert await told(api) == []
    assert (await api("sendMessage", chat_id=channel.id, text="x"))["description"] == "Bad Request: chat not found"
