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
from bot.commands import AccountLocked, OverviewOnly
from bot.credentials import Credential, Kind
from bot.traffic import Overview
from bot.vault import Place, SealError, Vault
from storage import Account, DatabaseUnavailable, Storage

T = TypeVar("T")
log = logging.getLogger(__name__)


def place(account_id: int, chat_id: int) -> Place:
    """Return what an account's credential is bound to."""
    return Place(field="accounts.sealed", chat_id=chat_id, account_id=account_id)


def opened(account: Account, vault: Vault) -> Credential:
    """Open an account's credential. Raises SealError."""
    kind: Kind = "cookie" if account.kind == "cookie" else "bearer"
    return Credential(kind=kind, secret=vault.open(account.sealed, place(account.account_id, account.chat_id)))


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
        if self.account.kind == "cookie" and not call.cookie:
            raise OverviewOnly
        try:
            credential = opened(self.account, self.vault)
        except SealError as error:
            log.warning("account %d does not open: %s", self.account.account_id, error)
            raise AccountLocked from error
        try:
            answer = await self.client.ask(call, credential)
        except TokenRefused:
            await self._remember(None)
            raise
        await self._remember(answer)
        return answer

    async def ask_if_it_can(self, call: Call[T]) -> Answer[T] | None:
        """Return the answer, or `None` where it cannot be had."""
        try:
            return await self.ask(call)
        except (VendorError, OverviewOnly):
            return None

    async def _remember(self, answer: Answer[T] | None) -> None:
        """Write down what was learnt; a full disk must not take the answer from the person who waits for it."""
        try:
            if answer is None:
                if self.account.refused_at is None:
                    await self.storage.accounts.mark_refused(self.account, self.now)
                return
            if self.account.refused_at is not None:
                await self.storage.accounts.mark_refused(self.account, None)
            if isinstance(answer.value, Overview):
                await self.storage.history.add(self.account.account_id, history.reading(answer.value, answer.at))
        except DatabaseUnavailable as error:
            log.warning("what account %d showed could not be kept: %s", self.account.account_id, error)
