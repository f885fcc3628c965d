"""Which addresses Telegram takes for links, and the form it gives them: https://core.telegram.org/bots/api#formatting-options.

Nothing is fetched. An address without a scheme is an HTTP one; a host without a dot is none.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
LABELS = re.compile(r"[^\s/?#@:%<>\"'\\^`{|}]+(\.[^\s/?#@:%<>\"'\\^`{|}]+)+\.?")
MENTION = re.compile(r"tg:(?://)?user/?\?(?:.*&)?id=(\d{1,19})(?:[&#].*)?", re.IGNORECASE)
NATIVE = re.compile(r"(tg|ton|tonsite):(?://)?(.+)", re.IGNORECASE)


def mentioned_user(url: str) -> int | None:
    """Return the id in ``tg://user?id=…``, or None for another address."""
    match = MENTION.fullmatch(url.strip())
    number = int(match.group(1)) if match else 0
    return number if 0 < number < 2**52 else None


def checked(url: str) -> str | None:
    """Return the address as Telegram writes it, or None where it is a "Wrong HTTP URL"."""
    address = url.strip()
    native = NATIVE.fullmatch(address)
    if native:
        scheme, rest = native.groups()
        return f"{scheme.lower()}://{rest}"
    scheme_match = SCHEME.match(address)
    if scheme_match and scheme_match.group(1).lower() in {"http", "https"}:
        return _http(address)
    if "://" in address.split("?", 1)[0]:
        return None
    return _http(f"http://{address}")


def _http(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if port == 0 or not _is_host(host) or any(letter.isspace() for letter in address):
        return None
    return _rebuilt(parts)


def _is_host(host: str) -> bool:
    return ":" in host or LABELS.fullmatch(host) is not None


def _rebuilt(parts: SplitResult) -> str:
    rest = parts.path or "/"
    if parts.query:
        rest += f"?{parts.query}"
    if parts.fragment:
        rest += f"#{parts.fragment}"
    user, at, host = parts.netloc.rpartition("@")
    return f"{parts.scheme.lower()}://{user}{at}{host.lower()}{rest}"
