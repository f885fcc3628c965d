"""The bot as a process whose disk fails it: nothing is confirmed that is not kept or answered, and it recovers."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.world import Conversation, World

SEEN = "the database can't be used"
OVER = "the database can be used again"

mounting = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root on Linux may mount a disk that is full soon"
)


class Running:
    """A bot as a process, and what it said so far."""

    def __init__(self, process: asyncio.subprocess.Process, said: Path) -> None:
        self.process = process
        self._said = said

    @property
    def said(self) -> list[str]:
        """The lines of its log."""
        return self._said.read_text().splitlines()

    def count(self, text: str) -> int:
        """How many lines hold a text."""
        return sum(text in line for line in self.said)


@asynccontextmanager
async def running(world: World, tmp_path: Path) -> AsyncIterator[Running]:
    """Run a bot until the block ends."""
    said = tmp_path / "said"
    with said.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run",
            env=world.environment() | {"LOG_LEVEL": "INFO"}, stdout=out, stderr=out,
        )  # fmt: skip
        try:
            yield Running(process, said)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


@contextmanager
def disk(directory: Path, *, mebibytes: int) -> Iterator[Path]:
    """A small disk of its own."""
    directory.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", str(directory)], check=True)
    try:
        yield directory
    finally:
        subprocess.run(["umount", "-l", str(directory)], check=True)


def fill(disk: Path) -> Path:
    """Write until there is no room for one more byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        piece = bytes(65536)
        while piece:
            try:
                while file.write(piece):
                    pass
            except OSError:
                piece = piece[: len(piece) // 2]
    return filler


def told(chat: Conversation) -> list[str]:
    """What the bot said, but for the apology, which is `""`."""
    sorry = chat.words("bug")
    return ["" if one.text == sorry else one.text for one in chat.messages if one.by_bot]


@mounting
async def test_a_full_disk_is_said_once_confirms_nothing_unkept_and_is_recovered_from(
    world: World, tmp_path: Path
) -> None:
    with disk(tmp_path / "disk", mebibytes=4) as small:
        world = replace(world, directory=small / "data")
        chat = world.person()
        async with running(world, tmp_path) as bot:
            await chat.says(f"/login {world.account().token}")

            # When there is no room, and people go on asking
            filler = fill(small)
            for number in range(8):
                before = len(told(chat))
                chat.write(f"/q{number:04}")
                await chat.until(lambda before=before: len(told(chat)) > before)  # type: ignore[misc]
            full = bot.count(SEEN)
            loud = [line for line in bot.said if " ERROR " in line or "Traceback" in line]

            # And when there is room again
            filler.unlink()
            answer = await chat.says("/q9999")
            await chat.until(lambda: bot.count(OVER) > 0)
            balance = await chat.says("/balance")

    assert full == 1
    assert len(loud) == 1, loud
    assert "disk is full" in loud[0] or "disk I/O error" in loud[0]
    assert "/q9999" in answer.text
    assert bot.count(OVER) == 1
    assert "176" in balance.text or "175" in balance.text
    assert world.telegram.pending <= 1


async def test_a_database_that_another_holds_too_long_is_said_once_and_nobody_is_forgotten(
    world: World, tmp_path: Path
) -> None:
    chat = world.person()
    async with running(world, tmp_path) as bot:
        await chat.says("/help")
        with closing(sqlite3.connect(world.directory / "bot.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for number in range(3):
                chat.write(f"/q{number:04}")
            await chat.until(lambda: bot.count(SEEN) > 0)
            other.execute("ROLLBACK")
        await chat.until(lambda: len(told(chat)) >= 4)
        answer = await chat.says("/q9999")
        await chat.until(lambda: bot.count(OVER) > 0)

    assert "/q9999" in answer.text
    assert len(told(chat)) == 5
    assert (bot.count(SEEN), bot.count(OVER)) == (1, 1)
    assert not any("Traceback" in line for line in bot.said)


@mounting
async def test_a_place_that_is_read_only_is_said_at_the_start_in_one_line(world: World, tmp_path: Path) -> None:
    world.directory.mkdir()
    (world.directory / "bot.db").touch()
    subprocess.run(["mount", "--bind", str(world.directory), str(world.directory)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(world.directory)], check=True)
    try:
        async with running(world, tmp_path) as bot:
            code = await asyncio.wait_for(bot.process.wait(), 30)
    finally:
        subprocess.run(["umount", "-l", str(world.directory)], check=True)

    assert code == 2
    assert len(bot.said) == 1, bot.said
    assert "Read-only file system" in bot.said[0]
