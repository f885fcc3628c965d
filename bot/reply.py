"""A message described, not sent. Telegram's own limits are refused here, when it is made, not when it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LONGEST_DATA = 64
"""Bytes of UTF-8 that a button may carry: https://core.telegram.org/bots/api#inlinekeyboardbutton"""

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes that a bot may send: https://core.telegram.org/bots/api#senddocument"""

BELOW = "+"
"""At the end of a pressed command: answer with a message of its own."""

_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A command somebody typed for you, behind a label; `danger` where it destroys something.

    `below`: what stands above is worth keeping, so the answer does not write over it.

    Raises ValueError where the command is empty or longer than 64 bytes.
    """

    label: str
    command: str
    danger: bool = False
    below: bool = False

    @property
    def data(self) -> str:
        """What the button carries: the command, marked where its answer is to come below the message."""
        return f"{self.command} {BELOW}" if self.below else self.command

    def __post_init__(self) -> None:
        if not self.command or len(self.data.encode()) > LONGEST_DATA:
            raise ValueError(f"a button's command has 1 to {LONGEST_DATA} bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A button that leads to the bot's private chat, or to a group the person chooses, where it says `/start CODE`.

    Raises ValueError for a code that no link can carry: https://core.telegram.org/bots/features#deep-linking
    """

    label: str
    code: str
    into_group: bool = False

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError("a link carries 1 to 64 letters, digits, dashes and underscores")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing, not yet rendered: SVG of ours, `width` by `height` pixels. Equal drawings are rendered once."""

    svg: str = field(repr=False)
    width: int
    height: int


class PictureUnavailable(Exception):
    """A picture can't be shown, here or now; the words go without it. The text says why, for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to be sent as it is, under a name.

    Raises ValueError for one that Telegram does not take: without a name, empty, or larger than 50 MB.
    """

    name: str
    content: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not self.name or not 0 < len(self.content) <= LARGEST_FILE:
            raise ValueError(f"a file has a name, and 1 to {LARGEST_FILE} bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a reply is to a chat's live card.

    `figures`: all that it shows but how old that is; where two are equal nothing is to be edited. `placed`: it becomes
    the card where it is sent to, in the place of the one before. `ended`: there is no card there any more.
    """

    figures: str = ""
    placed: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person is to see: HTML that Telegram parses, and rows of buttons under it.

    With a `picture` or a `file` (one of them at most) the text is its caption, of 1024 characters at most.
    `lasting`: a press does not write over the message it stands on; the answer comes as a message of its own.
    `aside`: what the one who asked hears by themselves, before this is said.
    `notices`: what other chats hear of it, once this has been said. `card`: where it concerns the chat's live card.
    """

    text: str
    buttons: tuple[tuple[Button | Link, ...], ...] = ()
    picture: Picture | None = None
    file: File | None = None
    lasting: bool = False
    aside: Aside | None = None
    notices: tuple[Notice, ...] = ()
    card: Card | None = None

    def __post_init__(self) -> None:
        if self.picture is not None and self.file is not None:
            raise ValueError("a message carries a picture or a file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What is for the one who asked alone, in their private chat; `unheard` is said where they asked if it can't be."""

    reply: Reply
    unheard: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What another chat hears, in a topic of it if it has topics."""

    chat_id: int
    topic_id: int | None = None
    reply: Reply
