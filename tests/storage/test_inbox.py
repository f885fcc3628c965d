"""The inbox: what was written down is known, taken up in order, crossed out for good."""

from datetime import timedelta
from pathlib import Path

import storage
from storage import Storage, Written
from tests.storage.given import NOW

ME = "me"


def update(number: int, *, seconds: float = 0, sealed: bytes = b"sealed") -> Written:
    return Written(update_id=number, received_at=NOW + timedelta(seconds=seconds), sealed=sealed)


async def write_down(kept: Storage, updates: list[Written]) -> frozenset[int]:
    """Write down as a process at work; tell what of it is its to deal with."""
    if not any(one.replica_id == ME for one in await kept.replicas.beat(ME)):
        await kept.replicas.join(ME)
    return (await kept.inbox.write_down(updates, ME, NOW)).new


async def left(kept: Storage) -> list[int]:
    return [written.update_id for written in await kept.inbox.waiting()]


async def test_a_batch_is_written_down_and_what_is_new_in_it_told(kept: Storage) -> None:
    assert await write_down(kept, [update(1), update(2)]) == {1, 2}
    assert await write_down(kept, [update(2, sealed=b"again"), update(3)]) == {3}
    assert await write_down(kept, [update(1), update(2), update(3)]) == frozenset()
    assert await write_down(kept, []) == frozenset()

    assert [(one.update_id, one.sealed) for one in await kept.inbox.waiting()] == [
        (1, b"sealed"),
        (2, b"sealed"),
        (3, b"sealed"),
    ]


async def test_an_update_twice_in_one_batch_is_one(kept: Storage) -> None:
    assert await write_down(kept, [update(1), update(1, sealed=b"again")]) == {1}

    assert await left(kept) == [1]


async def test_what_was_crossed_out_is_not_taken_up_but_still_known(kept: Storage) -> None:
    await write_down(kept, [update(1), update(2), update(3)])

    await kept.inbox.cross_out([1, 3, 404])
    await kept.inbox.cross_out([])

    assert await left(kept) == [2]
    assert await write_down(kept, [update(1), update(2), update(3), update(4)]) == {4}


async def test_updates_wait_in_the_order_they_came_whatever_their_numbers_and_the_clock_say(kept: Storage) -> None:
    await write_down(kept, [update(9, seconds=100), update(5, seconds=2)])
    await write_down(kept, [update(7, seconds=-1), update(6, seconds=0)])

    assert await left(kept) == [9, 5, 7, 6]


async def test_attempts_are_counted_for_what_is_tried_again_only(kept: Storage) -> None:
    await write_down(kept, [update(1), update(2), update(3)])

    await kept.inbox.count_attempt([1, 2, 404])
    await kept.inbox.count_attempt([2])
    await kept.inbox.count_attempt([])

    assert [(one.update_id, one.attempts) for one in await kept.inbox.waiting()] == [(1, 1), (2, 2), (3, 0)]


async def test_what_was_dealt_with_long_ago_is_forgotten_and_what_waits_is_not(kept: Storage) -> None:
    await write_down(kept, [update(1), update(2), update(3, seconds=1)])
    await kept.inbox.cross_out([1, 3])

    await kept.inbox.forget(NOW + timedelta(seconds=1))

    assert await left(kept) == [2]
    assert await write_down(kept, [update(1), update(2), update(3)]) == {1}


async def test_the_greatest_number_telegram_could_give_is_taken(kept: Storage) -> None:
    assert await write_down(kept, [update(2**63 - 1)]) == {2**63 - 1}


async def test_what_was_written_down_survives_a_restart(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        await write_down(kept, [update(1, sealed=b"\0\xff" * 9)])

    async with storage.opened(f"sqlite:///{path}") as kept:
        assert [one.sealed for one in await kept.inbox.waiting()] == [b"\0\xff" * 9]


async def test_what_was_crossed_out_is_nowhere_in_the_file(path: Path) -> None:
    # Given updates that filled a page and more
    said = b"what somebody said "
    async with storage.opened(f"sqlite:///{path}") as kept:
        await write_down(kept, [update(number, sealed=said * size) for number, size in enumerate((1, 20, 3000))])
    assert said in path.read_bytes()

    # When they are crossed out, and the journal is folded into the file
    async with storage.opened(f"sqlite:///{path}") as kept:
        await kept.inbox.cross_out([0, 1, 2])

    # Then the numbers are all that is left.
    assert said not in path.read_bytes()
    assert [one.name for one in path.parent.iterdir()] == ["bot.db"]


def test_an_update_prints_without_its_seal() -> None:
    assert "5ecret" not in repr(update(1, sealed=b"5ecret"))
