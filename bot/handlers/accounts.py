"""`/accounts`: which there are, which one is the default, their names; in private also where one's own are used."""

from __future__ import annotations

from dataclasses import replace

from bot import accounts, connecting, questions
from bot.commands import Context
from bot.connecting import VALID_FOR
from bot.problems import Misused, NameIsTaken, NoAccount, NotAName, PrivateOnly, UnknownAccount
from bot.reply import Reply
from bot.views import accounts as views
from bot.views.accounts import Shown, Use
from storage import Account, Code, NameTaken, Used

_PRIVATE = ("share", "revoke", "used")
_CHANGES = ("default", "rename", *_PRIVATE)


def changes_accounts(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments ask for more than a look at the chat's accounts."""
    return bool(arguments) and arguments[0].casefold() in _CHANGES


def revokes(arguments: tuple[str, ...]) -> bool:
    """Tell whether these arguments take an account back for good."""
    return bool(arguments) and arguments[0].casefold() == "revoke" and arguments[-1].casefold() == "yes"


async def accounts_(ctx: Context) -> Reply:
    """Show the accounts, or one of them, or do with it what is asked."""
    if not ctx.command.arguments:
        return await _list(ctx)
    asked, *rest = ctx.command.arguments
    asked = asked.casefold()
    if asked == "add":
        return await _list(ctx)
    if asked in _PRIVATE and ctx.command.in_group:
        raise PrivateOnly
    if asked == "used":
        return views.used(ctx.words, await _uses(ctx))
    if asked == "revoke":
        return await _revoke(ctx, tuple(rest))
    return await _one_meant(ctx, asked, tuple(rest))


async def _one_meant(ctx: Context, asked: str, rest: tuple[str, ...]) -> Reply:
    if asked not in _CHANGES:
        return await _one(ctx, _meant(ctx, rest[0] if asked == "remove" and rest else asked))
    account = _meant(ctx, rest[0] if rest else None)
    if asked == "default":
        await ctx.storage.chats.choose(ctx.chat.chat_id, default_account_id=account.account_id)
        return await _one(replace(ctx, chat=replace(ctx.chat, default_account_id=account.account_id)), account)
    return await (_share(ctx, account) if asked == "share" else _rename(ctx, account, rest[1:]))


async def _list(ctx: Context) -> Reply:
    used = () if ctx.command.in_group else await ctx.storage.accounts.used(ctx.command.person.person_id)
    return views.listed(ctx.words, tuple(_shown(ctx, one, used) for one in ctx.accounts), used=len(used))


async def _one(ctx: Context, account: Account) -> Reply:
    used = () if ctx.command.in_group else await ctx.storage.accounts.used(ctx.command.person.person_id)
    return views.one(ctx.words, _shown(ctx, account, used), private=not ctx.command.in_group)


async def _rename(ctx: Context, account: Account, new: tuple[str, ...]) -> Reply:
    if not new:
        taken = await ctx.storage.accounts.names(ctx.chat.chat_id)
        free = accounts.free_name(taken, account.name)
        example = await questions.ask(ctx, f"accounts rename #{account.account_id}", free, name=account.name)
        return views.rename(ctx.words, account_id=account.account_id, name=account.name, example=example)
    if len(new) > 1 or not accounts.is_name(new[0]):
        raise NotAName
    try:
        if not await ctx.storage.accounts.rename(account, new[0]):
            raise NoAccount
    except NameTaken as error:
        raise NameIsTaken(new[0]) from error
    return await _one(ctx, replace(account, name=new[0]))


async def _share(ctx: Context, account: Account) -> Reply:
    code = Code(
        code=connecting.new_code(),
        chat_id=ctx.chat.chat_id,
        person_id=ctx.command.person.person_id,
        account_id=account.account_id,
        until=ctx.now + VALID_FOR,
    )
    await ctx.storage.codes.make(code, ctx.now)
    return views.share(ctx.words, VALID_FOR, account_id=account.account_id, name=account.name, code=code.code)


async def _revoke(ctx: Context, arguments: tuple[str, ...]) -> Reply:
    reference = arguments[0] if arguments else ""
    used = await ctx.storage.accounts.used(ctx.command.person.person_id)
    found = next((one for one in used if f"#{one.account.account_id}" == reference), None)
    if found is None:
        return views.used(ctx.words, tuple(map(_use, used)))
    if arguments[-1].casefold() != "yes":
        return views.sure_to_revoke(ctx.words, _use(found))
    await ctx.storage.accounts.disconnect(found.account, keep_history=False)
    group = await ctx.storage.chats.find(found.account.chat_id)
    reply = views.revoked(ctx.words, _use(found))
    if group is None:
        return reply
    notice = views.told_disconnected(ctx.words_of(group), name=found.account.name, chat_id=group.chat_id)
    return replace(reply, notices=(notice,))


async def _uses(ctx: Context) -> tuple[Use, ...]:
    return tuple(map(_use, await ctx.storage.accounts.used(ctx.command.person.person_id)))


def _meant(ctx: Context, reference: str | None) -> Account:
    if not ctx.accounts:
        raise NoAccount
    if reference is None:
        if len(ctx.accounts) > 1:
            raise Misused(ctx.command.arguments[0], ctx.typed(f"{ctx.command.line} {ctx.accounts[0].name}"))
        return ctx.accounts[0]
    found = accounts.find(reference, ctx.accounts)
    if found is None:
        raise UnknownAccount(reference, tuple(one.name for one in ctx.accounts))
    return found


def _shown(ctx: Context, account: Account, used: tuple[Used, ...]) -> Shown:
    default = accounts.default(ctx.accounts, ctx.chat.default_account_id)
    return Shown(
        account_id=account.account_id,
        name=account.name,
        default=account.account_id == default.account_id if len(ctx.accounts) > 1 else None,
        cookie=account.kind == "cookie",
        refused=account.refused_at is not None,
        locked=not ctx.vault.has_key_of(account.sealed),
        connected_at=account.connected_at,
        groups=tuple(one.title or "?" for one in used if one.account.shared_from == account.account_id),
    )


def _use(used: Used) -> Use:
    return Use(account_id=used.account.account_id, name=used.account.name, title=used.title or "?")
