"""A text that prints as nothing. `reveal()` is the one way to read it, so one grep lists every reader."""

from __future__ import annotations

import hmac
from typing import NoReturn

SHORTEST_WORD = 6


class Secret:
    """Text that must reach no log, error or file: `str`, `repr` and `format` show nothing of it, pickling is refused.

    Equality takes the same time for any two values, and equal secrets hash alike, so a secret can key a dict.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself. Call it only where the text leaves for its one destination."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "Secret(…)"

    def __format__(self, _spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(_bytes(self), _bytes(other))

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a Secret cannot be pickled or copied out")


def without(text: str, secret: Secret) -> str:
    """Return the text with every word of a secret taken out of it: for what is logged while the secret is in hand."""
    for word in sorted(secret.reveal().split(), key=len, reverse=True):
        if len(word) >= SHORTEST_WORD:
            text = text.replace(word, "[secret]")
    return text


def _bytes(secret: Secret) -> bytes:
    return secret.reveal().encode("utf-8", "surrogatepass")
