"""Where the keyring comes from: the settings, or a file of mode 0600 that is made when there is none."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.secret import Secret
from bot.vault import Key, new_key, read_keys

FILE = "encryption.key"

log = logging.getLogger(__name__)


class KeysUnavailable(Exception):
    """The keyring cannot be read or made; the text says why and nothing of a key."""


def keyring(given: Secret | None, data_dir: Path, *, link: Callable[[Path, Path], None] = os.link) -> tuple[Key, ...]:
    """Return the given keys, or those of the file in `data_dir`, which is made with one new key if missing.

    A file that others may read is taken from them. Raises KeysUnavailable.
    """
    path = data_dir / FILE
    try:
        if given is None and not path.exists():
            _make(path, link)
        if given is None:
            _make_private(path)
    except OSError as error:
        raise KeysUnavailable(f"{path}: {error.strerror}") from error
    ring = existing(given, data_dir)
    if not ring:
        raise KeysUnavailable(f"{path}: it is a link to nowhere")
    return ring


def existing(given: Secret | None, data_dir: Path) -> tuple[Key, ...]:
    """Return the same keys, but none where none is made yet. Changes nothing. Raises KeysUnavailable."""
    if given is not None:
        return read(given, "ENCRYPTION_KEYS")
    path = data_dir / FILE
    try:
        return read(Secret(path.read_text("ascii")), str(path)) if path.exists() else ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a key"
        raise KeysUnavailable(f"{path}: {reason}") from error


def exposed(path: Path) -> bool:
    """Tell whether others than its owner may do something with a file. Raises OSError."""
    return bool(path.stat().st_mode & 0o077)


def read(text: Secret, source: str) -> tuple[Key, ...]:
    """Read a keyring that comes from somewhere. Raises KeysUnavailable."""
    try:
        return read_keys(text)
    except ValueError as error:
        raise KeysUnavailable(f"{source}: {error}; `bytesflows-bot keys new` prints a good one") from None


def _make_private(path: Path) -> None:
    if not path.is_file() or not exposed(path):
        return
    try:
        path.chmod(0o600)
    except OSError as error:
        raise KeysUnavailable(
            f"{path}: others may read it, and that cannot be changed ({error.strerror}); "
            "give it mode 0600, or keep the key in ENCRYPTION_KEYS"
        ) from error
    log.warning("%s could be read by others on this machine; its mode is 0600 now", path)


def _make(path: Path, link: Callable[[Path, Path], None]) -> None:
    """Write a new key where nobody else can read it; the whole of it appears at once, or nothing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = new_key()
    # A name of its own each time: after a crash here the next start must not stumble over what was left.
    descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
    unfinished = Path(name)
    try:
        write(descriptor, text)
        try:
            link(unfinished, path)
        except FileExistsError:
            pass  # another process was first, whose key then counts
        except OSError:
            _make_in_place(path, text)
    finally:
        unfinished.unlink(missing_ok=True)
    # Rows sealed with this key may survive a power cut; its name, and that of a new directory, must do so too.
    for directory in (path.parent, path.parent.absolute().parent):
        flush(directory)


def _make_in_place(path: Path, text: Secret) -> None:
    """Write a key on a volume that knows no links: still never over another's, and nothing is left of a failure."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    try:
        write(descriptor, text)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write(descriptor: int, text: Secret) -> None:
    """Write a keyring's text to a file and wait for the disk."""
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text.reveal() + "\n")
        file.flush()
        os.fsync(file.fileno())


def flush(directory: Path) -> None:
    """Let what a directory names survive a power cut."""
    # Some network volumes cannot do it for a directory, and some parents are not ours to open: no reason to refuse.
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
