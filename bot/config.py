"""Settings: one frozen value, read once from the environment and `.env`, every fault named at once.

The only file that reads the environment. What knows keys and databases is imported when a setting asks for it: a probe
that wants one address must not wait for those.
"""

# ruff: noqa: PLC0415  # as said above

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import SplitResult, quote, urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

from bot.secret import Secret

T = TypeVar("T")

_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,}")
_LISTEN = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)\]|(?P<host>[A-Za-z0-9._-]*)):(?P<port>[0-9]{1,5})")
_INTERVAL = re.compile(r"([0-9]{1,4}) ?(m|h)(?:in|our)?s?")
SHORTEST_INTERVAL, LONGEST_INTERVAL = timedelta(minutes=10), timedelta(hours=2)
_NAMES_OF_UTC: Final = ("Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu")
_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
_TELEGRAM: Final = "https://api.telegram.org"
_HOOK_PATH = re.compile(r"/[A-Za-z0-9._~/-]*")
_HOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_HOOK_PORTS: Final = (443, 80, 88, 8443)
OWN_PATHS: Final = ("/healthz", "/readyz", "/metrics")
"""What the bot serves beside the webhook, where that has another path."""


_WITHHELD: Final = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_PROXY", "DATABASE_URL", "ENCRYPTION_KEYS", "WEBHOOK_SECRET")
"""What a program that is run for its output is not told, though it inherits all else."""


class SettingsWrong(Exception):
    """Some settings are missing or wrong; `faults` names each, says what would be right, and quotes no secret."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; host "" is every address of the machine, port 0 any free one."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program to run, with its arguments, without a shell; and the environment it gets."""

    words: tuple[str, ...]
    environment: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that can be set. Of the three `encryption_keys…` one at most is; the key in `data_dir` is used without.

    `webhook_url` is `None` where updates are polled for, `webhook_secret` where one is to be derived.
    """

    telegram_bot_token: Secret
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy: Secret | None = None
    bytesflows_api_url: str = "https://bytesflows.com"
    bytesflows_timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    data_dir: Path = Path("data")
    database_url: str = field(repr=False)  # with a password in it, if it is a server's
    encryption_keys: Secret | None = None
    encryption_keys_file: Path | None = None
    encryption_keys_command: Program | None = None
    webhook_url: str | None = None
    webhook_secret: Secret | None = None
    http_listen: Address | None = None
    sample_interval: timedelta = timedelta(hours=1)
    log_level: str = "INFO"
    log_format: str = "text"


def environment(directory: Path) -> dict[str, str]:
    """Return `.env` of that directory with the process's environment over it. Raises SettingsWrong."""
    try:
        written = dotenv_values(directory / ".env", interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsWrong(
            (f".env: it cannot be read ({type(error).__name__}); is it a text file you may read?",)
        ) from error
    return {name: value for name, value in {**written, **os.environ}.items() if value is not None}


def has_display() -> bool:
    """Tell whether a browser would open a window; without one Python may start a browser inside the terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def local_zone(env: Mapping[str, str] | None = None, localtime: Path = Path("/etc/localtime")) -> ZoneInfo:
    """Return the time zone of this machine by its name, as far as it tells; else UTC."""
    chosen = (os.environ if env is None else env).get("TZ", "").removeprefix(":")
    linked = str(localtime.resolve()).partition("zoneinfo/")[2]
    for name in (chosen, linked):
        try:
            zone = ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # a directory of the zone database is an OSError
            continue
        return ZoneInfo("UTC") if zone.key in _NAMES_OF_UTC else zone
    return ZoneInfo("UTC")


def read(env: Mapping[str, str]) -> Settings:
    """Return the settings. An empty value counts as none. Raises SettingsWrong with every fault there is."""
    return _Reader(env).settings()


def served_at(env: Mapping[str, str]) -> Address | None:
    """Return where a bot with these settings answers over HTTP, if it does. Raises SettingsWrong."""
    try:
        return _address(env.get("HTTP_LISTEN", "").strip() or _usual_address(env.get("WEBHOOK_URL")))
    except ValueError as error:
        raise SettingsWrong((f"HTTP_LISTEN: {error}",)) from error


class _Reader:
    """Reads one setting after the other and gathers what is wrong with them."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._given = env
        self._env = {name: value.strip() for name, value in env.items() if value.strip()}
        self._faults: list[str] = []

    def settings(self) -> Settings:

        token = self._token()
        data_dir = self._one("DATA_DIR", "data", _directory)
        settings = Settings(
            telegram_bot_token=token,
            telegram_api_url=(api_url := self._one("TELEGRAM_API_URL", _TELEGRAM, _http_url)),
            telegram_proxy=self._proxy(),
            bytesflows_api_url=self._one("BYTESFLOWS_API_URL", "https://bytesflows.com", _http_url),
            bytesflows_timezone=self._one("BYTESFLOWS_TIMEZONE", "UTC", _zone),
            data_dir=data_dir,
            database_url=self._database(data_dir),
            encryption_keys=self._keys(),
            encryption_keys_file=self._keys_file(),
            encryption_keys_command=self._keys_command(),
            sample_interval=self._one("SAMPLE_INTERVAL", "1h", _interval),
            log_level=self._one("LOG_LEVEL", "INFO", _choice(*_LEVELS, fold=str.upper)),
            log_format=self._one("LOG_FORMAT", "text", _choice("text", "json", fold=str.lower)),
            webhook_url=(hook := self._one("WEBHOOK_URL", "", partial(_webhook_url, anywhere=api_url != _TELEGRAM))),
            webhook_secret=self._webhook_secret(),
            http_listen=self._one("HTTP_LISTEN", _usual_address(hook), _address),
        )
        if self._faults:
            raise SettingsWrong(tuple(self._faults))
        return settings

    def _one(self, name: str, default: str, parse: Callable[[str], T]) -> T:
        try:
            return parse(self._value(name) or default)
        except ValueError as error:
            self._faults.append(f"{name}: {error}")
            return parse(default)

    def _value(self, name: str) -> str | None:
        """What is set. Bytes that are no text come from the environment as halves of characters, and go nowhere."""
        value = self._env.get(name)
        if value is None or value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value):
            return value
        self._faults.append(f"{name}: it holds bytes that are no UTF-8 text")
        return None

    def _secret(self, name: str) -> Secret | None:
        """A value, or the content of the file that `NAME_FILE` names; both at once are a fault."""
        value, path = self._value(name), self._value(f"{name}_FILE")
        self._one_of(name, f"{name}_FILE")
        if path is None:
            return Secret(value) if value else None
        try:
            content = Path(path).read_text("utf-8").strip()
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not a text file"
            self._faults.append(f"{name}_FILE: the file it names cannot be read ({reason})")
            return None
        if not content:
            self._faults.append(f"{name}_FILE: the file it names is empty")
        return Secret(content)

    def _token(self) -> Secret:
        faults = len(self._faults)
        token = self._secret("TELEGRAM_BOT_TOKEN") or Secret("")
        if len(self._faults) > faults:
            return token
        if not token:
            self._faults.append("TELEGRAM_BOT_TOKEN: missing; @BotFather in Telegram gives you one (send it /newbot)")
        elif not _TOKEN.fullmatch(token.reveal()):
            self._faults.append(
                "TELEGRAM_BOT_TOKEN: that is no bot token; one looks like 123456789:AAE… and comes from @BotFather"
            )
        return token

    def _database(self, data_dir: Path) -> str:
        # Quoted, for in an address `?` and `%` mean something else than in a path.
        own = f"sqlite:///{quote(str(data_dir / 'bot.db'))}"
        from storage import checked_url

        address = self._secret("DATABASE_URL")
        try:
            return checked_url(address.reveal()) if address else own
        except ValueError as error:
            self._faults.append(f"DATABASE_URL: {error}")
            return own

    def _one_of(self, *names: str) -> None:
        several = [name for name in names if name in self._env]
        if len(several) > 1:
            self._faults.append(f"{' and '.join(several)} are both set; keep one of them")

    def _keys(self) -> Secret | None:
        """The keys themselves; those of a file are read as well, so that a wrong one is named with the other faults."""
        faults = len(self._faults)
        keys = self._secret("ENCRYPTION_KEYS")
        in_file = "ENCRYPTION_KEYS" not in self._env
        if keys is None or len(self._faults) > faults:
            return keys
        from bot.vault import read_keys

        try:
            read_keys(keys)
        except ValueError as error:
            name = "ENCRYPTION_KEYS_FILE" if in_file else "ENCRYPTION_KEYS"
            self._faults.append(f"{name}: {error}; `bytesflows-bot keys new` prints a good one")
        return None if in_file else keys

    def _keys_file(self) -> Path | None:
        name = "ENCRYPTION_KEYS_FILE"  # what is wrong with it is said by `_keys`
        return Path(self._env[name]) if name in self._env and "\0" not in self._env[name] else None

    def _keys_command(self) -> Program | None:
        name = "ENCRYPTION_KEYS_COMMAND"
        value = self._value(name)
        if value is None:
            return None
        for other in ("ENCRYPTION_KEYS", "ENCRYPTION_KEYS_FILE"):
            self._one_of(other, name)
        try:
            words = tuple(shlex.split(value))
        except ValueError:
            words = ()
        if not words or "\0" in value:
            self._faults.append(
                f"{name}: a quote is never closed; it is split into words as a shell would, but runs in none"
            )
        inherited = {name: value for name, value in self._given.items() if name not in _WITHHELD}
        return Program(words=words, environment=inherited)

    def _webhook_secret(self) -> Secret | None:
        secret = self._secret("WEBHOOK_SECRET")
        if secret and not _HOOK_SECRET.fullmatch(secret.reveal()):
            self._faults.append(
                "WEBHOOK_SECRET: use 1 to 256 of A-Z a-z 0-9 _ - (Telegram takes no others), or leave it out"
            )
        return secret

    def _proxy(self) -> Secret | None:
        value = self._value("TELEGRAM_PROXY")
        if value is None:
            return None
        parts = _split(value)
        if parts is None or parts.scheme not in ("http", "socks5") or not parts.hostname or not parts.port:
            self._faults.append("TELEGRAM_PROXY: use http://host:port or socks5://user:password@host:port")
            return None
        return Secret(value)


def _directory(value: str) -> Path:
    if "\0" in value:
        raise ValueError("no path has that name")
    return Path(value)


def _http_url(value: str) -> str:
    parts = _split(value)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("use an address such as https://example.com")
    if parts.username or parts.password:
        raise ValueError("leave user and password out of the address")
    return value.rstrip("/")


def _webhook_url(value: str, *, anywhere: bool) -> str | None:
    """`anywhere`: to a Bot API server of one's own, which delivers by http and to any port."""
    if not value:
        return None
    parts = _split(value)
    if parts is None or parts.scheme not in ("https", "http") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("use an address such as https://bot.example.com/telegram")
    if parts.username or parts.password:
        raise ValueError("leave user and password out of the address; WEBHOOK_SECRET keeps strangers away")
    if not anywhere and parts.scheme != "https":
        raise ValueError("Telegram delivers to https only; let a reverse proxy with a certificate stand before the bot")
    if not anywhere and (parts.port or 443) not in _HOOK_PORTS:
        raise ValueError("Telegram delivers to the ports 443, 80, 88 and 8443 only")
    if not _HOOK_PATH.fullmatch(parts.path or "/") or parts.path in OWN_PATHS:
        raise ValueError("use a plain path such as /telegram, of A-Z a-z 0-9 . _ ~ - /, and none of the bot's own")
    return value


def _usual_address(webhook: str | None) -> str:
    return "127.0.0.1:8080" if webhook else ""


def _address(value: str) -> Address | None:
    if not value:
        return None
    found = _LISTEN.fullmatch(value)
    if found is None or int(found["port"]) > 65535:
        raise ValueError("use host:port such as 127.0.0.1:8080, or :8080 for every address of this machine")
    return Address(found["v6"] or found["host"], int(found["port"]))


def _split(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        _ = parts.port  # the port is checked when it is read
    except ValueError:
        return None
    return parts


def _zone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError("no such time zone; use a name such as UTC, Asia/Shanghai or Europe/Berlin") from None


def _interval(value: str) -> timedelta:
    found = _INTERVAL.fullmatch(value.lower())
    length = timedelta(minutes=int(found[1]) * (60 if found[2] == "h" else 1)) if found else timedelta()
    if not SHORTEST_INTERVAL <= length <= LONGEST_INTERVAL:
        raise ValueError("use a time from 10m to 2h, such as 30m or 1h")
    return length


def _choice(*allowed: str, fold: Callable[[str], str]) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if fold(value) not in allowed:
            raise ValueError(f"use one of {', '.join(allowed)}")
        return fold(value)

    return parse
