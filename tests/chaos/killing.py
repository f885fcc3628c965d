"""Bots killed over and over while people ask and pushes fall due; what was answered and said is counted afterwards."""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import storage
from bot.app import SAID_AT_ONCE
from sandbox.telegram import Telegram
from sandbox.vendor import Account, Vendor
from storage import Daily, Occurrence
from tests.balancer import balancing
from tests.chaos.bots import Bots, bots
from tests.world import Conversation, Shown, World, free_port

Engine = Literal["sqlite", "postgresql"]
Mode = Literal["polling", "webhook"]
SECONDS_A_KILL = 0.7
LULL_SECONDS = 9.0
"""On PostgreSQL before each fifth kill: so long it takes to see that somebody is dead, and to do what was theirs."""
ASKING, HEARING = 6, 12
"""People who ask, and people who only hear what the bot says by itself, of each kind of push."""
FINAL_SECONDS = 120.0
LATER = timedelta(minutes=16)
"""By how much the clock is ahead in the second half of the kills: every account is looked at then, and every card."""
GB = 1024**3
_MARKER = re.compile(r"/q(\d{5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One way to run the bot."""

    engine: Engine
    processes: int
    mode: Mode = "polling"


CELLS = (
    *(
        Cell(engine=engine, processes=processes, mode=mode)
        for engine in get_args(Engine)
        for processes in (1, 2)
        for mode in get_args(Mode)
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of it. `in_hand`: how many answers and pushes the kills could at most have cut off."""

    cell: Cell
    kills: int
    updates: int
    answered: int
    lost: int
    repeated: int
    disordered: int
    pushes: int
    pushes_lost: int
    pushes_repeated: int

    @property
    def faultless(self) -> bool:
        """Whether nothing was lost, order was kept, and no more was repeated than was in hand."""
        nothing_lost = not (self.lost or self.pushes_lost or self.disordered)
        in_hand = self.repeated <= self.kills * ASKING and self.pushes_repeated <= self.kills * SAID_AT_ONCE
        return nothing_lost and in_hand


class Loop:
    """One cell's world while it is killed."""

    def __init__(self, world: World, running: Bots, dice: random.Random, hearing: int) -> None:
        self.world = world
        self.running = running
        self.dice = dice
        self.asking = [world.person(f"Asking {number}") for number in range(ASKING)]
        self.summaries = [world.person(f"Summary {number}") for number in range(hearing)]
        self.alerts = [world.person(f"Alert {number}") for number in range(hearing)]
        self.cards = [world.person(f"Card {number}") for number in range(hearing)]
        self.accounts: dict[int, Account] = {}
        self.heard: dict[int, int] = {}
        self.asked = 0

    @property
    def hearing(self) -> list[Conversation]:
        """Who hears of accounts of theirs."""
        return [*self.summaries, *self.alerts, *self.cards]

    async def prepare(self) -> None:
        """Let everybody who is to hear something connect, and place the cards."""
        self.running.start()
        await _until(lambda: any(call.method == "getWebhookInfo" for call in self.world.telegram.calls), FINAL_SECONDS)
        for person in self.hearing:
            self.accounts[person.chat.id] = self.world.account(total=100 * GB, available=90 * GB)
        await asyncio.gather(*(self._begin(person) for person in self.hearing))
        await asyncio.sleep(1.0)  # what there is to say of a new account is said
        self.running.kill_all()
        self.heard = {person.chat.id: person.messages[-1].id for person in self.hearing}

    async def _begin(self, person: Conversation) -> None:
        await self._said(person, f"/login {self.accounts[person.chat.id].token}")
        if person not in self.alerts:
            await self._said(person, "/alerts off")
        if person in self.cards:
            await self._said(person, "/pin")

    async def _said(self, person: Conversation, text: str) -> None:
        """Say something and wait until the bot says something, however slow this machine is at the moment."""
        before = sum(one.by_bot for one in person.messages)
        person.write(text)
        await _until(lambda: sum(one.by_bot for one in person.messages) > before, FINAL_SECONDS)

    async def plan(self, url: str, seconds: float) -> None:
        """Have the summaries fall due one after the other."""
        begin = datetime.now(UTC) + timedelta(seconds=1)
        far = (begin.hour + 12) % 24 * 60  # not in the next minutes, wherever the day ends
        async with storage.opened(url) as kept:
            for number, person in enumerate(self.summaries):
                at = begin + timedelta(seconds=seconds) * number / len(self.summaries)
                await kept.daily.set(person.chat.id, 0, far, partial(_planned, at))

    def ask(self, times: int) -> None:
        """Let everybody ask."""
        for _ in range(times):
            for person in self.asking:
                person.write(f"/q{self.asked:05}")
                self.asked += 1

    def burn(self, number: int) -> None:
        """Let the traffic of one of each kind run low, and have it seen; later there is nobody left."""
        for person in (*self.alerts[number : number + 1], *self.cards[number : number + 1]):
            self.accounts[person.chat.id].available = GB
            person.write("/balance")

    def answers(self) -> list[list[str]]:
        """The markers that each person was answered, in order."""
        said = [[one.text for one in person.messages if one.by_bot] for person in self.asking]
        return [[found[1] for text in texts if (found := _MARKER.search(text))] for texts in said]

    def answered(self) -> int:
        """How many questions were answered."""
        return sum(len(set(one)) for one in self.answers())

    def pushes(self) -> list[int]:
        """How often each summary and each alert was said, and whether each card shows what it should."""
        return [
            *(len(self._new(person)) for person in self.summaries),
            *(_most([one for one in self._new(person) if _is_alert(one)]) for person in self.alerts),
            *(int(_shows_the_latest(person)) for person in self.cards),
        ]

    def _new(self, person: Conversation) -> list[Shown]:
        return [one for one in person.messages if one.by_bot and one.id > self.heard[person.chat.id]]


async def killed(
    cell: Cell,
    directory: Path,
    *,
    kills: int,
    database: str | None = None,
    seed: int = 7,
    ask: int = 2,
    hearing: int = HEARING,
) -> Tally:
    """Kill a cell's bots so often, then let one finish; return what became of all. `database`: an empty PostgreSQL."""
    async with Telegram() as telegram, Vendor() as vendor, AsyncExitStack() as stack:
        ports = [free_port() for _ in range(cell.processes)] if cell.mode == "webhook" else []
        world = World(telegram=telegram, vendor=vendor, directory=directory)
        world.webhook_port = free_port() if ports else None
        environment = (
            world.environment() | {"SAMPLE_INTERVAL": "10m"} | ({"DATABASE_URL": database} if database else {})
        )
        if cell.mode == "webhook":
            telegram.sleep = lambda _seconds: asyncio.sleep(0.05)  # what was not taken is brought again soon
            await stack.enter_async_context(balancing(world.webhook_port or 0, ports))
        with bots(environment, ports) as running:
            loop = Loop(world, running, random.Random(7), hearing)
            await loop.prepare()
            seconds = kills * (SECONDS_A_KILL + (LULL_SECONDS / 5 if cell.engine == "postgresql" else 0))
            await loop.plan(database or world.settings().database_url, seconds)
            before = -(-kills // 2)
            for half, ahead in ((range(before), timedelta()), (range(before, kills), LATER)):
                # All by one clock: a lease must not look as if it had run out.
                running.kill_all()
                for place in range(cell.processes):
                    running.start(place, ahead)
                for kill in half:
                    loop.ask(2)
                    for number in range(hearing * kill // before, hearing * (kill + 1) // before):
                        loop.burn(number)
                    lull = LULL_SECONDS if cell.engine == "postgresql" and kill % 5 == 1 else 0.0
                    await asyncio.sleep(lull + loop.dice.uniform(0.1, 2 * SECONDS_A_KILL - 0.1))
                    place = loop.dice.randrange(cell.processes)
                    running.kill(place)
                    running.start(place, ahead)
            await _until(lambda: loop.answered() == loop.asked, FINAL_SECONDS)
            await _finish(loop)
        return _tally(cell, kills, loop)


async def _finish(loop: Loop) -> None:
    """Let what was claimed by the killed be taken over: by a clock a little ahead, for nobody waits minutes here."""
    for later in (3, 15, 30):
        if all(loop.pushes()):
            break
        loop.running.kill_all()
        loop.running.start(ahead=LATER + timedelta(minutes=later))
        await _until(lambda: all(loop.pushes()), FINAL_SECONDS / 3)
    await asyncio.sleep(1.0)  # in which what is done too often would show


def _tally(cell: Cell, kills: int, loop: Loop) -> Tally:
    answers, pushes = loop.answers(), loop.pushes()
    first = [list(dict.fromkeys(one)) for one in answers]
    return Tally(
        cell=cell,
        kills=kills,
        updates=loop.asked,
        answered=sum(map(len, first)),
        lost=loop.asked - sum(map(len, first)),
        repeated=sum(map(len, answers)) - sum(map(len, first)),
        disordered=sum(one != sorted(one) for one in first),
        pushes=len(pushes),
        pushes_lost=pushes.count(0),
        pushes_repeated=sum(max(0, times - 1) for times in pushes),
    )


def _is_alert(shown: Shown) -> bool:
    return any(data.startswith("/alerts snooze") for data in shown.commands)


def _most(alerts: list[Shown]) -> int:
    """How often the one that was said most often was said; each is known by its first line."""
    return max(Counter(one.text.partition("\n")[0] for one in alerts).values(), default=0)


def _shows_the_latest(person: Conversation) -> bool:
    """The card is the oldest message with its buttons; of the 90 GB on it there is one left."""
    card = next(one for one in person.messages if any(data.startswith("/pin") for data in one.commands))
    return re.search(r"\b1 GB", card.text) is not None


def _planned(at: datetime, _daily: Daily) -> Occurrence:
    return Occurrence(local_date=at.date(), at=at)


async def _until(true: Callable[[], bool], seconds: float) -> None:
    """Wait until something holds, or as long as this."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not true() and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.05)
