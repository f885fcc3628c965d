"""Reading a connected account: the overview, the records page by page, and what the vendor does wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.telegram import Edited
from sandbox.vendor import Account
from tests.world import Conversation, World, record, sent_by_bot

GB = 1024**3


async def test_the_balance_shows_total_available_share_money_expiry_and_age(connected: Conversation) -> None:
    reply = await connected.says("/balance")

    assert "175.97 GB of 176 GB available" in reply.text
    assert "<0.1% used (32.47 MB)" in reply.text
    assert "Balance: $0.00" in reply.text
    assert connected.words("lasts-unknown") in reply.text
    assert "Expires next: 1,023 MB in 30 days" in reply.text
    assert "Updated " in reply.text
    assert reply.commands == ["/balance", "/usage +", "/records"]


async def test_how_long_it_lasts_comes_from_the_bots_own_history(connected: Conversation) -> None:
    account = connected.world.vendor.accounts[0]
    account.total, account.available = 100 * 1024**3, 50 * 1024**3
    for _ in range(4):
        connected.world.clock.advance(timedelta(days=1))
        account.available -= 5 * 1024**3
        await connected.says("/balance")

    reply = await connected.says("/balance")

    # The day on which the total fell can't be told; on the three after it 5 GB a day were used, and 30 GB are left.
    assert "Lasts about 6 days" in reply.text or "Lasts about 5 days" in reply.text
    assert "GB a day (3-day pace)" in reply.text


async def test_records_come_five_a_page_newest_first(connected: Conversation) -> None:
    reply = await connected.says("/records")

    assert [f"ORD-{number:03}" in reply.text for number in range(12, 0, -1)] == [True] * 5 + [False] * 7
    assert reply.text.index("ORD-012") < reply.text.index("ORD-008")
    assert reply.commands == ["/records 1", "/records 2", "/records", "/records order", "/records sign", "/balance"]
    assert [button.text for button in reply.buttons[0]] == ["1/3", "▶"]


async def test_pages_and_filters_are_edited_in_place(connected: Conversation) -> None:
    first = await connected.says("/records")

    second = await connected.presses(first, "/records 2")
    orders = await connected.presses(first, "/records order 2")

    assert second.id == orders.id == first.id
    assert "ORD-007" in second.text
    assert "ORD-002" in orders.text
    assert "ORD-001" not in orders.text
    assert [button.text for button in orders.buttons[0]] == ["◀", "2/2"]


@pytest.mark.parametrize("way", ["typed", "pressed"])
async def test_a_page_past_the_end_shows_the_last(connected: Conversation, way: str) -> None:
    if way == "typed":
        reply = await connected.says("/records 99")
    else:
        reply = await connected.presses(await connected.says("/records"), "/records 99")

    assert "ORD-001" in reply.text
    assert reply.buttons[0][-1].text == "3/3"


def rows(account: Account, *, number: int, size: int, total: int) -> bytes:
    """A page of an account's records, with any total."""
    page = account.page(number=number, size=size, source=None) | {"total": total}
    return json.dumps({"code": 200, "data": page}).encode()


async def test_a_page_behind_a_total_that_is_too_small_is_shown_all_the_same(connected: Conversation) -> None:
    # Given a vendor that says 5 where there are 12
    account, faults = connected.world.vendor.accounts[0], connected.world.vendor.faults
    for number in (2, 3):
        faults.answer(body=rows(account, number=number, size=5, total=5))

    second = await connected.says("/records 2")
    third = await connected.presses(second, "/records 3")

    assert [button.text for button in second.buttons[0]] == ["◀", "2", "▶"]
    assert "ORD-001" in third.text
    assert [button.text for button in third.buttons[0]] == ["◀", "3"]


async def test_what_expires_next_is_found_however_old_its_record_is(connected: Conversation) -> None:
    # Given 105 records that expire late, and one bought before them that expires in two days
    account, now = connected.world.vendor.accounts[0], datetime.now(UTC)
    account.records[:] = [replace(record(29), record_id=str(number)) for number in range(105)]
    account.records.append(
        replace(record(1), record_id="old", traffic=50 * GB, traffic_used=0, expires=now + timedelta(days=2, hours=1))
    )
    connected.world.clock.advance(timedelta(minutes=1))

    reply = await connected.says("/balance")

    assert "Expires next: 50 GB in 2 days" in reply.text


async def test_a_vendor_that_sends_fewer_a_page_than_it_was_asked_for_is_asked_on(connected: Conversation) -> None:
    account, vendor = connected.world.vendor.accounts[0], connected.world.vendor
    connected.world.clock.advance(timedelta(minutes=1))
    account.records[-1] = replace(account.records[-1], expires=datetime.now(UTC) + timedelta(days=2, hours=1))
    overview = json.dumps({"code": 200, "data": account.overview()}).encode()
    for body in (overview, *(rows(account, number=number, size=5, total=12) for number in (1, 2, 3))):
        vendor.faults.answer(body=body)

    reply = await connected.says("/balance")

    assert "Expires next: 1,023 MB in 2 days" in reply.text


@pytest.mark.parametrize("total", [13, 600])
async def test_what_expires_next_is_not_claimed_where_not_all_records_came(connected: Conversation, total: int) -> None:
    account, vendor = connected.world.vendor.accounts[0], connected.world.vendor
    connected.world.clock.advance(timedelta(minutes=1))
    vendor.faults.answer(body=json.dumps({"code": 200, "data": account.overview()}).encode())
    vendor.faults.answer(body=rows(account, number=1, size=100, total=total), times=None)

    reply = await connected.says("/balance")

    assert connected.words("expires-unseen") in reply.text
    assert "Expires next" not in reply.text


async def test_a_renewal_of_the_same_size_is_no_time_without_use(connected: Conversation) -> None:
    account = connected.world.vendor.accounts[0]
    account.total = 500 * GB
    connected.world.clock.advance(timedelta(days=3))
    for used in (48, 10, 20, 30, 40):
        connected.world.clock.advance(timedelta(days=1))
        account.available = account.total - used * GB
        await connected.says("/balance")

    reply = await connected.says("/balance")

    assert "at 10 GB a day (3-day pace)" in reply.text


async def test_figures_that_contradict_themselves_do_not_cost_the_last_good_ones(connected: Conversation) -> None:
    # Given good figures, then such that cannot be true, then none at all
    connected.world.clock.advance(timedelta(minutes=20))
    odd = json.dumps({"code": 200, "data": {"totalTraffic": 10, "dynamicTraffic": 20}}).encode()
    connected.world.vendor.faults.answer(body=odd)
    contradiction = await connected.says("/balance")
    connected.world.clock.advance(timedelta(minutes=1))
    connected.world.vendor.faults.answer(status=404, times=None)

    reply = await connected.says("/balance")

    assert "More is available than there is in total" in contradiction.text
    assert "Last good figures: 175.97 GB available of 176 GB" in reply.text


@pytest.mark.parametrize("text", ["/records 0", "/records -3", "/records 00001"])
async def test_a_page_before_the_first_shows_the_first(connected: Conversation, text: str) -> None:
    assert "ORD-012" in (await connected.says(text)).text


@pytest.mark.parametrize(
    "data",
    ["", "x", "/", "/nope", "/RECORDS", "records 2", "/balance@other_bot", "\x00\ud7ff", "🧨" * 16, "/records\n2x\t"],
)
async def test_a_forged_button_is_answered_and_changes_nothing_it_should_not(
    connected: Conversation, data: str
) -> None:
    message = await connected.says("/records")
    press = connected.press(message, data)

    answer = await press.answered()
    after = await connected.says("/help")

    assert answer.text in (None, connected.words("notice-expired"))
    assert connected.words("help") in after.text


async def test_a_press_is_answered_at_once_while_the_vendor_is_slow(connected: Conversation) -> None:
    message = await connected.says("/records")
    gate = connected.world.vendor.faults.hold()

    press = connected.press(message, "/records 2")
    await press.answered()
    await gate.reached()
    second = connected.press(message, "/records 3")
    await second.answered()

    gate.release()


async def test_a_double_press_is_no_error(connected: Conversation) -> None:
    message = await connected.says("/records")

    presses = [connected.press(message, "/records 2") for _ in range(3)]
    for press in presses:
        await press.answered()
    after = await connected.says("/help")

    assert connected.words("help") in after.text
    assert [call.description for call in connected.world.telegram.calls if call.status >= 500] == []
    assert not any(message.text == connected.words("bug") for message in connected.messages)


async def test_of_many_presses_waiting_only_the_newest_page_is_drawn(connected: Conversation) -> None:
    message = await connected.says("/records")
    gate = connected.world.vendor.faults.hold()
    async with connected.watch() as watch:
        connected.press(message, "/records order")
        await gate.reached()
        for page in (2, 3, 1, 2):
            connected.press(message, f"/records {page}")
        gate.release()

        drawn = [await connected.next(watch, lambda event: isinstance(event, Edited)) for _ in range(2)]

    assert "ORD-012" in drawn[0].text
    assert drawn[1].buttons[0][1].text == "2/3"


async def test_a_button_on_a_message_that_is_gone_gets_a_new_message(connected: Conversation) -> None:
    message = await connected.says("/records")
    connected.world.telegram.delete(connected.chat, message.id)

    reply = await connected.presses(message, "/records 2")

    assert reply.id != message.id
    assert "ORD-007" in reply.text


async def test_a_refresh_within_five_seconds_reuses_the_last_fetch(connected: Conversation) -> None:
    message = await connected.says("/balance")
    asked = len(connected.world.vendor.asked)

    press = connected.press(message, "/balance")
    await press.answered()
    await connected.says("/help")
    within = len(connected.world.vendor.asked)
    connected.world.clock.advance(timedelta(seconds=6))
    await connected.presses(message, "/balance")

    assert within == asked
    assert len(connected.world.vendor.asked) == asked + 2


async def test_a_revoked_token_asks_to_connect_again_with_the_last_good_figures(connected: Conversation) -> None:
    await connected.says("/balance")
    account = connected.world.vendor.accounts[0]
    account.revoked = True
    connected.world.clock.advance(timedelta(minutes=5))

    reply = await connected.says("/balance")
    account.token = "new_token_0123456789abcdef"
    account.revoked = False
    await connected.presses(reply, reply.commands[0])
    again = await connected.says(account.token)

    assert reply.text.startswith(connected.words("token-refused", name="main"))
    assert "Last good figures: 175.97 GB available of 176 GB" in reply.text
    assert again.text.startswith(connected.words("login-done", name="main"))


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (200, b"<html>", "vendor-unreadable"),
        (200, b'{"code": 500}', "vendor-broken"),
        (404, b"", "vendor-refused"),
        (302, b"", "vendor-unreadable"),
        (200, b'{"code": 1001, "msg": "<b>secret</b>"}', "vendor-refused"),
    ],
)
async def test_trouble_is_said_politely_with_the_last_good_figures_and_a_way_on(
    connected: Conversation, status: int, body: bytes, message: str
) -> None:
    connected.world.clock.advance(timedelta(minutes=5))
    connected.world.vendor.faults.answer(status=status, body=body, headers={"Location": "/login"}, times=None)

    reply = await connected.says("/balance")
    connected.world.vendor.faults.clear()
    better = await connected.presses(reply, "/balance")

    assert reply.text.startswith(connected.words(message))
    assert "Last good figures: 175.97 GB available of 176 GB" in reply.text
    assert reply.commands == ["/balance"]
    assert better.id == reply.id
    assert better.text.startswith(connected.words("balance-title"))


async def test_a_busy_vendor_is_not_asked_again_before_it_said_so(connected: Conversation) -> None:
    connected.world.clock.advance(timedelta(minutes=5))
    connected.world.vendor.faults.answer(status=429, headers={"Retry-After": "120"})

    await connected.says("/balance")
    asked = len(connected.world.vendor.asked)
    reply = await connected.says("/records")

    assert "2 minutes" in reply.text or "119" in reply.text or "1 minute" in reply.text
    assert len(connected.world.vendor.asked) == asked


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"totalTraffic": "188978561024", "dynamicTraffic": 188944515072.0}, "175.97 GB of 176 GB available"),
        ({"totalTraffic": 10, "dynamicTraffic": 20}, "More is available than there is in total"),
        ({"totalTraffic": None, "dynamicTraffic": 1024}, "1 KB available"),
        ({"totalTraffic": "plenty", "dynamicTraffic": -1}, "no traffic figures that make sense"),
        ({"totalTraffic": 0, "dynamicTraffic": 0}, "no traffic on this account yet"),
    ],
)
async def test_figures_that_cannot_be_believed_are_said_to_be_so(
    connected: Conversation, data: dict[str, object], expected: str
) -> None:
    connected.world.clock.advance(timedelta(minutes=5))
    body = json.dumps({"code": 200, "msg": "success", "data": data}).encode()
    connected.world.vendor.faults.answer(body=body)

    reply = await connected.says("/balance")

    assert expected in reply.text


async def test_hostile_text_from_the_vendor_is_shown_as_text(connected: Conversation) -> None:
    hostile = {"orderId": "<b>&amp;\u202e</code>" * 50, "sourceType": "<script>", "traffic": 1, "status": 7}
    body = json.dumps({"code": 200, "data": {"records": [hostile] * 30, "total": 30}}).encode()
    connected.world.vendor.faults.answer(body=body)

    reply = await connected.says("/records")

    assert "<b>&amp;</code>" in reply.text
    assert "\u202e" not in reply.text
    assert "<script>" in reply.text


async def test_one_slow_account_delays_nobody_else(world: World) -> None:
    async with world.bot():
        alice, bob = world.person("Alice"), world.person("Bob")
        for chat in (alice, bob):
            await chat.says(f"/login {world.account().token}")
        world.clock.advance(timedelta(minutes=1))
        gate = world.vendor.faults.hold()
        world.telegram.send(alice.person, alice.chat, "/balance")
        await gate.reached()

        reply = await bob.says("/balance")

        assert reply.text.startswith(bob.words("balance-title"))
        gate.release()


async def test_commands_of_one_chat_are_answered_in_their_order(connected: Conversation) -> None:
    gate = connected.world.vendor.faults.hold()
    connected.world.clock.advance(timedelta(minutes=1))
    async with connected.watch() as watch:
        for text in ("/balance", "/help", "/start"):
            connected.world.telegram.send(connected.person, connected.chat, text)
        await gate.reached()
        gate.release()
        replies = [await connected.next(watch, sent_by_bot) for _ in range(3)]

    starts = [connected.words("balance-title"), connected.words("help"), "Your BytesFlows traffic"]
    assert [reply.text.startswith(start) for reply, start in zip(replies, starts, strict=True)] == [True] * 3


async def test_a_slow_answer_shows_typing(connected: Conversation) -> None:
    connected.world.clock.advance(timedelta(minutes=1))
    gate = connected.world.vendor.faults.hold()
    connected.world.telegram.send(connected.person, connected.chat, "/balance")

    await connected.until(lambda: any(call.method == "sendChatAction" for call in connected.world.telegram.calls))

    gate.release()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/records order sign", "I can’t use “sign” there. For example: /records order 2"),
        ("/records nobody", "I know no filter or account “nobody”. Connected: main. For example: /records order 2"),
        ("/balance main extra", "I can’t use “extra” there. For example: /balance"),
        ("/nope", "I don’t know /nope. /help shows what I can do."),
        ("hello there", "I only understand commands."),
    ],
)
async def test_bad_input_gets_one_line_and_an_example(connected: Conversation, text: str, expected: str) -> None:
    reply = await connected.says(text)

    assert reply.text.startswith(expected)
    assert "\n" not in reply.text


async def test_a_chinese_person_reads_chinese(world: World) -> None:
    async with world.bot():
        chat = world.person("小明", language="zh-hans")
        await chat.says(f"/login {world.account(records=2).token}")

        balance = await chat.says("/balance")
        records = await chat.says("/records")

    assert "可用 175.97 GB / 共 176 GB" in balance.text
    assert "购买与签到" in records.text
    assert "30 天后" in balance.text
    assert not any("{" in message.text for message in chat.messages)


async def test_a_start_offers_the_menus_of_every_scope(world: World) -> None:
    scopes = ("all_private_chats", "all_group_chats", "all_chat_administrators")
    async with world.bot():
        chat = world.person()
        await chat.until(lambda: all(world.telegram.commands(scope) for scope in scopes))

    private, members, admins = ([one.command for one in world.telegram.commands(scope)] for scope in scopes)
    of_all = ["balance", "usage", "records", "export", "daily", "alerts"]
    assert private == [*of_all, "pin", "accounts", "login", "logout", "settings", "start", "help"]
    assert members == [*of_all, "accounts", "settings", "start", "help"]
    assert admins == private
