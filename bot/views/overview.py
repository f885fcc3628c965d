"""An account's overview: what is left, how long it lasts, what expires next."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bot import forecast
from bot.forecast import Pace
from bot.i18n import Day, Moment, Money, Share, Size, Span, Words
from bot.reply import Button, Reply
from bot.traffic import Overview, Record

CELLS = 12


def balance(
    words: Words,
    *,
    overview: Overview,
    at: datetime,
    now: datetime,
    pace: Pace | None,
    expiring: Record | None,
    name: str | None,
    reference: str,
    records: bool,
    shows_money: bool = True,
    unseen: bool = False,
) -> Reply:
    """Show the overview as of `at`; `name` where the chat has more than one account.

    `unseen`: there are records that could not be looked through, so that nobody can say which expires next.
    """
    title = words("balance-title-named", name=name) if name else words("balance-title")
    blocks = (
        title,
        "\n".join(figures(words, overview)),
        "\n".join(
            (
                *_lasts(words, overview, pace, now),
                *((words("expires-unseen"),) if unseen else _expires(words, expiring, now)),
                *(_money(words, overview) if shows_money else ()),
            )
        ),
        words("as-of", at=Moment(at)),
    )
    looks = [Button(label=words("button-refresh"), command=f"/balance{reference}")]
    if records:
        looks.append(Button(label=words("button-records"), command=f"/records{reference}"))
    return Reply(text="\n\n".join(block for block in blocks if block), buttons=(tuple(looks),))


def figures(words: Words, overview: Overview) -> tuple[str, ...]:
    """Return the lines on what is left of what; what cannot be true is said to be so."""
    total, available, used, share = (
        overview.total_bytes,
        overview.available_bytes,
        overview.used_bytes,
        overview.used_share,
    )
    if total is None and available is None:
        return (words("balance-no-figures"),)
    if total is None or available is None:
        known = total if available is None else available
        return (words("balance-total-only" if available is None else "balance-available-only", size=Size(known or 0)),)
    line = words("balance-available", available=Size(available), total=Size(total))
    if used is None:
        return (line, words("balance-contradiction"))
    if share is None:
        return (words("balance-empty"),)
    return (line, words("balance-used", bar=_bar(share), share=Share(share), used=Size(used)))


def _bar(share: Decimal) -> str:
    """Cells for the used share; any use shows one, and only full use shows all."""
    full = int(share * CELLS)
    full = max(full, 1) if share > 0 else 0
    full = min(full, CELLS - 1) if share < 1 else CELLS
    return "█" * full + "░" * (CELLS - full)


def _lasts(words: Words, overview: Overview, pace: Pace | None, now: datetime) -> tuple[str, ...]:
    if overview.available_bytes is None or not overview.believable:
        return ()
    if overview.available_bytes == 0:
        return (words("lasts-nothing"),) if overview.total_bytes else ()
    if pace is None:
        return (words("lasts-unknown"),)
    left = forecast.lasts(overview.available_bytes, pace)
    days = max(1, round(pace.history.total_seconds() / 86400))
    if pace.bytes_a_day <= 0:
        return (words("lasts-idle", days=days),)
    speed = Size(pace.bytes_a_day)
    if left is None:
        return (words("lasts-long", years=forecast.LONGEST_FORECAST.days // 365, speed=speed, days=days),)
    return (words("lasts", left=Span(left), until=Day(now + left), speed=speed, days=days),)


def _expires(words: Words, record: Record | None, now: datetime) -> tuple[str, ...]:
    if record is None or record.expires_at is None:
        return ()
    values: dict[str, Day | Span] = {"date": Day(record.expires_at), "left": Span(record.expires_at - now)}
    if record.left_bytes is None:
        return (words("expires-next-unknown", **values),)
    return (words("expires-next", size=Size(record.left_bytes), **values),)


def _money(words: Words, overview: Overview) -> tuple[str, ...]:
    if overview.balance is None:
        return ()
    return (words("balance-money", money=Money(overview.balance, overview.currency or "")),)
