"""A credential connected in a chat, its own or another's: named and sealed for there, never over another account."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot import accounts
from bot.asking import opened, place
from bot.commands import Admin, AdminsOnly, CodeExpired, Context, TooManyAccounts
from bot.credentials import Credential
from bot.vault import SealError, Vault
from storage import Account, Chat, ChatGone, Connected, Full, NameTaken

VALID_FOR = timedelta(minutes=10)
"""Of a code and of a login under way."""
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be connected. `said`: the name that was typed with it; `waited`: the one that was asked for before.

    `shared_from`: the account of the person's own that it is shared from.
    """

    credential: Credential
    said: str = ""
    waited: str = ""
    shared_from: int | None = None


def new_code() -> str:
    """Return a code for a link, with 128 bits that nobody can guess."""
    return secrets.token_urlsafe(16)


def same(credential: Credential, among: Iterable[Account], vault: Vault) -> Account | None:
    """Return the account that holds this very credential already."""
    for account in among:
        try:
            if opened(account, vault) == credential:
                return account
        except SealError:
            continue  # a locked account is said to be so where it is asked for
    return None


async def keep(ctx: Context, chat: Chat, wish: Wish) -> Connected:
    """Seal a credential for a chat and keep it there. Raises TooManyAccounts and CodeExpired."""
    for _ in range(_TRIES):
        there = await _there(ctx, chat)
        known = same(wish.credential, there, ctx.vault)
        name = await _name(ctx, chat, wish, there, known)
        replaced = accounts.find(name, there)

        def seal(account_id: int, chat_id: int) -> bytes:
            return ctx.vault.seal(wish.credential.secret, place(account_id, chat_id))

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
            )
        except NameTaken:
            continue  # connected by somebody else meanwhile; the next round sees it
        except Full:
            break
        except ChatGone:
            raise CodeExpired from None  # the bot was put out of the group while the token was tried
    raise TooManyAccounts


async def check_room(ctx: Context, chat: Chat, wish: Wish) -> None:
    """Find out that nothing more fits before the credential is tried anywhere. Raises TooManyAccounts."""
    there = await _there(ctx, chat)
    if len(there) < accounts.MOST:
        return
    name = await _name(ctx, chat, wish, there, same(wish.credential, there, ctx.vault))
    if accounts.find(name, there) is None:
        raise TooManyAccounts


async def admin_there(ctx: Context, chat: Chat) -> Admin:
    """Return the person who asks as the admin of another chat that they are. Raises AdminsOnly and RightsUnknown."""
    there = await ctx.admins.of(chat.chat_id, fresh=True)
    found = next((one for one in there if one.person_id == ctx.command.person.person_id), None)
    if found is None:
        raise AdminsOnly((), chat.title or "")
    return found


async def _there(ctx: Context, chat: Chat) -> tuple[Account, ...]:
    """The accounts of a chat, also where it moved on since it was looked up."""
    return await ctx.storage.accounts.of(await ctx.storage.life.now_at(chat.chat_id))


async def _name(ctx: Context, chat: Chat, wish: Wish, there: tuple[Account, ...], known: Account | None) -> str:
    """The name that was said, else the one waited for, else that of the account this credential renews or repairs."""
    if accounts.is_name(wish.said):
        return wish.said
    if known is not None and (wish.shared_from is not None or not wish.waited):
        return known.name
    if wish.waited and wish.shared_from is None:
        return wish.waited
    # A share takes the place of its own earlier self only, never of an account that merely has its name.
    if wish.shared_from is not None:
        replaced = [one for one in there if one.shared_from == wish.shared_from]
    else:
        replaced = [one for one in there if len(there) == 1 and _broken(one, ctx.vault)]
    if replaced:
        return replaced[0].name
    taken = await ctx.storage.accounts.names(await ctx.storage.life.now_at(chat.chat_id))
    return accounts.free_name(taken, wish.waited or accounts.FIRST_NAME)


def _broken(account: Account, vault: Vault) -> bool:
    return account.refused_at is not None or not vault.has_key_of(account.sealed)
