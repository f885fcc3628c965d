"""The only file that opens a connection to the vendor: timeouts, retries, and nothing kept between two requests.

A request is an `httpx.Request` and goes through an `httpx.AsyncBaseTransport`, on aiohttp's engine. What an
`httpx.AsyncClient` would put around that (cookies, redirects, hooks, an address joined anew each time) is what we do
without, and costs more than the request itself (`make bench ARGS=vendor`).
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, tzinfo
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import httpx
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


URLS = 256
"""Addresses that are kept made: few are asked, and again and again."""
_HEADERS = (("accept", "application/json"), ("accept-encoding", "gzip, deflate"), ("user-agent", "bytesflows-bot"))


class Connection:
    """Asks questions, each by itself. Make one with `opened` and keep it: a new one costs a TLS context."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        root: str,
        *,
        zone: tzinfo,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]],
        observe: Observe = unobserved,
    ) -> None:
        self._observe = observe
        self._transport = transport
        self._url = lru_cache(URLS)(partial(_url, root.rstrip("/")))
        self._zone = zone
        self._clock = clock
        self._sleep = sleep

    async def ask(self, call: Call[T], credential: Credential, *, seconds: float, again: bool) -> T:
        """Return the answer within so many seconds in all, retries among them if `again`. Raises VendorError."""
        deadline = asyncio.get_running_loop().time() + seconds
        try:
            async with asyncio.timeout_at(deadline):
                try:
                    return await self._once(call, credential)
                except VendorError as error:
                    if not again or not error.again:
                        raise
                    first = error
                return await self._retried(first, call, credential, deadline)
        except TimeoutError as error:
            raise Unreachable("no answer within the total time") from error

    async def _retried(self, first: VendorError, call: Call[T], credential: Credential, deadline: float) -> T:
        """Try again what failed once."""
        seen = Counter[type[VendorError]]()
        failed = [first]

        def too_late(state: RetryCallState) -> bool:
            error = _error(state)
            if error is None:
                return True
            seen[type(error)] += 1
            late = asyncio.get_running_loop().time() + state.upcoming_sleep >= deadline
            return seen[type(error)] > error.again or state.attempt_number > MOST_AGAIN or late

        async def attempt() -> T:
            if failed:
                raise failed.pop()  # the attempt that was made already
            return await self._once(call, credential)

        return await AsyncRetrying(
            retry=retry_if_exception(lambda error: isinstance(error, VendorError) and error.again > 0),
            wait=_wait,
            stop=too_late,
            sleep=self._sleep,
            reraise=True,
        )(attempt)

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
        try:
            response = await self._transport.handle_async_request(self._request(call, credential))
            try:
                wire.check(response.status_code, response.headers, self._clock())
                body = wire.Body(response.headers.get("content-encoding"))
                async for piece in response.aiter_raw():
                    body.add(piece)
            finally:
                await response.aclose()
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

    def _request(self, call: Call[T], credential: Credential) -> httpx.Request:
        token = credential.secret.reveal()
        proof = ("authorization", f"Bearer {token}") if credential.kind == "bearer" else ("cookie", token)
        return httpx.Request("GET", self._url(call.path, call.query), headers=(*_HEADERS, proof))


def _url(root: str, path: str, query: tuple[tuple[str, str], ...]) -> httpx.URL:
    return httpx.URL(f"{root}{path}", params=query)


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
    connector = aiohttp.TCPConnector(ssl=httpx.create_ssl_context(), limit=100, keepalive_timeout=30)
    async with (
        aiohttp.ClientSession(
            connector=connector,
            # One account's session would travel with another's request.
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(connect=READ_SECONDS, sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS),
            middlewares=(_asked_once,),
        ) as session,
        _Engine(session) as transport,
    ):
        yield Connection(transport, root, zone=zone, clock=clock, sleep=sleep, observe=observe)


class _Engine(httpx.AsyncBaseTransport):
    """aiohttp's engine as a transport of httpx's."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with _named_as_httpx_does():
            answer = await self._session.request(
                request.method, str(request.url), headers=request.headers.multi_items(), allow_redirects=False
            )
        return httpx.Response(answer.status, headers=answer.raw_headers, stream=_Stream(answer))


class _Stream(httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _named_as_httpx_does():
            async for piece in self._answer.content.iter_any():
                yield piece

    async def aclose(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        self._answer.release()


@contextmanager
def _named_as_httpx_does() -> Iterator[None]:
    """Raise aiohttp's errors as httpx's; what is wrong with the answer itself stays aiohttp's."""
    try:
        yield
    except aiohttp.ServerTimeoutError as error:
        raise httpx.TimeoutException(type(error).__name__) from None
    except aiohttp.ClientConnectorError as error:
        raise httpx.ConnectError(type(error).__name__) from None
    except (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError) as error:
        raise httpx.ReadError(type(error).__name__) from None


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
