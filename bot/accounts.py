"""How accounts are named, found by name, and named where nobody did. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

FIRST_NAME = "main"
LONGEST_NAME = 24
MOST = 10
"""Accounts a chat may connect."""

# What commands understand by themselves cannot name an account.
_RESERVED = frozenset(
    {"all", "cancel", "keep", "off", "no", "now", "order", "orders", "sign", "usage", "records", "yes"}
)
_NAME = re.compile(r"\w[\w.\-]*")
_DURATION_OR_PAGE = re.compile(r"\d+d?")


class Named(Protocol):
    """Anything that carries an account's name and number."""

    @property
    def name(self) -> str: ...
    @property
    def account_id(self) -> int: ...


N = TypeVar("N", bound=Named)


def is_name(text: str) -> bool:
    """Tell whether this can name an account: one word of letters, digits, `_.-`, no number and no keyword."""
    return (
        len(text) <= LONGEST_NAME
        and _NAME.fullmatch(text) is not None
        and _DURATION_OR_PAGE.fullmatch(text) is None
        and text.casefold() not in _RESERVED
    )


def find(reference: str, among: Iterable[N]) -> N | None:
    """Return the account of this name, whatever its case, or of this number after `#`, as buttons write it."""
    return next(
        (one for one in among if one.name.casefold() == reference.casefold() or f"#{one.account_id}" == reference), None
    )


def free_name(taken: Collection[str]) -> str:
    """Return `main`, or the first of `main-2`, `main-3` … that is not among these names."""
    names = {name.casefold() for name in taken}
    number = 2
    name = FIRST_NAME
    while name in names:
        name, number = f"{FIRST_NAME}-{number}", number + 1
    return name
