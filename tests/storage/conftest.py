"""A storage on a file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import storage
from storage import Storage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "data" / "bot.db"


@pytest.fixture
async def kept(path: Path) -> AsyncIterator[Storage]:
    """An empty storage, open until the test ends."""
    async with storage.opened(f"sqlite:///{path}") as kept:
        yield kept
