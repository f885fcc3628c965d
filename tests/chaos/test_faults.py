"""People who go on asking while a neighbour fails are all answered, or told, soon after, and nobody twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chaos.faults import database_faults, faults
from tests.chaos.trial import HURRIED, Neighbour, trial
from tests.postgres import emptied

TRIED: tuple[tuple[Neighbour, str, bytes], ...] = (
    ("telegram", "response reset", b"/sendMessage"),
    ("telegram", "black hole", b""),
    ("telegram", "gzip bomb", b""),
    ("telegram", "502 as a page", b""),
    ("vendor", "black hole", b""),
    ("vendor", "gzip bomb", b""),
)
"""Of the matrix that `make chaos` goes through."""


@pytest.mark.parametrize(("neighbour", "fault", "only"), TRIED)
async def test_a_fault_costs_nobody_an_answer_or_word_of_it(
    tmp_path: Path, neighbour: Neighbour, fault: str, only: bytes
) -> None:
    report = await trial(tmp_path, neighbour, fault, faults(0.05)[fault], patience=HURRIED, seconds=1.2, only=only)

    assert report.faultless, report
    assert report.seconds < 10


@pytest.mark.parametrize("fault", ["reset at the commit"])
async def test_a_database_that_fails_costs_nobody_an_answer_or_word_of_it(
    tmp_path: Path, postgres_server: str, postgres_database: str, fault: str
) -> None:
    database = await emptied(postgres_server, postgres_database)
    failing, only = database_faults(0.05)[fault]

    report = await trial(
        tmp_path, "database", fault, failing, patience=HURRIED, seconds=1.2, only=only, database=database
    )

    assert report.faultless, report
