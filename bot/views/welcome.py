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


def group(words: Words, *, connected: bool) -> Reply:
    """Greet a group, and say who does what first."""
    first = "group-start-connected" if connected else "group-start-first"
    return Reply(
        text="\n\n".join((words("group-start"), words(first))),
        buttons=_first_steps(words, connected=connected, below=True),
    )


def help_(words: Words, listed: tuple[Row, ...], *, connected: bool, group: bool, admin: bool) -> Reply:
    """Show the commands that fit the chat and the person, grouped by task, one line each."""
    if group:
        listed = tuple(row for row in listed if row.for_members or (admin and not row.private))
    parts = [words("help-group" if group and not admin else "help")]
    for task, rows in groupby(listed, key=lambda row: row.group):
        lines = [
            words(f"help-{task}"),
            *(words("help-line", command=f"/{row.name}", about=words(f"about-{row.name}")) for row in rows),
        ]
        parts.append("\n".join(lines))
    parts.append(words("help-group-roles" if group else "help-safety"))
    buttons = _first_steps(words, connected=connected, below=group) if connected or admin or not group else ()
    return Reply(text="\n\n".join(parts), buttons=buttons)


def _first_steps(words: Words, *, connected: bool, below: bool = False) -> tuple[tuple[Button, ...], ...]:
    if connected:
        return (
            (
                Button(label=words("button-balance"), command="/balance", below=True),
                Button(label=words("button-records"), command="/records", below=True),
            ),
        )
    return ((Button(label=words("button-connect"), command="/login", below=below),),)
