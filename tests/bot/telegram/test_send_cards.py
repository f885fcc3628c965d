"""What becomes a live card: where a text stands is told, it is pinned if that may be, put in its place, withdrawn."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram.error import BadRequest, RetryAfter

from bot.reply import Button, Picture, Reply
from bot.telegram.writing import Standing
from tests.bot.telegram.house import House

CARD = Reply(text="<b>86 GB</b>", buttons=((Button(label="Refresh", command="/pin now"),),))
PICTURE = Picture(svg="<svg/>", width=2, height=2)

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def nothing() -> None:
    """Hold nothing up."""


async def sent(house: House) -> int:
    """A card; returns the message's number."""
    stands = await house.sender.deliver(CARD, chat_id=house.chat.id)
    assert stands is not None
    return stands.message_id


async def test_where_a_text_stands_is_told_and_of_a_picture_nothing(house: House) -> None:
    first = await house.sender.deliver(CARD, chat_id=house.chat.id)
    number = house.telegram.messages(house.chat)[-1].id
    over = await house.sender.deliver(Reply(text="other"), chat_id=house.chat.id, over=number)
    picture = await house.sender.deliver(Reply(text="", picture=PICTURE), chat_id=house.chat.id)

    assert first == over == Standing(chat_id=house.chat.id, topic_id=None, message_id=number)
    assert picture is None


async def test_in_a_topic_that_is_gone_it_stands_in_none(house: House) -> None:
    forum = house.telegram.group("Data", house.person, forum=True)
    house.telegram.add_bot(forum, house.person)
    topic = house.telegram.topic(forum, "Traffic")
    there = await house.sender.deliver(CARD, chat_id=forum.id, topic_id=topic.id)
    house.telegram.delete_topic(forum, topic)
    gone = await house.sender.deliver(CARD, chat_id=forum.id, topic_id=topic.id)

    assert there is not None
    assert gone is not None
    assert (there.topic_id, gone.topic_id) == (topic.id, None)


async def test_pinning_makes_no_sound_and_may_be_done_twice(house: House) -> None:
    number = await sent(house)

    assert await house.sender.pin(house.chat.id, number)
    assert await house.sender.pin(house.chat.id, number)

    assert house.telegram.pinned(house.chat) == (number,)
    assert house.telegram.calls[-1].parameters["disable_notification"] is True


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("not enough rights to manage pinned messages in the chat", False),
        ("CHAT_ADMIN_REQUIRED", False),
        ("CHAT_NOT_MODIFIED", True),
        ("message to pin not found", True),
    ],
)
async def test_whether_the_bot_may_pin_is_told_from_other_refusals(house: House, text: str, may: bool) -> None:
    number = await sent(house)
    house.telegram.faults.answer("pinChatMessage", status=400, description=f"Bad Request: {text}")

    assert await house.sender.pin(house.chat.id, number) is may


async def test_a_withdrawn_message_is_deleted(house: House) -> None:
    number = await sent(house)

    await house.sender.withdraw(house.chat.id, number)

    assert house.telegram.messages(house.chat) == ()


async def test_one_too_old_for_that_loses_its_buttons_and_its_pin(house: House) -> None:
    number = await sent(house)
    await house.sender.pin(house.chat.id, number)
    here = house.telegram.clock
    house.telegram.clock = lambda: here() + timedelta(days=3)

    await house.sender.withdraw(house.chat.id, number)

    old = house.telegram.messages(house.chat)[0]
    assert (old.text, old.keyboard, house.telegram.pinned(house.chat)) == ("86 GB", (), ())


async def test_what_is_put_in_the_place_of_a_message_stands_there_or_nowhere(house: House) -> None:
    number = await sent(house)
    other = Reply(text="85 GB")

    there = await house.sender.put(other, chat_id=house.chat.id, message_id=number, before=nothing)
    same = await house.sender.put(other, chat_id=house.chat.id, message_id=number, before=nothing)
    house.telegram.delete(house.chat, number)
    gone = await house.sender.put(other, chat_id=house.chat.id, message_id=number, before=nothing)

    assert (there, same, gone) == (True, True, False)
    assert house.telegram.messages(house.chat) == ()


async def test_a_put_is_a_push_that_waits_for_no_flood(house: House) -> None:
    number = await sent(house)
    house.telegram.faults.answer(
        "editMessageText",
        status=429,
        description="Too Many Requests: retry after 7",
        parameters={"retry_after": 7},
    )

    with pytest.raises(RetryAfter):
        await house.sender.put(Reply(text="x"), chat_id=house.chat.id, message_id=number, before=nothing)


async def test_a_put_that_is_refused_for_another_reason_says_so(house: House) -> None:
    number = await sent(house)
    house.telegram.faults.answer("editMessageText", status=400, description="Bad Request: CHAT_WRITE_FORBIDDEN")

    with pytest.raises(BadRequest):
        await house.sender.put(Reply(text="x"), chat_id=house.chat.id, message_id=number, before=nothing)
