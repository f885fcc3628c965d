"""The listener: hostile clients over real sockets, and what they cost."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot.config import Address
from bot.listener import Answer, CannotListen, Patience, Request, Route, listening

HERE = Address("127.0.0.1", 0)
SHORT = Patience(idle=0.2, body=0.2, whole=0.4, closing=0.2, lingering=0.1)
LIMIT = 1000


async def echo(request: Request) -> Answer:
    """What was sent, as far as it may be."""
    return Answer(body=await request.body(LIMIT))


async def hello(_request: Request) -> Answer:
    """A greeting."""
    return Answer(status=200, body=b"hello", content_type="text/greeting", headers={"X-Mood": "good"})


ROUTES = (Route(method="POST", path="/echo", answer=echo), Route(method="GET", path="/hello", answer=hello))


class Client:
    """A connection and nothing that would mend what is sent through it."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def sends(self, sent: bytes) -> bytes:
        """Send bytes and return an answer, its head in one piece with its body."""
        self.writer.write(sent)
        async with asyncio.timeout(5):
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = next((int(line[15:]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")), 0)
            return head + (await self.reader.readexactly(length) if b"\n\r\nHEAD" not in sent else b"")

    async def closed(self) -> bool:
        """Wait until the other side has closed."""
        async with asyncio.timeout(5):
            try:
                return await self.reader.read() == b""
            except ConnectionError:
                return True


@asynccontextmanager
async def client(port: int) -> AsyncIterator[Client]:
    """Connect."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Client(reader, writer)
    finally:
        writer.close()


def status(answer: bytes) -> int:
    """The status of an answer."""
    return int(answer.split()[1])


def post(body: bytes, *headers: str, path: str = "/echo") -> bytes:
    """A request with a body."""
    lines = (f"POST {path} HTTP/1.1", "Host: bot", *(headers or (f"Content-Length: {len(body)}",)), "", "")
    return "\r\n".join(lines).encode() + body


async def test_routes_answer_by_their_path_and_method_and_a_connection_is_kept() -> None:
    async with listening(HERE, ROUTES) as port, client(port) as one:
        echoed = await one.sends(post(b"one"))
        greeted = await one.sends(b"GET /hello?x=1 HTTP/1.1\r\nHost: bot\r\n\r\n")
        again = await one.sends(post(b"two"))

    assert (status(echoed), echoed[-3:], again[-3:]) == (200, b"one", b"two")
    assert greeted.endswith(b"hello")
    assert b"Content-Type: text/greeting\r\n" in greeted
    assert b"X-Mood: good\r\n" in greeted


async def test_a_route_may_be_added_while_it_serves() -> None:
    routes: list[Route] = []

    async with listening(HERE, routes) as port:
        async with client(port) as one:
            before = await one.sends(post(b"one"))
        routes.extend(ROUTES)
        async with client(port) as one:
            after = await one.sends(post(b"one"))

    assert (status(before), status(after)) == (404, 200)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (post(b"", path="/"), 404),
        (post(b"", path="/echo/"), 404),
        (post(b"", path="/echo/../echo"), 404),
        (b"GET /echo HTTP/1.1\r\nHost: bot\r\n\r\n", 405),
        (b"DELETE /hello HTTP/1.1\r\nHost: bot\r\n\r\n", 405),
        (post(b"x" * LIMIT), 200),
        (post(b"x" * (LIMIT + 1)), 413),
        (post(b"", "Content-Length: 99999999999"), 413),
        (post(b"5\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), 200),
        (post(b"400\r\n" + b"x" * 0x400 + b"\r\n", "Transfer-Encoding: chunked"), 413),
        (post(b"zz\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), 400),
        (post(b"", "Content-Length: -5"), 400),
        (post(b"", "Content-Length: 1, 2"), 400),
        (post(b"", "Content-Length: 5", "Transfer-Encoding: chunked"), 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 5ecret\r\n\r\n", 400),
        (b"5ecret\r\n\r\n", 400),
        (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\nHost: bot\r\n\r\n", 400),
        (b"GET /hello HTTP/1.1\r\nX: " + b"a" * 5000 + b"\r\n\r\n", 400),
        (b"GET /hello HTTP/1.1\r\n" + b"X: a\r\n" * 100 + b"\r\n", 400),
        (b"GET /hello HTTP/9.9\r\nHost: bot\r\n\r\n", 400),
        (b"GET /\xff\xfe HTTP/1.1\r\nHost: bot\r\n\r\n", 400),
    ],
)
async def test_every_request_has_its_status_no_banner_and_no_line_in_the_log(
    sent: bytes, expected: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    async with listening(HERE, ROUTES, patience=Patience(lingering=0.05)) as port, client(port) as one:
        answer = await one.sends(sent)

    assert status(answer) == expected
    assert b"ython" not in answer
    assert b"5ecret" not in answer
    assert caplog.text == ""


async def test_a_head_may_be_asked_for_alone() -> None:
    async with listening(HERE, ROUTES) as port, client(port) as one:
        one.writer.write(b"HEAD /hello HTTP/1.1\r\nHost: bot\r\nConnection: close\r\n\r\n")
        answer = await one.reader.read()

    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n")


async def test_what_is_compressed_is_not_blown_up() -> None:
    async with listening(HERE, ROUTES) as port, client(port) as one:
        answer = await one.sends(post(b"\x1f\x8b5ent", "Content-Encoding: gzip", "Content-Length: 6"))

    assert answer.endswith(b"\x1f\x8b5ent")


async def drip(one: Client, pieces: bytes) -> None:
    """Send a byte every few milliseconds, until nobody takes any more."""
    for byte in pieces:
        one.writer.write(bytes((byte,)))
        await asyncio.sleep(0.02)
        if one.writer.is_closing() or one.reader.at_eof():
            return


@pytest.mark.parametrize(
    ("begin", "answered"),
    [
        (b"", b""),
        (b"POST /echo HTTP/1.1\r\nHost: bot\r\nX: ", b""),
        (post(b"", "Content-Length: 900"), b"HTTP/1.1 408 "),
        (post(b"", "Transfer-Encoding: chunked") + b"384\r\n", b"HTTP/1.1 408 "),
    ],
    ids=["silent", "head", "body", "chunk"],
)
async def test_who_drips_is_cut_off_while_others_are_answered(begin: bytes, answered: bytes) -> None:
    async with listening(HERE, ROUTES, patience=SHORT) as port, client(port) as slow, client(port) as other:
        slow.writer.write(begin)
        dripping = asyncio.create_task(drip(slow, b"x" * 300 if begin else b""))
        assert status(await other.sends(post(b"hi"))) == 200
        async with asyncio.timeout(5):
            try:
                said = await slow.reader.read()
            except ConnectionError:
                said = answered
        await dripping

    assert said[: len(answered)] == answered
    assert bool(said) == bool(answered)


async def test_who_does_not_read_its_answers_is_cut_off(caplog: pytest.LogCaptureFixture) -> None:
    async def long(_request: Request) -> Answer:
        return Answer(body=bytes(50_000_000))

    routes = (Route(method="GET", path="/long", answer=long),)
    async with listening(HERE, routes, patience=SHORT) as port:
        with socket.create_connection(("127.0.0.1", port)) as stranger:
            stranger.setblocking(False)
            stranger.send(b"GET /long HTTP/1.1\r\nHost: bot\r\n\r\n")
            async with asyncio.timeout(5):
                while "is cut off" not in caplog.text:
                    await asyncio.sleep(0.01)
            stranger.setblocking(True)
            stranger.settimeout(5)
            received = await asyncio.to_thread(received_by, stranger)

    assert received < 50_000_000


def received_by(stranger: socket.socket) -> int:
    """How much there was to read until the end."""
    received = 0
    try:
        while piece := stranger.recv(1_000_000):
            received += len(piece)
    except ConnectionError:
        pass
    return received


async def test_one_connection_too_many_is_closed_and_there_is_room_again_when_one_goes() -> None:
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(listening(HERE, ROUTES, most_connections=2))
        first, second = [await stack.enter_async_context(client(port)) for _ in range(2)]
        assert status(await first.sends(post(b"a"))) == status(await second.sends(post(b"b"))) == 200

        third = await stack.enter_async_context(client(port))
        assert await third.closed()
        first.writer.write(b"POST /echo HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        await first.reader.read()
        fourth = await stack.enter_async_context(client(port))

        assert status(await fourth.sends(post(b"d"))) == 200


async def test_what_is_in_hand_is_answered_when_it_stops_and_nothing_more_is_accepted() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_request: Request) -> Answer:
        begun.set()
        await go_on.wait()
        return Answer(body=b"done")

    async with AsyncExitStack() as clients:
        stack = AsyncExitStack()
        port = await stack.enter_async_context(listening(HERE, (Route(method="GET", path="/", answer=slow),)))
        one, idle = [await clients.enter_async_context(client(port)) for _ in range(2)]
        one.writer.write(b"GET / HTTP/1.1\r\nHost: bot\r\n\r\n")
        await begun.wait()
        stopping = asyncio.create_task(stack.aclose())
        assert await idle.closed()
        with pytest.raises(OSError, match="onnect"):
            await asyncio.open_connection("127.0.0.1", port)
        go_on.set()
        answer = await one.reader.read()
        await stopping

    assert answer.endswith(b"done")


async def test_a_bug_is_answered_with_500_and_logged_without_what_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    async def broken(_request: Request) -> Answer:
        raise LookupError("a bug")

    async with listening(HERE, (Route(method="POST", path="/echo", answer=broken),)) as port, client(port) as one:
        answer = await one.sends(post(b"5ecret"))

    assert status(answer) == 500
    assert b"a bug" not in answer
    assert b"ython" not in answer
    assert "LookupError: a bug" in caplog.text
    assert "5ecret" not in caplog.text


@pytest.mark.parametrize(
    "address",
    [lambda port: Address("127.0.0.1", port), lambda _: Address("no.such.host.invalid", 1)],
    ids=["taken", "no host"],
)
async def test_an_address_that_cannot_be_had_is_said_in_one_line(address: Callable[[int], Address]) -> None:
    async with listening(HERE, ROUTES) as port:
        wanted = address(port)
        with pytest.raises(CannotListen) as raised:
            async with listening(wanted, ROUTES):
                pass

    assert str(raised.value).startswith(f"HTTP_LISTEN: {wanted} cannot be listened on (")
    assert "\n" not in str(raised.value)
