"""Pictures of figures. Pure: what is drawn is described, not rendered; what it means stands in the caption too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from bot import drawing, scale
from bot.forecast import DayUse
from bot.i18n import ShortDay, Size, Words
from bot.reply import Picture

WIDTH, HEIGHT = 1280, 720
"""Telegram keeps a photo of this size as it is; a phone shows it at a little over a quarter."""
TYPE = 36
"""Pixels: about 10 points on a phone."""

_EDGE, _VERY_EDGE = 44, 20
_GAP = 20
_TOP_WITH_LEGEND, _TOP, _BASE, _DAYS = 132, 64, 604, 664
_LEGEND = 66
_LEAST_USE, _ZERO, _UNKNOWN = 9, 4, 30
"""Heights: of the least use there is, for it must be seen; of no use; of what is not known."""
_EVERY = (1, 2, 3, 5, 7, 10, 14, 15, 21, 30)

_PAPER, _INK, _FADED, _GRID, _AXIS = "#fbfcfe", "#1f2a37", "#566375", "#e3e8ef", "#b4bfcc"
_BAR, _TODAY, _AVERAGE, _HATCH = "#2f6fed", "#c3d7fd", "#e8590c", "#c8d1dc"
_DASHES = "14 12"
_PATTERN = (
    '<defs><pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="9" height="9" fill="#f1f4f8"/><rect width="3" height="9" fill="{_HATCH}"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where the bars stand, in pixels."""

    left: float
    right: float
    top: float
    days: int
    most_bytes: int

    @property
    def pitch(self) -> float:
        """From one day to the next."""
        return (self.right - self.left) / self.days

    @property
    def bar(self) -> float:
        """The breadth of a bar."""
        return min(self.pitch * (0.62 if self.days <= 7 else 0.74), 96)

    def middle(self, day: int) -> float:
        return self.left + self.pitch * (day + 0.5)

    def height(self, used_bytes: int) -> float:
        return (_BASE - self.top) * (used_bytes / self.most_bytes) if self.most_bytes else 0


def usage(words: Words, bars: Sequence[DayUse], *, average: int | None, today: date | None) -> Picture:
    """Draw what was used day by day, the first day first, and the average in bytes a day.

    `today` is not over: its bar is drawn as one that still grows. Raises ValueError where there is no bar.

    Time runs from the left in every language: most charts that readers of Arabic and Persian see at work do so too, and
    one that ran the other way beside them would be misread. What they begin with, axis and legend, begins at the right.
    """
    if not bars:
        raise ValueError("a chart of no days")
    marks = scale.marks(max(average or 0, *(bar.used_bytes or 0 for bar in bars)))
    sizes = {mark: words.alone("chart-size", size=Size(mark)) for mark in (0, *marks)}
    legend = tuple(_legend(words, bars, average, today))
    column = max(drawing.breadth(said, TYPE) for said in sizes.values()) + _GAP
    plot = _Plot(
        left=_EDGE + (0 if words.from_right else column),
        right=WIDTH - _EDGE - (column if words.from_right else 0),
        top=_TOP_WITH_LEGEND if legend else _TOP,
        days=len(bars),
        most_bytes=max(sizes),
    )
    return drawing.picture(
        _PATTERN,
        drawing.box(x=0, y=0, width=WIDTH, height=HEIGHT, fill=_PAPER, kind="paper"),
        *_axis(plot, sizes, from_right=words.from_right),
        *_bars(plot, bars, today),
        *_average(plot, average),
        *_days(plot, [(bar.day == today, words.alone("chart-day", day=ShortDay(bar.day))) for bar in bars]),
        *_keys(legend, from_right=words.from_right),
        width=WIDTH,
        height=HEIGHT,
    )


def _axis(plot: _Plot, sizes: dict[int, str], *, from_right: bool) -> Iterator[str]:
    for mark, said in sizes.items():
        y = _BASE - plot.height(mark)
        colour, width = (_GRID, 2) if mark else (_AXIS, 3)
        yield drawing.line(x=plot.left, y=y, to_x=plot.right, to_y=y, colour=colour, width=width, kind="grid")
        yield drawing.text(
            said,
            x=plot.right + _GAP if from_right else plot.left - _GAP,
            y=y + TYPE * 0.35,
            size=TYPE,
            fill=_FADED,
            anchor="start" if from_right else "end",
            kind="size",
        )


def _bars(plot: _Plot, bars: Sequence[DayUse], today: date | None) -> Iterator[str]:
    for unknown, group in groupby(enumerate(bars), lambda one: one[1].used_bytes is None):
        run = list(group)
        if unknown:
            yield _unknown(plot, run[0][0], run[-1][0])
            continue
        for number, bar in run:
            yield _bar(plot, number, bar.used_bytes or 0, running=bar.day == today)


def _unknown(plot: _Plot, first: int, last: int) -> str:
    """Days of which nothing is known, as one: neither a bar nor nothing."""
    left = plot.middle(first) - plot.bar / 2
    width = plot.middle(last) + plot.bar / 2 - left
    return drawing.box(
        x=left, y=_BASE - _UNKNOWN, width=width, height=_UNKNOWN, fill="url(#hatch)", kind="unknown", round_by=4
    )


def _bar(plot: _Plot, number: int, used_bytes: int, *, running: bool) -> str:
    left = plot.middle(number) - plot.bar / 2
    if not used_bytes:
        return drawing.box(x=left, y=_BASE - _ZERO, width=plot.bar, height=_ZERO, fill=_AXIS, kind="zero")
    return drawing.column(
        x=left,
        base=_BASE,
        width=plot.bar,
        height=max(plot.height(used_bytes), _LEAST_USE),
        round_by=12,
        fill=_TODAY if running else _BAR,
        kind="today" if running else "bar",
        line=_BAR if running else "",
    )


def _average(plot: _Plot, average: int | None) -> Iterator[str]:
    if average is None:
        return
    y = _BASE - plot.height(average)
    # Pale beneath, so that the dashes are seen upon bars as well.
    for colour, width, dashes, kind in ((_PAPER, 9, "", "halo"), (_AVERAGE, 5, _DASHES, "average")):
        yield drawing.line(
            x=plot.left, y=y, to_x=plot.right, to_y=y, colour=colour, width=width, kind=kind, dashes=dashes
        )


def _days(plot: _Plot, days: Sequence[tuple[bool, str]]) -> Iterator[str]:
    """Name as many days as there is room for, counted back from the last; each has its stroke."""
    for number, middle in _named(plot, [drawing.breadth(said, TYPE) for _, said in days]):
        today, said = days[number]
        at = plot.middle(number)
        yield drawing.line(x=at, y=_BASE + 4, to_x=at, to_y=_BASE + 14, colour=_AXIS, width=3, kind="stroke")
        yield drawing.text(
            said, x=middle, y=_DAYS, size=TYPE, fill=_INK if today else _FADED, anchor="middle", kind="day"
        )


def _named(plot: _Plot, breadths: Sequence[float]) -> list[tuple[int, float]]:
    """Which days are named, and where the middle of each name is: below its bar, but within the picture."""
    for every in (*_EVERY, len(breadths)):
        chosen = list(range(len(breadths) - 1, -1, -every))[::-1]
        placed = [
            (one, min(max(plot.middle(one), _VERY_EDGE + breadths[one] / 2), WIDTH - _VERY_EDGE - breadths[one] / 2))
            for one in chosen
        ]
        if all(b - a >= (breadths[one] + breadths[two]) / 2 + _GAP for (one, a), (two, b) in pairwise(placed)):
            return placed
    return []


def _legend(words: Words, bars: Sequence[DayUse], average: int | None, today: date | None) -> Iterator[tuple[str, str]]:
    """What is to be explained of what is seen: its kind and its name."""
    if average is not None:
        yield "average", words.alone("chart-average", size=Size(average))
    if any(bar.day == today and bar.used_bytes for bar in bars):
        yield "today", words.alone("chart-today")
    if any(bar.used_bytes is None for bar in bars):
        yield "unknown", words.alone("chart-unknown")


def _keys(legend: Sequence[tuple[str, str]], *, from_right: bool) -> Iterator[str]:
    """The legend in one row; smaller where it would not fit."""
    signs, between = {"average": 66, "today": 30, "unknown": 30}, 52
    fixed = sum(signs[kind] + _GAP for kind, _ in legend) + between * (len(legend) - 1)
    size = TYPE * min(1.0, (WIDTH - 2 * _EDGE - fixed) / max(1.0, sum(drawing.breadth(one, TYPE) for _, one in legend)))
    at: float = 0
    for kind, said in legend:
        wide = signs[kind]
        edge = WIDTH - _EDGE - at if from_right else _EDGE + at
        yield _sign(kind, edge - wide if from_right else edge, wide)
        yield drawing.text(
            said,
            x=edge - wide - _GAP if from_right else edge + wide + _GAP,
            y=_LEGEND + size * 0.35,
            size=size,
            fill=_INK,
            anchor="end" if from_right else "start",
            kind="key",
        )
        at += wide + _GAP + drawing.breadth(said, size) + between


def _sign(kind: str, x: float, width: float) -> str:
    if kind == "average":
        return drawing.line(
            x=x + 3, y=_LEGEND, to_x=x + width - 3, to_y=_LEGEND, colour=_AVERAGE, width=5, kind="sign", dashes=_DASHES
        )
    today = kind == "today"
    return drawing.box(
        x=x, y=_LEGEND - width / 2, width=width, height=width, round_by=7,
        fill=_TODAY if today else "url(#hatch)", kind="sign", line=_BAR if today else "",
    )  # fmt: skip
