"""The methods by which the bot asks about itself and others and keeps its menus.

https://core.telegram.org/bots/api#getme, #getchat, #setmycommands.
"""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.telegram import commands
from sandbox.telegram.access import find_room
from sandbox.telegram.chats import Chat
from sandbox.telegram.descriptions import Length
from sandbox.telegram.parameters import Parameters, Record
from sandbox.telegram.people import Person
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.rooms import Sending
from sandbox.telegram.world import World

PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
)
SENDING: Mapping[str, Sending] = {
    "can_send_messages": "text messages",
    "can_send_documents": "documents",
    "can_send_photos": "photos",
}


def self_description(bot: Person) -> dict[str, object]:
    """Return the bot as ``getMe`` does: in privacy mode, no inline mode, no topics."""
    return bot.json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
    }


async def get_me(world: World, _parameters: Parameters) -> object:
    """Describe the bot: https://core.telegram.org/bots/api#getme."""
    return self_description(world.bot)


async def get_chat(world: World, parameters: Parameters) -> object:
    """Describe a chat: https://core.telegram.org/bots/api#getchat."""
    room = find_room(world, parameters, "read")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    described: dict[str, object] = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, room.chat.kind == "private"),
    }
    if room.chat.kind != "private":
        described["permissions"] = _permissions(room.chat, forbidden=room.forbidden)
    if room.pinned and (last := room.find(room.pinned[-1])) is not None:
        described["pinned_message"] = last.json()
    return room.chat.json() | described


async def set_my_commands(world: World, parameters: Parameters) -> object:
    """Store a menu: https://core.telegram.org/bots/api#setmycommands."""
    menu = commands.read(parameters.records("commands"))
    world.menus.put(_scope(world, parameters), _language(parameters), menu)
    return True


async def get_my_commands(world: World, parameters: Parameters) -> object:
    """Return a menu as it was stored: https://core.telegram.org/bots/api#getmycommands."""
    menu = world.menus.get(_scope(world, parameters), _language(parameters))
    return [command.json() for command in menu]


async def delete_my_commands(world: World, parameters: Parameters) -> object:
    """Forget a menu: https://core.telegram.org/bots/api#deletemycommands."""
    world.menus.put(_scope(world, parameters), _language(parameters), ())
    return True


async def set_my_description(world: World, parameters: Parameters) -> object:
    """Store what an empty chat with the bot shows: https://core.telegram.org/bots/api#setmydescription."""
    return _describe(world, parameters, "description")


async def get_my_description(world: World, parameters: Parameters) -> object:
    """Return it as it was stored: https://core.telegram.org/bots/api#getmydescription."""
    return _described(world, parameters, "description")


async def set_my_short_description(world: World, parameters: Parameters) -> object:
    """Store what the bot's profile shows: https://core.telegram.org/bots/api#setmyshortdescription."""
    return _describe(world, parameters, "short_description")


async def get_my_short_description(world: World, parameters: Parameters) -> object:
    """Return it as it was stored: https://core.telegram.org/bots/api#getmyshortdescription."""
    return _described(world, parameters, "short_description")


def _describe(world: World, parameters: Parameters, length: Length) -> object:
    world.descriptions.put(length, _language(parameters), parameters.text(length))
    return True


def _described(world: World, parameters: Parameters, length: Length) -> object:
    return {length: world.descriptions.get(length, _language(parameters))}


def _permissions(chat: Chat, *, forbidden: frozenset[Sending]) -> dict[str, object]:
    """Return what those may do who are no administrators: https://core.telegram.org/bots/api#chatpermissions."""
    sending = {right: kind not in forbidden for right, kind in SENDING.items()}
    return {**dict.fromkeys(PERMISSIONS, True), **sending, "can_manage_topics": chat.forum}


def _scope(world: World, parameters: Parameters) -> Record | None:
    """Return the scope; raises Refusal for a chat that the bot does not know or that has no such scope."""
    scope = parameters.record("scope")
    if scope is None or "chat_id" not in scope:
        return scope
    room = find_room(world, Parameters(scope), "members")
    if room.chat.kind == "private" and scope["type"] != "chat":
        raise bad_request("can't use specified scope in private chats")
    return scope


def _language(parameters: Parameters) -> str:
    return commands.check_language(parameters.text("language_code"))
