"""Sending: never twice where it may have arrived, until it has arrived where it surely has not."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.reply import Button, Reply
from bot.telegram.send import Sender, uncertain, unreachable
from bot.telegram.transport import ServerTrouble
from sandbox.telegram import Deleted, Limits
from tests.bot.telegram.house import House, Waits, until

HELLO = Reply(text="<b>hello</b>", buttons=((Button(label="More", command="/more"),),))

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def sent(house: House, text: str = "before") -> int:
    """A message of the bot; returns its number."""
    await house.sender.deliver(Reply(text=text), chat_id=house.chat.id, over=None)
    number = house.telegram.messages(house.chat)[-1].id
    house.telegram.calls.clear()
    return number


async def test_a_reply_is_sent_as_html_with_its_buttons(house: House) -> None:
    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    (message,) = house.telegram.messages(house.chat)
    assert message.text == "hello"
    assert [entity.type for entity in message.entities] == ["bold"]
    assert [[button.data for button in row] for row in message.keyboard] == [["/more"]]
    assert house.telegram.calls[-1].parameters["link_preview_options"] == {"is_disabled": True}


async def test_over_a_message_it_is_edited(house: House) -> None:
    number = await sent(house)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    (message,) = house.telegram.messages(house.chat)
    assert (message.id, message.text) == (number, "hello")


async def test_an_edit_takes_away_the_buttons_that_are_no_more(house: House) -> None:
    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)
    number = house.telegram.messages(house.chat)[-1].id

    await house.sender.deliver(Reply(text="done"), chat_id=house.chat.id, over=number)

    assert house.telegram.messages(house.chat)[-1].keyboard == ()


async def test_a_lasting_reply_never_writes_over_a_message(house: House) -> None:
    number = await sent(house)

    await house.sender.deliver(Reply(text="after", lasting=True), chat_id=house.chat.id, over=number)

    assert house.said() == ["before", "after"]
    assert house.called("editMessageText") == []


async def test_an_edit_that_changes_nothing_is_a_success(house: House) -> None:
    number = await sent(house)

    await house.sender.deliver(Reply(text="before"), chat_id=house.chat.id, over=number)

    assert house.called("editMessageText") == [400]
    assert house.said() == ["before"]


async def test_an_edit_of_a_message_that_is_gone_sends_anew(house: House) -> None:
    number = await sent(house)
    house.telegram.delete(house.chat, number)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["hello"]


async def test_an_edit_of_somebody_elses_message_sends_anew(house: House) -> None:
    theirs = house.telegram.send(house.person, house.chat, "mine")

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=theirs.id)

    assert [message.text for message in house.telegram.messages(house.chat)] == ["mine", "hello"]


@pytest.mark.parametrize(
    "text", ["MESSAGE_ID_INVALID", "message can't be edited", "there is no text in the message to edit"]
)
async def test_every_way_of_being_uneditable_sends_anew(house: House, text: str) -> None:
    number = await sent(house)
    house.telegram.faults.answer("editMessageText", status=400, description=f"Bad Request: {text}")

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["before", "hello"]


async def test_an_edit_refused_for_another_reason_is_not_sent_as_a_message(house: House) -> None:
    number = await sent(house)
    house.telegram.faults.answer("editMessageText", status=400, description="Bad Request: BUTTON_DATA_INVALID")

    with pytest.raises(BadRequest):
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["before"]


@pytest.mark.parametrize("over", [True, False])
async def test_a_flood_wait_is_waited_out_however_often_and_then_it_is_sent_once(house: House, over: bool) -> None:
    number = await sent(house) if over else None
    method = "editMessageText" if over else "sendMessage"
    for seconds in (7, 30, 1, 2, 3, 4, 5, 6):
        text = f"Too Many Requests: retry after {seconds}"
        house.telegram.faults.answer(method, status=429, description=text, parameters={"retry_after": seconds})

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["hello"]
    assert house.called(method) == [429] * 8 + [200]
    for asked, waited in zip((7, 30, 1, 2, 3, 4, 5, 6), house.waits.seconds, strict=True):
        assert asked < waited <= asked + 1


async def test_telegrams_pace_is_obeyed(house: House) -> None:
    house.telegram.limits = Limits(per_chat_per_second=1)

    house.telegram.clock = house.clock

    async def pass_by() -> None:
        house.clock.advance(timedelta(seconds=1.1))

    waits = Waits(pass_by)
    sender = Sender(house.bot, png=house.draw, limiter=waits.limiter, sleep=waits)

    for text in "abc":
        await sender.deliver(Reply(text=text), chat_id=house.chat.id, over=None)

    assert house.said() == ["a", "b", "c"]
    assert house.called("sendMessage").count(429) == 2


@pytest.mark.parametrize("over", [True, False])
async def test_while_telegram_is_out_of_reach_it_waits_and_then_sends_once(house: House, over: bool) -> None:
    number = await sent(house) if over else None
    port = int(house.telegram.url.rpartition(":")[2])
    await house.telegram.stop()
    await asyncio.sleep(0.01)

    waits = Waits()

    async def come_back() -> None:
        if len(waits.seconds) == 40:
            await house.telegram.start(port)

    waits.then = come_back

    sender = Sender(house.bot, png=house.draw, limiter=house.waits.limiter, sleep=waits)
    await sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["hello"]
    assert len(house.telegram.calls) == 1
    assert len(waits.seconds) == 40
    assert 0.25 <= waits.seconds[0] <= 0.5
    assert 5 <= max(waits.seconds) <= 10


async def test_a_message_that_may_have_arrived_is_not_sent_again(house: House) -> None:
    house.telegram.faults.cut("sendMessage", effect=True)

    with pytest.raises(NetworkError) as raised:
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert uncertain(raised.value)
    assert house.said() == ["hello"]
    assert house.waits.seconds == []


async def test_a_message_cut_off_before_it_arrived_is_not_sent_again_either_for_nobody_can_tell(house: House) -> None:
    house.telegram.faults.cut("sendMessage", effect=False)

    with pytest.raises(NetworkError) as raised:
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert uncertain(raised.value)
    assert house.called("sendMessage") == [0]


async def test_a_timeout_on_the_way_leaves_it_open_and_nothing_is_sent_again(house: House) -> None:
    house.telegram.faults.answer("sendMessage", status=504, description="Gateway Timeout")

    with pytest.raises(NetworkError) as raised:
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert uncertain(raised.value)
    assert house.called("sendMessage") == [504]


@pytest.mark.parametrize("effect", [True, False])
async def test_a_cut_edit_is_repeated(house: House, effect: bool) -> None:
    number = await sent(house)
    house.telegram.faults.cut("editMessageText", effect=effect, times=3)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=number)

    assert house.said() == ["hello"]
    assert house.called("editMessageText") == [0, 0, 0, 400 if effect else 200]


@pytest.mark.parametrize("effect", [True, False])
async def test_a_cut_deletion_is_repeated(house: House, effect: bool) -> None:
    theirs = house.telegram.send(house.person, house.chat, "secret")
    house.telegram.faults.cut("deleteMessage", effect=effect, times=3)

    erased = await house.sender.erase(house.chat.id, theirs.id)

    assert erased
    assert house.telegram.messages(house.chat) == ()


@pytest.mark.parametrize("effect", [True, False])
async def test_a_cut_answer_to_a_press_is_repeated(house: House, effect: bool) -> None:
    press = house.telegram.press(house.person, house.chat, await sent(house), "/x")
    house.telegram.faults.cut("answerCallbackQuery", effect=effect, times=3)

    await house.sender.answer_press(press.id, "too old")

    assert press.answer is not None
    assert press.answer.text == "too old"
    assert house.called("answerCallbackQuery") == [0, 0, 0, 400 if effect else 200]


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_server_that_says_it_failed_is_asked_again(house: House, status: int) -> None:
    house.telegram.faults.body("sendMessage", b"<html>trouble</html>", status=status, times=4)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.said() == ["hello"]
    assert [round(wait) <= pause for wait, pause in zip(house.waits.seconds, (0.5, 1, 2, 4), strict=True)] == [True] * 4


async def test_a_server_that_fails_every_time_is_given_up(house: House) -> None:
    house.telegram.faults.answer("sendMessage", status=500, description="Internal Server Error", times=None)

    with pytest.raises(ServerTrouble):
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.said() == []
    assert not uncertain(ServerTrouble("HTTP 500"))


async def test_an_outage_is_waited_out_however_long(house: House) -> None:
    for method, times in (("sendMessage", 30), ("getMe", 50)):
        house.telegram.faults.answer(method, status=502, description="Bad Gateway", times=times)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.said() == ["hello"]
    assert house.called("sendMessage") == [502] * 30 + [200]
    assert max(house.waits.seconds) <= 10


async def test_a_flood_wait_without_a_time_is_waited_out(house: House) -> None:
    house.telegram.faults.answer("sendMessage", status=429, description="Too Many Requests", times=3)

    await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.said() == ["hello"]
    assert len(house.waits.seconds) == 3


@pytest.mark.parametrize("how", ["block", "deactivate"])
async def test_a_person_who_cannot_be_reached_is_told_apart(house: House, how: str) -> None:
    (house.telegram.block if how == "block" else house.telegram.deactivate)(house.person)

    with pytest.raises(Forbidden) as raised:
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert unreachable(raised.value)
    assert house.called("sendMessage") == [403]


async def test_a_chat_that_does_not_exist_is_told_apart(house: House) -> None:
    with pytest.raises(BadRequest) as raised:
        await house.sender.deliver(HELLO, chat_id=404, over=None)

    assert unreachable(raised.value)
    assert not uncertain(raised.value)


@pytest.mark.parametrize("over", [True, False])
async def test_html_that_the_server_cannot_parse_goes_as_plain_text_once(
    house: House, over: bool, caplog: pytest.LogCaptureFixture
) -> None:
    number = await sent(house) if over else None
    reply = Reply(text='<marquee>1 &lt; 2 &amp; <tg-time unix="1" format="r">soon</tg-time></marquee>')

    await house.sender.deliver(reply, chat_id=house.chat.id, over=number)

    assert house.said() == ["1 < 2 & soon"]
    assert "could not parse a message of ours" in caplog.text


async def test_plain_text_that_is_refused_too_is_not_tried_for_ever(house: House) -> None:
    refusal = 'Bad Request: can\'t parse entities: Unsupported start tag "b" at byte offset 0'
    house.telegram.faults.answer("sendMessage", status=400, description=refusal, times=None)

    with pytest.raises(BadRequest):
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    assert house.called("sendMessage") == [400, 400]


async def test_a_press_answered_too_late_is_no_error(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    press = house.telegram.press(house.person, house.chat, await sent(house), "/x")
    await house.sender.answer_press(press.id)

    await house.sender.answer_press(press.id)

    assert house.called("answerCallbackQuery") == [200, 400]
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


@pytest.mark.parametrize("status", [401, 403, 500, 504])
async def test_a_press_that_cannot_be_answered_stops_nothing(house: House, status: int) -> None:
    house.telegram.faults.answer("answerCallbackQuery", status=status, description="no", times=None)

    await house.sender.answer_press("1", "notice")

    assert len(house.called("answerCallbackQuery")) == (5 if status >= 500 else 1)


@pytest.mark.parametrize(
    ("status", "description", "erased"),
    [
        (400, "Bad Request: message to delete not found", True),
        (400, "Bad Request: MESSAGE_ID_INVALID", True),
        (400, "Bad Request: message can't be deleted", False),
        (400, "Bad Request: message can't be deleted for everyone", False),
        (400, "Bad Request: chat not found", False),
        (400, "Bad Request: message identifier is not specified", False),
        (403, "Forbidden: bot was kicked from the supergroup chat", False),
        (401, "Unauthorized", False),
        (500, "Internal Server Error", False),
    ],
)
async def test_erasing_tells_whether_the_message_is_gone(
    house: House, status: int, description: str, erased: bool
) -> None:
    house.telegram.faults.answer("deleteMessage", status=status, description=description, times=None)

    assert await house.sender.erase(house.chat.id, 5) is erased


async def test_erasing_deletes(house: House) -> None:
    theirs = house.telegram.send(house.person, house.chat, "secret")

    async with house.telegram.watch() as watch:
        erased = await house.sender.erase(house.chat.id, theirs.id)
        event = await anext(watch)

    assert erased
    assert event == Deleted(chat=house.chat, message_id=theirs.id)


@pytest.mark.parametrize("status", [400, 403, 429, 500, 504])
async def test_typing_that_cannot_be_shown_does_not_matter(house: House, status: int) -> None:
    parameters = {"retry_after": 99} if status == 429 else None
    house.telegram.faults.answer("sendChatAction", status=status, description="no", parameters=parameters)

    await house.sender.show_typing(house.chat.id)

    await until(lambda: len(house.called("sendChatAction")) == 1)
    assert house.waits.seconds == []
