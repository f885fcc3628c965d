"""What systemd is told: that the bot is ready, and that its loop still turns.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html
"""

from __future__ import annotations

import contextlib
import socket


class Notifier:
    """Writes to the socket that systemd names in NOTIFY_SOCKET; nobody listens where it is `None`."""

    def __init__(self, address: str | None) -> None:
        # A name that begins with @ is in the abstract namespace, where names begin with a zero.
        self._address = f"\0{address[1:]}" if address and address.startswith("@") else address

    def say(self, state: str) -> None:
        """Say `READY=1` or `WATCHDOG=1`. It never waits, and it does not matter if it fails."""
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
            out.settimeout(0.0)
            out.sendto(state.encode(), self._address)
