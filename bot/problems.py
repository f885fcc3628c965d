"""What a person can mend, a class for each: raised where it is noticed, worded by `views.trouble` and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.bytesflows.errors import VendorError
    from bot.commands import Person


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


class SecretInGroup(Problem):
    """A token was pasted where others read; it is never used. `erased`: its message is gone. `person`: who did it."""

    def __init__(self, person: Person, *, erased: bool) -> None:
        super().__init__("secret in a group")
        self.person = person
        self.erased = erased


class AdminsOnly(Problem):
    """Only admins of the group may do this; `names` are those that may be named. `title`: of a group elsewhere."""

    def __init__(self, names: tuple[str, ...], title: str | None = None) -> None:
        super().__init__("admins only")
        self.names = names
        self.title = title


class WhoAreYou(Problem):
    """An anonymous admin asks for what only a known one may do; a press shows who they are."""


class RightsUnknown(Problem):
    """Telegram could not be asked who the admins are, or does not tell: the bot may be out of that group."""


class CodeExpired(Problem):
    """The code of a link was used, ran out, or never was."""


class CodeOfAnother(Problem):
    """The code of a link was made for somebody else."""


class NotShared(Problem):
    """The account `name` could not be tried before it is shared, for this `reason`."""

    def __init__(self, name: str, reason: VendorError) -> None:
        super().__init__("not shared")
        self.name = name
        self.reason = reason


class PrivateOnly(Problem):
    """This concerns one person alone and is done in their private chat."""


class GroupOnly(Problem):
    """This is chosen in groups, and means nothing in a private chat."""


class NameIsTaken(Problem):
    """Another account of the chat has this name."""

    def __init__(self, name: str) -> None:
        super().__init__("name taken")
        self.name = name


class NotAName(Problem):
    """This cannot name an account."""


class UnknownZone(Problem):
    """No time zone and no city is known by this."""


class UnknownCommand(Problem):
    """No command has this name."""
