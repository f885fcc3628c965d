"""The demo's little world: a Telegram, a vendor and a page that show the same time, and what has been before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiohttp import web

from sandbox import company, customers
from sandbox.clock import Clock
from sandbox.life import Life
from sandbox.market import Market
from sandbox.page import application
from sandbox.past import Past, Unheard
from sandbox.stagehand import Stagehand
from sandbox.telegram import Chat, Telegram
from sandbox.vendor import Vendor

__all__ = ["PortTaken", "Unheard", "World", "running"]

HOST = "127.0.0.1"
_UTC = ZoneInfo("UTC")


class PortTaken(Exception):
    """The page's port is in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A demo that is running: where its page is, and what the bot needs to live in it."""

    page_url: str
    telegram: Telegram
    vendor: Vendor
    clock: Clock
    chats: tuple[Chat, ...]
    past: Past | None

    async def live_through_the_past(self) -> None:
        """Live through the month that is before, if there is one. The bot must be running. Raises Unheard."""
        if self.past is None:
            return
        ahead = self.clock.ahead + customers.MONTH
        await self.past.live(self.clock() + customers.MONTH)
        # Living took some of the machine's time, which has passed in the demo as well.
        self.clock.move(ahead - self.clock.ahead)


@asynccontextmanager
async def running(
    *, port: int, language: str, now: datetime, zone: ZoneInfo = _UTC, empty: bool = True
) -> AsyncIterator[World]:
    """Start the stand-ins and the page on 127.0.0.1; port 0 takes a free one. Raises PortTaken.

    `zone`: where people live. Unless it is to be `empty`, the world begins a month before `now`, which is then to be
    lived through.
    """
    begun = now - customers.MONTH
    team, side = customers.team(now, zone), customers.side_project(now)
    market = Market(team, side, begun=begun)
    if empty:
        market.until(now)
    clock = Clock(at=now if empty else begun)
    life = Life(clock, market)
    async with Telegram(username="bytesflows_demo_bot", name="BytesFlows") as telegram, Vendor() as vendor:
        telegram.clock = clock
        vendor.before_answering = life.catch_up
        for customer in (team, side):
            vendor.open(customer.account)
        people = company.gather(telegram, language)
        page = application(
            telegram,
            cast=people.cast,
            groups=(people.group, people.forum),
            hints=company.hints(team.account, side.account, connected=not empty),
            backstage=Stagehand(life=life, vendor=vendor, zone=zone, names=("Team account", "Side project")),
        )
        runner = web.AppRunner(page, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, HOST, port).start()
            except OSError as error:
                raise PortTaken from error
            past = Past(telegram=telegram, company=people, team=team.account, zone=zone.key, life=life)
            yield World(
                page_url=f"http://{HOST}:{runner.addresses[0][1]}",
                telegram=telegram,
                vendor=vendor,
                clock=clock,
                chats=(*(telegram.private(part.person) for part in people.cast), people.group, people.forum),
                past=None if empty else past,
            )
        finally:
            await runner.cleanup()
