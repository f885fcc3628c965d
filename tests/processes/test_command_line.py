"""The command line as a person uses it: settings, check, keys, demo, and the wheel outside the checkout."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import signal
import subprocess
import sys
import venv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.i18n import languages
from tests.world import PATIENCE, World

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


async def command(*arguments: str, directory: Path, **env: str) -> Said:
    """Run `bytesflows-bot` in a directory with these settings and no others."""
    directory.mkdir(exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=directory,
        env={"PYTHONPATH": str(ROOT), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE * 2)
    return Said(out=out.decode(), err=err.decode(), code=process.returncode or 0)


async def test_every_wrong_setting_is_named_at_once(tmp_path: Path) -> None:
    said = await command(
        "run",
        directory=tmp_path,
        TELEGRAM_BOT_TOKEN="not-a-token-but-secret",
        TELEGRAM_API_URL="ftp://x",
        BYTESFLOWS_TIMEZONE="Mars/Olympus",
        DATABASE_URL="mysql://x/y",
        LOG_LEVEL="LOUD",
        WEBHOOK_URL="ftp://example.com/hook",
    )

    names = re.findall(r"^  - ([A-Z_]+):", said.err, re.MULTILINE)
    assert said.code == 2
    assert names == [
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "BYTESFLOWS_TIMEZONE",
        "DATABASE_URL",
        "LOG_LEVEL",
        "WEBHOOK_URL",
    ]
    assert "Traceback" not in said.err
    assert "not-a-token-but-secret" not in said.err


async def test_settings_come_from_a_dotenv_file_and_the_environment_counts_more(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        'TELEGRAM_BOT_TOKEN="123456789:AAEabcdefghijklmnopqrstuvwxyz012345"\nLOG_LEVEL=loud\n'
    )

    wrong = await command("run", directory=tmp_path)
    less_wrong = await command("run", directory=tmp_path, LOG_LEVEL="info", LOG_FORMAT="xml")

    assert re.findall(r"^  - ([A-Z_]+):", wrong.err, re.MULTILINE) == ["LOG_LEVEL"]
    assert re.findall(r"^  - ([A-Z_]+):", less_wrong.err, re.MULTILINE) == ["LOG_FORMAT"]


async def test_a_new_key_is_32_random_bytes(tmp_path: Path) -> None:
    first = await command("keys", "new", directory=tmp_path)
    second = await command("keys", "new", directory=tmp_path)

    assert len(base64.b64decode(first.out)) == 32
    assert first.out != second.out


async def test_check_says_of_each_whether_it_works(world: World, tmp_path: Path) -> None:
    said = await command("check", directory=tmp_path, **world.environment())

    assert said.code == 0, said
    assert [line.split(":")[0] for line in said.out.splitlines()] == [
        "✓ settings",
        "✓ keys",
        "✓ database",
        "✓ Telegram",
        "✓ updates",
        "✓ BytesFlows",
    ]


async def test_check_says_what_to_do_where_something_does_not_work(world: World, tmp_path: Path) -> None:
    env = world.environment() | {
        "TELEGRAM_BOT_TOKEN": "123456789:AAEwrongwrongwrongwrongwrongwrong12",
        "BYTESFLOWS_API_URL": "http://127.0.0.1:9",
    }
    said = await command("check", directory=tmp_path, **env)

    assert said.code == 1
    assert "✗ Telegram: the token is refused" in said.out
    assert "✗ BytesFlows: http://127.0.0.1:9 cannot be reached" in said.out
    assert "AAEwrong" not in said.out + said.err


async def test_wrong_keys_are_named_beside_the_other_faults(tmp_path: Path) -> None:
    env = {"TELEGRAM_BOT_TOKEN": "not-a-token-but-secret", "ENCRYPTION_KEYS": "c2hvcnQ="}

    run = await command("run", directory=tmp_path, **env)
    check = await command("check", directory=tmp_path, **env)

    assert (run.code, check.code) == (2, 2)
    for said in (run.err, check.out):
        assert re.findall(r"(TELEGRAM_BOT_TOKEN|ENCRYPTION_KEYS):", said) == ["TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS"]
        assert "key 1 has 5 bytes instead of 32" in said
        assert "c2hvcnQ" not in said


async def test_a_path_that_is_no_text_is_a_fault_like_any_other(tmp_path: Path) -> None:
    said = await command(
        "run",
        directory=tmp_path,
        TELEGRAM_BOT_TOKEN="123456789:AAEabcdefghijklmnopqrstuvwxyz012345",
        DATA_DIR=os.fsdecode(b"/tmp/\xff"),
    )

    assert said.code == 2
    assert "  - DATA_DIR: " in said.err
    assert "Traceback" not in said.err


SIGNALLED = """
import os, sys
class Signals:
    def find_spec(self, name, path=None, target=None):
        if name == "sqlalchemy":
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Signals())
from bot.cli import main
main(["run"])
"""


async def ended(program: str, directory: Path) -> Said:
    """Run a program of Python to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, cwd=directory, env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    out, err = await asyncio.wait_for(process.communicate(), PATIENCE * 2)
    assert process.returncode is not None
    return Said(out=out.decode(), err=err.decode(), code=process.returncode)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
async def test_a_signal_while_the_libraries_are_imported_ends_it_politely(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    said = await ended(SIGNALLED.format(number=int(number)), tmp_path)

    assert (said.code, said.out, said.err) == (code, "", "")


DUMPING = """
import ctypes, resource, sys
from bot.cli import main
try:
    main(["keys", "new"])
except SystemExit:
    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0
    print(resource.getrlimit(resource.RLIMIT_CORE)[0], dumpable)
"""


async def test_no_dump_of_the_memory_can_be_had(tmp_path: Path) -> None:
    said = await ended(DUMPING, tmp_path)

    assert said.out.splitlines()[1:] == ["0 0"]


async def test_the_version_is_told(tmp_path: Path) -> None:
    said = await command("--version", directory=tmp_path)

    assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", said.out)
    assert said.code == 0


async def test_a_refused_bot_token_ends_the_start_in_plain_words(world: World, tmp_path: Path) -> None:
    token = "123456789:AAEwrongwrongwrongwrongwrongwrong12"
    said = await command("run", directory=tmp_path, **(world.environment() | {"TELEGRAM_BOT_TOKEN": token}))

    assert said.code == 2
    assert "Telegram refuses it" in said.err
    assert token.partition(":")[2] not in said.err


@asynccontextmanager
async def demo(
    interpreter: str, directory: Path, *arguments: str
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Run the demo until the block ends; give it with the address it printed."""
    process = await asyncio.create_subprocess_exec(
        interpreter,
        "-m",
        "bot",
        "demo",
        "--no-open",
        *arguments,
        cwd=directory,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE * 2)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line
        yield process, found.group()
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def answered(url: str) -> str:
    """Say /start on the page and return what the bot answers to that."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
        state = await (await session.get(f"{url}/state")).json()
        alice = state["scene"]["people"][0]["id"]  # a private chat has the number of its person
        before = len(state["messages"][str(alice)])
        message = {"person_id": alice, "chat_id": alice, "text": "/start"}
        async with session.post(f"{url}/messages", json=message) as response:
            assert response.status == 200
        while len(state["messages"][str(alice)]) < before + 2:
            await asyncio.sleep(0.05)
            state = await (await session.get(f"{url}/state")).json()
        return str(state["messages"][str(alice)][-1]["text"])


async def test_the_demo_runs_the_real_bot_with_a_month_behind_it_and_ends_politely(tmp_path: Path) -> None:
    async with demo(sys.executable, ROOT, "--port", "0", "--language", "de") as (process, url):
        async with aiohttp.ClientSession() as session, session.get(f"{url}/state") as response:
            state = await response.json()
        text = await answered(url)
        process.send_signal(signal.SIGTERM)
        _, err = await asyncio.wait_for(process.communicate(), PATIENCE)

    before = state["messages"][str(state["scene"]["people"][0]["id"])]
    assert before[-1]["date"] - before[0]["date"] > 29 * 86400
    assert "30 Tage" in before[-1]["caption"]
    assert text.startswith("Dein BytesFlows-Datenvolumen")
    assert (process.returncode, err) == (0, b"")


async def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    async with demo(sys.executable, ROOT, "--port", "0", "--empty") as (_, url):
        port = url.rpartition(":")[2]

        said = await command("demo", "--no-open", "--port", port, directory=tmp_path)

    assert said.code == 2
    assert said.err.startswith(f"Port {port} is in use.")
    assert said.err.count("\n") == 1


async def test_a_language_that_is_not_there_is_said_with_those_that_are(tmp_path: Path) -> None:
    said = await command("demo", "--no-open", "--port", "0", "--language", "xx", directory=tmp_path)

    assert said.code == 2
    assert said.err == f"There is no language xx. Choose one of: {', '.join(languages().codes)}\n"


@pytest.mark.timeout(240)
async def test_a_built_wheel_runs_outside_the_checkout(tmp_path: Path) -> None:
    build = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(ROOT),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    output, _ = await build.communicate()
    assert build.returncode == 0, output
    (wheel,) = tmp_path.glob("*.whl")
    # The libraries are this environment's; our own code can come from nowhere but the wheel.
    await asyncio.to_thread(venv.create, tmp_path / "venv", with_pip=False, system_site_packages=False)
    (site,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    (libraries,) = {Path(path) for path in sys.path if path.endswith("site-packages")}
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), str(site)], check=True)
    (site / "libraries.pth").write_text(f"{libraries}\n")

    async with demo(str(tmp_path / "venv/bin/python"), tmp_path, "--port", "0", "--empty") as (_, url):
        text = await answered(url)
    where = subprocess.run(
        [tmp_path / "venv/bin/python", "-c", "import bot, sandbox, storage; print(bot.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert text.startswith("Your BytesFlows traffic")
    assert where.stdout.startswith(str(site))
