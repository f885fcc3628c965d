"""Three of the bot behind a balancer, on one database: to a chat they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import Address
from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.balancer import balancing
from tests.postgres import emptied
from tests.world import Conversation, World, free_port

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
REPLICAS = 3


@dataclass
class Replicas:
    """The bots at work, each of which can be stopped."""

    world: World
    running: list[AsyncExitStack] = field(default_factory=list)

    def person(self, name: str) -> Conversation:
        """Somebody in their private chat."""
        return self.world.person(name)

    async def stop(self, place: int) -> None:
        """Let one of them finish and end."""
        await self.running[place].aclose()


@pytest.fixture
async def replicas(tmp_path: Path, postgres_server: str, postgres_database: str) -> AsyncIterator[Replicas]:
    url = await emptied(postgres_server, postgres_database)
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(Telegram())
        vendor = await stack.enter_async_context(Vendor())
        ports = [free_port() for _ in range(REPLICAS)]
        world = World(
            telegram=telegram,
            vendor=vendor,
            directory=tmp_path / "data",
            database=url,
            webhook_port=free_port(),
            every_seconds=0.05,
        )
        await stack.enter_async_context(balancing(world.webhook_port or 0, ports))
        replicas = Replicas(world)
        for port in ports:
            one = await stack.enter_async_context(AsyncExitStack())
            await one.enter_async_context(world.bot(replace(world.settings(), http_listen=Address("127.0.0.1", port))))
            replicas.running.append(one)
        yield replicas


def said(chat: Conversation) -> list[str]:
    """What the bot said, in order."""
    return [message.text for message in chat.messages if message.by_bot]


async def test_many_chats_at_once_are_answered_once_each_in_their_own_order(replicas: Replicas) -> None:
    chats = [replicas.person(f"Person {number}") for number in range(12)]

    for number in range(4):
        for chat in chats:
            chat.write(f"/nonsense{number}")
    for chat in chats:
        await chat.until(lambda chat=chat: len(said(chat)) >= 4)  # type: ignore[misc]  # bound for this chat

    for chat in chats:
        asked = [text.split("/nonsense")[1][0] for text in said(chat) if "/nonsense" in text]
        assert asked == ["0", "1", "2", "3"]


async def test_an_account_connected_through_one_is_known_to_all_and_a_wait_too(replicas: Replicas) -> None:
    chat = replicas.person("Alice")
    account = replicas.world.account()

    await chat.says("/login")
    await chat.says(account.token)

    for _ in range(REPLICAS * 2):
        assert "176 GB" in (await chat.says("/balance")).text


async def test_a_summary_is_sent_by_one_of_them_and_by_one_that_is_left_the_next_day(replicas: Replicas) -> None:
    world = replicas.world
    chats = [replicas.person(f"Person {number}") for number in range(5)]
    for chat in chats:
        await chat.says(f"/login {world.account().token}")
        await chat.says("/alerts off")
        await chat.says("/daily 09:00 UTC")
    before = {chat.chat.id: len(said(chat)) for chat in chats}

    for days in (1, 2):
        now = world.clock()
        nine = now.replace(hour=9, minute=0, second=30, microsecond=0)
        world.clock.advance((nine if nine > now else nine + timedelta(days=1)) - now)
        for chat in chats:
            await chat.until(lambda chat=chat, days=days: len(said(chat)) >= before[chat.chat.id] + days)  # type: ignore[misc]
        if days == 1:
            await replicas.stop(0)

    assert Counter(len(said(chat)) - before[chat.chat.id] for chat in chats) == {2: len(chats)}


async def test_what_one_of_them_leaves_at_its_end_another_answers(replicas: Replicas) -> None:
    world = replicas.world
    chat = replicas.person("Alice")
    account = world.account()
    await chat.says(f"/login {account.token}")

    await replicas.stop(1)
    await replicas.stop(2)

    assert "176 GB" in (await chat.says("/balance")).text
