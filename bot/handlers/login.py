"""`/login`: take a token, prove it, seal it. What is pasted here is a secret from the first line to the last."""

from __future__ import annotations

from datetime import timedelta

from bot import accounts, credentials
from bot.asking import keep_reading, opened, place
from bot.bytesflows import calls
from bot.commands import Context, NoCredential, TooManyAccounts
from bot.credentials import Credential
from bot.reply import Reply
from bot.vault import SealError
from bot.views import login as views
from bot.views import overview
from storage import Account

WAITED_FOR = timedelta(minutes=10)
LONGEST_WORD = 15
LONGEST_MIXED = 11
"""Characters of one word behind `/login` that is a name: of letters only, or mixed. A longer one may be a token."""


async def login(ctx: Context) -> Reply:
    """Ask for a token, or take the one that came along."""
    said = credentials.short_word(ctx.command.secret)
    if said == "cancel":
        return await cancel(ctx)
    again = accounts.find(said, ctx.accounts) if said else None
    if again is None and said != "" and not _is_new_name(said):
        return await _take(ctx, name="")
    if again is None and len(ctx.accounts) >= accounts.MOST:
        raise TooManyAccounts
    name = again.name if again else said or ""
    await _wait(ctx, name)
    return views.asked(ctx.words, WAITED_FOR, name=name or None)


async def cancel(ctx: Context) -> Reply:
    """Wait for no token any more."""
    waited = await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    return views.cancelled(ctx.words, waited=waited)


async def plain_text(ctx: Context) -> Reply:
    """Take a message that is no command: a token if one is waited for."""
    wait = await ctx.storage.logins.under_way(ctx.chat.chat_id, ctx.command.person.person_id, ctx.now)
    if wait is not None:
        return await _take(ctx, name=wait.name)
    if not ctx.command.suspect:
        return views.not_a_command(ctx.words)
    pasted = credentials.read(ctx.command.secret)
    if pasted is not None and _same(ctx, pasted.credential) is not None:
        # Sent again, or asked again after a crash: it is connected already, and nothing else would be true.
        return await _take(ctx, name="")
    return views.unexpected(ctx.words, erased=await ctx.erase())


async def _take(ctx: Context, *, name: str) -> Reply:
    erased = await ctx.erase()
    pasted = credentials.read(ctx.command.secret)
    if not name:
        # Should it go wrong from here on, the person is asked to send it again, so it is waited for.
        await _wait(ctx, pasted.name if pasted and accounts.is_name(pasted.name) else "")
    if pasted is None:
        raise NoCredential(erased=erased)
    same = _same(ctx, pasted.credential)
    wanted = await _name(ctx, same, said=pasted.name, waited=name)
    if len(ctx.accounts) >= accounts.MOST and accounts.find(wanted, ctx.accounts) is None:
        raise TooManyAccounts
    proof = await ctx.client.ask(calls.overview(), pasted.credential, reuse=False)
    account = await _keep(ctx, pasted.credential, wanted, renewed=same is not None and same.name == wanted)
    await ctx.storage.logins.end(ctx.chat.chat_id, ctx.command.person.person_id)
    await keep_reading(ctx.storage, account, proof.value, proof.at)
    return views.connected(
        ctx.words,
        name=account.name,
        reference=f" #{account.account_id}" if ctx.accounts else "",
        figures=overview.figures(ctx.words, proof.value),
        cookie=account.kind == "cookie",
        erased=erased,
        unusable=bool(pasted.name) and not accounts.is_name(pasted.name),
    )


async def _wait(ctx: Context, name: str) -> None:
    await ctx.storage.logins.begin(ctx.chat.chat_id, ctx.command.person.person_id, name, ctx.now + WAITED_FOR)


def _is_new_name(said: str | None) -> bool:
    """Whether one word behind `/login` names an account to be; tokens are longer and hold digits."""
    longest = LONGEST_WORD if said is not None and said.isalpha() else LONGEST_MIXED
    return said is not None and accounts.is_name(said) and len(said) <= longest


def _same(ctx: Context, credential: Credential) -> Account | None:
    """The account that holds this very credential already."""
    for account in ctx.accounts:
        try:
            if opened(account, ctx.vault) == credential:
                return account
        except SealError:
            continue  # a locked account is said to be so where it is asked for
    return None


async def _name(ctx: Context, same: Account | None, *, said: str, waited: str) -> str:
    """The name that was said, else the one waited for, else that of the account this credential renews or repairs."""
    if accounts.is_name(said):
        return said
    if waited:
        return waited
    if same is not None:
        return same.name
    if len(ctx.accounts) == 1 and _broken(ctx, ctx.accounts[0]):
        return ctx.accounts[0].name
    return accounts.free_name(await ctx.storage.accounts.names(ctx.chat.chat_id))


def _broken(ctx: Context, account: Account) -> bool:
    return account.refused_at is not None or not ctx.vault.has_key_of(account.sealed)


async def _keep(ctx: Context, credential: Credential, name: str, *, renewed: bool) -> Account:
    def seal(account_id: int) -> bytes:
        return ctx.vault.seal(credential.secret, place(account_id, ctx.chat.chat_id))

    return await ctx.storage.accounts.connect(
        ctx.chat.chat_id,
        name,
        credential.kind,
        by=ctx.command.person.person_id,
        now=ctx.now,
        seal=seal,
        renewed=renewed,
    )
