"""Accounts whose key is lost: said in the log at every start, in the chat once. Nothing is deleted."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.commands import AccountLocked
from bot.i18n import Languages
from bot.reply import Reply
from bot.vault import Vault
from bot.views import trouble
from storage import Account, Storage

log = logging.getLogger(__name__)

Deliver = Callable[[int, Reply], Awaitable[bool]]
"""Sends a reply to a chat and tells whether that is settled: it arrived, may have, or never can."""


async def tell_locked(
    storage: Storage, vault: Vault, languages: Languages, deliver: Deliver, *, clock: Callable[[], datetime]
) -> None:
    """Ask the chats of locked accounts, once each, to connect again; note which accounts have their key back."""
    for account in await storage.accounts.all():
        if vault.has_key_of(account.sealed):
            if account.lock_told_at is not None:
                await storage.accounts.mark_lock_told(account, None)
            continue
        log.warning(
            "account %d of chat %d is locked: its key is not in the keyring", account.account_id, account.chat_id
        )
        if account.lock_told_at is None and await deliver(account.chat_id, await _asks(account, storage, languages)):
            await storage.accounts.mark_lock_told(account, clock())


async def _asks(account: Account, storage: Storage, languages: Languages) -> Reply:
    chat = await storage.chats.find(account.chat_id)
    words = languages.best((chat.language, chat.heard) if chat else ())
    return trouble.problem(AccountLocked(), words, again="", account=account)
