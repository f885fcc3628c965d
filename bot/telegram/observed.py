"""The transport, with every request told to whoever counts: which method, how it ended, how long it took."""

from __future__ import annotations

import time
from typing import Any

from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import RequestData

from bot.observing import Observe, unobserved
from bot.patience import USUAL, Patience
from bot.telegram.transport import ServerTrouble, Transport, Unsent

_ENDED = ((BadRequest, "refused"), (Unsent, "unsent"), (ServerTrouble, "broken"), (TimedOut, "late"))


class ObservedTransport(Transport):
    """A pool of connections to the Bot API that tells what becomes of each request."""

    __slots__ = ("_observe",)

    def __init__(
        self,
        *,
        proxy: str | None = None,
        connections: int = 100,
        patience: Patience = USUAL,
        observe: Observe = unobserved,
    ) -> None:
        super().__init__(proxy=proxy, connections=connections, patience=patience)
        self._observe = observe

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: object, **_more: object
    ) -> tuple[int, bytes]:
        """Return status and body, and tell."""
        began, how = time.perf_counter(), "given_up"
        try:
            status, body = await super().do_request(url, method, request_data)
            how = _answered(status)
        except NetworkError as error:
            how = _failed(error)
            raise
        finally:
            self._observe(url.rpartition("/")[2], how, time.perf_counter() - began)
        return status, body

    async def poll(self, url: str, parameters: dict[str, Any], *, seconds: float) -> tuple[int, bytes]:
        """Return status and body, and tell."""
        began, how = time.perf_counter(), "given_up"
        try:
            status, body = await super().poll(url, parameters, seconds=seconds)
            how = _answered(status)
        except NetworkError as error:
            how = _failed(error)
            raise
        finally:
            self._observe(url.rpartition("/")[2], how, time.perf_counter() - began)
        return status, body


def _answered(status: int) -> str:
    if status < 400:
        return "answered"
    return "flooded" if status == 429 else "refused" if status < 500 else "broken"


def _failed(error: NetworkError) -> str:
    return next((how for kind, how in _ENDED if isinstance(error, kind)), "cut")
