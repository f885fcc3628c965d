"""The only file that turns an error into words: what happened, the last good figures, what to do next."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

from bot.accounts import LONGEST_NAME, MOST, Named, is_name
from bot.bytesflows.errors import Broken, Busy, Refused, TokenRefused, Unreachable, Unreadable, VendorError
from bot.commands import (
    AccountLocked,
    Misused,
    NoAccount,
    NoCredential,
    OverviewOnly,
    PrivateOnly,
    Problem,
    SecretInGroup,
    TooManyAccounts,
    UnknownAccount,
    UnknownCommand,
)
from bot.i18n import Moment, Names, Size, Span, Value, Words
from bot.reply import Button, Reply
from bot.traffic import Sample

_VENDOR: dict[type[VendorError], str] = {
    Unreachable: "vendor-unreachable",
    Busy: "vendor-busy",
    Broken: "vendor-broken",
    TokenRefused: "token-refused",
    Refused: "vendor-refused",
    Unreadable: "vendor-unreadable",
}

_PROBLEMS: dict[type[Problem], str] = {
    NoAccount: "no-account",
    PrivateOnly: "private-only",
    SecretInGroup: "private-only-secret",
}


def vendor(error: VendorError, words: Words, *, account: Named, last: Sample | None, again: str) -> Reply:
    """Say why an account could not be read, and what it showed last."""
    blocks = [_what(error, words, name=account.name)]
    if last is not None and last.overview.believable:
        blocks.append(
            words(
                "last-good",
                available=Size(last.overview.available_bytes or 0),
                total=Size(last.overview.total_bytes or 0),
                at=Moment(last.taken_at),
            )
        )
    if isinstance(error, TokenRefused):
        return Reply(text="\n\n".join(blocks), buttons=(_connect_again(words, account),))
    return Reply(text="\n\n".join(blocks), buttons=((Button(label=words("button-try-again"), command=again),),))


def unproved(error: VendorError, words: Words) -> Reply:
    """Say why a token could not be proved; nothing was kept of it."""
    if isinstance(error, TokenRefused):
        text = words("login-refused")
    else:
        text = "\n\n".join((_what(error, words, name=""), words("login-not-proved")))
    return Reply(text=text, buttons=((Button(label=words("button-cancel"), command="/login cancel"),),), lasting=True)


def problem(problem: Problem, words: Words, *, again: str, account: Named | None = None) -> Reply:
    """Say what a person can mend, with one example or one button."""
    buttons: dict[type[Problem], tuple[Button, ...]] = {
        NoAccount: (Button(label=words("button-connect"), command="/login"),),
        NoCredential: (Button(label=words("button-cancel"), command="/login cancel"),),
        AccountLocked: (Button(label=words("button-connect-again"), command="/login"),),
        UnknownCommand: (Button(label=words("button-help"), command="/help"),),
    }
    if account is not None:
        buttons[OverviewOnly] = _connect_again(words, account)
    if account is not None and isinstance(problem, AccountLocked) and len(problem.names) == 1:
        buttons[AccountLocked] = _connect_again(words, account)
    row = buttons.get(type(problem))
    return Reply(text=_problem(problem, words, again), buttons=(row,) if row else ())


def _problem(problem: Problem, words: Words, again: str) -> str:
    values: dict[str, Value]
    match problem:
        # What can't be a name is not repeated: it may be part of a token.
        case UnknownAccount(name=name, known=known, example=example) if example and is_name(name):
            message, values = "unknown-filter", {"name": name, "known": Names(known), "example": example}
        case UnknownAccount(name=name, known=known) if is_name(name):
            message, values = "unknown-account", {"name": name, "known": Names(known)}
        case UnknownAccount(known=known):
            message, values = "unknown-account-unnamed", {"known": Names(known)}
        case Misused(argument=argument, example=example) if len(argument) <= LONGEST_NAME:
            message, values = "misused", {"argument": argument, "example": example}
        case Misused(example=example):
            message, values = "misused-unnamed", {"example": example}
        case OverviewOnly(name=name):
            message, values = "overview-only", {"name": name}
        case NoCredential(erased=erased):
            message, values = "no-credential" if erased else "no-credential-visible", {}
        case TooManyAccounts():
            message, values = "too-many-accounts", {"most": MOST}
        case UnknownCommand():
            message, values = "unknown-command", {"command": again.partition(" ")[0]}
        case AccountLocked(names=(name,)):
            message, values = "account-locked", {"name": name}
        case AccountLocked(names=names):
            message, values = "accounts-locked", {"names": Names(names)}
        case _:
            message, values = _PROBLEMS[type(problem)], {}
    return words(message, **values)


def still_visible(reply: Reply, words: Words) -> Reply:
    """Add that the message with the secret could not be deleted."""
    return replace(reply, text="\n\n".join((reply.text, words("login-not-erased"))))


def bug(words: Words) -> Reply:
    """Return the one polite sentence for what is our fault."""
    return Reply(text=words("bug"), lasting=True)


def _what(error: VendorError, words: Words, *, name: str) -> str:
    if isinstance(error, Busy) and error.retry_after and error.retry_after >= 1:
        return words("vendor-busy-until", wait=Span(timedelta(minutes=math.ceil(error.retry_after / 60))))
    return words(_VENDOR[type(error)], name=name)


def _connect_again(words: Words, account: Named) -> tuple[Button, ...]:
    return (Button(label=words("button-connect-again"), command=f"/login #{account.account_id}"),)
