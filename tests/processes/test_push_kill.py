"""Workers as processes: two on one database, killed at any instant thirty times, miss nothing and repeat one a kill."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from subprocess import PIPE, Popen

import storage
from storage import Daily, Occurrence
from tests.world import PATIENCE

KILLS = 30
SUMMARIES = 600
SECONDS = 14.0
"""For which summaries get due, one after the other."""
WORKERS = """
import asyncio, os, random, signal, sys
from datetime import UTC, datetime, timedelta
import storage
from bot.pushes.daily import DailyErrands
from bot.pushes.outcome import Done
from bot.pushes.worker import Worker

database, said = sys.argv[1:]

async def work():
    dice = random.Random(os.getpid())
    out = os.open(said, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    async def perform(due, turn):
        await asyncio.sleep(dice.uniform(0, 0.02))
        await turn()
        os.write(out, b"%d %d\\n" % (os.getpid(), due.daily.chat_id))
        await asyncio.sleep(dice.uniform(0, 0.01))  # Telegram has it; its answer is under way
        return Done.SENT

    async with storage.opened("sqlite:///" + database) as kept:
        worker = Worker(
            DailyErrands(kept.daily, perform),
            clock=lambda: datetime.now(UTC),
            lease=timedelta(seconds=2),
            poll_seconds=0.02,
        )
        await worker.run()

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
for _ in sys.stdin:
    process = os.fork()
    if process == 0:
        asyncio.run(work())
    print(process, flush=True)
"""
"""Makes a worker for each line it reads, and says its number: forked, for what is imported costs a second each time."""


class Workers:
    """Worker processes on one database, which write down what they say: their own number and the chat's."""

    def __init__(self, made: Popen[str], said: Path) -> None:
        self._made = made
        self._said = said
        self.running: list[int] = []

    def start(self) -> None:
        """Start one more."""
        assert self._made.stdin is not None
        assert self._made.stdout is not None
        self._made.stdin.write("\n")
        self._made.stdin.flush()
        self.running.append(int(self._made.stdout.readline()))

    def kill(self, number: int) -> None:
        """End one at this instant."""
        os.kill(self.running.pop(number), signal.SIGKILL)

    def said(self) -> list[tuple[int, int]]:
        """Who said what, in order."""
        lines = self._said.read_text().splitlines() if self._said.exists() else []
        return [(int(process), int(chat_id)) for process, chat_id in map(str.split, lines)]


@contextmanager
def workers(database: Path, said: Path) -> Iterator[Workers]:
    """Workers, which are ended with the block."""
    arguments = [sys.executable, "-c", WORKERS, str(database), str(said)]
    with Popen(arguments, stdin=PIPE, stdout=PIPE, text=True, cwd=Path(__file__).parents[2]) as made:
        working = Workers(made, said)
        try:
            yield working
        finally:
            while working.running:
                working.kill(0)
            made.kill()


def plan(begin: datetime, daily: Daily) -> Occurrence:
    """Each has its moment."""
    at = begin + timedelta(seconds=SECONDS) * daily.chat_id / SUMMARIES
    return Occurrence(local_date=begin.date(), at=at)


async def all_settled(kept: storage.Storage, begin: datetime) -> bool:
    """Whether each is written down as said."""
    for chat_id in range(1, SUMMARIES + 1):
        daily = await kept.daily.find(chat_id, 0)
        if daily is None or daily.last_date != begin.date():
            return False
    return True


async def test_two_workers_killed_thirty_times_miss_nothing_and_repeat_one_a_kill_at_most(tmp_path: Path) -> None:
    # Given summaries that get due one after the other, and two workers
    dice, database = random.Random(11), tmp_path / "bot.db"
    killed: list[int] = []
    with workers(database, tmp_path / "said") as working:
        async with storage.opened(f"sqlite:///{database}") as kept:
            for chat_id in range(1, SUMMARIES + 1):
                await kept.chats.meet(chat_id, "private", None, datetime.now(UTC))
            begin = datetime.now(UTC) + timedelta(seconds=2)
            tomorrow = (begin.hour + 12) % 24 * 60  # not in the next minutes, wherever the day ends
            for chat_id in range(1, SUMMARIES + 1):
                await kept.daily.set(chat_id, 0, tomorrow, partial(plan, begin))
        working.start()
        working.start()

        # When one of them is killed, and another started in its place, over and over
        for _ in range(KILLS):
            await asyncio.sleep(dice.uniform(0.1, 2 * SECONDS / KILLS - 0.1))
            victim = dice.randrange(2)
            killed.append(working.running[victim])
            working.kill(victim)
            working.start()
        async with storage.opened(f"sqlite:///{database}") as kept, asyncio.timeout(PATIENCE * 3):
            # What a killed one had in hand is taken over when its claim has run out.
            while not await all_settled(kept, begin):
                await asyncio.sleep(0.1)

        # Then each was said, and again only what a killed one had just been saying.
        said = working.said()
    last = {chat_id: number for number, (_, chat_id) in enumerate(said)}
    repeated = Counter(process for number, (process, chat_id) in enumerate(said) if last[chat_id] != number)
    assert set(last) == set(range(1, SUMMARIES + 1))
    assert repeated.keys() <= set(killed)
    assert max(repeated.values(), default=0) <= 1
    assert len({process for process, _ in said}) > KILLS / 2
