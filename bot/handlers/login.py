"""`/login`: take a token, prove it, seal it. What is pasted here is a secret from the first line to the last."""

from __future__ import annotations

from dataclasses import replace

from bot import accounts, connecting, credentials, phrases
from bot.asking import keep_reading
from bot.bytesflows import calls
from bot.commands import Context
from bot.connecting import VALID_FOR, Wish
from bot.credentials import Pasted
from bot.problems import CodeExpired, NoCredential, TooManyAccounts
from bot.reply import Notice, Reply
from bot.speaking import words_of
from bot.views import login as views
from storage import Account, Chat, Code, Login


async def login(ctx: Context) -> Reply:
    """Ask for a token, or take the one that came along. In a group lead the way to the private chat."""
    said = ctx.command.arguments[0] if ctx.command.arguments else ""
    if said == "cancel":
        return await cancel(ctx)
    if ctx.command.secret:
        wait = await ctx.storage.logins.under_way(ctx.chat.chat_id, ctx.command.person.person_id, ctx.now)
        # Who was asked for the token of a group means the group, whatever stands before the token.
        return await _take(ctx, wait if wait is not None and wait.target_chat_id is not None else None)
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
    if pasted is not None and await connecting.same(pasted.credential, ctx.accounts, ctx.vault) is not None:
        # Sent again, or asked again after a crash: it is connected already, and nothing else would be true.
        return await _take(ctx, None)
    there = None if pasted is None else await _connected_there(ctx, pasted)
    if there is not None:
        return await _said_there(ctx, there, figures=(), unusable=False)
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
    if group is not None:
        await connecting.admin_there(ctx, group)
    wish = Wish(credential=pasted.credential, said=pasted.name, waited=login.name)
    await connecting.check_room(ctx, group or ctx.chat, wish)
    proof = await ctx.client.ask(calls.overview(), pasted.credential, reuse=False)
    if group is not None:
        await connecting.admin_there(ctx, group)  # who was one before the vendor answered may be none now
    connected = await connecting.keep(ctx, group or ctx.chat, wish)
    account = connected.account
    await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    await keep_reading(ctx.storage, account, proof.value, proof.at)
    figures = phrases.figures(ctx.words, proof.value)
    unusable = bool(pasted.name) and not accounts.is_name(pasted.name)
    if group is not None:
        return await _said_there(ctx, account, figures=figures, unusable=unusable, topic_id=login.topic_id)
    reply = views.connected(
        ctx.words,
        name=account.name,
        reference=f" #{account.account_id}" if ctx.accounts else "",
        figures=figures,
        cookie=account.kind == "cookie",
        erased=erased,
        unusable=unusable,
        known_already=accounts.is_name(pasted.name) and pasted.name.casefold() != account.name.casefold(),
        replaced=connected.replaced,
        renewed_in=len(connected.shares),
        alerts=None if ctx.accounts else await connecting.offered(ctx, ctx.chat),
    )
    return replace(reply, notices=tuple([await _told(ctx, share) for share in connected.shares]))


async def _said_there(
    ctx: Context, account: Account, *, figures: tuple[str, ...], unusable: bool, topic_id: int | None = None
) -> Reply:
    """Tell the person and the group that an account is connected there."""
    group = await _group(ctx, account.chat_id)
    admin = await connecting.admin_there(ctx, group)
    reply = views.connected_there(
        ctx.words,
        name=account.name,
        title=group.title,
        figures=figures,
        erased=await ctx.erase(),
        unusable=unusable,
    )
    by = None if admin.hidden else admin.name
    alerts = await connecting.offered(ctx, group)
    told = views.told_group(ctx.words_of(group), account, group.chat_id, topic_id, by=by, alerts=alerts)
    return replace(reply, notices=(told,))


async def _connected_there(ctx: Context, pasted: Pasted) -> Account | None:
    """The account of a group that this person connected a moment ago by this very credential.

    A crash may have cut the answer short: then neither they nor the group have heard of it.
    """
    used = await ctx.storage.accounts.used(ctx.command.person.person_id)
    lately = [one.account for one in used if ctx.now - one.account.connected_at < VALID_FOR]
    return await connecting.same(pasted.credential, lately, ctx.vault)


async def _told(ctx: Context, share: Account) -> Notice:
    """What a group hears whose shared account got a new credential."""
    words = words_of(ctx.languages, await ctx.storage.chats.find(share.chat_id))
    return views.told_renewed(words, share, share.chat_id)


async def _group(ctx: Context, chat_id: int) -> Chat:
    found = await ctx.storage.chats.find(chat_id)
    if found is None:
        raise CodeExpired
    return found


async def _wait(ctx: Context, login: Login) -> None:
    until = ctx.now + VALID_FOR
    await ctx.storage.logins.begin(ctx.chat.chat_id, ctx.command.person.person_id, login, until)
