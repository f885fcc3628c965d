"""The methods by which the bot asks about itself and others and keeps its menus.

https://core.telegram.org/bots/api#getme, #getchat, #setmycommands.
"""

from __future__ import annotations

from sandbox.telegram import commands
from sandbox.telegram.access import find_room
from sandbox.telegram.parameters import Parameters, Record
from sandbox.telegram.people import Person
from sandbox.telegram.refusals import bad_request
from sandbox.telegram.world import World


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
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return find_room(world, parameters).chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, True),
    }


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


def _scope(world: World, parameters: Parameters) -> Record | None:
    """Return the scope; raises Refusal for a chat that the bot does not know or that has no such scope."""
    scope = parameters.record("scope")
    if scope is None or "chat_id" not in scope:
        return scope
    room = find_room(world, Parameters(scope))
    if room.chat.kind == "private" and scope["type"] != "chat":
        raise bad_request("can't use specified scope in private chats")
    return scope


def _language(parameters: Parameters) -> str:
    return commands.check_language(parameters.text("language_code"))
