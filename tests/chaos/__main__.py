"""`make chaos`: every fault before every neighbour, then kills; a table of each. Exits 1 where anything was lost."""

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
from tests.chaos.killing import CELLS, Tally, killed
from tests.chaos.trial import HURRIED, Neighbour, Report, trial
from tests.postgres import made_anew, served

AT_ONCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One of the matrix."""

    neighbour: Neighbour
    name: str
    fault: Fault = field(repr=False)
    only: bytes = b""


async def main(arguments: list[str]) -> int:
    """Go through what is asked for."""
    asked = _parser().parse_args(arguments)
    logging.disable(logging.CRITICAL)
    wrong = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as directory, served(Path(directory)) as server:
        if not asked.no_faults:
            reports = await _faults(asked, server)
            wrong += sum(not report.faultless for report in reports)
            print(f"{len(reports)} trials, {sum(one.asked for one in reports)} questions, {wrong} trials went wrong\n")
        if asked.kills:
            tallies = await _kills(asked.kills, server)
            wrong += sum(not tally.faultless for tally in tallies)
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make chaos", description="The bot under faults, and killed over and over.")
    parser.add_argument("--hurried", action="store_true", help="all waits a twentieth of the real ones")
    parser.add_argument("--only", default="", help="faults that have this in their name or their neighbour's")
    parser.add_argument("--no-faults", action="store_true", help="kills alone")
    parser.add_argument("--kills", type=int, default=200, help="for each way to run the bot (default: 200; 0: none)")
    return parser


async def _kills(kills: int, server: str) -> list[Tally]:
    """Kill every way to run the bot, one after the other."""
    print(f"{'database':<12}{'processes':>9} {'updates by':<11}{'kills':>6}{'updates':>8}{'answered':>9}{'repeated':>9}"
          f"{'lost':>5}{'disordered':>11}{'pushes':>7}{'repeated':>9}{'lost':>5}")  # fmt: skip
    tallies = []
    for number, cell in enumerate(CELLS):
        database = await made_anew(server, f"kill_{number}") if cell.engine == "postgresql" else None
        with tempfile.TemporaryDirectory() as directory:
            tally = await killed(cell, Path(directory) / "data", kills=kills, database=database)
        print(f"{cell.engine:<12}{cell.processes:>9} {cell.mode:<11}{tally.kills:>6}{tally.updates:>8}"
              f"{tally.answered:>9}{tally.repeated:>9}{tally.lost:>5}{tally.disordered:>11}{tally.pushes:>7}"
              f"{tally.pushes_repeated:>9}{tally.pushes_lost:>5}{'' if tally.faultless else '  <-- wrong'}",
              flush=True)  # fmt: skip
        tallies.append(tally)
    return tallies


async def _faults(asked: argparse.Namespace, server: str) -> list[Report]:
    """Try every fault; bodies one at a time, for the memory they take is measured of the whole process."""
    print(f"{'before':<16}{'fault':<31}{'met':>5}{'asked':>6}{'answ.':>6}{'doubt':>6}{'twice':>6}{'lost':>5}"
          f"{'order':>7}{'s after':>8}{'MiB':>5}")  # fmt: skip
    alone, together = asyncio.Semaphore(1), asyncio.Semaphore(1 if asked.hurried else AT_ONCE)

    async def one(number: int, cell: Trial) -> Report:
        async with alone if isinstance(cell.fault, Answer) else together:
            report = await _tried(cell, number, server, hurried=asked.hurried)
        print(_row(report), flush=True)
        return report

    cells = list(enumerate(cell for cell in _trials(0.05 if asked.hurried else 1.0) if asked.only in str(cell)))
    reports = await asyncio.gather(*(one(*cell) for cell in cells if not isinstance(cell[1].fault, Answer)))
    return [*reports, *[await one(*cell) for cell in cells if isinstance(cell[1].fault, Answer)]]


def _trials(second: float) -> Iterator[Trial]:
    """Every fault before every neighbour; before Telegram also for sending alone, as a fault that people meet last."""
    for name, fault in faults(second).items():
        yield Trial(neighbour="telegram", name=name, fault=fault)
        if not isinstance(fault, Refuse):
            yield Trial(neighbour="telegram", name=name, fault=fault, only=b"/send")
        yield Trial(neighbour="vendor", name=name, fault=fault)
    for name, (fault, only) in database_faults(second).items():
        yield Trial(neighbour="database", name=name, fault=fault, only=only)


async def _tried(cell: Trial, number: int, server: str, *, hurried: bool) -> Report:
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
