"""A group that becomes a supergroup: each credential opens there as it did before, and nowhere else."""

from __future__ import annotations

import itertools
import logging
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

import storage
from bot import accounts
from bot.asking import opened
from bot.credentials import Credential, Kind
from bot.moving import Move, mover
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, SealBroken, Vault
from storage import Account, DatabaseUnavailable, Storage
from storage.engines.sqlite import SQLite
from storage.life import Life
from tests.storage.given import CHAT, GROUP, NOW, PERSON, SUPERGROUP, kind_of

KEY, LOST = Key(b"k" * 32), Key(b"l" * 32)
VAULT = Vault((KEY,))
LATER = SUPERGROUP - 1
"""What the supergroup becomes, should one ever move on."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is."""
    return tmp_path / "bot.db"


@pytest.fixture
async def kept(path: Path) -> AsyncIterator[Storage]:
    """An empty database."""
    async with storage.opened(f"sqlite:///{path}") as kept:
        yield kept


@pytest.fixture
def move(kept: Storage) -> Move:
    """What moves a chat, with the key at hand."""
    return mover(kept, VAULT, lambda: NOW)


def token(number: int = 1, kind: Kind = "bearer") -> Credential:
    """A credential of its own for each number."""
    return Credential(kind=kind, secret=Secret(f"tok_{number}_5ecret"))


async def connect(
    kept: Storage,
    credential: Credential,
    name: str = "main",
    *,
    chat_id: int = GROUP,
    key: Key = KEY,
    shared_from: Account | None = None,
    replaces: Account | None = None,
) -> Account:
    """Connect an account, sealed with a key for where it is."""
    await kept.chats.meet(chat_id, kind_of(chat_id), None, NOW)

    def seal(account_id: int, chat_id: int) -> bytes:
        return Vault((key,)).seal(credential.secret, of_account(account_id, chat_id))

    done = await kept.accounts.connect(
        chat_id,
        name,
        credential.kind,
        by=PERSON,
        now=NOW,
        seal=seal,
        replaces=None if replaces is None else replaces.account_id,
        most=accounts.MOST,
        shared_from=None if shared_from is None else shared_from.account_id,
    )
    return done.account


async def found(kept: Storage, chat_id: int = SUPERGROUP) -> dict[str, Credential]:
    """What opens in a chat, by its account's name; everything there has to."""
    return {one.name: await opened(one, VAULT) for one in await kept.accounts.of(chat_id)}


async def test_each_credential_opens_in_the_supergroup_and_in_the_group_no_more(kept: Storage, move: Move) -> None:
    await connect(kept, token(1))
    await connect(kept, token(2, "cookie"), "side")

    await move(GROUP, SUPERGROUP)

    assert await found(kept) == {"main": token(1), "side": token(2, "cookie")}
    for account in await kept.accounts.of(SUPERGROUP):
        with pytest.raises(SealBroken):
            await opened(replace(account, chat_id=GROUP), VAULT)


async def test_no_credential_opens_as_another_of_the_same_supergroup(kept: Storage, move: Move) -> None:
    await connect(kept, token(1))
    await connect(kept, token(2), "side")

    await move(GROUP, SUPERGROUP)

    first, second = await kept.accounts.of(SUPERGROUP)
    with pytest.raises(SealBroken):
        await opened(replace(first, sealed=second.sealed), VAULT)


async def test_what_an_older_key_sealed_is_sealed_with_the_present_one(kept: Storage) -> None:
    await connect(kept, token(), key=LOST)

    await mover(kept, Vault((KEY, LOST)), lambda: NOW)(GROUP, SUPERGROUP)

    assert await found(kept) == {"main": token()}


async def test_an_account_whose_key_is_lost_moves_on_as_it_is_sealed_and_the_others_open(
    kept: Storage, move: Move, caplog: pytest.LogCaptureFixture
) -> None:
    locked = await connect(kept, token(1), "locked", key=LOST)
    await kept.accounts.mark_lock_told(locked, NOW)
    await connect(kept, token(2), "whole")

    with caplog.at_level(logging.WARNING):
        await move(GROUP, SUPERGROUP)

    first, second = await kept.accounts.of(SUPERGROUP)
    assert first == replace(locked, chat_id=SUPERGROUP, lock_told_at=NOW)
    assert await opened(second, VAULT) == token(2)
    (warned,) = caplog.messages
    assert f"account {locked.account_id} moves on as it is sealed" in warned
    assert LOST.id.hex() in warned


async def test_a_seal_that_was_copied_from_another_chat_opens_after_the_move_no_more_than_before(
    kept: Storage, move: Move, caplog: pytest.LogCaptureFixture
) -> None:
    theirs = await connect(kept, token(), chat_id=CHAT)
    await kept.chats.meet(GROUP, "group", None, NOW)
    await kept.accounts.connect(
        GROUP, "stolen", "bearer", by=6, now=NOW, seal=lambda *_: theirs.sealed, replaces=None, most=accounts.MOST
    )

    with caplog.at_level(logging.WARNING):
        await move(GROUP, SUPERGROUP)

    (stolen,) = await kept.accounts.of(SUPERGROUP)
    assert stolen.sealed == theirs.sealed
    with pytest.raises(SealBroken):
        await opened(stolen, VAULT)
    assert len(caplog.messages) == 1


async def test_the_log_of_a_move_names_no_secret_and_says_nothing_where_all_went_well(
    kept: Storage, move: Move, caplog: pytest.LogCaptureFixture
) -> None:
    gone = await connect(kept, token(1), "gone")
    await kept.accounts.disconnect(gone, keep_history=True)
    await connect(kept, token(2))

    with caplog.at_level(logging.DEBUG, "bot"):
        await move(GROUP, SUPERGROUP)
        await move(GROUP, SUPERGROUP)

    assert caplog.messages == []
    assert await kept.accounts.names(SUPERGROUP) == ("gone", "main")


STEPS = ((GROUP, SUPERGROUP), (SUPERGROUP, LATER))
ORDERS = sorted(set(itertools.permutations(STEPS * 2)))


@pytest.mark.parametrize("order", ORDERS, ids=["".join("12"[STEPS.index(one)] for one in order) for order in ORDERS])
async def test_what_moved_twice_opens_at_the_end_in_whatever_order_and_however_often_it_was_told(
    kept: Storage, move: Move, order: tuple[tuple[int, int], ...]
) -> None:
    await connect(kept, token(1), "first")
    await connect(kept, token(2), "second", chat_id=SUPERGROUP)

    for old_id, new_id in order:
        await move(old_id, new_id)

    assert await found(kept, LATER) == {"first": token(1), "second": token(2)}
    assert {one.chat_id for one in await kept.accounts.all()} == {LATER}


async def test_a_way_back_is_no_way(kept: Storage, move: Move) -> None:
    await connect(kept, token())
    await move(GROUP, SUPERGROUP)

    await move(SUPERGROUP, GROUP)

    assert await found(kept) == {"main": token()}
    assert await kept.life.now_at(GROUP) == SUPERGROUP


async def test_what_is_in_the_supergroup_already_stays_as_it_is_sealed(kept: Storage, move: Move) -> None:
    there = await connect(kept, token(1), chat_id=SUPERGROUP)
    await connect(kept, token(2), "side")

    await move(GROUP, SUPERGROUP)

    assert there in await kept.accounts.of(SUPERGROUP)
    assert await found(kept) == {"main": token(1), "side": token(2)}


async def test_who_comes_under_a_name_that_is_taken_gets_the_next_free_one(kept: Storage, move: Move) -> None:
    # Given a supergroup with an account and the history of one that is gone
    await connect(kept, token(1), "Main", chat_id=SUPERGROUP)
    gone = await connect(kept, token(2), "side", chat_id=SUPERGROUP)
    await kept.accounts.disconnect(gone, keep_history=True)
    # And a group whose accounts have these names, and one that would be free there
    for number, name in enumerate(("main", "side", "main-2"), 3):
        await connect(kept, token(number), name)

    await move(GROUP, SUPERGROUP)

    assert await found(kept) == {"Main": token(1), "main-2": token(3), "side-2": token(4), "main-2-2": token(5)}


async def test_the_longest_name_is_cut_so_that_its_number_fits(kept: Storage, move: Move) -> None:
    longest = "n" * accounts.LONGEST_NAME
    await connect(kept, token(1), longest, chat_id=SUPERGROUP)
    await connect(kept, token(2), longest)

    await move(GROUP, SUPERGROUP)

    assert await found(kept) == {longest: token(1), f"{longest[:-2]}-2": token(2)}
    assert all(accounts.is_name(name) for name in await kept.accounts.names(SUPERGROUP))


async def test_of_two_full_chats_that_become_one_no_account_is_lost(kept: Storage, move: Move) -> None:
    for chat_id, first in ((GROUP, 0), (SUPERGROUP, accounts.MOST)):
        for number in range(first, first + accounts.MOST):
            await connect(kept, token(number), f"account-{number}", chat_id=chat_id)

    await move(GROUP, SUPERGROUP)

    assert await found(kept) == {f"account-{number}": token(number) for number in range(2 * accounts.MOST)}


async def test_what_was_shared_into_a_group_that_moved_is_renewed_there(kept: Storage, move: Move) -> None:
    own = await connect(kept, token(1), chat_id=CHAT)
    await connect(kept, token(1), "team", shared_from=own)
    await move(GROUP, SUPERGROUP)

    await connect(kept, token(2), chat_id=CHAT, replaces=own)

    assert await found(kept) == {"team": token(2)}


async def test_while_the_database_takes_no_write_nothing_moves_and_then_all_of_it_does(
    kept: Storage, path: Path
) -> None:
    async def no_sleep(_seconds: float) -> None:
        return

    before = await connect(kept, token())
    database = SQLite(f"sqlite:///{path}", sleep=no_sleep)
    move = mover(replace(kept, life=Life(database)), VAULT, lambda: NOW)
    elsewhere = sqlite3.connect(path, isolation_level=None)
    elsewhere.execute("BEGIN IMMEDIATE")

    with pytest.raises(DatabaseUnavailable):
        await move(GROUP, SUPERGROUP)
    during = await kept.accounts.all()
    elsewhere.execute("ROLLBACK")
    elsewhere.close()
    await move(GROUP, SUPERGROUP)
    await database.close()

    assert during == (before,)
    assert await found(kept) == {"main": token()}
