"""Connecting an account: what a person pastes, what they see, and what is left of the secret."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from sandbox.telegram import Deleted
from tests.world import Conversation, World, sent_by_bot


async def test_the_welcome_has_three_lines_and_a_button_to_connect(chat: Conversation) -> None:
    reply = await chat.says("/start")

    welcome, first = reply.text.split("\n\n")
    assert len(welcome.splitlines()) == 3
    assert first == chat.words("start-first")
    assert reply.commands == ["/login"]


async def test_a_token_in_one_step_is_deleted_proved_and_kept(chat: Conversation) -> None:
    account = chat.world.account()

    reply = await chat.says(f"/login {account.token} team")

    assert reply.text.startswith(chat.words("login-done", name="team"))
    assert "175.97 GB of 176 GB available" in reply.text
    assert reply.text.endswith(chat.words("login-erased"))
    assert not any(account.token in message.text for message in chat.messages if message.text)
    assert (await chat.says("/balance")).text.startswith(chat.words("balance-title"))


async def test_a_token_in_two_steps_is_asked_for_and_taken(chat: Conversation) -> None:
    account = chat.world.account()

    asked = await chat.says("/login")
    reply = await chat.says(account.token)

    assert asked.text.startswith(chat.words("login-ask"))
    assert asked.buttons[-1][-1].data == "/login cancel"
    assert reply.text.startswith(chat.words("login-done", name="main"))


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "  {}\n",
        "Bearer {}",
        "bearer   {}",
        "Authorization: Bearer {}",
        "authorization:{}",
        '"{}"',
        "“{}”",
        "`{}`",
        "'Bearer {}'",
        '-H "Authorization: Bearer {}"',
        "\u200b{}\ufeff",
    ],
)
@pytest.mark.parametrize("steps", [1, 2])
async def test_every_pasted_form_connects(chat: Conversation, form: str, steps: int) -> None:
    account = chat.world.account()

    if steps == 2:
        await chat.says("/login")
    reply = await chat.says(("/login " if steps == 1 else "") + form.format(account.token))

    assert reply.text.startswith(chat.words("login-done", name="main"))


async def test_a_cookie_connects_the_overview_only_and_the_bot_says_so(chat: Conversation) -> None:
    account = chat.world.account(cookie="session=abc123; region=eu", records=3)

    reply = await chat.says(f"/login Cookie: {account.cookie}")
    balance = await chat.says("/balance")
    records = await chat.says("/records")

    assert chat.words("login-cookie") in reply.text
    assert not any(command.startswith("/records") for command in reply.commands + balance.commands)
    assert records.text == chat.words("overview-only", name="main")


async def test_the_secret_is_deleted_before_anything_is_asked_of_the_vendor(chat: Conversation) -> None:
    account = chat.world.account()
    gate = chat.world.telegram.faults.hold("deleteMessage", effect="after")

    chat.world.telegram.send(chat.person, chat.chat, f"/login {account.token}")
    await gate.reached()
    asked_before = len(chat.world.vendor.asked)
    gate.release()
    await chat.until(lambda: len(chat.world.vendor.asked) > 0)

    assert asked_before == 0


async def test_the_secret_is_deleted_at_once_also_behind_a_slow_answer(connected: Conversation) -> None:
    gate = connected.world.vendor.faults.hold()
    connected.world.clock.advance(timedelta(seconds=6))
    connected.world.telegram.send(connected.person, connected.chat, "/balance")
    await gate.reached()

    async with connected.watch() as watch, asyncio.timeout(5):
        secret = connected.world.telegram.send(connected.person, connected.chat, "/login another_token_0123456789")
        async for event in watch:
            if isinstance(event, Deleted) and event.message_id == secret.id:
                break

    gate.release()


async def test_a_message_that_cannot_be_deleted_is_said_to_be_visible(chat: Conversation) -> None:
    account = chat.world.account()
    chat.world.telegram.faults.answer(
        "deleteMessage", status=400, description="Bad Request: message can't be deleted for everyone"
    )

    reply = await chat.says(f"/login {account.token}")

    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert chat.words("login-not-erased") in reply.text
    assert account.token not in reply.text


async def test_a_refused_token_is_deleted_and_not_kept_and_another_may_follow(chat: Conversation) -> None:
    account = chat.world.account()
    await chat.says("/login")

    refused = await chat.says("wrong_token_0123456789abcdef")
    nothing = await chat.says("/balance")
    reply = await chat.says(account.token)

    assert refused.text == chat.words("login-refused")
    assert nothing.text == chat.words("no-account")
    assert reply.text.startswith(chat.words("login-done", name="main"))


async def test_after_a_login_in_one_step_that_failed_the_token_is_waited_for(chat: Conversation) -> None:
    account = chat.world.account()

    await chat.says("/login wrong_token_0123456789abcdef crawler")
    reply = await chat.says(account.token)

    assert reply.text.startswith(chat.words("login-done", name="crawler"))


@pytest.mark.parametrize("name", ["side", "production"])
async def test_a_name_behind_login_is_asked_a_token_for(chat: Conversation, name: str) -> None:
    account = chat.world.account()

    asked = await chat.says(f"/login {name}")
    reply = await chat.says(account.token)

    assert asked.text.startswith(chat.words("login-again", name=name))
    assert len(chat.world.vendor.asked) == 1
    assert reply.text.startswith(chat.words("login-done", name=name))


async def test_a_cookies_account_becomes_a_tokens_by_its_button(chat: Conversation) -> None:
    account = chat.world.account(cookie="session=abc123", records=3)
    await chat.says(f"/login Cookie: {account.cookie}")
    refused = await chat.says("/records")

    await chat.presses(refused, refused.commands[0])
    reply = await chat.says(account.token)

    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert "ORD-003" in (await chat.says("/records")).text


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("inside", [True, False])
async def test_every_way_of_refusing_means_the_same(chat: Conversation, status: int, inside: bool) -> None:
    body = b'{"code": %d, "msg": "no", "data": null}' % status
    chat.world.vendor.faults.answer(status=200 if inside else status, body=body)

    reply = await chat.says("/login some_token_0123456789")

    assert reply.text == chat.words("login-refused")


async def test_a_token_that_cannot_be_proved_is_not_kept(chat: Conversation) -> None:
    account = chat.world.account()
    chat.world.vendor.faults.answer(body=b"<html>maintenance</html>", times=2)

    reply = await chat.says(f"/login {account.token}")

    assert reply.text.endswith(chat.words("login-not-proved"))
    assert (await chat.says("/balance")).text == chat.words("no-account")


@pytest.mark.parametrize("text", ["/balance {}", "/connect {}", "/records order {}", "{}", "here: Bearer {}"])
async def test_a_token_where_none_is_expected_is_deleted_unused_and_never_repeated(
    chat: Conversation, text: str
) -> None:
    token = "eyJhbGciOiJIUzI1NiJ9.eyJ1aWQiOjQyfQ.c2lnbmF0dXJlMDEyMw"

    reply = await chat.says(text.format(token))

    assert reply.text == chat.words("login-unexpected")
    assert not any(token in message.text for message in chat.messages)
    assert chat.world.vendor.asked == []


@pytest.mark.parametrize("text", ["/balance s3cr3t_0f_23_letters!!", "/records 1 2345678901234567890123456"])
async def test_what_cannot_be_a_name_is_not_repeated(connected: Conversation, text: str) -> None:
    reply = await connected.says(text)

    assert text.rsplit(maxsplit=1)[-1] not in reply.text


TYPO_TOKEN = "AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGhIjKlMnOpQr"


@pytest.mark.parametrize("text", ["/lgoin {}", "/loging {}", "/login:{}", "/login_{}", "/login{}"])
async def test_a_mistyped_login_does_not_leave_its_token_in_the_chat(chat: Conversation, text: str) -> None:
    token = TYPO_TOKEN[:20] if text == "/login{}" else TYPO_TOKEN

    reply = await chat.says(text.format(token))

    assert reply.text == chat.words("login-unexpected")
    assert not any(token in message.text for message in chat.messages)


async def test_a_login_addressed_to_another_bot_in_private_is_meant_for_this_one(chat: Conversation) -> None:
    reply = await chat.says(f"/login@other_bot {chat.world.account().token}")

    assert reply.text.startswith(chat.words("login-done", name="main"))


async def test_an_unknown_command_is_repeated_without_what_follows_it(chat: Conversation) -> None:
    reply = await chat.says("/weather in Berlin")

    assert reply.text == chat.words("unknown-command", command="/weather")


async def test_a_token_asked_for_is_deleted_at_once_also_behind_a_slow_answer(connected: Conversation) -> None:
    connected.world.clock.advance(timedelta(seconds=6))
    await connected.says("/login")
    gate = connected.world.vendor.faults.hold()
    connected.world.telegram.send(connected.person, connected.chat, "/balance")
    await gate.reached()

    async with connected.watch() as watch, asyncio.timeout(5):
        secret = connected.world.telegram.send(connected.person, connected.chat, "short.tok")
        async for event in watch:
            if isinstance(event, Deleted) and event.message_id == secret.id:
                break

    gate.release()


async def test_a_token_that_is_connected_already_is_said_to_be_so(connected: Conversation) -> None:
    reply = await connected.says(connected.world.vendor.accounts[0].token)

    assert reply.text.startswith(connected.words("login-done", name="main"))
    assert (await connected.says("/balance")).text.startswith(connected.words("balance-title") + "\n")


async def test_an_account_without_a_name_never_inherits_a_kept_history(connected: Conversation) -> None:
    await connected.presses(await connected.says("/logout"), "/logout #1 keep")
    other = connected.world.account(total=500 * 1024**3, available=100 * 1024**3)

    reply = await connected.says(f"/login {other.token}")

    assert reply.text.startswith(connected.words("login-done", name="main-2"))


async def test_records_that_are_refused_do_not_make_the_account_replaceable(connected: Conversation) -> None:
    connected.world.clock.advance(timedelta(minutes=1))
    gate = connected.world.vendor.faults.hold()
    async with connected.watch() as watch:
        connected.world.telegram.send(connected.person, connected.chat, "/balance")
        await gate.reached()
        connected.world.vendor.faults.answer(status=403)
        gate.release()
        await connected.next(watch, sent_by_bot)

    reply = await connected.says(f"/login {connected.world.account().token}")

    assert reply.text.startswith(connected.words("login-done", name="main-2"))


async def test_a_bare_login_in_a_group_deletes_nothing(chat: Conversation) -> None:
    group = {"id": -4001, "type": "group", "title": "Scrapers"}
    sender = {"id": chat.person.id, "is_bot": False, "first_name": "Alice"}
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    message = {"message_id": 7, "date": 1, "chat": group, "from": sender, "text": "/login", "entities": [entity]}

    chat.world.telegram.enqueue({"message": message})
    await chat.until(lambda: any(call.method == "sendMessage" for call in chat.world.telegram.calls))

    (sent,) = [call for call in chat.world.telegram.calls if call.method == "sendMessage"]
    assert sent.parameters["text"] == chat.words("rights-unknown")  # the stand-in knows no such group
    assert not any(call.method == "deleteMessage" for call in chat.world.telegram.calls)


async def test_a_command_in_a_topic_is_answered_there(chat: Conversation) -> None:
    await chat.says("/start")
    entity = {"type": "bot_command", "offset": 0, "length": 5}
    sender = {"id": chat.person.id, "is_bot": False, "first_name": "Alice"}
    message = {"message_id": 9, "date": 1, "chat": chat.chat.json(), "from": sender, "text": "/help"}
    topic = {"message_thread_id": 77, "is_topic_message": True, "entities": [entity]}

    chat.world.telegram.enqueue({"message": message | topic})
    await chat.until(lambda: sum(call.method == "sendMessage" for call in chat.world.telegram.calls) > 1)

    sent = [
        call.parameters.get("message_thread_id") for call in chat.world.telegram.calls if call.method == "sendMessage"
    ]
    assert sent[:2] == [None, 77]


async def test_the_wait_for_a_token_ends_after_ten_minutes(chat: Conversation) -> None:
    account = chat.world.account()
    await chat.says("/login")
    chat.world.clock.advance(timedelta(minutes=10, seconds=1))

    reply = await chat.says(account.token)

    assert reply.text == chat.words("login-unexpected")
    assert not any(message.text == account.token for message in chat.messages)
    assert chat.world.vendor.asked == []


async def test_the_wait_survives_a_restart(world: World) -> None:
    account = world.account()
    chat = world.person()
    async with world.bot():
        await chat.says("/login")

    async with world.bot():
        reply = await chat.says(account.token)

    assert reply.text.startswith(chat.words("login-done", name="main"))


@pytest.mark.parametrize("way", ["press", "/cancel", "/login cancel"])
async def test_cancel_ends_the_wait(chat: Conversation, way: str) -> None:
    asked = await chat.says("/login")

    reply = await chat.presses(asked, "/login cancel") if way == "press" else await chat.says(way)
    later = await chat.says("just chatting")

    assert reply.text == chat.words("login-cancelled")
    assert later.text == chat.words("not-a-command")


async def test_what_is_no_token_is_said_to_be_none_and_deleted_all_the_same(chat: Conversation) -> None:
    await chat.says("/login")

    reply = await chat.says("пароль")

    assert reply.text == chat.words("no-credential")
    assert not any(message.text == "пароль" for message in chat.messages)


async def test_what_is_no_token_and_stays_visible_is_not_said_to_be_deleted(chat: Conversation) -> None:
    await chat.says("/login")
    chat.world.telegram.faults.answer(
        "deleteMessage", status=400, description="Bad Request: message can't be deleted for everyone"
    )

    reply = await chat.says("пароль")

    assert reply.text == "\n\n".join((chat.words("no-credential-visible"), chat.words("login-not-erased")))


async def test_a_long_word_behind_login_may_be_a_token_and_is_not_repeated(chat: Conversation) -> None:
    reply = await chat.says("/login abcdefghijklmnopqrstuvwx")

    assert reply.text == chat.words("login-refused")


async def test_a_second_account_gets_a_name_and_is_named_from_then_on(connected: Conversation) -> None:
    second = connected.world.account(total=1024**3, available=0)

    reply = await connected.says(f"/login {second.token} crawler")
    main = await connected.says("/balance")
    other = await connected.says("/balance CRAWLER")

    assert reply.text.startswith(connected.words("login-done", name="crawler"))
    assert main.text.startswith(connected.words("balance-title-named", name="main"))
    assert other.text.startswith(connected.words("balance-title-named", name="crawler"))
    assert connected.words("lasts-nothing") in other.text


async def test_the_same_token_again_is_the_same_account(connected: Conversation) -> None:
    reply = await connected.says(f"/login {connected.world.vendor.accounts[0].token}")

    assert reply.text.startswith(connected.words("login-done", name="main"))
    assert (await connected.says("/balance")).text.startswith(connected.words("balance-title") + "\n")


async def test_another_token_under_a_working_accounts_name_does_not_inherit_its_pace(
    connected: Conversation,
) -> None:
    other = connected.world.account(total=500 * 1024**3, available=100 * 1024**3)
    await connected.says(f"/login {other.token} main")
    connected.world.clock.advance(timedelta(days=2))

    reply = await connected.says("/balance")

    assert "100 GB of 500 GB available" in reply.text
    assert connected.words("lasts-idle", days=2) in reply.text


async def test_a_name_that_cannot_be_used_does_not_cost_the_token(chat: Conversation) -> None:
    account = chat.world.account()

    reply = await chat.says(f"/login {account.token} <b>all</b>")

    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert chat.words("login-name-unusable", name="main") in reply.text


async def test_the_eleventh_account_is_refused_in_plain_words(chat: Conversation) -> None:
    for number in range(10):
        await chat.says(f"/login {chat.world.account().token} a{number}")

    reply = await chat.says(f"/login {chat.world.account().token} b")

    assert reply.text == chat.words("too-many-accounts", most=10)


async def test_a_group_is_told_that_this_is_a_private_bot_and_a_token_there_is_never_used(chat: Conversation) -> None:
    account = chat.world.account()
    group = {"id": -4001, "type": "group", "title": "Scrapers"}
    sender = {"id": chat.person.id, "is_bot": False, "first_name": "Alice"}
    text = f"/login {account.token}"
    entity = {"type": "bot_command", "offset": 0, "length": 6}
    message = {"message_id": 7, "date": 1, "chat": group, "from": sender, "text": text, "entities": [entity]}

    chat.world.telegram.enqueue({"message": message})
    await chat.until(lambda: any(call.method == "sendMessage" for call in chat.world.telegram.calls))

    assert chat.world.vendor.asked == []
    assert [call.parameters["chat_id"] for call in chat.world.telegram.calls if call.method == "deleteMessage"] == [
        -4001
    ]
