"""The demo's little world: four people, a group and a forum, two accounts at the vendor with plausible records."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from sandbox.page import Hint, Hints, Part, Try, application
from sandbox.telegram import Chat, Telegram
from sandbox.vendor import Account, Record, Vendor
from sandbox.vendor.accounts import GB

HOST = "127.0.0.1"


class PortTaken(Exception):
    """The page's port is in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A demo that is running: where its page is, and what the bot needs to live in it."""

    page_url: str
    telegram: Telegram
    vendor: Vendor


@asynccontextmanager
async def running(*, port: int, language: str, now: datetime) -> AsyncIterator[World]:
    """Start the stand-ins and the page on 127.0.0.1; port 0 takes a free one. Raises PortTaken."""
    async with Telegram(username="bytesflows_demo_bot", name="BytesFlows") as telegram, Vendor() as vendor:
        accounts = (vendor.open(_team(now)), vendor.open(_side_project(now)))
        cast = _cast(telegram, language)
        page = application(telegram, cast=cast, groups=_groups(telegram, *cast), hints=_hints(*accounts))
        runner = web.AppRunner(page, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, HOST, port).start()
            except OSError as error:
                raise PortTaken from error
            url = f"http://{HOST}:{runner.addresses[0][1]}"
            yield World(page_url=url, telegram=telegram, vendor=vendor)
        finally:
            await runner.cleanup()


def _cast(telegram: Telegram, language: str) -> tuple[Part, Part, Part, Part]:
    return (
        Part(person=telegram.person("Alice", language=language), role="Owner of both groups"),
        Part(person=telegram.person("Bob", language=language), role="Team member"),
        Part(person=telegram.person("Carol", language=language), role="Anonymous admin", anonymous=True),
        Part(person=telegram.person("Olga", language=language), role="Outsider"),
    )


def _groups(telegram: Telegram, owner: Part, member: Part, admin: Part, _outsider: Part) -> tuple[Chat, Chat]:
    """Make a basic group that the bot is still to be added to, and a forum in which it is."""
    team = (owner.person, member.person, admin.person)
    scrapers = telegram.group("Scrapers", *team, kind="group")
    telegram.promote(admin.person, scrapers)
    data_team = telegram.group("Data team", *team, forum=True)
    telegram.promote(admin.person, data_team, anonymous=True)
    for name in ("Traffic", "Alerts"):
        telegram.topic(data_team, name)
    telegram.add_bot(data_team, owner.person)
    return scrapers, data_team


def _hints(team: Account, side: Account) -> Hints:
    return Hints(
        tokens=(
            Hint(label="Team account", value=team.token, note="12 purchases and check-ins, 176 GB"),
            Hint(label="Side project", value=side.token, note="Nearly used up"),
            Hint(label="Team account by cookie", value=f"Cookie: {team.cookie}", note="Shows the overview only"),
        ),
        private=(
            Try(text="/start", note="The welcome"),
            Try(text="/login ", note="Then paste a token from above"),
            Try(text="/balance", note="What is left"),
            Try(text="/records order", note="Purchases, page by page"),
            Try(text="/logout", note="Asks before it deletes"),
            Try(text="/help", note="Everything there is"),
        ),
        group=(
            Try(text="/login", note="A secret is never asked for in a group"),
            Try(text="/balance", note="Everybody here may look"),
            Try(text="/accounts", note="Only admins may change something"),
            Try(text="/settings", note="The group’s own"),
            Try(text="/help", note="What fits this group"),
            Try(text="Good morning!", note="Plain chat: the bot stays silent"),
        ),
    )


def _team(now: datetime) -> Account:
    """A busy account: what its active records hold is its total, and what was used of them is used of it."""
    records = [
        _record(now, number=12, kind="order", quota=100 * GB, used=457 * GB // 10, age=9, life=30),
        _record(now, number=11, kind="sign", quota=GB // 2, used=0, age=11, life=14),
        _record(now, number=10, kind="sign", quota=GB // 2, used=GB // 2, age=12, life=30),
        _record(now, number=9, kind="order", quota=75 * GB, used=623 * GB // 10, age=27, life=29),
        _record(now, number=8, kind="order", quota=50 * GB, used=50 * GB, age=38, life=30),
        _record(now, number=7, kind="sign", quota=GB // 2, used=GB // 4, age=40, life=7),
        _record(now, number=6, kind="order", quota=20 * GB, used=18 * GB, age=61, life=30),
        _record(now, number=5, kind="order", quota=20 * GB, used=20 * GB, age=90, life=30),
        _record(now, number=4, kind="sign", quota=GB, used=GB, age=95, life=7),
        _record(now, number=3, kind="order", quota=10 * GB, used=10 * GB, age=121, life=30),
        _record(now, number=2, kind="order", quota=5 * GB, used=4 * GB + GB // 3, age=150, life=30),
        _record(now, number=1, kind="sign", quota=GB, used=GB // 5, age=160, life=7),
    ]
    active = [record for record in records if record.status == 1]
    total, used = (sum(record.traffic for record in active), sum(record.traffic_used for record in active))
    cookie = f"session={secrets.token_urlsafe(24)}"
    return Account(token=_token(), cookie=cookie, total=total, available=total - used, balance=12.5, records=records)


def _side_project(now: datetime) -> Account:
    record = _record(now, number=21, kind="order", quota=5 * GB, used=5 * GB - 190 * 1024**2, age=20, life=22)
    return Account(token=_token(), total=5 * GB, available=190 * 1024**2, balance=0.0, records=[record])


def _record(now: datetime, *, number: int, kind: str, quota: int, used: int, age: int, life: int) -> Record:
    created = now - timedelta(days=age, hours=number % 7, minutes=7 * number % 60)
    expires = created + timedelta(days=life)
    prefix = "ORD" if kind == "order" else "SIGN"
    return Record(
        record_id=str(120000 + number),
        order_id=f"{prefix}-{created:%y%m%d}-{7000 + 37 * number}",
        source_type=kind,
        traffic=quota,
        traffic_used=used,
        created=created,
        expires=expires,
        status=int(expires > now),
    )


def _token() -> str:
    return f"bf_demo_{secrets.token_hex(16)}"
