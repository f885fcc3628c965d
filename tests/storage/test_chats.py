"""Chats: met once, heard again, forgotten with all that is theirs."""

from datetime import timedelta

from storage import Chat, Storage
from tests.storage.given import CHAT, NOW, connect, reading


async def test_a_chat_is_met_on_first_sight_and_known_then(kept: Storage) -> None:
    met = await kept.chats.meet(CHAT, "private", "de", NOW)

    assert met == Chat(chat_id=CHAT, kind="private", language=None, heard="de")
    assert await kept.chats.find(CHAT) == met
    assert await kept.chats.meet(CHAT, "private", "de", NOW + timedelta(days=1)) == met
    assert await kept.chats.find(CHAT + 1) is None


async def test_the_language_heard_last_counts_and_silence_changes_nothing(kept: Storage) -> None:
    await kept.chats.meet(CHAT, "private", "de", NOW)

    assert (await kept.chats.meet(CHAT, "private", None, NOW)).heard == "de"
    assert (await kept.chats.meet(CHAT, "private", "", NOW)).heard == "de"
    assert (await kept.chats.meet(CHAT, "private", "pt-br", NOW)).heard == "pt-br"
    assert (await kept.chats.find(CHAT)) == Chat(chat_id=CHAT, kind="private", language=None, heard="pt-br")


async def test_a_language_too_long_to_be_one_is_cut_and_heard_once(kept: Storage) -> None:
    for _ in range(2):
        met = await kept.chats.meet(CHAT, "private", "x" * 500, NOW)
        assert met.heard == "x" * 16


async def test_chats_have_the_greatest_and_smallest_numbers_telegram_gives(kept: Storage) -> None:
    for chat_id in (2**52, -(10**12) - 2**52, -1):
        assert (await kept.chats.meet(chat_id, "supergroup", None, NOW)).chat_id == chat_id
        assert await kept.chats.find(chat_id) is not None


async def test_a_forgotten_chat_takes_all_that_is_its_along_and_nothing_else(kept: Storage) -> None:
    # Given two chats that have connected and asked for a login
    gone, stays = await connect(kept), await connect(kept, chat_id=CHAT + 1)
    for account in (gone, stays):
        await kept.history.add(account.account_id, reading())
        await kept.logins.begin(account.chat_id, 5, "", NOW + timedelta(minutes=10))

    # When one is forgotten, twice
    await kept.chats.forget(CHAT)
    await kept.chats.forget(CHAT)

    # Then nothing of it is left, and all of the other.
    assert await kept.chats.find(CHAT) is None
    assert await kept.accounts.all() == (stays,)
    assert await kept.history.latest(gone.account_id) is None
    assert await kept.logins.under_way(CHAT, 5, NOW) is None
    assert await kept.history.latest(stays.account_id) == reading()
    assert await kept.logins.under_way(CHAT + 1, 5, NOW) is not None
