"""Accounts taken out of a chat, and with them what was shared from there: each group hears what it lost."""

from __future__ import annotations

from collections.abc import Sequence

from bot.commands import Context
from bot.reply import Notice
from bot.speaking import words_of
from bot.views.accounts import told_disconnected
from storage import Account


async def shared(ctx: Context, meant: Sequence[Account]) -> int:
    """Return how many accounts of groups were shared from these, and go with them."""
    if ctx.command.in_group:
        return 0
    own = {account.account_id for account in meant}
    used = await ctx.storage.accounts.used(ctx.command.person.person_id)
    return sum(one.account.shared_from in own for one in used)


async def disconnect(ctx: Context, meant: Sequence[Account], *, keep_history: bool) -> tuple[Notice, ...]:
    """Delete the sealed credentials, the histories too unless kept; return what groups are to hear of it."""
    notices: list[Notice] = []
    for account in meant:
        disconnected = await ctx.storage.accounts.disconnect(account, keep_history=keep_history)
        for share in disconnected.shares:
            words = words_of(ctx.languages, await ctx.storage.chats.find(share.chat_id))
            notices.append(told_disconnected(words, name=share.name, chat_id=share.chat_id, kept=keep_history))
    return tuple(notices)
