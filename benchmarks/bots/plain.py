"""What the peers do between an update and its answer, the same in each: looked up, opened, asked, phrased.

As SQLAlchemy's tutorial and the HTTP clients' show it. One language, nothing written down before it is confirmed,
nothing retried, no figure checked.
"""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks import orm
from bot import keys
from bot.sealed import of_account
from bot.vault import Vault

GB = 1024**3
CONNECT_FIRST = "Connect an account first."

Ask = Callable[[str, Mapping[str, str], str], Awaitable[dict[str, Any]]]
"""Given a path, a query and a token, returns the answer's `data`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """HTML, and rows of buttons: labels and what each carries."""

    text: str
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()


class Plain:
    """Answers, knowing nothing of the library that brings the question."""

    def __init__(self, directory: Path, ask: Ask) -> None:
        self._kept = orm.opened(directory / "orm.db")
        self._vault = Vault(keys.keyring(None, directory))
        self._ask = ask

    async def close(self) -> None:
        """Close the database."""
        await self._kept.close()

    async def records(self, chat_id: int) -> Said:
        """Show the purchases: one question to the vendor."""
        account = await self._account(chat_id)
        if account is None:
            return Said(text=CONNECT_FIRST)
        asked = {"pageNo": "1", "pageSize": "5", "sourceType": "order"}
        found = await self._ask("/api/v1/user/traffic/records", asked, self._token(account))
        rows = (
            (("All", "/records"), ("· Orders ·", "/records order"), ("Check-ins", "/records sign")),
            (("Balance", "/balance"),),
        )
        return Said(text=_records(found["records"], datetime.now(UTC)), rows=rows)

    async def balance(self, chat_id: int) -> Said:
        """Show what is left, remember it, and judge the pace: two questions to the vendor."""
        account = await self._account(chat_id)
        if account is None:
            return Said(text=CONNECT_FIRST)
        token, now = self._token(account), datetime.now(UTC)
        overview = await self._ask("/api/v1/dashboard/asset", {}, token)
        found = await self._ask("/api/v1/user/traffic/records", {"pageNo": "1", "pageSize": "100"}, token)
        total, available = overview["totalTraffic"], overview["dynamicTraffic"]
        await self._kept.remember(account.account_id, total, available, now)
        readings = await self._kept.readings(account.account_id, now - timedelta(days=7))
        rows = ((("Refresh", "/balance"), ("Usage", "/usage +"), ("Records", "/records")),)
        return Said(text=_balance(overview, found["records"], readings, now), rows=rows)

    def unknown(self, text: str) -> Said:
        """Say that a command is not known."""
        return Said(
            text=f"I don't know <code>{html.escape(text)}</code>. Send /help to see what I can do.",
            rows=((("All commands", "/help"),),),
        )

    async def _account(self, chat_id: int) -> orm.Account | None:
        chat = await self._kept.chat(chat_id)
        return chat.accounts[0] if chat is not None and chat.accounts else None

    def _token(self, account: orm.Account) -> str:
        return self._vault.open(account.sealed, of_account(account.account_id, account.chat_id)).reveal()


def _records(records: Sequence[dict[str, Any]], now: datetime) -> str:
    blocks = ["<b>Purchases</b>"]
    for one in records:
        left = (datetime.fromisoformat(one["expireTime"]).replace(tzinfo=UTC) - now).days
        blocks.append(
            f"🛒 <b>Purchase</b> · {'active' if one['status'] == 1 else 'expired'}\n"
            f"Order <code>{html.escape(one['orderId'])}</code>\n"
            f"{one['trafficUsed'] / GB:.2f} GB of {one['traffic'] / GB:.2f} GB used "
            f"({one['trafficUsed'] / one['traffic']:.1%})\n"
            f"Created: {datetime.fromisoformat(one['createTime']):%b %d, %Y}\n"
            f"Expires: {datetime.fromisoformat(one['expireTime']):%b %d, %Y} (in {left} days)"
        )
    blocks.append(f"<i>As of {now:%b %d, %Y %H:%M} UTC</i>")
    return "\n\n".join(blocks)


def _balance(
    overview: dict[str, Any], records: Sequence[dict[str, Any]], readings: Sequence[orm.Reading], now: datetime
) -> str:
    total, available = overview["totalTraffic"], overview["dynamicTraffic"]
    share = (total - available) / total
    first, last = readings[0], readings[-1]
    days = max((last.taken_at - first.taken_at) / timedelta(days=1), 1.0)
    speed = max(first.available_bytes - last.available_bytes, 1) / days
    until = now + timedelta(days=min(available / speed, 3650))
    expiring = min((one for one in records if one["status"] == 1), key=lambda one: str(one["expireTime"]))
    left = expiring["traffic"] - expiring["trafficUsed"]
    return (
        f"<b>Traffic</b>\n\n"
        f"<b>{available / GB:.2f} GB</b> available of {total / GB:.2f} GB\n"
        f"{'█' * int(share * 12):░<12} {share:.1%} used\nUsed so far: {(total - available) / GB:.2f} GB\n\n"
        f"⏳ At the pace of the last {days:.0f} days ({speed / GB:.2f} GB a day) it lasts until {until:%b %d, %Y}\n"
        f"📦 Expires next: <b>{left / GB:.2f} GB</b> ({html.escape(expiring['expireTime'])})\n"
        f"💰 Balance: {overview['balance']:.2f} {html.escape(overview['currency'])}\n\n"
        f"<i>As of {now:%b %d, %Y %H:%M} UTC</i>"
    )
