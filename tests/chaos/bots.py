"""Bots as processes that start in no time and are made to be killed: forked, for what is imported costs a second."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[2]


class Bots:
    """Bots of one bot token and one database. `ports`: where each listens for a webhook, if they do."""

    def __init__(self, made: Popen[str], ports: Sequence[int]) -> None:
        self._made = made
        self._ports = ports
        self._running: dict[int, int] = {}

    def start(self, place: int = 0, ahead: timedelta = timedelta()) -> None:
        """Start the one of this place, by a clock that is so much ahead."""
        assert self._made.stdin is not None
        assert self._made.stdout is not None
        port = self._ports[place] if self._ports else 0
        self._made.stdin.write(f"{ahead.total_seconds()} {port}\n")
        self._made.stdin.flush()
        self._running[place] = int(self._made.stdout.readline())

    def kill(self, place: int = 0) -> None:
        """End one at this instant, and wait until nothing is left of it: what it held is free then."""
        process = self._running.pop(place)
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
            while True:
                os.kill(process, 0)
                time.sleep(0.001)

    def kill_all(self) -> None:
        """End all."""
        for place in tuple(self._running):
            self.kill(place)


@contextmanager
def bots(environment: Mapping[str, str], ports: Sequence[int] = ()) -> Iterator[Bots]:
    """Return where bots of these settings are made; they are ended with the block."""
    arguments = [sys.executable, "-m", "tests.chaos.bots"]
    with Popen(arguments, stdin=PIPE, stdout=PIPE, text=True, cwd=ROOT, env={**os.environ, **environment}) as made:
        making = Bots(made, ports)
        try:
            yield making
        finally:
            making.kill_all()
            made.kill()


def _make() -> None:
    """Make a bot for each line that is read, and say its number."""
    from bot import app, config, logs  # noqa: PLC0415  # in the child's parent alone
    from tests.world import Hurry  # noqa: PLC0415

    settings = config.read(os.environ)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    logs.configure(level="ERROR", style="text", secrets=[settings.telegram_bot_token])
    for line in sys.stdin:
        seconds, port = line.split()
        ahead = timedelta(seconds=float(seconds))
        listening = replace(settings, http_listen=config.Address("127.0.0.1", int(port))) if int(port) else settings
        process = os.fork()
        if process == 0:
            asyncio.run(
                app.run(
                    listening,
                    stop=asyncio.Event(),
                    clock=lambda ahead=ahead: datetime.now(UTC) + ahead,  # type: ignore[misc]
                    every_seconds=0.1,
                    limiter=Hurry().limiter,
                )
            )
        print(process, flush=True)  # what the other end waits for


if __name__ == "__main__":
    _make()
