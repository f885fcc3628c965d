"""What is to be looked at because something is not as it was: an account showed something, a chat chose something.

The worker's other end: who keeps or changes says so here, and knows nothing of who speaks up.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from storage import Account, DatabaseUnavailable, Storage

log = logging.getLogger(__name__)


async def noticed(storage: Storage, account: Account, now: datetime) -> None:
    """Wake what depends on an account: a reading of it was kept, or its token refused or taken again.

    Never fails: who waits for an answer has no part in it, and the next reading wakes again.
    """
    await changed(storage, (account.chat_id,), now)


async def changed(storage: Storage, chat_ids: Iterable[int], now: datetime) -> None:
    """Wake what shows chats as they chose to be: their languages, zones, names, accounts. Never fails."""
    try:
        await storage.cards.wake(chat_ids, now)
    except DatabaseUnavailable as error:
        log.warning("live cards could not be woken: %s", error)
