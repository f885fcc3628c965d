"""The bot's command menus: https://core.telegram.org/bots/api#setmycommands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.telegram.refusals import bad_request

COMMAND = re.compile(r"[a-z0-9_]+")
LANGUAGE = re.compile(r"([a-z]{2})?")
MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_DESCRIPTION = 256

Scope = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One row of a menu."""

    command: str
    description: str

    def json(self) -> dict[str, object]:
        """Return the row as a Bot API ``BotCommand``."""
        return {"command": self.command, "description": self.description}


class Menus:
    """What was stored for each scope and language; the language "" is for all."""

    def __init__(self) -> None:
        self._stored: dict[tuple[Scope, str], tuple[Command, ...]] = {}

    def get(self, scope: Mapping[str, object] | None, language: str) -> tuple[Command, ...]:
        """Return exactly what was stored, nothing inherited."""
        return self._stored.get((_key(scope), language), ())

    def put(self, scope: Mapping[str, object] | None, language: str, commands: tuple[Command, ...]) -> None:
        """Store a menu; an empty one deletes."""
        key = (_key(scope), language)
        if commands:
            self._stored[key] = commands
        else:
            self._stored.pop(key, None)


def read(commands: tuple[Mapping[str, object], ...]) -> tuple[Command, ...]:
    """Read checked ``commands``; raises Refusal for one that Telegram does not take."""
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return tuple(_command(str(row["command"]).strip(), str(row["description"]).strip()) for row in commands)


def _command(command: str, description: str) -> Command:
    command = command.removeprefix("/")
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return Command(command=command, description=description)


def check_language(language: str) -> str:
    """Return a language code; raises Refusal for what is neither empty nor two small letters."""
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _key(scope: Mapping[str, object] | None) -> Scope:
    return tuple(sorted((scope or {"type": "default"}).items()))
