"""What is worth speaking up about: how bad each thing is, and whether to say it now. Pure.

Everything is judged by one number, its severity: from 1 on it is said, once; again only when it is `WORSE` times as bad
as when it was said; and anew after it fell below `CALM`. What nobody can tell now changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from itertools import pairwise, takewhile

from bot import forecast
from bot.consumption import Step
from bot.forecast import Loss, Losses, Pace
from bot.spikes import Hour
from bot.traffic import Overview, Sample

WORSE = 2.5
CALM = 0.8
WORST, OVER = 10.0, 100.0
"""As bad as anything short of its end gets, so that it is said some three times; and the end itself."""
STALE = timedelta(hours=6)
"""A look so old says nothing about now."""
LEAST_SPIKE_BYTES, LEAST_SPIKE_SHARE = 100 * 1024**2, 200
"""An hour's use below so much, or below such a part of the total, bothers nobody."""
LEAST_LOSS_BYTES, LEAST_LOSS_SHARE = 100 * 1024**2, 50
_TOLERANCE_BYTES, _TOLERANCE_SHARE = 64 * 1024**2, 100
_DAY = timedelta(days=1)
_SURE = timedelta(minutes=30)


KINDS = ":"
"""In front of kinds in a button's command, so that they are no account's name."""


class Kind(Enum):
    """What there is to speak up about, the most pressing first. The value is how a button names it."""

    SPIKE = "s"
    LOW = "l"
    DAYS = "d"
    LAST_DAY = "t"
    EXPIRY = "e"
    BALANCE = "b"
    REFUSED = "r"
    ODD = "o"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a chat wants to hear of: below which share or amount, so many days ahead, so many times the usual.

    `None` and `False`: not at all. `trouble`: a refused token, and figures that can't be. `enabled`: any of it.
    """

    enabled: bool = True
    low_percent: int | None = 10
    low_bytes: int | None = None
    days: int | None = 3
    expiry_days: int | None = 3
    spike_times: int | None = 3
    balance: Decimal | None = None
    trouble: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What an alert says, as it was then. Bytes, seconds, seconds since 1970; money as it came."""

    available_bytes: int | None = None
    total_bytes: int | None = None
    left_seconds: int | None = None
    bytes_a_day: int | None = None
    used_bytes: int | None = None
    usual_bytes: int | None = None
    lost_bytes: int | None = None
    expires_at: int | None = None
    balance: str | None = None
    currency: str | None = None
    backwards_bytes: int | None = None
    seen_at: int | None = None

    def written(self) -> str:
        """Return it as text."""
        return json.dumps({name: value for name, value in asdict(self).items() if value is not None})

    @classmethod
    def read(cls, text: str) -> Figures:
        """Return what was written; what this version does not know is left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in json.loads(text).items() if name in known})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How bad something is. `until`: the last expiry in it; a package that was said once is not said again."""

    kind: Kind
    severity: float
    figures: Figures = Figures()
    until: datetime | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said, how bad it was then, and until when nobody wants to hear of it."""

    severity: float
    until: datetime | None = None
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to say now, what is over, and when to look again though nothing changes."""

    say: tuple[Finding, ...] = ()
    calm: tuple[Kind, ...] = ()
    again_at: datetime | None = None


def decide(
    findings: Sequence[Finding], said: Mapping[Kind, Said], now: datetime, *, quiet_until: datetime | None = None
) -> Decision:
    """Decide what to say, given what was said before. `quiet_until`: until then only what is urgent."""
    say: list[Finding] = []
    calm: list[Kind] = []
    later: list[datetime] = []
    for finding in findings:
        before = said.get(finding.kind)
        if finding.severity < CALM:
            if before is not None and (before.until is None or before.until <= now):
                calm.append(finding.kind)
        elif finding.severity >= 1:
            snoozed = before.snoozed_until if before is not None else None
            ended = before is not None and finding.severity >= OVER > before.severity
            if snoozed is not None and now < snoozed and not ended:
                later.append(snoozed)
            elif before is None or ended or snoozed is not None or _worse(finding, before):
                if quiet_until is None or urgent(finding, now, quiet_until):
                    say.append(finding)
                else:
                    later.append(quiet_until)
    return Decision(say=tuple(say), calm=tuple(calm), again_at=min(later, default=None))


def urgent(finding: Finding, now: datetime, quiet_until: datetime) -> bool:
    """Tell whether it can't wait: it burns, or nothing will be left by then."""
    if finding.kind is Kind.SPIKE:
        return True
    first = expires_at(finding.figures)
    if finding.kind is Kind.LAST_DAY and first is not None:
        return first < quiet_until
    left = finding.figures.left_seconds
    gone = left is not None and now + timedelta(seconds=left) < quiet_until
    return finding.kind in (Kind.LOW, Kind.DAYS) and (gone or finding.severity >= OVER)


def _worse(finding: Finding, before: Said) -> bool:
    if finding.until is not None:
        return before.until is None or finding.until > before.until
    return finding.severity >= before.severity * WORSE


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


def expires_at(figures: Figures) -> datetime | None:
    """Return when the first package that an alert tells of expires."""
    return None if figures.expires_at is None else datetime.fromtimestamp(figures.expires_at, UTC)
