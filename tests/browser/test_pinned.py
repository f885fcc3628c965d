"""What is pinned stands above the conversation in one line, and leads to its message."""

from playwright.async_api import expect

from .chatting import Chatting


async def test_what_is_pinned_last_stands_above_and_leads_to_its_message(chatting: Chatting) -> None:
    bar = chatting.page.locator("#pinned")
    card = await chatting.says("86 GB of 100 GB available\nLasts about 14 days")
    for number in range(30):
        await chatting.says(f"line {number}")
    await expect(bar).to_be_hidden()

    await chatting.bot("pinChatMessage", chat_id=chatting.chat.id, message_id=card)

    await expect(bar).to_contain_text("86 GB of 100 GB available Lasts about 14 days")
    await expect(chatting.bubble("86 GB of 100 GB")).not_to_be_in_viewport()
    await bar.click()
    await expect(chatting.bubble("86 GB of 100 GB")).to_be_in_viewport()
    await chatting.bot("editMessageText", chat_id=chatting.chat.id, message_id=card, text="80 GB left")
    await expect(bar).to_contain_text("80 GB left")
    await chatting.page.reload()
    await expect(bar).to_contain_text("80 GB left")
    await chatting.bot("deleteMessage", chat_id=chatting.chat.id, message_id=card)
    await expect(bar).to_be_hidden()


async def test_each_topic_has_its_own(chatting: Chatting) -> None:
    chatting.telegram.promote_bot(chatting.data_team, chatting.person)
    topic = chatting.telegram.topic(chatting.data_team, "Traffic")
    bar = chatting.page.locator("#pinned")
    card = await chatting.says("of the topic", chat=chatting.data_team, message_thread_id=topic.id)
    await chatting.bot("pinChatMessage", chat_id=chatting.data_team.id, message_id=card)

    await chatting.go_to("Data team")
    await expect(bar).to_be_hidden()
    await chatting.page.locator(".topic", has_text="Traffic").click()
    await expect(bar).to_contain_text("of the topic")
    await chatting.bot("unpinChatMessage", chat_id=chatting.data_team.id, message_id=card)
    await expect(bar).to_be_hidden()
