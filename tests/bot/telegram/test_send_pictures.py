"""Pictures and files: what is written over what, uploaded once, never at the words' cost, and never sent twice."""

from __future__ import annotations

import logging
from collections.abc import Mapping

import pytest
from telegram import Message as TelegramMessage
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.commands import Context, Row
from bot.reply import Button, File, Picture, PictureUnavailable, Reply
from bot.telegram import uploads
from bot.telegram.send import Sender, uncertain, unwritable
from bot.telegram.uploads import LARGEST_PICTURE, Uploads
from sandbox.telegram import Chat, Message
from sandbox.telegram.rooms import Sending
from tests.bot.telegram.house import House, until
from tests.bot.telegram.test_answering import finished
from tests.png import header, png

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

MORE = ((Button(label="More", command="/more"),),)
FIRST = Picture(svg="<svg/>", width=80, height=45)
SECOND = Picture(svg="<svg><g/></svg>", width=80, height=45)
CHART = Reply(text="<b>5</b> GB", picture=FIRST, buttons=MORE)
TEXT = Reply(text="words", buttons=MORE)
EXPORT = Reply(text="<b>Your</b> data", file=File(name="usage März 2026.csv", content=b"a,b\n1,2\n"), buttons=MORE)


async def said(house: House, reply: Reply, chat: Chat | None = None) -> int:
    """A message of the bot; returns its number."""
    await house.sender.deliver(reply, chat_id=(chat or house.chat).id, over=None)
    number = house.telegram.messages(chat or house.chat)[-1].id
    house.telegram.calls.clear()
    house.drawn.clear()
    return number


async def answers(house: House, reply: Reply, over: int | None, *, over_media: bool = False) -> None:
    """Deliver to Alice."""
    await house.sender.deliver(reply, chat_id=house.chat.id, over=over, over_media=over_media)


def standing(house: House, chat: Chat | None = None) -> list[tuple[str | None, str | None, bool]]:
    """Of every message of the bot: its text or caption, what it carries, and whether it has buttons."""
    return [
        (one.text or one.caption, one.attachment.kind if one.attachment else None, bool(one.keyboard))
        for one in house.telegram.messages(chat or house.chat)
        if one.by_bot
    ]


def shown(house: House, message: Message) -> bytes:
    """The picture or file that a message carries."""
    assert message.attachment is not None
    content = message.attachment.content
    described = content[-1] if isinstance(content, list) else content
    assert isinstance(described, dict)
    kept = house.telegram.file(described["file_id"])
    assert kept is not None
    return kept.content


def methods(house: House) -> list[tuple[str, int]]:
    """What was called, and how it was answered."""
    return [(call.method, call.status) for call in house.telegram.calls]


def asked(house: House, method: str) -> Mapping[str, object]:
    """With what a method was called the last time."""
    return [call.parameters for call in house.telegram.calls if call.method == method][-1]


def group(house: House, *forbidden: Sending, forum: bool = False) -> Chat:
    """A group of Alice's with the bot in it, which may not send some things."""
    chat = house.telegram.group("Scrapers", house.person, forum=forum)
    house.telegram.add_bot(chat, house.person)
    house.telegram.forbid_bot(chat, *forbidden)
    return chat


async def test_a_picture_is_drawn_and_sent_with_its_words_and_buttons(house: House) -> None:
    await answers(house, CHART, None)

    (message,) = house.telegram.messages(house.chat)
    assert standing(house) == [("5 GB", "photo", True)]
    assert [entity.type for entity in message.entities] == ["bold"]
    assert shown(house, message) == png(80, 45, red=len(FIRST.svg))
    assert house.drawn == [FIRST]


async def test_a_picture_comes_in_its_topic_and_quotes_what_it_answers(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    command = house.telegram.send(house.person, chat, "/chart", topic=topic.id)

    for reply in (CHART, EXPORT):
        await house.sender.deliver(reply, chat_id=chat.id, over=None, topic_id=topic.id, quoting=command.id)

    for answer in house.telegram.messages(chat)[-2:]:
        assert answer.reply_to is not None
        assert (answer.topic, answer.reply_to.id) == (topic.id, command.id)


async def test_where_the_topic_is_gone_a_picture_comes_at_large(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    house.telegram.delete_topic(chat, topic)

    await house.sender.deliver(CHART, chat_id=chat.id, over=None, topic_id=topic.id)

    assert methods(house) == [("sendPhoto", 400), ("sendPhoto", 200)]
    assert house.telegram.messages(chat)[-1].topic is None


async def test_a_closed_topic_refuses_the_picture_and_is_not_asked_for_the_words(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    house.telegram.close_topic(chat, topic)

    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(CHART, chat_id=chat.id, over=None, topic_id=topic.id)

    assert unwritable(raised.value)
    assert methods(house) == [("sendPhoto", 400)]


@pytest.mark.parametrize("before", [TEXT, Reply(text="before", picture=SECOND)])
@pytest.mark.parametrize("over_media", [True, False])
async def test_over_a_text_or_a_picture_the_picture_is_put_in_its_place(
    house: House, before: Reply, over_media: bool
) -> None:
    number = await said(house, before)

    await answers(house, CHART, number, over_media=over_media)

    (message,) = house.telegram.messages(house.chat)
    assert message.id == number
    assert standing(house) == [("5 GB", "photo", True)]
    assert shown(house, message) == png(80, 45, red=len(FIRST.svg))
    assert methods(house) == [("editMessageMedia", 200)]


async def test_a_picture_takes_away_the_buttons_that_are_no_more(house: House) -> None:
    number = await said(house, TEXT)

    await answers(house, Reply(text="", picture=FIRST), number)

    assert standing(house) == [(None, "photo", False)]


@pytest.mark.parametrize("over_media", [True, False])
async def test_a_text_that_answers_a_press_on_a_picture_comes_below_and_takes_its_buttons(
    house: House, over_media: bool
) -> None:
    number = await said(house, CHART)

    await answers(house, TEXT, number, over_media=over_media)

    assert standing(house) == [("5 GB", "photo", False), ("words", None, True)]
    tried = [] if over_media else [("editMessageText", 400)]
    assert methods(house) == [*tried, ("sendMessage", 200), ("editMessageReplyMarkup", 200)]


async def test_the_picture_keeps_its_buttons_where_the_text_below_did_not_arrive(house: House) -> None:
    number = await said(house, CHART)
    house.telegram.faults.cut("sendMessage", effect=False)

    with pytest.raises(NetworkError):
        await answers(house, TEXT, number, over_media=True)

    assert standing(house) == [("5 GB", "photo", True)]


@pytest.mark.parametrize("description", ["Bad Request: message to edit not found", "Forbidden: bot was blocked"])
async def test_buttons_that_stay_are_no_error(house: House, description: str) -> None:
    number = await said(house, CHART)
    status = 403 if description.startswith("Forbidden") else 400
    house.telegram.faults.answer("editMessageReplyMarkup", status=status, description=description)

    await answers(house, TEXT, number, over_media=True)

    assert standing(house) == [("5 GB", "photo", True), ("words", None, True)]


async def test_other_words_under_the_same_picture_upload_nothing(house: House) -> None:
    number = await said(house, CHART)

    await answers(house, Reply(text="6 GB", picture=FIRST), number, over_media=True)

    (message,) = house.telegram.messages(house.chat)
    assert standing(house) == [("6 GB", "photo", False)]
    assert shown(house, message) == png(80, 45, red=len(FIRST.svg))
    assert house.drawn == []
    assert isinstance(asked(house, "editMessageMedia")["media"], dict)
    assert set(asked(house, "editMessageMedia")) == {"chat_id", "message_id", "media"}


async def test_the_same_reply_again_changes_nothing_and_is_a_success(house: House) -> None:
    number = await said(house, CHART)

    await answers(house, CHART, number, over_media=True)

    assert methods(house) == [("editMessageMedia", 400)]
    assert standing(house) == [("5 GB", "photo", True)]


async def test_a_picture_is_uploaded_once_for_everybody(house: House) -> None:
    await said(house, CHART)
    _, chat = house.other()

    await house.sender.deliver(CHART, chat_id=chat.id, over=None)
    await house.sender.deliver(Reply(text="", picture=SECOND), chat_id=chat.id, over=None)

    assert house.drawn == [SECOND]
    first, second = (call.parameters["photo"] for call in house.telegram.calls)
    assert isinstance(first, str)
    assert isinstance(second, dict)
    assert shown(house, house.telegram.messages(chat)[0]) == png(80, 45, red=len(FIRST.svg))


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "wrong file identifier/HTTP URL specified",
        "wrong remote file identifier specified: wrong padding in the string",
        "FILE_REFERENCE_EXPIRED",
    ],
)
async def test_a_file_that_telegram_forgot_is_uploaded_again(house: House, text: str, over: bool) -> None:
    await said(house, CHART)
    number = await said(house, TEXT) if over else None
    method = "editMessageMedia" if over else "sendPhoto"
    house.telegram.faults.answer(method, status=400, description=f"Bad Request: {text}")

    await answers(house, CHART, number)

    assert methods(house) == [(method, 400), (method, 200)]
    assert house.drawn == [FIRST]
    assert standing(house)[-1] == ("5 GB", "photo", True)


async def test_only_the_latest_pictures_are_remembered(house: House) -> None:
    remembered = Uploads(house.draw)

    async def attempt(photo: bytes | str) -> TelegramMessage:
        return await house.bot.send_photo(house.chat.id, photo)

    pictures = [Picture(svg=f"{number}", width=10, height=10) for number in range(uploads.MOST_REMEMBERED + 1)]
    for picture in (*pictures[:-1], pictures[0], pictures[-1]):
        await remembered.show(picture, attempt)
    house.drawn.clear()

    await remembered.show(pictures[0], attempt)
    await remembered.show(pictures[1], attempt)

    assert house.drawn == [pictures[1]]


@pytest.mark.parametrize("reply", [CHART, EXPORT])
async def test_a_lasting_reply_and_a_file_never_write_over_a_message(house: House, reply: Reply) -> None:
    number = await said(house, TEXT)
    lasting = Reply(text=reply.text, picture=reply.picture, file=reply.file, lasting=reply.file is None)

    await answers(house, lasting, number)

    assert [one[1] for one in standing(house)] == [None, "photo" if reply is CHART else "document"]
    assert house.telegram.messages(house.chat)[0].keyboard != ()


@pytest.mark.parametrize("over_media", [True, False])
async def test_over_a_message_that_is_gone_a_picture_is_sent_anew(house: House, over_media: bool) -> None:
    number = await said(house, TEXT)
    house.telegram.delete(house.chat, number)

    await answers(house, CHART, number, over_media=over_media)

    assert standing(house) == [("5 GB", "photo", True)]


@pytest.mark.parametrize(
    "text",
    ["MESSAGE_ID_INVALID", "message can't be edited", "there is no media in the message to edit",
     "message media can't be edited"],
)  # fmt: skip
async def test_every_way_of_being_uneditable_sends_the_picture_anew(house: House, text: str) -> None:
    number = await said(house, TEXT)
    house.telegram.faults.answer("editMessageMedia", status=400, description=f"Bad Request: {text}")

    await answers(house, CHART, number)

    assert standing(house) == [("words", None, True), ("5 GB", "photo", True)]


REFUSED = [
    "not enough rights to send photos to the chat",
    "CHAT_SEND_PHOTOS_FORBIDDEN",
    "PHOTO_INVALID_DIMENSIONS",
    "IMAGE_PROCESS_FAILED",
    "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    "file must be non-empty",
    "wrong type of the web page content",
    "message caption is too long",
    "MEDIA_CAPTION_TOO_LONG",
    "A REFUSAL OF ANOTHER YEAR",
]


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("text", REFUSED)
async def test_whatever_telegram_has_against_a_picture_the_words_go_alone(
    house: House, text: str, over: bool, caplog: pytest.LogCaptureFixture
) -> None:
    number = await said(house, TEXT) if over else None
    method = "editMessageMedia" if over else "sendPhoto"
    house.telegram.faults.answer(method, status=400, description=f"Bad Request: {text}", times=None)

    await answers(house, CHART, number)

    assert standing(house) == [("5 GB", None, True)]
    assert house.called(method) == [400]
    assert "without their picture" in caplog.text


async def test_an_upload_too_large_for_the_server_costs_only_the_picture(house: House) -> None:
    house.telegram.faults.body("sendPhoto", b"<html>413</html>", status=413)

    await answers(house, CHART, None)

    assert standing(house) == [("5 GB", None, True)]


@pytest.mark.parametrize("over", [TEXT, CHART, None])
async def test_a_picture_that_cannot_be_drawn_costs_only_the_picture(house: House, over: Reply | None) -> None:
    number = None if over is None else await said(house, over)

    async def draw(picture: Picture) -> bytes:
        raise PictureUnavailable("no fonts")

    sender = Sender(house.bot, png=draw, limiter=house.waits.limiter, sleep=house.waits)
    reply = Reply(text="6 GB", picture=SECOND, buttons=MORE)
    await sender.deliver(reply, chat_id=house.chat.id, over=number, over_media=over is CHART)

    before = [("5 GB", "photo", False)] if over is CHART else []
    assert standing(house) == [*before, ("6 GB", None, True)]


@pytest.mark.parametrize(("content", "kind"), [(header(80, 45, size=LARGEST_PICTURE), "photo"), (None, None)])
async def test_a_picture_too_large_is_not_even_uploaded(house: House, content: bytes | None, kind: str | None) -> None:
    async def draw(picture: Picture) -> bytes:
        return content or header(80, 45, size=LARGEST_PICTURE + 1)

    sender = Sender(house.bot, png=draw, limiter=house.waits.limiter, sleep=house.waits)
    await sender.deliver(CHART, chat_id=house.chat.id, over=None)

    assert standing(house) == [("5 GB", kind, True)]
    assert house.called("sendPhoto") == ([200] if kind else [])


@pytest.mark.parametrize("over", [TEXT, CHART, None])
async def test_in_a_group_without_pictures_the_words_are_said(house: House, over: Reply | None) -> None:
    chat = group(house)
    number = None if over is None else await said(house, over, chat)
    house.telegram.forbid_bot(chat, "photos")

    reply = Reply(text="6 GB", picture=SECOND, buttons=MORE)
    await house.sender.deliver(reply, chat_id=chat.id, over=number, over_media=over is CHART)

    before = [("5 GB", "photo", False)] if over is CHART else []
    assert standing(house, chat) == [*before, ("6 GB", None, True)]


async def test_where_not_even_words_are_permitted_the_bot_may_not_write(house: House) -> None:
    chat = group(house, "photos", "text messages")

    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(CHART, chat_id=chat.id, over=None)

    assert unwritable(raised.value)


async def test_a_caption_that_telegram_cannot_parse_is_shown_plain(house: House) -> None:
    for reply in (Reply(text="<marquee>1 &lt; 2</marquee>", picture=FIRST), Reply(text="<u2>3</u2>", file=EXPORT.file)):
        await answers(house, reply, None)

    assert standing(house) == [("1 < 2", "photo", False), ("3", "document", False)]


@pytest.mark.parametrize(("reply", "method"), [(CHART, "sendPhoto"), (EXPORT, "sendDocument")])
@pytest.mark.parametrize("effect", [True, False])
async def test_an_upload_that_may_have_arrived_is_not_sent_again(
    house: House, reply: Reply, method: str, effect: bool
) -> None:
    house.telegram.faults.cut(method, effect=effect)

    with pytest.raises(NetworkError) as raised:
        await answers(house, reply, None)

    assert uncertain(raised.value)
    assert methods(house) == [(method, 0)]
    assert len(standing(house)) == effect


@pytest.mark.parametrize("effect", [True, False])
async def test_a_cut_edit_of_a_picture_is_repeated(house: House, effect: bool) -> None:
    number = await said(house, TEXT)
    house.telegram.faults.cut("editMessageMedia", effect=effect, times=3)

    await answers(house, CHART, number)

    assert house.called("editMessageMedia") == [0, 0, 0, 200]
    assert standing(house) == [("5 GB", "photo", True)]


@pytest.mark.parametrize(("reply", "method"), [(CHART, "sendPhoto"), (EXPORT, "sendDocument")])
async def test_a_flood_wait_is_waited_out_and_then_it_is_sent_once(house: House, reply: Reply, method: str) -> None:
    parameters = {"retry_after": 7}
    text = "Too Many Requests: retry after 7"
    house.telegram.faults.answer(method, status=429, description=text, parameters=parameters, times=3)

    await answers(house, reply, None)

    assert house.called(method) == [429, 429, 429, 200]
    assert len(standing(house)) == 1


async def test_a_file_comes_under_its_name_with_its_words_and_buttons(house: House) -> None:
    await answers(house, EXPORT, None)

    (message,) = house.telegram.messages(house.chat)
    assert standing(house) == [("Your data", "document", True)]
    assert message.attachment is not None
    assert isinstance(message.attachment.content, dict)
    assert message.attachment.content["file_name"] == "usage März 2026.csv"
    assert message.attachment.content["mime_type"] == "text/csv"
    assert shown(house, message) == b"a,b\n1,2\n"


async def test_a_large_file_is_sent_whole(house: House) -> None:
    content = bytes(range(256)) * 4096 * 3

    await answers(house, Reply(text="", file=File(name="a.csv", content=content)), None)

    assert shown(house, house.telegram.messages(house.chat)[0]) == content


@pytest.mark.parametrize("text", ["not enough rights to send documents to the chat", "CHAT_SEND_DOCS_FORBIDDEN"])
async def test_a_group_without_files_cannot_be_given_one(house: House, text: str) -> None:
    chat = group(house, "documents")
    if text.isupper():
        house.telegram.faults.answer("sendDocument", status=400, description=f"Bad Request: {text}")

    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(EXPORT, chat_id=chat.id, over=None)

    assert unwritable(raised.value)
    assert standing(house, chat) == []


@pytest.mark.parametrize("reply", [CHART, EXPORT])
async def test_a_person_who_blocked_the_bot_is_not_told_in_words_either(house: House, reply: Reply) -> None:
    house.telegram.block(house.person)

    with pytest.raises(Forbidden):
        await answers(house, reply, None)

    assert len(house.telegram.calls) == 1


async def test_a_chat_that_is_none_is_asked_once(house: House) -> None:
    with pytest.raises(TelegramError):
        await house.sender.deliver(CHART, chat_id=404, over=None)

    assert methods(house) == [("sendPhoto", 400)]


async def pressing(house: House, reply: Reply, data: str) -> None:
    """Let Alice press a button of a reply, as Telegram tells it, and the bot answer: `/chart`, `/text` or `/file`."""
    kept = {"chart": CHART, "text": TEXT, "file": EXPORT}

    async def answer(ctx: Context) -> Reply:
        return kept[ctx.command.name]

    await said(house, reply)
    message = house.telegram.messages(house.chat)[-1]
    house.telegram.press(house.person, house.chat, message.id, data)
    intake = house.intake([Row(name=name, handler=answer) for name in kept])
    updates = [update.to_dict() for update in await house.bot.get_updates()]
    await intake.take(updates)
    await finished(intake)


@pytest.mark.parametrize(
    ("reply", "data", "left"),
    [
        (TEXT, "/chart", [("5 GB", "photo", True)]),
        (CHART, "/chart", [("5 GB", "photo", True)]),
        (CHART, "/text", [("5 GB", "photo", False), ("words", None, True)]),
        (CHART, "/text +", [("5 GB", "photo", True), ("words", None, True)]),
        (CHART, "/file", [("5 GB", "photo", True), ("Your data", "document", True)]),
        (EXPORT, "/text", [("Your data", "document", True), ("words", None, True)]),
        (EXPORT, "/chart", [("Your data", "document", True), ("5 GB", "photo", True)]),
    ],
)
async def test_a_press_is_answered_whatever_it_stands_on(
    house: House, reply: Reply, data: str, left: list[tuple[str, str | None, bool]]
) -> None:
    await pressing(house, reply, data)

    assert standing(house) == left
    assert house.called("answerCallbackQuery") == [200]
    assert house.called("editMessageText") == []


async def test_what_was_refused_is_said_in_the_log_and_holds_no_picture(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house.telegram.faults.answer("sendPhoto", status=400, description="Bad Request: IMAGE_PROCESS_FAILED")

    await answers(house, CHART, None)

    await until(lambda: "Image_process_failed" in caplog.text)
    assert FIRST.svg not in caplog.text
