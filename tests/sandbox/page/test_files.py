"""Pictures and files on the page: who gets them, as what, and that no file is ever opened as a page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.png import png
from tests.uploading import uploaded

from .visiting import Visit, happening

DRAWN = png()


async def sent(page: Visit, method: str, name: str, content: bytes, chat_id: int | None = None) -> dict[str, Any]:
    """Let the bot send a file; returns the message."""
    address = f"{page.telegram.url}/bot{page.telegram.token}/{method}"
    kind = method.removeprefix("send").lower()
    answer = await uploaded(page.http, address, {kind: (name, content)}, chat_id=chat_id or page.chat.id)
    message: dict[str, Any] = answer["result"]
    return message


def file_id(message: dict[str, Any]) -> str:
    """The id under which a message's file is kept."""
    carried = message["photo"][-1] if "photo" in message else message["document"]
    return str(carried["file_id"])


async def test_a_picture_is_shown_in_place(page: Visit) -> None:
    message = await sent(page, "sendPhoto", "chart.png", DRAWN)

    async with page.http.get(f"{page.root}/files/{file_id(message)}") as response:
        assert (response.status, await response.read()) == (200, DRAWN)
        assert response.headers["Content-Type"] == "image/png"
        assert response.headers["Content-Disposition"] == "inline"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("usage März.csv", "text/csv", "usage%20M%C3%A4rz.csv"),
        ("page.html", "text/html", "page.html"),
        ("a.svg", "image/svg+xml", "a.svg"),
        ("chart.png", "image/png", "chart.png"),
        ('a".txt; x="', "application/octet-stream", "a%22.txt%3B%20x%3D%22"),
    ],
)
async def test_a_file_is_saved_under_its_name_and_never_opened(page: Visit, name: str, kind: str, written: str) -> None:
    message = await sent(page, "sendDocument", name, b"<script>alert(1)</script>")

    async with page.http.get(f"{page.root}/files/{file_id(message)}") as response:
        assert await response.read() == b"<script>alert(1)</script>"
        assert response.headers["Content-Type"] == kind
        assert response.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{written}"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


async def test_what_no_message_on_the_page_carries_is_not_given_out(page: Visit) -> None:
    stranger = page.telegram.person("Mallory")
    theirs = await sent(page, "sendPhoto", "a.png", DRAWN, page.telegram.private(stranger).id)
    deleted = await sent(page, "sendPhoto", "a.png", DRAWN)
    page.telegram.delete(page.chat, deleted["message_id"])

    for wanted in (file_id(theirs), file_id(deleted), "nothing", "..%2f..%2fstate"):
        async with page.http.get(f"{page.root}/files/{wanted}") as response:
            assert response.status == 404
            assert list(await response.json()) == ["error"]


async def test_strangers_get_no_file(page: Visit) -> None:
    wanted = f"{page.root}/files/{file_id(await sent(page, 'sendPhoto', 'a.png', DRAWN))}"

    for headers in ({"Host": "evil.example"}, {"Origin": "https://evil.example"}):
        async with page.http.get(wanted, headers=headers) as response:
            assert response.status == 403


async def test_a_message_tells_whether_its_file_is_there(page: Visit) -> None:
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    await sent(page, "sendPhoto", "a.png", DRAWN)
    page.telegram.send(page.alice, page.chat, photo=True)
    page.telegram.send(page.alice, page.chat, "words")

    told = [(await happening(stream))["message"]["has_file"] for _ in range(3)]
    state = await page.state()
    assert told == [message["has_file"] for message in state["messages"][str(page.chat.id)]] == [True, False, False]
    stream.close()


async def test_a_file_of_a_group_that_was_upgraded_is_still_there(page: Visit) -> None:
    page.telegram.add_bot(page.scrapers, page.alice)
    message = await sent(page, "sendPhoto", "a.png", DRAWN, page.scrapers.id)

    await page.happen("upgrade", page.alice, page.scrapers)

    async with page.http.get(f"{page.root}/files/{file_id(message)}") as response:
        assert response.status == 200
