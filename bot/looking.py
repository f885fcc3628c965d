"""A whole look at an account, its overview and its records: kept, so that the next can tell what happened between."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot import history, ledger
from bot.asking import opened
from bot.bytesflows import calls
from bot.bytesflows.client import Answer, Client
from bot.bytesflows.errors import TokenRefused, VendorError
from bot.credentials import Credential
from bot.listing import all_records
from bot.noticing import noticed
from bot.traffic import Overview, Record, Tally
from bot.vault import SealError, Vault
from storage import Account, DatabaseUnavailable, Storage

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the vendor said of an account; `records` where all of them were seen."""

    overview: Answer[Overview]
    records: tuple[Record, ...] | None


async def look(client: Client, credential: Credential) -> Look:
    """Ask for all there is to see. Raises VendorError."""
    ask = partial(client.ask, credential=credential)
    overview = await ask(calls.overview())
    if credential.kind == "cookie":
        return Look(overview=overview, records=None)
    found = await all_records(ask)
    return Look(overview=overview, records=found.records if found.all_seen else None)


async def attempt(
    account: Account, *, vault: Vault, client: Client, storage: Storage, now: datetime
) -> Look | VendorError | SealError:
    """Look at one account among several and keep what is seen; what goes wrong is returned, and stops no other."""
    try:
        seen = await look(client, await opened(account, vault))
    except (VendorError, SealError) as error:
        if isinstance(error, TokenRefused) and account.refused_at is None:
            await storage.accounts.mark_refused(account, now)
            await noticed(storage, account, now, refused=True)
        return error
    try:
        if account.refused_at is not None:
            await storage.accounts.mark_refused(account, None)
        await keep(storage, account, seen)
    except DatabaseUnavailable as error:
        log.debug("what account %d shows could not be kept: %s", account.account_id, error)
    return seen


async def keep(storage: Storage, account: Account, seen: Look) -> None:
    """Keep what was seen of an account, added up with what was seen before. Raises DatabaseUnavailable."""
    at = seen.overview.at
    tally = None if seen.records is None else await _follow(storage, account, seen.records, at)
    await storage.history.add(account.account_id, history.reading(seen.overview.value, at, tally))
    await noticed(storage, account, at)


async def _follow(storage: Storage, account: Account, records: Sequence[Record], at: datetime) -> Tally | None:
    kept = await storage.ledgers.of(account.account_id)
    known = history.ledger(kept) if kept is not None else None
    if account.counted_before is not None:
        # A new token was connected: of the same account, if it knows a record of it.
        same = known is not None and ledger.same_account(known, records)
        await storage.accounts.count_from(account, account.counted_before if same else None)
        known = known if same else None
    followed = ledger.follow(known, records, at)
    if followed is None:
        return None
    await storage.ledgers.keep(account.account_id, history.kept_ledger(followed))
    return followed.tally
