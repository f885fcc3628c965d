"""What may go wrong on a line, as values. `request` is the way from the bot, `response` the way to it.

Bytes are counted within one exchange: a request, however many pieces it comes in, and what is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

Way = Literal["request", "response"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """Every piece comes so much later."""

    seconds: float
    way: Way = "response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drip:
    """One byte of the answer, then so many seconds nothing, and so on."""

    seconds: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """A TCP reset to both ends after so many bytes. After 0 of a response the neighbour has heard the request whole."""

    way: Way
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfClose:
    """No more is said to the bot after so many bytes of an answer, but what it says is taken, and nothing is closed."""

    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Truncate:
    """The connection is closed, as if all had been said, after so many bytes of an answer."""

    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlackHole:
    """All is accepted and nothing ever answered on that connection, nor later. `heard`: the neighbour hears it."""

    heard: bool


@dataclass(frozen=True, slots=True)
class Refuse:
    """Nobody listens, and every connection is reset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """HTTP: these bytes, piece by piece, in place of what the neighbour would say, which hears nothing."""

    head: bytes
    body: Callable[[], Iterable[bytes]] = field(repr=False)


Fault = Delay | Drip | Reset | HalfClose | Truncate | BlackHole | Refuse | Answer
