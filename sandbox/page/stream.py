"""The page's line: one snapshot, then every event after it, for as long as the browser listens.

The twin is watched before the snapshot is taken and nothing is awaited between the two, so no message falls through
and none comes twice.
"""

import asyncio
import json

from aiohttp import web

from sandbox.page.hints import Hints
from sandbox.page.state import snapshot, told
from sandbox.telegram import Chat, Person, Telegram

_RETRY_MS = 1000


async def stream(
    response: web.StreamResponse,
    telegram: Telegram,
    *,
    person: Person,
    chat: Chat,
    hints: Hints,
    heartbeat_seconds: float,
) -> None:
    """Write the chat's events to a prepared response as Server-Sent Events, until cancelled or the browser is gone.

    A comment every `heartbeat_seconds` is what finds out that nobody listens to a quiet chat.
    """
    try:
        async with telegram.watch() as events, asyncio.TaskGroup() as tasks:
            state = snapshot(telegram, person=person, chat=chat, hints=hints)
            await response.write(f"retry: {_RETRY_MS}\n".encode() + _frame({"type": "snapshot", "state": state}))
            beating = tasks.create_task(_beat(response, every=heartbeat_seconds))
            async for event in events:
                if event.chat == chat:
                    await response.write(_frame(told(event, person=person)))
            beating.cancel()
    except* ConnectionError:
        pass  # The browser has gone, which is how every stream ends.


async def _beat(response: web.StreamResponse, *, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        await response.write(b": still here\n\n")


def _frame(happening: dict[str, object]) -> bytes:
    return f"data: {json.dumps(happening)}\n\n".encode()
