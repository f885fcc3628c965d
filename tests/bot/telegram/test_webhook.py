"""The webhook: what is let in, what is acknowledged and when, and what Telegram is asked to bring again."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Address
from bot.listener import Patience, Request, Route, listening
from bot.secret import Secret
from bot.telegram.intake import Intake
from bot.telegram.webhook import LARGEST_UPDATE, Webhook
from storage import DatabaseUnavailable, Lined
from tests.bot.telegram.house import House, Noted, typed, until

SECRET, OLD = Secret("5ecret-of_the_first_key"), Secret("5ecret-of_the_old_key")
PATH = "/hook"


class Hooked:
    """A webhook that is listened at, and raw requests to it."""

    def __init__(self, webhook: Webhook, port: int) -> None:
        self.webhook, self.port = webhook, port

    async def send(self, request: bytes) -> tuple[int, dict[str, str]]:
        """Send bytes over a connection of their own; return the status of the answer and its headers."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            async with asyncio.timeout(5):
                head = await reader.readuntil(b"\r\n\r\n")
        finally:
            writer.close()
        first, *lines = head.decode().strip().split("\r\n")
        return int(first.split()[1]), dict(line.split(": ", 1) for line in lines)

    async def bring(self, *updates: object) -> list[int]:
        """Bring updates as Telegram does, all at once; return the statuses."""
        answers = await asyncio.gather(*(self.send(request(json.dumps(update).encode())) for update in updates))
        return [status for status, _ in answers]


@asynccontextmanager
async def hooked(intake: Intake | None = None, patience: Patience | None = None, **more: Any) -> AsyncIterator[Hooked]:
    """Listen at a webhook that hands over to an intake."""
    webhook = Webhook((SECRET, OLD), **more)
    if intake is not None:
        webhook.open(intake)
    route = Route(method="POST", path=PATH, answer=webhook.answer)
    async with listening(Address("127.0.0.1", 0), (route,), patience=patience or Patience(lingering=0.05)) as port:
        yield Hooked(webhook, port)
    await webhook.close()


def request(body: bytes, *, path: str = PATH, method: str = "POST", **headers: str | None) -> bytes:
    """A request as Telegram makes it, with other headers or, where one is `None`, without it."""
    as_telegram = {
        "Host": "bot.example.com",
        "X-Telegram-Bot-Api-Secret-Token": SECRET.reveal(),
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
    }
    named = as_telegram | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in named.items() if value is not None]
    return "\r\n".join((f"{method} {path} HTTP/1.1", *lines, "", "")).encode() + body


def chunked(body: bytes, size: int = 4096) -> bytes:
    """A body in chunks."""
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


FIELDS = ("message", "chat", "from", "id", "text", "callback_query", "data", "my_chat_member", "entities", "date")


def numbered(number: int, content: object) -> bytes:
    """An update that says anything."""
    return json.dumps({"update_id": number, "message": content, "callback_query": content}).encode()


UPDATE = json.dumps({"update_id": 7, "message": {"text": "private words"}}).encode()
BIG = json.dumps({"update_id": 7, "message": {"text": "x" * 300 * 1024}}).encode()


@pytest.mark.parametrize("secret", [SECRET, OLD], ids=["first key", "another key of the ring"])
async def test_an_update_with_a_secret_of_any_key_is_taken(secret: Secret) -> None:
    intake = Noted()

    async with hooked(intake) as hook:
        status, _ = await hook.send(request(UPDATE, X_Telegram_Bot_Api_Secret_Token=secret.reveal()))

    assert status == 200
    assert intake.batches == [(json.loads(UPDATE),)]


async def test_the_secret_of_a_key_that_was_learnt_is_right_too_from_then_on() -> None:
    intake, new = Noted(), Secret("5ecret-of_a_new_key")
    brought = request(UPDATE, X_Telegram_Bot_Api_Secret_Token=new.reveal())

    async with hooked(intake) as hook:
        before, _ = await hook.send(brought)
        hook.webhook.take_also((new,))
        after, _ = await hook.send(brought)
        still = await hook.bring(json.loads(UPDATE))

    assert (before, after, still) == (403, 200, [200])


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token=None), 403),
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token=""), 403),
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token=SECRET.reveal()[:-1]), 403),
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token=SECRET.reveal().upper()), 403),
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token=f"{SECRET.reveal()}, {OLD.reveal()}"), 403),
        (request(UPDATE, X_Telegram_Bot_Api_Secret_Token="пароль"), 403),
        (request(UPDATE, path="/"), 404),
        (request(UPDATE, path=f"{PATH}/"), 404),
        (request(UPDATE, method="PUT"), 405),
        (request(b"", method="GET"), 405),
        (request(UPDATE, Content_Type=None), 415),
        (request(UPDATE, Content_Type="text/plain"), 415),
        (request(UPDATE, Content_Type="application/x-www-form-urlencoded"), 415),
        (request(UPDATE, Content_Type="application/json; charset=utf-8"), 200),
        (request(gzip.compress(BIG), Content_Encoding="gzip"), 415),
        (request(BIG), 413),
        (request(b"", Content_Length="99999999999"), 413),
        (request(chunked(BIG), Content_Length=None, Transfer_Encoding="chunked"), 413),
        (request(chunked(UPDATE), Content_Length=None, Transfer_Encoding="chunked"), 200),
        (request(b"{}", Content_Length="two"), 400),
        (request(b"zz\r\n{}\r\n0\r\n\r\n", Content_Length=None, Transfer_Encoding="chunked"), 400),
        (request(UPDATE, Transfer_Encoding="chunked"), 400),
        (b"\x16\x03\x01 hello\r\n\r\n", 400),
    ],
)
async def test_what_is_not_as_telegram_sends_it_is_refused(
    sent: bytes, expected: int, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Noted()

    async with hooked(intake) as hook:
        status, _ = await hook.send(sent)

    assert status == expected
    assert len(intake.batches) == (expected == 200)
    assert intake.skipped == 0
    assert caplog.text == ""


async def test_the_largest_update_there_may_be_is_taken() -> None:
    intake = Noted()
    body = UPDATE + b" " * (LARGEST_UPDATE - len(UPDATE))

    async with hooked(intake) as hook:
        status, _ = await hook.send(request(body))
        too_large, _ = await hook.send(request(body + b" "))

    assert (status, too_large) == (200, 413)


async def test_a_stranger_is_refused_before_the_body_is_there() -> None:
    async with hooked(Noted()) as hook:
        status, _ = await hook.send(request(b"", X_Telegram_Bot_Api_Secret_Token="guess", Content_Length="1000"))

    assert status == 403


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (b'{"update_id": 9, "message": {"text": "private \\ud8zz"}}', "9"),
        (b'{"message": {"text": "\\"update_id\\": 8"}, "update_id": 9, private', "9"),
        (b"private", "None"),
        (b"", "None"),
        (b"\xff\xfe\xfa private", "None"),
        (b"[" * 100_000, "None"),
        (b'{"update_id": 9, "private": ' + b"9" * 5000 + b"}", "9"),
    ],
)
async def test_a_body_that_is_no_json_is_skipped_and_never_brought_again(
    body: bytes, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Noted()

    async with hooked(intake) as hook:
        status, _ = await hook.send(request(body))

    assert status == 200
    assert intake.batches == []
    assert intake.skipped == 1
    assert f"update {number} is no JSON and is skipped" in caplog.text
    assert "private" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [b"[]", b'"private"', b"7", b"null", b"{}", b'{"update_id": "7"}', b'{"update_id": -1}', b'{"update_id": 1e9}'],
)
async def test_json_that_is_no_update_is_skipped_too(
    house: House, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    intake = house.intake()

    async with hooked(intake) as hook:
        status, _ = await hook.send(request(body))

    assert status == 200
    assert intake.skipped == 1
    assert "has no number and is skipped" in caplog.text


@pytest.mark.parametrize("depth", range(100, 1100, 100))
async def test_json_nested_however_deep_is_answered(house: House, depth: int) -> None:
    body = b'{"update_id": 7, "message": ' + b"[" * depth + b"]" * depth + b"}"

    async with hooked(house.intake()) as hook:
        status, _ = await hook.send(request(body))

    assert status == 200


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(FIELDS), inner),
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200) | st.builds(numbered, st.integers(0, 2**64), JSON))
async def test_whatever_is_brought_is_never_an_error_of_the_server(house: House, body: bytes) -> None:
    async with hooked(house.intake()) as hook:
        status, _ = await hook.send(request(body))

    assert status == 200


async def test_an_update_is_acknowledged_when_it_is_written_down_and_not_before() -> None:
    written = asyncio.Event()
    intake = Noted(written.wait)

    async with hooked(intake) as hook:
        bringing = asyncio.create_task(hook.bring({"update_id": 1}))
        await until(lambda: intake.numbers == [1])
        await asyncio.sleep(0.02)
        early = bringing.done()
        written.set()

        assert await bringing == [200]
    assert not early


async def test_what_comes_while_a_write_is_under_way_is_written_down_together(house: House) -> None:
    written = asyncio.Event()
    intake = Noted(written.wait)

    async with hooked(intake) as hook:
        first = asyncio.create_task(hook.bring({"update_id": 1}))
        await until(lambda: intake.numbers == [1])
        rest = [asyncio.create_task(hook.bring({"update_id": number})) for number in range(2, 12)]
        await until(lambda: len(hook.webhook.waiting) == 10)
        written.set()
        statuses = [await one for one in (first, *rest)]

    assert statuses == [[200]] * 11
    assert [len(batch) for batch in intake.batches] == [1, 10]
    assert sorted(intake.numbers) == list(range(1, 12))


async def test_each_batch_has_its_own_outcome(caplog: pytest.LogCaptureFixture) -> None:
    go_on, full = asyncio.Event(), [True]

    async def write() -> None:
        await go_on.wait()
        if full.pop():
            full.append(False)
            raise DatabaseUnavailable("database or disk is full")
        full.append(False)

    intake = Noted(write)
    async with hooked(intake) as hook:
        first = asyncio.create_task(hook.send(request(b'{"update_id": 1}')))
        await until(lambda: intake.numbers == [1])
        second = asyncio.create_task(hook.send(request(b'{"update_id": 2}')))
        await until(lambda: len(hook.webhook.waiting) == 1)
        go_on.set()
        refused, taken = await first, await second

    assert (refused[0], refused[1]["Retry-After"]) == (503, "5")
    assert taken[0] == 200
    assert "updates can't be written down, so Telegram is asked to bring them again" in caplog.text


class Shut:
    """A database that takes no writes until it is opened."""

    def __init__(self, inbox: Any) -> None:
        self.inbox, self.shut = inbox, True

    async def write_down(self, *batch: Any) -> Lined:
        """Fail, or write."""
        if self.shut:
            raise DatabaseUnavailable("attempt to write a readonly database")
        lined: Lined = await self.inbox.write_down(*batch)
        return lined

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inbox, name)


async def test_what_the_database_does_not_take_is_neither_acknowledged_nor_answered_until_it_does(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    intake = house.intake()
    inbox = intake._inbox = Shut(intake._inbox)  # type: ignore[assignment]
    update = typed(1, house.chat, "/say hi")

    async with hooked(intake) as hook:
        refused = [await hook.bring(update) for _ in range(3)]
        unsaid = house.said()
        inbox.shut = False
        taken = await hook.bring(update)
        await until(lambda: house.said() == ["hi"])
        again = await hook.bring(update)
    await intake.close(5)

    assert refused == [[503]] * 3
    assert unsaid == []
    assert taken == again == [200]
    assert house.said() == ["hi"]
    assert caplog.text.count("attempt to write a readonly database") == 1
    assert "updates are written down again" in caplog.text


async def test_where_too_much_is_in_hand_telegram_is_asked_to_come_again() -> None:
    intake = Noted()

    async with hooked(intake, most_in_hand=2) as hook:
        first = await hook.bring({"update_id": 1})
        second = await hook.bring({"update_id": 2})
        third = await hook.send(request(b'{"update_id": 3}'))

    assert (first, second) == ([200], [200])
    assert (third[0], third[1]["Retry-After"]) == (503, "1")
    assert intake.numbers == [1, 2]


async def test_before_it_is_open_and_after_it_is_closed_telegram_is_asked_to_come_again() -> None:
    intake = Noted()

    async with hooked() as hook:
        before = await hook.bring({"update_id": 1})
        hook.webhook.open(intake)
        open_ = await hook.bring({"update_id": 2})
        await hook.webhook.close()
        after = await hook.bring({"update_id": 3})

    assert (before, open_, after) == ([503], [200], [503])
    assert intake.numbers == [2]


async def test_a_write_that_does_not_end_when_it_closes_is_not_acknowledged() -> None:
    intake = Noted(asyncio.Event().wait)

    async with hooked(intake) as hook:
        bringing = asyncio.create_task(hook.bring({"update_id": 1}))
        await until(lambda: intake.numbers == [1])
        await hook.webhook.close()

        with pytest.raises(asyncio.IncompleteReadError):
            await bringing


@pytest.mark.parametrize("cut", [0, 10, len(UPDATE) - 1])
async def test_a_request_cut_off_in_the_middle_leaves_nothing_behind(
    cut: int, caplog: pytest.LogCaptureFixture
) -> None:
    intake = Noted()

    async with hooked(intake) as hook:
        _, writer = await asyncio.open_connection("127.0.0.1", hook.port)
        writer.write(request(UPDATE)[: len(request(UPDATE)) - len(UPDATE) + cut])
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        taken = await hook.bring({"update_id": 8})

    assert taken == [200]
    assert intake.numbers == [8]
    assert intake.skipped == 0
    assert caplog.text == ""


async def test_who_hangs_up_during_the_write_takes_nobody_elses_update_along() -> None:
    written = asyncio.Event()
    intake = Noted(written.wait)

    async with hooked(intake) as hook:
        _, writer = await asyncio.open_connection("127.0.0.1", hook.port)
        writer.write(request(b'{"update_id": 1}'))
        await until(lambda: intake.numbers == [1])
        writer.close()
        await writer.wait_closed()
        other = asyncio.create_task(hook.bring({"update_id": 2}))
        await until(lambda: len(hook.webhook.waiting) == 1)
        written.set()

        assert await other == [200]
    assert intake.numbers == [1, 2]


class Asked(Request):
    """A request that is there already."""

    def __init__(self, update: object) -> None:
        self.headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET.reveal(), "Content-Type": "application/json"}
        self._update = update

    async def body(self, most: int) -> bytes:
        """The whole of it."""
        return json.dumps(self._update).encode()


async def test_a_request_that_is_given_up_takes_nothing_along_that_waits_with_it() -> None:
    written = asyncio.Event()
    intake, webhook = Noted(written.wait), Webhook((SECRET,))
    webhook.open(intake)
    first, given_up, other = [
        asyncio.create_task(webhook.answer(Asked({"update_id": number}))) for number in range(1, 4)
    ]
    await until(lambda: len(intake.numbers) == 3)

    given_up.cancel()
    await asyncio.sleep(0)
    written.set()

    assert [(await one).status for one in (first, other)] == [200, 200]


async def test_an_update_nested_too_deep_to_be_written_costs_nobody_else_theirs(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    nested: list[object] = []
    for _ in range(5000):
        nested = [nested]
    intake = house.intake()

    await intake.accept([typed(7, house.chat, "/say no") | {"later": nested}, typed(8, house.chat, "/say hi")])

    await until(lambda: house.said() == ["hi"])
    assert intake.skipped == 1
    assert "update 7 is nested too deep and is skipped" in caplog.text
    await intake.close(5)


async def test_a_body_that_drips_is_given_up_while_others_are_taken() -> None:
    intake = Noted()

    async with hooked(intake, patience=Patience(body=0.2, lingering=0.1)) as hook:
        reader, writer = await asyncio.open_connection("127.0.0.1", hook.port)
        writer.write(request(b"", Content_Length="900"))
        said = asyncio.create_task(reader.readline())
        while not said.done():
            writer.write(b" ")
            await asyncio.sleep(0.01)
            if not intake.numbers:
                assert await hook.bring({"update_id": 1}) == [200]
        writer.close()

    assert b"408" in said.result()
    assert intake.numbers == [1]
