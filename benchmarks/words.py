"""The pieces between the calls: a reply phrased, an update read, a token sealed and opened, a log line redacted."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from telegram import Bot, Update

from benchmarks.measure import Effort, Report, called, race
from bot.forecast import Pace
from bot.handlers import COMMANDS
from bot.i18n import Words, languages
from bot.logs import RedactingFormatter, Redactor
from bot.sealed import of_account
from bot.secret import Secret
from bot.telegram.receive import receive
from bot.traffic import Overview, Record
from bot.vault import Vault, new_key, read_keys
from bot.views import overview

TIMES = 500
ROWS = {row.name: row for row in COMMANDS}
GB = 1024**3
NOW = datetime(2025, 10, 9, 8, 0, tzinfo=UTC)
TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz01234567"  # nobody's
UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "from": {"id": 7, "is_bot": False, "first_name": "Alice", "username": "alice", "language_code": "en"},
        "chat": {"id": 7, "type": "private", "first_name": "Alice", "username": "alice"},
        "date": 1_760_000_000,
        "text": "/balance",
        "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
    },
}


async def run(effort: Effort) -> Report:
    """Measure each piece beside the least that could be done."""
    times = effort.times(TIMES)
    english, chinese = (languages().best((code,)) for code in ("en", "zh"))
    phrased = await race(
        "a whole /balance reply",
        [
            ("en", called(lambda: _balance(english), times)),
            ("zh", called(lambda: _balance(chinese), times)),
            ("an f-string of the same length", called(_by_hand, times)),
        ],
        effort,
    )
    body, bot = json.dumps(UPDATE).encode(), Bot(TOKEN)
    read = await race(
        "an update",
        [
            ("read into a command", called(lambda: _read(body), times)),
            ("read by python-telegram-bot", called(lambda: Update.de_json(json.loads(body), bot), times)),
            ("parsed as JSON only", called(lambda: json.loads(body), times)),
        ],
        effort,
    )
    vault, plain, sealed = Vault(read_keys(new_key())), AESGCM(os.urandom(32)), Secret("bf_" + "0" * 32)
    kept = vault.seal(sealed, of_account(1, 1))
    crypt = await race(
        "a token",
        [
            ("sealed", called(lambda: vault.seal(sealed, of_account(1, 1)), times)),
            ("opened", called(lambda: vault.open(kept, of_account(1, 1)), times)),
            ("AES-GCM alone", called(lambda: plain.encrypt(os.urandom(12), bytes(35), b"1"), times)),
        ],
        effort,
    )
    redacting, record = RedactingFormatter(Redactor([Secret(TOKEN)]), "text"), _log_record()
    plainly = logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    lines = await race(
        "a log line",
        [
            ("redacted", called(lambda: redacting.format(record), times)),
            ("formatted only", called(lambda: plainly.format(record), times)),
        ],
        effort,
    )
    costs = [line.cpu * 1e6 for line in (phrased.lines[0], read.lines[0], crypt.lines[1], lines.lines[0])]
    return Report(
        tables=(phrased, read, crypt, lines),
        conclusion="phrasing takes {:.0f} µs of an answer, reading its update {:.0f}, opening its token {:.1f}, "
        "a log line {:.0f}".format(*costs),
    )


def _balance(words: Words) -> object:
    return overview.balance(
        words,
        overview=Overview(
            total_bytes=176 * GB, available_bytes=171 * GB - 34045952, balance=Decimal("12.5"), currency="USD"
        ),
        at=NOW,
        now=NOW,
        pace=Pace(bytes_a_day=Decimal(3 * GB), history=timedelta(days=7)),
        expiring=Record(
            record_id="1",
            order_id="ORD-1",
            kind="order",
            quota_bytes=20 * GB,
            used_bytes=GB // 2,
            created_at=NOW - timedelta(days=20),
            expires_at=NOW + timedelta(days=12),
            status=1,
        ),
        name=None,
        reference="",
        records=True,
    )


def _by_hand() -> str:
    total, available, left = 176 * GB, 171 * GB - 34045952, 20 * GB - GB // 2
    return (
        f"<b>Traffic</b>\n\n<b>{available / GB:.2f} GB</b> available of {total / GB:.2f} GB\n"
        f"{'█' * int((total - available) / total * 12):░<12} {(total - available) / total:.1%} used\n"
        f"Used so far: {(total - available) / GB:.2f} GB\n\n"
        f"⏳ At the pace of the last 7 days (3.00 GB a day) it lasts until {NOW + timedelta(days=57):%b %d, %Y}\n"
        f"📦 Expires next: <b>{left / GB:.2f} GB</b> in 12 days ({NOW + timedelta(days=12):%b %d, %Y})\n"
        f"💰 Balance: {12.5:.2f} USD\n\n<i>As of {NOW:%b %d, %Y %H:%M} UTC</i>"
    )


def _read(body: bytes) -> object:
    return receive(json.loads(body), username="b_bot", rows=ROWS)


def _log_record() -> logging.LogRecord:
    text, values = "update %d was answered in %.1f s", (123456, 0.2)
    return logging.LogRecord("bot.telegram.intake", logging.INFO, "intake.py", 1, text, values, None)
