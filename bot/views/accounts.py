"""The accounts of a chat: the list, one of them, its new name, and where a person's own are used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.i18n import Day, Names, Span, Words
from bot.reply import Button, Link, Notice, Reply

MOST_NAMED = 5
MOST_SHOWN = 20
"""Groups that fit into one message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An account as the list shows it. `default` is `None` where the chat has no other.

    `groups`: the titles of those it was shared with.
    """

    account_id: int
    name: str
    default: bool | None
    cookie: bool
    refused: bool
    locked: bool
    connected_at: datetime
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An account of a person's in a group."""

    account_id: int
    name: str
    title: str


def listed(words: Words, accounts: Sequence[Shown], *, used: int) -> Reply:
    """Show every account of the chat, a button each; `used`: how many the person has in groups."""
    if not accounts:
        blocks = [words("no-account")]
    else:
        lines = ["\n".join((_line(words, one), *_state(words, one))) for one in accounts]
        blocks = [words("accounts-title"), "\n".join(lines)]
    rows: list[tuple[Button, ...]] = [
        (Button(label=words("button-account", name=one.name), command=f"/accounts #{one.account_id}"),)
        for one in accounts
    ]
    rows.append((Button(label=words("button-add-account" if accounts else "button-connect"), command="/login"),))
    if used:
        rows.append((Button(label=words("button-used", count=used), command="/accounts used"),))
    return Reply(text="\n\n".join(blocks), buttons=tuple(rows))


def one(words: Words, account: Shown, *, private: bool) -> Reply:
    """Show one account and what can be done with it."""
    reference = f"#{account.account_id}"
    lines = [_line(words, account), words("account-since", date=Day(account.connected_at)), *_state(words, account)]
    if account.groups:
        lines += _groups(words, account.groups)
    looks = [Button(label=words("button-balance"), command=f"/balance {reference}", below=True)]
    if not account.cookie:
        looks.append(Button(label=words("button-records"), command=f"/records {reference}", below=True))
    changes = [Button(label=words("button-rename"), command=f"/accounts rename {reference}")]
    if account.default is False:
        changes.insert(0, Button(label=words("button-make-default"), command=f"/accounts default {reference}"))
    rows: list[tuple[Button, ...]] = [tuple(looks), tuple(changes)]
    if private:
        rows.append((Button(label=words("button-share"), command=f"/accounts share {reference}"),))
    rows.append((Button(label=words("button-disconnect-account"), command=f"/logout {reference}"),))
    rows.append((Button(label=words("button-back"), command="/accounts"),))
    return Reply(text="\n".join(lines), buttons=tuple(rows))


def rename(words: Words, *, account_id: int, name: str, example: str) -> Reply:
    """Say how to give an account another name."""
    return Reply(
        text=words("account-rename", name=name, example=example),
        buttons=((Button(label=words("button-back"), command=f"/accounts #{account_id}"),),),
    )


def share(words: Words, waited_for: timedelta, *, account_id: int, name: str, code: str) -> Reply:
    """Offer to take an account into a group, and say what that means."""
    return Reply(
        text=words("account-share", name=name, wait=Span(waited_for)),
        buttons=(
            (Link(label=words("button-choose-group"), code=code, into_group=True),),
            (Button(label=words("button-back"), command=f"/accounts #{account_id}"),),
        ),
    )


def used(words: Words, uses: Sequence[Use]) -> Reply:
    """Show where a person's accounts are used, each with a way to take it back."""
    back = (Button(label=words("button-back"), command="/accounts"),)
    if not uses:
        return Reply(text=words("accounts-used-nowhere"), buttons=(back,))
    lines = "\n".join(words("accounts-used-line", title=one.title, name=one.name) for one in uses[:MOST_SHOWN])
    if len(uses) > MOST_SHOWN:
        # Those at the end come up as the first are taken back.
        lines = "\n".join((lines, words("and-more", count=len(uses) - MOST_SHOWN)))
    rows = tuple(
        (
            Button(
                label=words("button-revoke", title=one.title, name=one.name),
                command=f"/accounts revoke #{one.account_id}",
            ),
        )
        for one in uses[:MOST_SHOWN]
    )
    return Reply(text="\n\n".join((words("accounts-used-title"), lines)), buttons=(*rows, back))


def sure_to_revoke(words: Words, use: Use) -> Reply:
    """Ask before an account is taken back from a group."""
    return Reply(
        text=words("account-revoke-sure", title=use.title, name=use.name),
        buttons=(
            (Button(label=words("button-revoke-yes"), command=f"/accounts revoke #{use.account_id} yes", danger=True),),
            (Button(label=words("button-cancel"), command="/accounts used"),),
        ),
    )


def revoked(words: Words, use: Use) -> Reply:
    """Say that an account was taken back."""
    return Reply(
        text=words("account-revoked", title=use.title, name=use.name),
        buttons=((Button(label=words("button-back"), command="/accounts"),),),
    )


def told_disconnected(words: Words, *, name: str, chat_id: int, kept: bool = False) -> Notice:
    """Tell a group that an account was taken back by whoever had brought it; `kept`: its history stays."""
    login = Button(label=words("button-connect"), command="/login")
    text = words("group-disconnected-kept" if kept else "group-disconnected", name=name)
    return Notice(chat_id=chat_id, reply=Reply(text=text, buttons=((login,),)))


def _groups(words: Words, titles: Sequence[str]) -> list[str]:
    lines = [words("account-shared-with", groups=Names(tuple(titles[:MOST_NAMED])))]
    if len(titles) > MOST_NAMED:
        lines.append(words("and-more", count=len(titles) - MOST_NAMED))
    return lines


def _line(words: Words, account: Shown) -> str:
    return words("account-line-default" if account.default else "account-line", name=account.name)


def _state(words: Words, account: Shown) -> tuple[str, ...]:
    states = (
        ("account-refused", account.refused),
        ("account-is-locked", account.locked),
        ("account-by-cookie", account.cookie),
    )
    return tuple(words(message) for message, holds in states if holds)
