"""What the tests of storage keep."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from storage import Account, Reading, Storage

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
CHAT = 4711


async def connect(
    kept: Storage, name: str = "main", *, chat_id: int = CHAT, sealed: bytes = b"sealed-5ecret", now: datetime = NOW
) -> Account:
    """Connect an account in a chat that is made known if need be."""
    await kept.chats.meet(chat_id, "private", None, now)
    return await kept.accounts.connect(chat_id, name, "bearer", by=5, now=now, seal=lambda _: sealed)


def reading(minutes: float = 0, *, available: int | None = 50, balance: str | None = "12.50") -> Reading:
    """What an account showed so many minutes from now."""
    return Reading(
        taken_at=NOW + timedelta(minutes=minutes),
        total_bytes=100,
        available_bytes=available,
        balance=None if balance is None else Decimal(balance),
        currency="USD",
    )
