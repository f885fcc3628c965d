"""Reads the parameters of a request, wherever they are: query string, form, multipart or JSON.

https://core.telegram.org/bots/api#making-requests. A body wins over the query string; a file arrives as an
``Upload``.
"""

from __future__ import annotations

import json

from aiohttp import web

from sandbox.telegram.refusals import bad_request
from sandbox.telegram.values import Upload

FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})


async def read(request: web.Request) -> dict[str, object]:
    """Return every parameter by name; raises Refusal for a body that is not what it says it is."""
    parameters: dict[str, object] = dict(request.query)
    if request.method == "GET" or not request.can_read_body:
        return parameters
    if request.content_type == "application/json":
        return parameters | await _json(request)
    if request.content_type in FORMS:
        return parameters | await _form(request)
    return parameters


async def _json(request: web.Request) -> dict[str, object]:
    content = await request.read()
    try:
        parsed = json.loads(content) if content.strip() else {}
    except ValueError as error:
        raise bad_request("can't parse JSON body") from error
    if not isinstance(parsed, dict):
        raise bad_request("object expected as JSON body")
    return {name: value for name, value in parsed.items() if value is not None}


async def _form(request: web.Request) -> dict[str, object]:
    parameters: dict[str, object] = {}
    try:
        form = await request.post()
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    for name, value in form.items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            value.file.close()
            parameters[name] = Upload(name=value.filename, content_type=value.content_type, content=content)
        else:
            parameters[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return parameters
