"""Every language says everything English says, with the same values and tags; nothing is said twice or to nobody."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

import bot
from bot.i18n import SOURCE, languages
from sandbox.telegram.html import parse
from tests.bot import locale_rules
from tests.bot.locale_rules import RULES, TAG, parts
from tests.bot.locale_rules import messages as written

FILES = {
    Path(file.name).stem: file.read_text("utf-8")
    for file in resources.files("locales").iterdir()
    if file.name.endswith(".ftl")
}
CODES = sorted(FILES)
Rule = Callable[[str, str], Iterator[str]]
ALLOWED = {"<b>", "</b>", "<i>", "</i>", "<code>", "</code>"}


def messages(code: str) -> dict[str, ftl.Message]:
    return written(FILES[code])


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


@pytest.mark.parametrize("code", [code for code in CODES if code != SOURCE])
def test_a_language_speaks_for_itself(code: str) -> None:
    for name, message in messages(code).items():
        english = parts(messages(SOURCE)[name]).text
        assert parts(message).text != english or not re.search(r"[a-z]{3,}", TAG.sub("", english)), name


@pytest.mark.parametrize("code", CODES)
def test_a_language_that_has_plurals_chooses_where_english_does(code: str) -> None:
    if Locale.parse(code, sep="-").plural_form.tags:
        for name, message in messages(code).items():
            assert parts(message).counted.keys() >= parts(messages(SOURCE)[name]).counted.keys(), name


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("rule", RULES)
def test_a_locale_keeps_to_every_rule(rule: Rule, code: str) -> None:
    assert list(rule(code, FILES[code])) == []


COUNTED = "said = { $n ->\n %s\n *[other] x\n }"


@pytest.mark.parametrize(
    ("rule", "code", "source"),
    [
        (locale_rules.plurals, "en", COUNTED % "[few] y"),
        (locale_rules.plurals, "ru", COUNTED % "[one] y"),
        (locale_rules.plurals, "ar", COUNTED % "[zero] y\n [one] y\n [two] y\n [few] y"),
        (locale_rules.plurals, "fr", COUNTED % "[one] y"),
        (locale_rules.plurals, "id", COUNTED % "[one] y"),
        (locale_rules.plurals, "de", COUNTED % "[one] y\n [one] z"),
        (locale_rules.lengths, "en", f"said = {'x' * 2000}{{ $name }}{'x' * 2033}"),
        (locale_rules.lengths, "en", f"said = {'x' * 2000}{{ $names }}{'x' * 1850}"),
        (locale_rules.lengths, "en", f"said = {'x' * 2100}{{ $n ->\n [one] {'x' * 2000}\n *[other] x\n }}"),
        (locale_rules.lengths, "en", "notice-said = " + "👍" * 101),
        (locale_rules.lengths, "en", "about-said = " + "x" * 257),
        (locale_rules.lengths, "en", "bot-description = " + "x" * 513),
        (locale_rules.lengths, "en", "bot-short-description = " + "x" * 121),
        (locale_rules.lengths, "en", "button-said = " + "x" * 37 + "{ $name }"),
        (locale_rules.lengths, "en", "about-said = <b></b>"),
        (locale_rules.typography, "en", "said = Wait..."),
        (locale_rules.typography, "en", 'said = "Quoted"'),
        (locale_rules.typography, "en", 'said = Yes{ " " }'),
        (locale_rules.typography, "en", 'said =\n    One{ " " }\n    two'),
        (locale_rules.typography, "en", "said = One  two"),
        (locale_rules.direction, "fa", "said = \u200fالف"),
        (locale_rules.direction, "ar", "said = \u2068{ $name }\u2069"),
        (locale_rules.digits, "fa", "said = تا 10 روز"),
        (locale_rules.digits, "en", "said = { NUMBER($n) }"),
        (locale_rules.markup, "en", "notice-said = <b>No</b>"),
        (locale_rules.markup, "en", "button-said = <i>No</i>"),
    ],
)
def test_a_rule_sees_what_breaks_it(rule: Rule, code: str, source: str) -> None:
    assert list(rule(code, source))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("ru", COUNTED % "[0] y\n [one] y\n [few] y\n [many] y"),
        ("zh", COUNTED % "[1] y"),
        ("zh", "said = { $n }"),
        ("pt", COUNTED % "[one] y\n [many] y"),
        ("fa", COUNTED % "[one] y"),
        ("fa", "said = می\u200cشود: ۱۰ روز، /records order { $n }، <code>/daily 09:00</code>"),
        ("en", "button-said = " + "x" * 36 + "{ $name }"),
        ("en", "notice-said = " + "👍" * 100),
        ("en", "said = { $kind ->\n [order] y\n *[sign] z\n }"),
    ],
)
def test_a_rule_lets_pass_what_keeps_to_it(rule: Rule, code: str, source: str) -> None:
    assert list(rule(code, source)) == []


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
