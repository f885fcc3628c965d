"""python-telegram-bot talks to the twin as it does to Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import (
    Bot,
    BotCommand,
    ChatMemberAdministrator,
    ChatMemberLeft,
    ChatMemberOwner,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageOriginChannel,
    ReplyParameters,
)
from telegram.constants import ChatID
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from sandbox.telegram import Chat, Person, Telegram


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot") as bot:
        yield bot


async def test_a_message_with_buttons_goes_out_and_comes_back_typed(telegram: Telegram, bot: Bot, chat: Chat) -> None:
    markup = InlineKeyboardMarkup(
        [[InlineKeyboardButton("More", callback_data="/more"), InlineKeyboardButton("Site", url="https://a.example")]]
    )

    sent = await bot.send_message(chat.id, "<b>5</b> /help", parse_mode="HTML", reply_markup=markup)

    assert sent.message_id == telegram.messages(chat)[0].id
    assert [entity.type for entity in sent.entities] == ["bold", "bot_command"]
    assert sent.reply_markup == markup
    assert (sent.from_user and sent.from_user.id) == bot.id


async def test_a_press_and_a_message_arrive_as_updates(telegram: Telegram, bot: Bot, alice: Person, chat: Chat) -> None:
    asked = telegram.send(alice, chat, "/balance")
    sent = await bot.send_message(chat.id, "x", reply_parameters=ReplyParameters(asked.id))
    press = telegram.press(alice, chat, sent.message_id, "/records 2")
    telegram.press(alice, chat, 99, "/gone")

    message, query, gone = await bot.get_updates()

    assert message.message is not None
    assert query.callback_query is not None
    assert gone.callback_query is not None
    assert message.message.text == "/balance"
    assert query.callback_query.data == "/records 2"
    assert query.callback_query.message is not None
    assert query.callback_query.message.is_accessible
    assert gone.callback_query.message is not None
    assert not gone.callback_query.message.is_accessible
    await query.callback_query.answer("ok")
    assert (await press.answered()).text == "ok"


async def test_blocking_arrives_as_a_membership(telegram: Telegram, bot: Bot, alice: Person, chat: Chat) -> None:
    telegram.block(alice)

    (update,) = await bot.get_updates()

    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    assert update.my_chat_member.chat.id == chat.id


async def test_everything_else_is_understood_too(telegram: Telegram, bot: Bot, chat: Chat) -> None:
    sent = await bot.send_message(chat.id, "x")
    await bot.set_my_commands([BotCommand("balance", "What is left")])

    edited = await bot.edit_message_text("y", chat.id, sent.message_id)

    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    assert (await bot.get_my_commands())[0].command == "balance"
    assert (await bot.get_chat(chat.id)).first_name == "Alice"
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.send_chat_action(chat.id, "typing")
    assert await bot.delete_messages(chat.id, [sent.message_id])
    assert telegram.messages(chat) == ()


async def test_a_group_arrives_typed_with_who_is_what_in_it(telegram: Telegram, bot: Bot, alice: Person) -> None:
    carol = telegram.person("Carol")
    group = telegram.group("Team", alice, carol)
    telegram.promote(carol, group, anonymous=True)
    telegram.add_bot(group, alice, payload="CODE")
    telegram.promote_bot(group, alice)
    telegram.send(carol, group, "/login")

    added, entered, start, promoted, anonymous = await bot.get_updates()

    assert added.my_chat_member is not None
    assert (added.my_chat_member.old_chat_member.status, added.my_chat_member.new_chat_member.status) == (
        "left",
        "member",
    )
    assert entered.message is not None
    assert [user.id for user in entered.message.new_chat_members] == [bot.id]
    assert start.message is not None
    assert start.message.text == f"/start@{bot.username} CODE"
    assert promoted.my_chat_member is not None
    assert isinstance(promoted.my_chat_member.new_chat_member, ChatMemberAdministrator)
    assert promoted.my_chat_member.new_chat_member.can_delete_messages
    assert anonymous.message is not None
    assert anonymous.message.sender_chat == anonymous.message.chat
    assert anonymous.effective_user is not None
    assert anonymous.effective_user.id == ChatID.ANONYMOUS_ADMIN


async def test_members_are_understood(telegram: Telegram, bot: Bot, alice: Person) -> None:
    carol, olga = telegram.person("Carol"), telegram.person("Olga")
    group = telegram.group("Team", alice, carol)
    telegram.promote(carol, group, anonymous=True)
    telegram.promote_bot(group, alice)

    leading = await bot.get_chat_administrators(group.id)
    outside = await bot.get_chat_member(group.id, olga.id)

    assert [(type(member), member.user.id) for member in leading] == [
        (ChatMemberOwner, alice.id),
        (ChatMemberAdministrator, carol.id),
        (ChatMemberAdministrator, bot.id),
    ]
    assert isinstance(outside, ChatMemberLeft)
    assert await bot.get_chat_member_count(group.id) == 3
    assert (await bot.get_chat(group.id)).permissions is not None
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.get_chat(group.id)


async def test_topics_are_understood(telegram: Telegram, bot: Bot, alice: Person) -> None:
    forum = telegram.group("Team", alice, forum=True)
    telegram.add_bot(forum, alice)
    topic = telegram.topic(forum, "Traffic")
    telegram.send(alice, forum, "/balance", topic=topic.id)

    *_, created, asked = await bot.get_updates()
    assert created.message is not None
    assert created.message.forum_topic_created is not None
    assert asked.message is not None
    assert asked.message.is_topic_message
    answer = await asked.message.reply_text("5 GB")
    telegram.close_topic(forum, topic)

    assert answer.message_thread_id == topic.id
    assert forum.json()["is_forum"] is answer.chat.is_forum is True
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "x", message_thread_id=topic.id)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum.id, "x", message_thread_id=1)


async def test_an_upgraded_group_is_understood(telegram: Telegram, bot: Bot, alice: Person) -> None:
    group = telegram.group("Team", alice, kind="group")
    telegram.add_bot(group, alice)
    new = telegram.migrate(group, alice, services=("from", "to"))

    *_, begun, left = await bot.get_updates()
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")

    assert begun.message is not None
    assert (begun.message.chat.id, begun.message.migrate_from_chat_id) == (new.id, group.id)
    assert left.message is not None
    assert (left.message.chat.id, left.message.migrate_to_chat_id) == (group.id, new.id)
    assert migrated.value.new_chat_id == new.id


async def test_other_senders_are_understood(telegram: Telegram, bot: Bot, alice: Person) -> None:
    group, channel = telegram.group("Team", alice), telegram.channel("News")
    telegram.promote_bot(group, alice)
    telegram.send(alice, group, "as the channel", sender_chat=channel)
    telegram.post_linked(group, channel, "a post")

    *_, spoken, forwarded = await bot.get_updates()

    assert spoken.effective_user is not None
    assert spoken.effective_user.id == ChatID.FAKE_CHANNEL
    assert spoken.effective_sender is not None
    assert spoken.effective_sender.id == channel.id
    assert forwarded.message is not None
    assert forwarded.message.is_automatic_forward
    assert isinstance(forwarded.message.forward_origin, MessageOriginChannel)


async def test_descriptions_are_understood(bot: Bot) -> None:
    await bot.set_my_description("Traffic", "de")
    await bot.set_my_short_description("Short")

    assert (await bot.get_my_description("de")).description == "Traffic"
    assert (await bot.get_my_short_description()).short_description == "Short"


@pytest.mark.parametrize(
    ("status", "description", "parameters", "kind"),
    [
        (400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": -1001}, ChatMigrated),
        (400, "Bad Request: chat not found", None, BadRequest),
        (401, "Unauthorized", None, InvalidToken),
        (403, "Forbidden: bot was blocked by the user", None, Forbidden),
        (404, "Not Found", None, InvalidToken),
        (409, "Conflict: terminated by other getUpdates request", None, Conflict),
        (413, "Request Entity Too Large", None, NetworkError),
        (429, "Too Many Requests: retry after 3", {"retry_after": 3}, RetryAfter),
        (429, "Too Many Requests", None, NetworkError),
        (500, "Internal Server Error: restart", None, NetworkError),
    ],
)
async def test_errors_become_the_classes_that_the_library_has_for_them(
    telegram: Telegram,
    bot: Bot,
    status: int,
    description: str,
    parameters: dict[str, object] | None,
    kind: type[TelegramError],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of its own next version
    telegram.faults.answer("getMe", status=status, description=description, parameters=parameters)

    with pytest.raises(TelegramError) as raised:
        await bot.get_me()

    assert type(raised.value) is kind


async def test_the_twins_own_refusals_are_understood(telegram: Telegram, bot: Bot, alice: Person, chat: Chat) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    telegram.block(alice)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(chat.id, "x")


async def test_a_page_instead_of_json_and_a_cut_connection_are_network_errors(
    telegram: Telegram, bot: Bot, chat: Chat
) -> None:
    telegram.faults.body("sendMessage", b"<html>", status=502, content_type="text/html")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(chat.id, "x")

    telegram.faults.cut("sendMessage", effect=True)
    with pytest.raises(NetworkError):
        await bot.send_message(chat.id, "x")

    assert len(telegram.messages(chat)) == 1


async def test_a_wrong_token_is_an_invalid_one(telegram: Telegram) -> None:
    bot = Bot(f"{telegram.bot['id']}:{'x' * 35}", base_url=f"{telegram.url}/bot")

    with pytest.raises(InvalidToken):
        await bot.initialize()

    await bot.shutdown()
