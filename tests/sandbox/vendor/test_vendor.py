"""The stand-in vendor: what is documented over real HTTP, and every way of going wrong that can be ordered."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.vendor import Account, Record, Vendor

OVERVIEW, RECORDS = "/api/v1/dashboard/asset", "/api/v1/user/traffic/records"
NOW = datetime(2026, 2, 21, 20, tzinfo=UTC)
BEARER = {"Authorization": "Bearer tok"}


def record(number: int) -> Record:
    return Record(
        record_id=str(number),
        order_id=f"ORD-{number}",
        source_type="order" if number % 2 else "sign",
        traffic=1024**3,
        traffic_used=number,
        created=NOW,
        expires=NOW + timedelta(days=28) if number != 3 else None,
    )


@pytest.fixture
async def vendor() -> AsyncIterator[Vendor]:
    async with Vendor() as vendor:
        account = vendor.open(Account(token="tok", cookie="session=1; b=2", total=188978561024, available=188944515072))
        account.records.extend(record(number) for number in range(25, 0, -1))
        yield vendor


@pytest.fixture
async def http(vendor: Vendor) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(vendor.url, cookie_jar=aiohttp.DummyCookieJar()) as http:
        yield http


async def get(http: aiohttp.ClientSession, path: str, headers: Mapping[str, str] = BEARER, /, **query: str) -> Any:
    async with http.get(path, headers=headers, params=query) as response:
        return await response.json()


async def test_the_overview_is_as_it_is_documented(http: aiohttp.ClientSession) -> None:
    assert await get(http, OVERVIEW) == {
        "code": 200,
        "msg": "success",
        "data": {"totalTraffic": 188978561024, "dynamicTraffic": 188944515072, "balance": 0.0, "currency": "USD"},
    }


async def test_a_record_is_as_it_is_documented(http: aiohttp.ClientSession) -> None:
    answer = await get(http, RECORDS, pageSize="1")

    assert answer["data"] == {
        "records": [
            {
                "id": "25",
                "orderId": "ORD-25",
                "sourceType": "order",
                "traffic": 1073741824,
                "trafficUsed": 25,
                "createTime": "2026-02-21 20:00:00",
                "expireTime": "2026-03-21 20:00:00",
                "status": 1,
            }
        ],
        "total": 25,
    }


async def test_records_come_ten_a_page_and_of_one_kind_where_that_is_asked(http: aiohttp.ClientSession) -> None:
    def ids(answer: Any) -> list[int]:
        return [int(one["id"]) for one in answer["data"]["records"]]

    assert ids(await get(http, RECORDS)) == list(range(25, 15, -1))
    assert ids(await get(http, RECORDS, pageNo="3")) == [5, 4, 3, 2, 1]
    assert ids(await get(http, RECORDS, pageNo="4")) == []
    signs = await get(http, RECORDS, sourceType="sign", pageSize="3", pageNo="2")
    assert ids(signs) == [18, 16, 14]
    assert signs["data"]["total"] == 12


@pytest.mark.parametrize("query", [{"pageNo": "0"}, {"pageNo": "x"}, {"pageSize": "-1"}, {"sourceType": "gift"}])
async def test_a_wrong_parameter_is_declined(http: aiohttp.ClientSession, query: dict[str, str]) -> None:
    assert (await get(http, RECORDS, BEARER, **query))["code"] == 400


async def test_a_cookie_opens_the_overview_only(http: aiohttp.ClientSession) -> None:
    cookie = {"Cookie": "session=1; b=2"}

    assert (await get(http, OVERVIEW, cookie))["code"] == 200
    assert (await get(http, RECORDS, cookie))["code"] == 401


@pytest.mark.parametrize(
    "headers", [{"X": "y"}, {"Authorization": "Bearer other"}, {"Authorization": "tok"}, {"Cookie": "session=1"}]
)
async def test_nobody_else_is_let_in(http: aiohttp.ClientSession, vendor: Vendor, headers: dict[str, str]) -> None:
    async with http.get(OVERVIEW, headers=headers) as response:
        assert response.status == 401
    assert vendor.asked[0].account is None


async def test_a_revoked_token_is_refused(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    vendor.accounts[0].revoked = True

    for path in (OVERVIEW, RECORDS):
        assert (await get(http, path))["code"] == 401


async def test_each_call_is_noted_without_what_its_headers_said(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    await get(http, RECORDS, pageNo="2")

    (asked,) = vendor.asked
    assert (asked.path, asked.query, asked.account) == (RECORDS, (("pageNo", "2"),), 0)
    assert "authorization" in asked.headers
    assert "tok" not in repr(asked)
    assert "tok" not in repr(vendor.accounts[0])


async def test_faults_come_in_the_order_and_as_often_as_they_were_ordered(
    http: aiohttp.ClientSession, vendor: Vendor
) -> None:
    vendor.faults.answer(status=503, times=2)
    vendor.faults.answer(status=429, headers={"Retry-After": "5"}, body=b"later")

    seen = []
    for _ in range(4):
        async with http.get(OVERVIEW, headers=BEARER) as response:
            seen.append((response.status, response.headers.get("Retry-After")))

    assert seen == [(503, None), (503, None), (429, "5"), (200, None)]


async def test_a_fault_without_end_ends_when_it_is_cleared(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    vendor.faults.answer(status=500, times=None)
    for _ in range(3):
        async with http.get(OVERVIEW, headers=BEARER) as response:
            assert response.status == 500

    vendor.faults.clear()

    assert (await get(http, OVERVIEW))["code"] == 200


async def test_a_body_is_sent_as_it_is_whatever_is_promised_of_it(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    vendor.faults.answer(body=gzip.compress(b"packed"), headers={"Content-Encoding": "gzip"})
    vendor.faults.answer(body=b"not packed", headers={"Content-Encoding": "gzip"})

    async with http.get(OVERVIEW) as response:
        assert await response.read() == b"packed"
    with pytest.raises(aiohttp.ClientError):
        async with http.get(OVERVIEW) as response:
            await response.read()


async def test_a_cut_line_gives_no_answer(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    vendor.faults.cut(times=None)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await get(http, OVERVIEW)


async def test_a_held_call_waits_until_it_is_released(http: aiohttp.ClientSession, vendor: Vendor) -> None:
    gate = vendor.faults.hold(times=2)
    calls = [asyncio.create_task(get(http, OVERVIEW)) for _ in range(2)]
    await gate.reached()
    assert not any(call.done() for call in calls)

    gate.release()

    assert [answer["code"] for answer in await asyncio.gather(*calls)] == [200, 200]
    assert vendor.most_at_once in (1, 2)


async def test_stopping_lets_held_calls_go(vendor: Vendor, http: aiohttp.ClientSession) -> None:
    gate = vendor.faults.hold()
    held = asyncio.create_task(get(http, OVERVIEW))
    await gate.reached()

    async with asyncio.timeout(5):
        await vendor.stop()
        assert (await held)["code"] == 200
