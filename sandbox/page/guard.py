"""Who may talk to the page: a browser on this machine that loaded it from here, and nobody else.

A page on the internet can make a visitor's browser send requests to 127.0.0.1. It cannot choose the `Host` that goes
with them unless it rebinds its own name, nor hide its `Origin` from a POST, nor send JSON without asking first; each of
the three is checked.
"""

import json
import re
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

_LOOPBACK = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?")
_CODE = re.compile(r"[A-Za-z0-9_-]{0,64}")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse strangers with 403; word every refusal, this one or a handler's, as JSON `{"error": "…"}`."""
    try:
        host = request.headers.get("Host", "")
        if not _LOOPBACK.fullmatch(host):
            raise web.HTTPForbidden(text="This page is served to this machine only.")
        if request.headers.get("Origin", f"http://{host}") != f"http://{host}":
            raise web.HTTPForbidden(text="This page takes no requests from other pages.")
        return await handler(request)
    except web.HTTPException as refusal:
        refusal.text = json.dumps({"error": refusal.text or refusal.reason})
        refusal.content_type = "application/json"
        raise


async def harden(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the security headers on every response, refusals and streams included."""
    response.headers.update(HEADERS)


async def fields(request: web.Request) -> dict[str, Any]:
    """Return the JSON object that was posted.

    Raises HTTPUnsupportedMediaType (415) for another content type, HTTPBadRequest (400) for anything but an object, and
    HTTPRequestEntityTooLarge (413) beyond the application's limit.
    """
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="Send application/json.")
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise web.HTTPBadRequest(text="The body is not JSON.") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="The body is not a JSON object.")
    return body


def query(request: web.Request) -> dict[str, Any]:
    """Return what the address asks, each value a whole number; raises HTTPBadRequest."""
    try:
        return {name: int(value) for name, value in request.query.items()}
    except ValueError:
        raise web.HTTPBadRequest(text="The address must hold whole numbers.") from None


def integer(body: dict[str, Any], name: str) -> int:
    """Return the whole number called `name`; raises HTTPBadRequest."""
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise web.HTTPBadRequest(text=f"{name} must be a whole number.")
    return value


def perhaps(body: dict[str, Any], name: str) -> int | None:
    """Return the whole number called `name`, or None where there is none or it is null; raises HTTPBadRequest."""
    return None if body.get(name) is None else integer(body, name)


def words(body: dict[str, Any], name: str) -> str:
    """Return the string called `name`, neither blank nor impossible in UTF-8; raises HTTPBadRequest."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise web.HTTPBadRequest(text=f"{name} must be a text that is not empty.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise web.HTTPBadRequest(text=f"{name} holds half a character.") from None
    return value


def code(body: dict[str, Any], name: str) -> str:
    """Return the string called `name` that may stand in a t.me link, perhaps empty; raises HTTPBadRequest."""
    value = body.get(name)
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise web.HTTPBadRequest(text=f"{name} may have 64 of the letters A-Z, a-z, 0-9, _ and - at most.")
    return value
