"""The browser the page is looked at with. Whatever a test does, nothing may go wrong in it or leave this machine."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import BrowserContext, async_playwright

from .chatting import Chatting, chatting_in

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture
async def context() -> AsyncIterator[BrowserContext]:
    executable = next((found for name in NAMES if (found := shutil.which(name))), None)
    if executable is None:
        # The suite must pass on a machine that has Python and make only; CI installs a browser first.
        pytest.skip("There is no Chromium on this machine.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        context = await browser.new_context(color_scheme="light", viewport={"width": 1280, "height": 800})
        context.set_default_timeout(10_000)
        yield context
        await browser.close()


@pytest.fixture
async def chatting(context: BrowserContext) -> AsyncIterator[Chatting]:
    async with chatting_in(context) as chatting:
        yield chatting
    assert chatting.troubles == []
    assert [url for url in chatting.requests if not url.startswith(f"{chatting.root}/")] == []
