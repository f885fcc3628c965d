"""Values that are not objects: text, numbers, truth and files, each as lenient as the real server reads it.

https://core.telegram.org/bots/api#available-types. Which type a value should have is in ``schema``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sandbox.telegram.refusals import bad_request

INTEGER = re.compile(r"-?\d{1,19}", re.ASCII)
TRUE = frozenset({"true", "yes", "1"})
FALSE = frozenset({"false", "no", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content_type: str
    content: bytes = field(repr=False)

    @property
    def noted(self) -> Mapping[str, object]:
        """What is written down of it: all but the content."""
        return {"name": self.name, "content_type": self.content_type, "size_bytes": len(self.content)}


class WrongType(ValueError):
    """A value of another type than the schema's; the text says what it should be."""


def is_simple(types: Sequence[str]) -> bool:
    """Tell whether a value of these types is never JSON."""
    return all(kind in {"Integer", "String", "Boolean", "Float", "InputFile"} for kind in types)


def simple(kind: str, value: object, *, nested: bool) -> object:
    """Return the value in a simple type, or None where it is of another."""
    if kind == "Boolean":
        return _boolean(value, nested=nested)
    if isinstance(value, bool):
        return None
    if kind == "Integer":
        return int(value) if isinstance(value, int) or (isinstance(value, str) and INTEGER.fullmatch(value)) else None
    if kind == "String":
        return str(value) if isinstance(value, str | int) else None
    if kind == "Float":
        return float(value) if isinstance(value, int | float) else None
    return value if isinstance(value, str | Upload) else None


def _boolean(value: object, *, nested: bool) -> bool | None:
    if isinstance(value, bool):
        return value
    word = "" if nested else str(value).lower()
    return True if word in TRUE else False if word in FALSE else None


def refuse_surrogates(value: object) -> None:
    """Refuse text that cannot be written as UTF-8, however deep it lies."""
    try:
        json.dumps(value, ensure_ascii=False, default=lambda _: None).encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
