"""TELEGRAM_PROXY: the bot's requests go through an http or socks5 proxy, and an unreachable one is told apart."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Bot

from bot.telegram.transport import Transport, Unsent
from tests.world import World


@asynccontextmanager
async def proxy(tunnels: list[tuple[str, int]]) -> AsyncIterator[int]:
    """Run a proxy on a free port that speaks SOCKS5 and HTTP CONNECT; note where each tunnel led."""
    pumps: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (await reader.readexactly(1)) == b"\x05":
            host, port = await socks_target(reader, writer)
        else:
            line = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
            host, _, number = line.partition(":")
            port = int(number)
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        tunnels.append((host, port))
        far_reader, far_writer = await asyncio.open_connection(host, port)
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

    async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while piece := await source.read(65536):
                target.write(piece)
                await target.drain()
        finally:
            target.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(serve(reader, writer))
        pumps.add(task)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
    for task in pumps:
        task.cancel()
    await asyncio.gather(*pumps, return_exceptions=True)


async def socks_target(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    """Shake hands without authentication and return where the client wants to go (RFC 1928)."""
    (methods,) = await reader.readexactly(1)
    await reader.readexactly(methods)
    writer.write(b"\x05\x00")
    _, _, _, kind = await reader.readexactly(4)
    if kind == 1:
        host = socket.inet_ntoa(await reader.readexactly(4))
    else:
        (length,) = await reader.readexactly(1)
        host = (await reader.readexactly(length)).decode()
    port = int.from_bytes(await reader.readexactly(2), "big")
    writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
    return host, port


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_requests_go_through_the_proxy(world: World, scheme: str) -> None:
    tunnels: list[tuple[str, int]] = []
    async with proxy(tunnels) as port:
        transport = Transport(proxy=f"{scheme}://127.0.0.1:{port}")
        bot = Bot(world.telegram.token, base_url=f"{world.telegram.url}/bot", request=transport)
        async with bot:
            assert bot.username == world.telegram.bot["username"]

    assert set(tunnels) == {("127.0.0.1", int(world.telegram.url.rpartition(":")[2]))}


@pytest.mark.parametrize("scheme", ["http", "socks5"])
async def test_a_proxy_that_is_not_there_means_that_nothing_was_sent(world: World, scheme: str) -> None:
    transport = Transport(proxy=f"{scheme}://user:passw0rd@127.0.0.1:9")
    await transport.initialize()

    with pytest.raises(Unsent) as caught:
        await transport.do_request(f"{world.telegram.url}/bot{world.telegram.token}/getMe", "POST")
    await transport.shutdown()

    assert "passw0rd" not in str(caught.value)
