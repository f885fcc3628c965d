"""The whole product for a test: the real bot, in this loop or as a process, against the stand-ins on the loopback."""

from __future__ import annotations

import asyncio
import html
import re
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import app
from bot.config import Address, Settings
from bot.i18n import Value, languages
from bot.patience import USUAL, Patience
from bot.secret import Secret
from bot.telegram.limits import Limiter
from sandbox.telegram import Button, Chat, Edited, Event, Message, Person, Press, Sent, Telegram, Watch
from sandbox.vendor import Account, Record, Vendor

PATIENCE = 15.0
"""Seconds until a test gives up waiting; a bot that answers needs milliseconds."""


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self.offset += by


class Hurry:
    """Seconds that pass as soon as somebody waits for them. `limiter`: Telegram's pace by them, which costs no time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.limiter = Limiter(clock=lambda: self.now, sleep=self.sleep)

    async def sleep(self, seconds: float) -> None:
        """Let them pass."""
        self.now += seconds
        await asyncio.sleep(0)


@dataclass(kw_only=True)
class World:
    """The stand-ins, and where the bot keeps its data."""

    telegram: Telegram
    vendor: Vendor
    directory: Path
    clock: Clock = field(default_factory=Clock)
    webhook_port: int | None = None
    """Where updates are brought to; `None`: the bot polls."""
    database: str | None = None
    """The address of a database; `None`: a file in `directory`."""
    every_seconds: float = 3600.0
    """How often the bot looks for what the clock asks for: never, unless a test is about it."""
    keys_seconds: float = 2.0
    """How often it looks whether its keys changed."""

    patience: Patience = USUAL

    def settings(self) -> Settings:
        """The bot's settings in this world."""
        return Settings(
            telegram_bot_token=Secret(self.telegram.token),
            telegram_api_url=self.telegram.url,
            bytesflows_api_url=self.vendor.url,
            data_dir=self.directory,
            database_url=self.database or f"sqlite:///{self.directory / 'bot.db'}",
            webhook_url=self.webhook_url,
            http_listen=Address("127.0.0.1", self.webhook_port) if self.webhook_port else None,
        )

    @property
    def webhook_url(self) -> str | None:
        """The address of the bot's webhook."""
        return f"http://127.0.0.1:{self.webhook_port}/telegram" if self.webhook_port else None

    def environment(self) -> dict[str, str]:
        """The same as a process takes them."""
        return {
            "TELEGRAM_BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": self.telegram.url,
            "BYTESFLOWS_API_URL": self.vendor.url,
            "DATA_DIR": str(self.directory),
            "DATABASE_URL": self.database or "",
            "LOG_LEVEL": "DEBUG",
            "WEBHOOK_URL": self.webhook_url or "",
            "HTTP_LISTEN": f"127.0.0.1:{self.webhook_port}" if self.webhook_port else "",
        }

    @asynccontextmanager
    async def bot(self, settings: Settings | None = None) -> AsyncIterator[None]:
        """Run the bot in this loop until the block ends, then let it finish."""
        stop, ready = asyncio.Event(), asyncio.Event()
        running = asyncio.create_task(
            app.run(
                settings or self.settings(),
                stop=stop,
                ready=ready.set,
                clock=self.clock,
                every_seconds=self.every_seconds,
                keys_seconds=self.keys_seconds,
                limiter=Hurry().limiter,
                patience=self.patience,
            )
        )
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait((running, waiting), return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
        waiting.cancel()
        try:
            yield
        finally:
            stop.set()
            await running

    def person(self, name: str = "Alice", language: str | None = "en") -> Conversation:
        """Let a person open their private chat with the bot."""
        person = self.telegram.person(name, language=language)
        return Conversation(world=self, person=person, chat=self.telegram.private(person), language=language)

    def account(self, *, records: int = 0, cookie: str | None = None, **figures: int | float | str) -> Account:
        """Open an account at the vendor: 176 GB, 32.47 MB of it used, unless figures say otherwise."""
        number = len(self.vendor.accounts) + 1
        values = {"total": 188978561024, "available": 188944515072, "balance": 0.0, "currency": "USD", **figures}
        account = Account(
            token=f"tok_{number}_5ecret0123456789abcdef",
            cookie=cookie,
            total=int(values["total"]),
            available=int(values["available"]),
            balance=float(values["balance"]),
            currency=str(values["currency"]),
        )
        account.records.extend(record(number) for number in range(records, 0, -1))
        return self.vendor.open(account)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def record(number: int, *, now: datetime | None = None) -> Record:
    """A record of 1 GB: even numbers are purchases, odd ones check-ins; the higher, the newer."""
    created = (now or datetime.now(UTC)) - timedelta(days=30 - number)
    return Record(
        record_id=str(number),
        order_id=f"ORD-{number:03}",
        source_type="order" if number % 2 == 0 else "sign",
        traffic=1024**3,
        traffic_used=number * 1024**2,
        created=created,
        expires=created + timedelta(days=60),
    )


def sent_by_bot(event: Event) -> bool:
    """Whether the bot sent a message."""
    return isinstance(event, Sent) and event.message.by_bot


def written_by_bot(event: Event) -> bool:
    """Whether the bot sent or edited a message."""
    return isinstance(event, Edited) or sent_by_bot(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message as a person sees it; an attachment's caption is its text."""

    id: int
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    by_bot: bool

    @property
    def commands(self) -> list[str]:
        """What stands behind the buttons, row after row."""
        return [button.data or "" for row in self.buttons for button in row]

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons, row after row."""
        return [button.text for row in self.buttons for button in row]

    @property
    def code(self) -> str:
        """The code that the only link among the buttons carries."""
        (url,) = (button.url for row in self.buttons for button in row if button.url)
        return url.rpartition("=")[2]


def shown(message: Message) -> Shown:
    """What a person sees of a message."""
    text = message.text or message.caption or ""
    return Shown(id=message.id, text=text, buttons=message.keyboard, by_bot=message.by_bot)


@dataclass(kw_only=True)
class Conversation:
    """A person in a chat with the bot: their private one, or a group, in a topic of it or not."""

    world: World
    person: Person
    chat: Chat
    language: str | None
    topic: int | None = None

    def words(self, message: str, **values: Value) -> str:
        """A message of the bot in this person's language, as it is read."""
        text = languages().best((self.language,))(message, **values)
        return html.unescape(re.sub(r"<[^>]*>", "", text))

    @property
    def messages(self) -> tuple[Shown, ...]:
        """What is visible, oldest first."""
        return tuple(shown(message) for message in self.world.telegram.messages(self.chat))

    async def says(self, text: str) -> Shown:
        """Send a text and return the bot's next message."""
        async with self.watch() as watch:
            self.write(text)
            return await self.next(watch, sent_by_bot)

    def write(self, text: str) -> Message:
        """Send a text and wait for nothing."""
        return self.world.telegram.send(self.person, self.chat, text, topic=self.topic)

    async def presses(self, message: Shown, data: str) -> Shown:
        """Press a button, or forge one, and return what the bot wrote over its message or sent then."""
        async with self.watch() as watch:
            self.press(message, data)
            return await self.next(watch, written_by_bot)

    def press(self, message: Shown, data: str) -> Press:
        """Press a button, or forge one."""
        return self.world.telegram.press(self.person, self.chat, message.id, data)

    def watch(self) -> Watch:
        """Watch what happens from now on."""
        return self.world.telegram.watch()

    async def next(self, watch: Watch, wanted: Callable[[Event], bool]) -> Shown:
        """Return the message of the next event of this chat that is wanted."""
        async with asyncio.timeout(PATIENCE):
            async for event in watch:
                if event.chat.id == self.chat.id and isinstance(event, Sent | Edited) and wanted(event):
                    return shown(event.message)
        raise AssertionError("the stand-in Telegram stopped")

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds that events don't tell."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                await asyncio.sleep(0.01)
