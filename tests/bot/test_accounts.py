"""How accounts are named, found and told apart."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import accounts


@dataclass(frozen=True, kw_only=True)
class Named:
    name: str
    account_id: int


TEAM, SIDE = Named(name="Team", account_id=1), Named(name="straße", account_id=12)


@pytest.mark.parametrize(
    "name", ["main", "a", "Team-2", "v1.2", "_x", "команда", "团队", "7days", "d7", "a" * 24, "main-10"]
)
def test_a_word_can_be_a_name(name: str) -> None:
    assert accounts.is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "two words",
        "a" * 25,
        "12",
        "30d",
        "٣",
        "#1",
        "-x",
        ".x",
        "a#1",
        "<b>",
        "a&b",
        "a/b",
        "a\n",
        "a\u202eb",
        "😀",
        "all",
        "ALL",
        "Cancel",
        "keep",
        "yes",
        "no",
        "off",
        "now",
        "order",
        "sign",
        "usage",
        "records",
    ],
)
def test_numbers_directions_and_what_is_no_word_cannot_be_names(name: str) -> None:
    assert not accounts.is_name(name)


@given(st.text())
def test_a_name_needs_no_escaping_and_fits_every_button(name: str) -> None:
    if accounts.is_name(name):
        assert not set(name) & set("<>&\"' \n")
        assert len(f"/records order 999999999 {name}") <= 64


def test_an_account_is_found_by_its_name_whatever_its_case_or_by_its_number() -> None:
    among = (TEAM, SIDE)

    assert accounts.find("TEAM", among) is TEAM
    assert accounts.find("STRASSE", among) is SIDE
    assert accounts.find("#12", among) is SIDE
    for nobody in ("", "#", "#2", "12", "#012", "tea", "#1 ", "# 1"):
        assert accounts.find(nobody, among) is None


def test_a_free_name_is_main_or_the_first_number_behind_it() -> None:
    assert accounts.free_name([]) == "main"
    assert accounts.free_name(["Main"]) == "main-2"
    assert accounts.free_name(["main", "main-2", "MAIN-3"]) == "main-4"
    assert accounts.free_name(["main", "main-3"]) == "main-2"
    assert accounts.free_name(["team"]) == "main"
    assert all(accounts.is_name(accounts.free_name(["main"])) for _ in range(1))
