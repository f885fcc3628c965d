"""Which words a chat hears: those that were chosen or heard, or the speaker's; and by whose clock."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Day, Languages
from bot.speaking import words_of
from storage import Chat

SPOKEN = Languages(dict.fromkeys(("en", "de", "fr", "ru"), "shown = { $value }"))
LATE_IN_WINTER = datetime(2026, 1, 10, 22, 30, tzinfo=UTC)
LATE_IN_SUMMER = datetime(2026, 7, 10, 22, 30, tzinfo=UTC)
GROUPS = ["group", "supergroup"]


def language(kind: str, speaker: str | None, *, chosen: str | None = None, heard: str | None = None) -> str:
    """The language that a chat hears."""
    return words_of(SPOKEN, Chat(chat_id=1, kind=kind, language=chosen, heard=heard), speaker).language


def day(at: datetime, zone: str | None) -> str:
    """A day as a chat in this zone reads it."""
    return words_of(SPOKEN, Chat(chat_id=1, kind="private", zone=zone))("shown", value=Day(at))


@pytest.mark.parametrize("kind", ["private", *GROUPS])
def test_what_was_chosen_is_spoken_whoever_speaks(kind: str) -> None:
    assert language(kind, "ru", chosen="fr", heard="de") == "fr"


def test_a_person_is_spoken_to_in_the_language_they_have_now() -> None:
    assert language("private", "ru", heard="de") == "ru"


@pytest.mark.parametrize("kind", GROUPS)
def test_a_group_keeps_the_language_it_heard_first_whoever_speaks(kind: str) -> None:
    assert language(kind, "ru", heard="de") == "de"


@pytest.mark.parametrize("speaker", [None, "", "tlh"])
def test_where_a_persons_telegram_says_nothing_of_use_what_was_heard_before_is_spoken(speaker: str | None) -> None:
    assert language("private", speaker, heard="de-AT") == "de"


@pytest.mark.parametrize("kind", GROUPS)
@pytest.mark.parametrize("heard", [None, "tlh"])
def test_where_a_group_heard_nothing_of_use_the_speaker_decides(kind: str, heard: str | None) -> None:
    assert language(kind, "ru", heard=heard) == "ru"


@pytest.mark.parametrize(("kind", "spoken"), [("private", "ru"), ("group", "de")])
def test_a_language_that_is_there_no_more_gives_way_to_what_is_heard(kind: str, spoken: str) -> None:
    assert language(kind, "ru", chosen="tlh", heard="de") == spoken


@pytest.mark.parametrize("kind", ["private", *GROUPS])
def test_where_nothing_is_known_it_is_english(kind: str) -> None:
    assert language(kind, None) == "en"


@pytest.mark.parametrize(("speaker", "spoken"), [("fr", "fr"), ("tlh", "en"), (None, "en")])
def test_in_a_chat_that_nobody_met_the_speaker_decides(speaker: str | None, spoken: str) -> None:
    assert words_of(SPOKEN, None, speaker).language == spoken


def test_days_are_told_by_the_chats_own_clock() -> None:
    assert day(LATE_IN_WINTER, "Asia/Tokyo") == "Jan 11, 2026"
    assert day(LATE_IN_WINTER, "America/New_York") == "Jan 10, 2026"


def test_the_chats_clock_knows_summer_from_winter() -> None:
    assert day(LATE_IN_WINTER, "Europe/Berlin") == "Jan 10, 2026"
    assert day(LATE_IN_SUMMER, "Europe/Berlin") == "Jul 11, 2026"


def test_without_a_zone_days_are_told_in_utc_wherever_they_come_from() -> None:
    assert day(LATE_IN_WINTER.astimezone(ZoneInfo("Asia/Tokyo")), None) == "Jan 10, 2026"
