"""Pictures for tests: real PNGs of one colour, made by hand."""

from __future__ import annotations

import struct
import zlib

BEGINNING = b"\x89PNG\r\n\x1a\n"


def png(width: int = 60, height: int = 40, *, red: int = 200) -> bytes:
    """A picture; another `red` is another picture."""
    rows = (b"\0" + bytes((red, 90, 60)) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return BEGINNING + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def header(width: int, height: int, *, size: int = 0) -> bytes:
    """What says that it is a picture of this size, with nothing in it; `size` bytes long if that is more."""
    start = BEGINNING + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return start + bytes(max(0, size - len(start)))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
