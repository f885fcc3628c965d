"""What was asked, what a handler is given to answer it, and what the list of handlers is made of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.reply import LONGEST_DATA, Reply
from bot.secret import Secret
from bot.speaking import shows_money, words_of

if TYPE_CHECKING:
    from bot.bytesflows.calls import Call
    from bot.bytesflows.client import Answer, Client
    from bot.i18n import Languages, Words
    from bot.vault import Vault
    from storage import Account, Chat, Storage

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks. `language`: the IETF tag of their Telegram, if it sent one.

    `anonymous`: an admin who writes in the group's own name, so that nobody knows which one.
    """

    person_id: int
    language: str | None
    name: str = ""
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What was asked: typed, pressed or due. `name` is "" for a message that is no command.

    What follows a command that takes a secret, and any text that is no command, is in `secret` and nowhere else.
    `suspect`: that text is probably a secret, though nobody asked for one. `added`: nobody typed it, the bot was added
    to the chat. `due`: the clock typed it. `topic_id`: the topic of a forum in which it was asked.
    """

    chat_id: int
    chat_kind: str
    chat_title: str | None = None
    topic_id: int | None = None
    person: Person
    name: str
    arguments: tuple[str, ...] = field(default=(), repr=False)
    secret: Secret = field(default=Secret(""), repr=False)
    pressed: bool = False
    suspect: bool = False
    added: bool = False
    due: bool = False

    @property
    def in_group(self) -> bool:
        """Whether others read along, and only some may change things."""
        return self.chat_kind != "private"

    @property
    def line(self) -> str:
        """The command as a button would type it again, without any secret."""
        whole = " ".join((f"/{self.name}", *self.arguments))
        return whole if len(whole.encode()) <= LONGEST_DATA else f"/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Admin:
    """Somebody who may change things in a group. `hidden`: the group does not learn that it is them."""

    person_id: int
    name: str
    hidden: bool


def among(admins: Iterable[Admin], person: Person) -> Admin | None:
    """Return the admin that a person is."""
    return next((one for one in admins if one.person_id == person.person_id), None)


class Admins(Protocol):
    """Who may change things in a group, by Telegram's word."""

    async def of(self, chat_id: int, *, fresh: bool = False) -> tuple[Admin, ...]:
        """Return the people who are admins, remembered for at most a minute unless `fresh`. Raises RightsUnknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that a handler is given. `erase` deletes the message that asked and tells whether it is gone."""

    command: Command
    words: Words
    now: datetime
    chat: Chat
    accounts: tuple[Account, ...]
    storage: Storage
    vault: Vault
    client: Client
    languages: Languages
    admins: Admins
    bot_name: str
    erase: Callable[[], Awaitable[bool]]
    listed: tuple[Row, ...]

    def words_of(self, chat: Chat) -> Words:
        """Return the words that another chat hears."""
        return words_of(self.languages, chat)

    @property
    def shows_money(self) -> bool:
        """Whether amounts of money may be seen here; in groups only where an admin chose so."""
        return shows_money(self.chat)

    def typed(self, command: str) -> str:
        """Return a command as it must be typed here: in a group it names the bot, or Telegram may not deliver it."""
        if not self.command.in_group:
            return command
        name, space, rest = command.partition(" ")
        return f"{name}@{self.bot_name}{space}{rest}"


class Asks(Protocol):
    """Asks the vendor about one account."""

    async def __call__(self, call: Call[T]) -> Answer[T]:
        """Return the answer. Raises VendorError, OverviewOnly or AccountLocked."""


class Tries(Protocol):
    """Asks the vendor what an answer can do without."""

    async def __call__(self, call: Call[T]) -> Answer[T] | None:
        """Return the answer, or `None` where it cannot be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountContext(Context):
    """A context with the account that was meant; `arguments` are those that do not name it."""

    account: Account
    arguments: tuple[str, ...]
    vendor: Asks
    vendor_if_it_can: Tries

    @property
    def reference(self) -> str:
        """What names this account at the end of a button's command; "" where the chat has no other."""
        return f" #{self.account.account_id}" if len(self.accounts) > 1 else ""


Handler = Callable[[Context], Awaitable[Reply]]
AccountHandler = Callable[[AccountContext], Awaitable[Reply]]


def nothing(_argument: str) -> bool:
    """Understand no argument: each names an account."""
    return False


def never(_arguments: tuple[str, ...]) -> bool:
    """With no arguments at all."""
    return False


def always(_arguments: tuple[str, ...]) -> bool:
    """Whatever the arguments."""
    return True


def with_arguments(arguments: tuple[str, ...]) -> bool:
    """Bare it looks, with arguments it changes."""
    return bool(arguments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A command in the list: its name, who answers, how `/help` groups it (`""`: not shown there).

    A `handler` gets all arguments; for an `account_handler` the one that `understands` refuses names the account.
    `secret`: what follows the name is a secret, and the message that brings it is deleted first of all.
    `payload`: what follows comes from a link. `changes`: more than looking happens, so no press may be passed over.
    `destroys`: with which arguments a press on what appeared under the finger a moment ago is not meant.
    `admins`: with which arguments it is for a group's admins only. `private`: it is of no use in a group.
    """

    name: str
    handler: Handler | None = None
    account_handler: AccountHandler | None = None
    understands: Callable[[str], bool] = nothing
    example: str = ""
    group: str = ""
    secret: bool = False
    payload: bool = False
    private: bool = False
    changes: bool = False
    destroys: Callable[[tuple[str, ...]], bool] = never
    admins: Callable[[tuple[str, ...]], bool] = never

    @property
    def for_members(self) -> bool:
        """Whether it is of use to a group's members, and not only to its admins."""
        return not self.private and not self.admins(())
