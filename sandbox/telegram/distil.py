"""Makes ``schema.json`` out of the published Bot API schema: ``python -m sandbox.telegram.distil PATH_TO_SCHEMA``.

Kept are names, types and whether a value is required, of the methods that the twin answers and of every type that
their parameters can hold. The published form is that of https://github.com/PaulSonOfLars/telegram-bot-api-spec.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

METHODS = (
    "answerCallbackQuery",
    "deleteMessage",
    "deleteMessages",
    "deleteMyCommands",
    "deleteWebhook",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "editMessageText",
    "getChat",
    "getChatAdministrators",
    "getChatMember",
    "getChatMemberCount",
    "getMe",
    "getMyCommands",
    "getMyDescription",
    "getMyShortDescription",
    "getUpdates",
    "getWebhookInfo",
    "leaveChat",
    "pinChatMessage",
    "sendChatAction",
    "sendDocument",
    "sendMessage",
    "sendPhoto",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "setWebhook",
    "unpinChatMessage",
)
SIMPLE = frozenset({"Integer", "String", "Boolean", "Float", "InputFile"})
TARGET = Path(__file__).with_name("schema.json")


def distil(published: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``{"version", "methods": {name: fields}, "types": {name: fields or list of subtypes}}``.

    ``fields`` is ``{name: {"types": [...], "required": bool}}``; an array of arrays of X is written ``[[X]]``.
    """
    methods = {name: _fields(published["methods"][name]) for name in METHODS}
    types: dict[str, Any] = {}
    wanted = [named for fields in methods.values() for named in _named(fields)]
    while wanted:
        name = wanted.pop()
        if name in types or name in SIMPLE:
            continue
        subtypes = published["types"][name].get("subtypes")
        types[name] = subtypes or _fields(published["types"][name])
        wanted += subtypes or _named(types[name])
    return {"version": published["version"], "methods": methods, "types": dict(sorted(types.items()))}


def _fields(described: Mapping[str, Any]) -> dict[str, Any]:
    return {
        field["name"]: {"types": [_written(kind) for kind in field["types"]], "required": field["required"]}
        for field in described.get("fields", ())
    }


def _written(kind: str) -> str:
    inner = kind.removeprefix("Array of ")
    return kind if inner == kind else f"[{_written(inner)}]"


def _named(fields: Mapping[str, Any]) -> Iterable[str]:
    return [kind.strip("[]") for field in fields.values() for kind in field["types"]]


def main() -> None:
    """Read the file named on the command line and write ``schema.json`` beside this one."""
    published = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(json.dumps(distil(published), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
