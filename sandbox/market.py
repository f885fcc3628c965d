"""What goes on at the vendor while time passes: traffic is used, packages end, and what is to happen happens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandbox.habits import Habit
from sandbox.vendor import Account, trade


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Something that happens at an instant."""

    at: datetime
    deed: trade.Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """An account, how it is used, and what is still to happen to it, in that order."""

    account: Account
    habit: Habit | None = None
    story: tuple[Chapter, ...] = ()


class Market:
    """Customers, as they are at the instant to which time has passed for them."""

    def __init__(self, *customers: Customer, begun: datetime) -> None:
        self._customers = customers
        self.at = begun

    def until(self, now: datetime) -> None:
        """Let time pass until an instant; one that has passed changes nothing."""
        if now <= self.at:
            return
        for customer in self._customers:
            _pass(customer, self.at, now)
        self.at = now


def _pass(customer: Customer, since: datetime, until: datetime) -> None:
    account, at = customer.account, since
    trade.lapse(account, since)
    while at < until:
        chapters = [chapter for chapter in customer.story if at < chapter.at <= until]
        end = trade.ends_after(account, at)
        to = min((until, *(chapter.at for chapter in chapters), *((end,) if end is not None else ())))
        if customer.habit is not None:
            trade.use(account, customer.habit.used(at, to))
        trade.lapse(account, to)
        for chapter in chapters:
            if chapter.at == to:
                chapter.deed(account, to)
        at = to
