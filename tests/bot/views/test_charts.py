"""The picture of what was used: true to the figures, legible on a phone, and in the letters of every language."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types
from hypothesis import given
from hypothesis import strategies as st

from bot import drawing
from bot.forecast import DayUse
from bot.i18n import Languages, Words, languages
from bot.pictures.raster import FONTS, rasterize
from bot.reply import Picture
from bot.views.charts import HEIGHT, TYPE, WIDTH, usage
from tests.bot.views.given import GB, words

LAST = date(2026, 9, 20)
CODES = languages().codes
SMALLEST_TYPE = 27
"""Seven and a half points on a phone."""
Figures = Sequence[int | None]


def bars(figures: Figures) -> list[DayUse]:
    return [
        DayUse(day=LAST - timedelta(days=len(figures) - 1 - at), used_bytes=figure) for at, figure in enumerate(figures)
    ]


def drawn(
    figures: Figures, *, language: Words | None = None, average: int | None = None, today: date | None = None
) -> Picture:
    return usage(language or words(), bars(figures), average=average, today=today)


@dataclass(frozen=True)
class Box:
    """Where a piece is, in pixels from the left and the top."""

    left: float
    right: float
    top: float
    bottom: float


def pieces(picture: Picture, *kinds: str) -> list[ET.Element]:
    return [piece for piece in ET.fromstring(picture.svg).iter() if piece.get("class") in kinds]


def columns(picture: Picture, *kinds: str) -> list[Box]:
    """Bars, from the left."""
    found = []
    for piece in pieces(picture, *(kinds or ("bar", "today"))):
        part = re.fullmatch(
            r"M(\S+) (\S+)v(\S+)a(\S+) \S+ 0 0 1 \S+ (\S+)h(\S+)a\S+ \S+ 0 0 1 (\S+) \S+V\S+z", piece.get("d") or ""
        )
        assert part
        left, base, up, bend, bent, across, bend_too = map(float, part.groups())
        found.append(Box(left, left + bend + across + bend_too, base + up + bent, base))
    return found


def rectangles(picture: Picture, kind: str) -> list[Box]:
    found = []
    for piece in pieces(picture, kind):
        x, y, width, height = (float(piece.get(name) or "nan") for name in ("x", "y", "width", "height"))
        found.append(Box(x, x + width, y, y + height))
    return found


def labels(picture: Picture, *kinds: str) -> list[tuple[str, Box]]:
    """Texts, with the room that is kept for each."""
    found = []
    for piece in pieces(picture, *kinds):
        said = piece.text or ""
        size, x, y = (float(piece.get(name) or "nan") for name in ("font-size", "x", "y"))
        wide = drawing.breadth(said.replace("&", "&amp;"), size)
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[piece.get("text-anchor") or ""]
        found.append((said.strip("\u2068\u2069"), Box(left, left + wide, y - size, y + size * 0.3)))
    return found


def line(picture: Picture, kind: str) -> list[Box]:
    return [
        Box(x, to_x, to_y, y)
        for piece in pieces(picture, kind)
        for x, y, to_x, to_y in [map(float, re.findall(r"[\d.]+", piece.get("d") or ""))]
    ]


def plot(picture: Picture) -> Box:
    grid = line(picture, "grid")
    base = max(one.top for one in grid)
    # An axis without marks still has room above it.
    return Box(grid[0].left, grid[0].right, min(one.top for one in grid) if grid[1:] else base - 400, base)


FIGURES = st.sampled_from((1, 7, 30, 90)).flatmap(
    lambda days: st.lists(
        st.one_of(st.none(), st.just(0), st.integers(min_value=1, max_value=2**70)), min_size=days, max_size=days
    )
)


@given(figures=FIGURES, average=st.one_of(st.none(), st.integers(min_value=0, max_value=2**70)))
def test_whatever_was_used_stands_within_the_plot_each_day_in_its_place(figures: Figures, average: int | None) -> None:
    picture = drawn(figures, average=average, today=LAST)

    within, standing = plot(picture), columns(picture)
    assert len(standing) == sum(bool(figure) for figure in figures)
    for box in (*standing, *rectangles(picture, "unknown"), *rectangles(picture, "zero"), *line(picture, "average")):
        assert within.left - 0.1 <= box.left < box.right <= within.right + 0.1
        assert within.top - 0.2 <= box.top <= box.bottom <= within.bottom + 0.1
    for one, two in pairwise(standing):
        assert one.right < two.left


@given(st.lists(st.integers(min_value=10**9, max_value=2 * 10**10), min_size=7, max_size=7))
def test_a_bar_is_as_high_as_its_day(figures: list[int]) -> None:
    picture = drawn(figures)

    heights = [box.bottom - box.top for box in columns(picture)]
    most = max(figures)
    assert heights == pytest.approx([max(heights) * figure / most for figure in figures], abs=0.4)


def test_the_axis_says_what_a_height_means() -> None:
    picture = drawn([GB, 2 * GB, 3 * GB], average=2 * GB)

    grid = [one.top for one in line(picture, "grid")]
    assert [said for said, _ in labels(picture, "size")] == ["0 B", "1 GB", "2 GB", "3 GB"]
    assert [box.top for box in columns(picture)] == pytest.approx(grid[1:], abs=0.2)
    assert [one.top for one in line(picture, "average")] == [grid[2]]
    assert [said for said, _ in labels(picture, "key")] == ["Average 2 GB"]


def test_an_average_above_every_bar_is_on_the_axis_too() -> None:
    picture = drawn([GB, GB], average=7 * GB)

    assert plot(picture).top < line(picture, "average")[0].top < columns(picture)[0].top


def test_what_is_not_known_is_neither_a_bar_nor_nothing() -> None:
    picture = drawn([None, None, GB, 0, None, GB, GB])

    first, second = rectangles(picture, "unknown")
    (nothing,) = rectangles(picture, "zero")
    assert len(columns(picture)) == 4 - 1
    assert first.right - first.left > 2 * (second.right - second.left)
    assert first.bottom - first.top > 3 * (nothing.bottom - nothing.top)
    assert [said for said, _ in labels(picture, "key")] == ["No data"]


@pytest.mark.parametrize("figure", [None, 0])
def test_nothing_used_and_nothing_known_can_be_drawn(figure: int | None) -> None:
    picture = drawn([figure] * 7, average=figure, today=LAST)

    assert columns(picture) == []
    assert [said for said, _ in labels(picture, "size")] == ["0 B"]
    assert [said for said, _ in labels(picture, "key")] == ["No data" if figure is None else "Average 0 B"]


def test_beside_one_huge_day_the_least_use_is_seen() -> None:
    picture = drawn([1, 1024, *[10**15] * 1, *[GB] * 27])

    assert len(columns(picture)) == 30
    assert min(box.bottom - box.top for box in columns(picture)) > 8


def test_today_is_told_from_days_that_are_over() -> None:
    running = drawn([GB] * 7, today=LAST)

    assert len(columns(running, "bar")) == 6
    assert columns(running, "today")[0].left > columns(running, "bar")[-1].right
    assert [said for said, _ in labels(running, "key")] == ["Today so far"]
    assert columns(drawn([GB] * 7, today=LAST + timedelta(days=1)), "today") == []


def test_ninety_bars_are_bars() -> None:
    standing = columns(drawn([GB] * 90))

    assert min(box.right - box.left for box in standing) > 7
    assert min(two.left - one.right for one, two in pairwise(standing)) > 2


@pytest.mark.parametrize("days", [1, 7, 30, 90])
@pytest.mark.parametrize("code", CODES)
def test_labels_are_great_enough_and_meet_neither_each_other_nor_the_edge(code: str, days: int) -> None:
    figures = [None, *[777 * 1024**2 + day for day in range(days - 1)]] if days > 1 else [GB]
    picture = drawn(figures, language=words(code), average=567 * 1024**2 + 12345678, today=LAST)

    said = labels(picture, "size", "day", "key")
    assert all(
        SMALLEST_TYPE <= float(one.get("font-size") or 0) <= TYPE for one in pieces(picture, "size", "day", "key")
    )
    for _, box in said:
        assert 0 < box.left < box.right < WIDTH
        assert 0 < box.top < box.bottom < HEIGHT
    assert all(43 < box.left < box.right < WIDTH - 43 for _, box in labels(picture, "key"))
    for kind in ("day", "key"):
        row = sorted((box for _, box in labels(picture, kind)), key=lambda box: box.left)
        assert all(one.right < two.left for one, two in pairwise(row))
    within = plot(picture)
    assert all(box.right < within.left or within.right < box.left for _, box in labels(picture, "size"))
    assert len(labels(picture, "day")) >= min(days, 3)


@pytest.mark.parametrize("code", CODES)
def test_the_last_day_is_named_and_days_follow_from_the_left_in_every_language(code: str) -> None:
    picture = drawn([GB] * 30, language=words(code), today=LAST)

    days = labels(picture, "day")
    digits = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    assert "20" in days[-1][0].translate(digits)
    assert [box.left for _, box in days] == sorted(box.left for _, box in days)
    assert columns(picture, "today")[0].left > columns(picture, "bar")[-1].left


def test_the_axis_and_the_legend_begin_where_reading_does() -> None:
    for code, right in (("en", False), ("fa", True), ("ar", True)):
        picture = drawn([GB, None], language=words(code), average=GB)
        assert (labels(picture, "size")[0][1].left > plot(picture).right) == right
        first, second = labels(picture, "key")
        assert (first[1].left > second[1].left) == right


@pytest.mark.parametrize("code", CODES)
def test_the_fonts_in_the_package_have_every_letter_of_every_picture(code: str) -> None:
    fonts = [set(TTFont(font).getBestCmap()) for font in FONTS]
    sizes = [5 * 1024**power + 1024**power // 3 for power in range(6)] + [1023 * 1024**5, 123456789]
    shown = set()
    for average in sizes:
        for day in range(12):
            picture = usage(
                words(code),
                [DayUse(day=date(2026, day + 1, number), used_bytes=average) for number in (*range(9, 28, 9), 28)]
                + [DayUse(day=date(2026, day + 1, 10), used_bytes=None)],
                average=average,
                today=date(2026, day + 1, 28),
            )
            shown |= {letter for said, _ in labels(picture, "size", "day", "key") for letter in said}

    missing = {letter for letter in shown if not any(ord(letter) in font for font in fonts)}
    assert {letter for letter in missing if unicodedata.category(letter) != "Cf"} == set()
    assert len(shown) > 20


@pytest.mark.parametrize("code", ["en", "zh", "ru", "ar"])
def test_a_picture_can_be_rendered(code: str) -> None:
    picture = drawn([None, *range(10**9, 10**9 + 29)], language=words(code), average=10**9, today=LAST)

    png = rasterize(picture.svg)

    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (picture.width, picture.height) == (1280, 720)
    assert len(png) < 60_000


def test_equal_figures_are_an_equal_drawing() -> None:
    assert drawn([GB, None, 3], average=5) == drawn([GB, None, 3], average=5)


def test_what_a_language_says_cannot_break_the_drawing() -> None:
    hostile = Languages(
        {
            "en": "chart-size = 1 &lt; 2 &amp; { $size }\nchart-day = { $day }\n"
            + "\n".join(f"size-{unit} = {{ $amount }}" for unit in ("b", "kb", "mb", "gb", "tb", "pb"))
        }
    ).best(("en",))

    assert labels(drawn([GB], language=hostile), "size")[0][0] == "1 < 2 & 0"


def test_a_chart_of_no_days_and_a_use_of_less_than_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="no days"):
        drawn([])
    with pytest.raises(ValueError, match="less than nothing"):
        drawn([-1])
