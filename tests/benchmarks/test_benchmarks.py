"""Each benchmark runs. What it measures is nobody's business here."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.measure import Cost, Effort, Line, Measure, Table, compared, race, shown

LEAST = Effort(rounds=1, share=0.001)
LONG = ("balance", "intake", "burst", "growth")
"""Made of the same as the others, and too long for the suite."""


@pytest.mark.parametrize("name", [name for name in BENCHMARKS if name not in LONG])
async def test_a_benchmark_measures_ours_first_and_comes_to_a_line(name: str) -> None:
    report = await BENCHMARKS[name](LEAST)

    assert report.tables
    assert all(len(table.lines) > 1 and len(line.costs) == 1 for table in report.tables for line in table.lines)
    assert all(cost.wall > 0 for table in report.tables for line in table.lines for cost in line.costs)
    assert report.conclusion
    assert "\n" not in report.conclusion


async def test_contenders_take_turns_and_a_first_round_is_not_counted() -> None:
    asked: list[str] = []

    def contender(name: str) -> tuple[str, Measure]:
        async def measure() -> Cost:
            asked.append(name)
            return Cost(cpu=len(asked), wall=len(asked))

        return name, measure

    table = await race("", [contender("a"), contender("b")], Effort(rounds=2))

    assert asked == ["b", "a", "a", "b", "b", "a"]
    assert [[cost.cpu for cost in line.costs] for line in table.lines] == [[3, 6], [4, 5]]


def test_a_table_shows_median_and_extremes_and_times_of_ours() -> None:
    ours = Line(name="ours", costs=tuple(Cost(cpu=cpu / 1e6, wall=2e-6) for cpu in (12, 10, 20)))
    other = Line(name="other", costs=(Cost(cpu=30e-6, wall=1e-6),), note="noted")

    text = shown(Table(title="a thing", lines=(ours, other)))

    assert text.splitlines()[0] == "a thing"
    assert "12.0 (10.0–20.0)" in text
    assert "2.50  noted" in text
    assert compared(ours, other) == "2.5 times less CPU than other"
    assert compared(other, ours) == "2.5 times the CPU of ours"
