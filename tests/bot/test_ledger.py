"""Records followed from look to look: what came, what was used and what was lost, each counted once."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot import ledger
from bot.consumption import Consumption, consumption, steps
from bot.ledger import Ledger
from bot.traffic import Record, Sample, Tally
from tests.bot.samples import GB, NOW, overview

DAY = timedelta(days=1)
FIRST = NOW - 30 * DAY


def record(
    number: int,
    *,
    kind: str = "order",
    quota: int | None = GB,
    used: int | None = 0,
    created: datetime | None = FIRST - 5 * DAY,
    expires: datetime | None = FIRST + 60 * DAY,
    status: int | None = 1,
) -> Record:
    return Record(
        record_id=str(number),
        order_id=None,
        kind=kind,
        quota_bytes=quota,
        used_bytes=used,
        created_at=created,
        expires_at=expires,
        status=status,
    )


def followed(*looks: tuple[Record, ...]) -> Ledger:
    """The ledger after these looks, a day apart."""
    found: Ledger | None = None
    for day, records in enumerate(looks):
        found = ledger.follow(found, records, FIRST + day * DAY) or found
    assert found is not None
    return found


def tally(*, bought: int = 0, checked_in: int = 0, received: int = 0, expired: int = 0, drawn: int = 0) -> Tally:
    return Tally(
        bought_bytes=bought,
        checked_in_bytes=checked_in,
        received_bytes=received,
        expired_bytes=expired,
        drawn_bytes=drawn,
        left_bytes=0,
    )


def counted(*looks: tuple[Record, ...]) -> Tally:
    """What these looks counted, whatever is left."""
    return replace(followed(*looks).tally, left_bytes=0)


def test_what_was_there_at_the_first_look_has_neither_been_bought_nor_used_since() -> None:
    first = followed((record(1, used=GB // 2), record(2), record(3, status=0)))

    assert first.tally == replace(tally(), left_bytes=GB + GB // 2)


def test_a_new_record_was_acquired_as_its_kind_says_and_what_is_used_of_it_is_use() -> None:
    new = FIRST + DAY

    assert counted((), (record(1, created=new, used=5),)) == tally(bought=GB, drawn=5)
    assert counted((), (record(1, created=new, kind="sign"),)) == tally(checked_in=GB)
    assert counted((), (record(1, created=new, kind="gift"),)) == tally(received=GB)
    assert counted((), (record(1, created=None),)) == tally(bought=GB)


def test_a_record_of_long_before_that_shows_up_late_was_not_acquired_now() -> None:
    assert counted((), (record(1, used=7),), (record(1, used=9),)) == tally(drawn=2)


def test_a_vendor_whose_clock_is_hours_off_still_sells_now() -> None:
    assert counted((), (record(1, created=FIRST - timedelta(hours=9)),)) == tally(bought=GB)


def test_use_is_what_the_records_grew_by_and_a_vendor_that_counts_backwards_gives_none_back() -> None:
    used = (10, 30, 5, 30, 31)

    assert counted(*((record(1, used=much),) for much in used)) == tally(drawn=21)


def test_what_an_expired_record_still_held_is_lost_once() -> None:
    active, over = record(1, used=10), record(1, used=12, status=0)

    assert counted((active,), (over,), (over,)) == tally(drawn=2, expired=GB - 12)
    assert counted((active,), (over,), (active,), (over,)) == tally(drawn=2, expired=GB - 12)


def test_a_record_expires_by_the_clock_too() -> None:
    ends = record(1, used=10, expires=FIRST + timedelta(hours=30))

    assert counted((ends,), (ends,)) == tally()
    assert counted((ends,), (ends,), (ends,)) == tally(expired=GB - 10)


def test_a_record_that_is_listed_no_more_was_lost_if_its_time_was_over() -> None:
    ends = record(1, used=10, expires=FIRST + timedelta(hours=30))

    assert counted((ends,), (ends,), ()) == tally(expired=GB - 10)
    # Whatever took it before its time, it was not its end.
    assert counted((ends,), (), (), ()) == tally()


def test_a_record_that_was_left_out_of_the_list_for_once_is_not_bought_again() -> None:
    recent = record(1, created=FIRST - timedelta(hours=1))

    assert counted((recent,), (), (recent,)) == tally()


def test_bought_used_and_lost_between_two_looks_is_all_of_it() -> None:
    assert counted((), (record(1, created=FIRST + timedelta(hours=2), used=4, status=0),)) == tally(
        bought=GB, drawn=4, expired=GB - 4
    )


def test_records_that_do_not_say_what_they_hold_or_who_they_are_are_not_followed() -> None:
    known = followed((record(1),))

    for odd in (
        (record(1, used=None),),
        (record(1, quota=None),),
        (record(1, used=GB + 1),),
        (record(1), record(1)),
        (replace(record(1), record_id=None),),
    ):
        assert ledger.follow(known, odd, NOW) is None
    # What is over may say what it likes.
    gone = ledger.follow(known, (record(1), record(2, used=None, status=0)), FIRST + DAY)
    assert gone is not None
    assert gone.tally == known.tally


def test_without_an_id_order_and_time_tell_records_apart() -> None:
    one = replace(record(1), record_id=None, order_id="ORD-1")
    other = replace(one, created_at=FIRST - 4 * DAY)

    assert ledger.key(one) != ledger.key(other)
    assert ledger.key(one) == ledger.key(replace(one, used_bytes=5))
    assert ledger.key(replace(one, created_at=None)) is None
    assert len(ledger.key(replace(one, order_id="x" * 10_000)) or "") == 32


def test_records_of_another_account_are_told_by_having_none_in_common() -> None:
    known = followed((record(1), record(2)))

    assert ledger.same_account(known, (record(2), record(9)))
    assert not ledger.same_account(known, (record(8), record(9)))
    assert ledger.same_account(known, ())
    assert ledger.same_account(followed(()), (record(8),))


def test_what_is_listed_no_more_is_forgotten_two_months_after_its_end() -> None:
    known = followed((record(1, expires=FIRST + DAY),), (), ())
    assert len(known.packages) == 1

    later = ledger.follow(known, (), FIRST + timedelta(days=62))

    assert later is not None
    assert later.packages == ()


class Account:
    """An account as an honest vendor keeps it, and what really happened to it."""

    def __init__(self) -> None:
        self.now = FIRST
        self.records = [record(0, quota=1000 * GB, expires=FIRST + 400 * DAY)]
        self.happened = Consumption()

    def does(self, what: str, amount: int) -> None:
        if what == "use":
            self._use(amount)
        elif what in ("order", "sign", "gift"):
            number, ends = len(self.records), self.now + timedelta(hours=amount // GB)
            self.records.append(record(number, kind=what, quota=amount, created=self.now, expires=ends))
            self.happened += Consumption(
                bought_bytes=amount if what == "order" else 0,
                checked_in_bytes=amount if what == "sign" else 0,
                received_bytes=amount if what == "gift" else 0,
            )

    def _use(self, amount: int) -> None:
        for place, one in enumerate(self.records):
            if one.status == 1:
                taken = min(amount, one.left_bytes or 0)
                self.records[place] = replace(one, used_bytes=(one.used_bytes or 0) + taken)
                self.happened += Consumption(consumed_bytes=taken)
                amount -= taken

    def passes(self, hours: float) -> None:
        self.now += timedelta(hours=hours)
        for place, one in enumerate(self.records):
            if one.status == 1 and one.expires_at is not None and one.expires_at <= self.now:
                self.records[place] = replace(one, status=0)
                self.happened += Consumption(expired_bytes=one.left_bytes or 0)

    @property
    def figures(self) -> tuple[int, int]:
        """Total and available of what is active."""
        active = [one for one in self.records if one.status == 1]
        return sum(one.quota_bytes or 0 for one in active), sum(one.left_bytes or 0 for one in active)


class Looking:
    """Looks at an account, each with its overview and its records or without these."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.ledger: Ledger | None = None
        self.samples: list[Sample] = []

    def looks(self, *, wrong: int | None = None, records: bool = True) -> None:
        """Look. `wrong`: what the overview says is available, for once."""
        total, available = self.account.figures
        if records:
            self.ledger = ledger.follow(self.ledger, self.account.records, self.account.now)
        shown = overview(total, available if wrong is None else min(wrong, total))
        self.samples.append(
            Sample(
                taken_at=self.account.now,
                overview=shown,
                tally=self.ledger.tally if self.ledger and records else None,
            )
        )


happenings = st.lists(
    st.tuples(
        st.sampled_from(("use", "use", "use", "order", "sign", "gift", "nothing")),
        st.integers(1, 50 * GB),
        st.sampled_from(("look", "look", "look without records", "wrong look", "no look")),
        st.floats(0.01, 30),
    ),
    max_size=30,
)


@given(happenings)
def test_with_an_honest_vendor_every_part_is_what_really_happened(
    taken: list[tuple[str, int, str, float]],
) -> None:
    account = Account()
    looking = Looking(account)
    looking.looks()
    for what, amount, look, hours in taken:
        account.does(what, amount)
        account.passes(hours)
        if look in ("look", "look without records"):
            looking.looks(records=look == "look")
    looking.looks()

    told = consumption(looking.samples)

    assert replace(told, told=timedelta()) == account.happened
    assert told.told == account.now - FIRST


@given(happenings)
def test_the_parts_always_add_up_and_none_is_negative(taken: list[tuple[str, int, str, float]]) -> None:
    account = Account()
    looking = Looking(account)
    looking.looks()
    for what, amount, look, hours in taken:
        account.does(what, amount)
        account.passes(hours)
        if look != "no look":
            looking.looks(records=look != "look without records", wrong=amount if look == "wrong look" else None)

    parts = steps(looking.samples)
    told = consumption(looking.samples)

    first, last = looking.samples[0].overview, looking.samples[-1].overview
    assert first.available_bytes is not None
    assert last.available_bytes is not None
    assert told.gained_bytes == last.available_bytes - first.available_bytes
    for part in (step.parts for step in parts):
        assert min(part.consumed_bytes, part.bought_bytes, part.checked_in_bytes, part.received_bytes) >= 0
        assert part.expired_bytes >= 0
        assert part.told >= timedelta()


@given(happenings)
def test_an_overview_that_is_wrong_for_a_while_makes_nobody_use_more(
    taken: list[tuple[str, int, str, float]],
) -> None:
    account = Account()
    looking = Looking(account)
    looking.looks()
    for what, amount, look, _ in taken:
        account.does(what, amount)
        account.passes(0.5)
        if look != "no look":
            looking.looks(wrong=amount if look == "wrong look" else None)
    looking.looks()

    told = consumption(looking.samples)

    assert told.consumed_bytes == account.happened.consumed_bytes
    assert told.bought_bytes == account.happened.bought_bytes
    assert told.expired_bytes == account.happened.expired_bytes
