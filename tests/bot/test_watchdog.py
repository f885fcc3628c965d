"""A loop that hangs ends its process, which says where it hangs and nothing else."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import asyncio, sys, time
from bot.watchdog import Watchdog

def in_here(token):
    time.sleep({hangs})

async def work(watchdog):
    for _ in range(3):
        watchdog.alive()
        await asyncio.sleep(0.05)
    if {hangs}:
        in_here("tok_" + "5ecret")

with Watchdog({seconds}) as watchdog:
    asyncio.run(work(watchdog))
print("done", flush=True)
time.sleep(0.5)
"""


async def ended(**how: float) -> tuple[int | None, str, str]:
    """Run the program to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM.format(**how), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize("hangs", [60.0])
async def test_a_loop_that_hangs_ends_the_process_and_says_where(hangs: float) -> None:
    code, out, err = await ended(hangs=hangs, seconds=0.4)

    assert (code, out) == (1, "")
    assert "in_here" in err
    assert "5ecret" not in err


async def test_one_that_turns_goes_on_and_one_that_is_done_is_not_waited_for() -> None:
    assert await ended(hangs=0.0, seconds=0.4) == (0, "done\n", "")
