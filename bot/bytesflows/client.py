"""One request at a time an account, concurrent askers sharing it; answers reused for a moment, a 429 obeyed.

An account is known by a keyed hash of its credential: two chats that connected the same one share requests and answers
too, and no credential stays in memory when its answers are old.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.bytesflows.connection import Connection, opened
from bot.bytesflows.errors import Busy, Unreachable, VendorError
from bot.bytesflows.wire import LONGEST_QUIET
from bot.credentials import Credential
from bot.observing import Observe, unobserved

if TYPE_CHECKING:
    from bot.bytesflows.calls import Call

T = TypeVar("T")

TOTAL_SECONDS = 15.0
HASTY_SECONDS = 3.0
REUSED_FOR = timedelta(seconds=5)
SPARED_FOR = timedelta(seconds=30)
"""How long a hasty question that failed is not asked hastily again."""
MOST_ACCOUNTS = 1000
"""Accounts whose last answers are kept in memory; the one asked longest ago goes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """What the vendor said, and when."""

    value: T
    at: datetime


@dataclass(slots=True, kw_only=True)
class _Account:
    """What is under way and what was last said for one credential."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    under_way: dict[Call[object], asyncio.Task[Answer[object]]] = field(default_factory=dict)
    hasty: dict[Call[object], asyncio.Task[Answer[object]]] = field(default_factory=dict)
    answers: dict[Call[object], Answer[object]] = field(default_factory=dict)
    failures: dict[Call[object], tuple[VendorError, datetime]] = field(default_factory=dict)
    quiet_until: datetime | None = None

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self.under_way or self.hasty)

    def quiet(self, now: datetime) -> timedelta | None:
        """Return how long the vendor still wants to be left alone; the bound is for a clock that was set back."""
        until = self.quiet_until
        return until - now if until is not None and now < until <= now + LONGEST_QUIET else None

    def tidy(self, now: datetime) -> None:
        """Forget what serves no more."""
        self.answers = {call: kept for call, kept in self.answers.items() if _fresh(kept.at, now, REUSED_FOR)}
        self.failures = {call: kept for call, kept in self.failures.items() if _fresh(kept[1], now, SPARED_FOR)}
        if self.quiet(now) is None:
            self.quiet_until = None

    @property
    def idle(self) -> bool:
        """Whether nothing is lost with it, once it is tidy."""
        return not (self.busy or self.answers or self.failures or self.quiet_until)


class Client:
    """Asks the vendor, over one connection made for all. Make it with `connected`."""

    def __init__(
        self,
        connection: Connection,
        *,
        clock: Callable[[], datetime],
        total_seconds: float = TOTAL_SECONDS,
        hasty_seconds: float = HASTY_SECONDS,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._total_seconds = total_seconds
        self._hasty_seconds = min(hasty_seconds, total_seconds)
        self._key = os.urandom(32)
        self._accounts: OrderedDict[bytes, _Account] = OrderedDict()
        self._swept_at = clock()

    @property
    def known_accounts(self) -> int:
        """Return of how many accounts anything is kept in memory."""
        return len(self._accounts)

    async def ask(self, call: Call[T], credential: Credential, *, reuse: bool = True, hasty: bool = False) -> Answer[T]:
        """Return the answer to `call`: a fresh one, one under way, or with `reuse` one of the last 5 seconds.

        Raises a VendorError within 15 seconds of its turn; an earlier 429 is obeyed without asking again.
        With `hasty`, for what an answer can do without: within 3 seconds, its turn among them, without retries, and at
        once with the last error if the same was asked hastily within the last 30 seconds and failed.
        """
        account = self._account(credential)
        kept = account.answers.get(call)
        if reuse and kept is not None and _fresh(kept.at, self._clock(), REUSED_FOR):
            return _answer_to(call, kept)
        if hasty:
            return _answer_to(call, await self._hastily(account, call, credential))
        task = account.under_way.get(call)
        if task is None:
            task = _begun(self._turn(account, call, credential), account.under_way, call)
        # One asker that goes away must not take the answer from the others.
        return _answer_to(call, await asyncio.shield(task))

    async def _hastily(self, account: _Account, call: Call[T], credential: Credential) -> Answer[object]:
        failure = account.failures.get(call)
        if failure is not None and _fresh(failure[1], self._clock(), SPARED_FOR):
            raise failure[0].afresh()
        task = account.under_way.get(call) or account.hasty.get(call)
        if task is None:
            task = _begun(self._short_turn(account, call, credential), account.hasty, call)
        try:
            async with asyncio.timeout(self._hasty_seconds):
                return await asyncio.shield(task)
        except TimeoutError as error:
            late = Unreachable("no answer within the short time")
            account.failures[call] = (late.afresh(), self._clock())
            raise late from error
        except VendorError as error:
            # Not the error itself: it holds on to where it came from, the credential among that.
            account.failures[call] = (error.afresh(), self._clock())
            raise

    async def close(self) -> None:
        """Stop what is under way."""
        accounts = self._accounts.values()
        tasks = [task for one in accounts for tasks in (one.under_way, one.hasty) for task in tasks.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _account(self, credential: Credential) -> _Account:
        self._sweep()
        said = f"{credential.kind} {credential.secret.reveal()}".encode("utf-8", "surrogatepass")
        key = hashlib.blake2b(said, key=self._key).digest()
        account = self._accounts.setdefault(key, _Account())
        self._accounts.move_to_end(key)
        if len(self._accounts) > MOST_ACCOUNTS:
            oldest = next((key for key, value in self._accounts.items() if not value.busy), None)
            if oldest is not None and oldest != key:
                del self._accounts[oldest]
        return account

    def _sweep(self) -> None:
        """Drop the accounts of which nothing is worth keeping, once in a while."""
        now = self._clock()
        if _fresh(self._swept_at, now, REUSED_FOR):
            return
        self._swept_at = now
        for key, account in tuple(self._accounts.items()):
            account.tidy(now)
            if account.idle:
                del self._accounts[key]

    async def _short_turn(self, account: _Account, call: Call[T], credential: Credential) -> Answer[object]:
        try:
            async with asyncio.timeout(self._hasty_seconds):
                return await self._turn(account, call, credential, hasty=True)
        except TimeoutError as error:
            raise Unreachable("no answer within the short time") from error

    async def _turn(
        self, account: _Account, call: Call[T], credential: Credential, *, hasty: bool = False
    ) -> Answer[object]:
        async with account.turn:
            quiet = account.quiet(self._clock())
            if quiet is not None:
                raise Busy(quiet.total_seconds())
            seconds = self._hasty_seconds if hasty else self._total_seconds
            try:
                value = await self._connection.ask(call, credential, seconds=seconds, again=not hasty)
            except Busy as busy:
                if busy.retry_after:
                    account.quiet_until = self._clock() + min(timedelta(seconds=busy.retry_after), LONGEST_QUIET)
                raise
            answer: Answer[object] = Answer(value=value, at=self._clock())
            account.answers[call] = answer
            account.failures.pop(call, None)
            account.tidy(answer.at)
            return answer


@asynccontextmanager
async def connected(
    root: str,
    *,
    zone: tzinfo,
    clock: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    total_seconds: float = TOTAL_SECONDS,
    hasty_seconds: float = HASTY_SECONDS,
    observe: Observe = unobserved,
) -> AsyncIterator[Client]:
    """Open the way to the vendor's API below `root` (an http or https URL) and close it at the end."""
    async with opened(root, zone=zone, clock=clock, sleep=sleep, observe=observe) as connection:
        client = Client(connection, clock=clock, total_seconds=total_seconds, hasty_seconds=hasty_seconds)
        try:
            yield client
        finally:
            await client.close()


def _answer_to(_call: Call[T], answer: Answer[object]) -> Answer[T]:
    """The call as a key leads to the answer its own reader made; the type checker cannot see that."""
    return answer  # type: ignore[return-value]  # see the docstring


def _fresh(at: datetime, now: datetime, within: timedelta) -> bool:
    """Whether an instant is no older; one to come means that the clock was set back."""
    return timedelta(0) <= now - at < within


def _begun(
    turn: Coroutine[None, None, Answer[object]],
    under_way: dict[Call[object], asyncio.Task[Answer[object]]],
    call: Call[object],
) -> asyncio.Task[Answer[object]]:
    def finished(task: asyncio.Task[Answer[object]]) -> None:
        del under_way[call]
        if not task.cancelled():
            task.exception()  # every asker may have gone; an error nobody waits for is not a bug

    under_way[call] = task = asyncio.create_task(turn)
    task.add_done_callback(finished)
    return task
