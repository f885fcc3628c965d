"""Numbers, dates and names in the reader's language; what is inserted can neither break nor disguise a message."""

import html
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import (
    LONGEST_TEXT,
    City,
    Day,
    Languages,
    Moment,
    Money,
    Names,
    Share,
    ShortDay,
    Size,
    Span,
    TimeOfDay,
    Value,
    Words,
    languages,
)
from bot.zones import offered
from sandbox.telegram.entities import find_commands
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
COMING = ("en", "zh", "ru", "es", "pt", "fr", "de", "tr", "id", "vi", "ar", "fa")
TWELVE = Languages(dict.fromkeys(COMING, ENGLISH))
LATE = datetime(2026, 3, 20, 20, 5, 9, tzinfo=UTC)
TOKYO = ZoneInfo("Asia/Tokyo")


def words(language: str = "en") -> Words:
    return TEXTS.best((language,))


def shown(value: Value, language: str = "en") -> str:
    """What stands in a message for a value."""
    return words(language)("shown", value=value)


def written(value: Value, language: str) -> str:
    """What a value is in one of the twelve languages, without what sets it apart."""
    text, _ = parse(TWELVE.best((language,))("shown", value=value))
    return text.replace("\u2068", "").replace("\u2069", "")


def apart(text: str) -> str:
    return f"\u2068{text}\u2069"


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
    assert shown(Day(LATE)) == "Mar 20, 2026"
    assert shown(Day(LATE.astimezone(TOKYO))) == "Mar 21, 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mar 2"),
        ("zh", "3月2日"),
        ("ru", "2 мар."),
        ("es", "2 mar"),
        ("pt", "2 de mar."),
        ("fr", "2 mars"),
        ("de", "2. März"),
        ("tr", "2 Mar"),
        ("id", "2 Mar"),
        ("vi", "2 thg 3"),
        ("ar", "2 مارس"),
        ("fa", "۲ مارس"),
    ],
)
def test_a_short_day_has_no_year(language: str, text: str) -> None:
    assert written(ShortDay(date(2026, 3, 2)), language) == text


@pytest.mark.parametrize(("language", "opens", "closes"), [("en", "", ""), ("ar", "\u2068", "\u2069")])
def test_what_stands_alone_is_set_apart_as_a_whole_where_it_runs_from_the_right(
    language: str, opens: str, closes: str
) -> None:
    said = words(language).alone("only-english", value="a < b")

    assert said == f"{opens}Only here: {opens}a &lt; b{closes}{closes}"
    assert words(language).from_right == bool(opens)


def test_a_moment_is_left_to_telegram_with_its_utc_time_beside() -> None:
    markup = shown(Moment(LATE))

    text, entities = parse(markup)
    assert text == "Mar 20, 2026 20:05 UTC"
    assert [(one.type, one.unix_time, one.date_time_format) for one in entities] == [("date_time", 1774037109, "r")]


def test_a_moment_that_carries_a_zone_is_told_with_its_distance_from_utc() -> None:
    kolkata = LATE.astimezone(ZoneInfo("Asia/Kolkata"))

    assert parse(shown(Moment(kolkata)))[0] == "Mar 21, 2026 01:35 UTC+05:30"
    assert parse(shown(Moment(LATE.astimezone(timezone(timedelta(hours=-3))))))[0] == "Mar 20, 2026 17:05 UTC-03:00"


def test_days_and_moments_are_told_by_the_clock_of_the_zone_that_was_chosen() -> None:
    local = words().at(TOKYO)

    assert local("shown", value=Day(LATE)) == "Mar 21, 2026"
    text, entities = parse(local("shown", value=Moment(LATE.astimezone(ZoneInfo("America/Lima")))))
    assert text == "Mar 21, 2026 05:05 UTC+09:00"
    assert entities[0].unix_time == 1774037109
    assert shown(Day(LATE)) == "Mar 20, 2026"


def test_daylight_saving_is_that_of_the_day_shown() -> None:
    berlin = words().at(ZoneInfo("Europe/Berlin"))
    texts = [parse(berlin("shown", value=Moment(datetime(2026, month, 1, 12, tzinfo=UTC))))[0] for month in (1, 7)]

    assert texts == ["Jan 1, 2026 13:00 UTC+01:00", "Jul 1, 2026 14:00 UTC+02:00"]


def test_what_is_said_in_english_for_want_of_a_message_keeps_to_the_zone() -> None:
    local = words("ru").at(TOKYO)

    assert local.language == "ru"
    assert local("only-english", value=Day(LATE)) == "Only here: Mar 21, 2026"


@pytest.mark.parametrize("end", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
@pytest.mark.parametrize("hours", [-12, 12])
def test_the_ends_of_time_can_be_shown_in_any_zone(end: datetime, hours: int) -> None:
    local = words().at(timezone(timedelta(hours=hours)))

    assert re.search("Jan 1, 1|Dec 31, 9999", local("shown", value=Day(end)))


def test_whole_numbers_choose_the_plural() -> None:
    assert [words()("days", days=number) for number in (1, 2, 0)] == ["1 day", "2 days", "0 days"]


PLURALS = """
days = { $days ->
    [0] never
    [zero] zero { $days }
    [one] one { $days }
    [two] two { $days }
    [few] few { $days }
    [many] many { $days }
   *[other] other { $days }
 }
"""


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        ("en", 0, "never"),
        ("ru", 0, "never"),
        ("ru", 1, "one 1"),
        ("ru", 3, "few 3"),
        ("ru", 11, "many 11"),
        ("ru", 1021, "one 1\u00a0021"),
        ("fr", 1_000_000, "many 1\u202f000\u202f000"),
        ("id", 1, "other 1"),
        ("ar", 2, f"two {apart('2')}"),
        ("ar", 1003, f"few {apart('1,003')}"),
        ("ar", 11, f"many {apart('11')}"),
        ("ar", 100, f"other {apart('100')}"),
        ("fa", 1, f"one {apart('۱')}"),
        ("fa", 1234567, f"other {apart('۱٬۲۳۴٬۵۶۷')}"),
    ],
)
def test_a_whole_number_chooses_the_plural_and_is_written_in_the_languages_digits(
    language: str, number: int, text: str
) -> None:
    assert Languages({"en": PLURALS, language: PLURALS}).best((language,))("days", days=number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567, "۱٬۲۳۴٬۵۶۷"),
        (-5, "\u200e−۵"),
        (Size(34045952), "۳۲٫۴۷ MB"),
        (Size(1023 * KB), "۱٬۰۲۳ KB"),
        (Money(Decimal("1234.5"), "USD"), "$\u00a0۱٬۲۳۴٫۵۰"),
        (Money(Decimal("1234.5"), "credits"), "۱٬۲۳۴٫۵۰ credits"),
        (Share(Decimal("0.305")), "۳۰٫۵٪"),
        (Share(Decimal("0.0001")), "<۰٫۱٪"),
        (Day(LATE), "۲۰ مارس ۲۰۲۶"),
        (ShortDay(date(2026, 3, 20)), "۲۰ مارس"),
        (Moment(LATE.astimezone(ZoneInfo("Asia/Tehran"))), "۲۰ مارس ۲۰۲۶ ۲۳:۳۵ UTC+۰۳:۳۰"),
        (Span(timedelta(days=21)), "۲۱ روز"),
        (TimeOfDay(9 * 60 + 5), "۰۹:۰۵"),
        ("order 12", "order 12"),
        (Names(("main-2", "3")), "main-2 و 3"),
    ],
)
def test_persian_is_written_in_persian_digits_but_for_what_somebody_else_wrote(value: Value, text: str) -> None:
    assert written(value, "fa") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567, "1,234,567"),
        (Size(34045952), "32.47 MB"),
        (Money(Decimal("1234.5"), "USD"), "1,234.50\u00a0US$"),
        (Share(Decimal("0.305")), "30.5%"),
        (Day(LATE), "20/03/2026"),
        (Span(timedelta(days=2)), "يومان"),
        (Span(timedelta(days=21)), "21 يومًا"),
        (TimeOfDay(0), "00:00"),
    ],
)
def test_arabic_is_written_in_the_digits_that_arabic_has_by_default(value: Value, text: str) -> None:
    assert written(value, "ar") == text


@given(
    st.sampled_from(COMING),
    st.integers(0, 10**15)
    | st.integers(0, 2**63 - 1).map(Size)
    | st.decimals(-(10**9), 10**9, places=2).map(lambda amount: Money(amount, "EUR"))
    | st.decimals(0, 1, places=5).map(Share)
    | st.datetimes(datetime(1970, 1, 1), datetime(2999, 1, 1)).map(lambda at: Moment(at.replace(tzinfo=UTC)))  # noqa: DTZ001
    | st.timedeltas(timedelta(), timedelta(days=9999)).map(Span)
    | st.integers(0, 1439).map(TimeOfDay),
)
def test_no_value_mixes_the_digits_of_two_systems(language: str, value: Value) -> None:
    digits = [one for one in written(value, language) if unicodedata.decimal(one, None) is not None]

    assert {ord(one) - unicodedata.decimal(one) for one in digits} <= {ord("۰" if language == "fa" else "0")}


@pytest.mark.parametrize(("minutes", "text"), [(0, "00:00"), (9 * 60, "09:00"), (1439, "23:59")])
def test_a_time_of_day_is_written_as_it_is_typed(minutes: int, text: str) -> None:
    assert {written(TimeOfDay(minutes), code) for code in COMING if code != "fa"} == {text}


@pytest.mark.parametrize("minutes", [-1, 1440])
def test_a_day_has_no_other_minutes(minutes: int) -> None:
    with pytest.raises(ValueError, match="1439"):
        TimeOfDay(minutes)


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("Europe/Berlin", "en", "Berlin"),
        ("Europe/Berlin", "zh", "柏林"),
        ("Europe/Berlin", "fa", "برلین"),
        ("America/Sao_Paulo", "pt", "São Paulo"),
        ("America/New_York", "ru", "Нью-Йорк"),
        ("America/Argentina/Rio_Gallegos", "en", "Rio Gallegos"),
        ("Asia/Kolkata", "zh", "加尔各答"),
        ("Asia/Calcutta", "de", "Kalkutta"),
        ("Europe/Kyiv", "en", "Kyiv"),
        ("Europe/Kiev", "ru", "Киев"),
        ("Asia/Ho_Chi_Minh", "zh", "胡志明市"),
        ("America/Indiana/Indianapolis", "ru", "Индианаполис"),
        ("Japan", "en", "Tokyo"),
        ("UTC", "en", "UTC"),
        ("UTC", "fa", "UTC"),
        ("Etc/UTC", "ru", "UTC"),
        ("Etc/GMT+3", "en", "UTC-3"),
    ],
)
def test_a_zone_is_called_after_its_city_in_the_readers_language(zone: str, language: str, city: str) -> None:
    assert written(City(zone), language) == city


def test_what_is_no_zone_is_shown_as_any_text_is() -> None:
    assert shown(City("Mars/\u202eNew_Base\n")) == "New Base"
    assert shown(City("x" * 1000)) == "x" * LONGEST_TEXT


@given(st.text())
def test_whatever_a_zone_is_called_telegram_can_read_the_message(zone: str) -> None:
    assert len(parse(words()("bold", value=City(zone)))[0]) <= LONGEST_TEXT + 2


@pytest.mark.parametrize("language", COMING)
def test_every_zone_that_is_offered_has_a_city_of_its_own_in_every_language(language: str) -> None:
    cities = TWELVE.best((language,)).cities()

    assert tuple(cities) == offered()
    assert all(city == city.strip() and "/" not in city and "_" not in city for city in cities.values())
    assert len(set(cities.values())) == len(cities)


def test_cities_are_named_once_a_language() -> None:
    assert words("ru").cities() is words("ru").at(TOKYO).cities()
    assert words("ru").cities()["Europe/Paris"] == "Париж"


def test_cities_of_a_language_with_its_own_letters_are_written_in_them() -> None:
    for language in ("zh", "ru", "ar", "fa"):
        cities = TWELVE.best((language,)).cities()
        # A zone newer than the names that CLDR gives, and one that is no city.
        assert {zone for zone, city in cities.items() if city.isascii()} <= {"America/Coyhaique", "UTC"}


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
    values: tuple[Value, ...] = (
        "team",
        5,
        Size(GB),
        Share(Decimal("0.5")),
        Money(Decimal(1), "USD"),
        Day(LATE),
        Moment(LATE),
        Span(timedelta(days=5)),
        TimeOfDay(540),
        City("UTC"),
    )
    for language in ("ar", "fa"):
        for value in values:
            inserted = TWELVE.best((language,))("shown", value=value)
            assert inserted.startswith("\u2068")
            assert inserted.endswith("\u2069")
            assert inserted.count("\u2068") == inserted.count("\u2069")
    assert shown(Names(("a", "b")), "ar").count("\u2068") == 2
    assert shown(Moment(LATE), "ar").startswith("\u2068<tg-time ")


def test_nothing_stands_apart_in_a_language_written_from_left_to_right() -> None:
    for value in ("team", 5, Size(GB), Moment(LATE), Span(timedelta(days=5)), TimeOfDay(540), City("Europe/Berlin")):
        assert "\u2068" not in shown(value, "ru")


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


def test_more_than_fluent_inserts_is_a_bug_too() -> None:
    with pytest.raises(LookupError):
        words("ru")("shown", value=Names(("x" * LONGEST_TEXT,) * 100))


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


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pt-br", "pt"),
        ("pt-PT", "pt"),
        ("zh-TW", "zh"),
        ("zh-hant", "zh"),
        ("in", "id"),
        ("IN", "id"),
        ("in_ID", "id"),
        ("fa-AF", "fa"),
        ("ar-EG", "ar"),
        ("es-419", "es"),
        ("tr-TR", "tr"),
        ("it", "en"),
        ("inh", "en"),
    ],
)
def test_a_region_and_a_script_are_spoken_to_in_their_language(tag: str, language: str) -> None:
    assert TWELVE.best((tag,)).language == language


def test_languages_call_themselves_by_their_own_name() -> None:
    assert TWELVE.named() == (
        ("en", "English"),
        ("ar", "العربية"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("fa", "فارسی"),
        ("fr", "Français"),
        ("id", "Indonesia"),
        ("pt", "Português"),
        ("ru", "Русский"),
        ("tr", "Türkçe"),
        ("vi", "Tiếng Việt"),
        ("zh", "中文"),
    )


def test_a_file_may_name_its_language_itself_and_only_itself() -> None:
    named = {"en": f"{ENGLISH}\nlanguage-name = Plain English", "zh": "language-name = 简体中文", "id": ""}

    assert Languages(named).named() == (("en", "Plain English"), ("id", "Indonesia"), ("zh", "简体中文"))


@given(st.lists(st.none() | st.text(), max_size=3))
def test_any_wish_is_answered_in_some_language(wanted: list[str | None]) -> None:
    assert TEXTS.best(wanted).language in TEXTS.codes


def test_languages_are_told_english_first() -> None:
    assert TEXTS.codes == ("en", "ar", "de", "pt-BR", "ru", "tr", "zh")


def test_the_files_are_the_languages_and_are_read_once() -> None:
    assert {"en", "zh"} <= set(languages().codes)
    assert languages() is languages()


@pytest.mark.parametrize("language", ["ar", "fa"])
@pytest.mark.parametrize(
    "value",
    [Day(LATE), Moment(LATE), Money(Decimal("-12.5"), "USD"), Share(Decimal("0.305")), Size(5 * 1024**3)],
)
def test_figures_carry_no_marks_and_a_date_holds_no_command(language: str, value: Value) -> None:
    text, _ = parse(languages().best((language,))("as-of", at=value))

    assert not set(text) & set("\u061c\u200e\u200f")
    assert not find_commands(text)


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_what_is_tapped_or_copied_in_a_language_from_the_right_holds_no_marks(language: str) -> None:
    words = languages().best((language,))

    help_line = words("help-line", command="/balance", about=words("about-balance"))
    example = words("account-rename", name="main", example="/accounts rename main b")
    sentence = words("not-a-command")

    # The line runs from the right though it begins with a command, which Telegram still finds.
    assert help_line.startswith("\u200f\u2068/balance\u2069 ")
    assert "\u2068<code>/accounts rename main b</code>\u2069" in example
    assert "\u2068/balance\u2069" in sentence
    assert "\u2068/help\u2069" in sentence


def test_joiners_stay_where_a_language_or_an_emoji_needs_them() -> None:
    persian, emoji = "\u0628\u0627\u0642\u06cc\u200c\u0645\u0627\u0646\u062f\u0647", "\U0001f469\u200d\U0001f4bb"

    assert persian in languages().best(("fa",))("help-line", command="/balance", about=persian)
    assert emoji in languages().best(("en",))("account-line", name=emoji)
