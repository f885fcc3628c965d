"""On PostgreSQL the bot is the same: a handful of conversations of the other files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.telegram import Telegram
from sandbox.vendor import Vendor
from tests.conversations.test_choosing import test_an_account_is_shared_with_a_group_by_a_link_and_taken_back
from tests.conversations.test_connecting import (
    test_a_token_in_two_steps_is_asked_for_and_taken,
    test_the_wait_survives_a_restart,
)
from tests.conversations.test_groups import (
    test_an_anonymous_admin_shows_themselves_by_a_press_and_stays_hidden,
)
from tests.conversations.test_reading import (
    test_a_press_is_answered_at_once_while_the_vendor_is_slow,
    test_commands_of_one_chat_are_answered_in_their_order,
    test_of_many_presses_waiting_only_the_newest_page_is_drawn,
    test_one_slow_account_delays_nobody_else,
    test_pages_and_filters_are_edited_in_place,
)
from tests.conversations.test_usage import test_it_comes_by_itself_once_a_day_where_it_was_asked_for
from tests.postgres import emptied
from tests.team import Team, a_team, at_work
from tests.world import World

__all__ = [
    "test_a_press_is_answered_at_once_while_the_vendor_is_slow",
    "test_a_token_in_two_steps_is_asked_for_and_taken",
    "test_an_account_is_shared_with_a_group_by_a_link_and_taken_back",
    "test_an_anonymous_admin_shows_themselves_by_a_press_and_stays_hidden",
    "test_commands_of_one_chat_are_answered_in_their_order",
    "test_it_comes_by_itself_once_a_day_where_it_was_asked_for",
    "test_of_many_presses_waiting_only_the_newest_page_is_drawn",
    "test_one_slow_account_delays_nobody_else",
    "test_pages_and_filters_are_edited_in_place",
    "test_the_wait_survives_a_restart",
]


@pytest.fixture
async def world(tmp_path: Path, postgres_server: str, postgres_database: str) -> AsyncIterator[World]:
    """A world in which the bot keeps its data on a server, and nothing in a file."""
    url = await emptied(postgres_server, postgres_database)
    async with Telegram() as telegram, Vendor() as vendor:
        yield World(telegram=telegram, vendor=vendor, directory=tmp_path / "data", database=url)
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"encryption.key"}


@pytest.fixture
async def team(world: World) -> AsyncIterator[Team]:
    async with at_work(a_team(world)) as team:
        yield team
