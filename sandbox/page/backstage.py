"""What the side panel can move behind the scene: the time, and whatever else. Who does it is not known."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

Show = Callable[[], Awaitable[None]]
"""Awaited whenever something is to be shown as it is now."""


class NotNow(Exception):
    """It can't be done now; the text says why, as a sentence."""


class Backstage(Protocol):
    """Both moves return what was done, as a sentence, and raise NotNow."""

    def described(self) -> dict[str, object]:
        """Return how things stand and what can be moved, as the page is told it; only what lasts until it is moved."""

    async def move_clock(self, name: str, show: Show) -> str:
        """Let time pass."""

    async def pull(self, name: str, account_id: int | None, show: Show) -> str:
        """Let something happen behind the scene, to an account or to all."""
