"""Who is at work: seen by counts that go on or stand still, by one's own clock alone."""

import asyncio
from collections.abc import Callable

import pytest

from bot.roster import BEAT_SECONDS, DEAD_SECONDS, SURE_SECONDS, Roster
from storage import DatabaseUnavailable, Replica, Replicas


class Time:
    """Seconds that pass when somebody sleeps; after that whatever is to happen then does."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        """Let them pass."""
        self.now += seconds

    async def sleep(self, seconds: float) -> None:
        """Let them pass, and others do what they are about to."""
        self.passes(seconds)
        await asyncio.sleep(0)
        await asyncio.sleep(0)


class Table(Replicas):
    """What the database would say."""

    def __init__(self) -> None:
        self.there: dict[str, int] = {}
        self.fails = False
        self.late = 0.0
        self.passes: Callable[[float], None] = lambda _: None

    @property
    def shared(self) -> bool:
        """It is."""
        return True

    async def join(self, replica_id: str) -> None:
        """Add it."""
        self.there[replica_id] = 0

    async def beat(self, replica_id: str) -> tuple[Replica, ...]:
        """Count."""
        if self.fails:
            raise DatabaseUnavailable("gone")
        self.passes(self.late)
        self.late = 0.0
        if replica_id in self.there:
            self.there[replica_id] += 1
        return tuple(Replica(replica_id=name, beat=beat) for name, beat in self.there.items())

    async def dismiss(self, replica_ids: object) -> None:
        """Take out."""
        for name in replica_ids:  # type: ignore[attr-defined]  # several names
            self.there.pop(name, None)


class Heir:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    async def inherit(self) -> None:
        """Note it."""
        self.told.append("inherit")

    async def renounce(self) -> None:
        """Note it."""
        self.told.append("renounce")


class Ended(Exception):
    """The test has seen enough."""


class Watching:
    """A roster that runs for so long, beside another process that counts until then."""

    def __init__(self, *, counts_until: float = 0.0) -> None:
        self.time, self.table, self.heir = Time(), Table(), Heir()
        self.counts_until = counts_until
        self.table.passes = self.time.passes
        self.until = 0.0
        self.roster = Roster(self.table, time=self.time, sleep=self._sleep)
        self.roster.tell(self.heir)

    async def _sleep(self, seconds: float) -> None:
        await self.time.sleep(seconds)
        if self.time.now > self.until:
            raise Ended
        if self.time.now <= self.counts_until and "other" in self.table.there:
            self.table.there["other"] += 1

    async def runs(self, seconds: float) -> None:
        """Let it run on for so long."""
        self.until = self.time.now + seconds
        with pytest.raises(Ended):
            await self.roster.run()
        await asyncio.sleep(0)


async def test_one_that_counts_on_lives_and_one_that_stands_still_is_dismissed_within_fifteen_seconds() -> None:
    watching = Watching(counts_until=100)
    watching.table.there["other"] = 0
    await watching.roster.join()

    await watching.runs(100)
    assert "other" in watching.table.there
    assert watching.roster.size == 2

    await watching.runs(DEAD_SECONDS + 2 * BEAT_SECONDS)
    assert "other" not in watching.table.there
    assert DEAD_SECONDS + 2 * BEAT_SECONDS < 15
    assert watching.heir.told[-1] == "inherit"


async def test_one_that_could_not_count_because_the_database_was_gone_is_not_taken_for_dead() -> None:
    watching = Watching(counts_until=10)
    watching.table.there["other"] = 0
    await watching.roster.join()
    await watching.runs(10)

    watching.table.fails = True
    await watching.runs(60)
    watching.table.fails = False
    watching.counts_until = 1000
    await watching.runs(60)

    assert "other" in watching.table.there


async def test_nobody_is_taken_for_dead_because_the_database_was_away_for_a_while() -> None:
    # Given another process that counts, and a database that answers a count twenty seconds late, once
    watching = Watching()
    watching.table.there["other"] = 0
    await watching.roster.join()
    await watching.runs(BEAT_SECONDS)
    watching.table.late = 20.0

    await watching.runs(3 * BEAT_SECONDS)

    assert "other" in watching.table.there


async def test_one_that_believes_itself_alone_makes_sure_all_the_same() -> None:
    watching = Watching()
    watching.until = 1000
    await watching.roster.join()
    watching.table.there = {"new": 0}
    watching.time.now += 60

    await watching.roster.sure()

    assert watching.heir.told == ["renounce"]


async def test_one_that_is_alone_goes_on_without_a_database() -> None:
    watching = Watching()
    watching.until = 1000
    await watching.roster.join()
    watching.table.fails = True
    watching.time.now += 60

    await watching.roster.sure()

    assert watching.heir.told == []


async def test_who_was_taken_for_dead_lets_go_of_everything_and_begins_anew() -> None:
    watching = Watching()
    await watching.roster.join()
    before = watching.roster.id
    watching.table.there.clear()

    await watching.runs(BEAT_SECONDS)

    assert watching.heir.told == ["renounce", "inherit"]
    assert watching.roster.id != before
    assert list(watching.table.there) == [watching.roster.id]


async def test_who_could_not_count_for_a_while_makes_sure_before_it_goes_on() -> None:
    watching = Watching()
    watching.until = 1000
    watching.table.there["other"] = 0
    await watching.roster.join()
    before = watching.roster.id

    watching.time.now += SURE_SECONDS
    await watching.roster.sure()
    assert watching.table.there[before] == 1

    watching.table.there.pop(before)
    watching.time.now += 1
    await watching.roster.sure()

    assert watching.heir.told == ["renounce"]
    assert watching.roster.id in watching.table.there


async def test_the_eldest_does_what_only_one_can_do_and_the_next_one_after_it() -> None:
    watching = Watching()
    watching.table.there["other"] = 0
    await watching.roster.join()
    assert not watching.roster.eldest

    await watching.runs(30)

    assert watching.roster.eldest
    assert watching.roster.size == 1


async def test_who_leaves_is_gone_at_once() -> None:
    watching = Watching()
    await watching.roster.join()

    await watching.roster.leave()

    assert watching.table.there == {}
