"""`/help`: the commands that fit this chat, grouped by task."""

from __future__ import annotations

from bot.commands import Context, among
from bot.problems import RightsUnknown
from bot.reply import Reply
from bot.views import welcome


async def help_(ctx: Context) -> Reply:
    """List the commands, one line each."""
    group = ctx.command.in_group
    admin = group and await _is_admin(ctx)
    return welcome.help_(ctx.words, ctx.listed, connected=bool(ctx.accounts), group=group, admin=admin)


async def _is_admin(ctx: Context) -> bool:
    """Whether to show what admins can do; where Telegram does not say who is one, help is no place to complain."""
    if ctx.command.person.anonymous:
        return True
    try:
        there = await ctx.admins.of(ctx.chat.chat_id)
    except RightsUnknown:
        return False
    return among(there, ctx.command.person) is not None
