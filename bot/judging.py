"""How bad each thing about an account is, as it stands. Pure; what nobody can tell now is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise, takewhile

from bot import forecast
from bot.alerts import CALM, OVER, WORST, Figures, Finding, Kind, Rules, Said
from bot.consumption import Step
from bot.forecast import Loss, Losses, Pace
from bot.spikes import Hour
from bot.traffic import Overview, Sample

STALE = timedelta(hours=6)
"""A look so old says nothing about now."""
LEAST_SPIKE_BYTES, LEAST_SPIKE_SHARE = 100 * 1024**2, 200
"""An hour's use below so much, or below such a part of the total, bothers nobody."""
LEAST_LOSS_BYTES, LEAST_LOSS_SHARE = 100 * 1024**2, 50
_TOLERANCE_BYTES, _TOLERANCE_SHARE = 64 * 1024**2, 100
_DAY = timedelta(days=1)
_SURE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of an account now. `overview`: of the last believable look. `samples`: of the last day.

    `gained_bytes`: what became available from nothing in that day.
    """

    overview: Overview | None
    seen_at: datetime | None
    pace: Pace | None
    losses: Losses | None
    hour: Hour | None
    refused: bool
    samples: tuple[Sample, ...] = ()
    gained_bytes: int = 0


def findings(standing: Standing, rules: Rules, said: Mapping[Kind, Said], now: datetime) -> tuple[Finding, ...]:
    """Judge all that the rules ask for; what can't be told now is left out.

    `said`: what was said before, for a package that was said is not said again.
    """
    found = [_refused(standing), _odd(standing, now)] if rules.trouble else []
    fresh = standing.seen_at is not None and now - standing.seen_at <= STALE and not standing.refused
    if standing.overview is not None and fresh:
        found += [
            _low(standing, standing.overview, rules),
            _days(standing, standing.overview, rules),
            _spike(standing, standing.overview, rules),
            _balance(standing.overview, rules),
            *_expiries(standing, standing.overview, rules, said, now),
        ]
    present = {finding.kind: finding for finding in found if finding is not None}
    seen_at = None if standing.seen_at is None else int(standing.seen_at.timestamp())
    return tuple(
        replace(present[kind], figures=replace(present[kind].figures, seen_at=seen_at))
        for kind in Kind
        if kind in present
    )


def _low(standing: Standing, overview: Overview, rules: Rules) -> Finding | None:
    available, total = overview.available_bytes or 0, overview.total_bytes or 0
    least: Decimal | int | None = rules.low_bytes
    if rules.low_percent is not None:
        least = Decimal(total) * rules.low_percent / 100
    if least is None or not (total or any(sample.overview.total_bytes for sample in standing.samples)):
        return None  # an account that never had any
    severity = _share_of(float(least), float(available))
    return Finding(kind=Kind.LOW, severity=severity, figures=_figures(standing, overview))


def _days(standing: Standing, overview: Overview, rules: Rules) -> Finding | None:
    if rules.days is None or standing.pace is None or not overview.total_bytes:
        return None
    left = forecast.lasts(overview.available_bytes or 0, standing.pace)
    days = left / _DAY if left is not None else float("inf")
    # That nothing is left at all is the other alert's to say.
    severity = min(_share_of(float(rules.days), days), WORST)
    return Finding(kind=Kind.DAYS, severity=severity, figures=_figures(standing, overview))


def _spike(standing: Standing, overview: Overview, rules: Rules) -> Finding | None:
    hour = standing.hour
    if rules.spike_times is None or hour is None:
        return None
    least = max(LEAST_SPIKE_BYTES, (overview.total_bytes or 0) // LEAST_SPIKE_SHARE)
    severity = min(hour.used_bytes / max(rules.spike_times * hour.usual_bytes, least), OVER)
    available = overview.available_bytes or 0
    left = round(available / hour.used_bytes * 3600) if hour.used_bytes else None
    return Finding(
        kind=Kind.SPIKE,
        severity=severity,
        figures=Figures(
            available_bytes=available,
            left_seconds=left,
            used_bytes=hour.used_bytes,
            usual_bytes=hour.usual_bytes,
        ),
    )


def _balance(overview: Overview, rules: Rules) -> Finding | None:
    if rules.balance is None or overview.balance is None:
        return None
    severity = _share_of(float(rules.balance), float(overview.balance))
    figures = Figures(balance=str(overview.balance), currency=overview.currency)
    return Finding(kind=Kind.BALANCE, severity=severity, figures=figures)


def _expiries(
    standing: Standing, overview: Overview, rules: Rules, said: Mapping[Kind, Said], now: datetime
) -> list[Finding]:
    """What expires unused within the days that were asked for; and once more within the last of them."""
    if rules.expiry_days is None or standing.losses is None:
        return []
    windows = [(Kind.LAST_DAY, now, now + _DAY)]
    if rules.expiry_days > 1:
        windows.append((Kind.EXPIRY, now + _DAY, now + rules.expiry_days * _DAY))
    least = max(LEAST_LOSS_BYTES, (overview.total_bytes or 0) // LEAST_LOSS_SHARE)
    saving = round(standing.losses.saving_bytes_a_day)
    found: list[Finding] = []
    for kind, begin, end in windows:
        before = said.get(kind)
        told = before.until if before is not None and before.snoozed_until is None else None
        coming = [loss for loss in standing.losses.coming if max(begin, told or begin) < loss.expires_at <= end]
        found.append(_expiry(kind, coming, least, saving))
    return found


def _expiry(kind: Kind, coming: Sequence[Loss], least: int, saving: int) -> Finding:
    if not coming:
        return Finding(kind=kind, severity=0)
    lost = sum(loss.lost_bytes for loss in coming)
    first = min(loss.expires_at for loss in coming)
    figures = Figures(lost_bytes=lost, expires_at=int(first.timestamp()), bytes_a_day=saving)
    return Finding(
        kind=kind,
        severity=min(lost / least, 1.0),
        figures=figures,
        until=max(loss.expires_at for loss in coming),
    )


def _refused(standing: Standing) -> Finding:
    return Finding(kind=Kind.REFUSED, severity=1.0 if standing.refused else 0.0)


def _odd(standing: Standing, now: datetime) -> Finding | None:
    """Figures that can't be: more left than there is, at two looks; or use that shrank though nothing came or went."""
    lately = [sample for sample in standing.samples if now - _DAY <= sample.taken_at <= now]
    if not lately:
        return None
    sent = [sample for sample in lately if sample.overview.available_bytes is not None and sample.overview.total_bytes]
    wrong = [sample for sample in sent if not sample.overview.believable]
    if standing.gained_bytes:
        return Finding(kind=Kind.ODD, severity=1.0, figures=Figures(backwards_bytes=standing.gained_bytes))
    streak = list(takewhile(lambda sample: not sample.overview.believable, reversed(sent)))
    if not streak:
        return Finding(kind=Kind.ODD, severity=CALM if wrong else 0.0)
    last = streak[0]
    figures = Figures(available_bytes=last.overview.available_bytes, total_bytes=last.overview.total_bytes)
    sure = last.taken_at - streak[-1].taken_at >= _SURE
    return Finding(kind=Kind.ODD, severity=1.0 if sure else CALM, figures=figures)


def gained_from_nothing(steps: Iterable[Step]) -> int:
    """By how much more became available though nothing was acquired: bytes, 0 within what may be a delay.

    What the records explain is explained. Where they were not seen, a total that changed may mean anything.
    """
    gained = 0
    for before, step in pairwise(steps):
        if step.total_bytes == before.total_bytes or (step.listed and step.total_bytes < before.total_bytes):
            tolerance = max(_TOLERANCE_BYTES, step.total_bytes // _TOLERANCE_SHARE)
            unexplained = step.parts.unexplained_bytes
            gained += unexplained if abs(unexplained) > tolerance and (step.listed or unexplained > 0) else 0
    return max(0, gained)


def _figures(standing: Standing, overview: Overview) -> Figures:
    available = overview.available_bytes or 0
    left = forecast.lasts(available, standing.pace) if standing.pace is not None else None
    return Figures(
        available_bytes=available,
        total_bytes=overview.total_bytes,
        left_seconds=None if left is None else int(left.total_seconds()),
        bytes_a_day=None if standing.pace is None else round(standing.pace.bytes_a_day),
    )


def _share_of(least: float, there: float) -> float:
    """How often what is there goes into the least there should be."""
    return OVER if there <= 0 else min(least / there, WORST)
