"""The only file that opens a connection to the vendor: timeouts, retries, one request at a time an account.

An account is known by a keyed hash of its credential: two chats that connected the same one share requests and answers
too, and no credential stays in memory when its answers are old.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, Generic, TypeVar

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from bot.bytesflows import wire
from bot.bytesflows.errors import Busy, Unreachable, Unreadable, VendorError
from bot.bytesflows.wire import LONGEST_QUIET
from bot.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.bytesflows.calls import Call

T = TypeVar("T")

CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0
TOTAL_SECONDS = 15.0
HASTY_SECONDS = 3.0
REUSED_FOR = timedelta(seconds=5)
SPARED_FOR = timedelta(seconds=30)
"""How long a hasty question that failed is not asked hastily again."""
MOST_AGAIN = 5
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
    """Asks the vendor. Make one with `connected` and keep it: a new one costs a TLS context."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        zone: tzinfo,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        total_seconds: float = TOTAL_SECONDS,
        hasty_seconds: float = HASTY_SECONDS,
    ) -> None:
        self._http = http
        self._zone = zone
        self._clock = clock
        self._sleep = sleep
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
            try:
                async with asyncio.timeout(self._total_seconds):
                    value = await (self._once if hasty else self._retried)(call, credential)
            except TimeoutError as error:
                raise Unreachable("no answer within the total time") from error
            except Busy as busy:
                if busy.retry_after:
                    account.quiet_until = self._clock() + min(timedelta(seconds=busy.retry_after), LONGEST_QUIET)
                raise
            answer: Answer[object] = Answer(value=value, at=self._clock())
            account.answers[call] = answer
            account.failures.pop(call, None)
            account.tidy(answer.at)
            return answer

    async def _retried(self, call: Call[T], credential: Credential) -> T:
        deadline = asyncio.get_running_loop().time() + self._total_seconds

        seen = Counter[type[VendorError]]()

        def too_late(state: RetryCallState) -> bool:
            error = _error(state)
            if error is None:
                return True
            seen[type(error)] += 1
            late = asyncio.get_running_loop().time() + state.upcoming_sleep >= deadline
            return seen[type(error)] > error.again or state.attempt_number > MOST_AGAIN or late

        return await AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, VendorError) and error.again > 0),
            wait=_wait,
            stop=too_late,
            sleep=self._sleep,
            reraise=True,
        )(self._once, call, credential)

    async def _once(self, call: Call[T], credential: Credential) -> T:
        token = credential.secret.reveal()
        headers = {"authorization": f"Bearer {token}"} if credential.kind == "bearer" else {"cookie": token}
        try:
            async with self._http.stream("GET", call.path, params=call.query, headers=headers) as response:
                wire.check(response.status_code, response.headers, self._clock())
                body = wire.Body(response.headers.get("content-encoding"))
                async for piece in response.aiter_raw():
                    body.add(piece)
        except httpx.TransportError as error:
            # Without `from`: a library's error may quote the request, and the request holds the token.
            raise Unreachable(type(error).__name__) from None
        except (httpx.HTTPError, aiohttp.ClientError, ValueError) as error:
            raise Unreadable(type(error).__name__) from None
        return wire.read(
            call,
            status=response.status_code,
            headers=response.headers,
            body=body.whole(),
            zone=self._zone,
            now=self._clock(),
        )


@asynccontextmanager
async def connected(
    root: str,
    *,
    zone: tzinfo,
    clock: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    total_seconds: float = TOTAL_SECONDS,
    hasty_seconds: float = HASTY_SECONDS,
) -> AsyncIterator[Client]:
    """Open the way to the vendor's API below `root` (an http or https URL) and close it at the end."""
    tls = httpx.create_ssl_context()

    def session() -> aiohttp.ClientSession:
        # Neither layer may keep cookies: one account's session would travel with another's request.
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=tls, limit=100, keepalive_timeout=30),
            cookie_jar=aiohttp.DummyCookieJar(),
            middlewares=(_asked_once,),
        )

    async with httpx.AsyncClient(
        base_url=root,
        transport=AiohttpTransport(verify=tls, client=session),
        timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        headers={"accept": "application/json", "accept-encoding": "gzip, deflate", "user-agent": "bytesflows-bot"},
        follow_redirects=False,
        trust_env=False,
    ) as http:
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        client = Client(
            http, zone=zone, clock=clock, sleep=sleep, total_seconds=total_seconds, hasty_seconds=hasty_seconds
        )
        try:
            yield client
        finally:
            await client.close()


async def _asked_once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Keep aiohttp from repeating a request that was cut, which it does for these two errors: we count the attempts."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise aiohttp.ClientConnectionError(type(error).__name__) from None


_full_jitter = wait_random_exponential(multiplier=0.3, max=4)


def _wait(state: RetryCallState) -> float:
    """Full jitter, or what a 429 asks for, whichever is longer."""
    error = _error(state)
    asked = error.retry_after or 0.0 if isinstance(error, Busy) else 0.0
    return max(asked, _full_jitter(state))


def _error(state: RetryCallState) -> VendorError | None:
    error = state.outcome.exception() if state.outcome is not None else None
    return error if isinstance(error, VendorError) else None


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
