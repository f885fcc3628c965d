"""What a call to Telegram can end in, told apart; and that no error quotes an address or a body."""

from __future__ import annotations

import asyncio
import json
import logging
import traceback
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.patience import Patience
from bot.telegram.transport import LARGEST_ANSWER, Oversized, ServerTrouble, Transport, Unsent
from sandbox.faults import Proxy, answers
from sandbox.telegram import Telegram
from tests.bot.telegram.house import House

TOKEN = "1234567:AAE5ecretHalfOfTheBotsOwnToken_0123456"
PASSWORD = "hunter" + "22"  # in two pieces, so that a traceback that shows a line of this file does not show it
ECHO = f"<html>cannot POST /bot{TOKEN}/sendMessage: token {PASSWORD}</html>".encode()

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@asynccontextmanager
async def answering(answer: bytes, *, hang: bool = False) -> AsyncIterator[str]:
    """A server that answers whatever it is asked with these bytes, then closes the line or keeps it."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        if hang:
            await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


def http(status: str, body: bytes = b"", **headers: str) -> bytes:
    """An answer as it goes over the line."""
    names = {"Content-Length": str(len(body)), **{name.replace("_", "-"): value for name, value in headers.items()}}
    return (
        "\r\n".join([f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in names.items()), "", ""]).encode()
        + body
    )


async def ask(transport: Transport, place: str, seconds: float = 5.0) -> tuple[int, bytes]:
    """Make a call whose address holds a token."""
    return await transport.poll(f"http://{place}/bot{TOKEN}/getUpdates", {"secret": PASSWORD}, seconds=seconds)


def everything_said(error: BaseException) -> str:
    """All that an error shows, however it is printed."""
    return "".join((str(error), repr(error), repr(error.args), *traceback.format_exception(error)))


def assert_discreet(error: BaseException) -> None:
    """It quotes neither an address nor a secret."""
    said = everything_said(error)
    assert TOKEN.partition(":")[2] not in said
    assert PASSWORD not in said


@pytest.mark.parametrize(
    "status", ["200 OK", "302 Found", "401 Unauthorized", "404 Not Found", "409 Conflict", "429 Slow", "504 Late"]
)
async def test_every_answer_that_is_one_is_returned_as_it_is(transport: Transport, status: str) -> None:
    async with answering(http(status, b'{"x":1}', Location="http://127.0.0.1:9/")) as place:
        assert await ask(transport, place) == (int(status[:3]), b'{"x":1}')


@pytest.mark.parametrize("status", ["500 Oh", "501 No", "502 Bad Gateway", "503 Gone fishing", "520 Web"])
async def test_a_server_that_says_it_failed_is_in_trouble(transport: Transport, status: str) -> None:
    async with answering(http(status, ECHO)) as place:
        with pytest.raises(ServerTrouble) as raised:
            await ask(transport, place)

    assert_discreet(raised.value)


async def test_without_a_connection_nothing_was_sent(transport: Transport) -> None:
    async with answering(b"") as place:
        pass

    with pytest.raises(Unsent) as raised:
        await ask(transport, place)

    assert_discreet(raised.value)


async def test_a_name_nobody_knows_means_that_nothing_was_sent(transport: Transport) -> None:
    with pytest.raises(Unsent) as raised:
        await ask(transport, "telegram.invalid")

    assert_discreet(raised.value)


@pytest.fixture
async def hasty() -> AsyncIterator[Transport]:
    """Connections that are not waited for for long."""
    transport = Transport(patience=Patience(connect=0.5))
    await transport.initialize()
    yield transport
    await transport.shutdown()


async def test_no_answer_in_time_is_a_timeout_and_leaves_it_open_what_happened(hasty: Transport) -> None:
    async with answering(b"", hang=True) as place:
        with pytest.raises(TimedOut) as raised:
            await ask(hasty, place, 0.05)

    assert_discreet(raised.value)


async def test_half_an_answer_in_time_is_a_timeout_too(hasty: Transport) -> None:
    async with answering(http("200 OK", b"x" * 10)[:-5], hang=True) as place:
        with pytest.raises(TimedOut):
            await ask(hasty, place, 0.05)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        b"SSH-2.0-OpenSSH_9.6 " + TOKEN.encode() + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        http("200 OK", b"no gzip", Content_Encoding="gzip"),
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"y" * 100_000 + b"\r\n\r\n",
    ],
    ids=["nothing", "half a body", "no http", "bad chunks", "bad gzip", "a header without end"],
)
async def test_a_broken_answer_leaves_it_open_what_happened(transport: Transport, answer: bytes) -> None:
    async with answering(answer) as place:
        with pytest.raises(NetworkError) as raised:
            await ask(transport, place)

    assert type(raised.value) is NetworkError
    assert_discreet(raised.value)


async def test_an_address_that_is_none_is_quoted_nowhere(transport: Transport) -> None:
    with pytest.raises(NetworkError) as raised:
        await ask(transport, "[half")

    assert_discreet(raised.value)


@pytest.mark.parametrize("packed", [True, False])
async def test_an_answer_over_the_cap_is_not_read_to_its_end(transport: Transport, packed: bool) -> None:
    body = b"x" * (2 * LARGEST_ANSWER)
    answer = http("200 OK", zlib.compress(body), Content_Encoding="deflate") if packed else http("200 OK", body)
    async with answering(answer, hang=True) as place:
        with pytest.raises(NetworkError, match="over the cap") as raised:
            await transport.do_request(f"http://{place}/bot{TOKEN}/sendMessage", "POST")
        with pytest.raises(Oversized):
            await ask(transport, place, 20)

    assert type(raised.value) is NetworkError


async def test_a_bomb_costs_no_more_memory_than_the_cap(telegram: Telegram, transport: Transport) -> None:
    bomb = answers.gzip_bomb(100)
    async with Proxy(int(telegram.url.rpartition(":")[2])) as proxy:
        await proxy.begin(bomb)
        tracemalloc.start()
        with pytest.raises(Oversized):
            await ask(transport, f"127.0.0.1:{proxy.port}", 20)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert most < 2 * LARGEST_ANSWER


async def test_an_answer_as_large_as_the_cap_is_read(transport: Transport) -> None:
    async with answering(http("200 OK", b"x" * LARGEST_ANSWER)) as place:
        _, body = await ask(transport, place, 20)

    assert len(body) == LARGEST_ANSWER


async def test_redirects_are_not_followed_with_the_token(telegram: Telegram, transport: Transport) -> None:
    async with answering(http("307 Elsewhere", Location=f"{telegram.url}/bot{telegram.token}/getMe")) as place:
        status, _ = await ask(transport, place)

    assert status == 307
    assert telegram.calls == []


@pytest.mark.parametrize(
    ("scheme", "answer"),
    [
        ("http", http("407 Proxy Authentication Required", ECHO)),
        ("http", http("502 Bad Gateway")),
        ("http", b"not http\r\n\r\n"),
        ("http", b""),
        ("socks5", b"\x05\xff"),
        ("socks5", b"\x04"),
        ("socks5", b"\x04\x00"),
        ("socks5", b"\x05\x02\x01\x01"),
        ("socks5", b"\x05\x00\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00"),
        ("socks5", b"\x05\x00\x05\x63\x00\x09\x00"),
    ],
)
async def test_a_proxy_that_does_not_let_us_through_means_that_nothing_was_sent(scheme: str, answer: bytes) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    transport = Transport(proxy=f"{scheme}://user:{PASSWORD}@127.0.0.1:{port}")
    await transport.initialize()
    try:
        async with server:
            with pytest.raises(Unsent) as raised:
                await ask(transport, "127.0.0.1:1")
    finally:
        await transport.shutdown()

    assert_discreet(raised.value)


async def test_it_is_opened_and_closed_as_often_as_one_likes(telegram: Telegram) -> None:
    transport = Transport()
    await transport.shutdown()
    for _ in range(2):
        await transport.initialize()
        await transport.initialize()
        status, _ = await ask(transport, telegram.url.removeprefix("http://"))
        await transport.shutdown()
        await transport.shutdown()

        assert status == 404


async def test_unopened_it_says_so() -> None:
    with pytest.raises(RuntimeError, match="was not initialized"):
        await ask(Transport(), "127.0.0.1:1")


def sends(house: House) -> Callable[[], Awaitable[object]]:
    """A call by way of the library."""
    return lambda: house.bot.send_message(house.chat.id, "hello")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (302, NetworkError),
        (504, NetworkError),
    ],
)
async def test_a_refusal_that_is_a_page_is_an_error_that_quotes_nothing_of_it(
    house: House, status: int, kind: type[TelegramError], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house.telegram.faults.body("sendMessage", ECHO, status=status)

    with pytest.raises(kind) as raised:
        await sends(house)()

    assert_discreet(raised.value)
    assert PASSWORD not in caplog.text


@pytest.mark.parametrize(
    "answer",
    [
        ECHO,
        b"",
        b"\xff" + ECHO,
        b'{"ok": true, "result": ' + ECHO,
        b'"' + ECHO + b'"',
        b'["' + ECHO + b'"]',
        b"[" * 100_000 + ECHO,
        b'{"ok": true, "' + ECHO + b'": 1}',
    ],
)
async def test_a_success_that_does_not_parse_leaves_it_open_what_happened_and_is_not_logged(
    house: House, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house.telegram.faults.body("sendMessage", answer)

    with pytest.raises(NetworkError) as raised:
        await sends(house)()

    assert type(raised.value) is NetworkError
    assert_discreet(raised.value)
    assert PASSWORD not in caplog.text


async def test_a_refusal_in_telegrams_words_keeps_them(house: House) -> None:
    house.telegram.faults.answer("sendMessage", status=400, description="Bad Request: something new")

    with pytest.raises(BadRequest, match="Something new"):
        await sends(house)()


async def test_a_flood_wait_says_how_long(house: House) -> None:
    house.telegram.faults.answer("sendMessage", status=429, description="…", parameters={"retry_after": 9})

    with pytest.raises(RetryAfter) as raised:
        await sends(house)()

    assert raised.value.retry_after == 9


@pytest.mark.parametrize("parameters", [None, {}, {"retry_after": 0}, {"retry_after": None}, "soon", [1]])
async def test_a_flood_wait_that_does_not_say_how_long_surely_sent_nothing(house: House, parameters: object) -> None:
    answer = json.dumps({"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": parameters})
    house.telegram.faults.body("sendMessage", answer.encode(), status=429)

    with pytest.raises(ServerTrouble):
        await sends(house)()


async def test_the_library_asks_in_json_and_sends_files_as_a_form(house: House) -> None:
    await house.bot.send_message(house.chat.id, "«hello»\ud83d"[:-1])
    sent = await house.bot.send_document(house.chat.id, b"date,bytes\n", filename='usage "März" 2026.csv')

    assert house.said() == ["«hello»", None]
    assert [call.method for call in house.telegram.calls] == ["sendMessage", "sendDocument"]
    assert sent.document is not None
    assert sent.document.file_name == 'usage "März" 2026.csv'


async def test_what_is_too_large_is_refused_and_surely_did_not_arrive(house: House) -> None:
    house.telegram.faults.body("sendDocument", b"<html>413 Request Entity Too Large</html>", status=413)

    with pytest.raises(BadRequest):
        await house.bot.send_document(house.chat.id, b"x", filename="usage.csv")


async def test_waiting_for_a_free_connection_in_vain_means_that_nothing_was_sent(house: House) -> None:
    gate = house.telegram.faults.hold("getMe", effect="after")
    transport = Transport(connections=1, patience=Patience(connect=0.05))
    await transport.initialize()
    url = f"{house.telegram.url}/bot{house.telegram.token}/getMe"
    first = asyncio.create_task(transport.do_request(url, "POST"))
    await gate.reached()

    with pytest.raises(Unsent):
        await transport.do_request(url, "POST")

    gate.release()
    await first
    await transport.shutdown()
