"""Every log line of an update or a push says which, a library's too; no line says so of another's."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import storage
from bot import tracing
from bot.commands import Context, Row
from bot.pushes.daily import DailyErrands
from bot.pushes.outcome import Done
from bot.pushes.worker import Turn, Worker
from bot.reply import Reply
from storage import Daily, DatabaseUnavailable, Due, Occurrence
from storage.inbox import Inbox
from tests.bot.lines import written
from tests.bot.telegram.house import House, pressed, typed, until

OURS, THEIRS = logging.getLogger("bot.anywhere"), logging.getLogger("aiohttp.client")


async def chatty(ctx: Context) -> Reply:
    """Log as we do, as a library does, and from a task that is started for it."""
    said = " ".join(ctx.command.arguments)
    OURS.info("ours %s", said)
    THEIRS.warning("theirs %s", said)
    await asyncio.create_task(later(said))
    return Reply(text=said)


async def later(said: str) -> None:
    """Log from a task of its own."""
    await asyncio.sleep(0)
    OURS.info("later %s", said)


CHATTY = Row(name="chatty", handler=chatty)


async def test_every_line_of_an_update_says_which_and_none_of_its_neighbours_does(house: House) -> None:
    _, bobs = house.other()
    updates = [
        typed(11, house.chat, "/chatty a"),
        typed(12, house.chat, "/chatty b"),
        typed(13, bobs, "/chatty c"),
        typed(14, house.chat, "/chatty d"),
    ]
    intake = house.intake([CHATTY])

    with written() as lines:
        await intake.take(updates)
        await until(lambda: len(house.said()) == 3 and len(house.said(bobs)) == 1)
        await intake.close(1)
        OURS.info("nobody's")

    told = {line["message"]: line.get("update") for line in lines.parsed if line["logger"] in (OURS.name, THEIRS.name)}
    whose = {"a": 11, "b": 12, "c": 13, "d": 14}
    expected: dict[str, int | None] = {
        f"{who} {said}": n for said, n in whose.items() for who in ("ours", "theirs", "later")
    }
    assert told == expected | {"nobody's": None}


async def test_what_is_done_beside_an_answer_says_for_which_update_too(house: House) -> None:
    house.telegram.faults.answer("answerCallbackQuery", status=400, description="Bad Request: query is too old")
    intake = house.intake([CHATTY])

    with written() as lines:
        await intake.take([pressed(21, house.chat, 5, "/chatty x"), typed(22, house.chat, "/chatty y")])
        await until(lambda: len(house.called("answerCallbackQuery")) == 1 and len(house.said()) == 2)
        await intake.close(1)

    assert [line["update"] for line in lines.parsed if "a press could not be answered" in line["message"]] == [21]


async def test_an_update_that_cannot_be_read_says_so_under_its_number_alone(house: House) -> None:
    intake = house.intake([CHATTY])

    with written() as lines:
        await intake.take(
            [{"update_id": 31, "message": {"chat": {"id": [1]}, "date": 10**17}}, typed(32, house.chat, "/chatty z")]
        )
        await until(lambda: len(house.said()) == 1)
        await intake.close(1)

    skipped = [line["update"] for line in lines.parsed if "is skipped" in line["message"]]
    assert skipped == [31]
    assert [line["update"] for line in lines.parsed if line["message"] == "ours z"] == [32]


class Full(Inbox):
    """An inbox in which nothing can be crossed out."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    async def write_down(self, updates: Sequence[storage.Written], me: str, now: datetime) -> storage.Lined:
        """As it is."""
        return await self._inbox.write_down(updates, me, now)

    async def forget(self, before: datetime) -> None:
        """As it is."""

    async def cross_out(self, numbers: object) -> None:
        """Fail."""
        raise DatabaseUnavailable("database or disk is full")


async def test_what_concerns_all_updates_is_said_for_none_of_them(house: House) -> None:
    intake = house.intake([CHATTY], storage=replace(house.storage, inbox=Full(house.storage.inbox)))

    with written(level=logging.DEBUG) as lines:
        await intake.take([typed(41, house.chat, "/chatty a")])
        await until(lambda: any("crossed out" in line["message"] for line in lines.parsed))
        await intake.close(1)

    about = [line for line in lines.parsed if "crossed out" in line["message"]]
    assert about
    assert all("update" not in line for line in about)


async def test_each_push_has_a_number_of_its_own_which_tells_no_chat(tmp_path: Path) -> None:
    now = datetime(2026, 3, 10, 9, tzinfo=UTC)

    def plan(daily: Daily) -> Occurrence:
        return Occurrence(local_date=now.date(), at=now - timedelta(minutes=daily.chat_id % 7))

    async def say(due: Due, turn: Turn) -> Done:
        OURS.info("first of %d", due.daily.chat_id)
        await turn()
        THEIRS.warning("then of %d", due.daily.chat_id)
        return Done.SENT

    async with storage.opened(f"sqlite:///{tmp_path / 'bot.db'}") as kept:
        for chat_id in (990001, 990002):
            await kept.chats.meet(chat_id, "private", None, now)
            await kept.daily.set(chat_id, 0, 540, plan)
        worker = Worker(DailyErrands(kept.daily, say), clock=lambda: now, poll_seconds=0.001)
        with written() as lines:
            running = asyncio.create_task(worker.run())
            await until(lambda: len([line for line in lines.parsed if line["logger"] == THEIRS.name]) == 2)
            await worker.stop(1)
            await running
            OURS.info("nobody's")

    pushes = {line["message"]: line.get("push") for line in lines.parsed if line["logger"] in (OURS.name, THEIRS.name)}
    for chat_id in (990001, 990002):
        assert pushes[f"first of {chat_id}"] == pushes[f"then of {chat_id}"]
        assert re.fullmatch(r"daily-[0-9a-f]{8}", str(pushes[f"first of {chat_id}"]))
    assert pushes["first of 990001"] != pushes["first of 990002"]
    assert pushes["nobody's"] is None


def test_a_line_for_people_begins_with_what_it_is_for_where_it_is_for_something() -> None:
    with written("text") as lines:
        OURS.info("before")
        with tracing.update(123):
            OURS.info("within")
            with tracing.push("card"):
                OURS.info("a push within")
            OURS.info("within again")
        OURS.info("after")

    said = [line.partition("bot.anywhere: ")[2] for line in lines.all]
    assert (said[0], said[1], said[3], said[4]) == (
        "before",
        "[update 123] within",
        "[update 123] within again",
        "after",
    )
    assert re.fullmatch(r"\[push card-[0-9a-f]{8}\] a push within", said[2])


def failing(token: str) -> None:
    """Fail as a library does that quotes what it was asked."""
    try:
        int(f"https://x/bot{token}/getMe")
    except ValueError as cause:
        raise OSError(f"Authorization: Bearer {token}") from cause


@pytest.mark.parametrize("style", ["text", "json"])
def test_what_a_line_brings_along_is_not_written_and_its_error_shows_no_secret(style: str) -> None:
    token = "123456789:" + "AAE-5ecret5ecret5ecret5ecret5ecr_t"  # in two pieces: a traceback shows this line
    with written(style) as lines, tracing.update(7):
        try:
            failing(token)
        except OSError:
            OURS.exception("failed", extra={"update": token, "request": token, "about": token})

    whole = "\n".join(lines.all)
    assert "5ecr_t" not in whole
    assert "ValueError" in whole
    assert ("[update 7] failed" in whole) if style == "text" else (lines.parsed[0]["update"] == 7)
