"""Who else is at work on the same database, and whether this process still counts as one of them.

Each counts up every two seconds. Whoever sees another's count stand still for eight seconds of its own time dismisses
it and takes over what it had in hand. A process that could not count for so long makes sure before it does anything:
it may have been dismissed. https://en.wikipedia.org/wiki/Lease_(computer_science)
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.observing import UNWATCHED, Pulse
from storage import DatabaseUnavailable, Replica, Replicas

log = logging.getLogger(__name__)

BEAT_SECONDS = 2.0
DEAD_SECONDS = 8.0
LATE_SECONDS = 3.0
"""A count that took longer met a database that was away."""
SURE_SECONDS = 5.0
"""Since the last count that succeeded: until then nobody can have dismissed this process."""


class Heir(Protocol):
    """Whoever is to know of changes in who is at work."""

    async def inherit(self) -> None:
        """Take up what those had in hand that are gone. Raises DatabaseUnavailable."""

    async def renounce(self) -> None:
        """Let go of what is in hand: others have it by now."""


class Roster:
    """This process among those at work. `id`: what it is called now; a new one after it was dismissed."""

    def __init__(
        self,
        replicas: Replicas,
        *,
        time: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        pulse: Pulse = UNWATCHED,
    ) -> None:
        self._pulse = pulse
        self._replicas = replicas
        self._time = time or asyncio.get_running_loop().time
        self._sleep = sleep
        self._seen: dict[str, tuple[int, float]] = {}
        self._there: tuple[Replica, ...] = ()
        self._sure_until = 0.0
        self._heirs: list[Heir] = []
        self._counting: asyncio.Task[None] | None = None
        self._inheriting: asyncio.Task[None] | None = None
        self.id = secrets.token_hex(8)

    @property
    def shared(self) -> bool:
        """Whether there may be others at all."""
        return self._replicas.shared

    @property
    def size(self) -> int:
        """How many are at work, as far as is known."""
        return max(1, len(self._there))

    @property
    def eldest(self) -> bool:
        """Whether this process is at work for longest: it does what only one can do."""
        return not self._there or self._there[0].replica_id == self.id

    def tell(self, heir: Heir) -> None:
        """Tell it from now on."""
        self._heirs.append(heir)

    async def join(self) -> None:
        """Be one of those at work. Raises DatabaseUnavailable."""
        await self._replicas.join(self.id)
        await self._count()

    async def run(self) -> None:
        """Count up, and watch the others do, until cancelled."""
        while True:
            self._pulse.beat()
            await self._sleep(BEAT_SECONDS)
            try:
                await self._turn()
            except DatabaseUnavailable as error:
                self._seen.clear()  # nobody could count meanwhile, so nobody's standing still means anything
                log.debug("whether other processes live can't be seen: %s", error)

    async def leave(self) -> None:
        """Be at work no more; what is left is taken up by others at once."""
        try:
            await self._replicas.dismiss((self.id,))
        except DatabaseUnavailable as error:
            log.warning("others will find out by themselves that this process ended: %s", error)

    async def sure(self) -> None:
        """Return when this process surely counts as one at work, under a new name if need be.

        One that was alone goes on without a database: somebody is to be told that there is none.
        """
        while self.shared and self._time() > self._sure_until:
            try:
                await self.renew()
            except DatabaseUnavailable:
                if self.size == 1:
                    return
                await self._sleep(BEAT_SECONDS)

    async def renew(self) -> None:
        """Count now. Raises DatabaseUnavailable."""
        # By a task of its own: whoever waits for it may be what a dismissed process lets go of.
        if self._counting is None or self._counting.done():
            self._counting = asyncio.create_task(self._count())
        await asyncio.shield(self._counting)

    async def _turn(self) -> None:
        if not self.shared:
            return
        asked = self._time()
        await self.renew()
        if self._time() - asked > LATE_SECONDS:
            self._seen.clear()  # the database was away: nobody's standing still means anything
        dead = self._standing_still(self._there)
        if dead:
            log.warning("%d other processes stopped without a word; what they had in hand is taken up", len(dead))
            await self._replicas.dismiss(dead)
        # Beside the counting, which must not wait for what may take long.
        if self._inheriting is None or self._inheriting.done():
            self._inheriting = asyncio.create_task(self._inherit())

    async def _inherit(self) -> None:
        try:
            for heir in self._heirs:
                await heir.inherit()
        except DatabaseUnavailable as error:
            log.debug("what others left is taken up a little later: %s", error)

    async def _count(self) -> None:
        asked = self._time()
        there = await self._replicas.beat(self.id)
        if all(one.replica_id != self.id for one in there):
            log.warning("this process was taken for dead, and begins anew")
            for heir in self._heirs:
                await heir.renounce()
            self.id = secrets.token_hex(8)
            await self._replicas.join(self.id)
            there = await self._replicas.beat(self.id)
        self._there = there
        self._sure_until = asked + SURE_SECONDS

    def _standing_still(self, there: tuple[Replica, ...]) -> tuple[str, ...]:
        now = self._time()
        before, self._seen = self._seen, {}
        for one in there:
            count, since = before.get(one.replica_id, (None, now))
            self._seen[one.replica_id] = (one.beat, since if count == one.beat else now)
        still = (name for name, (_, since) in self._seen.items() if name != self.id and now - since >= DEAD_SECONDS)
        return tuple(still)
