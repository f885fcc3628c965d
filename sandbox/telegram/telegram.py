"""The stand-in Telegram as tests and the demo hold it: start it, let people act, watch what the bot does.

What people do is in ``stage`` and ``group_stage``, what holds in the world in ``world``, what goes over HTTP in
``server``; here is what a test holds the whole by.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import Self

from aiohttp import web

from sandbox.telegram.asking import self_description
from sandbox.telegram.commands import Command
from sandbox.telegram.envelopes import Call
from sandbox.telegram.events import Watch
from sandbox.telegram.faults import Faults
from sandbox.telegram.files import File
from sandbox.telegram.group_stage import GroupStage
from sandbox.telegram.limits import Limits
from sandbox.telegram.people import Person
from sandbox.telegram.polling import Polling
from sandbox.telegram.server import Desk

TOKEN_LETTERS = string.ascii_letters + string.digits + "_-"
CLOSING_SECONDS = 1.0


class Telegram(GroupStage):
    """A Telegram of its own, for one bot, on 127.0.0.1. ``faults`` takes what is to go wrong."""

    def __init__(
        self, *, token: str | None = None, username: str = "bytesflows_demo_bot", name: str = "BytesFlows"
    ) -> None:
        self.token = token or _new_token()
        super().__init__(Person(id=int(self.token.split(":")[0]), first_name=name, username=username, is_bot=True))
        self._polling = Polling(self._world.queue, self._world.now)
        self.faults = Faults()
        self._desk = Desk(token=self.token, world=self._world, polling=self._polling, faults=self.faults)
        self._runner: web.AppRunner | None = None
        self._port = 0

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one.

        Raises RuntimeError where it is started already, OSError where the port is taken. After ``stop`` it may be
        started again, with everybody and everything that was there.
        """
        if self._runner is not None:
            raise RuntimeError("this Telegram has been started")
        self._runner = web.AppRunner(
            self._desk.application(), access_log=None, shutdown_timeout=CLOSING_SECONDS, handler_cancellation=True
        )
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, "127.0.0.1", port).start()
        except OSError:
            await self.stop()
            raise
        self._polling.open()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End every waiting call and watch, and listen no more."""
        self.faults.clear()
        self._polling.close()
        await self._polling.delivery.ended()
        self._world.events.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self._desk.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end: the base of ``/bot<TOKEN>/<method>``."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def bot(self) -> dict[str, object]:
        """The bot as ``getMe`` describes it."""
        return self_description(self._world.bot)

    @property
    def clock(self) -> Callable[[], datetime]:
        """What is asked for the present instant, aware and UTC; may be replaced."""
        return self._world.clock

    @clock.setter
    def clock(self, clock: Callable[[], datetime]) -> None:
        self._world.clock = clock

    @property
    def sleep(self) -> Callable[[float], Awaitable[object]]:
        """What is awaited, with seconds, before a webhook is asked again; may be replaced."""
        return self._polling.delivery.sleep

    @sleep.setter
    def sleep(self, sleep: Callable[[float], Awaitable[object]]) -> None:
        self._polling.delivery.sleep = sleep

    @property
    def limits(self) -> Limits:
        """How fast the bot may talk; without limits unless set."""
        return self._world.pace.limits

    @limits.setter
    def limits(self, limits: Limits) -> None:
        self._world.pace.limits = limits

    @property
    def pending(self) -> int:
        """How many updates are not confirmed yet."""
        return self._world.queue.pending

    @property
    def calls(self) -> list[Call]:
        """Every call as it was answered, in that order; may be cleared."""
        return self._desk.calls

    def file(self, file_id: str) -> File | None:
        """Return what the bot uploaded under this id, or None where there is nothing or the twin keeps it no more."""
        return self._world.files.find(file_id)

    def enqueue(self, update: Mapping[str, object]) -> int:
        """Queue a raw update as it is; it gets the next update_id unless it has one. Returns its id."""
        return self._world.queue.enqueue(update)

    def restart_update_ids(self, first: int) -> None:
        """Number updates anew from ``first``, as after a week of silence; what was queued has expired."""
        self._world.queue.restart(first)

    def commands(self, scope: str | Mapping[str, object] = "default", language: str = "") -> tuple[Command, ...]:
        """Return what ``setMyCommands`` stored for exactly this scope (its type, or the whole object) and language."""
        return self._world.menus.get({"type": scope} if isinstance(scope, str) else scope, language)

    def watch(self) -> Watch:
        """Watch what happens from now on: an asynchronous iterator of events, and a context manager that ends it."""
        return self._world.events.watch()


def _new_token() -> str:
    letters = "".join(secrets.choice(TOKEN_LETTERS) for _ in range(35))
    return f"{secrets.randbelow(9_000_000_000) + 1_000_000_000}:{letters}"
