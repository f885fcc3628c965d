"""Logging. One formatter takes secrets out of the finished line, traceback and all, on every handler there is."""

from __future__ import annotations

import contextlib
import json
import logging
import re
import sys
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO
from urllib.parse import quote

from bot import tracing
from bot.secret import Secret

OURS = ("bot", "storage", "sandbox")
_SHOWN = "[secret]"
_FIELD = r"(?:token|passw(?:or)?d|secret|api[_-]?key)"
_PATTERNS = (
    (re.compile(r"[0-9]{6,20}(?::|%3[Aa])[A-Za-z0-9_-]{30,}"), _SHOWN),  # a bot's token, in a URL too
    (re.compile(r"(?<![\w+/-])[\w+/-]{43}=(?![=\w])"), _SHOWN),  # a key: 32 bytes as base64
    (re.compile(r"(?i)(\bbearer[\s'\",:b]+)[!-&(-~]{4,}"), rf"\1{_SHOWN}"),
    (re.compile(r"(?i)(\b(?:set-)?cookie\b['\"]?\s*[:=,]\s*b?['\"]?)[^'\"\n]{4,}"), rf"\1{_SHOWN}"),
    (re.compile(r"(?i)(\bauthorization\b['\"]?\s*[:=,]\s*b?['\"]?)(?!bearer)[^'\"\n]{4,}"), rf"\1{_SHOWN}"),
    (re.compile(r"(?i)(/login(?:@\w+)?\s+)\S[^\n'\"]*"), rf"\1{_SHOWN}"),
    # A password in an address, whatever it is made of. What starts as a port does is none.
    (re.compile(r"(://[^/\s:@]*:)(?![0-9]{1,5}(?:[^\w@%.~!$&*+=:-]|$))\S{1,2000}@"), rf"\1{_SHOWN}@"),
    # A field that is named like a secret: quoted, as in JSON; then bare, as in a query, where a word is no secret.
    (re.compile(rf"(?i)({_FIELD}\\*['\"]\s*[:=,]\s*b?(\\*['\"]))(?:(?!\2)(?:\\.|[^\n])){{4,}}"), rf"\1{_SHOWN}"),
    (re.compile(rf"(?i)({_FIELD}\s*=\s*b?(\\*['\"]))(?:(?!\2)(?:\\.|[^\n])){{4,}}"), rf"\1{_SHOWN}"),
    (re.compile(rf"(?i)({_FIELD}\s*=\s*)(?!Secret\(|None\b|\[secret\])[^\s'\",;&=()\[\]{{}}<>]{{4,}}"), rf"\1{_SHOWN}"),
    (re.compile(rf"(?i)({_FIELD}\s*:\s*)(?=[^\s0-9]*[0-9])[\w.~+/=-]{{12,}}"), rf"\1{_SHOWN}"),
)


class Redactor:
    """Replaces secrets in a text: those it was told, in every encoding a URL gives them, and what looks like one."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        texts = {text for secret in secrets for text in _forms(secret.reveal()) if len(text) >= 6}
        self._known = re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True)))) if texts else None

    def __call__(self, text: str) -> str:
        """Return the text without secrets."""
        if self._known is not None:
            text = self._known.sub(_SHOWN, text)
        for pattern, shown in _PATTERNS:
            text = pattern.sub(shown, text)
        return text


class RedactingFormatter(logging.Formatter):
    """`text`: a line for people; `json`: an object a line. Both redacted when they are finished.

    Each says what the work in hand is for, where it is for an update or a push. What a line brings along besides its
    message and its error (`extra`) is not written.
    """

    def __init__(self, redact: Redactor, style: str) -> None:
        super().__init__()
        self._redact = redact
        self._json = style == "json"

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802  # the library's
        """UTC, whatever the machine's zone."""
        return datetime.fromtimestamp(record.created, UTC).strftime(datefmt or "%Y-%m-%dT%H:%M:%SZ")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # the library's
        """A line as people read it, before an error's traceback."""
        about = "".join(f"[{kind} {number}] " for kind, number in tracing.subject().items())
        return f"{self.formatTime(record)} {record.levelname:<7} {record.name}: {about}{record.message}"

    def format(self, record: logging.LogRecord) -> str:
        """Return the finished line."""
        line = self._redact(super().format(record))
        if not self._json:
            return line
        # Redacted value by value: in the finished object a pattern could take a quote along, and break it.
        return json.dumps(
            {
                "time": self.formatTime(record),
                "level": record.levelname,
                "logger": record.name,
                **tracing.subject(),
                "message": self._redact(record.getMessage()),
                **({"error": self._redact(record.exc_text)} if record.exc_text else {}),
            },
            ensure_ascii=False,
        )


def configure(*, level: str, style: str, secrets: Iterable[Secret]) -> None:
    """Send every log line of the process, warnings and uncaught errors too, to standard error without secrets.

    `level` is for our own rooms; libraries speak from WARNING on, since what they say of requests quotes addresses.
    """
    handler = _Handler(sys.stderr)
    handler.setFormatter(RedactingFormatter(Redactor(secrets), style))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_uncaught
    sys.unraisablehook = _log_unraisable
    threading.excepthook = _log_dead_thread


class _Handler(logging.StreamHandler[TextIO]):
    """Says of a line that cannot be written where it came from. The library would print its arguments as they are."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the library's
        """Write that line in place of the lost one; where not even that can be written, nothing can."""
        where = (record.pathname, record.lineno)
        lost = logging.LogRecord(
            record.name, logging.ERROR, *where, "a line of %s:%d was lost", where, exc_info=sys.exc_info()
        )
        with contextlib.suppress(OSError, ValueError):  # closed, or nobody reads it any more
            self.stream.write(self.format(lost) + self.terminator)
            self.flush()


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bot").critical("uncaught", exc_info=(kind, error, trace))


def _log_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    error = unraisable.exc_value or unraisable.exc_type()
    logging.getLogger("bot").error(
        "%s: %s",
        unraisable.err_msg or "an error nobody could be told of",
        type(unraisable.object).__name__,
        exc_info=(unraisable.exc_type, error, unraisable.exc_traceback),
    )


def _log_dead_thread(died: threading.ExceptHookArgs) -> None:
    error = died.exc_value or died.exc_type()
    logging.getLogger("bot").critical("a thread died", exc_info=(died.exc_type, error, died.exc_traceback))


def _forms(text: str) -> tuple[str, ...]:
    """The text as it is, percent-encoded, a bot token's secret half, and each key of several, by itself."""
    half = text.partition(":")[2]
    alone = {text, *re.split(r"[,\s]+", text)}
    encoded = {quote(one, safe=safe) for one in alone for safe in ("", "/")}
    return tuple({*alone, *encoded, *((half,) if len(half) >= 20 else ())})
