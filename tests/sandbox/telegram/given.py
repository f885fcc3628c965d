"""What the tests of groups share: a group with the bot in it, what the bot is told, and how a refusal reads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.telegram import Chat, Person, Telegram

Api = Callable[..., Awaitable[dict[str, Any]]]
Refusal = tuple[int, str]


@dataclass(frozen=True, kw_only=True)
class Team:
    """Alice made the group, Bob is a member, Olga is not."""

    telegram: Telegram
    alice: Person
    bob: Person
    olga: Person
    chat: Chat

    async def bot(self, api: Api) -> dict[str, Any]:
        """What the bot learns of itself here."""
        answer = await api("getChatMember", chat_id=self.chat.id, user_id=self.telegram.bot["id"])
        member: dict[str, Any] = answer["result"]
        return member


def team(telegram: Telegram, **kind: Any) -> Team:
    """Make the group, without the bot."""
    alice, bob, olga = (telegram.person(name) for name in ("Alice", "Bob", "Olga"))
    chat = telegram.group("Scrapers", alice, bob, **kind)
    return Team(telegram=telegram, alice=alice, bob=bob, olga=olga, chat=chat)


async def told(api: Api) -> list[dict[str, Any]]:
    """Fetch what the bot was told since the last time."""
    updates: list[dict[str, Any]] = (await api("getUpdates"))["result"]
    if updates:
        await api("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


def kinds(updates: list[dict[str, Any]]) -> list[str]:
    """The kinds of updates, in their order; of a service message the name of its field."""
    services = ("_chat_member", "_chat_members", "_chat_id", "_chat_created", "forum_topic_")
    found = []
    for update in updates:
        kind = next(name for name in update if name != "update_id")
        content = update[kind]
        found.append(next((name for name in content if any(part in name for part in services)), kind)
                     if kind == "message" else kind)  # fmt: skip
    return found


def refusal(envelope: dict[str, Any]) -> Refusal:
    """The code and the words of a refused call."""
    assert envelope["ok"] is False
    return envelope["error_code"], envelope["description"]


def bad(text: str) -> Refusal:
    """A refusal with 400."""
    return 400, f"Bad Request: {text}"


async def say(api: Api, chat: Chat, text: str = "hello", **more: object) -> int:
    """Let the bot say something that is not refused; return the message's id."""
    sent = await api("sendMessage", chat_id=chat.id, text=text, **more)
    assert sent["ok"], sent
    return int(sent["result"]["message_id"])
