"""A running bot looked at from outside: what it says of itself over HTTP, and what never."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot import app
from bot.config import Address
from bot.metrics import OTHER, PREFIX
from bot.vault import new_key
from tests.bot.figures import figures
from tests.bot.lines import written
from tests.world import PATIENCE, World, sent_by_bot

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Eyes:
    """Somebody who looks at a running bot."""

    def __init__(self, session: aiohttp.ClientSession, root: str) -> None:
        self._session = session
        self._root = root

    async def sees(self, path: str) -> tuple[int, bytes]:
        """Return status and body."""
        async with self._session.get(f"{self._root}{path}") as response:
            return response.status, await response.read()

    async def figures(self, **labels: str) -> dict[str, float]:
        """Return the figures with just these labels."""
        return figures((await self.sees("/metrics"))[1], **labels)

    async def until_shown(self, text: str) -> str:
        """Wait until a text is among the figures, and return them."""
        async with asyncio.timeout(PATIENCE):
            while text not in (shown := (await self.sees("/metrics"))[1].decode()):
                await asyncio.sleep(0.05)
        return shown

    async def is_ready(self) -> tuple[int, dict[str, Any]]:
        """Return the status, and what was found."""
        status, body = await self.sees("/readyz")
        return status, json.loads(body)

    async def until_ready(self) -> None:
        """Wait until it says so."""
        async with asyncio.timeout(PATIENCE):
            while (await self.is_ready())[0] != 200:
                await asyncio.sleep(0.1)


@asynccontextmanager
async def watched(world: World, **changed: Any) -> AsyncIterator[Eyes]:
    """A running bot, and eyes on it."""
    settings = replace(world.settings(), http_listen=Address("127.0.0.1", 0), **changed)
    with written() as lines:
        async with world.bot(settings), aiohttp.ClientSession() as session:
            (port,) = {found[1] for line in lines.all if (found := re.search(r"serving on port (\d+)", line))}
            yield Eyes(session, f"http://127.0.0.1:{port}")


async def test_a_bot_that_has_started_is_alive_and_ready_and_says_why(world: World) -> None:
    async with watched(world) as eyes:
        await eyes.until_ready()
        alive, ready = await eyes.sees("/healthz"), await eyes.is_ready()

    assert alive == (200, b"ok\n")
    checks = {"started": "ok", "database": "ok", "telegram": "ok", "keys": "ok"}
    assert ready == (200, {"ready": True, "checks": checks})


async def test_a_bot_that_waits_for_telegram_is_alive_and_not_ready(world: World) -> None:
    world.telegram.faults.answer("getMe", status=502, description="Bad Gateway", times=None)
    stop = asyncio.Event()
    with written() as lines:
        settings = replace(world.settings(), http_listen=Address("127.0.0.1", 0))
        running = asyncio.create_task(app.run(settings, stop=stop))
        async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
            while not (ports := [found[1] for line in lines.all if (found := re.search(r"on port (\d+)", line))]):
                await asyncio.sleep(0.01)
            eyes = Eyes(session, f"http://127.0.0.1:{ports[0]}")
            alive, ready = await eyes.sees("/healthz"), await eyes.is_ready()
        stop.set()
        await running

    assert alive == (200, b"ok\n")
    assert ready == (503, {"ready": False, "checks": {"started": "not yet"}})


async def test_a_keyring_that_opens_nothing_is_no_keyring_to_be_ready_with(world: World) -> None:
    old = new_key()
    chat = world.person()
    async with world.bot(replace(world.settings(), encryption_keys=old)):
        await chat.says(f"/login {world.account().token}")

    async with watched(world, encryption_keys=new_key()) as eyes:
        async with asyncio.timeout(PATIENCE):
            while (await eyes.is_ready())[1]["checks"]["keys"] == "not looked at yet":
                await asyncio.sleep(0.1)
        wrong = await eyes.is_ready()
        locked = (await eyes.figures())[f"{PREFIX}_accounts_locked"]
    async with watched(world, encryption_keys=old) as eyes:
        await eyes.until_ready()

    assert (wrong[0], wrong[1]["checks"]["keys"]) == (503, "none of 1 accounts opens")
    assert locked == 1


HOSTILE = 'Eve"} 1\n# evil{a="b"} 99999999 -100123 tok_5ecret'


async def test_a_conversation_with_hostile_names_leaves_none_of_it_in_the_figures(world: World) -> None:
    world.every_seconds = 0.01
    account = world.account(records=12)
    chat = world.person(HOSTILE)
    group = replace(chat, chat=world.telegram.group(HOSTILE, chat.person))
    async with watched(world) as eyes:
        await chat.says(f"/login {account.token} Eve")
        await chat.says(f"/balance {HOSTILE}")
        await chat.says(f"/nonsense {HOSTILE}")
        world.telegram.add_bot(group.chat, chat.person)
        await group.says("/help")
        page = await chat.says("/records")
        await chat.presses(page, "/records 2")
        chat.press(page, HOSTILE)
        world.telegram.enqueue({"message": {"chat": {"id": [1]}, "date": 10**17, "text": HOSTILE}})
        world.telegram.faults.answer("sendMessage", status=400, description=f"Bad Request: {HOSTILE}")
        await chat.says("/help")
        world.vendor.faults.answer(status=502, body=HOSTILE.encode())
        await chat.says("/records order")
        soon = world.clock() + timedelta(minutes=2)
        await chat.says(f"/daily {soon:%H:%M} UTC")
        await chat.says("/pin")
        async with chat.watch() as watch:
            world.clock.advance(timedelta(minutes=3))
            await chat.next(watch, sent_by_bot)
        exposed = await eyes.until_shown('kind="daily",outcome="sent"')

    words = {word for line in exposed.splitlines() for word in re.findall(r'="([^"]*)"', line)}
    names = [HOSTILE, "Eve", "evil", "5ecret", account.token, world.telegram.token, world.telegram.token.split(":")[1]]
    assert [name for name in names if name in exposed] == []
    assert words.isdisjoint({str(chat.chat.id), str(group.chat.id), str(chat.person.id), "-100123", OTHER})
    shown = {
        "command",
        "press",
        "answered",
        "skipped",
        "failed",
        "broken",
        "sendMessage",
        "overview",
        "note",
        "records",
    }
    assert shown <= words
