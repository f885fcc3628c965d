"""`/pin`: one live card in a chat or topic; `/pin now` is what it shows, pressed by people or typed by the clock."""

from __future__ import annotations

import asyncio

from bot import accounts, forecast, history, looking, traffic, watching
from bot.bytesflows.errors import TokenRefused, VendorError
from bot.commands import Context
from bot.looking import Look
from bot.problems import AccountLocked, Misused, NoAccount
from bot.reply import Reply
from bot.traffic import Sample
from bot.vault import SealError
from bot.views import pin as views
from bot.views import trouble
from bot.views.pin import Carded
from storage import Account, Reading


def changes_pin(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments ask for more than a look."""
    return tuple(argument.casefold() for argument in arguments) != ("now",)


async def pin(ctx: Context) -> Reply:
    """Place the card, show what it shows, or end it."""
    asked = tuple(argument.casefold() for argument in ctx.command.arguments)
    if asked == ("off",):
        known = await ctx.storage.cards.find(ctx.chat.chat_id, ctx.command.topic_id or 0)
        return views.off(ctx.words, was_on=known is not None)
    if asked not in ((), ("now",)):
        raise Misused(" ".join(ctx.command.arguments), ctx.typed("/pin off"))
    if not ctx.accounts:
        if not asked:
            raise NoAccount
        return views.empty(ctx.words, trouble.problem(NoAccount(), ctx.words, again=""))
    default = accounts.default(ctx.accounts, ctx.chat.default_account_id)
    there = sorted(ctx.accounts, key=lambda account: account is not default)
    troubles = [_known(ctx, account) for account in there] if ctx.command.due else await _look(ctx, there)
    shown = [await _carded(ctx, account, why) for account, why in zip(there, troubles, strict=True)]
    return views.card(ctx.words, shown, placed=not asked, shows_money=ctx.shows_money)


async def _look(ctx: Context, there: list[Account]) -> list[Reply | None]:
    """Look at all of them side by side, and keep what they show; return why some could not be seen."""
    seen = await asyncio.gather(
        *(
            looking.attempt(account, vault=ctx.vault, client=ctx.client, storage=ctx.storage, now=ctx.now)
            for account in there
        )
    )
    return [_trouble(ctx, account, one) for account, one in zip(there, seen, strict=True)]


def _known(ctx: Context, account: Account) -> Reply | None:
    """Why an account can't be seen, as far as that is known without asking."""
    if not ctx.vault.has_key_of(account.sealed):
        return _locked(ctx, account)
    return _trouble(ctx, account, TokenRefused()) if account.refused_at is not None else None


def _trouble(ctx: Context, account: Account, seen: Look | VendorError | SealError) -> Reply | None:
    if isinstance(seen, Look):
        return None
    if isinstance(seen, SealError):
        return _locked(ctx, account)
    return trouble.vendor(seen, ctx.words, account=account, last=None, again=views.REFRESH)


def _locked(ctx: Context, account: Account) -> Reply:
    return trouble.problem(AccountLocked((account.name,)), ctx.words, again="", account=account)


async def _carded(ctx: Context, account: Account, why: Reply | None) -> Carded:
    """Tell what was seen of an account last, as of then; a package that is over by now is not shown."""
    seen = await ctx.storage.history.latest(account.account_id, since=account.counted_since)
    at = seen.taken_at if seen is not None else ctx.now
    readings = await ctx.storage.history.since(
        account.account_id, max(at - forecast.PACE_WINDOW, account.counted_since)
    )
    last = seen or (readings[-1] if readings else None)
    pace = forecast.pace(map(history.sample, readings), at)
    records = await watching.seen_packages(ctx.storage, account, readings, at)
    available = (last.available_bytes if last is not None else None) or 0
    losses = forecast.losses(records, pace, at).coming if records and pace is not None else ()
    return Carded(
        name=account.name,
        by_cookie=account.kind == "cookie",
        sample=_sample(last),
        trouble=why,
        pace=pace,
        ends=forecast.last_end(records, available, at),
        expiring=traffic.expires_next(records, at),
        losses=losses,
    )


def _sample(reading: Reading | None) -> Sample | None:
    return None if reading is None else history.sample(reading)
