"""How the rooms tell what they did, and how long it took, to whoever counts; they don't know who that is.

What is told are words of closed sets, written in the code: never a chat, a person, or anything that came from outside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

Observe = Callable[[str, str, float], None]
"""Told what was done, how it ended, and the seconds it took."""


def unobserved(_what: str, _how: str, _seconds: float) -> None:
    """Tell nobody."""


def silent() -> None:
    """Tell nobody that somebody was heard."""


class Pulse(Protocol):
    """Of a loop that runs as long as the bot does."""

    def beat(self) -> None:
        """Tell that the loop has turned, or goes on."""

    def rest(self) -> None:
        """Tell that it waits for something else until the next beat, however long that takes."""


class _Unwatched:
    def beat(self) -> None:
        pass

    def rest(self) -> None:
        pass


UNWATCHED: Final[Pulse] = _Unwatched()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observers:
    """Who is told of what: an update dealt with, a request made, a push ended, a turn waited for, a loop late."""

    updates: Observe = unobserved
    vendor: Observe = unobserved
    telegram: Observe = unobserved
    pushes: Observe = unobserved
    limiter: Observe = unobserved
    database: Observe = unobserved
    loop: Observe = unobserved
