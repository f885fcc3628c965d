"""The only file that opens a connection to the vendor: timeouts, retries, one request at a time an account.

An account is known by its credential, so two chats that connected the same one share requests and answers too.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
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
from bot.credentials import Credential

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.bytesflows.calls import Call

T = TypeVar("T")

CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0
TOTAL_SECONDS = 15.0
REUSED_FOR = timedelta(seconds=5)
LONGEST_QUIET = timedelta(hours=1)
"""A vendor that asks for more rest than this is asked again all the same."""
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
    answers: dict[Call[object], Answer[object]] = field(default_factory=dict)
    quiet_until: datetime | None = None


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
    ) -> None:
        self._http = http
        self._zone = zone
        self._clock = clock
        self._sleep = sleep
        self._total_seconds = total_seconds
        self._accounts: OrderedDict[Credential, _Account] = OrderedDict()

    async def ask(self, call: Call[T], credential: Credential, *, reuse: bool = True) -> Answer[T]:
        """Return the answer to `call`: a fresh one, one under way, or with `reuse` one of the last 5 seconds.

        Raises a VendorError within 15 seconds of its turn; an earlier 429 is obeyed without asking again.
        """
        account = self._account(credential)
        kept = account.answers.get(call)
        if reuse and kept is not None and timedelta(0) <= self._clock() - kept.at < REUSED_FOR:
            return _answer_to(call, kept)
        task = account.under_way.get(call)
        if task is None:
            task = asyncio.create_task(self._turn(account, call, credential))
            account.under_way[call] = task
            task.add_done_callback(lambda done: _finished(account, call, done))
        # One asker that goes away must not take the answer from the others.
        return _answer_to(call, await asyncio.shield(task))

    async def close(self) -> None:
        """Stop what is under way."""
        tasks = [task for account in self._accounts.values() for task in account.under_way.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _account(self, credential: Credential) -> _Account:
        account = self._accounts.setdefault(credential, _Account())
        self._accounts.move_to_end(credential)
        if len(self._accounts) > MOST_ACCOUNTS:
            idle = next((key for key, value in self._accounts.items() if not value.under_way), None)
            if idle is not None and idle != credential:
                del self._accounts[idle]
        return account

    async def _turn(self, account: _Account, call: Call[T], credential: Credential) -> Answer[object]:
        async with account.turn:
            now = self._clock()
            # The bound guards against a clock that was set back.
            if account.quiet_until is not None and now < account.quiet_until <= now + LONGEST_QUIET:
                raise Busy((account.quiet_until - now).total_seconds())
            try:
                async with asyncio.timeout(self._total_seconds):
                    value = await self._retried(call, credential)
            except TimeoutError as error:
                raise Unreachable("no answer within the total time") from error
            except Busy as busy:
                if busy.retry_after:
                    account.quiet_until = self._clock() + min(timedelta(seconds=busy.retry_after), LONGEST_QUIET)
                raise
            answer: Answer[object] = Answer(value=value, at=self._clock())
            account.answers[call] = answer
            self._tidy(account)
            return answer

    def _tidy(self, account: _Account) -> None:
        now = self._clock()
        account.answers = {call: kept for call, kept in account.answers.items() if now - kept.at < REUSED_FOR}

    async def _retried(self, call: Call[T], credential: Credential) -> T:
        deadline = asyncio.get_running_loop().time() + self._total_seconds

        def too_late(state: RetryCallState) -> bool:
            error = _error(state)
            wait = state.upcoming_sleep
            late = asyncio.get_running_loop().time() + wait >= deadline
            return error is None or state.attempt_number > error.again or late

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
        body: wire.Body | None = None
        try:
            async with self._http.stream("GET", call.path, params=call.query, headers=headers) as response:
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
) -> AsyncIterator[Client]:
    """Open the way to the vendor's API below `root` (an http or https URL) and close it at the end."""
    tls = httpx.create_ssl_context()

    def session() -> aiohttp.ClientSession:
        # Neither layer may keep cookies: one account's session would travel with another's request.
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=tls, limit=100, keepalive_timeout=30),
            cookie_jar=aiohttp.DummyCookieJar(),
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
        client = Client(http, zone=zone, clock=clock, sleep=sleep, total_seconds=total_seconds)
        try:
            yield client
        finally:
            await client.close()


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


def _finished(account: _Account, call: Call[object], task: asyncio.Task[Answer[object]]) -> None:
    del account.under_way[call]
    if not task.cancelled():
        task.exception()  # every asker may have gone; an error nobody waits for is not a bug
