"""What a chat wants to hear of, as people type it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.alerts import Rules
from bot.thresholds import ABOUT, EXAMPLES, changed

MB, GB = 1024**2, 1024**3
NONE = Rules(
    enabled=False, low_percent=None, low_bytes=None, days=None, expiry_days=None, spike_times=None, trouble=False
)


@pytest.mark.parametrize(
    ("about", "text", "name", "wanted"),
    [
        ("low", "10%", "low_percent", 10),
        ("low", "10 %", "low_percent", 10),
        ("low", "۱۰٪", "low_percent", 10),
        ("low", "5GB", "low_bytes", 5 * GB),
        ("low", "5 gb", "low_bytes", 5 * GB),
        ("low", "1,5 GiB", "low_bytes", 1536 * MB),
        ("low", "500 MB", "low_bytes", 500 * MB),
        ("days", "3", "days", 3),
        ("days", "3d", "days", 3),
        ("days", "60 days", "days", 60),
        ("expiry", "7", "expiry_days", 7),
        ("spike", "3", "spike_times", 3),
        ("spike", "x4", "spike_times", 4),
        ("spike", "5×", "spike_times", 5),
        ("balance", "5", "balance", Decimal(5)),
        ("balance", "$7.50", "balance", Decimal("7.50")),
        ("balance", "7,5 €", "balance", Decimal("7.5")),
        ("trouble", "ON", "trouble", True),
    ],
)
def test_what_is_typed_is_understood_and_switches_alerts_on(about: str, text: str, name: str, wanted: object) -> None:
    rules = changed(NONE, about, text)

    assert getattr(rules, name) == wanted
    assert rules.enabled


@pytest.mark.parametrize(
    ("about", "text"),
    [
        ("low", "10"),
        ("low", "0%"),
        ("low", "100%"),
        ("low", "2.5%"),
        ("low", "-5GB"),
        ("low", "1 B"),
        ("low", "1000000000 TB"),
        ("low", "lots"),
        ("low", "1,000GB"),
        ("days", "0"),
        ("days", "61"),
        ("days", "1.5"),
        ("expiry", "31"),
        ("spike", "1"),
        ("spike", "101"),
        ("balance", "0"),
        ("balance", "-5"),
        ("balance", "5 euros please"),
        ("trouble", "maybe"),
    ],
)
def test_what_makes_no_sense_is_refused(about: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        changed(Rules(), about, text)


@pytest.mark.parametrize("about", ABOUT)
def test_each_can_be_switched_off_alone_and_its_example_is_good(about: str) -> None:
    off = changed(Rules(balance=Decimal(5)), about, "off")

    assert off != Rules(balance=Decimal(5))
    assert changed(off, about, EXAMPLES[about]).enabled


def test_a_share_takes_the_place_of_an_amount_and_the_other_way_round() -> None:
    amount = changed(Rules(), "low", "5GB")
    share = changed(amount, "low", "7%")

    assert (amount.low_percent, amount.low_bytes) == (None, 5 * GB)
    assert (share.low_percent, share.low_bytes) == (7, None)


@given(st.sampled_from(ABOUT), st.text(max_size=40))
def test_any_text_is_understood_or_refused(about: str, text: str) -> None:
    try:
        rules = changed(Rules(), about, text)
    except ValueError:
        return
    assert rules.enabled
