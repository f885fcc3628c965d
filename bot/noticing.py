"""What is to be looked at because something is not as it was: an account showed something, a chat chose something.

The worker's other end: who keeps or changes says so here, and knows nothing of who speaks up.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from storage import Account, DatabaseUnavailable, Storage

log = logging.getLogger(__name__)


async def noticed(storage: Storage, account: Account, now: datetime, *, refused: bool = False) -> None:
    """Wake what shows an account: a reading of it was kept, or its token refused or taken again.

    `refused`: that is judged, too, for a refused account is looked at no more; who asked alone has heard it already.
    What readings tell is judged when the bot looks by itself. Never fails: who waits for an answer has no part in it.
    """
    await changed(storage, (account.chat_id,), now)
    if not refused or account.chat_id > 0:
        return
    try:
        await storage.watches.wake((account.account_id,), now)
    except DatabaseUnavailable as error:
        log.debug("account %d can't be judged yet: %s", account.account_id, error)


async def changed(storage: Storage, chat_ids: Iterable[int], now: datetime) -> None:
    """Wake what shows chats as they chose to be: their languages, zones, names, accounts. Never fails."""
    try:
        await storage.cards.wake(chat_ids, now)
    except DatabaseUnavailable as error:
        log.debug("live cards could not be woken: %s", error)
