"""What tests of the arithmetic look at: an account as the vendor might keep it, and looks at it."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from bot.consumption import Consumption, Step
from bot.traffic import Overview, Sample, Tally

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
GB = 1024**3


def overview(total: int | None, available: int | None) -> Overview:
    """An overview without money."""
    return Overview(total_bytes=total, available_bytes=available, balance=None, currency=None)


def sample(hours_ago: float, total: int | None, available: int | None, tally: Tally | None = None) -> Sample:
    """What an account showed, so many hours before NOW."""
    return Sample(taken_at=NOW - timedelta(hours=hours_ago), overview=overview(total, available), tally=tally)


def between(begin: datetime, end: datetime, parts: Consumption) -> Step:
    """What happened between two looks, of which the later one shows nothing of interest here."""
    return Step(since=begin, until=end, parts=parts, total_bytes=0, available_bytes=0, listed=False)


amounts = st.none() | st.integers(min_value=0, max_value=2**63 - 1)
looks = st.lists(
    st.builds(sample, st.floats(-400, 400), amounts, amounts),
    max_size=12,
)
