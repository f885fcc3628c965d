"""What is sent in its turn, and whom a flood concerns. Time stands still here: what has to wait waits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

import pytest
from telegram.error import NetworkError

from bot.reply import Notice, Reply
from bot.telegram.calling import Calls, Pace
from bot.telegram.limits import A_SECOND, BURST, Limiter
from bot.telegram.members import Members
from bot.telegram.post import Post
from bot.telegram.send import Sender
from tests.bot.telegram.house import House, Waits, until

HELLO = Reply(text="hello")

# The library warns of its next version whenever it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@dataclass
class Still:
    """Seconds that nobody lets pass but the test."""

    now: float = 0.0
    passed: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0

    async def sleep(self, seconds: float) -> None:
        """Wait until the test says that they have passed."""
        self.waiting += 1
        await self.passed.wait()

    def limiter(self) -> Limiter:
        """A limiter by these seconds."""
        return Limiter(clock=lambda: self.now, sleep=self.sleep)


def slow(house: House, still: Still) -> Sender:
    """A sender whose limiter stands still and whose own waits take no time."""
    return Sender(house.bot, png=house.draw, limiter=still.limiter(), sleep=Waits())


def post(house: House, sender: Sender) -> Post:
    """A post for chats that neither move nor vanish."""

    async def nothing(*_: object, **__: object) -> None:
        return None

    return Post(
        sender=sender,
        members=Members(house.bot, clock=house.clock, moved=nothing),
        move=nothing,
        leave=nothing,
    )


@asynccontextmanager
async def stuck(house: House, work: Awaitable[object]) -> AsyncIterator[None]:
    """Let something begin that waits for its turn, and find it waiting at the end too; it never gets it."""
    task = asyncio.ensure_future(work)
    for _ in range(20):
        await asyncio.sleep(0)
    yield
    assert not task.done()
    calls = len(house.telegram.calls)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert len(house.telegram.calls) == calls


async def test_messages_are_sent_and_edited_in_their_turn(house: House) -> None:
    sender = slow(house, Still())
    await sender.deliver(HELLO, chat_id=house.chat.id, over=None)
    number = house.telegram.messages(house.chat)[-1].id
    for edit in range(BURST - 1):
        await sender.deliver(Reply(text=f"edit {edit}"), chat_id=house.chat.id, over=number)

    async with (
        stuck(house, sender.deliver(HELLO, chat_id=house.chat.id, over=None)),
        stuck(house, sender.deliver(HELLO, chat_id=house.chat.id, over=number)),
    ):
        assert house.said() == [f"edit {BURST - 2}"]


async def test_what_telegram_does_not_count_waits_for_no_turn(house: House) -> None:
    sender = slow(house, Still())
    for _ in range(BURST):
        await sender.deliver(HELLO, chat_id=house.chat.id, over=None)

    for message in house.telegram.messages(house.chat):
        assert await sender.erase(house.chat.id, message.id)
    press = house.telegram.press(house.person, house.chat, 5, "/x")
    await sender.answer_press(press.id)
    await sender.show_typing(house.chat.id)

    assert house.said() == []
    assert house.called("answerCallbackQuery") == [200]
    assert house.called("sendChatAction") == [200]


Delivery = Callable[[Sender, Post, int, int, bool], Awaitable[object]]
DELIVERIES: dict[str, Delivery] = {
    "sent": lambda sender, _, chat_id, __, push: sender.deliver(HELLO, chat_id=chat_id, over=None, push=push),
    "edited": lambda sender, _, chat_id, over, push: sender.deliver(HELLO, chat_id=chat_id, over=over, push=push),
    "posted": lambda _, post, chat_id, __, push: post.deliver(HELLO, chat_id=chat_id, push=push),
    "told": lambda _, post, chat_id, __, push: post.tell(Notice(chat_id=chat_id, reply=HELLO), push=push),
}


@pytest.mark.parametrize("how", DELIVERIES)
async def test_a_push_has_no_burst_and_an_answer_has(house: House, how: str) -> None:
    sender = slow(house, Still())
    await sender.deliver(Reply(text="before"), chat_id=house.chat.id, over=None)
    number = house.telegram.messages(house.chat)[-1].id

    async with stuck(house, DELIVERIES[how](sender, post(house, sender), house.chat.id, number, True)):
        await DELIVERIES[how](sender, post(house, sender), house.chat.id, number, False)

    assert house.said()[-1] == "hello"


async def test_a_flood_holds_its_chat_and_nobody_else(house: House) -> None:
    still = Still()
    sender = slow(house, still)
    _, other = house.other()
    text = "Too Many Requests: retry after 30"
    house.telegram.faults.answer("sendMessage", status=429, description=text, parameters={"retry_after": 30})

    async with stuck(house, sender.deliver(HELLO, chat_id=house.chat.id, over=None)):
        await until(lambda: still.waiting > 0)
        await sender.deliver(HELLO, chat_id=other.id, over=None)
        async with stuck(house, sender.deliver(HELLO, chat_id=house.chat.id, over=None)):
            pass

    assert (house.said(), house.said(other)) == ([], ["hello"])


async def test_what_was_held_leaves_when_it_is_time(house: House) -> None:
    still = Still()
    sender = slow(house, still)
    text = "Too Many Requests: retry after 30"
    house.telegram.faults.answer("sendMessage", status=429, description=text, parameters={"retry_after": 30})
    held = asyncio.create_task(sender.deliver(HELLO, chat_id=house.chat.id, over=None))
    await until(lambda: still.waiting > 0)

    still.now = 31.0
    still.passed.set()
    await held

    assert house.said() == ["hello"]


async def test_a_push_whose_answer_was_lost_is_not_sent_twice(house: House) -> None:
    house.telegram.faults.cut("sendMessage", effect=True)
    with pytest.raises(NetworkError):
        await house.sender.deliver(HELLO, chat_id=house.chat.id, over=None, push=True)

    house.telegram.faults.cut("sendMessage", effect=False)
    settled = await post(house, house.sender).tell(Notice(chat_id=house.chat.id, reply=HELLO), push=True)

    assert settled
    assert house.said() == ["hello"]
    assert house.called("sendMessage") == [0, 0]


async def test_a_push_that_is_refused_for_good_stops_that_chat_only(house: House) -> None:
    _, other = house.other()
    house.telegram.block(house.person)
    tell = post(house, house.sender).tell

    settled = await asyncio.gather(
        *[tell(Notice(chat_id=chat.id, reply=HELLO), push=True) for chat in (house.chat, other)]
    )

    assert settled == [True, True]
    assert sorted(house.called("sendMessage")) == [200, 403]
    assert house.said(other) == ["hello"]


async def test_pushes_that_wait_for_each_other_count_when_they_leave() -> None:
    # Given pushes for two seconds, which all wait for the same thing and may leave at once then
    waits = Waits()
    calls = Calls(waits.limiter, waits, probe=partial(asyncio.sleep, 0))
    opened, departures = asyncio.Event(), []

    async def before() -> None:
        await opened.wait()

    async def leave() -> None:
        departures.append(sum(waits.seconds))

    paces = [Pace(chat_id=number, push=True, before=before) for number in range(1, 2 * A_SECOND + 1)]
    pushes = [asyncio.create_task(calls.once(leave, pace)) for pace in paces]
    await asyncio.sleep(0.05)
    opened.set()
    await asyncio.gather(*pushes)

    assert len(departures) == len(pushes)
    # One more, for these seconds pass before the one that was let go has noted when.
    assert max(sum(at <= one < at + 1 for one in departures) for at in departures) <= A_SECOND + 1


async def test_a_push_into_a_full_chat_keeps_no_other_from_leaving(house: House) -> None:
    still = Still()
    sender = slow(house, still)
    _, other = house.other()
    asked: list[int] = []

    def before(chat_id: int) -> Callable[[], Awaitable[None]]:
        async def note() -> None:
            asked.append(chat_id)

        return note

    await sender.deliver(HELLO, chat_id=house.chat.id)
    full = asyncio.create_task(sender.deliver(HELLO, chat_id=house.chat.id, push=True, before=before(house.chat.id)))
    await asyncio.sleep(0.05)
    still.now += 0.5
    await sender.deliver(HELLO, chat_id=other.id, push=True, before=before(other.id))

    assert asked == [other.id]
    full.cancel()
    await asyncio.gather(full, return_exceptions=True)
