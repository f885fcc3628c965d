"""What the side panel offers a visitor: plain values, shown as text and never as markup."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A value worth copying, such as a token: `label` names it, `note` says in a few words what it is good for."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A message worth sending. One that ends with a space wants an argument: it is put before the visitor, not sent."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """All of the panel, in the order in which it is shown: what to try alone with the bot, and what in a group."""

    tokens: tuple[Hint, ...] = ()
    private: tuple[Try, ...] = ()
    group: tuple[Try, ...] = ()
