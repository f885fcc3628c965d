"""`bytesflows-bot health`: asks a running bot whether it is well, for whoever has no other program for that.

It is asked every few seconds all day, so it imports next to nothing.
"""

from __future__ import annotations

import socket
from functools import partial

from bot.config import Address

SECONDS = 3.0
_ANYWHERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # asked at, not listened on


def ask(address: Address, *, seconds: float = SECONDS) -> tuple[bool, str]:
    """Return whether the bot that listens there is well, and what it says."""
    try:
        with socket.create_connection((_ANYWHERE.get(address.host, address.host), address.port), seconds) as asking:
            asking.sendall(b"GET /healthz HTTP/1.0\r\n\r\n")
            answer = b"".join(iter(partial(asking.recv, 4096), b""))
    except OSError as error:
        return False, f"{address} does not answer ({error.strerror or 'too slow'})"
    head, _, body = answer.partition(b"\r\n\r\n")
    status = head.split(maxsplit=2)[1:2]
    return status == [b"200"], body.decode("utf-8", "replace").strip() or f"{address} says nothing"
