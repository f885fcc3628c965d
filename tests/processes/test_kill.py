"""The bot as a process: killed at any instant it loses nothing, stopped politely it finishes and exits 0."""

from __future__ import annotations

import asyncio
import random
import signal
import socket
import sqlite3
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import pytest

from tests.world import PATIENCE, Conversation, World, free_port, sent_by_bot

KILLS = 8
HURRIED = "tests.processes.hurried"
"""At Telegram's pace the last one would need a minute for what the others left."""


@asynccontextmanager
async def process(world: World, *what: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a module, `bytesflows-bot run` unless told otherwise, until the block ends."""
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *(what or ("bot", "run")),
        env=world.environment(),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()


def starts(world: World) -> int:
    """How often a process got as far as asking for updates."""
    return sum(call.method == "getWebhookInfo" for call in world.telegram.calls)


def started(world: World, times: int) -> bool:
    """Whether that many processes got so far."""
    return starts(world) >= times


async def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until a condition holds."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)


def answers(chats: list[Conversation]) -> Counter[str]:
    """How often each numbered question was answered."""
    texts = [message.text for chat in chats for message in chat.messages if message.by_bot]
    return Counter(text.split("/q")[1].split(".")[0] for text in texts if "/q" in text)


async def test_killed_over_and_over_it_answers_everything_in_order(world: World) -> None:
    chats = [world.person(f"Person {number}") for number in range(10)]
    dice = random.Random(7)
    asked = 0
    for kill in range(KILLS):
        async with process(world, HURRIED) as running:
            await until(partial(started, world, kill + 1))
            for chat in chats * 5:
                world.telegram.send(chat.person, chat.chat, f"/q{asked:04}")
                asked += 1
            await asyncio.sleep(dice.uniform(0.0, 0.25))
            running.kill()
    async with process(world, HURRIED):
        await until(lambda: len(answers(chats)) == asked)

    counted = answers(chats)
    assert len(counted) == asked == KILLS * 50
    # At a kill each chat has at most one answer sent and not yet crossed out.
    assert sum(counted.values()) - asked <= KILLS * len(chats)
    for chat in chats:
        firsts = list(dict.fromkeys(message.text for message in chat.messages if message.by_bot))
        assert firsts == sorted(firsts)


async def test_what_was_in_hand_at_a_kill_is_answered_by_the_next_process(world: World) -> None:
    chat = world.person()
    account = world.account()
    gate = world.vendor.faults.hold()
    async with process(world) as running:
        world.telegram.send(chat.person, chat.chat, f"/login {account.token}")
        await gate.reached()
        await until(lambda: world.telegram.pending == 0)
        running.kill()
    gate.release()

    async with chat.watch() as watch, process(world):
        reply = await chat.next(watch, sent_by_bot)

    assert reply.text.startswith(chat.words("login-done", name="main"))


async def test_sigterm_finishes_what_is_in_hand_and_exits_0(world: World) -> None:
    chat = world.person()
    gate = world.vendor.faults.hold()
    async with chat.watch() as watch, process(world) as running:
        world.telegram.send(chat.person, chat.chat, f"/login {world.account().token}")
        await gate.reached()
        running.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.2)
        gate.release()
        reply = await chat.next(watch, sent_by_bot)
        code = await asyncio.wait_for(running.wait(), PATIENCE)

    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert code == 0


async def test_sigterm_leaves_what_takes_too_long_for_the_next_start(world: World) -> None:
    chat = world.person()
    gate = world.vendor.faults.hold()
    time = asyncio.get_running_loop().time
    async with process(world) as running:
        world.telegram.send(chat.person, chat.chat, f"/login {world.account().token}")
        await gate.reached()
        begun = time()
        running.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(running.wait(), 30)
        took = timedelta(seconds=time() - begun)
    gate.release()
    with sqlite3.connect(world.directory / "bot.db") as database:
        (left,) = database.execute("SELECT count(*) FROM inbox WHERE sealed IS NOT NULL").fetchone()
    database.close()

    assert code == 0
    assert left == 1
    assert took < timedelta(seconds=12)


async def test_a_second_process_with_the_same_data_takes_over_from_one_that_was_killed(world: World) -> None:
    chat = world.person()
    async with process(world) as first, process(world) as second:
        await until(partial(started, world, 1))
        assert (await chat.says("/help")).by_bot

        first.kill()

        assert (await chat.says("/help")).by_bot
        assert second.returncode is None


@pytest.fixture
def hooked(world: World) -> World:
    """A world in which updates are brought to the bot, and brought again soon."""
    world.webhook_port = free_port()
    world.telegram.sleep = lambda _seconds: asyncio.sleep(0.05)
    return world


async def test_killed_four_times_by_webhook_it_answers_everything_in_order(hooked: World) -> None:
    chats = [hooked.person(f"Person {number}") for number in range(10)]
    dice = random.Random(7)
    asked = 0
    for kill in range(4):
        async with process(hooked, HURRIED) as running:
            await until(partial(started, hooked, kill + 1))
            for chat in chats * 5:
                hooked.telegram.send(chat.person, chat.chat, f"/q{asked:04}")
                asked += 1
            await asyncio.sleep(dice.uniform(0.05, 0.3))
            running.kill()
    async with process(hooked, HURRIED):
        await until(lambda: len(answers(chats)) == asked)
        await until(lambda: hooked.telegram.pending == 0)

    counted = answers(chats)
    assert len(counted) == asked == 200
    assert sum(counted.values()) - asked <= 4 * len(chats)
    for chat in chats:
        firsts = list(dict.fromkeys(message.text for message in chat.messages if message.by_bot))
        assert firsts == sorted(firsts)


async def test_sigterm_by_webhook_finishes_what_is_in_hand_and_what_comes_then_is_brought_to_the_next(
    hooked: World,
) -> None:
    chat = hooked.person()
    gate = hooked.vendor.faults.hold()
    async with chat.watch() as watch, process(hooked) as running:
        hooked.telegram.send(chat.person, chat.chat, f"/login {hooked.account().token}")
        await gate.reached()
        await until(lambda: hooked.telegram.pending == 0)
        running.send_signal(signal.SIGTERM)
        await until(lambda: refuses(hooked))
        hooked.telegram.send(chat.person, chat.chat, "/help")
        gate.release()
        reply = await chat.next(watch, sent_by_bot)
        code = await asyncio.wait_for(running.wait(), PATIENCE)
        left = hooked.telegram.pending
        async with process(hooked):
            helped = await chat.next(watch, sent_by_bot)

    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert (code, left) == (0, 1)
    assert helped.text.startswith(chat.words("help"))


def refuses(world: World) -> bool:
    """Whether nobody listens at the webhook any more."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", world.webhook_port or 0)) != 0
