"""How accounts are named, found by name, and named where nobody did. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

FIRST_NAME = "main"
LONGEST_NAME = 24
LONGEST_WORD = 15
LONGEST_MIXED = 11
"""Characters of one word behind `/login` that is a name: of letters only, or mixed. A longer one may be a token."""
MOST = 10
"""Accounts a chat may connect."""

# What commands understand by themselves cannot name an account.
_RESERVED = frozenset(
    {
        *("all", "cancel", "keep", "off", "on", "no", "now", "order", "orders", "sign", "usage", "records", "yes"),
        *("add", "default", "remove", "rename", "share", "revoke", "used"),
    }
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


def is_short_name(word: str) -> bool:
    """Tell whether a word that stands where a token may stand names an account instead: tokens are longer."""
    return is_name(word) and len(word) <= (LONGEST_WORD if word.isalpha() else LONGEST_MIXED)


def default(among: Sequence[N], default_id: int | None) -> N:
    """Return the account that is meant where none is named: the one that was chosen, else the one connected first."""
    return next((one for one in among if one.account_id == default_id), among[0])


def find(reference: str, among: Iterable[N]) -> N | None:
    """Return the account of this name, whatever its case, or of this number after `#`, as buttons write it."""
    return next(
        (one for one in among if one.name.casefold() == reference.casefold() or f"#{one.account_id}" == reference), None
    )


def free_name(taken: Collection[str], first: str = FIRST_NAME) -> str:
    """Return `first`, or the first of `first-2`, `first-3` … that is not among these names."""
    names = {name.casefold() for name in taken}
    number, name = 2, first
    while name.casefold() in names:
        tail = f"-{number}"
        name, number = f"{first[: LONGEST_NAME - len(tail)]}{tail}", number + 1
    return name
