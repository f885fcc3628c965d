"""The page around the chat in a real browser: themes, widths, the panel, and a server that goes away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from playwright.async_api import BrowserContext, Page, expect

from sandbox.page import Part, application
from sandbox.telegram import Telegram

from .chatting import HINTS, Chatting, buttons


async def scheme(page: Page) -> str:
    found: str = await page.evaluate("getComputedStyle(document.documentElement).colorScheme")
    return found


async def test_the_theme_follows_the_system_until_one_is_chosen_and_is_remembered(chatting: Chatting) -> None:
    page = chatting.page
    toggle = page.get_by_role("button", name="Dark theme")
    await expect(toggle).to_have_attribute("aria-pressed", "false")
    await page.emulate_media(color_scheme="dark")
    await expect(toggle).to_have_attribute("aria-pressed", "true")

    await toggle.click()
    assert await scheme(page) == "light"
    await toggle.click()
    assert await scheme(page) == "dark"
    await page.emulate_media(color_scheme="light")
    await page.reload()

    assert await scheme(page) == "dark"
    await expect(toggle).to_have_attribute("aria-pressed", "true")


async def test_a_phone_shows_everything_without_scrolling_sideways(chatting: Chatting) -> None:
    page = chatting.page
    await page.set_viewport_size({"width": 360, "height": 740})
    wide = buttons({"A button with a rather long text": "a", "And another": "b", "▶": "c"})
    await chatting.says("x" * 300 + " and <pre>" + "y" * 300 + "</pre>", parse_mode="HTML", reply_markup=wide)
    await expect(page.locator(".key")).to_have_count(3)

    widths = await page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('body *')]"
        ".filter(node => node.scrollWidth > 360).map(node => node.className)"
    )

    assert widths == []


async def test_on_a_phone_the_panel_is_a_sheet(chatting: Chatting) -> None:
    page = chatting.page
    await page.set_viewport_size({"width": 360, "height": 740})
    panel = page.get_by_role("complementary", name="Demo")
    await expect(panel).to_be_hidden()

    await page.get_by_role("button", name="Demo panel", exact=True).click()
    await expect(panel).to_be_visible()
    await expect(page.get_by_role("button", name="Close the demo panel")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(panel).to_be_hidden()
    await expect(page.get_by_role("button", name="Demo panel", exact=True)).to_be_focused()
    await page.get_by_role("button", name="Demo panel", exact=True).click()
    await page.get_by_role("button", name="/balance").click()

    await expect(panel).to_be_hidden()
    await expect(page.locator(".message.out .text")).to_have_text("/balance")


async def test_the_panel_copies_a_token_and_prepares_a_command(chatting: Chatting) -> None:
    page = chatting.page
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    await page.get_by_role("button", name="Copy Token").click()
    await expect(page.locator(".toast")).to_have_text("Copied")
    await page.get_by_role("button", name="/login").click()
    await expect(page.get_by_label("Message", exact=True)).to_have_value("/login ")
    await page.keyboard.press("ControlOrMeta+V")

    await expect(page.get_by_label("Message", exact=True)).to_have_value("/login demo-token-4f1c7a9e")
    assert chatting.telegram.messages(chatting.chat) == ()


async def test_a_token_copied_once_the_chat_has_begun_can_be_pasted_at_once(chatting: Chatting) -> None:
    page = chatting.page
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()

    await page.get_by_role("button", name="Copy Token").click()
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()
    await page.keyboard.press("ControlOrMeta+V")

    await expect(page.get_by_label("Message", exact=True)).to_have_value("demo-token-4f1c7a9e")


async def test_on_a_phone_the_panel_makes_way_for_the_field_a_token_is_pasted_into(chatting: Chatting) -> None:
    page = chatting.page
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    await page.get_by_role("button", name="Demo panel", exact=True).click()

    await page.get_by_role("button", name="Copy Token").click()

    await expect(page.get_by_role("complementary", name="Demo")).to_be_hidden()
    await expect(page.get_by_label("Message", exact=True)).to_be_focused()


async def test_a_notice_is_not_repeated_while_it_is_still_there(chatting: Chatting) -> None:
    page = chatting.page
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copier = page.get_by_role("button", name="Copy Token")

    await copier.click()
    await copier.click()
    await expect(page.locator(".toast")).to_have_text(["Copied"])
    await page.locator(".toast").click()
    await expect(page.locator(".toast")).to_have_count(0)
    await copier.click()

    await expect(page.locator(".toast")).to_have_text(["Copied"])


async def test_a_reload_shows_the_same_messages(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, "hello")
    await chatting.says("Hello, Alice", reply_markup=buttons({"Go": "/go"}))

    await chatting.page.reload()

    await expect(chatting.page.locator(".message .text")).to_have_text(["hello", "Hello, Alice"])


@asynccontextmanager
async def served(app: web.Application, port: int = 0) -> AsyncIterator[int]:
    """Serve a page, and tell on which port."""
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, reuse_address=True).start()
    yield runner.addresses[0][1]
    await runner.cleanup()


async def test_another_world_behind_the_same_address_is_said_to_begin_anew(
    context: BrowserContext, chatting: Chatting
) -> None:
    page = await context.new_page()
    chatting.telegram.send(chatting.person, chatting.chat, "of the first world")
    async with served(application(chatting.telegram, cast=(Part(person=chatting.person),), hints=HINTS)) as port:
        await page.goto(f"http://127.0.0.1:{port}/")
        await expect(page.locator(".message .text")).to_have_text("of the first world")
    await expect(page.locator("#connection")).to_contain_text("Connection lost")

    async with Telegram() as other:
        app = application(other, cast=(Part(person=other.person("Alice")),), hints=HINTS)
        async with served(app, port):
            await expect(page.locator("#connection")).to_have_text("The demo was restarted. It begins anew.")
            await expect(page.locator(".message")).to_have_count(0)
            await expect(page.locator("#welcome")).to_be_visible()
            await page.close()


async def test_what_cannot_be_sent_while_the_line_is_lost_is_said_below_the_bar(
    context: BrowserContext, chatting: Chatting
) -> None:
    page = await context.new_page()
    await chatting.bot("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    chatting.telegram.send(chatting.person, chatting.chat, "/start")
    async with served(application(chatting.telegram, cast=(Part(person=chatting.person),), hints=HINTS)) as port:
        await page.goto(f"http://127.0.0.1:{port}/")
        field = page.get_by_label("Message", exact=True)
        await field.focus()
        await expect(page.locator("#menu-toggle")).to_be_visible()
    await expect(page.locator("#connection")).to_contain_text("Connection lost")

    await page.get_by_role("button", name="Commands").click()
    await page.get_by_role("option").click()

    await expect(page.locator(".toast")).to_be_visible()
    await expect(field).to_have_value("/help")
    bar = await page.locator("#connection").bounding_box()
    toasts = await page.locator("#toasts").bounding_box()
    assert bar is not None
    assert toasts is not None
    assert toasts["y"] >= bar["y"] + bar["height"]
    await page.close()


async def test_the_page_comes_back_by_itself_when_the_server_does(context: BrowserContext, chatting: Chatting) -> None:
    page = await context.new_page()
    first = web.AppRunner(application(chatting.telegram, cast=(Part(person=chatting.person),), hints=HINTS))
    await first.setup()
    await web.TCPSite(first, "127.0.0.1", 0).start()
    port = first.addresses[0][1]
    await page.goto(f"http://127.0.0.1:{port}/")
    await expect(page.locator("#welcome")).to_be_visible()

    await first.cleanup()
    await expect(page.locator("#connection")).to_contain_text("Connection lost")
    chatting.telegram.send(chatting.person, chatting.chat, "meanwhile")
    second = web.AppRunner(application(chatting.telegram, cast=(Part(person=chatting.person),), hints=HINTS))
    await second.setup()
    await web.TCPSite(second, "127.0.0.1", port, reuse_address=True).start()

    await expect(page.locator("#connection")).to_contain_text("Connected again")
    await expect(page.locator(".message .text")).to_have_text("meanwhile")
    await page.close()
    await second.cleanup()
