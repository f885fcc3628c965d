"""What the bot keeps about itself: menus for every scope, descriptions for every language."""

from __future__ import annotations

import pytest

from sandbox.telegram import Chat, Command, Telegram
from tests.sandbox.telegram.given import Api, bad, refusal, team

MENU = [{"command": "balance", "description": "What is left"}]
KINDS = (("Description", "description", 512), ("ShortDescription", "short_description", 120))


async def test_a_menu_is_kept_for_its_scope_and_language_alone(telegram: Telegram, api: Api) -> None:
    group = team(telegram)
    telegram.add_bot(group.chat, group.alice)
    scopes: list[dict[str, object]] = [
        {"type": "default"},
        {"type": "all_private_chats"},
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", "chat_id": group.chat.id},
        {"type": "chat_administrators", "chat_id": group.chat.id},
        {"type": "chat_member", "chat_id": group.chat.id, "user_id": group.bob.id},
    ]

    for number, scope in enumerate(scopes):
        row = {"command": f"c{number}", "description": "x"}
        assert (await api("setMyCommands", commands=[row], scope=scope, language_code="de"))["ok"]

    for number, scope in enumerate(scopes):
        assert telegram.commands(scope, "de") == (Command(command=f"c{number}", description="x"),)
        assert telegram.commands(scope) == ()
    assert telegram.commands("all_chat_administrators", "de") == telegram.commands(scopes[3], "de")
    await api("deleteMyCommands", scope=scopes[4], language_code="de")
    assert [len(telegram.commands(scope, "de")) for scope in scopes] == [1, 1, 1, 1, 0, 1, 1]


@pytest.mark.parametrize("kind", ["chat_administrators", "chat_member"])
async def test_a_private_chat_has_one_scope_only(api: Api, chat: Chat, kind: str) -> None:
    scope = {"type": kind, "chat_id": chat.id} | ({"user_id": chat.id} if kind == "chat_member" else {})

    refused = await api("setMyCommands", commands=MENU, scope=scope)

    assert refusal(refused) == bad("can't use specified scope in private chats")


async def test_a_chats_menu_needs_the_chat(telegram: Telegram, api: Api) -> None:
    group = team(telegram)
    scope = {"type": "chat_administrators", "chat_id": group.chat.id}

    never = await api("setMyCommands", commands=MENU, scope=scope)
    telegram.add_bot(group.chat, group.alice)
    telegram.remove_bot(group.chat, group.alice)
    gone = await api("setMyCommands", commands=MENU, scope=scope)

    assert refusal(never) == bad("chat not found")
    assert refusal(gone) == (403, "Forbidden: bot was kicked from the supergroup chat")


@pytest.mark.parametrize(("method", "field", "most"), KINDS)
async def test_a_description_is_kept_for_its_language_alone(api: Api, method: str, field: str, most: int) -> None:
    for language, text in (("", "x" * most), ("de", "Verkehr")):
        assert (await api(f"setMy{method}", **{field: text, "language_code": language}))["result"] is True

    kept = [(await api(f"getMy{method}", language_code=language))["result"] for language in ("", "de", "fr")]
    long = await api(f"setMy{method}", **{field: "x" * (most + 1)})
    await api(f"setMy{method}", language_code="de")

    assert kept == [{field: "x" * most}, {field: "Verkehr"}, {field: ""}]
    assert refusal(long)[0] == 400
    assert (await api(f"getMy{method}", language_code="de"))["result"] == {field: ""}
    assert refusal(await api(f"getMy{method}", language_code="deu")) == bad("invalid language code specified")
