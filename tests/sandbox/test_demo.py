"""The demo's little world: does what it shows add up, and does its person speak the language asked for."""

from datetime import UTC, datetime, timedelta

import aiohttp

from sandbox import demo
from sandbox.vendor.accounts import GB

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


async def test_the_team_accounts_figures_are_those_of_its_active_records() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        team = world.vendor.accounts[0]

    active = [record for record in team.records if record.expires is not None and record.expires > NOW]
    used = sum(record.traffic_used for record in active)
    assert [record.status for record in team.records] == [int(record in active) for record in team.records]
    assert team.total == sum(record.traffic for record in active) == 176 * GB
    assert team.total - team.available == used
    assert 0.6 < used / team.total < 0.64


async def test_a_package_of_the_team_account_expires_soon_with_something_left_in_it() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        team = world.vendor.accounts[0]

    soon = [record for record in team.records if record.expires and NOW < record.expires < NOW + timedelta(days=3)]
    assert any(record.traffic - record.traffic_used > GB for record in soon)


async def test_records_are_newest_first_and_none_is_used_beyond_its_quota() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        accounts = tuple(world.vendor.accounts)

    for account in accounts:
        created = [record.created for record in account.records]
        assert created == sorted(created, reverse=True)
        assert all(0 <= record.traffic_used <= record.traffic for record in account.records)


async def test_the_person_speaks_the_language_asked_for_and_the_notes_are_sentences() -> None:
    async with demo.running(port=0, language="zh", now=NOW) as world, aiohttp.ClientSession() as http:
        state = await (await http.get(f"{world.page_url}/state")).json()

    notes = [hint["note"] for kind in ("tokens", "tries") for hint in state["hints"][kind]]
    assert state["person"]["language_code"] == "zh"
    assert [note for note in notes if note[0].islower()] == []
