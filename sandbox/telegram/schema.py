"""Checks the names and types of what a bot sends against the published schema, in ``schema.json``.

A form's values are strings, a JSON body's are typed; both are taken as the real server takes them: integers as
strings, objects and arrays as JSON in a string. Two rules are stricter than the real server's, which passes over both
in silence, because each is a mistake in the bot: a parameter or field that the schema does not know, and a value of
another type. What is missing on top is left to the methods, which refuse it in Telegram's words and order.
https://core.telegram.org/bots/api#making-requests
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from sandbox.telegram.refusals import bad_request
from sandbox.telegram.values import Upload, WrongType, is_simple, refuse_surrogates, simple

CONTEXT: Mapping[str, str] = {
    "InlineKeyboardButton": "can't parse inline keyboard button",
    "KeyboardButton": "can't parse keyboard button",
    "BotCommand": "can't parse BotCommand",
    "BotCommandScope": "can't parse BotCommandScope",
    "MessageEntity": "can't parse MessageEntity",
    "ReplyParameters": "can't parse reply parameters",
    "LinkPreviewOptions": "can't parse link preview options",
    "InputMedia": "can't parse InputMedia",
}
NOT_JSON: Mapping[str, str] = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "commands": "can't parse commands JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "entities": "can't parse entities JSON object",
}
WRONG_KIND: Mapping[str, str] = {
    "reply_markup": "object expected as reply markup",
    "commands": "expected an Array of BotCommand",
    "entities": "expected an Array of MessageEntity",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A parameter or a field: the types that it may have, the likeliest first."""

    types: tuple[str, ...]
    required: bool


Fields = Mapping[str, Field]


class Schema:
    """The methods and types that the twin knows."""

    def __init__(self, text: str) -> None:
        parsed = json.loads(text)
        self.version: str = parsed["version"]
        self.methods: Mapping[str, Fields] = {name: _fields(fields) for name, fields in parsed["methods"].items()}
        self._types: Mapping[str, Fields] = {
            name: _fields(fields) for name, fields in parsed["types"].items() if isinstance(fields, dict)
        }
        self._subtypes: Mapping[str, tuple[str, ...]] = {
            name: tuple(names) for name, names in parsed["types"].items() if isinstance(names, list)
        }

    @classmethod
    def load(cls) -> Schema:
        """Read the schema that lies beside this file."""
        return cls(files(__package__).joinpath("schema.json").read_text(encoding="utf-8"))

    def check(self, method: str, raw: Mapping[str, object]) -> dict[str, object]:
        """Return the parameters in their own types; raises Refusal (400) for the first that is wrong."""
        fields = self.methods[method]
        attached = {name: value for name, value in raw.items() if name not in fields and _is_attached(name, raw)}
        for name in raw:
            if name not in fields and name not in attached:
                raise bad_request(f'unknown parameter "{name}"')
        named = {name: value for name, value in raw.items() if name in fields}
        return {name: self._parameter(name, fields[name], value) for name, value in named.items()} | attached

    def _parameter(self, name: str, field: Field, value: object) -> object:
        try:
            refuse_surrogates(value)
            return self._value(name, field.types, self._decoded(name, field, value), nested=False)
        except WrongType as error:
            raise bad_request(WRONG_KIND.get(name, f'parameter "{name}" {error}')) from error

    def _decoded(self, name: str, field: Field, value: object) -> object:
        """Read JSON in a string where an object or an array is meant."""
        if not isinstance(value, str) or "String" in field.types or is_simple(field.types):
            return value
        try:
            decoded = json.loads(value)
        except ValueError as error:
            text = NOT_JSON.get(name, f'can\'t parse parameter "{name}" as JSON')
            raise bad_request(text) from error
        refuse_surrogates(decoded)
        return decoded

    def _value(self, path: str, types: Sequence[str], value: object, *, nested: bool) -> object:
        objects = [kind for kind in types if kind in self._types or kind in self._subtypes]
        if objects:
            return self._object(path, objects, value)
        for kind in types:
            if kind.startswith("["):
                return self._array(path, kind[1:-1], value)
        for kind in types:
            read = simple(kind, value, nested=nested)
            if read is not None:
                return read
        raise WrongType(f"must be of type {' or '.join(types)}")

    def _array(self, path: str, kind: str, value: object) -> list[object]:
        if not isinstance(value, list):
            raise WrongType("must be of type Array")
        return [self._value(f"{path}[{index}]", (kind,), item, nested=True) for index, item in enumerate(value)]

    def _object(self, path: str, kinds: Sequence[str], value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            raise WrongType("must be of type Object")
        kind = self._kind(kinds, value)
        fields = self._types[kind]
        try:
            return self._object_fields(path, fields, value)
        except WrongType as error:
            context = CONTEXT.get(kinds[0]) or f"can't parse {kind}"
            raise bad_request(f"{context}: {error}") from error

    def _object_fields(self, path: str, fields: Fields, value: Mapping[str, object]) -> dict[str, object]:
        for name, field in fields.items():
            if field.required and value.get(name) is None:
                raise WrongType(f'Can\'t find field "{name}"')
        checked: dict[str, object] = {}
        for name, item in value.items():
            if name not in fields:
                raise bad_request(f'unknown parameter "{path}.{name}"')
            if item is not None:
                try:
                    checked[name] = self._value(f"{path}.{name}", fields[name].types, item, nested=True)
                except WrongType as error:
                    raise WrongType(f'Field "{name}" {error}') from error
        return checked

    def _kind(self, kinds: Sequence[str], value: Mapping[str, object]) -> str:
        """Find which of several types an object is: by its ``type``, or by the fields that only one of them needs."""
        if kinds[0] in self._subtypes:
            for subtype in self._subtypes[kinds[0]]:
                if _snake(subtype.removeprefix(kinds[0])) == value.get("type"):
                    return subtype
            raise bad_request(f"{CONTEXT[kinds[0]]}: Unsupported type specified")
        for kind in kinds:
            if all(name in value for name, field in self._types[kind].items() if field.required):
                return kind
        return kinds[0]


def _is_attached(name: str, raw: Mapping[str, object]) -> bool:
    """Tell whether this is a file that another parameter names: https://core.telegram.org/bots/api#sending-files."""
    return isinstance(raw[name], Upload) and any(f"attach://{name}" in str(value) for value in raw.values())


def _fields(described: Mapping[str, Mapping[str, object]]) -> Fields:
    fields: dict[str, Field] = {}
    for name, field in described.items():
        types = field["types"]
        if isinstance(types, list):
            fields[name] = Field(types=tuple(str(kind) for kind in types), required=field["required"] is True)
    return fields


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
