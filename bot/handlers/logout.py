"""`/logout`: disconnect an account, after asking."""

from __future__ import annotations

from dataclasses import replace

from bot import accounts, disconnecting
from bot.commands import Context
from bot.problems import Misused, NoAccount, UnknownAccount
from bot.reply import Reply
from bot.views import logout as views
from storage import Account

_DECISIONS = ("yes", "keep", "cancel")


def disconnects(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments disconnect an account without asking again."""
    return bool(arguments) and arguments[-1].casefold() in ("yes", "keep")


async def logout(ctx: Context) -> Reply:
    """Ask which account and whether to keep its history; on `yes` or `keep` delete its sealed credential."""
    arguments = [argument.casefold() for argument in ctx.command.arguments]
    decision = arguments.pop() if arguments and arguments[-1] in _DECISIONS else None
    if decision == "cancel":
        return views.cancelled(ctx.words)
    if decision is not None and not _found(ctx, arguments):
        return views.done_already(ctx.words)
    if not ctx.accounts:
        raise NoAccount
    if len(arguments) > 1:
        raise Misused(arguments[1], ctx.typed("/logout all"))
    if not arguments and len(ctx.accounts) > 1:
        return views.which(ctx.words, ctx.accounts)
    meant = _meant(ctx, arguments[0] if arguments else None)
    target = "all" if arguments == ["all"] else f"#{meant[0].account_id}"
    if decision is None:
        return views.sure(ctx.words, meant, target=target, shared=await disconnecting.shared(ctx, meant))
    kept = decision == "keep"
    notices = await disconnecting.disconnect(ctx, meant, keep_history=kept)
    return replace(views.done(ctx.words, meant, kept=kept), notices=notices)


def _found(ctx: Context, arguments: list[str]) -> bool:
    """Whether what was decided on is still there; pressed twice, or answered again after a crash, it is not."""
    if not arguments or arguments == ["all"]:
        return bool(ctx.accounts)
    return accounts.find(arguments[0], ctx.accounts) is not None


def _meant(ctx: Context, reference: str | None) -> tuple[Account, ...]:
    if reference is None or reference == "all":
        return ctx.accounts
    account = accounts.find(reference, ctx.accounts)
    if account is None:
        raise UnknownAccount(reference, tuple(one.name for one in ctx.accounts))
    return (account,)
