"""Where the keyring comes from: the settings, a file, a program; asked again whenever it may have changed."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from bot import keys
from bot.config import Settings
from bot.keyprogram import Printed
from bot.keys import KeysUnavailable, read
from bot.secret import Secret
from bot.vault import Key


class Source(Protocol):
    """Where the keyring comes from. `name`: how the operator calls it."""

    @property
    def name(self) -> str:
        """The setting, or the file."""
        ...

    async def keys(self) -> tuple[Key, ...]:
        """Return the keyring as it is now, none where no file is made yet. Raises KeysUnavailable."""
        ...

    def mark(self) -> object:
        """Return something that costs nothing, and is another thing once the keyring may have changed."""
        ...


def source(settings: Settings) -> Source:
    """Return where these settings take the keyring from."""
    if settings.encryption_keys_command is not None:
        return Printed(settings.encryption_keys_command)
    if settings.encryption_keys is not None:
        return Given(settings.encryption_keys)
    if settings.encryption_keys_file is not None:
        return Written(settings.encryption_keys_file, name="ENCRYPTION_KEYS_FILE")
    return Written(settings.data_dir / keys.FILE, generated=True)


class Given:
    """The keys are in the settings, which do not change."""

    name = "ENCRYPTION_KEYS"

    def __init__(self, text: Secret) -> None:
        self._text = text

    async def keys(self) -> tuple[Key, ...]:
        """Read them."""
        return read(self._text, self.name)

    def mark(self) -> object:
        """They never change."""
        return None


class Written:
    """The keys are in a file. `generated`: it is ours, made where there was none, and may be rewritten."""

    def __init__(self, path: Path, *, name: str = "", generated: bool = False) -> None:
        self.path = path
        self.name = name or str(path)
        self.generated = generated

    async def keys(self) -> tuple[Key, ...]:
        """Read the file, which is a line or two."""
        if self.generated:
            return keys.existing(None, self.path.parent)
        try:
            text = self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not a text file"
            raise KeysUnavailable(f"{self.name}: the file it names cannot be read ({reason})") from error
        return read(Secret(text), self.name)

    def mark(self) -> object:
        """The file's own marks: one that is replaced has others."""
        try:
            seen = self.path.stat()
        except OSError:
            return None
        return seen.st_ino, seen.st_mtime_ns, seen.st_size
