"""The commands, in the order `/help` shows them: one file each, one row each."""

from __future__ import annotations

from bot.commands import Row
from bot.handlers.balance import balance
from bot.handlers.help import help_
from bot.handlers.login import cancel, login, plain_text
from bot.handlers.logout import logout
from bot.handlers.records import records, understands_records
from bot.handlers.start import start

COMMANDS = (
    Row(name="balance", account_handler=balance, example="/balance", group="traffic"),
    Row(
        name="records",
        account_handler=records,
        understands=understands_records,
        example="/records order 2",
        group="traffic",
    ),
    Row(name="login", handler=login, example="/login", group="accounts", secret=True, changes=True),
    Row(name="logout", handler=logout, example="/logout all", group="accounts", changes=True, destroys=True),
    Row(name="start", handler=start, group="bot", payload=True),
    Row(name="help", handler=help_, group="bot"),
    Row(name="cancel", handler=cancel, changes=True),
    Row(name="", handler=plain_text, secret=True, changes=True),
)
