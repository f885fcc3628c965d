"""A storage of each test's own, on either database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import storage
from storage import Storage
from tests.postgres import emptied

DATABASES = ("sqlite", "postgresql")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is, if it is a file."""
    return tmp_path / "data" / "bot.db"


@pytest.fixture(params=DATABASES)
async def url(request: pytest.FixtureRequest, path: Path) -> str:
    """The address of an empty database; a test that takes it runs on each."""
    if request.param == "sqlite":
        return f"sqlite:///{path}"
    server, database = (request.getfixturevalue(name) for name in ("postgres_server", "postgres_database"))
    return await emptied(server, database)


@pytest.fixture
async def kept(url: str) -> AsyncIterator[Storage]:
    """An empty storage, open until the test ends."""
    async with storage.opened(url) as kept:
        yield kept
