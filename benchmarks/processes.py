"""Processes of a benchmark's own: they say in a line of JSON when they are ready, answer each line, end with the input.

A process that is measured alone has its own CPU time and memory; one that dies with its parent's pipe is never left.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.measure import peak_mib

ROOT = Path(__file__).parent.parent
START_SECONDS = 60.0
STOP_SECONDS = 15.0


class Child:
    """A process that was started. `said` is what it told when it was ready."""

    def __init__(self, process: asyncio.subprocess.Process, said: dict[str, Any]) -> None:
        self._process = process
        self.said = said

    async def used(self) -> tuple[float, float]:
        """Return the seconds of CPU it has used, and the most MiB it has held."""
        if self._process.stdin is None:
            raise RuntimeError("the process was started without a pipe")
        self._process.stdin.write(b"\n")
        answer = await _line(self._process)
        return float(answer["cpu"]), float(answer["peak"])


@asynccontextmanager
async def child(module: str, *arguments: str) -> AsyncIterator[Child]:
    """Start `python -m module arguments…`, wait until it is ready, and end it at the end."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, stdin=pipe, stdout=pipe, cwd=ROOT
    )
    try:
        async with asyncio.timeout(START_SECONDS):
            said = await _line(process)
        yield Child(process, said)
        if process.stdin is not None:
            process.stdin.close()
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _line(process: asyncio.subprocess.Process) -> dict[str, Any]:
    line = await process.stdout.readline() if process.stdout is not None else b""
    if not line:
        raise RuntimeError("a process of this benchmark ended too early; what it said is above")
    answer: dict[str, Any] = json.loads(line)
    return answer


def follow(stop: Callable[[], object], **said: object) -> None:
    """In the child: say that it is ready, then answer from a thread; `stop` is called there when the input ends."""
    print(json.dumps(said), flush=True)

    def answer() -> None:
        while os.read(0, 4096):
            print(json.dumps({"cpu": process_time(), "peak": peak_mib()}), flush=True)
        stop()

    threading.Thread(target=answer, daemon=True).start()
