"""What somebody typed -> the command that was meant, with whatever may be a secret kept apart. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from bot.accounts import is_short_name
from bot.commands import Row
from bot.credentials import looks_secret
from bot.secret import Secret

LONGEST_CODE = 22
"""Characters of the codes that our own links carry behind `/start`."""
_NUMBER = re.compile(r"#[0-9]{1,18}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A command's name and what follows it, which is `secret` where it may be one.

    `suspect`: it is probably one, though none is expected there.
    """

    name: str
    rest: str = ""
    secret: str = ""
    suspect: bool = False


def read(text: str, match: re.Match[str] | None, rows: Mapping[str, Row]) -> Typed:
    """Find out what was meant. A token behind the wrong command is text like any other, and must not be echoed."""
    if match is None:
        return Typed(name="", secret=text, suspect=looks_secret(Secret(text)) or _begins_secret(text, rows))
    name, rest = match.group(1).lower(), text[match.end() :].strip()
    row = rows.get(name)
    if row is not None and row.secret:
        return after_secret_command(name, rest)
    if row is not None and row.payload and not (len(rest) > LONGEST_CODE and looks_secret(Secret(rest))):
        return Typed(name=name, rest=rest)
    mistyped = row is None and (
        _begins_secret(text, rows) or (bool(rest) and bool(get_close_matches(name, [*_secret_names(rows)], cutoff=0.7)))
    )
    if mistyped or looks_secret(Secret(rest)):
        return Typed(name="", secret=rest or text, suspect=True)
    return Typed(name=name, rest=rest)


def after_secret_command(name: str, rest: str) -> Typed:
    """Take what follows a command that takes a secret for one, but for a name, an account's number and `cancel`."""
    plain = is_short_name(rest) or rest.casefold() == "cancel" or _NUMBER.fullmatch(rest) is not None
    return Typed(name=name, rest=rest) if plain else Typed(name=name, secret=rest)


def _begins_secret(text: str, rows: Mapping[str, Row]) -> bool:
    """Whether a space was forgotten: `/login:TOKEN`, `/loginTOKEN`."""
    return any(text.casefold().startswith(f"/{name}") for name in _secret_names(rows))


def is_glued(typed: Typed, rows: Mapping[str, Row]) -> bool:
    """Tell whether a secret hangs on to the name of a command that takes one; another bot's `/loginstatus` is none."""
    return any(
        typed.secret.casefold().startswith(f"/{name}") and looks_secret(Secret(typed.secret[len(name) + 1 :]))
        for name in _secret_names(rows)
    )


def _secret_names(rows: Mapping[str, Row]) -> Iterator[str]:
    return (name for name, row in rows.items() if name and row.secret)


def is_glued_to_us(addressed: str, username: str) -> bool:
    """Tell whether a space was forgotten behind the bot's own name: `/login@botTOKEN`."""
    ours = addressed.casefold().startswith(username.casefold())
    return ours and looks_secret(Secret(addressed[len(username) :]))
