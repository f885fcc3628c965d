"""`/start`: what this is, and what to do first; with the code of a link, the way on that the link stands for.

A link leads an admin from a group into the private chat to connect an account there, or an account of theirs from the
private chat into a group. Who they are and what they may do is asked anew when the link is used.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot import accounts, connecting
from bot.asking import keep_reading, opened
from bot.bytesflows import calls
from bot.bytesflows.errors import VendorError
from bot.commands import Context
from bot.connecting import VALID_FOR, Wish
from bot.problems import AccountLocked, CodeExpired, CodeOfAnother, NoAccount, NotShared, UnknownAccount, WhoAreYou
from bot.reply import Notice, Reply
from bot.vault import SealError
from bot.views import export, welcome
from bot.views import login as views
from bot.views.export import TO_WRITE
from storage import Account, Chat, Code, Login

_OURS = re.compile(r"[A-Za-z0-9_-]{22}")
"""What codes of ours look like; other words behind `/start` come from links that are none of ours."""


async def start(ctx: Context) -> Reply:
    """Welcome a person or a group; with a code go on where the link came from."""
    said = ctx.command.arguments[0] if ctx.command.arguments else ""
    if _OURS.fullmatch(said):
        code = await ctx.storage.codes.find(said, ctx.now)
        return await (_into_group(ctx, code) if ctx.command.in_group else _into_private(ctx, said, code))
    if ctx.command.in_group:
        return welcome.group(ctx.words, connected=bool(ctx.accounts))
    if said == TO_WRITE:
        return export.can_write(ctx.words)
    return welcome.start(ctx.words, connected=bool(ctx.accounts))


async def use(ctx: Context) -> Reply:
    """Connect in the group a login is under way for, what is connected here already: `/use CODE #account`."""
    said, _, reference = " ".join(ctx.command.arguments).partition(" ")
    if not ctx.accounts:
        raise NoAccount
    account = accounts.find(reference, ctx.accounts)
    if account is None:
        raise UnknownAccount(reference, tuple(one.name for one in ctx.accounts))
    login = await ctx.storage.logins.under_way(ctx.chat.chat_id, ctx.command.person.person_id, ctx.now)
    if login is None or login.target_chat_id is None or login.code != said:
        return await _used_already(ctx, said, account)
    group = await _found(ctx, login.target_chat_id)
    await connecting.admin_there(ctx, group)
    shared = await _share(ctx, account, group, waited=login.name or account.name)
    await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    return await _told_both(ctx, shared, group, login.topic_id)


async def _used_already(ctx: Context, said: str, account: Account) -> Reply:
    """Answer again what was done a moment ago by this very press, where a crash cut its answer short."""
    code = await ctx.storage.codes.find(said, ctx.now)
    if code is None or not _is_for(ctx, code):
        raise CodeExpired
    group = await _found(ctx, code.chat_id)
    shared = await _shared_before(ctx, account.account_id, group.chat_id)
    if shared is None:
        raise CodeExpired
    return await _told_both(ctx, shared, group, code.topic_id)


async def _into_private(ctx: Context, said: str, code: Code | None) -> Reply:
    person_id = ctx.command.person.person_id
    if code is None or code.used:
        # Perhaps a moment ago by this very person: a second tap, or an answer cut short by a crash.
        login = await ctx.storage.logins.under_way(ctx.chat.chat_id, person_id, ctx.now)
        if login is None or login.target_chat_id is None or login.code != said:
            raise CodeExpired
        return _asked(ctx, login, await _found(ctx, login.target_chat_id))
    if not _is_for(ctx, code):
        raise CodeOfAnother
    if code.account_id is not None:
        raise CodeExpired
    group = await _found(ctx, code.chat_id)
    await connecting.admin_there(ctx, group)
    login = Login(name=code.name, target_chat_id=group.chat_id, topic_id=code.topic_id, code=code.code)
    await ctx.storage.logins.begin(ctx.chat.chat_id, person_id, login, ctx.now + VALID_FOR)
    await ctx.storage.codes.use(code.code)
    return _asked(ctx, login, group)


async def _into_group(ctx: Context, code: Code | None) -> Reply:
    if code is None or code.account_id is None:
        raise CodeExpired
    if ctx.command.person.anonymous:
        raise WhoAreYou
    if not _is_for(ctx, code):
        raise CodeOfAnother
    admin = await connecting.admin_there(ctx, ctx.chat)
    shared = await _shared_now(ctx, code, code.account_id)
    private = await _found(ctx, code.chat_id)
    told = views.shared_there(ctx.words_of(private), name=shared.name, title=ctx.chat.title)
    alerts = await connecting.offered(ctx, ctx.chat)
    reply = views.connected_here(ctx.words, shared, by=None if admin.hidden else admin.name, alerts=alerts)
    return replace(reply, notices=(Notice(chat_id=private.chat_id, reply=told),))


async def _shared_now(ctx: Context, code: Code, account_id: int) -> Account:
    """Share what a link stands for, once; asked again after a crash it is shared already."""
    if code.used:
        shared = await _shared_before(ctx, account_id, ctx.chat.chat_id)
        if shared is None:
            raise CodeExpired
        return shared
    own = await ctx.storage.accounts.of(code.chat_id)
    account = accounts.find(f"#{account_id}", own)
    if account is None:
        raise CodeExpired
    return await _share(ctx, account, ctx.chat, waited=account.name, code=code.code)


async def _shared_before(ctx: Context, account_id: int, group_id: int) -> Account | None:
    """The account of a group that was shared from this one a moment ago."""
    there = await ctx.storage.accounts.of(group_id)
    return next(
        (one for one in there if one.shared_from == account_id and ctx.now - one.connected_at < VALID_FOR), None
    )


async def _told_both(ctx: Context, shared: Account, group: Chat, topic_id: int | None) -> Reply:
    """Tell the person and the group that an account is shared."""
    admin = await connecting.admin_there(ctx, group)
    by = None if admin.hidden else admin.name
    alerts = await connecting.offered(ctx, group)
    notice = views.told_group(ctx.words_of(group), shared, group.chat_id, topic_id, by=by, alerts=alerts)
    reply = views.shared_there(ctx.words, name=shared.name, title=group.title)
    return replace(reply, notices=(notice,))


def _is_for(ctx: Context, code: Code) -> bool:
    return code.person_id == ctx.command.person.person_id


def _asked(ctx: Context, login: Login, group: Chat) -> Reply:
    return views.asked_for_group(
        ctx.words, VALID_FOR, title=group.title, name=login.name or None, own=ctx.accounts, code=login.code or ""
    )


async def _share(ctx: Context, account: Account, group: Chat, *, waited: str, code: str | None = None) -> Account:
    """Prove that an account of the person's own still opens, and seal it for the group."""
    try:
        credential = await opened(account, ctx.vault)
    except SealError as error:
        raise AccountLocked((account.name,)) from error
    try:
        proof = await ctx.client.ask(calls.overview(), credential)
    except VendorError as error:
        raise NotShared(account.name, error) from error
    await connecting.admin_there(ctx, group)  # who was one before the vendor answered may be none now
    wish = Wish(credential=credential, waited=waited, shared_from=account.account_id, code=code)
    connected = await connecting.keep(ctx, group, wish)
    await keep_reading(ctx.storage, connected.account, proof.value, proof.at)
    return connected.account


async def _found(ctx: Context, chat_id: int) -> Chat:
    found = await ctx.storage.chats.find(chat_id)
    if found is None:
        raise CodeExpired
    return found
