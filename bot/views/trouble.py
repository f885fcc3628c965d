"""The only file that turns an error into words: what happened, the last good figures, what to do next."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

from bot.accounts import LONGEST_NAME, MOST, Named, is_name
from bot.bytesflows.errors import Broken, Busy, Refused, TokenRefused, Unreachable, Unreadable, VendorError
from bot.i18n import Mention, Moment, Names, Size, Span, Value, Words
from bot.problems import (
    AccountLocked,
    AdminsOnly,
    CodeExpired,
    CodeOfAnother,
    GroupOnly,
    Misused,
    NameIsTaken,
    NoAccount,
    NoCredential,
    NotAName,
    NotShared,
    OverviewOnly,
    PrivateOnly,
    Problem,
    RightsUnknown,
    SecretInGroup,
    TooManyAccounts,
    UnknownAccount,
    UnknownCommand,
    UnknownZone,
    WhoAreYou,
)
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
    GroupOnly: "group-only",
    WhoAreYou: "who-are-you",
    RightsUnknown: "rights-unknown",
    CodeExpired: "code-expired",
    CodeOfAnother: "code-of-another",
    NotAName: "not-a-name",
    UnknownZone: "unknown-zone",
}

_LASTING = (AdminsOnly, RightsUnknown, CodeOfAnother, PrivateOnly)
"""What concerns only the one who pressed: it does not write over what the others read."""
_MOST_NAMED = 5


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
    if isinstance(problem, WhoAreYou):
        buttons[WhoAreYou] = (Button(label=words("button-it-is-me"), command=again),)
    row = buttons.get(type(problem))
    return Reply(
        text=_problem(problem, words, again), buttons=(row,) if row else (), lasting=isinstance(problem, _LASTING)
    )


def _problem(problem: Problem, words: Words, again: str) -> str:
    if isinstance(problem, SecretInGroup):
        return _exposed(problem, words)
    if isinstance(problem, NotShared):
        return "\n\n".join((_what(problem.reason, words, name=problem.name), words("not-shared", name=problem.name)))
    if isinstance(problem, UnknownCommand):
        return words("unknown-command", command=again.partition(" ")[0])
    said = _about_words(problem) or _about_accounts(problem) or _about_chats(problem)
    message, values = said or (_PROBLEMS[type(problem)], {})
    return words(message, **values)


def _about_words(problem: Problem) -> tuple[str, dict[str, Value]] | None:
    # What can't be a name is not repeated: it may be part of a token.
    match problem:
        case UnknownAccount(name=name, known=known, example=example) if example and is_name(name):
            return "unknown-filter", {"name": name, "known": Names(known), "example": example}
        case UnknownAccount(name=name, known=known) if is_name(name):
            return "unknown-account", {"name": name, "known": Names(known)}
        case UnknownAccount(known=known):
            return "unknown-account-unnamed", {"known": Names(known)}
        case Misused(argument=argument, example=example) if len(argument) <= LONGEST_NAME:
            return "misused", {"argument": argument, "example": example}
        case Misused(example=example):
            return "misused-unnamed", {"example": example}
    return None


def _about_accounts(problem: Problem) -> tuple[str, dict[str, Value]] | None:
    match problem:
        case OverviewOnly(name=name):
            return "overview-only", {"name": name}
        case NoCredential(erased=erased):
            return "no-credential" if erased else "no-credential-visible", {}
        case TooManyAccounts():
            return "too-many-accounts", {"most": MOST}
        case AccountLocked(names=(name,)):
            return "account-locked", {"name": name}
        case AccountLocked(names=names):
            return "accounts-locked", {"names": Names(names)}
    return None


def _about_chats(problem: Problem) -> tuple[str, dict[str, Value]] | None:
    match problem:
        case AdminsOnly(title=None, names=()):
            return "admins-only", {}
        case AdminsOnly(title=None, names=names):
            return "admins-only-named", {"names": Names(names[:_MOST_NAMED])}
        case AdminsOnly(title=title):
            return "admins-only-there", {"title": title or "?"}
        case NameIsTaken(name=name):
            return "name-taken", {"name": name}
    return None


def _exposed(problem: SecretInGroup, words: Words) -> str:
    """The message is gone, or must not be quoted: who is meant is called by name."""
    text = words("secret-in-group" if problem.erased else "secret-in-group-visible")
    person = problem.person
    if person.anonymous or not person.name:
        return text
    return "\n".join((words("addressed", person=Mention(person.person_id, person.name)), text))


def still_visible(reply: Reply, words: Words) -> Reply:
    """Add that the message with the secret could not be deleted."""
    return replace(reply, text="\n\n".join((reply.text, words("login-not-erased"))))


def too_many(words: Words) -> Reply:
    """Say once that somebody asks more than a group bears."""
    return Reply(text=words("too-many-commands"), lasting=True)


def unwritable(words: Words, *, title: str | None) -> Reply:
    """Tell a person in private why there was no answer in their group."""
    return Reply(text=words("unwritable", title=title or "?"), lasting=True)


def in_doubt(words: Words, *, again: str) -> Reply:
    """Say that an answer may be lost, and offer to ask again; a text that is no command can't be a button's."""
    row = (Button(label=words("button-try-again"), command=again),) if len(again) > 1 else ()
    return Reply(text=words("answer-in-doubt"), buttons=(row,) if row else (), lasting=True)


def bug(words: Words) -> Reply:
    """Return the one polite sentence for what is our fault."""
    return Reply(text=words("bug"), lasting=True)


def _what(error: VendorError, words: Words, *, name: str) -> str:
    if isinstance(error, Busy) and error.retry_after and error.retry_after >= 1:
        return words("vendor-busy-until", wait=Span(timedelta(minutes=math.ceil(error.retry_after / 60))))
    return words(_VENDOR[type(error)], name=name)


def _connect_again(words: Words, account: Named) -> tuple[Button, ...]:
    return (Button(label=words("button-connect-again"), command=f"/login #{account.account_id}"),)
