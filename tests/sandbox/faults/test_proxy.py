"""The proxy passes everything on, and does to a connection exactly what its fault says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import pytest

from sandbox.faults import Answer, BlackHole, Delay, Drip, Fault, HalfClose, Proxy, Refuse, Reset, Truncate

SAID = b"0123456789"


class Neighbour:
    """Answers every ten bytes with ten bytes. `heard`: all that came."""

    def __init__(self) -> None:
        self.heard = b""

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until the other end has said all, or is gone."""
        try:
            while piece := await reader.readexactly(10):
                self.heard += piece
                writer.write(SAID)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()


class Sleeps:
    """A `sleep` that only writes down."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Note it."""
        self.seconds.append(seconds)


@asynccontextmanager
async def served(sleeps: Sleeps | None = None) -> AsyncIterator[tuple[Neighbour, Proxy]]:
    """A neighbour behind a proxy."""
    neighbour = Neighbour()
    server = await asyncio.start_server(neighbour.accept, "127.0.0.1", 0)
    async with Proxy(server.sockets[0].getsockname()[1], sleep=sleeps or Sleeps()) as proxy:
        yield neighbour, proxy
    server.close()


class Caller:
    """One connection to the proxy."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    async def asks(self, request: bytes = b"abcdefghij", expecting: int = 10) -> bytes:
        """Say something and return what is answered, as far as it came; a reset is `b"reset"` behind that."""
        self.writer.write(request)
        heard = b""
        async with asyncio.timeout(10):
            while len(heard) < expecting:
                try:
                    piece = await self.reader.read(expecting - len(heard))
                except ConnectionResetError:
                    return heard + b"reset"
                if not piece:
                    return heard
                heard += piece
        return heard


@asynccontextmanager
async def calling(proxy: Proxy) -> AsyncIterator[Caller]:
    """Call the proxy."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    yield Caller(reader, writer)
    writer.close()


async def test_without_a_fault_everything_passes() -> None:
    async with served() as (neighbour, proxy), calling(proxy) as caller:
        heard = [await caller.asks(), await caller.asks()]

    assert heard == [SAID, SAID]
    assert neighbour.heard == b"abcdefghij" * 2
    assert proxy.met == 0


@pytest.mark.parametrize(
    ("fault", "heard", "arrives"),
    [
        (Reset(way="request"), b"reset", False),
        (Reset(way="request", after=4), b"reset", False),
        (Reset(way="response"), b"reset", True),
        (Reset(way="response", after=4), b"0123reset", True),
        (HalfClose(), b"", True),
        (HalfClose(after=3), b"012", True),
        (Truncate(after=7), b"0123456", True),
    ],
)
async def test_a_fault_cuts_where_it_says_and_is_over_when_it_ends(fault: Fault, heard: bytes, arrives: bool) -> None:
    async with served() as (neighbour, proxy), calling(proxy) as first:
        before = await first.asks()
        await proxy.begin(fault)
        during = await first.asks()
        await proxy.end()
        async with calling(proxy) as second:
            after = await second.asks(b"klmnopqrst")

    assert (before, during, after) == (SAID, heard, SAID)
    assert neighbour.heard == b"abcdefghij" * (2 if arrives else 1) + b"klmnopqrst"
    assert proxy.met == 1


async def test_after_a_half_close_the_bot_is_still_heard() -> None:
    async with served() as (neighbour, proxy), calling(proxy) as caller:
        await proxy.begin(HalfClose())
        await caller.asks()
        caller.writer.write(b"klmnopqrst")
        async with asyncio.timeout(10):
            while len(neighbour.heard) < 20:
                await asyncio.sleep(0.005)

    assert neighbour.heard == b"abcdefghijklmnopqrst"


async def test_a_drip_is_one_byte_a_second() -> None:
    sleeps = Sleeps()
    async with served(sleeps) as (_, proxy), calling(proxy) as caller:
        await proxy.begin(Drip())
        heard = await caller.asks()

    assert heard == SAID
    assert sleeps.seconds[:9] == [1.0] * 9


async def test_a_delay_delays_one_way() -> None:
    sleeps = Sleeps()
    async with served(sleeps) as (_, proxy), calling(proxy) as caller:
        await proxy.begin(Delay(seconds=3.0))
        await caller.asks()
        await proxy.begin(Delay(seconds=5.0, way="request"))
        await caller.asks()

    assert sleeps.seconds == [3.0, 5.0]


@pytest.mark.parametrize("heard", [True, False])
async def test_a_black_hole_never_answers_also_after_it(heard: bool) -> None:
    async with served() as (neighbour, proxy), calling(proxy) as lost, calling(proxy) as idle:
        await proxy.begin(BlackHole(heard=heard))
        lost.writer.write(b"abcdefghij")
        async with asyncio.timeout(10):
            while not proxy.met or len(neighbour.heard) < 10 * heard:
                await asyncio.sleep(0.005)
        await proxy.end()
        after = await idle.asks(b"klmnopqrst")
        asking = asyncio.create_task(lost.asks(b"uvwxyzabcd"))
        await asyncio.wait((asking,), timeout=0.1)
        silent = not asking.done()
        asking.cancel()

    assert after == SAID
    assert silent
    assert (b"abcdefghij" in neighbour.heard) is heard


async def test_refused_is_refused_and_what_stood_is_reset_until_it_ends() -> None:
    async with served() as (_, proxy), calling(proxy) as stood:
        await stood.asks()
        await proxy.begin(Refuse())
        cut = await stood.asks()
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", proxy.port)
        await proxy.end()
        async with calling(proxy) as again:
            after = await again.asks()

    assert (cut, after) == (b"reset", SAID)


async def test_a_fault_may_be_for_some_requests_only() -> None:
    async with served() as (_, proxy), calling(proxy) as caller:
        await proxy.begin(Truncate(after=1), only=b"xyz")
        heard = [await caller.asks(b"abcdefghij"), await caller.asks(b"abcxyzabcd")]

    assert heard == [SAID, b"0"]
    assert proxy.met == 1


async def test_an_answer_takes_the_place_of_the_neighbours_once_the_request_is_whole() -> None:
    request = b"POST / HTTP/1.1\r\nContent-Length: 6\r\n\r\nabc"
    async with served() as (neighbour, proxy), calling(proxy) as caller:
        await proxy.begin(Answer(head=b"HEAD ", body=lambda: (b"BO", b"DY")))
        caller.writer.write(request)
        await asyncio.sleep(0.05)
        heard = await caller.asks(b"def", expecting=100)

    assert heard == b"HEAD BODY"
    assert neighbour.heard == b""


async def test_an_endless_answer_ends_with_its_reader() -> None:
    def body() -> Iterable[bytes]:
        while True:
            yield b" " * 1000

    async with served() as (_, proxy):
        await proxy.begin(Answer(head=b"", body=body))
        async with calling(proxy) as caller:
            heard = await caller.asks(b"GET / HTTP/1.1\r\n\r\n", expecting=10_000)
        async with asyncio.timeout(10):
            while proxy.open:
                await asyncio.sleep(0.005)

    assert len(heard) == 10_000
