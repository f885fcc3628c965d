"""`check` only looks: whatever it finds, afterwards every file is as it was."""

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import storage
from bot import app, keys
from bot.check import check
from bot.config import Settings
from bot.vault import new_key
from storage.engines.sqlite import FOLDS
from tests.world import World


def files(directory: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file below a directory: its mode, when it was changed, and what is in it.

    Not what is in SQLite's shared memory: within one process, as here, all connections note in it what they read.
    """
    return {
        str(path.relative_to(directory)): (
            path.stat().st_mode,
            path.stat().st_mtime_ns,
            path.read_bytes() if path.is_file() and not path.name.endswith("-shm") else b"",
        )
        for path in directory.rglob("*")
    }


async def said(settings: Settings, *, code: int = 0) -> dict[str, str]:
    """What `check` says of each, having changed nothing."""
    lines: list[str] = []
    before = files(settings.data_dir.parent)

    assert await check(lambda: settings, lines.append) == code, lines

    assert files(settings.data_dir.parent) == before
    return {line[2:].partition(": ")[0]: line.partition(": ")[2] for line in lines}


async def connect(world: World) -> None:
    """Let a bot run and a person connect an account."""
    async with world.bot():
        await world.person().says(f"/login {world.account().token}")


async def test_an_empty_place_stays_empty(world: World) -> None:
    told = await said(world.settings())

    assert told["keys"].startswith("none yet; the first start makes ")
    assert told["database"].startswith("none yet; the first start makes ")
    assert not world.directory.exists()


async def test_what_a_bot_left_is_only_looked_at(world: World) -> None:
    await connect(world)

    told = await said(world.settings())

    assert told["keys"] == "one key"
    assert told["database"] == "1 accounts connected"


async def test_a_running_bot_is_not_disturbed_and_what_it_just_wrote_is_seen(world: World) -> None:
    await connect(world)
    async with storage.opened(world.settings().database_url) as kept:
        (account,) = await kept.accounts.all()
        await kept.accounts.connect(
            account.chat_id,
            "side",
            "bearer",
            by=1,
            now=app.now(),
            seal=lambda *_: account.sealed,
            replaces=None,
            most=10,
        )
        for number in range(FOLDS):
            await kept.chats.choose(account.chat_id, quiet_from=number)
        assert (world.directory / "bot.db-wal").stat().st_size > 0

        told = await said(world.settings())

        assert told["database"] == "2 accounts connected"
        await kept.accounts.mark_refused(account, app.now())


KILLED = """
import asyncio, os, sys, storage
async def main():
    async with storage.opened("sqlite:///" + sys.argv[1]):
        os._exit(0)
asyncio.run(main())
"""


async def test_what_a_killed_bot_left_is_only_looked_at(world: World) -> None:
    world.directory.mkdir()
    path = world.directory / "bot.db"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=True, cwd=Path(__file__).parents[2])
    assert path.with_name("bot.db-wal").stat().st_size > 0

    told = await said(world.settings())

    assert told["database"] == "0 accounts connected"

    path.with_name("bot.db-shm").unlink()

    told = await said(world.settings(), code=1)

    assert told["database"].endswith("its journal came without its index; the next start makes it readable")


async def test_a_lost_key_file_is_told_and_not_replaced(world: World) -> None:
    await connect(world)
    (world.directory / keys.FILE).unlink()

    told = await said(world.settings(), code=1)

    assert told["keys"].startswith("none yet")
    assert told["database"].startswith("1 of 1 accounts are locked")


async def test_accounts_of_another_key_are_told(world: World) -> None:
    await connect(world)
    (world.directory / keys.FILE).write_text(new_key().reveal())

    told = await said(world.settings(), code=1)

    assert told["database"].startswith("1 of 1 accounts are locked")


async def test_a_key_file_that_others_may_read_is_told_and_left(world: World) -> None:
    keys.keyring(None, world.directory)
    (world.directory / keys.FILE).chmod(0o644)

    told = await said(world.settings())

    assert told["keys"].startswith("one key; others may read ")


async def test_a_schema_that_is_behind_is_told_and_left(world: World) -> None:
    await connect(world)
    with sqlite3.connect(world.directory / "bot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()

    told = await said(world.settings())

    assert told["database"] == "1 accounts connected; it will be brought up to date at the next start"


async def test_a_file_in_which_nothing_was_made_yet_is_left_so(world: World) -> None:
    world.directory.mkdir()
    (world.directory / "bot.db").touch()

    told = await said(world.settings())

    assert told["database"] == "0 accounts connected; it will be brought up to date at the next start"


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 40, None])
async def test_what_is_no_database_is_told_and_left(world: World, content: bytes | None) -> None:
    world.directory.mkdir()
    path = world.directory / "bot.db"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    told = await said(world.settings(), code=1)

    assert told["database"].startswith(str(path))


async def test_a_database_of_a_newer_version_is_told_and_left(world: World) -> None:
    await connect(world)
    with sqlite3.connect(world.directory / "bot.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    told = await said(world.settings(), code=1)

    assert told["database"].startswith("it was written by a newer version")


async def test_names_that_mean_something_in_an_address_are_only_names(world: World, tmp_path: Path) -> None:
    path = tmp_path / "what?mode=memory" / "50%20#off.db"
    url = f"sqlite:///{str(path).replace('%', '%25').replace('?', '%3F')}"
    async with storage.opened(url):
        pass

    assert await storage.looked_at(url) == storage.Seen(behind=False, sealed=())


def tells(world: World, **more: object) -> None:
    """Let Telegram tell of a webhook."""
    told = {"url": world.webhook_url or "", "has_custom_certificate": False, "pending_update_count": 3, **more}
    world.telegram.faults.body("getWebhookInfo", json.dumps({"ok": True, "result": told}).encode())


THEIRS = "https://other.example/5ecret"


async def test_how_updates_come_is_told_where_the_bot_polls(world: World) -> None:
    tells(world)
    polled = await said(world.settings())
    tells(world, url=THEIRS)
    hindered = await said(world.settings())

    assert polled["updates"] == "polled for; 3 wait"
    assert hindered["updates"] == (
        "polled for; 3 wait; a webhook (at other.example) is set, which the next start removes"
    )


@pytest.mark.parametrize(
    ("told", "code", "expected"),
    [
        ({"url": ""}, 0, "no webhook is set, the next start sets it; 3 wait"),
        ({}, 0, "delivered to http://127.0.0.1:9/telegram; 3 wait"),
        ({"url": THEIRS}, 1, "another webhook (at other.example) is set, the next start sets ours"),
        (
            {"last_error_message": "Connection refused", "last_error_date": int(time.time()) - 60},
            1,
            "Telegram could not deliver: Connection refused (3 updates wait); does WEBHOOK_URL lead to HTTP_LISTEN",
        ),
        ({"last_error_message": "Connection refused", "last_error_date": int(time.time()) - 7200}, 0, "delivered to"),
        (
            {
                "last_error_message": "Connection refused",
                "last_error_date": int(time.time()) - 60,
                "pending_update_count": 0,
            },
            0,
            "delivered to",
        ),
    ],
    ids=["none", "ours", "another", "failing", "failed long ago", "failed and caught up"],
)
async def test_a_webhook_is_looked_at_where_the_bot_has_one(
    world: World, told: dict[str, object], code: int, expected: str
) -> None:
    world.webhook_port = 9
    tells(world, **told)

    lines = await said(world.settings(), code=code)

    assert lines["updates"].startswith(expected)
    assert "5ecret" not in str(lines)
    assert {call.method for call in world.telegram.calls} == {"getMe", "getWebhookInfo"}


async def test_a_telegram_that_tells_nothing_of_updates_is_told(world: World) -> None:
    world.telegram.faults.answer("getWebhookInfo", status=500, description="Internal Server Error")

    lines = await said(world.settings(), code=1)

    assert "does not answer as Telegram does" in lines["updates"]
    assert lines["Telegram"] == "@bytesflows_demo_bot answers"
