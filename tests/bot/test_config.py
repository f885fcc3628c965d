"""Settings: read once, every fault named at once, and no secret in any of them."""

import base64
import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import config
from bot.config import Address, SettingsWrong
from bot.secret import Secret
from storage import sqlite_file

TOKEN = "123456789:AAE-5ecret5ecret5ecret5ecret5ecr_t"
KEY = base64.b64encode(bytes(range(32))).decode()


def faults(**env: str) -> tuple[str, ...]:
    """What is wrong with these settings."""
    with pytest.raises(SettingsWrong) as caught:
        config.read(env)
    assert str(caught.value) == "; ".join(caught.value.faults)
    return caught.value.faults


def test_a_token_is_all_that_is_needed() -> None:
    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN})

    assert settings.telegram_bot_token == Secret(TOKEN)
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.telegram_proxy is None
    assert settings.bytesflows_api_url == "https://bytesflows.com"
    assert settings.bytesflows_timezone == ZoneInfo("UTC")
    assert settings.data_dir == Path("data")
    assert settings.database_url == "sqlite:///data/bot.db"
    assert settings.encryption_keys is None
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_every_setting_is_read() -> None:
    settings = config.read(
        {
            "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "TELEGRAM_PROXY": "socks5://me:pass@proxy.example:1080",
            "BYTESFLOWS_API_URL": "https://api.example.com/below/",
            "BYTESFLOWS_TIMEZONE": "Asia/Shanghai",
            "DATA_DIR": "/var/lib/bot",
            "ENCRYPTION_KEYS": f"{KEY},{KEY}",
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "JSON",
        }
    )

    assert settings.telegram_bot_token == Secret(TOKEN)
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.telegram_proxy == Secret("socks5://me:pass@proxy.example:1080")
    assert settings.bytesflows_api_url == "https://api.example.com/below"
    assert settings.bytesflows_timezone == ZoneInfo("Asia/Shanghai")
    assert settings.database_url == "sqlite:////var/lib/bot/bot.db"
    assert settings.encryption_keys == Secret(f"{KEY},{KEY}")
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


@pytest.mark.parametrize("directory", ["my data", "50%20off", "what?now=1", "a#b", "данные"])
def test_the_database_lives_in_the_data_directory_whatever_that_is_called(directory: str) -> None:
    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "DATA_DIR": f"/srv/{directory}"})

    assert sqlite_file(settings.database_url) == Path(f"/srv/{directory}/bot.db")


def test_a_database_may_be_named() -> None:
    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": "sqlite:///elsewhere.db"})

    assert settings.database_url == "sqlite:///elsewhere.db"


def test_settings_print_without_their_secrets() -> None:
    settings = config.read(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_PROXY": "socks5://me:5ecret@proxy.example:1080",
            "ENCRYPTION_KEYS": KEY,
        }
    )

    printed = f"{settings} {settings!r}"
    assert "5ecret" not in printed
    assert KEY not in printed


def test_every_fault_is_named_at_once_with_what_would_be_right() -> None:
    named = faults(
        TELEGRAM_BOT_TOKEN="nonsense",
        TELEGRAM_API_URL="api.telegram.org",
        TELEGRAM_PROXY="proxy.example:1080",
        BYTESFLOWS_API_URL="ftp://bytesflows.com",
        BYTESFLOWS_TIMEZONE="Middle/Earth",
        DATABASE_URL="mysql://db/bot",
        ENCRYPTION_KEYS_FILE="/does/not/exist",
        LOG_LEVEL="LOUD",
        LOG_FORMAT="xml",
        WEBHOOK_URL="http://bot.example.com/hook",
    )

    assert [fault.partition(":")[0] for fault in named] == [
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "TELEGRAM_PROXY",
        "BYTESFLOWS_API_URL",
        "BYTESFLOWS_TIMEZONE",
        "DATABASE_URL",
        "ENCRYPTION_KEYS_FILE",
        "LOG_LEVEL",
        "LOG_FORMAT",
        "WEBHOOK_URL",
    ]
    assert "@BotFather" in named[0]
    assert "https://example.com" in named[1]
    assert "socks5://" in named[2]
    assert "Europe/Berlin" in named[4]
    assert "sqlite:///" in named[5]
    assert "DEBUG, INFO, WARNING, ERROR" in named[7]
    assert "text, json" in named[8]


def test_a_missing_token_is_said_once_with_where_to_get_one() -> None:
    for env in ({}, {"TELEGRAM_BOT_TOKEN": ""}, {"TELEGRAM_BOT_TOKEN": " \n"}):
        (fault,) = faults(**env)
        assert fault.startswith("TELEGRAM_BOT_TOKEN: missing")
        assert "/newbot" in fault


@pytest.mark.parametrize(
    "token",
    [
        "AAE-5ecret5ecret5ecret5ecret5ecr_t",
        "123456789:short-5ecret",
        f"bot{TOKEN}",
        f"{TOKEN} {TOKEN}",
        f"{TOKEN}!",
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        "١٢٣:AAE-5ecret5ecret5ecret5ecret5ecr_t",
    ],
)
def test_what_is_no_bot_token_is_refused_and_not_quoted(token: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=token)

    assert "no bot token" in fault
    assert "5ecret" not in fault


@pytest.mark.parametrize(
    "url",
    [
        "example.com",
        "//example.com",
        "https://",
        "https://:443",
        "ftp://example.com",
        "https://example.com?token=5ecret",
        "https://example.com/#5ecret",
        "https://example.com:99999",
        "https://example.com:port",
        "https://[::1",
        "https://me:5ecret@example.com",
        "https://5ecret@example.com",
    ],
)
def test_an_address_that_leads_nowhere_or_holds_a_secret_is_refused_and_not_quoted(url: str) -> None:
    named = faults(TELEGRAM_BOT_TOKEN=TOKEN, BYTESFLOWS_API_URL=url, TELEGRAM_API_URL=url)

    assert [fault.partition(":")[0] for fault in named] == ["TELEGRAM_API_URL", "BYTESFLOWS_API_URL"]
    assert "5ecret" not in " ".join(named)


@pytest.mark.parametrize(
    "proxy",
    [
        "proxy:1080",
        "socks5://proxy",
        "socks4://proxy:1",
        "http://:8080",
        "socks5://me:5ecret@proxy:x",
        "https://5ecret:1",
    ],
)
def test_a_wrong_proxy_is_refused_and_not_quoted(proxy: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_PROXY=proxy)

    assert fault.startswith("TELEGRAM_PROXY: use http://")
    assert "5ecret" not in fault


@pytest.mark.parametrize(
    "url",
    [
        "bot.db",
        "sqlite://",
        "sqlite:///:memory:",
        "postgresql://me:5ecret@db",
        "postgresql+psycopg2://me:5ecret@db/bot",
        "sqlite+aiosqlite:///x.db",
        "sqlite:///x.db?mode=memory",
        "mysql://db",
        "://",
        "5ecret",
    ],
)
def test_a_database_that_would_not_keep_the_data_is_refused_and_not_quoted(url: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=TOKEN, DATABASE_URL=url)

    assert fault.startswith("DATABASE_URL: ")
    assert "5ecret" not in fault


def test_the_address_of_a_server_may_come_from_a_file_and_shows_its_password_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("postgresql://me:5ecret@db/bot\n")

    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL_FILE": str(file)})

    assert settings.database_url == "postgresql://me:5ecret@db/bot"
    assert "5ecret" not in repr(settings)


@pytest.mark.parametrize("zone", ["Nowhere", "../../etc/passwd", "/etc/localtime", "Europe", "UTC\0"])
def test_a_zone_that_does_not_exist_is_refused(zone: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=TOKEN, BYTESFLOWS_TIMEZONE=zone)

    assert fault.startswith("BYTESFLOWS_TIMEZONE: no such time zone")


@pytest.mark.parametrize(
    "url",
    [
        "https://bot.example.com/telegram",
        "https://bot.example.com",
        "https://bot.example.com:8443/a/B-c_d.e~f",
        "https://bot.example.com:88/",
        "https://bot.example.com:80/hook",
    ],
)
def test_with_a_webhook_there_is_an_address_to_listen_at(url: str) -> None:
    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_URL": url, "WEBHOOK_SECRET": "a-B_9" * 51})

    assert settings.webhook_url == url
    assert settings.webhook_secret == Secret("a-B_9" * 51)
    assert settings.http_listen == Address("127.0.0.1", 8080)


@pytest.mark.parametrize(
    ("url", "right"),
    [
        ("bot.example.com/hook", "https://bot.example.com/telegram"),
        ("https:///hook", "https://bot.example.com/telegram"),
        ("ftp://bot.example.com/hook", "https://bot.example.com/telegram"),
        ("https://bot.example.com/hook?key=5ecret", "https://bot.example.com/telegram"),
        ("https://bot.example.com/hook#5ecret", "https://bot.example.com/telegram"),
        ("https://bot.example.com:x/hook", "https://bot.example.com/telegram"),
        ("https://[::1/hook", "https://bot.example.com/telegram"),
        ("https://me:5ecret@bot.example.com/hook", "WEBHOOK_SECRET"),
        ("http://bot.example.com/hook", "https only"),
        ("https://bot.example.com:8080/hook", "443, 80, 88 and 8443"),
        ("https://bot.example.com/ho ok", "plain path"),
        ("https://bot.example.com/%68ook", "plain path"),
        ("https://bot.example.com/хук", "plain path"),
        ("https://bot.example.com/healthz", "none of the bot's own"),
        ("https://bot.example.com/metrics", "none of the bot's own"),
    ],
)
def test_an_address_that_telegram_would_not_deliver_to_is_a_fault(url: str, right: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL=url)

    assert fault.startswith("WEBHOOK_URL: ")
    assert right in fault
    assert "5ecret" not in fault


def test_a_bot_api_server_of_ones_own_delivers_by_http_and_to_any_port() -> None:
    own = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": "http://127.0.0.1:8081"}

    settings = config.read({**own, "WEBHOOK_URL": "http://127.0.0.1:9999/hook", "HTTP_LISTEN": ":9999"})

    assert settings.webhook_url == "http://127.0.0.1:9999/hook"
    assert settings.http_listen == Address("", 9999)
    assert faults(**own, WEBHOOK_URL="http://me:5ecret@127.0.0.1/hook")


@pytest.mark.parametrize("secret", ["5ecret!", "5 ecret", "5ecretü", "5" * 257, "5ecret="])
def test_a_secret_that_telegram_would_not_take_is_a_fault(secret: str) -> None:
    (fault,) = faults(TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL="https://bot.example.com/hook", WEBHOOK_SECRET=secret)

    assert fault.startswith("WEBHOOK_SECRET: use 1 to 256 of A-Z a-z 0-9 _ -")
    assert secret not in fault


def test_the_webhooks_secret_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("5ecret\n")

    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "WEBHOOK_SECRET_FILE": str(tmp_path / "secret")})

    assert settings.webhook_secret == Secret("5ecret")
    assert "5ecret" not in repr(settings)


def test_an_empty_value_counts_as_none() -> None:
    settings = config.read(
        {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_PROXY": "", "LOG_LEVEL": " ", "DATA_DIR": "", "ENCRYPTION_KEYS": "\n"}
    )

    assert settings == config.read({"TELEGRAM_BOT_TOKEN": TOKEN})


def test_secrets_may_be_read_from_files(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"\n{TOKEN}\n")
    (tmp_path / "keys").write_text(f"{KEY}\n{KEY}\n")

    settings = config.read(
        {
            "TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token"),
            "ENCRYPTION_KEYS_FILE": str(tmp_path / "keys"),
            "ENCRYPTION_KEYS": "",
        }
    )

    assert settings.telegram_bot_token == Secret(TOKEN)
    assert settings.encryption_keys_file == tmp_path / "keys"
    assert settings.encryption_keys is None


def test_a_secret_in_two_places_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    (tmp_path / "keys").write_text("5ecret")

    named = faults(
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_BOT_TOKEN_FILE=str(tmp_path / "token"),
        ENCRYPTION_KEYS="5ecret",
        ENCRYPTION_KEYS_FILE=str(tmp_path / "keys"),
    )

    assert [fault.partition(";")[0] for fault in named] == [
        "TELEGRAM_BOT_TOKEN and TELEGRAM_BOT_TOKEN_FILE are both set",
        "ENCRYPTION_KEYS and ENCRYPTION_KEYS_FILE are both set",
    ]


def test_a_file_that_cannot_be_used_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text(" \n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe5ecret")

    for path, why in (
        ("missing", "No such file"),
        ("empty", "is empty"),
        ("binary", "not a text file"),
        (".", "directory"),
    ):
        (fault,) = faults(TELEGRAM_BOT_TOKEN_FILE=str(tmp_path / path))
        assert fault.startswith("TELEGRAM_BOT_TOKEN_FILE: ")
        assert why in fault


def test_a_secret_put_where_its_file_belongs_is_not_quoted() -> None:
    named = faults(TELEGRAM_BOT_TOKEN_FILE=TOKEN, ENCRYPTION_KEYS_FILE="5ecret5ecret5ecret5ecret" * 20)

    assert len(named) == 2
    assert "5ecret" not in " ".join(named)


def test_a_file_of_settings_is_read_with_the_quoting_people_expect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(
        "# a comment\n"
        f"TELEGRAM_BOT_TOKEN={TOKEN}  # the bot\n"
        "export LOG_LEVEL=DEBUG\n"
        'DATA_DIR="/var/lib/my bot"\n'
        "DATABASE_URL='sqlite:///a#b$HOME.db'\n"
        "TELEGRAM_PROXY=\n"
        "LOG_FORMAT\n"
        "BYTESFLOWS_API_URL = https://example.com\n"
    )
    for name in ("LOG_LEVEL", "DATA_DIR", "TELEGRAM_BOT_TOKEN", "DATABASE_URL", "LOG_FORMAT"):
        monkeypatch.delenv(name, raising=False)

    settings = config.read(config.environment(tmp_path))

    assert settings.telegram_bot_token == Secret(TOKEN)
    assert settings.log_level == "DEBUG"
    assert settings.log_format == "text"
    assert settings.data_dir == Path("/var/lib/my bot")
    assert settings.database_url == "sqlite:///a#b$HOME.db"
    assert settings.bytesflows_api_url == "https://example.com"


def test_the_environment_stands_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nLOG_LEVEL=DEBUG\n")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")

    assert config.environment(tmp_path)["LOG_LEVEL"] == "ERROR"
    assert config.environment(tmp_path)["TELEGRAM_BOT_TOKEN"] == TOKEN


def test_a_directory_without_a_file_gives_the_environment(tmp_path: Path) -> None:
    assert config.environment(tmp_path) == dict(os.environ)


def test_a_file_that_is_no_text_is_a_fault_of_its_own(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"TELEGRAM_BOT_TOKEN=\xff\xfe5ecret")

    with pytest.raises(SettingsWrong) as caught:
        config.environment(tmp_path)

    assert ".env" in str(caught.value)
    assert "5ecret" not in str(caught.value)


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("5ecret5ecret!", "key 1 is not base64"),
        (f"{KEY},c2hvcnQ=", "key 2 has 5 bytes instead of 32"),
        (",", "no key"),
    ],
)
def test_wrong_keys_are_named_beside_the_other_faults_and_not_quoted(tmp_path: Path, keys: str, why: str) -> None:
    (tmp_path / "keys").write_text(keys)

    given = faults(TELEGRAM_BOT_TOKEN="nonsense", ENCRYPTION_KEYS=keys, LOG_LEVEL="LOUD")
    in_a_file = faults(TELEGRAM_BOT_TOKEN=TOKEN, ENCRYPTION_KEYS_FILE=str(tmp_path / "keys"))

    assert [fault.partition(":")[0] for fault in given] == ["TELEGRAM_BOT_TOKEN", "ENCRYPTION_KEYS", "LOG_LEVEL"]
    assert given[1] == f"ENCRYPTION_KEYS: {why}; `bytesflows-bot keys new` prints a good one"
    assert in_a_file == (f"ENCRYPTION_KEYS_FILE: {why}; `bytesflows-bot keys new` prints a good one",)


@pytest.mark.parametrize(
    "name",
    [
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_BOT_TOKEN_FILE",
        "TELEGRAM_API_URL",
        "TELEGRAM_PROXY",
        "BYTESFLOWS_API_URL",
        "BYTESFLOWS_TIMEZONE",
        "DATA_DIR",
        "DATABASE_URL",
        "ENCRYPTION_KEYS",
        "ENCRYPTION_KEYS_FILE",
        "LOG_LEVEL",
        "LOG_FORMAT",
    ],
)
def test_bytes_that_are_no_text_are_a_fault_of_the_setting_that_holds_them(name: str) -> None:
    good = {"TELEGRAM_BOT_TOKEN": TOKEN} if not name.startswith("TELEGRAM_BOT_TOKEN") else {}

    named = faults(**good, **{name: os.fsdecode(b"http://5ecret\xff:1/")})

    assert named[0] == f"{name}: it holds bytes that are no UTF-8 text"
    assert "5ecret" not in " ".join(named)
    assert len(named) == 1 or name == "TELEGRAM_BOT_TOKEN_FILE"


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("127.0.0.1:8080", Address("127.0.0.1", 8080)),
        ("localhost:0", Address("localhost", 0)),
        (":8080", Address("", 8080)),
        ("[::1]:65535", Address("::1", 65535)),
        ("bot-1.internal:80", Address("bot-1.internal", 80)),
        (" ", None),
    ],
)
def test_what_is_served_over_http_has_an_address(value: str, address: Address | None) -> None:
    settings = config.read({"TELEGRAM_BOT_TOKEN": TOKEN, "HTTP_LISTEN": value})

    assert settings.http_listen == address
    assert address is None or str(address) == value


@pytest.mark.parametrize(
    "value",
    ["8080", "127.0.0.1", "127.0.0.1:", "::1:8080", "[::1]", "[]:80", "[a]:80", "a b:80", "a:65536", "a:-1", "a:٣",
     "http://127.0.0.1:8080", "127.0.0.1:8080/hook", "a:123456", "a:80 "  "b"],
)  # fmt: skip
def test_an_address_that_is_none_is_a_fault(value: str) -> None:
    assert faults(TELEGRAM_BOT_TOKEN=TOKEN, HTTP_LISTEN=value) == (
        "HTTP_LISTEN: use host:port such as 127.0.0.1:8080, or :8080 for every address of this machine",
    )


@pytest.mark.parametrize("name", ["DATA_DIR", "ENCRYPTION_KEYS_FILE"])
def test_a_path_that_no_path_can_be_is_a_fault(name: str) -> None:
    (fault,) = faults(**{"TELEGRAM_BOT_TOKEN": TOKEN, name: "a\0b"})

    assert fault.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("chosen", "linked", "zone"),
    [
        ("Asia/Tokyo", "Europe/Berlin", "Asia/Tokyo"),
        (":Asia/Tokyo", None, "Asia/Tokyo"),
        (None, "Europe/Berlin", "Europe/Berlin"),
        ("", "America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("JST-9", "Europe/Berlin", "Europe/Berlin"),
        ("/etc/localtime", "Europe/Berlin", "Europe/Berlin"),
        ("../../etc/passwd", None, "UTC"),
        ("Europe", None, "UTC"),
        (None, "Etc/UTC", "UTC"),
        (None, None, "UTC"),
    ],
)
def test_the_machines_zone_is_what_it_tells_or_utc(
    tmp_path: Path, chosen: str | None, linked: str | None, zone: str
) -> None:
    localtime = tmp_path / "localtime"
    if linked is not None:
        file = tmp_path / "zoneinfo" / linked
        file.parent.mkdir(parents=True)
        file.touch()
        localtime.symlink_to(file)

    found = config.local_zone({} if chosen is None else {"TZ": chosen}, localtime)

    assert found.key == zone


def test_a_program_for_the_keys_is_split_into_words_and_told_none_of_our_secrets() -> None:
    env = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "DATABASE_URL": "sqlite:///x.db",
        "ENCRYPTION_KEYS_COMMAND": "vault kv get -field='the keys' secret/bot",
        "VAULT_TOKEN": "hvs.5ecret",
    }

    program = config.read(env).encryption_keys_command

    assert program is not None
    assert program.words == ("vault", "kv", "get", "-field=the keys", "secret/bot")
    assert program.environment == {name: env[name] for name in ("ENCRYPTION_KEYS_COMMAND", "VAULT_TOKEN")}
    assert "5ecret" not in repr(program)


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"ENCRYPTION_KEYS_COMMAND": "sops 'keys.enc"}, "ENCRYPTION_KEYS_COMMAND: a quote is never closed"),
        (
            {"ENCRYPTION_KEYS_COMMAND": "sops", "ENCRYPTION_KEYS": KEY},
            "ENCRYPTION_KEYS and ENCRYPTION_KEYS_COMMAND are both set; keep one of them",
        ),
        (
            {"ENCRYPTION_KEYS_COMMAND": "sops", "ENCRYPTION_KEYS_FILE": __file__},
            "ENCRYPTION_KEYS_FILE and ENCRYPTION_KEYS_COMMAND are both set; keep one of them",
        ),
    ],
)
def test_a_program_that_cannot_be_meant_is_a_fault(settings: dict[str, str], fault: str) -> None:
    named = faults(TELEGRAM_BOT_TOKEN=TOKEN, **settings)

    assert any(one.startswith(fault) for one in named), named
