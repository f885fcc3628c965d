"""SVG to PNG, with the fonts of the package and no others. The only file that knows resvg.

Run as a script it does so once, from standard input to standard output; it imports little, so that it starts quickly.
"""

from __future__ import annotations

import sys
from pathlib import Path

import resvg_py

FONTS = tuple(
    Path(__file__).parents[1] / "fonts" / name for name in ("NotoSans.ttf", "NotoSansArabic.ttf", "NotoSansSC.otf")
)
"""The first one is what a text is set in; the others stand in for the letters it lacks."""
FAMILY = "Noto Sans"
"""What a text is set in where the drawing names no font."""


def rasterize(svg: str) -> bytes:
    """Return the drawing as PNG, in its own size. Takes some 50 ms and holds Python's lock all the while.

    Raises ValueError where resvg cannot read it, OSError where a font is missing.
    """
    for font in FONTS:
        font.stat()  # resvg would leave the letters out, and say nothing
    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(font) for font in FONTS], font_family=FAMILY
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(rasterize(sys.stdin.buffer.read().decode()))
