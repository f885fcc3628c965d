"""The commands, in the order `/help` shows them: one file each, one row each."""

from __future__ import annotations

from bot.commands import Row, always, with_arguments
from bot.handlers.accounts import accounts_, changes_accounts, revokes
from bot.handlers.alerts import alerts, changes_alerts
from bot.handlers.balance import balance
from bot.handlers.daily import changes_daily, daily
from bot.handlers.export import export, understands_export
from bot.handlers.help import help_
from bot.handlers.login import cancel, login, plain_text
from bot.handlers.logout import disconnects, logout
from bot.handlers.pin import changes_pin, pin
from bot.handlers.records import records, understands_records
from bot.handlers.settings import deletes, settings
from bot.handlers.start import start, use
from bot.handlers.usage import understands_usage, usage

COMMANDS = (
    Row(name="balance", account_handler=balance, example="/balance", group="traffic"),
    Row(
        name="usage",
        account_handler=usage,
        understands=understands_usage,
        example="/usage 30d",
        group="traffic",
    ),
    Row(
        name="records",
        account_handler=records,
        understands=understands_records,
        example="/records order 2",
        group="traffic",
    ),
    Row(
        name="export",
        account_handler=export,
        understands=understands_export,
        example="/export usage",
        group="traffic",
        changes=True,
    ),
    Row(name="daily", handler=daily, example="/daily 09:00", group="itself", changes=True, admins=changes_daily),
    Row(name="alerts", handler=alerts, example="/alerts low 10%", group="itself", changes=True, admins=changes_alerts),
    Row(name="pin", handler=pin, example="/pin", group="itself", changes=True, admins=changes_pin),
    Row(
        name="accounts",
        handler=accounts_,
        example="/accounts",
        group="accounts",
        changes=True,
        destroys=revokes,
        admins=changes_accounts,
    ),
    Row(name="login", handler=login, example="/login", group="accounts", secret=True, changes=True, admins=always),
    Row(
        name="logout",
        handler=logout,
        example="/logout all",
        group="accounts",
        changes=True,
        destroys=disconnects,
        admins=always,
    ),
    Row(
        name="settings",
        handler=settings,
        example="/settings",
        group="bot",
        changes=True,
        destroys=deletes,
        admins=with_arguments,
    ),
    Row(name="start", handler=start, group="bot", payload=True, changes=True),
    Row(name="help", handler=help_, group="bot"),
    Row(name="use", handler=use, changes=True, private=True),
    Row(name="cancel", handler=cancel, changes=True, private=True),
    Row(name="", handler=plain_text, secret=True, changes=True, private=True),
)
