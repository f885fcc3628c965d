"""The chat page's server over real HTTP: what it shows, what it takes, and whom it refuses."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from sandbox.page import Hint, Hints, Try, application
from sandbox.telegram import Chat, Person, Telegram

HINTS = Hints(
    tokens=(Hint(label="Token", value="demo-token", note="the main account"),),
    tries=(Try(text="/balance", note="what is left"),),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page's server, its twin, and a browser's way to it."""

    telegram: Telegram
    alice: Person
    chat: Chat
    root: str
    http: aiohttp.ClientSession

    async def post(self, path: str, body: object, **headers: str) -> aiohttp.ClientResponse:
        return await self.http.post(
            self.root + path, data=json.dumps(body), headers={"Content-Type": "application/json", **headers}
        )

    async def state(self) -> dict[str, Any]:
        async with self.http.get(f"{self.root}/state") as response:
            state: dict[str, Any] = await response.json()
            return state


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with Telegram() as telegram, aiohttp.ClientSession() as http:
        alice = telegram.person("Alice", language="en")
        runner = web.AppRunner(application(telegram, person=alice, hints=HINTS))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        root = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield Page(telegram=telegram, alice=alice, chat=telegram.private(alice), root=root, http=http)
        await runner.cleanup()


async def happening(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    """Return the next event of a stream, passing over comments."""
    async for line in stream.content:
        if line.startswith(b"data: "):
            event: dict[str, Any] = json.loads(line[6:])
            return event
    raise AssertionError("The stream has ended.")


async def test_the_state_tells_who_is_there_and_what_was_said(page: Page) -> None:
    page.telegram.send(page.alice, page.chat, "/balance")

    state = await page.state()

    assert state["bot"] == page.telegram.bot
    assert state["person"]["first_name"] == "Alice"
    assert state["chats"] == [{"id": page.chat.id, "kind": "private", "title": page.telegram.bot["first_name"]}]
    assert [(message["text"], message["outgoing"]) for message in state["messages"]] == [("/balance", True)]
    assert state["hints"] == {
        "tokens": [{"label": "Token", "value": "demo-token", "note": "the main account"}],
        "tries": [{"text": "/balance", "note": "what is left"}],
    }


async def test_a_sent_text_reaches_the_bot(page: Page) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "你好 👋"})

    (message,) = page.telegram.messages(page.chat)
    assert (response.status, await response.json()) == (200, {"message_id": message.id})
    assert message.text == "你好 👋"


async def test_another_persons_chat_is_never_shown(page: Page) -> None:
    bob = page.telegram.person("Bob", language="en")
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    page.telegram.send(bob, page.telegram.private(bob), "a secret of Bob's")
    page.telegram.send(page.alice, page.chat, "hello")

    assert (await happening(stream))["message"]["text"] == "hello"
    assert "Bob" not in json.dumps(await page.state())
    stream.close()


async def test_the_stream_begins_with_a_snapshot_and_goes_on_with_what_happens_next(page: Page) -> None:
    page.telegram.send(page.alice, page.chat, "before")
    stream = await page.http.get(f"{page.root}/events")

    first = await happening(stream)
    page.telegram.send(page.alice, page.chat, "after")
    second = await happening(stream)

    assert stream.content_type == "text/event-stream"
    assert first["type"] == "snapshot"
    assert [message["text"] for message in first["state"]["messages"]] == ["before"]
    assert (second["type"], second["message"]["text"], second["message"]["outgoing"]) == ("sent", "after", True)
    stream.close()


async def test_no_message_is_lost_or_doubled_while_streams_open(page: Page) -> None:
    async def read(last: str) -> list[str]:
        stream = await page.http.get(f"{page.root}/events")
        texts = [message["text"] for message in (await happening(stream))["state"]["messages"]]
        while texts[-1:] != [last]:
            texts.append((await happening(stream))["message"]["text"])
        stream.close()
        return texts

    async def talk() -> None:
        for number in range(200):
            page.telegram.send(page.alice, page.chat, str(number))
            await asyncio.sleep(0)

    *readings, _ = await asyncio.gather(*(read("199") for _ in range(5)), talk())

    assert readings == [[str(number) for number in range(200)]] * 5


async def test_the_streams_end_when_the_server_stops(page: Page) -> None:
    runner = web.AppRunner(application(page.telegram, person=page.alice, hints=HINTS))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stream = await page.http.get(f"http://127.0.0.1:{runner.addresses[0][1]}/events")
    await happening(stream)

    async with asyncio.timeout(5):
        await runner.cleanup()

    with pytest.raises((AssertionError, aiohttp.ClientError)):
        await happening(stream)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:1@evil.example", ""])
@pytest.mark.parametrize("path", ["/", "/state", "/events", "/assets/app.js", "/nowhere"])
async def test_a_foreign_host_is_refused(page: Page, host: str, path: str) -> None:
    async with page.http.get(page.root + path, headers={"Host": host}) as response:
        assert response.status == 403
        assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "null"])
async def test_a_foreign_origin_is_refused(page: Page, origin: str) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "/logout"}, Origin=origin)

    assert response.status == 403
    assert page.telegram.messages(page.chat) == ()


async def test_the_pages_own_origin_is_welcome(page: Page) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "/help"}, Origin=page.root)

    assert response.status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_what_a_foreign_form_could_send_is_refused(page: Page, kind: str) -> None:
    body = {"chat_id": page.chat.id, "text": "/logout"}

    response = await page.post("/messages", body, **{"Content-Type": kind})

    assert response.status == 415
    assert page.telegram.messages(page.chat) == ()


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe\xfd", b"[" * 60_000, b'{"chat_id": ' + b"9" * 5_000 + b"}"],
    ids=lambda body: body[:12].decode(errors="replace"),
)
@pytest.mark.parametrize("path", ["/messages", "/presses"])
async def test_a_body_that_is_no_json_object_is_a_bad_request(page: Page, path: str, body: bytes) -> None:
    async with page.http.post(page.root + path, data=body, headers={"Content-Type": "application/json"}) as response:
        assert response.status == 400
        assert list(await response.json()) == ["error"]


@pytest.mark.parametrize(
    "change",
    [
        {"text": ""},
        {"text": " \n"},
        {"text": "x" * 4097},
        {"text": 5},
        {"text": None},
        {"text": "half \ud83d"},
        {"chat_id": "1"},
        {"chat_id": True},
        {"chat_id": 1.0},
        {"chat_id": 99999999999999999999},
        {"chat_id": None},
    ],
    ids=lambda change: json.dumps(change)[:24],
)
async def test_a_message_that_nobody_could_send_is_a_bad_request(page: Page, change: dict[str, object]) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "x", **change})

    assert response.status == 400
    assert list(await response.json()) == ["error"]
    assert page.telegram.messages(page.chat) == ()


async def test_the_longest_message_is_taken(page: Page) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "流" * 4096})

    assert response.status == 200


async def test_a_body_beyond_the_limit_is_refused(page: Page) -> None:
    response = await page.post("/messages", {"chat_id": page.chat.id, "text": "x" * 70_000})

    assert response.status == 413
    assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("change", [{"data": "x" * 65}, {"data": ""}, {"message_id": 999}, {"message_id": "1"}])
async def test_a_press_of_nothing_is_a_bad_request(page: Page, change: dict[str, object]) -> None:
    message = page.telegram.send(page.alice, page.chat, "hello")

    press = {"chat_id": page.chat.id, "message_id": message.id, "data": "/balance", **change}
    response = await page.post("/presses", press)

    assert response.status == 400
    assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("name", ["..%2Fserver.py", "index.html", "nothing.js", "%2e%2e", "..%5cserver.py", "%00.js"])
async def test_only_the_pages_own_files_are_served(page: Page, name: str) -> None:
    async with page.http.get(URL(f"{page.root}/assets/{name}", encoded=True)) as response:
        assert response.status == 404


@pytest.mark.parametrize("path", ["/", "/assets/app.js", "/assets/theme.css", "/state", "/events", "/nowhere"])
async def test_every_answer_carries_the_security_headers(page: Page, path: str) -> None:
    async with page.http.get(page.root + path) as response:
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in response.headers
