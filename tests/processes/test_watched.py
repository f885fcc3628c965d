"""A process as its supervisor sees it: what it tells systemd, what `health` says of it, how it ends when it is deaf."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.world import PATIENCE, World

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def process(env: dict[str, str], *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `bytesflows-bot` until the block ends."""
    running = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        env={"PYTHONPATH": str(ROOT), **env},
        cwd="/",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


async def health(env: dict[str, str]) -> tuple[int | None, str, str]:
    """Exit code, output and errors of `bytesflows-bot health`."""
    async with process(env, "health") as asking:
        out, err = await asyncio.wait_for(asking.communicate(), PATIENCE)
        return asking.returncode, out.decode(), err.decode()


def free_port() -> int:
    """A port nobody has."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


async def test_systemd_and_docker_are_told_that_it_is_well_until_it_is_gone(world: World, tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    env = world.environment() | {"HTTP_LISTEN": f"127.0.0.1:{free_port()}", "NOTIFY_SOCKET": address}
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.setblocking(False)
        async with process(env, "run"), asyncio.timeout(PATIENCE):
            told = {await loop.sock_recv(systemd, 100), await loop.sock_recv(systemd, 100)}
            running = await health(env)
    gone = await health(env)

    assert told == {b"READY=1", b"WATCHDOG=1"}
    assert running == (0, "ok\n", "")
    assert gone == (1, f"{env['HTTP_LISTEN']} does not answer (Connection refused)\n", "")


async def test_health_says_what_to_set_where_nothing_is_served(world: World) -> None:
    code, out, err = await health(world.environment())
    wrong, _, fault = await health(world.environment() | {"HTTP_LISTEN": "nonsense"})

    assert (code, out) == (2, "")
    assert "HTTP_LISTEN is not set" in err
    assert wrong == 2
    assert "  - HTTP_LISTEN: use host:port" in fault


async def test_a_bot_whose_token_was_revoked_ends_and_says_so(world: World) -> None:
    world.telegram.faults.answer("getUpdates", status=401, description="Unauthorized", times=None)

    async with process(world.environment(), "run") as running:
        _, err = await asyncio.wait_for(running.communicate(), PATIENCE)

    assert running.returncode == 2
    assert b"Telegram refuses the bot's token (Unauthorized)" in err
