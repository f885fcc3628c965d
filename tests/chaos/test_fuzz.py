"""Whatever comes from outside, nothing crashes, nobody reads an exception's text, and no secret is logged or shown.

A few examples of each here; `make fuzz` goes on for as long as one likes.
"""

from __future__ import annotations

import asyncio
import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from telegram.error import TelegramError

from bot import config, credentials, thresholds, zones
from bot.alerts import Rules
from bot.bytesflows import calls, wire
from bot.bytesflows.errors import VendorError
from bot.config import SettingsWrong
from bot.handlers import COMMANDS
from bot.secret import Secret
from bot.telegram.transport import Transport
from bot.telegram.updates import Poller, TokenRevoked
from tests.bot.bytesflows.answers import NOW, OVERVIEW, RECORD, success
from tests.bot.telegram.house import GROUP, Noted, message, pressed, typed
from tests.chaos.product import BROKEN, Product, product
from tests.chaos.strategies import mutated, spoiled, texts

MARK = "5ecretMarkerThatIsNowhere0123456789abcd"
"""A secret that is told from everything else."""
FORUM = {**GROUP, "type": "supergroup", "is_forum": True}
NAMES = [row.name for row in COMMANDS]
_BUG = re.compile(r"update \d+ could not be answered")

fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)


class Fed:
    """The product in a loop of its own, for examples are no coroutines."""

    def __init__(self, runner: asyncio.Runner, made: Product) -> None:
        self._runner = runner
        self.product = made

    def __call__(self, *updates: Any) -> str:
        """Feed it; return what it logged and what it showed."""
        logged = self._runner.run(self.product.feed(*updates))
        bugs = [line for line in logged if _BUG.match(line)]
        assert bugs == []
        shown = self.product.shown()
        assert not [broken for broken in BROKEN if broken in shown]
        return "\n".join((*logged, shown))


@pytest.fixture(scope="module")
def fed() -> Iterator[Fed]:
    """One product for all examples."""
    with asyncio.Runner() as runner, tempfile.TemporaryDirectory() as directory:
        context = product(Path(directory))
        made = runner.run(context.__aenter__())  # no coroutine is here to enter it
        yield Fed(runner, made)
        runner.run(context.__aexit__(None, None, None))


def samples(fed: Fed) -> list[dict[str, Any]]:
    """Updates of every kind that is asked for."""
    chat = fed.product.house.chat
    person = {"id": chat.id, "is_bot": False, "first_name": "Alice", "language_code": "en"}
    ours = {"user": {"id": 1, "is_bot": True, "first_name": "B"}, "status": "member"}
    changed = {"chat": GROUP, "from": person, "date": 1_700_000_000, "old_chat_member": ours}
    gone = {**ours, "status": "left"}
    return [
        typed(1, chat, "/balance"),
        typed(1, chat, "/records order 2"),
        typed(1, chat, "hello", reply_to_message=message(chat.json(), "before")),
        {"update_id": 1, "message": message(GROUP, "/usage 7d")},
        {
            "update_id": 1,
            "message": message(FORUM, "/pin", message_thread_id=4, is_topic_message=True),
        },
        {"update_id": 1, "message": message(GROUP, "", migrate_to_chat_id=-1001234567890)},
        pressed(1, chat, 5, "/balance"),
        pressed(1, chat, 5, "/records sign 3"),
        {"update_id": 1, "my_chat_member": {**changed, "new_chat_member": gone}},
        {"update_id": 1, "chat_member": {**changed, "new_chat_member": {**ours, "status": "administrator"}}},
    ]


@fuzz
@given(st.data())
def test_updates_of_any_shape(fed: Fed, data: st.DataObject) -> None:
    fed(data.draw(mutated(samples(fed))))


@fuzz
@given(
    st.data(), st.one_of(texts, st.sampled_from(NAMES).flatmap(lambda name: texts.map(lambda rest: f"/{name} {rest}")))
)
def test_presses_with_any_data(fed: Fed, data: st.DataObject, pressing: str) -> None:
    fed(pressed(1, fed.product.house.chat, data.draw(st.integers(0, 40)), pressing))


@fuzz
@given(st.sampled_from(NAMES), st.lists(texts, max_size=3), st.sampled_from([" ", "\n", "  ", "@bytesflows_demo_bot "]))
def test_commands_with_any_arguments(fed: Fed, name: str, arguments: list[str], between: str) -> None:
    fed(typed(1, fed.product.house.chat, f"/{name}{between}{' '.join(arguments)}"))


@fuzz
@given(
    st.sampled_from(["/login", "/login Bearer", "Authorization: Bearer", "token:", "/balance", "", "Cookie: session="]),
    st.sampled_from([" ", "\n", '"', "“", "\u200b", "=", ""]),
    texts,
)
def test_secrets_pasted_any_way_are_nowhere(fed: Fed, before: str, between: str, after: str) -> None:
    came = fed(typed(1, fed.product.house.chat, f"{before}{between}{MARK} {after}"))

    assert MARK not in came


@given(mutated([{"code": 200, "msg": "success", "data": OVERVIEW},
                {"code": 200, "msg": "success", "data": {"list": [RECORD, RECORD], "total": 2}}]),
       st.sampled_from([200, 200, 204, 302, 400, 401, 429, 500, 599, 0, 999]),
       st.dictionaries(st.sampled_from(["retry-after", "content-type", "date"]), texts))  # fmt: skip
def test_answers_of_the_vendor_of_any_shape(answer: Any, status: int, headers: dict[str, str]) -> None:
    for call in (calls.overview(), calls.records()):
        with suppress(VendorError):
            wire.read(call, status=status, headers=headers, body=json.dumps(answer).encode(), zone=UTC, now=NOW)


@given(spoiled([success(OVERVIEW), success({"list": [RECORD]}), b"", b"[]"]),
       st.sampled_from([None, "gzip", "deflate", "br", "identity", "GZIP", "gzip, gzip"]))  # fmt: skip
def test_bytes_of_the_vendor(body: bytes, encoding: str | None) -> None:
    with suppress(VendorError):
        taken = wire.Body(encoding)
        taken.add(body)
        wire.read(calls.overview(), status=200, headers={}, body=taken.whole(), zone=UTC, now=NOW)


class Answering(Transport):
    """A Telegram that gives one answer to every poll."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__()
        self._answer = status, body
        self.polls = 0

    async def poll(self, url: str, parameters: dict[str, Any], *, seconds: float) -> tuple[int, bytes]:
        """Give it, three times."""
        self.polls += 1
        if self.polls > 3:
            raise asyncio.CancelledError
        return self._answer


async def _at_once(_seconds: float) -> None:
    """Take no time."""


UPDATES = [
    {"ok": True, "result": [{"update_id": 7, "message": {}}, {"update_id": 8}]},
    {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 3}},
    {"ok": False, "error_code": 409, "description": "Conflict: terminated by other getUpdates request"},
]


@given(st.one_of(mutated(UPDATES).map(lambda one: json.dumps(one).encode()),
                 spoiled([json.dumps(one).encode() for one in UPDATES])),
       st.sampled_from([200, 200, 200, 400, 401, 404, 409, 429, 500]))  # fmt: skip
@example(body=b'{"parameters": {"retry_after": 1' + b"0" * 400 + b"}}", status=429)
def test_answers_of_telegram_to_a_poll(body: bytes, status: int) -> None:
    poller = Poller(transport=Answering(status, body), url="http://x", intake=Noted(), sleep=_at_once)
    with suppress(TokenRevoked, asyncio.CancelledError):
        asyncio.run(poller.run())


@given(spoiled([b'{"ok":true,"result":{"message_id":1}}', b"<html>"]))
def test_answers_of_telegram_to_a_call(body: bytes) -> None:
    with suppress(TelegramError):
        Transport.parse_json_payload(body)


SETTINGS = [
    "TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE", "TELEGRAM_API_URL", "TELEGRAM_PROXY", "BYTESFLOWS_API_URL",
    "BYTESFLOWS_TIMEZONE", "DATA_DIR", "DATABASE_URL", "ENCRYPTION_KEYS", "ENCRYPTION_KEYS_FILE", "WEBHOOK_URL",
    "WEBHOOK_SECRET", "HTTP_LISTEN", "SAMPLE_INTERVAL", "LOG_LEVEL", "LOG_FORMAT",
]  # fmt: skip
VALUES = st.one_of(
    texts,
    st.sampled_from(
        ["http://[", "socks5://u:p@h:1", "http://h:99999", "postgresql://u:p@h/d?x=1", "sqlite:///", "//", "1h"]
    ),
    texts.map(lambda text: f"http://{text}"),
    texts.map(lambda text: f"postgresql://{text}"),
    texts.map(lambda text: f"123456789:{text}"),
)


@given(st.dictionaries(st.sampled_from(SETTINGS), VALUES))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_settings_of_any_kind(env: dict[str, str]) -> None:
    with suppress(SettingsWrong):
        config.read(env)


@given(st.sampled_from(["TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS", "TELEGRAM_PROXY", "DATABASE_URL"]), texts, texts)
def test_faults_of_settings_quote_no_secret(name: str, before: str, after: str) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        config.read({"LOG_LEVEL": "loud", name: f"{before}{MARK}{after}"})

    assert MARK not in str(wrong.value)


@given(spoiled([b"TELEGRAM_BOT_TOKEN='1:x'\nLOG_LEVEL=INFO\n", b'A="b\\n"\nexport C=${D}\n', b"\xff\xfe=\x00"]))
def test_bytes_of_a_settings_file(body: bytes) -> None:
    with tempfile.TemporaryDirectory() as directory:
        (Path(directory) / ".env").write_bytes(body)
        with suppress(SettingsWrong):
            config.environment(Path(directory))


@given(texts)
def test_what_people_type_for_places_amounts_and_credentials(text: str) -> None:
    zones.search(text, {"Europe/Berlin": "Berlin"})
    zones.checked(text)
    zones.likely(text)
    for about in thresholds.ABOUT:
        with suppress(ValueError):
            thresholds.changed(Rules(), about, text)
    credentials.read(Secret(text))
    credentials.looks_secret(Secret(text))
    credentials.surely_secret(Secret(text))
