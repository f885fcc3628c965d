"""The demo as its visitors have it: a month behind them, and a panel that moves the clock and the vendor."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Locator, Page, expect

from tests.demo import demonstrated

from .chatting import complaints


@asynccontextmanager
async def visiting(context: BrowserContext, directory: Path, *, empty: bool) -> AsyncIterator[Page]:
    """Open the demo's page; nothing may go wrong in it."""
    troubles: list[str] = []
    async with demonstrated(directory, zone="Asia/Tokyo", empty=empty) as world:
        page = await context.new_page()
        page.on("console", lambda message: troubles.extend(complaints(message)))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        await page.goto(world.page_url)
        expect.set_options(timeout=30_000)  # a move of the clock is lived through hour by hour
        try:
            yield page
        finally:
            expect.set_options(timeout=5_000)
        await page.close()
    assert [trouble for trouble in troubles if "400" not in trouble] == []


def said(page: Page, words: str) -> Locator:
    """What the bot said last of what holds these words, each of them somewhere after the one before."""
    wanted = re.compile(words.replace(" … ", ".*"), re.DOTALL)
    return page.locator(".message:not(.out) .text").filter(has_text=wanted).last


async def writes(page: Page, text: str) -> None:
    """Type a message and send it."""
    field = page.get_by_label("Message", exact=True)
    await field.fill(text)
    await field.press("Enter")


def lever(page: Page, label: str) -> Locator:
    """A button of the panel."""
    return page.locator("#vendor").get_by_role("button", name=label, exact=True)


@pytest.mark.timeout(180)
async def test_every_push_and_error_can_be_seen_in_a_minute(context: BrowserContext, tmp_path: Path) -> None:
    async with visiting(context, tmp_path, empty=False) as page:
        clock, note = page.locator(".clock"), page.locator(".clock-note")
        # A month of history, drawn.
        await expect(page.get_by_role("img", name="Picture")).to_be_visible()
        await expect(said(page, "Traffic used · 30 days")).to_be_visible()
        await expect(note).to_have_text("Tokyo time · the same as your own clock")

        await writes(page, "/daily 09:00")
        await expect(said(page, r"09:00 \(Tokyo\)")).to_be_visible()
        await page.get_by_role("button", name="Tomorrow 09:00").click()
        await expect(said(page, "Daily summary … Used … available")).to_be_visible()
        await expect(clock).to_contain_text("9:00 AM")
        await expect(note).to_contain_text("ahead of your own clock")
        await expect(page.locator(".day").last).to_have_text("Today")
        await expect(page.locator(".toast").last).to_contain_text("It is 09:00 on")

        await lever(page, "Revoke token").click()
        await expect(page.locator(".place-note .bad")).to_have_text("token revoked")
        await expect(clock).to_contain_text("10:00 AM")
        await writes(page, "/balance")
        await expect(said(page, "no longer accepts … Last good figures")).to_be_visible()
        await lever(page, "Restore token").click()
        await expect(lever(page, "Revoke token")).to_be_focused()

        await lever(page, "Vendor down").click()
        await expect(page.locator(".answers")).to_have_text("is down")
        await expect(clock).to_contain_text("11:00 AM")
        await writes(page, "/balance")
        # The bot has tried a few times before it says so.
        await expect(said(page, "not answering … Last good figures")).to_be_visible(timeout=20_000)
        await lever(page, "Vendor up").click()
        await expect(page.locator(".answers")).to_have_text("answers")


async def test_on_a_phone_the_panel_steps_aside_for_what_it_sets_going(context: BrowserContext, tmp_path: Path) -> None:
    async with visiting(context, tmp_path, empty=True) as page:
        await page.set_viewport_size({"width": 360, "height": 740})
        panel = page.get_by_role("complementary", name="Demo")
        opener = page.get_by_role("button", name="Demo panel", exact=True)
        await opener.click()
        wide = await page.evaluate(
            "[...document.querySelectorAll('.panel *')].filter(one => one.scrollWidth > 360).map(one => one.className)"
        )
        assert wide == []

        # The keyboard reaches the accounts and what can be done to the one that is chosen.
        await page.get_by_role("radio", name="Team account").focus()
        await page.keyboard.press("ArrowDown")
        await expect(page.get_by_role("radio", name="Side project")).to_be_checked()
        await expect(page.get_by_role("radio", name="Side project")).to_be_focused()
        await lever(page, "10 GB").press("Enter")
        await expect(panel).to_be_hidden()
        await expect(page.locator(".toast")).to_have_text("All that was left was used.")
        await opener.click()
        await expect(page.locator(".place-figure")).to_contain_text([" of 176 GB", "0 GB of 5 GB"])

        await lever(page, "1 GB").click()
        await expect(page.locator(".toast.trouble")).to_have_text("Nothing is left to be used.")
