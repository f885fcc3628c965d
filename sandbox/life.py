"""Time lived through rather than jumped over: the vendor's customers go on, and the bot does what is due, hour by hour.

So a day that is skipped leaves no hole in the bot's history, and what it says by itself has the right date.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from sandbox.clock import Clock
from sandbox.market import Market

STEP = timedelta(hours=1)
"""The bot looks at every account about hourly."""
PATIENCE_SECONDS = 2.0
"""How long a step waits for the bot; where the vendor does not answer, it may try again for longer than that."""
IMPATIENCE_SECONDS = 0.2


class Life:
    """The demo's time. `hasty`: whether the bot is waited for only briefly, for it waits for the vendor itself."""

    def __init__(self, clock: Clock, market: Market) -> None:
        self.clock = clock
        self._market = market
        self.hasty = False

    def catch_up(self) -> None:
        """Bring the vendor's customers up to the present."""
        self._market.until(self.clock())

    async def until(self, at: datetime, *, step: timedelta = STEP) -> AsyncIterator[None]:
        """Live until an instant that is to come; stops after every step."""
        while (left := at - self.clock()) > timedelta():
            self.clock.move(min(left, step))
            self.catch_up()
            await self._rest()
            self.clock.move(timedelta())  # what one has just seen, another may have to say
            await self._rest()
            yield

    async def _rest(self) -> None:
        await self.clock.rest(IMPATIENCE_SECONDS if self.hasty else PATIENCE_SECONDS)
