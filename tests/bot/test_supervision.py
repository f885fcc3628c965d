"""Loops that may not end by themselves, and a program that ends with them instead of going on deaf."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot import app, cli
from bot.supervision import LoopEnded, Loops
from tests.bot.lines import written
from tests.world import PATIENCE, World, sent_by_bot

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


async def for_ever() -> None:
    """Turn."""
    await asyncio.Event().wait()


async def failing() -> None:
    """End by a bug."""
    raise KeyError("nobody's fault")


async def returning() -> None:
    """End as if all were done."""


@pytest.mark.parametrize(("ending", "cause"), [(failing, KeyError), (returning, None)])
async def test_a_loop_that_ends_is_named_with_what_it_raised(
    ending: Callable[[], Coroutine[Any, Any, None]], cause: type[Exception] | None
) -> None:
    loops = Loops()
    loops.begin("poller", for_ever())
    loops.begin("sampler", ending())

    with pytest.raises(LoopEnded, match="the sampler ended by itself") as raised:
        await asyncio.wait_for(loops.end(), PATIENCE)
    await loops.cancel()

    assert (type(raised.value.__cause__) if cause else raised.value.__cause__) == cause


async def test_a_loop_that_is_cancelled_by_somebody_else_has_ended_by_itself_too() -> None:
    loops = Loops()
    task = loops.begin("poller", for_ever())
    task.cancel()

    with pytest.raises(LoopEnded, match="the poller"):
        await asyncio.wait_for(loops.end(), PATIENCE)


async def test_some_are_ended_before_the_others() -> None:
    loops = Loops()
    first, second = loops.begin("poller", for_ever()), loops.begin("worker", for_ever())

    await loops.cancel(first)
    halfway = first.done(), second.done()
    await loops.cancel()

    assert halfway == (True, False)
    assert second.cancelled()


async def test_a_bot_of_which_a_loop_ends_answers_what_it_has_in_hand_and_ends(world: World) -> None:
    chat = world.person()
    gate = world.vendor.faults.hold()
    broken = asyncio.Event()

    async def sleep(seconds: float) -> None:
        if broken.is_set():
            raise ZeroDivisionError(f"5ecret {seconds}")
        await asyncio.sleep(seconds)

    running = asyncio.create_task(
        app.run(world.settings(), stop=asyncio.Event(), sleep=sleep, every_seconds=0.01, clock=world.clock)
    )
    with written() as lines:
        async with chat.watch() as watch:
            chat.write(f"/login {world.account().token}")
            await asyncio.wait_for(gate.reached(), PATIENCE)
            broken.set()
            await chat.until(lambda: any("ended by itself" in line["message"] for line in lines.parsed))
            gate.release()
            reply = await chat.next(watch, sent_by_bot)
        with pytest.raises(LoopEnded):
            await asyncio.wait_for(running, PATIENCE)

    said = [line for line in lines.parsed if line["level"] == "CRITICAL"]
    assert reply.text.startswith(chat.words("login-done", name="main"))
    assert len(said) == 1
    assert said[0]["message"].endswith("ended by itself; what is in hand is finished, and the bot ends")
    assert "ZeroDivisionError" in said[0]["error"]


def test_the_program_ends_with_code_1_then() -> None:
    def command(_asked: argparse.Namespace) -> int:
        raise LoopEnded("the sampler ended by itself")

    assert cli.do_at_leisure(command, argparse.Namespace()) == 1
