"""The floor plan: who may know whom. If this fails, move the code, not the wall."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# From the top floor down; a room imports from lower floors and from its own room only.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("bot.__main__",),
    ("bot.cli",),
    ("bot.check", "bot.rotation", "bot.backups"),
    ("bot.app",),
    ("bot.starting",),
    ("bot.oversight", "bot.systemd", "bot.watchdog", "bot.healthy"),
    ("bot.health", "bot.metrics", "bot.supervision"),
    ("bot.summaries", "bot.alarms", "bot.cards"),
    ("bot.pushed",),
    ("bot.telegram", "bot.pushes"),
    ("bot.dispatch",),
    ("bot.handlers",),
    ("bot.disconnecting",),
    ("bot.views",),
    ("bot.connecting", "bot.moving", "bot.questions", "bot.whereabouts"),
    ("bot.phrases",),
    ("bot.looking", "bot.watching"),
    ("bot.asking", "bot.listing"),
    ("bot.commands", "bot.problems", "bot.roster"),
    ("bot.speaking", "bot.pictures"),
    ("bot.bytesflows.client",),
    ("bot.bytesflows.connection",),
    ("bot.bytesflows.wire",),
    ("bot.bytesflows",),
    ("bot.listener",),
    ("bot.desk", "bot.resealing"),
    ("bot.keyring", "bot.keyfile"),
    ("bot.keysource",),
    ("bot.keyprogram",),
    ("bot.config", "bot.keys", "bot.logs"),
    ("bot.drawing", "bot.patience"),
    ("bot.sealed",),
    ("bot.i18n", "bot.vault", "bot.reply", "bot.credentials", "bot.history", "bot.noticing"),
    ("bot.thresholds", "bot.judging"),
    ("bot.alerts",),
    ("bot.forecast", "bot.spikes"),
    ("bot.consumption", "bot.ledger", "bot.scale", "bot.spreadsheet"),
    (
        "bot.accounts",
        "bot.traffic",
        "bot.secret",
        "bot.zones",
        "bot.places",
        "bot.pushes.schedule",
        "bot.tracing",
        "bot.observing",
    ),
    ("bot", "storage"),
)

# An outside library has its room, and is a stranger elsewhere.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "telegram": ("bot.telegram", "bot.pushed", "bot.app", "bot.starting", "bot.check"),
    "aiohttp": ("bot.telegram.transport", "bot.bytesflows.connection", "bot.listener"),
    "aiohttp_socks": ("bot.telegram.transport",),
    "httpx": ("bot.bytesflows.connection",),
    "tenacity": ("bot.bytesflows.connection",),
    "cryptography": ("bot.vault",),
    "sqlalchemy": ("storage",),
    "alembic": ("storage.migrations",),
    "asyncpg": ("storage.engines.listening",),
    "dotenv": ("bot.config",),
    "babel": ("bot.i18n",),
    "fluent": ("bot.i18n.messages",),
    "resvg_py": ("bot.pictures.raster",),
    "uvloop": ("bot.cli",),
    "prometheus_client": ("bot.metrics",),
}

Import = tuple[str, str, bool]


def modules(package: str) -> Iterator[tuple[str, Path]]:
    """Every module of a package with its file."""
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(package: str) -> Iterator[tuple[str, str]]:
    """Every import of a package: who, and whom, a `from x import y` as x.y."""
    for name, path in modules(package):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((name, f"{node.module}.{alias.name}") for alias in node.names)


def inside(name: str, room: str) -> bool:
    """Whether a module lives in a room."""
    return name == room or name.startswith(f"{room}.")


def floor(name: str) -> int:
    """The floor of the most precise room that a module or a name of it lives in."""
    rooms = [(room, number) for number, rooms in enumerate(FLOORS) for room in rooms if inside(name, room)]
    assert rooms, f"{name} has no room in the floor plan"
    return max(rooms, key=lambda found: len(found[0]))[1]


def test_no_room_knows_one_above_it() -> None:
    up = [
        f"{who} imports {whom}"
        for who, whom in imports("bot")
        if whom.split(".")[0] in ("bot", "storage") and floor(whom) < floor(who)
    ]

    assert up == []


def test_neighbours_are_strangers() -> None:
    """No handler imports a handler, no view a view, no repository a repository but through the shared files."""
    shared = (
        "storage.database",
        "storage.schema",
        "storage.life",
        "storage.migrations",
        "storage.engines",
        "storage.copying",
        "storage.backupfile",
        "storage",
    )
    together = [
        f"{who} imports {whom}"
        for package, room in (("bot", "bot.handlers"), ("bot", "bot.views"), ("storage", "storage"))
        for who, whom in imports(package)
        if inside(who, room) and inside(whom, room) and who != room and not whom.startswith(who)
        if not any(whom.startswith(f"{one}.") and whom.count(".") <= one.count(".") + 1 for one in shared[:7])
        if not inside(who, "storage.migrations") and not inside(who, "storage.engines")
    ]

    assert together == []


def test_storage_imports_nothing_of_ours() -> None:
    assert [
        f"{who} imports {whom}" for who, whom in imports("storage") if whom.split(".")[0] in ("bot", "sandbox")
    ] == []


def test_the_sandbox_knows_nothing_of_the_bot() -> None:
    assert [
        f"{who} imports {whom}" for who, whom in imports("sandbox") if whom.split(".")[0] in ("bot", "storage")
    ] == []


def test_only_the_demo_command_knows_the_sandbox() -> None:
    knowing = {who for who, whom in imports("bot") if whom.split(".")[0] == "sandbox"}

    assert knowing == {"bot.cli"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_stays_in_its_room(library: str) -> None:
    abroad = {
        who
        for package in ("bot", "storage")
        for who, whom in imports(package)
        if whom.split(".")[0] == library and not any(inside(who, room) for room in LIBRARIES[library])
    }

    assert abroad == set()


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        name
        for package in ("bot", "storage", "sandbox")
        for name, path in modules(package)
        if re.search(r"\bos\.environ|\bgetenv\b|import environ\b", path.read_text("utf-8"))
    }

    assert readers == {"bot.config"}


def test_every_reader_of_a_secret_is_known() -> None:
    readers = {name for name, path in modules("bot") if ".reveal()" in path.read_text("utf-8")}

    assert readers == {
        "bot.secret",  # compares two of them
        "bot.credentials",  # takes a token out of what was pasted
        "bot.questions",  # reads an answer that was asked for, after it was found to be no secret
        "bot.vault",  # seals, and reads keys
        "bot.bytesflows.connection",  # puts it into the Authorization header
        "bot.bytesflows.client",  # knows an account by a hash of it
        "bot.telegram.webhook",  # compares what Telegram shows
        "bot.telegram.delivery",  # tells Telegram what to show
        "bot.telegram.intake",  # reads an update that was sealed
        "bot.keys",  # writes a new key into its file
        "bot.logs",  # takes them out of log lines
        "bot.config",  # checks a bot token's form
        "bot.starting",  # hands the bot's token to the library
        "bot.check",  # the same
        "bot.cli",  # prints a new key when asked to
    }


def test_the_catch_all_exists_once() -> None:
    catching = [
        name
        for package in ("bot", "storage")
        for name, path in modules(package)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]

    assert catching == ["bot.telegram.answering"]


def test_the_floors_name_rooms_that_exist() -> None:
    names = {name for package in ("bot", "storage") for name, _ in modules(package)}

    assert {room for rooms in FLOORS for room in rooms} <= names
    assert all(upper != lower for upper, lower in pairwise(FLOORS))
