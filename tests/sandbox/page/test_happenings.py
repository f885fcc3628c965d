"""What can be made to happen beside talking: what is offered to whom, what it does, and how it is refused."""

import pytest

from sandbox.telegram import Chat, Person

from .visiting import Visit


async def offered(page: Visit, person: Person, chat: Chat) -> list[str]:
    return [offer["label"] for offer in (await page.view(person, chat))["happenings"]]


async def test_what_is_offered_fits_the_chat(page: Visit) -> None:
    topic = page.telegram.topic(page.data_team, "Alerts")

    assert await offered(page, page.alice, page.chat) == ["Block the bot"]
    assert await offered(page, page.alice, page.scrapers) == [
        "Add the bot",
        "Make Bob an admin",
        "Make Carol a plain member",
        "Leave the group",
        "Upgrade to a supergroup",
    ]
    assert await offered(page, page.bob, page.data_team) == [
        "Make the bot an admin",
        "Remove the bot",
        "Make Carol a plain member",
        "Leave the group",
        "Close Alerts",
        "Delete Alerts",
    ]
    page.telegram.close_topic(page.data_team, topic)
    assert "Reopen Alerts" in await offered(page, page.bob, page.data_team)


async def test_an_outsider_is_offered_to_join_and_nothing_else(page: Visit) -> None:
    assert await offered(page, page.olga, page.scrapers) == ["Join the group"]


async def test_a_blocked_bot_cannot_write_until_it_is_unblocked(page: Visit) -> None:
    await page.happen("block", page.alice, page.chat)
    blocked = await page.bot("sendMessage", chat_id=page.chat.id, text="hello")
    refused = await page.send(page.alice, page.chat, "hello")
    await page.happen("unblock", page.alice, page.chat)
    unblocked = await page.bot("sendMessage", chat_id=page.chat.id, text="hello")

    assert blocked["description"] == "Forbidden: bot was blocked by the user"
    assert refused.status == 400
    assert unblocked["ok"]


async def test_the_bot_comes_rises_falls_and_goes(page: Visit) -> None:
    ranks = []
    for name in ("add-bot", "promote-bot", "demote-bot", "remove-bot"):
        assert await page.happen(name, page.alice, page.scrapers) == (200, {})
        ranks.append((await page.group("Scrapers"))["bot"])

    assert ranks == ["member", "administrator", "member", "kicked"]


async def test_people_join_rise_fall_and_leave(page: Visit) -> None:
    async def rank() -> str | None:
        members = (await page.group("Data team"))["members"]
        return next((one["status"] for one in members if one["id"] == page.olga.id), None)

    ranks = [await rank()]
    await page.happen("join", page.olga, page.data_team)
    ranks.append(await rank())
    await page.happen("promote", page.alice, page.data_team, page.olga.id)
    ranks.append(await rank())
    await page.happen("demote", page.alice, page.data_team, page.olga.id)
    ranks.append(await rank())
    await page.happen("leave", page.olga, page.data_team)
    ranks.append(await rank())

    assert ranks == [None, "member", "administrator", "member", None]


async def test_an_anonymous_admin_is_anonymous_again_when_made_one_again(page: Visit) -> None:
    await page.happen("demote", page.alice, page.data_team, page.carol.id)
    await page.happen("promote", page.alice, page.data_team, page.carol.id)

    members = (await page.group("Data team"))["members"]
    assert {"id": page.carol.id, "status": "administrator", "anonymous": True} in members


async def test_a_topic_is_closed_reopened_and_deleted(page: Visit) -> None:
    topic = page.telegram.topic(page.data_team, "Alerts")
    seen = []
    for name in ("close-topic", "reopen-topic", "delete-topic"):
        assert await page.happen(name, page.carol, page.data_team, topic.id) == (200, {})
        seen.append([one["closed"] for one in (await page.group("Data team"))["topics"]])

    assert seen == [[True], [False], []]


async def test_an_upgraded_group_takes_the_place_of_the_old_one(page: Visit) -> None:
    page.telegram.add_bot(page.scrapers, page.alice)
    page.telegram.send(page.bob, page.scrapers, "before")

    await page.happen("upgrade", page.alice, page.scrapers)

    group = await page.group("Scrapers")
    state = await page.state()
    assert (group["kind"], group["formerly"], group["bot"]) == ("supergroup", page.scrapers.id, "member")
    assert page.scrapers.id not in [chat["id"] for chat in state["scene"]["chats"]]
    assert "before" in [message.get("text") for message in state["messages"][str(page.scrapers.id)]]
    assert {"id": page.carol.id, "status": "administrator", "anonymous": True} in group["members"]
    refused = await page.send(page.bob, page.scrapers, "after")
    assert (refused.status, (await refused.json())["error"]) == (400, "Nothing can be written in this chat now.")


@pytest.mark.parametrize("name", ["promote-bot", "remove-bot", "demote"])
async def test_what_only_admins_may_do_is_refused_in_words(page: Visit, name: str) -> None:
    target = page.carol.id if name == "demote" else None

    status, answer = await page.happen(name, page.bob, page.data_team, target)

    assert status == 400
    assert answer == {"error": "Only an admin of this group can do that. Act as Alice or Carol."}
    assert (await page.group("Data team"))["bot"] == "member"


@pytest.mark.parametrize("name", ["unblock", "join", "add-bot", "demote-bot", "upgrade", "promote", "close-topic"])
async def test_what_does_not_fit_the_chat_is_refused_in_words(page: Visit, name: str) -> None:
    status, answer = await page.happen(name, page.alice, page.data_team)

    assert (status, answer) == (400, {"error": "That cannot happen here now."})


async def test_a_group_whose_creator_has_left_says_so(page: Visit) -> None:
    topic = page.telegram.topic(page.data_team, "Alerts")
    await page.happen("leave", page.alice, page.data_team)

    status, answer = await page.happen("close-topic", page.carol, page.data_team, topic.id)

    assert (status, answer) == (400, {"error": "Data team has no creator any more."})


async def test_there_are_no_other_happenings(page: Visit) -> None:
    status, answer = await page.happen("explode", page.alice, page.chat)

    assert (status, list(answer)) == (404, ["error"])
