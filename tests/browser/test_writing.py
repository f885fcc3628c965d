"""Writing to the bot in a real browser: the composer and the command menu."""

import asyncio

import pytest_asyncio
from playwright.async_api import Locator, Route, expect

from .chatting import Chatting

COMMANDS = [
    {"command": "balance", "description": "What is left"},
    {"command": "login", "description": "Connect an account"},
    {"command": "logout", "description": "Disconnect"},
]


@pytest_asyncio.fixture(loop_scope="session")
async def field(chatting: Chatting) -> Locator:
    """Return the message field of a chat that has begun, with a command menu."""
    await chatting.bot("setMyCommands", commands=COMMANDS, scope={"type": "all_private_chats"})
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    field = chatting.page.get_by_label("Message", exact=True)
    await field.blur()  # it may have had the focus since before there were commands
    await field.focus()
    # The menu's button appears once the commands have come.
    await expect(chatting.page.locator("#menu-toggle")).to_be_visible()
    return field


async def test_enter_sends_and_shift_enter_breaks_the_line(chatting: Chatting, field: Locator) -> None:
    await field.press_sequentially("one")
    await field.press("Shift+Enter")
    await field.press_sequentially("two")
    await field.press("Enter")

    await expect(chatting.bubble("one").locator(".text")).to_have_text("one\ntwo", use_inner_text=True)
    await expect(field).to_have_value("")
    assert chatting.telegram.messages(chatting.chat)[-1].text == "one\ntwo"


async def test_the_up_arrow_recalls_what_was_sent_last(chatting: Chatting, field: Locator) -> None:
    await field.press_sequentially("hello bot")
    await field.press("Enter")
    await expect(chatting.bubble("hello bot")).to_be_visible()

    await field.press("ArrowUp")

    await expect(field).to_have_value("hello bot")


async def test_a_slash_opens_the_menu_and_typing_filters_it(chatting: Chatting, field: Locator) -> None:
    options = chatting.page.get_by_role("option")

    await field.press_sequentially("/")
    await expect(options).to_have_count(3)
    await field.press_sequentially("lo")
    await expect(options).to_have_text(["/loginConnect an account", "/logoutDisconnect"])
    await field.press_sequentially("x")

    await expect(options).to_have_count(0)
    await expect(chatting.page.get_by_role("listbox", name="Commands")).to_be_hidden()


async def test_a_command_is_chosen_with_the_keyboard(chatting: Chatting, field: Locator) -> None:
    await field.press_sequentially("/lo")
    await field.press("ArrowDown")
    chosen = chatting.page.get_by_role("option", selected=True)
    await expect(chosen).to_contain_text("/logout")
    await expect(field).to_have_attribute("aria-activedescendant", await chosen.get_attribute("id") or "none")

    await field.press("Enter")

    await expect(chatting.page.locator(".message.out .text").last).to_have_text("/logout")
    await expect(field).to_have_value("")


async def test_the_menu_button_lists_the_commands(chatting: Chatting, field: Locator) -> None:
    await chatting.page.get_by_role("button", name="Commands").click()

    await chatting.page.get_by_role("option").filter(has_text="What is left").click()

    await expect(chatting.page.locator(".message.out .text").last).to_have_text("/balance")


async def test_escape_closes_the_menu_and_keeps_the_draft(chatting: Chatting, field: Locator) -> None:
    await field.press_sequentially("/lo")

    await field.press("Escape")

    await expect(chatting.page.get_by_role("listbox", name="Commands")).to_be_hidden()
    await expect(field).to_have_value("/lo")


async def test_what_could_not_be_sent_is_given_back(chatting: Chatting, field: Locator) -> None:
    await chatting.page.route("**/messages", lambda route: route.fulfill(status=400, json={"error": "No, not now."}))

    await field.press_sequentially("hello")
    await field.press("Enter")

    await expect(chatting.page.locator(".toast.trouble")).to_have_text("No, not now.")
    await expect(field).to_have_value("hello")
    chatting.troubles.clear()


async def test_an_older_answer_takes_no_command_away(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    old = asyncio.Event()
    asked = 0

    async def late(route: Route) -> None:
        nonlocal asked
        asked += 1
        response = await route.fetch()
        if asked == 1:
            await old.wait()
        await route.fulfill(response=response)

    await chatting.page.route("**/view?*", late)
    field = chatting.page.get_by_label("Message", exact=True)
    async with chatting.page.expect_request("**/view?*"):
        await field.blur()
        await field.focus()
    await expect(chatting.page.locator("#menu-toggle")).to_be_hidden()
    await chatting.bot("setMyCommands", commands=COMMANDS, scope={"type": "all_private_chats"})
    await field.blur()
    await field.focus()
    await expect(chatting.page.locator("#menu-toggle")).to_be_visible()

    async with chatting.page.expect_response("**/view?*"):
        old.set()

    await expect(chatting.page.locator("#menu-toggle")).to_be_visible()
    await chatting.page.unroute_all(behavior="wait")


async def test_commands_that_came_since_the_field_was_focused_are_offered_at_a_slash(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    field = chatting.page.get_by_label("Message", exact=True)
    async with chatting.page.expect_response("**/view?*"):
        await field.blur()
        await field.focus()
    await chatting.bot("setMyCommands", commands=COMMANDS, scope={"type": "all_private_chats"})

    await field.press_sequentially("/")

    await expect(chatting.page.get_by_role("option").filter(has_text="What is left")).to_be_visible()
