"""A group that became a supergroup, with all that is its: each seal is bound to the chat, and made anew."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot import accounts
from bot.sealed import of_account
from bot.vault import SealError, Vault
from storage import Storage

log = logging.getLogger(__name__)

Move = Callable[[int, int], Awaitable[None]]
"""Takes a chat's old id and its new one; does no harm a second time. Raises DatabaseUnavailable."""


def mover(storage: Storage, vault: Vault, clock: Callable[[], datetime]) -> Move:
    """Return what moves a chat."""

    async def move(old_id: int, new_id: int) -> None:
        # Nothing can be asked for within a transaction.
        await vault.knows(*(account.sealed for account in await storage.accounts.of(old_id)))

        def reseal(account_id: int, here: int, sealed: bytes) -> bytes:
            try:
                opened = vault.open(sealed, of_account(account_id, old_id))
            except SealError as error:
                # It opens nowhere now and will not there; the chat is told that its key is lost.
                log.warning("account %d moves on as it is sealed: %s", account_id, error)
                return sealed
            return vault.seal(opened, of_account(account_id, here))

        await storage.life.move(old_id, new_id, now=clock(), reseal=reseal, free_name=_free_name)

    return move


def _free_name(name: str, taken: tuple[str, ...]) -> str:
    return accounts.free_name(taken, name)
