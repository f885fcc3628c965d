"""The page's HTTP server: its routes, and what each is answered with. The caller starts it, on loopback."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from sandbox.page import deeds, files
from sandbox.page.backstage import Backstage
from sandbox.page.cast import Part
from sandbox.page.guard import fields, guard, harden, query
from sandbox.page.happenings import NAMES, happenings
from sandbox.page.hints import Hints
from sandbox.page.menus import menu
from sandbox.page.scene import Scene
from sandbox.page.state import snapshot
from sandbox.page.stream import stream
from sandbox.telegram import Chat, Telegram

_ASSETS = Path(__file__).parent / "assets"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_MOST_BODY_BYTES = 64 * 1024
_HEARTBEAT_SECONDS = 15.0


def application(
    telegram: Telegram,
    *,
    cast: tuple[Part, ...],
    groups: tuple[Chat, ...] = (),
    hints: Hints,
    backstage: Backstage | None = None,
) -> web.Application:
    """Return the page on which the cast talk with the bot, in private and in groups, not yet listening.

    It answers only requests that name this machine as their host, so serve it on 127.0.0.1 or ::1.
    """
    page = _Page(scene=Scene(telegram, cast=cast, groups=groups), hints=hints, backstage=backstage)
    app = web.Application(middlewares=[guard], client_max_size=_MOST_BODY_BYTES)
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(page.hang_up)
    app.add_routes(
        [
            web.get("/", page.index),
            web.get("/assets/{name}", page.asset),
            web.get("/state", page.state),
            web.get("/view", page.view),
            web.get("/events", page.events),
            web.get("/files/{file_id}", page.file),
            web.post("/messages", page.send),
            web.post("/presses", page.press),
            web.post("/invitations", page.invite),
            web.post(f"/happenings/{{name:{'|'.join(NAMES)}}}", page.happen),
            web.post("/clock", page.move_clock),
            web.post("/levers", page.pull),
        ]
    )
    return app


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    scene: Scene
    hints: Hints
    backstage: Backstage | None
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
        return web.json_response(snapshot(self.scene, hints=self.hints, backstage=self.backstage))

    async def view(self, request: web.Request) -> web.Response:
        """Tell what one person may choose in one chat: commands, and what can be made to happen."""
        who = deeds.actor(self.scene, query(request))
        commands = menu(self.scene, person=who.person, chat=who.chat)
        offered = happenings(self.scene, person=who.person, chat=who.chat)
        return web.json_response(
            {"commands": [one.json() for one in commands], "happenings": [one.json() for one in offered]}
        )

    async def events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        streaming = asyncio.create_task(
            stream(
                response,
                self.scene,
                hints=self.hints,
                backstage=self.backstage,
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

    async def file(self, request: web.Request) -> web.Response:
        return files.serve(self.scene, request.match_info["file_id"])

    async def send(self, request: web.Request) -> web.Response:
        return web.json_response(deeds.send(self.scene, await fields(request)))

    async def press(self, request: web.Request) -> web.Response:
        return web.json_response(deeds.press(self.scene, await fields(request)))

    async def invite(self, request: web.Request) -> web.Response:
        done = deeds.invite(self.scene, await fields(request))
        await self.scene.tell()
        return web.json_response(done)

    async def happen(self, request: web.Request) -> web.Response:
        done = deeds.happen(self.scene, await fields(request), request.match_info["name"])
        await self.scene.tell()
        return web.json_response(done)

    async def move_clock(self, request: web.Request) -> web.Response:
        return await self._told(deeds.move_clock(self.backstage, await fields(request), self.scene.tell))

    async def pull(self, request: web.Request) -> web.Response:
        return await self._told(deeds.pull(self.backstage, await fields(request), self.scene.tell))

    async def _told(self, doing: Awaitable[dict[str, object]]) -> web.Response:
        """Tell how things stand when it is done, and also where it broke off."""
        try:
            return web.json_response(await doing)
        finally:
            await self.scene.tell()
