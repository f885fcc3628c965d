"""What systemd is told, over a real socket; nobody listening is no trouble."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from bot.systemd import Notifier


@pytest.mark.parametrize("abstract", [False, True])
def test_it_is_told(tmp_path: Path, abstract: bool) -> None:
    if abstract and sys.platform != "linux":
        pytest.skip("only Linux has such names")
    name = f"@bytesflows-{os.getpid()}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(name.replace("@", "\0", 1) if abstract else name)
        systemd.settimeout(5)
        notifier = Notifier(name)

        notifier.say("READY=1")
        notifier.say("WATCHDOG=1")

        assert [systemd.recv(100), systemd.recv(100)] == [b"READY=1", b"WATCHDOG=1"]


@pytest.mark.parametrize("address", [None, "", "/nowhere/at/all", "@nobody-listens-here"])
def test_where_nobody_listens_nothing_happens(address: str | None) -> None:
    Notifier(address).say("READY=1")


def test_a_socket_that_is_full_is_not_waited_for(tmp_path: Path) -> None:
    name = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(name)
        for _ in range(2000):
            Notifier(name).say("WATCHDOG=1")
