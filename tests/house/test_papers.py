"""The papers say what is so: README, .env.example, locks, the package and the settings agree."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bot.config import Settings
from bot.handlers import COMMANDS
from bot.i18n import languages

ROOT = Path(__file__).parents[2]
SETTINGS = [field.name.upper() for field in fields(Settings)]


@pytest.mark.parametrize("paper", ["README.md", ".env.example"])
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_written_down(paper: str, setting: str) -> None:
    assert re.search(rf"\b{setting}\b", (ROOT / paper).read_text("utf-8"))


@pytest.mark.parametrize("setting", ["TELEGRAM_BOT_TOKEN_FILE", "ENCRYPTION_KEYS_FILE", "WEBHOOK_SECRET_FILE"])
def test_secrets_in_files_are_written_down(setting: str) -> None:
    assert setting in (ROOT / "README.md").read_text("utf-8")
    assert setting in (ROOT / ".env.example").read_text("utf-8")


def test_the_readme_names_no_setting_that_does_not_exist() -> None:
    table = re.findall(r"^\| `([A-Z_]+)`", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)

    assert set(table) == set(SETTINGS)


@pytest.mark.parametrize("row", [row.name for row in COMMANDS if row.group])
def test_every_command_is_in_the_readme(row: str) -> None:
    assert f"`/{row}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"])
def test_locks_pin_with_hashes_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==\S+", text, re.MULTILINE)

    assert "://" not in text
    assert "index-url" not in text
    assert len(pinned) > 1
    assert text.count("--hash=sha256:") >= len(pinned)


def test_every_dependency_has_its_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)
    groups = project["dependency-groups"].values()
    names = [*project["project"]["dependencies"], *(one for group in groups for one in group if isinstance(one, str))]
    bare = [name for name in names if not re.search(rf'"{re.escape(name)}",\s+# \S', text)]

    assert bare == []


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))

    assert {"setup", "demo", "run", "test", "lint", "format", "lock", "bench"} <= targets
    assert named <= targets


def test_the_readme_names_every_language() -> None:
    text = (ROOT / "README.md").read_text("utf-8")

    assert all(f"locales/{code}.ftl" in text for code in languages().codes)


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_a_paper_shows_or_links_is_there(paper: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / paper).read_text("utf-8"))

    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_room_of_the_picture_is_there() -> None:
    picture = (
        (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## The rooms")[2].partition("Imports point down")[0]
    )
    files = re.findall(r"\b([a-z_]+\.py)\b", picture)

    assert len(files) > 25
    assert [name for name in files if not list(ROOT.glob(f"bot/**/{name}")) + list(ROOT.glob(f"storage/{name}"))] == []
