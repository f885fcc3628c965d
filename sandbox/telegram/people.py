"""Who takes part: people and the bot, as values. What they do to each other is in ``world``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A Telegram account, a person's or the bot's: https://core.telegram.org/bots/api#user."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False

    def json(self) -> dict[str, object]:
        """Return the account as a Bot API ``User``."""
        user: dict[str, object] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name is not None:
            user["last_name"] = self.last_name
        if self.username is not None:
            user["username"] = self.username
        if self.language is not None:
            user["language_code"] = self.language
        return user


# Who stands for whom has no account of their own in a chat: https://core.telegram.org/bots/api#message, sender_chat.
ANONYMOUS_ADMIN = Person(id=1087968824, first_name="Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL = Person(id=136817688, first_name="Channel", username="Channel_Bot", is_bot=True)
SERVICE = Person(id=777000, first_name="Telegram")
