"""Round figures on the axis of a chart. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

_ROUND = (1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 40, 50, 100, 150, 200, 250)
"""In one unit; four times the last one is not yet 1024, where the next unit begins."""
_GREATEST_UNIT = 5
"""1024⁵ bytes, a petabyte: beyond it figures grow, not units."""


def marks(most_bytes: int) -> tuple[int, ...]:
    """Return two to four sizes evenly apart, the last of them `most_bytes` or more; none for nothing.

    All are in one unit, and round in it, and so is the step between them. Two only where one would do, but be lonely.
    """
    if most_bytes <= 0:
        return ()
    step = next(step for step in _steps() if 4 * step >= most_bytes)
    return tuple(step * mark for mark in range(1, max(3, -(-most_bytes // step) + 1)))


def _steps() -> Iterator[int]:
    """Every step there may be, from the least."""
    for power in range(_GREATEST_UNIT + 1):
        yield from (step * 1024**power for step in _ROUND)
    for power in count(1):
        yield from (step * 1000**power * 1024**_GREATEST_UNIT for step in _ROUND)
