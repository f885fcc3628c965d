"""The keyring's file: made once, for one pair of eyes, whoever races for it."""

import errno
import logging
import multiprocessing
import os
import sys
import threading
from multiprocessing.queues import Queue
from pathlib import Path, PosixPath
from types import FrameType

import pytest

from bot import keys
from bot.keys import KeysUnavailable
from bot.secret import Secret
from bot.vault import new_key, read_keys


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_given_keys_are_used_and_no_file_is_made(tmp_path: Path) -> None:
    given = new_key()

    assert keys.keyring(given, tmp_path / "data") == read_keys(given)
    assert list(tmp_path.iterdir()) == []


def test_without_keys_a_file_is_made_that_only_its_owner_reads(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        ring = keys.keyring(None, tmp_path / "data")
    finally:
        os.umask(before)

    assert len(ring) == 1
    assert mode(tmp_path / "data") == 0o700
    assert mode(tmp_path / "data" / keys.FILE) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == [keys.FILE]


def test_the_file_is_used_again(tmp_path: Path) -> None:
    assert keys.keyring(None, tmp_path) == keys.keyring(None, tmp_path)
    assert keys.keyring(None, tmp_path) != keys.keyring(None, tmp_path / "other")


def test_a_file_with_several_keys_is_a_keyring(tmp_path: Path) -> None:
    one, two = new_key(), new_key()
    (tmp_path / keys.FILE).write_text(f"{one.reveal()}\n{two.reveal()}\n")

    assert keys.keyring(None, tmp_path) == (*read_keys(one), *read_keys(two))


def test_what_a_crash_left_unfinished_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / f"{keys.FILE}.{os.getpid()}").write_text("half a k")

    assert len(keys.keyring(None, tmp_path)) == 1


def _race(directory: Path, start: threading.Barrier, found: "Queue[bytes]") -> None:
    start.wait()
    (key,) = keys.keyring(None, directory)
    found.put(key.id)


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("fork")
    start, found = spawn.Barrier(6), spawn.Queue()
    racers = [spawn.Process(target=_race, args=(tmp_path / "data", start, found)) for _ in range(6)]
    for racer in racers:
        racer.start()

    ids = {found.get(timeout=30) for _ in racers}
    for racer in racers:
        racer.join(30)

    assert ids == {keys.keyring(None, tmp_path / "data")[0].id}
    assert [path.name for path in (tmp_path / "data").iterdir()] == [keys.FILE]


def test_threads_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    start, ids = threading.Barrier(6), set[bytes]()

    def race() -> None:
        start.wait()
        ids.add(keys.keyring(None, tmp_path)[0].id)

    racers = [threading.Thread(target=race) for _ in range(6)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(30)

    assert ids == {keys.keyring(None, tmp_path)[0].id}


@pytest.mark.parametrize("content", [b"", b"\n", b"5ecret5ecret", b"\xff\xfe5ecret", "5ecretключ".encode()])
def test_a_file_that_holds_no_key_is_said_to_be_so_and_not_overwritten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / keys.FILE).write_bytes(content)

    with pytest.raises(KeysUnavailable) as caught:
        keys.keyring(None, tmp_path)

    assert str(tmp_path / keys.FILE) in str(caught.value)
    assert "5ecret" not in str(caught.value)
    assert (tmp_path / keys.FILE).read_bytes() == content


def test_a_file_that_cannot_be_read_or_made_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / keys.FILE).mkdir()
    (tmp_path / "file").touch()

    with pytest.raises(KeysUnavailable, match="directory"):
        keys.keyring(None, tmp_path)
    with pytest.raises(KeysUnavailable, match=r"encryption\.key"):
        keys.keyring(None, tmp_path / "file" / "below")


def test_wrong_keys_that_were_given_are_not_quoted(tmp_path: Path) -> None:
    with pytest.raises(KeysUnavailable) as caught:
        keys.keyring(Secret("5ecret!"), tmp_path)

    assert "ENCRYPTION_KEYS: key 1" in str(caught.value)
    assert "keys new" in str(caught.value)
    assert "5ecret" not in str(caught.value)


def test_a_file_that_others_may_read_is_taken_from_them_with_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = keys.keyring(None, tmp_path)
    (tmp_path / keys.FILE).chmod(0o644)

    with caplog.at_level(logging.WARNING):
        again = keys.keyring(None, tmp_path)
        keys.keyring(None, tmp_path)

    assert again == first
    assert mode(tmp_path / keys.FILE) == 0o600
    assert [(record.levelname, str(tmp_path / keys.FILE) in record.getMessage()) for record in caplog.records] == [
        ("WARNING", True)
    ]


class OfSomebodyElse(PosixPath):
    """A path whose mode this process may not change."""

    def chmod(self, mode: int, *, follow_symlinks: bool = True) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_file_that_cannot_be_taken_from_others_is_refused(tmp_path: Path) -> None:
    keys.keyring(None, tmp_path)
    (tmp_path / keys.FILE).chmod(0o644)

    with pytest.raises(KeysUnavailable, match="others may read it"):
        keys.keyring(None, OfSomebodyElse(tmp_path))


def test_looking_at_the_keys_makes_none_and_changes_nothing(tmp_path: Path) -> None:
    assert keys.existing(None, tmp_path / "data") == ()
    assert list(tmp_path.iterdir()) == []

    made = keys.keyring(None, tmp_path)
    (tmp_path / keys.FILE).chmod(0o644)

    assert keys.existing(None, tmp_path) == made
    assert mode(tmp_path / keys.FILE) == 0o644


def test_a_new_key_and_its_name_are_on_the_disk_before_it_seals(tmp_path: Path) -> None:
    seen = []

    def look(_frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and called in (os.fsync, os.link):
            seen.append(getattr(called, "__name__", ""))

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        keys.keyring(None, tmp_path / "data")
    finally:
        sys.setprofile(before)

    assert seen == ["fsync", "link", "fsync", "fsync"]


def no_links(_old: Path, _new: Path) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_volume_without_links_gets_a_key_too(tmp_path: Path) -> None:
    made = keys.keyring(None, tmp_path, link=no_links)

    assert keys.keyring(None, tmp_path) == made
    assert mode(tmp_path / keys.FILE) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [keys.FILE]


def test_a_volume_without_links_keeps_the_key_that_was_first(tmp_path: Path) -> None:
    theirs = new_key()

    def late(old: Path, new: Path) -> None:
        (tmp_path / keys.FILE).write_text(theirs.reveal())
        (tmp_path / keys.FILE).chmod(0o600)
        no_links(old, new)

    assert keys.keyring(None, tmp_path, link=late) == read_keys(theirs)


def test_a_link_to_nowhere_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / keys.FILE).symlink_to(tmp_path / "nowhere")

    with pytest.raises(KeysUnavailable, match="link to nowhere"):
        keys.keyring(None, tmp_path)
