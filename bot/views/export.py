"""Files for a spreadsheet: their columns, their names, and what is said beside them.

Columns and file names are the same in every language, so that what people build on them goes on working.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.consumption import Step
from bot.i18n import Day, Words
from bot.reply import LARGEST_FILE, Aside, Button, File, Link, Reply
from bot.spreadsheet import MOST_ROWS, Cell, Table
from bot.traffic import Record

What = Literal["usage", "records"]

TO_WRITE = "export"
"""What a link says that only opens the private chat, so that the bot may write there."""

USAGE = (
    "from_utc",
    "until_utc",
    "available_before_bytes",
    "bought_bytes",
    "checked_in_bytes",
    "received_bytes",
    "used_bytes",
    "expired_unused_bytes",
    "unexplained_bytes",
    "available_after_bytes",
    "total_bytes",
)
"""A row for what happened between two looks. Before, plus what came, less what was used and expired, plus what is
unexplained, is after."""
RECORDS = (
    "record_id",
    "order_id",
    "kind",
    "state",
    "quota_bytes",
    "used_bytes",
    "unused_bytes",
    "created_utc",
    "expires_utc",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which account a file is of, on which day it was asked for. `named`: the chat has others.

    `title`: of the group it was asked for in, where it is read elsewhere.
    """

    account: str
    day: date
    named: bool
    title: str | None = None


def usage_table(steps: Sequence[Step], *, most_rows: int = MOST_ROWS) -> Table:
    """Write down what happened, oldest first; where there is too much, the newest of it."""
    table = Table(USAGE, most_bytes=LARGEST_FILE)
    table.add(map(_step, steps[-most_rows:]))
    return table


def records_table() -> Table:
    """Begin a file of records."""
    return Table(RECORDS, most_bytes=LARGEST_FILE)


def record_rows(records: Iterable[Record], now: datetime) -> Iterable[tuple[Cell, ...]]:
    """Return the rows of records, as they are now."""
    for record in records:
        yield (
            record.record_id,
            record.order_id,
            record.kind,
            record.state(now).value,
            record.quota_bytes,
            record.used_bytes,
            record.left_bytes,
            record.created_at,
            record.expires_at,
        )


def _step(step: Step) -> tuple[Cell, ...]:
    parts = step.parts
    acquired = (parts.bought_bytes, parts.checked_in_bytes, parts.received_bytes)
    return (
        step.since,
        step.until,
        step.available_bytes - parts.gained_bytes,
        *(acquired if step.listed else (None, None, None)),
        parts.consumed_bytes if parts.told == step.until - step.since else None,
        parts.expired_bytes if step.listed else None,
        parts.unexplained_bytes,
        step.available_bytes,
        step.total_bytes,
    )


def file_name(what: What, about: About) -> str:
    """Return a name that every system takes: of an account's own name what is plain ASCII."""
    plain = unicodedata.normalize("NFKD", about.account).encode("ascii", "ignore").decode()
    account = re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")
    return "-".join(part for part in ("bytesflows", account, what, about.day.isoformat()) if part) + ".csv"


def choose(words: Words, *, records: bool, privately: bool, name: str | None, reference: str) -> Reply:
    """Offer the files there are; `records`: they can be had. `privately`: none is shown to the group."""
    offered: tuple[What, ...] = ("usage", "records") if records else ("usage",)
    blocks = [
        words("export-title-named", name=name) if name else words("export-title"),
        "\n".join(words(f"export-{what}-about") for what in offered),
        *([words("export-privately")] if privately else []),
    ]
    buttons = tuple(
        Button(label=words(f"button-{what}"), command=f"/export {what}{reference}", below=True) for what in offered
    )
    return Reply(text="\n\n".join(blocks), buttons=(buttons,))


def usage(words: Words, table: Table, steps: Sequence[Step], about: About) -> Reply:
    """Hand out what was used, from the first of these steps to the last."""
    period = {"begin": Day(steps[-table.rows].since), "end": Day(steps[-1].until)}
    title = (
        words("export-usage-named", name=about.account, **period) if about.named else words("export-usage", **period)
    )
    return _file(words, "usage", title, table, about, cut=table.rows < len(steps))


def records(words: Words, table: Table, about: About, *, complete: bool) -> Reply:
    """Hand out the records; `complete`: the vendor gave all of them."""
    title = words("records-title-all-named", name=about.account) if about.named else words("records-title-all")
    return _file(words, "records", title, table, about, cut=table.cut, complete=complete)


def _file(
    words: Words, what: What, title: str, table: Table, about: About, *, cut: bool, complete: bool = True
) -> Reply:
    lines = [title]
    if about.title is not None:
        lines.append(words("export-asked-in", title=about.title))
    lines.append(words("export-rows", count=table.rows))
    if cut:
        lines.append(words("export-cut"))
    elif not complete:
        lines.append(words("export-incomplete"))
    lines.append(words("export-notes"))
    return Reply(text="\n".join(lines), file=File(name=file_name(what, about), content=table.content))


def nothing(words: Words, what: What, *, reference: str) -> Reply:
    """Say that there is nothing to put into a file yet, and when there will be."""
    balance = Button(label=words("button-balance"), command=f"/balance{reference}")
    text = words("usage-none" if what == "usage" else "export-no-records")
    return Reply(text=text, buttons=((balance,),))


def aside(words: Words, file: Reply, *, again: str) -> Reply:
    """Bring a file to the one who asked; the group hears that it came, or how it can."""
    unheard = Reply(
        text=words("export-unheard"),
        buttons=(
            (Link(label=words("button-open-private"), code=TO_WRITE),),
            (Button(label=words("button-send-me"), command=again),),
        ),
        lasting=True,
    )
    return Reply(text=words("export-sent"), aside=Aside(reply=file, unheard=unheard))


def to_whom(words: Words, *, again: str) -> Reply:
    """Ask an anonymous admin to show who they are, to the bot alone."""
    return Reply(text=words("export-to-whom"), buttons=((Button(label=words("button-send-me"), command=again),),))


def can_write(words: Words) -> Reply:
    """Say in private that files can come now."""
    return Reply(text=words("export-can-write"))
