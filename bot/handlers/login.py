"""`/login`: take a token, prove it, seal it. What is pasted here is a secret from the first line to the last."""

from __future__ import annotations

from datetime import timedelta

from bot import accounts, credentials, history
from bot.asking import opened, place
from bot.bytesflows import calls
from bot.commands import Context, NoCredential, TooManyAccounts
from bot.credentials import Credential
from bot.reply import Reply
from bot.vault import SealError
from bot.views import login as views
from bot.views import overview
from storage import Account

WAITED_FOR = timedelta(minutes=10)


async def login(ctx: Context) -> Reply:
    """Ask for a token, or take the one that came along."""
    said = credentials.short_word(ctx.command.secret)
    if said == "cancel":
        return await cancel(ctx)
    again = accounts.find(said, ctx.accounts) if said else None
    if said != "" and again is None:
        return await _take(ctx, name="")
    until = ctx.now + WAITED_FOR
    await ctx.storage.logins.begin(ctx.chat.chat_id, ctx.command.person.person_id, again.name if again else "", until)
    return views.asked(ctx.words, WAITED_FOR, name=again.name if again else None)


async def cancel(ctx: Context) -> Reply:
    """Wait for no token any more."""
    waited = await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    return views.cancelled(ctx.words, waited=waited)


async def plain_text(ctx: Context) -> Reply:
    """Take a message that is no command: a token if one is waited for."""
    wait = await ctx.storage.logins.under_way(ctx.chat.chat_id, ctx.command.person.person_id, ctx.now)
    if wait is None:
        if not credentials.looks_secret(ctx.command.secret):
            return views.not_a_command(ctx.words)
        return views.unexpected(ctx.words, erased=await ctx.erase())
    return await _take(ctx, name=wait.name)


async def _take(ctx: Context, *, name: str) -> Reply:
    erased = await ctx.erase()
    pasted = credentials.read(ctx.command.secret)
    if pasted is None:
        raise NoCredential
    wanted = _name(ctx, pasted.credential, pasted.name, name)
    if len(ctx.accounts) >= accounts.MOST and accounts.find(wanted, ctx.accounts) is None:
        raise TooManyAccounts
    proof = await ctx.client.ask(calls.overview(), pasted.credential, reuse=False)
    await _part_with_another(ctx, wanted, pasted.credential)
    account = await _keep(ctx, pasted.credential, wanted)
    await ctx.storage.history.add(account.account_id, history.reading(proof.value, proof.at))
    await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    return views.connected(
        ctx.words,
        name=account.name,
        reference=f" #{account.account_id}" if ctx.accounts else "",
        figures=overview.figures(ctx.words, proof.value),
        cookie=account.kind == "cookie",
        erased=erased,
        unusable=bool(pasted.name) and not accounts.is_name(pasted.name),
    )


def _same(ctx: Context, credential: Credential) -> Account | None:
    """The account that holds this very credential already."""
    for account in ctx.accounts:
        try:
            if opened(account, ctx.vault) == credential:
                return account
        except SealError:
            continue  # a locked account is said to be so where it is asked for
    return None


def _name(ctx: Context, credential: Credential, said: str, waited: str) -> str:
    """The name that was said, else the one waited for, else that of the account this credential renews or repairs."""
    if accounts.is_name(said):
        return said
    if waited:
        return waited
    if same := _same(ctx, credential):
        return same.name
    if len(ctx.accounts) == 1 and _broken(ctx, ctx.accounts[0]):
        return ctx.accounts[0].name
    return accounts.free_name(ctx.accounts)


async def _part_with_another(ctx: Context, name: str, credential: Credential) -> None:
    """Delete the history of a working account that gives up its name to another: two accounts make no one pace."""
    former = accounts.find(name, ctx.accounts)
    if former is not None and not _broken(ctx, former) and _same(ctx, credential) != former:
        await ctx.storage.accounts.disconnect(former, keep_history=False)


def _broken(ctx: Context, account: Account) -> bool:
    return account.refused_at is not None or not ctx.vault.has_key_of(account.sealed)


async def _keep(ctx: Context, credential: Credential, name: str) -> Account:
    def seal(account_id: int) -> bytes:
        return ctx.vault.seal(credential.secret, place(account_id, ctx.chat.chat_id))

    return await ctx.storage.accounts.connect(
        ctx.chat.chat_id, name, credential.kind, by=ctx.command.person.person_id, now=ctx.now, seal=seal
    )
