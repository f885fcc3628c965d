"""Who hears Telegram says so, and that they turn: by polling and by webhook; strangers are not taken for Telegram."""

from __future__ import annotations

import asyncio

import pytest

from bot.secret import Secret
from bot.telegram.delivery import Delivery, Hook
from bot.telegram.updates import Poller
from tests.bot.telegram.house import House, Noted, Waits, running, until
from tests.bot.telegram.test_webhook import hooked, request

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Notes:
    """A pulse, and who hears, as they were told."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def beat(self) -> None:
        """Note it."""
        self.all.append("beat")

    def rest(self) -> None:
        """Note it."""
        self.all.append("rest")

    def heard(self) -> None:
        """Note it."""
        self.all.append("heard")


async def test_a_poller_rests_while_it_waits_for_others_and_hears_with_every_answer(house: House) -> None:
    notes = Notes()
    intake = Noted()
    poller = Poller(
        transport=house.transport, url=house.url, intake=intake, sleep=Waits(), heard=notes.heard, pulse=notes
    )
    house.telegram.faults.answer("getUpdates", status=502, description="Bad Gateway")
    house.telegram.send(house.person, house.chat, "/say x")

    with running(poller.run()):
        await until(lambda: bool(intake.batches) and notes.all[-1] == "beat")

    # A failure is not heard, and waited out; what was heard is taken in while nobody waits for a beat.
    turn = ["beat", "rest", "beat"]
    assert notes.all == [*turn, "rest", *turn, "heard", "rest", *turn]


async def test_a_poller_that_stands_by_turns_and_is_not_deaf(house: House) -> None:
    notes, waits = Notes(), Waits()
    poller = Poller(
        transport=house.transport,
        url=house.url,
        intake=Noted(),
        sleep=waits,
        ours=lambda: False,
        heard=notes.heard,
        pulse=notes,
    )

    with running(poller.run()):
        await until(lambda: len(waits.seconds) >= 2)

    assert notes.all[:4] == ["beat", "heard"] * 2


async def test_who_watches_a_webhook_turns_whether_telegram_answers_or_not(house: House) -> None:
    notes = Notes()
    looks = 0

    async def minute(_seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks > 2:
            raise asyncio.CancelledError

    hook = Hook(url="https://bot.example.com/hook", secret=Secret("5ecret-of_ours"))
    delivery = Delivery(house.bot, hook, sleep=minute, heard=notes.heard, pulse=notes)
    await delivery.begin()
    house.telegram.faults.answer("getWebhookInfo", status=502, description="Bad Gateway")

    with pytest.raises(asyncio.CancelledError):
        await delivery.watch()

    assert notes.all == ["beat", "beat", "heard", "beat"]


async def test_only_who_shows_the_secret_is_heard(house: House) -> None:
    notes = Notes()
    body = b'{"update_id": 1}'
    async with hooked(Noted(), heard=notes.heard) as hook:
        refused, _ = await hook.send(request(body, X_Telegram_Bot_Api_Secret_Token="wrong"))
        unheard = list(notes.all)
        taken, _ = await hook.send(request(body))

    assert (refused, taken) == (403, 200)
    assert (unheard, notes.all) == ([], ["heard"])
