"""What a text takes is foretold well enough that labels neither meet nor drift apart."""

import struct
import zlib
from datetime import date

import pytest

from bot import drawing
from bot.i18n import ShortDay, Size, languages
from bot.pictures.raster import rasterize

SIZE, WIDTH = 24, 480
GB = 1024**3


def pixels(png: bytes) -> list[bytes]:
    """The rows of a PNG of resvg's: RGBA, 8 bits each."""
    at, packed, width = 8, b"", struct.unpack(">I", png[16:20])[0]
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + length]
        at += length + 12
    raw, step = zlib.decompress(packed), 4 * width
    rows = [bytes(step)]
    for start in range(0, len(raw), step + 1):
        row, above, kind = bytearray(raw[start + 1 : start + 1 + step]), rows[-1], raw[start]
        for i in range(step) if kind else ():
            left, corner = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
            row[i] = (row[i] + foretold(kind, left, above[i], corner)) & 255
        rows.append(bytes(row))
    return rows[1:]


def foretold(kind: int, left: int, above: int, corner: int) -> int:
    """What a PNG's filter takes a byte for: https://www.w3.org/TR/png/#9Filters"""
    if kind == 4:
        guess = left + above - corner
        return min((left, above, corner), key=lambda one: abs(guess - one))
    return (0, left, above, (left + above) // 2)[kind]


def ink(text: str) -> int:
    """How many pixels from left to right a text really takes."""
    drawn = drawing.picture(
        drawing.text(text, x=WIDTH / 2, y=30, size=SIZE, fill="#000", anchor="middle"), width=WIDTH, height=42
    )
    inked = [place for row in pixels(rasterize(drawn.svg)) for place in range(WIDTH) if row[4 * place + 3]]
    return max(inked) - min(inked) + 1


@pytest.mark.parametrize("code", languages().codes)
def test_a_label_takes_about_as_much_room_as_is_kept_for_it(code: str) -> None:
    words = languages().best((code,))
    labels = [
        words.alone("chart-average", size=Size(123 * GB + GB // 3)),
        words.alone("chart-today"),
        words.alone("chart-unknown"),
        words.alone("chart-size", size=Size(500 * 1024**2)),
        *(words.alone("chart-day", day=ShortDay(date(2026, month, 28))) for month in (3, 5, 9)),
    ]

    shares = {label: drawing.breadth(label, SIZE) / ink(label) for label in labels}

    assert all(1 <= share <= 1.4 for share in shares.values()), shares


def test_entities_are_one_letter_and_marks_are_none() -> None:
    assert drawing.breadth("&amp;", 10) == drawing.breadth("&", 10)
    assert drawing.breadth("\u2068é\u2069", 10) == drawing.breadth("e\u0301", 10) == drawing.breadth("e", 10)


def test_a_bar_with_a_line_stays_within_its_measures() -> None:
    bar = drawing.column(x=10, base=100, width=20, height=50, round_by=12, fill="#fff", line="#000", kind="bar")

    # A line of 3 pixels lies half outside its path.
    assert 'd="M11.5 100.0v-40.0a8.5 8.5 0 0 1 8.5 -8.5h0.0a8.5 8.5 0 0 1 8.5 8.5V100.0z"' in bar


def test_a_bar_lower_than_its_bend_is_bent_less() -> None:
    bar = drawing.column(x=10, base=100, width=40, height=9, round_by=12, fill="#fff", kind="bar")

    assert 'd="M10.0 100.0v0.0a9.0 9.0 0 0 1 9.0 -9.0h22.0a9.0 9.0 0 0 1 9.0 9.0V100.0z"' in bar
