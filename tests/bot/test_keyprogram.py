"""The program that prints the keys: what it prints is read, and whatever it does instead is said in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bot.config import Program
from bot.keyprogram import AGAIN_SECONDS, Printed
from bot.keys import KeysUnavailable
from bot.vault import new_key, read_keys

KEY = new_key()


def program(script: str, **environment: str) -> Program:
    """A program of Python."""
    return Program(words=(sys.executable, "-c", script), environment={"PATH": os.environ["PATH"], **environment})


async def fault(said: Program, *, seconds: float = 20.0) -> str:
    """What is said of a program that gives no keys."""
    with pytest.raises(KeysUnavailable) as caught:
        await Printed(said, seconds=seconds).keys()
    assert KEY.reveal() not in str(caught.value)
    assert str(caught.value).startswith("ENCRYPTION_KEYS_COMMAND: ")
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_what_it_prints_are_the_keys_and_it_gets_the_environment_it_is_given() -> None:
    script = "import os; print(os.environ['ONE']); print(os.environ['TWO'])"
    other = new_key()

    found = await Printed(program(script, ONE=KEY.reveal(), TWO=other.reveal())).keys()

    assert found == (*read_keys(KEY), *read_keys(other))


async def test_no_shell_looks_at_its_words() -> None:
    said = Program(words=(sys.executable, "-c", "import sys; print(sys.argv[1])", "$(id); *"), environment={})

    assert "key 1 is not base64" in await fault(said)


async def test_it_is_given_no_input() -> None:
    assert "printed nothing" in await fault(program("import sys; print(sys.stdin.read())"))


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("raise SystemExit(3)", "exited with code 3"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "was ended by signal 9"),
        ("pass", "printed nothing"),
        ("print('c2hvcnQ=')", "key 1 has 5 bytes instead of 32; `bytesflows-bot keys new` prints a good one"),
        ("import sys; sys.stdout.buffer.write(bytes(range(256)))", "key 1 is not base64"),
        ("print('A' * 100_000)", "prints more than a keyring"),
    ],
)
async def test_a_program_that_gives_no_keys_is_told_by_what_it_did(script: str, why: str) -> None:
    assert why in await fault(program(script))


async def test_its_last_words_are_told_without_secrets() -> None:
    script = (
        "import os, sys; print(os.environ['KEY'])\n"
        "sys.exit('warming up\\nAccessDenied: key ' + os.environ['KEY'] + '\\x1b[31m token=hvs.5ecret0')"
    )

    said = await fault(program(script, KEY=KEY.reveal()))

    assert "AccessDenied: key [secret]" in said
    assert "warming up" not in said
    assert "5ecret0" not in said
    assert "\x1b" not in said


async def test_a_program_that_is_not_there_is_told_and_its_name_is_not_for_it_might_be_a_key() -> None:
    said = Program(words=(KEY.reveal(),), environment={"PATH": os.environ["PATH"]})

    assert "cannot be run (No such file or directory)" in await fault(said)


async def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    # Given a program that waits for another one, which tells its number
    script = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(tmp_path / 'pid')!r}, 'w').write(str(child.pid))\n"
        "child.wait()"
    )

    # When it takes longer than it may
    said = await fault(program(script), seconds=1.0)

    # Then that is said, and neither runs any more.
    assert "did not end within 1 seconds" in said
    pid = int((tmp_path / "pid").read_text())
    assert not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().split(") ")[1][:1]


def test_it_is_run_again_after_a_while_and_running_it_does_not_change_when() -> None:
    now = 0.0
    printed = Printed(program(""), clock=lambda: now)
    first = printed.mark()

    now = AGAIN_SECONDS - 1
    assert printed.mark() == first
    now = AGAIN_SECONDS
    assert printed.mark() != first
