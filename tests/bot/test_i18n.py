"""Numbers, dates and names in the reader's language; what is inserted can neither break nor disguise a message."""

import html
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import (
    LONGEST_TEXT,
    Day,
    Languages,
    Moment,
    Money,
    Names,
    Share,
    Size,
    Span,
    Value,
    Words,
    languages,
)
from sandbox.telegram.html import parse

KB, MB, GB, TB, PB = (1024**power for power in range(1, 6))

SIZES = "\n".join(f"size-{unit} = {{ $amount }} {unit.upper()}" for unit in ("b", "kb", "mb", "gb", "tb", "pb"))
ENGLISH = f"""
{SIZES}
shown = {"{ $value }"}
bold = <b>{"{ $value }"}</b>
only-english = Only here: {"{ $value }"}
days = {"{ $days ->"}
    [one] {"{ $days }"} day
   *[other] {"{ $days }"} days
 {"}"}
"""
RUSSIAN = ENGLISH.replace("only-english", "another").replace("GB", "ГБ").replace("MB", "МБ")
BROKEN = f"{SIZES}\nshown = {{ $wrong }}\nbold = {{ $value"
TEXTS = Languages(
    {"en": ENGLISH, "ru": RUSSIAN, "ar": ENGLISH, "pt-BR": ENGLISH, "de": BROKEN, "tr": SIZES, "zh": ENGLISH}
)


def words(language: str = "en") -> Words:
    return TEXTS.best((language,))


def shown(value: Value, language: str = "en") -> str:
    """What stands in a message for a value."""
    return words(language)("shown", value=value)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (1, "1 B"),
        (1023, "1,023 B"),
        (KB, "1 KB"),
        (KB + 1, "1 KB"),
        (KB + 6, "1.01 KB"),
        (Decimal(KB) * Decimal("1.005"), "1.01 KB"),
        (1536, "1.5 KB"),
        (1023 * KB, "1,023 KB"),
        (MB - 1, "1 MB"),
        (MB - 6, "1,023.99 KB"),
        (GB - 1, "1 GB"),
        (round(Decimal("1023.99") * MB), "1,023.99 MB"),
        (round(Decimal("1023.999") * MB), "1 GB"),
        (188978561024, "176 GB"),
        (34045952, "32.47 MB"),
        (round(1.5 * GB), "1.5 GB"),
        (10 * GB, "10 GB"),
        (100 * GB, "100 GB"),
        (TB, "1 TB"),
        (PB, "1 PB"),
        (1024 * PB, "1,024 PB"),
        (2**63 - 1, "8,192 PB"),
        (Decimal("0.4"), "0.4 B"),
        (Decimal("0.001"), "0 B"),
        (Decimal(GB) / 3, "341.33 MB"),
    ],
)
def test_a_size_is_shown_between_1_and_1024_of_its_unit(size: int | Decimal, text: str) -> None:
    assert shown(Size(size)) == text


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_no_size_is_shown_as_1024_of_a_unit_that_has_a_greater_one(size: int) -> None:
    number, unit = shown(Size(size)).split(" ")

    assert unit == "PB" or float(number.replace(",", "")) < 1024
    assert unit == "B" or float(number.replace(",", "")) >= 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Size(34045952), "32,47 МБ"),
        (Size(188978561024), "176 ГБ"),
        (Money(Decimal("1234.5"), "USD"), "1\u00a0234,50\u00a0$"),
        (Share(Decimal("0.305")), "30,5\u00a0%"),
        (Day(datetime(2026, 3, 21, tzinfo=UTC)), "21 мар. 2026\u202fг."),
        (Span(timedelta(days=21)), "21 день"),
        (Span(timedelta(days=5)), "5 дней"),
        (Names(("a", "b", "c")), "a, b и c"),
    ],
)
def test_every_value_is_shown_as_the_readers_language_writes_it(value: Value, text: str) -> None:
    assert shown(value, "ru") == text


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("0.00", "USD", "$0.00"),
        ("12.5", "CNY", "CN¥12.50"),
        ("12.5", "usd", "$12.50"),
        ("-3.25", "USD", "-$3.25"),
        ("1234567.891", "EUR", "€1,234,567.89"),
        ("5", "JPY", "¥5"),
        ("5", "ZZZ", "ZZZ5.00"),
        ("5", "", "5.00"),
        ("1234.5", "credits", "1,234.50 credits"),
        ("5", "<b>", "5.00 &lt;b&gt;"),
        ("5", "очень длинная", "5.00 очень дл"),
        ("5", "\u202e\u2066\n", "5.00"),
        ("9" * 20, "USD", "$99,999,999,999,999,999,999.00"),
    ],
)
def test_money_is_shown_in_its_currency_or_beside_what_the_vendor_calls_it(
    amount: str, currency: str, text: str
) -> None:
    assert shown(Money(Decimal(amount), currency)).replace("\u00a0", "") == text.replace("\u00a0", "")


def test_yuan_are_yuan_where_they_are_at_home() -> None:
    assert shown(Money(Decimal("12.5"), "CNY"), "zh") == "¥12.50"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0", "0%"),
        ("1E-9", "&lt;0.1%"),
        ("0.0009", "&lt;0.1%"),
        ("0.001", "0.1%"),
        ("0.0015", "0.2%"),
        ("0.305", "30.5%"),
        ("0.5", "50%"),
        ("0.999", "99.9%"),
        ("0.9991", "&gt;99.9%"),
        ("0.999999999", "&gt;99.9%"),
        ("1", "100%"),
    ],
)
def test_a_share_claims_neither_nothing_nor_all_of_what_only_rounds_to_it(share: str, text: str) -> None:
    assert shown(Share(Decimal(share))) == text


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(), "1 minute"),
        (timedelta(seconds=59), "1 minute"),
        (timedelta(minutes=59, seconds=59), "59 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=47, minutes=59), "47 hours"),
        (timedelta(hours=48), "2 days"),
        (timedelta(days=2, hours=23), "2 days"),
        (timedelta(days=3650), "3650 days"),
        (timedelta(seconds=-5), "1 minute"),
    ],
)
def test_a_span_is_told_in_whole_days_from_two_days_on(length: timedelta, text: str) -> None:
    assert shown(Span(length)) == text


def test_a_day_is_that_of_the_zone_it_carries() -> None:
    late = datetime(2026, 3, 20, 20, tzinfo=UTC)

    assert shown(Day(late)) == "Mar 20, 2026"
    assert shown(Day(late.astimezone(ZoneInfo("Asia/Shanghai")))) == "Mar 21, 2026"


def test_a_moment_is_left_to_telegram_with_its_utc_time_beside() -> None:
    markup = shown(Moment(datetime(2026, 3, 20, 20, 5, 9, tzinfo=UTC)))

    text, entities = parse(markup)
    assert text == "Mar 20, 2026 20:05 UTC"
    assert [(one.type, one.unix_time, one.date_time_format) for one in entities] == [("date_time", 1774037109, "r")]


def test_whole_numbers_choose_the_plural() -> None:
    assert [words()("days", days=number) for number in (1, 2, 0)] == ["1 day", "2 days", "0 days"]


@pytest.mark.parametrize(
    "hostile", ["<b>bold</b>", "</b>", "&lt;", "<a href='tg://user?id=1'>x</a>", "a & b", "<", "{ $x }"]
)
def test_no_value_becomes_markup(hostile: str) -> None:
    for value in (hostile, Names((hostile, "x"))):
        text, entities = parse(words()("bold", value=value))
        assert hostile in text
        assert [one.type for one in entities] == ["bold"]


@given(st.text() | st.text(alphabet="<>&;\"'/ab\u202e\u2066\u2069\u05d0\ud800\n"))
def test_whatever_is_inserted_telegram_can_read_the_message(text: str) -> None:
    for language in ("en", "ar"):
        plain, entities = parse(words(language)("bold", value=text))
        assert len(plain) <= LONGEST_TEXT + 2
        assert len(entities) == (1 if plain.strip() else len(entities))


@pytest.mark.parametrize(
    "control",
    [
        "\u200e",
        "\u200f",
        "\u061c",
        "\u202a",
        "\u202b",
        "\u202c",
        "\u202d",
        "\u202e",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
    ],
)
def test_what_turns_the_direction_of_text_is_dropped(control: str) -> None:
    assert shown(f"a{control}b{control}") == "ab"
    assert control not in shown(f"א{control}")[1:-1]


@pytest.mark.parametrize(
    "unseen", ["\n", "\r", "\t", "\0", "\x7f", "\x85", "\u200b", "\u2028", "\u2060", "\ufeff", "\ud800"]
)
def test_what_cannot_be_seen_is_dropped(unseen: str) -> None:
    assert shown(f"a{unseen}b") == "ab"


def test_a_long_text_is_cut() -> None:
    assert shown("x" * LONGEST_TEXT) == "x" * LONGEST_TEXT
    assert shown("x" * (LONGEST_TEXT + 1)) == "x" * (LONGEST_TEXT - 1) + "…"
    assert html.unescape(shown("&" * 1000)) == "&" * (LONGEST_TEXT - 1) + "…"


def test_every_insertion_stands_apart_in_a_language_written_from_right_to_left() -> None:
    for value in ("team", Size(GB), Share(Decimal("0.5")), Money(Decimal(1), "USD"), Span(timedelta(days=5))):
        inserted = shown(value, "ar")
        assert inserted.startswith("\u2068")
        assert inserted.endswith("\u2069")
        assert inserted.count("\u2068") == inserted.count("\u2069")
    assert shown(Names(("a", "b")), "ar").count("\u2068") == 2
    assert shown(5, "ar") == "5"


def test_a_name_from_right_to_left_stands_apart_in_any_language() -> None:
    assert shown("צוות") == "\u2068צוות\u2069"
    assert shown("فريق 1") == "\u2068فريق 1\u2069"
    assert shown("team") == "team"


def test_a_message_that_is_missing_is_said_in_english() -> None:
    assert words("ru")("only-english", value="x") == "Only here: x"
    assert words("tr")("shown", value=Size(1536)) == "1.5 KB"


def test_a_message_that_is_broken_is_said_in_english() -> None:
    assert words("de")("shown", value="x") == "x"
    assert words("de")("bold", value="x") == "<b>x</b>"


def test_a_message_nobody_wrote_and_a_value_nobody_gave_are_bugs() -> None:
    for language in ("en", "ru"):
        with pytest.raises(LookupError):
            words(language)("never-written")
        with pytest.raises(LookupError):
            words(language)("shown")


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (("zh-hans",), "zh"),
        (("zh_CN",), "zh"),
        (("zh-Hant-TW",), "zh"),
        (("ZH",), "zh"),
        (("pt-br",), "pt-BR"),
        (("pt_BR",), "pt-BR"),
        (("pt",), "en"),
        (("ru-RU",), "ru"),
        (("rus",), "en"),
        (("tlh",), "en"),
        ((None,), "en"),
        (("",), "en"),
        (("-",), "en"),
        ((), "en"),
        ((None, "ru"), "ru"),
        (("tlh", "", "ar"), "ar"),
        (("ru", "ar"), "ru"),
        (("en-GB", "ru"), "en"),
    ],
)
def test_the_first_language_wanted_that_exists_is_spoken(wanted: tuple[str | None, ...], language: str) -> None:
    assert TEXTS.best(wanted).language == language


@given(st.lists(st.none() | st.text(), max_size=3))
def test_any_wish_is_answered_in_some_language(wanted: list[str | None]) -> None:
    assert TEXTS.best(wanted).language in TEXTS.codes


def test_languages_are_told_english_first() -> None:
    assert TEXTS.codes == ("en", "ar", "de", "pt-BR", "ru", "tr", "zh")


def test_the_files_are_the_languages_and_are_read_once() -> None:
    assert {"en", "zh"} <= set(languages().codes)
    assert languages() is languages()
