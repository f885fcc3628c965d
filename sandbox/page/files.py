"""What the bot uploaded into a chat on the page, to be looked at or saved. Nothing but a picture is shown in place.

A file may hold anything, a page with scripts too, so the browser is told to save it under its name and to guess at
nothing.
"""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from sandbox.page.scene import Scene
from sandbox.telegram import File, Message

_SHOWN = ("image/png",)


def held(scene: Scene, message: Message) -> File | None:
    """Return what a message carries, or None where the bytes are not there: a person's, or dropped since."""
    if message.attachment is None:
        return None
    content = message.attachment.content
    described = content[-1] if isinstance(content, list) else content
    return scene.telegram.file(str(described["file_id"])) if isinstance(described, dict) else None


def serve(scene: Scene, file_id: str) -> web.Response:
    """Answer with a file that some message on the page carries; raises HTTPNotFound for any other."""
    file = scene.telegram.file(file_id)
    chats = {chat for now in scene.chats for chat in (scene.former(now), now) if chat is not None}
    there = (held(scene, message) for chat in chats for message in scene.telegram.messages(chat))
    if file is None or file not in there:
        raise web.HTTPNotFound(text="There is no such file.")
    shown = file.kind == "photo" and file.mime_type in _SHOWN
    disposition = "inline" if shown else f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    headers = {"Content-Type": file.mime_type, "Content-Disposition": disposition}
    return web.Response(body=file.content, headers=headers)
