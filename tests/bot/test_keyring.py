"""A running bot learns new keys as soon as it meets one, or its file changes, and shows which it has."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot.keyring import ASK_SECONDS, SHOW_SECONDS, Keyring
from bot.keys import KeysUnavailable
from bot.keysource import Given, Written
from bot.secret import Secret
from bot.vault import Key, Place, Vault, new_key, read_keys
from storage import Held, Storage

OLD, NEW = Key(bytes(range(32))), Key(bytes(range(1, 33)))
HERE = Place(field="accounts.sealed", chat_id=5, account_id=7)
TOKEN = Secret("tok_5ecret")
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Storage]:
    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as given:
        yield given


@dataclass
class Shelf:
    """A source that tests fill."""

    ring: tuple[Key, ...]
    fault: str = ""
    marked: int = 0
    asked: int = 0
    name: str = "shelf"
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def keys(self) -> tuple[Key, ...]:
        self.asked += 1
        await self.gate.wait()
        if self.fault:
            raise KeysUnavailable(self.fault)
        return self.ring

    def mark(self) -> object:
        return self.marked


def sealed(key: Key) -> bytes:
    return Vault((key,)).seal(TOKEN, HERE)


@dataclass
class Turns:
    """Sleep that goes on when a test says so; the clock moves with it."""

    now: float = 0.0
    asleep: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def sleep(self, seconds: float) -> None:
        self.asleep.set()
        await self.go.wait()
        self.go.clear()
        self.now += seconds

    async def turn(self) -> None:
        """Let one turn of the loop happen."""
        self.asleep.clear()
        self.go.set()
        await self.asleep.wait()


@asynccontextmanager
async def kept(ring: Keyring, there: Storage, turns: Turns, *, seconds: float = 2.0) -> AsyncIterator[None]:
    keeping = asyncio.create_task(ring.keep(there.keyrings, sleep=turns.sleep, seconds=seconds))
    await turns.asleep.wait()
    yield
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)


async def shown(there: Storage) -> list[tuple[str, ...]]:
    return [held.key_ids for held in await there.keyrings.seen(BEGINNING)]


def ids(*keys: Key) -> tuple[str, ...]:
    return tuple(key.id.hex() for key in keys)


async def test_a_value_sealed_with_a_new_key_opens_without_a_restart() -> None:
    shelf = Shelf((OLD,))
    vault = Keyring(shelf, (OLD,)).vault
    shelf.ring = (NEW, OLD)

    assert await vault.knows(sealed(NEW))

    assert vault.open(sealed(NEW), HERE) == TOKEN
    assert vault.seal(TOKEN, HERE)[1:9] == NEW.id


async def test_whoever_is_to_know_is_told_of_another_keyring_once() -> None:
    shelf, told = Shelf((OLD,)), list[tuple[Key, ...]]()
    ring = Keyring(shelf, (OLD,))
    ring.tell(told.append)

    await ring.vault.knows(sealed(NEW))
    shelf.ring = (NEW, OLD)
    await ring.vault.knows(sealed(Key(b"l" * 32)))

    assert told == [(NEW, OLD)]
    assert ring.keys == (NEW, OLD)


async def test_a_key_that_stays_lost_is_asked_for_now_and_then_only_and_another_one_at_once() -> None:
    now = 0.0
    shelf = Shelf((OLD,))
    vault = Keyring(shelf, (OLD,), clock=lambda: now).vault
    lost, found = sealed(Key(b"l" * 32)), sealed(NEW)

    for _ in range(5):
        assert not await vault.knows(lost)
    assert shelf.asked == 1
    shelf.ring = (OLD, NEW)
    assert await vault.knows(found)
    assert shelf.asked == 2
    now = ASK_SECONDS
    assert not await vault.knows(lost)
    assert shelf.asked == 3


async def test_all_who_miss_the_same_key_wait_for_one_answer() -> None:
    shelf = Shelf((NEW, OLD))
    vault = Keyring(shelf, (OLD,)).vault
    shelf.gate.clear()

    waiting = [asyncio.create_task(vault.knows(sealed(NEW))) for _ in range(5)]
    await asyncio.sleep(0)
    shelf.gate.set()

    assert await asyncio.gather(*waiting) == [True] * 5
    assert shelf.asked == 1


async def test_a_source_that_fails_leaves_the_keyring_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    shelf = Shelf((OLD,), fault="the KMS is away")
    vault = Keyring(shelf, (OLD,)).vault

    with caplog.at_level(logging.WARNING):
        assert not await vault.knows(sealed(NEW))

    assert vault.open(sealed(OLD), HERE) == TOKEN
    assert "the KMS is away" in caplog.text


async def test_a_changed_file_is_noticed_and_its_keys_are_shown_until_the_end(tmp_path: Path, opened: Storage) -> None:
    # Given a bot whose keys are in a file
    old, new = new_key(), new_key()
    path = tmp_path / "keys"
    path.write_text(old.reveal())
    ring, turns = Keyring(Written(path), read_keys(old)), Turns()

    async with kept(ring, opened, turns):
        assert await shown(opened) == [ids(*read_keys(old))]

        # When another key is put in front
        path.with_name("keys.new").write_text(f"{new.reveal()}\n{old.reveal()}\n")
        path.with_name("keys.new").replace(path)
        await turns.turn()

        # Then it seals, and that is shown; a file that is gone changes nothing
        both = (*read_keys(new), *read_keys(old))
        assert await shown(opened) == [ids(*both)]
        path.unlink()
        await turns.turn()
        assert ring.vault.key_ids == tuple(key.id for key in both)

    # And when the bot ends nothing is shown any more.
    assert await shown(opened) == []


async def test_it_is_shown_again_and_again_that_a_bot_is_there(opened: Storage) -> None:
    turns = Turns()
    ring = Keyring(Given(new_key()), (OLD,), clock=lambda: turns.now)

    async with kept(ring, opened, turns, seconds=SHOW_SECONDS / 2):
        first = await opened.keyrings.seen(BEGINNING)
        await turns.turn()
        assert await opened.keyrings.seen(BEGINNING) == first
        await turns.turn()
        (again,) = await opened.keyrings.seen(BEGINNING)

    assert again.seen_at > first[0].seen_at
    assert again.holder == first[0].holder


async def test_a_process_that_ended_without_a_word_is_forgotten_after_a_day(opened: Storage) -> None:
    now = datetime(2026, 3, 10, tzinfo=UTC)
    await opened.keyrings.show("a", ids(OLD), now)

    await opened.keyrings.show("b", ids(NEW, OLD), now + timedelta(days=1, seconds=1))
    await opened.keyrings.show("b", ids(NEW), now + timedelta(days=1, seconds=2))

    seen = now + timedelta(days=1, seconds=2)
    assert await opened.keyrings.seen(BEGINNING) == (Held(holder="b", key_ids=ids(NEW), seen_at=seen),)
    assert await opened.keyrings.seen(seen + timedelta(seconds=1)) == ()
