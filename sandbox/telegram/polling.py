"""Fetching updates by long polls, and the webhook that is in their way; what it is brought is in ``delivering``.

https://core.telegram.org/bots/api#getupdates. The server defends itself against a bot that asks in a circle: the same
offset again within three seconds is held that long where nothing is new, and within half a second it gives one update
at most. That is measured in real time; what has expired is measured by the world's clock.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from sandbox.telegram.delivering import Delivery, Hook
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.queue import Queue
from sandbox.telegram.refusals import Refusal, bad_request, conflict, too_many_requests
from sandbox.telegram.world import World

LONGEST_POLL_SECONDS = 50
MOST_UPDATES = 100
HELD_SECONDS = 3.0
HASTY_SECONDS = 0.5
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_SET = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
CLOSING = "Internal Server Error: restart"


class Polling:
    """The one poll that may wait, and the webhook that forbids it."""

    def __init__(self, queue: Queue, clock: Callable[[], datetime]) -> None:
        self._queue = queue
        self.delivery = Delivery(queue, clock, self._forget)
        queue.added = self._wake
        self._waiting: asyncio.Future[None] | None = None
        self._offset: int | None = None
        self._started = float("-inf")
        self._closed = False
        self._set: datetime | None = None
        self.hook: Hook | None = None

    def open(self) -> None:
        """Let polls wait, again, and deliver to the webhook that is set."""
        self._closed = False
        self._deliver()

    def close(self) -> None:
        """Let nobody wait any longer."""
        self._closed = True
        self.delivery.end()
        self._end(Refusal(500, CLOSING))

    async def get_updates(self, _world: World, parameters: Parameters) -> object:
        """Give the next updates, waiting for them if asked to: https://core.telegram.org/bots/api#getupdates."""
        if self.hook:
            raise conflict(WEBHOOK_ACTIVE)
        offset = parameters.integer("offset")
        limit = min(max(parameters.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
        seconds: float = min(max(parameters.integer("timeout"), 0), LONGEST_POLL_SECONDS)
        if parameters.has("allowed_updates"):
            self._queue.allowed = parameters.texts("allowed_updates")
        now = asyncio.get_running_loop().time()
        if offset == self._offset and now < self._started + HELD_SECONDS:
            seconds = max(seconds, HELD_SECONDS)
            limit = 1 if now < self._started + HASTY_SECONDS else limit
        self._offset, self._started = offset, now
        updates = self._queue.take(offset, limit)
        if not updates and seconds:
            await self._wait(seconds)
            updates = self._queue.take(max(offset, 0), limit)
        return list(updates)

    async def set_webhook(self, world: World, parameters: Parameters) -> object:
        """Set a webhook: https://core.telegram.org/bots/api#setwebhook. By http where it is on the loopback."""
        url = parameters.text("url")
        if not url:
            return await self.delete_webhook(world, parameters)
        if not url.startswith("https://") and not _here(url):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret = parameters.text("secret_token")
        if not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        now = world.now()
        if self._set is not None and now - self._set < timedelta(seconds=1):
            raise too_many_requests(1)
        if parameters.has("allowed_updates"):
            self._queue.allowed = parameters.texts("allowed_updates")
        self._set = now
        most = min(max(parameters.integer("max_connections", 40), 1), 100)
        former, self.hook = self.hook, Hook(url=url, secret=secret, max_connections=most)
        self._drop(parameters)
        self._end(conflict(WEBHOOK_SET))
        if self.hook != former:
            self._deliver()
        return True

    async def delete_webhook(self, _world: World, parameters: Parameters) -> object:
        """Forget the webhook: https://core.telegram.org/bots/api#deletewebhook."""
        self._forget()
        self._drop(parameters)
        return True

    async def get_webhook_info(self, _world: World, _parameters: Parameters) -> object:
        """Describe the webhook, set or not: https://core.telegram.org/bots/api#getwebhookinfo."""
        info: dict[str, object] = {
            "url": self.hook.url if self.hook else "",
            "has_custom_certificate": False,
            "pending_update_count": self._queue.pending,
        }
        if self.hook:
            info |= {"max_connections": self.hook.max_connections, "ip_address": "192.0.2.1"}
        trouble = self.delivery.trouble
        if self.hook and trouble:
            info |= {"last_error_date": int(trouble.at.timestamp()), "last_error_message": trouble.message}
        if self._queue.allowed:
            info["allowed_updates"] = list(self._queue.allowed)
        return info

    def _deliver(self) -> None:
        if self.hook is not None and _here(self.hook.url):
            self.delivery.begin(self.hook)
        else:
            self.delivery.end()

    def _forget(self) -> None:
        self.hook = None
        self.delivery.end()

    async def _wait(self, seconds: float) -> None:
        """Wait for an update; ends the poll that waited before. Raises Refusal where this one is ended in turn."""
        self._end(conflict(OTHER_POLL))
        if self._closed:
            raise Refusal(500, CLOSING)
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            return
        finally:
            if self._waiting is waiting:
                self._waiting = None

    def _wake(self) -> None:
        self.delivery.wake()
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def _end(self, refusal: Refusal) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(refusal)

    def _drop(self, parameters: Parameters) -> None:
        if parameters.flag("drop_pending_updates"):
            self._queue.clear()


def _here(url: str) -> bool:
    """Tell whether the stand-in would deliver there: no test is to reach the network."""
    return urlsplit(url).hostname in {"127.0.0.1", "localhost", "::1"}
