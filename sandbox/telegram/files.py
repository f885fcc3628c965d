"""The files that the bot uploaded, under the ids by which they are sent again, and for whoever shows them.

Telegram keeps files for good; the twin keeps so many bytes and no more. The oldest go first, and their ids with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.telegram.messages import Attachment

MOST_BYTES = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An uploaded file; ``attachment`` is how a message carries it, under each of the ``ids``."""

    ids: tuple[str, ...]
    name: str
    mime_type: str
    content: bytes = field(repr=False)
    attachment: Attachment

    @property
    def kind(self) -> str:
        """What it was sent as: "photo" or "document"."""
        return self.attachment.kind


class Files:
    """What was uploaded lately."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._files: dict[str, File] = {}

    def keep(self, file: File) -> None:
        """Remember a file, and forget the oldest where there are too many bytes; the newest always stays."""
        self._files |= dict.fromkeys(file.ids, file)
        self._bytes += len(file.content)
        while self._bytes > self._most_bytes:
            oldest = next(iter(self._files.values()))
            if oldest is file:
                return
            self._bytes -= len(oldest.content)
            for file_id in oldest.ids:
                del self._files[file_id]

    def find(self, file_id: str) -> File | None:
        """Return the file, or None where there is none or no more."""
        return self._files.get(file_id)
