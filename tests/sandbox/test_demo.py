"""The demo's little world: does what it shows add up, and are its people and groups there."""

from datetime import UTC, datetime, timedelta
from typing import Any

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
    assert 0.55 < used / team.total < 0.65


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


async def state_of(world: demo.World) -> Any:
    """Return what the page shows."""
    async with aiohttp.ClientSession() as http, http.get(f"{world.page_url}/state") as response:
        return await response.json()


async def test_without_a_month_behind_it_nobody_has_said_anything_to_the_bot() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        await world.live_through_the_past()
        state = await state_of(world)
        now = world.clock()

    people = [str(person["id"]) for person in state["scene"]["people"]]
    assert [state["messages"][person] for person in people] == [[], [], [], []]
    assert NOW <= now < NOW + timedelta(minutes=1)


async def test_the_page_the_chats_and_the_vendor_show_the_same_time() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        world.clock.move(timedelta(days=40))
        async with aiohttp.ClientSession() as http:
            headers = {"Authorization": f"Bearer {world.vendor.accounts[0].token}"}
            await http.get(f"{world.vendor.url}/api/v1/dashboard/asset", headers=headers)
        state = await state_of(world)

    # After so many days the packages of both accounts have ended.
    assert [account["total_bytes"] for account in state["backstage"]["accounts"]] == [0, 0]
    assert state["backstage"]["ahead_seconds"] == round(world.clock.ahead.total_seconds(), 1)
    assert world.telegram.clock() >= NOW + timedelta(days=40)


async def test_the_hints_are_true() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        tokens = {hint["label"]: hint for hint in (await state_of(world))["hints"]["tokens"]}
        team, side = world.vendor.accounts

    assert tokens["Team account"]["note"] == f"{len(team.records)} purchases and check-ins, {team.total // GB} GB"
    assert (tokens["Team account"]["value"], tokens["Side project"]["value"]) == (team.token, side.token)
    assert tokens["Team account by cookie"]["value"] == f"Cookie: {team.cookie}"
    assert side.available < side.total / 20


async def test_everybody_speaks_the_language_asked_for_and_the_notes_are_sentences() -> None:
    async with demo.running(port=0, language="zh", now=NOW) as world:
        state = await state_of(world)

    notes = [hint["note"] for kind in ("tokens", "private", "group") for hint in state["hints"][kind]]
    assert {person["language_code"] for person in state["scene"]["people"]} == {"zh"}
    assert [note for note in notes if note[0].islower()] == []


async def test_there_are_a_group_without_the_bot_and_a_forum_with_it_and_an_outsider() -> None:
    async with demo.running(port=0, language="en", now=NOW) as world:
        scene = (await state_of(world))["scene"]

    names = {person["id"]: person["first_name"] for person in scene["people"]}
    scrapers, data_team = (chat for chat in scene["chats"] if chat["kind"] != "private")
    assert (scrapers["kind"], scrapers["title"], scrapers["bot"]) == ("group", "Scrapers", "left")
    assert (data_team["kind"], data_team["title"], data_team["bot"]) == ("supergroup", "Data team", "member")
    assert [topic["name"] for topic in data_team["topics"]] == ["Traffic", "Alerts"]
    for group in (scrapers, data_team):
        ranks = {names[member["id"]]: member["status"] for member in group["members"]}
        assert ranks == {"Alice": "creator", "Bob": "member", "Carol": "administrator"}
    assert [names[member["id"]] for member in data_team["members"] if member["anonymous"]] == ["Carol"]
    assert "Olga" in names.values()
