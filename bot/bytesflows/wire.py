"""Status, headers and body -> a value, or one of the drawn errors. No I/O; never quotes what the vendor sent."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import TypeVar

from bot.bytesflows.calls import Call
from bot.bytesflows.errors import Broken, Busy, Refused, TokenRefused, Unreadable

T = TypeVar("T")

LARGEST_BODY = 1024 * 1024
"""Bytes after decoding. The longest honest answer is some 100 KiB."""
LONGEST_QUIET = timedelta(hours=1)
"""A vendor that asks for more rest than this is asked again all the same."""

_GZIP = b"\x1f\x8b"
_SECONDS = re.compile(r"\d+(?:\.\d*)?", re.ASCII)


class Body:
    """Collects a body piece by piece, unpacks gzip and deflate, and never holds more than `LARGEST_BODY` bytes.

    Raises Unreadable for more, for another encoding and for damaged data.
    """

    def __init__(self, encoding: str | None) -> None:
        self._unpack = _unpacker(encoding)
        self._may_be_raw = (encoding or "").strip().lower() == "deflate"
        self._head = b""
        self._pieces: list[bytes] = []
        self._left = LARGEST_BODY

    def add(self, piece: bytes) -> None:
        """Take the next bytes from the wire."""
        if self._unpack is None:
            self._keep(piece)
            return
        if self._may_be_raw:
            piece = self._head = self._head + piece
            if len(piece) < 2:
                return
            self._may_be_raw = False
            if not _has_header(piece):
                self._unpack = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        self._unpacked(piece, self._unpack)

    def _unpacked(self, piece: bytes, unpack: zlib._Decompress) -> None:
        while piece:
            if unpack.eof:
                if piece[:1] != _GZIP[:1]:
                    return  # padding; a gzip file may have further members, nothing else goes on
                self._unpack = unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
            try:
                # One byte over the cap is enough to know, however much a bomb would unpack to.
                self._keep(unpack.decompress(piece, self._left + 1))
            except zlib.error as error:
                raise Unreadable("a body that does not unpack") from error
            piece = unpack.unused_data

    def _keep(self, piece: bytes) -> None:
        self._left -= len(piece)
        if self._left < 0:
            raise Unreadable("a body over the cap")
        self._pieces.append(piece)

    def whole(self) -> bytes:
        """Return all that was collected."""
        return b"".join(self._pieces)


def read(call: Call[T], *, status: int, headers: Mapping[str, str], body: bytes, zone: tzinfo, now: datetime) -> T:
    """Return the value that was asked for; `headers` with lower-case names.

    Raises every VendorError but Unreachable.
    """
    check(status, headers, now)
    answer = _json(body)
    if not isinstance(answer, dict):
        raise Unreadable("an answer that is no object")
    code = _code(answer.get("code"))
    if code != 200:
        check(code, headers, now)
        raise Refused(code)
    data = answer.get("data")
    if not isinstance(data, dict):
        raise Unreadable("an answer without data")
    return call.read(data, zone)


def check(code: int, headers: Mapping[str, str], now: datetime) -> None:
    """Raise what a status, or a code inside an answer, stands for; return where it stands for success.

    A status says so before any of the body is read: no body, however long or oddly packed, changes what it means.
    """
    if code in (401, 403):
        raise TokenRefused(f"code {code}")
    if code == 429:
        raise Busy(_retry_after(headers.get("retry-after"), now))
    if 500 <= code < 600:
        raise Broken(f"code {code}")
    if 300 <= code < 400:
        raise Unreadable("a redirect, which is not followed")
    if 400 <= code < 500:
        raise Refused(code)


def _json(body: bytes) -> object:
    try:
        parsed: object = json.loads(body, parse_float=Decimal, parse_constant=lambda _: None)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise Unreadable("no JSON") from error
    return parsed


def _code(value: object) -> int:
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 8:
        return int(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and -(10**6) < value < 10**6:
        return int(value)
    raise Unreadable("an answer without a code")


def _retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to come, an hour at most; `None` for none, for nonsense and for a time that is over.

    Both forms of the header are read: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    if value is None:
        return None
    if _SECONDS.fullmatch(value.strip()):
        seconds = float(value.strip())
    else:
        try:
            until = parsedate_to_datetime(value)
        except (ValueError, OverflowError):
            return None
        seconds = ((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds()
    return min(seconds, LONGEST_QUIET.total_seconds()) if seconds > 0 else None


def _has_header(start: bytes) -> bool:
    """Whether this begins as zlib's or gzip's format does; what some servers call deflate begins with neither."""
    return start[:2] == _GZIP or (start[0] & 15 == 8 and int.from_bytes(start[:2]) % 31 == 0)


def _unpacker(encoding: str | None) -> zlib._Decompress | None:
    match (encoding or "identity").strip().lower():
        case "identity" | "":
            return None
        case "gzip" | "x-gzip" | "deflate":
            return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    raise Unreadable("an encoding nobody asked for")
