"""A lean Bot API and vendor in a process of its own, so that only the bot's CPU is counted. Checks nothing.

`POST /drive` gives one bot updates, so many of them unanswered at any time, and returns when all are answered.
`POST /pace` gives it so many a second, `POST /burst` all at once; each tells how the answers came.
`POST /settle` returns when no bot has called anything but `getUpdates` for so long.
`POST /arrive` returns when so many messages of a bot have arrived, and tells when each did.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from time import perf_counter
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from benchmarks.measure import in_loop
from benchmarks.processes import follow

GB = 1024**3
RECORDS = 12
DRIVE_SECONDS = 120.0


@dataclass(slots=True)
class Drive:
    """Updates that one bot is given: how many are still to come, how many still to be answered.

    `answers`: how many characters and rows of buttons each had.
    """

    text: str
    to_come: int
    to_be_answered: int
    answers: list[tuple[int, int]] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a chat was answered, and how many seconds after it had asked."""

    chat_id: int
    text: str
    seconds: float


@dataclass(slots=True)
class Inbox:
    """What waits for one bot, when each chat asked, what was said to it, and when what it sent arrived."""

    waiting: deque[dict[str, Any]] = field(default_factory=deque)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    drive: Drive | None = None
    asked_at: dict[int, float] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    sent_at: list[float] = field(default_factory=list)
    sent: asyncio.Event = field(default_factory=asyncio.Event)


class StandIn:
    """Answers all there is to answer, each bot known by its token. Every update comes from another of `chats` chats."""

    def __init__(self, chats: int) -> None:
        self._chats = chats
        self._inboxes: dict[str, Inbox] = {}
        self._numbers = count(1)
        self._vendor_calls = 0
        self._vendor_seconds = 0.0
        self._called_at = perf_counter()
        self._figures = count(0, 12_345_678)  # no two accounts show the same
        self._records = _records(datetime.now(UTC))

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        """Answer one request."""
        path = request.path
        if path.startswith("/bot"):
            token, _, method = path[4:].partition("/")
            return _answer(await self._method(token, method, await _parameters(request)))
        if path.startswith("/api/"):
            self._vendor_calls += 1
            await asyncio.sleep(self._vendor_seconds)
            return _answer(self._overview() if path == "/api/v1/dashboard/asset" else self._page(request.query))
        asked = await request.json()
        tells = {
            "/arrive": self._arrivals,
            "/drive": self._drive,
            "/pace": self._paced,
            "/burst": self._burst,
            "/settle": self._settled,
        }[path]
        return _answer(_json(await tells(asked)))

    def _overview(self) -> bytes:
        used = next(self._figures) % (100 * GB)
        data = {"totalTraffic": 176 * GB, "dynamicTraffic": 175 * GB - used, "balance": 12.5, "currency": "USD"}
        return _json({"code": 200, "msg": "success", "data": data})

    def _page(self, query: Mapping[str, str]) -> bytes:
        wanted = [one for one in self._records if query.get("sourceType") in (None, one["sourceType"])]
        size = int(query.get("pageSize", 10))
        first = (int(query.get("pageNo", 1)) - 1) * size
        used = next(self._figures) % (10 * GB)
        rows = [{**one, "trafficUsed": one["trafficUsed"] + used} for one in wanted[first : first + size]]
        return _json({"code": 200, "msg": "success", "data": {"records": rows, "total": len(wanted)}})

    async def _method(self, token: str, method: str, parameters: dict[str, Any]) -> bytes:
        inbox = self._inboxes.setdefault(token, Inbox())
        if method != "getUpdates":
            self._called_at = perf_counter()
        match method:
            case "getUpdates":
                return await self._updates(inbox, float(parameters.get("timeout", 0)))
            case "sendMessage":
                inbox.sent_at.append(perf_counter())
                chat_id = int(parameters["chat_id"])
                seconds = perf_counter() - inbox.asked_at.get(chat_id, perf_counter())
                inbox.said.append(Said(chat_id=chat_id, text=parameters["text"], seconds=seconds))
                inbox.sent.set()
                self._answered(inbox, parameters)
                return _MESSAGE % (next(self._numbers), int(parameters["chat_id"]))
        return _json({"ok": True, "result": _ANSWERS.get(method, True)})

    async def _updates(self, inbox: Inbox, seconds: float) -> bytes:
        if not inbox.waiting:
            inbox.arrived.clear()
            try:
                async with asyncio.timeout(seconds):
                    await inbox.arrived.wait()
            except TimeoutError:
                pass
        updates = [inbox.waiting.popleft() for _ in range(min(100, len(inbox.waiting)))]
        return _json({"ok": True, "result": updates})

    async def _settled(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Wait until the bots have nothing left of what a start owes: menus and descriptions in many languages."""
        while perf_counter() - self._called_at < asked["quiet_seconds"]:  # noqa: ASYNC110  # for nothing to happen
            await asyncio.sleep(0.05)
        return {}

    async def _drive(self, asked: dict[str, Any]) -> dict[str, Any]:
        inbox = self._inboxes[asked["token"]]
        drive = inbox.drive = Drive(asked["text"], asked["updates"], asked["updates"])
        begun, calls = perf_counter(), self._vendor_calls
        for _ in range(asked["in_flight"]):
            self._next(inbox, drive)
        async with asyncio.timeout(DRIVE_SECONDS):
            await drive.done.wait()
        characters, rows = max(drive.answers)
        return {
            "seconds": perf_counter() - begun,
            "vendor_calls": self._vendor_calls - calls,
            "characters": characters,
            "rows": rows,
        }

    async def _paced(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Give a bot updates, so many a second, and tell how long each waited for its answer."""
        inbox = self._inboxes[asked["token"]]
        self._vendor_seconds = asked["vendor_seconds"]
        inbox.said.clear()
        begun, every = perf_counter(), 1.0 / asked["per_second"]
        for number in range(asked["updates"]):
            await asyncio.sleep(max(0.0, begun + number * every - perf_counter()))
            self._ask(inbox, asked["text"])
        await self._all_said(inbox, asked["updates"])
        self._vendor_seconds = 0.0
        return {"seconds": [one.seconds for one in inbox.said]}

    async def _burst(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Give a bot all updates at once, numbered in their text, and one of somebody else's behind them all.

        Tells which number each chat was answered, in turn, and when; and when somebody else was.
        """
        inbox = self._inboxes[asked["token"]]
        inbox.said.clear()
        for number in range(asked["updates"]):
            self._ask(inbox, f"/n{number}", chat=asked["first"] + number % asked["chats"])
        self._ask(inbox, "/n0", chat=asked["first"] + asked["chats"])
        await self._all_said(inbox, asked["updates"] + 1)
        return {"said": [(one.chat_id, one.text, one.seconds) for one in inbox.said]}

    def _ask(self, inbox: Inbox, text: str, *, chat: int | None = None) -> None:
        number = next(self._numbers)
        update = _update(number, self._chats, text, chat)
        inbox.asked_at[update["message"]["chat"]["id"]] = perf_counter()
        inbox.waiting.append(update)
        inbox.arrived.set()

    async def _all_said(self, inbox: Inbox, answers: int) -> None:
        async with asyncio.timeout(DRIVE_SECONDS):
            while len(inbox.said) < answers:
                inbox.sent.clear()
                await inbox.sent.wait()

    async def _arrivals(self, asked: dict[str, Any]) -> dict[str, list[float]]:
        """Tell when the next messages of a bot arrived, so many of them."""
        inbox = self._inboxes.setdefault(asked["token"], Inbox())
        async with asyncio.timeout(asked["seconds"]):
            while len(inbox.sent_at) < asked["messages"]:
                inbox.sent.clear()
                await inbox.sent.wait()
        at, inbox.sent_at = inbox.sent_at[: asked["messages"]], inbox.sent_at[asked["messages"] :]
        return {"at": at}

    def _next(self, inbox: Inbox, drive: Drive) -> None:
        if drive.to_come:
            drive.to_come -= 1
            self._ask(inbox, drive.text)

    def _answered(self, inbox: Inbox, parameters: dict[str, Any]) -> None:
        drive = inbox.drive
        if drive is None:
            return
        drive.answers.append((len(parameters["text"]), _rows(parameters.get("reply_markup"))))
        drive.to_be_answered -= 1
        if drive.to_be_answered:
            self._next(inbox, drive)
        else:
            drive.done.set()


def _update(number: int, chats: int, text: str, chat: int | None = None) -> dict[str, Any]:
    chat = chat or 1 + number % chats
    person = {"id": chat, "first_name": "Alice", "last_name": "Liddell", "username": "alice", "language_code": "en"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "from": {"is_bot": False, **person},
            "chat": {"id": chat, "type": "private", "first_name": "Alice", "last_name": "Liddell"},
            "date": 1_760_000_000,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}],
        },
    }


_ANSWERS: dict[str, object] = {
    "getMe": {"id": 1, "is_bot": True, "first_name": "B", "username": "b_bot"},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
}


def _rows(markup: str | dict[str, Any] | None) -> int:
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    return len(keyboard["inline_keyboard"]) if keyboard else 0


def _records(now: datetime) -> list[dict[str, Any]]:
    def record(number: int) -> dict[str, Any]:
        created = now - timedelta(days=20 + number)
        return {
            "id": str(120000 + number),
            "orderId": f"ORD-{7000 + number}",
            "sourceType": "sign" if number % 4 else "order",
            "traffic": 20 * GB,
            "trafficUsed": GB // 2,
            "createTime": f"{created:%Y-%m-%d %H:%M:%S}",
            "expireTime": f"{created + timedelta(days=60):%Y-%m-%d %H:%M:%S}",
            "status": 1,
        }

    return [record(number) for number in range(RECORDS)]


_BUTTONS = [
    [{"text": "Refresh", "callback_data": "/balance"}, {"text": "Records", "callback_data": "/records"}],
]


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


_MESSAGE = _json(
    {
        "ok": True,
        "result": {
            "message_id": "%d",
            "from": {"id": 1, "is_bot": True, "first_name": "B", "username": "b_bot"},
            "chat": {"id": "%d", "type": "private", "first_name": "Alice", "last_name": "Liddell"},
            "date": 1_760_000_000,
            "text": "Traffic: 170.97 GB of 176 GB available, 5.03 GB used, and so on for a few lines of plain text",
            "entities": [{"type": "bold", "offset": place, "length": 7} for place in (0, 9, 29, 48)],
            "reply_markup": {"inline_keyboard": _BUTTONS},
        },
    }
).replace(b'"%d"', b"%d")


async def _parameters(request: web.BaseRequest) -> dict[str, Any]:
    body = await request.read()
    if request.content_type == "application/json":
        parameters: dict[str, Any] = json.loads(body)
        return parameters
    return dict(parse_qsl(body.decode()))


def _answer(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="application/json")


async def serve(chats: int) -> None:
    """Listen on 127.0.0.1 until the input ends."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    runner = web.ServerRunner(web.Server(StandIn(chats).handle, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    follow(lambda: loop.call_soon_threadsafe(stop.set), url=f"http://127.0.0.1:{runner.addresses[0][1]}")
    await stop.wait()
    await runner.cleanup()


if __name__ == "__main__":
    import sys

    in_loop(serve(int(sys.argv[1])))
