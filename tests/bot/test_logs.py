"""No finished log line shows a secret, whichever way it came in; ordinary lines stay as they are."""

import asyncio
import json
import logging
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.bytesflows.errors import Unreachable
from bot.logs import RedactingFormatter, Redactor
from bot.secret import Secret
from bot.vault import new_key

HALF = "AAE-5ecret5ecret5ecret5ecret5ecr_t"
TOKEN = f"123456789:{HALF}"
KEY = "c2VjcmV0LWtleS13aXRoLTMyLWJ5dGVzLi4uLi4uLi4="
PROXY = "socks5://me:pa55-5ecret@proxy.example:1080"
KNOWN = Redactor([Secret(TOKEN), Secret(KEY), Secret(PROXY), Secret("")])
UNKNOWN = Redactor([])
BEARER = "tok_5ecret-0123456789.abc"


@pytest.mark.parametrize(
    "line",
    [
        TOKEN,
        f"https://api.telegram.org/bot{TOKEN}/getUpdates?timeout=50",
        f"https://api.telegram.org/file/bot{TOKEN}/photo.jpg",
        f"https://api.telegram.org/bot{quote(TOKEN, safe='')}/getMe",
        f"bot{TOKEN.replace(':', '%3a')}",
        f"The token `{TOKEN}` was rejected by the server.",
        f"Bot[token={TOKEN}]",
        f"token='{TOKEN}'",
        f'{{"token": "{TOKEN}"}}',
        f"a{TOKEN}b",
        f"x {TOKEN}\ny {TOKEN}",
    ],
)
def test_a_bots_token_is_taken_out_known_or_not(line: str) -> None:
    for redact in (KNOWN, UNKNOWN):
        assert "5ecret" not in redact(line)
        assert "[secret]" in redact(line)


@pytest.mark.parametrize(
    "line",
    [
        f"half {HALF} alone",
        f"key {KEY}",
        f"key {quote(KEY, safe='')}",
        f"key {quote(KEY)}",
        f"by {PROXY}",
        quote(PROXY),
    ],
)
def test_every_secret_of_the_settings_is_taken_out_in_any_encoding(line: str) -> None:
    shown = KNOWN(line)

    assert "5ecret" not in shown
    assert "c2Vjcm" not in shown


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {BEARER}",
        f"authorization: bearer {BEARER}",
        f"{{'Authorization': 'Bearer {BEARER}'}}",
        f'{{"authorization":"Bearer {BEARER}"}}',
        f"[(b'authorization', b'Bearer {BEARER}')]",
        f"headers=[(b'Host', b'x'), (b'Authorization', b'Bearer {BEARER}'), (b'Accept', b'*/*')]",
        f"Bearer {BEARER}",
        f"bearer:{BEARER}",
        f"Authorization: {BEARER}",
        f"Authorization: Basic {BEARER}",
        f"Cookie: session={BEARER}; csrf={BEARER}",
        f"cookie=session={BEARER}",
        f"Set-Cookie: session={BEARER}; Path=/",
        f"{{'Cookie': 'session={BEARER}; other={BEARER}'}}",
        f"[(b'cookie', b'session={BEARER}; other={BEARER}')]",
        f'("set-cookie", "session={BEARER}")',
        f"/login {BEARER}",
        f"/login@my_bot {BEARER} team",
        f"/login   Bearer {BEARER}",
        f"text='/login {BEARER}'",
        f"/LOGIN {BEARER}",
        f"http://me:{BEARER}@proxy.example:8080/",
        "socks5://me:pa/5ecret@proxy.example:1080",
        "http://me:p@5ecret@proxy.example",
        "http://me:p@5e/cret?5ecret#5ecret@proxy.example is out of reach",
        "http://me:123@5ecret@proxy.example",
        "http://:5ecret@proxy.example",
        f'{{"token": "{BEARER}", "other": 1}}',
        f"{{'token': b'{BEARER}'}}",
        f'{{"access_token":"{BEARER}"}}',
        '{"password": "it\'s 5ecret"}',
        r'{"password": "with \" 5ecret"}',
        rf"body='{{\"token\": \"{BEARER}\"}}'",
        f'("api_key", "{BEARER}")',
        f"https://example.com/?token={BEARER}&page=2",
        f"token={BEARER}",
        f"token = {BEARER}",
        f"Login(token='{BEARER}', name='x')",
        f"TOKEN: {BEARER}",
        f"api-key: {BEARER}",
    ],
)
def test_what_looks_like_a_credential_is_taken_out_without_being_known(line: str) -> None:
    shown = UNKNOWN(line)

    assert "5ecret" not in shown
    assert "[secret]" in shown


@pytest.mark.parametrize(
    "line",
    [
        "update 123456789 could not be answered",
        "@bytesflows_demo_bot is listening",
        "account 7 of chat -1001234567890 is locked: its key is not in the keyring",
        "Telegram is out of reach (httpx.ConnectError); trying again",
        "GET https://bytesflows.com/api/v1/dashboard/asset 200",
        "http://127.0.0.1:8080/healthz",
        "socks5://proxy.example:1080",
        "2026-03-10 12:00:00 to 2026-03-11 12:00:00",
        "the answer to update 5 may not have arrived: TimedOut",
        "person@example.com: hello",
        "http://127.0.0.1:8080/people/person@example.com",
        '{"page": "http://127.0.0.1:8080", "to": "person@example.com"}',
        '{"page":"http://127.0.0.1:8080","to":"person@example.com"}',
        "https://example.com/a: person@example.com",
        "the token: it is refused since 2026-03-10",
        "TELEGRAM_BOT_TOKEN: Telegram refuses it; @BotFather shows the present one",
        "Telegram refuses the bot's token (Unauthorized); @BotFather shows the present one",
        "tokens=12 of 40",
        "token=Secret(…) token=None",
        "the token of 12345678901234567890 is refused",
        "a key: 'password' is no word",
        "/login",
        "/logout all",
        "stopped",
        "",
    ],
)
def test_ordinary_lines_stay_as_they_are(line: str) -> None:
    assert KNOWN(line) == line
    assert UNKNOWN(line) == line


def test_what_stands_beside_a_secret_is_still_read() -> None:
    assert UNKNOWN(f"GET https://api.telegram.org/bot{TOKEN}/getMe failed: 502") == (
        "GET https://api.telegram.org/bot[secret]/getMe failed: 502"
    )
    assert UNKNOWN(f"{{'Authorization': 'Bearer {BEARER}', 'Accept': 'x'}}") == (
        "{'Authorization': 'Bearer [secret]', 'Accept': 'x'}"
    )
    assert UNKNOWN("redis://me:pa55-5ecret@cache:6379") == "redis://me:[secret]@cache:6379"
    assert UNKNOWN("http://u:p@ss@host/x and person@host") == "http://u:[secret]@host/x and person@host"
    assert UNKNOWN('{"token": "5ecret5ecret", "page": 2}') == '{"token": "[secret]", "page": 2}'
    assert UNKNOWN("/x?token=5ecret5ecret&page=2") == "/x?token=[secret]&page=2"
    assert UNKNOWN("Login(token='5ecret5ecret', page=2)") == "Login(token='[secret]', page=2)"


def test_each_of_several_keys_is_taken_out_by_itself() -> None:
    other = "b3RoZXItc2VjcmV0LWtleS13aXRoLTMyLWJ5dGVzLi4="
    redact = Redactor([Secret(f"{KEY}, {other}\n")])

    for key in (KEY, other):
        for line in (f"key {key}", f"key {quote(key)}", f"key {quote(key, safe='')}", f"{KEY}, {other}\n"):
            assert "[secret]" in redact(line)
            assert key[:-1] not in redact(line)


@pytest.mark.parametrize("piece", ["://a:", "token=", "token: a", '"token": "', "password='", "\\", "://a:b@"])
def test_a_line_made_to_be_slow_is_not(piece: str) -> None:
    """What a person can make the bot log is short; even so no line of theirs may hold the loop."""
    line = piece * (4000 // len(piece))

    began = time.process_time()
    UNKNOWN(line)

    assert time.process_time() - began < 1.0


def record(message: str, *arguments: object, error: BaseException | None = None) -> logging.LogRecord:
    raised = (type(error), error, error.__traceback__) if error is not None else None
    return logging.LogRecord("bot.telegram", logging.ERROR, __file__, 1, message, arguments, raised)


def written(style: str, entry: logging.LogRecord) -> str:
    return RedactingFormatter(KNOWN, style).format(entry)


STYLES = ("text", "json")


@pytest.mark.parametrize("style", STYLES)
def test_the_arguments_of_a_line_are_redacted_too(style: str) -> None:
    line = written(style, record("asked %s with %r", f"https://x/bot{TOKEN}/y", {"Authorization": f"Bearer {BEARER}"}))

    assert "5ecret" not in line
    assert "asked https://x/bot[secret]/y with" in line


@pytest.mark.parametrize("style", STYLES)
def test_an_error_is_logged_with_its_causes_and_without_the_token(style: str) -> None:
    first = ValueError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    second = InvalidToken(f"The token `{TOKEN}` was rejected by the server.")
    second.add_note(f"Authorization: Bearer {BEARER}")
    second.__cause__ = first

    def fail() -> None:
        raise Unreachable(f"Cookie: session={BEARER}") from second

    with pytest.raises(Unreachable) as caught:
        fail()

    line = written(style, record("failed", error=caught.value))

    assert "5ecret" not in line
    for name in ("ValueError", "InvalidToken", "Unreachable", "Traceback", "fail()"):
        assert name in line


@pytest.mark.parametrize("style", STYLES)
async def test_a_bot_that_is_logged_shows_no_token(style: str) -> None:
    bot = Bot(TOKEN)

    line = written(style, record("%r %s %s", bot, bot.base_url, bot.base_file_url))

    assert "5ecret" not in line


@pytest.mark.parametrize(
    "message",
    [
        "ordinary",
        f"Authorization: Bearer {BEARER}",
        f'curl -H "Authorization: Bearer {BEARER}" -H "Accept: x"',
        f'curl -H "Cookie: session={BEARER}"',
        f'Cookie: session={BEARER}"',
        f"Bearer {BEARER}\\",
        f"/login {BEARER}",
        f'/login "{BEARER}" team',
        f"http://me:{BEARER}@proxy.example",
        'quotes " and \\ and \n breaks',
        "人 \u2028 \ud83d\ude00",
    ],
)
def test_a_line_of_json_is_an_object_whatever_was_taken_out(message: str) -> None:
    entry = json.loads(written("json", record(message)))

    assert entry["level"] == "ERROR"
    assert entry["logger"] == "bot.telegram"
    assert entry["message"] == KNOWN(message)
    assert "5ecret" not in str(entry)


def test_a_line_says_when_in_utc_how_bad_and_who() -> None:
    entry = record("hello")
    entry.created = 1774037109.5

    assert written("text", entry) == "2026-03-20T20:05:09Z ERROR   bot.telegram: hello"
    assert json.loads(written("json", entry)) == {
        "time": "2026-03-20T20:05:09Z",
        "level": "ERROR",
        "logger": "bot.telegram",
        "message": "hello",
    }


PROGRAM = """
import logging, sys, warnings
from bot import logs
from bot.secret import Secret
from bot.vault import new_key
logs.configure(level="INFO", style="text", secrets=[Secret({token!r})])
logging.getLogger("bot.x").info("ours is heard")
logging.getLogger("bot.x").debug("too quiet")
logging.getLogger("httpx").info("https://api.telegram.org/bot{token}/getMe")
logging.getLogger("httpx").warning("theirs is heard {token}")
warnings.warn("warned {token}")
raise RuntimeError("uncaught {token}")
"""


async def test_a_whole_process_says_nothing_of_its_token_even_when_it_dies() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        PROGRAM.format(token=TOKEN),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    out, err = (text.decode() for text in await process.communicate())

    assert out == ""
    assert HALF not in err
    for heard in ("ours is heard", "theirs is heard [secret]", "warned [secret]", "RuntimeError: uncaught [secret]"):
        assert heard in err
    assert "too quiet" not in err
    assert "getMe" not in err


ASTRAY = """
import gc, logging, sys, threading
from bot import logs
from bot.secret import Secret
from bot.vault import new_key
logs.configure(level="INFO", style={style!r}, secrets=[Secret({token!r})])
logging.getLogger("bot.x").info("%d was asked", "{token}")

class Shown:
    def __str__(self):
        raise ValueError("no text for {token}")

logging.getLogger("bot.x").info("%s", Shown())

class Left:
    def __repr__(self):
        return "{token}"
    def __del__(self):
        raise OSError("left {token}")

Left()

def die():
    raise KeyError("died of {token}")

thread = threading.Thread(target=die)
thread.start()
thread.join()
logging.getLogger("bot.x").info("still heard")
sys.stderr.close()
logging.getLogger("bot.x").info("heard by nobody")
print("done")
"""


@pytest.mark.parametrize("style", STYLES)
async def test_what_python_itself_says_of_errors_goes_the_same_way(style: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        ASTRAY.format(token=TOKEN, style=style),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    out, err = (text.decode() for text in await process.communicate())

    assert out == "done\n"
    assert HALF not in err
    assert err.count("was lost") == 2
    for heard in ("no text for [secret]", "left [secret]", "died of [secret]", "still heard"):
        assert heard in err
    if style == "json":
        assert all(json.loads(line)["logger"].startswith("bot") for line in err.splitlines())


def test_a_key_is_taken_out_wherever_it_came_from() -> None:
    key = new_key().reveal()

    assert Redactor(())(f"it printed {key}, and {key}") == "it printed [secret], and [secret]"
    assert (
        Redactor(())("sha256 digests of 64 digits stay: " + "a1" * 32)
        == "sha256 digests of 64 digits stay: " + "a1" * 32
    )
