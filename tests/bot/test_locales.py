"""Every language says everything English says, with the same values and tags; nothing is said twice or to nobody."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
from bot.i18n import SOURCE, languages
from sandbox.telegram.html import parse

FILES = {
    Path(file.name).stem: file.read_text("utf-8")
    for file in resources.files("locales").iterdir()
    if file.name.endswith(".ftl")
}
CODES = sorted(FILES)
TAG = re.compile(r"</?[a-z-]+[^>]*>")
ALLOWED = {"<b>", "</b>", "<i>", "</i>", "<code>", "</code>"}


class Parts(Visitor):
    """What a message is made of: its variables, its tags, whether it chooses."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.tags: Counter[str] = Counter()
        self.chooses = False

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the library's
        self.variables.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802  # the library's
        self.tags.update(TAG.findall(node.value))

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802  # the library's
        self.chooses = True
        self.generic_visit(node)


def messages(code: str) -> dict[str, ftl.Message]:
    entries = FluentParser().parse(FILES[code]).body
    return {entry.id.name: entry for entry in entries if isinstance(entry, ftl.Message)}


def parts(message: ftl.Message) -> Parts:
    found = Parts()
    found.visit(message)
    return found


@pytest.mark.parametrize("code", CODES)
def test_a_locale_holds_messages_and_comments_only_each_message_once(code: str) -> None:
    entries = FluentParser().parse(FILES[code]).body

    assert [entry for entry in entries if isinstance(entry, ftl.Junk | ftl.Term)] == []
    names = Counter(entry.id.name for entry in entries if isinstance(entry, ftl.Message))
    assert [name for name, times in names.items() if times > 1] == []
    assert all(message.value is not None and not message.attributes for message in messages(code).values())


@pytest.mark.parametrize("code", CODES)
def test_a_locale_has_exactly_the_english_messages_in_their_order(code: str) -> None:
    assert list(messages(code)) == list(messages(SOURCE))


@pytest.mark.parametrize("code", CODES)
def test_a_message_has_the_variables_and_tags_of_the_english_one(code: str) -> None:
    english = messages(SOURCE)
    for name, message in messages(code).items():
        ours, theirs = parts(message), parts(english[name])
        assert ours.variables == theirs.variables, name
        if ours.chooses or theirs.chooses:
            assert set(ours.tags) == set(theirs.tags), name
        else:
            assert ours.tags == theirs.tags, name


@pytest.mark.parametrize("code", CODES)
def test_the_tags_of_a_message_are_simple_ones_and_telegram_can_read_it(code: str) -> None:
    words = languages().best((code,))
    assert words.language == code
    for name, message in messages(code).items():
        found = parts(message)
        assert set(found.tags) <= ALLOWED, name
        for number in (0, 1, 2, 3, 5, 11, 21, 1_000_000):
            text, _ = parse(words(name, **dict.fromkeys(found.variables, number)))
            assert text.strip(), name
            assert "{" not in text, name


@pytest.mark.parametrize("code", CODES)
def test_a_language_speaks_for_itself(code: str) -> None:
    # Given a value in the place of every variable; when the language lacked a plural, English would be heard.
    words = languages().best((code,))
    for name, message in messages(code).items():
        values = dict.fromkeys(parts(message).variables, 7)
        if code != SOURCE and re.search(r"[a-z]{3,}", TAG.sub("", languages().best((SOURCE,))(name, **values))):
            assert words(name, **values) != languages().best((SOURCE,))(name, **values), name


def constants() -> Iterator[tuple[Path, re.Pattern[str], bool]]:
    """Every text in the code of the bot as a pattern in which insertions may be anything; and whether it has none."""
    for path in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, re.compile(re.escape(node.value)), True
            elif isinstance(node, ast.JoinedStr):
                parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*" for p in node.values)
                yield path, re.compile("".join(parts)), False


def spoken() -> Iterator[tuple[Path, re.Pattern[str]]]:
    """What is handed to `words(…)` as a message: its name, or a pattern of names."""
    for path in sorted(Path(bot.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name != "words":
                continue
            for choice in ast.walk(node.args[0]):
                if isinstance(choice, ast.Constant) and isinstance(choice.value, str) and "-" in choice.value[1:-1]:
                    yield path, re.compile(re.escape(choice.value))
                elif isinstance(choice, ast.JoinedStr):
                    parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in choice.values)
                    yield path, re.compile("".join(parts))


def test_every_message_that_is_spoken_exists() -> None:
    names = messages(SOURCE)
    heard = list(spoken())

    assert len(heard) > 60
    for path, pattern in heard:
        tail = pattern.pattern.startswith("-") or pattern.pattern.startswith(r"\-")
        assert tail or any(pattern.fullmatch(name) for name in names), f"{path.name}: {pattern.pattern}"


def test_no_message_is_written_for_nobody() -> None:
    patterns = list(constants())
    fixed = {pattern.pattern for _, pattern, whole in patterns if whole}
    # A pattern that is all insertion, or nothing but one letter, would make everything look used.
    open_ones = [
        pattern
        for _, pattern, whole in patterns
        if not whole and re.search(r"[a-z]{2,}\\?-|-\\?[a-z]{2,}", pattern.pattern)
    ]

    unused = [
        name
        for name in messages(SOURCE)
        if re.escape(name) not in fixed and not any(pattern.fullmatch(name) for pattern in open_ones)
    ]

    assert unused == []
