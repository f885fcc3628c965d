"""What was used: the picture, its figures, and what becomes of the rest at this pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from bot import phrases
from bot.forecast import DayUse, Losses, Pace
from bot.i18n import Day, ShortDay, Size, Words
from bot.reply import Button, Picture, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the history shows of a period, and of the last days.

    `bars`: every day of it, the running one last. `last_days`: of the whole days of the last week those that can be
    told. `ends`: when the last traffic expires. `losses`: `None` where not all records are known. `seen_at`: the last
    look with figures to be believed. `refused`: the token is.
    """

    bars: tuple[DayUse, ...]
    since: datetime
    available_bytes: int | None
    pace: Pace | None
    last_days: tuple[int, ...]
    ends: datetime | None
    losses: Losses | None
    seen_at: datetime | None = None
    refused: bool = False


def usage(
    words: Words,
    seen: Seen,
    *,
    picture: Picture,
    periods: Sequence[int],
    days: int,
    now: datetime,
    name: str | None,
    reference: str,
) -> Reply:
    """Show what was used in the last `days`; `name` where the chat has more than one account."""
    title = words("usage-title-named", days=days, name=name) if name else words("usage-title", days=days)
    mean = average(seen.bars)
    blocks = (
        title,
        "\n".join(_figures(words, seen, mean)),
        "\n".join((*_lasting(words, seen, now), *_losing(words, seen.losses))),
        "\n".join(_age(words, seen, now)),
    )
    labels = {one: words("button-days", days=one) for one in periods}
    labels[days] = words("button-chosen", label=labels[days])
    looks = tuple(Button(label=label, command=f"/usage {one}d{reference}") for one, label in labels.items())
    file = Button(label=words("button-csv"), command=f"/export usage{reference}", below=True)
    return Reply(
        text="\n\n".join(block for block in blocks if block),
        picture=picture,
        buttons=((*looks, file), (Button(label=words("button-balance"), command=f"/balance{reference}", below=True),)),
    )


def nothing_yet(words: Words, *, reference: str) -> Reply:
    """Say that too little is known."""
    balance = Button(label=words("button-balance"), command=f"/balance{reference}")
    return Reply(text=words("usage-none"), buttons=((balance,),))


def _lasting(words: Words, seen: Seen, now: datetime) -> tuple[str, ...]:
    if not seen.available_bytes:
        return ()
    return (phrases.lasting_between(words, seen.available_bytes, seen.pace, now, days=seen.last_days, ends=seen.ends),)


def _age(words: Words, seen: Seen, now: datetime) -> tuple[str, ...]:
    """Say how old the figures are where they are not of now, and why, if that is known."""
    why = (words("account-refused"),) if seen.refused else ()
    return (*why, *phrases.age(words, seen.seen_at, now))


def _losing(words: Words, losses: Losses | None) -> tuple[str, ...]:
    """Say what expires unused at this pace, and the pace that would save it."""
    if losses is None or not losses.coming:
        return ()
    later = sum(loss.lost_bytes for loss in losses.coming[1:])
    more = (words("loss-more", size=Size(later)),) if later else ()
    return (
        *phrases.losing(words, losses.coming[:1]),
        *more,
        words("loss-saved", speed=Size(losses.saving_bytes_a_day)),
    )


_DAY = timedelta(days=1)


def average(bars: Sequence[DayUse]) -> int | None:
    """Return bytes a day, of the time of which the use is known; `None` before a day of it."""
    told = sum((bar.told for bar in bars), timedelta())
    return None if told < _DAY else round(Decimal(total(bars)) / Decimal(told / _DAY))


def total(bars: Sequence[DayUse]) -> int:
    """Return bytes, as much as is known of."""
    return sum(bar.used_bytes or 0 for bar in bars)


def _figures(words: Words, seen: Seen, mean: int | None) -> list[str]:
    used = Size(total(seen.bars))
    lines = [words("usage-sum", total=used) if mean is None else words("usage-total", total=used, average=Size(mean))]
    told = [(bar.used_bytes, bar.day) for bar in seen.bars if bar.used_bytes]
    if len(told) > 1:
        most, day = max(told)
        lines.append(words("usage-busiest", date=ShortDay(day), size=Size(most)))
    if seen.bars[0].used_bytes is None:
        lines.append(words("usage-since", date=Day(seen.since)))
    return lines
