"""Command -> Context -> handler -> Reply. The one place where an error meets the person it concerns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import datetime

from bot import accounts, history, questions
from bot.asking import Asking
from bot.bytesflows.client import Client
from bot.bytesflows.errors import VendorError
from bot.commands import AccountContext, Admin, Admins, Command, Context, Row, among, nothing
from bot.i18n import Languages, Words
from bot.noticing import changed
from bot.problems import (
    AdminsOnly,
    Misused,
    NoAccount,
    PrivateOnly,
    Problem,
    SecretInGroup,
    UnknownAccount,
    UnknownCommand,
    WhoAreYou,
)
from bot.reply import Reply
from bot.speaking import words_of
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
        admins: Admins,
        bot_name: str,
    ) -> None:
        self._storage = storage
        self._vault = vault
        self._client = client
        self._languages = languages
        self._clock = clock
        self._admins = admins
        self._bot_name = bot_name
        self._rows = {row.name: row for row in rows}
        self._listed = tuple(row for row in self._rows.values() if row.group)

    async def answer(self, command: Command, erase: Erase) -> Reply:
        """Return what the person is to see, whatever the vendor or the person did wrong."""
        context = await self._context(command, erase)
        question = questions.answered(context)
        if question is not None:
            context = replace(context, command=question)
        if context.chat.question is not None and not command.due:
            # It is answered now, or something else is asked for.
            await self._storage.chats.choose(context.chat.chat_id, question=None, question_until=None)
        try:
            reply = await self._run(context)
        except Problem as problem:
            reply = trouble.problem(problem, context.words, again=context.command.line)
        except VendorError as error:
            reply = trouble.unproved(error, context.words)
        else:
            await self._tell_of_change(context, reply)
            return reply
        if question is not None:
            await self._storage.chats.choose(
                context.chat.chat_id, question=context.chat.question, question_until=context.chat.question_until
            )
            return reply
        row = self._rows.get(command.name)
        read_along = command.secret and not command.in_group  # of what a group saw the reply speaks by itself
        if row is not None and row.secret and read_along and not await context.erase():
            return trouble.still_visible(reply, context.words)
        return reply

    async def refused(self, command: Command) -> bool:
        """Tell whether a press is for admins only, by somebody who is none. Raises RightsUnknown."""
        row = self._rows.get(command.name)
        if row is None or not command.in_group or not row.admins(command.arguments):
            return False
        return among(await self._admins_for(row, command, command.chat_id), command.person) is None

    async def sorry(self, command: Command, *, erased: bool) -> Reply:
        """Return the one polite sentence that a bug of ours is worth; with a warning where a secret was not erased."""
        words = await self._words(command.chat_id, command.person.language)
        return trouble.bug(words) if erased else trouble.still_visible(trouble.bug(words), words)

    async def too_many(self, command: Command) -> Reply:
        """Return what the first command hears that is one too many for its chat."""
        return trouble.too_many(await self._words(command.chat_id, command.person.language))

    async def in_doubt(self, command: Command) -> Reply:
        """Return what is said where nobody can tell whether an answer came."""
        return trouble.in_doubt(await self._words(command.chat_id, command.person.language), again=command.line)

    async def unwritable(self, command: Command) -> Reply:
        """Return what a person hears in private whom the bot cannot answer where they asked."""
        words = await self._words(command.person.person_id, command.person.language)
        return trouble.unwritable(words, title=command.chat_title)

    async def notice(self, message: str, chat_id: int, language: str | None) -> str:
        """Return what a press is told at once: plain words, in the language of its chat."""
        return (await self._words(chat_id, language))(message)

    async def awaits_secret(self, command: Command) -> bool:
        """Tell whether this person's next text in this chat is taken for a token."""
        logins = self._storage.logins
        try:
            wait = await logins.under_way(command.chat_id, command.person.person_id, self._clock())
        except DatabaseUnavailable:
            return False  # the command itself will meet the same trouble, and say so
        return wait is not None

    async def left(self, chat_id: int, *, before: datetime | None = None) -> None:
        """Forget a chat that put the bot out: its tokens, and its history unless it was to stay.

        `before`: the bot was put out then or earlier, so what was connected since stays.
        """
        await self._storage.life.leave(chat_id, before=before)

    async def moved_here(self, chat_id: int) -> bool:
        """Tell whether a supergroup is what a group became, so that nobody new is to be greeted there."""
        return await self._storage.life.moved_here(chat_id)

    async def _words(self, chat_id: int, language: str | None) -> Words:
        """The words of a chat, of its speaker alone where the database can't be asked."""
        try:
            chat = await self._storage.chats.find(chat_id)
        except DatabaseUnavailable:
            chat = None
        return words_of(self._languages, chat, language)

    async def _admins_for(self, row: Row, command: Command, chat_id: int) -> tuple[Admin, ...]:
        """Who is an admin: asked anew before something is destroyed for good."""
        return await self._admins.of(chat_id, fresh=row.destroys(command.arguments))

    async def _context(self, command: Command, erase: Erase) -> Context:
        now = self._clock()
        chat = await self._storage.chats.meet(
            command.chat_id,
            command.chat_kind,
            command.person.language,
            now,
            title=command.chat_title,
            added=command.added,
        )
        return Context(
            command=command,
            words=words_of(self._languages, chat, command.person.language),
            now=now,
            chat=chat,
            accounts=await self._storage.accounts.of(chat.chat_id),
            storage=self._storage,
            vault=self._vault,
            client=self._client,
            languages=self._languages,
            admins=self._admins,
            bot_name=self._bot_name,
            erase=erase,
            listed=self._listed,
        )

    async def _run(self, context: Context) -> Reply:
        command = context.command
        if command.in_group and command.secret:
            raise SecretInGroup(command.person, erased=await context.erase())
        row = self._rows.get(command.name)
        if row is None:
            raise UnknownCommand
        if command.in_group:
            await self._check_rights(row, context)
        if row.handler is not None:
            return await row.handler(context)
        return await self._run_for_account(row, context)

    async def _tell_of_change(self, context: Context, reply: Reply) -> None:
        """Have looked at what shows this chat, and those that hear of it, as they were until now."""
        row = self._rows.get(context.command.name)
        if row is not None and row.changes and not context.command.due:
            chats = {context.chat.chat_id, *(notice.chat_id for notice in reply.notices)}
            await changed(self._storage, chats, context.now)

    async def _check_rights(self, row: Row, context: Context) -> None:
        person = context.command.person
        if row.private:
            raise PrivateOnly
        if not row.admins(context.command.arguments):
            return
        if person.anonymous:
            raise WhoAreYou
        there = await self._admins_for(row, context.command, context.chat.chat_id)
        if among(there, person) is None:
            raise AdminsOnly(tuple(one.name for one in there if not one.hidden))

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
                    languages=context.languages,
                    admins=context.admins,
                    bot_name=context.bot_name,
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
            kept = await self._storage.history.latest(account.account_id, since=account.connected_at)
            return trouble.vendor(
                error,
                context.words,
                account=account,
                last=history.sample(kept) if kept else None,
                again=context.command.line,
            )


def _meant(row: Row, context: Context) -> tuple[Account, tuple[str, ...]]:
    """Return the account a command is about, the default one if it names none, and the arguments that are left."""
    if not context.accounts:
        raise NoAccount
    understood = tuple(argument for argument in context.command.arguments if row.understands(argument))
    others = [argument for argument in context.command.arguments if not row.understands(argument)]
    if not others:
        return accounts.default(context.accounts, context.chat.default_account_id), understood
    account = accounts.find(others[0], context.accounts)
    if account is None:
        example = context.typed(row.example) if row.understands is not nothing else ""
        raise UnknownAccount(others[0], tuple(one.name for one in context.accounts), example)
    if len(others) > 1:
        raise Misused(others[1], context.typed(row.example))
    return account, understood
