"""Disconnecting accounts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.accounts import Named
from bot.i18n import Words
from bot.reply import LONGEST_DATA, Button, Reply


def which(words: Words, accounts: Sequence[Named]) -> Reply:
    """Ask which of several accounts is meant."""
    rows = [
        (Button(label=words("button-account", name=one.name), command=f"/logout #{one.account_id}"),)
        for one in accounts
    ]
    return Reply(
        text=words("logout-which"),
        buttons=(*rows, (Button(label=words("button-all-accounts"), command="/logout all"),), (_cancel(words),)),
    )


def sure(words: Words, meant: Sequence[Named], *, target: str, shared: int = 0) -> Reply:
    """Ask before anything is deleted; `shared`: how many accounts of groups go with it."""
    text = words("logout-sure", name=meant[0].name) if len(meant) == 1 else words("logout-sure-all", count=len(meant))
    if shared:
        text = "\n\n".join((text, words("logout-shared", count=shared)))
    return Reply(
        text=text,
        buttons=(
            (Button(label=words("button-disconnect"), command=f"/logout {target} yes", danger=True),),
            (Button(label=words("button-disconnect-keep"), command=f"/logout {target} keep"),),
            (_cancel(words),),
        ),
    )


def done(words: Words, meant: Sequence[Named], *, kept: bool) -> Reply:
    """Say what was deleted, and how to come back."""
    tail = "-kept" if kept else ""
    if len(meant) == 1:
        text = words(f"logout-done{tail}", name=meant[0].name)
    else:
        text = words(f"logout-done-all{tail}", count=len(meant))
    # Under its name the history comes back; a name too long for a button is typed.
    named = f"/login {meant[0].name}" if kept and len(meant) == 1 else "/login"
    command = named if len(named.encode()) <= LONGEST_DATA else "/login"
    return Reply(text=text, buttons=((Button(label=words("button-connect"), command=command),),))


def done_already(words: Words) -> Reply:
    """Say that there is nothing left to disconnect there."""
    return Reply(
        text=words("logout-done-already"), buttons=((Button(label=words("button-connect"), command="/login"),),)
    )


def cancelled(words: Words) -> Reply:
    """Say that nothing was deleted."""
    return Reply(text=words("logout-cancelled"))


def _cancel(words: Words) -> Button:
    return Button(label=words("button-cancel"), command="/logout cancel")
