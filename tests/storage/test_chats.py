"""Chats: met once, heard again, and what was chosen in them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from storage import Chat, Chosen, Storage
from storage.chats import LONGEST_TITLE
from tests.storage.given import CHAT, GROUP, NOW


async def test_a_chat_is_met_on_first_sight_and_known_then(kept: Storage) -> None:
    met = await kept.chats.meet(CHAT, "private", "de", NOW)

    assert met == Chat(chat_id=CHAT, kind="private", language=None, heard="de")
    assert await kept.chats.find(CHAT) == met
    assert await kept.chats.meet(CHAT, "private", "de", NOW + timedelta(days=1)) == met
    assert await kept.chats.find(CHAT + 1) is None


async def test_the_language_heard_last_counts_in_private_and_silence_changes_nothing(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", "de", NOW)

    assert (await kept.chats.meet(CHAT, "private", None, NOW)).heard == "de"
    assert (await kept.chats.meet(CHAT, "private", "", NOW)).heard == "de"
    assert (await kept.chats.meet(CHAT, "private", "pt-br", NOW)).heard == "pt-br"
    assert (await kept.chats.find(CHAT)) == Chat(chat_id=CHAT, kind="private", language=None, heard="pt-br")


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_group_keeps_the_language_it_heard_first_until_the_bot_is_added_again(kept: Storage, kind: str) -> None:
    await kept.chats.meet(GROUP, kind, None, NOW)

    first = await kept.chats.meet(GROUP, kind, "de", NOW)
    another = await kept.chats.meet(GROUP, kind, "fr", NOW)
    added = await kept.chats.meet(GROUP, kind, "tr", NOW, added=True)
    added_in_silence = await kept.chats.meet(GROUP, kind, None, NOW, added=True)

    assert [chat.heard for chat in (first, another, added, added_in_silence)] == ["de", "de", "tr", "tr"]


async def test_that_the_history_stays_is_chosen_anew_when_the_bot_is_added_again(kept: Storage) -> None:
    await kept.chats.meet(GROUP, "group", None, NOW)
    await kept.chats.choose(GROUP, keeps_history=True, language="de")

    met = await kept.chats.meet(GROUP, "group", None, NOW)
    added = await kept.chats.meet(GROUP, "group", None, NOW, added=True)

    assert (met.keeps_history, added.keeps_history) == (True, False)
    assert added == await kept.chats.find(GROUP)
    assert added.language == "de"


async def test_a_title_is_learnt_anew_and_never_lost(kept: Storage) -> None:
    first = await kept.chats.meet(GROUP, "group", None, NOW, title="Scrapers")
    renamed = await kept.chats.meet(GROUP, "group", None, NOW, title="Crawlers")
    untold = await kept.chats.meet(GROUP, "group", None, NOW)

    assert [chat.title for chat in (first, renamed, untold)] == ["Scrapers", "Crawlers", "Crawlers"]


async def test_a_language_or_title_too_long_to_be_one_is_cut_and_heard_once(kept: Storage) -> None:
    for _ in range(2):
        met = await kept.chats.meet(CHAT, "private", "x" * 500, NOW, title="ж" * 500)
        assert met.heard == "x" * 16
        assert met.title == "ж" * LONGEST_TITLE


async def test_chats_have_the_greatest_and_smallest_numbers_telegram_gives(kept: Storage) -> None:
    for chat_id in (2**52, -(10**12) - 2**52, -1):
        assert (await kept.chats.meet(chat_id, "supergroup", None, NOW)).chat_id == chat_id
        assert await kept.chats.find(chat_id) is not None


CHOICES: list[Chosen] = [
    {"language": "de"},
    {"zone": "Europe/Berlin"},
    {"quiet_from": 22 * 60, "quiet_until": 0},
    {"shows_money": False},
    {"shows_money": True},
    {"keeps_history": True},
    {"default_account_id": 2**40},
]


@pytest.mark.parametrize("chosen", CHOICES, ids=lambda chosen: " ".join(map(str, chosen.values())))
async def test_what_was_chosen_stays_and_nothing_else_changes(kept: Storage, chosen: Chosen) -> None:
    met = await kept.chats.meet(GROUP, "group", "fr", NOW, title="Scrapers")
    other = await kept.chats.meet(CHAT, "private", "fr", NOW)
    values: dict[str, Any] = {**chosen}
    changed = replace(met, **values)

    assert await kept.chats.choose(GROUP, **chosen) == changed

    assert changed != met
    assert await kept.chats.find(GROUP) == changed
    assert await kept.chats.meet(GROUP, "group", "tr", NOW, title="Scrapers") == changed
    assert await kept.chats.find(CHAT) == other


@pytest.mark.parametrize("chosen", CHOICES, ids=lambda chosen: " ".join(map(str, chosen.values())))
async def test_what_was_chosen_can_be_left_open_again(kept: Storage, chosen: Chosen) -> None:
    met = await kept.chats.meet(GROUP, "group", "fr", NOW)
    await kept.chats.choose(GROUP, **chosen)
    nothing: Any = dict.fromkeys(chosen)

    assert await kept.chats.choose(GROUP, **nothing) == met


async def test_choosing_in_a_chat_that_is_not_known_makes_none(kept: Storage) -> None:
    assert await kept.chats.choose(CHAT, language="de") is None
    assert await kept.chats.find(CHAT) is None
