"""What the rooms tell whoever counts: each thing once, under the right word, with its time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from telegram.error import TelegramError

import storage
from bot.bytesflows import calls, client
from bot.bytesflows.errors import VendorError
from bot.commands import Context, Row
from bot.credentials import Credential
from bot.pushes.daily import DailyErrands
from bot.pushes.outcome import Done, Later, Outcome
from bot.pushes.worker import Turn, Worker
from bot.reply import Reply
from bot.secret import Secret
from bot.telegram.limits import Limiter
from bot.telegram.observed import ObservedTransport
from bot.telegram.throttle import MOST_IN_PRIVATE
from sandbox.telegram import Telegram
from sandbox.telegram.faults import Faults
from sandbox.vendor import Account, Vendor
from storage import Daily, Due, Occurrence
from tests.bot.telegram.house import House, pressed, typed, until

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
TOKEN = "tok_5ecret0123456789"
NINE = datetime(2026, 3, 10, 9, tzinfo=UTC)


class Told:
    """Whoever counts."""

    def __init__(self) -> None:
        self.all: list[tuple[str, str]] = []
        self.seconds: list[float] = []

    def __call__(self, what: str, how: str, seconds: float) -> None:
        self.all.append((what, how))
        self.seconds.append(seconds)


@pytest.fixture
def told() -> Told:
    """Nothing yet."""
    return Told()


async def test_updates_are_told_by_what_they_are_and_how_they_ended(house: House, told: Told) -> None:
    async def fail(_ctx: Context) -> Reply:
        raise ZeroDivisionError

    intake = house.intake([Row(name="fail", handler=fail)], observe=told)
    joined = {"update_id": 6, "message": {"message_id": 1, "date": 1, "chat": house.chat.json(), "new_chat_title": "x"}}
    first = [
        typed(1, house.chat, "/say hello"),
        typed(2, house.chat, "/fail"),
        pressed(3, house.chat, 5, "/say x"),
        {"update_id": 4, "message": {"chat": {"id": [1]}, "date": 10**17}},
        {"nothing": "at all"},
        joined,
    ]

    await intake.take(first)
    await intake.take([typed(1, house.chat, "/say hello")])
    await intake.close(5)

    assert sorted(told.all) == sorted(
        [
            ("command", "answered"),
            ("command", "failed"),
            ("press", "answered"),
            ("unread", "skipped"),
            ("unread", "skipped"),
            ("unread", "duplicate"),
        ]
    )


async def test_the_time_of_an_update_begins_when_it_was_received(house: House, told: Told) -> None:
    async def slow(_ctx: Context) -> Reply:
        house.clock.advance(timedelta(seconds=40))
        return Reply(text="at last")

    intake = house.intake([Row(name="slow", handler=slow)], observe=told)

    await intake.take([typed(1, house.chat, "/slow")])
    await intake.close(5)

    assert told.all == [("command", "answered")]
    assert 40 <= told.seconds[0] < 50


async def test_what_there_is_no_room_for_is_told_as_refused(house: House, told: Told) -> None:
    intake = house.intake(observe=told)

    await intake.take([typed(number, house.chat, "/say x") for number in range(1, MOST_IN_PRIVATE + 4)])
    await until(lambda: len(told.all) == MOST_IN_PRIVATE + 3)
    await intake.close(5)

    assert told.all.count(("command", "answered")) == MOST_IN_PRIVATE
    assert told.all.count(("command", "refused")) == 3


@pytest.fixture
async def telling(told: Told) -> AsyncIterator[ObservedTransport]:
    """An open pool of connections that tells."""
    transport = ObservedTransport(observe=told)
    await transport.initialize()
    yield transport
    await transport.shutdown()


Order = Callable[[Faults], object]
ENDINGS: dict[str, Order] = {
    "answered": lambda _faults: None,
    "refused": lambda faults: faults.answer("getMe", status=400, description="Bad Request: no", times=2),
    "flooded": lambda faults: faults.answer(
        "getMe", status=429, description="Too Many Requests", parameters={"retry_after": 3}, times=2
    ),
    "broken": lambda faults: faults.answer("getMe", status=500, description="Internal Server Error", times=2),
    "cut": lambda faults: faults.cut("getMe", times=2),
}


@pytest.mark.parametrize("how", ENDINGS)
async def test_requests_to_telegram_are_told_by_how_they_ended(
    telegram: Telegram, telling: ObservedTransport, told: Told, how: str
) -> None:
    ENDINGS[how](telegram.faults)
    url = f"{telegram.url}/bot{telegram.token}/getMe"

    with suppress(TelegramError):
        await telling.do_request(url, "POST")
    with suppress(TelegramError):
        await telling.poll(url, {}, seconds=5)

    assert told.all == [("getMe", how)] * 2


async def test_requests_to_nobody_and_those_given_up_are_told_too(
    telegram: Telegram, telling: ObservedTransport, told: Told
) -> None:
    url = f"{telegram.url}/bot{telegram.token}/getMe"
    gate = telegram.faults.hold("getMe", effect="before", times=None)

    with suppress(TelegramError):
        await telling.poll("http://127.0.0.1:9/bot/getMe", {}, seconds=1)
    asking = asyncio.create_task(telling.do_request(url, "POST"))
    await gate.reached()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    with suppress(TelegramError):
        await telling.poll(url, {}, seconds=-9.9)  # a tenth of one beside what connecting may take
    gate.release()

    assert told.all == [("getMe", "unsent"), ("getMe", "given_up"), ("getMe", "late")]


async def test_each_attempt_at_the_vendor_is_told(told: Told) -> None:
    async def at_once(_seconds: float) -> None:
        pass

    credential = Credential(kind="bearer", secret=Secret(TOKEN))
    async with (
        Vendor() as vendor,
        client.connected(vendor.url, zone=ZoneInfo("UTC"), clock=lambda: NINE, sleep=at_once, observe=told) as asking,
    ):
        vendor.open(Account(token=TOKEN, total=10, available=5))
        vendor.faults.answer(status=500)
        vendor.faults.cut()
        await asking.ask(calls.overview(), credential)
        for status in (429, 418, 200):
            vendor.faults.answer(status=status, body=b"no JSON", times=9)
            with suppress(VendorError):
                await asking.ask(calls.records(size=status), credential)
            vendor.faults.clear()
        with suppress(VendorError):
            await asking.ask(calls.overview(), Credential(kind="bearer", secret=Secret("tok_unknown_0123456")))

    overviews = [how for what, how in told.all if what == "overview"]
    records = [how for what, how in told.all if what == "records"]
    assert overviews == ["broken", "unreachable", "answered", "token_refused"]
    assert records == ["busy"] * 3 + ["refused"] + ["unreadable"] * 2


async def test_waits_for_a_turn_are_told_and_those_who_wait_counted(told: Told) -> None:
    now = 1000.0
    asleep, wake = asyncio.Event(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        nonlocal now
        asleep.set()
        await wake.wait()
        now += seconds

    limiter = Limiter(clock=lambda: now, sleep=sleep, observe=told)
    await limiter.turn(1)
    limiter.hold(1, 7.0)
    waiting = [asyncio.create_task(limiter.turn(1, push=push)) for push in (False, True, True)]
    await asleep.wait()
    counted = limiter.waiting(push=False), limiter.waiting(push=True)
    waiting.pop().cancel()
    wake.set()
    await asyncio.gather(*waiting)
    await until(lambda: len(told.all) == 4)

    assert counted == (1, 2)
    assert (limiter.waiting(push=False), limiter.waiting(push=True)) == (0, 0)
    assert told.all == [("answer", "left"), ("push", "given_up"), ("answer", "left"), ("push", "left")]
    assert told.seconds[0] == 0
    assert told.seconds[2] >= 7.0


async def test_pushes_are_told_when_they_are_claimed_and_how_they_ended_and_how_late(
    tmp_path: Path, told: Told
) -> None:
    now = NINE
    outcomes: dict[int, Outcome | Exception] = {
        1: Done.SENT, 2: Done.BARRED, 3: Done.GONE, 4: Later(until=NINE + timedelta(hours=1)), 5: ZeroDivisionError(),
        6: Done.SENT,
    }  # fmt: skip

    def plan(daily: Daily) -> Occurrence:
        hours = 4 if daily.chat_id == 6 else 0
        return Occurrence(local_date=NINE.date(), at=NINE - timedelta(hours=hours, seconds=daily.chat_id))

    async def say(due: Due, turn: Turn) -> Outcome:
        outcome = outcomes[due.daily.chat_id]
        if isinstance(outcome, Exception):
            raise outcome
        await turn()
        return outcome

    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        for chat_id in range(1, 7):
            await kept.chats.meet(chat_id, "private", None, now)
            await kept.daily.set(chat_id, 0, 540, plan)
        worker = Worker(DailyErrands(kept.daily, say), clock=lambda: now, poll_seconds=0.001, observe=told)
        running = asyncio.create_task(worker.run())
        await until(lambda: len(told.all) == 13)
        await worker.stop(1)
        await running

    hows = [how for what, how in told.all if what == "daily"]
    # What was missed by four hours is said as today's.
    assert sorted(hows) == sorted(["claimed"] * 6 + ["sent"] * 2 + ["barred", "gone", "later", "failed", "missed"])
    lateness = dict(zip(hows, told.seconds, strict=True))
    assert (lateness["barred"], lateness["gone"], lateness["failed"]) == (2.0, 3.0, 5.0)
