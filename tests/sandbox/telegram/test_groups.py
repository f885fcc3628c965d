"""Groups without and with the bot, and what the bot meets when it is let in, silenced and thrown out."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram import Deleted, Sent, Telegram
from tests.sandbox.telegram.given import Api, Team, bad, kinds, refusal, say, team, told

KINDS = ("group", "supergroup")


@pytest.fixture(params=KINDS)
def either(request: pytest.FixtureRequest, telegram: Telegram) -> Team:
    return team(telegram, kind=request.param)


@pytest.fixture
def group(telegram: Telegram) -> Team:
    group = team(telegram)
    telegram.add_bot(group.chat, group.alice)
    return group


def test_a_group_begins_with_the_message_that_it_was_made(telegram: Telegram) -> None:
    basic, upper, forum = (team(telegram, **kind).chat for kind in ({"kind": "group"}, {}, {"forum": True}))

    assert [telegram.messages(chat)[0].json().keys() & {"group_chat_created", "supergroup_chat_created"}
            for chat in (basic, upper)] == [{"group_chat_created"}, {"supergroup_chat_created"}]  # fmt: skip
    assert -1_000_000_000_000 < basic.id < 0
    assert upper.id < -1_000_000_000_000
    assert (basic.json()["type"], forum.json()["type"], forum.json()["is_forum"]) == ("group", "supergroup", True)
    assert "is_forum" not in upper.json()


async def test_a_group_without_the_bot_is_unknown_to_it(api: Api, either: Team) -> None:
    either.telegram.send(either.bob, either.chat, "/balance")

    assert await told(api) == []
    for method, more in (("sendMessage", {"text": "x"}), ("getChat", {}), ("getChatMemberCount", {})):
        assert refusal(await api(method, chat_id=either.chat.id, **more)) == bad("chat not found")


async def test_being_added_is_told_as_a_membership_and_as_a_message(api: Api, either: Team) -> None:
    either.telegram.add_bot(either.chat, either.bob)

    membership, message = await told(api)
    assert membership["my_chat_member"]["from"]["id"] == either.bob.id
    assert membership["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [user["id"] for user in message["message"]["new_chat_members"]] == [either.telegram.bot["id"]]
    assert message["message"] == either.telegram.messages(either.chat)[-1].json()
    assert await say(api, either.chat)


async def test_a_startgroup_link_has_the_persons_client_write_its_payload(api: Api, either: Team) -> None:
    either.telegram.add_bot(either.chat, either.alice, payload="CODE")

    updates = await told(api)

    assert kinds(updates) == ["my_chat_member", "new_chat_members", "message"]
    assert updates[-1]["message"]["text"] == f"/start@{either.telegram.bot['username']} CODE"
    assert updates[-1]["message"]["from"]["id"] == either.alice.id


async def test_only_a_basic_group_shows_the_bot_the_message_that_it_was_thrown_out(api: Api, either: Team) -> None:
    either.telegram.add_bot(either.chat, either.alice)
    await told(api)

    either.telegram.remove_bot(either.chat, either.alice)

    updates = await told(api)
    membership = updates[-1]["my_chat_member"]
    assert kinds(updates)[:-1] == (["left_chat_member"] if either.chat.kind == "group" else [])
    assert (membership["old_chat_member"]["status"], membership["new_chat_member"]["status"]) == ("member", "kicked")
    assert "left_chat_member" in either.telegram.messages(either.chat)[-1].json()


async def test_a_bot_that_was_thrown_out_is_forbidden_everything(api: Api, either: Team) -> None:
    either.telegram.add_bot(either.chat, either.alice)
    message_id = await say(api, either.chat)
    either.telegram.remove_bot(either.chat, either.alice)
    await told(api)
    either.telegram.send(either.bob, either.chat, "/balance")

    words = f"Forbidden: bot was kicked from the {either.chat.kind} chat"
    for method, more in (
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": message_id}),
        ("deleteMessage", {"message_id": message_id}),
        ("sendChatAction", {"action": "typing"}),
        ("getChat", {}),
        ("getChatAdministrators", {}),
        ("leaveChat", {}),
    ):
        assert refusal(await api(method, chat_id=either.chat.id, **more)) == (403, words), method
    assert await told(api) == []


async def test_a_bot_that_left_is_no_member_and_may_be_added_again(api: Api, either: Team) -> None:
    either.telegram.add_bot(either.chat, either.alice)
    await told(api)

    left = await api("leaveChat", chat_id=either.chat.id)

    assert left["result"] is True
    updates = await told(api)
    assert kinds(updates) == ["left_chat_member", "my_chat_member"]
    assert updates[-1]["my_chat_member"]["from"]["id"] == either.telegram.bot["id"]
    refused = refusal(await api("sendMessage", chat_id=either.chat.id, text="x"))
    assert refused == (403, f"Forbidden: bot is not a member of the {either.chat.kind} chat")
    either.telegram.add_bot(either.chat, either.bob)
    assert await say(api, either.chat)


async def test_a_private_chat_is_not_left(api: Api, chat: Any) -> None:
    assert refusal(await api("leaveChat", chat_id=chat.id))[0] == 400


async def test_a_muted_bot_says_nothing_until_it_is_an_administrator(api: Api, group: Team) -> None:
    group.telegram.mute_bot(group.chat)

    muted = await api("sendMessage", chat_id=group.chat.id, text="x")
    permissions = (await api("getChat", chat_id=group.chat.id))["result"]["permissions"]
    group.telegram.promote_bot(group.chat, group.alice)

    assert refusal(muted) == bad("not enough rights to send text messages to the chat")
    assert permissions["can_send_messages"] is False
    assert await say(api, group.chat)
    group.telegram.demote_bot(group.chat, group.alice)
    group.telegram.mute_bot(group.chat, muted=False)
    assert await say(api, group.chat)


async def test_being_muted_is_refused_after_what_the_text_itself_shows(api: Api, group: Team) -> None:
    group.telegram.mute_bot(group.chat)

    reply = await api("sendMessage", chat_id=group.chat.id, text="x", reply_parameters={"message_id": 99})
    blank = await api("sendMessage", chat_id=group.chat.id, text=" ")

    assert refusal(reply) == bad("message to be replied not found")
    assert refusal(blank) == bad("text must be non-empty")


async def test_a_reply_in_a_supergroup_is_in_a_thread_that_is_no_topic(api: Api, group: Team) -> None:
    asked = group.telegram.send(group.bob, group.chat, "/balance")

    first = (await api("sendMessage", chat_id=group.chat.id, text="1", reply_parameters={"message_id": asked.id}))[
        "result"
    ]
    second = group.telegram.send(group.bob, group.chat, "thanks", reply_to=first["message_id"]).json()
    elsewhere = (await api("sendMessage", chat_id=group.chat.id, text="x", message_thread_id=asked.id))["result"]

    assert [message["message_thread_id"] for message in (first, second)] == [asked.id, asked.id]
    assert "is_topic_message" not in first
    assert "message_thread_id" not in elsewhere


async def test_a_reply_in_a_basic_group_is_in_no_thread(api: Api, telegram: Telegram) -> None:
    group = team(telegram, kind="group")
    telegram.add_bot(group.chat, group.alice)
    asked = telegram.send(group.bob, group.chat, "/balance")

    reply = {"message_id": asked.id}
    sent = (await api("sendMessage", chat_id=group.chat.id, text="x", reply_parameters=reply))["result"]

    assert sent["reply_to_message"]["text"] == "/balance"
    assert "message_thread_id" not in sent


async def test_a_reply_to_a_message_that_is_gone_goes_without_where_that_is_allowed(api: Api, group: Team) -> None:
    asked = group.telegram.send(group.bob, group.chat, "/balance")
    group.telegram.delete(group.chat, asked.id)
    reply: dict[str, object] = {"message_id": asked.id}

    refused = await api("sendMessage", chat_id=group.chat.id, text="x", reply_parameters=reply)
    allowed = reply | {"allow_sending_without_reply": True}
    sent = await api("sendMessage", chat_id=group.chat.id, text="x", reply_parameters=allowed)

    assert refusal(refused) == bad("message to be replied not found")
    assert "reply_to_message" not in sent["result"]


async def test_anybody_presses_anybodys_buttons_and_forges_what_is_not_there(api: Api, group: Team) -> None:
    message_id = await say(api, group.chat)
    await told(api)

    presses = [group.telegram.press(group.bob, group.chat, message_id, "/a"),
               group.telegram.press(group.olga, group.chat, 99, "forged")]  # fmt: skip

    queries = [update["callback_query"] for update in await told(api)]
    assert [query["from"]["id"] for query in queries] == [group.bob.id, group.olga.id]
    assert queries[0]["message"]["chat"]["id"] == group.chat.id
    assert queries[1]["message"]["date"] == 0
    await api("answerCallbackQuery", callback_query_id=presses[0].id, text="no", show_alert=True)
    assert (await presses[0].answered(1)).show_alert
    assert presses[1].answer is None


def test_who_is_no_member_cannot_write_or_add_the_bot(group: Team) -> None:
    other = team(group.telegram)

    with pytest.raises(ValueError, match="not a member"):
        group.telegram.send(group.olga, group.chat, "hello")
    with pytest.raises(ValueError, match="not a member"):
        group.telegram.add_bot(other.chat, group.olga)
    with pytest.raises(ValueError, match="already"):
        group.telegram.add_bot(group.chat, group.bob)


async def test_a_bot_that_was_thrown_out_is_added_again_by_an_administrator_only(api: Api, group: Team) -> None:
    group.telegram.remove_bot(group.chat, group.alice)

    with pytest.raises(ValueError, match="no administrator"):
        group.telegram.add_bot(group.chat, group.bob)
    group.telegram.add_bot(group.chat, group.alice)

    assert await say(api, group.chat)


async def test_whoever_watches_sees_service_messages_with_the_chat_they_are_in(api: Api, group: Team) -> None:
    async with group.telegram.watch() as events:
        group.telegram.join(group.olga, group.chat)
        group.telegram.promote_bot(group.chat, group.alice)
        message = group.telegram.send(group.bob, group.chat, "secret")
        await api("deleteMessage", chat_id=group.chat.id, message_id=message.id)
    seen = [event async for event in events]

    assert [type(event) for event in seen] == [Sent, Sent, Deleted]
    assert {event.chat for event in seen} == {group.chat}
    assert isinstance(seen[0], Sent)
    assert seen[0].message.service is not None
    assert seen[0].json()["message"] == seen[0].message.json()
