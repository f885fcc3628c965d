"""Sending where others read: links and labels, what is quoted, topics that go, and chats that cannot be written to."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.reply import Button, Link, Reply
from bot.telegram.send import put_out, unreachable, unwritable
from sandbox.telegram import Chat
from tests.bot.telegram.house import House, until

HELLO = Reply(text="<b>hello</b>")

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def group(house: House, *, forum: bool = False) -> Chat:
    """A group of Alice's with the bot in it."""
    chat = house.telegram.group("Scrapers", house.person, forum=forum)
    house.telegram.add_bot(chat, house.person)
    return chat


def asked(house: House, method: str = "sendMessage") -> list[Mapping[str, object]]:
    """With what a method was called, oldest first."""
    return [call.parameters for call in house.telegram.calls if call.method == method]


@pytest.mark.parametrize(("into_group", "parameter"), [(False, "start"), (True, "startgroup")])
@pytest.mark.parametrize("over", [True, False])
async def test_a_link_leads_to_the_bot_by_its_username(
    house: House, into_group: bool, parameter: str, over: bool
) -> None:
    number = None
    if over:
        await house.sender.deliver(Reply(text="before"), chat_id=house.chat.id, over=None)
        number = house.telegram.messages(house.chat)[-1].id
    link = Link(label="Open", code="Ab-9_z", into_group=into_group)

    await house.sender.deliver(Reply(text="hello", buttons=((link,),)), chat_id=house.chat.id, over=number)

    ((button,),) = house.telegram.messages(house.chat)[-1].keyboard
    assert button.url == f"https://t.me/{house.telegram.bot['username']}?{parameter}=Ab-9_z"
    assert (button.text, button.data) == ("Open", None)


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("R&amp;D &lt;eu&gt; &quot;main&quot;", 'R&D <eu> "main"'),
        ("<b>bold</b>", "<b>bold</b>"),
        ("&amp;lt;", "&lt;"),
        ("plain & simple", "plain & simple"),
    ],
)
async def test_a_label_is_no_html(house: House, label: str, read: str) -> None:
    buttons = ((Button(label=label, command="/balance"), Link(label=label, code="A")),)

    await house.sender.deliver(Reply(text="hello", buttons=buttons), chat_id=house.chat.id, over=None)

    (row,) = house.telegram.messages(house.chat)[-1].keyboard
    assert [button.text for button in row] == [read, read]


async def test_a_button_that_destroys_looks_like_it_and_no_other_does(house: House) -> None:
    buttons = ((Button(label="No", command="/keep"), Button(label="Yes", command="/delete", danger=True)),)

    await house.sender.deliver(Reply(text="sure?", buttons=buttons), chat_id=house.chat.id, over=None)

    (row,) = house.telegram.messages(house.chat)[-1].keyboard
    assert [button.rest.get("style") for button in row] == [None, "danger"]


async def test_a_button_whose_answer_comes_below_carries_the_mark(house: House) -> None:
    buttons = ((Button(label="Connect", command="/login", below=True), Button(label="Help", command="/help")),)

    await house.sender.deliver(Reply(text="hello", buttons=buttons), chat_id=house.chat.id, over=None)

    (row,) = house.telegram.messages(house.chat)[-1].keyboard
    assert [button.data for button in row] == ["/login +", "/help"]


async def test_a_row_without_buttons_is_not_sent(house: House) -> None:
    buttons = ((), (Button(label="Help", command="/help"),), ())

    await house.sender.deliver(Reply(text="hello", buttons=buttons), chat_id=house.chat.id, over=None)

    assert asked(house)[-1]["reply_markup"] == {"inline_keyboard": [[{"text": "Help", "callback_data": "/help"}]]}


async def test_an_answer_quotes_what_it_answers(house: House) -> None:
    chat = group(house)
    command = house.telegram.send(house.person, chat, "/help")

    await house.sender.deliver(HELLO, chat_id=chat.id, over=None, quoting=command.id)

    answer = house.telegram.messages(chat)[-1]
    assert answer.reply_to is not None
    assert (answer.text, answer.reply_to.id) == ("hello", command.id)


async def test_an_answer_comes_also_where_what_it_answers_is_gone(house: House) -> None:
    chat = group(house)
    command = house.telegram.send(house.person, chat, "/help")
    house.telegram.delete(chat, command.id)

    await house.sender.deliver(HELLO, chat_id=chat.id, over=None, quoting=command.id)

    assert house.said(chat) == ["hello"]
    assert house.called("sendMessage") == [200]
    assert house.telegram.messages(chat)[-1].reply_to is None
    assert asked(house)[-1]["reply_parameters"] == {"message_id": command.id, "allow_sending_without_reply": True}


async def test_what_answers_nothing_quotes_nothing(house: House) -> None:
    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert "reply_parameters" not in asked(house)[-1]


async def test_html_that_cannot_be_parsed_is_still_said_where_it_was_asked(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    command = house.telegram.send(house.person, chat, "/help", topic=topic.id)

    await house.sender.deliver(
        Reply(text="<marquee>hello</marquee>"), chat_id=chat.id, over=None, topic_id=topic.id, quoting=command.id
    )

    answer = house.telegram.messages(chat)[-1]
    assert answer.reply_to is not None
    assert (answer.text, answer.topic, answer.reply_to.id) == ("hello", topic.id, command.id)


async def test_an_answer_comes_in_its_topic(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")

    await house.sender.deliver(HELLO, chat_id=chat.id, over=None, topic_id=topic.id)
    await house.sender.deliver(HELLO, chat_id=chat.id, over=None)

    assert [message.topic for message in house.telegram.messages(chat) if message.by_bot] == [topic.id, None]


async def test_where_the_topic_is_gone_the_answer_comes_at_large_and_quotes_nothing(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    command = house.telegram.send(house.person, chat, "/help", topic=topic.id)
    house.telegram.delete_topic(chat, topic)

    await house.sender.deliver(HELLO, chat_id=chat.id, over=None, topic_id=topic.id, quoting=command.id)

    answer = house.telegram.messages(chat)[-1]
    assert (answer.text, answer.topic, answer.reply_to) == ("hello", None, None)
    assert "message_thread_id" not in asked(house)[-1]
    assert "reply_parameters" not in asked(house)[-1]


async def test_a_message_to_write_over_that_went_with_its_topic_is_sent_at_large(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    await house.sender.deliver(Reply(text="before"), chat_id=chat.id, over=None, topic_id=topic.id)
    over = house.telegram.messages(chat)[-1].id
    house.telegram.delete_topic(chat, topic)

    await house.sender.deliver(HELLO, chat_id=chat.id, over=over, topic_id=topic.id)

    assert house.said(chat) == ["hello"]
    assert house.telegram.messages(chat)[-1].topic is None


@pytest.mark.parametrize("text", ["message thread not found", "TOPIC_DELETED"])
async def test_every_way_of_telling_that_a_topic_is_gone_is_understood(house: House, text: str) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    house.telegram.faults.answer("sendMessage", status=400, description=f"Bad Request: {text}")

    await house.sender.deliver(HELLO, chat_id=chat.id, over=None, topic_id=topic.id)

    assert house.called("sendMessage") == [400, 200]
    assert house.telegram.messages(chat)[-1].topic is None


async def test_what_a_closed_topic_refuses_is_not_said_to_everybody(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    house.telegram.close_topic(chat, topic)

    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(HELLO, chat_id=chat.id, over=None, topic_id=topic.id)

    assert unwritable(raised.value)
    assert house.said(chat) == []


async def test_at_large_a_missing_thread_is_not_tried_again(house: House) -> None:
    refusal = "Bad Request: message thread not found"
    house.telegram.faults.answer("sendMessage", status=400, description=refusal, times=None)

    with pytest.raises(BadRequest):
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.called("sendMessage") == [400]


async def test_typing_is_shown_in_the_topic(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")

    await house.sender.show_typing(chat.id, topic.id)

    await until(lambda: house.called("sendChatAction") == [200])
    assert asked(house, "sendChatAction")[0]["message_thread_id"] == topic.id


@pytest.mark.parametrize("alert", [True, False])
async def test_a_notice_stays_until_it_is_closed_only_where_that_is_meant(house: House, alert: bool) -> None:
    press = house.telegram.press(house.person, house.chat, 5, "/x")

    await house.sender.answer_press(press.id, "Admins only", alert=alert)

    assert press.answer is not None
    assert (press.answer.text, press.answer.show_alert) == ("Admins only", alert)


async def test_a_press_is_answered_silently_where_there_is_nothing_to_say(house: House) -> None:
    press = house.telegram.press(house.person, house.chat, 5, "/x")

    await house.sender.answer_press(press.id)

    assert press.answer is not None
    assert (press.answer.text, press.answer.show_alert) == (None, False)


async def test_a_notice_is_no_html(house: House) -> None:
    press = house.telegram.press(house.person, house.chat, 5, "/x")

    await house.sender.answer_press(press.id, "<b>R&amp;D</b>: type <code>/login &lt;token&gt;</code>")

    assert press.answer is not None
    assert press.answer.text == "R&D: type /login <token>"


async def test_a_muted_group_cannot_be_written_to_and_is_not_lost(house: House) -> None:
    chat = group(house)
    house.telegram.mute_bot(chat)

    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(HELLO, chat_id=chat.id, over=None)

    assert (unwritable(raised.value), put_out(raised.value), unreachable(raised.value)) == (True, False, False)


async def test_a_group_that_put_the_bot_out_is_lost(house: House) -> None:
    chat = group(house)
    house.telegram.remove_bot(chat, house.person)

    with pytest.raises(Forbidden) as raised:
        await house.sender.deliver(HELLO, chat_id=chat.id, over=None)

    assert (unwritable(raised.value), put_out(raised.value), unreachable(raised.value)) == (False, True, True)


async def test_somebody_who_never_wrote_is_out_of_reach_and_not_lost(house: House) -> None:
    stranger = house.telegram.person("Bob")

    with pytest.raises(TelegramError) as raised:
        await house.sender.deliver(HELLO, chat_id=stranger.id, over=None)

    assert (unreachable(raised.value), put_out(raised.value)) == (True, False)


LOST = [
    "Forbidden: bot was blocked by the user",
    "Forbidden: user is deactivated",
    "Forbidden: bot was kicked from the group chat",
    "Forbidden: bot was kicked from the supergroup chat",
    "Forbidden: bot was kicked from the channel chat",
    "Forbidden: bot is not a member of the supergroup chat",
    "Forbidden: the group chat was deleted",
]
UNWRITABLE = [
    "TOPIC_CLOSED",
    "Not enough rights to send text messages to the chat",
    "Have no write access to the chat",
    "Need administrator rights in the channel chat",
    "CHAT_WRITE_FORBIDDEN",
    "CHAT_RESTRICTED",
]


@pytest.mark.parametrize("text", LOST)
def test_a_chat_is_lost_by_telegrams_own_word(text: str) -> None:
    assert put_out(Forbidden(text))
    assert not unwritable(Forbidden(text))
    assert not put_out(BadRequest(text))


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        Forbidden("Forbidden: bots can't send messages to bots"),
        Forbidden("<html>403 Forbidden</html>"),
        BadRequest("Chat not found"),
        InvalidToken("Unauthorized"),
        NetworkError("cut"),
        TimedOut(),
        *[BadRequest(text) for text in UNWRITABLE],
    ],
    ids=str,
)
def test_nothing_else_loses_a_chat(error: TelegramError) -> None:
    assert not put_out(error)


@pytest.mark.parametrize("text", UNWRITABLE)
def test_every_way_of_forbidding_to_write_is_told_apart(text: str) -> None:
    assert unwritable(BadRequest(text))
    assert not unreachable(BadRequest(text))


@pytest.mark.parametrize(
    "error",
    [BadRequest("Message is too long"), BadRequest("Chat not found"), NetworkError(UNWRITABLE[0]), TimedOut()],
    ids=str,
)
def test_what_else_is_refused_is_no_ban_on_writing(error: TelegramError) -> None:
    assert not unwritable(error)
