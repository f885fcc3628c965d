"""The list of benchmarks: `python -m benchmarks [NAMES…] [--quick]`."""

from __future__ import annotations

import argparse
from collections.abc import Awaitable, Callable

from benchmarks import answers, burst, growth, intake, load, pace, storage, summaries, vendor, words
from benchmarks.measure import Effort, Report, in_loop, shown

BENCHMARKS: dict[str, Callable[[Effort], Awaitable[Report]]] = {
    "answers": answers.records,
    "balance": answers.balance,
    "intake": intake.run,
    "load": load.run,
    "burst": burst.run,
    "growth": growth.run,
    "pace": pace.run,
    "summaries": summaries.run,
    "vendor": vendor.run,
    "storage": storage.run,
    "words": words.run,
}
FULL = Effort()
QUICK = Effort(rounds=2, share=0.2)


def main() -> None:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed, side by side. Medians, min–max.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(BENCHMARKS)}; all if none is named"
    )
    parser.add_argument("--quick", action="store_true", help="fewer rounds and operations: seconds, and more noise")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark is called {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    print("Median (min–max) of rounds in turn; take the ratios (× CPU, of the first line's), not the figures.\n")
    for name in asked.names or BENCHMARKS:
        print(f"== {name}\n", flush=True)
        report = in_loop(_measured(name, QUICK if asked.quick else FULL))
        for table in report.tables:
            print(shown(table), end="\n\n")
        for remark in report.remarks:
            print(f"  {remark}")
        print(f"→ {report.conclusion}\n", flush=True)


async def _measured(name: str, effort: Effort) -> Report:
    return await BENCHMARKS[name](effort)


if __name__ == "__main__":
    main()
