"""How Telegram is told to hand updates over, and what is done about others who tell it otherwise."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import RetryAfter, TelegramError

from bot.secret import Secret
from bot.telegram.delivery import CONNECTIONS, WATCH_SECONDS, Delivery, Hook, HookRefused, host, same
from bot.telegram.updates import Poller, TokenRevoked
from sandbox.telegram import Telegram
from tests.bot.telegram.house import House, Noted, Waits, running, until
from tests.world import Clock

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")

OURS = Hook(url="https://bot.example.com/hook", secret=Secret("5ecret-of_ours"))
THEIRS = "https://other.example/bot123/5ecretpath"


class Minutes:
    """A `sleep` that takes no time but the stand-in's. Between two looks `then` happens; after so many it ends."""

    def __init__(self, telegram: Telegram, looks: int, then: Callable[[], Awaitable[object]] | None = None) -> None:
        self.clock = telegram.clock = Clock()
        self.seconds: list[float] = []
        self.looks, self.then = looks, then

    def now(self) -> float:
        """The seconds that have passed."""
        return sum(self.seconds)

    async def __call__(self, seconds: float) -> None:
        """Let them pass."""
        if len(self.seconds) == self.looks:
            raise asyncio.CancelledError
        self.seconds.append(seconds)
        self.clock.advance(timedelta(seconds=seconds))
        if self.then is not None:
            await self.then()
            self.clock.advance(timedelta(seconds=1))  # Telegram takes one change a second


async def watched(delivery: Delivery) -> None:
    """Watch until the minutes are over."""
    with pytest.raises(asyncio.CancelledError):
        await delivery.watch()


def set_calls(house: House) -> list[Any]:
    """Every setWebhook that was for our address."""
    return [call for call in house.telegram.calls if call.method == "setWebhook" and call.parameters["url"] == OURS.url]


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said that somebody should read."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def test_the_webhook_is_set_with_all_that_it_needs_and_nothing_is_dropped(house: House) -> None:
    await Delivery(house.bot, OURS).begin()

    (call,) = set_calls(house)
    assert call.parameters == {
        "url": OURS.url,
        "max_connections": CONNECTIONS,
        "allowed_updates": ["message", "callback_query", "my_chat_member", "chat_member"],
        "drop_pending_updates": False,
        "secret_token": "5ecret-of_ours",
    }


async def test_a_webhook_that_looks_like_ours_is_set_again_for_its_secret_cannot_be_seen(house: House) -> None:
    clock = house.telegram.clock = Clock()
    await Delivery(house.bot, OURS).begin()
    clock.advance(timedelta(seconds=2))

    await Delivery(house.bot, OURS).begin()

    assert [call.status for call in set_calls(house)] == [200, 200]


async def test_a_secret_that_is_newer_is_told_when_the_webhook_is_set_the_next_time(house: House) -> None:
    clock = house.telegram.clock = Clock()
    ours = Delivery(house.bot, OURS)
    await ours.begin()
    ours.show(Secret("5ecret-of_a_newer_key"))
    clock.advance(timedelta(seconds=2))

    await ours.begin()

    assert [call.parameters["secret_token"] for call in set_calls(house)] == ["5ecret-of_ours", "5ecret-of_a_newer_key"]


async def test_replicas_that_start_in_the_same_second_set_it_once(house: House) -> None:
    first, second = Delivery(house.bot, OURS), Delivery(house.bot, OURS)
    await first.begin()

    with pytest.raises(RetryAfter):
        await second.begin()
    await second.begin()

    assert [call.status for call in set_calls(house)] == [200, 429]


async def test_who_was_told_to_wait_sets_it_all_the_same_where_it_is_another(house: House) -> None:
    clock = house.telegram.clock = Clock()
    ours = Delivery(house.bot, OURS)
    await house.bot.set_webhook(THEIRS)
    with pytest.raises(RetryAfter):
        await ours.begin()
    clock.advance(timedelta(seconds=1))

    await ours.begin()

    assert (await house.bot.get_webhook_info()).url == OURS.url


async def test_another_webhook_at_the_start_is_named_by_its_host_only(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    clock = house.telegram.clock = Clock()
    await house.bot.set_webhook(THEIRS)
    clock.advance(timedelta(seconds=1))

    await Delivery(house.bot, OURS).begin()

    assert warnings(caplog) == ["Telegram delivered to another webhook (at other.example) until now"]


async def test_an_address_that_telegram_does_not_take_is_told_apart_from_trouble(house: House) -> None:
    house.telegram.faults.answer(
        "setWebhook", status=400, description="Bad Request: bad webhook: IP address is reserved"
    )
    house.telegram.faults.answer("setWebhook", status=500, description="Internal Server Error")

    with pytest.raises(HookRefused, match="address is reserved"):
        await Delivery(house.bot, OURS).begin()
    with pytest.raises(TelegramError):
        await Delivery(house.bot, OURS).begin()


async def test_while_all_is_well_nothing_is_set_or_said(house: House, caplog: pytest.LogCaptureFixture) -> None:
    minutes = Minutes(house.telegram, 10)
    delivery = Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)
    await delivery.begin()

    await watched(delivery)

    assert len(set_calls(house)) == 1
    assert warnings(caplog) == []
    assert all(0.75 * WATCH_SECONDS <= seconds <= 1.25 * WATCH_SECONDS for seconds in minutes.seconds)
    assert len(set(minutes.seconds)) > 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda bot: bot.delete_webhook(), "another program has removed the webhook"),
        (lambda bot: bot.set_webhook(THEIRS), "another program has set another webhook (at other.example)"),
        (lambda bot: bot.set_webhook(OURS.url), "another program has changed what Telegram delivers"),
        (
            lambda bot: bot.set_webhook(OURS.url, max_connections=CONNECTIONS, allowed_updates=["message"]),
            "another program has changed what Telegram delivers",
        ),
    ],
    ids=["removed", "foreign", "other connections", "other updates"],
)
async def test_what_another_program_changed_is_said_once_and_set_right(
    house: House, caplog: pytest.LogCaptureFixture, change: Callable[[Any], Awaitable[Any]], said: str
) -> None:
    async def meddle() -> None:
        if len(minutes.seconds) == 2:
            await change(house.bot)

    minutes = Minutes(house.telegram, 6, meddle)
    delivery = Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)
    await delivery.begin()
    house.telegram.calls.clear()

    await watched(delivery)

    (warning,) = warnings(caplog)
    assert warning.startswith(said)
    assert "stop the other, or give it a bot of its own; it is set again" in warning
    assert "5ecret" not in caplog.text
    assert set_calls(house)[-1].parameters["secret_token"] == "5ecret-of_ours"
    assert (await house.bot.get_webhook_info()).max_connections == CONNECTIONS


async def test_two_bots_with_one_token_fight_less_and_less(house: House, caplog: pytest.LogCaptureFixture) -> None:
    async def meddle() -> None:
        await house.bot.set_webhook(THEIRS)

    minutes = Minutes(house.telegram, 4 * 60, meddle)
    delivery = Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)
    await delivery.begin()
    house.telegram.calls.clear()

    await watched(delivery)

    assert {call.status for call in set_calls(house)} == {200}
    assert 7 <= len(set_calls(house)) <= 11  # after one minute, two, four … up to an hour
    assert len(warnings(caplog)) == len(set_calls(house))


async def test_after_hours_of_calm_it_is_set_right_at_once_again(house: House) -> None:
    async def meddle() -> None:
        if len(minutes.seconds) in (1, 2, 4, 8, 300, 301):
            await house.bot.set_webhook(THEIRS)
        if len(minutes.seconds) in (299, 300, 301, 302):
            found.append((await house.bot.get_webhook_info()).url)

    found: list[str] = []
    minutes = Minutes(house.telegram, 310, meddle)
    delivery = Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)
    await delivery.begin()

    await watched(delivery)

    assert found[0] == OURS.url
    assert (await house.bot.get_webhook_info()).url == OURS.url


def tells(house: House, *failures: tuple[int, str] | None) -> Delivery:
    """A delivery, and what Telegram tells at the start and at each look: when it last could not deliver, and why."""
    for failure in failures:
        told: dict[str, Any] = {
            "url": OURS.url,
            "has_custom_certificate": False,
            "pending_update_count": 3,
            "max_connections": CONNECTIONS,
            "allowed_updates": ["message", "callback_query", "my_chat_member", "chat_member"],
        }
        if failure is not None:
            told |= {"last_error_date": 1_700_000_000 + failure[0], "last_error_message": failure[1]}
        house.telegram.faults.body("getWebhookInfo", json.dumps({"ok": True, "result": told}).encode())
    minutes = Minutes(house.telegram, len(failures) - 1)
    return Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)


async def test_a_delivery_that_failed_is_news_once_and_so_is_its_end(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    refused = "Connection refused"
    delivery = tells(
        house, (0, "an old story"), (0, "an old story"), (9, refused), (70, refused), (130, refused), (130, refused)
    )
    await delivery.begin()

    await watched(delivery)

    assert [record.getMessage() for record in caplog.records] == [
        "Telegram could not deliver: Connection refused (3 updates wait); does WEBHOOK_URL lead to HTTP_LISTEN, "
        "with a certificate that others trust?",
        "Telegram delivers again",
    ]


async def test_what_the_bot_itself_asked_for_is_told_from_what_keeps_telegram_away(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    delivery = tells(house, None, (9, "Wrong response from the webhook: 503 Service Unavailable\n\x1b[31m" + "x" * 999))
    await delivery.begin()

    await watched(delivery)

    (warning,) = warnings(caplog)
    assert "the bot could not take them then, and its log says why" in warning
    assert "\x1b" not in warning
    assert "\n" not in warning
    assert len(warning) < 400


async def test_a_secret_that_telegram_shows_and_nobody_knows_is_told_to_it_again(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    forbidden = "Wrong response from the webhook: 403 Forbidden"
    delivery = tells(house, None, (9, forbidden), (9, forbidden), (9, forbidden))
    await delivery.begin()

    await watched(delivery)

    (warning,) = warnings(caplog)
    assert "it shows another secret than the bot's, or a proxy before the bot refuses it; it is set again" in warning
    assert [call.status for call in set_calls(house)] == [200, 200]


async def test_a_telegram_in_trouble_is_asked_again_and_a_revoked_token_ends_the_watch(house: House) -> None:
    minutes = Minutes(house.telegram, 100)
    delivery = Delivery(house.bot, OURS, sleep=minutes, seconds=minutes.now)
    await delivery.begin()
    house.telegram.faults.answer("getWebhookInfo", status=401, description="Unauthorized", times=2)
    answers_now = house.telegram.faults.hold("getWebhookInfo")
    answers_now.release()
    house.telegram.faults.answer("getWebhookInfo", status=502, description="Bad Gateway", times=5)
    house.telegram.faults.answer("getWebhookInfo", status=401, description="Unauthorized", times=2)
    house.telegram.faults.cut("getWebhookInfo")
    house.telegram.faults.answer("getWebhookInfo", status=401, description="Unauthorized", times=None)

    with pytest.raises(TokenRevoked):
        await delivery.watch()

    assert len(minutes.seconds) == 2 + 1 + 5 + 2 + 1 + 1


def polling(house: House, intake: Noted, waits: Waits) -> Poller:
    """A poller of a bot that polls."""
    delivery = Delivery(house.bot, None, seconds=lambda: sum(waits.seconds))
    return Poller(transport=house.transport, url=house.url, intake=intake, sleep=waits, conflict=delivery.conflict)


async def test_a_webhook_that_appears_while_polling_is_removed_with_one_line(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    intake, waits = Noted(), Waits()
    gate = house.telegram.faults.hold("getUpdates")

    with running(polling(house, intake, waits).run()):
        await gate.reached()
        gate.release()
        await house.bot.set_webhook(THEIRS)
        house.telegram.send(house.person, house.chat, "/a")
        await until(lambda: len(intake.numbers) == 1)

    assert warnings(caplog) == [
        "no updates (failure 1 in a row): another program has set a webhook (at other.example) for this bot, which "
        "polls; stop the other, or give it a bot of its own; it is removed"
    ]
    removal = next(call for call in house.telegram.calls if call.method == "deleteWebhook")
    assert removal.parameters.get("drop_pending_updates", False) is False


async def test_a_webhook_that_is_set_again_and_again_is_removed_less_and_less(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async def meddle() -> None:
        house.telegram.clock = clock
        clock.advance(timedelta(seconds=waits.seconds[-1] + 1))
        await house.bot.set_webhook(THEIRS)

    clock, intake, waits = Clock(), Noted(), Waits(meddle)
    await house.bot.set_webhook(THEIRS)

    with running(polling(house, intake, waits).run()):
        await until(lambda: sum(waits.seconds) > 2.5 * 3600)

    # After one minute, two, four … up to an hour: some seconds late each time, for it is when a poll is refused.
    assert 7 <= len(house.called("deleteWebhook")) <= 8
    assert len(warnings(caplog)) < 14


async def test_another_poller_is_said_in_one_line_and_outlived(house: House, caplog: pytest.LogCaptureFixture) -> None:
    intake, waits = Noted(), Waits()
    other = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    house.telegram.faults.answer("getUpdates", status=409, description=other, times=9)
    house.telegram.send(house.person, house.chat, "/a")

    with running(polling(house, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert warnings(caplog) == [
        "no updates (failure 1 in a row): another program fetches with this bot's token, and Telegram lets one; "
        "stop the other, or give it a bot of its own"
    ]
    assert house.called("deleteWebhook") == []


async def test_a_conflict_that_cannot_be_looked_into_is_waited_out_too(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    intake, waits = Noted(), Waits()
    house.telegram.faults.answer("getUpdates", status=409, description="Conflict: something new")
    house.telegram.faults.cut("getWebhookInfo")
    house.telegram.send(house.person, house.chat, "/a")

    with running(polling(house, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert "another program fetches with this bot's token or has set a webhook" in caplog.text


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("https://a.example/x", "https://A.example:443/x", True),
        ("https://a.example", "https://a.example/", True),
        ("https://a.example/x", "https://a.example/x/", False),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example/x", "https://a.example:8443/x", False),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x?1", "https://a.example/x", False),
        ("https://[", "https://[", True),
        ("https://[", "https://a.example", False),
    ],
)
def test_addresses_are_the_same_however_they_are_written(one: str, other: str, are: bool) -> None:
    assert same(one, other) is are


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://me:5ecret@a.example:8443/5ecret?5ecret", "a.example"),
        ("https://[", "an address that is none"),
        ("5ecret", "an address that is none"),
    ],
)
def test_of_an_address_only_the_host_is_said(url: str, said: str) -> None:
    assert host(url) == said
