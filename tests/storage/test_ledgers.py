"""Ledgers: kept whole, of one account each, gone with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from storage import Kept, KeptLedger, Storage
from tests.storage.given import NOW, connect


def package(key: str, *, used: int = 0) -> Kept:
    """A record as it is kept."""
    return Kept(key=key, quota_bytes=2**63 - 1, used_bytes=used, expires_at=NOW, over=False, missing=True)


def ledger(*packages: Kept) -> KeptLedger:
    """A ledger with these records."""
    return KeptLedger(
        since=NOW - timedelta(days=3),
        bought_bytes=1,
        checked_in_bytes=2,
        received_bytes=3,
        expired_bytes=4,
        drawn_bytes=2**63 - 1,
        packages=packages,
    )


async def test_a_ledger_comes_back_as_it_was_kept_last(kept: Storage) -> None:
    account, other = await connect(kept), await connect(kept, "other")
    first = ledger(package("a"), package("b"), replace(package("c"), expires_at=None, over=True, missing=False))
    second = replace(ledger(package("b", used=7), package("c"), package("d")), bought_bytes=9)

    assert await kept.ledgers.of(account.account_id) is None
    await kept.ledgers.keep(account.account_id, first)
    await kept.ledgers.keep(other.account_id, ledger())
    assert await kept.ledgers.of(account.account_id) == first
    await kept.ledgers.keep(account.account_id, second)

    assert await kept.ledgers.of(account.account_id) == second
    assert await kept.ledgers.of(other.account_id) == ledger()


async def test_a_ledger_goes_with_its_account_and_none_is_kept_of_one_that_is_gone(kept: Storage) -> None:
    account = await connect(kept)
    await kept.ledgers.keep(account.account_id, ledger(package("a")))
    await kept.accounts.disconnect(account, keep_history=False)

    assert await kept.ledgers.of(account.account_id) is None
    await kept.ledgers.keep(account.account_id, ledger(package("a")))
    assert await kept.ledgers.of(account.account_id) is None
