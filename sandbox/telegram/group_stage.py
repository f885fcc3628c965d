"""Where people act on groups: they make them, come and go, let the bot in, make topics, upgrade.

https://core.telegram.org/bots/api#chat. Each raises ValueError for what no client lets the person do, a person who is
no administrator for example, and LookupError for a chat of another world.
"""

from __future__ import annotations

from sandbox.telegram import forums, groups, membership, writing
from sandbox.telegram.chats import Chat
from sandbox.telegram.groups import GroupKind, Side
from sandbox.telegram.members import Member
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person
from sandbox.telegram.rooms import Sending
from sandbox.telegram.stage import Stage
from sandbox.telegram.topics import Topic


class GroupStage(Stage):
    """People and what they do in groups."""

    def group(
        self, title: str, creator: Person, *members: Person, kind: GroupKind = "supergroup", forum: bool = False
    ) -> Chat:
        """Let a person make a group with others in it, but without the bot; a forum is always a supergroup."""
        return groups.found(self._world, title, creator, members, kind, forum=forum)

    def channel(self, title: str) -> Chat:
        """Make a channel, which is only ever a sender."""
        return groups.channel(self._world, title)

    def members(self, chat: Chat) -> tuple[Member, ...]:
        """Return who is or was in a group, the bot included."""
        return tuple(self._world.known(chat).members.values())

    def add_bot(self, chat: Chat, by: Person, *, payload: str | None = None) -> None:
        """Let a member add the bot; over a startgroup link their client then writes "/start@bot PAYLOAD"."""
        membership.enter(self._world, chat, self._world.bot, by)
        if payload is not None:
            self.send(by, chat, f"/start@{self._world.bot.username} {payload}")

    def remove_bot(self, chat: Chat, by: Person) -> None:
        """Let an administrator throw the bot out."""
        membership.expel(self._world, chat, self._world.bot, by)

    def promote_bot(self, chat: Chat, by: Person, *rights: str) -> None:
        """Let an administrator make the bot one; without rights named it may delete, pin and manage topics."""
        membership.promote_bot(self._world, chat, by, rights)

    def demote_bot(self, chat: Chat, by: Person) -> None:
        """Let an administrator make the bot a plain member."""
        membership.demote(self._world, chat, self._world.bot, by)

    def mute_bot(self, chat: Chat, *, muted: bool = True) -> None:
        """Let the group's permissions forbid the bot to send text, or allow it again; administrators are exempt."""
        self.forbid_bot(chat, *(("text messages",) if muted else ()))

    def forbid_bot(self, chat: Chat, *sending: Sending) -> None:
        """Let the group's permissions forbid the bot to send these, and nothing else; administrators are exempt."""
        membership.live(self._world, chat).forbidden = frozenset(sending)

    def join(self, person: Person, chat: Chat) -> None:
        """Let a person join by themselves."""
        membership.enter(self._world, chat, person, person)

    def leave(self, person: Person, chat: Chat) -> None:
        """Let a person leave."""
        membership.leave(self._world, chat, person)

    def expel(self, person: Person, chat: Chat, by: Person) -> None:
        """Let an administrator throw a person out."""
        membership.expel(self._world, chat, person, by)

    def promote(self, person: Person, chat: Chat, *, anonymous: bool = False) -> None:
        """Let the creator make a member an administrator; only a supergroup has anonymous ones."""
        membership.promote(self._world, chat, person, anonymous=anonymous)

    def demote(self, person: Person, chat: Chat) -> None:
        """Let the creator make an administrator a plain member."""
        membership.demote(self._world, chat, person)

    def post_linked(self, chat: Chat, channel: Chat, text: str) -> Message:
        """Let a post of the linked channel be forwarded to the supergroup by itself."""
        return writing.post_linked(self._world, chat, channel, text)

    def topic(self, chat: Chat, name: str) -> Topic:
        """Let the creator make a topic in a forum."""
        return forums.begin(self._world, chat, name)

    def close_topic(self, chat: Chat, topic: Topic) -> None:
        """Let the creator close a topic: only administrators who manage topics write there."""
        forums.close(self._world, chat, topic, closed=True)

    def reopen_topic(self, chat: Chat, topic: Topic) -> None:
        """Let the creator open a closed topic again."""
        forums.close(self._world, chat, topic, closed=False)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Let the creator delete a topic with everything in it; the bot gets no update."""
        forums.delete(self._world, chat, topic)

    def topics(self, chat: Chat) -> tuple[Topic, ...]:
        """Return the topics of a forum as they are now, oldest first; General is none of them."""
        return tuple(self._world.known(chat).topics.values())

    def migrate(self, chat: Chat, by: Person, *, services: tuple[Side, ...] = ("to", "from")) -> Chat:
        """Let an administrator make a supergroup of a basic group.

        ``services`` are the service messages that the bot is told of, in that order: "to" is said in the old chat,
        "from" in the new one.
        """
        return groups.migrate(self._world, chat, by, services)
