"""How long the bot waits for its neighbours: so short that it notices within half a minute when all is well again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds. `longest_pause`: between two attempts at a neighbour that is out of reach.

    `connect`, `answer`, `upload` and `poll` are Telegram's: a request that hangs is given up after the second on top
    of the first at most, and a poll five seconds after it should have ended. `vendor`: for one question in all.
    """

    connect: float = 10.0
    answer: float = 15.0
    upload: float = 60.0
    poll: int = 15
    longest_pause: float = 10.0
    vendor: float = 15.0


USUAL = Patience()
