"""How it ended to say something nobody asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Done(Enum):
    """SENT: it was said, or may have been. BARRED: it can't be said there for now. GONE: it never can be again."""

    SENT = "sent"
    BARRED = "barred"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """It could not be said yet, and was not; it is tried again then."""

    until: datetime


Outcome = Done | Later
