"""`backup` and `restore` as an operator uses them: beside a running bot, and over to another database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

import storage
from bot import backups, keys
from bot.config import Settings
from bot.sealed import of_update
from bot.secret import Secret
from bot.vault import Vault, new_key
from tests.postgres import emptied
from tests.world import World


async def back_up(settings: Settings, file: Path, *, replacing: bool = False) -> tuple[int, list[str]]:
    """The exit code, and what was said."""
    said: list[str] = []
    return await backups.backup(settings, file, said.append, replacing=replacing), said


async def restore(settings: Settings, file: Path) -> tuple[int, list[str]]:
    """The same."""
    said: list[str] = []
    return await backups.restore(settings, file, said.append), said


@pytest.fixture(params=["sqlite", "postgresql"])
async def elsewhere(request: pytest.FixtureRequest, world: World, tmp_path: Path) -> Settings:
    """The settings of a bot with the same keys and an empty database of its own."""
    url = f"sqlite:///{tmp_path / 'elsewhere' / 'bot.db'}"
    if request.param == "postgresql":
        server, database = (request.getfixturevalue(name) for name in ("postgres_server", "postgres_database"))
        url = await emptied(server, database)
    return replace(world.settings(), database_url=url)


async def test_a_bot_goes_on_from_its_backup_with_another_database(
    world: World, tmp_path: Path, elsewhere: Settings
) -> None:
    # Given a running bot that is talked to while a backup is made
    chat, account, file = world.person(), world.account(), tmp_path / "backup"
    async with world.bot():
        await chat.says(f"/login {account.token} crawler")
        await chat.says("/daily 09:00 Berlin")
        backing_up = asyncio.create_task(back_up(world.settings(), file))
        answers = [await chat.says("/balance")]
        while not backing_up.done():
            answers.append(await chat.says("/balance"))
        code, said = await backing_up

    assert code == 0
    assert all(answer.text.startswith(chat.words("balance-title")) for answer in answers)
    assert said[0].startswith(f"✓ {file}: 1 chats, 1 accounts, 1 readings, ")
    assert str(world.directory / keys.FILE) in said[-2]
    assert account.token.encode() not in file.read_bytes()
    assert (world.directory / keys.FILE).read_text().strip().encode() not in file.read_bytes()

    # When it is restored into an empty database, and a bot runs on that
    code, said = await restore(elsewhere, file)
    assert code == 0, said
    assert said[-1].startswith("✓ the keys of ")
    assert said[-1].endswith(" open all of its 1 sealed tokens")
    told = len(chat.messages)
    async with world.bot(elsewhere):
        balance = await chat.says("/balance")
        accounts = await chat.says("/accounts")

    # Then it goes on where the other one was, and answers nothing again.
    assert balance.text.startswith(chat.words("balance-title"))
    assert "crawler" in accounts.text
    assert len(chat.messages) == told + 4


async def test_what_waits_when_the_bot_is_stopped_is_answered_by_the_next(
    world: World, tmp_path: Path, elsewhere: Settings
) -> None:
    async with world.bot():
        await world.person().says("/help")
    async with storage.opened(world.settings().database_url) as kept:
        vault = Vault(keys.existing(None, world.directory))
        sealed = vault.seal(Secret('{"update_id": 77}'), of_update(77))
        await kept.inbox.write_down(
            [storage.Written(update_id=77, received_at=world.clock(), sealed=sealed)], "me", world.clock()
        )

    code, said = await back_up(world.settings(), tmp_path / "backup")
    await restore(elsewhere, tmp_path / "backup")

    assert code == 0
    assert not any("being answered" in line for line in said)
    async with storage.opened(elsewhere.database_url) as kept:
        assert [one.update_id for one in await kept.inbox.waiting()] == [77]


async def test_a_key_that_is_not_there_is_told_and_what_to_do(
    world: World, tmp_path: Path, elsewhere: Settings
) -> None:
    async with world.bot():
        await world.person().says(f"/login {world.account().token}")
    await back_up(world.settings(), tmp_path / "backup")
    old = keys.existing(None, world.directory)[0].id.hex()

    code, said = await restore(replace(elsewhere, encryption_keys=new_key()), tmp_path / "backup")

    assert code == 1
    assert said[-2:] == [
        f"✗ 1 accounts are sealed with key {old}, which is not in ENCRYPTION_KEYS:",
        "  put it back behind the others before the bot starts, or let those chats connect again",
    ]


async def test_nothing_is_restored_beside_a_running_bot_or_over_anything(
    world: World, tmp_path: Path, elsewhere: Settings
) -> None:
    async with world.bot():
        await world.person().says(f"/login {world.account().token}")
    await back_up(world.settings(), tmp_path / "backup")
    async with world.bot(elsewhere):
        code, said = await restore(elsewhere, tmp_path / "backup")
        assert code == 1
        assert "is running" in said[0]

    code, said = await restore(world.settings(), tmp_path / "backup")
    assert (code, said) == (
        1,
        ["✗ the database has something in it; a backup is restored into an empty one only"],
    )


async def test_what_cannot_be_backed_up_or_restored_is_said_in_one_line(world: World, tmp_path: Path) -> None:
    there = world.settings()
    assert await back_up(there, tmp_path / "backup") == (
        1,
        [f"✗ {world.directory}/bot.db: there is no database yet; the first start of the bot makes it"],
    )
    assert await restore(there, tmp_path / "backup") == (1, [f"✗ {tmp_path}/backup: there is no such file"])
    assert not world.directory.exists()

    async with world.bot():
        pass
    own = world.directory / "bot.db"
    assert await back_up(there, own, replacing=True) == (
        1,
        [f"✗ {own}: that is the database itself; name another file"],
    )
    assert (await back_up(there, tmp_path / "backup"))[0] == 0
    assert await back_up(there, tmp_path / "backup") == (
        1,
        [f"✗ {tmp_path}/backup: it is there already; --force replaces a file"],
    )
    assert (await back_up(there, tmp_path / "backup", replacing=True))[0] == 0
