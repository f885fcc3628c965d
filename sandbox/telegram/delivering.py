"""Delivering updates to a webhook as the real server does: https://core.telegram.org/bots/api#setwebhook.

Any 2xx confirms. Else an update is brought again at once, then after 2, 4, 8 … seconds, or when ``Retry-After`` says,
until it expires. Meanwhile only its own queue waits: that of its chat, of a button that of who pressed it. What a
webhook answers beside the status is not looked at. Only the loopback is delivered to.
"""

from __future__ import annotations

import asyncio
import json
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import aiohttp

from sandbox.telegram.queue import Queue, Queued

ANSWER_SECONDS = 60.0
LONGEST_PAUSES_SECONDS = (60, 120)
LONGEST_RETRY_AFTER_SECONDS = 3600
GONE = 410
GONE_FOR = timedelta(hours=23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """A webhook as it was set."""

    url: str
    secret: str = field(default="", repr=False)
    max_connections: int = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why an update could not be delivered, the last time."""

    at: datetime
    message: str


class Delivery:
    """Delivers what is queued to the hook that is set. ``gone`` is called when the webhook said 410 for too long."""

    def __init__(self, queue: Queue, clock: Callable[[], datetime], gone: Callable[[], None]) -> None:
        self._queue = queue
        self._clock = clock
        self._gone = gone
        self._gone_since: datetime | None = None
        self._running: asyncio.Task[None] | None = None
        self._ended: set[asyncio.Task[None]] = set()
        self._news = asyncio.Event()
        self.sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
        self.trouble: Trouble | None = None

    def begin(self, hook: Hook) -> None:
        """Deliver to this hook from now on."""
        self.end()
        self.trouble = self._gone_since = None
        self._running = asyncio.create_task(self._run(hook))

    def end(self) -> None:
        """Deliver no more; what is under way is as if it had never been."""
        if self._running is not None:
            self._running.cancel()
            self._ended.add(self._running)
            self._running.add_done_callback(self._ended.discard)
            self._running = None

    async def ended(self) -> None:
        """Wait until nothing is under way any more."""
        await asyncio.gather(*self._ended, return_exceptions=True)

    def wake(self) -> None:
        """Hear that there may be something to deliver."""
        self._news.set()

    async def _run(self, hook: Hook) -> None:
        places = asyncio.Semaphore(hook.max_connections)
        lanes: dict[object, deque[Queued]] = {}
        patience = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        seen: set[int] = set()
        async with aiohttp.ClientSession(timeout=patience) as session, asyncio.TaskGroup() as group:
            while True:
                self._news.clear()
                waiting = self._queue.waiting()
                for queued in waiting:
                    if queued.id in seen:
                        continue
                    lane = lanes.setdefault(_lane(queued), deque())
                    lane.append(queued)
                    if len(lane) == 1:
                        group.create_task(self._work(lane, hook, session, places))
                seen = {queued.id for queued in waiting}
                await self._news.wait()

    async def _work(
        self, lane: deque[Queued], hook: Hook, session: aiohttp.ClientSession, places: asyncio.Semaphore
    ) -> None:
        """Deliver what is in a lane, one after the other."""
        while lane:
            await self._bring(lane[0], hook, session, places)
            lane.popleft()

    async def _bring(
        self, queued: Queued, hook: Hook, session: aiohttp.ClientSession, places: asyncio.Semaphore
    ) -> None:
        """Bring an update until it is taken or waits no more."""
        pause, failures = 1, 0
        while queued in self._queue.waiting():
            async with places:
                retry_after = await self._post(queued, hook, session)
            if retry_after is None:
                self._queue.drop(queued.id)
                return
            if not retry_after and failures:
                pause = min(pause * 2, random.randint(*LONGEST_PAUSES_SECONDS))  # noqa: S311  # as the real server
            failures += 1
            await self.sleep(retry_after or (pause if failures > 1 else 0))

    async def _post(self, queued: Queued, hook: Hook, session: aiohttp.ClientSession) -> int | None:
        """Bring an update; return None where it was taken, else how long the webhook wants to be left alone."""
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        body = json.dumps(queued.update).encode()
        try:
            async with session.post(hook.url, data=body, headers=headers, allow_redirects=False) as response:
                await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(
                "Connection refused" if isinstance(error, aiohttp.ClientConnectorError) else "Webhook connection closed"
            )
            return 0
        if 200 <= response.status < 300:
            self._gone_since = None
            return None
        self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
        self._mind_gone(response.status)
        asked = response.headers.get("Retry-After", "")
        return min(int(asked), LONGEST_RETRY_AFTER_SECONDS) if asked.isascii() and asked.isdigit() else 0

    def _failed(self, message: str) -> None:
        self.trouble = Trouble(at=self._clock(), message=message)

    def _mind_gone(self, status: int) -> None:
        if status != GONE:
            self._gone_since = None
        elif self._gone_since is None:
            self._gone_since = self._clock()
        elif self._clock() - self._gone_since > GONE_FOR:
            self._gone()


def _lane(queued: Queued) -> object:
    """Return what keeps its order: a chat's messages, a person's presses; of other kinds what the kind is about."""
    kind = next((name for name in queued.update if name != "update_id"), "")
    content = queued.update.get(kind)
    about = content.get("from" if kind == "callback_query" else "chat") if isinstance(content, dict) else None
    number = about.get("id") if isinstance(about, dict) else None
    return queued.id if number is None else (kind == "callback_query", number)
