"""All records, page after page: nothing twice, nothing endless, and whether that was all is never guessed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.bytesflows.calls import Call
from bot.bytesflows.client import Answer
from bot.bytesflows.errors import Broken, TokenRefused, VendorError
from bot.listing import AskIfItCan, Found, all_records, once_begun, parts
from bot.traffic import Record, RecordPage

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def record(name: int | None) -> Record:
    return Record(
        record_id=None if name is None else str(name),
        order_id=None,
        kind="order",
        quota_bytes=1,
        used_bytes=0,
        created_at=None,
        expires_at=None,
        status=1,
    )


def page(*names: int | None, total: int | None) -> RecordPage:
    return RecordPage(records=tuple(map(record, names)), total=total)


class Vendor:
    """Answers with these pages in turn, and the last one again and again."""

    def __init__(self, *pages: RecordPage | VendorError | None) -> None:
        self.pages = pages
        self.asked = 0

    async def if_it_can(self, call: Call[RecordPage]) -> Answer[RecordPage] | None:
        self.asked += 1
        assert dict(call.query)["pageNo"] == str(self.asked)
        answer = self.pages[min(self.asked, len(self.pages)) - 1]
        if isinstance(answer, VendorError):
            raise answer
        return None if answer is None else Answer(value=answer, at=NOW)

    async def surely(self, call: Call[RecordPage]) -> Answer[RecordPage]:
        answer = await self.if_it_can(call)
        assert answer is not None
        return answer


async def ids(ask: AskIfItCan, most_pages: int = 10) -> list[tuple[list[str | None], bool]]:
    return [([one.record_id for one in part.records], part.last) async for part in parts(ask, most_pages=most_pages)]


async def test_pages_are_asked_for_until_the_total_is_reached() -> None:
    vendor = Vendor(page(5, 4, total=3), page(3, total=3))

    assert await ids(vendor.if_it_can) == [(["5", "4"], False), (["3"], True)]
    assert vendor.asked == 2


async def test_what_moved_to_the_next_page_meanwhile_comes_once() -> None:
    vendor = Vendor(page(5, 4, total=4), page(4, 3, total=4), page(2, total=4))

    assert await ids(vendor.if_it_can) == [(["5", "4"], False), (["3"], False), (["2"], True)]


async def test_a_vendor_without_a_total_is_asked_until_nothing_new_comes() -> None:
    assert await ids(Vendor(page(2, 1, total=None), page(total=None)).if_it_can) == [(["2", "1"], False), ([], True)]


async def test_a_total_that_is_never_reached_is_not_all() -> None:
    vendor = Vendor(page(2, 1, total=9))

    assert await ids(vendor.if_it_can) == [(["2", "1"], False), ([], False)]


async def test_no_more_pages_are_asked_for_than_were_meant_to() -> None:
    vendor = Vendor(*(page(number, total=100) for number in range(9)))

    assert await ids(vendor.if_it_can, most_pages=3) == [(["0"], False), (["1"], False), (["2"], False)]
    assert vendor.asked == 3


async def test_records_that_nothing_tells_apart_are_all_there() -> None:
    assert await ids(Vendor(page(None, None, total=2)).if_it_can) == [([None, None], True)]


async def test_a_page_that_can_not_be_had_ends_it_without_its_being_all() -> None:
    vendor = Vendor(page(2, 1, total=3), None)

    assert await ids(vendor.if_it_can) == [(["2", "1"], False)]


async def test_all_records_are_those_of_all_pages() -> None:
    vendor = Vendor(page(3, 2, total=3), page(1, total=3))

    assert await all_records(vendor.if_it_can) == Found(records=tuple(map(record, (3, 2, 1))), all_seen=True)
    assert await all_records(Vendor(None).if_it_can) == Found(records=(), all_seen=False)


async def test_only_the_first_question_may_fail() -> None:
    late = Vendor(page(2, 1, total=3), TokenRefused())

    assert await ids(once_begun(late.surely)) == [(["2", "1"], False)]
    with pytest.raises(Broken):
        await ids(once_begun(Vendor(Broken()).surely))
