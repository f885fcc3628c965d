"""Buttons pressed in a real browser, and what the bot answers."""

from playwright.async_api import expect

from .chatting import Chatting, buttons


async def test_a_press_reaches_the_bot_and_its_answer_is_a_toast(chatting: Chatting) -> None:
    message_id = await chatting.says("Balance", reply_markup=buttons({"Refresh": "/balance"}))
    key = chatting.page.get_by_role("button", name="Refresh")

    await key.click()
    query = await chatting.press()
    await expect(key).to_have_attribute("aria-busy", "true")
    await chatting.bot("answerCallbackQuery", callback_query_id=query["id"], text="Up to date")

    assert (query["data"], query["message"]["message_id"]) == ("/balance", message_id)
    await expect(chatting.page.locator(".toast")).to_have_text("Up to date")
    await expect(key).to_have_attribute("aria-busy", "false")


async def test_an_answer_without_a_text_only_stops_the_waiting(chatting: Chatting) -> None:
    await chatting.says("Balance", reply_markup=buttons({"Refresh": "/balance"}))
    key = chatting.page.get_by_role("button", name="Refresh")

    await key.click()
    query = await chatting.press()
    await chatting.bot("answerCallbackQuery", callback_query_id=query["id"])

    await expect(key).to_have_attribute("aria-busy", "false")
    await expect(chatting.page.locator(".toast")).to_have_count(0)


async def test_an_alert_waits_for_ok(chatting: Chatting) -> None:
    await chatting.says("Settings", reply_markup=buttons({"Delete": "/logout all"}))
    await chatting.page.get_by_role("button", name="Delete").click()
    query = await chatting.press()

    await chatting.bot(
        "answerCallbackQuery", callback_query_id=query["id"], text="Only admins may do that.", show_alert=True
    )

    alert = chatting.page.get_by_role("dialog")
    await expect(alert).to_contain_text("Only admins may do that.")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()
    await chatting.page.keyboard.press("Enter")
    await expect(alert).to_be_hidden()


async def test_a_button_waits_on_through_an_edit_and_keeps_the_focus(chatting: Chatting) -> None:
    message_id = await chatting.says("Page 1", reply_markup=buttons({"◀": "/records 1", "▶": "/records 2"}))
    await chatting.page.get_by_role("button", name="▶").focus()
    await chatting.page.keyboard.press("Enter")
    query = await chatting.press()

    keyboard = buttons({"◀": "/records 1", "▶": "/records 2"}, {"All": "/records"})
    await chatting.bot(
        "editMessageText", chat_id=chatting.chat.id, message_id=message_id, text="Page 2", reply_markup=keyboard
    )

    await expect(chatting.bubble("Page 2")).to_be_visible()
    await expect(chatting.page.get_by_role("button", name="▶")).to_be_focused()
    await expect(chatting.page.get_by_role("button", name="▶")).to_have_attribute("aria-busy", "true")
    await chatting.bot("answerCallbackQuery", callback_query_id=query["id"])
    await expect(chatting.page.get_by_role("button", name="▶")).to_have_attribute("aria-busy", "false")


async def test_an_impatient_person_presses_once(chatting: Chatting) -> None:
    await chatting.says("Balance", reply_markup=buttons({"Refresh": "/balance"}))

    await chatting.page.get_by_role("button", name="Refresh").dblclick()

    await chatting.press()
    posts = [url for url in chatting.requests if url.endswith("/presses")]
    assert len(posts) == 1


async def test_a_button_copies(chatting: Chatting) -> None:
    await chatting.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = {"text": "Copy the order", "copy_text": {"text": "BF-7719"}}
    await chatting.says("Order", reply_markup={"inline_keyboard": [[button]]})

    await chatting.page.get_by_role("button", name="Copy the order").click()

    await expect(chatting.page.locator(".toast")).to_have_text("Copied")
    assert await chatting.page.evaluate("navigator.clipboard.readText()") == "BF-7719"
