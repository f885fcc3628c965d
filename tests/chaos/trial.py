"""One trial: people ask before a fault, during it and after it, and what became of each question is counted."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Literal

from sqlalchemy.engine import make_url

from bot.patience import Patience
from sandbox.faults import Fault, Proxy
from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.chaos.memory import Peak
from tests.world import Conversation, World

Neighbour = Literal["telegram", "vendor", "database"]

HURRIED = Patience(connect=0.5, answer=0.5, upload=0.8, poll=1, longest_pause=0.3, vendor=1.0)
"""For the short form: the same ways, in a twentieth of the time."""
RECOVERY_SECONDS = 30.0
PEOPLE = 5
_MARKER = re.compile(r"/q(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a trial. `in_doubt`: said to be, instead of an answer or beside one. `seconds`: from recovery on."""

    neighbour: Neighbour
    fault: str
    only: bytes
    met: int
    asked: int
    answered: int
    in_doubt: int
    repeated: int
    silent: int
    in_order: bool
    seconds: float
    peak_mib: float

    @property
    def faultless(self) -> bool:
        """Whether everybody was answered or told, in time, nobody twice, and memory stayed flat."""
        well = self.met and not self.silent and not self.repeated and self.in_order
        return bool(well) and self.seconds <= RECOVERY_SECONDS and self.peak_mib <= 100


class Ledger:
    """The questions of a trial, each known by its number, and what the stand-in shows of them."""

    def __init__(self, people: list[Conversation]) -> None:
        self._people = people
        self._asked = 0
        self._balances: Counter[int] = Counter()

    @property
    def asked(self) -> int:
        """How many questions there were."""
        return self._asked + self._balances.total()

    def ask(self) -> None:
        """Let everybody ask what Telegram alone is needed for, and what the vendor is."""
        for person in self._people:
            person.write(f"/q{self._asked:04}")
            self._asked += 1
            person.write("/balance")
            person.world.clock.advance(timedelta(seconds=6))  # or the vendor's last answer would do again
            self._balances[person.chat.id] += 1

    def answers(self, person: Conversation) -> list[str]:
        """The markers of what a person was answered, in order; a balance, or why there is none, is `b`.

        Where the bot was sorry it was for either: `sorry`.
        """
        found = []
        for message in person.messages:
            if message.by_bot and not self._is_doubt(person, message.text):
                marker = _MARKER.search(message.text)
                other = "sorry" if message.text == person.words("bug") else "b"
                found.append(marker[1] if marker else other)
        return found

    def doubts(self, person: Conversation) -> list[str]:
        """What the person was told may be lost."""
        told = [one for one in person.messages if one.by_bot and self._is_doubt(person, one.text)]
        return ["b" if "/balance" in one.commands[0] else one.commands[0][2:] for one in told]

    def silent(self) -> int:
        """How many questions nobody heard anything of."""
        missing = 0
        for number, person in enumerate(self._people):
            heard = Counter(self.answers(person)) + Counter(self.doubts(person))
            mine = [f"{one:04}" for one in range(number, self._asked, len(self._people))]
            unheard = sum(not heard[one] for one in mine) + max(0, self._balances[person.chat.id] - heard["b"])
            missing += max(0, unheard - heard["sorry"])
        return missing

    def repeated(self) -> int:
        """How many answers came that had come before."""
        again = 0
        for person in self._people:
            for told in (Counter(self.answers(person)), Counter(self.doubts(person))):
                again += sum(count - 1 for marker, count in told.items() if marker.isdigit())
                again += max(0, told["b"] - self._balances[person.chat.id])
        return again

    def in_order(self) -> bool:
        """Whether each chat was answered in the order in which it asked."""
        numbered = [[one for one in self.answers(person) if one.isdigit()] for person in self._people]
        return all(one == sorted(one) for one in numbered)

    def count(self, of: Callable[[Conversation], list[str]]) -> int:
        """How many there are of all people."""
        return sum(len(of(person)) for person in self._people)

    @staticmethod
    def _is_doubt(person: Conversation, text: str) -> bool:
        return text == person.words("answer-in-doubt")


@asynccontextmanager
async def proxied(
    directory: Path, patience: Patience, database: str | None = None
) -> AsyncIterator[tuple[World, dict[Neighbour, Proxy]]]:
    """A world whose bot runs with a proxy before each neighbour. `database`: of a PostgreSQL, on a socket."""
    async with Telegram() as telegram, Vendor() as vendor, AsyncExitStack() as stack:
        proxies: dict[Neighbour, Proxy] = {
            "telegram": Proxy(int(telegram.url.rpartition(":")[2])),
            "vendor": Proxy(int(vendor.url.rpartition(":")[2])),
        }
        if database is not None:
            proxies["database"] = Proxy(Path(str(make_url(database).query["host"])) / ".s.PGSQL.5432")
        for proxy in proxies.values():
            await stack.enter_async_context(proxy)
        world = World(telegram=telegram, vendor=vendor, directory=directory, patience=patience)
        settings = replace(
            world.settings(), telegram_api_url=proxies["telegram"].url, bytesflows_api_url=proxies["vendor"].url
        )
        if database is not None:
            behind = make_url(database).set(host="127.0.0.1", port=proxies["database"].port, query={})
            settings = replace(settings, database_url=behind.render_as_string(hide_password=False))
        async with world.bot(settings):
            yield world, proxies


async def trial(
    directory: Path,
    neighbour: Neighbour,
    name: str,
    fault: Fault,
    *,
    patience: Patience,
    seconds: float,
    only: bytes,
    database: str | None = None,
) -> Report:
    """Let a fault be for so many seconds while people ask; return what became of it. `only`: as the proxy's.

    `database`: the address of an empty PostgreSQL, where the bot is to use one.
    """
    time = asyncio.get_running_loop().time
    async with proxied(directory, patience, database) as (world, proxies):
        people = [world.person(f"Person {number}") for number in range(PEOPLE)]
        for person in people:
            await person.says(f"/login {world.account().token}")
        before = {person.chat.id: len([one for one in person.messages if one.by_bot]) for person in people}
        ledger = _after(people, before)
        ledger.ask()
        await _until(lambda: not ledger.silent(), RECOVERY_SECONDS)
        with Peak() as peak:
            await proxies[neighbour].begin(fault, only=only)
            for _ in range(3):
                ledger.ask()
                await asyncio.sleep(seconds / 3)
            await proxies[neighbour].end()
            recovered = time()
            ledger.ask()
            await _until(lambda: not ledger.silent(), RECOVERY_SECONDS + 5)
            took = time() - recovered
        return Report(
            neighbour=neighbour,
            fault=name,
            only=only,
            met=proxies[neighbour].met,
            asked=ledger.asked,
            answered=ledger.count(ledger.answers),
            in_doubt=ledger.count(ledger.doubts),
            repeated=ledger.repeated(),
            silent=ledger.silent(),
            in_order=ledger.in_order(),
            seconds=took,
            peak_mib=peak.mib,
        )


def _after(people: list[Conversation], before: dict[int, int]) -> Ledger:
    """A ledger that leaves out what the bot had said so far."""

    class Later(Ledger):
        def answers(self, person: Conversation) -> list[str]:
            return super().answers(person)[before[person.chat.id] :]

    return Later(people)


async def _until(true: Callable[[], bool], seconds: float) -> None:
    """Wait until something holds, or as long as this."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not true() and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.05)
