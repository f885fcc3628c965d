"""`/login`: take a token, prove it, seal it. What is pasted here is a secret from the first line to the last."""

from __future__ import annotations

from dataclasses import replace

from bot import accounts, connecting, credentials
from bot.asking import keep_reading
from bot.bytesflows import calls
from bot.commands import CodeExpired, Context, NoCredential, TooManyAccounts
from bot.connecting import VALID_FOR, Wish
from bot.reply import Reply
from bot.views import login as views
from bot.views import overview
from storage import Chat, Code, Login


async def login(ctx: Context) -> Reply:
    """Ask for a token, or take the one that came along. In a group lead the way to the private chat."""
    said = ctx.command.arguments[0] if ctx.command.arguments else ""
    if said == "cancel":
        return await cancel(ctx)
    if ctx.command.secret:
        return await _take(ctx, None)
    again = accounts.find(said, ctx.accounts) if said else None
    if again is None and len(ctx.accounts) >= accounts.MOST:
        raise TooManyAccounts
    name = again.name if again else said if accounts.is_name(said) else ""
    if ctx.command.in_group:
        return await _lead_away(ctx, name)
    await _wait(ctx, Login(name=name))
    return views.asked(ctx.words, VALID_FOR, name=name or None)


async def cancel(ctx: Context) -> Reply:
    """Wait for no token any more."""
    waited = await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    return views.cancelled(ctx.words, waited=waited)


async def plain_text(ctx: Context) -> Reply:
    """Take a message that is no command: a token if one is waited for."""
    wait = await ctx.storage.logins.under_way(ctx.chat.chat_id, ctx.command.person.person_id, ctx.now)
    if wait is not None:
        return await _take(ctx, wait)
    if not ctx.command.suspect:
        return views.not_a_command(ctx.words)
    pasted = credentials.read(ctx.command.secret)
    if pasted is not None and connecting.same(pasted.credential, ctx.accounts, ctx.vault) is not None:
        # Sent again, or asked again after a crash: it is connected already, and nothing else would be true.
        return await _take(ctx, None)
    return views.unexpected(ctx.words, erased=await ctx.erase())


async def _lead_away(ctx: Context, name: str) -> Reply:
    code = Code(
        code=connecting.new_code(),
        chat_id=ctx.chat.chat_id,
        person_id=ctx.command.person.person_id,
        topic_id=ctx.command.topic_id,
        name=name,
        until=ctx.now + VALID_FOR,
    )
    await ctx.storage.codes.make(code, ctx.now)
    return views.privately(ctx.words, VALID_FOR, code=code.code)


async def _take(ctx: Context, wait: Login | None) -> Reply:
    erased = await ctx.erase()
    pasted = credentials.read(ctx.command.secret)
    login = wait or Login(name="")
    if not login.name:
        # Should it go wrong from here on, the person is asked to send it again, so it is waited for.
        await _wait(ctx, replace(login, name=pasted.name if pasted and accounts.is_name(pasted.name) else ""))
    if pasted is None:
        raise NoCredential(erased=erased)
    group = None if login.target_chat_id is None else await _group(ctx, login.target_chat_id)
    admin = None if group is None else await connecting.admin_there(ctx, group)
    wish = Wish(credential=pasted.credential, said=pasted.name, waited=login.name)
    await connecting.check_room(ctx, group or ctx.chat, wish)
    proof = await ctx.client.ask(calls.overview(), pasted.credential, reuse=False)
    connected = await connecting.keep(ctx, group or ctx.chat, wish)
    account = connected.account
    await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    await keep_reading(ctx.storage, account, proof.value, proof.at)
    figures = overview.figures(ctx.words, proof.value)
    unusable = bool(pasted.name) and not accounts.is_name(pasted.name)
    if group is not None and admin is not None:
        reply = views.connected_there(
            ctx.words, name=account.name, title=group.title, figures=figures, erased=erased, unusable=unusable
        )
        words = ctx.words_of(group)
        notice = views.told_group(
            words, account, group.chat_id, login.topic_id, by=None if admin.hidden else admin.name
        )
        return replace(reply, notices=(notice,))
    return views.connected(
        ctx.words,
        name=account.name,
        reference=f" #{account.account_id}" if ctx.accounts else "",
        figures=figures,
        cookie=account.kind == "cookie",
        erased=erased,
        unusable=unusable,
        renewed_in=len(connected.shares),
    )


async def _group(ctx: Context, chat_id: int) -> Chat:
    found = await ctx.storage.chats.find(chat_id)
    if found is None:
        raise CodeExpired
    return found


async def _wait(ctx: Context, login: Login) -> None:
    until = ctx.now + VALID_FOR
    await ctx.storage.logins.begin(ctx.chat.chat_id, ctx.command.person.person_id, login, until)
