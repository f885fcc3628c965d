"""A team in a group: who is who, and their conversations there and in private."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Literal

from sandbox.telegram import Answer, Chat, Person
from tests.world import Conversation, Shown, World, sent_by_bot


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Alice created the group, Bob is a member, Carol an anonymous admin, and Olga is not in it."""

    world: World
    group: Chat
    alice: Conversation
    bob: Conversation
    carol: Conversation
    olga: Conversation

    def private(self, conversation: Conversation) -> Conversation:
        """The private chat of somebody of the team, opened."""
        chat = self.world.telegram.private(conversation.person)
        return replace(conversation, chat=chat, topic=None)

    def in_topic(self, conversation: Conversation, topic: int | None) -> Conversation:
        """Somebody of the team in a topic."""
        return replace(conversation, topic=topic)

    async def quiet(self, *, after: str = "/help") -> None:
        """Find out that nothing was said in the group since: the answer to this is the bot's next message."""
        before = len(self.said)
        await self.alice.says(after)
        assert len(self.said) == before + 1, self.said

    @property
    def said(self) -> list[str]:
        """What the bot says in the group now, oldest first."""
        return [message.text for message in self.alice.messages if message.by_bot]

    async def connect(self, name: str = "main", *, records: int = 3, balance: float = 0.0) -> str:
        """Let Alice connect an account in the group by its token; returns the token."""
        account = self.world.account(records=records, balance=balance)
        private = self.private(self.alice)
        asked = await self.alice.says(f"/login {name}")
        await private.says(f"/start {asked.code}")
        async with self.alice.watch() as watch:
            await private.says(account.token)
            await self.alice.next(watch, sent_by_bot)
        return account.token

    def warning(self, who: Conversation, *, erased: bool = True) -> str:
        """What somebody of the team hears who pasted a token here; an anonymous admin is not called by name."""
        warning = who.words("secret-in-group" if erased else "secret-in-group-visible")
        return warning if who is self.carol else f"{who.person.first_name}:\n{warning}"

    async def presses(self, who: Conversation, message: Shown, data: str) -> Answer:
        """Let somebody press a button, or forge one, and return what they alone see of the answer."""
        return await who.press(message, data).answered()


def a_team(
    world: World, *, kind: Literal["group", "supergroup"] = "supergroup", forum: bool = False, languages: str = "en"
) -> Team:
    """A group with the bot in it, and its people."""
    telegram = world.telegram
    people = [telegram.person(name, language=languages) for name in ("Alice", "Bob", "Carol", "Olga")]
    alice, bob, carol, olga = people
    group = telegram.group(
        "Scrapers", alice, bob, carol, kind="group" if kind == "group" else "supergroup", forum=forum
    )
    telegram.promote(carol, group, anonymous=kind != "group")

    def conversation(person: Person) -> Conversation:
        return Conversation(world=world, person=person, chat=group, language=languages)

    return Team(
        world=world,
        group=group,
        alice=conversation(alice),
        bob=conversation(bob),
        carol=conversation(carol),
        olga=conversation(olga),
    )


@asynccontextmanager
async def at_work(team: Team) -> AsyncIterator[Team]:
    """Run the bot and let Alice add it to the group; it has greeted when the block begins."""
    async with team.world.bot():
        async with team.alice.watch() as watch:
            team.world.telegram.add_bot(team.group, team.alice.person)
            await team.alice.next(watch, sent_by_bot)
        yield team
