"""Where the keyring comes from: the settings, or a file of mode 0600 that is made when there is none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bot.secret import Secret
from bot.vault import Key, new_key, read_keys

FILE = "encryption.key"


class KeysUnavailable(Exception):
    """The keyring cannot be read or made; the text says why and nothing of a key."""


def keyring(given: Secret | None, data_dir: Path) -> tuple[Key, ...]:
    """Return the given keys, or those of the file in `data_dir`, which is made with one new key if missing.

    Raises KeysUnavailable.
    """
    if given is not None:
        return _read(given, "ENCRYPTION_KEYS")
    path = data_dir / FILE
    try:
        if not path.exists():
            _make(path)
        return _read(Secret(path.read_text("ascii")), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a key"
        raise KeysUnavailable(f"{path}: {reason}") from error


def _read(text: Secret, source: str) -> tuple[Key, ...]:
    try:
        return read_keys(text)
    except ValueError as error:
        raise KeysUnavailable(f"{source}: {error}; `bytesflows-bot keys new` prints a good one") from None


def _make(path: Path) -> None:
    """Write a new key where nobody else can read it; the whole of it appears at once, or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # A name of its own each time: after a crash here the next start must not stumble over what was left.
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(new_key().reveal() + "\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(unfinished, path)  # fails if another process was first, whose key then counts
        except FileExistsError:
            return
    finally:
        unfinished.unlink(missing_ok=True)
