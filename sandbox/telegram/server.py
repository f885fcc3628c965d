"""The Bot API over HTTP: ``/bot<TOKEN>/<method>`` on the loopback, the JSON envelope, and a record of every call.

https://core.telegram.org/bots/api#making-requests. The token is read off the path and kept nowhere.
"""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from sandbox.telegram import bodies, methods
from sandbox.telegram.envelopes import Call, Outcome
from sandbox.telegram.faults import Body, Cut, Faults, Gate, Wrong
from sandbox.telegram.media import LARGEST_FILE_BYTES
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.polling import Polling
from sandbox.telegram.refusals import Refusal, not_found
from sandbox.telegram.schema import Schema
from sandbox.telegram.values import Upload
from sandbox.telegram.world import World

TOKEN = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{35}", re.ASCII)
# The largest file, and the form around it.
LARGEST_BODY_BYTES = LARGEST_FILE_BYTES + 64 * 1024
CUT = "connection closed without an answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A call that came in: its parameters in their types, or as they came and why they are refused."""

    method: str
    parameters: Mapping[str, object] = field(hash=False)
    refusal: Refusal | None = None


class Desk:
    """Takes requests, lets faults happen, has methods carried out and writes everything down."""

    def __init__(self, *, token: str, world: World, polling: Polling, faults: Faults) -> None:
        self._token = token
        self._world = world
        self._faults = faults
        self._schema = Schema.load()
        self._methods = methods.table(polling)
        self._names = {name.lower(): name for name in self._methods}
        self._running: set[asyncio.Task[web.StreamResponse]] = set()
        self.calls: list[Call] = []

    def application(self) -> web.Application:
        """Return the application to be served."""
        application = web.Application(client_max_size=LARGEST_BODY_BYTES)
        application.router.add_route("*", "/{path:.*}", self._serve)
        return application

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            method = self._method(request)
        except Refusal as refusal:
            return Outcome.refused(refusal).response()
        try:
            asked = self._asked(method, await bodies.read(request))
        except web.HTTPRequestEntityTooLarge:
            asked = Asked(method=method, parameters={}, refusal=Refusal(413, "Request Entity Too Large"))
        except Refusal as refusal:
            asked = Asked(method=method, parameters={}, refusal=refusal)
        answering = self._answer(request, asked)
        return await (answering if method == "getUpdates" else self._to_the_end(answering))

    async def _to_the_end(self, answering: Coroutine[None, None, web.StreamResponse]) -> web.StreamResponse:
        """Carry a call out even if the caller hangs up: what has arrived takes effect, as on the real server."""
        task = asyncio.create_task(answering)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    def _method(self, request: web.Request) -> str:
        """Return the method that the path names, as it is written in the documentation where it is known."""
        prefix, _, name = request.path.removeprefix("/").partition("/")
        token = prefix.removeprefix("bot")
        if request.method not in {"GET", "POST"} or token == prefix or not TOKEN.fullmatch(token) or not name:
            raise not_found()
        if not hmac.compare_digest(token, self._token):
            raise Refusal(401, "Unauthorized")
        return self._names.get(name.lower(), name)

    async def close(self) -> None:
        """Wait for the calls whose callers hung up."""
        if self._running:
            await asyncio.wait(tuple(self._running))

    async def _answer(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        fault = self._faults.next(asked.method)
        if isinstance(fault, Wrong):
            wrong = Outcome(status=fault.status, description=fault.description, parameters=fault.parameters)
            return self._written(asked, wrong).response()
        if isinstance(fault, Body):
            self._written(asked, Outcome(status=fault.status))
            return web.Response(body=fault.content, status=fault.status, content_type=fault.content_type)
        if isinstance(fault, Cut):
            return await self._cut(request, asked, effect=fault.effect)
        if isinstance(fault, Gate) and fault.effect == "after":
            await fault.pass_through()
        outcome = self._written(asked, await self._outcome(asked))
        if isinstance(fault, Gate) and fault.effect == "before":
            await fault.pass_through()
        return outcome.response()

    async def _cut(self, request: web.Request, asked: Asked, *, effect: bool) -> web.StreamResponse:
        if effect:
            await self._outcome(asked)
        self._written(asked, Outcome(status=0, description=CUT))
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _asked(self, method: str, given: Mapping[str, object]) -> Asked:
        """Check what can be checked before anything happens."""
        try:
            if method not in self._methods:
                raise not_found("method not found")
            checked = self._schema.check(method, given)
            methods.check_played(checked)
            return Asked(method=method, parameters=checked)
        except Refusal as refusal:
            return Asked(method=method, parameters=given, refusal=refusal)

    async def _outcome(self, asked: Asked) -> Outcome:
        if asked.refusal is not None:
            return Outcome.refused(asked.refusal)
        try:
            result = await self._methods[asked.method](self._world, Parameters(asked.parameters))
        except Refusal as refusal:
            return Outcome.refused(refusal)
        return Outcome(status=200, result=result)

    def _written(self, asked: Asked, outcome: Outcome) -> Outcome:
        call = Call(
            method=asked.method,
            parameters=_noted(asked.parameters),
            status=outcome.status,
            description=outcome.description,
        )
        self.calls.append(call)
        return outcome


def _noted(parameters: Mapping[str, object]) -> Mapping[str, object]:
    """Leave the content of files out of the record, which is never cut."""
    return {name: value.noted if isinstance(value, Upload) else value for name, value in parameters.items()}
