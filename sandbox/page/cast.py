"""Who can be played on the page: plain values, shown as text and never as markup."""

from dataclasses import dataclass

from sandbox.telegram import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A person to act as. `role` says in a few words what they are to the team.

    `anonymous` is for an admin who writes as the group wherever there is such a thing.
    """

    person: Person
    role: str = ""
    anonymous: bool = False
