"""A question asked in a private chat: the next plain text completes the command it was asked for. No secret ever does.

In groups Telegram delivers no plain text, so the whole command has to be sent there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.commands import Command, Context
from bot.secret import Secret

VALID_FOR = timedelta(minutes=10)


async def ask(ctx: Context, command: str, answer: str, *, name: str = "") -> str:
    """Let the next text complete a command, where there can be one; return the example to show.

    `name`: what people call the account that `command` names by its number.
    """
    if ctx.command.in_group:
        return ctx.typed(" ".join(f"/{command.partition('#')[0]} {name} {answer}".split()))
    await ctx.storage.chats.choose(ctx.chat.chat_id, question=command, question_until=ctx.now + VALID_FOR)
    return answer


def answered(ctx: Context) -> Command | None:
    """Return the command that a plain text completes, if a question was asked a moment ago."""
    command, chat = ctx.command, ctx.chat
    if command.name or command.suspect or command.in_group or chat.question is None or chat.question_until is None:
        return None
    answer = command.secret.reveal().split()
    if ctx.now >= chat.question_until or not answer:
        return None
    name, *asked = chat.question.split()
    return replace(command, name=name, arguments=(*asked, *answer), secret=Secret(""))
