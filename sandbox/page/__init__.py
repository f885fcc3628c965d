"""The demo's chat page: a few people and their chats with the bot, in a browser on this machine.

It knows the stand-in Telegram and nothing of the bot. It is served to loopback only, and refuses everybody else.
"""

from sandbox.page.backstage import Backstage, NotNow, Show
from sandbox.page.cast import Part
from sandbox.page.hints import Hint, Hints, Try
from sandbox.page.server import application

__all__ = ["Backstage", "Hint", "Hints", "NotNow", "Part", "Show", "Try", "application"]
