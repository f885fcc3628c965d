"""The command menus and descriptions: every language has them for each scope, and only what differs is written."""

from __future__ import annotations

from functools import partial

import pytest
from telegram import BotCommandScopeAllPrivateChats

from bot.commands import Row
from bot.handlers import COMMANDS
from bot.i18n import languages
from bot.telegram import menu, profile
from tests.bot.telegram.house import House, Waits, say

PRIVATE, GROUPS, ADMINS = "all_private_chats", "all_group_chats", "all_chat_administrators"


async def offer(house: House, rows: tuple[Row, ...] = COMMANDS) -> None:
    """Offer the menus, taking no time."""
    await menu.offer(house.bot, rows, languages(), pause=partial(Waits(), 1.0))


@pytest.mark.parametrize("scope", [PRIVATE, GROUPS, ADMINS])
async def test_every_language_gets_its_menus_and_english_is_for_everybody_else(house: House, scope: str) -> None:
    await offer(house)

    listed = [one.command for one in house.telegram.commands(scope)]
    for code in languages().codes:
        words = languages().best((code,))
        shown = house.telegram.commands(scope, "" if code == "en" else code[:2])
        assert [(one.command, one.description) for one in shown] == [(name, words(f"about-{name}")) for name in listed]
    assert house.telegram.commands(scope, "en") == house.telegram.commands() == ()


async def test_each_scope_has_what_is_of_use_there(house: House) -> None:
    await offer(house)

    private, members, admins = (
        {one.command for one in house.telegram.commands(scope)} for scope in (PRIVATE, GROUPS, ADMINS)
    )
    assert private == admins == {row.name for row in COMMANDS if row.group}
    assert private - members == {"login", "logout", "pin"}


async def test_a_second_start_writes_nothing(house: House) -> None:
    await offer(house)
    house.telegram.calls.clear()

    await offer(house)

    assert house.called("setMyCommands") == []
    assert len(house.called("getMyCommands")) == 3 * len(languages().codes)


async def test_a_menu_that_differs_in_one_language_is_written_there_only(house: House) -> None:
    await offer(house)
    await house.bot.set_my_commands([("balance", "…")], BotCommandScopeAllPrivateChats(), language_code="zh")
    house.telegram.calls.clear()

    await offer(house)

    written = [call.parameters for call in house.telegram.calls if call.method == "setMyCommands"]
    assert [parameters["language_code"] for parameters in written] == ["zh"]


async def test_a_command_that_help_does_not_show_is_in_no_menu(house: House) -> None:
    await offer(house, (*COMMANDS, Row(name="say", handler=say)))

    assert not any(
        one.command == "say" for scope in (PRIVATE, GROUPS, ADMINS) for one in house.telegram.commands(scope)
    )


async def test_the_bot_describes_itself_in_every_language_and_writes_only_what_differs(house: House) -> None:
    describe = partial(profile.offer, house.bot, languages(), pause=partial(Waits(), 1.0))
    await describe()

    for code in languages().codes:
        words = languages().best((code,))
        language = None if code == "en" else code[:2]
        assert (await house.bot.get_my_description(language)).description == words("bot-description")
        assert (await house.bot.get_my_short_description(language)).short_description == words("bot-short-description")
    house.telegram.calls.clear()
    await describe()
    assert house.called("setMyDescription") == house.called("setMyShortDescription") == []
