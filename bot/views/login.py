"""Connecting an account, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from bot.accounts import Named
from bot.i18n import Span, Words
from bot.reply import Button, Link, Notice, Reply


class Connected(Named, Protocol):
    """An account, and by which kind of credential it is connected."""

    @property
    def kind(self) -> str: ...


def asked(words: Words, waited_for: timedelta, *, name: str | None) -> Reply:
    """Ask for the token, and say where to find it."""
    ask = words("login-again", name=name) if name else words("login-ask")
    return Reply(
        text="\n\n".join((ask, words("login-where"), words("login-safety", wait=Span(waited_for)))),
        buttons=((_cancel(words),),),
        lasting=True,
    )


def privately(words: Words, waited_for: timedelta, *, code: str) -> Reply:
    """Lead an admin from the group into their private chat."""
    return Reply(
        text=words("login-privately", wait=Span(waited_for)),
        buttons=((Link(label=words("button-connect-privately"), code=code),),),
    )


def asked_for_group(
    words: Words, waited_for: timedelta, *, title: str | None, name: str | None, own: Sequence[Named], code: str
) -> Reply:
    """Ask in private for the token of an account to be connected in a group; offer those that are connected here."""
    ask = (
        words("login-for-group-again", title=title or "?", name=name)
        if name
        else words("login-for-group", title=title or "?")
    )
    blocks = [ask, words("login-where"), words("login-safety", wait=Span(waited_for))]
    if own:
        blocks.insert(1, words("login-or-share"))
    choices = tuple(
        (Button(label=words("button-use-account", name=one.name), command=f"/use {code} #{one.account_id}"),)
        for one in own
    )
    return Reply(text="\n\n".join(blocks), buttons=(*choices, (_cancel(words),)), lasting=True)


def cancelled(words: Words, *, waited: bool) -> Reply:
    """Say that no token is waited for."""
    return Reply(text=words("login-cancelled" if waited else "login-nothing-to-cancel"))


def connected(
    words: Words,
    *,
    name: str,
    reference: str,
    figures: tuple[str, ...],
    cookie: bool,
    erased: bool,
    unusable: bool,
    known_already: bool = False,
    replaced: bool = False,
    renewed_in: int = 0,
    alerts: str | None = None,
) -> Reply:
    """Say what was connected and what it shows; never any part of the token.

    `known_already`: this very token had this name, not the one that was said. `replaced`: another token had this name.
    `renewed_in`: the groups whose shared account got this token too. `alerts`: where nothing was connected before, the
    command that changes what is spoken up about.
    """
    blocks = [words("login-known" if known_already else "login-done", name=name), "\n".join(figures)]
    if replaced:
        blocks.append(words("login-replaced", name=name))
    if cookie:
        blocks.append(words("login-cookie"))
    if renewed_in:
        blocks.append(words("login-renewed-in-groups", count=renewed_in))
    if alerts:
        blocks.append(words("login-speaks-up", command=alerts))
    blocks += _about_message(words, name=name, erased=erased, unusable=unusable)
    looks = [Button(label=words("button-balance"), command=f"/balance{reference}", below=True)]
    if not cookie:
        looks.append(Button(label=words("button-records"), command=f"/records{reference}", below=True))
    rows = [tuple(looks)]
    if alerts:
        rows.append(_offers(words))
    if reference:
        rows.append((Button(label=words("button-rename"), command=f"/accounts rename{reference}", below=True),))
    return Reply(text="\n\n".join(blocks), buttons=tuple(rows), lasting=True)


def connected_there(
    words: Words, *, name: str, title: str | None, figures: tuple[str, ...], erased: bool, unusable: bool
) -> Reply:
    """Say in private what was connected in a group."""
    blocks = [words("login-done-there", name=name, title=title or "?"), "\n".join(figures)]
    blocks += [words("share-revocable"), *_about_message(words, name=name, erased=erased, unusable=unusable)]
    return Reply(text="\n\n".join(block for block in blocks if block), buttons=((_accounts(words),),), lasting=True)


def shared_there(words: Words, *, name: str, title: str | None) -> Reply:
    """Say in private that an account of one's own is connected in a group too, and where to take it back."""
    return Reply(
        text="\n\n".join((words("login-done-there", name=name, title=title or "?"), words("share-revocable"))),
        buttons=((_accounts(words),),),
    )


def connected_here(words: Words, account: Connected, *, by: str | None, alerts: str | None = None) -> Reply:
    """Tell a group that an account is connected, and by whom unless that is nobody's business.

    `alerts`: where nothing was connected before, the command that changes what is spoken up about.
    """
    text = (
        words("group-connected", name=account.name, who=by)
        if by
        else words("group-connected-by-admin", name=account.name)
    )
    rows = [_looks(words, account)]
    if alerts:
        text = "\n\n".join((text, words("login-speaks-up", command=alerts)))
        rows.append(_offers(words))
    return Reply(text=text, buttons=tuple(rows), lasting=True)


def told_renewed(words: Words, account: Connected, chat_id: int) -> Notice:
    """Tell a group that an account shared with it was connected anew, and may be another one now."""
    text = words("group-renewed", name=account.name)
    return Notice(chat_id=chat_id, reply=Reply(text=text, buttons=(_looks(words, account),), lasting=True))


def told_group(
    words: Words, account: Connected, chat_id: int, topic_id: int | None, *, by: str | None, alerts: str | None
) -> Notice:
    """Return the same for a group that is not the one talked in."""
    return Notice(chat_id=chat_id, topic_id=topic_id, reply=connected_here(words, account, by=by, alerts=alerts))


def unexpected(words: Words, *, erased: bool) -> Reply:
    """Say what happened to a token that nobody had asked for."""
    text = words("login-unexpected") if erased else words("login-unexpected-not-erased")
    return Reply(text=text, buttons=((Button(label=words("button-connect"), command="/login"),),))


def not_a_command(words: Words) -> Reply:
    """Say what this bot understands."""
    return Reply(text=words("not-a-command"), buttons=((Button(label=words("button-help"), command="/help"),),))


def _about_message(words: Words, *, name: str, erased: bool, unusable: bool) -> list[str]:
    blocks = [words("login-name-unusable", name=name)] if unusable else []
    return [*blocks, words("login-erased") if erased else words("login-not-erased")]


def _looks(words: Words, account: Connected) -> tuple[Button, ...]:
    reference = f"#{account.account_id}"
    looks = [Button(label=words("button-balance"), command=f"/balance {reference}", below=True)]
    if account.kind != "cookie":
        looks.append(Button(label=words("button-records"), command=f"/records {reference}", below=True))
    return tuple(looks)


def _offers(words: Words) -> tuple[Button, ...]:
    """What the bot can do by itself from now on."""
    return (
        Button(label=words("button-daily"), command="/daily", below=True),
        Button(label=words("button-alerts"), command="/alerts", below=True),
    )


def _accounts(words: Words) -> Button:
    return Button(label=words("button-accounts"), command="/accounts", below=True)


def _cancel(words: Words) -> Button:
    return Button(label=words("button-cancel"), command="/login cancel")
