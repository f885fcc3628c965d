"""Groups and forums in a real browser: who comes and goes, topics, links that lead into a group, and an upgrade."""

from dataclasses import replace

import pytest
from playwright.async_api import expect

from .chatting import Chatting, buttons


async def test_what_happens_in_a_group_is_said_in_its_middle(chatting: Chatting) -> None:
    page = chatting.page
    await chatting.go_to("Scrapers")
    await expect(page.locator(".service")).to_have_text(["You created the group"])
    await page.locator("#welcome").get_by_role("button", name="Add BytesFlows").click()
    await expect(page.locator("#chat-status")).to_have_text("4 members")
    await chatting.happens("Make Bob an admin")
    await chatting.happens("Remove the bot")
    await expect(page.locator("#chat-status")).to_have_text("3 members")
    await chatting.act_as("Bob")
    await chatting.happens("Leave the group")
    await expect(page.locator(".service")).to_have_count(0)

    await chatting.act_as("Carol")

    await expect(page.locator(".service")).to_have_text(
        ["Alice created the group", "Alice added BytesFlows", "Alice removed BytesFlows", "Bob left the group"]
    )


async def test_what_is_not_ones_to_do_is_refused_in_words(chatting: Chatting) -> None:
    await chatting.act_as("Bob")
    await chatting.go_to("Data team")

    await chatting.happens("Remove the bot")

    await expect(chatting.page.locator(".toast.trouble")).to_have_text(
        "Only an admin of this group can do that. Act as Alice or Carol."
    )
    await expect(chatting.page.locator("#chat-status")).to_have_text("4 members")
    assert [trouble for trouble in chatting.troubles if "400" not in trouble] == []
    chatting.troubles.clear()


async def test_what_was_done_leaves_its_opposite_under_the_keyboard(chatting: Chatting) -> None:
    await chatting.go_to("Data team")
    row = chatting.page.get_by_role("button", name="Make the bot an admin")
    await row.focus()

    await row.press("Enter")

    await expect(chatting.page.get_by_role("button", name="Make the bot a plain member")).to_be_focused()


async def test_a_new_rank_is_seen_at_the_messages_that_are_there(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.bob, chatting.data_team, "hello")
    await chatting.go_to("Data team")
    await expect(chatting.page.locator(".name")).to_have_text("Bob")

    await chatting.happens("Make Bob an admin")

    await expect(chatting.page.locator(".name")).to_have_text("Bobadmin")


async def test_a_command_that_is_tapped_or_chosen_in_a_group_says_for_whom_it_is(chatting: Chatting) -> None:
    await chatting.bot("setMyCommands", commands=[{"command": "balance", "description": "What is left"}])
    await chatting.says("Try /help or /help@other_bot", chat=chatting.data_team)
    await chatting.go_to("Data team")
    sent = chatting.page.locator(".message.out .text")
    me = chatting.telegram.bot["username"]

    await chatting.page.locator(".command").first.click()
    await expect(sent).to_have_text([f"/help@{me}"])
    await chatting.page.locator(".command", has_text="@other_bot").click()
    await expect(sent).to_have_text([f"/help@{me}", "/help@other_bot"])
    await chatting.page.get_by_role("button", name="Commands", exact=True).click()
    await chatting.page.get_by_role("option").click()
    await expect(sent.nth(2)).to_have_text(f"/balance@{me}")
    await chatting.page.locator("#tries").get_by_role("button", name="/accounts").click()

    await expect(sent.nth(3)).to_have_text(f"/accounts@{me}")


async def test_the_menu_is_another_for_admins(chatting: Chatting) -> None:
    for scope, command in (("all_group_chats", "balance"), ("all_chat_administrators", "login")):
        menu = [{"command": command, "description": "…"}]
        await chatting.bot("setMyCommands", commands=menu, scope={"type": scope})
    await chatting.go_to("Data team")
    options = chatting.page.get_by_role("option")
    await chatting.page.get_by_role("button", name="Commands", exact=True).click()
    await expect(options).to_have_text(["/login…"])

    await chatting.act_as("Bob")
    await chatting.page.get_by_role("button", name="Commands", exact=True).click()

    await expect(options).to_have_text(["/balance…"])


async def test_a_start_link_in_a_group_leads_to_the_private_chat_of_whoever_follows_it(chatting: Chatting) -> None:
    link = f"https://t.me/{chatting.telegram.bot['username']}?start=abc-123"
    keyboard = {"inline_keyboard": [[{"text": "Connect privately", "url": link}]]}
    await chatting.says("An admin can connect one.", chat=chatting.data_team, reply_markup=keyboard)
    await chatting.act_as("Carol")
    await chatting.go_to("Data team")

    await chatting.page.get_by_role("link", name="Connect privately").click()

    await expect(chatting.page.get_by_role("heading", level=1)).to_have_text("BytesFlows")
    await expect(chatting.page.locator(".message.out .text")).to_have_text("/start abc-123")
    (message,) = chatting.telegram.messages(chatting.telegram.private(chatting.carol))
    assert message.sender == chatting.carol


@pytest.mark.parametrize("title", ["Scrapers", "Data team"])
async def test_a_startgroup_link_asks_for_the_group_and_leads_there(chatting: Chatting, title: str) -> None:
    username = chatting.telegram.bot["username"]
    keyboard = {"inline_keyboard": [[{"text": "Add me", "url": f"https://t.me/{username}?startgroup=abc-123"}]]}
    await chatting.says("Share it with a group", reply_markup=keyboard)
    await chatting.page.get_by_role("link", name="Add me").click()
    dialog = chatting.page.get_by_role("dialog")

    await dialog.get_by_role("button", name=title).click()

    await expect(chatting.page.get_by_role("heading", level=1)).to_have_text(title)
    await expect(chatting.page.locator(".message.out .text")).to_have_text(f"/start@{username} abc-123")
    await expect(chatting.page.locator(".service").last).to_have_text("You added BytesFlows")


async def test_who_thinks_better_of_a_startgroup_link_stays_where_they_are(chatting: Chatting) -> None:
    link = f"https://t.me/{chatting.telegram.bot['username']}?startgroup=abc-123"
    for person in (chatting.person, chatting.olga):
        keyboard = {"inline_keyboard": [[{"text": "Add me", "url": link}]]}
        await chatting.says("Share it", chat=chatting.telegram.private(person), reply_markup=keyboard)
    await chatting.page.get_by_role("link", name="Add me").click()
    await chatting.page.keyboard.press("Escape")
    await expect(chatting.page.get_by_role("heading", level=1)).to_have_text("BytesFlows")
    await chatting.act_as("Olga")
    await chatting.page.get_by_role("link", name="Add me").click()

    await expect(chatting.page.get_by_role("dialog")).to_contain_text("This person is in no group.")
    await chatting.page.get_by_role("button", name="Cancel").click()
    await expect(chatting.page.get_by_role("dialog")).to_be_hidden()
    assert [url for url in chatting.requests if url.endswith("/invitations")] == []


async def test_an_upgraded_group_is_followed_and_keeps_what_was_said(chatting: Chatting) -> None:
    chatting.telegram.add_bot(chatting.scrapers, chatting.person)
    before = buttons({"Refresh": "/balance"})
    await chatting.says("of the old group", chat=chatting.scrapers, reply_markup=before)
    await chatting.go_to("Scrapers")
    await expect(chatting.bubble("of the old group")).to_be_visible()

    await chatting.happens("Upgrade to a supergroup")

    upgraded = chatting.page.locator(".service", has_text="The group was upgraded to a supergroup")
    await expect(upgraded).to_have_count(1)
    await chatting.writes("in the new one")
    await expect(chatting.page.locator(".message .text")).to_have_text(["of the old group", "in the new one"])
    await expect(chatting.page.locator("#happenings")).not_to_contain_text("Upgrade")
    updates = [update["message"] for update in await chatting.bot("getUpdates") if "message" in update]
    (new_id,) = (message["migrate_to_chat_id"] for message in updates if "migrate_to_chat_id" in message)
    await chatting.says("and the bot with it", chat=replace(chatting.scrapers, id=new_id))
    await expect(chatting.bubble("and the bot with it")).to_be_visible()


async def test_each_topic_has_its_own_conversation_and_count(chatting: Chatting) -> None:
    page = chatting.page
    alerts = chatting.telegram.topic(chatting.data_team, "Alerts")
    await chatting.go_to("Data team")
    chip = page.locator(".topic", has_text="Alerts")
    await chatting.says("in General", chat=chatting.data_team)
    await chatting.says("in Alerts", chat=chatting.data_team, message_thread_id=alerts.id)
    await expect(page.locator(".message .text")).to_have_text(["in General"])
    await expect(chip.locator(".badge")).to_contain_text("1")

    await chip.click()

    await expect(page.locator(".message .text")).to_have_text(["in Alerts"])
    await expect(page.locator(".service")).to_have_text(["You created the topic Alerts"])
    await expect(chip.locator(".badge")).to_have_count(0)
    await chatting.writes("and so do I")
    await expect(page.locator(".message.out .text")).to_have_text("and so do I")
    assert chatting.telegram.messages(chatting.data_team)[-1].topic == alerts.id


async def test_the_bot_at_work_is_seen_in_its_topic_only(chatting: Chatting) -> None:
    alerts = chatting.telegram.topic(chatting.data_team, "Alerts")
    await chatting.go_to("Data team")
    at_work = {"chat_id": chatting.data_team.id, "action": "typing"}

    await chatting.bot("sendChatAction", **at_work, message_thread_id=alerts.id)
    await chatting.writes("meanwhile in General")
    await expect(chatting.bubble("meanwhile in General")).to_be_visible()
    await expect(chatting.page.locator("#chat-status")).to_have_text("4 members")
    await chatting.bot("sendChatAction", **at_work)

    await expect(chatting.page.locator("#chat-status")).to_have_text("typing…")


async def test_a_closed_topic_takes_words_of_admins_only(chatting: Chatting) -> None:
    page = chatting.page
    chatting.telegram.topic(chatting.data_team, "Alerts")
    await chatting.go_to("Data team")
    await page.locator(".topic", has_text="Alerts").click()
    await chatting.happens("Close Alerts")
    await expect(page.locator(".service").last).to_have_text("You closed the topic")
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()

    await chatting.act_as("Bob")
    await page.locator(".topic", has_text="Alerts").click()

    await expect(page.get_by_label("Message", exact=True)).to_be_hidden()
    await expect(page.locator("#shut")).to_have_text("This topic is closed. Only admins may write in it.")


async def test_who_is_in_a_topic_that_is_deleted_finds_themselves_in_general(chatting: Chatting) -> None:
    page = chatting.page
    chatting.telegram.topic(chatting.data_team, "Alerts")
    await chatting.says("in General", chat=chatting.data_team)
    await chatting.go_to("Data team")
    await page.locator(".topic", has_text="Alerts").click()

    await chatting.happens("Delete Alerts")

    await expect(page.locator(".topic")).to_have_text(["General"])
    await expect(page.locator(".message .text")).to_have_text(["in General"])


async def test_an_answer_shows_what_it_answers_as_long_as_that_is_there(chatting: Chatting) -> None:
    asked = chatting.telegram.send(chatting.bob, chatting.data_team, "/login@bytesflows_demo_bot s3cret-t0ken")
    reply = {"message_id": asked.id}
    await chatting.says("That was a secret.", chat=chatting.data_team, reply_parameters=reply)
    await chatting.go_to("Data team")
    quote = chatting.bubble("That was a secret.").locator(".reply")
    await expect(quote).to_contain_text("s3cret-t0ken")
    await expect(quote.locator(".reply-name")).to_have_text("Bob")

    chatting.telegram.delete(chatting.data_team, asked.id)

    await expect(quote).to_have_text("Deleted message")
    await expect(chatting.page.locator(".message")).to_have_count(1)
    assert "s3cret-t0ken" not in await chatting.page.content()


async def test_a_group_answers_in_the_direction_of_its_words_whoever_speaks(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.bob, chatting.data_team, "كم بقي من حركة المرور؟")
    await chatting.go_to("Data team")

    direction = await chatting.page.locator(".message .bubble").evaluate("node => getComputedStyle(node).direction")

    assert direction == "rtl"
