"""Time zones are found by what people call them, and nothing that is none is taken for one."""

from itertools import chain
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Languages
from bot.places import ANYWHERE, LIKELY, PLACES, REGIONS
from bot.zones import LONGEST_SEARCH, checked, likely, offered, search

CODES = ("en", "zh", "ru", "es", "pt", "fr", "de", "tr", "id", "vi", "ar", "fa")
CITIES = {code: Languages(dict.fromkeys(("en", code), "")).best((code,)).cities() for code in CODES}
HOSTILE = (
    "",
    " ",
    "_",
    "/",
    "..",
    "../../etc/passwd",
    "/etc/localtime",
    "Europe/../Europe/Berlin",
    "Europe/Berlin\0",
    "Europe/Berlin\n/x",
    "\0",
    "localtime",
    "posixrules",
    "right/UTC",
    "Factory",
    "zone.tab",
    "tzdata.zi",
    "C:\\Windows",
    "\ud800",
    "\u202e",
    "b" * 100_000,
)


def found(text: str, language: str = "en") -> tuple[str, ...]:
    return search(text, CITIES[language])


def test_what_is_offered_is_every_countrys_zones_and_utc_but_no_old_name() -> None:
    zones = offered()

    assert 400 < len(zones) < 450
    assert set(zones) <= available_timezones()
    assert {"UTC", "Asia/Kolkata", "Europe/Kyiv", "Europe/Stockholm", "America/Sao_Paulo"} <= set(zones)
    assert {"Asia/Calcutta", "Europe/Kiev", "Japan", "US/Pacific", "EST", "Factory", "localtime"}.isdisjoint(zones)
    assert not any(zone.startswith("Etc/") for zone in zones)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("EUROPE/BERLIN", "Europe/Berlin"),
        (" america/new york\n", "America/New_York"),
        ("america/port-au-prince", "America/Port-au-Prince"),
        ("utc", "UTC"),
        ("etc/gmt+3", "Etc/GMT+3"),
        ("asia/calcutta", "Asia/Calcutta"),
        ("Berlin", None),
        ("Europe", None),
        ("Europe/", None),
        ("Mars/Base", None),
    ],
)
def test_a_zone_is_spelled_as_the_database_spells_it(name: str, zone: str | None) -> None:
    assert checked(name) == zone


def test_every_zone_there_is_can_be_named_in_any_case() -> None:
    for zone in available_timezones() - {"Factory", "localtime"}:
        assert checked(zone.upper()) == zone
        assert ZoneInfo(zone).key == zone


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_hostile_names_no_zone_and_finds_nothing(text: str) -> None:
    assert checked(text) is None
    assert found(text) == ()


@given(st.text() | st.text(alphabet="./_ +-\0\ud800\u0301aeio", max_size=LONGEST_SEARCH))
def test_any_text_can_be_searched_for(text: str) -> None:
    zones = found(text)

    assert len(zones) == len(set(zones)) <= 8
    assert all(checked(zone) == zone for zone in zones)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("singapore", "Asia/Singapore"),
        ("Japan", "Asia/Tokyo"),
        ("PRC", "Asia/Shanghai"),
        ("us/pacific", "America/Los_Angeles"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("etc/gmt+3", "Etc/GMT+3"),
    ],
)
def test_the_exact_name_of_a_zone_comes_first_under_its_present_name(text: str, zone: str) -> None:
    assert found(text)[0] == zone


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("en", "berlin", "Europe/Berlin"),
        ("en", "New York", "America/New_York"),
        ("en", "new_york", "America/New_York"),
        ("en", "NEWYORK", "America/New_York"),
        ("en", "  new  york\n", "America/New_York"),
        ("en", "st johns", "America/St_Johns"),
        ("en", "são paulo", "America/Sao_Paulo"),
        ("en", "zürich", "Europe/Zurich"),
        ("zh", "柏林", "Europe/Berlin"),
        ("zh", "berlin", "Europe/Berlin"),
        ("zh", "加尔各答", "Asia/Kolkata"),
        ("zh", "kolkata", "Asia/Kolkata"),
        ("ru", "нью йорк", "America/New_York"),
        ("ru", "НЬЮ-ЙОРК", "America/New_York"),
        ("pt", "sao paulo", "America/Sao_Paulo"),
        ("es", "bogota", "America/Bogota"),
        ("tr", "İSTANBUL", "Europe/Istanbul"),
        ("tr", "ıstanbul", "Europe/Istanbul"),
        ("fa", "هنگ کنگ", "Asia/Hong_Kong"),
        ("fa", "كابل", "Asia/Kabul"),
        ("fa", "tehran", "Asia/Tehran"),
        ("ar", "الرياض", "Asia/Riyadh"),
    ],
)
def test_a_city_is_found_in_the_readers_language_and_by_its_english_name(language: str, text: str, zone: str) -> None:
    assert found(text, language)[0] == zone


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Beijing", "Asia/Shanghai"),
        ("北京", "Asia/Shanghai"),
        ("shenzhen", "Asia/Shanghai"),
        ("Munich", "Europe/Berlin"),
        ("münchen", "Europe/Berlin"),
        ("Mumbai", "Asia/Kolkata"),
        ("delhi", "Asia/Kolkata"),
        ("San Francisco", "America/Los_Angeles"),
        ("boston", "America/New_York"),
        ("Washington", "America/New_York"),
        ("Rio de Janeiro", "America/Sao_Paulo"),
        ("saint petersburg", "Europe/Moscow"),
        ("St. Petersburg", "Europe/Moscow"),
        ("Санкт Петербург", "Europe/Moscow"),
        ("Ankara", "Europe/Istanbul"),
        ("İzmir", "Europe/Istanbul"),
        ("barcelona", "Europe/Madrid"),
        ("Milan", "Europe/Rome"),
        ("Hanoi", "Asia/Ho_Chi_Minh"),
        ("Hà Nội", "Asia/Ho_Chi_Minh"),
        ("Đà Nẵng", "Asia/Ho_Chi_Minh"),
        ("Osaka", "Asia/Tokyo"),
        ("tel aviv", "Asia/Jerusalem"),
        ("ho chi minh city", "Asia/Ho_Chi_Minh"),
        ("Kiev", "Europe/Kyiv"),
    ],
)
def test_a_well_known_city_without_a_zone_of_its_own_is_found(text: str, zone: str) -> None:
    assert [found(text, language)[0] for language in CODES] == [zone] * len(CODES)


def test_the_very_city_comes_before_those_that_begin_so_and_those_before_any_other() -> None:
    cities = {"Asia/A": "Old Nara", "Asia/Tokyo": "Narashino", "Asia/Nara": "Nara", "Asia/B": "Kyoto"}

    assert search("nara", cities) == ("Asia/Nara", "Asia/Tokyo", "Asia/A")


def test_among_equals_the_zone_comes_first_that_most_people_live_in() -> None:
    assert found("lo")[0] == "Europe/London"  # not Lomé
    assert found("new y") == ("America/New_York",)
    assert found("par")[0] == "Europe/Paris"


def test_no_more_are_found_than_asked_for() -> None:
    assert len(found("a")) == 8
    assert len(search("europe", CITIES["en"], most=3)) == 3


def test_what_is_no_place_is_not_found() -> None:
    assert found("nowhere at all") == ()
    assert search("berlin", {}) == ()


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "America/New_York"),
        ("en-GB", "Europe/London"),
        ("en-in", "Asia/Kolkata"),
        ("zh-hans", "Asia/Shanghai"),
        ("zh-hant", "Asia/Taipei"),
        ("zh_TW", "Asia/Taipei"),
        ("zh-Hant-HK", "Asia/Hong_Kong"),
        ("ru", "Europe/Moscow"),
        ("pt-br", "America/Sao_Paulo"),
        ("PT-PT", "Europe/Lisbon"),
        ("de", "Europe/Berlin"),
        ("de-AT", "Europe/Vienna"),
        ("fa", "Asia/Tehran"),
        ("vi", "Asia/Ho_Chi_Minh"),
    ],
)
def test_the_likeliest_zone_of_a_language_comes_first(language: str, first: str) -> None:
    assert likely(language)[0] == first


@pytest.mark.parametrize("language", [*CODES, *LIKELY, "en-gb", "zh-tw", "de-ch", "tlh", None, *HOSTILE])
def test_four_to_six_zones_are_likely_whatever_the_language(language: str | None) -> None:
    zones = likely(language)

    assert 4 <= len(zones) <= 6
    assert len(set(zones)) == len(zones)
    assert set(zones) <= set(offered())


def test_every_language_we_speak_has_zones_of_its_own() -> None:
    assert not [code for code in CODES if likely(code) == likely(None)]


def test_the_tables_name_zones_that_are_offered() -> None:
    named = {*PLACES, *REGIONS.values(), *ANYWHERE.split(), *chain(*(zones.split() for zones in LIKELY.values()))}

    assert named <= set(offered())
