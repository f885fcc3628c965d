"""However often bots are killed, no update and no push is lost, and order within a chat is kept."""

from __future__ import annotations

from pathlib import Path

from tests.chaos.killing import Cell, killed
from tests.postgres import emptied

SHORT = Cell(engine="postgresql", processes=2, mode="webhook")
"""`tests/processes/test_kill.py` kills one that polls on SQLite."""
KILLS = 3
"""`make chaos` goes on to two hundred, in each of the eight ways to run."""


async def test_killed_over_and_over_nothing_is_lost(
    tmp_path: Path, postgres_server: str, postgres_database: str
) -> None:
    database = await emptied(postgres_server, postgres_database)

    tally = await killed(SHORT, tmp_path / "data", kills=KILLS, database=database)

    assert tally.faultless, tally
    assert tally.answered == tally.updates == KILLS * 12
