"""The page's line: one snapshot, then every event after it, for as long as the browser listens.

The twin is watched before the snapshot is taken and nothing is awaited between the two, so no message falls through
and none comes twice. Of who is what in which chat there are no events: the scene is told again whenever it has changed,
and so is what is behind it.
"""

import asyncio
import json

from aiohttp import web

from sandbox.page.backstage import Backstage
from sandbox.page.hints import Hints
from sandbox.page.scene import Scene
from sandbox.page.state import described, snapshot, told

_RETRY_MS = 1000


async def stream(
    response: web.StreamResponse,
    scene: Scene,
    *,
    hints: Hints,
    backstage: Backstage | None,
    heartbeat_seconds: float,
) -> None:
    """Write what happens to a prepared response as Server-Sent Events, until cancelled or the browser is gone.

    A comment every `heartbeat_seconds` is what finds out that nobody listens to a quiet chat.
    """
    try:
        async with scene.telegram.watch() as events, asyncio.TaskGroup() as tasks:
            line = _Line(response, scene, backstage)
            await line.begin(hints)
            others = [tasks.create_task(line.beat(every=heartbeat_seconds)), tasks.create_task(line.follow())]
            async for event in events:
                if scene.chat(event.chat.id) is not None:
                    await line.write(told(scene, event))
                await line.retell()
            for task in others:
                task.cancel()
    except* ConnectionError:
        pass  # The browser has gone, which is how every stream ends.


class _Line:
    """One browser's line, and the scene it was last told of."""

    def __init__(self, response: web.StreamResponse, scene: Scene, backstage: Backstage | None) -> None:
        self._response = response
        self._scene = scene
        self._backstage = backstage
        self._told: dict[str, object] = {}
        self._told_behind: dict[str, object] | None = None

    async def begin(self, hints: Hints) -> None:
        state = snapshot(self._scene, hints=hints, backstage=self._backstage)
        self._told, self._told_behind = described(self._scene), self._behind()
        await self._response.write(f"retry: {_RETRY_MS}\n".encode())
        await self.write({"type": "snapshot", "state": state})

    async def follow(self) -> None:
        known = 0
        while True:
            known = await self._scene.told(known)
            await self.retell()

    async def retell(self) -> None:
        now = described(self._scene)
        if now != self._told:
            self._told = now
            await self.write({"type": "scene", "scene": now})
        behind = self._behind()
        if behind != self._told_behind:
            self._told_behind = behind
            await self.write({"type": "backstage", "backstage": behind})

    async def beat(self, *, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            await self._response.write(b": still here\n\n")

    def _behind(self) -> dict[str, object] | None:
        return None if self._backstage is None else self._backstage.described()

    async def write(self, happening: dict[str, object]) -> None:
        await self._response.write(f"data: {json.dumps(happening)}\n\n".encode())
