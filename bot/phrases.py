"""What several views say of an account, a line each: what is left, how long it lasts, what is lost, its money. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from bot import forecast
from bot.forecast import Loss, Pace
from bot.i18n import Day, Moment, Money, Share, Size, Span, Words
from bot.traffic import Overview

CELLS = 12
FRESH = timedelta(hours=2)
_DAY = timedelta(days=1)


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


def lasting(words: Words, available_bytes: int, pace: Pace | None, now: datetime, ends: datetime | None = None) -> str:
    """Say about until when what is left lasts, or why that is not known. `ends`: when the last of it expires."""
    if pace is None:
        return words("lasts-unknown")
    left = forecast.lasts(available_bytes, pace)
    days = max(1, round(pace.history / _DAY))
    if pace.bytes_a_day <= 0:
        return words("lasts-idle", days=days)
    speed = Size(pace.bytes_a_day)
    if ends is not None and (left is None or now + left > ends):
        return words("lasts-expires", date=Day(ends), speed=speed)
    if left is None:
        return words("lasts-long", years=forecast.LONGEST_FORECAST.days // 365, speed=speed, days=days)
    return words("lasts", left=Span(left), until=Day(now + left), speed=speed, days=days)


def outlook(
    words: Words, overview: Overview, pace: Pace | None, now: datetime, ends: datetime | None
) -> tuple[str, ...]:
    """Say how long it lasts, or that nothing is left, where the figures can be believed."""
    if overview.available_bytes is None or not overview.believable:
        return ()
    if overview.available_bytes == 0:
        return (words("lasts-nothing"),) if overview.total_bytes else ()
    return (lasting(words, overview.available_bytes, pace, now, ends),)


def lasting_between(
    words: Words,
    available_bytes: int,
    pace: Pace | None,
    now: datetime,
    *,
    days: Sequence[int],
    ends: datetime | None = None,
) -> str:
    """Say from when to when it lasts, where these last whole days tell that apart."""
    between = None if pace is None else forecast.lasts_between(available_bytes, pace, days)
    low, high = (math.floor(between[0] / _DAY), math.ceil(between[1] / _DAY)) if between else (0, 0)
    expires = between is not None and ends is not None and now + between[1] > ends
    if between is None or low < 1 or high - low < 2 or expires:
        return lasting(words, available_bytes, pace, now, ends)
    return words("lasts-range", low=low, high=high, begin=Day(now + between[0]), end=Day(now + between[1]))


def losing(words: Words, losses: Iterable[Loss]) -> tuple[str, ...]:
    """Say what expires unused, a line each."""
    return tuple(words("loss", size=Size(loss.lost_bytes), date=Day(loss.expires_at)) for loss in losses)


def money(words: Words, overview: Overview) -> tuple[str, ...]:
    """Say what the balance is, if that is known."""
    if overview.balance is None:
        return ()
    return (words("balance-money", money=Money(overview.balance, overview.currency or "")),)


def age(words: Words, seen_at: datetime | None, now: datetime) -> tuple[str, ...]:
    """Say how old figures are; of those of the last look or the one before nobody needs to know."""
    return () if seen_at is None or now - seen_at <= FRESH else (words("as-of", at=Moment(seen_at)),)
