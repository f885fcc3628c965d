"""The committed schema has what the twin answers, and the script that makes it keeps what it should."""

from __future__ import annotations

from sandbox.telegram.distil import METHODS, distil
from sandbox.telegram.methods import table
from sandbox.telegram.people import Person
from sandbox.telegram.polling import Polling
from sandbox.telegram.schema import Schema
from sandbox.telegram.world import World


def test_the_committed_schema_describes_exactly_the_methods_that_are_answered() -> None:
    world = World(Person(id=1, first_name="Bot", is_bot=True))

    answered = set(table(Polling(world.queue, world.now)))

    assert answered == set(METHODS) == set(Schema.load().methods)


def test_distilling_keeps_names_types_and_what_is_required_of_every_type_in_reach() -> None:
    field = {"name": "one", "types": ["Array of Array of Thing", "String"], "required": True, "description": "long"}
    methods = {name: {"name": name, "fields": [field]} for name in METHODS}
    types = {
        "Thing": {"subtypes": ["ThingA"]},
        "ThingA": {"fields": [{"name": "n", "types": ["Integer"], "required": False, "description": "x"}]},
        "Unreached": {"fields": []},
    }

    distilled = distil({"version": "Bot API 1", "methods": methods, "types": types})

    assert distilled["methods"]["getMe"] == {"one": {"types": ["[[Thing]]", "String"], "required": True}}
    assert distilled["types"] == {"Thing": ["ThingA"], "ThingA": {"n": {"types": ["Integer"], "required": False}}}
