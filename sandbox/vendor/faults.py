"""What may be ordered to go wrong at the vendor: any status, header and body, a cut line, a call that hangs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Any answer. `body` is sent as it is, whatever `headers` promise of it."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection is closed without an answer."""


class Gate:
    """A held call: `reached` waits until one is there, `release` lets it and all after it go on."""

    def __init__(self) -> None:
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


Fault = Sent | Cut | Gate


class Faults:
    """Orders in turn, each for so many calls (`None`: until `clear`)."""

    def __init__(self) -> None:
        self._orders: list[tuple[Fault, int | None]] = []
        self._gates: list[Gate] = []

    def answer(
        self,
        *,
        status: int = 200,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> None:
        """Answer with anything."""
        self._orders.append((Sent(status=status, headers=headers or {}, body=body), times))

    def cut(self, times: int | None = 1) -> None:
        """Close the connection without an answer."""
        self._orders.append((Cut(), times))

    def hold(self, times: int | None = 1) -> Gate:
        """Let calls wait at the gate that is returned, then answer as if nothing had been."""
        gate = Gate()
        self._orders.append((gate, times))
        self._gates.append(gate)
        return gate

    def clear(self) -> None:
        """Forget all orders, and release what is held."""
        self._orders.clear()
        for gate in self._gates:
            gate.release()

    def next(self) -> Fault | None:
        """Return what is to go wrong with the call that is here now."""
        if not self._orders:
            return None
        fault, times = self._orders.pop(0)
        if times is None or times > 1:
            self._orders.insert(0, (fault, None if times is None else times - 1))
        return fault
