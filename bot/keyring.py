"""The keyring of a running bot: it learns new keys without a restart, and shows whoever rotates them which it has."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from bot.keys import KeysUnavailable
from bot.keysource import Source
from bot.vault import Key, Vault
from storage import DatabaseUnavailable, Keyrings

log = logging.getLogger(__name__)

LOOK_SECONDS = 2.0
"""How often it is noticed that the keyring may have changed."""
SHOW_SECONDS = 30.0
"""How often it is shown that this process is there still; see `desk.LIVE`."""
ASK_SECONDS = 10.0
"""For so long the same unknown key is not asked for again."""


class Keyring:
    """Keeps the vault's keys as their source has them. `alone`: no other process can run on the same database."""

    def __init__(
        self,
        source: Source,
        keys: tuple[Key, ...],
        *,
        alone: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.vault = Vault(keys, anew=self._anew)
        self.keys = keys
        self._told: list[Callable[[tuple[Key, ...]], None]] = []
        self._source = source
        self._mark = source.mark()
        self._alone = alone
        self._clock = clock
        self._asked: dict[bytes, float] = {}
        self._asking = asyncio.Lock()
        self._holder = secrets.token_hex(8)

    def tell(self, told: Callable[[tuple[Key, ...]], None]) -> None:
        """Tell somebody of the keyring whenever it is another one."""
        self._told.append(told)

    async def keep(
        self,
        kept: Keyrings,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        seconds: float = LOOK_SECONDS,
    ) -> None:
        """Notice changes, and show the keys in the database, until cancelled; then take them from there."""
        shown: tuple[bytes, ...] = ()
        shown_at = self._clock()
        try:
            while True:
                await self._look()
                if shown != self.vault.key_ids or self._clock() - shown_at >= SHOW_SECONDS:
                    shown, shown_at = self.vault.key_ids, self._clock()
                    await self._show(kept, shown)
                await sleep(seconds)
        finally:
            await self._hide(kept)

    async def _look(self) -> None:
        mark = self._source.mark()
        if mark != self._mark:
            self._mark = mark
            async with self._asking:
                self.vault.learn(await self._keys())

    async def _anew(self, key_id: bytes) -> tuple[Key, ...]:
        async with self._asking:  # all who miss the same key wait for one answer
            now = self._clock()
            if key_id in self.vault.key_ids or now - self._asked.get(key_id, -ASK_SECONDS) < ASK_SECONDS:
                return ()
            try:
                return await self._keys()
            finally:
                self._asked[key_id] = self._clock()  # a slow program is not asked again for each value

    async def _keys(self) -> tuple[Key, ...]:
        """The keyring as it is now; what is known goes on where it cannot be had."""
        try:
            found = await self._source.keys()
        except KeysUnavailable as error:
            log.warning("the keyring stays as it is: %s", error)
            return ()
        if found and tuple(key.id for key in found) != self.vault.key_ids:
            log.info("the keyring has %d keys now; %s seals", len(found), found[0].id.hex())
            self.keys = found
            for told in self._told:
                told(found)
        return found

    async def _show(self, kept: Keyrings, key_ids: tuple[bytes, ...]) -> None:
        try:
            shown = tuple(one.hex() for one in key_ids)
            await kept.show(self._holder, shown, datetime.now(UTC), alone=self._alone)
        except DatabaseUnavailable as error:
            log.warning("whoever rotates keys can't be shown which are here: %s", error)

    async def _hide(self, kept: Keyrings) -> None:
        try:
            await kept.hide(self._holder)
        except DatabaseUnavailable as error:
            log.warning("it can't be noted that this process ends: %s", error)
