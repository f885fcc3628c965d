"""A call to the Bot API that brings files along, as a form."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import aiohttp

Files = Mapping[str, tuple[str, bytes]]
"""By the name of its part: a file's own name, and its content."""


async def uploaded(http: aiohttp.ClientSession, address: str, files: Files, **parameters: object) -> Any:
    """Make the call, and return the whole answer."""
    form = aiohttp.FormData(quote_fields=False)
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, (file_name, content) in files.items():
        form.add_field(name, io.BytesIO(content), filename=file_name)
    async with http.post(address, data=form) as response:
        return await response.json()
