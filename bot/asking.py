"""One account's questions to the vendor: opened for each, remembered as history, marked when it is refused."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot import history
from bot.bytesflows.calls import Call
from bot.bytesflows.client import Answer, Client
from bot.bytesflows.errors import TokenRefused, VendorError
from bot.credentials import Credential, Kind
from bot.noticing import noticed
from bot.problems import AccountLocked, OverviewOnly
from bot.sealed import of_account
from bot.traffic import Overview
from bot.vault import SealError, Vault
from storage import Account, DatabaseUnavailable, Storage

T = TypeVar("T")
log = logging.getLogger(__name__)


async def opened(account: Account, vault: Vault) -> Credential:
    """Open an account's credential; a key that is not in the keyring is asked for first. Raises SealError."""
    await vault.knows(account.sealed)
    kind: Kind = "cookie" if account.kind == "cookie" else "bearer"
    return Credential(kind=kind, secret=vault.open(account.sealed, of_account(account.account_id, account.chat_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The vendor, asked with one account's credential."""

    account: Account
    vault: Vault
    client: Client
    storage: Storage
    now: datetime

    async def ask(self, call: Call[T]) -> Answer[T]:
        """Return the answer. Raises VendorError, OverviewOnly or AccountLocked."""
        credential = await self._credential(call)
        try:
            answer = await self.client.ask(call, credential)
        except TokenRefused:
            await self._mark(self.now if self.account.refused_at is None else self.account.refused_at)
            raise
        await self._mark(None)
        if isinstance(answer.value, Overview):
            await keep_reading(self.storage, self.account, answer.value, answer.at)
        return answer

    async def ask_if_it_can(self, call: Call[T]) -> Answer[T] | None:
        """Return the answer, or `None` where it cannot be had soon. What it says of the credential is not believed."""
        try:
            return await self.client.ask(call, await self._credential(call), hasty=True)
        except (VendorError, OverviewOnly):
            return None

    async def _credential(self, call: Call[T]) -> Credential:
        if self.account.kind == "cookie" and not call.cookie:
            raise OverviewOnly(self.account.name)
        try:
            return await opened(self.account, self.vault)
        except SealError as error:
            log.warning("account %d does not open: %s", self.account.account_id, error)
            raise AccountLocked((self.account.name,)) from error

    async def _mark(self, refused_at: datetime | None) -> None:
        if refused_at == self.account.refused_at:
            return
        try:
            await self.storage.accounts.mark_refused(self.account, refused_at)
            if refused_at is None:
                for other in await self.storage.accounts.alike(self.account):
                    if other.refused_at is not None:  # what is taken here is taken everywhere
                        await self.storage.accounts.mark_refused(other, None)
        except DatabaseUnavailable as error:
            log.debug("account %d could not be marked: %s", self.account.account_id, error)
        await noticed(self.storage, self.account, self.now, refused=refused_at is not None)


async def keep_reading(storage: Storage, account: Account, overview: Overview, at: datetime) -> None:
    """Keep what an account shows; a full disk must not take the answer from the person who waits for it."""
    try:
        await storage.history.add(account.account_id, history.reading(overview, at))
    except DatabaseUnavailable as error:
        log.debug("what account %d shows could not be kept: %s", account.account_id, error)
    await noticed(storage, account, at)
