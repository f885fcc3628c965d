"""Playing one person after the other in a real browser: each sees what is theirs, and their own side of it."""

from playwright.async_api import BrowserContext, expect

from .chatting import Chatting, buttons, chatting_in


async def test_each_person_has_a_private_chat_of_their_own(chatting: Chatting) -> None:
    await chatting.says("for Alice")
    await expect(chatting.bubble("for Alice")).to_be_visible()

    await chatting.act_as("Bob")

    await expect(chatting.page.locator(".message")).to_have_count(0)
    await chatting.page.get_by_role("button", name="START").click()
    await expect(chatting.page.locator(".message.out .text")).to_have_text("/start")
    assert [message.sender for message in chatting.telegram.messages(chatting.telegram.private(chatting.bob))] == [
        chatting.bob
    ]


async def test_a_person_is_chosen_with_the_keyboard(chatting: Chatting) -> None:
    await chatting.go_to("Data team")
    await chatting.page.get_by_role("radio", name="Alice").focus()

    await chatting.page.keyboard.press("ArrowRight")

    await expect(chatting.page.get_by_role("radio", name="Bob")).to_be_checked()
    await expect(chatting.page.locator("#role")).to_have_text("Member")
    await expect(chatting.page.locator("#as")).to_have_accessible_name("Writing as Bob")


async def test_what_one_wrote_is_on_their_side_and_on_the_others_with_a_name(chatting: Chatting) -> None:
    await chatting.go_to("Data team")
    await chatting.writes("hello all")
    await expect(chatting.page.locator(".message.out", has_text="hello all")).to_be_visible()

    await chatting.act_as("Bob")

    message = chatting.page.locator(".message.in", has_text="hello all")
    await expect(message.locator(".name")).to_have_text("Aliceowner")
    await expect(message.locator(".avatar")).to_have_text("A")


async def test_an_anonymous_admin_is_the_group_to_everybody_but_on_their_own_side(chatting: Chatting) -> None:
    await chatting.act_as("Carol")
    await chatting.go_to("Data team")
    await expect(chatting.page.locator("#as")).to_have_accessible_name("Writing as Data team")
    await chatting.writes("who am I")
    await expect(chatting.page.locator(".message.out .name")).to_have_text("Data teamadmin")

    await chatting.act_as("Bob")

    await expect(chatting.page.locator(".message.in .name")).to_have_text("Data teamadmin")
    assert "Carol" not in await chatting.page.locator("#scroller").inner_text()


async def test_an_outsider_sees_nothing_of_a_group_until_they_join(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.bob, chatting.data_team, "among us")
    await chatting.act_as("Olga")
    await expect(chatting.page.locator(".chat-row", has_text="Data team")).to_contain_text("Not a member")

    await chatting.go_to("Data team")
    await expect(chatting.page.locator("#welcome")).to_contain_text("Olga is not in this group.")
    await expect(chatting.page.locator(".message")).to_have_count(0)
    await chatting.page.get_by_role("button", name="JOIN GROUP").click()

    await expect(chatting.bubble("among us")).to_be_visible()
    await expect(chatting.page.locator(".service").last).to_have_text("You joined the group")
    await expect(chatting.page.get_by_label("Message", exact=True)).to_be_focused()


async def test_a_draft_waits_where_it_was_begun(chatting: Chatting) -> None:
    await chatting.go_to("Data team")
    field = chatting.page.get_by_label("Message", exact=True)
    await field.fill("half a thought")

    await chatting.act_as("Bob")
    await expect(field).to_have_value("")
    await chatting.act_as("Alice")

    await expect(field).to_have_value("half a thought")


async def test_what_was_not_seen_is_counted_until_it_is_seen_or_gone(chatting: Chatting) -> None:
    badge = chatting.page.locator(".chat-row", has_text="Data team").locator(".badge")
    first = await chatting.says("one", chat=chatting.data_team)
    await chatting.says("two", chat=chatting.data_team)
    await expect(badge).to_contain_text("2")

    await chatting.bot("deleteMessage", chat_id=chatting.data_team.id, message_id=first)
    await expect(badge).to_contain_text("1")
    await chatting.go_to("Data team")

    await expect(badge).to_have_count(0)
    await chatting.act_as("Bob")
    await chatting.go_to("BytesFlows")
    await chatting.says("three", chat=chatting.data_team)
    # He saw the second when the group was on screen and he was the one in front of it.
    await expect(badge).to_contain_text("1")


async def test_somebody_else_who_has_news_is_marked(chatting: Chatting) -> None:
    await chatting.says("for Bob", chat=chatting.telegram.private(chatting.bob))

    await expect(chatting.page.get_by_role("radio", name="Bob, has unread messages")).to_be_attached()
    await chatting.act_as("Bob")

    await expect(chatting.bubble("for Bob")).to_be_visible()
    await expect(chatting.page.get_by_role("radio", name="Bob", exact=True)).to_be_checked()


async def test_an_alert_is_for_the_presser_only_and_waits_for_them(chatting: Chatting) -> None:
    await chatting.says("Settings", chat=chatting.data_team, reply_markup=buttons({"Delete": "/logout all"}))
    await chatting.act_as("Bob")
    await chatting.go_to("Data team")
    await chatting.page.get_by_role("button", name="Delete", exact=True).click()
    query = await chatting.press()
    await chatting.act_as("Alice")
    await expect(chatting.page.get_by_role("button", name="Delete", exact=True)).to_have_attribute("aria-busy", "false")

    await chatting.bot("answerCallbackQuery", callback_query_id=query["id"], text="Not yours.", show_alert=True)
    await chatting.says("after the answer", chat=chatting.data_team)
    await expect(chatting.bubble("after the answer")).to_be_visible()
    await expect(chatting.page.locator("#alert")).to_be_hidden()
    await chatting.act_as("Bob")

    await expect(chatting.page.get_by_role("dialog")).to_contain_text("Not yours.")
    await chatting.page.keyboard.press("Enter")
    await expect(chatting.page.locator("#alert")).to_be_hidden()


async def test_a_blocked_bot_is_restarted_with_one_press(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    await chatting.happens("Block the bot")
    await expect(chatting.page.get_by_label("Message", exact=True)).to_be_hidden()

    await chatting.page.get_by_role("button", name="RESTART BOT").click()

    await expect(chatting.page.locator(".message.out .text")).to_have_text(["/start", "/start"])
    await expect(chatting.page.get_by_label("Message", exact=True)).to_be_visible()
    await expect(chatting.page.locator("#happenings")).to_contain_text("Block the bot")


async def test_a_page_that_is_loaded_again_comes_back_where_it_was(chatting: Chatting) -> None:
    await chatting.act_as("Bob")
    await chatting.go_to("Data team")

    await chatting.page.reload()

    await expect(chatting.page.get_by_role("heading", level=1)).to_have_text("Data team")
    await expect(chatting.page.get_by_role("radio", name="Bob")).to_be_checked()


async def test_on_a_phone_people_and_chats_are_a_page_of_their_own(chatting: Chatting) -> None:
    page = chatting.page
    await page.set_viewport_size({"width": 360, "height": 740})
    rail = page.get_by_role("navigation", name="People and chats")
    await expect(rail).to_be_hidden()
    await chatting.says("news", chat=chatting.data_team)

    await page.get_by_role("button", name="Chats, 1 unread").click()
    await expect(page.get_by_role("radio", name="Alice")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(rail).to_be_hidden()
    await page.get_by_role("button", name="Chats, 1 unread").click()
    await chatting.act_as("Bob")
    await page.locator(".chat-row", has_text="Data team").click()

    await expect(rail).to_be_hidden()
    await expect(chatting.bubble("news")).to_be_visible()


async def test_hostile_names_stay_text_and_nothing_grows_too_wide(context: BrowserContext) -> None:
    hostile = "<img src=x onerror=\"document.title='broken'\">" + "W" * 60
    async with chatting_in(context, Bob=hostile, Scrapers=hostile, Data=hostile[::-1]) as chatting:
        page = chatting.page
        topic = chatting.telegram.topic(chatting.data_team, hostile)
        chatting.telegram.send(chatting.bob, chatting.data_team, "hello", topic=topic.id)
        chatting.telegram.add_bot(chatting.scrapers, chatting.bob)
        chatting.telegram.send(chatting.bob, chatting.scrapers, "hello")
        for width in (1280, 360):
            await page.set_viewport_size({"width": width, "height": 740})
            for place in (1, 2):
                if width == 360:
                    await page.locator("#rail-toggle").click()
                await page.locator(".chat-row").nth(place).click()
                if place == 2:
                    await page.locator(".topic").last.click()
                await expect(page.locator(".message .name")).to_have_text(hostile)
                wide = await page.evaluate(
                    f"[...document.querySelectorAll('body *')].filter(node => !node.closest('.topics, [hidden]') &&"
                    f" node.getBoundingClientRect().right > {width} && node.checkVisibility())"
                    ".map(node => node.className)"
                )
                assert wide == []
        await expect(page.locator("img[src=x]")).to_have_count(0)
        assert await page.title() != "broken"
        assert chatting.troubles == []
