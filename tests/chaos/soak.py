"""`make soak`: the bot as a process under load for long; exits 1 where something leaks or somebody is not answered."""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import statistics
import sys
import tempfile
from collections import deque
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.faults import Delay, Fault, Proxy, Reset, answers
from sandbox.telegram import Chat, Sent, Telegram, Watch
from sandbox.telegram.events import Answered
from sandbox.vendor import Vendor
from tests.world import Conversation, World

PEOPLE, CONNECTED, GROUPS = 300, 100, 20
WARM_UP = 0.25
"""The share of the time after which memory is measured."""
DRAIN_SECONDS = 30.0
MOST_MIB_AN_HOUR, MOST_MIB = 20.0, 6.0
"""Both must be passed to count as a leak: in a short run a few MiB are a large slope."""
REST_SECONDS = 65.0
"""After which the bot has closed the connections that it kept: they may be idle for 30, and are looked at every 30."""
MOST_MORE = 10
"""Open files and tasks of a bot at rest, after the load against before it."""
TROUBLES: tuple[tuple[str, Fault, bytes, float], ...] = (
    ("vendor", Delay(seconds=0.5), b"", 5.0),
    ("vendor", answers.outage(502, page=True), b"", 2.0),
    ("telegram", Reset(way="response"), b"/getUpdates", 2.0),
    ("vendor", Reset(way="response"), b"", 2.0),
    ("telegram", answers.flood(1), b"/getUpdates", 1.0),
)
"""Neighbour, fault, what it is for, and for how many seconds: one after the other, with calm between them."""
CALM_SECONDS = 15.0
TEXTS = ("/balance", "/records", "/help", "/accounts", "/q", "/alerts", "/daily", "hello")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What the process took at an instant, in seconds from the beginning."""

    at: float
    mib: float
    files: int
    tasks: int


@dataclass(slots=True)
class Load:
    """What people ask, and how long each waited. What is asked in a chat is answered in its order."""

    world: World
    people: list[Conversation]
    groups: list[Chat]
    dice: random.Random = field(default_factory=lambda: random.Random(1))
    waiting: dict[int, deque[float]] = field(default_factory=dict)
    pressed: dict[str, float] = field(default_factory=dict)
    boards: dict[int, int] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    asked: int = 0

    @property
    def unanswered(self) -> int:
        """How many wait."""
        return len(self.pressed) + sum(map(len, self.waiting.values()))

    def ask(self, now: float) -> None:
        """Let somebody ask something: mostly in private, at times by a button or in a group."""
        person = self.dice.choice(self.people)
        self.asked += 1
        kind = self.dice.random()
        board = self.boards.get(person.chat.id)
        if kind < 0.2 and board is not None:
            press = self.world.telegram.press(person.person, person.chat, board, "/balance")
            self.pressed[press.id] = now
        elif 0.2 <= kind < 0.23:
            # In turn: a group that asks too much is not answered, by design.
            self._write(self.people[0], self.groups[self.asked % len(self.groups)], "/help", now)
        else:
            self._write(person, person.chat, "/usage" if kind > 0.99 else self.dice.choice(TEXTS), now)

    def _write(self, person: Conversation, chat: Chat, text: str, now: float) -> None:
        self.waiting.setdefault(chat.id, deque()).append(now)
        self.world.telegram.send(person.person, chat, text)

    async def listen(self, watch: Watch) -> None:
        """Note who is answered, and where the latest figures stand."""
        time = asyncio.get_running_loop().time
        async for event in watch:
            begun: float | None = None
            if isinstance(event, Answered):
                begun = self.pressed.pop(event.press.id, None)
            elif isinstance(event, Sent) and event.message.by_bot:
                if any(button.data == "/balance" for row in event.message.keyboard for button in row):
                    self.boards[event.chat.id] = event.message.id
                if self.waiting.get(event.chat.id):
                    begun = self.waiting[event.chat.id].popleft()
            if begun is not None:
                self.waits.append(time() - begun)


async def main(arguments: Sequence[str]) -> int:
    """Soak, and say what came of it."""
    asked = _parser().parse_args(arguments)
    logging.disable(logging.CRITICAL)
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(Telegram())
        vendor = await stack.enter_async_context(Vendor())
        proxies = {
            name: await stack.enter_async_context(Proxy(int(one.url.rpartition(":")[2])))
            for name, one in (("telegram", telegram), ("vendor", vendor))
        }
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        world = World(telegram=telegram, vendor=vendor, directory=directory)
        behind = {"TELEGRAM_API_URL": proxies["telegram"].url, "BYTESFLOWS_API_URL": proxies["vendor"].url}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.chaos.soaked",
            env=world.environment() | behind | {"LOG_LEVEL": "ERROR"}, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            load = await _populated(world)
            samples = await _soak(load, proxies, process, minutes=asked.minutes, rate=asked.rate)
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
    return _judged(load, samples)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make soak", description="The bot under load for long.")
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=30.0, help="updates a second")
    return parser


async def _populated(world: World) -> Load:
    people = [world.person(f"Person {number}") for number in range(PEOPLE)]
    while not any(call.method == "getWebhookInfo" for call in world.telegram.calls):
        await asyncio.sleep(0.05)
    for person in people[:CONNECTED]:
        await person.says(f"/login {world.account(records=3).token}")
    groups = [world.telegram.group(f"Group {number}", people[0].person) for number in range(GROUPS)]
    for group in groups:
        async with world.telegram.watch() as watch:
            world.telegram.add_bot(group, people[0].person)
            async for event in watch:
                if isinstance(event, Sent) and event.message.by_bot:
                    break
    return Load(world, people, groups)


async def _soak(
    load: Load, proxies: dict[str, Proxy], process: asyncio.subprocess.Process, *, minutes: float, rate: float
) -> list[Sample]:
    time = asyncio.get_running_loop().time
    begin, samples, asked = time(), list[Sample](), 0
    async with load.world.telegram.watch() as watch:
        trouble = asyncio.create_task(_trouble(proxies))
        beside = [asyncio.create_task(load.listen(watch)), asyncio.create_task(_measure(process, samples, begin))]
        await asyncio.sleep(3.0)
        del samples[:-1]  # what was said before is of a bot that was just starting
        begin = time()
        while time() < begin + minutes * 60:
            while asked < (time() - begin) * rate:
                load.ask(time())
                asked += 1
            await asyncio.sleep(0.01)
        trouble.cancel()
        for proxy in proxies.values():
            await proxy.end()
        until = time() + DRAIN_SECONDS
        while load.unanswered and time() < until:
            await asyncio.sleep(0.1)
        await asyncio.sleep(REST_SECONDS)
        for task in beside:
            task.cancel()
    return samples


async def _trouble(proxies: dict[str, Proxy]) -> None:
    while True:
        for name, fault, only, seconds in TROUBLES:
            await asyncio.sleep(CALM_SECONDS)
            await proxies[name].begin(fault, only=only)
            await asyncio.sleep(seconds)
            await proxies[name].end()


async def _measure(process: asyncio.subprocess.Process, samples: list[Sample], begin: float) -> None:
    """Take a sample whenever the process says how many tasks it has."""
    assert process.stdout is not None
    here = Path(f"/proc/{process.pid}")
    while line := await process.stdout.readline():
        at = asyncio.get_running_loop().time() - begin
        mib = int((here / "statm").read_text().split()[1]) * 4 / 1024
        sample = Sample(at=at, mib=mib, files=len(list((here / "fd").iterdir())), tasks=int(line))
        if not samples or int(at // 60) > int(samples[-1].at // 60):
            print(f"{at:6.0f} s  {mib:6.1f} MiB  {sample.files:4} open files  {sample.tasks:4} tasks", flush=True)
        samples.append(sample)


def _judged(load: Load, samples: Sequence[Sample]) -> int:
    """Print the figures; return the exit code."""
    end = samples[-1].at - REST_SECONDS
    warm = [one for one in samples if WARM_UP * end <= one.at <= end]
    slope = statistics.linear_regression([one.at for one in warm], [one.mib for one in warm]).slope * 3600
    grown = slope / 3600 * (warm[-1].at - warm[0].at)
    waits = sorted(load.waits)
    p50, p99 = (waits[int(len(waits) * share)] * 1000 for share in (0.5, 0.99))
    first, last = samples[0], samples[-1]
    print(
        f"memory      {slope:+.1f} MiB an hour after warm-up ({grown:+.1f} MiB in all), {last.mib:.1f} MiB at the end"
    )
    print(f"open files  {first.files} at first, {last.files} at the end")
    print(f"tasks       {first.tasks} at first, {last.tasks} at the end")
    print(f"answered    {len(waits)} of {load.asked}, p50 {p50:.0f} ms, p99 {p99:.0f} ms, troubles among them")
    print(f"unanswered  {load.unanswered}")
    wrong = [
        *(["memory"] if slope > MOST_MIB_AN_HOUR and grown > MOST_MIB else []),
        *(["open files"] if last.files > first.files + MOST_MORE else []),
        *(["tasks"] if last.tasks > first.tasks + MOST_MORE else []),
        *(["unanswered"] if load.unanswered else []),
    ]
    print(f"wrong: {', '.join(wrong)}" if wrong else "nothing leaks, and everybody was answered")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
