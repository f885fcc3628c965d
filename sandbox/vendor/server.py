"""The vendor over HTTP on the loopback, as far as it is documented."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from sandbox.vendor.accounts import Account
from sandbox.vendor.faults import Cut, Faults, Gate, Sent

CLOSING_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A call as it came. `account` is whose credential it carried, by its place in the vendor's list, if any's."""

    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[str, ...]
    account: int | None


class Vendor:
    """A vendor of its own on 127.0.0.1.

    `asked` lists the calls; `most_at_once` is how many were under way together. `before_answering` is called before
    each: to bring up to date what goes on here.
    """

    def __init__(self) -> None:
        self.accounts: list[Account] = []
        self.faults = Faults()
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self.before_answering: Callable[[], None] = lambda: None
        self._under_way = 0
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def url(self) -> str:
        """Where it listens: the root of its API."""
        return f"http://127.0.0.1:{self._port}"

    def open(self, account: Account) -> Account:
        """Add an account, and return it."""
        self.accounts.append(account)
        return account

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        app = web.Application(middlewares=[self._misbehave])
        app.router.add_get("/api/v1/dashboard/asset", self._overview)
        app.router.add_get("/api/v1/user/traffic/records", self._records)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End what is held, and listen no more."""
        self.faults.clear()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @web.middleware
    async def _misbehave(self, request: web.Request, handler: Any) -> web.StreamResponse:
        account = self._whose(request, cookies=True)
        self.asked.append(
            Asked(
                path=request.path,
                query=tuple(request.query.items()),
                headers=tuple(sorted({name.lower() for name in request.headers})),
                account=self.accounts.index(account) if account else None,
            )
        )
        self.before_answering()
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            match self.faults.next():
                case Sent(status=status, headers=headers, body=body):
                    return web.Response(status=status, headers=dict(headers), body=body)
                case Cut():
                    if request.transport is not None:
                        request.transport.close()
                    return web.Response()
                case Gate() as gate:
                    await gate.pass_through()
            response: web.StreamResponse = await handler(request)
            return response
        finally:
            self._under_way -= 1

    def _whose(self, request: web.Request, *, cookies: bool) -> Account | None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme == "Bearer":
            return next((one for one in self.accounts if one.token == token), None)
        cookie = request.headers.get("Cookie") if cookies else None
        return next((one for one in self.accounts if cookie and one.cookie == cookie), None)

    async def _overview(self, request: web.Request) -> web.Response:
        account = self._whose(request, cookies=True)
        return _refused() if account is None or account.revoked else _success(account.overview())

    async def _records(self, request: web.Request) -> web.Response:
        account = self._whose(request, cookies=False)
        if account is None or account.revoked:
            return _refused()
        number, size = (_whole(request.query.get(name), default) for name, default in (("pageNo", 1), ("pageSize", 10)))
        source = request.query.get("sourceType")
        if number is None or size is None or source not in (None, "order", "sign"):
            return web.json_response({"code": 400, "msg": "bad parameter", "data": None})
        return _success(account.page(number=number, size=size, source=source))


def _whole(text: str | None, default: int) -> int | None:
    if text is None:
        return default
    return int(text) if text.isascii() and text.isdigit() and int(text) > 0 else None


def _success(data: dict[str, Any]) -> web.Response:
    return web.json_response({"code": 200, "msg": "success", "data": data}, dumps=json.dumps)


def _refused() -> web.Response:
    """An expired token comes as HTTP 401 here; tests order the other forms it can take."""
    return web.json_response({"code": 401, "msg": "unauthorized", "data": None}, status=401)
