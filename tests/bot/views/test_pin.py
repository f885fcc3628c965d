"""The live card: whole in the snapshots, and what must hold for it however many accounts there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.bytesflows.errors import TokenRefused, Unreachable
from bot.forecast import Loss, Pace
from bot.i18n import Words
from bot.problems import NoAccount
from bot.reply import Button, Reply
from bot.traffic import Sample
from bot.views import pin, trouble
from bot.views.pin import Carded
from tests.bot.views.given import GB, HOSTILE, LANGUAGES, NOW, Named, overview, record, whole, words

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MAIN = Carded(
    name="main",
    by_cookie=False,
    sample=Sample(taken_at=NOW, overview=overview(total=100 * GB, available=86 * GB)),
    trouble=None,
    pace=Pace(bytes_a_day=Decimal(6 * GB), history=7 * DAY),
    ends=None,
    expiring=record(),
    losses=(),
)
CRAWLER = replace(
    MAIN,
    name="crawler",
    losses=tuple(Loss(expires_at=NOW + days * DAY, lost_bytes=12 * GB) for days in (3, 5, 9)),
)
EMPTY = replace(MAIN, sample=Sample(taken_at=NOW, overview=overview(available=0)), expiring=None)


def refused(words: Words) -> Carded:
    """The account whose token is refused."""
    why = trouble.vendor(TokenRefused(), words, account=Named(name="main", account_id=12), last=None, again=pin.REFRESH)
    return replace(MAIN, trouble=why)


def out_of_reach(words: Words) -> Carded:
    """The account when the vendor does not answer."""
    why = trouble.vendor(Unreachable(), words, account=Named(name="main", account_id=12), last=None, again=pin.REFRESH)
    return replace(CRAWLER, trouble=why)


def card(words: Words, *accounts: Carded, placed: bool = True, money: bool = True) -> Reply:
    """A card of these accounts."""
    return pin.card(words, accounts, placed=placed, shows_money=money)


VIEWS: dict[str, Callable[[Words], Reply]] = {
    "one": lambda words: card(words, MAIN),
    "one that loses, no money": lambda words: card(words, CRAWLER, money=False),
    "one with nothing left": lambda words: card(words, EMPTY),
    "one that was never seen": lambda words: card(words, replace(MAIN, sample=None)),
    "one that is new, by cookie": lambda words: card(words, replace(MAIN, pace=None, expiring=None, by_cookie=True)),
    "several, one seen long ago": lambda words: card(
        words, MAIN, replace(CRAWLER, sample=Sample(taken_at=NOW - 2 * DAY, overview=overview()))
    ),
    "refused": lambda words: card(words, refused(words)),
    "refused and out of reach": lambda words: card(words, refused(words), out_of_reach(words)),
    "no account": lambda words: pin.empty(words, trouble.problem(NoAccount(), words, again="")),
    "off": lambda words: pin.off(words, was_on=True),
    "none": lambda words: pin.off(words, was_on=False),
    "lost": pin.lost,
    "may not pin": lambda words: Reply(text=words("pin-may-not")),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", VIEWS)
def test_a_card_reads_as_it_should(language: str, case: str, snapshot: SnapshotAssertion) -> None:
    assert whole(VIEWS[case](words(language))) == snapshot


def figures(reply: Reply) -> str:
    """What a change of is worth an edit."""
    assert reply.card is not None
    return reply.card.figures


def test_getting_older_is_no_change_and_any_figure_is_one() -> None:
    def seen(ago: timedelta, available: int = 86) -> Carded:
        sample = Sample(taken_at=NOW - ago, overview=overview(total=100 * GB, available=available * GB))
        return replace(MAIN, sample=sample, pace=None)

    one, other = card(words(), seen(HOUR)), card(words(), seen(2 * HOUR))
    stale = replace(CRAWLER, pace=None)

    assert one.text != other.text
    assert figures(one) == figures(other) != figures(card(words(), seen(HOUR, available=85)))
    assert figures(card(words(), stale, seen(HOUR))) == figures(card(words(), stale, seen(9 * HOUR)))


def test_the_age_that_is_told_is_that_of_the_oldest_figures_seen_together() -> None:
    accounts = [
        replace(MAIN, name=f"a{hours}", sample=Sample(taken_at=NOW - hours * HOUR, overview=overview()))
        for hours in (0, 2, 30)
    ]

    told = re.findall(r'unix="(\d+)"', card(words(), *accounts).text)

    assert told == [str(int((NOW - hours * HOUR).timestamp())) for hours in (30, 2)]


@pytest.mark.parametrize("language", ["en", "ar", "ru", "zh"])
def test_a_card_of_the_most_accounts_fits_a_message(language: str) -> None:
    accounts = [replace(CRAWLER, name="ж" * 24)] * 20

    reply = card(words(language), *accounts)

    assert len(reply.text) <= pin.LONGEST_TEXT
    assert reply.text.count("ж" * 24) == 20


def test_what_is_hostile_stays_text() -> None:
    whole(card(words(), replace(MAIN, name=HOSTILE), replace(CRAWLER, name=HOSTILE)))


def test_no_button_but_refresh_writes_over_the_card() -> None:
    for accounts in ((MAIN,), (refused(words()), out_of_reach(words()))):
        for row in card(words(), *accounts).buttons:
            for button in row:
                assert isinstance(button, Button)
                assert button.below == (button.command != pin.REFRESH)
