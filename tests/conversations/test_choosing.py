"""`/accounts` and `/settings`: several accounts, shared and taken back; what a chat chooses, and how all of it goes."""

from __future__ import annotations

import struct
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.team import Team, a_team, at_work
from tests.world import Conversation, World, sent_by_bot


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world)) as team:
        yield team


@pytest.fixture
async def several(chat: Conversation) -> Conversation:
    """Alice's chat with the accounts `main` and `side`."""
    await chat.says(f"/login {chat.world.account(records=3).token} main")
    await chat.says(f"/login {chat.world.account(total=2**30, available=2**29).token} side")
    return chat


async def test_the_accounts_are_listed_with_what_is_theirs(several: Conversation) -> None:
    listed = await several.says("/accounts")

    assert listed.text.splitlines()[-2:] == ["main · default", "side"]
    assert listed.commands == ["/accounts #1", "/accounts #2", "/login"]


async def test_without_an_account_the_list_offers_to_connect_one(chat: Conversation) -> None:
    listed = await chat.says("/accounts")

    assert (listed.text, listed.commands) == (chat.words("no-account"), ["/login"])


async def test_the_default_account_is_meant_where_none_is_named(several: Conversation) -> None:
    page = await several.says("/accounts side")

    await several.presses(page, "/accounts default #2")

    assert "side" in (await several.says("/balance")).text.splitlines()[0]
    assert "main" in (await several.says("/balance main")).text.splitlines()[0]


async def test_an_account_is_renamed_and_found_by_its_new_name(several: Conversation) -> None:
    hint = await several.presses(await several.says("/accounts main"), "/accounts rename #1")
    renamed = await several.says("/accounts rename main crawler")

    assert hint.text.endswith("main-2")
    assert renamed.text.startswith("crawler")
    assert "crawler" in (await several.says("/balance crawler")).text.splitlines()[0]
    assert (await several.says("/accounts rename crawler side")).text == several.words("name-taken", name="side")
    assert (await several.says("/accounts rename crawler 30d")).text == several.words("not-a-name")


async def test_an_account_is_shared_with_a_group_by_a_link_and_taken_back(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account(records=3).token} crawler")
    link = await private.presses(await private.says("/accounts crawler"), "/accounts share #1")

    shared = await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")
    balance = await team.bob.says("/balance")
    used = await private.says("/accounts used")
    sure = await private.presses(used, used.commands[0])
    team.world.clock.advance(timedelta(seconds=2))  # nobody reads a question faster
    async with team.alice.watch() as watch:
        private.press(sure, sure.commands[0])
        told = await team.alice.next(watch, sent_by_bot)

    assert shared.text.startswith(team.alice.words("group-connected", name="crawler", who="Alice"))
    assert balance.text.startswith(team.bob.words("balance-title"))
    assert "Scrapers · crawler" in used.text
    assert told.text == team.alice.words("group-disconnected", name="crawler")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")
    assert (await private.says("/balance")).text.startswith(team.alice.words("balance-title"))


async def test_a_share_link_of_another_does_nothing(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account().token}")
    link = await private.says("/accounts share main")

    refused = await team.bob.says(f"/start@bytesflows_demo_bot {link.code}")

    assert refused.text == team.bob.words("code-of-another")


async def test_who_is_no_admin_of_a_group_shares_nothing_there(team: Team) -> None:
    private = team.private(team.bob)
    await private.says(f"/login {team.world.account().token}")
    link = await private.says("/accounts share main")

    refused = await team.bob.says(f"/start@bytesflows_demo_bot {link.code}")

    assert refused.text == team.bob.words("admins-only-there", title="Scrapers")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_a_renewed_account_is_renewed_where_it_is_shared_and_a_disconnected_one_is_gone_there(team: Team) -> None:
    private = team.private(team.alice)
    await private.says(f"/login {team.world.account().token} crawler")
    link = await private.says("/accounts share")
    async with team.alice.watch() as watch:
        await team.alice.says(f"/start@bytesflows_demo_bot {link.code}")
        shared = await private.next(watch, sent_by_bot)
    team.world.vendor.accounts[0].revoked = True

    async with team.alice.watch() as watch:
        renewed = await private.says(f"/login {team.world.account().token} crawler")
        heard = await team.alice.next(watch, sent_by_bot)
    balance = await team.bob.says("/balance")
    sure = await private.says("/logout crawler")
    async with team.alice.watch() as watch:
        await private.presses(sure, "/logout #1 yes")
        told = await team.alice.next(watch, sent_by_bot)

    assert shared.text.startswith(team.alice.words("login-done-there", name="crawler", title="Scrapers"))
    assert team.alice.words("login-renewed-in-groups", count=1) in renewed.text
    assert heard.text == team.alice.words("group-renewed", name="crawler")
    assert balance.text.startswith(team.bob.words("balance-title"))
    assert team.alice.words("logout-shared", count=1) in sure.text
    assert told.text == team.alice.words("group-disconnected", name="crawler")
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


async def test_sharing_is_a_matter_of_the_private_chat(team: Team) -> None:
    await team.connect()

    assert (await team.alice.says("/accounts share main")).text == team.alice.words("private-only")


async def test_a_language_that_an_admin_chose_holds_for_the_group(team: Team) -> None:
    await team.alice.says("/settings language de")

    german = await team.bob.says("/settings")

    assert "Deutsch" in german.text
    assert (await team.private(team.bob).says("/balance")).text == team.bob.words("no-account")


async def test_a_group_speaks_the_language_of_whoever_added_the_bot(world: World) -> None:
    team = a_team(world, languages="fr")
    guest = world.telegram.person("Guest", language="en")
    world.telegram.join(guest, team.group)
    async with at_work(team):
        answer = await Conversation(world=world, person=guest, chat=team.group, language="fr").says("/balance")

        assert answer.text == team.alice.words("no-account")


async def test_a_zone_is_chosen_by_button_by_name_or_by_city(chat: Conversation) -> None:
    page = await chat.presses(await chat.says("/settings"), "/settings zone")
    by_city = await chat.says("/settings zone berlin")
    by_name = await chat.says("/settings zone asia/shanghai")

    assert any(command.startswith("/settings zone ") for command in page.commands)
    assert chat.words("settings-zone", city="Berlin", time="").rstrip() in by_city.text
    assert chat.words("settings-zone", city="Shanghai", time="").rstrip() in by_name.text
    assert (await chat.says("/settings zone ../../etc")).text == chat.words("unknown-zone")


async def test_quiet_hours_are_chosen_and_switched_off(chat: Conversation) -> None:
    chosen = await chat.says("/settings quiet 22:30-7")
    wrong = await chat.says("/settings quiet 25:00-7")
    off = await chat.says("/settings quiet off")

    assert chat.words("settings-quiet", begin="22:30", end="07:00") in chosen.text
    assert "/settings quiet 22:00-07:00" in wrong.text
    assert chat.words("settings-quiet-off") in off.text


async def test_money_is_hidden_in_a_group_until_an_admin_shows_it(team: Team) -> None:
    await team.connect(balance=12.5)

    hidden = await team.bob.says("/balance")
    await team.alice.says("/settings money on")
    shown = await team.bob.says("/balance")

    assert "12.50" not in hidden.text
    assert "$12.50" in shown.text


async def test_everything_about_a_chat_is_deleted_and_nothing_is_left_in_the_files(team: Team) -> None:
    await team.connect("unmistakable")
    sure = await team.alice.says("/settings delete")

    deleted = await team.alice.presses(sure, "/settings delete yes")

    files = b"".join(path.read_bytes() for path in team.world.directory.rglob("*") if path.is_file())
    assert deleted.text == team.alice.words("settings-deleted")
    assert b"unmistakable" not in files
    assert b"Scrapers" not in files
    assert struct.pack(">q", team.group.id) not in files
    assert (await team.bob.says("/balance")).text == team.bob.words("no-account")


@pytest.mark.parametrize(
    ("asks", "answer", "then"),
    [
        ("/settings zone", "new york", "New York"),
        ("/settings zone", "Europe/Berlin", "Berlin"),
        ("/settings zone", "\u041c\u043e\u0441\u043a\u0432\u0430", "Moscow"),
        ("/settings zone", "UTC+3", "UTC+3"),
        ("/settings zone", "EST", "New York"),
        ("/settings quiet", "21:30 - 6", "21:30 to 06:00"),
        ("/accounts rename main", "crawler", "crawler"),
    ],
)
async def test_what_a_question_asks_for_may_simply_be_sent(
    several: Conversation, asks: str, answer: str, then: str
) -> None:
    await several.says(asks)

    assert then in (await several.says(answer)).text
    # It was one answer to one question.
    assert (await several.says(answer)).text == several.words("not-a-command")


async def test_a_wrong_answer_may_be_followed_by_a_better_one(chat: Conversation) -> None:
    await chat.says("/settings zone")

    assert (await chat.says("nowhere at all")).text == chat.words("unknown-zone")
    assert "Berlin" in (await chat.says("berlin")).text


async def test_who_asks_for_something_else_is_not_held_to_the_question(several: Conversation) -> None:
    await several.says("/accounts rename main")
    await several.says("/balance")

    assert (await several.says("hello")).text == several.words("not-a-command")
    assert "main" in (await several.says("/accounts")).text


async def test_a_question_is_open_for_ten_minutes(several: Conversation) -> None:
    await several.says("/accounts rename main")
    several.world.clock.advance(timedelta(minutes=10))

    assert (await several.says("crawler")).text == several.words("not-a-command")


async def test_a_token_never_answers_a_question(several: Conversation) -> None:
    token = several.world.account().token
    await several.says("/accounts rename main")

    reply = await several.says(token)

    assert reply.text == several.words("login-unexpected")
    assert token not in " ".join(message.text for message in several.messages)
    assert "main" in (await several.says("/accounts")).text


async def test_the_same_token_under_another_name_is_the_same_account(several: Conversation) -> None:
    again = await several.says(f"/login {several.world.vendor.accounts[0].token} third")

    assert again.text.startswith(several.words("login-known", name="main"))
    assert "third" not in (await several.says("/accounts")).text


async def test_another_token_in_the_place_of_a_good_one_is_said_to_be(several: Conversation) -> None:
    other = await several.says(f"/login {several.world.account().token} main")
    several.world.vendor.accounts[2].revoked = True
    several.world.clock.advance(timedelta(seconds=10))
    await several.says("/balance main")
    repaired = await several.says(f"/login {several.world.account().token} main")

    assert several.words("login-replaced", name="main") in other.text
    assert several.words("login-replaced", name="main") not in repaired.text


async def test_what_groups_choose_is_not_chosen_in_private(chat: Conversation) -> None:
    for command in ("/settings money off", "/settings history keep"):
        assert (await chat.says(command)).text == chat.words("group-only")


@pytest.mark.parametrize("said", ["de", "Deutsch", "deutsch"])
async def test_a_language_is_chosen_by_its_own_name_too(chat: Conversation, said: str) -> None:
    assert "Einstellungen" in (await chat.says(f"/settings language {said}")).text


async def test_accounts_are_added_and_removed_by_these_words_too(several: Conversation) -> None:
    assert (await several.says("/accounts add")).commands[-1] == "/login"
    assert "/logout #2" in (await several.says("/accounts remove side")).commands
