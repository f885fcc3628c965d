"""Status, headers and body of every kind: a value, or the one error that stands for it."""

import gzip
import json
import zlib
from contextlib import suppress
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bytesflows import calls, wire
from bot.bytesflows.calls import Call
from bot.bytesflows.errors import (
    Broken,
    Busy,
    Refused,
    TokenRefused,
    Unreachable,
    Unreadable,
    VendorError,
)
from bot.traffic import Overview, RecordPage
from tests.bot.bytesflows.answers import NOW, OVERVIEW, RECORD, read, success


def test_a_documented_answer_is_read() -> None:
    assert read(calls.overview(), success(OVERVIEW)).total_bytes == 188978561024


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, TokenRefused),
        (403, TokenRefused),
        (404, Refused),
        (400, Refused),
        (418, Refused),
        (429, Busy),
        (500, Broken),
        (502, Broken),
        (503, Broken),
        (599, Broken),
        (301, Unreadable),
        (302, Unreadable),
        (304, Unreadable),
        (308, Unreadable),
    ],
)
@pytest.mark.parametrize("body", [b"", b"<html>sorry</html>", success(OVERVIEW)])
def test_a_status_speaks_for_itself_whatever_the_body_says(status: int, error: type[VendorError], body: bytes) -> None:
    with pytest.raises(VendorError) as caught:
        read(calls.overview(), body, status=status)

    assert type(caught.value) is error


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (401, TokenRefused),
        ("401", TokenRefused),
        (403, TokenRefused),
        (" 403 ", TokenRefused),
        (403.0, TokenRefused),
        (429, Busy),
        ("429", Busy),
        (500, Broken),
        (503, Broken),
        ("500", Broken),
        (301, Unreadable),
        (0, Refused),
        (1, Refused),
        (-1, Refused),
        (100, Refused),
        (201, Refused),
        (400, Refused),
        (404, Refused),
        (999999, Refused),
        ("1001", Refused),
        (None, Unreadable),
        (True, Unreadable),
        (False, Unreadable),
        ("", Unreadable),
        ("ok", Unreadable),
        ("-1", Unreadable),
        ("2e2", Unreadable),
        ("٢٠٠", Unreadable),
        ("²", Unreadable),
        (10**30, Unreadable),
        ([200], Unreadable),
        ({"code": 200}, Unreadable),
    ],
)
def test_a_code_within_an_answer_counts_as_a_status_does(code: object, error: type[VendorError]) -> None:
    body = json.dumps({"code": code, "msg": "no", "data": OVERVIEW}).encode()

    with pytest.raises(VendorError) as caught:
        read(calls.overview(), body)

    assert type(caught.value) is error
    if isinstance(caught.value, Refused):
        assert caught.value.code == int(str(code))


@pytest.mark.parametrize("code", [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"1e999999999999999999999"])
def test_a_code_that_is_no_number_is_unreadable(code: bytes) -> None:
    with pytest.raises(Unreadable):
        read(calls.overview(), b'{"code": %s, "data": {"totalTraffic": 1}}' % code)


@pytest.mark.parametrize("code", [b"200", b'"200"', b'" 200 "', b"200.0", b"2e2"])
def test_success_may_be_written_in_several_ways(code: bytes) -> None:
    body = b'{"code": %s, "data": {"totalTraffic": 1}}' % code

    assert read(calls.overview(), body).total_bytes == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"null",
        b"true",
        b"200",
        b'"success"',
        b"[]",
        b"[{}]",
        b"{}",
        b"<!doctype html><html><body>Just a moment...</body></html>",
        b'{"code": 200, "data": {"totalTraffic": 1',
        b'{"code": 200}',
        b'{"code": 200, "data": null}',
        b'{"code": 200, "data": []}',
        b'{"code": 200, "data": "x"}',
        b'{"code": 200, "data": {}}',
        b'{"code": 200, "data": {"balance": 1}}',
        b"\xff\xfe\x00\xd8",
        b"\x80\x81",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"code": 200, "data": {"totalTraffic": ' + b"9" * 5000 + b"}}",
        b'{"code": 200, "data": {"totalTraffic": 1e9999999999999999999}}',
        b"\x1f\x8b\x08 not really gzip",
    ],
)
def test_another_body_than_was_promised_is_unreadable(body: bytes) -> None:
    for call in (calls.overview(), calls.records()):
        with pytest.raises(Unreadable):
            read(call, body)


def test_a_byte_order_mark_and_other_unicode_encodings_of_json_are_read() -> None:
    text = success(OVERVIEW).decode()

    for body in (b"\xef\xbb\xbf" + text.encode(), text.encode("utf-16"), text.encode("utf-32-le")):
        assert read(calls.overview(), body).total_bytes == 188978561024


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(("7", "2026-02-21 20:00:00")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
overviews = st.fixed_dictionaries({}, optional=dict.fromkeys(OVERVIEW, json_values))
pages = st.fixed_dictionaries(
    {
        "records": st.lists(
            json_values | st.fixed_dictionaries({}, optional=dict.fromkeys(RECORD, json_values)), max_size=3
        )
    },
    optional={"total": json_values},
)


@given(overviews | pages | json_values, st.just(200) | json_values, st.sampled_from((200, 200, 204, 429, 500)))
def test_any_json_gives_a_value_or_a_vendor_error(data: object, code: object, status: int) -> None:
    for body in (json.dumps({"code": code, "data": data}), json.dumps(data)):
        asked: tuple[Call[Overview] | Call[RecordPage], ...] = (calls.overview(), calls.records())
        for call in asked:
            # Anything but an error of the vendor's tree would be raised here.
            with suppress(*VendorError.__subclasses__()):
                assert isinstance(read(call, body.encode(), status=status), Overview | RecordPage)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_value_or_a_vendor_error(body: bytes) -> None:
    with pytest.raises(VendorError):
        read(calls.overview(), body)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", None),
        ("0.0", None),
        ("120", 120.0),
        (" 7 ", 7.0),
        ("            5", 5.0),
        (format_datetime(NOW.replace(minute=1), usegmt=True), 60.0),
        (format_datetime(NOW.replace(hour=11), usegmt=True), None),
        ("Tue, 10 Mar 2026 12:00:30 -0000", 30.0),
        ("Tue, 10 Mar 2026 14:00:30 +0200", 30.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", 1.5),
        ("2.", 2.0),
        ("3601", 3600.0),
        (format_datetime(NOW.replace(hour=20), usegmt=True), 3600.0),
        ("1_0", None),
        ("1e3", None),
        ("٥", None),
        ("Tue, 99 Mar 2026 12:00:00 GMT", None),
        ("Tue, 10 Mar 99999999999999999999 12:00:00 GMT", None),
        ("Tue, 10 Mar 2026 12:00:00 +9999999999999999999999", None),
        ("\x00", None),
    ],
)
def test_both_forms_of_retry_after_are_understood_and_nonsense_is_passed_over(
    header: str, seconds: float | None
) -> None:
    with pytest.raises(Busy) as caught:
        read(calls.overview(), b"", status=429, headers={"retry-after": header})

    assert caught.value.retry_after == seconds


def test_an_absurd_retry_after_is_taken_for_an_hour() -> None:
    with pytest.raises(Busy) as caught:
        read(calls.overview(), b"", status=429, headers={"retry-after": "9" * 400})

    assert caught.value.retry_after == 3600.0


@given(st.text() | st.from_regex(r"\w{3}, \d{1,5} \w{3} \d{1,20} \d{1,3}:\d{1,3}:\d{1,3} [+-]\d{1,30}", fullmatch=True))
def test_no_retry_after_breaks_anything(header: str) -> None:
    with pytest.raises(Busy) as caught:
        read(calls.overview(), b"", status=429, headers={"retry-after": header})

    assert caught.value.retry_after is None or caught.value.retry_after >= 0


def test_retry_after_is_heeded_for_a_code_within_an_answer_too() -> None:
    with pytest.raises(Busy) as caught:
        read(calls.overview(), b'{"code": 429}', headers={"retry-after": "9"})

    assert caught.value.retry_after == 9.0


def whole(encoding: str | None, *pieces: bytes) -> bytes:
    body = wire.Body(encoding)
    for piece in pieces:
        body.add(piece)
    return body.whole()


@pytest.mark.parametrize("encoding", [None, "", "identity", " Identity "])
def test_a_plain_body_is_put_together_from_its_pieces(encoding: str | None) -> None:
    assert whole(encoding, b"ab", b"", b"c") == b"abc"


def test_packed_bodies_are_unpacked_however_they_are_cut_up() -> None:
    text = success(OVERVIEW) * 20

    for encoding, packed in (
        ("gzip", gzip.compress(text)),
        ("X-GZIP ", gzip.compress(text)),
        ("gzip", gzip.compress(text[:99]) + gzip.compress(b"") + gzip.compress(text[99:])),
        ("gzip", gzip.compress(text) + b"\0\0"),
        ("deflate", zlib.compress(text)),
        ("deflate", zlib.compress(text, wbits=-15)),
        ("deflate", zlib.compress(text, 0, wbits=-15)),
        ("deflate", gzip.compress(text)),
    ):
        assert whole(encoding, packed) == text
        assert whole(encoding, *(packed[at : at + 1] for at in range(len(packed)))) == text


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress", "gzip;q=1", "ж"])
def test_an_encoding_nobody_asked_for_is_unreadable(encoding: str) -> None:
    with pytest.raises(Unreadable):
        wire.Body(encoding)


@pytest.mark.parametrize(
    "packed", [b"plain", b"\x1f\x8b\x08\x00garbage-garbage", zlib.compress(b"x" * 99)[:9] + b"\xff" * 9]
)
def test_a_damaged_body_is_unreadable(packed: bytes) -> None:
    with pytest.raises(Unreadable):
        whole("gzip", packed)


def test_a_body_of_the_cap_is_taken_and_one_byte_more_is_not() -> None:
    text = b"x" * wire.LARGEST_BODY

    assert whole(None, text) == text
    assert whole("gzip", gzip.compress(text)) == text
    for encoding, packed in ((None, text + b"x"), ("gzip", gzip.compress(text + b"x"))):
        with pytest.raises(Unreadable):
            whole(encoding, packed)
    with pytest.raises(Unreadable):
        whole(None, text, b"x")


def test_the_cap_is_for_all_members_together() -> None:
    half = gzip.compress(b"x" * (wire.LARGEST_BODY // 2))

    assert len(whole("gzip", half + half)) == wire.LARGEST_BODY
    with pytest.raises(Unreadable):
        whole("gzip", half + half + gzip.compress(b"x"))


def test_a_damaged_further_member_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        whole("gzip", gzip.compress(b"{}"), b"\x1f\x8b", b"\xff" * 20)


def test_a_bomb_is_given_up_before_it_is_unpacked() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(b"\0" * 2**20) for _ in range(200)) + packer.flush()
    assert len(bomb) < wire.LARGEST_BODY
    body = wire.Body("gzip")

    with pytest.raises(Unreadable):
        body.add(bomb)

    assert body.whole() == b""


def test_no_error_quotes_what_the_vendor_sent() -> None:
    for body in (b"5ecret", b'{"code": "5ecret"}', b'{"code": 200, "data": "5ecret"}', b'{"code": 7, "msg": "5ecret"}'):
        with pytest.raises(VendorError) as caught:
            read(calls.overview(), body)
        assert "5ecret" not in f"{caught.value} {caught.value!r} {caught.value.args}"


@pytest.mark.parametrize("error", [Unreachable("cut"), Busy(7.5), Busy(None), Refused(404), TokenRefused("code 401")])
def test_an_error_can_be_raised_afresh(error: VendorError) -> None:
    again = error.afresh()

    assert again is not error
    assert type(again) is type(error)
    assert (str(again), vars(again), again.__traceback__) == (str(error), vars(error), None)


def test_who_is_busy_and_names_no_time_is_asked_less_often() -> None:
    assert (Busy(1).again, Busy(None).again) == (5, 2)


def test_every_error_but_the_root_knows_whether_asking_again_can_help() -> None:
    assert {error.__name__: error.again for error in VendorError.__subclasses__()} == {
        "Unreachable": 5,
        "Busy": 5,
        "Broken": 5,
        "TokenRefused": 0,
        "Refused": 0,
        "Unreadable": 1,
    }
    assert Unreachable.again > Unreadable.again
