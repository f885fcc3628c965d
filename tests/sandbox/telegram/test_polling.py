"""How updates are queued, fetched and confirmed, and who is thrown out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from sandbox.telegram import Chat, Person, Telegram

Api = Callable[..., Awaitable[dict[str, Any]]]
OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def fetch(api: Api, **parameters: object) -> list[dict[str, Any]]:
    answer = await api("getUpdates", **parameters)
    updates: list[dict[str, Any]] = answer["result"]
    return updates


async def waiting(telegram: Telegram, api: Api, **parameters: object) -> asyncio.Task[dict[str, Any]]:
    """Start a poll and wait until it waits."""
    gate = telegram.faults.hold("getUpdates")
    poll = asyncio.ensure_future(api("getUpdates", timeout=30, **parameters))
    await gate.reached()
    gate.release()
    await asyncio.sleep(0.05)
    assert not poll.done()
    return poll


async def test_what_people_write_arrives_with_rising_ids_until_it_is_confirmed(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    first, second = telegram.send(alice, chat, "/a"), telegram.send(alice, chat, "hi /b")

    updates = await fetch(api)
    last = updates[-1]["update_id"]
    after = await fetch(api, offset=last)

    assert [update["message"] for update in updates] == [first.json(), second.json()]
    assert updates[1]["update_id"] == updates[0]["update_id"] + 1
    assert updates[1]["message"]["entities"] == [{"type": "bot_command", "offset": 3, "length": 2}]
    assert [update["update_id"] for update in after] == [last]
    assert telegram.pending == 1


async def test_a_waiting_poll_gets_an_update_at_once(telegram: Telegram, api: Api, alice: Person, chat: Chat) -> None:
    poll = await waiting(telegram, api)

    telegram.send(alice, chat, "/a")

    assert len((await asyncio.wait_for(poll, 1))["result"]) == 1


async def test_a_poll_without_updates_ends_when_its_time_is_up(api: Api) -> None:
    assert await fetch(api, timeout=1) == []


async def test_a_limit_is_kept_and_a_negative_offset_forgets_the_rest(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    for text in "abcd":
        telegram.send(alice, chat, text)

    limited = await fetch(api, limit=2)
    last = await fetch(api, offset=-1)

    assert [update["message"]["text"] for update in limited] == ["a", "b"]
    assert [update["message"]["text"] for update in last] == ["d"]
    assert telegram.pending == 1


async def test_the_same_offset_at_once_gives_one_update_only(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, "a")
    telegram.send(alice, chat, "b")

    sizes = [len(await fetch(api)), len(await fetch(api))]

    assert sizes == [2, 1]


async def test_the_same_offset_again_is_held_where_nothing_is_new(api: Api) -> None:
    loop = asyncio.get_running_loop()
    await fetch(api)
    begin = loop.time()

    await fetch(api)

    assert 2.5 < loop.time() - begin < 3.5


async def test_a_second_waiting_poll_throws_the_first_out(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    first = await waiting(telegram, api)
    second = await waiting(telegram, api, offset=1)

    refused = await asyncio.wait_for(first, 1)

    assert (refused["error_code"], refused["description"]) == (409, OTHER)
    telegram.send(alice, chat, "a")
    assert len((await second)["result"]) == 1


async def test_a_poll_that_finds_something_throws_nobody_out(telegram: Telegram, api: Api) -> None:
    first = await waiting(telegram, api)

    info = await api("getWebhookInfo")

    assert info["result"]["pending_update_count"] == 0
    assert not first.done()


async def test_a_poll_whose_caller_hung_up_is_forgotten(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    gone = await waiting(telegram, api)
    gone.cancel()
    await asyncio.sleep(0.05)

    second = await waiting(telegram, api, offset=1)
    telegram.send(alice, chat, "a")

    assert len((await second)["result"]) == 1
    assert [call.status for call in telegram.calls] == [200]


async def test_a_webhook_ends_polling_until_it_is_deleted(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    poll = await waiting(telegram, api)

    await api("setWebhook", url="https://bot.example/hook")
    ended = await poll
    refused = await api("getUpdates")
    info = await api("getWebhookInfo")
    await api("deleteWebhook")

    assert ended["description"] == "Conflict: terminated by setWebhook request"
    assert (refused["error_code"], refused["description"]) == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    assert info["result"]["url"] == "https://bot.example/hook"
    telegram.send(alice, chat, "a")
    assert len(await fetch(api, offset=1)) == 1


async def test_deleting_a_webhook_keeps_what_is_pending_unless_told_to_drop_it(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, "a")

    await api("deleteWebhook")
    kept = telegram.pending
    await api("deleteWebhook", drop_pending_updates=True)

    assert (kept, telegram.pending) == (1, 0)


async def test_allowed_updates_are_remembered_and_do_not_touch_what_is_queued(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, "before")
    await fetch(api, allowed_updates=["callback_query"])
    telegram.send(alice, chat, "not wanted")
    telegram.press(alice, chat, 1, "/a")

    updates = await fetch(api, offset=1)
    await fetch(api, offset=updates[-1]["update_id"] + 1, allowed_updates=[], timeout=0)
    telegram.send(alice, chat, "wanted again")

    assert [set(update) - {"update_id"} for update in updates] == [{"message"}, {"callback_query"}]
    assert telegram.pending == 1


async def test_updates_expire_messages_after_a_day_presses_after_150_seconds(
    telegram: Telegram, alice: Person, chat: Chat, clock: Any
) -> None:
    telegram.send(alice, chat, "a")
    telegram.press(alice, chat, 1, "/a")
    pending = [telegram.pending]

    clock.move(seconds=150)
    pending.append(telegram.pending)
    clock.move(hours=24)
    pending.append(telegram.pending)

    assert pending == [2, 1, 0]


async def test_after_a_restart_of_the_numbering_a_great_offset_confirms_nothing(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, "a")
    (former,) = await fetch(api)
    telegram.restart_update_ids(1000)
    telegram.send(alice, chat, "b")

    updates = await fetch(api, offset=former["update_id"] + 1)

    assert [(update["update_id"], update["message"]["text"]) for update in updates] == [(1000, "b")]


async def test_a_raw_update_arrives_as_it_is(telegram: Telegram, api: Api) -> None:
    telegram.enqueue({"update_id": 7, "news": {"any": "thing"}})
    telegram.enqueue({"chat_member": {}})

    updates = await fetch(api)

    assert updates[0] == {"update_id": 7, "news": {"any": "thing"}}
    assert "chat_member" in updates[1]


@pytest.mark.parametrize("inaccessible", [True, False])
async def test_a_press_on_a_message_that_is_not_there_carries_an_empty_one(
    telegram: Telegram, api: Api, alice: Person, chat: Chat, inaccessible: bool
) -> None:
    there = telegram.send(alice, chat, "a") if inaccessible else None
    message_id = there.id if there else 99
    press = telegram.press(alice, chat, message_id, "forged \0 data", inaccessible=inaccessible)

    query = (await fetch(api))[-1]["callback_query"]

    assert query["message"] == {"chat": chat.json(), "message_id": message_id, "date": 0}
    assert (query["id"], query["data"], query["from"]) == (press.id, "forged \0 data", alice.json())
    assert query["chat_instance"]


async def test_blocking_and_unblocking_are_told_once_each(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.block(alice)
    telegram.block(alice)
    telegram.unblock(alice)

    changes = [update["my_chat_member"] for update in await fetch(api)]

    statuses = [(change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["chat"]["id"] == chat.id


async def test_people_cannot_do_what_no_client_does(telegram: Telegram, alice: Person, chat: Chat) -> None:
    bob = telegram.person("Bob")

    with pytest.raises(ValueError, match="a message has a text"):
        telegram.send(alice, chat, "")
    with pytest.raises(ValueError, match="a message has a text"):
        telegram.send(alice, chat, "x" * 4097)
    with pytest.raises(ValueError, match="somebody else's"):
        telegram.send(bob, chat, "x")
    telegram.block(alice)
    with pytest.raises(ValueError, match="blocked"):
        telegram.send(alice, chat, "x")


async def test_attachments_edits_and_deletions_reach_the_bot_as_they_do_from_people(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, caption="see /a", photo=True)
    telegram.send(alice, chat, document=True)
    telegram.send(alice, chat, sticker=True)
    typed = telegram.send(alice, chat, "/a")
    telegram.edit(alice, chat, typed.id, "/b")
    telegram.delete(chat, typed.id)

    photo, document, sticker, text, edited = await fetch(api)

    assert (photo["message"]["caption"], "text" in photo["message"]) == ("see /a", False)
    assert photo["message"]["caption_entities"][0]["type"] == "bot_command"
    assert document["message"]["document"]["file_name"]
    assert sticker["message"]["sticker"]["type"] == "regular"
    assert text["message"]["text"] == "/a"
    assert edited["edited_message"]["text"] == "/b"
    assert [message.id for message in telegram.messages(chat)] == [1, 2, 3]


async def test_stopping_ends_a_waiting_poll_and_every_watch_at_once(telegram: Telegram, api: Api) -> None:
    poll = await waiting(telegram, api)
    events = telegram.watch()

    async with asyncio.timeout(2):
        await telegram.stop()

    assert (await poll)["error_code"] == 500
    assert [event async for event in events] == []


async def test_after_a_stop_it_can_be_started_again_where_it_was(
    telegram: Telegram, api: Api, alice: Person, chat: Chat
) -> None:
    telegram.send(alice, chat, "a")
    port = int(telegram.url.rpartition(":")[2])
    await telegram.stop()

    await telegram.start(port)

    assert len(await fetch(api, offset=1)) == 1
    assert await fetch(api, offset=2**30, timeout=1) != []
    with pytest.raises(RuntimeError):
        await telegram.start()


async def test_a_port_that_is_taken_is_said_to_be(telegram: Telegram) -> None:
    other = Telegram()

    with pytest.raises(OSError, match="address already in use"):
        await other.start(int(telegram.url.rpartition(":")[2]))


async def test_stopping_leaves_no_task_behind() -> None:
    before = asyncio.all_tasks()

    async with Telegram() as telegram, aiohttp.ClientSession() as session:
        gate = telegram.faults.hold("getMe")
        url = f"{telegram.url}/bot{telegram.token}"
        calls = [asyncio.ensure_future(session.get(f"{url}/{method}")) for method in ("getMe", "getUpdates?timeout=30")]
        await gate.reached()
        await telegram.stop()
        await asyncio.gather(*calls)

    assert asyncio.all_tasks() == before
