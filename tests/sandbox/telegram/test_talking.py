"""What the bot may say, and in which words it is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from sandbox.telegram import Acting, Answered, Chat, Deleted, Edited, Limits, Person, Sent, Telegram

Api = Callable[..., Awaitable[dict[str, Any]]]
Refusal = tuple[int, str]


def refusal(envelope: dict[str, Any]) -> Refusal:
    assert envelope["ok"] is False
    return envelope["error_code"], envelope["description"]


def bad(text: str) -> Refusal:
    return 400, f"Bad Request: {text}"


def buttons(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "x"} | button]]}


async def say(api: Api, chat: Chat, text: str = "hello", **more: object) -> int:
    sent = await api("sendMessage", chat_id=chat.id, text=text, **more)
    return int(sent["result"]["message_id"])


async def test_a_message_is_kept_and_returned_as_telegram_would(telegram: Telegram, api: Api, chat: Chat) -> None:
    sent = await api(
        "sendMessage", chat_id=chat.id, text="<b>5</b> GB", parse_mode="HTML", reply_markup=buttons(callback_data="/a")
    )

    (message,) = telegram.messages(chat)
    assert sent == {"ok": True, "result": message.json()}
    assert (message.id, message.text, message.by_bot, message.from_id) == (1, "5 GB", True, telegram.bot["id"])
    assert [[(button.text, button.data) for button in row] for row in message.keyboard] == [[("x", "/a")]]
    assert sent["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert sent["result"]["chat"] == {"id": chat.id, "first_name": "Alice", "type": "private"}
    assert "edit_date" not in sent["result"]


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x"}, "chat_id is empty"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": "@somebody"}, "chat not found"),
        ({"text": "x" * 32769, "chat_id": 5}, "text is too long"),
        ({"text": "<b>", "chat_id": 5, "parse_mode": "HTML"},
         'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"'),
        ({"text": "x", "chat_id": 5, "parse_mode": "BBCode"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 5, "txet": "y"}, 'unknown parameter "txet"'),
        ({"text": "x", "chat_id": 5, "reply_markup": "oops"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "x", "chat_id": 5, "reply_markup": "[]"}, "object expected as reply markup"),
        ({"text": "x", "chat_id": 5, "reply_markup": buttons()},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "chat_id": 5, "reply_markup": buttons(callback_data="")},
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "x", "chat_id": 5, "reply_markup": {"inline_keyboard": [[{"callback_data": "/a"}]]}},
         'can\'t parse inline keyboard button: Can\'t find field "text"'),
        ({"text": "x", "chat_id": 5, "reply_markup": buttons(callback_data="/a", colour="red")},
         'unknown parameter "reply_markup.inline_keyboard[0][0].colour"'),
    ],
)  # fmt: skip
async def test_what_the_request_itself_shows_is_refused_before_the_chat_is_looked_for(
    api: Api, parameters: dict[str, object], text: str
) -> None:
    assert refusal(await api("sendMessage", **parameters)) == bad(text)


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"text": " \n\u200b"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "x", "message_thread_id": 1}, "message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
        ({"text": "x", "reply_markup": buttons(callback_data="ж" * 32 + "x")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": buttons(url="http://localhost")},
         "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": "/a"}]] * 101}},
         "reply markup is too long"),
    ],
)  # fmt: skip
async def test_what_depends_on_the_chat_is_refused_after_it(
    telegram: Telegram, api: Api, chat: Chat, parameters: dict[str, object], text: str
) -> None:
    assert refusal(await api("sendMessage", chat_id=chat.id, **parameters)) == bad(text)
    assert telegram.messages(chat) == ()


async def test_the_limits_themselves_are_allowed(telegram: Telegram, api: Api, chat: Chat) -> None:
    await say(api, chat, "<b>" + "🏟" * 4096 + "</b>", parse_mode="HTML", reply_markup=buttons(callback_data="ж" * 32))

    assert len(telegram.messages(chat)[0].text or "") == 4096


async def test_a_stranger_someone_who_blocked_and_someone_who_left_cannot_be_written_to(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    stranger = telegram.person("Bob")

    refusals = [refusal(await api("sendMessage", chat_id=stranger.id, text="x"))]
    telegram.block(alice)
    refusals.append(refusal(await api("sendMessage", chat_id=chat.id, text="x")))
    telegram.unblock(alice)
    assert (await api("sendMessage", chat_id=chat.id, text="x"))["ok"]
    telegram.deactivate(alice)
    refusals.append(refusal(await api("sendChatAction", chat_id=chat.id, action="typing")))

    assert refusals == [
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: user is deactivated"),
    ]


async def test_a_reply_quotes_its_message_and_goes_without_where_that_is_allowed(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    asked = telegram.send(alice, chat, "/balance")

    reply = await api("sendMessage", chat_id=chat.id, text="x", reply_parameters={"message_id": asked.id})
    anyway = await api(
        "sendMessage",
        chat_id=chat.id,
        text="x",
        reply_parameters={"message_id": 99, "allow_sending_without_reply": True},
    )

    assert reply["result"]["reply_to_message"]["text"] == "/balance"
    assert "reply_to_message" not in anyway["result"]


async def test_an_edit_changes_the_text_and_takes_the_buttons_away_unless_they_are_sent_again(
    telegram: Telegram, api: Api, chat: Chat
) -> None:
    message_id = await say(api, chat, reply_markup=buttons(callback_data="/a"))

    edited = await api("editMessageText", chat_id=chat.id, message_id=message_id, text="other")

    (message,) = telegram.messages(chat)
    assert (message.text, message.keyboard, message.edited is not None) == ("other", (), True)
    assert "reply_markup" not in edited["result"]
    assert "edit_date" in edited["result"]


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"text": "hello"}, "message is not modified: specified new message content and reply markup are exactly the "
         "same as a current content and reply markup of the message"),
        ({"text": " hello "}, "message is not modified: specified new message content and reply markup are exactly the "
         "same as a current content and reply markup of the message"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
        ({"text": " "}, "text must be non-empty"),
        ({"text": "x", "message_id": 99}, "message to edit not found"),
        ({"text": "x", "message_id": 0}, "message identifier is not specified"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
    ],
)  # fmt: skip
async def test_an_edit_is_refused_in_telegrams_words(
    api: Api, chat: Chat, parameters: dict[str, object], text: str
) -> None:
    message_id = await say(api, chat)

    refused = await api("editMessageText", **({"chat_id": chat.id, "message_id": message_id} | parameters))

    assert refusal(refused) == bad(text)


async def test_only_the_bots_own_messages_can_be_edited_and_none_with_a_reply_keyboard(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    theirs = telegram.send(alice, chat, "hello")
    below = await say(api, chat, reply_markup={"force_reply": True})

    for message_id in (theirs.id, below):
        refused = await api("editMessageText", chat_id=chat.id, message_id=message_id, text="x")

        assert refusal(refused) == bad("message can't be edited")


async def test_buttons_can_be_changed_alone_and_changing_nothing_is_refused(
    telegram: Telegram, api: Api, chat: Chat
) -> None:
    message_id = await say(api, chat, reply_markup=buttons(callback_data="/a"))
    edit = {"chat_id": chat.id, "message_id": message_id}

    same = await api("editMessageReplyMarkup", reply_markup=buttons(callback_data="/a"), **edit)
    none = await api("editMessageReplyMarkup", **edit)

    assert refusal(same)[1].startswith("Bad Request: message is not modified: ")
    assert none["ok"]
    assert telegram.messages(chat)[0].keyboard == ()


async def test_a_deleted_message_is_gone_and_cannot_be_deleted_again(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    secret = telegram.send(alice, chat, "/login secret")

    first = await api("deleteMessage", chat_id=chat.id, message_id=secret.id)
    second = await api("deleteMessage", chat_id=chat.id, message_id=secret.id)

    assert first == {"ok": True, "result": True}
    assert refusal(second) == bad("message to delete not found")
    assert telegram.messages(chat) == ()


async def test_after_48_hours_nothing_can_be_deleted(api: Api, chat: Chat, clock: Any) -> None:
    message_id = await say(api, chat)
    clock.move(hours=48)

    for method, which in (("deleteMessage", {"message_id": message_id}), ("deleteMessages", {"message_ids": [1]})):
        assert refusal(await api(method, chat_id=chat.id, **which)) == bad("message can't be deleted for everyone")


async def test_many_messages_are_deleted_at_once_and_missing_ones_passed_over(
    telegram: Telegram, api: Api, chat: Chat
) -> None:
    first, second, third = [await say(api, chat, text) for text in "abc"]

    deleted = await api("deleteMessages", chat_id=chat.id, message_ids=[first, third, 99])

    assert deleted["ok"]
    assert [message.id for message in telegram.messages(chat)] == [second]
    too_many = await api("deleteMessages", chat_id=chat.id, message_ids=list(range(1, 102)))
    assert refusal(too_many) == bad("too many message identifiers specified")
    nothing = await api("deleteMessages", chat_id=chat.id, message_ids=[])
    assert refusal(nothing) == bad("message identifiers are not specified")


async def test_a_press_is_answered_once(telegram: Telegram, api: Api, alice: Person, chat: Chat) -> None:
    press = telegram.press(alice, chat, await say(api, chat), "/a")
    assert press.answer is None

    first = await api("answerCallbackQuery", callback_query_id=press.id, text="done", show_alert=True)
    second = await api("answerCallbackQuery", callback_query_id=press.id)

    answer = await press.answered(1)
    assert first["ok"]
    assert (answer.text, answer.show_alert) == ("done", True)
    too_old = "query is too old and response timeout expired or query ID is invalid"
    assert refusal(second) == bad(too_old)
    assert refusal(await api("answerCallbackQuery", callback_query_id="77")) == bad(too_old)
    assert refusal(await api("answerCallbackQuery")) == bad(too_old)


async def test_a_press_is_not_answered_late_or_at_length(
    telegram: Telegram, api: Api, alice: Person, chat: Chat, clock: Any
) -> None:
    press = telegram.press(alice, chat, await say(api, chat), "/a")

    long = await api("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)
    clock.move(seconds=16)
    late = await api("answerCallbackQuery", callback_query_id=press.id)

    assert refusal(long) == bad("MESSAGE_TOO_LONG")
    assert refusal(late)[1].startswith("Bad Request: query is too old")


async def test_waiting_for_an_answer_that_does_not_come_ends(telegram: Telegram, alice: Person, chat: Chat) -> None:
    press = telegram.press(alice, chat, 1, "/a")

    with pytest.raises(TimeoutError):
        await press.answered(0.01)


async def test_an_unknown_action_is_refused(api: Api, chat: Chat) -> None:
    refused = await api("sendChatAction", chat_id=chat.id, action="dancing")

    assert refusal(refused) == bad("wrong parameter action in request")


async def test_whoever_watches_sees_everything_in_order(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    async with telegram.watch() as events:
        telegram.send(alice, chat, "/balance")
        await api("sendChatAction", chat_id=chat.id, action="typing")
        message_id = await say(api, chat)
        await api("editMessageText", chat_id=chat.id, message_id=message_id, text="other")
        press = telegram.press(alice, chat, message_id, "/a")
        await api("answerCallbackQuery", callback_query_id=press.id)
        await api("deleteMessage", chat_id=chat.id, message_id=message_id)

    seen = [event async for event in events]

    assert [type(event) for event in seen] == [Sent, Acting, Sent, Edited, Answered, Deleted]
    assert [event.json()["type"] for event in seen] == ["sent", "acting", "sent", "edited", "answered", "deleted"]
    assert {event.json()["chat_id"] for event in seen} == {chat.id}


async def test_without_limits_everything_is_taken_and_with_them_429_says_how_long_to_wait(
    telegram: Telegram, api: Api, chat: Chat, clock: Any
) -> None:
    await say(api, chat)
    await say(api, chat)
    telegram.limits = Limits(per_chat_per_second=1)
    await say(api, chat)

    refused = await api("sendMessage", chat_id=chat.id, text="x")

    assert refusal(refused) == (429, "Too Many Requests: retry after 1")
    assert refused["parameters"] == {"retry_after": 1}
    clock.move(seconds=1)
    await say(api, chat)
