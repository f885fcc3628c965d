"""The generated file with the keyring, rewritten: the whole of it, or nothing. Only who holds it changes it.

What is taken out goes into a file beside it first, for a backup from before may need it.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot import keys
from bot.keys import KeysUnavailable
from bot.secret import Secret
from bot.vault import Key, write_keys


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep every other command from changing the file. Raises KeysUnavailable where one is at it."""
    try:
        descriptor = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise KeysUnavailable(f"{path.parent}: {error.strerror}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise KeysUnavailable(f"{path}: another command is at work on it; wait until it is done") from error
    finally:
        os.close(descriptor)


def replace(path: Path, ring: tuple[Key, ...]) -> None:
    """Let the file hold these keys, once they are on the disk. Raises KeysUnavailable; then it is as it was."""
    _replace(path, write_keys(ring))


def retire(path: Path, key: Key) -> Path:
    """Take a key out of the file; return the file that it is kept in. Raises KeysUnavailable."""
    retired = path.with_name(f"{path.name}.retired")
    ring = keys.existing(None, path.parent)
    _replace(retired, write_keys((*_kept(retired), key)))
    replace(path, tuple(one for one in ring if one != key))
    return retired


def _kept(retired: Path) -> tuple[Key, ...]:
    try:
        return keys.read(Secret(retired.read_text("ascii")), str(retired)) if retired.exists() else ()
    except (OSError, UnicodeDecodeError) as error:
        raise KeysUnavailable(f"{retired}: it cannot be read; move it away") from error


def _replace(path: Path, text: Secret) -> None:
    here = path.resolve()  # a link stays one
    unfinished: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=f"{here.name}.", dir=here.parent)
        unfinished = Path(name)
        keys.write(descriptor, text)
        unfinished.replace(here)
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        raise KeysUnavailable(f"{here}: {error.strerror}; it is as it was") from error
    keys.flush(here.parent)
