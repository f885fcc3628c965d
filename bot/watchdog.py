"""Ends a process whose event loop hangs, so that whoever supervises it starts it anew; says first where it hangs.

The standard library's faulthandler does both from a thread that needs no lock of Python's, so it works whatever hangs.
It writes files, lines and functions to standard error, in no format of ours, and no value of anything.
"""

from __future__ import annotations

import faulthandler
from typing import Self

HANGING_SECONDS = 60.0


class Watchdog:
    """For as long as its block lasts. It sleeps until it is told for the first time that the loop turns."""

    def __init__(self, seconds: float = HANGING_SECONDS) -> None:
        self._seconds = seconds

    def __enter__(self) -> Self:
        return self

    def alive(self) -> None:
        """Wait anew: not told again within the time there is, the process ends with code 1."""
        faulthandler.dump_traceback_later(self._seconds, exit=True)

    def __exit__(self, *_error: object) -> None:
        faulthandler.cancel_dump_traceback_later()
