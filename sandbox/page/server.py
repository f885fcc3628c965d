"""The page's HTTP server: its routes, what each takes and what it answers. The caller starts it, on loopback."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from sandbox.page.guard import fields, guard, harden, integer, words
from sandbox.page.hints import Hints
from sandbox.page.state import snapshot
from sandbox.page.stream import stream
from sandbox.telegram import Chat, Person, Telegram

_ASSETS = Path(__file__).parent / "assets"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_MOST_BODY_BYTES = 64 * 1024
_MOST_TEXT = 4096
_MOST_DATA_BYTES = 64
_HEARTBEAT_SECONDS = 15.0


def application(telegram: Telegram, *, person: Person, hints: Hints) -> web.Application:
    """Return the page on which `person` talks with the bot in private, not yet listening.

    It answers only requests that name this machine as their host, so serve it on 127.0.0.1 or ::1.
    """
    page = _Page(telegram=telegram, person=person, chat=telegram.private(person), hints=hints)
    app = web.Application(middlewares=[guard], client_max_size=_MOST_BODY_BYTES)
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(page.hang_up)
    app.add_routes(
        [
            web.get("/", page.index),
            web.get("/assets/{name}", page.asset),
            web.get("/state", page.state),
            web.get("/events", page.events),
            web.post("/messages", page.send),
            web.post("/presses", page.press),
        ]
    )
    return app


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    telegram: Telegram
    person: Person
    chat: Chat
    hints: Hints
    streams: set[asyncio.Task[None]] = field(default_factory=set)

    async def index(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(_ASSETS / "index.html", headers={"Content-Type": "text/html; charset=utf-8"})

    async def asset(self, request: web.Request) -> web.StreamResponse:
        name = Path(request.match_info["name"])
        # A name that is more than a name ("../state.py") differs from its last part.
        if name.suffix not in _TYPES or name.name != request.match_info["name"] or not (_ASSETS / name).is_file():
            raise web.HTTPNotFound(text="There is no such file.")
        return web.FileResponse(_ASSETS / name, headers={"Content-Type": _TYPES[name.suffix]})

    async def state(self, _request: web.Request) -> web.Response:
        return web.json_response(snapshot(self.telegram, person=self.person, chat=self.chat, hints=self.hints))

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        streaming = asyncio.create_task(
            stream(
                response,
                self.telegram,
                person=self.person,
                chat=self.chat,
                hints=self.hints,
                heartbeat_seconds=_HEARTBEAT_SECONDS,
            )
        )
        self.streams.add(streaming)
        try:
            await asyncio.wait({streaming})
        finally:
            streaming.cancel()
            self.streams.discard(streaming)
        return response

    async def hang_up(self, _app: web.Application) -> None:
        """End the streams when the server stops, which otherwise waits for them."""
        for streaming in self.streams:
            streaming.cancel()

    async def send(self, request: web.Request) -> web.Response:
        body = await fields(request)
        self._own_chat(body)
        text = words(body, "text")
        if len(text) > _MOST_TEXT:
            raise web.HTTPBadRequest(text=f"text may have {_MOST_TEXT} characters at most.")
        try:
            message = self.telegram.send(self.person, self.chat, text)
        except ValueError:
            raise web.HTTPBadRequest(text="Nothing can be written in this chat now.") from None
        return web.json_response({"message_id": message.id})

    async def press(self, request: web.Request) -> web.Response:
        body = await fields(request)
        self._own_chat(body)
        data = words(body, "data")
        if len(data.encode()) > _MOST_DATA_BYTES:
            raise web.HTTPBadRequest(text=f"data may have {_MOST_DATA_BYTES} bytes at most.")
        message_id = integer(body, "message_id")
        if all(message.id != message_id for message in self.telegram.messages(self.chat)):
            raise web.HTTPBadRequest(text="There is no such message any more.")
        query = self.telegram.press(self.person, self.chat, message_id, data)
        return web.json_response({"query_id": query.id})

    def _own_chat(self, body: dict[str, object]) -> None:
        if integer(body, "chat_id") != self.chat.id:
            raise web.HTTPBadRequest(text="There is no such chat here.")
