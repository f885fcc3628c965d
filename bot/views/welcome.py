"""The welcome and the help."""

from __future__ import annotations

from itertools import groupby

from bot.commands import Row
from bot.i18n import Words
from bot.reply import Button, Reply


def start(words: Words, *, connected: bool) -> Reply:
    """Show the welcome in three lines, and the one thing to do first."""
    first = "start-connected" if connected else "start-first"
    return Reply(text="\n\n".join((words("start"), words(first))), buttons=_first_steps(words, connected=connected))


def help_(words: Words, listed: tuple[Row, ...], *, connected: bool) -> Reply:
    """Show the commands, grouped by task, one line each."""
    parts = [words("help")]
    for group, rows in groupby(listed, key=lambda row: row.group):
        lines = [
            words(f"help-{group}"),
            *(words("help-line", command=row.name, about=words(f"about-{row.name}")) for row in rows),
        ]
        parts.append("\n".join(lines))
    parts.append(words("help-safety"))
    return Reply(text="\n\n".join(parts), buttons=_first_steps(words, connected=connected))


def _first_steps(words: Words, *, connected: bool) -> tuple[tuple[Button, ...], ...]:
    if connected:
        return (
            (
                Button(label=words("button-balance"), command="/balance", below=True),
                Button(label=words("button-records"), command="/records", below=True),
            ),
        )
    return ((Button(label=words("button-connect"), command="/login"),),)
