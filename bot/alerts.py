"""What is worth speaking up about: how bad each thing is, and whether to say it now. Pure.

Everything is judged by one number, its severity: from 1 on it is said, once; again only when it is `WORSE` times as bad
as when it was said; and anew after it fell below `CALM`. What nobody can tell now changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum

WORSE = 2.5
CALM = 0.8
WORST, OVER = 10.0, 100.0
"""As bad as anything short of its end gets, so that it is said some three times; and the end itself."""


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


def expires_at(figures: Figures) -> datetime | None:
    """Return when the first package that an alert tells of expires."""
    return None if figures.expires_at is None else datetime.fromtimestamp(figures.expires_at, UTC)
