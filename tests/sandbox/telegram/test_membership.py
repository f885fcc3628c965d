"""Who becomes what in a group, who is told of it, and what the bot may ask about others."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.telegram import Chat, Person, Telegram
from tests.sandbox.telegram.given import Api, Team, bad, kinds, refusal, team, told

WANTED = ["message", "my_chat_member", "chat_member"]


@pytest.fixture
def group(telegram: Telegram) -> Team:
    group = team(telegram)
    telegram.add_bot(group.chat, group.alice)
    return group


async def ask_for_members(api: Api) -> None:
    await told(api)
    await api("getUpdates", offset=-1, allowed_updates=WANTED)


async def status(api: Api, chat: Chat, person: Person) -> str:
    answer = await api("getChatMember", chat_id=chat.id, user_id=person.id)
    found: str = answer["result"]["status"]
    return found


async def test_what_others_become_is_told_to_an_administrator_that_asked_for_it(api: Api, group: Team) -> None:
    await ask_for_members(api)
    group.telegram.promote_bot(group.chat, group.alice)

    group.telegram.join(group.olga, group.chat)
    group.telegram.promote(group.olga, group.chat)
    group.telegram.demote(group.olga, group.chat)
    group.telegram.expel(group.olga, group.chat, group.alice)
    group.telegram.leave(group.bob, group.chat)

    updates = [update["chat_member"] for update in await told(api) if "chat_member" in update]
    assert [(update["old_chat_member"]["status"], update["new_chat_member"]["status"], update["from"]["first_name"])
            for update in updates] == [
        ("left", "member", "Olga"),
        ("member", "administrator", "Alice"),
        ("administrator", "member", "Alice"),
        ("member", "kicked", "Alice"),
        ("member", "left", "Bob"),
    ]  # fmt: skip


@pytest.mark.parametrize(("admin", "asked"), [(False, True), (True, False), (False, False)])
async def test_what_others_become_is_told_to_no_other_bot(api: Api, group: Team, admin: bool, asked: bool) -> None:
    await told(api)
    if asked:
        await ask_for_members(api)
    if admin:
        group.telegram.promote_bot(group.chat, group.alice)
        await told(api)

    group.telegram.join(group.olga, group.chat)
    group.telegram.promote(group.olga, group.chat)

    assert kinds(await told(api)) == ["new_chat_members"]


async def test_coming_and_going_is_seen_by_the_group_and_so_by_the_bot(api: Api, group: Team) -> None:
    await told(api)

    group.telegram.join(group.olga, group.chat)
    group.telegram.leave(group.olga, group.chat)

    joined, left = [update["message"] for update in await told(api)]
    assert [user["first_name"] for user in joined["new_chat_members"]] == ["Olga"]
    assert (left["left_chat_member"]["first_name"], left["from"]["first_name"]) == ("Olga", "Olga")


async def test_the_bots_own_rights_are_told_without_being_asked_for(api: Api, group: Team) -> None:
    await told(api)

    group.telegram.promote_bot(group.chat, group.alice)
    group.telegram.promote_bot(group.chat, group.alice, "can_pin_messages")
    group.telegram.promote_bot(group.chat, group.alice, "can_pin_messages")
    group.telegram.demote_bot(group.chat, group.alice)

    usual, pinning, plain = [update["my_chat_member"]["new_chat_member"] for update in await told(api)]
    assert [name for name, given in usual.items() if given is True] == [
        "can_manage_chat", "can_delete_messages", "can_pin_messages", "can_manage_topics"
    ]  # fmt: skip
    assert (pinning["can_pin_messages"], pinning["can_delete_messages"]) == (True, False)
    assert plain == {"user": plain["user"], "status": "member"}


async def test_a_bot_can_be_let_in_as_an_administrator_at_once(api: Api, telegram: Telegram) -> None:
    group = team(telegram)

    telegram.promote_bot(group.chat, group.alice)

    updates = await told(api)
    assert kinds(updates) == ["my_chat_member", "new_chat_members"]
    assert updates[0]["my_chat_member"]["new_chat_member"]["status"] == "administrator"


async def test_every_member_bot_may_list_the_people_who_lead_anonymous_ones_too(api: Api, group: Team) -> None:
    group.telegram.promote(group.bob, group.chat, anonymous=True)

    listed = (await api("getChatAdministrators", chat_id=group.chat.id))["result"]

    assert [(member["user"]["id"], member["status"], member["is_anonymous"]) for member in listed] == [
        (group.alice.id, "creator", False),
        (group.bob.id, "administrator", True),
    ]


async def test_a_promoted_person_may_do_everything_but_promote(api: Api, group: Team) -> None:
    group.telegram.promote(group.bob, group.chat)

    (_, bob) = (await api("getChatAdministrators", chat_id=group.chat.id))["result"]

    rights = {name: given for name, given in bob.items() if name.startswith("can_") and name != "can_be_edited"}
    assert [name for name, given in rights.items() if not given] == ["can_promote_members"]


async def test_the_creator_may_be_anonymous_and_stays_the_creator(api: Api, group: Team) -> None:
    group.telegram.promote(group.alice, group.chat, anonymous=True)

    (alice,) = (await api("getChatAdministrators", chat_id=group.chat.id))["result"]

    assert (alice["status"], alice["is_anonymous"]) == ("creator", True)


def test_only_an_administrator_takes_the_bots_rights_away(group: Team) -> None:
    group.telegram.promote_bot(group.chat, group.alice)

    with pytest.raises(ValueError, match="Bob is no administrator"):
        group.telegram.demote_bot(group.chat, group.bob)


async def test_a_bot_that_is_no_administrator_learns_only_of_itself(api: Api, group: Team) -> None:
    refused = await api("getChatMember", chat_id=group.chat.id, user_id=group.bob.id)

    assert refusal(refused) == bad("member list is inaccessible")
    assert (await group.bot(api))["status"] == "member"


async def test_an_administrator_learns_what_everybody_is(api: Api, group: Team) -> None:
    telegram, chat = group.telegram, group.chat
    telegram.promote_bot(chat, group.alice)
    carol, dave = telegram.person("Carol"), telegram.person("Dave")
    for person in (carol, dave):
        telegram.join(person, chat)
    telegram.promote(carol, chat)
    telegram.expel(dave, chat, group.alice)

    found = [await status(api, chat, person) for person in (group.alice, carol, group.bob, dave, group.olga)]

    assert found == ["creator", "administrator", "member", "kicked", "left"]
    for user_id, text in ((5, "member not found"), (0, "invalid user_id specified")):
        refused = await api("getChatMember", chat_id=chat.id, user_id=user_id)
        assert refusal(refused) == bad(text)


async def test_those_who_are_there_are_counted_with_the_bot(api: Api, group: Team, chat: Chat) -> None:
    group.telegram.join(group.olga, group.chat)
    group.telegram.leave(group.bob, group.chat)

    counts = [(await api("getChatMemberCount", chat_id=chat_id))["result"] for chat_id in (group.chat.id, chat.id)]

    assert counts == [3, 2]
    assert sum(member.present for member in group.telegram.members(group.chat)) == 3


async def test_a_private_chat_has_two_members_and_no_administrators(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    bot_id, stranger = telegram.bot["id"], telegram.person("Bob")

    found = [(await api("getChatMember", chat_id=chat.id, user_id=user_id))["result"]["status"]
             for user_id in (alice.id, bot_id)]  # fmt: skip

    assert found == ["member", "member"]
    refused = await api("getChatMember", chat_id=chat.id, user_id=stranger.id)
    assert refusal(refused) == bad("member not found")
    refused = await api("getChatAdministrators", chat_id=chat.id)
    assert refusal(refused) == bad("there are no administrators in the private chat")


async def test_a_basic_group_gives_its_administrators_all_it_has_and_remembers_nobody(
    api: Api, telegram: Telegram
) -> None:
    group = team(telegram, kind="group")
    telegram.promote_bot(group.chat, group.alice, "can_pin_messages")
    telegram.expel(group.bob, group.chat, group.alice)

    own = await group.bot(api)

    assert own["can_delete_messages"] is True
    assert "can_manage_topics" not in own
    assert await status(api, group.chat, group.bob) == "left"
    telegram.join(group.bob, group.chat)
    with pytest.raises(ValueError, match="only a supergroup has anonymous"):
        telegram.promote(group.bob, group.chat, anonymous=True)


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        (lambda group: group.telegram.expel(group.alice, group.chat, group.alice), "cannot be thrown out"),
        (lambda group: group.telegram.expel(group.alice, group.chat, group.bob), "no administrator"),
        (lambda group: group.telegram.remove_bot(group.chat, group.bob), "no administrator"),
        (lambda group: group.telegram.promote_bot(group.chat, group.bob), "no administrator"),
        (lambda group: group.telegram.promote_bot(group.chat, group.alice, "can_fly"), "can_fly"),
        (lambda group: group.telegram.demote(group.bob, group.chat), "no administrator"),
        (lambda group: group.telegram.demote_bot(group.chat, group.alice), "no administrator"),
        (lambda group: group.telegram.promote(group.olga, group.chat), "not a member"),
        (lambda group: group.telegram.leave(group.olga, group.chat), "not a member"),
        (lambda group: group.telegram.join(group.bob, group.chat), "already"),
        (lambda group: group.telegram.join(group.bob, group.telegram.private(group.bob)), "no group"),
    ],
)
def test_what_no_client_lets_people_do_is_an_error_and_changes_nothing(group: Team, deed: Any, words: str) -> None:
    before = group.telegram.members(group.chat)

    with pytest.raises(ValueError, match=words):
        deed(group)

    assert group.telegram.members(group.chat) == before


def test_who_was_thrown_out_of_a_supergroup_does_not_come_back_by_themselves(group: Team) -> None:
    group.telegram.expel(group.bob, group.chat, group.alice)

    with pytest.raises(ValueError, match="thrown out"):
        group.telegram.join(group.bob, group.chat)
