"""A running bot asked whether it is well, by a program that knows next to nothing."""

from __future__ import annotations

import asyncio
import socket

from bot.config import Address
from bot.health import Health, Pulses
from bot.healthy import ask
from bot.listener import listening


async def asked(address: Address, seconds: float = 3.0) -> tuple[bool, str]:
    """Ask from a thread, for it is this loop that answers."""
    return await asyncio.to_thread(ask, address, seconds=seconds)


async def test_a_bot_that_is_well_says_so_wherever_it_listens() -> None:
    async with listening(Address("127.0.0.1", 0), Health(pulses=Pulses()).routes()) as port:
        said = [await asked(Address(host, port)) for host in ("127.0.0.1", "", "0.0.0.0", "localhost")]

    assert said == [(True, "ok")] * 4


async def test_a_bot_that_is_not_well_says_what_is_wrong() -> None:
    now = 0.0
    pulses = Pulses(lambda: now)
    pulses.of("poller", within_seconds=10).beat()
    now = 11.0
    async with listening(Address("127.0.0.1", 0), Health(pulses=pulses).routes()) as port:
        said = await asked(Address("127.0.0.1", port))

    assert said == (False, "poller has not turned for 11 s")


async def test_nobody_there_is_not_well() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = Address("127.0.0.1", taken.getsockname()[1])  # bound, and nobody listens

        assert await asked(address) == (False, f"{address} does not answer (Connection refused)")


async def test_what_hangs_or_is_no_bot_is_not_well() -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"SSH-2.0\r\n\r\n")
        writer.close()

    async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.read()
        _writer.close()

    said = []
    for behave, seconds in ((speak, 3.0), (hang, 0.1)):
        async with await asyncio.start_server(behave, "127.0.0.1", 0) as server:
            said.append(await asked(Address("127.0.0.1", server.sockets[0].getsockname()[1]), seconds))

    assert [well for well, _ in said] == [False, False]
    assert said[0][1].endswith("says nothing")
    assert said[1][1].endswith("does not answer (too slow)")
