"""`/help`: the commands that fit this chat, grouped by task."""

from __future__ import annotations

from bot.commands import Context
from bot.reply import Reply
from bot.views import welcome


async def help_(ctx: Context) -> Reply:
    """List the commands, one line each."""
    return welcome.help_(ctx.words, ctx.listed, connected=bool(ctx.accounts))
