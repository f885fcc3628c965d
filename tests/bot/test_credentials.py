"""What people paste: the credential is found in it, or nothing is; nothing else ever reaches a header."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot import credentials
from bot.credentials import LONGEST, Pasted
from bot.secret import Secret

TOKEN = "eyJhbGciOi.JIUzI1-Ni_I5ecret+/="
COOKIE = "session=5ecret0123; csrf=x_y-z"


def found(text: str) -> tuple[str, str, str] | None:
    """The kind, the credential and the name that were found in a text."""
    pasted = credentials.read(Secret(text))
    return None if pasted is None else (pasted.credential.kind, pasted.credential.secret.reveal(), pasted.name)


@pytest.mark.parametrize(
    "text",
    [
        TOKEN,
        f"  {TOKEN}\n",
        f"\t{TOKEN}\r\n\r\n",
        f"Bearer {TOKEN}",
        f"bearer   {TOKEN}",
        f"BEARER\n{TOKEN}",
        f"Authorization: Bearer {TOKEN}",
        f"authorization:Bearer {TOKEN}",
        f"Authorization : Bearer {TOKEN}",
        f"Authorization=Bearer {TOKEN}",
        f"Authorization: {TOKEN}",
        f"token: {TOKEN}",
        f'"{TOKEN}"',
        f"'{TOKEN}'",
        f"`{TOKEN}`",
        f"```{TOKEN}```",
        f"“{TOKEN}”",
        f"„{TOKEN}“",
        f"«{TOKEN}»",
        f"« {TOKEN} »",
        f"‘{TOKEN}’",
        f"‚{TOKEN}‘",
        f"'\"{TOKEN}\"'",
        f"{TOKEN},",
        f"{TOKEN};",
        f'"Authorization": "Bearer {TOKEN}"',
        f'"Authorization": "Bearer {TOKEN}",',
        f"'authorization': 'Bearer {TOKEN}',",
        f'{{"Authorization": "Bearer {TOKEN}"}}',
        f'{{ "token": "{TOKEN}" }}',
        f"-H 'Authorization: Bearer {TOKEN}'",
        f'-H "authorization: Bearer {TOKEN}"',
        f"--header 'Authorization: Bearer {TOKEN}'",
        f"curl -H 'Authorization: Bearer {TOKEN}'",
        f"curl https://bytesflows.com/api -H 'accept: */*' -H 'authorization: Bearer {TOKEN}' --compressed",
        f'curl "https://bytesflows.com/api" \\\n  -H "authorization: Bearer {TOKEN}" \\\n  -H "accept: */*"',
        f"\ufeff{TOKEN}",
        f"\u200b{TOKEN[:9]}\u200d{TOKEN[9:]}\u2060",
        f"\u202a{TOKEN}\u202c",
        f"{TOKEN[:5]}\u00ad{TOKEN[5:]}",
        f"authorization\nBearer {TOKEN}",
        f":authority\nbytesflows.com\naccept\n*/*\nauthorization\nBearer {TOKEN}\ncookie\n{COOKIE}",
        f"authorization\n{TOKEN}",
        f"content-type: application/json\nauthorization: Bearer {TOKEN}\naccept: */*",
        f"GET /api/v1/dashboard/asset HTTP/1.1\r\nHost: bytesflows.com\r\nAuthorization: Bearer {TOKEN}\r\n\r\n",
        f"Cookie: {COOKIE}\nAuthorization: Bearer {TOKEN}",
        f"Bearer: {TOKEN}",
        f"Bearer={TOKEN}",
        f"Bearer : {TOKEN}",
        f"Authorization: Bearer: {TOKEN}",
        f'--header="Authorization: Bearer {TOKEN}"',
        f'curl --header="Authorization: Bearer {TOKEN}" https://bytesflows.com/api',
        f'fetch("https://bytesflows.com", {{"headers": {{"authorization": "Bearer {TOKEN}", "accept": "*/*"}}}})',
        f'{{"authorization":"Bearer {TOKEN}","accept":"*/*"}}',
        f"token {TOKEN}",
        f"Token = {TOKEN}",
        f"export TOKEN={TOKEN}",
        f'export BYTESFLOWS_TOKEN="{TOKEN}"',
        f'{{"access_token":"{TOKEN}","expires":60}}',
        f"<{TOKEN}>",
        f"({TOKEN})",
        f"[{TOKEN}]",
        f"Authorization: Bearer <{TOKEN}>",
        f"Bearer [{TOKEN}]",
    ],
)
def test_a_token_is_found_however_it_is_pasted(text: str) -> None:
    assert found(text) == ("bearer", TOKEN, "")


@pytest.mark.parametrize(
    "text",
    [
        f"Cookie: {COOKIE}",
        f"cookie:{COOKIE}",
        f"Cookie: {COOKIE};",
        f'"Cookie": "{COOKIE}"',
        f"'cookie': '{COOKIE}',",
        f"-H 'Cookie: {COOKIE}'",
        f'--header "cookie: {COOKIE}"',
        f"-b '{COOKIE}'",
        f'--cookie "{COOKIE}"',
        f"curl 'https://bytesflows.com/api' -H 'accept: */*' -b '{COOKIE}'",
        f"curl -H 'Cookie: {COOKIE}' https://bytesflows.com/api",
        f"“Cookie: {COOKIE}”",
        f"Cookie:\n{COOKIE.replace('; ', ';' + chr(10))}",
        f"Authorization: Cookie: {COOKIE}",
        f"Cookie: \u200b{COOKIE}",
        f"cookie\n{COOKIE}",
        f"GET / HTTP/1.1\nHost: bytesflows.com\nCookie: {COOKIE}\nAccept: */*",
        f"curl --cookie='{COOKIE}' https://bytesflows.com",
        f'{{"cookie": "{COOKIE}"}}',
    ],
)
def test_a_cookie_header_is_found_however_it_is_pasted(text: str) -> None:
    assert found(text) == ("cookie", COOKIE, "")


@pytest.mark.parametrize("text", ['Cookie: a=b; c="d"', "-b 'a=b; c=\"d\"'", 'Cookie: "a=b; c="d""'])
def test_a_cookie_keeps_the_quotes_within_it(text: str) -> None:
    assert found(text) == ("cookie", 'a=b; c="d"', "")


@pytest.mark.parametrize(
    "second",
    ["a1B2c3D4e5F6g7H8", "0123456789abcdef01234567", "12345678901234567890", "x" * 8 + "_9f86d081884c7d65"],
)
@pytest.mark.parametrize("first", [TOKEN, f"Authorization: Bearer {TOKEN}", f"Cookie: {COOKIE}"])
def test_a_second_secret_never_becomes_a_name(first: str, second: str) -> None:
    pasted = found(f"{first} {second}")

    assert pasted is not None
    assert pasted[2] == ""


def test_of_a_cookie_being_set_only_the_pair_is_taken() -> None:
    assert found("Set-Cookie: sid=abc123; Path=/; HttpOnly; SameSite=Lax") == ("cookie", "sid=abc123", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{TOKEN} team", "team"),
        (f"{TOKEN}\nteam", "team"),
        (f"{TOKEN}\u2028team", "team"),
        (f"Bearer {TOKEN}   'my team'", "my team"),
        (f"Bearer {TOKEN}, team", "team"),
        (f"'{TOKEN}' team", "team"),
        (f"«{TOKEN}» команда", "команда"),
        (f"-H 'Authorization: Bearer {TOKEN}' team", "team"),
        (f"{TOKEN} a  b\n c", "a b c"),
    ],
)
def test_what_follows_a_token_is_a_name_for_it(text: str, name: str) -> None:
    assert found(text) == ("bearer", TOKEN, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Cookie: {COOKIE} team", "team"),
        (f"-H 'Cookie: {COOKIE}' team", "team"),
        (f"-b '{COOKIE}' team", "team"),
        (f"Cookie: {COOKIE}; team", "team"),
    ],
)
def test_what_follows_a_cookie_is_a_name_for_it(text: str, name: str) -> None:
    assert found(text) == ("cookie", COOKIE, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\u200b\ufeff",
        "''",
        "short",
        "1234567",
        "Bearer",
        "Bearer ",
        "Authorization:",
        "Authorization: Bearer",
        "Cookie:",
        "Cookie: ",
        "Cookie: session",
        "Cookie: =value",
        "Cookie: a=b\x00c",
        "Cookie: сессия=1",
        "токенпорусски",
        "tokén_5ecret0123",
        "令牌令牌令牌令牌令牌",
        "tok\x005ecret0123456",
        "tok\x7f5ecret0123456",
        "tok_5ecret0123\udcff",
        f"Bearer {'x' * (LONGEST + 1)}",
        f"Cookie: a={'x' * LONGEST}",
        "curl https://bytesflows.com/api",
        "curl",
        "hello",
        "authorization",
        "authorization\nfailed",
        "Authorization required, please",
        "Authorization: Basic dXNlcjpwYXNzd29yZA==",
        "content-type: application/json",
        "content-type\napplication/json",
        "user-agent: curl/8",
        "token required for this",
        "token: what is it?",
        "https://bytesflows.com/dashboard",
    ],
)
def test_what_is_no_credential_is_refused(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize("before", ["Bearer ", "Authorization: Bearer ", "-H 'authorization: Bearer "])
@pytest.mark.parametrize("token", [":12|abc.Def%456", "=12|abc.Def%456", "-12|abc~Def/456", "a1b2<c3d4"])
def test_a_token_may_be_written_with_signs(before: str, token: str) -> None:
    pasted = found(before + token)

    assert pasted is not None
    assert pasted[1] == token


def test_the_longest_token_is_taken() -> None:
    assert found("x" * LONGEST) == ("bearer", "x" * LONGEST, "")


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1c"])
def test_no_header_can_be_smuggled_in_behind_a_line_break(line_break: str) -> None:
    assert found(f"{TOKEN}{line_break}X-Admin: yes") == ("bearer", TOKEN, "X-Admin: yes")
    cookie = credentials.read(Secret(f"Cookie: a=b{line_break}X-Admin: yes"))
    assert cookie is not None
    assert cookie.credential.secret.reveal() == "a=b"


def sendable(pasted: Pasted) -> bool:
    """Whether a credential is a header's value as it stands: visible ASCII, single spaces, none of them at an end."""
    text = pasted.credential.secret.reveal()
    return re.fullmatch(r"[!-~]+(?: [!-~]+)*", text) is not None and len(text) <= LONGEST


words = st.sampled_from(
    ["Bearer", "Authorization:", "Cookie:", "curl", "-H", "-b", "a=b;", "a=b", "'", '"', "\r\n", "\n", " ", "{", "}"]
)


@given(
    st.text() | st.lists(words | st.text(max_size=9)).map("".join) | st.lists(words | st.text(max_size=9)).map(" ".join)
)
@example("Cookie: '=;")
@example("Cookie: a=';'")
@example("\ud800")
def test_whatever_is_pasted_what_is_found_can_be_sent_and_nothing_is_raised(text: str) -> None:
    pasted = credentials.read(Secret(text))
    credentials.looks_secret(Secret(text))
    credentials.surely_secret(Secret(text))

    assert pasted is None or sendable(pasted)
    assert (
        pasted is None
        or (pasted.credential.kind == "bearer") == (" " not in pasted.credential.secret.reveal())
        or (pasted.credential.kind == "cookie")
    )


def test_a_long_hostile_text_is_read_at_once() -> None:
    for text in ("a=b; " * 200_000, "Cookie: " + "a=b; " * 200_000 + "\x00", "'\"" * 500_000, "curl -H '" * 100_000):
        credentials.read(Secret(text))
        credentials.looks_secret(Secret(text))


@pytest.mark.parametrize(
    "text",
    [
        "tok_1_5ecret0123456789abcdef",
        "Authorization: Bearer tok_1_5ecret0123456789abcdef",
        "here is the token tok_1_5ecret0123456789abcdef, use it",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl is mine",
        "123456789:AAH-abcdefghijklmnopqrstuvwxyz0123456",
    ],
)
def test_some_messages_between_people_hold_a_secret_beyond_doubt(text: str) -> None:
    assert credentials.surely_secret(Secret(text))


@pytest.mark.parametrize(
    "text",
    [
        "good morning",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "deploy da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "see https://example.com/a/tok_1_5ecret0123456789abcdef",
        "order ORD-20260221-000123 is late",
        "the token is refused again",
        "worker_eu_west_3_scraper_17 tok_1_5ecret0123456789abcdef is what it logs, twice",
        "",
    ],
)
def test_what_people_send_each_other_is_left_alone(text: str) -> None:
    assert not credentials.surely_secret(Secret(text))


@pytest.mark.parametrize(
    "text",
    [
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqr",
        "QmFzZVNpeHR5Rm91cldpdGhvdXREaWdpdHNIZXJl",
        "12|abc.Def%456:xyz+ghi~JKL789",
        "a|b:c%d~e1f2g3h4i5j6k7l8m9n0",
        "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
        "this is what I use for the other bot: 123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc",
        "I have got this from my browser eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3",
        "token: 123e4567-e89b-12d3-a456-426614174000",
        "token: abcd1234",
        "my token is this: token=abcd1234",
        "authorization\nBearer abcd1234",
        "accept\n*/*\ncookie\nsid=abc",
        "https://bytesflows.com/?token=abcd1234",
        "我的令牌是bf_demo_0123456789abcdef0123456789abcdef",
        "/9f86d081884c7d659a2feaa0c55ad015",
        "bf_demo_0123456789abcdef0123456789abcdef",
        "bf_demo_0123456789abcdef0123456789abcdef team",
        "`bf_demo_0123456789abcdef0123456789abcdef`",
        "team: bf_demo_0123456789abcdef0123456789abcdef",
        "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
        "ab1/cd+ef2gh3ij4kl5mn6op7qr8st9uv0==",
        "Bearer abcd1234",
        "Authorization: Bearer abc",
        "authorization = abcd1234",
        "Cookie: a=b",
        "Set-Cookie: a=b; Path=/",
        "-H 'X-Api-Key: abc'",
        "--header 'Authorization: Bearer abc'",
        "\u200bBearer abcd1234",
        "curl https://bytesflows.com/api -H 'Authorization: Bearer bf_demo_0123456789abcdef0123456789abcdef'",
        "my token is bf_demo_0123456789abcdef0123456789abcdef, please",
        "here is the cookie 'session=bf_demo_0123456789abcdef0123456789abcdef; a=b'",
    ],
)
def test_what_is_probably_a_credential_looks_like_one(text: str) -> None:
    assert credentials.looks_secret(Secret(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "How much is left?",
        "Сколько осталось?",
        "还剩多少流量",
        "Please send me the balance of last month",
        "bearer",
        "Bearer",
        "the bearer of bad news",
        "I lost my token, what now?",
        "cookies are nice",
        "https://bytesflows.com/dashboard/traffic/2026/records",
        "http://example.com/0123456789abcdef0123456789abcdef",
        "bytesflows.com/dashboard/traffic/2026/records",
        "docs.python.org/3.11/library/asyncio-task.html",
        "see docs.python.org/3.11/library/asyncio-task.html",
        "Donaudampfschifffahrtsgesellschaft",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "12345678901234567890123456789",
        "+49 170 1234567",
        "/balance",
        "/records order 2",
        "someone@example.com",
        "ORD-260301-7037",
        "2026-03-10 12:00:00",
        "2026-03-10T12:00:00.000+00:00",
        "123e4567-e89b-12d3-a456-426614174000",
        "ORD-2026-000123-ABCDEF",
        "ORD-2026-000123-ABCDEF-7F3K9Q2M",
        "SIGN-2026-03-10-ab12cd34ef56",
        "/var/log/scraper/2026/output.log",
        "scraper_output_2026_11_22.csv",
        "/home/me/scraper_output_2026_11_22.csv",
        "C:\\Users\\me\\scraper_2026\\output.csv",
        "someone.with.a.long.name2026@example.com",
        "token: what is it?",
        "token: something",
        "Token required?",
        "Cookie: do you eat them?",
        "Authorization: how does it work?",
        "authorization",
        "Bearer x",
        "bearer of bad news",
        "----------------------------------------",
        "hahahahahahahahahahahahahahahahahahahaha",
    ],
)
def test_what_people_say_does_not_look_like_a_credential(text: str) -> None:
    assert not credentials.looks_secret(Secret(text))
