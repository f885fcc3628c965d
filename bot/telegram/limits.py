"""Telegram's pace: when a message or an edit may leave, answers first, pushes behind. It sends nothing itself.

What Telegram takes is unpublished and changes; it advises about 30 messages a second in all, one a second in a chat,
where short bursts may go beyond, and 20 a minute in a group. What is too much it answers with 429 and a time to wait.
https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count

from bot.observing import Observe, unobserved

A_SECOND = 25
"""Messages and edits in any one second, to all chats together."""
BURST = 5
"""Answers at once to a chat that was quiet; each second makes room for one more. Pushes have no burst."""
A_MINUTE = 20
"""Messages and edits in any one minute to a group."""
PUSHES_A_MINUTE = 15
"""A push leaves only where fewer than these left for its group within the minute: the rest is for answers."""
MOST_OVERTAKING = 24
"""Answers that may leave one after another before a push that could; then it is that push's turn."""
TOGETHER_SECONDS = 1.0
"""Telegram does not say whose flood a 429 is about; two chats told to wait within this time speak for all."""

_SHORTEST_SLEEP = 0.001  # a timer may wake a little early
_Waiter = tuple[int, "asyncio.Future[None]"]


@dataclass(slots=True, eq=False)
class _Chat:
    """A chat as long as something waits for it or what left for it still counts.

    `waiting` and `lined_up` (whether it stands in one of the limiter's heaps): for answers, for pushes. `rested_at`:
    when its burst is whole again. `left`: when the last messages of a group left, at most as many as a minute takes.
    """

    chat_id: int
    waiting: tuple[list[_Waiter], list[_Waiter]] = field(default_factory=lambda: ([], []))
    lined_up: list[bool] = field(default_factory=lambda: [False, False])
    rested_at: float = 0.0
    held_until: float = 0.0
    left: list[float] = field(default_factory=list)
    is_noted: bool = False

    def ready_at(self, *, push: bool) -> float:
        """When the next answer or push may leave as far as this chat goes; never sooner than it said before."""
        at = max(self.held_until, self.rested_at if push else self.rested_at - (BURST - 1))
        most = PUSHES_A_MINUTE if push else A_MINUTE
        return at if len(self.left) < most else max(at, self.left[-most] + 60.0)

    def count(self, now: float) -> None:
        """Count one that leaves now."""
        self.rested_at = max(self.rested_at, now) + 1.0
        if self.chat_id < 0:
            self.left.append(now)
            del self.left[:-A_MINUTE]

    @property
    def matters_until(self) -> float:
        """When it will be as if nothing had ever been sent to it."""
        return max(self.held_until, self.rested_at, self.left[-1] + 60.0 if self.left else 0.0)


class Limiter:
    """One for everything that is sent. Within a chat, and among those that could leave, who came first leaves first.

    `clock`: seconds that never go back, above zero. `sharers`: how many processes share what the bot may send in all; a
    chat is one process's. What it counts does not outlive the process.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        sharers: Callable[[], int] = lambda: 1,
        observe: Observe = unobserved,
    ) -> None:
        self._observe = observe
        self._wait = [0, 0]
        self._clock = clock
        self._sleep = sleep
        self._sharers = sharers
        self._numbers = count()
        self._chats: dict[int, _Chat] = {}
        self._left: deque[float] = deque(maxlen=A_SECOND)
        self._held_until = 0.0
        self._flood: tuple[int, float, float] | None = None
        self._overtaken = 0
        # Of each chat its first answer and its first push stand in one of these, and are looked at anew when in front.
        self._could: tuple[list[tuple[int, _Chat]], list[tuple[int, _Chat]]] = ([], [])
        self._later: list[tuple[float, int, bool, _Chat]] = []
        self._fading: list[tuple[float, int]] = []
        self._waking: asyncio.Task[None] | None = None
        self._wakes_at = 0.0

    def waiting(self, *, push: bool) -> int:
        """Return how many answers, or pushes, wait for their turn."""
        return self._wait[push]

    async def turn(self, chat_id: int, *, push: bool = False) -> None:
        """Wait until a message or an edit may be sent to a chat; it counts as sent then. Each attempt needs a turn.

        Who is cancelled while waiting counts for nothing; who was let go at that instant counts as sent.
        """
        began, how = self._clock(), "given_up"
        self._wait[push] += 1
        try:
            await self._turn(chat_id, push=push)
            how = "left"
        finally:
            self._wait[push] -= 1
            self._observe("push" if push else "answer", how, self._clock() - began)

    async def _turn(self, chat_id: int, *, push: bool) -> None:
        chat = self._chat(chat_id)
        waiter: _Waiter = (next(self._numbers), asyncio.get_running_loop().create_future())
        chat.waiting[push].append(waiter)
        if not chat.lined_up[push]:
            self._line_up(chat, self._clock(), push=push)
        self._go_on()
        try:
            if waiter[1].done():
                await asyncio.sleep(0)  # those who were let go before this one have not gone on yet
            await waiter[1]
        except asyncio.CancelledError:
            if waiter in chat.waiting[push]:
                chat.waiting[push].remove(waiter)
            if self._chats.get(chat_id) is chat:
                self._note(chat)
            self._go_on()
            raise

    async def room(self, chat_id: int) -> None:
        """Wait until a push could leave as far as its chat goes; it counts nothing, and promises nothing."""
        while True:
            chat, now = self._chats.get(chat_id), self._clock()
            at = max(self._held_until, chat.ready_at(push=True) if chat is not None else 0.0)
            if at <= now:
                return
            await self._sleep(max(at - now, _SHORTEST_SLEEP))

    def hold(self, chat_id: int | None, seconds: float) -> None:
        """Let nothing leave for a chat, or for any (`None`), for so long: what Telegram asks for with a 429.

        A second chat held within a second tells of a flood of the whole bot's: all wait for the shorter of the two.
        """
        now = self._clock()
        until = now + seconds
        if chat_id is None:
            self._held_until = max(self._held_until, until)
            return
        chat = self._chat(chat_id)
        chat.held_until = max(chat.held_until, until)
        self._note(chat)
        if self._flood is not None:
            other, at, others_until = self._flood
            if other != chat_id and now - at <= TOGETHER_SECONDS:
                self._held_until = max(self._held_until, min(until, others_until))
        self._flood = (chat_id, now, until)

    def _chat(self, chat_id: int) -> _Chat:
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _Chat(chat_id)
        return chat

    def _go_on(self) -> None:
        """Let leave who may, and see to it that the next one is woken in time."""
        at = self._serve()
        if self._waking is not None and (at is None or at < self._wakes_at):
            self._waking.cancel()
            self._waking = None
        if at is not None and self._waking is None:
            self._wakes_at = at
            self._waking = asyncio.create_task(self._wake())

    async def _wake(self) -> None:
        while True:
            await self._sleep(max(self._wakes_at - self._clock(), _SHORTEST_SLEEP))
            at = self._serve()
            if at is None:
                self._waking = None
                return
            self._wakes_at = at

    def _serve(self) -> float | None:
        """Let leave who may, and return when to look again; `None` where nobody waits."""
        now = self._clock()
        self._forget(now)
        while True:
            while self._later and self._later[0][0] <= now:
                _, _, push, chat = heappop(self._later)
                self._line_up(chat, now, push=push)
            answer, pushed = self._first(now, push=False), self._first(now, push=True)
            is_push = answer is None or (pushed is not None and self._overtaken >= MOST_OVERTAKING)
            chosen = pushed if is_push else answer
            soonest = self._later[0][0] if self._later else None
            if chosen is None:
                return soonest
            at = self._room_at(evenly=answer is None)
            if at > now:
                return at if soonest is None else min(at, soonest)
            self._overtaken = 0 if is_push else self._overtaken + (pushed is not None)
            self._let_leave(chosen, now, push=is_push)

    def _room_at(self, *, evenly: bool) -> float:
        """When one more may leave. `evenly`: pushes don't catch up, or they would reach Telegram in heaps."""
        a_second = max(1, A_SECOND // self._sharers())
        room = self._left[-a_second] + 1.0 if len(self._left) >= a_second else 0.0
        if evenly and self._left:
            room = max(room, self._left[-1] + 1.0 / a_second)
        return max(room, self._held_until)

    def _first(self, now: float, *, push: bool) -> _Chat | None:
        """Return the chat whose answer or push is the first that could leave now."""
        could = self._could[push]
        while could:
            number, chat = could[0]
            waiting = chat.waiting[push]
            if waiting and waiting[0][0] == number and not waiting[0][1].done() and chat.ready_at(push=push) <= now:
                return chat
            heappop(could)
            self._line_up(chat, now, push=push)
        return None

    def _let_leave(self, chat: _Chat, now: float, *, push: bool) -> None:
        heappop(self._could[push])
        _, place = chat.waiting[push].pop(0)
        place.set_result(None)
        chat.count(now)
        self._left.append(now)
        self._line_up(chat, now, push=push)
        self._note(chat)

    def _line_up(self, chat: _Chat, now: float, *, push: bool) -> None:
        """Put a chat's first answer or push where it belongs, if there is one."""
        waiting = chat.waiting[push]
        while waiting and waiting[0][1].done():  # cancelled
            del waiting[0]
        chat.lined_up[push] = bool(waiting)
        if not waiting:
            return
        number, at = waiting[0][0], chat.ready_at(push=push)
        if at > now:
            heappush(self._later, (at, number, push, chat))
        else:
            heappush(self._could[push], (number, chat))

    def _note(self, chat: _Chat) -> None:
        """Look at a chat again when it may have ceased to matter."""
        if not chat.is_noted:
            chat.is_noted = True
            heappush(self._fading, (chat.matters_until, chat.chat_id))

    def _forget(self, now: float) -> None:
        while self._fading and self._fading[0][0] <= now:
            chat = self._chats[heappop(self._fading)[1]]
            chat.is_noted = False
            if any(chat.waiting):
                continue  # it is noted again when that has left
            if chat.matters_until > now:
                self._note(chat)
            else:
                del self._chats[chat.chat_id]
