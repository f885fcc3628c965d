"""The two secrets, a person's token and the bot's own, are in no log, no file, no error and no message of the bot."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot import app, logs
from bot.secret import Secret
from bot.starting import CannotStart
from sandbox.telegram import Answered
from tests.bot.telegram.house import in_files
from tests.world import PATIENCE, Conversation, World, sent_by_bot

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


class Heard(logging.Handler):
    """What is logged, as it would look without our formatter."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.setFormatter(logging.Formatter())

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))


@dataclass
class Log:
    """The log of a whole run at DEBUG for every logger: the file our formatter writes, and what it was given."""

    path: Path
    heard: Heard

    def begin(self, style: str, *secrets: str) -> None:
        """Log from here on as the running bot does, but everything, and to a file."""
        logs.configure(level="DEBUG", style=style, secrets=[Secret(secret) for secret in secrets])
        root = logging.getLogger()
        (handler,) = root.handlers
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(self.path.open("w", encoding="utf-8", buffering=1))
        root.addHandler(self.heard)
        for name in ("", *logging.root.manager.loggerDict):
            logging.getLogger(name).setLevel(logging.DEBUG)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """A log of one test; afterwards logging is as it was."""
    root = logging.getLogger()
    handlers, hook = list(root.handlers), sys.excepthook
    levels = {name: logging.getLogger(name).level for name in ("", *logging.root.manager.loggerDict)}
    made = Log(path=tmp_path / "bot.log", heard=Heard())
    try:
        yield made
    finally:
        for handler in root.handlers:
            if handler not in handlers and isinstance(handler, logging.StreamHandler):
                handler.stream.close()
        root.handlers, sys.excepthook = handlers, hook
        logging.captureWarnings(capture=False)
        for name in ("", *logging.root.manager.loggerDict):
            logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


async def everything_that_happens(world: World, chat: Conversation, tokens: list[str]) -> None:
    """Good days and bad ones; every token in `tokens` has been in the bot's hands at the end."""
    telegram, vendor, bots = world.telegram, world.vendor, world.telegram.token

    def other() -> str:
        tokens.append(f"tok_{len(tokens)}_0ther5ecret0123456789abcdef")
        return tokens[-1]

    account = world.account(records=3)
    tokens.append(account.token)
    echo = f"<html>you sent {account.token} to /bot{bots}/</html>".encode()
    hook = f"{telegram.url}/bot{bots}/setWebhook"
    async with aiohttp.ClientSession() as session, session.post(hook, json={"url": "https://old.example/"}):
        pass
    telegram.faults.body("getMe", echo, status=502)
    telegram.faults.body("getUpdates", echo, status=409)
    async with world.bot():
        # Connecting, well and badly.
        await chat.says(f"/login {account.token} team")
        await chat.says("/login")
        await chat.says(account.token)
        await chat.says(f"/login Bearer {other()}")
        await chat.says("/login")
        await chat.says(f"Authorization: Bearer {other()}")
        await chat.says("/login cancel")
        await chat.says(f"/login@{telegram.bot['username']} {other()} name")
        # Where it does not belong.
        for text in (f"/balance {other()}", f"/{other()}", f"/nope {other()}", other(), f"/logout {other()}"):
            await chat.says(text)
        telegram.send(chat.person, chat.chat, photo=True, caption=f"/login {other()}")
        own = telegram.send(chat.person, chat.chat, "/help")
        telegram.edit(chat.person, chat.chat, own.id, f"/login {other()}")
        page = await chat.says("/balance")
        for button in (f"/login {tokens[1]}", f"/records {tokens[1]}", tokens[1]):
            chat.press(page, button)
        group = {"id": -4001, "type": "group", "title": "Scrapers"}
        sender = {"id": chat.person.id, "is_bot": False, "first_name": "Alice"}
        mark = {"type": "bot_command", "offset": 0, "length": 6}
        shared = {"message_id": 7, "date": 1, "chat": group, "from": sender, "entities": [mark]}
        telegram.enqueue({"message": shared | {"text": f"/login {other()}"}})
        telegram.enqueue({"message": {"text": f"/login {other()}", "date": 10**17, "chat": {"id": [other()]}}})
        # A vendor that quotes what it was sent.
        for status, body in ((500, echo), (200, echo), (401, echo), (429, echo), (302, echo)):
            vendor.faults.answer(status=status, body=body, times=4)
            await chat.says(f"/login {account.token}")
            vendor.faults.clear()
        said = json.dumps({"code": 1001, "msg": account.token, "data": {"token": account.token}}).encode()
        vendor.faults.answer(body=said)
        await chat.says(f"/login {account.token}")
        vendor.faults.cut(times=4)
        await chat.says(f"/login {account.token}")
        vendor.faults.clear()
        # A Telegram in trouble, that quotes too, with a token in hand.
        telegram.faults.body("deleteMessage", echo, status=502, times=2)
        telegram.faults.body("sendMessage", echo, status=500)
        await chat.says(f"/login {account.token}")
        telegram.faults.answer("deleteMessage", status=400, description="Bad Request: message can't be deleted")
        await chat.says(f"/login {other()}")
        # Refusals that nobody expected: bugs, as far as the bot can tell.
        telegram.faults.answer("sendMessage", status=400, description="Bad Request: something new")
        await chat.says(f"/login {account.token}")
        telegram.faults.body("sendMessage", echo, status=400)
        await chat.says(f"/login {account.token}")
        telegram.faults.body("sendMessage", echo, status=401)
        await chat.says(f"/login {account.token}")
        # A line that is cut, a body that is none; nothing is said twice.
        telegram.faults.cut("sendMessage", effect=False)
        telegram.send(chat.person, chat.chat, f"/login {account.token}")
        telegram.faults.body("sendMessage", echo, status=200)
        await chat.says(f"/login {account.token}")
        # In hand while somebody looks at the files.
        gate = vendor.faults.hold()
        async with chat.watch() as watch:
            telegram.send(chat.person, chat.chat, f"/login {account.token}")
            await gate.reached()
            assert [path for token in tokens for path in in_files(world.directory, token)] == []
            gate.release()
            await chat.next(watch, sent_by_bot)
        await chat.says("/logout")


@pytest.mark.parametrize("style", ["text", "json"])
async def test_no_secret_is_anywhere_after_a_day_on_which_everything_went_wrong(
    world: World, log: Log, style: str
) -> None:
    bots, tokens = world.telegram.token, ["tok_that_is_never_used_0123456789"]
    chat = world.person()
    log.begin(style, bots)

    async with chat.watch() as watch:
        await everything_that_happens(world, chat, tokens)
        world.telegram.faults.body("getUpdates", f"no /bot{bots}/ here".encode(), status=401, times=None)
        async with asyncio.timeout(PATIENCE):
            with pytest.raises(CannotStart) as revoked:
                await app.run(world.settings(), stop=asyncio.Event())
        world.telegram.faults.clear()
        world.telegram.faults.body("getMe", f"no /bot{bots}/ here".encode(), status=404)
        with pytest.raises(CannotStart) as refused:
            await app.run(world.settings(), stop=asyncio.Event())
        for error in (revoked.value, refused.value):
            sys.excepthook(type(error), error, error.__traceback__)
        watch.close()
        notices = [event.answer.text or "" async for event in watch if isinstance(event, Answered)]

    written = log.path.read_text("utf-8")
    heard = "\n".join(log.heard.lines)
    said = [message.text or message.caption or "" for message in world.telegram.messages(chat.chat) if message.by_bot]
    asked = [repr(call.parameters) for call in world.telegram.calls if call.method != "setWebhook"]
    for token in tokens:
        assert token not in written
        assert token not in heard
        assert in_files(world.directory, token) == []
        assert not any(token in text for text in (*said, *notices, *asked))
    for secret in (bots, bots.partition(":")[2]):
        assert secret not in written
        assert in_files(world.directory, secret) == []
        assert not any(secret in text for text in (*said, *notices, *asked, str(revoked.value), str(refused.value)))
    # The day was what it was meant to be, and the log would have told.
    assert len(tokens) > 12
    assert bots in heard
    assert "[secret]" in written
    for line in (
        "could not be answered",
        "could not be read",
        "a webhook was set",
        "uncaught",
        "may not have arrived",
        "Telegram refuses",
    ):
        assert line in heard, line
    assert len(said) > 20
    if style == "json":
        assert all(json.loads(line)["level"] for line in written.splitlines())


async def test_the_sweep_would_find_a_secret_that_was_written(world: World, log: Log) -> None:
    log.begin("text", world.telegram.token)
    world.directory.mkdir()
    (world.directory / "leak").write_bytes(b"\0\1tok_leaked\2")

    logging.getLogger("some.library").debug("GET https://x/bot%s/getMe for tok_leaked", world.telegram.token)

    assert in_files(world.directory, "tok_leaked") == [str(world.directory / "leak")]
    assert "tok_leaked" in log.path.read_text("utf-8")
    assert world.telegram.token in log.heard.lines[0]
    assert world.telegram.token not in log.path.read_text("utf-8")
