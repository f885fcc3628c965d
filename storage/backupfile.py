"""The file that a backup is: how it is known, found to be whole, and given its name.

It is one SQLite file with a table more than a database has, which says of which instant and schema it is. It is whole
or not there, for it is made under another name.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.database import DatabaseUnavailable
from storage.migrations import head

_MADE = "CREATE TABLE backup (made_at TEXT, revision TEXT, counted TEXT, digest TEXT)"


class BackupUnusable(Exception):
    """A file that is no backup, is damaged or of a newer version; or one that can't be made or may not be replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup is: of which instant and schema, how many rows of each table.

    `waiting`: of these, updates that waited for an answer and are not answered from here.
    """

    made_at: datetime
    revision: str
    counted: dict[str, int]
    waiting: int = 0


def check_free(path: Path, *, replacing: bool) -> None:
    """Raise BackupUnusable where a backup cannot be made for what is there already."""
    if path.is_dir() or (path.exists() and not replacing):
        raise BackupUnusable(f"{path}: it is there already")


def backup_at(path: Path) -> Backup:
    """Return what a backup is, having found that it is whole; the file is not changed. Raises BackupUnusable."""
    if not path.is_file():
        raise BackupUnusable(f"{path}: there is no such file")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        made_at, revision, counted, digest = connection.execute("SELECT * FROM backup").fetchone()
        if _digest(connection) != digest or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BackupUnusable(f"{path}: it is damaged; take another one")
        if revision > head():
            raise BackupUnusable(
                f"{path}: it is of a newer version (schema {revision}, this one knows {head()}); restore it with that"
            )
        return Backup(made_at=datetime.fromisoformat(made_at), revision=revision, counted=json.loads(counted))
    except sqlite3.Error as error:
        if "no such table: backup" in str(error) or "not a database" in str(error):
            raise BackupUnusable(f"{path}: it is no backup of this bot") from error
        raise BackupUnusable(f"{path}: it is damaged ({error}); take another one") from error
    except (TypeError, ValueError) as error:
        raise BackupUnusable(f"{path}: it is damaged; take another one") from error
    finally:
        connection.close()


@contextlib.contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A name beside it for as long as it is being made; nothing is left of it."""
    name = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        yield name
    except DatabaseUnavailable as error:
        raise BackupUnusable(f"{path}: it can't be made ({str(error).rpartition(': ')[2]})") from error
    except OSError as error:
        raise BackupUnusable(f"{path}: it can't be made ({error.strerror})") from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                name.with_name(name.name + end).unlink()


def describe(path: Path, made: Backup) -> None:
    """Write into the file what it is, and leave it as one that can be opened without being changed."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        values = (made.made_at.isoformat(), made.revision, json.dumps(made.counted), _digest(connection))
        connection.execute("BEGIN")
        connection.execute(_MADE)
        connection.execute("INSERT INTO backup VALUES (?, ?, ?, ?)", values)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise DatabaseUnavailable(str(error)) from error
    finally:
        connection.close()


def _digest(connection: sqlite3.Connection) -> str:
    """Of every row as it is in the file: SQLite itself would not notice a letter that became another."""
    digest = hashlib.sha256()
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'backup' ORDER BY name"
    for (name,) in connection.execute(query).fetchall():
        digest.update(name.encode())
        for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):  # noqa: S608  # a name of the file's own
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def put(made: Path, path: Path, *, replacing: bool) -> None:
    """Give a finished file its name, unless another one came by it meanwhile; and let that survive a power cut."""
    if replacing:
        made.replace(path)
    else:
        try:
            os.link(made, path)
        except FileExistsError as error:
            raise BackupUnusable(f"{path}: it is there already") from error
        except OSError:  # a volume that knows no links
            check_free(path, replacing=False)
            made.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
