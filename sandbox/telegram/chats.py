"""Where people talk: a chat as a value; its kind is a word, not a class.

A private chat has the id of its person, a group a negative one. What was said there, and who may say more, is in
``rooms``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandbox.telegram.people import Person

Kind = Literal["private", "group", "supergroup", "channel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat: https://core.telegram.org/bots/api#chat."""

    id: int
    kind: Kind
    title: str | None = None
    person: Person | None = None
    forum: bool = False

    def json(self) -> dict[str, object]:
        """Return the chat as a Bot API ``Chat``."""
        chat: dict[str, object] = {"id": self.id}
        if self.person is not None:
            chat["first_name"] = self.person.first_name
            if self.person.last_name is not None:
                chat["last_name"] = self.person.last_name
            if self.person.username is not None:
                chat["username"] = self.person.username
        if self.title is not None:
            chat["title"] = self.title
        chat["type"] = self.kind
        if self.forum:
            chat["is_forum"] = True
        return chat
