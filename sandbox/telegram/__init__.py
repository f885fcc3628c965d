"""A stand-in Telegram: the Bot API over real HTTP on the loopback, and people to act in it.

It refuses what the real one refuses, in its words and its order, so that a bot that gets along here gets along there.
It knows nothing of the bot and imports nothing of it. The rules are those of https://core.telegram.org/bots/api.
"""

from sandbox.telegram.chats import Chat
from sandbox.telegram.commands import Command
from sandbox.telegram.entities import Entity
from sandbox.telegram.envelopes import Call
from sandbox.telegram.events import Acting, Answered, Deleted, Edited, Event, Pinned, Sent, Watch
from sandbox.telegram.faults import Faults, Gate
from sandbox.telegram.files import File
from sandbox.telegram.limits import Limits
from sandbox.telegram.members import Member
from sandbox.telegram.messages import Attachment, Button, Message, Service
from sandbox.telegram.people import Person
from sandbox.telegram.presses import Answer, Press
from sandbox.telegram.telegram import Telegram
from sandbox.telegram.topics import Topic

__all__ = [
    "Acting",
    "Answer",
    "Answered",
    "Attachment",
    "Button",
    "Call",
    "Chat",
    "Command",
    "Deleted",
    "Edited",
    "Entity",
    "Event",
    "Faults",
    "File",
    "Gate",
    "Limits",
    "Member",
    "Message",
    "Person",
    "Pinned",
    "Press",
    "Sent",
    "Service",
    "Telegram",
    "Topic",
    "Watch",
]
