"""What was spoken up about, and what a chat wants to hear of."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import storage
from storage import Account, AlertChoice, Raise, Storage
from tests.storage.given import CHAT, GROUP, NOW, SUPERGROUP, connect

HOUR = timedelta(hours=1)
LOW = Raise(kind="l", severity=1.5, until=None, figures='{"a": 1}')
CHOSEN = AlertChoice(
    enabled=True,
    topic_id=77,
    low_percent=None,
    low_bytes=5 * 1024**3,
    days=3,
    expiry_days=None,
    spike_times=4,
    balance=Decimal("7.50"),
    trouble=False,
)


@pytest.fixture
async def kept(path: Path) -> AsyncIterator[Storage]:
    async with storage.opened(f"sqlite:///{path}") as kept:
        yield kept


@pytest.fixture
async def account(kept: Storage) -> Account:
    return await connect(kept)


async def move(kept: Storage) -> None:
    await kept.life.move(GROUP, SUPERGROUP, now=NOW, reseal=lambda *_: b"sealed", free_name=lambda name, _: name)


async def test_what_is_about_to_be_said_was_not_said(kept: Storage, account: Account) -> None:
    await kept.alerts.raise_(account.account_id, [LOW])

    alert = (await kept.alerts.of(account.account_id))["l"]

    assert (alert.said_at, alert.severity, alert.figures) == (None, 0.0, LOW.figures)
    assert not await kept.alerts.mark(account.account_id, ["l"], taken_by="Ann")


async def test_what_was_said_stays_as_bad_as_it_was_until_it_is_said_again(kept: Storage, account: Account) -> None:
    await kept.alerts.raise_(account.account_id, [LOW])
    await kept.alerts.said(account.account_id, ["l"], NOW)
    worse = replace(LOW, severity=4.0, until=NOW + HOUR, figures='{"a": 2}')
    await kept.alerts.raise_(account.account_id, [worse])

    before = (await kept.alerts.of(account.account_id))["l"]
    await kept.alerts.said(account.account_id, ["l"], NOW + HOUR)
    after = (await kept.alerts.of(account.account_id))["l"]

    assert (before.severity, before.until, before.said_at) == (1.5, None, NOW)
    assert (after.severity, after.until, after.said_at) == (4.0, NOW + HOUR, NOW + HOUR)


async def test_what_people_did_is_over_when_it_is_said_again(kept: Storage, account: Account) -> None:
    await kept.alerts.raise_(account.account_id, [LOW, replace(LOW, kind="d")])
    await kept.alerts.said(account.account_id, ["l", "d"], NOW)

    assert await kept.alerts.mark(account.account_id, ["l"], snoozed_until=NOW + HOUR, snoozed_by="Ann")
    assert await kept.alerts.mark(account.account_id, ["l", "d"], taken_by="Bob", taken_by_id=7)
    marked = await kept.alerts.of(account.account_id)
    await kept.alerts.said(account.account_id, ["l"], NOW + HOUR)
    again = await kept.alerts.of(account.account_id)

    assert (marked["l"].snoozed_until, marked["l"].snoozed_by) == (NOW + HOUR, "Ann")
    assert (marked["d"].snoozed_until, marked["d"].taken_by, marked["d"].taken_by_id) == (None, "Bob", 7)
    assert (again["l"].snoozed_until, again["l"].snoozed_by, again["l"].taken_by) == (None, None, None)
    assert again["d"].taken_by == "Bob"


async def test_what_is_over_is_forgotten(kept: Storage, account: Account) -> None:
    await kept.alerts.raise_(account.account_id, [LOW, replace(LOW, kind="d")])

    await kept.alerts.over(account.account_id, ["l"])

    assert list(await kept.alerts.of(account.account_id)) == ["d"]


async def test_of_an_account_that_is_gone_nothing_is_noted(kept: Storage, account: Account) -> None:
    await kept.accounts.disconnect(account, keep_history=False)

    await kept.alerts.raise_(account.account_id, [LOW])

    assert await kept.alerts.of(account.account_id) == {}


async def test_what_a_chat_chose_comes_back_and_goes_with_it(kept: Storage) -> None:
    assert not await kept.rules.choose(CHAT, CHOSEN)
    await connect(kept)
    assert await kept.rules.of(CHAT) is None

    assert await kept.rules.choose(CHAT, CHOSEN)
    first = await kept.rules.of(CHAT)
    await kept.rules.choose(CHAT, replace(CHOSEN, enabled=False, balance=None))
    second = await kept.rules.of(CHAT)
    await kept.life.forget(CHAT)

    assert (first, second) == (CHOSEN, replace(CHOSEN, enabled=False, balance=None))
    assert await kept.rules.of(CHAT) is None


async def test_a_group_that_moves_takes_its_choice_along_but_no_topic(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    await kept.rules.choose(GROUP, CHOSEN)

    await move(kept)

    assert await kept.rules.of(GROUP) == await kept.rules.of(SUPERGROUP) == replace(CHOSEN, topic_id=0)


async def test_what_was_chosen_in_the_new_chat_counts(kept: Storage) -> None:
    await connect(kept, chat_id=GROUP)
    await connect(kept, "other", chat_id=SUPERGROUP)
    await kept.rules.choose(GROUP, CHOSEN)
    await kept.rules.choose(SUPERGROUP, replace(CHOSEN, days=9))

    await move(kept)

    assert await kept.rules.of(SUPERGROUP) == replace(CHOSEN, days=9)


async def test_a_chat_that_is_left_keeps_nothing_of_it_but_its_history(kept: Storage) -> None:
    account = await connect(kept, chat_id=GROUP)
    await kept.chats.choose(GROUP, keeps_history=True)
    await kept.rules.choose(GROUP, CHOSEN)
    await kept.alerts.raise_(account.account_id, [LOW])
    await kept.watches.wake([account.account_id], NOW)

    await kept.life.leave(GROUP)

    assert await kept.rules.of(GROUP) is None
    assert await kept.alerts.of(account.account_id) == {}
    assert await kept.watches.claim(NOW, lease=HOUR, limit=1) == ()
