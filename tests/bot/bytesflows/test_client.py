"""The client over real HTTP: what travels, what is retried and how long, what is shared, and what never leaks."""

import asyncio
import gc
import gzip
import json
import traceback
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest

from bot.bytesflows import calls, client
from bot.bytesflows.client import Client
from bot.bytesflows.errors import (
    Broken,
    Busy,
    Refused,
    TokenRefused,
    Unreachable,
    Unreadable,
    VendorError,
)
from bot.credentials import Credential
from bot.secret import Secret
from sandbox.vendor import Account, Vendor
from tests.bot.bytesflows.answers import NOW, OVERVIEW, RECORD, success

PATIENCE = 10.0
TOKEN, COOKIE = "tok_5ecret0123456789", "session=5ecret0123456789; csrf=x"
BEARER = Credential(kind="bearer", secret=Secret(TOKEN))
BY_COOKIE = Credential(kind="cookie", secret=Secret(COOKIE))
OTHER = Credential(kind="bearer", secret=Secret("tok_other_9876543210"))
FULL_JITTER = (0.3, 0.6, 1.2, 2.4, 4.0)
"""Seconds: the longest that each retry in turn may wait."""


@dataclass(kw_only=True)
class Asker:
    """A client, and the clock and the sleep it was given."""

    client: Client
    now: list[datetime]
    waits: list[float] = field(default_factory=list)

    def advance(self, **by: float) -> None:
        self.now[0] += timedelta(**by)


@pytest.fixture
async def vendor() -> AsyncIterator[Vendor]:
    async with Vendor() as vendor:
        vendor.open(Account(token=TOKEN, cookie=COOKIE, total=1000, available=400))
        vendor.open(Account(token=OTHER.secret.reveal(), total=70, available=7))
        yield vendor


@asynccontextmanager
async def asking(root: str, *, total_seconds: float = 15.0, hasty_seconds: float = 3.0) -> AsyncIterator[Asker]:
    now, waits = [NOW], list[float]()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async with client.connected(
        root,
        zone=ZoneInfo("UTC"),
        clock=lambda: now[0],
        sleep=sleep,
        total_seconds=total_seconds,
        hasty_seconds=hasty_seconds,
    ) as connected:
        yield Asker(client=connected, now=now, waits=waits)


@pytest.fixture
async def asker(vendor: Vendor) -> AsyncIterator[Asker]:
    async with asking(vendor.url) as asker:
        yield asker


async def until(true: Callable[[], bool]) -> None:
    """Let the loop turn until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0)


async def failure(asker: Asker, credential: Credential = BEARER) -> VendorError:
    with pytest.raises(VendorError) as caught:
        await asker.client.ask(calls.overview(), credential)
    return caught.value


async def test_a_token_travels_as_bearer_and_nothing_else(vendor: Vendor, asker: Asker) -> None:
    answer = await asker.client.ask(calls.overview(), BEARER)

    assert (answer.value.total_bytes, answer.value.available_bytes) == (1000, 400)
    assert answer.at == NOW
    assert vendor.asked[0].account == 0
    assert vendor.asked[0].headers == ("accept", "accept-encoding", "authorization", "host", "user-agent")


async def test_a_cookie_travels_as_it_was_pasted_and_without_authorization(vendor: Vendor, asker: Asker) -> None:
    answer = await asker.client.ask(calls.overview(), BY_COOKIE)

    assert answer.value.total_bytes == 1000
    assert vendor.asked[0].account == 0
    assert vendor.asked[0].headers == ("accept", "accept-encoding", "cookie", "host", "user-agent")


async def test_the_query_of_a_call_travels(vendor: Vendor, asker: Asker) -> None:
    await asker.client.ask(calls.records(page=3, size=7, source="sign"), BEARER)

    assert vendor.asked[0].path == "/api/v1/user/traffic/records"
    assert vendor.asked[0].query == (("pageNo", "3"), ("pageSize", "7"), ("sourceType", "sign"))


async def test_a_root_may_have_a_path(vendor: Vendor) -> None:
    async with asking(f"{vendor.url}/proxied") as asker:
        assert isinstance(await failure(asker), Refused)

    assert vendor.asked[0].path == "/proxied/api/v1/dashboard/asset"


async def test_packed_answers_are_unpacked(vendor: Vendor, asker: Asker) -> None:
    body = success({"records": [RECORD] * 50, "total": 50})
    for encoding, packed in (("gzip", gzip.compress(body)), ("deflate", zlib.compress(body))):
        vendor.faults.answer(body=packed, headers={"Content-Encoding": encoding})

        answer = await asker.client.ask(calls.records(), BEARER, reuse=False)

        assert len(answer.value.records) == 50


@pytest.mark.parametrize(
    ("status", "body", "headers", "error", "asked"),
    [
        (401, b"", {}, TokenRefused, 1),
        (403, b"<html>", {}, TokenRefused, 1),
        (200, b'{"code": 401}', {}, TokenRefused, 1),
        (200, b'{"code": "403"}', {}, TokenRefused, 1),
        (404, b"", {}, Refused, 1),
        (200, b'{"code": 1001, "msg": "no"}', {}, Refused, 1),
        (401, b"x" * (1024 * 1024 + 1), {}, TokenRefused, 1),
        (403, b"x", {"Content-Encoding": "br"}, TokenRefused, 1),
        (404, b"not packed", {"Content-Encoding": "gzip"}, Refused, 1),
        (500, b"x" * (1024 * 1024 + 1), {}, Broken, 6),
        (429, b"", {}, Busy, 3),
        (429, b"", {"Retry-After": "0"}, Busy, 3),
        (429, b"", {"Retry-After": "Tue, 10 Mar 2026 11:00:00 GMT"}, Busy, 3),
        (429, b"", {"Retry-After": "1.5"}, Busy, 6),
        (200, b'{"code": 429}', {}, Busy, 3),
        (500, b"", {}, Broken, 6),
        (503, b"", {}, Broken, 6),
        (200, b'{"code": 500}', {}, Broken, 6),
        (200, b"<html>", {}, Unreadable, 2),
        (200, b'{"code": 200, "data": {"total', {}, Unreadable, 2),
        (200, b"x" * (1024 * 1024 + 1), {}, Unreadable, 2),
        (200, gzip.compress(b" " * 2**27), {"Content-Encoding": "gzip"}, Unreadable, 2),
        (200, b"not packed", {"Content-Encoding": "gzip"}, Unreadable, 2),
        (200, success(OVERVIEW), {"Content-Encoding": "br"}, Unreadable, 2),
        (302, b"", {"Location": "/api/v1/user/traffic/records"}, Unreadable, 2),
        (307, b"", {"Location": "http://127.0.0.1:1/"}, Unreadable, 2),
        (204, b"", {}, Unreadable, 2),
    ],
)
async def test_each_trouble_is_asked_about_again_as_often_as_may_help(
    vendor: Vendor,
    asker: Asker,
    status: int,
    body: bytes,
    headers: dict[str, str],
    error: type[VendorError],
    asked: int,
) -> None:
    vendor.faults.answer(status=status, body=body, headers=headers, times=None)

    caught = await failure(asker)

    assert type(caught) is error
    assert [one.path for one in vendor.asked] == ["/api/v1/dashboard/asset"] * asked
    assert len(asker.waits) == asked - 1


async def test_retries_wait_with_full_jitter(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=500, times=None)

    for credential in (BEARER, OTHER, BY_COOKIE):
        await failure(asker, credential)

    longest = FULL_JITTER * 3
    assert len(asker.waits) == len(longest)
    assert all(0 <= wait <= most for wait, most in zip(asker.waits, longest, strict=True))
    assert len(set(asker.waits)) == len(longest)
    assert sum(asker.waits) < sum(longest)


async def test_a_trouble_that_passes_is_not_noticed(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(body=b"<html>")
    vendor.faults.answer(status=502)
    vendor.faults.cut()
    vendor.faults.answer(status=429, headers={"Retry-After": "1"})
    vendor.faults.answer(body=b'{"code": 500}')

    answer = await asker.client.ask(calls.overview(), BEARER)

    assert answer.value.total_bytes == 1000


async def test_each_class_of_trouble_has_its_own_count(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=502)
    vendor.faults.cut()
    vendor.faults.answer(body=b"<html>")

    answer = await asker.client.ask(calls.overview(), BEARER)

    assert answer.value.total_bytes == 1000


async def test_different_troubles_are_asked_about_six_times_in_all(vendor: Vendor, asker: Asker) -> None:
    for status in (500, 429):
        vendor.faults.answer(status=status, headers={"Retry-After": "1"}, times=3)
    vendor.faults.answer(status=500, times=None)

    await failure(asker)

    assert len(vendor.asked) == 6


async def test_a_cut_of_a_reused_connection_is_one_attempt(vendor: Vendor, asker: Asker) -> None:
    await asker.client.ask(calls.overview(), BEARER)
    vendor.faults.cut(times=None)

    with pytest.raises(Unreachable):
        await asker.client.ask(calls.overview(), BEARER, reuse=False)

    assert len(vendor.asked) == 1 + 6


async def test_a_cut_connection_is_tried_again_and_then_said_to_be_out_of_reach(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.cut(times=None)

    assert type(await failure(asker)) is Unreachable
    assert len(asker.waits) == 5


async def test_a_vendor_that_is_not_there_is_out_of_reach() -> None:
    async with Vendor() as gone:
        root = gone.url

    async with asking(root) as asker:
        assert type(await failure(asker)) is Unreachable
        assert len(asker.waits) == 5


async def test_a_short_retry_after_is_waited_for(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=429, headers={"Retry-After": "7"})
    vendor.faults.answer(status=429, headers={"Retry-After": format_datetime(NOW + timedelta(seconds=9), usegmt=True)})

    await asker.client.ask(calls.overview(), BEARER)

    assert asker.waits == [7.0, 9.0]


async def test_a_long_retry_after_is_said_at_once_and_remembered(vendor: Vendor, asker: Asker) -> None:
    # Given a vendor that wants to be left alone for a minute
    vendor.faults.answer(status=429, headers={"Retry-After": "60"})

    # When it is asked now, in 20 seconds, and when the minute is over
    first = await failure(asker)
    asker.advance(seconds=20)
    second = await failure(asker)
    with pytest.raises(Busy):
        await asker.client.ask(calls.records(), BEARER)
    asked_meanwhile = len(vendor.asked)
    asker.advance(seconds=40)
    answer = await asker.client.ask(calls.overview(), BEARER)

    # Then nobody waited, and it was left alone.
    assert isinstance(first, Busy)
    assert first.retry_after == 60
    assert isinstance(second, Busy)
    assert second.retry_after == 40
    assert asker.waits == []
    assert asked_meanwhile == 1
    assert answer.value.total_bytes == 1000


async def test_one_account_that_must_wait_keeps_no_other_waiting(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=429, headers={"Retry-After": "60"})
    await failure(asker)

    assert (await asker.client.ask(calls.overview(), OTHER)).value.total_bytes == 70


async def test_an_absurd_retry_after_is_obeyed_for_an_hour_only(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=429, headers={"Retry-After": "999999999"})
    first = await failure(asker)

    assert isinstance(first, Busy)
    assert first.retry_after == 3600
    asker.advance(minutes=59)
    assert isinstance(await failure(asker), Busy)
    asker.advance(minutes=2)
    assert (await asker.client.ask(calls.overview(), BEARER)).value.total_bytes == 1000


async def test_a_clock_that_was_set_back_keeps_nobody_waiting_for_longer(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=429, headers={"Retry-After": "60"})
    await failure(asker)

    asker.advance(days=-1)

    assert (await asker.client.ask(calls.overview(), BEARER)).value.total_bytes == 1000


async def test_no_answer_within_the_total_time_is_out_of_reach(vendor: Vendor) -> None:
    vendor.faults.hold(times=None)
    loop = asyncio.get_running_loop()

    async with asking(vendor.url, total_seconds=0.2) as asker:
        started = loop.time()
        caught = await failure(asker)

    assert type(caught) is Unreachable
    assert loop.time() - started < 2
    assert len(vendor.asked) == 1


async def test_after_an_answer_that_took_too_long_the_next_one_has_its_turn(vendor: Vendor) -> None:
    vendor.faults.hold(times=1)

    async with asking(vendor.url, total_seconds=0.2) as asker:
        await failure(asker)

        assert (await asker.client.ask(calls.overview(), BEARER)).value.total_bytes == 1000


async def test_no_retry_is_begun_that_would_end_after_the_total_time(vendor: Vendor) -> None:
    vendor.faults.answer(status=429, headers={"Retry-After": "3"}, times=None)

    async with asking(vendor.url, total_seconds=2) as asker:
        assert isinstance(await failure(asker), Busy)

        assert asker.waits == []


async def test_an_account_asks_one_thing_at_a_time(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold()

    asked = [asyncio.create_task(asker.client.ask(calls.records(page=page), BEARER)) for page in range(1, 6)]
    await gate.reached()
    assert len(vendor.asked) == 1
    gate.release()
    await asyncio.gather(*asked)

    assert len(vendor.asked) == 5
    assert vendor.most_at_once == 1


async def test_accounts_do_not_wait_for_each_other(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold(times=2)

    asked = [asyncio.create_task(asker.client.ask(calls.overview(), one)) for one in (BEARER, OTHER)]
    await until(lambda: len(vendor.asked) == 2)
    gate.release()
    answers = await asyncio.gather(*asked)

    assert vendor.most_at_once == 2
    assert [answer.value.total_bytes for answer in answers] == [1000, 70]


async def test_askers_of_the_same_share_one_answer(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold()

    asked = [asyncio.create_task(asker.client.ask(calls.overview(), BEARER, reuse=False)) for _ in range(20)]
    await gate.reached()
    gate.release()
    answers = await asyncio.gather(*asked)

    assert len(vendor.asked) == 1
    assert all(answer is answers[0] for answer in answers)


async def test_askers_of_the_same_share_one_trouble(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold()
    vendor.accounts[0].revoked = True

    asked = [asyncio.create_task(asker.client.ask(calls.overview(), BEARER)) for _ in range(5)]
    await gate.reached()
    gate.release()
    answers = await asyncio.gather(*asked, return_exceptions=True)

    assert [type(answer) for answer in answers] == [TokenRefused] * 5
    assert len(vendor.asked) == 1


async def test_a_cookie_and_a_token_of_one_account_share_nothing(vendor: Vendor, asker: Asker) -> None:
    await asker.client.ask(calls.overview(), BEARER)
    await asker.client.ask(calls.overview(), BY_COOKIE)

    assert len(vendor.asked) == 2


async def test_an_asker_that_goes_away_takes_nothing_from_the_others(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold()
    first, second, third = (asyncio.create_task(asker.client.ask(calls.overview(), BEARER)) for _ in range(3))
    await gate.reached()

    first.cancel()
    second.cancel()
    await asyncio.wait((first, second))
    gate.release()

    assert (await third).value.total_bytes == 1000
    assert first.cancelled()
    assert second.cancelled()
    assert len(vendor.asked) == 1


async def test_a_trouble_nobody_waits_for_any_more_is_no_bug(vendor: Vendor, asker: Asker) -> None:
    gate = vendor.faults.hold()
    vendor.accounts[0].revoked = True
    only = asyncio.create_task(asker.client.ask(calls.overview(), BEARER))
    await gate.reached()
    complaints: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))

    only.cancel()
    await asyncio.wait((only,))
    gate.release()
    # The account's next turn comes when the trouble is over.
    with pytest.raises(TokenRefused):
        await asker.client.ask(calls.records(), BEARER)

    assert complaints == []


async def test_closing_ends_what_is_under_way(vendor: Vendor) -> None:
    gate = vendor.faults.hold()

    async with asking(vendor.url) as asker:
        held = asyncio.create_task(asker.client.ask(calls.overview(), BEARER))
        await gate.reached()

    async with asyncio.timeout(PATIENCE):
        await asyncio.wait((held,))
    assert held.cancelled()


async def test_an_answer_is_reused_for_five_seconds_and_not_longer(vendor: Vendor, asker: Asker) -> None:
    first = await asker.client.ask(calls.overview(), BEARER)
    vendor.accounts[0].available = 300

    asker.advance(seconds=4.999)
    second = await asker.client.ask(calls.overview(), BEARER)
    asker.advance(seconds=0.001)
    third = await asker.client.ask(calls.overview(), BEARER)

    assert second is first
    assert third.value.available_bytes == 300
    assert third.at == NOW + timedelta(seconds=5)
    assert len(vendor.asked) == 2


async def test_an_answer_is_reused_for_the_same_question_only(vendor: Vendor, asker: Asker) -> None:
    await asker.client.ask(calls.records(page=1), BEARER)
    await asker.client.ask(calls.records(page=2), BEARER)
    await asker.client.ask(calls.overview(), BEARER)
    await asker.client.ask(calls.overview(), OTHER)
    await asker.client.ask(calls.overview(), BEARER, reuse=False)

    assert len(vendor.asked) == 5


async def test_a_clock_that_jumps_back_makes_no_answer_last_longer(vendor: Vendor, asker: Asker) -> None:
    await asker.client.ask(calls.overview(), BEARER)

    asker.advance(hours=-1)
    await asker.client.ask(calls.overview(), BEARER)

    assert len(vendor.asked) == 2


async def test_trouble_is_never_reused(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=404)
    await failure(asker)

    assert (await asker.client.ask(calls.overview(), BEARER)).value.total_bytes == 1000


async def test_cookies_that_the_vendor_sets_never_travel(vendor: Vendor, asker: Asker) -> None:
    # Given answers that set cookies in every way, errors and redirects among them
    cookies = "vendor_session=theirs; Path=/; Domain=127.0.0.1; Max-Age=9999"
    vendor.faults.answer(body=success(OVERVIEW), headers={"Set-Cookie": cookies})
    vendor.faults.answer(status=302, headers={"Set-Cookie": "other=theirs", "Location": "/api/v1/dashboard/asset"})
    vendor.faults.answer(status=500, headers={"Set-Cookie": cookies})

    # When the same account, another, and one that is known by a cookie ask afterwards
    for credential in (BEARER, BEARER, OTHER, BY_COOKIE):
        await asker.client.ask(calls.overview(), credential, reuse=False)

    # Then each request carried its own credential only; the cookie's is compared whole by the vendor.
    assert [("cookie" in one.headers, one.account) for one in vendor.asked] == [
        (False, 0),
        (False, 0),
        (False, 0),
        (False, 0),
        (False, 1),
        (True, 0),
    ]


async def hasty_failure(asker: Asker) -> VendorError:
    with pytest.raises(VendorError) as caught:
        await asker.client.ask(calls.records(), BEARER, hasty=True)
    return caught.value


async def test_a_hasty_question_is_answered_as_any_other(vendor: Vendor, asker: Asker) -> None:
    first = await asker.client.ask(calls.overview(), BEARER, hasty=True)
    second = await asker.client.ask(calls.overview(), BEARER)

    assert second is first
    assert first.value.total_bytes == 1000


async def test_a_hasty_question_is_not_repeated_for_half_a_minute(vendor: Vendor, asker: Asker) -> None:
    # Given a vendor that fails
    vendor.faults.answer(status=500, times=None)

    # When it is asked hastily, again, and when half a minute is over
    first = await hasty_failure(asker)
    asker.advance(seconds=29)
    second = await hasty_failure(asker)
    asked_meanwhile = len(vendor.asked)
    asker.advance(seconds=1)
    vendor.faults.clear()
    answer = await asker.client.ask(calls.records(), BEARER, hasty=True)

    # Then it was asked once, and the second error is another one of the same class.
    assert (type(first), type(second)) == (Broken, Broken)
    assert second is not first
    assert (asked_meanwhile, asker.waits) == (1, [])
    assert answer.value.records is not None


async def test_a_hasty_failure_keeps_no_patient_question_from_being_asked(vendor: Vendor, asker: Asker) -> None:
    vendor.faults.answer(status=500)
    await hasty_failure(asker)

    await asker.client.ask(calls.records(), BEARER)
    again = await asker.client.ask(calls.records(), BEARER, reuse=False, hasty=True)

    assert again.value.records is not None
    assert len(vendor.asked) == 3


async def test_a_hasty_question_ends_soon_its_turn_among_it(vendor: Vendor) -> None:
    gate = vendor.faults.hold()

    async with asking(vendor.url, hasty_seconds=0.1) as asker:
        patient = asyncio.create_task(asker.client.ask(calls.overview(), BEARER))
        same = asyncio.create_task(asker.client.ask(calls.records(page=2), BEARER))
        await gate.reached()
        failed = await hasty_failure(asker)
        with pytest.raises(Unreachable):
            await asker.client.ask(calls.records(page=2), BEARER, hasty=True)
        gate.release()
        await asyncio.gather(patient, same)

        assert type(failed) is Unreachable
        assert len(vendor.asked) == 2


async def test_a_hasty_question_that_is_not_answered_ends_soon(vendor: Vendor) -> None:
    vendor.faults.hold()

    async with asking(vendor.url, hasty_seconds=0.1) as asker:
        assert type(await hasty_failure(asker)) is Unreachable
        assert type(await hasty_failure(asker)) is Unreachable

    assert len(vendor.asked) == 1


def held() -> list[str]:
    """The credentials that live anywhere in memory as values of a `Credential`, but for this module's own."""
    gc.collect()
    ours = {id(one) for one in (BEARER, BY_COOKIE, OTHER)}
    return [one.secret.reveal() for one in gc.get_objects() if isinstance(one, Credential) and id(one) not in ours]


@pytest.mark.parametrize("hasty", [False, True])
@pytest.mark.parametrize("status", [200, 401, 500])
async def test_no_credential_outlives_its_question(vendor: Vendor, asker: Asker, status: int, hasty: bool) -> None:
    if status != 200:
        vendor.faults.answer(status=status, times=None)

    with suppress(VendorError):
        await asker.client.ask(calls.overview(), Credential(kind="bearer", secret=Secret(TOKEN)), hasty=hasty)

    # The loop itself holds the last future that woke this test, until it wakes it again.
    await asyncio.sleep(0)
    assert held() == []


async def test_an_account_of_which_nothing_is_fresh_is_forgotten(vendor: Vendor, asker: Asker) -> None:
    # Given three accounts: answered, asked hastily in vain, and told to wait for a minute
    await asker.client.ask(calls.overview(), BEARER)
    vendor.faults.answer(status=404)
    with pytest.raises(Refused):
        await asker.client.ask(calls.overview(), BY_COOKIE, hasty=True)
    vendor.faults.answer(status=429, headers={"Retry-After": "60"})
    await failure(asker, OTHER)
    known = [asker.client.known_accounts]

    # When each of them has been of use for long enough; a new question is what sweeps
    for seconds in (6, 25, 30):
        asker.advance(seconds=seconds)
        await failure(asker, Credential(kind="bearer", secret=Secret("tok_unknown_0123456789")))
        known.append(asker.client.known_accounts)

    # Then one after the other is gone, and the one that asks is counted too.
    assert known == [3, 3, 2, 1]


def texts(error: BaseException | None) -> str:
    """All that an error says, with all that it comes from, even what Python would not show."""
    said = []
    while error is not None:
        said.append(f"{error} {error!r} {error.args!r}")
        error = error.__cause__ or error.__context__
    return "\n".join(said)


@pytest.mark.parametrize("credential", [BEARER, BY_COOKIE])
async def test_no_error_holds_any_of_the_credential(vendor: Vendor, asker: Asker, credential: Credential) -> None:
    async with asking("http://127.0.0.1:1") as nobody, asking(vendor.url, total_seconds=0.1) as hurried:
        errors = [await failure(nobody, credential)]
        for status, body in (
            (401, b""),
            (429, b""),
            (500, b""),
            (404, b""),
            (302, b""),
            (200, b""),
            (200, b'{"code":9}'),
        ):
            vendor.faults.answer(status=status, body=body, headers={"Location": "//x"}, times=None)
            errors.append(await failure(asker, credential))
            vendor.faults.clear()
        vendor.faults.cut(times=None)
        errors.append(await failure(asker, credential))
        vendor.faults.clear()
        vendor.faults.hold()
        errors.append(await failure(hurried, credential))

    assert {type(error) for error in errors} == {Unreachable, TokenRefused, Busy, Broken, Refused, Unreadable}
    for error in errors:
        assert "5ecret" not in texts(error)
        assert "5ecret" not in "".join(traceback.format_exception(error))


@asynccontextmanager
async def saying(answer: bytes, *, stays: bool = False) -> AsyncIterator[str]:
    """A server that answers any request with these bytes, then closes or stays silent; gives its address."""
    over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = await reader.readuntil(b"\r\n\r\n")
            secret = next(line for line in request.split(b"\r\n") if b"Bearer" in line).rpartition(b" ")[2]
            writer.write(answer.replace(b"ECHO", secret))
            await writer.drain()
            if stays:
                await over.wait()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        over.set()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"ECHO ECHO ECHO\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nECHO\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: ECHO\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nECHO\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 999 \r\nX\x00: \xff\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nSet-Cookie: \xff\xfe=ECHO\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[ECHO/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: ECHO\r\nConnection: upgrade\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: ECHO\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
async def test_no_broken_http_breaks_more_than_the_answer_or_shows_an_echoed_token(answer: bytes) -> None:
    async with saying(answer) as root, asking(root) as asker:
        error = await failure(asker)

    assert isinstance(error, Unreachable | Unreadable)
    assert "5ecret" not in "".join(traceback.format_exception(error))


async def test_a_body_that_is_never_finished_takes_no_longer_than_the_total_time() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"

    async with saying(answer, stays=True) as root, asking(root, total_seconds=0.2) as asker:
        assert type(await failure(asker)) is Unreachable


async def test_a_body_over_the_cap_is_not_read_to_its_end() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + b" " * (2 * 1024 * 1024)

    async with saying(answer, stays=True) as root, asking(root, total_seconds=5) as asker:
        assert type(await failure(asker)) is Unreadable


async def test_the_vendors_zone_is_applied_to_its_times(vendor: Vendor) -> None:
    vendor.faults.answer(body=json.dumps({"code": 200, "data": {"records": [RECORD]}}).encode())

    async with client.connected(vendor.url, zone=ZoneInfo("Asia/Shanghai"), clock=lambda: NOW) as shanghai:
        answer = await shanghai.ask(calls.records(), BEARER)

    assert answer.value.records[0].created_at == datetime(2026, 2, 21, 12, tzinfo=UTC)
