"""What views show in tests, ordinary and odd, and what must hold for every reply."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.i18n import Words, languages
from bot.reply import LONGEST_DATA, Button, Link, Reply
from bot.traffic import Overview, Record
from sandbox.telegram.html import parse

NOW = datetime(2026, 3, 10, 12, 0, 5, tzinfo=UTC)
GB = 1024**3
LANGUAGES = ("en", "zh")
HOSTILE = "</b><a href='tg://user?id=1'>&lt;\u202e\u2066\n" + "&" * 100
LONGEST_MESSAGE = 4096
LONGEST_LABEL = 60
"""Telegram takes more, but a phone cuts it."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """An account as views know it."""

    name: str
    account_id: int
    kind: str = "bearer"


def words(language: str = "en") -> Words:
    return languages().best((language,))


def overview(
    total: int | None = 176 * GB,
    available: int | None = 176 * GB - 34045952,
    balance: str | None = "12.5",
    currency: str | None = "USD",
) -> Overview:
    return Overview(
        total_bytes=total,
        available_bytes=available,
        balance=None if balance is None else Decimal(balance),
        currency=currency,
    )


def record(
    *,
    kind: str = "order",
    order: str | None = "ORD-7890",
    quota: int | None = GB,
    used: int | None = 524288,
    created: datetime | None = NOW - timedelta(days=17),
    expires: datetime | None = NOW + timedelta(days=11),
    status: int | None = 1,
) -> Record:
    return Record(
        record_id="1",
        order_id=order,
        kind=kind,
        quota_bytes=quota,
        used_bytes=used,
        created_at=created,
        expires_at=expires,
        status=status,
    )


def _does(button: Button | Link) -> str:
    """What a button does, as a snapshot shows it."""
    if isinstance(button, Button):
        return button.command
    return f"start{'group' if button.into_group else ''}={button.code}"


def whole(reply: Reply) -> str:
    """The reply as a snapshot holds it, after everything Telegram insists on has been checked."""
    text, _ = parse(reply.text)
    assert 0 < len(text.encode("utf-16-le")) // 2 <= LONGEST_MESSAGE
    for row in reply.buttons:
        for button in row:
            assert 0 < len(button.label) <= LONGEST_LABEL
            if isinstance(button, Button):
                assert 1 <= len(button.command.encode()) <= LONGEST_DATA
                assert button.command.startswith("/")
    rows = [" | ".join(f"[{button.label} → {_does(button)}]" for button in row) for row in reply.buttons if row]
    return "\n".join((reply.text, *rows, *(["(stays)"] if reply.lasting else [])))
