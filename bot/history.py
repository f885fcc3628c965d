"""Overviews <-> the readings that storage keeps of them. Pure."""

from __future__ import annotations

from datetime import datetime

from bot.traffic import Overview, Sample
from storage import Reading


def reading(overview: Overview, at: datetime) -> Reading:
    """Return what is kept of an overview."""
    return Reading(
        taken_at=at,
        total_bytes=overview.total_bytes,
        available_bytes=overview.available_bytes,
        balance=overview.balance,
        currency=overview.currency[:16] if overview.currency else None,
    )


def sample(kept: Reading) -> Sample:
    """Return the overview that a reading was kept of."""
    overview = Overview(
        total_bytes=kept.total_bytes,
        available_bytes=kept.available_bytes,
        balance=kept.balance,
        currency=kept.currency,
    )
    return Sample(taken_at=kept.taken_at, overview=overview)
