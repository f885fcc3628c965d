"""What can be done at the vendor from the side panel: each lever with its words, and the deed.

What fits but can't be done now is offered, and refused in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sandbox.vendor import Account, Vendor, trade
from sandbox.vendor.accounts import GB

PRICE = 8.0
"""Of 10 GB, as far as the balance goes."""
BUSY = "Use"
PACKAGES = "Packages"
TROUBLE = "Trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing that can be done now. `row`: what it belongs to. `said`: what is said when it is done.

    `lasts`: whether an hour is to pass, so that the bot has seen it. `refusal`: why it can't be done, or None.
    """

    name: str
    row: str
    label: str
    note: str
    said: str
    grave: bool = False
    lasts: bool = True
    refusal: str | None = None
    act: Callable[[datetime], object] = field(repr=False)

    def json(self) -> dict[str, object]:
        """Return what its button needs."""
        return {name: getattr(self, name) for name in ("name", "row", "label", "note", "grave")}


def of_account(account: Account) -> Iterator[Lever]:
    """Yield what can be done to an account now."""
    yield from _using(account)
    yield from _packages(account)
    yield _token(account)
    yield _count(account)


def of_vendor(vendor: Vendor, *, is_down: bool) -> Lever:
    """Return what can be done to the vendor as a whole now."""
    if is_down:
        return Lever(
            name="up",
            row=TROUBLE,
            label="Vendor up",
            note="The vendor answers again",
            said="The vendor answers again.",
            lasts=False,
            act=lambda _: vendor.faults.clear(),
        )
    return Lever(
        name="down",
        row=TROUBLE,
        label="Vendor down",
        note="No question is answered any more",
        said="The vendor is down.",
        grave=True,
        act=lambda _: vendor.faults.cut(times=None),
    )


def _using(account: Account) -> Iterator[Lever]:
    nothing = None if account.available else "Nothing is left to be used."
    for gigabytes in (1, 10):
        yield Lever(
            name=f"use-{gigabytes}",
            row=BUSY,
            label=f"{gigabytes} GB",
            note=f"Use {gigabytes} GB, or what is left, within an hour",
            said="All that was left was used." if account.available < gigabytes * GB else f"{gigabytes} GB were used.",
            refusal=nothing,
            act=partial(_use, account, gigabytes * GB),
        )
    rest = account.total // 20
    yield Lever(
        name="use-most",
        row=BUSY,
        label="All but 5 %",
        note="Use traffic until 5 % of the total is left",
        said="All but 5 % was used.",
        grave=True,
        refusal=None if account.available > rest else "No more than 5 % is left already.",
        act=lambda _: trade.use(account, account.available - rest),
    )


def _packages(account: Account) -> Iterator[Lever]:
    yield Lever(
        name="buy",
        row=PACKAGES,
        label="Buy 10 GB",
        note="For 30 days; $8 of the balance, as far as it goes",
        said="10 GB were bought.",
        act=lambda now: _buy(account, now),
    )
    yield Lever(
        name="check-in",
        row=PACKAGES,
        label="Check in",
        note="A reward of 0.5 GB for 14 days",
        said="Checked in, for 0.5 GB.",
        act=lambda now: trade.acquire(account, kind="sign", traffic=GB // 2, life=timedelta(days=14), now=now),
    )
    ending = trade.next_to_end(account)
    yield Lever(
        name="expire",
        row=PACKAGES,
        label="Expire next",
        note="The package that expires next does so now, with what is left in it",
        said="The package has expired.",
        grave=True,
        refusal=None if ending else "There is no package that could expire.",
        act=lambda now: ending and trade.expire(account, ending, now),
    )


def _use(account: Account, traffic: int, _now: datetime) -> None:
    trade.use(account, traffic)


def _buy(account: Account, now: datetime) -> None:
    trade.acquire(account, kind="order", traffic=10 * GB, life=timedelta(days=30), now=now)
    account.balance = max(0.0, account.balance - PRICE)


def _token(account: Account) -> Lever:
    def become(*, revoked: bool) -> None:
        account.revoked = revoked

    if account.revoked:
        return Lever(
            name="restore",
            row=TROUBLE,
            label="Restore token",
            note="The token is accepted again; the bot tries it within three hours, or when somebody asks",
            said="The token is accepted again.",
            lasts=False,
            act=lambda _: become(revoked=False),
        )
    return Lever(
        name="revoke",
        row=TROUBLE,
        label="Revoke token",
        note="The vendor refuses the token from now on",
        said="The token was revoked.",
        grave=True,
        act=lambda _: become(revoked=True),
    )


def _count(account: Account) -> Lever:
    def become(*, miscounted: bool) -> None:
        account.miscounted = miscounted

    if account.miscounted:
        return Lever(
            name="count",
            row=TROUBLE,
            label="Count right",
            note="The overview adds up again",
            said="The overview adds up again.",
            lasts=False,
            act=lambda _: become(miscounted=False),
        )
    return Lever(
        name="miscount",
        row=TROUBLE,
        label="Count oddly",
        note="The overview says that more is available than there is in all",
        said="The overview does not add up any more.",
        act=lambda _: become(miscounted=True),
    )
