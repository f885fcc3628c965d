"""The Telegram room by itself: its parts made by hand against the stand-in, with a `sleep` that only writes down."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from telegram import Bot

from bot.bytesflows.client import Client
from bot.commands import Context, Row
from bot.dispatch import Dispatcher
from bot.i18n import languages
from bot.moving import mover
from bot.observing import Observe, unobserved
from bot.reply import Picture, Reply
from bot.roster import Roster
from bot.telegram.answering import Answering
from bot.telegram.board import Board
from bot.telegram.intake import Intake
from bot.telegram.limits import Limiter
from bot.telegram.members import Members
from bot.telegram.post import Post
from bot.telegram.send import Sender
from bot.telegram.throttle import MOST_WARNINGS, Throttle
from bot.telegram.transport import Transport
from bot.vault import Vault
from sandbox.telegram import Chat, Person, Telegram
from storage import Storage
from tests.png import png
from tests.world import PATIENCE, Clock

Update = dict[str, Any]
COMMAND = {"type": "bot_command", "offset": 0}
GROUP = {"id": -4001, "type": "group", "title": "Scrapers"}


class Waits:
    """A `sleep` that takes no time: what was asked of it is in `seconds`. `then` is called at every wait.

    `limiter`: one that waits by it.
    """

    def __init__(self, then: Callable[[], Awaitable[object]] | None = None) -> None:
        self.seconds: list[float] = []
        self.limiter = Limiter(clock=lambda: sum(self.seconds), sleep=self)
        self.then = then

    async def __call__(self, seconds: float) -> None:
        """Note a wait and let the others go on."""
        self.seconds.append(seconds)
        if self.then is not None:
            await self.then()
        await asyncio.sleep(0)


@dataclass(kw_only=True)
class House:
    """The parts, and what they share. `person` is Alice, who has opened `chat`."""

    telegram: Telegram
    transport: Transport
    bot: Bot
    storage: Storage
    vault: Vault
    vendor: Client
    directory: Path
    clock: Clock = field(default_factory=Clock)
    waits: Waits = field(default_factory=Waits)

    def __post_init__(self) -> None:
        self.person = self.telegram.person("Alice")
        self.chat = self.telegram.private(self.person)
        self.drawn: list[Picture] = []
        self.sender = Sender(self.bot, png=self.draw, limiter=self.waits.limiter, sleep=self.waits)

    async def draw(self, picture: Picture) -> bytes:
        """A drawing in place of the real renderer's: its colour is the length of the SVG."""
        self.drawn.append(picture)
        return png(picture.width, picture.height, red=len(picture.svg))

    @property
    def url(self) -> str:
        """The bot's methods, with the token in it."""
        return f"{self.telegram.url}/bot{self.telegram.token}"

    def intake(
        self,
        rows: Iterable[Row] = (),
        *,
        storage: Storage | None = None,
        vault: Vault | None = None,
        observe: Observe = unobserved,
    ) -> Intake:
        """An intake whose commands are `/say` (which repeats) and those given."""
        commands = (Row(name="say", handler=say), *rows)
        kept = storage or self.storage
        move = mover(kept, vault or self.vault, self.clock)
        members = Members(self.bot, clock=self.clock, moved=move)
        dispatcher = Dispatcher(
            storage=kept,
            vault=vault or self.vault,
            client=self.vendor,
            languages=languages(),
            clock=self.clock,
            rows=commands,
            admins=members,
            bot_name=self.bot.username,
        )
        answering = Answering(
            rows=commands,
            dispatcher=dispatcher,
            sender=self.sender,
            post=Post(sender=self.sender, members=members, move=move, leave=dispatcher.left),
            board=Board(storage=self.storage, sender=self.sender, clock=self.clock),
            members=members,
            throttle=Throttle(self.clock),
            warnings=Throttle(self.clock, most_of_person=MOST_WARNINGS, most_of_group=MOST_WARNINGS),
            clock=self.clock,
        )
        return Intake(
            bot=self.bot,
            rows=commands,
            answering=answering,
            storage=kept,
            vault=vault or self.vault,
            clock=self.clock,
            roster=Roster(kept.replicas),
            observe=observe,
        )

    def said(self, chat: Chat | None = None) -> list[str | None]:
        """What the bot wrote in a chat, oldest first."""
        return [message.text for message in self.telegram.messages(chat or self.chat) if message.by_bot]

    def called(self, method: str) -> list[int]:
        """The statuses with which a method was answered."""
        return [call.status for call in self.telegram.calls if call.method == method]

    def other(self, name: str = "Bob") -> tuple[Person, Chat]:
        """Somebody else, and their chat."""
        person = self.telegram.person(name)
        return person, self.telegram.private(person)


async def say(ctx: Context) -> Reply:
    """Repeat the arguments."""
    return Reply(text=html.escape(" ".join(ctx.command.arguments), quote=False))


def typed(number: int, chat: Chat, text: str, /, **more: object) -> Update:
    """The update of a private message; one that begins with a slash is marked as a command."""
    return {"update_id": number, "message": message(chat.json(), text, **more)}


def message(chat: object, text: str, /, **more: object) -> dict[str, Any]:
    """A message of a person; in a private chat it is the chat's."""
    is_private = isinstance(chat, dict) and chat.get("type") == "private" and isinstance(chat.get("id"), int)
    sender = {"id": chat["id"] if is_private and isinstance(chat, dict) else 7, "first_name": "Alice"}
    made: dict[str, Any] = {
        "message_id": 5,
        "date": 1_700_000_000,
        "chat": chat,
        "from": {"is_bot": False, "language_code": "en", **sender},
        "text": text,
    }
    if text.startswith("/"):
        made["entities"] = [COMMAND | {"length": len(text.split(maxsplit=1)[0])}]
    return made | more


def pressed(number: int, chat: Chat, over: int, button_data: str) -> Update:
    """The update of a button that was pressed on one of the bot's messages."""
    on = {"message_id": over, "date": 1_700_000_000, "chat": chat.json(), "text": "…"}
    sender = {"id": chat.id, "is_bot": False, "first_name": "Alice", "language_code": "en"}
    query = {"id": str(number), "from": sender, "message": on, "chat_instance": "1", "data": button_data}
    return {"update_id": number, "callback_query": query}


class Noted(Intake):
    """An intake that only writes down what it is given; `then` is awaited before it returns."""

    def __init__(self, then: Callable[[], Awaitable[object]] | None = None) -> None:
        self.batches: list[tuple[object, ...]] = []
        self.skipped = 0
        self._observe = unobserved
        self._then = then

    @property
    def numbers(self) -> list[int]:
        """The numbers of what was taken, in order."""
        return [update["update_id"] for batch in self.batches for update in batch if isinstance(update, dict)]

    async def room(self, most: int) -> None:
        """There is room."""

    def has_room(self, most: int) -> bool:
        """There is room for `most`."""
        return len(self.numbers) < most

    async def take(self, updates: Sequence[object]) -> None:
        """Write down."""
        self.batches.append(tuple(updates))
        if self._then is not None:
            await self._then()

    async def accept(self, updates: Sequence[object]) -> None:
        """Write down."""
        await self.take(updates)


async def until(true: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.002)


def in_files(directory: Path, text: str) -> list[str]:
    """The files under a directory that hold a text, read as bytes; journals too."""
    wanted = text.encode("utf-8", "surrogatepass")
    return [str(path) for path in directory.rglob("*") if path.is_file() and wanted in path.read_bytes()]


@contextmanager
def running(work: Any) -> Iterator[asyncio.Task[Any]]:
    """A coroutine as a task for as long as the block lasts."""
    task = asyncio.ensure_future(work)
    try:
        yield task
    finally:
        task.cancel()
