"""What Telegram would refuse is refused when it is made."""

import pytest

from bot.commands import Command, Person
from bot.reply import LARGEST_FILE, LONGEST_DATA, Button, File
from bot.secret import Secret


def test_a_button_carries_up_to_64_bytes() -> None:
    assert Button(label="x", command="/" + "a" * 63).command
    assert Button(label="x", command="/" + "ж" * 31).command


@pytest.mark.parametrize("command", ["", "/" + "a" * 64, "/" + "ж" * 32, "/" + "💰" * 16])
def test_a_button_that_carries_more_or_nothing_cannot_be_made(command: str) -> None:
    with pytest.raises(ValueError, match="1 to 64 bytes"):
        Button(label="x", command=command)


def test_a_file_is_as_large_as_telegram_takes_it() -> None:
    assert File(name="a.csv", content=bytes(LARGEST_FILE)).content


@pytest.mark.parametrize(("name", "size"), [("", 1), ("a.csv", 0), ("a.csv", LARGEST_FILE + 1)])
def test_a_file_without_a_name_empty_or_too_large_cannot_be_made(name: str, size: int) -> None:
    with pytest.raises(ValueError, match="1 to 52428800 bytes"):
        File(name=name, content=bytes(size))


def asked(*arguments: str) -> Command:
    return Command(
        chat_id=1,
        chat_kind="private",
        person=Person(person_id=5, language="en"),
        name="records",
        arguments=arguments,
        secret=Secret("tok_5ecret0123456789"),
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), "/records"),
        (("order", "2"), "/records order 2"),
        (("ж" * 30,), "/records"),
        (("a" * 55,), "/records " + "a" * 55),
    ],
)
def test_a_command_can_be_typed_again_by_a_button(arguments: tuple[str, ...], line: str) -> None:
    assert asked(*arguments).line == line
    assert len(line.encode()) <= LONGEST_DATA


def test_a_command_prints_without_what_was_said() -> None:
    shown = repr(asked("5ecret"))

    assert "5ecret" not in shown
    assert "records" in shown
