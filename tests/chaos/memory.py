"""How much memory this process took at most while something went on: Linux counts it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Peak:
    """`mib`: by how much the most that was taken in the block was more than at its beginning."""

    def __init__(self) -> None:
        self.mib = 0.0
        self._before = 0

    def __enter__(self) -> Self:
        _RESET.write_text("5")  # the mark of the highest water begins anew
        self._before = _kib("VmRSS")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.mib = (_kib("VmHWM") - self._before) / 1024


def _kib(name: str) -> int:
    (line,) = (line for line in _STATUS.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])
