"""Overviews become readings, and come back as they were."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot import history
from bot.traffic import Overview, Sample

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "overview",
    [
        Overview(total_bytes=10, available_bytes=4, balance=Decimal("1.50"), currency="USD"),
        Overview(total_bytes=None, available_bytes=None, balance=None, currency=None),
        Overview(total_bytes=1, available_bytes=2, balance=Decimal(0), currency="x" * 16),
    ],
)
def test_what_is_kept_of_an_overview_gives_it_back(overview: Overview) -> None:
    assert history.sample(history.reading(overview, NOW)) == Sample(taken_at=NOW, overview=overview)


def test_a_currency_too_long_to_be_one_is_cut() -> None:
    overview = Overview(total_bytes=1, available_bytes=1, balance=None, currency="c" * 500)

    assert history.reading(overview, NOW).currency == "c" * 16
