"""python-telegram-bot's requests on aiohttp's engine. Says apart what surely was not sent from what may have been.

Never quotes a URL, which holds the bot's token, or a body, which may hold a user's.
"""

from __future__ import annotations

import asyncio
import io
import json
from typing import Any

import aiohttp
from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.patience import USUAL, Patience

LARGEST_ANSWER = 8 * 1024 * 1024
"""Bytes of a poll's answer, unpacked. A hundred of the longest updates are some 2 MiB."""
LARGEST_RESULT = 1024 * 1024
"""Bytes of any other answer. The longest lists a group's admins."""


class Unsent(NetworkError):
    """No connection: the request surely did not reach Telegram and can be sent again."""


class ServerTrouble(NetworkError):
    """HTTP 5xx from Telegram but 504, or 429 without a time to wait: it says that it did nothing."""


class Oversized(NetworkError):
    """An answer over the cap, of which no more was read."""


class Transport(BaseRequest):
    """One pool of connections to the Bot API. `proxy`: an http or socks5 URL, or `None`."""

    __slots__ = ("_connections", "_patience", "_proxy", "_session")

    def __init__(self, *, proxy: str | None = None, connections: int = 100, patience: Patience = USUAL) -> None:
        self._proxy = proxy
        self._patience = patience
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds that python-telegram-bot adds to a poll's own."""
        return self._patience.answer

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is not None:
            return
        connector = (
            ProxyConnector.from_url(self._proxy, limit=self._connections)
            if self._proxy
            else aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30)
        )
        self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917  # the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # the timeouts are this file's own
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return status and body.

        Raises Unsent, TimedOut, ServerTrouble or NetworkError, and BadRequest for what is too large.
        """
        try:
            status, body = await self._asked(method, url, request_data)
        except Oversized as error:
            raise NetworkError(str(error)) from None  # what it answers to may well have been done
        if status == 413:  # from the server before Telegram, perhaps; nothing was taken
            raise BadRequest("Request Entity Too Large")
        return status, body if 200 <= status < 300 else _refusal(status, body)

    async def _asked(self, method: str, url: str, request_data: RequestData | None) -> tuple[int, bytes]:
        if request_data is None:
            return await self._ask(method, url, seconds=self._patience.answer)
        if request_data.contains_files:
            data, patience = _form(request_data), self._patience
            return await self._ask(method, url, data=data, seconds=patience.upload, silence=patience.answer)
        return await self._ask(method, url, json_body=request_data.parameters, seconds=self._patience.answer)

    async def poll(self, url: str, parameters: dict[str, Any], *, seconds: float) -> tuple[int, bytes]:
        """POST `parameters` as JSON and return status and body, whatever the status.

        Raises as `do_request`, but Oversized for an answer over the cap.
        """
        return await self._ask("POST", url, json_body=parameters, seconds=seconds, most=LARGEST_ANSWER)

    async def _ask(
        self,
        method: str,
        url: str,
        *,
        seconds: float,
        silence: float | None = None,
        most: int = LARGEST_RESULT,
        json_body: dict[str, Any] | None = None,
        data: aiohttp.FormData | None = None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the transport was not initialized")
        # Waiting for a free connection counts as connecting: nothing was sent then.
        connect = self._patience.connect
        timeout = aiohttp.ClientTimeout(total=connect + seconds, connect=connect, sock_read=silence or seconds)
        try:
            async with self._session.request(
                method, url, json=json_body, data=data, timeout=timeout, allow_redirects=False
            ) as response:
                body = await _whole(response, most)
        except (
            aiohttp.ClientConnectorError,
            aiohttp.ConnectionTimeoutError,
            ProxyConnectionError,
            ProxyError,
            asyncio.IncompleteReadError,  # a proxy that hangs up in the middle of a handshake
        ) as error:
            raise Unsent(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None
        if response.status >= 500 and response.status != 504:
            raise ServerTrouble(f"HTTP {response.status}")
        return response.status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse an answer. Unlike the original it logs nothing of one that is none, and leaves open what happened."""
        parsed = json_object(payload)
        if not parsed or (parsed.get("ok") and "result" not in parsed):
            raise NetworkError("an answer that is none")
        return parsed


def _form(request_data: RequestData) -> aiohttp.FormData:
    """Return an upload as a form. Telegram takes a file's name as it is written: in UTF-8, and not percent-encoded."""
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for name, (filename, content, content_type) in request_data.multipart_data.items():
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=content_type)
    return form


def json_object(body: bytes) -> dict[str, Any]:
    """Return the JSON object that a body is, an empty one where it is none."""
    try:
        parsed = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _refusal(status: int, body: bytes) -> bytes:
    """Return what Telegram says of a refusal and nothing else, for the library quotes what it cannot read."""
    answer = json_object(body)
    given = answer.get("parameters")
    parameters = {
        name: given[name]
        for name in ("retry_after", "migrate_to_chat_id")
        if isinstance(given, dict) and isinstance(given.get(name), int) and 0 < abs(given[name]) < 2**63
    }
    if status == 429 and "retry_after" not in parameters:
        raise ServerTrouble("HTTP 429")
    return json.dumps({"ok": False, "description": answer.get("description"), "parameters": parameters}).encode()


async def _whole(response: aiohttp.ClientResponse, most: int) -> bytes:
    """Read a body as it comes; asked for much at once, aiohttp would unpack as much of a bomb at once."""
    pieces, left = [], most
    async for piece in response.content.iter_any():
        left -= len(piece)
        if left < 0:
            response.close()  # nobody else is to be given a connection with the rest on it
            raise Oversized("an answer over the cap")
        pieces.append(piece)
    return b"".join(pieces)
