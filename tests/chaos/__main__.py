"""`make chaos`: every fault before every neighbour, and what became of it. Exits 1 where anything was lost or twice."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.patience import USUAL
from sandbox.faults import Answer, Fault, Refuse
from tests.chaos.faults import database_faults, faults
from tests.chaos.trial import HURRIED, Neighbour, Report, trial
from tests.postgres import made_anew, served

AT_ONCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One of the matrix."""

    neighbour: Neighbour
    name: str
    fault: Fault = field(repr=False)
    only: bytes = b""


async def main(arguments: list[str]) -> int:
    """Go through what is asked for."""
    asked = _parser().parse_args(arguments)
    logging.disable(logging.CRITICAL)
    reports = await _faults(asked)
    wrong = [report for report in reports if not report.faultless]
    print(f"{len(reports)} trials, {sum(one.asked for one in reports)} questions, {len(wrong)} trials went wrong")
    return 1 if wrong or not reports else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make chaos", description="The bot under faults.")
    parser.add_argument("--hurried", action="store_true", help="all waits a twentieth of the real ones")
    parser.add_argument("--only", default="", help="faults with this in their name, or before this neighbour")
    return parser


async def _faults(asked: argparse.Namespace) -> list[Report]:
    """Try every fault; bodies one at a time, for the memory they take is measured of the whole process."""
    print(f"{'before':<16}{'fault':<31}{'met':>5}{'asked':>6}{'answ.':>6}{'doubt':>6}{'twice':>6}{'lost':>5}"
          f"{'order':>7}{'s after':>8}{'MiB':>5}")  # fmt: skip
    alone, together = asyncio.Semaphore(1), asyncio.Semaphore(1 if asked.hurried else AT_ONCE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory, served(Path(directory)) as server:

        async def one(number: int, cell: Cell) -> Report:
            async with alone if isinstance(cell.fault, Answer) else together:
                report = await _tried(cell, number, server, hurried=asked.hurried)
            print(_row(report), flush=True)
            return report

        cells = list(enumerate(cell for cell in _cells(0.05 if asked.hurried else 1.0) if asked.only in str(cell)))
        calm = [one(*cell) for cell in cells if not isinstance(cell[1].fault, Answer)]
        reports = await asyncio.gather(*calm)
        return [*reports, *[await one(*cell) for cell in cells if isinstance(cell[1].fault, Answer)]]


def _cells(second: float) -> Iterator[Cell]:
    """Every fault before every neighbour; before Telegram also for sending alone, as a fault that people meet last."""
    for name, fault in faults(second).items():
        yield Cell(neighbour="telegram", name=name, fault=fault)
        if not isinstance(fault, Refuse):
            yield Cell(neighbour="telegram", name=name, fault=fault, only=b"/send")
        yield Cell(neighbour="vendor", name=name, fault=fault)
    for name, (fault, only) in database_faults(second).items():
        yield Cell(neighbour="database", name=name, fault=fault, only=only)


async def _tried(cell: Cell, number: int, server: str, *, hurried: bool) -> Report:
    database = await made_anew(server, f"trial_{number}") if cell.neighbour == "database" else None
    with tempfile.TemporaryDirectory() as directory:
        return await trial(
            Path(directory),
            cell.neighbour,
            cell.name,
            cell.fault,
            patience=HURRIED if hurried else USUAL,
            seconds=1.2 if hurried else 20.0,
            only=cell.only,
            database=database,
        )


def _row(report: Report) -> str:
    where = f"{report.neighbour} {report.only.decode()}"
    return (
        f"{where:<16}{report.fault:<31}{report.met:>5}{report.asked:>6}{report.answered:>6}{report.in_doubt:>6}"
        f"{report.repeated:>6}{report.silent:>5}{'kept' if report.in_order else 'BROKEN':>7}{report.seconds:>8.1f}"
        f"{report.peak_mib:>5.0f}{'' if report.faultless else '  <-- wrong'}"
    )


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
