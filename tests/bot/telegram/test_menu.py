"""The command menus: every language has one, and only what differs is written."""

from __future__ import annotations

from telegram import BotCommandScopeAllPrivateChats

from bot.commands import Row
from bot.handlers import COMMANDS
from bot.i18n import languages
from bot.telegram import menu
from tests.bot.telegram.house import House, say

SCOPE = "all_private_chats"


async def test_every_language_gets_its_menu_and_english_is_for_everybody_else(house: House) -> None:
    await menu.offer(house.bot, COMMANDS, languages())

    listed = [row.name for row in COMMANDS if row.group]
    for code in languages().codes:
        words = languages().best((code,))
        shown = house.telegram.commands(SCOPE, "" if code == "en" else code[:2])
        assert [(one.command, one.description) for one in shown] == [(name, words(f"about-{name}")) for name in listed]
    assert house.telegram.commands(SCOPE, "en") == house.telegram.commands() == ()
    assert len(house.called("setMyCommands")) == len(languages().codes)


async def test_a_second_start_writes_nothing(house: House) -> None:
    await menu.offer(house.bot, COMMANDS, languages())
    house.telegram.calls.clear()

    await menu.offer(house.bot, COMMANDS, languages())

    assert house.called("setMyCommands") == []
    assert len(house.called("getMyCommands")) == len(languages().codes)


async def test_a_menu_that_differs_in_one_language_is_written_there_only(house: House) -> None:
    await menu.offer(house.bot, COMMANDS, languages())
    await house.bot.set_my_commands([("balance", "…")], BotCommandScopeAllPrivateChats(), language_code="zh")
    house.telegram.calls.clear()

    await menu.offer(house.bot, COMMANDS, languages())

    written = [call.parameters for call in house.telegram.calls if call.method == "setMyCommands"]
    assert [parameters["language_code"] for parameters in written] == ["zh"]


async def test_a_command_that_help_does_not_show_is_in_no_menu(house: House) -> None:
    await menu.offer(house.bot, (*COMMANDS, Row(name="say", handler=say)), languages())

    assert not any(one.command == "say" for one in house.telegram.commands(SCOPE))
