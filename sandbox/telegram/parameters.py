"""The checked parameters of one call, read by type. Whether one must be there is for the method to say."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.telegram.values import Upload

Record = Mapping[str, object]


class Parameters:
    """Parameters that the schema has checked."""

    def __init__(self, checked: Record) -> None:
        self._checked = checked

    def has(self, name: str) -> bool:
        """Tell whether the parameter was given at all."""
        return name in self._checked

    def text(self, name: str) -> str:
        """Return a String; "" where it is missing."""
        value = self._checked.get(name)
        return value if isinstance(value, str) else ""

    def integer(self, name: str, default: int = 0) -> int:
        """Return an Integer, or the default where it is missing."""
        value = self._checked.get(name)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        """Return a Boolean; False where it is missing."""
        return self._checked.get(name) is True

    def upload(self, name: str) -> Upload | None:
        """Return a file that came with the call, or None where there is none of that name."""
        value = self._checked.get(name)
        return value if isinstance(value, Upload) else None

    def chat_id(self) -> int | str | None:
        """Return ``chat_id`` as it was given, or None where it is missing or empty."""
        value = self._checked.get("chat_id")
        return value if isinstance(value, int) or (isinstance(value, str) and value) else None

    def record(self, name: str) -> Record | None:
        """Return an object, or None where it is missing."""
        value = self._checked.get(name)
        return value if isinstance(value, dict) else None

    def records(self, name: str) -> tuple[Record, ...]:
        """Return an array of objects; empty where it is missing."""
        return tuple(item for item in self._array(name) if isinstance(item, dict))

    def integers(self, name: str) -> tuple[int, ...]:
        """Return an array of integers; empty where it is missing."""
        return tuple(item for item in self._array(name) if isinstance(item, int))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return an array of strings; empty where it is missing."""
        return tuple(item for item in self._array(name) if isinstance(item, str))

    def _array(self, name: str) -> list[object]:
        value = self._checked.get(name)
        return value if isinstance(value, list) else []
