"""A TCP proxy on 127.0.0.1 that passes everything on, but for the fault that is switched on at that moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sandbox.faults.faults import Fault, Refuse
from sandbox.faults.line import Line


class Proxy:
    """Stands before one neighbour: a port of this machine, or the path of a socket.

    `met`: how many exchanges a fault has met; to be refused counts once. `sleep` is what delays and drips use.
    """

    def __init__(self, upstream: int | Path, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._upstream = upstream
        self._sleep = sleep
        self._server: asyncio.Server | None = None
        self._lines: dict[Line, asyncio.Task[None]] = {}
        self._fault: Fault | None = None
        self._only = b""
        self.port = 0
        self.met = 0

    @property
    def url(self) -> str:
        """Where it listens, as the root of an API."""
        return f"http://127.0.0.1:{self.port}"

    async def begin(self, fault: Fault, *, only: bytes = b"") -> None:
        """Switch a fault on, in place of another; connections that stand are concerned too.

        `only`: exchanges whose request begins with something that holds these bytes, such as `b"/sendMessage"`.
        """
        await self.end()
        self._fault, self._only = fault, only
        if isinstance(fault, Refuse):
            self.met += 1
            await self._listen_no_more()
            for line in tuple(self._lines):
                line.reset()

    async def end(self) -> None:
        """Let all be well from now on; what was lost on a connection stays lost."""
        self._fault, self._only = None, b""
        if self._server is None and self.port:
            await self.start()

    async def start(self) -> None:
        """Listen, on the same port as before if there was one."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Listen no more and close every connection."""
        await self._listen_no_more()
        standing = dict(self._lines)
        for line in standing:
            line.reset()
        if standing:
            await asyncio.wait(standing.values())

    @property
    def open(self) -> int:
        """How many connections stand."""
        return len(self._lines)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _listen_no_more(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def _due(self, asked: bytes) -> Fault | None:
        """The fault that concerns an exchange which begins so."""
        return self._fault if self._only in asked else None

    def _meet(self) -> None:
        self.met += 1

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = Line(reader, writer, due=self._due, meet=self._meet, sleep=self._sleep)
        self._lines[line] = running = asyncio.create_task(line.run(self._upstream))
        try:
            await running
        finally:
            del self._lines[line]
