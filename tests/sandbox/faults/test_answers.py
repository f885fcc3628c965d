"""The answers nobody wants are what they say: read with a plain client, over HTTP."""

from __future__ import annotations

import asyncio
import gzip
import json

from sandbox.faults import Answer, Proxy, answers


async def said(answer: Answer, most: int = 10_000_000) -> tuple[bytes, bytes]:
    """Head and body, as they come over the line."""
    server = await asyncio.start_server(_silent, "127.0.0.1", 0)
    async with server, Proxy(server.sockets[0].getsockname()[1]) as proxy:
        await proxy.begin(answer)
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(b"GET / HTTP/1.1\r\n\r\n")
        async with asyncio.timeout(10):
            got = b""
            while len(got) < most and (piece := await reader.read(65536)):
                got += piece
        writer.close()
    head, _, body = got.partition(b"\r\n\r\n")
    return head, body


async def _silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A neighbour that hears all and says nothing."""
    await reader.read()
    writer.close()


async def test_a_bomb_is_small_and_unpacks_to_json_of_the_size_it_names() -> None:
    head, body = await said(answers.gzip_bomb(3))

    assert b"content-encoding: gzip" in head
    assert len(body) < 10_000
    assert len(json.loads(gzip.decompress(body))["result"]) == 3 * 1024 * 1024


async def test_a_flood_says_its_seconds_twice_or_not_at_all() -> None:
    head, body = await said(answers.flood(7))
    head_without, body_without = await said(answers.flood(None))

    assert head.startswith(b"HTTP/1.1 429")
    assert b"retry-after: 7" in head
    assert json.loads(body)["parameters"] == {"retry_after": 7}
    assert b"retry-after" not in head_without
    assert "parameters" not in json.loads(body_without)


async def test_lengths_are_wrong_the_way_they_are_called() -> None:
    for answer, sign in ((answers.too_long(), 1), (answers.too_short(), -1)):
        head, body = await said(answer)
        claimed = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])

        assert (claimed - len(body)) * sign > 0


async def test_an_outage_comes_as_json_or_as_a_page() -> None:
    head, body = await said(answers.outage(503, page=False))
    page_head, page = await said(answers.outage(502, page=True))

    assert head.startswith(b"HTTP/1.1 503")
    assert json.loads(body)["error_code"] == 503
    assert page_head.startswith(b"HTTP/1.1 502")
    assert b"text/html" in page_head
    assert page.startswith(b"<html>")


async def test_headers_flood_and_bodies_never_end() -> None:
    head, _ = await said(answers.many_headers(500))
    _, endless = await said(answers.endless(), most=1_000_000)

    assert head.count(b"x-flood-") == 500
    assert len(endless) > 900_000
