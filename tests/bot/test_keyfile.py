"""The generated key file rewritten: whole or not at all, for one pair of eyes, by one command at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import keyfile, keys
from bot.keys import KeysUnavailable
from bot.secret import Secret
from bot.vault import Key, new_key, read_keys

ONE, TWO = Key(bytes(range(32))), Key(bytes(range(1, 33)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    keyfile.replace(tmp_path / keys.FILE, (ONE, TWO))
    return tmp_path / keys.FILE


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_keys_that_it_is_given_are_the_keyring_and_nobody_else_reads_them(path: Path) -> None:
    keyfile.replace(path, (TWO, ONE))

    assert keys.existing(None, path.parent) == (TWO, ONE)
    assert mode(path) == 0o600
    assert [one.name for one in path.parent.iterdir()] == [keys.FILE]


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / keys.FILE
    link.symlink_to(path)

    keyfile.replace(link, (TWO,))

    assert link.is_symlink()
    assert keys.existing(None, path.parent) == (TWO,)


def test_a_retired_key_is_kept_beside_with_those_before_it(path: Path) -> None:
    three = read_keys(new_key())[0]
    keyfile.replace(path, (ONE, TWO, three))

    keyfile.retire(path, TWO)
    retired = keyfile.retire(path, three)

    assert keys.existing(None, path.parent) == (ONE,)
    assert [read_keys_of(retired), mode(retired)] == [(TWO, three), 0o600]


def read_keys_of(path: Path) -> tuple[Key, ...]:
    return keys.read(Secret(path.read_text()), "test")


def test_where_it_cannot_be_kept_no_key_is_taken_out(path: Path) -> None:
    path.with_name(f"{keys.FILE}.retired").write_text("not a key")

    with pytest.raises(KeysUnavailable, match="retired"):
        keyfile.retire(path, TWO)

    assert keys.existing(None, path.parent) == (ONE, TWO)


def test_a_file_that_cannot_be_replaced_is_as_it_was(path: Path) -> None:
    before = path.read_text()
    path.with_name("directory").mkdir()
    (path.with_name("directory") / "full").touch()

    with pytest.raises(KeysUnavailable, match="it is as it was"):
        keyfile.replace(path.with_name("directory"), (TWO,))

    assert path.read_text() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["directory", keys.FILE]


def test_one_command_at_a_time_holds_it(path: Path) -> None:
    with keyfile.held(path), pytest.raises(KeysUnavailable, match="another command"), keyfile.held(path):
        pass
    with keyfile.held(path):
        pass
    with pytest.raises(KeysUnavailable, match="Not a directory"), keyfile.held(path / "nowhere" / "file"):
        pass
