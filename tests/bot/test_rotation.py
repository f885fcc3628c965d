"""Keys rotated beside running bots: nobody meets a value that does not open, and no key goes that anything names."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import storage
from bot import desk, keyfile, keys, resealing, rotation
from bot.config import Settings
from bot.sealed import of_account, of_update
from bot.secret import Secret
from bot.vault import Key, Vault, read_keys, write_keys
from storage import Account, Storage, Written
from storage.engines import database_at
from tests.postgres import emptied
from tests.world import World

OLD, NEW, LOST = (Key(bytes(range(start, start + 32))) for start in (0, 1, 2))
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def name(key: Key) -> str:
    return key.id.hex()


@dataclass
class Place:
    """A place of a bot that does not run, and what commands said about its keys."""

    settings: Settings
    said: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        return self.settings.data_dir / keys.FILE

    async def rotate(self, *, new: bool = False, sleep: Callable[[float], object] = lambda _: None) -> int:
        async def asleep(seconds: float) -> None:
            done = sleep(seconds)
            if asyncio.iscoroutine(done):
                await done

        self.said.clear()
        return await rotation.rotate(self.settings, self.said.append, new=new, sleep=asleep)

    async def status(self) -> int:
        self.said.clear()
        return await rotation.status(self.settings, self.said.append)

    async def retire(self, key: Key) -> int:
        self.said.clear()
        return await rotation.retire(self.settings, name(key), self.said.append)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Storage]:
        async with storage.opened(self.settings.database_url) as kept:
            yield kept

    async def accounts(self) -> tuple[Account, ...]:
        async with self.opened() as kept:
            return await kept.accounts.all()


async def connect(kept: Storage, number: int, key: Key, *, replaces: int | None = None) -> Account:
    """Connect an account whose token is its number, in a chat of the same number."""
    await kept.chats.meet(number, "private", None, NOW)
    done = await kept.accounts.connect(
        number,
        "main",
        "bearer",
        by=number,
        now=NOW,
        seal=lambda account_id, chat_id: Vault((key,)).seal(token(number), of_account(account_id, chat_id)),
        replaces=replaces,
        most=10,
    )
    return done.account


def token(number: int) -> Secret:
    return Secret(f"tok_{number}_5ecret")


def opens(account: Account, key: Key) -> bool:
    """Whether an account holds its own token, sealed with this key."""
    return Vault((key,)).open(account.sealed, of_account(account.account_id, account.chat_id)) == token(account.chat_id)


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Place:
    """A generated key file that holds the new key and the old one, and a place for a database."""
    keyfile.replace(tmp_path / keys.FILE, (NEW, OLD))
    return Place(
        Settings(
            telegram_bot_token=Secret("123456789:AAE"),
            data_dir=tmp_path,
            database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        )
    )


@pytest.fixture(params=["sqlite", "postgresql"])
async def given(request: pytest.FixtureRequest, on_sqlite: Place) -> Place:
    """The same on each database."""
    if request.param == "postgresql":
        server, database = (request.getfixturevalue(name) for name in ("postgres_server", "postgres_database"))
        on_sqlite.settings = replace(on_sqlite.settings, database_url=await emptied(server, database))
    return on_sqlite


async def test_everything_is_sealed_anew_with_the_first_key(given: Place) -> None:
    async with given.opened() as kept:
        for number in range(1, 6):
            await connect(kept, number, OLD if number < 4 else NEW)
        await kept.replicas.join("me")
        await kept.inbox.write_down(
            [Written(update_id=9, received_at=NOW, sealed=Vault((OLD,)).seal(Secret("{}"), of_update(9)))], "me", NOW
        )

    assert await given.rotate() == 0

    assert given.said[0].startswith(f"✓ 4 values sealed anew with {name(NEW)} in ")
    assert given.said[0].endswith("(accounts: 3, inbox: 1)")
    assert given.said[1:] == [f"Nothing names key {name(OLD)} any more: bytesflows-bot keys retire {name(OLD)}"]
    assert all(opens(account, NEW) for account in await given.accounts())
    async with given.opened() as kept:
        (written,) = await kept.inbox.waiting()
        assert Vault((NEW,)).open(written.sealed, of_update(9)) == Secret("{}")


async def test_once_all_is_done_nothing_is_done_again(given: Place) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, OLD)
    await given.rotate()
    before = await given.accounts()

    assert await given.rotate() == 0

    assert given.said[0] == f"✓ everything is sealed with {name(NEW)}"
    assert await given.accounts() == before


async def test_between_a_few_values_and_the_next_others_have_their_turn(given: Place) -> None:
    # Given five values sealed two at a time, and a person who renews the last one's token meanwhile
    pauses: list[float] = []
    renewed: list[Account] = []
    async with given.opened() as kept:
        for number in range(1, 6):
            await connect(kept, number, OLD)

        async def meanwhile(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 1:
                (last,) = await kept.accounts.of(5)
                assert last.sealed[1:9] == OLD.id
                renewed.append(await connect(kept, 5, NEW, replaces=last.account_id))

        vault = Vault((NEW, OLD))
        work = resealing.Resealing(
            kept.seals, vault, say=given.said.append, sleep=meanwhile, clock=lambda: 0.0, at_once=2
        )

        # When everything is sealed anew
        assert await work.run() == []

    # Then what the person did meanwhile is as they left it.
    assert pauses == [resealing.SHORTEST_PAUSE] * 2
    assert given.said == [f"✓ 4 values sealed anew with {name(NEW)} in 0.0 s (accounts: 4, inbox: 0)"]
    accounts = await given.accounts()
    assert all(opens(account, NEW) for account in accounts)
    assert accounts[-1].sealed == renewed[0].sealed


async def test_what_was_sealed_before_is_in_no_file(on_sqlite: Place) -> None:
    async with on_sqlite.opened() as kept:
        old = [(await connect(kept, number, OLD)).sealed for number in range(1, 30)]

        assert await on_sqlite.rotate() == 0

        files = [path.read_bytes() for path in on_sqlite.settings.data_dir.iterdir()]
        assert not any(sealed in content for sealed in old for content in files)
        (account,) = await kept.accounts.of(1)
        assert any(account.sealed in content for content in files)


async def test_likeness_is_made_anew_together_with_the_seal(given: Place) -> None:
    async with given.opened() as kept:
        first = await connect(kept, 1, OLD)
        await connect(kept, 2, OLD)  # never looked at
        await kept.accounts.looked_at(first, likeness=Vault((OLD,)).likeness(token(1), first.sealed), again_at=NOW)

    await given.rotate()

    first, second = await given.accounts()
    assert first.likeness == Vault((NEW,)).likeness(token(1), first.sealed)
    assert second.likeness is None


async def test_what_does_not_open_is_left_and_told_with_what_to_do(given: Place) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, OLD)
        lost = await connect(kept, 2, LOST)
        elsewhere = await connect(kept, 3, OLD)
        async with given.opened() as other:  # bound to another chat than its own
            await other.life.move(3, 4, now=NOW, reseal=lambda _a, _c, sealed: sealed, free_name=lambda one, _: one)

    assert await given.rotate() == 1

    assert given.said[0].startswith("✓ 1 values sealed anew")
    assert given.said[1].startswith(
        f"✗ 1 of accounts are locked, for key {name(LOST)} is not in the keyring: put it back"
    )
    assert given.said[2].startswith(
        f"✗ 1 of accounts are damaged and open with no key ({elsewhere.account_id}): let those"
    )
    assert [one.sealed for one in (await given.accounts())[1:]] == [lost.sealed, elsewhere.sealed]
    assert not any("retire" in line for line in given.said)


async def test_status_says_of_each_key_what_it_does_and_what_is_next(given: Place) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, OLD)
        await connect(kept, 2, NEW)
        assert await given.status() == 0, given.said
        assert given.said == [
            f"{name(NEW)}  seals  accounts: 1",
            f"{name(OLD)}  opens  accounts: 1",
            "Next: bytesflows-bot keys rotate",
        ]

        await given.rotate()
        await kept.keyrings.show("a", (name(OLD),), datetime.now(UTC))
        await given.status()
        assert given.said == [
            f"{name(NEW)}  seals  accounts: 2",
            f"{name(OLD)}  opens  nothing names it",
            f"a running bot seals with {name(OLD)}, opens {name(OLD)}",
            f"Next: bytesflows-bot keys retire {name(OLD)}",
        ]

        await connect(kept, 3, LOST)
        assert await given.status() == 1
        assert f"{name(LOST)}  LOST   accounts: 1" in given.said
        assert given.said[-1].startswith(f"Next: put {name(LOST)} back")


async def test_a_key_that_is_needed_is_not_retired(given: Place) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, OLD)

        assert [await given.retire(key) for key in (OLD, NEW, LOST)] == [1, 1, 1]
        await given.retire(OLD)
        assert given.said == [f"✗ 1 values are sealed with {name(OLD)}; first: bytesflows-bot keys rotate"]
        await given.retire(NEW)
        assert given.said == [f"✗ {name(NEW)} is the key that seals; put another one first: bytesflows-bot keys rotate"]

        await given.rotate()
        await kept.keyrings.show("a", (name(OLD), name(NEW)), datetime.now(UTC))
        assert await given.retire(OLD) == 1
        assert given.said == [f"✗ a running bot still seals with {name(OLD)}; let it have another first key"]
    assert keys.existing(None, given.file.parent) == (NEW, OLD)


async def test_a_retired_key_is_out_of_the_file_and_kept_beside_it(on_sqlite: Place) -> None:
    async with on_sqlite.opened() as kept:
        await connect(kept, 1, NEW)

    assert await on_sqlite.retire(OLD) == 0

    assert keys.existing(None, on_sqlite.file.parent) == (NEW,)
    retired = on_sqlite.file.with_name("encryption.key.retired")
    assert keys.read(Secret(retired.read_text()), "") == (OLD,)
    assert on_sqlite.said[0] == f"✓ {name(OLD)} is out of {on_sqlite.file}"
    assert str(retired) in on_sqlite.said[1]


def settings_with(on_sqlite: Place, kind: str) -> Settings:
    """The same keys, from somewhere that is not ours to change."""
    ring = write_keys((NEW, OLD))
    if kind == "ENCRYPTION_KEYS":
        return replace(on_sqlite.settings, encryption_keys=ring)
    path = on_sqlite.settings.data_dir / "mine"
    path.write_text(ring.reveal())
    return replace(on_sqlite.settings, encryption_keys_file=path)


@pytest.mark.parametrize("kind", ["ENCRYPTION_KEYS", "ENCRYPTION_KEYS_FILE"])
async def test_keys_that_are_not_ours_to_change_are_rotated_by_steps_that_are_told(given: Place, kind: str) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, OLD)
    given.settings = settings_with(given, kind)

    assert await given.rotate(new=True) == 1
    (steps,) = given.said
    assert [line[:4] for line in steps.splitlines()[1:]] == ["  1.", "  2.", "  3.", "  4."]
    assert f"LAST into {kind} everywhere" in steps
    assert await given.rotate() == 0
    assert await given.retire(OLD) == 0
    assert given.said[0] == f"✓ nothing names {name(OLD)}, number 2 of {kind}: take it out there"


async def test_nothing_is_sealed_with_a_key_that_a_running_bot_does_not_have(given: Place) -> None:
    given.settings = settings_with(given, "ENCRYPTION_KEYS")
    async with given.opened() as kept:
        before = await connect(kept, 1, OLD)
        await kept.keyrings.show("a", (name(OLD), name(NEW)), datetime.now(UTC))
        await kept.keyrings.show("b", (name(OLD),), datetime.now(UTC))
        await kept.keyrings.show("dead", (name(OLD),), datetime.now(UTC) - desk.LIVE)

        assert await given.rotate() == 1
        (said,) = given.said
        assert said.startswith(f"✗ 1 running bots do not have key {name(NEW)} and could not open what it seals")
        assert "put it LAST into ENCRYPTION_KEYS there first" in said
        assert await kept.accounts.all() == (before,)

        # Once it has, everything is sealed, and it is told that some do not seal with it yet.
        await kept.keyrings.show("b", (name(NEW), name(OLD)), datetime.now(UTC))
        assert await given.rotate() == 1
        assert given.said[1].startswith(f"✗ a running bot still seals with {name(OLD)}; give it {name(NEW)}")
        assert opens((await kept.accounts.all())[0], NEW)


async def test_a_new_key_that_running_bots_never_learn_is_taken_back(given: Place) -> None:
    async with given.opened() as kept:
        await connect(kept, 1, NEW)
        await kept.keyrings.show("a", (name(NEW), name(OLD)), datetime.now(UTC))

        assert await given.rotate(new=True) == 1

        assert "do they have the same " in given.said[-1]
        assert keys.existing(None, given.file.parent) == (NEW, OLD)
        assert await kept.seals.count() == {"accounts": {name(NEW): 1}, "inbox": {}}


async def test_where_there_is_nothing_yet_that_is_said(on_sqlite: Place) -> None:
    assert await on_sqlite.rotate() == 1
    assert on_sqlite.said == [
        f"✗ {on_sqlite.file.parent / 'bot.db'}: there is no database yet; the first start of the bot makes it"
    ]

    async with on_sqlite.opened():
        pass
    on_sqlite.file.unlink()
    assert await on_sqlite.rotate(new=True) == 1
    assert on_sqlite.said == [f"✗ {on_sqlite.file}: there is no key yet; the first start of the bot makes one"]


async def test_a_database_of_another_version_is_left_alone(on_sqlite: Place) -> None:
    database = database_at(on_sqlite.settings.database_url)
    await database.write(lambda connection: connection.exec_driver_sql("CREATE TABLE t (x)"))
    await database.close()

    assert await on_sqlite.rotate() == 1

    assert "it is not of this version yet" in on_sqlite.said[0]


async def test_two_commands_do_not_change_the_key_file_at_once(on_sqlite: Place) -> None:
    async with on_sqlite.opened():
        pass
    with keyfile.held(on_sqlite.file):
        assert await on_sqlite.rotate(new=True) == 1

    assert "another command is at work" in on_sqlite.said[0]


async def test_a_conversation_goes_on_while_keys_are_rotated_and_the_bot_learns_the_new_one(world: World) -> None:
    # Given a running bot with a generated key, and people who use it
    world.keys_seconds = 0.01
    people = [world.person(name) for name in ("Alice", "Bob", "Carol")]
    said: list[str] = []
    async with world.bot():
        for person in people:
            await person.says(f"/login {world.account().token}")
        (old,) = keys.existing(None, world.directory)

        # When the key is rotated beside it while they go on talking
        rotating = asyncio.create_task(rotation.rotate(world.settings(), said.append, new=True))
        answers = [await people[0].says("/balance")]
        while not rotating.done():
            answers += [await person.says("/balance") for person in people]
        code = await rotating
        answers += [await person.says("/balance") for person in people]
        later = await people[0].says(f"/login {world.account().token} second")

        # Then every answer was one, everything is sealed with the new key, by the bot too, and the old one may go.
        assert code == 0, said
        new = keys.existing(None, world.directory)[0]
        assert new != old
        assert all(answer.text.startswith(people[0].words("balance-title")) for answer in answers)
        assert later.text.startswith(people[0].words("login-done", name="second"))
        async with storage.opened(world.settings().database_url) as kept:
            assert (await kept.seals.count())["accounts"] == {name(new): 4}
        assert await rotation.retire(world.settings(), name(old), said.append) == 0
        again = await people[1].says("/balance")
        assert again.text.startswith(people[1].words("balance-title"))
    async with world.bot():
        last = await people[2].says("/balance")
    assert last.text.startswith(people[2].words("balance-title"))
    assert read_keys(Secret((world.directory / keys.FILE).read_text())) == (new,)


async def test_a_bot_that_meets_a_value_of_a_new_key_reads_the_file_and_answers(world: World) -> None:
    chat = world.person()
    world.keys_seconds = 3600.0  # it does not notice by itself
    async with world.bot():
        await chat.says(f"/login {world.account().token}")
        (old,) = keys.existing(None, world.directory)
        keyfile.replace(world.directory / keys.FILE, (NEW, old))
        async with storage.opened(world.settings().database_url) as kept:
            for held in await kept.keyrings.seen(NOW.replace(year=2000)):
                await kept.keyrings.show(held.holder, (name(NEW), name(old)), datetime.now(UTC))
        assert await rotation.rotate(world.settings(), lambda _: None, new=False) == 0

        answer = await chat.says("/balance")

    assert answer.text.startswith(chat.words("balance-title"))
