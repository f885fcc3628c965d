"""Which of the messages in a group are given to a bot in privacy mode: https://core.telegram.org/bots/features#privacy-mode.

An administrator is given everything. Of the bare commands Telegram gives only those that follow a message of the bot;
the twin gives every one.
"""

from __future__ import annotations

from sandbox.telegram.entities import COMMAND
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person
from sandbox.telegram.rooms import Room


def is_given(message: Message, room: Room, bot: Person) -> bool:
    """Tell whether the bot is told of a message."""
    if room.chat.kind == "private":
        return True
    member = room.member(bot)
    if not member.present:
        return False
    return member.leads or message.service is not None or _meant_for(bot, message)


def _meant_for(bot: Person, message: Message) -> bool:
    """Tell whether it is a command that the bot may answer, or a reply to the bot or to what was meant for it."""
    command = COMMAND.match(message.text or message.caption or "")
    if command is not None:
        addressed = command.group(2)
        return addressed is None or addressed.lower() == (bot.username or "").lower()
    replied = message.reply_to
    return replied is not None and (replied.sender == bot or _meant_for(bot, replied))
