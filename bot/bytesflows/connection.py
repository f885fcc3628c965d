"""The only file that opens a connection to the vendor: timeouts, retries, and nothing kept between two requests."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, tzinfo
from http.cookiejar import DefaultCookiePolicy
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from bot.bytesflows import wire
from bot.bytesflows.errors import Busy, Unreachable, Unreadable, VendorError
from bot.credentials import Credential
from bot.observing import Observe, unobserved

if TYPE_CHECKING:
    from bot.bytesflows.calls import Call

T = TypeVar("T")

CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0
MOST_AGAIN = 5
"""Retries of one question, whatever mixture of errors it meets."""


class Connection:
    """Asks questions, each by itself. Make one with `opened` and keep it: a new one costs a TLS context."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        zone: tzinfo,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        observe: Observe = unobserved,
    ) -> None:
        self._observe = observe
        self._http = http
        self._zone = zone
        self._clock = clock
        self._sleep = sleep

    async def ask(self, call: Call[T], credential: Credential, *, seconds: float, again: bool) -> T:
        """Return the answer within so many seconds in all, retries among them if `again`. Raises VendorError."""
        try:
            async with asyncio.timeout(seconds):
                if again:
                    return await self._retried(call, credential, seconds)
                return await self._once(call, credential)
        except TimeoutError as error:
            raise Unreachable("no answer within the total time") from error

    async def _retried(self, call: Call[T], credential: Credential, seconds: float) -> T:
        deadline = asyncio.get_running_loop().time() + seconds
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
        began, how = time.perf_counter(), "given_up"
        try:
            answer = await self._asked(call, credential)
            how = "answered"
        except VendorError as error:
            how = error.named
            raise
        finally:
            self._observe(call.name, how, time.perf_counter() - began)
        return answer

    async def _asked(self, call: Call[T], credential: Credential) -> T:
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
async def opened(
    root: str,
    *,
    zone: tzinfo,
    clock: Callable[[], datetime],
    sleep: Callable[[float], Awaitable[None]],
    observe: Observe = unobserved,
) -> AsyncIterator[Connection]:
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
        yield Connection(http, zone=zone, clock=clock, sleep=sleep, observe=observe)


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
