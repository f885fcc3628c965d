"""What is written to the log while a block lasts, as an operator reads it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.logs import RedactingFormatter, Redactor


class Lines:
    """The lines so far."""

    def __init__(self, stream: io.StringIO) -> None:
        self._stream = stream

    @property
    def all(self) -> list[str]:
        """Each as it was written."""
        return self._stream.getvalue().splitlines()

    @property
    def parsed(self) -> list[dict[str, Any]]:
        """Each as the object that it is, with `style="json"`."""
        return [json.loads(line) for line in self.all]


@contextmanager
def written(style: str = "json", level: int = logging.INFO) -> Iterator[Lines]:
    """Write every line of any logger through the bot's own formatter."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter(Redactor([]), style))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield Lines(stream)
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
