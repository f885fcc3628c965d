"""Who moves things behind the demo's page: the clock, the vendor's accounts, the vendor itself. One thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sandbox import levers
from sandbox.levers import Lever
from sandbox.life import Life
from sandbox.page import NotNow, Show
from sandbox.vendor import Account, Vendor, trade

MORNING = time(9)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class Stagehand:
    """Does what the side panel asks for. `names`: of the vendor's accounts. `zone`: where the demo's people live."""

    life: Life
    vendor: Vendor
    zone: ZoneInfo
    names: tuple[str, ...]
    is_busy: bool = False
    is_down: bool = False

    def described(self) -> dict[str, object]:
        """Return the time, the accounts, and what can be done."""
        return {
            "ahead_seconds": round(self.life.clock.ahead.total_seconds(), 1),
            "zone": self.zone.key,
            "is_busy": self.is_busy,
            "is_down": self.is_down,
            "accounts": [
                self._account(place, name, account)
                for place, (name, account) in enumerate(zip(self.names, self.vendor.accounts, strict=True))
            ],
        }

    async def move_clock(self, name: str, show: Show) -> str:
        """Let an hour pass, or a day, or the time until tomorrow at 09:00. Raises NotNow."""
        now = self.life.clock()
        targets = {"hour": now + _HOUR, "day": now + _DAY, "morning": self._morning(now)}
        if name not in targets:
            raise NotNow("The clock can't be moved like that.")
        with self._busy():
            await self._live(targets[name], show)
        now = self.life.clock().astimezone(self.zone)
        return f"It is {now:%H:%M} on {now.day} {now:%B} now."

    async def pull(self, name: str, account_id: int | None, show: Show) -> str:
        """Do something at the vendor, to one of its accounts or to all. Raises NotNow."""
        self.life.catch_up()
        lever = next((one for one in self._levers(account_id) if one.name == name), None)
        if lever is None:
            raise NotNow("That can't be done now.")
        if lever.refusal is not None:
            raise NotNow(lever.refusal)
        with self._busy():
            lever.act(self.life.clock())
            if name in ("down", "up"):
                self.is_down = self.life.hasty = name == "down"
            await show()
            if lever.lasts:
                await self._live(self.life.clock() + _HOUR, show)
        return lever.said

    async def _live(self, until: datetime, show: Show) -> None:
        async for _ in self.life.until(until):
            await show()

    @contextmanager
    def _busy(self) -> Iterator[None]:
        if self.is_busy:
            raise NotNow("One thing at a time: the clock is still moving.")
        self.is_busy = True
        try:
            yield
        finally:
            self.is_busy = False

    def _levers(self, account_id: int | None) -> Iterator[Lever]:
        if account_id is not None and 0 <= account_id < len(self.vendor.accounts):
            yield from levers.of_account(self.vendor.accounts[account_id])
        yield levers.of_vendor(self.vendor, is_down=self.is_down)

    def _account(self, place: int, name: str, account: Account) -> dict[str, object]:
        ending = trade.next_to_end(account)
        expires = ending.expires if ending is not None else None
        return {
            "id": place,
            "name": name,
            "total_bytes": account.total,
            "available_bytes": account.available,
            "expires": int(expires.timestamp()) if expires is not None else None,
            "expiring_bytes": ending.traffic - ending.traffic_used if ending is not None else 0,
            "is_revoked": account.revoked,
            "is_miscounted": account.miscounted,
            "levers": [lever.json() for lever in self._levers(place)],
        }

    def _morning(self, now: datetime) -> datetime:
        tomorrow = now.astimezone(self.zone).date() + _DAY
        return datetime.combine(tomorrow, MORNING, self.zone)
