"""Accounts whose key is lost: each chat is told once, and again only after the key was back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from bot.accounts import find
from bot.i18n import Names, languages
from bot.pushes.locked import AGAIN_SECONDS, tell_locked, watch_locked
from bot.reply import Button, Notice, Reply
from bot.sealed import of_account
from bot.secret import Secret
from bot.vault import Key, Vault
from storage import Account, DatabaseUnavailable, Storage

OLD, NEW = Key(b"o" * 32), Key(b"n" * 32)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(kw_only=True)
class Post:
    """Delivers by writing down; `settles` is what it says of a chat, true unless set."""

    sent: list[tuple[int, Reply]] = field(default_factory=list)
    settles: dict[int, bool] = field(default_factory=dict)

    async def __call__(self, notice: Notice) -> bool:
        """Note a delivery."""
        self.sent.append((notice.chat_id, notice.reply))
        return self.settles.get(notice.chat_id, True)

    @property
    def chats(self) -> list[int]:
        """Who was written to."""
        return [chat_id for chat_id, _ in self.sent]


@pytest.fixture
async def kept(tmp_path: Path) -> AsyncIterator[Storage]:
    """An empty database."""
    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        yield kept


async def connect(kept: Storage, chat_id: int, name: str = "main", *, key: Key = OLD, language: str = "en") -> None:
    """Connect an account whose token is sealed with a key."""
    await kept.chats.meet(chat_id, "private", language, NOON)

    def seal(account_id: int, chat_id: int) -> bytes:
        return Vault((key,)).seal(Secret("tok_5ecret"), of_account(account_id, chat_id))

    known = find(name, await kept.accounts.of(chat_id))
    replaces = known.account_id if known else None
    await kept.accounts.connect(chat_id, name, "bearer", by=chat_id, now=NOON, seal=seal, replaces=replaces, most=10)


async def start(kept: Storage, post: Post, *keys: Key) -> None:
    """What a start with these keys owes."""
    await tell_locked(kept, Vault(keys), languages(), post, clock=lambda: NOON)


async def account(kept: Storage) -> Account:
    """The one account there is."""
    (account,) = await kept.accounts.all()
    return account


async def test_where_every_key_is_there_nobody_hears_a_word(kept: Storage) -> None:
    post = Post()
    await connect(kept, 1)
    await connect(kept, 2, key=NEW)

    await start(kept, post, NEW, OLD)

    assert post.sent == []


async def test_each_chat_is_told_once_of_all_its_locked_accounts_over_many_starts(kept: Storage) -> None:
    post = Post()
    for chat_id, name in ((1, "main"), (1, "crawler"), (2, "main")):
        await connect(kept, chat_id, name)
    await connect(kept, 3, key=NEW)

    for _ in range(3):
        await start(kept, post, NEW)

    assert post.chats == [1, 2]
    assert post.sent[0][1].text == languages().best(("en",))("accounts-locked", names=Names(("main", "crawler")))


async def test_the_message_says_so_in_the_chats_language_and_offers_to_connect_again(kept: Storage) -> None:
    post = Post()
    await connect(kept, 1, "work & <play>", language="zh-hans")

    await start(kept, post, NEW)

    ((_, reply),) = post.sent
    words = languages().best(("zh",))
    assert reply.text == words("account-locked", name="work & <play>")
    assert "work &amp; &lt;play&gt;" in reply.text
    ((button,),) = reply.buttons
    assert isinstance(button, Button)
    assert (button.label, button.command) == (
        words("button-connect-again"),
        f"/login #{(await account(kept)).account_id}",
    )


async def test_nothing_is_deleted(kept: Storage) -> None:
    await connect(kept, 1)
    before = await account(kept)

    await start(kept, Post(), NEW)

    after = await account(kept)
    assert after.sealed == before.sealed
    assert after.lock_told_at == NOON


async def test_a_key_that_came_back_and_was_lost_again_is_told_again(kept: Storage) -> None:
    post = Post()
    await connect(kept, 1)

    for keys in ((NEW,), (NEW, OLD), (NEW, OLD), (NEW,), (NEW,)):
        await start(kept, post, *keys)

    assert post.chats == [1, 1]


async def test_connecting_again_settles_it_and_a_later_loss_is_told(kept: Storage) -> None:
    post, third = Post(), Key(b"t" * 32)
    await connect(kept, 1)
    await start(kept, post, NEW)

    await connect(kept, 1, key=NEW)
    await start(kept, post, NEW)
    told = list(post.chats)
    await start(kept, post, third)

    assert told == [1]
    assert post.chats == [1, 1]


async def test_what_could_not_be_delivered_is_tried_at_the_next_start(kept: Storage) -> None:
    post = Post(settles={1: False})
    await connect(kept, 1)
    await connect(kept, 2)

    await start(kept, post, NEW)
    post.settles[1] = True
    await start(kept, post, NEW)
    await start(kept, post, NEW)

    assert post.chats == [1, 2, 1]


async def test_the_log_names_each_locked_account_at_every_start_and_no_secret(
    kept: Storage, caplog: pytest.LogCaptureFixture
) -> None:
    await connect(kept, 77)

    await start(kept, Post(), NEW)
    await start(kept, Post(), NEW)

    assert [record.getMessage().count("of chat 77 is locked") for record in caplog.records] == [1, 1]
    assert "tok_5ecret" not in caplog.text


async def test_a_disconnected_account_is_not_locked(kept: Storage) -> None:
    post = Post()
    await connect(kept, 1)
    await kept.accounts.disconnect(await account(kept), keep_history=True)

    await start(kept, post, NEW)

    assert post.sent == []


async def test_it_is_looked_again_when_the_keyring_has_changed_and_soon_where_there_was_no_database() -> None:
    looks, changed = 0, asyncio.Event()
    pauses: list[float] = []

    async def look() -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise DatabaseUnavailable("gone")

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    watching = asyncio.create_task(watch_locked(look, changed, sleep=sleep))
    for _ in range(9):
        await asyncio.sleep(0)
    assert (looks, pauses) == (2, [AGAIN_SECONDS])
    changed.set()
    for _ in range(9):
        await asyncio.sleep(0)
    watching.cancel()

    assert looks == 3


async def test_of_two_processes_that_start_at_once_one_tells_a_chat(kept: Storage) -> None:
    await connect(kept, 7)

    told = [await kept.accounts.mark_lock_told(await account(kept), NOON) for _ in range(2)]

    assert told == [True, False]
    assert await kept.accounts.mark_lock_told(await account(kept), None)
