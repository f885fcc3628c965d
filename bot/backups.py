"""`bytesflows-bot backup` and `restore`: everything the bot keeps, in one file, sealed as it is.

The way back after a loss, and the way from SQLite to PostgreSQL or back.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import storage
from bot.config import Settings
from bot.desk import LIVE, Refused, Say, check_there, told
from bot.keysource import Given, Source, source
from storage import Backup, BackupUnusable, NotEmpty


async def backup(settings: Settings, path: Path, say: Say, *, replacing: bool) -> int:
    """Write a backup beside running bots."""
    return await told(say, _backup(settings, path, say, replacing=replacing))


async def restore(settings: Settings, path: Path, say: Say) -> int:
    """Put a backup into the empty database of these settings, while no bot runs on it."""
    return await told(say, _restore(settings, path, say))


async def _backup(settings: Settings, path: Path, say: Say, *, replacing: bool) -> int:
    own = storage.sqlite_file(settings.database_url)
    check_there(own)
    if own is not None and path.resolve() == own.resolve():  # noqa: ASYNC240  # nobody else has this loop
        raise Refused(f"{path}: that is the database itself; name another file")
    now = datetime.now(UTC)
    async with storage.opened(settings.database_url, migrating=False) as kept:
        running = bool(await kept.keyrings.seen(now - LIVE))
        try:
            made = await kept.backups.make(path, now=now, answered=running, replacing=replacing)
        except BackupUnusable as error:
            raise Refused(f"{error}{'' if replacing else '; --force replaces a file'}") from error
    say(f"✓ {path}: {_counted(made)}")
    if made.waiting:
        say(f"Updates that were being answered just then are not in it ({made.waiting:,}).")
    say(
        f"Tokens are sealed in it, and no key is: keep {_name(source(settings))} elsewhere. Without it every account of"
    )
    say("the backup has to be connected again.")
    return 0


async def _restore(settings: Settings, path: Path, say: Say) -> int:
    now = datetime.now(UTC)
    try:
        storage.backup_at(path)
        with _alone(storage.sqlite_file(settings.database_url)):
            await _check_empty(settings)
            async with storage.opened(settings.database_url) as kept:
                if await kept.keyrings.seen(now - LIVE):
                    raise Refused("a bot is running on this database; stop it first")
                made = await kept.backups.restore(path, now=now)
                seals = await kept.seals.count()
    except BackupUnusable as error:
        raise Refused(str(error)) from error
    except NotEmpty as error:
        raise Refused("the database has something in it; a backup is restored into an empty one only") from error
    say(f"✓ restored as of {made.made_at:%Y-%m-%d %H:%M:%S} UTC: {_counted(made)}")
    if made.waiting:
        say(f"{made.waiting:,} updates have waited for more than three hours and are not answered any more.")
    return await _opens(source(settings), seals["accounts"], say)


@contextmanager
def _alone(path: Path | None) -> Iterator[None]:
    """Keep a bot from beginning with a file meanwhile; one that is at work with it is no place to restore into."""
    if path is None:
        yield
        return
    descriptor = -1
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Refused(f"a bot is running with {path}; stop it first") from error
    finally:
        if descriptor >= 0:
            os.close(descriptor)


async def _check_empty(settings: Settings) -> None:
    """Look before the schema is brought up to date: whoever uses the database may not be."""
    seen = await storage.looked_at(settings.database_url)
    if seen is not None and seen.sealed:
        raise NotEmpty


async def _opens(come_from: Source, sealed: dict[str, int], say: Say) -> int:
    """Say whether the keyring opens what was restored."""
    ring = {key.id.hex() for key in await come_from.keys()}
    lost = {key_id: number for key_id, number in sealed.items() if key_id not in ring}
    if not lost:
        say(f"✓ the keys of {_name(come_from)} open all of its {sum(sealed.values()):,} sealed tokens")
        return 0
    for key_id, number in lost.items():
        say(f"✗ {number:,} accounts are sealed with key {key_id}, which is not in {_name(come_from)}:")
        say("  put it back behind the others before the bot starts, or let those chats connect again")
    return 1


def _counted(made: Backup) -> str:
    names = {"chats": "chats", "accounts": "accounts", "readings": "readings"}
    counted = ", ".join(f"{made.counted[table]:,} {name}" for table, name in names.items())
    return f"{counted}, {sum(made.counted.values()):,} rows in all"


def _name(come_from: Source) -> str:
    return come_from.name if isinstance(come_from, Given) else f"the keyring ({come_from.name})"
