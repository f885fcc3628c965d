"""How updates are brought to a webhook, and brought again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox.telegram import Chat, Person, Telegram
from tests.sandbox.telegram.conftest import Clock
from tests.sandbox.telegram.given import refusal

Api = Callable[..., Awaitable[dict[str, Any]]]
SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Hook:
    """A webhook on the loopback. `answers` says what becomes of each request; without, it is 200."""

    def __init__(self) -> None:
        self.url = ""
        self._transport: asyncio.Transport | None = None
        self.brought: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.most_at_once = 0
        self.at_once = 0
        self.answers: Callable[[dict[str, Any]], Awaitable[web.Response | None]] = self.take

    async def take(self, _update: dict[str, Any]) -> web.Response | None:
        """Take everything."""
        return None

    async def serve(self, request: web.BaseRequest) -> web.StreamResponse:
        """Note a request and answer it."""
        update = json.loads(await request.read())
        self._transport = request.transport
        self.brought.append(update)
        self.headers.append(dict(request.headers))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return await self.answers(update) or web.Response()
        finally:
            self.at_once -= 1

    def hang_up(self) -> None:
        """Close the connection of the last request."""
        assert self._transport is not None
        self._transport.abort()

    @property
    def texts(self) -> list[str]:
        """What was brought, in order."""
        return [update["message"]["text"] for update in self.brought]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.serve), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


@pytest.fixture
def pauses(telegram: Telegram) -> list[float]:
    """What was waited between two tries, in no time."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        await asyncio.sleep(0)

    telegram.sleep = sleep
    return pauses


async def until(true: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(5):
        while not true():
            await asyncio.sleep(0.002)


async def test_what_people_write_is_brought_with_the_secret_and_confirmed(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    first = telegram.send(alice, chat, "before")
    await api("setWebhook", url=hook.url, secret_token="5ecret-_", max_connections=7)
    telegram.send(alice, chat, "after")

    await until(lambda: telegram.pending == 0)

    assert hook.texts == ["before", "after"]
    assert hook.brought[0]["message"] == first.json()
    assert hook.headers[0][SECRET] == "5ecret-_"
    assert hook.headers[0]["Content-Type"] == "application/json"
    info = (await api("getWebhookInfo"))["result"]
    assert (info["url"], info["max_connections"]) == (hook.url, 7)
    assert "last_error_message" not in info
    assert "5ecret" not in str(info)


async def test_a_webhook_without_a_secret_is_shown_none(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")

    await until(lambda: telegram.pending == 0)

    assert SECRET not in hook.headers[0]


@pytest.mark.parametrize("status", [200, 201, 204, 299])
async def test_any_2xx_confirms(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat, status: int
) -> None:
    async def answers(_update: dict[str, Any]) -> web.Response:
        return web.Response(status=status)

    hook.answers = answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")

    await until(lambda: telegram.pending == 0)

    assert len(hook.brought) == 1


@pytest.mark.parametrize("status", [302, 403, 404, 500, 503])
async def test_what_is_not_taken_is_brought_again_at_once_and_then_later_and_later(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat, pauses: list[float], status: int
) -> None:
    async def answers(_update: dict[str, Any]) -> web.Response | None:
        return web.Response(status=status, headers={"Location": "/elsewhere"}) if len(hook.brought) < 12 else None

    hook.answers = answers
    telegram.send(alice, chat, "a")
    telegram.send(alice, chat, "b")
    await api("setWebhook", url=hook.url)

    await until(lambda: telegram.pending == 0)

    assert hook.texts == ["a"] * 12 + ["b"]
    assert pauses[:6] == [0, 2, 4, 8, 16, 32]
    assert all(60 <= pause <= 120 for pause in pauses[6:])
    assert len(pauses) == 11
    trouble = (await api("getWebhookInfo"))["result"]
    assert trouble["last_error_message"].startswith(f"Wrong response from the webhook: {status} ")
    assert trouble["last_error_date"] > 0


async def test_it_waits_as_long_as_the_webhook_asks(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat, pauses: list[float]
) -> None:
    asked = iter(("7", "99999", "soon", "-1"))

    async def answers(_update: dict[str, Any]) -> web.Response | None:
        wait = next(asked, None)
        return web.Response(status=503, headers={"Retry-After": wait}) if wait else None

    hook.answers = answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")

    await until(lambda: telegram.pending == 0)

    assert pauses == [7, 3600, 2, 4]


async def test_a_connection_that_is_cut_or_refused_is_trouble_too(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat, pauses: list[float]
) -> None:
    async def answers(_update: dict[str, Any]) -> web.Response | None:
        if len(hook.brought) == 1:
            hook.hang_up()
        return None

    clock = telegram.clock = Clock()
    hook.answers = answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")
    await until(lambda: telegram.pending == 0)
    closed = (await api("getWebhookInfo"))["result"]["last_error_message"]
    clock.move(seconds=1)
    await api("setWebhook", url="http://127.0.0.1:1/hook")
    telegram.send(alice, chat, "b")
    await until(lambda: len(pauses) > 3)
    refused = (await api("getWebhookInfo"))["result"]["last_error_message"]

    assert (closed, refused) == ("Webhook connection closed", "Connection refused")


async def test_only_the_queue_of_the_chat_waits_for_one_that_fails(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    let_go = asyncio.Event()

    async def sleep(_seconds: float) -> None:
        await let_go.wait()

    async def answers(update: dict[str, Any]) -> web.Response | None:
        return (
            web.Response(status=500) if update.get("message", {}).get("text") == "a" and not let_go.is_set() else None
        )

    telegram.sleep, hook.answers = sleep, answers
    await api("setWebhook", url=hook.url)
    asked = (await api("sendMessage", chat_id=chat.id, text="?", reply_markup={
        "inline_keyboard": [[{"text": "yes", "callback_data": "yes"}]]}))["result"]["message_id"]  # fmt: skip
    bob = telegram.person("Bob")
    telegram.send(alice, chat, "a")
    telegram.send(alice, chat, "b")
    telegram.press(alice, chat, asked, "yes")
    telegram.send(bob, telegram.private(bob), "c")

    await until(lambda: telegram.pending == 2)
    meanwhile = list(hook.brought)
    let_go.set()
    await until(lambda: telegram.pending == 0)

    assert {next(iter(set(update) - {"update_id"})) for update in meanwhile} == {"message", "callback_query"}
    assert [update["message"]["text"] for update in hook.brought if "message" in update].count("b") == 1
    assert hook.brought[-1]["message"]["text"] == "b"


async def test_as_many_as_allowed_are_brought_at_once(telegram: Telegram, api: Api, hook: Hook) -> None:
    enough = asyncio.Event()

    async def answers(_update: dict[str, Any]) -> None:
        if hook.most_at_once == 3:
            asyncio.get_running_loop().call_later(0.05, enough.set)
        await enough.wait()

    hook.answers = answers
    await api("setWebhook", url=hook.url, max_connections=3)
    for number in range(9):
        person = telegram.person(f"Person {number}")
        telegram.send(person, telegram.private(person), "a")

    await until(lambda: telegram.pending == 0)

    assert hook.most_at_once == 3


async def test_what_has_expired_is_not_brought_again(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    clock = Clock()
    telegram.clock = clock

    async def sleep(_seconds: float) -> None:
        clock.move(hours=25)

    async def answers(_update: dict[str, Any]) -> web.Response:
        return web.Response(status=500)

    telegram.sleep, hook.answers = sleep, answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")

    await until(lambda: telegram.pending == 0)

    assert len(hook.brought) == 1


async def test_a_webhook_that_is_gone_for_a_day_is_removed(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    clock = Clock()
    telegram.clock = clock

    async def sleep(_seconds: float) -> None:
        clock.move(hours=23.5)

    async def answers(_update: dict[str, Any]) -> web.Response:
        return web.Response(status=410)

    telegram.sleep, hook.answers = sleep, answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")

    async with asyncio.timeout(5):
        while (await api("getWebhookInfo"))["result"]["url"]:
            await asyncio.sleep(0.002)

    assert len(hook.brought) == 2


async def test_a_webhook_that_was_deleted_is_brought_nothing_more_and_nothing_is_lost(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    async def answers(_update: dict[str, Any]) -> None:
        await asyncio.Event().wait()

    hook.answers = answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")
    await until(lambda: len(hook.brought) == 1)

    await api("deleteWebhook")

    assert len((await api("getUpdates"))["result"]) == 1


async def test_setting_the_same_again_interrupts_nothing_and_twice_in_a_second_is_refused(
    telegram: Telegram, api: Api, hook: Hook, alice: Person, chat: Chat
) -> None:
    clock = Clock()
    telegram.clock = clock
    go_on = asyncio.Event()

    async def answers(_update: dict[str, Any]) -> None:
        await go_on.wait()

    hook.answers = answers
    await api("setWebhook", url=hook.url)
    telegram.send(alice, chat, "a")
    await until(lambda: len(hook.brought) == 1)

    hasty = await api("setWebhook", url=hook.url)
    clock.move(seconds=1)
    again = await api("setWebhook", url=hook.url)
    go_on.set()
    await until(lambda: telegram.pending == 0)

    assert refusal(hasty) == (429, "Too Many Requests: retry after 1")
    assert again["ok"]
    assert len(hook.brought) == 1


async def test_what_telegram_takes_for_no_address_or_secret_is_refused(api: Api) -> None:
    http = await api("setWebhook", url="http://bot.example/hook")
    secret = await api("setWebhook", url="https://bot.example/hook", secret_token="a b")
    long = await api("setWebhook", url="https://bot.example/hook", secret_token="a" * 257)

    assert refusal(http) == (400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    assert refusal(secret) == refusal(long) == (400, "Bad Request: secret token contains unallowed characters")


async def test_a_webhook_far_away_is_never_brought_anything(
    telegram: Telegram, api: Api, alice: Person, chat: Chat, pauses: list[float]
) -> None:
    await api("setWebhook", url="https://bot.example/hook")

    telegram.send(alice, chat, "a")
    await asyncio.sleep(0.02)

    assert telegram.pending == 1
    assert pauses == []


async def test_stopping_while_it_delivers_leaves_no_task_behind_and_it_goes_on_when_started_again(hook: Hook) -> None:
    stopped = asyncio.Event()

    async def answers(_update: dict[str, Any]) -> None:
        await stopped.wait()

    hook.answers = answers
    async with aiohttp.ClientSession() as session, Telegram() as telegram:
        alice = telegram.person("Alice")
        telegram.send(alice, telegram.private(alice), "a")
        await session.post(f"{telegram.url}/bot{telegram.token}/setWebhook", json={"url": hook.url})
        await until(lambda: len(hook.brought) == 1)
        await telegram.stop()
        stopped.set()
        await until(lambda: hook.at_once == 0)
        after = {
            task for task in asyncio.all_tasks() if "telegram/delivering.py" in repr(task) and "tests" not in repr(task)
        }
        await telegram.start()
        await until(lambda: telegram.pending == 0)

    assert after == set()
    assert len(hook.brought) == 2
