"""A table as a CSV file that every spreadsheet opens and none runs: RFC 4180, UTF-8. Pure; knows no words of ours.

What is not known is an empty cell, never a nought. Instants are ISO 8601 in UTC.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

Cell = str | int | datetime | None

MOST_ROWS = 100_000
"""Below the header; a spreadsheet on a phone opens no more."""

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"  # full and small width count too
_BLANKS = "\\s\x01-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff"
_SEPARATORS = ',;|\t\r\n"'
_BEGINS_A_FORMULA = re.compile(f"[\t\r\n]|[{_BLANKS}]*+[{_SIGNS}]")
_BEFORE_A_SIGN = re.compile(f"(?<![{_BLANKS}{_SEPARATORS}])[{_BLANKS}{_SEPARATORS}]++(?=[{_SIGNS}])")


class Table:
    """Rows written one after the other, until there is room for no more: `most_rows`, or `most_bytes` of file.

    `rows`: how many are in it, without the header. `cut`: a row was left out, and all after it.
    """

    def __init__(self, columns: Sequence[str], *, most_bytes: int, most_rows: int = MOST_ROWS) -> None:
        self._most_bytes = most_bytes
        self._most_rows = most_rows
        self._writer = csv.writer(_Line())
        # The mark in front serves Excel alone, which would take the file for the machine's own code page without it.
        self._content = bytearray(codecs.BOM_UTF8 + self._line(columns))
        self.rows = 0
        self.cut = False

    @property
    def content(self) -> bytes:
        """The file as it is now."""
        return bytes(self._content)

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write rows below those that are there."""
        for row in rows:
            line = self._line(row)
            self.cut = self.cut or self.rows == self._most_rows or len(self._content) + len(line) > self._most_bytes
            if self.cut:
                return
            self._content += line
            self.rows += 1

    def _line(self, row: Sequence[Cell]) -> bytes:
        line: str = self._writer.writerow([_written(cell) for cell in row])
        return line.encode()


class _Line:
    """A file in the eyes of `csv`: what is written comes back from `writerow`, which hands on what `write` returns."""

    def write(self, line: str) -> str:
        return line


def inert(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    That is at its beginning, behind whatever blanks, and also behind a comma, a semicolon, a tab or a quote: where such
    a mark separates cells, a new one begins there. https://owasp.org/www-community/attacks/CSV_Injection
    """
    text = _BEFORE_A_SIGN.sub(_apart, _UNWRITABLE.sub("", text))
    return f"'{text}" if _BEGINS_A_FORMULA.match(text) else text


def _apart(run: re.Match[str]) -> str:
    return f"{run[0]}'" if any(mark in run[0] for mark in _SEPARATORS) else run[0]


def _written(cell: Cell) -> str | int | None:
    match cell:
        case str():
            return inert(cell)
        case datetime():
            return f"{cell.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    return cell
