"""What alerts are judged by, from what storage keeps: how an account stands, what a chat wants, what was said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from bot import consumption, forecast, history, spikes
from bot.alerts import Kind, Rules, Said
from bot.judging import Standing, gained_from_nothing
from bot.traffic import Record
from storage import Account, Alert, AlertChoice, Reading, Storage

_DAY = timedelta(days=1)
_WINDOW = (spikes.COMPARED_DAYS + 1) * _DAY
RECENT = timedelta(days=1)
"""How much older than the figures the records may be that are spoken of beside them."""
_KINDS = {kind.value: kind for kind in Kind}


async def standing(storage: Storage, account: Account, now: datetime) -> Standing:
    """Return all that is known of an account now; the vendor is not asked. Raises DatabaseUnavailable."""
    readings = await storage.history.since(account.account_id, max(now - _WINDOW, account.counted_since))
    samples = tuple(map(history.sample, readings))
    steps = consumption.steps(samples)
    last = next((sample for sample in reversed(samples) if sample.overview.believable), None)
    pace = forecast.pace(samples, now)
    packages = await seen_packages(storage, account, readings, now)
    return Standing(
        overview=last.overview if last is not None else None,
        seen_at=last.taken_at if last is not None else None,
        pace=pace,
        losses=forecast.losses(packages, pace, now) if pace is not None and packages else None,
        hour=spikes.last_hour(steps, now),
        refused=account.refused_at is not None,
        samples=tuple(sample for sample in samples if sample.taken_at >= now - _DAY),
        gained_bytes=gained_from_nothing(step for step in steps if step.until >= now - _DAY),
    )


async def seen_packages(
    storage: Storage, account: Account, readings: Sequence[Reading], now: datetime
) -> tuple[Record, ...]:
    """Return what is known of the packages that have not ended; nothing where all of them were not seen for long."""
    if all(reading.left_bytes is None or reading.taken_at < now - RECENT for reading in readings):
        return ()
    kept = await storage.ledgers.of(account.account_id)
    packages = history.packages(kept) if kept is not None else ()
    return tuple(one for one in packages if one.expires_at is None or one.expires_at > now)


def rules(chosen: AlertChoice | None, *, money: bool = True) -> Rules:
    """Return what a chat wants to hear of; of money only where that may be seen."""
    if chosen is None:
        return Rules()
    values = asdict(chosen)
    del values["topic_id"]
    return Rules(**values) if money else Rules(**values | {"balance": None})


def choice(rules: Rules, topic_id: int) -> AlertChoice:
    """Return what is kept of a chat's rules, and of where it wants to hear of it."""
    return AlertChoice(topic_id=topic_id, **asdict(rules))


def said(alerts: Mapping[str, Alert]) -> Mapping[Kind, Said]:
    """Return what was said; what is only about to be, was not."""
    return {
        _KINDS[alert.kind]: Said(severity=alert.severity, until=alert.until, snoozed_until=alert.snoozed_until)
        for alert in alerts.values()
        if alert.said_at is not None and alert.kind in _KINDS
    }
