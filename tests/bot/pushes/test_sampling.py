"""Every account looked at about hourly: spread, once for each credential, gently, and nothing when nobody answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import storage
from bot.bytesflows import client
from bot.bytesflows.client import Client
from bot.pushes.sampling import LONGEST_PAUSE, REFUSED_AGAIN, Sampler
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, Vault
from sandbox.vendor import Account as VendorAccount
from sandbox.vendor import Record, Vendor
from storage import Account, Reading, Storage

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GB = 1024**3
VAULT, OTHER_KEY = Vault((Key(b"k" * 32),)), Vault((Key(b"o" * 32),))


@dataclass
class House:
    """A vendor, a database, and a clock that is moved by hand."""

    vendor: Vendor
    storage: Storage
    client: Client | None = None
    now: datetime = NOW
    accounts: list[VendorAccount] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the instant it is."""
        return self.now

    def customer(self, number: int = 1, *, used: int = 0) -> VendorAccount:
        """Open an account at the vendor: one package of 100 GB."""
        package = Record(
            record_id=f"{number}-1",
            order_id=f"ORD-{number}",
            source_type="order",
            traffic=100 * GB,
            traffic_used=used,
            created=NOW - 10 * DAY,
            expires=NOW + 30 * DAY,
        )
        account = VendorAccount(
            token=f"tok_{number}_5ecret0123456789", total=100 * GB, available=100 * GB - used, records=[package]
        )
        return self.vendor.open(account)

    async def connect(
        self,
        customer: VendorAccount,
        name: str = "main",
        *,
        chat_id: int = 1,
        vault: Vault = VAULT,
        kind: str = "bearer",
    ) -> Account:
        """Connect it in a chat."""
        await self.storage.chats.meet(chat_id, "private", "en", self.now)
        known = next((one for one in await self.storage.accounts.of(chat_id) if one.name == name), None)
        secret = Secret(customer.cookie if kind == "cookie" and customer.cookie else customer.token)
        done = await self.storage.accounts.connect(
            chat_id,
            name,
            kind,
            by=chat_id,
            now=self.now,
            seal=lambda account_id, chat_id: vault.seal(secret, of_account(account_id, chat_id)),
            replaces=known.account_id if known else None,
            most=10,
        )
        return done.account

    def sampler(self) -> Sampler:
        """A sampler that has just started."""
        assert self.client is not None
        return Sampler(storage=self.storage, vault=VAULT, client=self.client, interval=HOUR, clock=self.clock)

    async def readings(self, account: Account) -> tuple[Reading, ...]:
        """All that is kept of an account."""
        return await self.storage.history.since(account.account_id, NOW - 900 * DAY)

    def overviews(self) -> list[int | None]:
        """Whose overview was asked for, in order."""
        return [asked.account for asked in self.vendor.asked if asked.path.endswith("asset")]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with Vendor() as vendor, storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        house = House(vendor=vendor, storage=kept)
        async with client.connected(vendor.url, zone=ZoneInfo("UTC"), clock=house.clock, total_seconds=2) as asks:
            house.client = asks
            yield house


def uses(customer: VendorAccount, amount: int) -> None:
    """Let an account use traffic of its newest package."""
    customer.available -= amount
    newest = customer.records[0]
    customer.records[0] = replace(newest, traffic_used=newest.traffic_used + amount)


async def test_a_new_account_is_looked_at_at_once_and_then_every_hour(house: House) -> None:
    account = await house.connect(house.customer(used=5 * GB))
    sampler = house.sampler()

    for _ in range(24 * 6):
        await sampler.once()
        house.now += HOUR / 6

    readings = await house.readings(account)
    assert len(readings) == 25
    assert {later.taken_at - earlier.taken_at for earlier, later in pairwise(readings[1:])} == {HOUR}
    assert (readings[0].available_bytes, readings[0].left_bytes) == (95 * GB, 95 * GB)


async def test_what_was_used_bought_and_lost_in_between_is_counted(house: House) -> None:
    customer = house.customer()
    account = await house.connect(customer)
    sampler = house.sampler()
    await sampler.once()

    uses(customer, 3 * GB)
    customer.records.insert(
        0,
        Record(
            record_id="2",
            order_id="ORD-2",
            source_type="sign",
            traffic=GB,
            traffic_used=GB // 2,
            created=house.now + timedelta(minutes=5),
            expires=house.now + timedelta(minutes=30),
        ),
    )
    house.now += HOUR
    await sampler.once()

    (first, last) = await house.readings(account)
    assert (first.drawn_bytes, last.drawn_bytes) == (0, 3 * GB + GB // 2)
    assert (last.bought_bytes, last.checked_in_bytes, last.expired_bytes) == (0, GB, GB // 2)


async def test_accounts_are_looked_at_spread_over_the_hour(house: House) -> None:
    for number in range(1, 21):
        await house.connect(house.customer(number), f"a{number}", chat_id=number)
    sampler = house.sampler()
    while await sampler.once():
        pass
    house.vendor.asked.clear()

    times = []
    for minute in range(60):
        house.now = NOW + timedelta(minutes=minute + 1)
        before = len(house.overviews())
        while await sampler.once():
            pass
        times += [minute] * (len(house.overviews()) - before)

    assert sorted(one for one in house.overviews() if one is not None) == list(range(20))
    assert len(set(times)) >= 8
    assert house.vendor.most_at_once <= 4


async def test_an_account_connected_in_several_chats_is_asked_once(house: House) -> None:
    customer = house.customer()
    first = await house.connect(customer)
    second = await house.connect(customer, "ours", chat_id=2)
    sampler = house.sampler()
    await sampler.once()  # nobody knows yet that they are one, and the vendor is asked once all the same
    house.now += 2 * HOUR
    house.vendor.asked.clear()

    await sampler.once()

    assert house.overviews() == [0]
    assert [len(await house.readings(one)) for one in (first, second)] == [2, 2]


async def test_a_refused_token_is_marked_everywhere_and_tried_again_every_few_hours_only(house: House) -> None:
    customer = house.customer()
    for chat_id in (1, 2):
        await house.connect(customer, chat_id=chat_id)
    sampler = house.sampler()
    await sampler.once()
    customer.revoked = True
    house.now += 2 * HOUR

    await sampler.once()
    house.vendor.asked.clear()
    for _ in range(2):
        house.now += HOUR
        await sampler.once()
    assert house.vendor.asked == []
    house.now += HOUR
    await sampler.once()
    assert len(house.vendor.asked) == 1
    assert [one.refused_at for one in await house.storage.accounts.all()] == [NOW + 2 * HOUR] * 2

    customer.revoked = False
    house.now += REFUSED_AGAIN
    await sampler.once()

    assert [one.refused_at for one in await house.storage.accounts.all()] == [None] * 2


async def test_while_the_vendor_is_down_one_account_is_tried_now_and_then(house: House) -> None:
    for number in range(1, 11):
        await house.connect(house.customer(number), f"a{number}", chat_id=number)
    sampler = house.sampler()
    house.vendor.faults.answer(status=404, times=None)
    await sampler.once()
    house.vendor.asked.clear()
    house.vendor.faults.clear()
    house.vendor.faults.answer(status=200, body=b'{"code": 429}', times=None)

    for _ in range(60):
        house.now += timedelta(minutes=1)
        while await sampler.once():
            pass
    asked = len(house.vendor.asked)
    house.vendor.faults.clear()
    house.now += LONGEST_PAUSE
    while await sampler.once():
        pass

    assert 1 <= asked <= 30
    assert len([one for one in await house.storage.accounts.all() if await house.readings(one)]) == 10


async def test_what_cannot_be_opened_or_asked_for_records_is_no_trouble(house: House) -> None:
    customer = house.customer()
    customer.cookie = "session=5ecret"
    locked = await house.connect(customer, "locked", vault=OTHER_KEY)
    cookie = await house.connect(customer, "cookie", kind="cookie")
    sampler = house.sampler()

    await sampler.once()

    assert await house.readings(locked) == ()
    assert [one.left_bytes for one in await house.readings(cookie)] == [None]
    assert {asked.path for asked in house.vendor.asked} == {"/api/v1/dashboard/asset"}


@pytest.mark.parametrize("same", [True, False])
async def test_a_new_token_goes_on_where_the_old_one_was_if_it_is_of_the_same_account(house: House, same: bool) -> None:
    customer = house.customer()
    account = await house.connect(customer)
    sampler = house.sampler()
    await sampler.once()
    uses(customer, GB)
    house.now += 10 * DAY
    renewed = replace(customer, token="tok_9_renewed_5ecret", records=list(customer.records))
    house.vendor.open(renewed)
    other = renewed if same else house.customer(7, used=GB)

    await house.connect(other)
    await sampler.once()

    (now,) = await house.storage.accounts.all()
    last = (await house.readings(account))[-1]
    assert now.counted_since == (NOW if same else house.now)
    assert last.drawn_bytes == (GB if same else 0)
