"""What stands before several replicas: each connection goes to the next one that takes it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def balancing(port: int, targets: Sequence[int]) -> AsyncIterator[None]:
    """Spread what comes to a port of the loopback over others, until the block ends."""
    turns = itertools.cycle(range(len(targets)))
    under_way: set[asyncio.Task[object]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        me = asyncio.current_task()
        assert me is not None
        under_way.add(me)
        me.add_done_callback(under_way.discard)
        first = next(turns)
        for place in range(len(targets)):
            with suppress(OSError):
                theirs = await asyncio.open_connection("127.0.0.1", targets[(first + place) % len(targets)])
                break
        else:
            writer.close()
            return
        try:
            await asyncio.gather(_pour(reader, theirs[1]), _pour(theirs[0], writer))
        finally:
            theirs[1].close()
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        for one in under_way:
            one.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while content := await reader.read(65536):
            writer.write(content)
            await writer.drain()
    with suppress(OSError):
        writer.write_eof()
