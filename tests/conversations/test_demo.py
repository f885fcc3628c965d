"""The month that the demo has behind it: lived through by the real bot, which knows of it what it has seen."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from sandbox.telegram import Message
from sandbox.vendor.accounts import GB
from tests.demo import demonstrated

CONNECTED = 8 * GB
"""What was used of the only active package when the account was connected."""


def texts(messages: tuple[Message, ...]) -> list[str]:
    """What the bot said."""
    return [message.text or message.caption or "" for message in messages if message.by_bot]


async def test_the_bot_has_lived_through_a_month_and_knows_where_the_traffic_went(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    async with demonstrated(tmp_path, zone="Europe/Berlin") as world:
        async with aiohttp.ClientSession() as http, http.get(f"{world.page_url}/state") as response:
            state = await response.json()
        telegram, team = world.telegram, world.vendor.accounts[0]
        alice = state["scene"]["people"][0]["id"]
        chats = {chat["title"]: chat["id"] for chat in state["scene"]["chats"] if chat["kind"] != "private"}
        (private,) = (chat for chat in world.chats if chat.id == alice)
        (forum,) = (chat for chat in world.chats if chat.id == chats["Data team"])
        mine, theirs = telegram.messages(private), telegram.messages(forum)
        behind = state["backstage"]

    # Not a token is left in the chat, and what was said stands where it belongs in time.
    assert team.token not in " ".join(message.text or "" for message in mine)
    assert timedelta(days=29) < now - mine[0].sent < timedelta(days=31)
    assert [message.sent for message in mine] == sorted(message.sent for message in mine)
    assert now - timedelta(hours=2) < mine[-1].sent <= now
    assert len(mine) < 30
    # It was connected a month ago, shared later, and asked for since.
    assert "Connected as main" in " ".join(texts(mine))
    assert "Alice connected the account main" in " ".join(texts(theirs))
    assert "of 176 GB available" in texts(theirs)[-1]
    # What it says was used is what was used at the vendor, up to the hour in which it said so.
    used = sum(record.traffic_used for record in team.records if record.status == 1 or record.record_id == "120007")
    (caption,) = (text for text in texts(mine) if text.startswith("Traffic used"))
    found = re.search(r"([\d.]+) GB in all", caption)
    assert found is not None
    assert abs(float(found[1]) - (used - CONNECTED) / GB) < 2
    assert "expire unused" in caption
    # The demo shows the machine's own time again.
    assert abs(behind["ahead_seconds"]) < 1
