"""An axis of round figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.scale import marks

KB, MB, GB, TB, PB = (1024**power for power in range(1, 6))


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, ()),
        (1, (1, 2)),
        (3, (1, 2, 3)),
        (4 * GB, (GB, 2 * GB, 3 * GB, 4 * GB)),
        (4 * GB + 1, (2 * GB, 4 * GB, 6 * GB)),
        (17 * GB, (5 * GB, 10 * GB, 15 * GB, 20 * GB)),
        (900 * MB, (250 * MB, 500 * MB, 750 * MB, 1000 * MB)),
        (1010 * MB, (GB, 2 * GB)),
        (176 * TB, (50 * TB, 100 * TB, 150 * TB, 200 * TB)),
        (3000 * PB, (1000 * PB, 2000 * PB, 3000 * PB)),
    ],
)
def test_marks_are_round(most: int, expected: tuple[int, ...]) -> None:
    assert marks(most) == expected


@given(st.integers(min_value=1, max_value=10**30))
def test_few_marks_hold_everything_and_waste_little(most: int) -> None:
    found = marks(most)

    assert 2 <= len(found) <= 4
    assert [mark // found[0] for mark in found] == list(range(1, len(found) + 1))
    assert found[-1] >= most
    assert len(found) == 2 or most > found[-2]
    unit = max(size for size in (1, KB, MB, GB, TB, PB) if found[0] % size == 0 and found[0] >= size)
    assert unit == PB or found[-1] <= 1000 * unit  # one unit for all of them
