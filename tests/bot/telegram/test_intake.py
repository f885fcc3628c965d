"""Updates taken in: written down before they are confirmed, answered once, and never lost to a bad neighbour."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.commands import Context, Row
from bot.i18n import languages
from bot.reply import Reply
from bot.secret import Secret
from bot.telegram.intake import MOST_ATTEMPTS, Intake
from bot.vault import Key, Place, Vault
from storage import DatabaseUnavailable, Lined, Storage, Written
from storage.database import Heard
from storage.inbox import Inbox
from storage.life import Life
from tests.bot.telegram.house import GROUP, House, Update, in_files, message, pressed, typed, until

TOKEN = "tok_" + "5ecret0123456789abcdefghij"  # in two pieces, so that a traceback of this file does not show it
BUG = languages().best(("en",))("bug")
EXPIRED = languages().best(("en",))("notice-expired")


class Slow:
    """A handler that waits to be let go, and then repeats the arguments."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.go = asyncio.Event()

    async def __call__(self, ctx: Context) -> Reply:
        """Wait, then answer."""
        said = " ".join(ctx.command.arguments)
        self.begun.append(said)
        await self.go.wait()
        return Reply(text=said)


class FullDisk(Inbox):
    """An inbox on a disk that cannot be written for some verbs; it counts those that failed."""

    def __init__(self, inbox: Inbox, *verbs: str) -> None:
        self._inbox = inbox
        self.failing = set(verbs)
        self.failed: list[str] = []

    def _try(self, verb: str) -> None:
        if verb in self.failing:
            self.failed.append(verb)
            raise DatabaseUnavailable("database or disk is full")

    async def write_down(self, updates: Sequence[Written], me: str, now: datetime) -> Lined:
        """Write down, if that is possible."""
        self._try("write_down")
        return await self._inbox.write_down(updates, me, now)

    async def cross_out(self, numbers: Iterable[int]) -> None:
        """Cross out, if that is possible."""
        self._try("cross_out")
        await self._inbox.cross_out(numbers)

    async def adopt(self, me: str) -> tuple[Written, ...]:
        """Take up, if that is possible."""
        self._try("adopt")
        return await self._inbox.adopt(me)

    async def listen(self, me: str, heard: Heard) -> None:
        """There is nobody to hear."""

    async def count_attempt(self, numbers: Iterable[int]) -> None:
        """Count, if that is possible."""
        self._try("count_attempt")
        await self._inbox.count_attempt(numbers)

    async def forget(self, before: datetime) -> None:
        """Forget, if that is possible."""
        self._try("forget")
        await self._inbox.forget(before)


def on_full_disk(house: House, *verbs: str) -> tuple[Storage, FullDisk]:
    """The house's storage with an inbox that cannot do these."""
    inbox = FullDisk(house.storage.inbox, *verbs)
    return replace(house.storage, inbox=inbox), inbox


def left(house: House) -> list[tuple[int, int]]:
    """Number and attempts of what is written down and not crossed out, seen by another connection."""
    database = sqlite3.connect(house.directory / "bot.db")
    rows = database.execute("SELECT update_id, attempts FROM inbox WHERE sealed IS NOT NULL ORDER BY 1").fetchall()
    database.close()
    return rows


def slow_row(slow: Slow) -> Row:
    """`/slow`, which changes nothing."""
    return Row(name="slow", handler=slow)


def edits(house: House) -> list[object]:
    """The texts that were written over messages, as they were asked for."""
    return [call.parameters["text"] for call in house.telegram.calls if call.method == "editMessageText"]


async def finished(intake: Intake) -> None:
    """Wait until nothing is in hand and everything is crossed out."""
    await intake.room(1)
    await intake.close(5)


async def test_an_update_is_written_down_sealed_before_it_is_answered_and_crossed_out_after(house: House) -> None:
    slow = Slow()
    intake = house.intake([slow_row(slow)])

    await intake.take([typed(11, house.chat, "/slow private-words-of-alice")])
    await until(lambda: slow.begun != [])
    during = left(house), house.said(), in_files(house.directory, "private-words-of-alice")
    slow.go.set()
    await finished(intake)

    assert during == ([(11, 0)], [], [])
    assert house.said() == ["private-words-of-alice"]
    assert left(house) == []


async def test_no_file_ever_holds_a_secret_or_the_bots_token(house: House) -> None:
    slow = Slow()
    intake = house.intake([Row(name="login", handler=slow, secret=True), slow_row(slow)])

    await intake.take([typed(1, house.chat, f"/login {TOKEN}"), typed(2, house.chat, "/slow a")])
    await until(lambda: slow.begun != [])
    files = sorted(path.name for path in house.directory.iterdir())
    during = in_files(house.directory, TOKEN) + in_files(house.directory, house.telegram.token)
    slow.go.set()
    await finished(intake)

    assert "bot.db-wal" in files
    assert during == []
    assert in_files(house.directory, TOKEN) == in_files(house.directory, house.telegram.token) == []


async def test_what_is_delivered_again_is_answered_once(house: House) -> None:
    slow = Slow()
    intake = house.intake([slow_row(slow)])
    again = typed(1, house.chat, "/slow once")

    await intake.take([again, again])
    await until(lambda: slow.begun != [])
    await intake.take([again])
    slow.go.set()
    await intake.room(1)
    await intake.take([again])
    await finished(intake)
    next_start = house.intake([slow_row(slow)])
    await next_start.inherit()
    await next_start.take([again, typed(2, house.chat, "/say new")])
    await finished(next_start)

    assert house.said() == ["once", "new"]


async def test_after_an_idle_week_a_number_that_comes_again_is_another_update(house: House) -> None:
    intake = house.intake()
    await intake.take([typed(1, house.chat, "/say old")])
    await until(lambda: house.said() == ["old"] and left(house) == [])
    house.clock.advance(timedelta(days=7))

    await intake.take([typed(1, house.chat, "/say new")])
    await finished(intake)

    assert house.said() == ["old", "new"]


async def test_what_a_start_left_is_answered_by_the_next_in_the_order_of_each_chat(house: House) -> None:
    slow = Slow()
    first = house.intake([slow_row(slow)])
    bob = house.other()[1]
    updates = [typed(number, (house.chat, bob)[number % 2], f"/slow {number}") for number in range(8)]

    await first.take(updates[:4])
    await first.take(updates[4:])
    await until(lambda: sorted(slow.begun) == ["0", "1"])
    await first.close(0.01)
    slow.go.set()
    second = house.intake([slow_row(slow)])
    await second.inherit()
    await finished(second)

    assert house.said() == ["0", "2", "4", "6"]
    assert house.said(bob) == ["1", "3", "5", "7"]


async def test_what_was_left_is_answered_before_what_is_new(house: House) -> None:
    slow = Slow()
    first = house.intake([slow_row(slow)])
    await first.take([typed(900, house.chat, "/slow old")])
    await first.close(0)
    slow.go.set()

    second = house.intake([slow_row(slow)])
    await second.inherit()
    await second.take([typed(5, house.chat, "/slow new")])
    await finished(second)

    assert house.said() == ["old", "new"]


async def test_closing_finishes_what_it_can_and_leaves_the_rest_written_down(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    slow = Slow()
    intake = house.intake([slow_row(slow)])
    bob = house.other()[1]
    await intake.take([typed(1, house.chat, "/slow x"), typed(2, house.chat, "/say y"), typed(3, bob, "/say z")])
    await until(lambda: (3, 0) not in left(house))

    await intake.close(0.01)

    assert left(house) == [(1, 0), (2, 0)]
    assert (house.said(), house.said(bob)) == ([], ["z"])
    assert "2 updates are left for the next start" in caplog.text


ALICE = {"id": 7, "is_bot": False, "first_name": "A"}
PRIVATE = {"id": 7, "type": "private"}
HOSTILE: list[dict[str, Any]] = [
    {"message": None},
    {"message": {}},
    {"message": []},
    {"message": "x"},
    {"message": {"message_id": 1, "date": 1, "from": ALICE, "text": "/say"}},
    {"message": message({"id": 7}, "/say")},
    {"message": message(PRIVATE, "/say", text=5)},
    {"message": message(PRIVATE, "/say", text=["/say"])},
    {"message": message(PRIVATE, "/say", entities="x")},
    {"message": message({"id": [7], "type": "private"}, "/say")},
    {"message": message({"id": {}, "type": "private"}, "/say")},
    {"message": message({"id": 2**70, "type": "private"}, "/say")},
    {"message": message(PRIVATE, "/say", date=10**17)},
    {"message": message(PRIVATE, "/say", date=-(10**17))},
    {"message": message(PRIVATE, "/say", date=10**30)},
    {"message": message(PRIVATE, "/say", date="now")},
    {"message": message(PRIVATE, "/say", message_id="1")},
    {"message": message(PRIVATE, "/say", **{"from": ALICE | {"id": "7"}})},
    {"message": message(PRIVATE, "/say", **{"from": ALICE | {"language_code": 5}})},
    {"callback_query": {"id": "1", "chat_instance": "1", "data": "/say"}},
    {"callback_query": {"id": 5, "from": ALICE, "chat_instance": "1", "data": "/say"}},
    {"callback_query": {"id": "1", "from": ALICE, "chat_instance": "1", "data": 5}},
    {"my_chat_member": {"chat": PRIVATE}},
    {"my_chat_member": {"new_chat_member": {"status": "kicked"}}},
]


async def test_updates_that_cannot_be_read_are_skipped_and_counted_and_cost_nobody_an_answer(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    intake = house.intake()
    updates = [{"update_id": number, **update} for number, update in enumerate(HOSTILE, 1)]
    readable = [typed(1000 + number, house.chat, f"/say {number}") for number in range(len(updates))]

    await intake.take([update for pair in zip(updates, readable, strict=True) for update in pair])
    await finished(intake)

    assert house.said() == [str(number) for number in range(len(updates))]
    # The first says nothing at all, which is no fault.
    assert intake.skipped == len(updates) - 1
    assert f"update {len(updates)} could not be read" in caplog.text
    assert left(house) == []


async def test_updates_that_can_no_longer_be_read_do_not_stop_the_next_start_either(house: House) -> None:
    # Given updates that an earlier version wrote down, for it could read them
    for number, hostile in enumerate(HOSTILE, 1):
        sealed = house.vault.seal(
            Secret(json.dumps({"update_id": number, **hostile})), Place(field=f"inbox.sealed {number}")
        )
        written = Written(update_id=number, received_at=house.clock(), sealed=sealed)
        await house.storage.inbox.write_down([written], "earlier", house.clock())
    after = house.intake()
    await after.take([typed(900, house.chat, "/say after")])
    await finished(after)

    second = house.intake()
    await second.inherit()
    await finished(second)

    assert house.said() == ["after"]
    assert second.skipped == len(HOSTILE) - 1
    assert left(house) == []


async def test_what_has_no_number_is_skipped_and_counted(house: House) -> None:
    intake = house.intake()
    numberless: list[object] = [None, 5, "x", [], {}, {"update_id": None}, {"update_id": "7"}, {"update_id": True}]
    impossible: list[object] = [{"update_id": -1}, {"update_id": 2**63}, {"update_id": 1.5}]

    await intake.take([*numberless, typed(1, house.chat, "/say good"), *impossible])
    await finished(intake)

    assert house.said() == ["good"]
    assert intake.skipped == len(numberless) + len(impossible)


async def test_what_asks_nothing_is_crossed_out_without_a_word(house: House) -> None:
    intake = house.intake()

    await intake.take([{"update_id": 1, "edited_message": message(house.chat.json(), "/say x")}, {"update_id": 2}])
    await finished(intake)

    assert (house.said(), intake.skipped, left(house)) == ([], 0, [])


@pytest.mark.parametrize("verb", ["write_down", "forget"])
async def test_where_nothing_can_be_written_down_a_batch_is_answered_before_it_may_be_confirmed(
    house: House, verb: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")  # the database itself says the rest, once
    storage, disk = on_full_disk(house, verb)
    slow = Slow()
    intake = house.intake([slow_row(slow)], storage=storage)
    bob = house.other()[1]

    taking = asyncio.create_task(intake.take([typed(1, house.chat, "/slow a"), typed(2, bob, "/say b")]))
    await until(lambda: house.said(bob) == ["b"])
    early = taking.done()
    slow.go.set()
    await taking
    answered = house.said()
    disk.failing.clear()
    await intake.take([typed(3, house.chat, "/say c")])
    await finished(intake)

    assert not early
    assert answered == ["a"]
    assert house.said() == ["a", "c"]
    assert "can't be written down" in caplog.text


@pytest.mark.parametrize("recovers", ["before the next answer", "before the end"])
async def test_what_could_not_be_crossed_out_is_crossed_out_later(house: House, recovers: str) -> None:
    storage, disk = on_full_disk(house, "cross_out")
    intake = house.intake(storage=storage)
    await intake.take([typed(1, house.chat, "/say a")])
    await until(lambda: disk.failed != [])
    before = left(house)

    disk.failing.clear()
    if recovers == "before the next answer":
        await intake.take([typed(2, house.chat, "/say b")])
        await until(lambda: left(house) == [])
    await finished(intake)

    assert before == [(1, 0)]
    assert left(house) == []
    assert house.said()[0] == "a"


async def test_a_disk_that_stays_full_keeps_nobody_from_stopping(house: House) -> None:
    storage, disk = on_full_disk(house, "cross_out")
    intake = house.intake(storage=storage)
    await intake.take([typed(1, house.chat, "/say a")])

    await asyncio.wait_for(finished(intake), 5)

    assert house.said() == ["a"]
    assert set(disk.failed) == {"cross_out"}


async def test_a_start_on_a_full_disk_answers_what_was_left(house: House) -> None:
    slow = Slow()
    first = house.intake([slow_row(slow)])
    await first.take([typed(1, house.chat, "/slow left")])
    await first.close(0)
    slow.go.set()
    storage, _ = on_full_disk(house, "count_attempt", "write_down", "cross_out", "forget")

    second = house.intake([slow_row(slow)], storage=storage)
    await second.inherit()
    await second.take([typed(2, house.chat, "/say new")])
    await second.close(5)

    assert house.said() == ["left", "new"]


async def test_a_bug_costs_one_polite_sentence_and_is_logged_without_what_was_said(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def broken(ctx: Context) -> Reply:
        raise RuntimeError("a bug of ours")

    intake = house.intake([Row(name="broken", handler=broken)])
    bob = house.other()[1]

    words = "/broken private-words"
    await intake.take([typed(41, house.chat, words), typed(42, house.chat, "/say on"), typed(43, bob, "/say bob")])
    await finished(intake)

    assert house.said() == [BUG, "on"]
    assert house.said(bob) == ["bob"]
    assert "update 41 could not be answered" in caplog.text
    assert "RuntimeError: a bug of ours" in caplog.text
    assert "private-words" not in caplog.text
    assert intake.skipped == 0
    assert left(house) == []


async def test_a_bug_that_quotes_the_secret_in_hand_does_not_log_it(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def broken(ctx: Context) -> Reply:
        raise RuntimeError(f"cannot use {ctx.command.secret.reveal()}")

    intake = house.intake([Row(name="login", handler=broken, secret=True)])

    await intake.take([typed(41, house.chat, f"/login {TOKEN}")])
    await finished(intake)

    assert "update 41 could not be answered" in caplog.text
    assert TOKEN not in caplog.text


async def test_a_bug_with_a_secret_in_hand_still_says_that_the_secret_is_visible(house: House) -> None:
    async def broken(ctx: Context) -> Reply:
        raise RuntimeError("a bug of ours")

    intake = house.intake([Row(name="", handler=broken, secret=True, changes=True)])
    house.telegram.faults.answer(
        "deleteMessage", status=400, description="Bad Request: message can't be deleted for everyone"
    )

    await intake.take([typed(1, house.chat, "short.tok")])
    await finished(intake)

    (said,) = house.said()
    assert said is not None
    assert said.startswith(BUG)
    assert "I could not delete your message" in said


async def test_a_bug_whose_apology_fails_too_stops_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(ctx: Context) -> Reply:
        raise RuntimeError("a bug of ours")

    intake = house.intake([Row(name="broken", handler=broken)])
    house.telegram.faults.answer("sendMessage", status=400, description="Bad Request: no")

    await intake.take([typed(1, house.chat, "/broken"), typed(2, house.chat, "/say on")])
    await finished(intake)

    assert house.said() == ["on"]
    assert "nor could update 1 be apologised for: BadRequest" in caplog.text


async def test_an_answer_that_telegram_refuses_is_a_bug_of_ours(house: House, caplog: pytest.LogCaptureFixture) -> None:
    async def endless(ctx: Context) -> Reply:
        return Reply(text="x" * 5000)

    intake = house.intake([Row(name="endless", handler=endless)])

    await intake.take([typed(1, house.chat, "/endless")])
    await finished(intake)

    assert house.said() == [BUG]
    assert "update 1 could not be answered" in caplog.text


async def test_an_answer_that_may_have_arrived_is_not_repeated_but_said_to_be_in_doubt(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    intake = house.intake()
    house.telegram.faults.cut("sendMessage", effect=True)

    await intake.take([typed(1, house.chat, "/say once"), typed(2, house.chat, "/say next")])
    await finished(intake)
    next_start = house.intake()
    await next_start.inherit()
    await finished(next_start)

    assert house.said() == ["once", languages().best(("en",))("answer-in-doubt"), "next"]
    (row,) = house.telegram.messages(house.chat)[1].keyboard
    assert [button.data for button in row] == ["/say once"]
    assert "the answer to update 1 may not have arrived" in caplog.text


async def test_what_is_in_doubt_is_said_when_telegram_answers_again_and_only_once(house: House) -> None:
    intake = house.intake()
    house.telegram.faults.cut("sendMessage", effect=False)
    house.telegram.faults.cut("sendChatAction", times=9)

    await intake.take([typed(1, house.chat, "/say lost"), typed(2, house.chat, "/say next")])
    await finished(intake)

    assert house.said() == [languages().best(("en",))("answer-in-doubt"), "next"]
    assert house.called("sendChatAction") == [*[0] * 9, 200]
    assert len(house.waits.seconds) == 9


async def test_a_person_who_blocked_the_bot_meanwhile_is_forgotten_and_costs_nobody_anything(house: House) -> None:
    intake = house.intake()
    bob = house.other()[1]
    house.telegram.block(house.person)

    await intake.take([typed(1, house.chat, "/say a"), typed(2, bob, "/say b")])
    await finished(intake)

    assert house.said(bob) == ["b"]
    assert await house.storage.chats.find(house.chat.id) is None
    assert left(house) == []


def kicked(number: int, house: House) -> Update:
    """The update of Alice blocking the bot."""
    me = house.bot.bot.to_dict()
    change = {
        "chat": house.chat.json(),
        "from": {"id": house.chat.id, "is_bot": False, "first_name": "Alice"},
        "date": 1,
        "old_chat_member": {"user": me, "status": "member"},
        "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
    }
    return {"update_id": number, "my_chat_member": change}


async def test_a_chat_that_put_the_bot_out_is_forgotten_in_its_turn(house: House) -> None:
    intake = house.intake()

    await intake.take([typed(1, house.chat, "/say a")])
    await intake.room(1)
    met = await house.storage.chats.find(house.chat.id)
    await intake.take([kicked(2, house)])
    await finished(intake)

    assert met is not None
    assert await house.storage.chats.find(house.chat.id) is None
    assert left(house) == []


class Unforgetting(Life):
    """Lives on a disk that cannot be written."""

    def __init__(self) -> None:
        pass

    async def leave(self, chat_id: int, *, before: datetime | None = None) -> None:
        """Fail."""
        raise DatabaseUnavailable("database or disk is full")


async def test_a_chat_that_could_not_be_forgotten_is_forgotten_at_the_next_start(house: House) -> None:
    await house.storage.chats.meet(house.chat.id, "private", "en", house.clock())
    first = house.intake(storage=replace(house.storage, life=Unforgetting()))
    await first.take([kicked(1, house), typed(2, house.chat, "/say after")])
    await first.close(1.1)
    kept = await house.storage.chats.find(house.chat.id)

    second = house.intake()
    await second.inherit()
    await finished(second)

    assert kept is not None
    # What came after is answered after, so it meets the chat anew.
    assert await house.storage.accounts.of(house.chat.id) == ()
    assert house.said() == ["after"]
    assert left(house) == []


@pytest.mark.parametrize(
    ("status", "description"), [(401, "Unauthorized"), (404, "Not Found"), (403, "<html>the proxy says no</html>")]
)
async def test_an_answer_that_nothing_can_send_now_is_left_for_the_next_start(
    house: House, status: int, description: str
) -> None:
    first = house.intake()
    house.telegram.faults.body("sendMessage", description.encode(), status=status)

    await first.take([typed(1, house.chat, "/say it")])
    await finished(first)
    before = house.said()
    second = house.intake()
    await second.inherit()
    await finished(second)

    assert before == []
    assert house.said() == ["it"]
    assert left(house) == []


async def test_an_answer_of_telegrams_that_cannot_be_read_stops_no_lane(house: House) -> None:
    intake = house.intake()
    house.telegram.faults.body("sendMessage", b'{"ok": true, "result": {}}', status=200)

    await intake.take([typed(1, house.chat, "/say lost"), typed(2, house.chat, "/say next")])
    await finished(intake)

    assert house.said() == [languages().best(("en",))("answer-in-doubt"), "next"]
    assert left(house) == []


async def test_updates_whose_key_is_lost_are_left_for_the_day_it_comes_back(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    old, new = Key(b"o" * 32), Key(b"n" * 32)
    first_slow = Slow()
    first = house.intake([slow_row(first_slow)], vault=Vault((old,)))
    await first.take([typed(7, house.chat, "/slow sealed")])
    await first.close(0)

    without = house.intake([slow_row(first_slow)], vault=Vault((new,)))
    await without.inherit()
    await without.take([typed(8, house.chat, "/say meanwhile")])
    await finished(without)
    meanwhile = left(house)
    first_slow.go.set()
    back = house.intake([slow_row(first_slow)], vault=Vault((new, old)))
    await back.inherit()
    await finished(back)

    assert meanwhile == [(7, 0)]
    assert "update 7 was left unanswered and does not open" in caplog.text
    assert house.said() == ["meanwhile", "sealed"]
    assert left(house) == []


async def test_only_the_first_of_each_chat_is_counted_as_tried(house: House) -> None:
    slow = Slow()
    bob = house.other()[1]
    first = house.intake([slow_row(slow)])
    await first.take([typed(1, house.chat, "/slow a"), typed(2, house.chat, "/slow b"), typed(3, bob, "/slow c")])
    await first.close(0)

    for _ in range(3):
        again = house.intake([slow_row(slow)])
        await again.inherit()
        await again.close(0)

    assert left(house) == [(1, 3), (2, 0), (3, 3)]


async def test_an_update_that_was_in_hand_at_too_many_crashes_is_given_up(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    slow = Slow()
    first = house.intake([slow_row(slow)])
    await first.take([typed(1, house.chat, "/slow deadly"), typed(2, house.chat, "/slow good")])
    await first.close(0)
    for _ in range(MOST_ATTEMPTS):
        await house.storage.inbox.count_attempt([1])
    slow.go.set()

    last = house.intake([slow_row(slow)])
    await last.inherit()
    await finished(last)

    assert house.said() == ["good"]
    assert last.skipped == 1
    assert "update 1 was in hand at too many crashes" in caplog.text
    assert left(house) == []


async def test_one_crash_less_and_it_is_tried_again(house: House) -> None:
    slow = Slow()
    first = house.intake([slow_row(slow)])
    await first.take([typed(1, house.chat, "/slow deadly")])
    await first.close(0)
    for _ in range(MOST_ATTEMPTS - 1):
        await house.storage.inbox.count_attempt([1])
    slow.go.set()

    last = house.intake([slow_row(slow)])
    await last.inherit()
    await finished(last)

    assert house.said() == ["deadly"]


async def drawn(house: House, slow: Slow, updates: Sequence[Update], *, changes: bool = False) -> list[object]:
    """What is written over messages when the others arrive while the first is being dealt with."""
    intake = house.intake([Row(name="slow", handler=slow, changes=changes)])
    await intake.take(updates[:1])
    await until(lambda: slow.begun != [])
    await intake.take(updates[1:])
    slow.go.set()
    await finished(intake)
    return edits(house)


async def page(house: House) -> int:
    """A message of the bot, to press on."""
    return (await house.bot.send_message(house.chat.id, "page")).message_id


async def test_of_presses_that_wait_on_one_message_only_the_newest_is_drawn(house: House) -> None:
    over = await page(house)

    texts = await drawn(house, Slow(), [pressed(number, house.chat, over, f"/slow {number}") for number in range(5)])

    assert texts == ["0", "4"]


async def test_a_press_that_changes_something_is_never_passed_over(house: House) -> None:
    over = await page(house)
    updates = [pressed(number, house.chat, over, f"/slow {number}") for number in range(4)]

    assert await drawn(house, Slow(), updates, changes=True) == ["0", "1", "2", "3"]


async def test_presses_on_different_messages_do_not_supersede_each_other(house: House) -> None:
    pages = [await page(house), await page(house)]
    updates = [pressed(number, house.chat, pages[number % 2], f"/slow {number}") for number in range(4)]

    assert await drawn(house, Slow(), updates) == ["0", "2", "3"]


async def test_what_is_typed_is_never_passed_over_for_a_press(house: House) -> None:
    over, slow = await page(house), Slow()
    updates = [
        typed(0, house.chat, "/slow a"),
        typed(1, house.chat, "/slow b"),
        pressed(2, house.chat, over, "/slow c"),
    ]

    texts = await drawn(house, slow, updates)

    assert slow.begun == ["a", "b", "c"]
    assert texts == ["c"]


async def test_a_press_is_answered_at_once_also_where_it_has_to_wait(house: House) -> None:
    slow, over = Slow(), await page(house)
    intake = house.intake([slow_row(slow)])
    press = house.telegram.press(house.person, house.chat, over, "/say x")
    query = pressed(2, house.chat, over, "/say x")
    query["callback_query"]["id"] = press.id

    await intake.take([typed(1, house.chat, "/slow a"), query])
    answer = await press.answered()
    before = edits(house)
    slow.go.set()
    await finished(intake)

    assert answer.text is None
    assert before == []
    assert edits(house) == ["x"]


async def test_a_press_that_means_nothing_gets_a_notice_and_no_message(house: House) -> None:
    intake, over = house.intake(), await page(house)
    press = house.telegram.press(house.person, house.chat, over, "/nothing")
    query = pressed(1, house.chat, over, "/nothing")
    query["callback_query"]["id"] = press.id

    await intake.take([query])
    answer = await press.answered()
    await finished(intake)

    assert answer.text == EXPIRED
    assert house.said() == ["page"]
    assert left(house) == []


async def test_a_secret_is_deleted_at_once_and_once(house: House) -> None:
    slow, erased = Slow(), []

    async def login(ctx: Context) -> Reply:
        erased.extend([await ctx.erase(), await ctx.erase()])
        return Reply(text="connected")

    intake = house.intake([slow_row(slow), Row(name="login", handler=login, secret=True, changes=True)])
    secret = house.telegram.send(house.person, house.chat, f"/login {TOKEN}")
    update = typed(2, house.chat, f"/login {TOKEN}", message_id=secret.id)

    await intake.take([typed(1, house.chat, "/slow a"), update])
    await until(lambda: house.called("deleteMessage") != [])
    behind = house.said()
    slow.go.set()
    await finished(intake)

    assert behind == []
    assert erased == [True, True]
    assert house.called("deleteMessage") == [200]
    assert house.said() == ["a", "connected"]


async def test_a_secret_in_a_group_is_deleted_there(house: House) -> None:
    intake = house.intake([Row(name="login", handler=Slow(), secret=True)])

    await intake.take([{"update_id": 1, "message": message(GROUP, f"/login {TOKEN}")}])
    await finished(intake)

    deletions = [call.parameters for call in house.telegram.calls if call.method == "deleteMessage"]
    assert deletions == [{"chat_id": GROUP["id"], "message_id": 5}]


@pytest.mark.parametrize("text", ["/say a\ud83d", "/say \udc00", "\ud83d", "/login \ud83d"])
async def test_half_a_character_does_not_stop_anything(house: House, text: str) -> None:
    async def answer(ctx: Context) -> Reply:
        return Reply(text="heard")

    intake = house.intake([Row(name="", handler=answer, secret=True), Row(name="login", handler=answer, secret=True)])

    await intake.take([typed(1, house.chat, text), typed(2, house.chat, "/say on")])
    await finished(intake)

    assert house.said()[-1] == "on"
    assert intake.skipped == 0
    assert left(house) == []


async def test_many_chats_are_answered_side_by_side_and_no_task_is_left(house: House) -> None:
    chats = [house.other(f"Person {number}")[1] for number in range(60)]
    before = asyncio.all_tasks()
    slow = Slow()
    intake = house.intake([slow_row(slow)])

    for batch in range(3):
        await intake.take([typed(batch * 60 + n, chat, f"/slow {batch}") for n, chat in enumerate(chats)])
    await until(lambda: len(slow.begun) == 60)
    slow.go.set()
    await finished(intake)

    ours = {task for task in asyncio.all_tasks() - before if "/bot/telegram/" in str(task.get_coro())}
    assert {tuple(house.said(chat)) for chat in chats} == {("0", "1", "2")}
    assert ours == set()
    assert left(house) == []
