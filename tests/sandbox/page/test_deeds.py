"""What people do on the page, alone and in groups: it reaches the bot as Telegram would bring it, or is refused."""

from collections.abc import Mapping
from typing import Any

import pytest

from sandbox.telegram import Chat, Person

from .visiting import Visit


def said(page: Visit, chat: Chat) -> list[str]:
    return [message.text for message in page.telegram.messages(chat) if message.text is not None]


async def test_an_anonymous_admin_writes_as_the_group_and_the_page_knows_who_it_was(page: Visit) -> None:
    await page.send(page.carol, page.data_team, "Good morning")

    message = (await page.state())["messages"][str(page.data_team.id)][-1]
    assert (message["from"]["username"], message["sender_chat"]["id"]) == ("GroupAnonymousBot", page.data_team.id)
    assert message["author_id"] == page.carol.id


async def test_a_message_stands_in_the_topic_it_was_written_in(page: Visit) -> None:
    topic = page.telegram.topic(page.data_team, "Alerts")

    await page.send(page.bob, page.data_team, "in the topic", topic_id=topic.id)
    await page.send(page.bob, page.data_team, "in General", topic_id=None)

    topics = {message.text: message.topic for message in page.telegram.messages(page.data_team)}
    assert (topics["in the topic"], topics["in General"]) == (topic.id, None)


@pytest.mark.parametrize(("writer", "status"), [("bob", 400), ("alice", 200)])
async def test_in_a_closed_topic_only_admins_write(page: Visit, writer: str, status: int) -> None:
    topic = page.telegram.topic(page.data_team, "Alerts")
    page.telegram.close_topic(page.data_team, topic)

    response = await page.send(getattr(page, writer), page.data_team, "hello", topic_id=topic.id)

    assert response.status == status


@pytest.mark.parametrize(
    ("path", "deed"),
    [
        ("/messages", {"text": "as Alice"}),
        ("/presses", {"message_id": 1, "data": "/logout"}),
        ("/invitations", {"code": "abc"}),
        ("/happenings/block", {}),
    ],
)
async def test_nobody_acts_in_somebody_elses_private_chat(page: Visit, path: str, deed: dict[str, object]) -> None:
    page.telegram.send(page.alice, page.chat, "hello")

    response = await page.post(path, {"person_id": page.bob.id, "chat_id": page.chat.id, **deed})

    assert (response.status, await response.json()) == (400, {"error": "There is no such chat here."})
    assert said(page, page.chat) == ["hello"]


async def test_an_outsider_neither_writes_nor_presses(page: Visit) -> None:
    message = page.telegram.send(page.bob, page.data_team, "hello")
    body = {"person_id": page.olga.id, "chat_id": page.data_team.id}

    answers = [
        await page.post("/messages", {**body, "text": "let me in"}),
        await page.post("/presses", {**body, "message_id": message.id, "data": "/balance"}),
        await page.post("/invitations", {**body, "code": "abc"}),
    ]

    assert [answer.status for answer in answers] == [400] * 3
    assert {(await answer.json())["error"] for answer in answers} == {"Olga is not in this group."}
    assert said(page, page.data_team) == ["hello"]


async def test_a_press_says_who_pressed(page: Visit) -> None:
    message = page.telegram.send(page.alice, page.data_team, "hello")

    press = {"person_id": page.carol.id, "chat_id": page.data_team.id, "message_id": message.id, "data": "/x"}
    await page.post("/presses", press)

    updates = (await page.bot("getUpdates"))["result"]
    (query,) = (update["callback_query"] for update in updates if "callback_query" in update)
    assert (query["from"]["id"], query["data"]) == (page.carol.id, "/x")


async def invited(page: Visit, person: Person, chat: Chat, code: object) -> tuple[int, Any]:
    response = await page.post("/invitations", {"person_id": person.id, "chat_id": chat.id, "code": code})
    return response.status, await response.json()


async def test_a_startgroup_link_adds_the_bot_and_tells_it_the_code(page: Visit) -> None:
    assert await invited(page, page.bob, page.scrapers, "abc-123") == (200, {})

    assert (await page.group("Scrapers"))["bot"] == "member"
    assert said(page, page.scrapers) == [f"/start@{page.telegram.bot['username']} abc-123"]


async def test_a_startgroup_link_to_a_group_in_which_the_bot_is_only_tells_it_the_code(page: Visit) -> None:
    before = len(page.telegram.messages(page.data_team))

    assert await invited(page, page.carol, page.data_team, "abc-123") == (200, {})

    assert len(page.telegram.messages(page.data_team)) == before + 1
    assert said(page, page.data_team) == [f"/start@{page.telegram.bot['username']} abc-123"]


@pytest.mark.parametrize("code", ["two words", "x" * 65, "ü", None, 5, "a\n"])
async def test_no_code_but_one_that_a_link_can_carry_is_taken(page: Visit, code: object) -> None:
    status, _ = await invited(page, page.alice, page.scrapers, code)

    assert status == 400
    assert (await page.group("Scrapers"))["bot"] == "left"


async def test_a_private_chat_is_no_group_to_add_the_bot_to(page: Visit) -> None:
    assert await invited(page, page.alice, page.chat, "abc") == (400, {"error": "This is no group."})


async def commands(page: Visit, person: Person, chat: Chat) -> list[str]:
    return [command["description"] for command in (await page.view(person, chat))["commands"]]


async def put(page: Visit, name: str, scope: Mapping[str, object], language: str = "") -> None:
    menu = [{"command": "help", "description": name}]
    answer: Any = await page.bot("setMyCommands", commands=menu, scope=scope, language_code=language)
    assert answer["ok"], answer


async def test_the_menu_is_that_of_the_nearest_scope_and_of_the_persons_language(page: Visit) -> None:
    await put(page, "default", {"type": "default"})
    seen = [await commands(page, page.bob, page.data_team)]
    for name, scope, language in (
        ("groups", {"type": "all_group_chats"}, ""),
        ("groups, English", {"type": "all_group_chats"}, "en"),
        ("groups, Chinese", {"type": "all_group_chats"}, "zh"),
        ("admins", {"type": "all_chat_administrators"}, ""),
        ("private", {"type": "all_private_chats"}, ""),
    ):
        await put(page, name, scope, language)
        seen.append(await commands(page, page.bob, page.data_team))

    assert seen == [["default"], ["groups"], *[["groups, English"]] * 4]
    assert await commands(page, page.carol, page.data_team) == ["admins"]
    assert await commands(page, page.bob, page.telegram.private(page.bob)) == ["private"]


async def test_a_chats_own_menu_comes_before_that_of_its_kind(page: Visit) -> None:
    chat_id = page.data_team.id
    await put(page, "admins", {"type": "all_chat_administrators"})
    await put(page, "this chat", {"type": "chat", "chat_id": chat_id})
    await put(page, "this chat's admins", {"type": "chat_administrators", "chat_id": chat_id})
    await put(page, "Bob here", {"type": "chat_member", "chat_id": chat_id, "user_id": page.bob.id})

    assert await commands(page, page.alice, page.data_team) == ["this chat's admins"]
    assert await commands(page, page.bob, page.data_team) == ["Bob here"]


async def test_in_a_group_without_the_bot_there_is_no_menu(page: Visit) -> None:
    await put(page, "default", {"type": "default"})

    assert await commands(page, page.alice, page.scrapers) == []


@pytest.mark.parametrize("query", ["", "?person_id=x&chat_id=1", "?person_id=1&chat_id=1", "?person_id=9"])
async def test_a_view_of_nothing_is_a_bad_request(page: Visit, query: str) -> None:
    async with page.http.get(f"{page.root}/view{query}") as response:
        assert (response.status, list(await response.json())) == (400, ["error"])
