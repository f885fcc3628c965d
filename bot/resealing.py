"""Everything that is sealed, sealed again with the first key: a few values at a time, beside those who use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable

from bot.sealed import of_account, of_update
from bot.vault import KeyLost, SealBroken, Vault
from storage import Renewed, Sealed, Seals

AT_ONCE = 200
"""Values in one transaction: some 20 ms in which a running bot waits to write."""
SHORTEST_PAUSE, LONGEST_PAUSE = 0.005, 0.05
"""Between two of them; else as long as the last one took, for SQLite gives its lock to whoever comes just then."""
SAY_SECONDS = 1.0
MOST_PASSES = 10

Say = Callable[[str], None]


class Resealing:
    """Seals anew what names another key than the first."""

    def __init__(
        self,
        seals: Seals,
        vault: Vault,
        *,
        say: Say,
        sleep: Callable[[float], Awaitable[None]],
        clock: Callable[[], float],
        at_once: int = AT_ONCE,
    ) -> None:
        self._seals = seals
        self._vault = vault
        self._say = say
        self._sleep = sleep
        self._clock = clock
        self._at_once = at_once
        self._renewed: Counter[str] = Counter()
        self._lost: dict[tuple[str, int], str] = {}
        self._broken: set[tuple[str, int]] = set()

    async def run(self) -> list[str]:
        """Do it all; return what was left, and what to do about it. Raises DatabaseUnavailable."""
        first = self._vault.key_ids[0]
        begun = self._clock()
        self._left = sum(
            number
            for names in (await self._seals.count()).values()
            for key_id, number in names.items()
            if key_id != first.hex()
        )
        self._said_at = begun
        for _ in range(MOST_PASSES):  # what somebody changed meanwhile is found by the next
            self._lost.clear()
            self._broken.clear()
            before = self._renewed.total()
            for table in ("accounts", "inbox"):
                await self._pass(table, first)
            if self._renewed.total() == before:
                break
        total = self._renewed.total()
        if total:
            counted = ", ".join(f"{table}: {number:,}" for table, number in self._renewed.items())
            self._say(f"✓ {total:,} values sealed anew with {first.hex()} in {self._clock() - begun:.1f} s ({counted})")
        elif not self._left:
            self._say(f"✓ everything is sealed with {first.hex()}")
        return self._troubles()

    async def _pass(self, table: str, first: bytes) -> None:
        after: int | None = 0
        while after is not None:
            begun = self._clock()
            batch = await self._seals.renew(table, first, after=after, most=self._at_once, renew=self._renew)
            after = batch.last
            self._renewed[table] += batch.renewed
            now = self._clock()
            if now - self._said_at >= SAY_SECONDS:
                self._said_at = now
                self._say(f"{self._renewed.total():,} of {self._left:,} …")
            if after is not None:
                await self._sleep(min(max(SHORTEST_PAUSE, now - begun), LONGEST_PAUSE))

    def _renew(self, one: Sealed) -> Renewed | None:
        place = of_account(one.number, one.chat_id) if one.table == "accounts" else of_update(one.number)
        try:
            secret = self._vault.open(one.value, place)
        except KeyLost as error:
            self._lost[one.table, one.number] = error.key_id
            return None
        except SealBroken:
            self._broken.add((one.table, one.number))
            return None
        value = self._vault.seal(secret, place)
        likeness = None if one.likeness is None else self._vault.likeness(secret, value)
        return Renewed(value=value, likeness=likeness)

    def _troubles(self) -> list[str]:
        lost = Counter((table, key_id) for (table, _), key_id in self._lost.items())
        troubles = [
            f"{number:,} of {table} are locked, for key {key_id} is not in the keyring: put it back behind the "
            "others and run this again, or let those chats connect again"
            for (table, key_id), number in sorted(lost.items())
        ]
        for table in ("accounts", "inbox"):
            numbers = sorted(number for name, number in self._broken if name == table)
            if numbers:
                some = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
                what = "let those chats connect again" if table == "accounts" else "they can't be answered"
                troubles.append(f"{len(numbers):,} of {table} are damaged and open with no key ({some}): {what}")
        return troubles
