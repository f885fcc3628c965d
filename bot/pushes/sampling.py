"""Every connected account looked at about hourly: the history that forecasts, summaries and alerts come from.

Spread over the interval, a few at a time, an account connected in several chats once. A refused token is tried
again every few hours only; while the vendor is down one account is tried now and then, the others wait.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from bot.asking import opened
from bot.bytesflows.client import Client
from bot.bytesflows.errors import Broken, Busy, TokenRefused, Unreachable, VendorError
from bot.looking import keep, look
from bot.noticing import changed, noticed
from bot.observing import UNWATCHED, Pulse
from bot.vault import SealError, Vault
from storage import Account, DatabaseUnavailable, Storage

log = logging.getLogger(__name__)

AT_ONCE = 4
BATCH = 20
EVERY_SECONDS = 1.0
"""How often it is looked up who is due."""
LEASE = timedelta(minutes=5)
"""How long a look may take before another process may take it over."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=15)
"""How long a vendor that is down is left alone."""
REFUSED_AGAIN = timedelta(hours=3)
"""After which a refused token is tried again: one slip of the vendor's must not blind us for good."""
DETAILED = timedelta(days=90)
REMEMBERED = timedelta(days=730)
"""How long every reading is kept, and how long the last one of each day."""


class Sampler:
    """Looks at accounts, and keeps what they show."""

    def __init__(
        self,
        *,
        storage: Storage,
        vault: Vault,
        client: Client,
        interval: timedelta,
        every_seconds: float = EVERY_SECONDS,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        pulse: Pulse = UNWATCHED,
    ) -> None:
        self._pulse = pulse
        self._storage = storage
        self._vault = vault
        self._client = client
        self._interval = interval
        self._every_seconds = every_seconds
        self._clock = clock
        self._sleep = sleep
        self._pause = FIRST_PAUSE
        self._quiet_until: datetime | None = None

    async def run(self) -> None:
        """Look at whoever is due, for ever."""
        while True:
            self._pulse.beat()
            await self._sleep(self._every_seconds)
            try:
                while await self.once():
                    pass
            except DatabaseUnavailable as error:
                log.debug("nobody can be looked at: %s", error)

    async def once(self) -> int:
        """Look at some that are due now; tells how many were. Raises DatabaseUnavailable."""
        now = self._clock()
        down = self._quiet_until
        if down is not None and now < down <= now + LONGEST_PAUSE:
            return 0
        most = BATCH if down is None else 1
        due = await self._storage.accounts.due(now, until=now + LEASE, most=most)
        for start in range(0, len(due), AT_ONCE):
            self._pulse.beat()
            await asyncio.gather(*map(self._look_at, due[start : start + AT_ONCE]))
            if self._quiet_until is not None:
                break  # the others are due again when the claim on them runs out
        return len(due) if self._quiet_until is None else 0

    async def _look_at(self, account: Account) -> None:
        try:
            credential = await opened(account, self._vault)
        except SealError:
            # A start has told its chat already; its live card says so too.
            await noticed(self._storage, account, self._clock())
            await self._storage.accounts.looked_at(account, likeness=None, again_at=self._clock() + self._interval)
            return
        likeness = self._vault.likeness(credential.secret, account.sealed)
        try:
            seen = await look(self._client, credential)
        except TokenRefused:
            await self._is_refused(await self._alike(account), likeness)
            self._is_up()
        except VendorError as error:
            log.info("account %d could not be looked at: %s", account.account_id, type(error).__name__)
            if isinstance(error, Unreachable | Busy | Broken):
                self._is_down(error.retry_after if isinstance(error, Busy) else None)
            again_at = self._clock() + max(self._interval / 4, self._pause)
            await self._storage.accounts.looked_at(account, likeness=likeness, again_at=again_at)
        else:
            self._is_up()
            again_at = self._next(likeness)
            alike = await self._alike(account)
            for one in alike:
                if one.refused_at is not None:
                    await self._storage.accounts.mark_refused(one, None)
                await keep(self._storage, one, seen)
                at = seen.overview.at
                await self._storage.history.thin(one.account_id, before=at - DETAILED, until=at - REMEMBERED)
            await self._noticed(alike)
            for one in alike:
                await self._storage.accounts.looked_at(one, likeness=likeness, again_at=again_at)

    async def _alike(self, account: Account) -> tuple[Account, ...]:
        """Those that hold the same credential; not the account itself where it was sealed anew since it was claimed."""
        alike = await self._storage.accounts.alike(account)
        return tuple(one for one in alike if one.account_id != account.account_id or one.sealed == account.sealed)

    async def _is_refused(self, accounts: Sequence[Account], likeness: bytes) -> None:
        """Mark these; look again after a while, should it have been a slip of the vendor's."""
        now = self._clock()
        for one in accounts:
            if one.refused_at is None:
                await self._storage.accounts.mark_refused(one, now)
        await self._noticed(accounts)
        for one in accounts:
            await self._storage.accounts.looked_at(one, likeness=likeness, again_at=now + REFUSED_AGAIN)

    async def _noticed(self, accounts: Sequence[Account]) -> None:
        """Have judged, and shown, what is new about these."""
        await changed(self._storage, {one.chat_id for one in accounts}, self._clock())
        await self._storage.watches.wake((one.account_id for one in accounts), self._clock())

    def _next(self, likeness: bytes) -> datetime:
        """The next of this account's own moments, which are as far apart as the interval and spread over it."""
        now, length = self._clock(), self._interval.total_seconds()
        phase = int.from_bytes(likeness[:6]) / 2**48 * length
        behind = (now.timestamp() - phase) % length
        return now + timedelta(seconds=length - behind)

    def _is_down(self, retry_after: float | None) -> None:
        now = self._clock()
        if self._quiet_until is None or self._quiet_until <= now:
            wanted = timedelta(seconds=retry_after or 0)
            self._quiet_until = now + min(max(self._pause, wanted), LONGEST_PAUSE)
            self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _is_up(self) -> None:
        self._quiet_until, self._pause = None, FIRST_PAUSE
