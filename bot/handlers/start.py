"""`/start`: what this is, and what to do first."""

from __future__ import annotations

from bot.commands import Context
from bot.reply import Reply
from bot.views import welcome


async def start(ctx: Context) -> Reply:
    """Welcome a person; offer to connect, or what a connected account shows."""
    return welcome.start(ctx.words, connected=bool(ctx.accounts))
