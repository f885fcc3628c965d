"""`/export`: what was used, or all records, as a file; whoever asks gets it, and nobody sees what they should not."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.views.export import RECORDS, USAGE
from sandbox.telegram import Message
from sandbox.vendor import Account
from tests.conversations.test_usage import GB, bought, watched
from tests.team import Team, a_team, at_work
from tests.world import Conversation, Shown, World, sent_by_bot


@dataclass(frozen=True, kw_only=True)
class Handed:
    """A file in a chat."""

    message: Shown
    name: str
    rows: list[dict[str, str]]
    text: str


def handed(chat: Conversation, message: Shown) -> Handed:
    """The file that a message carries."""
    (found,) = (one for one in chat.world.telegram.messages(chat.chat) if one.id == message.id)
    file = chat.world.telegram.file(file_id(found))
    assert file is not None
    text = file.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    return Handed(message=message, name=file.name, rows=rows, text=text)


def file_id(message: Message) -> str:
    assert message.attachment is not None
    assert message.attachment.kind == "document"
    assert isinstance(message.attachment.content, dict)
    return str(message.attachment.content["file_id"])


def files_in(chat: Conversation) -> list[Message]:
    return [one for one in chat.world.telegram.messages(chat.chat) if one.attachment is not None]


async def both(asking: Conversation, private: Conversation, text: str) -> tuple[Shown, Shown]:
    """What comes in private when somebody asks in a group, and what the group hears."""
    async with private.watch() as there, asking.watch() as here:
        asking.write(text)
        return await private.next(there, sent_by_bot), await asking.next(here, sent_by_bot)


@pytest.fixture
async def week(world: World) -> AsyncIterator[tuple[Conversation, Account]]:
    """Alice's chat, her account connected two days ago and looked at since; the bot runs."""
    chat = world.person()
    account = bought(world, 1, left=100, days=17)
    async with world.bot():
        await chat.says(f"/login {account.token}")
    await watched(world, account, [2, 6])
    async with world.bot():
        yield chat, account


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world, forum=True)) as team:
        await team.connect(records=3)
        yield team


async def test_bare_it_says_which_files_there_are(connected: Conversation) -> None:
    asked = await connected.says("/export")
    file = await connected.presses(asked, asked.commands[1])

    assert connected.words("export-records-about") in asked.text
    assert asked.commands == ["/export usage +", "/export records +"]
    assert len(handed(connected, file).rows) == 12
    assert asked in connected.messages


async def test_usage_is_a_file_that_adds_up(week: tuple[Conversation, Account]) -> None:
    chat, account = week

    file = handed(chat, await chat.says("/export usage"))

    assert file.name == f"bytesflows-main-usage-{chat.world.clock():%Y-%m-%d}.csv"
    assert tuple(file.rows[0]) == USAGE
    assert sum(int(row["used_bytes"] or 0) for row in file.rows) == 8 * GB
    assert file.rows[-1]["available_after_bytes"] == str(account.available)
    assert file.rows[-1]["bought_bytes"] == "0"
    assert file.message.text.splitlines()[1] == chat.words("export-rows", count=len(file.rows))


async def test_what_only_records_tell_is_empty_where_nobody_saw_them(chat: Conversation) -> None:
    account = chat.world.account()
    await chat.says(f"/login {account.token}")
    chat.world.clock.advance(timedelta(minutes=20))
    account.available -= GB
    await chat.says("/balance")

    (row,) = handed(chat, await chat.says("/export usage")).rows

    assert (row["used_bytes"], row["bought_bytes"], row["expired_unused_bytes"]) == (str(GB), "", "")
    assert datetime.fromisoformat(row["from_utc"]).tzinfo == UTC


async def test_usage_needs_neither_a_vendor_nor_a_token_that_is_still_taken(week: tuple[Conversation, Account]) -> None:
    chat, account = week
    account.revoked = True
    await chat.says("/balance")

    assert len(handed(chat, await chat.says("/export usage")).rows) >= 8
    assert (await chat.says("/export records")).text.startswith(chat.words("token-refused", name="main"))


async def test_the_picture_of_usage_has_a_button_for_the_file_and_stays(week: tuple[Conversation, Account]) -> None:
    chat, _ = week
    shown = await chat.says("/usage")

    file = await chat.presses(shown, shown.commands[3])

    assert (shown.labels[3], shown.commands[3]) == ("CSV", "/export usage +")
    assert file.id != shown.id
    assert "usage" in handed(chat, file).name
    assert shown in chat.messages


async def test_all_pages_of_records_are_in_the_file(chat: Conversation) -> None:
    account = chat.world.account(records=234)
    await chat.says(f"/login {account.token}")
    asked = len(chat.world.vendor.asked)

    file = handed(chat, await chat.says("/export records"))

    assert tuple(file.rows[0]) == RECORDS
    assert [row["record_id"] for row in file.rows] == [str(number) for number in range(234, 0, -1)]
    assert chat.words("export-incomplete") not in file.message.text
    assert [dict(one.query).get("pageNo") for one in chat.world.vendor.asked[asked:]] == ["1", "2", "3"]
    assert chat.world.vendor.most_at_once == 1


async def test_a_vendor_that_stops_half_way_leaves_a_file_that_says_so(chat: Conversation) -> None:
    account = chat.world.account(records=234)
    await chat.says(f"/login {account.token}")
    first = {"code": 200, "data": account.page(number=1, size=100, source=None)}
    chat.world.vendor.faults.answer(body=json.dumps(first).encode())
    chat.world.vendor.faults.answer(status=404, times=None)

    file = handed(chat, await chat.says("/export records"))

    assert len(file.rows) == 100
    assert chat.words("export-incomplete") in file.message.text


async def test_a_vendor_that_does_not_begin_is_an_error_like_any_other(connected: Conversation) -> None:
    connected.world.vendor.faults.answer(status=404, times=None)

    assert (await connected.says("/export records")).text.startswith(connected.words("vendor-refused"))


async def test_a_total_without_records_is_not_taken_for_none(connected: Conversation) -> None:
    nothing = {"code": 200, "data": {"records": [], "total": 5}}
    connected.world.vendor.faults.answer(body=json.dumps(nothing).encode(), times=None)

    assert (await connected.says("/export records")).text.startswith(connected.words("vendor-unreadable"))


async def test_an_account_without_records_has_none_to_export(chat: Conversation) -> None:
    await chat.says(f"/login {chat.world.account().token}")

    assert (await chat.says("/export records")).text == chat.words("export-no-records")
    assert (await chat.says("/export usage")).text == chat.words("usage-none")
    assert files_in(chat) == []


async def test_what_the_vendor_calls_things_runs_in_no_spreadsheet(chat: Conversation) -> None:
    account = chat.world.account(records=4)
    hostile = ('=HYPERLINK("http://x")', "a;=1+1", "＝cmd|' /C calc'!A0", 'x"\r\n=1,\0"')
    for place, order in enumerate(hostile):
        account.records[place] = replace(account.records[place], order_id=order, source_type="@gift")
    await chat.says(f"/login {account.token}")

    file = handed(chat, await chat.says("/export records"))

    assert [row["order_id"] for row in file.rows] == [
        '\'=HYPERLINK("http://x")',
        "a;'=1+1",
        "'＝cmd|' /C calc'!A0",
        'x"\r\n\'=1,"',
    ]
    assert {row["kind"] for row in file.rows} == {"'@gift"}


async def test_one_of_several_accounts_is_named(chat: Conversation) -> None:
    for number, name in enumerate(("first", "команда")):
        await chat.says(f"/login {chat.world.account(records=number + 1).token} {name}")

    file = handed(chat, await chat.says("/export records команда"))

    assert len(file.rows) == 2
    assert file.name == f"bytesflows-records-{chat.world.clock():%Y-%m-%d}.csv"
    assert file.message.text.splitlines()[0] == chat.words("records-title-all-named", name="команда")
    assert (await chat.says("/export")).commands == ["/export usage #1 +", "/export records #1 +"]


async def test_a_cookie_has_no_records_to_export(chat: Conversation) -> None:
    chat.world.account(records=3, cookie="session=abcdefghijklmnop")
    await chat.says("/login Cookie: session=abcdefghijklmnop")

    assert (await chat.says("/export")).commands == ["/export usage +"]
    assert (await chat.says("/export records")).text == chat.words("overview-only", name="main")


@pytest.mark.parametrize(
    ("text", "message", "values"),
    [
        ("/export usage records", "misused", {"argument": "records", "example": "/export usage"}),
        ("/export everything", "unknown-filter", {"name": "everything", "known": "main", "example": "/export usage"}),
    ],
)
async def test_bad_input_gets_an_example(
    connected: Conversation, text: str, message: str, values: dict[str, str]
) -> None:
    assert (await connected.says(text)).text == connected.words(message, **values)


async def test_no_account_is_said_to_be_none(chat: Conversation) -> None:
    assert (await chat.says("/export usage")).text == chat.words("no-account")


async def test_in_a_group_that_shows_money_the_file_is_the_answer_in_its_topic(team: Team) -> None:
    topic = team.world.telegram.topic(team.group, "Traffic")
    await team.alice.says("/settings money on")
    bob = team.in_topic(team.bob, topic.id)

    file = await bob.says("/export records")

    assert len(handed(bob, file).rows) == 3
    assert (files_in(bob))[-1].topic == topic.id
    assert team.bob.words("export-privately") not in (await bob.says("/export")).text


async def test_elsewhere_it_comes_to_the_one_who_asks_and_the_group_hears_that_it_came(team: Team) -> None:
    private = team.private(team.bob)

    file, told = await both(team.bob, private, "/export records")

    assert len(handed(private, file).rows) == 3
    assert file.text.splitlines()[1] == private.words("export-asked-in", title="Scrapers")
    assert told.text == team.bob.words("export-sent")
    assert files_in(team.bob) == []
    assert team.bob.words("export-privately") in (await team.bob.says("/export")).text


async def test_what_comes_in_private_is_in_the_words_of_its_reader(team: Team) -> None:
    private = team.private(team.bob)
    await private.says("/settings language de")
    german = replace(private, language="de")

    file, told = await both(team.bob, private, "/export records")

    assert file.text.splitlines()[0] == german.words("records-title-all")
    assert told.text == team.bob.words("export-sent")


async def test_a_press_brings_it_to_whoever_pressed(team: Team) -> None:
    alice, bob = team.private(team.alice), team.private(team.bob)
    asked = await team.alice.says("/export")

    async with alice.watch() as hers, bob.watch() as his:
        team.alice.press(asked, asked.commands[1])
        team.bob.press(asked, asked.commands[1])
        files = [await alice.next(hers, sent_by_bot), await bob.next(his, sent_by_bot)]

    assert [len(handed(chat, file).rows) for chat, file in zip((alice, bob), files, strict=True)] == [3, 3]
    assert asked in team.alice.messages


async def test_who_never_opened_the_private_chat_is_led_there_and_back(team: Team) -> None:
    told = await team.bob.says("/export records")
    private = team.private(team.bob)
    welcomed = await private.says(f"/start {told.code}")
    async with private.watch() as there:
        team.bob.press(told, told.commands[1])
        file = await private.next(there, sent_by_bot)
    await team.bob.until(lambda: team.said[-1] == team.bob.words("export-sent"))

    assert told.text == team.bob.words("export-unheard")
    assert welcomed.text == private.words("export-can-write")
    assert len(handed(private, file).rows) == 3
    assert told.text not in team.said


async def test_an_anonymous_admin_gets_it_by_a_press_and_stays_unknown(team: Team) -> None:
    private = team.private(team.carol)
    asked = await team.carol.says("/export records")
    async with private.watch() as there:
        team.carol.press(asked, asked.commands[0])
        file = await private.next(there, sent_by_bot)
    await team.carol.until(lambda: team.said[-1] == team.carol.words("export-sent"))

    assert asked.text == team.carol.words("export-to-whom")
    assert len(handed(private, file).rows) == 3
    assert not any("Carol" in text for text in team.said)


async def test_where_money_is_shown_an_anonymous_admin_is_answered_like_everybody(team: Team) -> None:
    await team.alice.says("/settings money on")

    assert len(handed(team.carol, await team.carol.says("/export records")).rows) == 3


async def test_nothing_to_export_is_said_in_the_group(team: Team) -> None:
    assert (await team.bob.says("/export usage")).text == team.bob.words("usage-none")


@pytest.mark.parametrize("forged", ["/export usage #2", "/export records #2", "/export records side"])
async def test_a_forged_button_finds_nothing_of_another_chat(team: Team, forged: str) -> None:
    private = team.private(team.olga)
    await private.says(f"/login {team.world.account(records=7).token} side")
    asked = await team.bob.says("/export")

    refused = await team.bob.presses(asked, forged)

    assert "Connected: main" in refused.text
    assert files_in(team.bob) == files_in(private) == []
