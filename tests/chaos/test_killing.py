"""However often bots are killed, no update and no push is lost, and order within a chat is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.killing import Cell, killed
from tests.postgres import emptied

SHORT = (Cell(engine="sqlite", processes=2), Cell(engine="postgresql", processes=2, mode="webhook"))
KILLS = 3
"""`make chaos` goes on to two hundred."""


@pytest.mark.parametrize("cell", SHORT, ids=lambda cell: f"{cell.engine} {cell.mode}")
async def test_killed_over_and_over_nothing_is_lost(request: pytest.FixtureRequest, tmp_path: Path, cell: Cell) -> None:
    database = None
    if cell.engine == "postgresql":
        server, name = (request.getfixturevalue(one) for one in ("postgres_server", "postgres_database"))
        database = await emptied(server, name)

    tally = await killed(cell, tmp_path / "data", kills=KILLS, database=database)

    assert tally.faultless, tally
    assert tally.answered == tally.updates == KILLS * 12
