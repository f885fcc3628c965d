"""A line between the bot and any of its neighbours on which things go wrong, switched on and off while it runs."""

from sandbox.faults.faults import (
    Answer,
    BlackHole,
    Delay,
    Drip,
    Fault,
    HalfClose,
    Refuse,
    Reset,
    Truncate,
    Way,
)
from sandbox.faults.proxy import Proxy

__all__ = [
    "Answer",
    "BlackHole",
    "Delay",
    "Drip",
    "Fault",
    "HalfClose",
    "Proxy",
    "Refuse",
    "Reset",
    "Truncate",
    "Way",
]
