"""What was ordered to go wrong goes wrong, and only that."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox.telegram import Chat, Telegram

Api = Callable[..., Awaitable[dict[str, Any]]]


async def test_an_ordered_answer_is_given_as_often_as_ordered_and_has_no_effect(
    telegram: Telegram, api: Api, chat: Chat
) -> None:
    telegram.faults.answer("sendMessage", status=500, description="Internal Server Error: restart", times=2)

    answers = [await api("sendMessage", chat_id=chat.id, text="x") for _ in range(3)]

    assert [answer.get("error_code", 200) for answer in answers] == [500, 500, 200]
    assert answers[0]["description"] == "Internal Server Error: restart"
    assert len(telegram.messages(chat)) == 1


async def test_parameters_are_told_and_retry_after_in_a_header_too(
    telegram: Telegram, session: aiohttp.ClientSession
) -> None:
    telegram.faults.answer("getMe", status=429, description="Too Many Requests: x", parameters={"retry_after": 7})

    answer = await session.get(f"{telegram.url}/bot{telegram.token}/getMe")

    assert (await answer.json())["parameters"] == {"retry_after": 7}
    assert answer.headers["Retry-After"] == "7"


async def test_any_body_can_be_ordered(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    telegram.faults.body("getUpdates", b"<html>", status=502, content_type="text/html")

    answer = await session.get(f"{telegram.url}/bot{telegram.token}/getUpdates")

    assert (answer.status, answer.content_type, await answer.read()) == (502, "text/html", b"<html>")


@pytest.mark.parametrize("effect", [True, False])
async def test_a_connection_is_cut_after_or_instead_of_the_effect(
    telegram: Telegram, api: Api, chat: Chat, effect: bool
) -> None:
    telegram.faults.cut("sendMessage", effect=effect)

    with pytest.raises(aiohttp.ClientError):
        await api("sendMessage", chat_id=chat.id, text="x")

    assert len(telegram.messages(chat)) == effect
    assert [call.status for call in telegram.calls] == [0]
    assert (await api("sendMessage", chat_id=chat.id, text="x"))["ok"]


@pytest.mark.parametrize(("effect", "meanwhile"), [("before", 1), ("after", 0)])
async def test_a_held_call_takes_effect_before_or_after_it_waits(
    telegram: Telegram, api: Api, chat: Chat, effect: Any, meanwhile: int
) -> None:
    gate = telegram.faults.hold("sendMessage", effect=effect)
    call = asyncio.ensure_future(api("sendMessage", chat_id=chat.id, text="x"))

    await gate.reached()
    seen = len(telegram.messages(chat))
    gate.release()

    assert seen == meanwhile
    assert (await call)["ok"]
    assert len(telegram.messages(chat)) == 1


async def test_a_call_takes_effect_even_if_its_caller_gave_up(telegram: Telegram, api: Api, chat: Chat) -> None:
    gate = telegram.faults.hold("sendMessage")
    call = asyncio.ensure_future(api("sendMessage", chat_id=chat.id, text="x"))
    await gate.reached()
    call.cancel()
    await asyncio.sleep(0.05)  # the twin hears of it

    async with telegram.watch() as events:
        gate.release()
        await anext(events)

    assert len(telegram.messages(chat)) == 1


async def test_clearing_takes_orders_back_and_releases_what_is_held(telegram: Telegram, api: Api, chat: Chat) -> None:
    gate = telegram.faults.hold("getMe")
    telegram.faults.cut("sendMessage", effect=False, times=None)
    call = asyncio.ensure_future(api("getMe"))
    await gate.reached()

    telegram.faults.clear()

    assert (await call)["ok"]
    assert (await api("sendMessage", chat_id=chat.id, text="x"))["ok"]


async def test_stopping_lets_go_of_a_held_call(telegram: Telegram, api: Api) -> None:
    gate = telegram.faults.hold("getMe")
    call = asyncio.ensure_future(api("getMe"))
    await gate.reached()

    async with asyncio.timeout(2):
        await telegram.stop()

    assert (await call)["ok"]
