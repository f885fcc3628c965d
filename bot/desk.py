"""What a command about keys works with, and knows of the bots that run meanwhile: which keys each of them has."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import storage
from bot import keyfile, keyprogram, keyring
from bot.config import Settings
from bot.keys import KeysUnavailable
from bot.keysource import Given, Source, Written, source
from bot.vault import Key
from storage import DatabaseUnavailable, Held, Storage

LIVE = timedelta(seconds=3 * keyring.SHOW_SECONDS)
"""For so long after it was seen a bot counts as running; one that ended politely doesn't."""
POLL_SECONDS = 0.25

Say = Callable[[str], None]


class Refused(Exception):
    """What was asked for would do harm, or cannot be done; the text says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a command works with."""

    kept: Storage
    source: Source
    say: Say
    sleep: Callable[[float], Awaitable[None]]

    async def running(self) -> tuple[Held, ...]:
        """Return the bots that run now, and which keys each has."""
        return await self.kept.keyrings.seen(datetime.now(UTC) - LIVE)

    async def keys(self) -> tuple[Key, ...]:
        """Return the keyring. Raises Refused where there is none, and KeysUnavailable."""
        ring = await self.source.keys()
        if not ring:
            raise Refused(f"{self.source.name}: there is no key yet; the first start of the bot makes one")
        return ring

    async def named(self) -> Counter[str]:
        """Return how many values name each key."""
        counted: Counter[str] = Counter()
        for names in (await self.kept.seals.count()).values():
            counted.update(names)
        return counted

    async def until(self, right: Callable[[Held], bool], fault: str | None) -> None:
        """Wait until all running bots are right, as long as they may take to learn. Raises Refused with the fault."""
        waited, patience = 0.0, _patience(self.source)
        while wrong := [held for held in await self.running() if not right(held)]:
            if waited >= patience:
                if fault is not None:
                    raise Refused(f"{len(wrong)} {fault}")
                return
            if waited == 0.0:
                self.say(f"waiting for {len(wrong)} running bot{'s' * (len(wrong) > 1)} to learn it …")
            await self.sleep(POLL_SECONDS)
            waited += POLL_SECONDS


def _patience(come_from: Source) -> float:
    """How long it may take until every running bot has learnt, or one that was killed counts no more."""
    if isinstance(come_from, Given):
        return 0.0  # nobody learns without a restart
    counts = LIVE.total_seconds() + 5.0
    return counts if isinstance(come_from, Written) else max(counts, keyprogram.AGAIN_SECONDS + keyprogram.SECONDS)


@asynccontextmanager
async def working(
    settings: Settings, say: Say, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> AsyncIterator[Desk]:
    """Open what a command works with, beside running bots. Raises Refused, KeysUnavailable, DatabaseUnavailable."""
    come_from = source(settings)
    check_there(storage.sqlite_file(settings.database_url))
    async with AsyncExitStack() as stack:
        if isinstance(come_from, Written) and come_from.generated:
            stack.enter_context(keyfile.held(come_from.path))
        kept = await stack.enter_async_context(storage.opened(settings.database_url, migrating=False))
        yield Desk(kept=kept, source=come_from, say=say, sleep=sleep)


async def told(say: Say, work: Awaitable[int]) -> int:
    """Return the exit code of a command; what goes wrong is said."""
    try:
        return await work
    except (Refused, KeysUnavailable) as error:
        say(f"✗ {error}")
    except DatabaseUnavailable as error:
        say(f"✗ the database: {error}")
    return 1


def check_there(path: Path | None) -> None:
    """Raise Refused where a database that is a file is not made yet."""
    if path is not None and not path.exists():
        raise Refused(f"{path}: there is no database yet; the first start of the bot makes it")
