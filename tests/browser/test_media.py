"""Pictures and files of the bot, looked at and saved in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from tests.png import png
from tests.uploading import Files, uploaded

from .chatting import Chatting, buttons

WIDE = png(1200, 675)
LOADED = "image => image.complete && image.naturalWidth"


async def brings(chatting: Chatting, method: str, files: Files, **parameters: object) -> dict[str, Any]:
    """Let the bot make a call that brings files along; returns the message."""
    address = f"{chatting.telegram.url}/bot{chatting.telegram.token}/{method}"
    answer = await uploaded(chatting.http, address, files, chat_id=chatting.chat.id, **parameters)
    assert answer["ok"], answer
    message: dict[str, Any] = answer["result"]
    return message


async def width_of(image: Locator) -> int:
    """The width of a picture that is there, in its own pixels."""
    await expect(image).to_be_visible()
    await image.evaluate("image => image.decode()")
    width: int = await image.evaluate(LOADED)
    return width


async def test_a_picture_stands_in_the_bubble_above_its_words(chatting: Chatting) -> None:
    await brings(
        chatting, "sendPhoto", {"photo": ("a.png", WIDE)}, caption="The <b>last</b> week", parse_mode="HTML",
        reply_markup=buttons({"Month": "/usage month"}),
    )  # fmt: skip

    bubble = chatting.bubble("The last week")
    image = bubble.locator(".photo img")
    assert await width_of(image) == 1200
    above, below = await image.bounding_box(), await bubble.locator(".text").bounding_box()
    card = await bubble.locator(".bubble").bounding_box()
    assert above is not None
    assert below is not None
    assert card is not None
    assert above["y"] + above["height"] <= below["y"]
    assert above["x"] >= card["x"]
    assert above["x"] + above["width"] <= card["x"] + card["width"]
    assert above["width"] / above["height"] == pytest.approx(1200 / 675, rel=0.01)
    await expect(bubble.locator("strong")).to_have_text("last")
    await expect(bubble.locator(".key")).to_have_text(["Month"])
    await expect(chatting.page.locator(".chat-row").first).to_contain_text("The last week")


async def test_a_text_becomes_a_picture_and_the_picture_another_in_its_place(chatting: Chatting) -> None:
    message_id = await chatting.says("Balance", reply_markup=buttons({"Chart": "/usage"}))
    media = {"type": "photo", "media": "attach://drawn", "caption": "Chart"}
    edit = {"message_id": message_id, "media": media}

    await brings(chatting, "editMessageMedia", {"drawn": ("a.png", WIDE)}, **edit)
    image = chatting.page.locator(".message .photo img")
    assert await width_of(image) == 1200
    await brings(chatting, "editMessageMedia", {"drawn": ("a.png", png(600, 300))}, **edit)

    await expect(image).to_have_attribute("width", "600")
    assert await width_of(image) == 600
    await expect(chatting.page.locator(".message")).to_have_count(1)
    await expect(chatting.bubble("Chart").locator(".meta")).to_contain_text("edited")
    await expect(chatting.bubble("Balance")).to_have_count(0)


async def test_a_picture_under_which_the_words_change_is_not_loaded_anew(chatting: Chatting) -> None:
    message = await brings(chatting, "sendPhoto", {"photo": ("a.png", WIDE)}, caption="before")
    image = chatting.page.locator(".photo img")
    await width_of(image)
    await image.evaluate("image => { image.mark = 'the same' }")

    await chatting.bot(
        "editMessageCaption", chat_id=chatting.chat.id, message_id=message["message_id"], caption="after"
    )

    await expect(chatting.bubble("after")).to_be_visible()
    assert await image.evaluate("image => image.mark") == "the same"
    assert len([url for url in chatting.requests if "/files/" in url]) == 1


async def test_a_picture_is_enlarged_in_a_tab_of_its_own(chatting: Chatting) -> None:
    await brings(chatting, "sendPhoto", {"photo": ("a.png", WIDE)})

    async with chatting.page.expect_popup() as opened:
        await chatting.page.locator(".photo").click()

    tab = await opened.value
    await tab.wait_for_load_state()
    assert await tab.locator("img").evaluate(LOADED) == 1200
    await tab.close()


async def test_a_file_is_a_row_with_its_name_and_size_and_is_saved(chatting: Chatting, tmp_path: Path) -> None:
    content = b"day,bytes\n" + b"2031-03-05,1\n" * 200
    await brings(chatting, "sendDocument", {"document": ("usage März.csv", content)}, caption="Your data")

    row = chatting.bubble("Your data").locator(".file")
    await expect(row.locator(".file-name")).to_have_text("usage März.csv")
    await expect(row.locator(".file-size")).to_have_text("2.5 KB")
    async with chatting.page.expect_download() as saving:
        await row.click()
    saved = await saving.value

    assert saved.suggested_filename == "usage März.csv"
    await saved.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == content


@pytest.mark.parametrize(("size", "shown"), [(1, "1 B"), (1023, "1,023 B"), (1024, "1 KB"), (3 * 1024 * 1024, "3 MB")])
async def test_a_size_is_measured_for_reading(chatting: Chatting, size: int, shown: str) -> None:
    await brings(chatting, "sendDocument", {"document": ("a.bin", bytes(size))})

    await expect(chatting.page.locator(".file-size")).to_have_text(shown)


async def test_a_page_in_a_file_is_saved_and_not_opened(chatting: Chatting) -> None:
    hostile = b"<script>document.title = 'broken'</script>"
    await brings(chatting, "sendDocument", {"document": ("<img src=x>.html", hostile)})
    address = await chatting.page.locator(".file").get_attribute("href")

    async with chatting.page.expect_download():
        await chatting.page.evaluate("address => { location.href = address }", address)

    assert "broken" not in await chatting.page.title()
    await expect(chatting.page.locator(".file-name")).to_have_text("<img src=x>.html")


async def test_what_a_person_attaches_is_only_named(chatting: Chatting) -> None:
    chatting.telegram.send(chatting.person, chatting.chat, photo=True, caption="look")
    chatting.telegram.send(chatting.person, chatting.chat, document=True)

    await expect(chatting.page.locator(".media")).to_have_text(["Picture", "report.pdf"])
    await expect(chatting.page.locator(".photo, .file")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
async def test_pictures_and_files_fit_every_screen(chatting: Chatting, width: int, scheme: str) -> None:
    page = chatting.page
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": width, "height": 740})
    for size in ((1200, 675), (40, 30), (300, 3000), (3000, 150)):
        await brings(chatting, "sendPhoto", {"photo": ("a.png", png(*size))}, caption=f"{size[0]}")
    await brings(chatting, "sendDocument", {"document": (f"{'usage-' * 20}.csv", b"x")}, caption="a file")

    await expect(chatting.bubble("a file")).to_be_in_viewport()
    await page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")  # bubbles grow as they come
    for bubble in await page.locator(".bubble").all():
        box, inside = await bubble.bounding_box(), await bubble.locator(".photo img, .file").bounding_box()
        assert box is not None
        assert inside is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert inside["x"] >= box["x"] - 0.5
        assert inside["x"] + inside["width"] <= box["x"] + box["width"] + 0.5
        assert inside["height"] <= 421
    small = await chatting.bubble("40").locator(".photo img").bounding_box()
    assert small is not None
    assert (small["width"], small["height"]) == (40, 30)
