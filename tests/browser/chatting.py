"""People with a browser in front of them, and a bot at the other end that does what the test says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from playwright.async_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from sandbox.page import Hint, Hints, Part, Try, application
from sandbox.telegram import Chat, Person, Telegram

HINTS = Hints(
    tokens=(Hint(label="Token", value="demo-token-4f1c7a9e", note="the main account"),),
    private=(Try(text="/balance", note="what is left"), Try(text="/login ", note="paste the token")),
    group=(Try(text="/accounts", note="whose they are"),),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chatting:
    """What a test has at hand; `troubles` and `requests` are what the browser's console and network tell.

    Alice is `person` and is in front of her private `chat`. She has made the basic group Scrapers, in which the bot is
    not, and the forum Data team, in which it is. Bob is a member and Carol an anonymous admin; Olga is in neither.
    """

    telegram: Telegram
    person: Person
    bob: Person
    carol: Person
    olga: Person
    chat: Chat
    scrapers: Chat
    data_team: Chat
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

    async def says(self, text: str, *, chat: Chat | None = None, **parameters: object) -> int:
        """Let the bot send a message, to Alice unless told otherwise; returns its id."""
        sent = await self.bot("sendMessage", chat_id=(chat or self.chat).id, text=text, **parameters)
        message_id: int = sent["message_id"]
        return message_id

    async def act_as(self, name: str) -> None:
        """Choose whom to play."""
        await self.page.locator(".person", has_text=name).click()

    async def go_to(self, title: str) -> None:
        """Choose a chat."""
        await self.page.locator(".chat-name", has_text=title).click()
        await expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    async def writes(self, text: str) -> None:
        """Type a message and send it."""
        field = self.page.get_by_label("Message", exact=True)
        await field.fill(text)
        await field.press("Enter")

    async def happens(self, label: str) -> None:
        """Press a row of "Things that happen"."""
        await self.page.locator("#happenings").get_by_role("button", name=label).click()

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
        """Find the messages that hold this text: in what was written, not in the time of day under it."""
        return self.page.locator(".message").filter(has=self.page.locator(".text", has_text=text))


def buttons(*rows: dict[str, str]) -> dict[str, object]:
    """Return an inline keyboard: each row maps the texts of its buttons to their callback data."""
    keyboard = [[{"text": text, "callback_data": wanted} for text, wanted in row.items()] for row in rows]
    return {"inline_keyboard": keyboard}


def complaints(message: ConsoleMessage) -> tuple[str, ...]:
    """Return what the browser complains about, if it does."""
    return (message.text,) if message.type in {"error", "warning"} else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The people and groups of `Chatting`."""

    cast: tuple[Part, Part, Part, Part]
    groups: tuple[Chat, Chat]


def gathered(telegram: Telegram, **names: str) -> Company:
    """Gather them; `names` gives somebody or something another name."""
    alice, bob, carol, olga = (telegram.person(names.get(name, name)) for name in ("Alice", "Bob", "Carol", "Olga"))
    scrapers = telegram.group(names.get("Scrapers", "Scrapers"), alice, bob, carol, kind="group")
    telegram.promote(carol, scrapers)
    data_team = telegram.group(names.get("Data", "Data team"), alice, bob, carol, forum=True)
    telegram.promote(carol, data_team, anonymous=True)
    telegram.add_bot(data_team, alice)
    return Company(
        cast=(
            Part(person=alice, role="Owner"),
            Part(person=bob, role="Member"),
            Part(person=carol, role="Admin", anonymous=True),
            Part(person=olga, role="Outsider"),
        ),
        groups=(scrapers, data_team),
    )


@asynccontextmanager
async def chatting_in(context: BrowserContext, **names: str) -> AsyncIterator[Chatting]:
    """Open the page on a chat in which nothing was said yet."""
    async with Telegram() as telegram, aiohttp.ClientSession() as http:
        company = gathered(telegram, **names)
        alice, bob, carol, olga = (part.person for part in company.cast)
        scrapers, data_team = company.groups
        runner = web.AppRunner(application(telegram, cast=company.cast, groups=company.groups, hints=HINTS))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        chatting = Chatting(
            telegram=telegram,
            person=alice,
            bob=bob,
            carol=carol,
            olga=olga,
            chat=telegram.private(alice),
            scrapers=scrapers,
            data_team=data_team,
            root=f"http://127.0.0.1:{runner.addresses[0][1]}",
            page=await context.new_page(),
            http=http,
        )
        chatting.page.on("console", lambda message: chatting.troubles.extend(complaints(message)))
        chatting.page.on("pageerror", lambda error: chatting.troubles.append(str(error)))
        chatting.page.on("request", lambda request: chatting.requests.append(request.url))
        await chatting.page.goto(chatting.root)
        # Whatever is sent from now on is news.
        await expect(chatting.page.locator(".chat-row").first).to_be_visible()
        yield chatting
        await chatting.page.close()
        await runner.cleanup()
