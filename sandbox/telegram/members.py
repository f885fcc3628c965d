"""Who is what in a group, as values: https://core.telegram.org/bots/api#chatmember.

Whoever is unknown in a group has left it. A right is named as the Bot API names it; a basic group gives its
administrators all that it has to give.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandbox.telegram.chats import Kind
from sandbox.telegram.people import Person

Status = Literal["creator", "administrator", "member", "left", "kicked"]

EVERYWHERE = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
RIGHTS = frozenset({*EVERYWHERE, "can_manage_topics"})
OF_BASIC_GROUPS = frozenset(
    {
        "can_manage_chat",
        "can_change_info",
        "can_delete_messages",
        "can_invite_users",
        "can_restrict_members",
        "can_pin_messages",
        "can_manage_video_chats",
    }
)
OF_PEOPLE = RIGHTS - {"can_promote_members"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in relation to a group, the bot included; ``rights`` are an administrator's."""

    person: Person
    status: Status
    anonymous: bool = False
    rights: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        """Whether they are in the group."""
        return self.status not in {"left", "kicked"}

    @property
    def leads(self) -> bool:
        """Whether they are the creator or an administrator."""
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Tell whether they have an administrator's right."""
        return self.status == "creator" or (self.status == "administrator" and right in self.rights)

    def json(self, kind: Kind) -> dict[str, object]:
        """Return the member as a Bot API ``ChatMember`` of such a chat."""
        member: dict[str, object] = {"user": self.person.json(), "status": self.status}
        if self.leads:
            member["is_anonymous"] = self.anonymous
        if self.status == "administrator":
            names = EVERYWHERE if kind == "group" else (*EVERYWHERE, "can_manage_topics")
            member |= {"can_be_edited": False} | {name: name in self.rights for name in names}
        if self.status == "kicked":
            member["until_date"] = 0
        return member
