"""What was asked, what a handler is given to answer it, and what the list of handlers is made of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.reply import LONGEST_DATA, Reply
from bot.secret import Secret

if TYPE_CHECKING:
    from bot.bytesflows.calls import Call
    from bot.bytesflows.client import Answer, Client
    from bot.i18n import Words
    from bot.vault import Vault
    from storage import Account, Chat, Storage

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks. `language`: the IETF tag of their Telegram, if it sent one."""

    person_id: int
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What was asked: typed, pressed or due. `name` is "" for a message that is no command.

    What follows a command that takes a secret, and any text that is no command, is in `secret` and nowhere else.
    `suspect`: that text is probably a secret, though nobody asked for one.
    """

    chat_id: int
    chat_kind: str
    person: Person
    name: str
    arguments: tuple[str, ...] = field(default=(), repr=False)
    secret: Secret = field(default=Secret(""), repr=False)
    pressed: bool = False
    suspect: bool = False

    @property
    def line(self) -> str:
        """The command as a button would type it again, without any secret."""
        whole = " ".join((f"/{self.name}", *self.arguments))
        return whole if len(whole.encode()) <= LONGEST_DATA else f"/{self.name}"


class Problem(Exception):
    """What a person can mend. Never raised itself; `views.trouble` words each."""


class NoAccount(Problem):
    """The chat has connected no account yet."""


class UnknownAccount(Problem):
    """No account of the chat has this name; `known` are the names there are. Show `name` only where it can be one.

    `example`: of a command whose argument might as well have been another than a name.
    """

    def __init__(self, name: str, known: tuple[str, ...], example: str = "") -> None:
        super().__init__("unknown account")
        self.name = name
        self.known = known
        self.example = example


class Misused(Problem):
    """An argument is not of the command's form; `example` would be."""

    def __init__(self, argument: str, example: str) -> None:
        super().__init__("misused")
        self.argument = argument
        self.example = example


class TooManyAccounts(Problem):
    """The chat has connected as many accounts as it may."""


class NoCredential(Problem):
    """What was sent where a token is expected is none; `erased`: its message is gone all the same."""

    def __init__(self, *, erased: bool) -> None:
        super().__init__("no credential")
        self.erased = erased


class OverviewOnly(Problem):
    """The account was connected by a cookie, and the vendor answers this question to tokens only."""

    def __init__(self, name: str) -> None:
        super().__init__("overview only")
        self.name = name


class AccountLocked(Problem):
    """The key that sealed the credentials of these accounts is lost."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__("locked")
        self.names = names


class PrivateOnly(Problem):
    """This is done in a private chat only."""


class SecretInGroup(Problem):
    """A token was pasted where others read; it is never used."""


class UnknownCommand(Problem):
    """No command has this name."""


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
    erase: Callable[[], Awaitable[bool]]
    listed: tuple[Row, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A command in the list: its name, who answers, how `/help` groups it (`""`: not shown there).

    A `handler` gets all arguments; for an `account_handler` the one that `understands` refuses names the account.
    `secret`: what follows the name is a secret, and the message that brings it is deleted first of all.
    `payload`: what follows comes from a link. `changes`: more than looking happens, so no press may be passed over.
    `destroys`: a press on what appeared under the finger a moment ago is not meant.
    """

    name: str
    handler: Handler | None = None
    account_handler: AccountHandler | None = None
    understands: Callable[[str], bool] = nothing
    example: str = ""
    group: str = ""
    secret: bool = False
    payload: bool = False
    changes: bool = False
    destroys: bool = False
