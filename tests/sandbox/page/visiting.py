"""The page's server over real HTTP, the twin below it, and a browser's way to it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.page import Backstage, Hint, Hints, Part, Try, application
from sandbox.telegram import Chat, Person, Telegram

HINTS = Hints(
    tokens=(Hint(label="Token", value="demo-token", note="the main account"),),
    private=(Try(text="/balance", note="what is left"),),
    group=(Try(text="/accounts", note="whose they are"),),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Alice has made the basic group Scrapers, without the bot, and the forum Data team, with it.

    Bob is a member of both and Carol an admin, anonymous in the forum; Olga is in neither.
    """

    telegram: Telegram
    alice: Person
    bob: Person
    carol: Person
    olga: Person
    scrapers: Chat
    data_team: Chat
    root: str
    http: aiohttp.ClientSession

    @property
    def chat(self) -> Chat:
        """Alice's chat with the bot."""
        return self.telegram.private(self.alice)

    async def post(self, path: str, body: object, **headers: str) -> aiohttp.ClientResponse:
        """Post JSON as the page does."""
        return await self.http.post(
            self.root + path, data=json.dumps(body), headers={"Content-Type": "application/json", **headers}
        )

    async def send(self, person: Person, chat: Chat, text: str, **more: object) -> aiohttp.ClientResponse:
        """Let somebody write."""
        return await self.post("/messages", {"person_id": person.id, "chat_id": chat.id, "text": text, **more})

    async def happen(self, name: str, person: Person, chat: Chat, target: int | None = None) -> tuple[int, Any]:
        """Let something happen; returns the status and what was answered."""
        body = {"person_id": person.id, "chat_id": chat.id, "target_id": target}
        async with await self.post(f"/happenings/{name}", body) as response:
            return response.status, await response.json()

    async def state(self) -> Any:
        """Return all that the page shows."""
        async with self.http.get(f"{self.root}/state") as response:
            return await response.json()

    async def group(self, title: str) -> Any:
        """Return a group as the page shows it."""
        return next(chat for chat in (await self.state())["scene"]["chats"] if chat["title"] == title)

    async def view(self, person: Person, chat: Chat) -> Any:
        """Return what somebody may choose in a chat."""
        query = {"person_id": person.id, "chat_id": chat.id}
        async with self.http.get(f"{self.root}/view", params=query) as response:
            return await response.json()

    async def bot(self, method: str, **parameters: object) -> Any:
        """Call the Bot API as the bot does; returns the whole answer."""
        address = f"{self.telegram.url}/bot{self.telegram.token}/{method}"
        async with self.http.post(address, json=parameters) as response:
            return await response.json()


async def happening(stream: aiohttp.ClientResponse) -> Any:
    """Return the next event of a stream, passing over comments."""
    async for line in stream.content:
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    raise AssertionError("The stream has ended.")


def cast_of(*people: Person, anonymous: tuple[Person, ...] = ()) -> tuple[Part, ...]:
    """Give everybody a part."""
    return tuple(Part(person=person, role=person.first_name, anonymous=person in anonymous) for person in people)


@asynccontextmanager
async def visiting(*, backstage: Backstage | None = None) -> AsyncIterator[Visit]:
    """Serve the page."""
    async with Telegram() as telegram, aiohttp.ClientSession() as http:
        alice, bob, carol, olga = people = tuple(telegram.person(name) for name in ("Alice", "Bob", "Carol", "Olga"))
        scrapers = telegram.group("Scrapers", alice, bob, carol, kind="group")
        data_team = telegram.group("Data team", alice, bob, carol, forum=True)
        telegram.promote(carol, scrapers)
        telegram.promote(carol, data_team, anonymous=True)
        telegram.add_bot(data_team, alice)
        cast = cast_of(*people, anonymous=(carol,))
        groups = (scrapers, data_team)
        runner = web.AppRunner(application(telegram, cast=cast, groups=groups, hints=HINTS, backstage=backstage))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield Visit(
            telegram=telegram,
            alice=alice,
            bob=bob,
            carol=carol,
            olga=olga,
            scrapers=scrapers,
            data_team=data_team,
            root=f"http://127.0.0.1:{runner.addresses[0][1]}",
            http=http,
        )
        await runner.cleanup()
