"""Logins under way: one a person, for so long, through restarts."""

from datetime import timedelta
from pathlib import Path

import pytest

import storage
from storage import Login, Storage
from tests.storage.given import CHAT, GROUP, NOW, TEN


async def test_a_wait_lasts_until_its_time_and_not_longer(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)
    await kept.logins.begin(CHAT, 5, Login(name="team"), NOW + TEN)

    assert await kept.logins.under_way(CHAT, 5, NOW + TEN - timedelta(microseconds=1)) == Login(name="team")
    assert await kept.logins.under_way(CHAT, 5, NOW + TEN) is None


async def test_a_wait_is_for_one_person_of_one_chat(kept: Storage) -> None:
    for chat_id in (CHAT, CHAT + 1):
        await kept.chats.meet(chat_id, "group", None, NOW)
    await kept.logins.begin(CHAT, 5, Login(name=""), NOW + TEN)

    assert await kept.logins.under_way(CHAT, 6, NOW) is None
    assert await kept.logins.under_way(CHAT + 1, 5, NOW) is None
    assert not await kept.logins.end(CHAT, 6)
    assert await kept.logins.under_way(CHAT, 5, NOW) == Login(name="")


async def test_a_new_wait_takes_the_place_of_the_old_one(kept: Storage) -> None:
    for chat_id in (CHAT, GROUP):
        await kept.chats.meet(chat_id, "private", None, NOW)
    await kept.logins.begin(CHAT, 5, Login(name="old", target_chat_id=GROUP, topic_id=7, code="c"), NOW + 2 * TEN)

    await kept.logins.begin(CHAT, 5, Login(name="new"), NOW + TEN)

    assert await kept.logins.under_way(CHAT, 5, NOW) == Login(name="new")
    assert await kept.logins.under_way(CHAT, 5, NOW + TEN) is None


@pytest.mark.parametrize("topic_id", [None, 2**40])
async def test_a_wait_for_a_group_says_for_which_and_where_in_it(kept: Storage, topic_id: int | None) -> None:
    for chat_id in (CHAT, GROUP):
        await kept.chats.meet(chat_id, "private", None, NOW)
    login = Login(name="", target_chat_id=GROUP, topic_id=topic_id, code="abc_DEF-1234567890abcd")

    await kept.logins.begin(CHAT, 5, login, NOW + TEN)

    assert await kept.logins.under_way(CHAT, 5, NOW) == login


async def test_ending_tells_whether_there_was_a_wait(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", None, NOW)
    await kept.logins.begin(CHAT, 5, Login(name=""), NOW + TEN)

    assert await kept.logins.end(CHAT, 5)
    assert not await kept.logins.end(CHAT, 5)
    assert await kept.logins.under_way(CHAT, 5, NOW) is None


async def test_a_wait_survives_a_restart(path: Path) -> None:
    async with storage.opened(f"sqlite:///{path}") as kept:
        await kept.chats.meet(CHAT, "private", None, NOW)
        await kept.logins.begin(CHAT, 5, Login(name="team"), NOW + TEN)

    async with storage.opened(f"sqlite:///{path}") as kept:
        assert await kept.logins.under_way(CHAT, 5, NOW) == Login(name="team")
