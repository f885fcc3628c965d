"""Looks at an account <-> what storage keeps of them. Pure."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from bot.ledger import Ledger, Package
from bot.traffic import Overview, Record, Sample, Tally
from storage import Kept, KeptLedger, Reading


def reading(overview: Overview, at: datetime, tally: Tally | None = None) -> Reading:
    """Return what is kept of a look at an account; `tally`: where its records were seen too."""
    counted = {} if tally is None else asdict(tally)
    return Reading(
        taken_at=at,
        total_bytes=overview.total_bytes,
        available_bytes=overview.available_bytes,
        balance=overview.balance,
        currency=overview.currency[:16] if overview.currency else None,
        **counted,
    )


def sample(kept: Reading) -> Sample:
    """Return the overview that a reading was kept of."""
    overview = Overview(
        total_bytes=kept.total_bytes,
        available_bytes=kept.available_bytes,
        balance=kept.balance,
        currency=kept.currency,
    )
    return Sample(taken_at=kept.taken_at, overview=overview, tally=_tally(kept))


def kept_ledger(ledger: Ledger) -> KeptLedger:
    """Return what is kept of a ledger; what is left is of a look, not of the ledger."""
    counted = asdict(ledger.tally)
    del counted["left_bytes"]
    packages = tuple(
        Kept(
            key=package.key,
            quota_bytes=package.quota_bytes,
            used_bytes=package.used_bytes,
            expires_at=package.expires_at,
            over=package.over,
            missing=package.missing,
        )
        for package in ledger.packages
    )
    return KeptLedger(since=ledger.since, packages=packages, **counted)


def ledger(kept: KeptLedger) -> Ledger:
    """Return the ledger that was kept."""
    packages = tuple(
        Package(
            key=package.key,
            quota_bytes=package.quota_bytes,
            used_bytes=package.used_bytes,
            expires_at=package.expires_at,
            over=package.over,
            missing=package.missing,
        )
        for package in kept.packages
    )
    tally = Tally(
        bought_bytes=kept.bought_bytes,
        checked_in_bytes=kept.checked_in_bytes,
        received_bytes=kept.received_bytes,
        expired_bytes=kept.expired_bytes,
        drawn_bytes=kept.drawn_bytes,
        left_bytes=0,
    )
    return Ledger(since=kept.since, packages=packages, tally=tally)


def packages(kept: KeptLedger) -> tuple[Record, ...]:
    """Return what still held traffic, or might, when the records were last seen; little more is kept of each."""
    return tuple(
        Record(
            record_id=one.key,
            order_id=None,
            kind="",
            quota_bytes=one.quota_bytes,
            used_bytes=one.used_bytes,
            created_at=None,
            expires_at=one.expires_at,
            status=1,
        )
        for one in kept.packages
        if not one.over and not one.missing
    )


def _tally(kept: Reading) -> Tally | None:
    if (
        kept.bought_bytes is None
        or kept.checked_in_bytes is None
        or kept.received_bytes is None
        or kept.expired_bytes is None
        or kept.drawn_bytes is None
        or kept.left_bytes is None
    ):
        return None
    return Tally(
        bought_bytes=kept.bought_bytes,
        checked_in_bytes=kept.checked_in_bytes,
        received_bytes=kept.received_bytes,
        expired_bytes=kept.expired_bytes,
        drawn_bytes=kept.drawn_bytes,
        left_bytes=kept.left_bytes,
    )
