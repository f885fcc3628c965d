"""Where people act, as tests and the demo let them: in their private chats, and what they write anywhere.

What they do to groups is in ``group_stage``. Everything is delegated; the bot is told of it at once.
"""

from __future__ import annotations

from sandbox.telegram import writing
from sandbox.telegram.attachments import Kinds
from sandbox.telegram.chats import Chat
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person
from sandbox.telegram.presses import Press
from sandbox.telegram.world import World
from sandbox.telegram.writing import Draft


class Stage:
    """People and what they do in chats."""

    def __init__(self, bot: Person) -> None:
        self._world = World(bot)

    def person(
        self, first_name: str, *, language: str | None = "en", last_name: str | None = None, username: str | None = None
    ) -> Person:
        """Make a person whom the bot has seen but may not write to before ``private`` or a message of theirs."""
        return self._world.person(first_name, language, last_name, username)

    def private(self, person: Person) -> Chat:
        """Return the person's chat with the bot, opened: the bot may write there."""
        return self._world.private(person)

    def send(
        self,
        person: Person,
        chat: Chat,
        text: str | None = None,
        *,
        caption: str | None = None,
        photo: bool = False,
        document: bool = False,
        sticker: bool = False,
        reply_to: int | None = None,
        topic: int | None = None,
        sender_chat: Chat | None = None,
    ) -> Message:
        """Let a person write a text, or send an attachment with an optional caption.

        ``topic`` is a forum topic's id; without it a reply goes where the replied message is, anything else to General.
        An anonymous administrator speaks as the group without being told to; ``sender_chat`` is a channel that somebody
        speaks for. Raises ValueError for what no client sends: nothing, too much, anything to a bot that one has
        blocked, to a group of which one is no member, or to a closed topic.
        """
        draft = Draft(
            text=text,
            caption=caption,
            kinds=Kinds(photo=photo, document=document, sticker=sticker),
            reply_to=reply_to,
            topic=topic,
            sender_chat=sender_chat,
        )
        return writing.send(self._world, person, chat, draft)

    def edit(self, person: Person, chat: Chat, message_id: int, text: str) -> Message:
        """Let a person edit their message; the bot gets ``edited_message``."""
        return writing.edit(self._world, person, chat, message_id, text)

    def delete(self, chat: Chat, message_id: int) -> None:
        """Let a person delete a message, anybody's; the bot gets no update."""
        writing.delete(self._world, chat, message_id)

    def press(self, person: Person, chat: Chat, message_id: int, data: str, *, inaccessible: bool = False) -> Press:
        """Let a person press a button, or forge a press: any data, any message id, there or not.

        ``inaccessible`` gives the bot a message without content, as for an old one.
        """
        return self._world.press(person, chat, message_id, data, inaccessible=inaccessible)

    def block(self, person: Person) -> None:
        """Let a person block the bot."""
        self._world.block(person, blocked=True)

    def unblock(self, person: Person) -> None:
        """Let a person unblock the bot."""
        self._world.block(person, blocked=False)

    def deactivate(self, person: Person) -> None:
        """Let a person delete their account; the bot gets no update."""
        self._world.deactivate(person)

    def pinned(self, chat: Chat) -> tuple[int, ...]:
        """Return the ids of the pinned messages, the one pinned last at the end."""
        return self._world.known(chat).pinned

    def messages(self, chat: Chat) -> tuple[Message, ...]:
        """Return the messages now visible, oldest first."""
        return self._world.known(chat).messages
