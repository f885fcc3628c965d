"""All that a database keeps, of one instant, put into a file; and put back into an empty one of whichever kind.

Values stay sealed. A backup is never changed: one of an older version is brought up to date in a copy.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection

from storage.backupfile import Backup, BackupUnusable, backup_at, check_free, describe, put, unfinished
from storage.copying import Row, copy, count
from storage.database import Database
from storage.engines import SQLite
from storage.migrations import check_schema, head, migrate

LATE = timedelta(hours=3)
"""An update that has waited longer is answered no more, as a summary that is so late is skipped."""


class NotEmpty(Exception):
    """The database that a backup was to be restored into has something in it."""


class Backups:
    """Verbs on a database as a whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def make(self, path: Path, *, now: datetime, answered: bool, replacing: bool = False) -> Backup:
        """Write a backup while the database may be in use. Raises BackupUnusable and DatabaseUnavailable.

        `answered`: updates that wait are being answered elsewhere, so what they say is left out. `replacing`: a file
        that is there already.
        """
        check_free(path, replacing=replacing)
        await check_schema(self._database)
        waiting: list[int] = []

        def fit(table: str, row: Row) -> Row:
            if not answered or table != "inbox" or row["sealed"] is None:
                return row
            waiting.append(row["update_id"])
            return {**row, "sealed": None}

        def verb(source: Connection) -> dict[str, int]:
            # Within the look, so that a copy that has to begin again begins with an empty file.
            waiting.clear()
            return target.here(lambda to: copy(source, to, fit))

        with unfinished(path) as name:
            async with _file(name) as target:
                await migrate(target)
                counted = await self._database.read(verb)
            made = Backup(made_at=now, revision=head(), counted=counted, waiting=len(waiting))
            describe(name, made)
            put(name, path, replacing=replacing)
        return made

    async def restore(self, path: Path, *, now: datetime) -> Backup:
        """Put a backup into the database while it is empty: all of it or nothing.

        What a process that is no more had claimed is free; what waited too long is known, and not answered. Raises
        BackupUnusable, NotEmpty and DatabaseUnavailable.
        """
        made = backup_at(path)
        late: list[int] = []

        def fit(table: str, row: Row) -> Row:
            if table == "inbox":
                row = {**row, "holder": None, "handed": None}
                if row["sealed"] is not None and row["received_at"] < now - LATE:
                    late.append(row["update_id"])
                    return {**row, "sealed": None}
            return _unclaimed(table, row) if row.get("token") else row

        def verb(connection: Connection) -> dict[str, int]:
            late.clear()
            if any(count(connection).values()):
                raise NotEmpty
            counted = source.here(lambda origin: copy(origin, connection, fit))
            if count(connection) != counted:
                raise BackupUnusable(f"{path}: not all of it arrived")
            return counted

        with tempfile.TemporaryDirectory(prefix="bytesflows-restore-") as directory:
            copied = Path(directory) / "backup.db"
            shutil.copyfile(path, copied)
            async with _file(copied) as source:
                await migrate(source)
                await migrate(self._database)
                counted = await self._database.write(verb)
        return replace(made, counted=counted, waiting=len(late))


def _unclaimed(table: str, row: Row) -> Row:
    """What somebody had in hand who is no more: anybody's, as if it had never been claimed."""
    return {**row, "token": None, "attempts": 0, "wake_at": row["next_at"] if table == "daily" else row["wake_at"]}


@asynccontextmanager
async def _file(path: Path) -> AsyncIterator[SQLite]:
    database = SQLite(f"sqlite:///{quote(str(path))}")
    try:
        yield database
    finally:
        await database.close()
