"""Answering in groups: what is quoted, who hears in private why there is no answer, and who else is told."""

from __future__ import annotations

import html
import logging
import re
from typing import Any

import pytest

from bot.commands import Context, Row, always
from bot.i18n import languages
from bot.reply import Aside, Notice, Reply
from bot.telegram.intake import Intake
from sandbox.telegram import Answer, Chat, Message, Person, Press
from storage.chats import LONGEST_TITLE
from tests.bot.telegram.house import House, Update, message, say, typed

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


def words(message: str, **values: str) -> str:
    """A message of the bot as it is read."""
    return html.unescape(re.sub(r"<[^>]*>", "", languages().best(("en",))(message, **values)))


def group(house: House, *others: Person, forum: bool = False) -> Chat:
    """A group of Alice's with the bot in it."""
    chat = house.telegram.group("Scrapers", house.person, *others, forum=forum)
    house.telegram.add_bot(chat, house.person)
    return chat


def written(number: int, message: Message, **more: object) -> Update:
    """The update of what somebody wrote."""
    return {"update_id": number, "message": message.json() | more}


def pressed(number: int, press: Press) -> Update:
    """The update of a button that somebody pressed."""
    on = {"message_id": press.message_id, "date": 1_700_000_000, "chat": press.chat.json(), "text": "…"}
    query = {"id": press.id, "from": press.person.json(), "message": on, "chat_instance": "1", "data": press.data}
    return {"update_id": number, "callback_query": query}


def added(number: int, house: House, chat: Chat) -> Update:
    """The update of Alice adding the bot."""
    me = house.bot.bot.to_dict()
    change: dict[str, Any] = {"chat": chat.json(), "from": house.person.json(), "date": 1}
    change["old_chat_member"] = {"user": me, "status": "left"}
    change["new_chat_member"] = {"user": me, "status": "member"}
    return {"update_id": number, "my_chat_member": change}


async def finished(intake: Intake) -> None:
    """Wait until nothing is in hand and everything is crossed out."""
    await intake.room(1)
    await intake.close(5)


async def met(house: House, chat: Chat) -> bool:
    """Whether the bot knows a chat."""
    return await house.storage.chats.find(chat.id) is not None


async def answered(house: House, *updates: Update, rows: tuple[Row, ...] = ()) -> None:
    """Take updates in and wait until they are dealt with."""
    intake = house.intake(rows)
    await intake.take(updates)
    await finished(intake)


async def answer_to(house: House, press: Press, *rows: Row) -> Answer:
    """Take a press in, wait until it is dealt with, and return what the one who pressed sees."""
    intake = house.intake(rows)
    await intake.take([pressed(1, press)])
    answer = await press.answered()
    await finished(intake)
    return answer


async def test_an_answer_in_a_group_quotes_the_command_and_in_private_nothing(house: House) -> None:
    chat = group(house)
    there = house.telegram.send(house.person, chat, "/say a")
    here = house.telegram.send(house.person, house.chat, "/say b")

    await answered(house, written(1, there), written(2, here))

    quoted = house.telegram.messages(chat)[-1].reply_to
    assert quoted is not None
    assert quoted.id == there.id
    assert house.telegram.messages(house.chat)[-1].reply_to is None
    assert (house.said(chat), house.said()) == (["a"], ["b"])


async def test_a_command_that_was_deleted_meanwhile_is_answered_without_a_quote(house: House) -> None:
    chat = group(house)
    command = house.telegram.send(house.person, chat, "/say a")
    house.telegram.delete(chat, command.id)

    await answered(house, written(1, command))

    assert house.said(chat) == ["a"]
    assert house.called("sendMessage") == [200]


async def test_a_command_is_answered_in_its_topic_and_at_large_once_that_is_gone(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    command = house.telegram.send(house.person, chat, "/say a", topic=topic.id)
    house.telegram.delete(chat, command.id)  # or the quote alone would lead into the topic

    await answered(house, written(1, command))
    there = house.telegram.messages(chat)[-1].topic
    house.telegram.delete_topic(chat, topic)
    await answered(house, written(2, command))

    assert there == topic.id
    assert (house.said(chat), house.telegram.messages(chat)[-1].topic) == (["a"], None)


@pytest.mark.parametrize("how", ["muted", "closed"])
async def test_who_cannot_be_answered_in_a_group_hears_why_in_private(
    house: House, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")
    if how == "muted":
        house.telegram.mute_bot(chat)
    else:
        house.telegram.close_topic(chat, topic)
    command = house.telegram.send(house.person, chat, "/say a", topic=topic.id)

    await answered(house, written(1, command))

    assert house.said(chat) == []
    assert house.said() == [words("unwritable", title="Scrapers")]
    assert await met(house, chat)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_who_never_opened_the_private_chat_hears_nothing_and_that_is_no_bug(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    bob = house.telegram.person("Bob")
    chat = group(house, bob)
    house.telegram.mute_bot(chat)

    await answered(house, written(1, house.telegram.send(bob, chat, "/say a")))

    assert house.called("sendMessage") == [400, 403]
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_an_anonymous_admin_is_not_looked_for_in_private(house: House) -> None:
    hidden = house.telegram.person("Carol")
    chat = group(house, hidden)
    house.telegram.promote(hidden, chat, anonymous=True)
    house.telegram.mute_bot(chat)

    await answered(house, written(1, house.telegram.send(hidden, chat, "/say a")))

    assert house.called("sendMessage") == [400]


async def test_a_group_that_put_the_bot_out_meanwhile_is_forgotten(house: House) -> None:
    chat = group(house)
    command = house.telegram.send(house.person, chat, "/say a")
    await answered(house, written(1, command))
    known = await met(house, chat)
    house.telegram.remove_bot(chat, house.person)

    await answered(house, written(2, command))

    assert known
    assert not await met(house, chat)


async def test_a_chat_that_is_only_out_of_reach_is_not_forgotten(house: House) -> None:
    refusal = "Forbidden: bot can't initiate conversation with a user"
    house.telegram.faults.answer("sendMessage", status=403, description=refusal)

    await answered(house, typed(1, house.chat, "/say a"))

    assert house.said() == []
    assert await met(house, house.chat)


def change() -> Row:
    """`/change`, which is for admins."""
    return Row(name="change", handler=say, changes=True, admins=always)


async def test_a_press_by_a_member_on_what_is_for_admins_alerts_them_alone(house: House) -> None:
    bob = house.telegram.person("Bob")
    chat = group(house, bob)
    press = house.telegram.press(bob, chat, 5, "/change x")

    notice = await answer_to(house, press, change())

    assert (notice.text, notice.show_alert) == (words("notice-admins-only"), True)
    assert house.called("sendMessage") == house.called("editMessageText") == []


async def test_a_press_by_an_admin_is_answered_with_no_notice_and_quotes_nothing(house: House) -> None:
    chat = group(house)
    press = house.telegram.press(house.person, chat, 5, "/change x")

    notice = await answer_to(house, press, change())

    answer = house.telegram.messages(chat)[-1]
    assert (notice.text, notice.show_alert) == (None, False)
    assert (answer.text, answer.reply_to) == ("x", None)


async def test_a_press_whose_rights_nobody_knows_stops_spinning_and_changes_nothing(house: House) -> None:
    chat = group(house)
    press = house.telegram.press(house.person, chat, 5, "/change x")
    house.telegram.faults.answer("getChatAdministrators", status=400, description="Bad Request: no", times=None)

    notice = await answer_to(house, press, change())

    assert (notice.text, notice.show_alert) == (None, False)
    assert house.said(chat) == [words("rights-unknown")]


async def test_a_press_by_a_member_on_what_everybody_may_is_not_asked_about(house: House) -> None:
    bob = house.telegram.person("Bob")
    chat = group(house, bob)
    press = house.telegram.press(bob, chat, 5, "/say x")

    notice = await answer_to(house, press)

    assert (notice.text, house.said(chat)) == (None, ["x"])
    assert house.called("getChatAdministrators") == []


def export() -> Row:
    """`/export`, which is for the one who asks."""

    async def export(_ctx: Context) -> Reply:
        aside = Aside(reply=Reply(text="<b>for you</b>"), unheard=Reply(text="can’t"))
        return Reply(text="sent", aside=aside)

    return Row(name="export", handler=export)


async def test_what_is_for_one_person_comes_in_private_and_the_group_hears_that_it_came(house: House) -> None:
    chat = group(house)

    await answered(house, written(1, house.telegram.send(house.person, chat, "/export")), rows=(export(),))

    assert (house.said(), house.said(chat)) == (["for you"], ["sent"])


async def test_a_person_who_never_opened_the_private_chat_hears_in_the_group_that_it_can_not_come(house: House) -> None:
    bob = house.telegram.person("Bob")
    chat = group(house, bob)

    await answered(house, written(1, house.telegram.send(bob, chat, "/export")), rows=(export(),))

    assert house.said(chat) == ["can’t"]


async def test_one_who_blocked_the_bot_is_told_in_the_group_and_their_chat_is_forgotten(house: House) -> None:
    chat = group(house)
    await answered(house, typed(1, house.chat, "/say a"))
    house.telegram.block(house.person)

    await answered(house, written(2, house.telegram.send(house.person, chat, "/export")), rows=(export(),))

    assert house.said(chat) == ["can’t"]
    assert not await met(house, house.chat)


async def test_what_may_have_come_in_private_is_not_sent_twice(house: House) -> None:
    chat = group(house)
    house.telegram.faults.cut("sendMessage")

    await answered(house, written(1, house.telegram.send(house.person, chat, "/export")), rows=(export(),))

    assert (house.said(), house.said(chat)) == (["for you"], ["sent"])


async def test_what_telegram_does_not_take_in_private_is_our_fault_and_said_where_it_was_asked(house: House) -> None:
    chat = group(house)
    house.telegram.faults.answer("sendMessage", status=400, description="Bad Request: message is too long")

    await answered(house, written(1, house.telegram.send(house.person, chat, "/export")), rows=(export(),))

    assert (house.said(), house.said(chat)) == ([], [words("bug")])


def share(chat: Chat, topic_id: int | None = None) -> Row:
    """`/share`, of which another chat hears."""

    async def share(ctx: Context) -> Reply:
        return Reply(
            text="shared", notices=(Notice(chat_id=chat.id, topic_id=topic_id, reply=Reply(text="<b>look</b>")),)
        )

    return Row(name="share", handler=share, changes=True)


async def test_what_concerns_a_group_is_told_there_in_its_topic(house: House) -> None:
    chat = group(house, forum=True)
    topic = house.telegram.topic(chat, "Traffic")

    await answered(house, typed(1, house.chat, "/share"), rows=(share(chat, topic.id),))

    assert (house.said(), house.said(chat)) == (["shared"], ["look"])
    assert house.telegram.messages(chat)[-1].topic == topic.id


async def test_what_concerns_a_group_that_moved_is_told_where_it_is_now(house: House) -> None:
    chat = house.telegram.group("Scrapers", house.person, kind="group")
    house.telegram.add_bot(chat, house.person)
    supergroup = house.telegram.migrate(chat, house.person, services=())

    await answered(house, typed(1, house.chat, "/share"), rows=(share(chat, 9),))

    assert (house.said(), house.said(supergroup)) == (["shared"], ["look"])
    assert house.called("sendMessage") == [200, 400, 200]


@pytest.mark.parametrize(("how", "forgotten"), [("removed", True), ("muted", False)])
async def test_a_group_that_cannot_be_told_costs_the_one_who_asked_nothing(
    house: House, how: str, forgotten: bool, caplog: pytest.LogCaptureFixture
) -> None:
    chat = group(house)
    await house.storage.chats.meet(chat.id, "supergroup", "en", house.clock())
    if how == "removed":
        house.telegram.remove_bot(chat, house.person)
    else:
        house.telegram.mute_bot(chat)

    await answered(house, typed(1, house.chat, "/share"), rows=(share(chat),))

    assert (house.said(), house.said(chat)) == (["shared"], [])
    assert await met(house, chat) is not forgotten
    assert "a chat could not be told what concerns it" in caplog.text
    assert "could not be answered" not in caplog.text


async def greet(ctx: Context) -> Reply:
    """Greet whoever added the bot."""
    return Reply(text="welcome" if ctx.command.added else "again")


START = Row(name="start", handler=greet, payload=True, changes=True)


async def test_who_adds_the_bot_is_greeted_and_nothing_is_quoted(house: House) -> None:
    chat = group(house)

    await answered(house, added(1, house, chat), rows=(START,))

    assert house.said(chat) == ["welcome"]
    assert "reply_parameters" not in house.telegram.calls[-1].parameters


@pytest.mark.parametrize("told_first", ["moved", "added"])
async def test_a_supergroup_that_a_group_became_is_not_greeted(house: House, told_first: str) -> None:
    old = house.telegram.group("Scrapers", house.person, kind="group")
    house.telegram.add_bot(old, house.person)
    await house.storage.chats.meet(old.id, "group", "en", house.clock())
    supergroup = house.telegram.migrate(old, house.person, services=())
    moved = {"update_id": 2, "message": message(supergroup.json(), "", migrate_from_chat_id=old.id)}
    updates = [moved, added(3, house, supergroup)] if told_first == "moved" else [added(1, house, supergroup), moved]

    await answered(house, *updates, rows=(START,))

    assert house.said(supergroup) == []
    assert await house.storage.life.moved_here(supergroup.id)


@pytest.mark.parametrize("title", ["Scr\ud83dapers", "ж" * 5000, "\ud83d" * 300 + "Scrapers"])
async def test_whatever_a_group_calls_itself_it_is_answered_and_remembered(house: House, title: str) -> None:
    chat = group(house)
    command = house.telegram.send(house.person, chat, "/say a")

    await answered(house, written(1, command, chat=chat.json() | {"title": title}))

    kept = await house.storage.chats.find(chat.id)
    assert house.said(chat) == ["a"]
    assert kept is not None
    assert kept.title == title.replace("\ud83d", "")[:LONGEST_TITLE]
