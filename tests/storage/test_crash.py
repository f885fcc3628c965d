"""A move that is cut short: whatever statement is the last, all of the chat is where it was, or all where it goes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import storage
from storage import Login, Occurrence, Storage
from tests.storage.given import CHAT, GROUP, NOW, PERSON, SUPERGROUP, TEN, code, connect, reading

Rows = dict[str, list[Any]]

MOVES = """
import asyncio, os, shutil, sys
from datetime import datetime
from sqlalchemy import Engine, event
import storage

path, old_id, new_id, now = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), datetime.fromisoformat(sys.argv[4])

async def move(path, last):
    done = 0

    def count(*_):
        nonlocal done
        done += 1
        if done == last:
            os._exit(9)

    async with storage.opened("sqlite:///" + path) as kept:
        event.listen(Engine, "after_cursor_execute", count)
        await kept.life.move(
            old_id,
            new_id,
            now=now,
            reseal=lambda _id, _chat, sealed: b"again " + sealed,
            free_name=lambda name, taken: name + "-2",
        )
        os._exit(0)

ended, last = 9, 0
while ended == 9:
    last += 1
    here = path + "." + str(last)
    shutil.copy(path, here)
    process = os.fork()
    if process == 0:
        asyncio.run(move(here, last))
    ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    print(ended)
"""
"""Lets one process after the other move the group in a file of its own, the one that ends with `.1` after the first
statement, and so on, until one has moved it. Says how each ended."""


def moved_by_processes(path: Path) -> list[tuple[Path, bool]]:
    """Let processes move the group; returns the file of each, and whether it was done before it ended."""
    arguments = [str(path), str(GROUP), str(SUPERGROUP), NOW.isoformat()]
    ran = subprocess.run(
        [sys.executable, "-c", MOVES, *arguments], capture_output=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert ran.returncode == 0, ran.stderr.decode()
    codes = [int(line) for line in ran.stdout.split()]
    assert set(codes) == {9, 0}, ran.stderr.decode()
    return [(path.with_name(f"{path.name}.{number}"), code == 0) for number, code in enumerate(codes, 1)]


async def move(kept: Storage) -> bool:
    """The same here, to the end."""
    return await kept.life.move(
        GROUP,
        SUPERGROUP,
        now=NOW,
        reseal=lambda _id, _chat, sealed: b"again " + sealed,
        free_name=lambda name, _: f"{name}-2",
    )


def rows(path: Path) -> Rows:
    """Everything in every table, as another process finds it."""
    database = sqlite3.connect(path)
    names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    found = {name: database.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}
    database.close()
    return found


async def make(path: Path) -> None:
    """A group with everything that moves, and a supergroup that has some of it already."""
    async with storage.opened(f"sqlite:///{path}") as kept:
        own = await connect(kept)
        first, there = await connect(kept, chat_id=GROUP), await connect(kept, chat_id=SUPERGROUP)
        for account in (first, there):
            await kept.history.add(account.account_id, reading())
        await connect(kept, "share", chat_id=GROUP, shared_from=own)
        gone = await connect(kept, "gone", chat_id=GROUP)
        await kept.accounts.disconnect(gone, keep_history=True)
        await kept.chats.choose(GROUP, language="de", default_account_id=first.account_id)
        await kept.chats.choose(SUPERGROUP, zone="Europe/Berlin")
        await kept.logins.begin(CHAT, PERSON, Login(name="", target_chat_id=GROUP), NOW + TEN)
        await kept.codes.make(code(), NOW)
        for chat_id, topic_id in ((GROUP, 5), (GROUP, 7), (SUPERGROUP, 5)):
            await kept.daily.set(chat_id, topic_id, 540, lambda _: Occurrence(local_date=NOW.date(), at=NOW))
        # It came to be from a group of its own: that number has to follow too.
        await kept.chats.meet(GROUP - 1, "group", None, NOW)
        await kept.life.move(
            GROUP - 1, GROUP, now=NOW, reseal=lambda _id, _chat, old: old, free_name=lambda name, _: name
        )


async def test_a_move_that_is_cut_short_anywhere_happened_as_a_whole_or_not_at_all(path: Path, tmp_path: Path) -> None:
    # Given what a group is before it moved, and after
    await make(path)
    before = rows(path)
    shutil.copy(path, there := tmp_path / "there.db")
    async with storage.opened(f"sqlite:///{there}") as kept:
        assert await move(kept)
    after = rows(there)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["accounts", "chats", "codes", "daily", "logins", "moves"]

    # When a process is ended after its first statement, its second, and so on until one gets to the end
    moved = moved_by_processes(path)

    # Then nothing has moved, or all of it; and whoever moves it again finishes it.
    for here, done in moved:
        assert rows(here) == (after if done else before), here.name
        async with storage.opened(f"sqlite:///{here}") as kept:
            assert await move(kept) is not done
        assert rows(here) == after
    assert [done for _, done in moved] == [False] * (len(moved) - 1) + [True]
    assert len(moved) > 10
