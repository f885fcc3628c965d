"""What is moved behind the scene, over real HTTP: shown, told, done, refused; and by whom."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from sandbox.page import NotNow, Show

from .visiting import Visit, happening, visiting

PATHS = ("/clock", "/levers")


@dataclass(slots=True, kw_only=True)
class Prompter:
    """A backstage that notes what it is asked for."""

    asked: list[tuple[str, int | None]] = field(default_factory=list)
    ahead: float = 0.0

    def described(self) -> dict[str, object]:
        """Return how things stand."""
        return {"ahead_seconds": self.ahead}

    async def move_clock(self, name: str, show: Show) -> str:
        """Go on in two steps."""
        self.asked.append((name, None))
        for _ in range(2):
            self.ahead += 1800.0
            await show()
        return "It is later now."

    async def pull(self, name: str, account_id: int | None, show: Show) -> str:
        """Refuse one thing, do all others."""
        if name == "forbidden":
            self.ahead += 1.0
            raise NotNow("That can't be done now.")
        self.asked.append((name, account_id))
        await show()
        return "Done."


@pytest.fixture
def prompter() -> Prompter:
    return Prompter()


@pytest.fixture
async def page(prompter: Prompter) -> AsyncIterator[Visit]:
    async with visiting(backstage=prompter) as visit:
        yield visit


async def test_the_state_tells_how_things_stand_behind_the_scene(page: Visit, prompter: Prompter) -> None:
    prompter.ahead = 3600.0

    assert (await page.state())["backstage"] == {"ahead_seconds": 3600.0}


async def test_a_page_without_a_backstage_has_nothing_to_move() -> None:
    async with visiting() as page:
        answers = [await page.post(path, {"name": "hour"}) for path in PATHS]

        assert [answer.status for answer in answers] == [400, 400]
        assert (await page.state())["backstage"] is None


async def test_the_clock_is_moved_and_where_it_has_come_to_is_told(page: Visit, prompter: Prompter) -> None:
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    response = await page.post("/clock", {"name": "hour"})

    told = [await happening(stream)]
    while told[-1]["backstage"]["ahead_seconds"] < 3600.0:
        told.append(await happening(stream))
    assert (response.status, await response.json()) == (200, {"said": "It is later now."})
    assert {one["type"] for one in told} == {"backstage"}
    assert prompter.asked == [("hour", None)]
    stream.close()


async def test_a_lever_is_pulled_for_an_account_or_for_all(page: Visit, prompter: Prompter) -> None:
    await page.post("/levers", {"name": "buy", "account_id": 1})
    await page.post("/levers", {"name": "down", "account_id": None})
    response = await page.post("/levers", {"name": "up"})

    assert await response.json() == {"said": "Done."}
    assert prompter.asked == [("buy", 1), ("down", None), ("up", None)]


async def test_a_refusal_is_said_and_what_changed_all_the_same_is_told(page: Visit, prompter: Prompter) -> None:
    stream = await page.http.get(f"{page.root}/events")
    await happening(stream)

    response = await page.post("/levers", {"name": "forbidden"})

    assert (response.status, await response.json()) == (400, {"error": "That can't be done now."})
    assert (await happening(stream))["backstage"]["ahead_seconds"] == 1.0
    stream.close()


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": 5}, {"name": None}, {"name": "half \ud83d"}])
@pytest.mark.parametrize("path", PATHS)
async def test_what_has_no_name_is_a_bad_request(
    page: Visit, prompter: Prompter, path: str, body: dict[str, object]
) -> None:
    response = await page.post(path, body)

    assert response.status == 400
    assert list(await response.json()) == ["error"]
    assert prompter.asked == []


@pytest.mark.parametrize("account_id", ["1", True, 1.0, [], {}], ids=json.dumps)
async def test_an_account_is_a_whole_number(page: Visit, prompter: Prompter, account_id: object) -> None:
    response = await page.post("/levers", {"name": "buy", "account_id": account_id})

    assert response.status == 400
    assert prompter.asked == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ],
    ids=str,
)
async def test_nobody_else_moves_anything(
    page: Visit, prompter: Prompter, path: str, headers: dict[str, str], status: int
) -> None:
    response = await page.post(path, {"name": "hour"}, **headers)

    assert response.status == status
    assert prompter.asked == []
