"""Connecting an account, step by step."""

from __future__ import annotations

from datetime import timedelta

from bot.i18n import Span, Words
from bot.reply import Button, Reply


def asked(words: Words, waited_for: timedelta, *, name: str | None) -> Reply:
    """Ask for the token, and say where to find it."""
    ask = words("login-again", name=name) if name else words("login-ask")
    return Reply(
        text="\n\n".join((ask, words("login-where"), words("login-safety", wait=Span(waited_for)))),
        buttons=((_cancel(words),),),
        lasting=True,
    )


def cancelled(words: Words, *, waited: bool) -> Reply:
    """Say that no token is waited for."""
    return Reply(text=words("login-cancelled" if waited else "login-nothing-to-cancel"))


def connected(
    words: Words, *, name: str, reference: str, figures: tuple[str, ...], cookie: bool, erased: bool, unusable: bool
) -> Reply:
    """Say what was connected and what it shows; never any part of the token."""
    blocks = [words("login-done", name=name), "\n".join(figures)]
    if cookie:
        blocks.append(words("login-cookie"))
    if unusable:
        blocks.append(words("login-name-unusable", name=name))
    blocks.append(words("login-erased") if erased else words("login-not-erased"))
    looks = [Button(label=words("button-balance"), command=f"/balance{reference}", below=True)]
    if not cookie:
        looks.append(Button(label=words("button-records"), command=f"/records{reference}", below=True))
    return Reply(text="\n\n".join(blocks), buttons=(tuple(looks),), lasting=True)


def unexpected(words: Words, *, erased: bool) -> Reply:
    """Say what happened to a token that nobody had asked for."""
    text = words("login-unexpected") if erased else words("login-unexpected-not-erased")
    return Reply(text=text, buttons=((Button(label=words("button-connect"), command="/login"),),))


def not_a_command(words: Words) -> Reply:
    """Say what this bot understands."""
    return Reply(text=words("not-a-command"), buttons=((Button(label=words("button-help"), command="/help"),),))


def _cancel(words: Words) -> Button:
    return Button(label=words("button-cancel"), command="/login cancel")
