"""Answers of HTTP servers that nobody wants: bombs, floods, outages, wrong lengths, other things than JSON."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from sandbox.faults.faults import Answer

MEBIBYTE = 1024 * 1024
_GZIP = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
"""The head of a gzip member: https://www.rfc-editor.org/rfc/rfc1952"""
PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\r\n"


def answer(
    status: int = 200,
    body: bytes = b"{}",
    *,
    kind: str = "application/json",
    length: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return any answer; `length` is what it claims of its body, the truth unless said."""
    claimed = len(body) if length is None else length
    return _made(status, (body,), {"content-type": kind, "content-length": str(claimed), **(headers or {})})


def gzip_bomb(mebibytes: int = 400) -> Answer:
    """Return a small body that unpacks to so much, JSON to the last byte."""
    packed = _packed(mebibytes)
    headers = {"content-type": "application/json", "content-encoding": "gzip", "content-length": str(len(packed))}
    return _made(200, (packed,), headers)


def endless() -> Answer:
    """Return a body of unknown length that never ends, for as long as somebody reads it."""
    return Answer(head=_head(200, {"content-type": "application/json"}), body=_spaces)


def too_long(body: bytes = b'{"ok":true,"result":true,"code":200,"data":{}}') -> Answer:
    """Return an answer that promises more than comes before it is closed."""
    return answer(body=body, length=len(body) + 1000)


def too_short(body: bytes = b'{"ok":true,"result":true,"code":200,"data":{}}') -> Answer:
    """Return an answer that promises less than comes."""
    return answer(body=body, length=len(body) // 2)


def flood(retry_after: int | None) -> Answer:
    """Return a 429, with the seconds to wait as Telegram and a header say them, or without."""
    said: dict[str, object] = {"ok": False, "error_code": 429, "code": 429, "description": "Too Many Requests"}
    headers = {}
    if retry_after is not None:
        said["parameters"] = {"retry_after": retry_after}
        said["description"] = f"Too Many Requests: retry after {retry_after}"
        headers = {"retry-after": str(retry_after)}
    return answer(429, json.dumps(said).encode(), headers=headers)


def outage(status: int = 502, *, page: bool) -> Answer:
    """Return a 5xx, as JSON or as the page of a balancer."""
    if page:
        return answer(status, PAGE, kind="text/html")
    return answer(status, json.dumps({"ok": False, "error_code": status, "code": status, "msg": "error"}).encode())


def page() -> Answer:
    """Return a 200 that is a page and says that it is one."""
    return answer(200, PAGE, kind="text/html; charset=utf-8")


def no_json() -> Answer:
    """Return a 200 whose JSON breaks off."""
    return answer(200, b'{"ok":true,"result":[{"update_id":1,"mess')


def mislabelled() -> Answer:
    """Return good JSON in a good envelope that calls itself a picture and unpacks to nothing."""
    return answer(200, b'{"ok":true,"result":true}', kind="image/png", headers={"content-encoding": "br"})


def many_headers(number: int = 20_000) -> Answer:
    """Return an answer with so many headers."""
    return answer(headers={f"x-flood-{one}": "x" * 100 for one in range(number)})


def _made(status: int, pieces: Iterable[bytes], headers: Mapping[str, str]) -> Answer:
    return Answer(head=_head(status, headers), body=partial(tuple, pieces))


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} -", *(f"{name}: {value}" for name, value in headers.items()), "connection: close"]
    return "\r\n".join((*lines, "", "")).encode()


def _spaces() -> Iterator[bytes]:
    piece = b" " * 65536
    while True:
        yield piece


def _packed(mebibytes: int) -> bytes:
    """Pack a mebibyte once and repeat it: between two full flushes a packer knows nothing of what came before."""
    begin, zeros, end = b'{"ok":true,"code":200,"result":"', b"0" * MEBIBYTE, b'"}'
    packer = zlib.compressobj(level=9, wbits=-zlib.MAX_WBITS)
    head = packer.compress(begin) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(end) + packer.flush()
    check = zlib.crc32(begin)
    for _ in range(mebibytes):
        check = zlib.crc32(zeros, check)
    length = len(begin) + mebibytes * MEBIBYTE + len(end)
    return _GZIP + head + piece * mebibytes + tail + struct.pack("<II", zlib.crc32(end, check), length % 2**32)
