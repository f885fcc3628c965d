"""The program put together: how it starts, what keeps it from starting, and a key that is lost and found."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import app
from bot.config import Address, Settings
from bot.listener import listening
from bot.secret import Secret
from bot.starting import CannotStart
from bot.vault import new_key
from tests.world import PATIENCE, Conversation, Shown, World, free_port, sent_by_bot

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def locked(chat: Conversation) -> str:
    """What a person reads whose key is lost."""
    return chat.words("account-locked", name="main")


def told(chat: Conversation) -> list[Shown]:
    """Every time the bot said so unasked or asked."""
    return [message for message in chat.messages if message.by_bot and message.text == locked(chat)]


async def settled(world: World) -> None:
    """Wait until a start has said what it owes: it says it before it answers whoever writes then."""
    someone = world.person("Settler")
    await someone.says("/help")
    await someone.until(lambda: any(call.method == "getMyCommands" for call in world.telegram.calls))


async def start_failing(settings: Settings) -> CannotStart:
    """Why the bot cannot start."""
    with pytest.raises(CannotStart) as raised:
        async with asyncio.timeout(PATIENCE):
            await app.run(settings, stop=asyncio.Event())
    return raised.value


async def test_a_lost_key_is_said_once_and_nothing_breaks_and_an_old_key_added_opens_again(world: World) -> None:
    chat = world.person()
    account = world.account()
    old, new = new_key(), new_key()
    with_old = replace(world.settings(), encryption_keys=old)
    with_new = replace(world.settings(), encryption_keys=new)
    with_both = replace(world.settings(), encryption_keys=Secret(f"{new.reveal()},{old.reveal()}"))
    async with world.bot(with_old):
        await chat.says(f"/login {account.token}")

    async with chat.watch() as watch, world.bot(with_new):
        first = await chat.next(watch, sent_by_bot)
        asked = await chat.says("/balance")
        others = await chat.says("/help")
    async with world.bot(with_new):
        await settled(world)
        said = len(told(chat))
    async with world.bot(with_both):
        found = await chat.says("/balance")

    assert first.text == asked.text == locked(chat)
    assert first.commands == asked.commands == ["/login #1"]
    assert others.text.startswith(chat.words("help"))
    assert said == 2  # unasked once, and once asked
    assert found.text.startswith(chat.words("balance-title"))


async def test_connecting_again_repairs_an_account_whose_key_is_lost(world: World) -> None:
    chat = world.person()
    account = world.account()
    async with world.bot(replace(world.settings(), encryption_keys=new_key())):
        await chat.says(f"/login {account.token} crawler")

    with_new = replace(world.settings(), encryption_keys=new_key())
    async with chat.watch() as watch, world.bot(with_new):
        unasked = await chat.next(watch, sent_by_bot)
        asked = await chat.presses(unasked, unasked.commands[0])
        done = await chat.says(account.token)
        balance = await chat.says("/balance")
        only = await chat.says("/logout")
    async with world.bot(with_new):
        await settled(world)

    assert unasked.text == chat.words("account-locked", name="crawler")
    assert asked.commands == ["/login cancel"]
    assert done.text.startswith(chat.words("login-done", name="crawler"))
    assert balance.text.startswith(chat.words("balance-title"))
    assert only.text == chat.words("logout-sure", name="crawler")
    assert [message.text for message in chat.messages].count(unasked.text) == 1


async def test_a_chat_that_cannot_be_reached_is_not_tried_at_every_start(world: World) -> None:
    chat = world.person()
    async with world.bot(replace(world.settings(), encryption_keys=new_key())):
        await chat.says(f"/login {world.account().token}")
    world.telegram.deactivate(chat.person)
    with_new = replace(world.settings(), encryption_keys=new_key())

    async with world.bot(with_new):
        await chat.until(lambda: any(call.status == 403 for call in world.telegram.calls))
        await settled(world)
    async with world.bot(with_new):
        await settled(world)

    sends = [call.status for call in world.telegram.calls if call.method == "sendMessage"]
    assert sends.count(403) == 1


async def test_a_word_that_could_not_be_delivered_is_said_at_the_next_start(world: World) -> None:
    chat = world.person()
    async with world.bot(replace(world.settings(), encryption_keys=new_key())):
        await chat.says(f"/login {world.account().token}")
    with_new = replace(world.settings(), encryption_keys=new_key())
    world.telegram.faults.answer("sendMessage", status=400, description="Bad Request: not today")

    async with world.bot(with_new):
        await chat.until(lambda: any(call.status == 400 for call in world.telegram.calls))
        await settled(world)
    before = len(told(chat))
    async with world.bot(with_new):
        await chat.until(lambda: len(told(chat)) == 1)

    assert before == 0


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_that_telegram_refuses_is_said_plainly_and_not_shown(world: World, status: int) -> None:
    world.telegram.faults.answer("getMe", status=status, description="Unauthorized")

    error = await start_failing(world.settings())

    shown = "".join(traceback.format_exception(error))
    assert "TELEGRAM_BOT_TOKEN: Telegram refuses it" in str(error)
    assert world.telegram.token not in shown
    assert world.telegram.token.partition(":")[2] not in shown


async def test_another_bots_token_is_refused_too(world: World) -> None:
    token = "7654321:" + "AnotherBotsSecretHalf_0123456789abc"

    error = await start_failing(replace(world.settings(), telegram_bot_token=Secret(token)))

    assert "Telegram refuses it" in str(error)
    assert token.partition(":")[2] not in "".join(traceback.format_exception(error))


async def test_a_token_that_is_revoked_later_ends_the_bot_with_a_plain_word(world: World) -> None:
    world.telegram.faults.answer("getUpdates", status=401, description="Unauthorized", times=None)

    error = await start_failing(world.settings())

    assert str(error).startswith("Telegram refuses the bot's token (Unauthorized)")
    assert world.telegram.token not in "".join(traceback.format_exception(error))


async def test_a_telegram_that_is_not_there_yet_is_waited_for(world: World) -> None:
    chat = world.person()
    port = int(world.telegram.url.rpartition(":")[2])
    settings = world.settings()
    await world.telegram.stop()
    stop, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(app.run(settings, stop=stop, ready=ready.set))
    await asyncio.sleep(0.05)
    early = ready.is_set()

    await world.telegram.start(port)
    await asyncio.wait_for(ready.wait(), PATIENCE)
    reply = await chat.says("/help")
    stop.set()
    await running

    assert not early
    assert reply.text.startswith(chat.words("help"))


@pytest.mark.parametrize(
    "trouble",
    [
        lambda faults: faults.body("getMe", b"<html>welcome to the hotel's wifi</html>"),
        lambda faults: faults.body("getMe", b'{"ok": true}'),
        lambda faults: faults.body("getMe", b"<html>502</html>", status=502),
        lambda faults: faults.cut("getMe"),
        lambda faults: faults.cut("getWebhookInfo"),
        lambda faults: faults.answer("getMe", status=429, description="…", parameters={"retry_after": 1}),
        lambda faults: faults.answer("getMe", status=429, description="Too Many Requests"),
        lambda faults: faults.body("getWebhookInfo", b"<html>welcome to the hotel's wifi</html>"),
    ],
    ids=["a page", "no result", "502", "cut", "cut later", "flood", "flood without a time", "a page later"],
)
async def test_trouble_at_the_start_is_waited_out(world: World, trouble: Callable[[Any], None]) -> None:
    trouble(world.telegram.faults)

    async with world.bot():
        reply = await world.person().says("/help")

    assert reply.by_bot


async def test_stopping_while_telegram_is_waited_for_takes_no_time(world: World) -> None:
    settings = world.settings()
    await world.telegram.stop()
    stop = asyncio.Event()
    running = asyncio.create_task(app.run(settings, stop=stop))
    await asyncio.sleep(0.05)

    stop.set()

    await asyncio.wait_for(running, 0.4)


async def test_stopping_an_idle_bot_takes_no_time(world: World) -> None:
    stop, ready = asyncio.Event(), asyncio.Event()
    running = asyncio.create_task(app.run(world.settings(), stop=stop, ready=ready.set))
    await asyncio.wait_for(ready.wait(), PATIENCE)

    stop.set()

    await asyncio.wait_for(running, 2)


async def test_a_webhook_that_was_set_is_removed_and_what_waits_is_answered(world: World) -> None:
    chat = world.person()
    hook = f"{world.telegram.url}/bot{world.telegram.token}/setWebhook"
    async with aiohttp.ClientSession() as session, session.post(hook, json={"url": "https://old.example/"}) as answer:
        assert answer.status == 200
    world.telegram.send(chat.person, chat.chat, "/help")

    async with chat.watch() as watch, world.bot():
        reply = await chat.next(watch, sent_by_bot)

    assert reply.text.startswith(chat.words("help"))
    removals = [call.parameters for call in world.telegram.calls if call.method == "deleteWebhook"]
    assert [parameters.get("drop_pending_updates", False) for parameters in removals] == [False]


async def test_menus_that_cannot_be_set_keep_nobody_from_being_answered(world: World) -> None:
    world.telegram.faults.answer("getMyCommands", status=400, description="Bad Request: no", times=None)

    async with world.bot():
        reply = await world.person().says("/help")

    assert reply.by_bot


def a_directory(directory: Path) -> None:
    """The database is one."""
    (directory / "bot.db").mkdir(parents=True)


def a_letter(directory: Path) -> None:
    """The database is something else."""
    directory.mkdir()
    (directory / "bot.db").write_text("Dear Alice, " * 1000)


def a_file(directory: Path) -> None:
    """The data directory is none."""
    directory.write_text("not a directory")


@pytest.mark.parametrize("place", [a_directory, a_letter, a_file])
async def test_a_database_that_cannot_be_used_is_said_plainly(world: World, place: Callable[[Path], None]) -> None:
    place(world.directory)

    error = await start_failing(replace(world.settings(), encryption_keys=new_key()))

    assert str(world.directory) in str(error) or "the database cannot be opened" in str(error)
    assert "sqlalchemy" not in str(error)


async def test_keys_that_are_none_are_said_plainly_and_not_shown(world: World) -> None:
    error = await start_failing(replace(world.settings(), encryption_keys=Secret("bm90IGEga2V5,not-a-key")))

    assert str(error).startswith("ENCRYPTION_KEYS: key 1 has 9 bytes instead of 32")
    assert "bm90IGEga2V5" not in "".join(traceback.format_exception(error))


async def test_a_second_one_with_the_same_data_stands_by_and_takes_over(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    chat = world.person()
    async with AsyncExitStack() as first, AsyncExitStack() as second:
        await first.enter_async_context(world.bot())
        starting = asyncio.create_task(second.enter_async_context(world.bot()))
        await chat.says("/help")
        await chat.until(lambda: "another bot is running" in caplog.text)
        assert not starting.done()

        await first.aclose()
        await starting

        assert (await chat.says("/help")).by_bot


async def test_who_stands_by_can_be_stopped(world: World) -> None:
    async with world.bot():
        stop = asyncio.Event()
        second = asyncio.create_task(app.run(world.settings(), stop=stop))
        await asyncio.sleep(0)
        stop.set()
        async with asyncio.timeout(PATIENCE):
            await second


async def test_what_came_while_nobody_ran_is_answered_in_order(world: World) -> None:
    chat = world.person()
    for text in ("/q1", "/q2", "/q3"):
        world.telegram.send(chat.person, chat.chat, text)

    async with chat.watch() as watch, world.bot():
        replies = [await chat.next(watch, sent_by_bot) for _ in range(3)]

    assert ["/q1" in replies[0].text, "/q2" in replies[1].text, "/q3" in replies[2].text] == [True] * 3


async def test_a_poison_update_in_a_batch_keeps_nobody_from_being_answered(world: World) -> None:
    chat = world.person()
    world.telegram.send(chat.person, chat.chat, "/before")
    world.telegram.enqueue({"message": {"chat": {"id": [1]}, "date": 10**17}})
    world.telegram.enqueue({"callback_query": {"id": 5}})
    world.telegram.send(chat.person, chat.chat, "/after")

    async with chat.watch() as watch, world.bot():
        replies = [await chat.next(watch, sent_by_bot) for _ in range(2)]
        await chat.until(lambda: world.telegram.pending == 0)

    assert ["/before" in replies[0].text, "/after" in replies[1].text] == [True, True]


async def test_polling_through_trouble_answers_everything_once(world: World) -> None:
    chat = world.person()
    faults = world.telegram.faults
    faults.answer("getUpdates", status=409, description="Conflict: terminated by other getUpdates request")
    faults.body("getUpdates", b"<html>502</html>", status=502)
    faults.cut("getUpdates")
    for number in range(3):
        world.telegram.send(chat.person, chat.chat, f"/q{number}")

    async with chat.watch() as watch, world.bot():
        replies = [await chat.next(watch, sent_by_bot) for _ in range(3)]
        await chat.says("/help")

    assert [f"/q{number}" in reply.text for number, reply in enumerate(replies)] == [True] * 3
    assert len([message for message in chat.messages if message.by_bot]) == 4


async def test_an_address_that_telegram_does_not_take_is_said_in_plain_words(world: World) -> None:
    world.webhook_port = free_port()
    world.telegram.faults.answer("setWebhook", status=400, description="Bad Request: bad webhook: address is reserved")

    with pytest.raises(CannotStart, match=r"^WEBHOOK_URL: Telegram does not take it .*address is reserved"):
        await app.run(world.settings(), stop=asyncio.Event())


async def test_a_port_that_is_taken_is_said_before_anything_is_made(world: World) -> None:
    async with listening(Address("127.0.0.1", 0), ()) as port:
        world.webhook_port = port
        with pytest.raises(CannotStart, match=f"^HTTP_LISTEN: 127.0.0.1:{port} cannot be listened on"):
            await app.run(world.settings(), stop=asyncio.Event())

    assert world.telegram.calls == []


async def test_trouble_while_the_webhook_is_set_is_waited_out(world: World) -> None:
    world.webhook_port = free_port()
    world.telegram.faults.answer("setWebhook", status=502, description="Bad Gateway")
    world.telegram.faults.answer("setWebhook", status=429, description="…", parameters={"retry_after": 1})

    async with world.bot():
        reply = await world.person().says("/help")

    assert reply.by_bot


async def test_a_bot_that_polled_may_have_a_webhook_and_the_other_way_round(world: World) -> None:
    chat, polled = world.person(), []
    for port in (None, free_port(), None):
        world.webhook_port = port
        async with chat.watch() as watch, world.bot():
            chat.write("/help")
            await chat.next(watch, sent_by_bot)
            polled.append(any(call.method == "getUpdates" for call in world.telegram.calls))
            world.telegram.calls.clear()

    assert polled == [True, False, True]


@pytest.mark.parametrize("given", [None, Secret("5ecret-of_ones_own")])
async def test_a_replica_with_the_keys_in_another_order_takes_what_telegram_shows(
    world: World, given: Secret | None
) -> None:
    first, second = new_key(), new_key()
    rings = [Secret(f"{one.reveal()},{other.reveal()}") for one, other in ((first, second), (second, first))]
    world.webhook_port, world.telegram.clock = free_port(), world.clock
    shown = []
    for ring in rings:
        world.clock.advance(timedelta(seconds=2))  # Telegram takes one change a second
        async with world.bot(replace(world.settings(), encryption_keys=ring, webhook_secret=given)):
            shown.append(secret_shown(world))
    body = json.dumps({"update_id": 1}).encode()
    statuses = []
    async with world.bot(replace(world.settings(), encryption_keys=rings[0], webhook_secret=given)):
        for secret in (*shown, "5ecret-of_nobody"):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": "application/json"}
            async with (
                aiohttp.ClientSession() as session,
                session.post(world.webhook_url or "", data=body, headers=headers) as answer,
            ):
                statuses.append(answer.status)

    assert statuses == [200, 200, 403]
    assert len(set(shown)) == (2 if given is None else 1)


def secret_shown(world: World) -> str:
    """What Telegram was told last to show."""
    calls = [call for call in world.telegram.calls if call.method == "setWebhook" and call.status == 200]
    return str(calls[-1].parameters["secret_token"])
