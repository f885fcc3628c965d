"""The daily summary, and when it comes: what changed since the last, whether that is usual, what is left and lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Protocol

from bot import phrases
from bot.consumption import Consumption
from bot.forecast import DayUse, Loss, Losses, Pace
from bot.i18n import City, Share, Size, Span, TimeOfDay, Words
from bot.reply import Button, Picture, Reply
from bot.traffic import Overview

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024
"""Characters: https://core.telegram.org/bots/api#sendmessage and #sendphoto. Tags count here too."""
SOON = timedelta(days=7)
USUAL = Decimal("0.1")
"""Part of the usual pace, in whatever direction, that is as usual."""


class Setting(Protocol):
    """When a summary comes."""

    @property
    def minutes(self) -> int: ...
    @property
    def with_picture(self) -> bool: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """What happened to an account in the time since the last summary, and how it stands.

    `overview`: the last believable one. `trouble`: said instead, where it could not be looked at now.
    """

    account_id: int
    name: str
    reference: str
    trouble: Reply | None
    overview: Overview | None
    parts: Consumption
    span: timedelta
    pace: Pace | None
    bars: tuple[DayUse, ...]
    ends: datetime | None
    losses: Losses | None

    def soon(self, now: datetime) -> tuple[Loss, ...]:
        """What is lost within a week."""
        coming = self.losses.coming if self.losses is not None else ()
        return tuple(loss for loss in coming if loss.expires_at <= now + SOON)

    def quiet(self, now: datetime) -> bool:
        """Whether nothing happened, and nothing is about to."""
        moved = self.parts.consumed_bytes or self.parts.gained_bytes or self.parts.expired_bytes
        return not moved and self.parts.told > timedelta() and not self.soon(now)


def overview(words: Words, setting: Setting | None, *, zone: str | None, times: Sequence[int], example: str) -> Reply:
    """Show when the summary comes, with buttons to change it; `setting`: `None` where it is switched off."""
    rows: list[tuple[Button, ...]] = []
    if setting is not None:
        line = words("daily-on", time=TimeOfDay(setting.minutes), city=City(zone or "UTC"))
        picture = ("button-picture-off", "off") if setting.with_picture else ("button-picture-on", "on")
        rows.append((Button(label=words(picture[0]), command=f"/daily picture {picture[1]}"),))
    else:
        line = words("daily-off")
    buttons = tuple(
        Button(label=words("button-daily-at", time=TimeOfDay(one)), command=f"/daily {_time(one)}") for one in times
    )
    rows.insert(0, buttons)
    rows.append((Button(label=words("button-daily-now"), command="/daily now", below=True),))
    if setting is not None:
        rows.append((Button(label=words("button-daily-off"), command="/daily off"),))
    return Reply(text="\n\n".join((line, words("daily-explained", example=example))), buttons=tuple(rows))


def which_zone(words: Words, minutes: int, zones: Sequence[str]) -> Reply:
    """Ask where it is that time."""
    buttons = [
        Button(label=words("button-city", city=City(zone)), command=f"/daily {_time(minutes)} {zone}") for zone in zones
    ]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Reply(text=words("daily-which-zone", time=TimeOfDay(minutes)), buttons=rows)


def summary(
    words: Words,
    summed: Sequence[Summed],
    *,
    picture: Picture | None,
    now: datetime,
    shows_money: bool,
    named: bool,
) -> Reply:
    """Tell what happened to each account. The picture is left out where the text is too long for a caption."""
    blocks = [_block(words, one, now=now, shows_money=shows_money, named=named) for one in summed]
    text = "\n\n".join((words("daily-title"), *blocks))
    if len(text) > LONGEST_TEXT:
        text = "\n\n".join((words("daily-title"), *(_short(words, one) for one in summed)))
    rows = [row for one in summed if one.trouble is not None for row in one.trouble.buttons[:1]]
    if len(summed) == 1 and summed[0].trouble is None:
        reference = summed[0].reference
        rows.append(
            (
                Button(label=words("button-balance"), command=f"/balance{reference}", below=True),
                Button(label=words("button-usage"), command=f"/usage{reference}", below=True),
            )
        )
    fits = len(text) <= LONGEST_CAPTION
    return Reply(text=text, buttons=tuple(rows), picture=picture if fits else None, lasting=True)


def nothing_new() -> Reply:
    """Say nothing: all there is to say was said before, and nobody asked."""
    return Reply(text="")


def _block(words: Words, one: Summed, *, now: datetime, shows_money: bool, named: bool) -> str:
    name = (words("account-line", name=one.name),) if named else ()
    if one.trouble is not None:
        return "\n".join((*name, one.trouble.text))
    money = phrases.money(words, one.overview) if shows_money and one.overview is not None else ()
    if one.quiet(now) and one.overview is not None:
        amounts = {"available": Size(one.overview.available_bytes or 0), "total": Size(one.overview.total_bytes or 0)}
        return "\n".join((*name, words("daily-quiet", span=Span(one.span), **amounts), *money))
    changed = "\n".join((*name, *_used(words, one), *_moved(words, one.parts)))
    lines: list[str] = []
    if one.overview is not None:
        lines += phrases.figures(words, one.overview)
        if one.overview.available_bytes and one.pace is not None:
            lines.append(phrases.lasting(words, one.overview.available_bytes, one.pace, now, one.ends))
    lines += phrases.losing(words, one.soon(now))
    standing = "\n".join((*lines, *money))
    return ("\n" if named else "\n\n").join(part for part in (changed, standing) if part)


def _short(words: Words, one: Summed) -> str:
    """What is said of one among many, where all of it is more than a message holds."""
    name = words("account-line", name=one.name)
    if one.trouble is not None or one.overview is None:
        return "\n".join((name, *(one.trouble.text.splitlines()[:1] if one.trouble is not None else ())))
    return "\n".join((name, *_used(words, one)[:1], *phrases.figures(words, one.overview)[:1]))


def _used(words: Words, one: Summed) -> tuple[str, ...]:
    if one.parts.told <= timedelta():
        return (words("daily-untold", span=Span(one.span)),)
    used = words("daily-used", size=Size(one.parts.consumed_bytes), span=Span(one.span))
    usual = one.pace.bytes_a_day if one.pace is not None else Decimal(0)
    if usual <= 0 or one.parts.told < timedelta(hours=6):
        return (used,)
    a_day = Decimal(one.parts.consumed_bytes) / Decimal(one.parts.told / timedelta(days=1))
    change, speed = a_day / usual - 1, Size(usual)
    if abs(change) <= USUAL:
        return (used, words("daily-usual", speed=speed))
    return (used, words("daily-above" if change > 0 else "daily-below", share=Share(abs(change)), speed=speed))


def _moved(words: Words, parts: Consumption) -> tuple[str, ...]:
    moved = (
        ("daily-bought", parts.bought_bytes),
        ("daily-checked-in", parts.checked_in_bytes),
        ("daily-received", parts.received_bytes),
        ("daily-expired", parts.expired_bytes),
    )
    return tuple(words(message, size=Size(size)) for message, size in moved if size)


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
