"""Accounts whose key is lost: said in the log at every start, in the chat once. Nothing is deleted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.i18n import Languages
from bot.problems import AccountLocked
from bot.reply import Notice, Reply
from bot.speaking import words_of
from bot.vault import Vault
from bot.views import trouble
from storage import Account, DatabaseUnavailable, Storage

log = logging.getLogger(__name__)

AGAIN_SECONDS = 30.0

Tell = Callable[[Notice], Awaitable[bool]]
"""Tells a chat something, and whether that is settled: it arrived, may have, or never can."""
Found = Callable[[int, int], None]
"""Told how many accounts are locked, of how many."""


async def tell_locked(
    storage: Storage,
    vault: Vault,
    languages: Languages,
    tell: Tell,
    *,
    clock: Callable[[], datetime],
    found: Found = lambda _locked, _accounts: None,
) -> None:
    """Ask each chat with locked accounts once to connect them again; note which accounts have their key back.

    `found`: told how many are locked before anybody is asked.
    """
    untold: dict[int, list[Account]] = {}
    locked_accounts = accounts = 0
    async for account in storage.accounts.each():
        accounts += 1
        if await vault.knows(account.sealed):
            if account.lock_told_at is not None:
                await storage.accounts.mark_lock_told(account, None)
            continue
        locked_accounts += 1
        log.warning(
            "account %d of chat %d is locked: its key is not in the keyring", account.account_id, account.chat_id
        )
        if account.lock_told_at is None:
            untold.setdefault(account.chat_id, []).append(account)
    found(locked_accounts, accounts)
    for chat_id, locked in untold.items():
        # Noted first, for other processes look at the same accounts as they start.
        ours = [account for account in locked if await storage.accounts.mark_lock_told(account, clock())]
        if not ours or await tell(Notice(chat_id=chat_id, reply=await _asks(chat_id, ours, storage, languages))):
            continue
        for account in ours:
            await storage.accounts.mark_lock_told(account, None)


async def watch_locked(
    look: Callable[[], Awaitable[None]],
    changed: asyncio.Event,
    *,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Look now, and whenever the keyring has changed, until cancelled; where there is no database, again soon."""
    while True:
        changed.clear()
        try:
            await look()
        except DatabaseUnavailable as error:
            log.debug("locked accounts can't be looked for yet: %s", error)
            await sleep(AGAIN_SECONDS)
        else:
            await changed.wait()


async def _asks(chat_id: int, locked: Sequence[Account], storage: Storage, languages: Languages) -> Reply:
    chat = await storage.chats.find(chat_id)
    words = words_of(languages, chat)
    problem = AccountLocked(tuple(account.name for account in locked))
    return trouble.problem(problem, words, again="", account=locked[0] if len(locked) == 1 else None)
