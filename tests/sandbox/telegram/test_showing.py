"""Pictures and files of the bot: how they are sent, kept and changed, and in which words they are refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox.telegram import Chat, Edited, File, Limits, Person, Sent, Telegram
from sandbox.telegram.attachments import described
from sandbox.telegram.files import Files
from sandbox.telegram.messages import Attachment
from tests.png import header, png
from tests.sandbox.telegram.given import Api, bad, refusal, say
from tests.uploading import uploaded

Upload = Callable[..., Awaitable[dict[str, Any]]]

MEGABYTE = 1024 * 1024
BUTTONS = {"inline_keyboard": [[{"text": "More", "callback_data": "/more"}]]}


@pytest.fixture
def upload(telegram: Telegram, session: aiohttp.ClientSession) -> Upload:
    async def call(method: str, files: dict[str, tuple[str, bytes]], **parameters: object) -> dict[str, Any]:
        address = f"{telegram.url}/bot{telegram.token}/{method}"
        envelope: dict[str, Any] = await uploaded(session, address, files, **parameters)
        return envelope

    return call


async def show(upload: Upload, chat: Chat, content: bytes | None = None, **more: object) -> dict[str, Any]:
    """Let the bot send a picture that is not refused; return the message."""
    sent = await upload("sendPhoto", {"photo": ("chart.png", content or png())}, chat_id=chat.id, **more)
    assert sent["ok"], sent
    message: dict[str, Any] = sent["result"]
    return message


async def put(upload: Upload, chat: Chat, message_id: int, content: bytes, **more: object) -> dict[str, Any]:
    """Let the bot put a picture in the place of a message."""
    media = {"type": "photo", "media": "attach://drawn"} | {
        name: more.pop(name) for name in ("caption",) if name in more
    }
    files = {"drawn": ("chart.png", content)}
    return await upload("editMessageMedia", files, chat_id=chat.id, message_id=message_id, media=media, **more)


async def test_a_picture_is_kept_and_returned_as_telegram_would(telegram: Telegram, upload: Upload, chat: Chat) -> None:
    drawn = png(640, 360)

    async with telegram.watch() as watch:
        result = await show(upload, chat, drawn, caption="<b>5</b> GB", parse_mode="HTML", reply_markup=BUTTONS)
        event = await anext(watch)

    (message,) = telegram.messages(chat)
    assert event == Sent(chat=chat, message=message)
    assert result == message.json()
    assert (message.text, message.caption, message.by_bot) == (None, "5 GB", True)
    assert result["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert message.keyboard[0][0].data == "/more"
    small, large = result["photo"]
    assert (large["width"], large["height"], large["file_size"]) == (640, 360, len(drawn))
    assert (small["width"], small["height"]) == (320, 180)
    kept = telegram.file(large["file_id"])
    assert kept is not None
    assert (kept.kind, kept.content, kept.mime_type) == ("photo", drawn, "image/png")


@pytest.mark.parametrize(
    ("name", "kept_as", "mime_type"),
    [
        ("usage März 2026.csv", "usage März 2026.csv", "text/csv"),
        ("../../etc/passwd", "passwd", "application/octet-stream"),
        ("C:\\logs\\a.json", "a.json", "application/json"),
        ("page.html", "page.html", "text/html"),
    ],
)
async def test_a_file_keeps_its_name_and_nothing_of_a_path(
    telegram: Telegram, upload: Upload, chat: Chat, name: str, kept_as: str, mime_type: str
) -> None:
    sent = await upload("sendDocument", {"document": (name, b"a,b\n1,2\n")}, chat_id=chat.id, caption="Your data")

    document = sent["result"]["document"]
    kept = telegram.file(document["file_id"])
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (kept_as, mime_type, 8)
    assert kept is not None
    assert (kept.name, kept.kind, kept.content) == (kept_as, "document", b"a,b\n1,2\n")
    assert telegram.messages(chat)[0].caption == "Your data"


async def test_a_file_is_sent_again_by_its_id_and_only_as_what_it_was(
    telegram: Telegram, api: Api, upload: Upload, chat: Chat
) -> None:
    photo = (await show(upload, chat))["photo"]

    again = await api("sendPhoto", chat_id=chat.id, photo=photo[-1]["file_id"])

    assert again["result"]["photo"] == photo
    assert "caption" not in again["result"]
    assert refusal(await api("sendDocument", chat_id=chat.id, document=photo[0]["file_id"])) == bad(
        "can't use file of type Photo as Document"
    )


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": ""}, "there is no photo in the request"),
        ({"photo": "attach://nothing"}, "there is no photo in the request"),
        ({"photo": "x", "caption": "<b>", "parse_mode": "HTML"},
         'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ({"photo": "x", "caption": "x" * 32769}, "text is too long"),
        ({"photo": "x", "has_spoiler": True}, 'the stand-in does not play the parameter "has_spoiler"'),
        ({"photo": "x"}, "chat_id is empty"),
        ({"photo": "x", "chat_id": 5}, "chat not found"),
    ],
)  # fmt: skip
async def test_what_the_request_itself_shows_is_refused_before_the_chat_is_looked_for(
    api: Api, parameters: dict[str, object], text: str
) -> None:
    assert refusal(await api("sendPhoto", **parameters)) == bad(text)


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"photo": "AgACAgIAAx"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": "https://example.com/a.png"}, "failed to get HTTP URL content"),
        ({"photo": "x", "message_thread_id": 1}, "message thread not found"),
        ({"photo": "x", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
    ],
)
async def test_what_depends_on_the_chat_is_refused_after_it(
    api: Api, chat: Chat, parameters: dict[str, object], text: str
) -> None:
    assert refusal(await api("sendPhoto", chat_id=chat.id, **parameters)) == bad(text)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"", "file must be non-empty"),
        (b"<svg/>", "IMAGE_PROCESS_FAILED"),
        (png()[:20], "IMAGE_PROCESS_FAILED"),
        (header(0, 5), "IMAGE_PROCESS_FAILED"),
        (header(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (header(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (header(60, 40, size=10 * MEGABYTE + 1),
         "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
async def test_what_is_no_picture_or_too_much_of_one_is_refused_in_telegrams_words(
    telegram: Telegram, upload: Upload, chat: Chat, content: bytes, text: str
) -> None:
    message_id = int((await show(upload, chat, caption="before"))["message_id"])

    sent = await upload("sendPhoto", {"photo": ("a.png", content)}, chat_id=chat.id)
    edited = await put(upload, chat, message_id, content)

    assert [refusal(sent), refusal(edited)] == [bad(text)] * 2
    assert [message.caption for message in telegram.messages(chat)] == ["before"]


@pytest.mark.parametrize("size", [(2000, 100), (6000, 4000)])
async def test_the_largest_dimensions_are_taken(upload: Upload, chat: Chat, size: tuple[int, int]) -> None:
    assert (await show(upload, chat, header(*size, size=10 * MEGABYTE)))["photo"][-1]["width"] == size[0]


async def test_a_file_of_50_megabytes_is_taken_and_no_larger_one(upload: Upload, chat: Chat) -> None:
    largest = await upload("sendDocument", {"document": ("a.csv", bytes(50 * MEGABYTE))}, chat_id=chat.id)
    larger = await upload("sendDocument", {"document": ("a.csv", bytes(50 * MEGABYTE + 1))}, chat_id=chat.id)

    assert largest["ok"]
    assert refusal(larger) == (413, "Request Entity Too Large")


async def test_a_caption_has_1024_characters_after_parsing(
    telegram: Telegram, api: Api, upload: Upload, chat: Chat
) -> None:
    longest, longer = "<b>" + "🏟" * 1024 + "</b>", "x" * 1025
    message = await show(upload, chat, caption=longest, parse_mode="HTML")

    sent = await upload("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat.id, caption=longer)
    edited = await put(upload, chat, message["message_id"], png(), caption=longer)
    captioned = await api("editMessageCaption", chat_id=chat.id, message_id=message["message_id"], caption=longer)

    assert refusal(sent) == bad("message caption is too long")
    assert [refusal(edited), refusal(captioned)] == [bad("MEDIA_CAPTION_TOO_LONG")] * 2
    assert telegram.messages(chat)[0].caption == "🏟" * 1024


async def test_a_text_becomes_a_picture_and_the_picture_another(
    telegram: Telegram, api: Api, upload: Upload, chat: Chat
) -> None:
    message_id = await say(api, chat, "before", reply_markup=BUTTONS)

    async with telegram.watch() as watch:
        first = await put(upload, chat, message_id, png(red=1), caption="first", reply_markup=BUTTONS)
        event = await anext(watch)
    second = await put(upload, chat, message_id, png(red=2))

    (message,) = telegram.messages(chat)
    assert isinstance(event, Edited)
    assert (first["result"]["caption"], first["result"]["message_id"]) == ("first", message_id)
    assert "text" not in first["result"]
    assert first["result"]["reply_markup"] == BUTTONS
    assert (message.text, message.caption, message.keyboard) == (None, None, ())
    kept = telegram.file(second["result"]["photo"][-1]["file_id"])
    assert kept is not None
    assert kept.content == png(red=2)
    assert second["result"]["edit_date"]


async def test_the_same_picture_with_the_same_words_is_no_change_and_with_others_is_one(
    api: Api, upload: Upload, chat: Chat
) -> None:
    message = await show(upload, chat, caption="a")
    file_id = message["photo"][-1]["file_id"]

    async def edit(caption: str) -> dict[str, Any]:
        media = {"type": "photo", "media": file_id, "caption": caption}
        return await api("editMessageMedia", chat_id=chat.id, message_id=message["message_id"], media=media)

    assert refusal(await edit("a"))[1].startswith("Bad Request: message is not modified")
    assert (await edit("b"))["result"]["caption"] == "b"


async def test_a_caption_is_changed_and_taken_away(telegram: Telegram, api: Api, upload: Upload, chat: Chat) -> None:
    message_id = (await show(upload, chat, caption="before", reply_markup=BUTTONS))["message_id"]

    changed = await api(
        "editMessageCaption", chat_id=chat.id, message_id=message_id, caption="<i>x</i>", parse_mode="HTML"
    )
    again = await api(
        "editMessageCaption", chat_id=chat.id, message_id=message_id, caption="<i>x</i>", parse_mode="HTML"
    )
    gone = await api("editMessageCaption", chat_id=chat.id, message_id=message_id)

    assert changed["result"]["caption_entities"] == [{"type": "italic", "offset": 0, "length": 1}]
    assert "reply_markup" not in changed["result"]
    assert refusal(again)[1].startswith("Bad Request: message is not modified")
    assert "caption" not in gone["result"]
    assert telegram.messages(chat)[0].attachment is not None


async def test_each_content_has_its_own_way_of_being_edited(
    telegram: Telegram, api: Api, upload: Upload, alice: Person, chat: Chat
) -> None:
    text = await say(api, chat)
    picture = (await show(upload, chat))["message_id"]
    theirs = telegram.send(alice, chat, photo=True).id

    refused = [
        await api("editMessageText", chat_id=chat.id, message_id=picture, text="x"),
        await api("editMessageCaption", chat_id=chat.id, message_id=text, caption="x"),
        await api("editMessageCaption", chat_id=chat.id, message_id=theirs, caption="x"),
        await api("editMessageCaption", chat_id=chat.id, caption="x"),
        await api("editMessageCaption", chat_id=chat.id, message_id=99, caption="x"),
        await put(upload, chat, theirs, png()),
    ]

    assert [refusal(one) for one in refused] == [
        bad("there is no text in the message to edit"),
        bad("there is no caption in the message to edit"),
        bad("message can't be edited"),
        bad("message identifier is not specified"),
        bad("message to edit not found"),
        bad("message can't be edited"),
    ]


@pytest.mark.parametrize(
    ("media", "text"),
    [
        (None, "input media is empty"),
        ("oops", 'can\'t parse parameter "media" as JSON'),
        ({"type": "photo"}, 'can\'t parse InputMedia: Can\'t find field "media"'),
        ({"type": "moon", "media": "x"}, "can't parse InputMedia: Unsupported type specified"),
        ({"type": "video", "media": "x"}, 'the stand-in does not play InputMedia of type "video"'),
        ({"type": "photo", "media": "x", "has_spoiler": True},
         'the stand-in does not play the parameter "has_spoiler"'),
        ({"type": "photo", "media": ""}, "can't parse InputMedia: media not found"),
        ({"type": "photo", "media": "attach://x"}, 'can\'t parse InputMedia: file "attach://x" not found'),
        ({"type": "photo", "media": "AgAC"}, "wrong file identifier/HTTP URL specified"),
    ],
)  # fmt: skip
async def test_media_that_are_none_are_refused(api: Api, chat: Chat, media: object, text: str) -> None:
    given = {} if media is None else {"media": media}

    refused = await api("editMessageMedia", chat_id=chat.id, message_id=await say(api, chat), **given)

    assert refusal(refused) == bad(text)


async def test_a_file_that_nothing_names_is_refused(upload: Upload, chat: Chat) -> None:
    sent = await upload("sendPhoto", {"photo": ("a.png", png()), "other": ("b.png", png())}, chat_id=chat.id)

    assert refusal(sent) == bad('unknown parameter "other"')


async def test_a_group_permits_each_kind_by_itself(telegram: Telegram, api: Api, upload: Upload, alice: Person) -> None:
    chat = telegram.group("Scrapers", alice)
    telegram.add_bot(chat, alice)
    telegram.forbid_bot(chat, "photos", "documents")
    message_id = await say(api, chat)

    async def all_three() -> list[dict[str, Any]]:
        return [
            await upload("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat.id),
            await upload("sendDocument", {"document": ("a.csv", b"x")}, chat_id=chat.id),
            await put(upload, chat, message_id, png()),
        ]

    refused = await all_three()
    permissions = (await api("getChat", chat_id=chat.id))["result"]["permissions"]

    assert [refusal(one) for one in refused] == [
        bad("not enough rights to send photos to the chat"),
        bad("not enough rights to send documents to the chat"),
        bad("CHAT_SEND_PHOTOS_FORBIDDEN"),
    ]
    assert [permissions[f"can_send_{kind}"] for kind in ("messages", "photos", "documents")] == [True, False, False]
    telegram.promote_bot(chat, alice)
    assert [one["ok"] for one in await all_three()] == [True] * 3


async def test_a_picture_comes_in_its_topic_and_answers_what_it_should(
    telegram: Telegram, upload: Upload, alice: Person
) -> None:
    chat = telegram.group("Scrapers", alice, forum=True)
    telegram.add_bot(chat, alice)
    topic = telegram.topic(chat, "Traffic")
    asked = telegram.send(alice, chat, "/chart", topic=topic.id)

    message = await show(upload, chat, message_thread_id=topic.id, reply_parameters={"message_id": asked.id})

    assert (message["message_thread_id"], message["reply_to_message"]["message_id"]) == (topic.id, asked.id)
    telegram.close_topic(chat, topic)
    closed = await upload("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat.id, message_thread_id=topic.id)
    assert refusal(closed) == bad("TOPIC_CLOSED")


async def test_pictures_count_at_telegrams_pace(telegram: Telegram, upload: Upload, chat: Chat) -> None:
    telegram.limits = Limits(per_chat_per_second=1)
    message = await show(upload, chat)

    assert refusal(await put(upload, chat, message["message_id"], png(red=1)))[0] == 429
    assert refusal(await upload("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat.id))[0] == 429


@pytest.mark.parametrize("method", ["sendPhoto", "sendDocument", "editMessageMedia", "editMessageCaption"])
async def test_what_is_to_go_wrong_does_so_here_too(telegram: Telegram, api: Api, method: str) -> None:
    telegram.faults.answer(method, status=500, description="Internal Server Error")

    assert refusal(await api(method)) == (500, "Internal Server Error")
    assert refusal(await api(method))[0] == 400


async def test_an_upload_that_was_cut_off_has_had_its_effect(telegram: Telegram, upload: Upload, chat: Chat) -> None:
    telegram.faults.cut("sendPhoto", effect=True)

    with pytest.raises(aiohttp.ClientError):
        await upload("sendPhoto", {"photo": ("a.png", png())}, chat_id=chat.id, caption="there")

    assert [message.caption for message in telegram.messages(chat)] == ["there"]


async def test_the_record_of_calls_names_files_and_holds_none(telegram: Telegram, upload: Upload, chat: Chat) -> None:
    await show(upload, chat)
    await put(upload, chat, 1, png(red=1))

    first, second = telegram.calls
    assert first.parameters["photo"] == {
        "name": "chart.png",
        "content_type": "application/octet-stream",
        "size_bytes": len(png()),
    }
    assert second.parameters["drawn"] == first.parameters["photo"]


def kept(name: str, size: int) -> File:
    """A file of so many bytes."""
    content = described(size)
    return File(
        ids=(f"{name}-small", name),
        name=name,
        mime_type="image/png",
        content=bytes(size),
        attachment=Attachment(kind="photo", content=content),
    )


def test_the_oldest_files_go_and_the_newest_stays_however_large() -> None:
    files = Files(most_bytes=10)

    for name, size in (("a", 4), ("b", 4), ("c", 4)):
        files.keep(kept(name, size))
    after_three = [name for name in ("a", "a-small", "b", "c") if files.find(name)]
    files.keep(kept("huge", 40))

    assert after_three == ["b", "c"]
    assert [name for name in ("b", "c", "huge", "huge-small") if files.find(name)] == ["huge", "huge-small"]
