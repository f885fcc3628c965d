"""The webhook: Telegram brings an update, and it is acknowledged when it is written down.

All that can be known of a request is checked before its body is read. What comes while a write is under way is written
down together, in the next. https://core.telegram.org/bots/api#setwebhook
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Callable, Sequence

from bot.listener import Answer, Refused, Request
from bot.observing import silent
from bot.secret import Secret
from bot.telegram.intake import Intake
from bot.telegram.updates import MOST_IN_HAND, UPDATE_ID
from storage import DatabaseUnavailable

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # its name, not the secret
LARGEST_UPDATE = 256 * 1024
"""Bytes. The longest update that Telegram makes is a tenth of it."""
BUSY_SECONDS = 1
UNAVAILABLE_SECONDS = 5


class Webhook:
    """Answers Telegram's requests, and everybody's who found the address.

    `secrets`: any of them is right, for replicas need not have the same first key.
    """

    def __init__(
        self,
        secrets: Sequence[Secret],
        *,
        most_in_hand: int = MOST_IN_HAND,
        heard: Callable[[], None] = silent,
    ) -> None:
        self._heard = heard
        self._secrets = tuple(secret.reveal().encode() for secret in secrets)
        self._most_in_hand = most_in_hand
        self._intake: Intake | None = None
        self._batch: list[object] = []
        self._write_of_batch: asyncio.Task[None] | None = None
        self._writes: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._failing = False

    @property
    def waiting(self) -> Sequence[object]:
        """What is to be written down in the next write."""
        return tuple(self._batch)

    def open(self, intake: Intake) -> None:
        """Take updates in from now on; before, Telegram is asked to come again."""
        self._intake = intake

    def take_also(self, secrets: Sequence[Secret]) -> None:
        """Let these be right too from now on: another replica may tell Telegram one of a key that is new."""
        self._secrets = tuple({*self._secrets, *(secret.reveal().encode() for secret in secrets)})

    async def close(self) -> None:
        """Take nothing in any more. What is not written down was not acknowledged, so Telegram brings it again."""
        self._intake = None
        for write in self._writes:
            write.cancel()
        await asyncio.gather(*self._writes, return_exceptions=True)

    async def answer(self, request: Request) -> Answer:
        """Answer 200 for an update that is written down or can never be read, else what makes Telegram come again."""
        self._check(request)
        self._heard()
        intake = self._intake
        if intake is None or not intake.has_room(self._most_in_hand):
            return _later(BUSY_SECONDS)
        body = await request.body(LARGEST_UPDATE)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            # Refused, it would come again for a day, and keep the rest of its chat waiting.
            found = UPDATE_ID.search(body)
            intake.skip(int(found[1]) if found else None, "is no JSON")
            return Answer()
        try:
            await self._written_down(update, intake)
        except DatabaseUnavailable as error:
            self._fails(error)
            return _later(UNAVAILABLE_SECONDS)
        self._works()
        return Answer()

    def _check(self, request: Request) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        right = [hmac.compare_digest(given, secret) for secret in self._secrets]
        if not any(right):
            raise Refused(403)
        kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind != "application/json" or request.headers.get("Content-Encoding", "identity") != "identity":
            raise Refused(415)

    async def _written_down(self, update: object, intake: Intake) -> None:
        """Write an update down with what else is there by then; return when it is. Raises DatabaseUnavailable."""
        self._batch.append(update)
        if self._write_of_batch is None:
            self._write_of_batch = asyncio.create_task(self._write(self._batch, intake))
            self._writes.add(self._write_of_batch)
            self._write_of_batch.add_done_callback(self._writes.discard)
        # Who hangs up takes only their own request along.
        await asyncio.shield(self._write_of_batch)

    async def _write(self, batch: list[object], intake: Intake) -> None:
        async with self._turn:
            self._batch, self._write_of_batch = [], None  # what comes from now on is for the next write
            await intake.accept(batch)

    def _fails(self, error: DatabaseUnavailable) -> None:
        if not self._failing:
            log.error("updates can't be written down, so Telegram is asked to bring them again: %s", error)
        self._failing = True

    def _works(self) -> None:
        if self._failing:
            log.info("updates are written down again")
        self._failing = False


def _later(seconds: int) -> Answer:
    return Answer(status=503, headers={"Retry-After": str(seconds)})
