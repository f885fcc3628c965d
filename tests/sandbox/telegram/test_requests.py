"""The ways a request can come, and those in which it must not."""

from __future__ import annotations

import io
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox.telegram import Chat, Telegram
from sandbox.telegram.server import LARGEST_BODY_BYTES

Api = Callable[..., Awaitable[dict[str, Any]]]


async def test_query_form_multipart_and_json_are_all_understood(
    telegram: Telegram, session: aiohttp.ClientSession, chat: Chat
) -> None:
    url = f"{telegram.url}/bot{telegram.token}/SENDMESSAGE"
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "/a"}]]}
    flat = {"chat_id": str(chat.id), "text": "hé", "disable_notification": "true", "reply_markup": json.dumps(markup)}
    multipart = aiohttp.FormData(flat, default_to_multipart=True)

    answers = [
        await session.get(url, params=flat),
        await session.post(url, data=flat),
        await session.post(url, data=multipart),
        await session.post(url, json={"chat_id": chat.id, "text": "hé", "reply_markup": markup}),
        await session.post(url, json={"chat_id": chat.id, "text": "hé", "reply_markup": json.dumps(markup)}),
    ]

    assert [answer.status for answer in answers] == [200] * 5
    assert {message.text for message in telegram.messages(chat)} == {"hé"}
    assert {message.keyboard[0][0].data for message in telegram.messages(chat)} == {"/a"}
    assert {call.method for call in telegram.calls} == {"sendMessage"}
    assert telegram.calls[0].parameters["chat_id"] == chat.id


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("bot{other}/getMe", 401, "Unauthorized"),
        ("bot12/getMe", 404, "Not Found"),
        ("bot{token}", 404, "Not Found"),
        ("{token}/getMe", 404, "Not Found"),
        ("bot{token}/dance", 404, "Not Found: method not found"),
        ("bot{token}/getme", 200, None),
    ],
)
async def test_paths_and_tokens_are_told_apart(
    telegram: Telegram, session: aiohttp.ClientSession, path: str, status: int, description: str | None
) -> None:
    other = f"{telegram.token[:-1]}{'a' if telegram.token[-1] != 'a' else 'b'}"

    answer = await session.get(f"{telegram.url}/{path.format(token=telegram.token, other=other)}")

    envelope = await answer.json()
    assert (answer.status, envelope["ok"], envelope.get("description")) == (status, status == 200, description)


async def test_the_bot_describes_itself(telegram: Telegram, api: Api) -> None:
    assert (await api("getMe"))["result"] == telegram.bot
    assert telegram.token.startswith(f"{telegram.bot['id']}:")


async def test_a_given_token_and_name_are_used() -> None:
    telegram = Telegram(token="42:" + "a" * 35, username="some_bot", name="Some")

    assert (telegram.bot["id"], telegram.bot["username"], telegram.bot["first_name"]) == (42, "some_bot", "Some")


@pytest.mark.parametrize(
    ("method", "parameters", "text"),
    [
        ("sendMessage", {"chat_id": 1, "text": ["x"]}, 'parameter "text" must be of type String'),
        ("sendMessage", {"chat_id": 1, "text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ("sendMessage", {"chat_id": 1, "text": "x", "disable_notification": "maybe"},
         'parameter "disable_notification" must be of type Boolean'),
        ("sendMessage", {"chat_id": 1, "text": "x", "inline_message_id": "y"}, 'unknown parameter "inline_message_id"'),
        ("sendMessage", {"chat_id": 1, "text": "x", "message_effect_id": "y"},
         'the stand-in does not play the parameter "message_effect_id"'),
        ("sendMessage", {"chat_id": 1, "text": "x", "parse_mode": "MarkdownV2"},
         'the stand-in reads no parse_mode but HTML, not "MarkdownV2"'),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_parameters": {"message": 1}},
         'can\'t parse reply parameters: Can\'t find field "message_id"'),
        ("getUpdates", {"limit": "ten"}, 'parameter "limit" must be of type Integer'),
        ("getUpdates", {"allowed_updates": "message"}, 'can\'t parse parameter "allowed_updates" as JSON'),
        ("deleteMessage", {"message_id": 1}, "chat identifier is not specified"),
        ("deleteMessage", {"chat_id": 1}, "message identifier is not specified"),
        ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
    ],
)  # fmt: skip
async def test_parameters_of_another_name_or_type_are_refused(
    api: Api, method: str, parameters: dict[str, object], text: str
) -> None:
    refused = await api(method, **parameters)

    assert (refused["error_code"], refused["description"]) == (400, f"Bad Request: {text}")


async def test_a_body_that_is_not_json_is_refused(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    url = f"{telegram.url}/bot{telegram.token}/getMe"

    for body in ("{", "[]"):
        answer = await session.post(url, data=body, headers={"Content-Type": "application/json"})

        assert answer.status == 400


async def test_a_body_larger_than_the_largest_file_and_its_form_is_refused(
    telegram: Telegram, session: aiohttp.ClientSession
) -> None:
    url = f"{telegram.url}/bot{telegram.token}/sendMessage"

    answer = await session.post(
        url, data=io.BytesIO(bytes(LARGEST_BODY_BYTES + 1)), headers={"Content-Type": "application/json"}
    )

    assert answer.status == 413
    assert (await answer.json())["description"] == "Request Entity Too Large"


async def test_calls_are_recorded_in_order_without_the_token(telegram: Telegram, api: Api, chat: Chat) -> None:
    await api("sendMessage", chat_id=chat.id, text="x")
    await api("sendMessage", chat_id=chat.id)

    assert [(call.method, call.status, call.description) for call in telegram.calls] == [
        ("sendMessage", 200, None),
        ("sendMessage", 400, "Bad Request: message text is empty"),
    ]
    assert telegram.token not in repr(telegram.calls)


async def test_a_chat_is_described_and_an_unknown_one_not_found(api: Api, chat: Chat) -> None:
    known = await api("getChat", chat_id=chat.id)
    unknown = await api("getChat", chat_id=1)

    assert (known["result"]["type"], known["result"]["id"]) == ("private", chat.id)
    assert unknown["description"] == "Bad Request: chat not found"


async def test_menus_are_stored_by_scope_and_language(telegram: Telegram, api: Api, chat: Chat) -> None:
    menu = [{"command": "balance", "description": "What is left"}]
    scope = {"type": "chat", "chat_id": chat.id}

    await api("setMyCommands", commands=menu)
    await api("setMyCommands", commands=menu, scope=scope, language_code="ru")

    assert [command.json() for command in telegram.commands()] == menu
    assert telegram.commands("all_private_chats") == ()
    assert len(telegram.commands(scope, "ru")) == 1
    assert (await api("getMyCommands", scope=scope, language_code="ru"))["result"] == menu
    await api("deleteMyCommands")
    assert telegram.commands() == ()


@pytest.mark.parametrize(
    ("parameters", "text"),
    [
        ({"commands": [{"command": "A-b", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "command length must not exceed 32"),
        ({"commands": [{"command": "a", "description": ""}]}, "command description must be non-empty"),
        ({"commands": [{"command": "a", "description": "x" * 257}]},
         "command description length must not exceed 256"),
        ({"commands": [{"command": "a", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "a"}]}, 'can\'t parse BotCommand: Can\'t find field "description"'),
        ({"commands": [], "language_code": "eng"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
    ],
)  # fmt: skip
async def test_menus_are_refused_in_telegrams_words(api: Api, parameters: dict[str, object], text: str) -> None:
    refused = await api("setMyCommands", **parameters)

    assert (refused["error_code"], refused["description"]) == (400, f"Bad Request: {text}")


async def test_a_private_chat_has_no_menu_for_administrators(api: Api, chat: Chat) -> None:
    scope = {"type": "chat_administrators", "chat_id": chat.id}

    refused = await api("setMyCommands", commands=[], scope=scope)

    assert refused["description"] == "Bad Request: can't use specified scope in private chats"
