"""One connection through the proxy: both ways pumped, and what becomes of a piece while a fault is on."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from pathlib import Path

from sandbox.faults.faults import Answer, BlackHole, Delay, Drip, Fault, HalfClose, Reset, Truncate, Way

PIECE = 65536
HEAD = 8192
"""Bytes of a request in which is looked for what a fault is meant for."""
_LENGTH = re.compile(rb"\r\ncontent-length:\s*(\d+)", re.IGNORECASE)
_LINGER_NOT = struct.pack("ii", 1, 0)


class Ended(Exception):
    """The connection is over, by a fault."""


class Line:
    """A connection of the bot's, and one of our own to the neighbour."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        due: Callable[[bytes], Fault | None],
        meet: Callable[[], None],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._bot = reader, writer
        self._neighbour: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._due = due
        self._meet = meet
        self._sleep = sleep
        self._request = b""
        self._passed: dict[Way, int] = {"request": 0, "response": 0}
        self._answering = False
        self._met = False
        self._deaf: BlackHole | None = None
        self._mute = False
        self._pumps: list[asyncio.Task[None]] = []

    async def run(self, upstream: int | Path) -> None:
        """Pass on, both ways, until both ends have said all."""
        try:
            self._neighbour = await (
                asyncio.open_connection("127.0.0.1", upstream)
                if isinstance(upstream, int)
                else asyncio.open_unix_connection(upstream)
            )
        except OSError:
            self.reset()
            return
        (bot, to_bot), (neighbour, to_neighbour) = self._bot, self._neighbour
        self._pumps = [
            asyncio.create_task(self._pump("request", bot, to_neighbour)),
            asyncio.create_task(self._pump("response", neighbour, to_bot)),
        ]
        try:
            await asyncio.gather(*self._pumps)
        except (Ended, OSError, asyncio.CancelledError):
            pass
        finally:
            for pump in self._pumps:
                pump.cancel()
            await asyncio.gather(*self._pumps, return_exceptions=True)
            for writer in (to_bot, to_neighbour):
                writer.close()

    def reset(self) -> None:
        """End it at both ends without a goodbye."""
        for _, writer in filter(None, (self._bot, self._neighbour)):
            made = writer.get_extra_info("socket")
            with contextlib.suppress(OSError):
                made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
            writer.transport.abort()
        for pump in self._pumps:
            pump.cancel()

    async def _pump(self, way: Way, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(PIECE):
            self._note(way, piece)
            fault = self._deaf or self._due(self._request)
            if fault is not None and not self._met:
                self._met = True
                self._meet()
            await self._pass(fault, way, piece, writer)
        if way == "request" or not (self._deaf or self._mute):
            writer.write_eof()

    def _note(self, way: Way, piece: bytes) -> None:
        """A request after an answer begins a new exchange."""
        if way == "request" and self._answering:
            self._request, self._answering, self._met = b"", False, False
            self._passed = {"request": 0, "response": 0}
        if way == "request":
            self._request += piece[: max(0, HEAD - len(self._request))]
        else:
            self._answering = True

    async def _pass(self, fault: Fault | None, way: Way, piece: bytes, writer: asyncio.StreamWriter) -> None:
        """Pass a piece on, or what the fault leaves of it."""
        match fault:
            case BlackHole(heard=heard):
                self._deaf = fault
                if way == "response" or not heard:
                    return
            case Delay(seconds=seconds) if fault.way == way:
                await self._sleep(seconds)
            case Drip(seconds=seconds) if way == "response":
                for byte in piece:
                    await _write(writer, bytes((byte,)))
                    await self._sleep(seconds)
                return
            case Reset(after=after) if fault.way == way and self._over(way, piece, after):
                await _write(writer, self._rest(way, piece, after))
                self.reset()
                raise Ended
            case Truncate(after=after) if way == "response" and self._over(way, piece, after):
                await _write(writer, self._rest(way, piece, after))
                raise Ended
            case HalfClose(after=after) if way == "response" and (self._mute or self._over(way, piece, after)):
                if not self._mute:
                    self._mute = True
                    await _write(writer, self._rest(way, piece, after))
                    writer.write_eof()
                return
            case Answer() if way == "request":
                await self._answer(fault, piece)
                raise Ended
        if not self._mute or way == "request":
            self._passed[way] += len(piece)
            await _write(writer, piece)

    def _over(self, way: Way, piece: bytes, after: int) -> bool:
        return self._passed[way] + len(piece) > after

    def _rest(self, way: Way, piece: bytes, after: int) -> bytes:
        return piece[: max(0, after - self._passed[way])]

    async def _answer(self, answer: Answer, piece: bytes) -> None:
        """Hear the request to its end, then say what is to be said for as long as somebody reads it."""
        reader, writer = self._bot
        while not _is_whole(piece):
            more = await reader.read(PIECE)
            if not more:
                return
            piece += more
        await _write(writer, answer.head)
        for said in answer.body():
            await _write(writer, said)


async def _write(writer: asyncio.StreamWriter, piece: bytes) -> None:
    writer.write(piece)
    await writer.drain()


def _is_whole(request: bytes) -> bool:
    head, end, body = request.partition(b"\r\n\r\n")
    if not end:
        return False
    if found := _LENGTH.search(head):
        return len(body) >= int(found[1])
    return b"chunked" not in head.lower() or body.endswith(b"0\r\n\r\n")
