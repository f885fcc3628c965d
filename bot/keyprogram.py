"""A program that prints the keyring: a client of a KMS, of Vault, sops. In no shell, given no input, ended in time."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable

from bot.config import Program
from bot.keys import KeysUnavailable, read
from bot.logs import Redactor
from bot.secret import Secret
from bot.vault import Key

SECONDS = 20.0
"""How long the program may take: a KMS at the other end of the world, not a prompt that nobody answers."""
AGAIN_SECONDS = 300.0
"""After which it is run again unasked; a value that names an unknown key has it run at once."""
MOST_PRINTED = 65_536


class Printed:
    """The keys are what a program prints."""

    name = "ENCRYPTION_KEYS_COMMAND"

    def __init__(
        self, program: Program, *, seconds: float = SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._program = program
        self._seconds = seconds
        self._clock = clock
        self._made_at = clock()

    async def keys(self) -> tuple[Key, ...]:
        """Run it."""
        printed, said, code = await self._run()
        if code != 0:
            ended = f"exited with code {code}" if code > 0 else f"was ended by signal {-code}"
            raise KeysUnavailable(f"{self.name}: the program {ended}{_last_words(said, printed)}")
        if not printed.strip():
            raise KeysUnavailable(f"{self.name}: the program printed nothing{_last_words(said, printed)}")
        if len(printed) > MOST_PRINTED:
            raise KeysUnavailable(f"{self.name}: the program prints more than a keyring")
        return read(Secret(printed.decode("ascii", "replace")), self.name)

    def mark(self) -> object:
        """Nobody can tell, so it is now and then another."""
        return (self._clock() - self._made_at) // AGAIN_SECONDS

    async def _run(self) -> tuple[bytes, bytes, int]:
        words, environment = self._program.words, dict(self._program.environment)
        try:
            process = await asyncio.create_subprocess_exec(
                *words, env=environment, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, start_new_session=True
            )
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "its name or an argument cannot be passed on"
            raise KeysUnavailable(f"{self.name}: the program cannot be run ({reason})") from error
        try:
            async with asyncio.timeout(self._seconds):
                printed, said = await asyncio.gather(_drained(process.stdout), _drained(process.stderr))
                return printed, said, await process.wait()
        except TimeoutError as error:
            raise KeysUnavailable(
                f"{self.name}: the program did not end within {self._seconds:.0f} seconds; does it ask for something?"
            ) from error
        finally:
            await _ended(process)


async def _drained(stream: asyncio.StreamReader | None) -> bytes:
    """Read to the end and keep no more than can be of use, so that what talks on and on fills nothing."""
    kept = b""
    while stream is not None and (chunk := await stream.read(MOST_PRINTED)):
        kept = (kept + chunk)[: MOST_PRINTED + 1]
    return kept


async def _ended(process: Process) -> None:
    """End it with all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _last_words(said: bytes, printed: bytes) -> str:
    """What it complained of at last, without secrets: most programs say there what is wrong."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    if not lines:
        return ""
    redact = Redactor([Secret(printed.decode("utf-8", "replace"))])
    last = "".join(one if one.isprintable() else " " for one in redact(lines[-1]))
    return f": {last[:200]}"
