"""Polling: what confirms, what is tried again, what is stepped over, and that it never goes deaf."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import TimedOut

from bot.telegram.transport import LARGEST_ANSWER, Transport
from bot.telegram.updates import Poller, TokenRevoked
from sandbox.telegram import Chat, Person, Telegram
from tests.bot.telegram.house import Noted, Waits, running, until

OTHER_POLL = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
HTML = b"<html><head><title>502 Bad Gateway</title></head></html>"


@pytest.fixture
def alice(telegram: Telegram) -> Person:
    """Somebody who writes."""
    return telegram.person("Alice")


@pytest.fixture
def chat(telegram: Telegram, alice: Person) -> Chat:
    """Where she writes."""
    return telegram.private(alice)


@pytest.fixture
def waits() -> Waits:
    """Where waits are written down."""
    return Waits()


def poller(telegram: Telegram, transport: Transport, intake: Noted, waits: Waits) -> Poller:
    """A poller whose waits take no time."""
    return Poller(transport=transport, url=f"{telegram.url}/bot{telegram.token}", intake=intake, sleep=waits)


def body(*updates: object) -> bytes:
    """An answer with these updates."""
    return json.dumps({"ok": True, "result": updates}).encode()


def offsets(telegram: Telegram) -> list[object]:
    """The offset of each poll that was answered."""
    return [call.parameters.get("offset") for call in telegram.calls if call.method == "getUpdates"]


async def test_it_asks_for_exactly_the_updates_it_can_read(
    telegram: Telegram, transport: Transport, waits: Waits
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", body({"update_id": 1}))

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: intake.numbers == [1])

    asked = telegram.calls[0].parameters
    assert asked["allowed_updates"] == ["message", "callback_query", "my_chat_member", "chat_member"]
    assert (asked["timeout"], asked["limit"]) == (15, 100)
    assert "offset" not in asked


async def test_nothing_is_confirmed_before_it_was_taken(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat
) -> None:
    taken = asyncio.Event()
    intake = Noted(taken.wait)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.batches) == 1)
        await asyncio.sleep(0.02)
        before = telegram.pending
        taken.set()
        await until(lambda: telegram.pending == 0)

    assert before == 1
    assert waits.seconds == []


async def test_a_batch_that_could_not_be_taken_is_not_confirmed(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat
) -> None:
    async def fail() -> None:
        raise RuntimeError("killed")

    telegram.send(alice, chat, "/a")

    with pytest.raises(RuntimeError, match="killed"):
        await poller(telegram, transport, Noted(fail), waits).run()

    assert telegram.pending == 1


async def test_after_an_idle_week_updates_with_lower_numbers_arrive(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", body({"update_id": 900_000_000}))
    telegram.faults.body("getUpdates", body())
    telegram.restart_update_ids(17)

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(offsets(telegram)) == 2)
        telegram.send(alice, chat, "/a")
        await until(lambda: intake.numbers == [900_000_000, 17])

    assert offsets(telegram)[:3] == [None, 900_000_001, None]


@pytest.mark.parametrize(
    ("status", "description"),
    [
        (409, OTHER_POLL),
        (409, WEBHOOK),
        (429, "Too Many Requests"),
        (500, "Internal Server Error: restart"),
        (400, "Bad Request: something new"),
        (403, "Forbidden"),
        (302, "Found"),
        (204, ""),
    ],
)
async def test_refusals_are_waited_out_longer_and_longer_and_then_it_hears_again(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat, status: int, description: str
) -> None:
    intake = Noted()
    telegram.faults.answer("getUpdates", status=status, description=description, times=12)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 12)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_pages_of_a_server_in_trouble_are_waited_out(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat, status: int
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", HTML, status=status, times=12)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 12)


async def test_cut_lines_are_waited_out(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat
) -> None:
    intake = Noted()
    telegram.faults.cut("getUpdates", times=12)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 12)


async def test_a_telegram_that_is_gone_is_waited_for(
    telegram: Telegram, transport: Transport, alice: Person, chat: Chat
) -> None:
    intake = Noted()
    port = int(telegram.url.rpartition(":")[2])
    await telegram.stop()

    waits = Waits()

    async def come_back() -> None:
        if len(waits.seconds) == 12:
            await telegram.start(port)
            telegram.send(alice, chat, "/a")

    waits.then = come_back

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 12)


async def test_polls_without_an_answer_are_made_again(
    telegram: Telegram, waits: Waits, alice: Person, chat: Chat
) -> None:
    class Slow(Transport):
        """Its first twelve polls take too long."""

        left = 12

        async def poll(self, url: str, parameters: dict[str, Any], *, seconds: float) -> tuple[int, bytes]:
            """Take too long, then no longer."""
            self.left -= 1
            if self.left >= 0:
                raise TimedOut
            return await super().poll(url, parameters, seconds=seconds)

    intake, transport = Noted(), Slow()
    await transport.initialize()
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)
    await transport.shutdown()

    assert_growing(waits.seconds, 12)


def assert_growing(seconds: list[float], failures: int) -> None:
    """Half a second at first, at most ten seconds, and within half of that at random."""
    assert len(seconds) == failures
    for number, wait in enumerate(seconds):
        pause = min(0.5 * 2**number, 10.0)
        assert pause / 2 <= wait <= pause


async def test_updates_that_are_too_much_together_are_fetched_one_by_one(
    telegram: Telegram, transport: Transport
) -> None:
    alice = telegram.person("Alice")
    for text in ("/a", "/b"):
        telegram.send(alice, telegram.private(alice), text)
    intake, waits = Noted(), Waits()
    telegram.faults.body("getUpdates", b" " * (LARGEST_ANSWER + 1), times=1)

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 2)

    limits = [call.parameters["limit"] for call in telegram.calls if call.method == "getUpdates"]
    assert limits[:2] == [100, 1]
    assert len(waits.seconds) == 1


@pytest.mark.parametrize("seconds", [10**400, 10**9, -5, 7200])
async def test_a_flood_wait_that_no_telegram_asks_for_is_cut(
    telegram: Telegram, transport: Transport, seconds: int
) -> None:
    intake, waits = Noted(), Waits()
    telegram.faults.answer("getUpdates", status=429, description="Flood", parameters={"retry_after": seconds})

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(waits.seconds) == 1)

    assert waits.seconds[0] <= 3600


async def test_after_a_success_waits_start_small_again(telegram: Telegram, transport: Transport, waits: Waits) -> None:
    intake = Noted()
    for number in (1, 2):
        telegram.faults.answer("getUpdates", status=500, description="Internal Server Error", times=8)
        telegram.faults.body("getUpdates", body({"update_id": number}))

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: intake.numbers == [1, 2])

    assert waits.seconds[8] <= 0.5


async def test_it_waits_as_long_as_telegram_asks(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat
) -> None:
    intake = Noted()
    asked = {"retry_after": 73}
    telegram.faults.answer("getUpdates", status=429, description="Too Many Requests: retry after 73", parameters=asked)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert waits.seconds == [73.0]


@pytest.mark.parametrize("wrong", ["soon", None, -5, 1.5, [1], {}])
async def test_a_retry_after_that_makes_no_sense_is_passed_over(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat, wrong: object
) -> None:
    intake = Noted()
    answer = json.dumps({"ok": False, "error_code": 429, "parameters": {"retry_after": wrong}}).encode()
    telegram.faults.body("getUpdates", answer, status=429)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 1)


async def test_each_reason_of_a_row_of_failures_is_said_once(
    telegram: Telegram, transport: Transport, waits: Waits, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Noted()
    for status, description in ((403, "Forbidden"), (409, OTHER_POLL), (403, "Forbidden"), (409, OTHER_POLL)):
        telegram.faults.answer("getUpdates", status=status, description=description)
    telegram.faults.body("getUpdates", body({"update_id": 1}))

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: intake.numbers == [1])

    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == [
        "no updates (failure 1 in a row): Forbidden",
        f"no updates (failure 2 in a row): {OTHER_POLL}",
    ]


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_refused_three_times_is_revoked(
    telegram: Telegram, transport: Transport, waits: Waits, status: int
) -> None:
    telegram.faults.answer("getUpdates", status=status, description="Unauthorized", times=3)

    with pytest.raises(TokenRevoked) as raised:
        await poller(telegram, transport, Noted(), waits).run()

    assert str(raised.value) == "Unauthorized"
    assert len(waits.seconds) == 2


@pytest.mark.parametrize(
    "between",
    [
        lambda faults: faults.body("getUpdates", body({"update_id": 1})),
        lambda faults: faults.answer("getUpdates", status=409, description=OTHER_POLL),
    ],
    ids=["updates", "another refusal"],
)
async def test_a_token_refused_twice_and_then_taken_is_not_revoked(
    telegram: Telegram, transport: Transport, waits: Waits, between: Callable[[Any], None]
) -> None:
    intake = Noted()
    for _ in range(3):
        telegram.faults.answer("getUpdates", status=401, description="Unauthorized", times=2)
        between(telegram.faults)
    telegram.faults.body("getUpdates", body({"update_id": 9}))

    with running(poller(telegram, transport, intake, waits).run()) as polling:
        await until(lambda: 9 in intake.numbers)

        assert not polling.done()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\xfe",
        b"<html>welcome to the hotel's wifi</html>",
        b'{"ok": true',
        b"[" * 100_000,
        b'"updates"',
        b'{"ok": true}',
        b'{"ok": true, "result": null}',
        b'{"ok": true, "result": {"update_id": 1}}',
        b'{"ok": true, "result": "none"}',
    ],
)
async def test_an_answer_that_is_none_is_waited_out(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat, answer: bytes
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", answer, times=6)
    telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(intake.numbers) == 1)

    assert_growing(waits.seconds, 6)
    assert intake.skipped == 0


class Poisoned(Transport):
    """Answers polls from a list of updates as Telegram does; those that are bytes are no JSON."""

    def __init__(self, updates: dict[int, bytes]) -> None:
        super().__init__()
        self.updates = updates

    async def poll(self, url: str, parameters: dict[str, Any], *, seconds: float) -> tuple[int, bytes]:
        """Give what follows the offset, and hang where nothing does."""
        offset, limit = parameters.get("offset", 0), parameters["limit"]
        self.updates = {number: update for number, update in self.updates.items() if number >= offset}
        if not self.updates:
            await asyncio.Event().wait()
        chosen = b",".join([update for _, update in sorted(self.updates.items())][:limit])
        return 200, b'{"ok":true,"result":[' + chosen + b"]}"


@pytest.mark.parametrize("place", [1, 4, 9])
async def test_an_update_that_is_no_json_is_stepped_over_and_counted(
    telegram: Telegram, waits: Waits, place: int, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Noted()
    updates = {number: b'{"update_id":%d}' % number for number in range(1, 10)}
    updates[place] = b'{"update_id":%d,"message":{"text":"private \\ud8zz"}}' % place
    transport = Poisoned(updates)

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: not transport.updates)

    assert intake.numbers == [number for number in range(1, 10) if number != place]
    assert intake.skipped == 1
    assert f"update {place} is no JSON and is skipped" in caplog.text
    assert "private" not in caplog.text


async def test_a_number_quoted_in_what_somebody_wrote_is_not_taken_for_the_updates_own(
    telegram: Telegram, waits: Waits
) -> None:
    intake = Noted()
    poison = rb'{"message":{"text":"\"update_id\":999"},"update_id":5,"bad":\x}'
    transport = Poisoned({5: poison, 6: b'{"update_id":6}'})

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: intake.numbers == [6])

    assert intake.skipped == 1


@pytest.mark.parametrize(
    ("updates", "confirming"),
    [
        ([{"update_id": 7}, {"update_id": 8}], 9),
        ([{"update_id": 8}, {"update_id": 7}], 9),
        ([{"update_id": 7}, {"message": {}}, None, "x", 3, [], {"update_id": None}, {"update_id": "900"}], 8),
        ([{"update_id": 7}, {"update_id": True}, {"update_id": -40}, {"update_id": 1.5}], 8),
        ([{"update_id": 0}], 1),
        ([{"update_id": 2**31 - 1}], 2**31),
        ([{"update_id": 2**80}], 2**80 + 1),
    ],
)
async def test_what_was_taken_is_confirmed_by_its_highest_number(
    telegram: Telegram, transport: Transport, waits: Waits, updates: list[object], confirming: int
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", body(*updates))
    telegram.faults.body("getUpdates", body())

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: len(offsets(telegram)) == 2)

    assert intake.batches == [tuple(updates)]
    assert offsets(telegram) == [None, confirming]


@pytest.mark.parametrize("update", [{"update_id": -40}, {"update_id": True}, {"message": {}}, None])
async def test_updates_that_no_number_can_confirm_are_waited_out_and_cost_nobody_else_theirs(
    telegram: Telegram, transport: Transport, waits: Waits, alice: Person, chat: Chat, update: object
) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", body(update), times=6)
    for _ in range(50):
        telegram.send(alice, chat, "/a")

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: telegram.pending == 0)

    assert_growing(waits.seconds, 6)
    heard = [one for batch in intake.batches for one in batch if isinstance(one, dict) and one.get("update_id", 0) > 1]
    assert len(heard) == 50


async def test_lone_surrogates_do_not_stop_it(telegram: Telegram, transport: Transport, waits: Waits) -> None:
    intake = Noted()
    telegram.faults.body("getUpdates", b'{"ok":true,"result":[{"update_id":1,"message":{"text":"\\ud83d"}}]}')

    with running(poller(telegram, transport, intake, waits).run()):
        await until(lambda: intake.numbers == [1])

    assert intake.batches == [({"update_id": 1, "message": {"text": "\ud83d"}},)]
