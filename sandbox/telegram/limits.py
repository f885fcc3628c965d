"""Telegram's pace, for tests that want it: off unless figures are given.

The real limits are unpublished and dynamic; the documented guidance is one message a second in a chat, thirty a
second in all and twenty a minute in a group:
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. Time is the world's clock.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.telegram.refusals import too_many_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many messages and edits are taken; None is without limit."""

    per_second: int | None = None
    per_chat_per_second: int | None = None
    per_group_per_minute: int | None = None


class Pace:
    """What was sent lately, held against the limits."""

    def __init__(self, limits: Limits, clock: Callable[[], datetime]) -> None:
        self.limits = limits
        self._clock = clock
        self._sent: dict[tuple[str, int], deque[datetime]] = {}

    def take(self, chat_id: int) -> None:
        """Count one message to a chat; raises Refusal (429) instead where that is one too many."""
        now = self._clock()
        limits = self.limits
        windows = [("all", 0, limits.per_second, 1), ("chat", chat_id, limits.per_chat_per_second, 1)]
        if chat_id < 0:
            windows.append(("group", chat_id, limits.per_group_per_minute, 60))
        counted: list[deque[datetime]] = []
        for name, key, most, seconds in windows:
            if most is not None:
                sent = self._sent.setdefault((name, key), deque())
                _refuse(sent, most, now, timedelta(seconds=seconds))
                counted.append(sent)
        for sent in counted:
            sent.append(now)


def _refuse(sent: deque[datetime], most: int, now: datetime, window: timedelta) -> None:
    while sent and sent[0] <= now - window:
        sent.popleft()
    if len(sent) >= most:
        left = sent[0] + window - now
        raise too_many_requests(max(1, math.ceil(left.total_seconds())))
