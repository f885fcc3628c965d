"""What the bot serves over HTTP: one listener, to which routes are handed in. The only file with a server in it.

A stranger who is slow, silent, endless or no client at all costs a bounded time and memory, and no line in the log.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from bot.config import Address

log = logging.getLogger(__name__)

MOST_CONNECTIONS = 400
"""Far below the 1,024 files that a process may have open by default; Telegram makes 100 at most."""
LARGEST_HEAD_LINE = 4096
MOST_HEADERS = 64
_SERVER = {"Server": "bytesflows-bot"}  # else the library would tell its version, and Python's


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long, in seconds, a client may take.

    `idle`: until the head of a request is there, longer than the minute for which nginx keeps a connection. `body`: to
    send one. `whole`: from the head to the end of the answer. `closing`: for what is in hand when the listener stops.
    `lingering`: to take back what it still sends after it was refused, else it would not see why.
    """

    idle: float = 75.0
    body: float = 10.0
    whole: float = 30.0
    closing: float = 2.0
    lingering: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a route says. `headers` beside the content's type and length."""

    status: int = 200
    body: bytes = field(default=b"", repr=False)
    content_type: str = "text/plain"
    headers: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """A request that is answered with a bare status, after which its connection is closed."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


class Request:
    """What a route is asked: its head, and the body once it is wanted."""

    def __init__(self, request: web.BaseRequest, *, body_seconds: float) -> None:
        self._request = request
        self._body_seconds = body_seconds
        self.headers: Mapping[str, str] = request.headers  # names in any case

    async def body(self, most: int) -> bytes:
        """Read the body, at most so many bytes. Raises Refused for one too large, too slow or cut off."""
        if (self._request.content_length or 0) > most:
            raise Refused(413)
        pieces = []
        try:
            async with asyncio.timeout(self._body_seconds):
                async for piece in self._request.content.iter_any():
                    most -= len(piece)
                    if most < 0:
                        raise Refused(413)
                    pieces.append(piece)
        except TimeoutError:
            raise Refused(408) from None
        except (web.RequestPayloadError, OSError):
            raise Refused(400) from None
        return b"".join(pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An exact path and the one method it is asked by; what answers GET answers HEAD too."""

    method: str
    path: str
    answer: Callable[[Request], Awaitable[Answer]]


class CannotListen(Exception):
    """The address cannot be listened on; the text says why."""


@asynccontextmanager
async def listening(
    address: Address, routes: Sequence[Route], *, patience: Patience | None = None, most_connections: int | None = None
) -> AsyncIterator[int]:
    """Serve the routes until the block ends, then answer what was asked; yields the port. Raises CannotListen.

    `routes` is looked at with every request, so what is not ready yet may be added when it is.
    """
    patience = patience or Patience()
    most = MOST_CONNECTIONS if most_connections is None else most_connections
    loop = asyncio.get_running_loop()
    server = web.Server(_Desk(routes, patience))

    def connection() -> asyncio.Protocol:
        return _TurnedAway() if len(server.connections) >= most else _Connection(server, loop=loop, patience=patience)

    try:
        accepting = await loop.create_server(connection, address.host, address.port)
    except OSError as error:
        # asyncio's own words name the address a second time; a host that is none has no number.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise CannotListen(f"HTTP_LISTEN: {address} cannot be listened on ({reason})") from error
    try:
        yield accepting.sockets[0].getsockname()[1]
    finally:
        accepting.close()
        await asyncio.sleep(0)  # what has just arrived is begun before the idle are told to go
        server.pre_shutdown()
        await server.shutdown(patience.closing)


class _Desk:
    """Finds the route of a request and answers within the time there is."""

    def __init__(self, routes: Sequence[Route], patience: Patience) -> None:
        self._routes = routes
        self._patience = patience

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.Response(status=503, headers=_SERVER)
        try:
            async with asyncio.timeout(self._patience.whole):
                response = await self._answered(request)
                # Written here and not by the library, so that who does not read it holds no place either.
                with contextlib.suppress(ConnectionError):  # who has hung up
                    await response.prepare(request)
                    await response.write_eof()
        except TimeoutError:
            log.warning("a request was not over after %g s and is cut off", self._patience.whole)
            if request.transport is not None:
                request.transport.abort()
        return response

    async def _answered(self, request: web.BaseRequest) -> web.Response:
        route = next((route for route in self._routes if route.path == request.path), None)
        if route is None:
            return _refusal(404)
        if request.method != route.method and (request.method, route.method) != ("HEAD", "GET"):
            return _refusal(405, {"Allow": route.method})
        try:
            answer = await route.answer(Request(request, body_seconds=self._patience.body))
        except Refused as refused:
            return _refusal(refused.status)
        return web.Response(
            status=answer.status,
            body=answer.body,
            headers={"Content-Type": answer.content_type, **answer.headers, **_SERVER},
        )


class _Connection(web.RequestHandler):
    """A client's connection."""

    def __init__(self, server: web.Server, *, loop: asyncio.AbstractEventLoop, patience: Patience) -> None:
        super().__init__(
            server,
            loop=loop,
            access_log=None,  # type: ignore[arg-type]  # the library's way to have none
            logger=log,
            keepalive_timeout=patience.idle,
            lingering_time=patience.lingering,
            max_line_size=LARGEST_HEAD_LINE,
            max_field_size=LARGEST_HEAD_LINE,
            max_headers=MOST_HEADERS,
            auto_decompress=False,
        )

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Answer what went wrong. What is no HTTP is not our fault: the library would log it, and quote it."""
        if status < 500:
            return _refusal(status)
        response = super().handle_error(request, status, exc, message)
        response.headers.update(_SERVER)
        return response


class _TurnedAway(asyncio.Protocol):
    """One connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Close it."""
        transport.close()


def _refusal(status: int, headers: Mapping[str, str] | None = None) -> web.Response:
    response = web.Response(status=status, headers={**(headers or {}), **_SERVER})
    response.force_close()
    return response
