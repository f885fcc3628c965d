"""Costs of contenders that take turns, so that a noisy machine is noisy for all of them alike."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is measured: rounds, and the share of the operations that a full run does in each."""

    rounds: int = 5
    share: float = 1.0

    def times(self, full: int) -> int:
        """Return how many operations stand for so many of a full run."""
        return max(2, int(full * self.share))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds that one operation took: of all this process's threads together, and on the clock."""

    cpu: float
    wall: float


Measure = Callable[[], Awaitable[Cost]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one contender cost, round by round. `note` is shown behind it."""

    name: str
    costs: tuple[Cost, ...]
    note: str = ""

    @property
    def cpu(self) -> float:
        """Median seconds of CPU for one operation."""
        return median(cost.cpu for cost in self.costs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Contenders that did the same, ours first."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a benchmark found, and the one line it comes to."""

    tables: tuple[Table, ...]
    conclusion: str
    remarks: tuple[str, ...] = field(default=())


async def race(title: str, contenders: Sequence[tuple[str, Measure]], effort: Effort) -> Table:
    """Measure contenders (names and measures) in turn, each round begun by another; a first round is not counted."""
    costs: list[list[Cost]] = [[] for _ in contenders]
    places = range(len(contenders))
    for turn in range(-1, effort.rounds):
        for place in (*places[turn % len(contenders) :], *places[: turn % len(contenders)]):
            gc.collect()
            cost = await contenders[place][1]()
            if turn >= 0:
                costs[place].append(cost)
    named = zip(contenders, costs, strict=True)
    return Table(title=title, lines=tuple(Line(name=name, costs=tuple(known)) for (name, _), known in named))


def awaited(work: Callable[[], Awaitable[object]], times: int, *, each: int = 1) -> Measure:
    """Measure `times` runs of `work`, one after another; `each`: how many operations one run does."""

    async def measure() -> Cost:
        wall, cpu = perf_counter(), process_time()
        for _ in range(times):
            await work()
        return Cost(cpu=(process_time() - cpu) / (times * each), wall=(perf_counter() - wall) / (times * each))

    return measure


def called(work: Callable[[], object], times: int, *, each: int = 1) -> Measure:
    """Measure `times` calls of a plain function."""

    async def measure() -> Cost:
        wall, cpu = perf_counter(), process_time()
        for _ in range(times):
            work()
        return Cost(cpu=(process_time() - cpu) / (times * each), wall=(perf_counter() - wall) / (times * each))

    return measure


def shown(table: Table) -> str:
    """Return the table as text: median (min–max) of CPU and clock, and how many times our CPU each one takes."""
    scale, unit = (1e3, "ms") if max(line.cpu for line in table.lines) >= 1e-3 else (1e6, "µs")
    cpu = [_spread([cost.cpu * scale for cost in line.costs]) for line in table.lines]
    wall = [_spread([cost.wall * scale for cost in line.costs]) for line in table.lines]
    ratios = [f"{line.cpu / table.lines[0].cpu:.2f}" if table.lines[0].cpu else "–" for line in table.lines]
    rows = [
        ("", f"CPU {unit}", f"wall {unit}", "× CPU", ""),
        *zip((line.name for line in table.lines), cpu, wall, ratios, (line.note for line in table.lines), strict=True),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = (
        f"  {row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}  {row[4]}"
        for row in rows
    )
    return "\n".join((table.title, *(line.rstrip() for line in lines)))


def compared(ours: Line, other: Line) -> str:
    """Return how many times less CPU, or more, ours takes than the other."""
    if not ours.cpu or not other.cpu:
        return f"too little CPU to compare with {other.name}"
    if ours.cpu <= other.cpu:
        return f"{_times(other.cpu / ours.cpu)} less CPU than {other.name}"
    return f"{_times(ours.cpu / other.cpu)} the CPU of {other.name}"


def shares(tables: Sequence[Table]) -> str:
    """Return what part of each other's CPU ours takes, in each of these tables of the same contenders."""
    ours = [table.lines[0] for table in tables]
    others = zip(*(table.lines[1:] for table in tables), strict=True)
    return ", ".join(
        f"{' and '.join(f'{_share(one, other):.2f}' for one, other in zip(ours, lines, strict=True))} "
        f"of {lines[0].name.partition(',')[0]}"
        for lines in others
    )


def peak_mib() -> float:
    """Return the most memory this process has held."""
    status = Path("/proc/self/status")
    if status.exists():  # what `getrusage` tells begins with the memory of the process that started this one
        kib = next(line.split()[1] for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(kib) / 1024
    import resource  # noqa: PLC0415  # not on every platform

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)


def in_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on the loop that the bot runs on: uvloop where there is one."""
    try:
        import uvloop  # noqa: PLC0415  # not on every platform
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def _spread(values: Sequence[float]) -> str:
    return f"{_figure(median(values))} ({_figure(min(values))}–{_figure(max(values))})"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _share(ours: Line, other: Line) -> float:
    return ours.cpu / other.cpu if other.cpu else 0.0


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times"
