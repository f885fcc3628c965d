"""Command -> Context -> handler -> Reply. The one place where an error meets the person it concerns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from bot import accounts, history
from bot.asking import Asking
from bot.bytesflows.client import Client
from bot.bytesflows.errors import VendorError
from bot.commands import (
    AccountContext,
    Command,
    Context,
    Misused,
    NoAccount,
    PrivateOnly,
    Problem,
    Row,
    SecretInGroup,
    UnknownAccount,
    UnknownCommand,
    nothing,
)
from bot.i18n import Languages
from bot.reply import Reply
from bot.vault import Vault
from bot.views import trouble
from storage import Account, DatabaseUnavailable, Storage

Erase = Callable[[], Awaitable[bool]]


class Dispatcher:
    """Finds who answers a command, hands them all they need, and turns what goes wrong into words."""

    def __init__(
        self,
        *,
        storage: Storage,
        vault: Vault,
        client: Client,
        languages: Languages,
        clock: Callable[[], datetime],
        rows: Iterable[Row],
    ) -> None:
        self._storage = storage
        self._vault = vault
        self._client = client
        self._languages = languages
        self._clock = clock
        self._rows = {row.name: row for row in rows}
        self._listed = tuple(row for row in self._rows.values() if row.group)

    async def answer(self, command: Command, erase: Erase) -> Reply:
        """Return what the person is to see, whatever the vendor or the person did wrong."""
        context = await self._context(command, erase)
        try:
            return await self._run(context)
        except Problem as problem:
            reply = trouble.problem(problem, context.words, again=command.line)
        except VendorError as error:
            reply = trouble.unproved(error, context.words)
        row = self._rows.get(command.name)
        if row is not None and row.secret and command.secret and not await context.erase():
            return trouble.still_visible(reply, context.words)
        return reply

    def sorry(self, command: Command, *, erased: bool) -> Reply:
        """Return the one polite sentence that a bug of ours is worth; with a warning where a secret was not erased."""
        words = self._languages.best((command.person.language,))
        return trouble.bug(words) if erased else trouble.still_visible(trouble.bug(words), words)

    async def awaits_secret(self, command: Command) -> bool:
        """Tell whether this person's next text in this chat is taken for a token."""
        logins = self._storage.logins
        try:
            wait = await logins.under_way(command.chat_id, command.person.person_id, self._clock())
        except DatabaseUnavailable:
            return False  # the command itself will meet the same trouble, and say so
        return wait is not None

    async def left(self, chat_id: int) -> None:
        """Forget a chat that put the bot out: its tokens, its history, all of it."""
        await self._storage.chats.forget(chat_id)

    async def _context(self, command: Command, erase: Erase) -> Context:
        now = self._clock()
        chat = await self._storage.chats.meet(command.chat_id, command.chat_kind, command.person.language, now)
        return Context(
            command=command,
            words=self._languages.best((chat.language, command.person.language)),
            now=now,
            chat=chat,
            accounts=await self._storage.accounts.of(command.chat_id),
            storage=self._storage,
            vault=self._vault,
            client=self._client,
            erase=erase,
            listed=self._listed,
        )

    async def _run(self, context: Context) -> Reply:
        row = self._rows.get(context.command.name)
        if context.command.chat_kind != "private":
            raise SecretInGroup if context.command.secret else PrivateOnly
        if row is None:
            raise UnknownCommand
        if row.handler is not None:
            return await row.handler(context)
        return await self._run_for_account(row, context)

    async def _run_for_account(self, row: Row, context: Context) -> Reply:
        if row.account_handler is None:
            raise TypeError(f"nobody answers /{row.name}")
        account, arguments = _meant(row, context)
        asking = Asking(account=account, vault=self._vault, client=self._client, storage=self._storage, now=context.now)
        try:
            return await row.account_handler(
                AccountContext(
                    command=context.command,
                    words=context.words,
                    now=context.now,
                    chat=context.chat,
                    accounts=context.accounts,
                    storage=context.storage,
                    vault=context.vault,
                    client=context.client,
                    erase=context.erase,
                    listed=context.listed,
                    account=account,
                    arguments=arguments,
                    vendor=asking.ask,
                    vendor_if_it_can=asking.ask_if_it_can,
                )
            )
        except Problem as problem:
            return trouble.problem(problem, context.words, again=context.command.line, account=account)
        except VendorError as error:
            kept = await self._storage.history.latest(account.account_id)
            return trouble.vendor(
                error,
                context.words,
                account=account,
                last=history.sample(kept) if kept else None,
                again=context.command.line,
            )


def _meant(row: Row, context: Context) -> tuple[Account, tuple[str, ...]]:
    """Return the account a command is about, the first one if it names none, and the arguments that are left."""
    if not context.accounts:
        raise NoAccount
    understood = tuple(argument for argument in context.command.arguments if row.understands(argument))
    others = [argument for argument in context.command.arguments if not row.understands(argument)]
    if not others:
        return context.accounts[0], understood
    account = accounts.find(others[0], context.accounts)
    if account is None:
        example = row.example if row.understands is not nothing else ""
        raise UnknownAccount(others[0], tuple(one.name for one in context.accounts), example)
    if len(others) > 1:
        raise Misused(others[1], row.example)
    return account, understood
