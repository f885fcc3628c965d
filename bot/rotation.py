"""`bytesflows-bot keys rotate`, `status`, `retire`: keys changed beside running bots, none of which may meet a value
that it cannot open.

So a key is known everywhere before it seals anywhere, and nothing names it any more before it goes. All can be
interrupted and repeated. Keys are named by their ids.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot import keyfile
from bot.config import Settings
from bot.desk import LIVE, Desk, Refused, Say, told, working
from bot.keysource import Given, Source, Written
from bot.resealing import Resealing
from bot.vault import Key, Vault, new_key, read_keys
from storage import Held


async def rotate(
    settings: Settings, say: Say, *, new: bool, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> int:
    """Seal everything again with the first key. `new`: with a new one, which is put into the generated file first."""
    return await told(say, _rotate(settings, say, new=new, sleep=sleep))


async def status(settings: Settings, say: Say) -> int:
    """Say of every key, and of every key that a value names, what it does; and what to do next."""
    return await told(say, _status(settings, say))


async def retire(settings: Settings, key_id: str, say: Say) -> int:
    """Take a key out that nothing names: out of the generated file, or say where it is to be taken out."""
    return await told(say, _retire(settings, key_id, say))


async def _rotate(settings: Settings, say: Say, *, new: bool, sleep: Callable[[float], Awaitable[None]]) -> int:
    async with working(settings, say, sleep=sleep) as desk:
        if new:
            await _bring_in(desk)
        ring = await desk.keys()
        first = ring[0].id.hex()
        await desk.until(_have(first), _unknown(desk.source, first))
        resealing = Resealing(desk.kept.seals, Vault(ring), say=say, sleep=sleep, clock=time.monotonic)
        trouble = await resealing.run()
        if not await desk.kept.seals.fold():
            trouble.append(
                "the database's journal still holds what was sealed before, for it is being read; run this again"
            )
        trouble += [
            f"a running bot still seals with {held.key_ids[0]}; give it {first} as its first key and run this again"
            for held in await desk.running()
            if held.key_ids[0] != first
        ]
        for one in trouble:
            say(f"✗ {one}")
        counted = await desk.named()
        for key in ring[1:]:
            if not counted[key.id.hex()]:
                say(f"Nothing names key {key.id.hex()} any more: bytesflows-bot keys retire {key.id.hex()}")
        return 1 if trouble else 0


async def _status(settings: Settings, say: Say) -> int:
    async with working(settings, say) as desk:
        ring = [key.id.hex() for key in await desk.keys()]
        tables = await desk.kept.seals.count()
        counted = await desk.named()
        for number, key_id in enumerate([*ring, *sorted(set(counted) - set(ring))]):
            role = "LOST" if key_id not in ring else "seals" if number == 0 else "opens"
            named = ", ".join(f"{table}: {names[key_id]:,}" for table, names in tables.items() if key_id in names)
            say(f"{key_id}  {role:<5}  {named or 'nothing names it'}")
        for held in await desk.running():
            say(f"a running bot seals with {held.key_ids[0]}, opens {', '.join(held.key_ids)}")
        lost = [key_id for key_id in counted if key_id not in ring]
        unused = [key_id for key_id in ring[1:] if not counted[key_id]]
        if lost:
            say(f"Next: put {', '.join(lost)} back behind the others, or let the chats it locks connect again")
        elif any(counted[key_id] for key_id in ring[1:]):
            say("Next: bytesflows-bot keys rotate")
        elif unused:
            say(f"Next: bytesflows-bot keys retire {unused[0]}")
        else:
            say("Nothing is to be done")
        return 1 if lost else 0


async def _retire(settings: Settings, key_id: str, say: Say) -> int:
    async with working(settings, say) as desk:
        ring = await desk.keys()
        ids = [key.id.hex() for key in ring]
        key_id = key_id.lower()
        counted = await desk.named()
        if key_id not in ids:
            raise Refused(f"there is no key {key_id}; there is {', '.join(ids)}")
        if key_id == ids[0]:
            raise Refused(f"{key_id} is the key that seals; put another one first: bytesflows-bot keys rotate")
        if counted[key_id]:
            raise Refused(f"{counted[key_id]:,} values are sealed with {key_id}; first: bytesflows-bot keys rotate")
        if any(held.key_ids[0] == key_id for held in await desk.running()):
            raise Refused(f"a running bot still seals with {key_id}; let it have another first key")
        _take_out(desk, ring[ids.index(key_id)], ids.index(key_id) + 1)
        return 0


def _take_out(desk: Desk, key: Key, number: int) -> None:
    if isinstance(desk.source, Written) and desk.source.generated:
        retired = keyfile.retire(desk.source.path, key)
        desk.say(f"✓ {key.id.hex()} is out of {desk.source.path}")
        desk.say(f"It is kept in {retired}, which nothing reads: a backup from before opens with it. Delete that file")
        desk.say("once no such backup is to be restored, at once if the key became known to others.")
        return
    desk.say(f"✓ nothing names {key.id.hex()}, number {number} of {desk.source.name}: take it out there")
    if isinstance(desk.source, Given):
        desk.say("and restart the bots one by one. Keep it as long as a backup from before may be restored.")
    else:
        desk.say("The bots notice by themselves. Keep it as long as a backup from before may be restored.")


async def _bring_in(desk: Desk) -> None:
    """Put a new key into the generated file: last, until every running bot has it, then first."""
    ring = await desk.keys()
    if not isinstance(desk.source, Written) or not desk.source.generated:
        raise Refused(_steps(desk.source))
    (key,) = read_keys(new_key())
    keyfile.replace(desk.source.path, (*ring, key))
    desk.say(f"key {key.id.hex()} is in {desk.source.path}")
    try:
        await desk.until(_have(key.id.hex()), _unknown(desk.source, key.id.hex()))
    except Refused:
        keyfile.replace(desk.source.path, ring)  # it has sealed nothing
        raise
    keyfile.replace(desk.source.path, (key, *ring))
    await desk.until(_seal_with(key.id.hex()), None)


def _steps(come_from: Source) -> str:
    after = (
        "and restart the bots one by one" if isinstance(come_from, Given) else "and wait for `keys status` to show it"
    )
    return (
        f"the keys are in {come_from.name}, which is yours to change:\n"
        f"  1. bytesflows-bot keys new, and put what it prints LAST into {come_from.name} everywhere; {after}\n"
        f"  2. put it FIRST everywhere; {after}\n"
        "  3. bytesflows-bot keys rotate\n"
        "  4. bytesflows-bot keys retire with the id of the old key"
    )


def _have(key_id: str) -> Callable[[Held], bool]:
    return lambda held: key_id in held.key_ids


def _seal_with(key_id: str) -> Callable[[Held], bool]:
    return lambda held: held.key_ids[0] == key_id


def _unknown(come_from: Source, key_id: str) -> str:
    if isinstance(come_from, Given):
        how = f"put it LAST into {come_from.name} there first, and restart them one by one (one that was killed counts"
        how += f" as running for {LIVE.seconds} seconds)"
    else:
        how = f"do they have the same {come_from.name}?"
    return f"running bots do not have key {key_id} and could not open what it seals, so nothing was sealed: {how}"
