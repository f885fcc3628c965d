"""What the tests of storage keep."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from storage import Account, Code, Connected, Reading, Storage

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TEN = timedelta(minutes=10)
CHAT, GROUP, SUPERGROUP = 4711, -4001, -1002000004001
PERSON = 5
MOST = 10


async def connected(
    kept: Storage,
    name: str = "main",
    *,
    chat_id: int = CHAT,
    by: int = PERSON,
    sealed: bytes | None = None,
    now: datetime = NOW,
    replaces: Account | None = None,
    renewed: bool = False,
    shared_from: Account | None = None,
) -> Connected:
    """Connect an account in a chat that is made known if need be; unless it is given, the seal says for where it is."""
    await kept.chats.meet(chat_id, kind_of(chat_id), None, now)
    return await kept.accounts.connect(
        chat_id,
        name,
        "bearer",
        by=by,
        now=now,
        seal=lambda account_id, chat_id: seal(account_id, chat_id) if sealed is None else sealed,
        replaces=None if replaces is None else replaces.account_id,
        most=MOST,
        renewed=renewed,
        shared_from=None if shared_from is None else shared_from.account_id,
    )


async def connect(
    kept: Storage,
    name: str = "main",
    *,
    chat_id: int = CHAT,
    by: int = PERSON,
    sealed: bytes | None = None,
    now: datetime = NOW,
    replaces: Account | None = None,
    shared_from: Account | None = None,
) -> Account:
    """The same, where what was shared from it does not matter."""
    done = await connected(
        kept, name, chat_id=chat_id, by=by, sealed=sealed, now=now, replaces=replaces, shared_from=shared_from
    )
    return done.account


def seal(account_id: int, chat_id: int) -> bytes:
    """What stands in for a sealed credential: it says what it is bound to."""
    return b"5ecret of %d in %d" % (account_id, chat_id)


def kind_of(chat_id: int) -> str:
    """What Telegram calls a chat with such a number."""
    if chat_id > 0:
        return "private"
    return "supergroup" if chat_id < -(10**12) else "group"


def code(
    name: str = "CODE", *, chat_id: int = GROUP, account: Account | None = None, until: datetime = NOW + TEN
) -> Code:
    """A code that somebody may use for ten minutes."""
    return Code(
        code=name,
        chat_id=chat_id,
        person_id=PERSON,
        account_id=None if account is None else account.account_id,
        topic_id=77,
        name="team",
        until=until,
    )


def reading(minutes: float = 0, *, available: int | None = 50, balance: str | None = "12.50") -> Reading:
    """What an account showed so many minutes from now."""
    return Reading(
        taken_at=NOW + timedelta(minutes=minutes),
        total_bytes=100,
        available_bytes=available,
        balance=None if balance is None else Decimal(balance),
        currency="USD",
    )


def files_with(path: Path, content: bytes) -> list[str]:
    """The files beside a database, its own and its journals, that hold these bytes."""
    return sorted(file.name for file in path.parent.iterdir() if content in file.read_bytes())
