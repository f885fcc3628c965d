"""A person with a browser in front of them, and a bot at the other end that does what the test says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from playwright.async_api import BrowserContext, ConsoleMessage, Locator, Page

from sandbox.page import Hint, Hints, Try, application
from sandbox.telegram import Chat, Person, Telegram

HINTS = Hints(
    tokens=(Hint(label="Token", value="demo-token-4f1c7a9e", note="the main account"),),
    tries=(Try(text="/balance", note="what is left"), Try(text="/login ", note="paste the token")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chatting:
    """What a test has at hand; `troubles` and `requests` are what the browser's console and network tell."""

    telegram: Telegram
    person: Person
    chat: Chat
    root: str
    page: Page
    http: aiohttp.ClientSession
    troubles: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    async def bot(self, method: str, **parameters: object) -> Any:
        """Call the Bot API as the bot does."""
        address = f"{self.telegram.url}/bot{self.telegram.token}/{method}"
        async with self.http.post(address, json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, text: str, **parameters: object) -> int:
        """Let the bot send a message to the person; returns its id."""
        sent = await self.bot("sendMessage", chat_id=self.chat.id, text=text, **parameters)
        message_id: int = sent["message_id"]
        return message_id

    async def press(self) -> dict[str, Any]:
        """Wait for the press of a button, as the bot does, and return its callback query."""
        offset = 0
        while True:
            for update in await self.bot("getUpdates", timeout=10, offset=offset):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    query: dict[str, Any] = update["callback_query"]
                    return query

    def bubble(self, text: str) -> Locator:
        """Find the messages that hold this text."""
        return self.page.locator(".message", has_text=text)


def buttons(*rows: dict[str, str]) -> dict[str, object]:
    """Return an inline keyboard: each row maps the texts of its buttons to their callback data."""
    keyboard = [[{"text": text, "callback_data": wanted} for text, wanted in row.items()] for row in rows]
    return {"inline_keyboard": keyboard}


def complaints(message: ConsoleMessage) -> tuple[str, ...]:
    """Return what the browser complains about, if it does."""
    return (message.text,) if message.type in {"error", "warning"} else ()


@asynccontextmanager
async def chatting_in(context: BrowserContext) -> AsyncIterator[Chatting]:
    """Open the page on a chat in which nothing was said yet."""
    async with Telegram() as telegram, aiohttp.ClientSession() as http:
        person = telegram.person("Alice", language="en")
        runner = web.AppRunner(application(telegram, person=person, hints=HINTS))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        chatting = Chatting(
            telegram=telegram,
            person=person,
            chat=telegram.private(person),
            root=f"http://127.0.0.1:{runner.addresses[0][1]}",
            page=await context.new_page(),
            http=http,
        )
        chatting.page.on("console", lambda message: chatting.troubles.extend(complaints(message)))
        chatting.page.on("pageerror", lambda error: chatting.troubles.append(str(error)))
        chatting.page.on("request", lambda request: chatting.requests.append(request.url))
        await chatting.page.goto(chatting.root)
        yield chatting
        await chatting.page.close()
        await runner.cleanup()
