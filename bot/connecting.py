"""A credential connected in a chat, its own or another's: named and sealed for there, never over another account."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot import accounts
from bot.asking import opened
from bot.commands import Admin, Context, among
from bot.credentials import Credential
from bot.problems import AdminsOnly, CodeExpired, TooManyAccounts
from bot.sealed import of_account
from bot.vault import SealError, Vault
from storage import Account, Chat, Connected, Full, Gone, NameTaken

VALID_FOR = timedelta(minutes=10)
"""Of a code and of a login under way."""
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be connected. `said`: the name that was typed with it; `waited`: the one that was asked for before.

    `shared_from`: the account of the person's own that it is shared from. `code`: the one-use code that this uses up.
    """

    credential: Credential
    said: str = ""
    waited: str = ""
    shared_from: int | None = None
    code: str | None = None


def new_code() -> str:
    """Return a code for a link, with 128 bits that nobody can guess."""
    return secrets.token_urlsafe(16)


async def same(credential: Credential, among: Iterable[Account], vault: Vault) -> Account | None:
    """Return the account that holds this very credential already."""
    for account in among:
        try:
            if await opened(account, vault) == credential:
                return account
        except SealError:
            continue  # a locked account is said to be so where it is asked for
    return None


async def offered(ctx: Context, chat: Chat) -> str | None:
    """Return the command that changes what is spoken up about, where a chat has just got its first account."""
    if len(await ctx.storage.accounts.of(chat.chat_id)) != 1:
        return None
    return "/alerts" if chat.kind == "private" else f"/alerts@{ctx.bot_name}"


async def keep(ctx: Context, chat: Chat, wish: Wish) -> Connected:
    """Seal a credential for a chat and keep it there. Raises TooManyAccounts and CodeExpired."""
    for _ in range(_TRIES):
        there = await _there(ctx, chat)
        known = await same(wish.credential, there, ctx.vault)
        name = await _name(ctx, chat, wish, there, known)
        replaced = accounts.find(name, there)

        def seal(account_id: int, chat_id: int) -> bytes:
            return ctx.vault.seal(wish.credential.secret, of_account(account_id, chat_id))

        try:
            return await ctx.storage.accounts.connect(
                chat.chat_id,
                name,
                wish.credential.kind,
                by=ctx.command.person.person_id,
                now=ctx.now,
                seal=seal,
                replaces=replaced.account_id if replaced else None,
                most=accounts.MOST,
                renewed=known is not None and known.name == name,
                shared_from=wish.shared_from,
                code=wish.code,
            )
        except NameTaken:
            continue  # connected by somebody else meanwhile; the next round sees it
        except Full:
            break
        except Gone:
            # While the token was tried the bot was put out, the account taken back, or the code used elsewhere.
            raise CodeExpired from None
    raise TooManyAccounts


async def check_room(ctx: Context, chat: Chat, wish: Wish) -> None:
    """Find out that nothing more fits before the credential is tried anywhere. Raises TooManyAccounts."""
    there = await _there(ctx, chat)
    if len(there) < accounts.MOST:
        return
    name = await _name(ctx, chat, wish, there, await same(wish.credential, there, ctx.vault))
    if accounts.find(name, there) is None:
        raise TooManyAccounts


async def admin_there(ctx: Context, chat: Chat) -> Admin:
    """Return the person who asks as the admin of another chat that they are. Raises AdminsOnly and RightsUnknown."""
    there = await ctx.admins.of(await ctx.storage.life.now_at(chat.chat_id), fresh=True)
    found = among(there, ctx.command.person)
    if found is None:
        raise AdminsOnly((), chat.title or "")
    return found


async def _there(ctx: Context, chat: Chat) -> tuple[Account, ...]:
    """The accounts of a chat, also where it moved on since it was looked up."""
    return await ctx.storage.accounts.of(await ctx.storage.life.now_at(chat.chat_id))


async def _name(ctx: Context, chat: Chat, wish: Wish, there: tuple[Account, ...], known: Account | None) -> str:
    """That of the account with this very credential, else the one said or waited for, else of one that it repairs."""
    if known is not None:
        return known.name
    if accounts.is_name(wish.said):
        return wish.said
    if wish.waited and wish.shared_from is None:
        return wish.waited
    # A share takes the place of its own earlier self only, never of an account that merely has its name.
    if wish.shared_from is not None:
        replaced = [one for one in there if one.shared_from == wish.shared_from]
    else:
        replaced = [one for one in there if len(there) == 1 and await _broken(one, ctx.vault)]
    if replaced:
        return replaced[0].name
    taken = await ctx.storage.accounts.names(await ctx.storage.life.now_at(chat.chat_id))
    return accounts.free_name(taken, wish.waited or accounts.FIRST_NAME)


async def _broken(account: Account, vault: Vault) -> bool:
    """Whether it is of no use as it is: refused, or sealed with a key that is lost or for where it was once."""
    try:
        await opened(account, vault)
    except SealError:
        return True
    return account.refused_at is not None
