"""The chat page's server over real HTTP: what it shows, what it takes, and whom it refuses."""

import asyncio
import json

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from sandbox.page import application

from .visiting import HINTS, Visit, cast_of, happening

POSTS = ("/messages", "/presses", "/invitations", "/happenings/block")


async def test_the_state_tells_who_is_there_and_what_was_said(page: Visit) -> None:
    page.telegram.send(page.alice, page.chat, "/balance")

    state = await page.state()

    assert state["scene"]["bot"] == page.telegram.bot
    assert [(person["first_name"], person["role"]) for person in state["scene"]["people"]] == [
        ("Alice", "Alice"),
        ("Bob", "Bob"),
        ("Carol", "Carol"),
        ("Olga", "Olga"),
    ]
    private, *_, scrapers, data_team = state["scene"]["chats"]
    bot_name = page.telegram.bot["first_name"]
    assert private == {"id": page.chat.id, "kind": "private", "title": bot_name, "blocked": False}
    assert (scrapers["title"], scrapers["kind"], scrapers["bot"]) == ("Scrapers", "group", "left")
    assert (data_team["title"], data_team["is_forum"], data_team["bot"]) == ("Data team", True, "member")
    said = state["messages"][str(page.chat.id)]
    assert [(message["text"], message["author_id"]) for message in said] == [("/balance", page.alice.id)]
    assert state["hints"] == {
        "tokens": [{"label": "Token", "value": "demo-token", "note": "the main account"}],
        "private": [{"text": "/balance", "note": "what is left"}],
        "group": [{"text": "/accounts", "note": "whose they are"}],
    }


async def test_a_sent_text_reaches_the_bot(page: Visit) -> None:
    response = await page.send(page.alice, page.chat, "你好 👋")

    (message,) = page.telegram.messages(page.chat)
    assert (response.status, await response.json()) == (200, {"message_id": message.id})
    assert message.text == "你好 👋"


async def test_who_and_what_is_not_in_the_scene_is_never_shown(page: Visit) -> None:
    stranger = page.telegram.person("Mallory", language="en")
    elsewhere = page.telegram.group("Elsewhere", stranger)
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    page.telegram.send(stranger, page.telegram.private(stranger), "a secret of Mallory's")
    page.telegram.send(stranger, elsewhere, "a secret of theirs")
    page.telegram.send(page.alice, page.chat, "hello")

    assert (await happening(stream))["message"]["text"] == "hello"
    shown = json.dumps(await page.state())
    assert "Mallory" not in shown
    assert "Elsewhere" not in shown
    stream.close()


async def test_the_stream_begins_with_a_snapshot_and_goes_on_with_what_happens_next(page: Visit) -> None:
    page.telegram.send(page.alice, page.chat, "before")
    stream = await page.http.get(f"{page.root}/events")

    first = await happening(stream)
    page.telegram.send(page.alice, page.chat, "after")
    second = await happening(stream)

    assert stream.content_type == "text/event-stream"
    assert first["type"] == "snapshot"
    assert [message["text"] for message in first["state"]["messages"][str(page.chat.id)]] == ["before"]
    assert (second["type"], second["message"]["text"]) == ("sent", "after")
    assert second["message"]["author_id"] == page.alice.id
    stream.close()


async def test_no_message_is_lost_or_doubled_while_streams_open(page: Visit) -> None:
    async def read(last: str) -> list[str]:
        stream = await page.http.get(f"{page.root}/events")
        texts = [message["text"] for message in (await happening(stream))["state"]["messages"][str(page.chat.id)]]
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


async def test_who_is_what_is_told_again_when_it_has_changed(page: Visit) -> None:
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    # Neither of these two is said in the chat, so that no message tells of them.
    await page.happen("promote", page.alice, page.data_team, page.bob.id)
    promoted = await happening(stream)
    await page.happen("block", page.olga, page.telegram.private(page.olga))
    blocked = await happening(stream)

    (data_team,) = (chat for chat in promoted["scene"]["chats"] if chat["id"] == page.data_team.id)
    assert promoted["type"] == "scene"
    assert {"id": page.bob.id, "status": "administrator", "anonymous": False} in data_team["members"]
    assert [chat["id"] for chat in blocked["scene"]["chats"] if chat.get("blocked")] == [page.olga.id]
    stream.close()


async def test_what_the_bot_changes_itself_is_told_with_the_message_that_says_so(page: Visit) -> None:
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    await page.bot("leaveChat", chat_id=page.data_team.id)

    told = [await happening(stream), await happening(stream)]
    (scene,) = (event["scene"] for event in told if event["type"] == "scene")
    assert [chat["bot"] for chat in scene["chats"] if chat["id"] == page.data_team.id] == ["left"]
    stream.close()


async def test_the_streams_end_when_the_server_stops(page: Visit) -> None:
    runner = web.AppRunner(application(page.telegram, cast=cast_of(page.alice), hints=HINTS))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    stream = await page.http.get(f"http://127.0.0.1:{runner.addresses[0][1]}/events")
    await happening(stream)

    async with asyncio.timeout(5):
        await runner.cleanup()

    with pytest.raises((AssertionError, aiohttp.ClientError)):
        await happening(stream)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:1@evil.example", ""])
@pytest.mark.parametrize("path", ["/", "/state", "/view", "/events", "/assets/app.js", "/nowhere"])
async def test_a_foreign_host_is_refused(page: Visit, host: str, path: str) -> None:
    async with page.http.get(page.root + path, headers={"Host": host}) as response:
        assert response.status == 403
        assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "null"])
async def test_a_foreign_origin_is_refused(page: Visit, origin: str) -> None:
    body = {"person_id": page.alice.id, "chat_id": page.chat.id, "text": "/logout"}

    response = await page.post("/messages", body, Origin=origin)

    assert response.status == 403
    assert page.telegram.messages(page.chat) == ()


async def test_the_pages_own_origin_is_welcome(page: Visit) -> None:
    body = {"person_id": page.alice.id, "chat_id": page.chat.id, "text": "/help"}

    response = await page.post("/messages", body, Origin=page.root)

    assert response.status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_what_a_foreign_form_could_send_is_refused(page: Visit, kind: str) -> None:
    body = {"person_id": page.alice.id, "chat_id": page.chat.id, "text": "/logout"}

    response = await page.post("/messages", body, **{"Content-Type": kind})

    assert response.status == 415
    assert page.telegram.messages(page.chat) == ()


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe\xfd", b"[" * 60_000, b'{"chat_id": ' + b"9" * 5_000 + b"}"],
    ids=lambda body: body[:12].decode(errors="replace"),
)
@pytest.mark.parametrize("path", POSTS)
async def test_a_body_that_is_no_json_object_is_a_bad_request(page: Visit, path: str, body: bytes) -> None:
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
        {"person_id": 0},
        {"person_id": "1"},
        {"person_id": None},
        {"topic_id": 99},
        {"topic_id": "1"},
        {"topic_id": True},
    ],
    ids=lambda change: json.dumps(change)[:24],
)
async def test_a_message_that_nobody_could_send_is_a_bad_request(page: Visit, change: dict[str, object]) -> None:
    body = {"person_id": page.alice.id, "chat_id": page.chat.id, "text": "x", **change}

    response = await page.post("/messages", body)

    assert response.status == 400
    assert list(await response.json()) == ["error"]
    assert page.telegram.messages(page.chat) == ()


async def test_the_longest_message_is_taken(page: Visit) -> None:
    response = await page.send(page.alice, page.chat, "流" * 4096)

    assert response.status == 200


async def test_a_body_beyond_the_limit_is_refused(page: Visit) -> None:
    response = await page.send(page.alice, page.chat, "x" * 70_000)

    assert response.status == 413
    assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("change", [{"data": "x" * 65}, {"data": ""}, {"message_id": 999}, {"message_id": "1"}])
async def test_a_press_of_nothing_is_a_bad_request(page: Visit, change: dict[str, object]) -> None:
    message = page.telegram.send(page.alice, page.chat, "hello")

    who = {"person_id": page.alice.id, "chat_id": page.chat.id}
    response = await page.post("/presses", {**who, "message_id": message.id, "data": "/balance", **change})

    assert response.status == 400
    assert list(await response.json()) == ["error"]


@pytest.mark.parametrize("name", ["..%2Fserver.py", "index.html", "nothing.js", "%2e%2e", "..%5cserver.py", "%00.js"])
async def test_only_the_pages_own_files_are_served(page: Visit, name: str) -> None:
    async with page.http.get(URL(f"{page.root}/assets/{name}", encoded=True)) as response:
        assert response.status == 404


@pytest.mark.parametrize("path", ["/", "/assets/app.js", "/assets/theme.css", "/state", "/events", "/nowhere"])
async def test_every_answer_carries_the_security_headers(page: Visit, path: str) -> None:
    async with page.http.get(page.root + path) as response:
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in response.headers
