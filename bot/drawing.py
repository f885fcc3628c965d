"""Pieces of our drawings, as SVG; how much room a text takes. Texts come written and escaped, from `bot.i18n`."""

from __future__ import annotations

import html
import unicodedata
from typing import Final, Literal

from bot.reply import Picture

FAMILY: Final = "Noto Sans"
"""The font in the package that is the first to be looked into; the others have what it lacks."""

Anchor = Literal["start", "middle", "end"]
"""Which point of a text is at `x`: its left, its middle or its right, in every language."""

_NARROW = frozenset(" .,:;!|'’ijlftrıI()[]اأآلرزژدذو\u00a0\u202f")
_BROAD = frozenset("mwMWQ@%—…жмшщюыфЖМШЩЮФДسشصض")


def breadth(text: str, size: float) -> float:
    """Return about how many pixels a written and escaped text takes, rather more than fewer.

    A drawing is made without looking into fonts; a test compares this with what they say.
    """
    return size * sum(_ems(letter) for letter in html.unescape(text))


def _ems(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1
    if letter in _NARROW:
        return 0.38
    if letter in _BROAD:
        return 0.92
    if "\u0620" <= letter <= "\u06d3":
        return 0.58
    return 0.7 if letter.isupper() else 0.62


def text(
    written: str, *, x: float, y: float, size: float, fill: str, anchor: Anchor = "start", kind: str = "text"
) -> str:
    """A text on its baseline; `written` is escaped already."""
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{fill}" '
        f'text-anchor="{anchor}">{written}</text>'
    )


def box(
    *, x: float, y: float, width: float, height: float, fill: str, kind: str, round_by: float = 0, line: str = ""
) -> str:
    """A rectangle, with round corners if wanted, and a line of 3 pixels within it if that has a colour."""
    inset = 1.5 if line else 0
    stroke = f' stroke="{line}" stroke-width="3"' if line else ""
    return (
        f'<rect class="{kind}" x="{x + inset:.1f}" y="{y + inset:.1f}" width="{width - 2 * inset:.1f}" '
        f'height="{height - 2 * inset:.1f}" rx="{round_by:.1f}" fill="{fill}"{stroke}/>'
    )


def column(
    *, x: float, base: float, width: float, height: float, round_by: float, fill: str, kind: str, line: str = ""
) -> str:
    """A bar that stands on `base` and is round at its top, with a line of 3 pixels within it if that has a colour."""
    inset = 1.5 if line else 0
    left, across, up = x + inset, width - 2 * inset, height - inset
    bend = max(0, min(round_by, across / 2, up))
    stroke = f' stroke="{line}" stroke-width="3"' if line else ""
    return (
        f'<path class="{kind}" d="M{left:.1f} {base:.1f}v{bend - up:.1f}a{bend:.1f} {bend:.1f} 0 0 1 {bend:.1f} '
        f'{-bend:.1f}h{across - 2 * bend:.1f}a{bend:.1f} {bend:.1f} 0 0 1 {bend:.1f} {bend:.1f}V{base:.1f}z" '
        f'fill="{fill}"{stroke}/>'
    )


def line(
    *, x: float, y: float, to_x: float, to_y: float, colour: str, width: float, kind: str, dashes: str = ""
) -> str:
    """A straight line, dashed if wanted."""
    dashed = f' stroke-dasharray="{dashes}" stroke-linecap="round"' if dashes else ""
    return (
        f'<path class="{kind}" d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{colour}" stroke-width="{width:.1f}" '
        f'fill="none"{dashed}/>'
    )


def picture(*pieces: str, width: int, height: int) -> Picture:
    """Put the pieces one upon the other."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="{FAMILY}">{"".join(pieces)}</svg>'
    )
    return Picture(svg=svg, width=width, height=height)
