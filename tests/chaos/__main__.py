"""`make chaos`: every fault before every neighbour, and what became of it. Exits 1 where anything was lost or twice."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from pathlib import Path

from bot.patience import USUAL
from sandbox.faults import Answer
from tests.chaos.faults import faults
from tests.chaos.trial import HURRIED, Neighbour, Report, trial

CELLS: tuple[tuple[Neighbour, bytes], ...] = (("telegram", b""), ("telegram", b"/send"), ("vendor", b""))
AT_ONCE = 4


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
    print(f"{'before':<15}{'fault':<32}{'met':>5}{'asked':>6}{'answ.':>6}{'doubt':>6}{'twice':>6}{'lost':>5}"
          f"{'order':>6}{'s after':>8}{'MiB':>6}")  # fmt: skip
    patience, seconds = (HURRIED, 1.2) if asked.hurried else (USUAL, 20.0)
    every = faults(0.05 if asked.hurried else 1.0)
    alone, together = asyncio.Semaphore(1), asyncio.Semaphore(AT_ONCE)

    async def one(neighbour: Neighbour, only: bytes, name: str) -> Report:
        fault = every[name]
        with tempfile.TemporaryDirectory() as directory:
            async with alone if asked.hurried or isinstance(fault, Answer) else together:
                report = await trial(
                    Path(directory), neighbour, name, fault, patience=patience, seconds=seconds, only=only
                )
        print(_row(report), flush=True)
        return report

    cells = [(*cell, name) for name in every for cell in CELLS if asked.only in name or asked.only in cell[0]]
    bodies = [cell for cell in cells if isinstance(every[cell[2]], Answer)]
    others = [cell for cell in cells if cell not in bodies]
    return [
        *await asyncio.gather(*(one(*cell) for cell in others)),
        *[await one(*cell) for cell in bodies],
    ]


def _row(report: Report) -> str:
    where = report.neighbour + (f" {report.only.decode()}*" if report.only else "")
    return (
        f"{where:<15}{report.fault:<32}{report.met:>5}{report.asked:>6}{report.answered:>6}{report.in_doubt:>6}"
        f"{report.repeated:>6}{report.silent:>5}{'kept' if report.in_order else 'BROKEN':>6}{report.seconds:>8.1f}"
        f"{report.peak_mib:>6.0f}{'' if report.faultless else '  <-- wrong'}"
    )


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
