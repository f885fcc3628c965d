"""What became of an account's traffic between looks at it. Standard library only; always adds up, never invents use.

Two witnesses: the overview, and where all of them were seen the records. Where they agree with each other at two looks,
what the records say went between them is exact, expiries and purchases and all. Elsewhere only the overview speaks, and
what it can't tell is said not to be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

from bot.traffic import Sample, Tally

SETTLING = timedelta(hours=1)
"""How long growth after a fall may be a counter that finds its way back in steps."""
LONGEST_DISAGREEMENT = timedelta(hours=24)
"""How long records and overview may disagree and still be taken for two counters of which one is late."""
_TOLERANCE_SHARE = 100
_LEAST_TOLERANCE = 64 * 1024**2
"""Two answers are moments apart while traffic flows; so much, or a hundredth, makes no disagreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """Where the available traffic went, in bytes, none of it negative but `unexplained_bytes`.

    Available at the end = available at the start + bought + checked in + received - used - expired + unexplained.
    `received`: acquired in a way the vendor has added since. `told`: the time of which it is known how much was used.
    """

    consumed_bytes: int = 0
    bought_bytes: int = 0
    checked_in_bytes: int = 0
    received_bytes: int = 0
    expired_bytes: int = 0
    unexplained_bytes: int = 0
    told: timedelta = timedelta()

    def __add__(self, more: Consumption) -> Consumption:
        return Consumption(
            consumed_bytes=self.consumed_bytes + more.consumed_bytes,
            bought_bytes=self.bought_bytes + more.bought_bytes,
            checked_in_bytes=self.checked_in_bytes + more.checked_in_bytes,
            received_bytes=self.received_bytes + more.received_bytes,
            expired_bytes=self.expired_bytes + more.expired_bytes,
            unexplained_bytes=self.unexplained_bytes + more.unexplained_bytes,
            told=self.told + more.told,
        )

    @property
    def gained_bytes(self) -> int:
        """What the available traffic grew by in all; negative where it shrank."""
        came = self.bought_bytes + self.checked_in_bytes + self.received_bytes
        return came - self.consumed_bytes - self.expired_bytes + self.unexplained_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happened between two looks that follow each other.

    `total_bytes`, `available_bytes`: what the later one showed. `listed`: both saw the records; where they did not,
    what was acquired and what expired is in none of the parts but the unexplained one.
    """

    since: datetime
    until: datetime
    parts: Consumption
    total_bytes: int
    available_bytes: int
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    at: datetime
    total: int
    available: int
    tally: Tally | None

    @property
    def used(self) -> int:
        return self.total - self.available

    @property
    def agrees(self) -> bool:
        """Whether what the records hold is what the overview says is available."""
        if self.tally is None:
            return False
        tolerance = max(_LEAST_TOLERANCE, max(self.available, self.tally.left_bytes) // _TOLERANCE_SHARE)
        return abs(self.tally.left_bytes - self.available) <= tolerance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fall:
    """What was shown before the total or the used traffic fell, and when it was seen to have fallen."""

    top: _Look
    seen_at: datetime

    def doubts(self, before: _Look, now: _Look) -> bool:
        """Whether growth may still be the used traffic on its way back."""
        return before.used < self.top.used and now.total >= self.top.total

    def used_is_back(self, before: _Look, now: _Look) -> bool:
        """Whether it came back at once, or about so."""
        return self.doubts(before, now) and 10 * (now.used - before.used) >= 9 * (self.top.used - before.used)

    def total_is_back(self, before: _Look, now: _Look) -> bool:
        """Whether half of the missing total came back at once: a purchase, or the end of a glitch."""
        missing = self.top.total - before.total
        return missing > 0 and 2 * (now.total - before.total) >= missing


def consumption(samples: Iterable[Sample]) -> Consumption:
    """Add up what became of the traffic between samples, in their order."""
    return sum((step.parts for step in steps(samples)), Consumption())


def steps(samples: Iterable[Sample]) -> tuple[Step, ...]:
    """Tell for each two samples that follow each other what happened between them.

    Samples without believable figures are passed over. Between two looks at which records and overview agree, those
    that saw no records are passed over too: they would tell the same less well.
    """
    looks = tuple(_looks(samples))
    inside = {place for first, last in _agreed(looks) for place in range(first, last)}
    kept = [
        place
        for place, look in enumerate(looks)
        if look.tally is not None or not (place in inside and place - 1 in inside)
    ]
    exact = [place in inside for place in kept[:-1]]
    told = _told([looks[place] for place in kept], exact)
    return tuple(
        _step(looks[place], looks[following], exact=exactly, used=used)
        for (place, following), exactly, used in zip(pairwise(kept), exact, told, strict=True)
    )


def _agreed(looks: Sequence[_Look]) -> Iterator[tuple[int, int]]:
    """The places of two looks between which the records are believed: both agree, with nothing long between them."""
    first: int | None = None
    for place, look in enumerate(looks):
        if not look.agrees:
            continue
        if first is not None and (
            look.at - looks[first].at <= LONGEST_DISAGREEMENT
            or not any(one.tally is not None for one in looks[first + 1 : place])
        ):
            yield first, place
        first = place


def _step(before: _Look, now: _Look, *, exact: bool, used: int | None) -> Step:
    records = now.tally.since(before.tally) if now.tally is not None and before.tally is not None else None
    known = Consumption(consumed_bytes=used or 0, told=now.at - before.at if used is not None else timedelta())
    if records is not None:
        known = Consumption(
            consumed_bytes=records.drawn_bytes if exact else known.consumed_bytes,
            bought_bytes=records.bought_bytes,
            checked_in_bytes=records.checked_in_bytes,
            received_bytes=records.received_bytes,
            expired_bytes=records.expired_bytes,
            told=now.at - before.at if exact else known.told,
        )
    rest = now.available - before.available - known.gained_bytes
    return Step(
        since=before.at,
        until=now.at,
        parts=replace(known, unexplained_bytes=rest),
        total_bytes=now.total,
        available_bytes=now.available,
        listed=records is not None,
    )


def _told(looks: Sequence[_Look], exact: Sequence[bool]) -> list[int | None]:
    """What the overview alone tells of the use between looks; `None` where it can't.

    Where the total or the used traffic falls, a package has gone and took its used part along, or the vendor miscounts:
    what was consumed meanwhile can't be told. Neither can it while what fell jumps back, for then it was a glitch, or
    looks like one. Growth after a fall is use once that is clear: it stays well below what was used before, `SETTLING`
    or longer after the fall. What is `exact` is told by the records, and clears all doubts.
    """
    told: list[int | None] = []
    held: list[int] = []
    falls: tuple[_Fall, ...] = ()
    for place, (before, now) in enumerate(pairwise(looks)):
        told.append(None)
        if exact[place]:
            falls, held = (), []
            continue
        doubting = tuple(fall for fall in falls if fall.doubts(before, now))
        if now.total < before.total or now.used < before.used:
            falls += (_Fall(top=before, seen_at=now.at),)
            held = []
        elif any(fall.used_is_back(before, now) or fall.total_is_back(before, now) for fall in falls):
            falls = tuple(fall for fall in falls if fall.top.used > now.used and not fall.used_is_back(before, now))
            held = []
        elif not doubting:
            told[place] = now.used - before.used
        else:
            held.append(place)
            grown = any(looks[one + 1].used > looks[one].used for one in held)
            if grown and all(now.at - fall.seen_at >= SETTLING for fall in doubting):
                for one in held:
                    told[one] = looks[one + 1].used - looks[one].used
                held = []
                falls = tuple(fall for fall in falls if fall not in doubting)
    return told


def _looks(samples: Iterable[Sample]) -> Iterator[_Look]:
    """The looks with believable figures."""
    for sample in samples:
        overview = sample.overview
        if overview.total_bytes is not None and overview.available_bytes is not None and overview.believable:
            yield _Look(
                at=sample.taken_at,
                total=overview.total_bytes,
                available=overview.available_bytes,
                tally=sample.tally,
            )
