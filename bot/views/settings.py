"""What a chat chose, the choices there are, and the last question before all of it is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.i18n import City, TimeOfDay, Words
from bot.reply import Button, Reply

QUIET = ((22 * 60, 7 * 60), (23 * 60, 8 * 60), (0, 9 * 60))
"""Quiet hours offered as buttons: from, until, in minutes after midnight."""


class Choices(Protocol):
    """What a chat chose."""

    @property
    def kind(self) -> str: ...
    @property
    def language(self) -> str | None: ...
    @property
    def zone(self) -> str | None: ...
    @property
    def quiet_from(self) -> int | None: ...
    @property
    def quiet_until(self) -> int | None: ...
    @property
    def keeps_history(self) -> bool: ...


def overview(words: Words, chat: Choices, *, shows_money: bool, now: datetime) -> Reply:
    """Show every choice with a button to change it."""
    group = chat.kind != "private"
    lines = [
        words("settings-language", language=words("language-name")),
        _zone_line(words, chat, now),
        _quiet_line(words, chat),
    ]
    rows = [
        (
            Button(label=words("button-language"), command="/settings language"),
            Button(label=words("button-zone"), command="/settings zone"),
        ),
        (Button(label=words("button-quiet"), command="/settings quiet"),),
    ]
    if group:
        lines.append(words("settings-money-shown" if shows_money else "settings-money-hidden"))
        lines.append(words("settings-history-kept" if chat.keeps_history else "settings-history-deleted"))
        money = ("button-money-hide", "off") if shows_money else ("button-money-show", "on")
        rows.append((Button(label=words(money[0]), command=f"/settings money {money[1]}"),))
        history = ("button-history-delete", "delete") if chat.keeps_history else ("button-history-keep", "keep")
        rows.append((Button(label=words(history[0]), command=f"/settings history {history[1]}"),))
    rows.append((Button(label=words("button-delete-all"), command="/settings delete"),))
    title = words("settings-title-group" if group else "settings-title")
    return Reply(text="\n\n".join((title, "\n".join(lines))), buttons=tuple(rows))


def languages(words: Words, named: Sequence[tuple[str, str]], *, chosen: str | None, group: bool) -> Reply:
    """Show every language by its own name."""
    buttons = [
        Button(
            label=words("button-chosen", label=name) if code == chosen else words("button-language-named", name=name),
            command=f"/settings language {code}",
        )
        for code, name in named
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    automatic = words("button-language-auto-group" if group else "button-language-auto")
    rows.append((Button(label=automatic, command="/settings language auto"),))
    return Reply(text=words("settings-choose-language"), buttons=(*rows, (_back(words),)))


def zones(words: Words, likely: Sequence[str], *, chosen: str | None, example: str) -> Reply:
    """Show likely zones, and how to find another by its city."""
    text = words("settings-choose-zone", city=City(chosen or "UTC"), example=example)
    return Reply(text=text, buttons=(*_cities(words, likely), (_back(words),)))


def which_zone(words: Words, found: Sequence[str]) -> Reply:
    """Ask which of several zones is meant."""
    return Reply(text=words("settings-which-zone"), buttons=(*_cities(words, found), (_back(words),)))


def quiet(words: Words, chat: Choices, *, example: str) -> Reply:
    """Show likely quiet hours, and how to say others."""
    hours = tuple(
        (
            Button(
                label=words("button-quiet-hours", begin=TimeOfDay(begin), end=TimeOfDay(end)),
                command=f"/settings quiet {begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}",
            ),
        )
        for begin, end in QUIET
    )
    off = (Button(label=words("button-quiet-off"), command="/settings quiet off"),)
    text = "\n\n".join((_quiet_line(words, chat), words("settings-choose-quiet", example=example)))
    return Reply(text=text, buttons=(*hours, off, (_back(words),)))


def sure(words: Words, *, group: bool, accounts: int, shared: int) -> Reply:
    """Ask before everything about a chat is deleted."""
    blocks = [words("settings-delete-group" if group else "settings-delete", count=accounts)]
    if shared:
        blocks.append(words("settings-delete-shared", count=shared))
    return Reply(
        text="\n\n".join(blocks),
        buttons=(
            (Button(label=words("button-delete-all-yes"), command="/settings delete yes", danger=True),),
            (Button(label=words("button-cancel"), command="/settings"),),
        ),
    )


def deleted(words: Words) -> Reply:
    """Say that nothing is left."""
    return Reply(text=words("settings-deleted"), buttons=((Button(label=words("button-connect"), command="/login"),),))


def _zone_line(words: Words, chat: Choices, now: datetime) -> str:
    """The zone, with what the clocks there show: a wrong choice is seen at once."""
    if chat.zone is None:
        return words("settings-zone-unset")
    there = now.astimezone(ZoneInfo(chat.zone))
    return words("settings-zone", city=City(chat.zone), time=TimeOfDay(there.hour * 60 + there.minute))


def _quiet_line(words: Words, chat: Choices) -> str:
    if chat.quiet_from is None or chat.quiet_until is None:
        return words("settings-quiet-off")
    return words("settings-quiet", begin=TimeOfDay(chat.quiet_from), end=TimeOfDay(chat.quiet_until))


def _cities(words: Words, zones: Sequence[str]) -> list[tuple[Button, ...]]:
    buttons = [Button(label=words("button-city", city=City(zone)), command=f"/settings zone {zone}") for zone in zones]
    return [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]


def _back(words: Words) -> Button:
    return Button(label=words("button-back"), command="/settings")
