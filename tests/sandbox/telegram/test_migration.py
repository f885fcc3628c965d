"""A basic group becomes a supergroup: another id, and the old one refused where it must be."""

from __future__ import annotations

import pytest

from sandbox.telegram import Telegram
from sandbox.telegram.groups import Side
from tests.sandbox.telegram.given import Api, Team, bad, kinds, refusal, say, team, told

UPGRADED = bad("group chat was upgraded to a supergroup chat")


@pytest.fixture
async def group(telegram: Telegram, api: Api) -> Team:
    group = team(telegram, kind="group")
    telegram.add_bot(group.chat, group.alice)
    await told(api)
    return group


@pytest.mark.parametrize("services", [("to", "from"), ("from", "to"), ("to",), ("from",), ()])
async def test_the_bot_is_told_in_any_order_or_only_half(api: Api, group: Team, services: tuple[Side, ...]) -> None:
    new = group.telegram.migrate(group.chat, group.alice, services=services)

    updates = await told(api)
    membership = updates.pop(0)["my_chat_member"]
    assert (membership["chat"]["id"], membership["new_chat_member"]["status"]) == (new.id, "member")
    assert kinds(updates) == [f"migrate_{side}_chat_id" for side in services]
    for update in updates:
        message = update["message"]
        pointed = message.get("migrate_to_chat_id") or message.get("migrate_from_chat_id")
        assert {message["chat"]["id"], pointed} == {group.chat.id, new.id}
    said = [group.telegram.messages(chat)[-1].service for chat in (group.chat, new)]
    assert [service and service.kind for service in said] == ["migrate_to_chat_id", "migrate_from_chat_id"]


async def test_writes_and_member_lists_of_the_old_id_name_the_new_one(api: Api, group: Team) -> None:
    message_id = await say(api, group.chat)
    new = group.telegram.migrate(group.chat, group.alice)

    for method, more in (
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": message_id}),
        ("deleteMessage", {"message_id": message_id}),
        ("sendChatAction", {"action": "typing"}),
        ("getChatAdministrators", {}),
        ("getChatMemberCount", {}),
        ("getChatMember", {"user_id": group.alice.id}),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": group.chat.id}}),
    ):
        refused = await api(method, **({"chat_id": group.chat.id} if "commands" not in more else {}), **more)
        assert refusal(refused) == UPGRADED, method
        assert refused["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await api("getChat", chat_id=group.chat.id))["result"]["title"] == "Scrapers"
    own = await api("getChatMember", chat_id=group.chat.id, user_id=group.telegram.bot["id"])
    assert own["result"]["status"] == "member"


async def test_messages_stay_behind_and_their_ids_start_over(api: Api, group: Team) -> None:
    message_id = await say(api, group.chat)
    new = group.telegram.migrate(group.chat, group.alice)

    refused = await api("editMessageText", chat_id=new.id, message_id=message_id, text="x")

    assert refusal(refused) == bad("message to edit not found")
    assert await say(api, new) == 2
    assert len(group.telegram.messages(new)) == 2
    assert message_id in {message.id for message in group.telegram.messages(group.chat)}


async def test_people_and_the_bot_stay_what_they_were(api: Api, group: Team) -> None:
    group.telegram.promote(group.bob, group.chat)
    group.telegram.promote_bot(group.chat, group.alice)
    group.telegram.mute_bot(group.chat)

    new = group.telegram.migrate(group.chat, group.bob)

    listed = (await api("getChatAdministrators", chat_id=new.id))["result"]
    assert [(member["user"]["first_name"], member["status"]) for member in listed] == [
        ("Alice", "creator"),
        ("Bob", "administrator"),
        ("BytesFlows", "administrator"),
    ]
    assert (new.kind, new.title) == ("supergroup", "Scrapers")
    group.telegram.demote_bot(new, group.alice)
    refused = await api("sendMessage", chat_id=new.id, text="x")
    assert refusal(refused) == bad("not enough rights to send text messages to the chat")


async def test_a_group_that_never_had_the_bot_is_upgraded_without_it(telegram: Telegram, api: Api) -> None:
    group = team(telegram, kind="group")

    new = telegram.migrate(group.chat, group.alice)

    assert await told(api) == []
    for chat in (group.chat, new):
        assert refusal(await api("getChat", chat_id=chat.id)) == bad("chat not found")


async def test_where_a_supergroup_came_from_is_never_deleted(api: Api, group: Team) -> None:
    new = group.telegram.migrate(group.chat, group.alice)
    group.telegram.promote_bot(new, group.alice)

    refused = await api("deleteMessage", chat_id=new.id, message_id=1)

    assert refusal(refused) == bad("message can't be deleted")


def test_nothing_happens_any_more_in_the_old_group(group: Team) -> None:
    new = group.telegram.migrate(group.chat, group.alice)

    with pytest.raises(ValueError, match="has become a supergroup"):
        group.telegram.send(group.bob, group.chat, "hello")
    with pytest.raises(ValueError, match="has become a supergroup"):
        group.telegram.migrate(group.chat, group.alice)
    with pytest.raises(ValueError, match="only a basic group"):
        group.telegram.migrate(new, group.alice)
    assert group.telegram.send(group.bob, new, "hello").chat == new


def test_only_an_administrator_upgrades(group: Team) -> None:
    with pytest.raises(ValueError, match="no administrator"):
        group.telegram.migrate(group.chat, group.bob)
