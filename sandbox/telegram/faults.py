"""What a test may order to go wrong: false answers, broken bodies, cut connections, calls that hang.

Orders for a method are carried out in turn, each as often as it says. ``effect`` is whether the call does what it
should nevertheless: the case in which a bot cannot know whether its message was sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Moment = Literal["before", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """An error in the usual envelope, without effect."""

    status: int
    description: str
    parameters: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Any bytes, without effect."""

    content: bytes
    status: int
    content_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """No answer: the connection is closed."""

    effect: bool


class Gate:
    """A held call: ``reached`` waits until one is there, ``release`` lets it and all after it go on."""

    def __init__(self, effect: Moment) -> None:
        self.effect = effect
        self._reached = asyncio.Event()
        self._released = asyncio.Event()

    async def reached(self) -> None:
        """Wait until a call waits here."""
        await self._reached.wait()

    def release(self) -> None:
        """Let every call go on."""
        self._released.set()

    async def pass_through(self) -> None:
        """Wait to be released."""
        self._reached.set()
        await self._released.wait()


Fault = Wrong | Body | Cut | Gate


@dataclass(slots=True, kw_only=True)
class _Order:
    fault: Fault
    left: int | None


@dataclass(slots=True)
class Faults:
    """The orders not yet carried out; ``times=None`` is for good, until ``clear``."""

    _orders: dict[str, list[_Order]] = field(default_factory=dict)
    _gates: list[Gate] = field(default_factory=list)

    def answer(
        self,
        method: str,
        *,
        status: int,
        description: str,
        parameters: Mapping[str, object] | None = None,
        times: int | None = 1,
    ) -> None:
        """Answer with an error; ``description`` is the whole text, prefix included."""
        self._order(method, Wrong(status=status, description=description, parameters=parameters), times)

    def body(
        self,
        method: str,
        content: bytes,
        *,
        status: int = 200,
        content_type: str = "text/html",
        times: int | None = 1,
    ) -> None:
        """Answer with any bytes."""
        self._order(method, Body(content=content, status=status, content_type=content_type), times)

    def cut(self, method: str, *, effect: bool = True, times: int | None = 1) -> None:
        """Close the connection without an answer, after the call took effect or instead of it."""
        self._order(method, Cut(effect=effect), times)

    def hold(self, method: str, *, times: int | None = 1, effect: Moment = "after") -> Gate:
        """Let the call wait at the gate that is returned; it takes effect before it waits, or after."""
        gate = Gate(effect)
        self._gates.append(gate)
        self._order(method, gate, times)
        return gate

    def clear(self) -> None:
        """Take back every order and release whatever is held."""
        self._orders.clear()
        for gate in self._gates:
            gate.release()
        self._gates.clear()

    def next(self, method: str) -> Fault | None:
        """Take the fault that is due for a call, if any."""
        orders = self._orders.get(method.lower(), [])
        if not orders:
            return None
        order = orders[0]
        if order.left is not None:
            order.left -= 1
            if order.left <= 0:
                orders.pop(0)
        return order.fault

    def _order(self, method: str, fault: Fault, times: int | None) -> None:
        self._orders.setdefault(method.lower(), []).append(_Order(fault=fault, left=times))
